"""What a network consists of: nodes, edges, and the passages that prove them."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from kkr_graph.constitution.change import Change
from kkr_graph.model.names import danish_sort_key
from kkr_graph.model.tenure import FOREVER, EndStatus


class NodeKind(StrEnum):
    """What a node stands for."""

    PERSON = "person"
    BODY = "body"
    MUNICIPALITY = "municipality"
    PARTY = "party"
    MEETING = "meeting"
    DECISION = "decision"


class EdgeKind(StrEnum):
    """What an edge says. A tenure is an edge: somebody's role in a body for a time."""

    TENURE = "tenure"
    ATTENDANCE = "attendance"
    STATEMENT = "statement"
    PARTY = "party"
    MUNICIPALITY = "municipality"
    MEETING = "meeting"
    DECISION = "decision"


EVENTS = frozenset({EdgeKind.ATTENDANCE, EdgeKind.STATEMENT, EdgeKind.MEETING, EdgeKind.DECISION})
"""Edges for what happened on a day: it has happened on every later day too."""


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Proof:
    """A passage of a document. ``line`` and ``page`` are absent where there are none.

    ``where`` says it in words where they are not what people look for, as in a sheet.
    """

    document: str
    name: str = ""  # what staff call it, as on the pages
    line: int | None = None
    page: int | None = None
    where: str = ""
    quote: str
    evidence: str = field(default="", compare=False)  # its IRI; the same words prove the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Somebody or something; ``notes`` are Danish headings with values, for the details."""

    id: str
    kind: NodeKind
    label: str
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A tie between two nodes, valid in ``from_ .. through``, both ends inclusive.

    ``start`` and ``end`` are only what a document states. ``facts`` are the IRIs in the graph
    that say it, and ``proofs`` the passages that these were read from. ``change`` is what became
    of a post from one term to another, where two are compared.
    """

    id: str
    source: str
    target: str
    kind: EdgeKind
    role: str  # Danish
    from_: date
    through: date = FOREVER
    start: date | None = None
    end: date | None = None
    last_seen: date | None = None
    end_status: EndStatus | None = None
    certain: bool = True
    change: Change | None = None
    notes: tuple[tuple[str, str], ...] = ()
    facts: tuple[str, ...] = ()
    proofs: tuple[Proof, ...] = ()

    def holds_on(self, day: date) -> bool:
        """Whether the edge is valid on the day."""
        return self.from_ <= day <= self.through


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """An electoral term, by what people call it; both ends inclusive."""

    label: str
    starts: date
    ends: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """A view of the graph, in sorted order. ``left_out`` nodes did not fit; ``rule`` says why."""

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    focus: str = ""
    left_out: int = 0
    rule: str = ""
    data_through: date | None = None
    terms: tuple[Term, ...] = ()

    def on(self, day: date) -> "Network":
        """The part that is valid on a day: nodes without an edge go, except the one in focus."""
        edges = tuple(edge for edge in self.edges if edge.holds_on(day))
        tied = {end for edge in edges for end in (edge.source, edge.target)} | {self.focus}
        nodes = tuple(node for node in self.nodes if node.id in tied)
        return replace(self, nodes=nodes, edges=edges)


def in_order(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Nodes by kind, then in Danish order."""
    kinds = list(NodeKind)

    def key(node: Node) -> tuple[int, str, str]:
        return (kinds.index(node.kind), danish_sort_key(node.label), node.id)

    return tuple(sorted(nodes, key=key))
