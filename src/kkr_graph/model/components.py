"""Things that hang together: the connected parts of a set under a relation."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import combinations
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def connected(nodes: Iterable[Node], edges: Iterable[tuple[Node, Node]]) -> list[list[Node]]:
    """The parts that the edges tie together; parts and their nodes in the order of ``nodes``."""
    neighbours: dict[Node, list[Node]] = {node: [] for node in nodes}
    for left, right in edges:
        neighbours[left].append(right)
        neighbours[right].append(left)
    place = {node: i for i, node in enumerate(neighbours)}
    parts: list[list[Node]] = []
    seen: set[Node] = set()
    for node in neighbours:
        if node not in seen:
            part = _reach(node, neighbours)
            seen |= part
            parts.append(sorted(part, key=place.__getitem__))
    return parts


def related(nodes: Sequence[Node], are: Callable[[Node, Node], bool]) -> list[list[Node]]:
    """The parts that hang together by a symmetric relation between two nodes."""
    return connected(nodes, (pair for pair in combinations(nodes, 2) if are(*pair)))


def _reach(start: Node, neighbours: dict[Node, list[Node]]) -> set[Node]:
    reached = {start}
    border = [start]
    while border:
        fresh = set(neighbours[border.pop()]) - reached
        reached |= fresh
        border.extend(fresh)
    return reached
