"""A graph as nodes with what is said of them, for looking at each node once."""

import re
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache, cached_property
from itertools import groupby
from operator import itemgetter
from sys import intern
from typing import Any, TypeAlias

import pyoxigraph as ox
from rdflib.namespace import RDF, RDFS

from kkr_graph.model.lines import SortedLines

_TERM = r'<[^>]*>|_:[^ ]+|"(?:[^"\\]|\\.)*"(?:@[A-Za-z0-9-]+|\^\^<[^>]*>)?'
_QUAD = re.compile(rf"^({_TERM}) (<[^>]*>) ({_TERM})(?: <[^>]*>)? \.$", re.MULTILINE)
Store: TypeAlias = ox.Store  # noqa: TID251 - given by who opened it through kkr_graph.store
_Term: TypeAlias = Any  # of the engine's terms, which have no class of their own in common
_NEAR = 64  # nodes that are held
_TYPE, _SUBCLASS = f"<{RDF.type}>", f"<{RDFS.subClassOf}>"


class Nodes(ABC):
    """Triples by their subject, each once; terms as N-Quads writes them."""

    @abstractmethod
    def said(self, node: str) -> Collection[tuple[str, str]]:
        """What is said of a node: predicates and values, as often as a graph says it."""

    @abstractmethod
    def leading_to(self, chosen: Collection[str]) -> Iterator[tuple[str, str, str]]:
        """What is said that has one of these as its value."""

    @abstractmethod
    def subclasses(self) -> Iterator[tuple[str, str, str]]:
        """What is said of classes that stand below others."""

    def values(self, node: str, predicate: str) -> set[str]:
        """The values of a property of a node."""
        return {value for said, value in self.said(node) if said == predicate}

    def links(self, node: str, some: Collection[str]) -> set[str]:
        """With which of some properties anything is said of a node."""
        return {link for link, _ in self.said(node) if link in some}

    def is_typed(self, node: str) -> bool:
        """Whether anything says what kind of thing this is."""
        return bool(self.values(node, _TYPE))

    def classes(self, node: str) -> set[str]:
        """The classes that a node is of, and those above them."""
        given = self.given(node)
        return set().union(*(self._above.get(each, ()) for each in given), given)

    def given(self, node: str) -> Collection[str]:
        """The classes that a node is said to be of."""
        return self.values(node, _TYPE)

    @cached_property
    def _above(self) -> Mapping[str, set[str]]:
        """Each class that is below another, with all that stand above it, and itself."""
        direct: dict[str, set[str]] = {}
        for node, _, above in self.subclasses():
            direct.setdefault(node, set()).add(above)
        return {node: set(_reached(node, direct)) for node in direct}

    def around(self, chosen: Iterable[str], steps: int) -> Iterator[tuple[str, str, str]]:
        """What is said of nodes, and of those that it leads to in so many steps."""
        met = set(chosen)
        edge = set(met)
        for _ in range(steps):
            edge = {value for node in edge for _, value in self.said(node)} - met
            met |= edge
        yield from ((node, *said) for node in met for said in self.said(node))


def said_in(
    parts: Iterable[bytes], links: Collection[str] | None = None
) -> Iterator[tuple[str, str, str]]:
    """What N-Quads say, of all graphs; with ``links``, only what is said with one of these."""
    wanted = None if links is None else {link.encode() for link in links}
    for part in parts:
        lines = part
        if wanted is not None:
            every = part.splitlines(keepends=True)
            lines = b"".join(line for line in every if _link_of(line) in wanted)
        for match in _QUAD.finditer(lines.decode()):
            subject, predicate, value = match.groups()
            yield subject, predicate, value


def _link_of(line: bytes) -> bytes:
    return line.partition(b" ")[2].partition(b" ")[0]


