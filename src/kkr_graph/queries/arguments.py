"""What somebody gives a question, checked by type and turned into a term of the graph."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kkr_graph.errors import QueryError, quoted
from kkr_graph.model.names import fold
from kkr_graph.model.solutions import Term
from kkr_graph.queries.days import required_day, with_iso_days
from kkr_graph.queries.named import Kind, NamedQuery, Parameter
from kkr_graph.queries.names import Found, Names, names_of
from kkr_graph.queries.phrasing import phrasing
from kkr_graph.queries.titles import Titles
from kkr_graph.store import Graph
from kkr_graph.vocab import XSD

MAX_LENGTH = 10_000
_ANYTHING = 3  # any words are a text: a name that fits, however loosely, is meant before it


@dataclass(frozen=True, slots=True)
class Argument:
    """A value for a parameter: the term that is bound, and how it reads."""

    term: Term
    label: str
    looseness: int = 0  # of the name's match, as in ``Found``


class Reader:
    """Reads arguments against one graph; the names of each kind are fetched once."""

    def __init__(self, graph: Graph, *, now: date) -> None:
        self._graph = graph
        self._now = now
        self._names: dict[Kind, Names] = {}
        self._titles: Titles | None = None

    @property
    def now(self) -> date:
        """The day that ``i dag`` means."""
        return self._now

    def read_all(self, query: NamedQuery, given: Mapping[str, str]) -> dict[str, Argument]:
        """Every given value, and the defaults of the others.

        Raises:
            QueryError: one is missing, unknown to the question, or not of its type.
        """
        if unknown := [name for name in given if query.parameter(name) is None]:
            raise _unknown_parameter(query, unknown[0])
        arguments: dict[str, Argument] = {}
        for parameter in query.parameters:
            value = given.get(parameter.name, parameter.default)
            if value is not None:
                arguments[parameter.name] = self.read(parameter, value)
            elif parameter.required:
                raise _missing_parameter(query, parameter)
        return arguments

    def read(self, parameter: Parameter, value: str) -> Argument:
        """One value.

        Raises:
            AmbiguousName: a name that fits several things.
            QueryError: it is not of the parameter's type, or there is no such thing.
        """
        if len(value) > MAX_LENGTH:
            raise QueryError(
                f"{parameter.label} er {len(value)} tegn langt; grænsen er {MAX_LENGTH}.",
                "Forkort teksten.",
            )
        match parameter.kind:
            case Kind.TEXT:
                return Argument(Term(value=value), value, _ANYTHING)
            case Kind.ROLE:  # "formænd" are whoever is "formand"
                return self._thing(parameter.kind, phrasing().words.get(fold(value), value))
            case Kind.TITLE:
                return self._title(value)
            case Kind.INTEGER:
                return _integer(parameter, value)
            case Kind.DATE:
                return self._day(parameter, value)
            case Kind.MEETING:
                return self._thing(parameter.kind, with_iso_days(value, now=self._now))
            case _:
                return self._thing(parameter.kind, value)

    def _day(self, parameter: Parameter, value: str) -> Argument:
        try:
            day = required_day(value, now=self._now)
        except QueryError as error:
            raise QueryError(f"{parameter.label}: {error}", error.hint) from error
        return Argument(Term(value=day.isoformat(), datatype=XSD.date), day.isoformat())

    def _title(self, value: str) -> Argument:
        if self._titles is None:
            self._titles = Titles(self._graph)
        title = self._titles.find(value)
        return Argument(Term(value=title), title)

    def find(self, kind: Kind, name: str) -> Found:
        """The thing of a kind that is meant by a name.

        Raises:
            AmbiguousName: several things fit.
            UnknownName: nothing does.
        """
        if kind not in self._names:
            self._names[kind] = names_of(self._graph, kind)
        return self._names[kind].find(name)

    def _thing(self, kind: Kind, value: str) -> Argument:
        found = self.find(kind, value)
        return Argument(Term(value=found.iri, is_iri=True), found.label, found.looseness)


def _integer(parameter: Parameter, value: str) -> Argument:
    if not (value.isascii() and value.isdecimal() and len(value) <= 9):
        raise QueryError(
            f"{parameter.label}: {quoted(value[:80])} er ikke et helt tal.",
            "Skriv det med cifre, fx 2.",
        )
    return Argument(Term(value=str(int(value)), datatype=XSD.integer), value)


def _unknown_parameter(query: NamedQuery, name: str) -> QueryError:
    known = ", ".join(f"--{parameter.name}" for parameter in query.parameters) or "ingen"
    return QueryError(
        f"Spørgsmålet {query.name} kan ikke afgrænses med --{name}.",
        f"Det tager: {known}.",
    )


def _missing_parameter(query: NamedQuery, parameter: Parameter) -> QueryError:
    return QueryError(
        f"Spørgsmålet {query.name} mangler --{parameter.name} ({parameter.label}).",
        f"Eksempel: kkr-graph ask {query.name} --{parameter.name} …",
    )
