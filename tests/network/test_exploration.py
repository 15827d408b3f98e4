"""Asking for more, step by step: what comes, where it stands, and what of it is shown."""

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from kkr_graph.errors import QueryError
from kkr_graph.network.address import read_state
from kkr_graph.network.elements import EdgeKind, NodeKind
from kkr_graph.network.exploration import Explorer
from kkr_graph.network.facts import Facts
from kkr_graph.network.neighbours import Neighbours, Relation
from kkr_graph.network.picture import Picture, Step
from kkr_graph.network.shown import State, shown
from kkr_graph.network.views import View, ViewKind
from tests.network.sample import COUNCIL, MINT, Sample, council_sample
from tests.network.test_layout import overlap

PREFIX = MINT.id("")
ANNE = MINT.person("anne-agerskov")
MEMBERS = Relation(edge=EdgeKind.ATTENDANCE, other=NodeKind.PERSON)
POSTS = Relation(edge=EdgeKind.TENURE, other=NodeKind.PERSON)
ASKED = Step(node=COUNCIL, relation=MEMBERS)


@pytest.fixture(scope="module")
def explorer() -> Explorer:
    return Explorer(Facts(council_sample().graph))


@pytest.fixture(scope="module")
def anne(explorer: Explorer) -> Picture:
    return explorer.begin(View(kind=ViewKind.PERSON, focus=ANNE))


@pytest.fixture(scope="module")
def larger(explorer: Explorer, anne: Picture) -> Picture:
    return explorer.expand(anne, ASKED)


def names(picture: Picture) -> set[str]:
    return {node.id for node in picture.network.nodes}


def test_what_can_be_asked_for_is_counted(explorer, anne):
    told = explorer.relations(anne.network.nodes)[COUNCIL]
    assert {str(relation): number for relation, number in told.items()} == {
        "attendance-person": 24, "meeting-meeting": 1, "tenure-person": 2,
    }  # fmt: skip


def test_a_step_brings_names_with_proofs_and_moves_nothing(anne, larger):
    new = names(larger) - names(anne)
    assert len(new) == 23
    assert {iri: larger.places[iri] for iri in names(anne)} == dict(anne.places)
    assert {larger.anchors[iri] for iri in new} == {COUNCIL}
    added = [edge for edge in larger.network.edges if edge.id not in anne.first_edges]
    assert all(edge.proofs for edge in added)
    boxes = larger.places.values()
    assert not any(overlap(one, other) for one, other in combinations(boxes, 2))


def test_the_same_steps_give_the_same_picture(explorer, anne, larger):
    again = Explorer(Facts(council_sample().graph))
    other = again.expand(again.begin(View(kind=ViewKind.PERSON, focus=ANNE)), ASKED)
    assert other.places == larger.places
    assert other.network == larger.network
    assert explorer.expand(anne, ASKED).bent == larger.bent


def test_at_most_forty_come_and_the_newest_first():
    sample = Sample()
    board, anne = sample.body("Udvalget"), sample.person("Anne Bo")
    sample.tenure(anne, board)
    for number in range(45):
        day = date(2020, 1, 1 + number % 28)
        sample.tenure(sample.person(f"Medlem {number}"), board, period=(day, date.max))
    late = sample.person("Medlem sidst")
    sample.tenure(late, board, period=(date(2025, 1, 1), date.max))
    explorer = Explorer(Facts(sample.graph))
    step = Step(node=board, relation=POSTS)
    first = explorer.begin(View(kind=ViewKind.PERSON, focus=anne))
    second = explorer.expand(first, step)
    assert len(names(second) - names(first)) == 40
    assert late in names(second)
    assert len(names(explorer.expand(second, step)) - names(second)) == 6


def test_a_reserve_is_kept_apart_and_has_an_end(explorer, anne):
    kept = explorer.with_reserve(anne, most=10)
    assert names(anne) == kept.first_nodes
    assert 10 <= len(kept.anchors) <= 10 + 40
    assert kept.parts == ()
    assert not any(one == other for one, other in combinations(kept.places.values(), 2))


