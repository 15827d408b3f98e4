"""The main job on real minutes, where they lie beside the checkout; they are not part of it."""

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from kkr_graph.config import Config
from kkr_graph.documents import read_document, read_text
from kkr_graph.model.extract import AttendanceStatus, Extract, Fact, Outcome
from kkr_graph.model.span import Passage
from kkr_graph.pipeline import build_graph
from kkr_graph.queries import load_queries, run_query
from kkr_graph.store import Graph
from kkr_graph.store.embedded import open_graph

ROOT = Path(__file__).parents[1]
MINUTES = ROOT.parent / "shared" / "seeds" / "kkr-nordjylland-2025-10-24.txt"
pytestmark = pytest.mark.skipif(not MINUTES.is_file(), reason="the real minutes are not here")


@pytest.fixture(scope="module", name="config")
def _config(tmp_path_factory: pytest.TempPathFactory) -> Config:
    folder = tmp_path_factory.mktemp("real")
    (folder / "data/minutes").mkdir(parents=True)
    shutil.copy(MINUTES, folder / "data/minutes")
    shutil.copytree(ROOT / "data/curation", folder / "data/curation")
    return Config(data=folder / "data", out=folder / "build")


@pytest.fixture(scope="module", name="extract")
def _extract(config: Config) -> Extract:
    return read_document(MINUTES, config)


@pytest.fixture(scope="module", name="graph")
def _graph(config: Config) -> Graph:
    report = build_graph(config)
    assert report.is_fine
    return open_graph(config.out)


def test_everybody_on_the_list_has_party_and_municipality(extract: Extract) -> None:
    members = [who for who in extract.attendance if who.status is not AttendanceStatus.GUEST]
    counts = Counter(who.status for who in members)
    assert counts == {AttendanceStatus.PRESENT: 19, AttendanceStatus.ABSENT: 4}
    assert all(who.party and who.municipality for who in members)
    with_comma = next(who for who in members if who.name == "Lars E. Sørensen")
    assert (with_comma.party, with_comma.municipality) == ("D", "Brønderslev")


def test_the_items_are_the_numbered_ones_and_no_list_inside_them(extract: Extract) -> None:
    numbers = [item.number for item in extract.items]
    third = [f"3.{n}" for n in range(1, 11)]
    fifth = [f"5.{n}" for n in range(1, 5)]
    assert numbers == ["1.1", "1.2", "2.1", *third, "4", *fifth, "6.1"]
    assert all("\n" not in item.title for item in extract.items)
    assert sum(item.decision is None for item in extract.items) == 1
    assert sum(item.recommendation is None for item in extract.items) == 1


@pytest.mark.parametrize(
    ("number", "outcomes"),
    [
        ("3.1", {Outcome.NONE}),
        ("3.2", {Outcome.ENDORSED}),
        ("3.8", {Outcome.DISCUSSED, Outcome.NOTED}),
        ("3.9", {Outcome.DISCUSSED, Outcome.APPROVED}),
        ("5.4", {Outcome.NOTED, Outcome.APPROVED}),
    ],
)
def test_what_was_done_with_an_item(extract: Extract, number: str, outcomes: set[Outcome]) -> None:
    assert set(next(item.outcomes for item in extract.items if item.number == number)) == outcomes


def test_officials_are_guests_two_of_them_only_announced(extract: Extract) -> None:
    guests = [who for who in extract.attendance if who.status is AttendanceStatus.GUEST]
    assert Counter(who.certain for who in guests) == {True: 3, False: 2}
    assert all(who.title and who.organization and who.party is None for who in guests)


def test_only_people_have_roles(extract: Extract) -> None:
    """A harbour and a host city are "udpeget" in these minutes too."""
    members = {who.name.replace("-", " ") for who in extract.attendance}
    assert {role.person.replace("-", " ") for role in extract.appointments} <= members


def test_every_quote_stands_where_it_says(extract: Extract, config: Config) -> None:
    text = read_text(MINUTES, config).text
    passages = list(_passages(extract))
    assert len(passages) > 100
    assert all(text[each.start : each.end] == each.quote for each in passages)


def test_next_to_nothing_is_left_over(extract: Extract) -> None:
    used = sum(len(fact.passage.quote) for fact in (*extract.attendance, *extract.items))
    assert sum(len(left.passage.quote) for left in extract.unclaimed) < used / 100


def test_who_represents_is_answered_with_the_sentence(graph: Graph) -> None:
    (row,) = _ask(graph, "who-represents", forum="DEB")
    assert row["person"] == "Niels Jørgen Pedersen"
    assert (row["party"], row["municipality"]) == ("Venstre", "Thisted")
    assert "Niels Jørgen Pedersen" in row["quote"]


def test_the_chairs_are_found(graph: Graph) -> None:
    chairs = {row["forum"]: row["person"] for row in _ask(graph, "chairs")}
    assert chairs == {
        "KKR Nordjylland": "Lasse Frimand Jensen",
        "Business Region North Denmark": "Per Bach Laursen",
        "Erhvervshus Nordjylland": "Mogens Christen Gade",
    }


def test_somebody_present_took_part_in_every_decision(graph: Graph) -> None:
    assert len(_ask(graph, "decisions-of-person", person="Jens Otto Madsen")) == 18


def _passages(extract: Extract) -> Iterator[Passage]:
    facts: tuple[Fact, ...] = (
        *extract.attendance,
        *extract.items,
        *extract.appointments,
        *extract.statements,
        *extract.dates,
        *extract.bodies,
        *extract.seat_rules,
        *extract.unclaimed,
    )
    yield from (fact.passage for fact in facts)
    for item in extract.items:
        both = (item.recommendation_passage, item.decision_passage)
        yield from (passage for passage in both if passage is not None)


def _ask(graph: Graph, name: str, **arguments: str) -> list[dict[str, str]]:
    answer = run_query(graph, load_queries()[name], arguments)
    columns = [column.name for column in answer.columns]
    return [{name: answer.text(row, name) for name in columns} for row in answer.rows]
