"""A graph as nodes with what is said of them, for looking at each node once."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from sys import intern

from rdflib.namespace import RDF, RDFS

_TERM = r'<[^>]*>|_:[^ ]+|"(?:[^"\\]|\\.)*"(?:@[A-Za-z0-9-]+|\^\^<[^>]*>)?'
_QUAD = re.compile(rf"^({_TERM}) (<[^>]*>) ({_TERM})(?: <[^>]*>)? \.$", re.MULTILINE)
_TYPE, _SUBCLASS = f"<{RDF.type}>", f"<{RDFS.subClassOf}>"


class Nodes:
    """The triples of N-Quads by their subject, each once; terms as N-Quads writes them."""

    def __init__(self, nquads: bytes) -> None:
        self._said: dict[str, list[tuple[str, str]]] = {}
        self._typed: set[str] = set()
        for match in _QUAD.finditer(nquads.decode()):
            subject, predicate, value = match.groups()
            self._said.setdefault(subject, []).append((intern(predicate), value))
            if predicate == _TYPE:
                self._typed.add(subject)

    def __iter__(self) -> Iterator[str]:
        return iter(self._said)

    def said(self, node: str) -> Collection[tuple[str, str]]:
        """What is said of a node: predicates and values, as often as a graph says it."""
        return self._said.get(node, ())

    def values(self, node: str, predicate: str) -> set[str]:
        """The values of a property of a node."""
        return {value for said, value in self.said(node) if said == predicate}

    def is_typed(self, node: str) -> bool:
        """Whether anything says what kind of thing this is."""
        return node in self._typed

    def classes(self, node: str) -> set[str]:
        """The classes that a node is of, and those above them."""
        found: set[str] = set()
        for given in self.values(node, _TYPE):
            found |= self._above.get(given, {given})
        return found

    @cached_property
    def _above(self) -> Mapping[str, set[str]]:
        """Each class that is below another, with all that stand above it, and itself."""
        said = ((node, self.values(node, _SUBCLASS)) for node in self._typed)
        direct = {node: classes for node, classes in said if classes}
        return {node: set(_reached(node, direct)) for node in direct}

    def around(self, chosen: Iterable[str], steps: int) -> Iterator[tuple[str, str, str]]:
        """What is said of nodes, and of those that it leads to in so many steps."""
        met = set(chosen)
        edge = set(met)
        for _ in range(steps):
            edge = {value for node in edge for _, value in self.said(node)} - met
            met |= edge
        yield from ((node, *said) for node in met for said in self.said(node))

    def linked_by(self, links: Collection[str]) -> Iterator[tuple[str, str, str]]:
        """What is said with one of these properties."""
        for node, said in self._said.items():
            yield from ((node, link, value) for link, value in said if link in links)

    def leading_to(self, chosen: Collection[str]) -> Iterator[tuple[str, str, str]]:
        """What is said that has one of these as its value."""
        for node, said in self._said.items():
            yield from ((node, link, value) for link, value in said if value in chosen)

    def subclasses(self) -> Iterator[tuple[str, str, str]]:
        """What is said of classes that stand below others."""
        for node in self._above:
            yield from ((node, _SUBCLASS, above) for above in self.values(node, _SUBCLASS))


def _reached(node: str, direct: Mapping[str, set[str]]) -> Iterator[str]:
    met, edge = {node}, [node]
    while edge:
        for above in direct.get(edge.pop(), set()) - met:
            met.add(above)
            edge.append(above)
    yield from met
