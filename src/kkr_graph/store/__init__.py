"""The graph as something to ask: embedded on disk, or a SPARQL server elsewhere."""

from typing import Protocol

from kkr_graph.model.solutions import Solutions


class Graph(Protocol):
    """What can be asked in SPARQL. The default graph is the union of the named graphs."""

    def select(self, sparql: str, *, limit: int | None = None) -> Solutions:
        """The rows of a SELECT, at most ``limit``."""

    def ask(self, sparql: str) -> bool:
        """The answer to an ASK."""

    def construct(self, sparql: str) -> bytes:
        """The triples of a CONSTRUCT or DESCRIBE as sorted N-Triples."""
