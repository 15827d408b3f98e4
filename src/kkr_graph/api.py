"""What Python programs and notebooks use: ``import kkr_graph``.

Names and questions are understood as on the command line. What is slow to import is imported by
the function that needs it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, overload

from kkr_graph.errors import ConfigError
from kkr_graph.model.solutions import Term
from kkr_graph.vocab import XSD

if TYPE_CHECKING:
    from networkx import MultiDiGraph
    from pandas import DataFrame
    from rdflib import Dataset

    from kkr_graph.queries import Answer

_BUILD = Path("build")


@dataclass(frozen=True, slots=True, order=True)
class Thing:
    """Something that the graph knows, by its IRI, and what people call it."""

    label: str
    iri: str

    def __str__(self) -> str:
        """What people call it."""
        return self.label


Value: TypeAlias = Thing | str | int | Decimal | bool | date | None
Row: TypeAlias = Mapping[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows(Sequence[Row]):
    """The answer to a question: rows of Python values, in the order of the question.

    ``columns`` are the names with their Danish headings, ``arguments`` says what each name that
    was given was understood as.
    """

    title: str
    columns: Mapping[str, str]
    rows: tuple[Row, ...] = field(repr=False)
    arguments: Mapping[str, str]

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        """One row, or some."""
        return self.rows[at]

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def to_pandas(self) -> "DataFrame":
        """The rows as a table; beside a column of things, named by label, one of their IRIs.

        Raises:
            ConfigError: pandas is not installed.
        """
        try:
            from pandas import DataFrame
        except ImportError as error:
            raise ConfigError(
                "pandas er ikke installeret.", "Installér det i det samme miljø: pip install pandas"
            ) from error
        columns: dict[str, list[object]] = {}
        for name in self.columns:
            values = [row[name] for row in self.rows]
            columns[name] = [str(v) if isinstance(v, Thing) else v for v in values]
            if any(isinstance(value, Thing) for value in values):
                iris = [value.iri if isinstance(value, Thing) else None for value in values]
                columns[f"{name}_iri"] = [*iris]
        return DataFrame(columns)


def open_graph(path: str | Path = _BUILD) -> "Dataset":
    """The graph in a build folder as a read-only ``rdflib.Dataset`` on the embedded store.

    Raises:
        StoreError: there is no graph, or it is damaged.
    """
    from kkr_graph.store.dataset import open_dataset

    return open_dataset(Path(path))


def ask(
    question: str,
    *,
    graph: str | Path = _BUILD,
    endpoint: str | None = None,
    **parameters: str | int | date,
) -> Rows:
    """The answer to a named question, or to one in Danish.

    Args:
        question: a name as ``who-represents``, or a question as people would ask it.
        graph: the folder that ``kkr-graph build`` wrote.
        endpoint: a SPARQL server instead of the folder.
        parameters: what narrows it, as ``forum="DEB"``; names as people type them.

    Raises:
        QueryError: the question is not known, or a name in it fits nothing or several things.
        StoreError: the graph cannot be asked.
    """
    from kkr_graph.queries import load_queries, run_query
    from kkr_graph.queries.meaning import meant_by
    from kkr_graph.store.opening import graph_at

    asked = graph_at(Path(graph), endpoint)
    queries = load_queries()
    given = {name: _written(value) for name, value in parameters.items()}
    query, arguments = meant_by(question, asked, queries, given)
    answer = run_query(asked, query, arguments)
    return Rows(
        title=answer.title,
        columns={column.name: column.heading for column in answer.columns},
        rows=tuple(_rows(answer)),
        arguments=answer.arguments,
    )


def network_of(
    name: str | None = None,
    *,
    graph: str | Path = _BUILD,
    endpoint: str | None = None,
    day: date | None = None,
    limit: int = 150,
) -> "MultiDiGraph[str]":
    """The network around a person, a body, a municipality or a party; without a name, of all.

    Args:
        name: as people type it, such as ``"Frimand"``.
        graph: the folder that ``kkr-graph build`` wrote.
        endpoint: a SPARQL server instead of the folder.
        day: only what held on this day.
        limit: at most so many nodes, those nearest to the name.

    Raises:
        QueryError: the name fits nothing, or several things.
        StoreError: the graph cannot be asked.
    """
    from kkr_graph.network.multigraph import as_multigraph
    from kkr_graph.network.projection import project
    from kkr_graph.network.subject import Subjects
    from kkr_graph.queries.days import today
    from kkr_graph.store.opening import graph_at

    asked = graph_at(Path(graph), endpoint)
    subjects = Subjects(asked, now=today(), limit=limit)
    network = project(asked, subjects.of_any_kind(name) if name else subjects.overview())
    return as_multigraph(network if day is None else network.on(day))


def _written(value: str | int | date) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _rows(answer: "Answer") -> Iterator[Row]:
    for row in answer.rows:
        yield {
            column.name: _value(row.get(column.name), answer.text(row, column.name))
            for column in answer.columns
        }


def _value(term: Term | None, label: str) -> Value:
    if term is None:
        return None
    if term.is_iri:
        return Thing(label, term.value)
    match term.datatype:
        case XSD.date:
            return date.fromisoformat(term.value)
        case XSD.boolean:
            return term.value == "true"
        case XSD.integer:
            return int(term.value)
        case XSD.decimal:
            return Decimal(term.value)
        case _:
            return term.value
