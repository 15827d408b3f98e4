"""What the benchmarks measure on: a generator that writes nonsense would measure nothing."""

from pathlib import Path

import pytest
import rdflib

from benchmarks import (
    asking,
    checking,
    costs,
    exporting,
    growing,
    loading,
    networks,
    searching,
    starting,
    traps,
    web,
)
from benchmarks.__main__ import FAMILIES, main, measured
from benchmarks.data import Data, made
from benchmarks.documents import meetings, write_documents
from benchmarks.engines import Bare, in_order, rows_of, timed_rdflib
from benchmarks.ratio import Ratio, measure, together
from kkr_graph.config import Config
from kkr_graph.documents import read_document
from kkr_graph.model.extract import AttendanceStatus
from kkr_graph.queries import load_queries
from kkr_graph.registry import read_registry


def test_generated_minutes_are_read_in_full_whatever_layout_and_format(tmp_path: Path) -> None:
    config = Config(data=tmp_path)
    registry = read_registry(config.registry)
    formats = ("txt", "txt", "txt", "pdf", "docx", "pdf", "docx", "pdf", "docx")
    paths = write_documents(tmp_path / "minutes", registry, 9, formats)
    for path, meeting in zip(paths, meetings(registry, 9), strict=True):
        extract = read_document(path, config)
        came = [who.name for who in extract.attendance if who.status is AttendanceStatus.PRESENT]
        away = [who.name for who in extract.attendance if who.status is AttendanceStatus.ABSENT]
        assert (extract.document.body, extract.document.date) == (meeting.council, meeting.day)
        assert came == [who.name for who in meeting.present]
        assert away == [who.name for who in meeting.absent]
        assert [item.title for item in extract.items] == [case.title for case in meeting.cases]
        assert all(item.outcomes and item.recommendation for item in extract.items)
        assert len(extract.appointments) == 2
        assert len(extract.statements) == 1
        assert extract.unclaimed == ()


def test_the_same_minutes_are_generated_every_time_each_of_its_own_day(tmp_path: Path) -> None:
    registry = read_registry(Config(data=tmp_path).registry)
    texts = [
        [path.read_bytes() for path in write_documents(tmp_path / folder, registry, 5)]
        for folder in ("one", "other")
    ]
    assert texts[0] == texts[1]
    assert len({(meeting.council, meeting.day) for meeting in meetings(registry, 6000)}) == 6000


def test_a_ratio_says_how_many_times_as_fast_one_was_as_the_other() -> None:
    calls: list[str] = []
    ratio = measure("a", lambda: calls.append("a"), "b", lambda: calls.append("b"), rounds=2)
    assert calls == ["a", "b"] * 3
    assert len(ratio.rounds) == 2
    assert str(ratio).startswith("| a | b | ")


def test_a_ratio_tells_when_its_aim_is_missed() -> None:
    row = Ratio(what="a", against="b", rounds=(2.0, 4.0, 3.0), aim=5)
    assert str(row) == "| a | b | 3 | 2–4 | 3 | 5 | not reached |"
    assert (
        str(Ratio(what="a", against="b", rounds=(2.0,), aim=2)) == "| a | b | 2 | 2–2 | 1 | 2 |  |"
    )


def test_many_small_measurements_are_one_by_their_geometric_mean() -> None:
    row = together("a", "b", [[(1.0, 2.0), (1.0, 4.0)], [(1.0, 8.0), (2.0, 2.0)]])
    assert [round(value, 9) for value in row.rounds] == [4.0, 2.0]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Data:
    return made(2, tmp_path_factory.mktemp("benchmarks"))


