"""Asking a named question, and giving the answer labels, one row per fact, and Danish order."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from kkr_graph.model import danish
from kkr_graph.model.names import danish_sort_key
from kkr_graph.model.solutions import Row, Solutions, Term
from kkr_graph.queries.arguments import Reader
from kkr_graph.queries.binding import bind, is_iri, serialise
from kkr_graph.queries.concepts import concept_labels
from kkr_graph.queries.days import today
from kkr_graph.queries.named import Column, NamedQuery
from kkr_graph.queries.places import Places, places_of
from kkr_graph.queries.roles import is_role, role_rank
from kkr_graph.store import Graph
from kkr_graph.vocab import XSD

_IRIS_AT_ONCE = 150
_LONGEST_IRI = 500  # so that a question for labels stays within what a store reads
_LABELS = """
SELECT DISTINCT ?thing ?rank ?label WHERE {{
  VALUES ?thing {{ {iris} }}
  {{ ?thing skos:prefLabel ?label BIND(0 AS ?rank) FILTER(LANG(?label) != "en") }}
  UNION {{ ?thing foaf:name ?label BIND(0 AS ?rank) }}
  UNION {{ ?thing dcterms:title ?label BIND(1 AS ?rank) }}
  UNION {{ ?thing adms:identifier ?id . ?id skos:notation ?label BIND(2 AS ?rank) }}
  UNION {{ ?thing skos:notation ?label BIND(3 AS ?rank) }}
}}
"""
_END = re.compile(r"/id/|/ns#|/concept/")
_DIGITS = re.compile(r"(\d+)")
_Key = tuple[int, float, list[str | int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Rows with headings, and a label for every IRI in them that has one.

    A row may hold more than the columns, such as the node that it is about. ``arguments`` says
    what each parameter was understood as, ``places`` what the place of a source is called.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    labels: Mapping[str, str]
    truncated: bool = False
    arguments: Mapping[str, str] = field(default_factory=dict)
    places: Places = field(default_factory=dict)

    def text(self, row: Row, column: str) -> str:
        """What a person reads in a cell: the label of an IRI, or the value; empty if unbound."""
        term = row.get(column)
        return "" if term is None else shown(term, self.labels)

    def place(self, row: Row) -> str:
        """What the place of a row's source is called, where page and line do not say it."""
        return self.places.get((_value(row, "document"), _value(row, "line")), "")


def _value(row: Row, column: str) -> str:
    term = row.get(column)
    return "" if term is None else term.value


def shown(term: Term, labels: Mapping[str, str]) -> str:
    """The label of an IRI, the end of one that has none, or a literal's value."""
    if not term.is_iri:
        return term.value
    return labels.get(term.value) or _END.split(term.value)[-1] or term.value


def run_query(
    graph: Graph,
    query: NamedQuery,
    arguments: Mapping[str, str],
    *,
    now: date | None = None,
    limit: int | None = None,
    leave_out: str = "",
) -> Answer:
    """Ask a named question with arguments as people type them.

    Args:
        graph: where to ask.
        query: the question.
        arguments: values by parameter, such as ``{"forum": "DEB"}``; an IRI is also understood.
        now: what ``today`` means; by default the day it is.
        limit: at most so many rows are fetched.
        leave_out: a parameter that is left open, also where it has a default.

    Raises:
        QueryError: an argument is missing or wrong.
        StoreError: the graph cannot be asked.
    """
    understood = Reader(graph, now=now or today()).read_all(query, arguments)
    understood.pop(leave_out, None)
    sparql = bind(query.sparql, {name: given.term for name, given in understood.items()})
    solutions = graph.select(sparql, limit=limit)
    labels = labels_of(graph, solutions.rows)
    rows = _sorted(sorted(solutions.rows, key=_total_order), query.first, labels)
    rows = _joined(rows, query.row_key, query.joined, labels)
    return Answer(
        title=query.title,
        columns=query.columns,
        rows=tuple(_sorted(rows, query.order or _names(query.columns), labels)),
        labels=labels,
        truncated=solutions.truncated,
        arguments={name: given.label for name, given in understood.items()},
        places=places_of(graph, rows, labels),
    )


