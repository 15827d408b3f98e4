"""Where each node stands: computed before drawing, the same from run to run, labels apart."""

import textwrap
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import networkx as nx
import numpy as np
import numpy.typing as npt
from scipy.sparse.csgraph import dijkstra

from kkr_graph.network.elements import Edge, EdgeKind, Network, Node

RADIUS = 14
FOCUS_RADIUS = 21
LINE_HEIGHT = 17
_CHARACTER = 7.8  # width of a character at 14 px in a wide typeface
_SMALL_CHARACTER = 6.9  # and at 12 px, in which roles are written
_LONGEST_LINE = 22
GAP = 10.0  # between two labels
_ASPECT = 1.6  # width to height, of the page's drawing on most screens
_FILLED = (0.15, 0.4)  # the part of the picture that nodes and labels cover, of few and of many
_MANY = 50  # nodes, that need the room more than roles between them do
_BOW = 0.16
_FEW = 40  # tenures whose roles can all be written without covering the drawing
_SPOTS = (
    0.5,
    0.46,
    0.54,
    0.42,
    0.58,
    0.38,
    0.62,
    0.34,
    0.66,
    0.3,
    0.7,
    0.26,
    0.74,
)  # along an edge, the middle first
_ROOM, _DROP = 90.0, 40.0  # between the nodes of a row
_LARGE = 250  # nodes, beyond which Kamada and Kawai's layout takes many seconds
_STEPS = 50
_ROUNDS = 1000
_GROWTH = 1.002  # from round to round, so that pushing apart comes to an end

# How long an edge wants to be, so that neighbours of a municipality stand together and the many
# of a party do not pull the picture into one heap.
_LENGTH: Mapping[EdgeKind, float] = {
    EdgeKind.MUNICIPALITY: 0.9,
    EdgeKind.TENURE: 1.4,
    EdgeKind.PARTY: 1.6,
    EdgeKind.ATTENDANCE: 2.0,
    EdgeKind.DECISION: 2.0,
}
_ORDINARY = 1.5