def test_data_is_made_once_and_again_only_when_what_makes_it_changes(tmp_path: Path) -> None:
    """In a folder of its own: what other tests have opened may not be taken away under them."""
    before = made(1, tmp_path).quads.stat().st_mtime_ns
    assert made(1, tmp_path).quads.stat().st_mtime_ns == before
    read = {each: each.stat().st_mtime_ns for each in (tmp_path / "1/build/cache").glob("*.json")}
    (tmp_path / "1" / "made-from").write_text("something else", encoding="utf-8")
    assert made(1, tmp_path).quads.stat().st_mtime_ns > before
    assert read, "a build that was cut off goes on with what was read"
    assert {each: each.stat().st_mtime_ns for each in read} == read


@pytest.mark.parametrize("family", [networks, searching, web], ids=lambda each: each.__name__)
def test_a_family_measures_on_little_data(data: Data, family: object) -> None:
    """Those that ask the store alone; each compares its answers before it measures."""
    lines = [str(row) for row in family.rows(data)]  # type: ignore[attr-defined]
    assert len(lines) >= 2
    assert all(line.count("|") == 8 for line in lines)


def test_plain_questions_and_tuned_ones_have_the_same_answers(data: Data) -> None:
    """On bare pyoxigraph, and on rdflib where the plain text is another."""
    questions, engine = dict(asking.bound(data.embedded)), Bare(data.bare)
    try:
        for name, (sparql, plain) in questions.items():
            columns = {column.name for column in load_queries()[name].columns}
            ours = in_order(rows_of(data.embedded.select(sparql).rows), columns)
            _, theirs = engine.timed(plain)
            assert theirs is not None
            assert in_order(theirs, columns) == ours, name
    finally:
        engine.close()


def test_every_plain_question_is_one_of_ours_written_otherwise() -> None:
    ours = load_queries()
    for file in asking.PLAIN.glob("*.rq"):
        plain = file.read_text(encoding="utf-8")
        assert plain[plain.index("SELECT") :] not in ours[file.stem].sparql


def test_what_takes_too_long_is_given_up() -> None:
    graph = rdflib.Graph()
    for number in range(100):
        graph.add((rdflib.URIRef(f"a:{number}"), rdflib.RDF.type, rdflib.OWL.Thing))
    took, rows = timed_rdflib(graph, "SELECT ?a { ?a a ?t . ?b a ?u . ?c a ?v . ?d a ?w }", 0.05)
    assert (took, rows) == (0.05, None)


def test_bare_pyoxigraph_is_ended_and_asked_again(data: Data) -> None:
    engine = Bare(data.bare)
    try:
        endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
        assert engine.timed(endless, 0.3) == (0.3, None)
        assert engine.timed("SELECT ?t { ?t a kkr:Forum } LIMIT 1")[1]
    finally:
        engine.close()


def test_a_store_that_cannot_be_opened_ends_the_waiting(tmp_path: Path) -> None:
    engine = Bare(tmp_path / "missing")
    try:
        with pytest.raises(EOFError):
            engine.timed("SELECT ?s { ?s ?p ?o }")
    finally:
        engine.close()


def test_a_family_that_fails_or_takes_too_long_has_a_row_that_says_so(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert not measured("missing", 1, 250)
    assert capsys.readouterr().out == "| **missing** | – | – | – | – | – | ended with 1 |\n"
    assert not measured("searching", 1, 0.01)
    assert "| given up after 0.01 s |" in capsys.readouterr().out


def test_what_a_build_costs_is_that_of_the_command_line(data: Data, tmp_path: Path) -> None:
    config = Config(data=data.config.data, out=tmp_path / "build")
    spent = costs.cost(config)
    assert (tmp_path / "build" / "graph.nq").is_file()
    assert spent.seconds > 0
    assert spent.megabytes > 10
    with pytest.raises(RuntimeError, match="findes ikke"):
        costs.cost(Config(data=tmp_path / "nowhere", out=tmp_path / "other"))


def test_an_unknown_family_is_named() -> None:
    with pytest.raises(SystemExit, match="no such family: nothing"):
        main(["2", "nothing"])
    families = (asking, checking, costs, exporting, growing, loading, starting, traps)
    assert {each.__name__.rpartition(".")[2] for each in families} <= set(FAMILIES)