def label_solutions(graph: Graph, solutions: Solutions, *, title: str = "") -> Answer:
    """The answer to a free question as it came, with labels for its IRIs."""
    return Answer(
        title=title,
        columns=tuple(Column(name, name) for name in solutions.columns),
        rows=solutions.rows,
        labels=labels_of(graph, solutions.rows),
        truncated=solutions.truncated,
    )


def labels_of(graph: Graph, rows: Iterable[Row]) -> Mapping[str, str]:
    """The Danish label of every IRI in the rows that has one."""
    known = concept_labels()
    iris = sorted({term.value for row in rows for term in row.values() if term.is_iri})
    labels = {iri: known[iri] for iri in iris if iri in known}
    unknown = [iri for iri in iris if iri not in known and _can_be_asked(iri)]
    for start in range(0, len(unknown), _IRIS_AT_ONCE):
        labels |= _fetch_labels(graph, unknown[start : start + _IRIS_AT_ONCE])
    return labels


def _can_be_asked(iri: str) -> bool:
    """A server may hold IRIs that no query can name."""
    return len(iri) <= _LONGEST_IRI and is_iri(iri)


def _fetch_labels(graph: Graph, iris: Sequence[str]) -> dict[str, str]:
    written = " ".join(serialise(Term(value=iri, is_iri=True)) for iri in iris)
    rows = graph.select(_LABELS.format(iris=written)).rows
    found = [(row["thing"].value, row["rank"].value, row["label"].value) for row in rows]
    return {iri: label for iri, _, label in sorted(found, reverse=True)}  # the first rank wins


def _names(columns: Iterable[Column]) -> tuple[str, ...]:
    return tuple(column.name for column in columns)


def _joined(
    rows: Iterable[Row], key: Sequence[str], joined: Sequence[str], labels: Mapping[str, str]
) -> list[Row]:
    """The first of the rows that agree in the key, with all values of the joined columns."""
    if not key:
        return list(rows)
    groups: dict[tuple[Term | None, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(tuple(row.get(name) for name in key), []).append(row)
    return [{**group[0], **dict(_all_values(group, joined, labels))} for group in groups.values()]


def _total_order(row: Row) -> list[tuple[str, Term]]:
    """Engines give rows in any order; which of several is shown must not depend on that."""
    return sorted(row.items())


def _all_values(
    group: Sequence[Row], joined: Sequence[str], labels: Mapping[str, str]
) -> Iterator[tuple[str, Term]]:
    for name in joined:
        told = [row[name] for row in group if name in row]
        values = {shown(term, labels): term for term in told}
        if len(values) > 1:
            ordered = sorted(values, key=danish_sort_key)
            yield name, Term(value=", ".join(_in_list(values[text], text) for text in ordered))
        elif told:
            yield name, told[0]  # the row that is shown need not be the one that has it


def _in_list(term: Term, text: str) -> str:
    """A day among others as Danish writes it; alone it stays a day."""
    return danish.day(date.fromisoformat(text)) if term.datatype == XSD.date else text


def _sorted(rows: list[Row], order: Sequence[str], labels: Mapping[str, str]) -> list[Row]:
    for name in reversed(order):
        key = partial(_sort_key, name.removeprefix("-"), labels)
        rows = sorted(rows, key=key, reverse=name.startswith("-"))
    return rows


def _sort_key(column: str, labels: Mapping[str, str], row: Row) -> _Key:
    """Roles by rank, nothing, numbers by size, then text as Danes sort it, ``3.9`` before ``3.10``."""
    term = row.get(column)
    if term is None:
        return 0, 0.0, []
    if is_role(term.value):
        return -1, role_rank(term.value), []
    number = _number(term)
    if number is not None:
        return 1, number, []
    parts = _DIGITS.split(danish_sort_key(shown(term, labels)))
    return 2, 0.0, [int(part) if part.isdecimal() else part for part in parts]


def _number(term: Term) -> float | None:
    numeric = ("integer", "decimal", "double", "float")
    if term.datatype is None or not term.datatype.endswith(numeric):
        return None
    try:
        return float(term.value)
    except ValueError:
        return None
