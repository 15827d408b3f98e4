"""Narrow questions to the graph: columns of a pattern, and the values of one property."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from kkr_graph.errors import StoreError
from kkr_graph.model.names import clean
from kkr_graph.model.solutions import Row, Term
from kkr_graph.queries.binding import serialise
from kkr_graph.store import Graph

_AT_ONCE = 500  # IRIs in one VALUES: well under what a SPARQL text may hold
# Control characters, and those that turn the direction of the text around them.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


class Properties:
    """The properties of things in a graph, one at a time."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def select(self, columns: str, pattern: str) -> tuple[Row, ...]:
        """The rows of these columns, sorted.

        Raises:
            StoreError: The graph gave only some of them.
        """
        rows = self._rows(f"SELECT DISTINCT {columns} WHERE {{ {pattern} }}")
        return tuple(sorted(rows, key=lambda row: [row[name].value for name in sorted(row)]))

    def _rows(self, sparql: str) -> tuple[Row, ...]:
        answer = self._graph.select(sparql)
        if answer.truncated:
            raise StoreError(
                "Svaret fra grafen blev afkortet, så netværket ville mangle noget.",
                "Byg netværket af grafen på denne maskine i stedet for af serveren.",
            )
        return answer.rows

    def values(self, pattern: str, *, plain: bool = True) -> dict[str, tuple[str, ...]]:
        """The values of ``?o`` for each ``?s``, sorted."""
        found: dict[str, set[str]] = defaultdict(set)
        # not DISTINCT: what comes twice is one in a set, and the engine would keep every row
        for row in self._rows(f"SELECT ?s ?o WHERE {{ {pattern} }}"):
            value = row["o"]
            found[row["s"].value].add(
                plain_text(value.value) if plain and not value.is_iri else value.value
            )
        return {iri: tuple(sorted(values)) for iri, values in found.items()}

    def of(
        self, subjects: Iterable[str], pattern: str, *, plain: bool = True
    ) -> dict[str, tuple[str, ...]]:
        """The same for these ``?s`` alone, however many they are."""
        found: dict[str, tuple[str, ...]] = {}
        for some in _portions(sorted(subjects)):
            values = " ".join(written(iri) for iri in some)
            found |= self.values(f"VALUES ?s {{ {values} }} {pattern}", plain=plain)
        return found


def apart(*patterns: str) -> str:
    """Patterns that are each read whole before they are joined.

    The engine else looks up one property of one thing after another, which takes up to five times
    as long where most things are wanted.
    """
    return " ".join(f"{{ SELECT * WHERE {{ {pattern} }} }}" for pattern in patterns)


def written(iri: str) -> str:
    """An IRI as SPARQL has it."""
    return serialise(Term(value=iri, is_iri=True))


def _portions(iris: list[str]) -> Iterator[list[str]]:
    return (iris[at : at + _AT_ONCE] for at in range(0, len(iris), _AT_ONCE))


def plain_text(text: str) -> str:
    """A name without line breaks and without characters that turn the text around them."""
    return clean(_UNSEEN.sub(" ", text)) or "uden navn"
