"""The page of the 42 competency questions: which named question answers which of them."""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kkr_graph.queries import load_queries

PAGE = Path(__file__).parent / "reference" / "competency-questions.md"
_TABLE = Path(__file__).with_name("competency.csv")
_HEAD = """\
# The competency questions

Written by `python -m docs.generate` from `docs/competency.csv` and the headers of `queries/*.rq`; do not edit.
What the graph was designed to answer, and the named question that does: `kkr-graph ask NAME`. Where a
question is also, or only, answered outside the graph, the last column says where.

| nr. | spørgsmål | navngivne spørgsmål | uden for grafen |
|---|---|---|---|
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Competency:
    """A question that the graph is to answer; ``elsewhere`` is what answers it beside the graph."""

    number: str
    danish: str
    english: str
    elsewhere: str


def competency_page() -> str:
    """The table of all of them."""
    return _HEAD + "".join(_rows())


def competencies() -> tuple[Competency, ...]:
    """All of them, in the order of their numbers."""
    with _TABLE.open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file, delimiter=";")
    return tuple(
        Competency(number=number, danish=danish, english=english, elsewhere=elsewhere)
        for number, danish, english, elsewhere in rows
    )


def answering() -> Mapping[str, list[str]]:
    """The names of the questions that answer each number."""
    names: dict[str, list[str]] = defaultdict(list)
    for query in load_queries().values():
        for number in query.answers:
            names[number].append(query.name)
    return names


def _rows() -> Iterator[str]:
    names = answering()
    for each in competencies():
        asked = ", ".join(f"`{name}`" for name in names.get(each.number, []))
        yield f"| {each.number} | {each.danish} *{each.english}* | {asked} | {each.elsewhere} |\n"
