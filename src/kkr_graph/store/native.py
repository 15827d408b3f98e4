"""What the engine answers, as our values and errors."""

from collections.abc import Iterator
from typing import TypeAlias

import pyoxigraph as ox

from kkr_graph.errors import QueryError, StoreError
from kkr_graph.model.solutions import Row, Term, literal
from kkr_graph.store.mistakes import mistake

Native: TypeAlias = "ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples"
_TERMS = 1 << 16  # of an answer that are kept at hand


def in_danish(error: Exception, sparql: str) -> Exception:
    """What the engine complains of, as one of our errors."""
    if isinstance(error, SyntaxError):
        return mistake(str(error), sparql)
    if isinstance(error, OSError) or "Corruption" in str(error):
        return StoreError(
            f"Grafen kan ikke læses: {error}", "Kør kkr-graph build for at bygge den igen."
        )
    return QueryError(f"Spørgsmålet kan ikke besvares: {error}", "Prøv at omskrive det.")


def columns_of(answer: ox.QuerySolutions) -> tuple[str, ...]:
    """The names of the columns."""
    return tuple(variable.value for variable in answer.variables)


def rows_of(answer: ox.QuerySolutions) -> Iterator[Row]:
    """The solutions as rows."""
    columns, terms = columns_of(answer), _Terms()
    for solution in answer:
        values = zip(columns, solution, strict=True)
        yield {name: terms[value] for name, value in values if value is not None}


class _Terms(dict["ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple", Term]):
    """The engine's terms as ours: one that comes again, as most do, is not made again."""

    def __missing__(self, value: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Term:
        if len(self) >= _TERMS:
            self.clear()
        made = self[value] = _term(value)
        return made


def sorted_triples(answer: ox.QueryTriples) -> bytes:
    """Triples as sorted N-Triples, each once."""
    written = answer.serialize(format=ox.RdfFormat.N_TRIPLES)
    assert isinstance(written, bytes)
    return b"".join(sorted(set(written.splitlines(keepends=True))))


def _term(value: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Term:
    match value:
        case ox.NamedNode():
            return Term(value=value.value, is_iri=True)
        case ox.BlankNode():
            return Term(value=value.value, is_blank=True)
        case ox.Literal():
            return literal(value.value, value.datatype.value, value.language)
        case _:
            return Term(value=str(value))
