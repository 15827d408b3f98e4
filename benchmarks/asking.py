"""The named questions against rdflib, and against bare pyoxigraph with the plainly written question.

``plain/`` holds each question as somebody writes it who does not know the engine, where that differs
from ``queries/``. Answers are compared before times.
"""

import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from benchmarks.data import Data
from benchmarks.engines import LIMIT, Bare, Rows, brief, in_order, rows_of, timed_rdflib
from benchmarks.ratio import Ratio, together
from benchmarks.runs import run
from kkr_graph.queries import NamedQuery, load_queries
from kkr_graph.queries.arguments import Reader
from kkr_graph.queries.binding import bind
from kkr_graph.store import Graph

PLAIN = Path(__file__).with_name("plain")
ROUNDS = 3
_PATIENCE = 2.0  # seconds: what took longer is asked once
_TODAY = date(2025, 11, 28)
_NARROWED_BY = ("meeting", "forum", "council", "person", "municipality", "party", "since")
_FACTS = """
SELECT ?person ?forum ?meeting ?case WHERE {
  ?tenure a kkr:Tenure ; org:member ?person ; org:organization ?forum .
  ?meeting kkr:heldBy ?forum ; kkr:meetingDate ?day . ?item kkr:ofMeeting ?meeting ; kkr:inCase ?case .
} ORDER BY DESC(?day) ?person ?case LIMIT 1
"""
_FORUMS = "SELECT DISTINCT ?forum WHERE { ?tenure a kkr:Tenure ; org:organization ?forum } ORDER BY ?forum"


def rows(data: Data) -> Iterator[Ratio]:
    """Over all questions; of a large graph beside bare pyoxigraph alone."""
    questions = dict(bound(data.embedded))
    rounds = 1 if data.is_large else ROUNDS
    ours = {name: _ours(data, sparql, rounds) for name, (sparql, _) in questions.items()}
    if not data.is_large:
        yield _against_rdflib(data, questions, ours)
    yield from _against_bare(data, questions, ours)


def bound(graph: Graph) -> Iterator[tuple[str, tuple[str, str]]]:
    """Each question as staff ask it, narrowed to something: its name, its text and the plain text."""
    facts = {name: term.value for name, term in graph.select(_FACTS).rows[0].items()}
    forums = (row["forum"].value for row in graph.select(_FORUMS).rows)
    values = facts | {
        "other_forum": next(each for each in forums if each != facts["forum"]),
        "council": facts["forum"], "municipality": "Aalborg", "party": "Socialdemokratiet",
        "since": "2024-01-01", "text": "trafik", "role": "formand",
        "term": "KKR 2022-2026", "other_term": "KKR 2026-2030",
    }  # fmt: skip
    reader = Reader(graph, now=_TODAY)
    for name, query in load_queries().items():
        understood = reader.read_all(query, _arguments(query, values))
        terms = {each: argument.term for each, argument in understood.items()}
        file = PLAIN / f"{name}.rq"
        plain = file.read_text(encoding="utf-8") if file.is_file() else query.sparql
        yield name, (bind(query.sparql, terms), bind(plain, terms))


def _arguments(query: NamedQuery, values: Mapping[str, str]) -> dict[str, str]:
    required = {each.name: values[each.name] for each in query.parameters if each.required}
    if required:
        return required
    narrow = next((name for name in _NARROWED_BY if query.parameter(name)), None)
    return {narrow: values[narrow]} if narrow else {}


def _ours(data: Data, sparql: str, rounds: int) -> tuple[list[float], Rows]:
    answer = data.embedded.select(sparql)
    took = [brief(lambda: data.embedded.select(sparql)) for _ in range(rounds)]
    return took, rows_of(answer.rows)


def _against_rdflib(
    data: Data,
    questions: Mapping[str, tuple[str, str]],
    ours: Mapping[str, tuple[list[float], Rows]],
) -> Ratio:
    pairs, given_up = [], []
    for name, (sparql, _) in questions.items():
        mine, expected = ours[name]
        took, found = timed_rdflib(data.in_rdflib, sparql)
        _compare(name, "rdflib", expected, found)
        if found is None:
            given_up.append(name)
        times = [took] * len(mine)
        if took < _PATIENCE:
            times = [timed_rdflib(data.in_rdflib, sparql)[0] for _ in mine]
        pairs.append(list(zip(mine, times, strict=True)))
    return together(
        f"the {len(questions)} named questions, geometric mean", "the same in rdflib", pairs,
        aim=40, note=_note(given_up),
    )  # fmt: skip


def _against_bare(
    data: Data,
    questions: Mapping[str, tuple[str, str]],
    ours: Mapping[str, tuple[list[float], Rows]],
) -> Iterator[Ratio]:
    pairs, given_up, engine = {}, [], Bare(data.bare)
    for name, (_, plain) in questions.items():
        mine, expected = ours[name]
        took, found = engine.timed(plain)
        _compare(name, "bare pyoxigraph", expected, found)
        if found is None:
            given_up.append(name)
        times = [took] * len(mine)
        if took < _PATIENCE:
            times = [engine.timed(plain)[0] for _ in mine]
        pairs[name] = list(zip(mine, times, strict=True))
    engine.close()
    yield together(
        f"the {len(questions)} named questions, geometric mean",
        "bare pyoxigraph on disk, plainly written", list(pairs.values()), aim=5,
        note=_note(given_up),
    )  # fmt: skip
    worst = sorted((together(f"`{name}`", "", [each]).middle, name) for name, each in pairs.items())
    for _, name in worst[:3]:
        yield together(
            f"the slowest of them: `{name}`", "bare pyoxigraph, plainly written", [pairs[name]],
            aim=0.9,
        )  # fmt: skip


def _compare(name: str, engine: str, ours: Rows, theirs: Rows | None) -> None:
    """The columns that are shown must hold the same; more may be there, such as what sorts them."""
    if theirs is None:
        return
    columns = {column.name for column in load_queries()[name].columns}
    if in_order(ours, columns) != in_order(theirs, columns):
        sys.exit(f"{name}: {engine} does not give the same answer")


def _note(given_up: list[str]) -> str:
    return f"given up after {LIMIT} s: {', '.join(given_up)}" if given_up else ""


if __name__ == "__main__":
    run(rows)
