"""How two hang together: the shortest way of ties that all held on one day."""

from datetime import date, timedelta

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kkr_graph.errors import AmbiguousName, QueryError
from kkr_graph.network.connection import hops, no_path, to_text
from kkr_graph.network.elements import EdgeKind, Network
from kkr_graph.network.facts import Facts
from kkr_graph.network.path import shortest_path
from kkr_graph.network.projection import project
from kkr_graph.network.subject import Subjects
from kkr_graph.network.views import View, ViewKind
from kkr_graph.vocab import KKRC
from tests.network.sample import DAY, OPEN, Sample

LATER = date(2026, 3, 1)
EPOCH = date(2020, 1, 1)


def between(sample: Sample, start: str, goal: str, **more) -> Network:
    view = View(kind=ViewKind.PATH, focus=start, other=goal, **more)
    return project(sample.graph, view)


def told(network: Network) -> list[str]:
    return [hop.words for hop in hops(network)]


def test_two_who_sat_in_one_body_at_once_are_two_ties_apart():
    sample = Sample()
    anne, bo, board = sample.person("Anne Bo"), sample.person("Bo Dam"), sample.body("Udvalget")
    sample.tenure(anne, board, KKRC.chair, quote="Anne Bo er formand")
    sample.tenure(bo, board, quote="Bo Dam er medlem")
    network = between(sample, bo, anne)

    assert told(network) == ["Bo Dam – medlem – Udvalget", "Anne Bo – formand – Udvalget"]
    assert [hop.edge.proofs[0].quote for hop in hops(network)] == [
        "Bo Dam er medlem", "Anne Bo er formand",
    ]  # fmt: skip
    assert network.title == "Hvordan hænger Bo Dam og Anne Bo sammen?"


def test_who_sat_there_at_different_times_does_not_hang_together():
    sample = Sample()
    anne, bo, board = sample.person("Anne Bo"), sample.person("Bo Dam"), sample.body("Udvalget")
    sample.tenure(anne, board, period=(date(2010, 1, 1), date(2013, 12, 31)))
    sample.tenure(bo, board, period=(date(2014, 1, 1), OPEN))
    assert between(sample, anne, bo).edges == ()


def test_a_meeting_ties_those_who_came_and_not_those_who_stayed_away():
    sample = Sample()
    sample.council()
    anne, bo, eva = (sample.person(name) for name in ("Anne Bo", "Bo Dam", "Eva Fo"))
    meeting = sample.meeting()
    sample.participation(anne, meeting)
    sample.participation(bo, meeting)
    sample.participation(eva, meeting, status=KKRC.absent)
    assert told(between(sample, anne, bo)) == [
        "Anne Bo – til stede – KKR Nordvest 24.10.2025",
        "Bo Dam – til stede – KKR Nordvest 24.10.2025",
    ]
    assert between(sample, anne, eva).edges == ()


def test_meetings_of_one_body_on_different_days_tie_nobody():
    sample = Sample()
    sample.council()
    anne, bo = sample.person("Anne Bo"), sample.person("Bo Dam")
    sample.participation(anne, sample.meeting())
    sample.participation(bo, sample.meeting(LATER))
    assert between(sample, anne, bo).edges == ()


def test_a_hypothesis_is_no_tie():
    sample = Sample()
    anne, bo, board = sample.person("Anne Bo"), sample.person("Bo Dam"), sample.body("Udvalget")
    sample.tenure(anne, board)
    sample.tenure(bo, board, certain=False)
    assert between(sample, anne, bo).edges == ()


def test_party_and_municipality_count_when_asked_for_or_asked_about():
    sample = Sample()
    sample.council()
    anne, bo = sample.person("Anne Bo"), sample.person("Bo Dam")
    party, place = sample.party("Venstre", "V"), sample.municipality("9100", "Agerby")
    sample.participation(anne, sample.meeting(), party=party, municipality=place)
    sample.participation(bo, sample.meeting(LATER), party=party, municipality=place)

    assert between(sample, anne, bo).edges == ()
    assert told(between(sample, anne, bo, affiliations=True)) == [
        "Anne Bo (V) – fra – Agerby", "Bo Dam (V) – fra – Agerby",
    ]  # fmt: skip
    assert told(between(sample, anne, party)) == ["Anne Bo (V) – valgt for – Venstre (V)"]


def test_all_of_it_holds_on_the_day_that_is_asked_about():
    sample = Sample()
    anne, bo, eva = (sample.person(name) for name in ("Anne Bo", "Bo Dam", "Eva Fo"))
    first, second = sample.body("Det første"), sample.body("Det andet")
    for person in (anne, bo):
        sample.tenure(person, first, period=(date(2010, 1, 1), date(2013, 12, 31)))
    for person, body in ((anne, second), (eva, second), (eva, first)):
        sample.tenure(person, body, period=(date(2012, 1, 1), OPEN))

    assert len(between(sample, anne, bo).edges) == 2
    assert len(between(sample, anne, bo, day=date(2012, 6, 1)).edges) == 2
    assert between(sample, anne, bo, day=date(2014, 6, 1)).edges == ()
    assert len(between(sample, anne, eva, day=date(2014, 6, 1)).edges) == 2


