"""The named questions: ``queries/<name>.rq``, each with a header that says what it is for.

The header's lines, each beginning with ``#``:

- ``title@da:``, ``title@en:``, ``description@da:``
- ``param <name>: <kind> [required | default <value>] "label"``
- ``columns: <name> "heading", ...``: what is shown, in this order
- ``more: <columns>``: those of them that a page shows only when it is asked for all; a file has them
- ``question@da: Hvem er formand for {forum}?``: how people ask it; after ``|`` fixed values. It
  is correct Danish, for it may be suggested: ``{person}s poster``
- ``answers: <numbers>``: the competency questions that it answers, in ``docs/competency.csv``
- ``one row per: <columns>``: rows that agree in these become one
- ``first: <columns>``: the order, before that, which says which of them it is
- ``joined: <columns>``: columns that then show the values of all of them
- ``sorted by: <columns>``: the order of the answer, ``-`` for descending; Danish for labels

A parameter is bound by replacing ``VALUES ?name { UNDEF }``, or ``VALUES ?wanted_name { UNDEF }``
where the answer has a column of that name; as it stands the query leaves it open.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile
from pathlib import Path

from kkr_graph.config import packaged
from kkr_graph.errors import QueryError, quoted


class Kind(StrEnum):
    """What a parameter takes."""

    FORUM = "forum"  # any body, the contact councils among them
    COUNCIL = "council"
    PERSON = "person"
    MUNICIPALITY = "municipality"
    PARTY = "party"
    MEETING = "meeting"
    ITEM = "item"
    CASE = "case"
    TERM = "term"
    ROLE = "role"
    TITLE = "title"  # a word of what a document writes before or behind a name
    OUTCOME = "outcome"
    STATUS = "status"
    DATE = "date"
    INTEGER = "integer"
    TEXT = "text"


# What is looked for among the names of the graph.
NAMED_KINDS = frozenset(
    (
        Kind.FORUM, Kind.COUNCIL, Kind.PERSON, Kind.MUNICIPALITY, Kind.PARTY, Kind.MEETING,
        Kind.ITEM, Kind.CASE, Kind.TERM, Kind.ROLE, Kind.TITLE,
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """Something a question can be narrowed by; ``label`` is Danish."""

    name: str
    kind: Kind
    required: bool
    default: str | None
    label: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an answer, with its Danish heading."""

    name: str
    heading: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """How people ask a question in Danish: text with ``{slots}``, and values that it implies."""

    text: str
    implied: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedQuery:
    """One named question."""

    name: str
    title: str
    title_en: str
    description: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    more: tuple[str, ...]
    patterns: tuple[Pattern, ...]
    row_key: tuple[str, ...]
    first: tuple[str, ...]
    joined: tuple[str, ...]
    order: tuple[str, ...]
    answers: tuple[str, ...]
    sparql: str  # without the header

    def parameter(self, name: str) -> Parameter | None:
        """The parameter of that name, if there is one."""
        return next((each for each in self.parameters if each.name == name), None)

    def kind(self, slot: str) -> Kind:
        """What the parameter of that name takes; every slot of a pattern has one."""
        parameter = self.parameter(slot)
        assert parameter is not None, f"{self.name}: no parameter {slot}"
        return parameter.kind


_LINE = re.compile(
    r"^# (?:param (?P<param>\w+)|(?P<key>[a-z ]+)(?:@(?P<language>da|en))?): (?P<value>.+)$"
)
_PARAMETER = re.compile(r'^(\w+)(?:\s+(required)|\s+default\s+(\S+))?\s+"([^"]+)"$')
_COLUMN = re.compile(r'(\w+)\s+"([^"]+)"')


def load_queries(folder: Path | None = None) -> Mapping[str, NamedQuery]:
    """All named questions by name, in the order of their names; each is read when it is taken.

    Args:
        folder: where the ``.rq`` files are; by default those that come with the program.
    """
    return _Questions(sorted((folder or packaged("queries", "queries")).glob("*.rq")))