_Points: TypeAlias = "npt.NDArray[np.float64]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a node stands and how its label is broken; ``y`` is the middle of the shape."""

    x: float
    y: float
    radius: int
    lines: tuple[str, ...]

    @property
    def half_width(self) -> float:
        """From the middle to the edge of what is drawn."""
        return max(self.radius, max(map(len, self.lines)) * _CHARACTER / 2)

    @property
    def left(self) -> float:
        """The left edge of what is drawn."""
        return self.x - self.half_width

    @property
    def right(self) -> float:
        """The right edge of what is drawn."""
        return self.x + self.half_width

    @property
    def top(self) -> float:
        """The upper edge of the shape."""
        return self.y - self.radius

    @property
    def bottom(self) -> float:
        """The lower edge of the label."""
        return self.y + self.radius + 4 + LINE_HEIGHT * len(self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """How far along an edge its role is written, and whether nothing else stands there."""

    along: float
    is_free: bool


def places(network: Network) -> Mapping[str, Place]:
    """A place for every node, around the origin."""
    if not network.nodes:
        return {}
    boxes = {node.id: _box(node, focus=node.id == network.focus) for node in network.nodes}
    parts = [_part(group, network, boxes) for group in _groups(network)]
    middle = _packed(parts)
    return {
        node.id: _place(node, middle[node.id], focus=node.id == network.focus)
        for node in network.nodes
    }


def place_at(node: Node, x: float, y: float) -> Place:
    """A node that stands at a point."""
    return Place(x=round(x), y=round(y), radius=RADIUS, lines=label_lines(node.label))


def bows(network: Network) -> Mapping[str, float]:
    """How far each edge bows, as a part of its length: edges that share their nodes do."""
    beside: dict[tuple[str, ...], list[Edge]] = {}
    for edge in network.edges:
        beside.setdefault(tuple(sorted((edge.source, edge.target))), []).append(edge)
    return {
        edge.id: (at - (len(group) - 1) / 2) * _BOW
        for group in beside.values()
        for at, edge in enumerate(group)
    }


def further_bows(
    bent: Mapping[str, float], known: Iterable[Edge], new: Iterable[Edge]
) -> Mapping[str, float]:
    """How far edges bow that come later: further out than those between the same nodes."""
    widest: dict[tuple[str, ...], float] = {}
    for edge in known:
        pair = tuple(sorted((edge.source, edge.target)))
        widest[pair] = max(bent[edge.id], widest.get(pair, bent[edge.id]))
    found: dict[str, float] = {}
    for edge in new:
        pair = tuple(sorted((edge.source, edge.target)))
        widest[pair] = widest[pair] + _BOW if pair in widest else 0.0
        found[edge.id] = widest[pair]
    return found


def role_spots(network: Network, where: Mapping[str, Place]) -> Mapping[str, Spot]:
    """How far along each tenure its role is best written: where it covers least of other text."""
    tenures = [edge for edge in network.edges if edge.kind is EdgeKind.TENURE]
    labels = [(place.left, place.top, place.right, place.bottom) for place in where.values()]
    taken = np.zeros((len(labels) + len(tenures), 4))
    taken[: len(labels)] = np.reshape(labels, (-1, 4))
    spots: dict[str, Spot] = {}
    for at, edge in enumerate(tenures, len(labels)):
        boxes = np.array([_role_box(edge, along, where) for along in _SPOTS])
        covered = _covered(boxes, taken[:at])
        best = int(covered.argmin())
        spots[edge.id] = Spot(along=_SPOTS[best], is_free=not covered[best])
        if not covered[best]:  # what is not written takes no room
            taken[at] = boxes[best]
    return spots


def written_roles(network: Network, spots: Mapping[str, Spot]) -> frozenset[str]:
    """The tenures whose role is written beside the edge.

    Those that would cover other text are not, nor of many those of the commonest role. They are
    told in the table, and on the page when somebody selects one of their ends.
    """
    tenures = [edge for edge in network.edges if edge.kind is EdgeKind.TENURE]
    free = [edge for edge in tenures if spots[edge.id].is_free]
    if len(tenures) > _FEW:
        ((commonest, _),) = Counter(edge.role for edge in tenures).most_common(1)
        free = [edge for edge in free if edge.role != commonest]
    return frozenset(edge.id for edge in free)


def _covered(boxes: _Points, taken: _Points) -> _Points:
    """The area of others that each box covers."""
    wide = np.minimum(boxes[:, None, 2], taken[:, 2]) - np.maximum(boxes[:, None, 0], taken[:, 0])
    high = np.minimum(boxes[:, None, 3], taken[:, 3]) - np.maximum(boxes[:, None, 1], taken[:, 1])
    return np.asarray((np.maximum(wide, 0) * np.maximum(high, 0)).sum(axis=1))


def _role_box(
    edge: Edge, along: float, where: Mapping[str, Place]
) -> tuple[float, float, float, float]:
    start, end = where[edge.source], where[edge.target]
    x = start.x + (end.x - start.x) * along
    y = start.y + (end.y - start.y) * along
    half = len(edge.role) * _SMALL_CHARACTER / 2
    return x - half, y - LINE_HEIGHT / 2, x + half, y + LINE_HEIGHT / 2


def label_lines(label: str) -> tuple[str, ...]:
    """A label in as few lines as fit, of about the same length."""
    tied = label.replace(" (", "\u00a0(")  # a list letter stays with its name
    fewest = len(_wrapped(tied, _LONGEST_LINE))
    width = next(w for w in range(1, _LONGEST_LINE + 1) if len(_wrapped(tied, w)) == fewest)
    return tuple(_wrapped(tied, width))


def _wrapped(label: str, width: int) -> list[str]:
    return textwrap.wrap(label, width, break_long_words=False, break_on_hyphens=False) or [label]


def _box(node: Node, *, focus: bool) -> tuple[float, float]:
    place = _place(node, (0, 0), focus=focus)
    return 2 * place.half_width, place.bottom - place.top


def _place(node: Node, middle: Sequence[float], *, focus: bool) -> Place:
    radius = FOCUS_RADIUS if focus else RADIUS
    lines = label_lines(node.label)
    height = 2 * radius + 4 + LINE_HEIGHT * len(lines)
    y = middle[1] - height / 2 + radius  # `middle` is that of the shape with its label
    return Place(x=round(float(middle[0])), y=round(float(y)), radius=radius, lines=lines)


def _groups(network: Network) -> list[list[str]]:
    """The nodes that hang together, the one in focus or the largest group first."""
    simple: nx.Graph[str] = nx.Graph()
    simple.add_nodes_from(node.id for node in network.nodes)
    simple.add_edges_from((edge.source, edge.target) for edge in network.edges)
    at = {node.id: index for index, node in enumerate(network.nodes)}
    groups = [sorted(group, key=at.__getitem__) for group in nx.connected_components(simple)]
    return sorted(groups, key=lambda group: (network.focus not in group, -len(group), at[group[0]]))


_Part: TypeAlias = "tuple[list[str], _Points, _Points]"


def _part(group: list[str], network: Network, boxes: Mapping[str, tuple[float, float]]) -> _Part:
    """The nodes of one group with their middles and the sizes of their boxes."""
    chain = _chain(group, network)
    if chain:
        sizes = np.array([boxes[iri] for iri in chain])
        return chain, _in_a_row(sizes, _rooms(chain, network.edges)), sizes
    sizes = np.array([boxes[iri] for iri in group])
    filled = float(np.interp(len(group), (0, _MANY), _FILLED))
    area = float((sizes[:, 0] * sizes[:, 1]).sum()) / filled
    half = np.sqrt([area * _ASPECT, area / _ASPECT]) / 2
    return group, _apart(_spread(group, network.edges) * half, sizes), sizes


def _chain(group: list[str], network: Network) -> list[str]:
    """The nodes of a group in a row, if that is all they are, from the one in focus."""
    beside: nx.Graph[str] = nx.Graph()
    beside.add_nodes_from(group)
    here = set(group)
    beside.add_edges_from(
        (edge.source, edge.target) for edge in network.edges if edge.source in here
    )
    ends = [iri for iri in group if beside.degree(iri) == 1]
    ends.sort(key=lambda iri: iri != network.focus)
    is_row = len(ends) == 2 and all(beside.degree(iri) <= 2 for iri in group)
    return list(nx.dfs_preorder_nodes(beside, ends[0])) if is_row else []


def _rooms(chain: Sequence[str], edges: Iterable[Edge]) -> _Points:
    """How much room is needed between each two in a row: for the longest role between them."""
    longest = Counter[frozenset[str]]()
    for edge in edges:
        if edge.kind is EdgeKind.TENURE:
            pair = frozenset((edge.source, edge.target))
            longest[pair] = max(longest[pair], len(edge.role))
    pairs = (frozenset(pair) for pair in pairwise(chain))
    return np.array([max(_ROOM, (longest[pair] + 4) * _CHARACTER) for pair in pairs])


def _in_a_row(sizes: _Points, rooms: _Points) -> _Points:
    """From left to right, with room between; every second one a little lower."""
    half = sizes[:, 0] / 2
    across = np.cumsum(np.concatenate([[0.0], half[:-1] + half[1:] + rooms]))
    return np.stack([across, np.where(np.arange(len(sizes)) % 2, _DROP, 0.0)], axis=1)


def _spread(group: list[str], edges: Iterable[Edge]) -> _Points:
    """Kamada and Kawai's layout: distance in the picture as distance in the network."""
    here = set(group)
    lengths: nx.Graph[str] = nx.Graph()
    lengths.add_nodes_from(group)
    for edge in edges:
        if edge.source in here:
            length = _LENGTH.get(edge.kind, _ORDINARY)
            known = lengths.get_edge_data(edge.source, edge.target, {"weight": length})
            lengths.add_edge(edge.source, edge.target, weight=min(length, known["weight"]))
    points = _majorised(lengths) if len(group) > _LARGE else _kamada_kawai(lengths)
    points = points - (points.max(axis=0) + points.min(axis=0)) / 2
    return np.asarray(points / np.maximum(np.abs(points).max(axis=0), 1e-9))


def _kamada_kawai(lengths: "nx.Graph[str]") -> _Points:
    found = nx.kamada_kawai_layout(lengths, weight="weight")
    return np.array([found[iri] for iri in lengths])


def _majorised(lengths: "nx.Graph[str]") -> _Points:
    """The same aim for many nodes: the stress of Kamada and Kawai, lessened step by step (SMACOF)."""
    distance = dijkstra(nx.to_scipy_sparse_array(lengths, weight="weight"), directed=False)
    close = np.where(distance > 0, distance, np.inf) ** -2.0
    laplacian = np.diag(close.sum(axis=1)) - close
    inverse = np.linalg.inv(laplacian + 1.0) - 1.0 / len(laplacian) ** 2
    points = _classical(distance)
    for _ in range(_STEPS):
        apart = np.hypot(*(axis[:, None] - axis for axis in points.T))
        pull = close * distance / np.maximum(apart, 1e-9)
        points = inverse @ ((np.diag(pull.sum(axis=1)) - pull) @ points)
    return points


def _classical(distance: _Points) -> _Points:
    """Where to begin: the two directions in which the distances differ most."""
    square = distance**2
    centred = square - square.mean(axis=0) - square.mean(axis=1)[:, None] + square.mean()
    values, vectors = np.linalg.eigh(-centred / 2)
    points = vectors[:, -2:] * np.sqrt(np.maximum(values[-2:], 0))
    sign = np.sign(points[np.abs(points).argmax(axis=0), [0, 1]])  # of two mirror images, one
    return np.asarray(points * np.where(sign == 0, 1, sign) + _jitter(len(points)))


def _jitter(number: int) -> _Points:
    """A little apart, so that nodes with the same neighbours do not begin on one spot."""
    at = np.arange(number)
    return np.stack([np.cos(at * 2.4), np.sin(at * 2.4)], axis=1) * 0.05


def _apart(points: _Points, sizes: _Points) -> _Points:
    """Push boxes that overlap apart, along the way that is shorter."""
    points = points.copy()
    room = (sizes[:, None, :] + sizes[None, :, :]) / 2 + GAP
    upper = np.triu(np.ones((len(points), len(points))), 1)
    order = upper - upper.T  # of two on one spot, the later goes right and down
    for _ in range(_ROUNDS):
        apart = points[None, :, :] - points[:, None, :]
        overlap = room - np.abs(apart)
        meet = (overlap > 0).all(axis=2) & ~np.eye(len(points), dtype=bool)
        if not meet.any():
            break
        direction = np.where(apart == 0, order[:, :, None], np.sign(apart))
        sideways = overlap[:, :, 0] < overlap[:, :, 1]
        along = np.stack([sideways & meet, ~sideways & meet], axis=2)
        push = np.where(along, overlap * direction, 0.0)
        points -= push.sum(axis=1) / 2 / np.maximum(meet.sum(axis=1), 1)[:, None]
        points *= _GROWTH
    return points


def _packed(parts: Sequence[_Part]) -> Mapping[str, tuple[float, float]]:
    """The groups side by side in rows, the first on top, around the origin."""
    frames = [_frame(points, sizes) for _, points, sizes in parts]
    widest = max(max(float(size[0]) for _, size in frames), _row_width(frames))
    middle: dict[str, tuple[float, float]] = {}
    x = y = row = 0.0
    for (group, points, _), (corner, size) in zip(parts, frames, strict=True):
        if x and x + size[0] > widest:
            x, y, row = 0.0, y + row + GAP * 2, 0.0
        for iri, point in zip(group, points - corner + (x, y), strict=True):
            middle[iri] = (float(point[0]), float(point[1]))
        x, row = x + float(size[0]) + GAP * 2, max(row, float(size[1]))
    return _centred(middle)


def _frame(points: _Points, sizes: _Points) -> tuple[_Points, _Points]:
    corner = (points - sizes / 2).min(axis=0)
    return corner, (points + sizes / 2).max(axis=0) - corner


def _row_width(frames: Sequence[tuple[_Points, _Points]]) -> float:
    area = sum(float(size[0] * size[1]) for _, size in frames)
    return float(np.sqrt(area * _ASPECT))


def _centred(middle: Mapping[str, tuple[float, float]]) -> Mapping[str, tuple[float, float]]:
    points = np.array(list(middle.values()))
    centre = (points.max(axis=0) + points.min(axis=0)) / 2
    return {iri: (x - float(centre[0]), y - float(centre[1])) for iri, (x, y) in middle.items()}
