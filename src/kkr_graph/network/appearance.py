"""How nodes and edges look. A kind has a shape and a letter besides its colour."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from kkr_graph.constitution.change import Change
from kkr_graph.network.elements import Edge, EdgeKind, NodeKind

Outline: TypeAlias = tuple[tuple[float, float], ...]

_SQUARE: Outline = ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9))
_HEXAGON: Outline = (
    (-0.55, -0.95),
    (0.55, -0.95),
    (1.1, 0),
    (0.55, 0.95),
    (-0.55, 0.95),
    (-1.1, 0),
)
_DIAMOND: Outline = ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0))
_HOUSE: Outline = ((0, -1.15), (1, -0.35), (1, 0.9), (-1, 0.9), (-1, -0.35))
_SHIELD: Outline = ((-1, -0.9), (1, -0.9), (1, 0.35), (0, 1.15), (-1, 0.35))


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeLook:
    """The look of a kind of node. ``outline`` is in radii; empty means a circle."""

    letter: str
    colour: str
    outline: Outline = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeLook:
    """The look of a kind of edge."""

    colour: str
    width: float


INK = "#1c2530"
PAPER = "#ffffff"

NODES: Mapping[NodeKind, NodeLook] = {
    NodeKind.PERSON: NodeLook(letter="P", colour="#2f6690"),
    NodeKind.BODY: NodeLook(letter="O", colour="#8f4e14", outline=_SQUARE),
    NodeKind.MUNICIPALITY: NodeLook(letter="K", colour="#35703f", outline=_HEXAGON),
    NodeKind.PARTY: NodeLook(letter="L", colour="#8a3a5c", outline=_DIAMOND),
    NodeKind.MEETING: NodeLook(letter="M", colour="#5a5894", outline=_HOUSE),
    NodeKind.DECISION: NodeLook(letter="B", colour="#4a5a63", outline=_SHIELD),
}
EDGES: Mapping[EdgeKind, EdgeLook] = {
    EdgeKind.TENURE: EdgeLook(colour="#2d3b4b", width=2.2),
    EdgeKind.ATTENDANCE: EdgeLook(colour="#8892a0", width=1),
    EdgeKind.STATEMENT: EdgeLook(colour="#5a5894", width=1.4),
    EdgeKind.PARTY: EdgeLook(colour="#b3809a", width=1),
    EdgeKind.MUNICIPALITY: EdgeLook(colour="#6d9675", width=1.4),
    EdgeKind.MEETING: EdgeLook(colour="#5a5894", width=1.4),
    EdgeKind.DECISION: EdgeLook(colour="#7a8790", width=1),
}


_UNSURE = (7, 5)
CHANGES: Mapping[Change, tuple[float, tuple[int, ...]]] = {
    Change.NEW: (4.5, ()),
    Change.AGAIN: (2.2, ()),
    Change.AGAIN_OTHER_PARTY: (2.2, ()),
    Change.STAYS: (2.2, ()),
    Change.STAYS_OTHER_PARTY: (2.2, ()),
    Change.GONE: (2.2, (2, 5)),
    Change.UNKNOWN: (2.2, (12, 4, 2, 4)),
}


def width_of(edge: Edge) -> float:
    """How wide an edge is drawn: what is new between two terms stands out."""
    known = None if edge.change is None else CHANGES.get(edge.change)
    return EDGES[edge.kind].width if known is None else known[0]


def dashes_of(edge: Edge) -> tuple[int, ...]:
    """The dashes of an edge's line, drawn and left out in turn; empty for a whole line."""
    known = None if edge.change is None else CHANGES.get(edge.change)
    if known is not None:
        return known[1]
    return () if edge.certain else _UNSURE