class _Questions(Mapping[str, NamedQuery]):
    """The questions of some files, of which a look-up reads the one that it asks."""

    def __init__(self, files: Iterable[Path]) -> None:
        self._files = {file.stem: file for file in files}
        self._read: dict[str, NamedQuery] = {}

    def __getitem__(self, name: str) -> NamedQuery:
        if name not in self._read:
            self._read[name] = read_query(self._files[name])
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def find_query(queries: Mapping[str, NamedQuery], name: str) -> NamedQuery:
    """The question of that name.

    Raises:
        QueryError: there is none; the nearest names are in the hint.
    """
    if name in queries:
        return queries[name]
    raise QueryError(
        f"Der er ikke noget spørgsmål, der hedder {quoted(name)}.",
        _nearest(name, list(queries)) + "kkr-graph ask --list viser alle.",
    )


def _nearest(name: str, names: list[str]) -> str:
    from rapidfuzz import process

    near = [match for match, _, _ in process.extract(name, names, limit=3, score_cutoff=60)]
    return f"Mente du {', '.join(near)}? " if near else ""


def read_query(file: Path) -> NamedQuery:
    """One named question from its file.

    Raises:
        QueryError: the header is not as it must be.
    """
    header = _Header(file.name, file.read_text(encoding="utf-8"))
    return NamedQuery(
        name=file.stem,
        title=header.one("title", "da"),
        title_en=header.one("title", "en"),
        description=header.one("description", "da"),
        parameters=header.parameters(),
        columns=header.columns(),
        more=header.names("more"),
        patterns=tuple(_pattern(text) for text in header.all("question", "da")),
        row_key=header.names("one row per"),
        first=header.names("first"),
        joined=header.names("joined"),
        order=header.names("sorted by"),
        answers=header.names("answers"),
        sparql=header.sparql,
    )


class _Header:
    """The comment lines at the top of a query file; ``sparql`` is what stands below them."""

    def __init__(self, file: str, content: str) -> None:
        lines = content.splitlines(keepends=True)
        head = list(takewhile(lambda line: line.startswith("#"), lines))
        self.sparql = "".join(lines[len(head) :])
        self._file = file
        self._values: dict[tuple[str, str], list[str]] = {}  # by key, and language or parameter
        for line in head:
            if not (match := _LINE.match(line)):
                raise self._wrong(line)
            key, detail = match["key"] or "param", match["param"] or match["language"] or ""
            self._values.setdefault((key, detail), []).append(match["value"].strip())

    def all(self, key: str, language: str = "") -> list[str]:
        return self._values.get((key, language), [])

    def one(self, key: str, language: str = "") -> str:
        values = self.all(key, language)
        if len(values) != 1:
            raise self._wrong(f"{key}@{language}")
        return values[0]

    def names(self, key: str) -> tuple[str, ...]:
        return tuple(name.strip() for value in self.all(key) for name in value.split(","))

    def columns(self) -> tuple[Column, ...]:
        found = tuple(
            Column(*pair) for value in self.all("columns") for pair in _COLUMN.findall(value)
        )
        if not found:
            raise self._wrong("columns")
        return found

    def parameters(self) -> tuple[Parameter, ...]:
        return tuple(
            self._parameter(name, value)
            for (key, name), values in self._values.items()
            if key == "param"
            for value in values
        )

    def _parameter(self, name: str, value: str) -> Parameter:
        match = _PARAMETER.match(value)
        if not name or not match or match[1] not in list(Kind):
            raise self._wrong(f"param {name}: {value}")
        return Parameter(
            name=name,
            kind=Kind(match[1]),
            required=bool(match[2]),
            default=match[3],
            label=match[4],
        )

    def _wrong(self, what: str) -> QueryError:
        return QueryError(
            f"Hovedet i {self._file} er ikke, som det skal være: {what}",
            "Hovedets linjer er beskrevet i docs/reference/questions.md.",
        )


def _pattern(text: str) -> Pattern:
    asked, _, implied = text.partition("|")
    pairs = (pair.partition("=") for pair in implied.split(",") if pair.strip())
    return Pattern(asked.strip(), {name.strip(): value.strip() for name, _, value in pairs})
