"""Asking the named questions, and reading the cells of their answers."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from kkr_graph.model import danish
from kkr_graph.model.solutions import Row
from kkr_graph.model.tenure import FOREVER
from kkr_graph.queries.answers import Answer, run_query
from kkr_graph.queries.builds import data_through, days_of_posts_to_begin
from kkr_graph.queries.named import Kind, find_query, load_queries
from kkr_graph.queries.names import Found, names_of
from kkr_graph.queries.sources import place_in_words, source_names, with_file
from kkr_graph.store import Graph
from kkr_graph.vocab import XSD


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where something stands: the document, the page or line in it, and the words.

    ``where`` says it in words where page and line are not what people look for, as in a sheet.
    """

    document: str = ""
    page: int | None = None
    line: int | None = None
    quote: str = ""
    where: str = ""
    name: str = ""  # what staff call the document, as on the pages

    @property
    def called(self) -> str:
        """``referat 24.10.2025 (referat.docx)``."""
        return with_file(self.name, self.document)

    @property
    def place(self) -> str:
        """``side 3, linje 71`` or ``ark Medlemmer, række 8``; empty where the document says none."""
        return place_in_words(self.page, self.line, self.where)

    @property
    def cited(self) -> str:
        """``referat 24.10.2025 (referat.docx), side 3, linje 71``."""
        return ", ".join(filter(None, (self.called, self.place)))


NO_SOURCE = Source()

CONFLICT = ("subject", "where_found", "one", "other")
"""The columns of the question ``conflicts`` that a finding of the same names."""


@dataclass(frozen=True, slots=True)
class Record:
    """A row of an answer; what is not bound reads as empty."""

    answer: Answer
    row: Row
    documents: Mapping[str, str] = field(default_factory=dict)  # what they are called, by IRI

    def text(self, column: str) -> str:
        """What a person reads."""
        return self.answer.text(self.row, column)

    def words(self, column: str) -> str:
        """The same for a sentence, in which a day is ``24.10.2025``."""
        term = self.row.get(column)
        if term is None or term.datatype != XSD.date:
            return self.text(column)
        return danish.day(date.fromisoformat(term.value))

    def name(self, column: str) -> str:
        """The label of an IRI; empty where it has none."""
        return self.answer.labels.get(self.iri(column), "")

    def iri(self, column: str) -> str:
        """The IRI behind the label, or the value itself."""
        term = self.row.get(column)
        return term.value if term else ""

    def number(self, column: str) -> int | None:
        """A whole number."""
        term = self.row.get(column)
        return int(term.value) if term else None

    def day(self, column: str) -> date | None:
        """A day; the end of time is none."""
        term = self.row.get(column)
        day = date.fromisoformat(term.value) if term else None
        return None if day == FOREVER else day

    def is_told(self, messages: Iterable[str], columns: Iterable[str]) -> bool:
        """Whether one of the messages says all that stands in these columns."""
        said = [self.words(column) for column in columns]
        return any(all(word in message for word in said) for message in messages)

    @property
    def source(self) -> Source:
        """The document, place and quote that a row of any question ends with."""
        return Source(
            document=self.text("document"),
            page=self.number("page"),
            line=self.number("line"),
            quote=self.text("quote"),
            where=self.answer.place(self.row),
            name=self.documents.get(self.iri("document"), ""),
        )


class Questions:
    """The named questions, put to one graph; nothing here knows what day it is."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._queries = load_queries()

    def ask(self, name: str, **arguments: str | None) -> Iterator[Record]:
        """The rows of an answer; an argument that is None is left out.

        Raises:
            QueryError: an argument is a name that the graph does not have.
            StoreError: the graph cannot be asked.
        """
        given = {key: value for key, value in arguments.items() if value is not None}
        query = find_query(self._queries, name)
        answer = run_query(self._graph, query, given, now=self.data_through or FOREVER)
        return (Record(answer, row, self._documents) for row in answer.rows)

    def find(self, kind: Kind, typed: str) -> Found:
        """The thing that is meant by a name.

        Raises:
            AmbiguousName: several things fit.
            QueryError: nothing does.
        """
        return names_of(self._graph, kind).find(typed)

    @cached_property
    def _documents(self) -> Mapping[str, str]:
        return source_names(self._graph)

    @cached_property
    def data_through(self) -> date | None:
        """The latest day that the documents tell of."""
        return data_through(self._graph)

    @cached_property
    def days_of_posts_to_begin(self) -> tuple[date, ...]:
        """The days on which those are shown who are to begin after that."""
        day = self.data_through
        return days_of_posts_to_begin(self._graph, day) if day else ()

    @cached_property
    def data_through_by_council(self) -> Mapping[str, date]:
        """The same for each contact council that documents tell of, by name."""
        told = {each.text("council"): each.day("date") for each in self.ask("data-through")}
        return {council: day for council, day in told.items() if day}
