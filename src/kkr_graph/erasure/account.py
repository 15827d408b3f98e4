"""All that is held of a person, with sources: what the graph answers, and what lies in files."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass

from kkr_graph.config import Config
from kkr_graph.erasure.person import Person, graph_of
from kkr_graph.erasure.traces import Search, Traces, find_traces
from kkr_graph.errors import QueryError
from kkr_graph.iri import Minter
from kkr_graph.model.extract import Json
from kkr_graph.queries.answers import Answer, run_query
from kkr_graph.queries.days import today
from kkr_graph.queries.named import Kind, NamedQuery, load_queries
from kkr_graph.store import Graph


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What one question says of the person: a record for each row, by Danish heading."""

    title: str
    rows: tuple[dict[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Everything. ``statements`` are the lines of the graph that name the person or the identity."""

    person: Person
    answers: tuple[Answered, ...]
    statements: tuple[str, ...]
    traces: Traces

    def to_json(self) -> dict[str, Json]:
        """All of it as JSON values."""
        traces: dict[str, Json] = asdict(self.traces)
        return {
            "name": self.person.name,
            "identities": list(self.person.slugs),
            "also_written": [name for name in self.person.names if name != self.person.name],
            "namesakes": list(self.person.namesakes),
            "answers": {each.title: [dict(row) for row in each.rows] for each in self.answers},
            "files": traces,
            "statements": list(self.statements),
        }


def account_of(config: Config, person: Person) -> Account:
    """All that is held of a person.

    Raises:
        KkrGraphError: The graph or a file cannot be read.
    """
    graph = graph_of(config)
    return Account(
        person=person,
        answers=tuple(_answers(graph, config, person)) if graph and person.slugs else (),
        statements=tuple(_statements(config, person)),
        traces=find_traces(config, person),
    )


def _answers(graph: Graph, config: Config, person: Person) -> Iterator[Answered]:
    """Every named question that can be asked of a person alone."""
    minter = Minter(config.base)
    for query in load_queries().values():
        parameter = _asks_of_a_person(query)
        if parameter is None:
            continue
        rows: dict[tuple[str, ...], dict[str, str]] = {}
        for slug in person.slugs:
            with suppress(QueryError):  # an identity that points to another is nobody to ask of
                answer = run_query(graph, query, {parameter: minter.person(slug)}, now=today())
                for told in _records(query, answer):
                    rows.setdefault(tuple(told.values()), told)
        if rows:
            yield Answered(title=query.title, rows=tuple(rows.values()))


def _records(query: NamedQuery, answer: Answer) -> Iterator[dict[str, str]]:
    for row in answer.rows:
        cells = ((column.heading, answer.text(row, column.name)) for column in query.columns)
        yield {heading: text for heading, text in cells if text}


def _asks_of_a_person(query: NamedQuery) -> str | None:
    if any(each.required and each.kind is not Kind.PERSON for each in query.parameters):
        return None
    return next((each.name for each in query.parameters if each.kind is Kind.PERSON), None)


def _statements(config: Config, person: Person) -> Iterator[str]:
    """The lines of the graph, as it is written, that have the person's address or a name."""
    if not config.quads.is_file():
        return
    minter, search = Minter(config.base), Search(config, person)
    addresses = [f"<{minter.person(slug)}>" for slug in person.slugs]
    with config.quads.open(encoding="utf-8") as lines:
        for line in lines:
            if any(address in line for address in addresses) or search.names(line):
                yield line.rstrip("\n")
