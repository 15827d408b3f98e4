"""How two hang together: the fewest ties in a row from one to the other that all held on one day.

A tie counts only where a document says it and says when. To have been at the same meeting is a tie
of that day; to have been at meetings of the same body at different times is none, and neither is
a hypothesis. That two belong to one party or municipality says little, so it counts on request.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kkr_graph.network.elements import EVENTS, Edge, EdgeKind, NodeKind
from kkr_graph.network.facts import Facts
from kkr_graph.network.neighbours import AFFILIATIONS, Neighbours, other_end
from kkr_graph.vocab import KKRC

# Of ways with as many ties, the one that says more: posts, then a meeting, then where one is from.
_WEIGHT: Mapping[EdgeKind, int] = {
    EdgeKind.TENURE: 0,
    EdgeKind.STATEMENT: 2,
    EdgeKind.MUNICIPALITY: 4,
    EdgeKind.PARTY: 8,
}
_ORDINARY = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """Ties in a row, and the days, both inclusive, on which all of them held."""

    nodes: tuple[str, ...]
    edges: tuple[Edge, ...]
    first: date
    last: date


def shortest_path(
    facts: Facts,
    ends: tuple[str, str],
    *,
    day: date | None = None,
    affiliations: bool = False,
) -> Path | None:
    """The shortest way between two nodes; None where there is none.

    Args:
        facts: what was read from the graph.
        ends: the nodes to begin and to end at.
        day: the day that all ties must hold on; any common day will do without it.
        affiliations: whether party and municipality count as ties; those asked about always do.
    """
    start, goal = ends
    ties = _Ties(facts, frozenset(ends), affiliations=affiliations)
    queue = [_Way(0, 0, 0, (), (start,), day or date.min, day or date.max)]
    reached: dict[str, list[tuple[date, date]]] = defaultdict(list)
    while queue:
        way = heapq.heappop(queue)
        here = way.nodes[-1]
        if here == goal:
            return _path(way, ties)
        if any(first <= way.first and way.last <= last for first, last in reached[here]):
            continue  # a way as short led here, and holds on all of these days
        reached[here].append((way.first, way.last))
        for edge in ties.of(here):
            further = way.along(edge, other_end(edge, here))
            if further is not None:
                heapq.heappush(queue, further)
    return None


class _Way(NamedTuple):
    """A way that has been found, in the order in which ways are gone on with."""

    steps: int
    weight: int
    age: int  # the later it began to hold, the better
    edges: tuple[str, ...]
    nodes: tuple[str, ...]
    first: date
    last: date

    def along(self, edge: Edge, there: str) -> "_Way | None":
        """One tie further, if all ties have a day in common."""
        first, last = max(self.first, edge.from_), min(self.last, _through(edge))
        if there in self.nodes or first > last:
            return None
        return _Way(
            self.steps + 1,
            self.weight + _WEIGHT.get(edge.kind, _ORDINARY),
            -first.toordinal(),
            (*self.edges, edge.id),
            (*self.nodes, there),
            first,
            last,
        )


def _through(edge: Edge) -> date:
    """What happened on a day held on that day alone."""
    return edge.from_ if edge.kind in EVENTS else edge.through


class _Ties:
    """The edges that count."""

    def __init__(self, facts: Facts, ends: frozenset[str], *, affiliations: bool) -> None:
        self._ends = ends
        self._neighbours = Neighbours(facts)
        self._affiliations = affiliations
        self._away = {each.iri for each in facts.participations if each.status == KKRC.absent}
        self._known: dict[str, Edge] = {}

    def of(self, iri: str) -> Iterator[Edge]:
        """The edges of a node that count."""
        for edge in self._neighbours.near(iri):
            if self._counts(edge):
                self._known[edge.id] = edge
                yield edge

    def __getitem__(self, edge: str) -> Edge:
        """An edge that has counted."""
        return self._known[edge]

    def _counts(self, edge: Edge) -> bool:
        if not edge.certain or edge.kind is EdgeKind.DECISION:  # deciding is being at the meeting
            return False
        if edge.kind in AFFILIATIONS:
            return self._affiliations or edge.target in self._ends
        if edge.kind is EdgeKind.ATTENDANCE:
            is_summed_up = self._neighbours.kind_of(edge.target) is NodeKind.BODY
            return not is_summed_up and self._away.isdisjoint(edge.facts)
        return True


def _path(way: _Way, ties: _Ties) -> Path:
    return Path(
        nodes=way.nodes,
        edges=tuple(ties[edge] for edge in way.edges),
        first=way.first,
        last=way.last,
    )