class SortedNodes(Nodes):
    """The nodes of sorted N-Quads, each read when it is looked at: only the types are in memory.

    They are kept by the hash of a node's name, which is a third of the memory of names. Of a million nodes
    two would share one of 64 bits once in some ten million graphs.
    """

    def __init__(self, lines: SortedLines) -> None:
        self._lines = lines
        self._near: dict[str, list[tuple[str, str]]] = {}  # what was read last
        self._types: dict[int, tuple[str, ...]] = {}
        self._subclasses: list[tuple[str, str, str]] = []
        for node, link, value in said_in(lines.pieces(), (_TYPE, _SUBCLASS)):
            if link == _TYPE:
                self._types[hash(node)] = _same((*self.given(node), intern(value)))
            else:
                self._subclasses.append((node, link, value))

    def __iter__(self) -> Iterator[str]:
        for node, said in groupby(said_in(self._lines.pieces()), key=itemgetter(0)):
            self._remember(node, said)
            yield node

    def said(self, node: str) -> Collection[tuple[str, str]]:
        """What the quads say of a node."""
        if node not in self._near:
            is_literal = node.startswith('"')
            lines = b"" if is_literal else self._lines.beginning_with(f"{node} ".encode())
            self._remember(node, said_in([lines]))
        return self._near[node]

    def _remember(self, node: str, said: Iterable[tuple[str, str, str]]) -> None:
        """What is looked at together mostly stands together: a passage after its place."""
        while len(self._near) >= _NEAR:
            del self._near[next(iter(self._near))]
        self._near[node] = [(link, value) for _, link, value in said]

    def is_typed(self, node: str) -> bool:
        """Whether anything says what kind of thing this is."""
        return hash(node) in self._types

    def given(self, node: str) -> Collection[str]:
        """The classes that a node is said to be of."""
        return self._types.get(hash(node), ())

    def leading_to(self, chosen: Collection[str]) -> Iterator[tuple[str, str, str]]:
        """What is said that has one of these as its value."""
        yield from (each for each in said_in(self._lines.pieces()) if each[2] in chosen)

    def subclasses(self) -> Iterator[tuple[str, str, str]]:
        """What is said of classes that stand below others."""
        yield from self._subclasses


@cache
def _same(types: tuple[str, ...]) -> tuple[str, ...]:
    """One tuple for all things of the same classes."""
    return types


class StoredNodes(Nodes):
    """The nodes of a store, in the merge of its graphs, each asked for when it is looked at."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, list[tuple[str, str]]] = {}
        self._values: dict[tuple[str, str], set[str]] = {}

    def values(self, node: str, predicate: str) -> set[str]:
        """The values of a property, asked for by itself: of people and bodies very much is said."""
        asked = node, predicate
        if asked not in self._values:
            is_literal = node.startswith('"')
            quads = () if is_literal else self._quads(_term(node), _term(predicate), None)
            self._values[asked] = {str(quad.object) for quad in quads}
        return self._values[asked]

    def links(self, node: str, some: Collection[str]) -> set[str]:
        """With which of some properties anything is said of a node."""
        return {link for link in some if self.values(node, link)}

    def said(self, node: str) -> Collection[tuple[str, str]]:
        """What the quads, or the store, say of a node."""
        if node not in self._known:
            quads = () if node.startswith('"') else self._quads(_term(node), None, None)
            self._known[node] = [(str(quad.predicate), str(quad.object)) for quad in quads]
        return self._known[node]

    def leading_to(self, chosen: Collection[str]) -> Iterator[tuple[str, str, str]]:
        """What is said that has one of these as its value."""
        for node in sorted(chosen):
            for quad in self._quads(None, None, _term(node)):
                yield str(quad.subject), str(quad.predicate), node

    def is_led_to(self, node: str, link: str) -> bool:
        """Whether anything leads to a node by this link."""
        quads = self._quads(None, _term(link), _term(node))
        return next(quads, None) is not None

    def subclasses(self) -> Iterator[tuple[str, str, str]]:
        """What is said of classes that stand below others."""
        for quad in self._quads(None, ox.NamedNode(str(RDFS.subClassOf)), None):
            yield str(quad.subject), _SUBCLASS, str(quad.object)

    def _quads(
        self, subject: _Term | None, predicate: ox.NamedNode | None, value: _Term | None
    ) -> Iterator[ox.Quad]:
        return self._store.quads_for_pattern(subject, predicate, value, ox.DefaultGraph())


@cache
def _term(written: str) -> _Term:
    """The term that N-Quads writes like this."""
    [quad] = ox.parse(f"<urn:x> <urn:x> {written} .", format=ox.RdfFormat.N_TRIPLES)
    return quad.object


def _reached(node: str, direct: Mapping[str, set[str]]) -> Iterator[str]:
    met, edge = {node}, [node]
    while edge:
        for above in direct.get(edge.pop(), set()) - met:
            met.add(above)
            edge.append(above)
    yield from met