def test_a_step_about_somebody_else_is_refused(explorer, anne):
    with pytest.raises(QueryError, match="ikke i netværket"):
        explorer.expand(anne, Step(node=MINT.person("nobody"), relation=POSTS))


def test_a_closed_step_is_not_shown_and_keeps_its_room(anne, larger):
    closed = State(steps=(replace(ASKED, is_open=False),))
    assert names(shown(larger, closed)) == names(anne)
    assert names(shown(larger, State(steps=(ASKED,)))) == names(larger)


def test_a_folded_name_hides_what_hangs_on_it_alone(larger):
    state = State(steps=(ASKED,), folded=frozenset({COUNCIL}))
    gone = names(larger) - names(shown(larger, state))
    assert len(gone) > 10
    assert ANNE not in gone
    kept = next(iter(sorted(gone)))
    pinned = replace(state, pinned={kept: (0, 0)})
    assert names(larger) - names(shown(larger, pinned)) == gone - {kept}


def test_what_is_hidden_goes_with_its_edges(larger):
    state = State(steps=(ASKED,), hidden=frozenset({COUNCIL}), kinds=frozenset({"node:party"}))
    seen = shown(larger, state).network
    assert not any(COUNCIL in (edge.source, edge.target) for edge in seen.edges)
    assert not any(node.kind is NodeKind.PARTY for node in seen.nodes)
    early = shown(larger, State(steps=(ASKED,), day=date(2000, 1, 1))).network
    assert [node.id for node in early.nodes] == [ANNE]


def test_what_came_around_a_name_moves_with_it(larger):
    bo = MINT.person("bo-birkemose")
    place = larger.places[COUNCIL]
    state = State(steps=(ASKED,), pinned={COUNCIL: (round(place.x) + 50, round(place.y) - 20)})
    moved = shown(larger, state).places
    assert (moved[bo].x, moved[bo].y) == (larger.places[bo].x + 50, larger.places[bo].y - 20)
    assert moved[ANNE] == larger.places[ANNE]


def test_an_address_is_read_as_a_page_writes_it():
    state = read_state(
        [
            ("udvid", "kkr/nordvest~attendance-person"),
            ("udvid", f"{COUNCIL}~tenure-person~lukket"),
            ("skjult", "node:party,guess"),
            ("foldet", "kkr/nordvest"),
            ("gemt", "person/x"),
            ("fast", "person/y~12~-7"),
            ("valgt", "person/x"),
        ],
        PREFIX,
    )
    assert state == State(
        steps=(ASKED, Step(node=COUNCIL, relation=POSTS, is_open=False)),
        kinds=frozenset({"node:party", "guess"}),
        folded=frozenset({COUNCIL}),
        hidden=frozenset({MINT.person("x")}),
        pinned={MINT.person("y"): (12, -7)},
    )


@pytest.mark.parametrize(
    "pair",
    [("udvid", ""), ("udvid", "a"), ("udvid", "a~b"), ("udvid", "a~tenure-body~x"), ("fast", "a~1"),
     ("fast", "a~1~x"), ("fast", "a~1~" + "9" * 9)],
)  # fmt: skip
def test_an_address_that_no_page_writes_is_refused(pair):
    with pytest.raises(QueryError):
        read_state([pair], PREFIX)


def test_what_stands_next_to_one_stands_next_to_the_other():
    """A relation that leads from one node to another leads back, for all nodes of the sample."""
    facts = Facts(council_sample().graph)
    neighbours = Neighbours(facts)
    for iri in facts.nodes:
        for relation, others in neighbours.relations(iri).items():
            back = Relation(edge=relation.edge, other=facts.nodes[iri].kind)
            for other in others:
                assert iri in neighbours.relations(other)[back], (iri, str(relation), other)
                assert neighbours.edges(iri, relation)