def test_a_post_says_more_than_a_meeting():
    sample = Sample()
    sample.council()
    anne, bo, board = sample.person("Anne Bo"), sample.person("Bo Dam"), sample.body("Udvalget")
    meeting = sample.meeting()
    for person in (anne, bo):
        sample.participation(person, meeting)
        sample.tenure(person, board)
    assert {edge.kind for edge in between(sample, anne, bo).edges} == {EdgeKind.TENURE}


def test_the_text_tells_the_days_and_every_source():
    sample = Sample()
    anne, bo, board = sample.person("Anne Bo"), sample.person("Bo Dam"), sample.body("Udvalget")
    sample.tenure(anne, board, quote="Anne Bo er udpeget")
    sample.tenure(bo, board, period=(DAY, LATER), quote="Bo Dam er udpeget")
    assert to_text(between(sample, anne, bo)).splitlines() == [
        "Hvordan hænger Anne Bo og Bo Dam sammen?",
        "",
        "1. Anne Bo – medlem – Udvalget (set fra 24.10.2025 – ukendt, sidst set 24.10.2025)",
        "   »Anne Bo er udpeget«",
        "   referat.txt, linje 1",
        "2. Bo Dam – medlem – Udvalget (set fra 24.10.2025 – 01.03.2026)",
        "   »Bo Dam er udpeget«",
        "   referat.txt, linje 2",
        "",
        "Alle led gælder samtidig fra 24.10.2025 til 01.03.2026.",
    ]


def test_names_are_looked_up_and_never_guessed():
    sample = Sample()
    anne, board = sample.person("Anne Bo"), sample.body("Udvalget")
    sample.person("Anne Dam")
    subjects = Subjects(sample.graph, now=DAY)
    found = subjects.path("anne bo", "udvalget")
    assert (found.focus, found.other) == (anne, board)
    with pytest.raises(AmbiguousName):
        subjects.path("Anne", "Udvalget")
    with pytest.raises(QueryError, match="den samme"):
        subjects.path("Anne Bo", "anne bo")


def test_where_there_is_no_path_it_says_what_to_try():
    error = no_path(View(kind=ViewKind.PATH, focus="x", other="y"))
    assert "ingen vej" in str(error)
    assert "partier og kommuner" in error.hint
    error = no_path(View(kind=ViewKind.PATH, focus="x", other="y", day=DAY, affiliations=True))
    assert "24.10.2025" in str(error)
    assert "partier" not in error.hint


days = st.integers(0, 6).map(lambda number: EPOCH + timedelta(days=number))
tenures = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 3), days, days), max_size=9)
presences = st.lists(st.tuples(st.integers(0, 4), days), max_size=5)


@given(tenures, presences)
@settings(max_examples=40, deadline=None)
def test_it_is_as_short_as_networkx_finds_it_on_the_best_day(posts, came):
    sample = Sample()
    council = sample.council()
    people = [sample.person(f"Anne {letter}o") for letter in "ABCDE"]
    bodies = [sample.body(f"Udvalg {number}") for number in "1234"]
    held = {day: sample.meeting(day) for _, day in came}
    ties = [(meeting, council, day, day) for day, meeting in held.items()]
    for person, body, first, last in posts:
        sample.tenure(people[person], bodies[body], period=(first, max(first, last)))
        ties.append((people[person], bodies[body], first, max(first, last)))
    for person, day in came:
        sample.participation(people[person], held[day])
        ties.append((people[person], held[day], day, day))
    known = _as_kept(ties)
    found = shortest_path(Facts(sample.graph), (people[0], people[1]))

    lengths = [_length(known, people[0], people[1], day) for _, _, day, _ in known]
    expected = min((each for each in lengths if each is not None), default=None)
    assert (None if found is None else len(found.edges)) == expected
    if found is not None:
        assert found.nodes[0] == people[0]
        assert found.nodes[-1] == people[1]
        assert all(edge.from_ <= found.first for edge in found.edges)


def _as_kept(ties: list[tuple[str, str, date, date]]) -> list[tuple[str, str, date, date]]:
    """A post that begins on the same day is one post, to its longest."""
    longest: dict[tuple[str, str, date], date] = {}
    for one, other, first, last in ties:
        longest[one, other, first] = max(last, longest.get((one, other, first), first))
    return [(*key, last) for key, last in longest.items()]


def _length(
    ties: list[tuple[str, str, date, date]], start: str, goal: str, day: date
) -> int | None:
    held: nx.Graph[str] = nx.Graph()
    held.add_nodes_from((start, goal))
    held.add_edges_from((one, other) for one, other, first, last in ties if first <= day <= last)
    if not nx.has_path(held, start, goal):
        return None
    return len(nx.shortest_path(held, start, goal)) - 1
