"""Where nodes stand that come later: near the one they were asked from, where there is room.

What is in the picture already stays where it is.
"""

from collections.abc import Iterable, Iterator, Mapping
from math import atan2, ceil, cos, pi, sin

import numpy as np
import numpy.typing as npt

from kkr_graph.network.elements import Node
from kkr_graph.network.layout import GAP, Place, place_at

_FIRST_RING = 80
_RING = 26  # from one ring to the next
_APART = 34  # between two places on a ring
_FLAT = 0.72  # rings are wider than high, as labels are
_FARTHEST = 400  # rings: more room than any picture fills

_Boxes = npt.NDArray[np.float64]


def grown(where: Mapping[str, Place], anchor: str, nodes: Iterable[Node]) -> dict[str, Place]:
    """Places for new nodes around one that is there, away from the middle of the picture first."""
    taken = np.array([_box(place) for place in where.values()])
    heart = where[anchor]
    outward = _direction(taken, heart)
    found: dict[str, Place] = {}
    ring = 0
    for node in nodes:
        place, ring = _free(node, heart, outward, taken, ring)
        found[node.id] = place
        taken = np.vstack([taken, _box(place)])
    return found


def _box(place: Place) -> tuple[float, float, float, float]:
    return (place.left, place.top, place.right, place.bottom)


def _direction(taken: _Boxes, heart: Place) -> float:
    x = float((taken[:, 0].min() + taken[:, 2].max()) / 2)
    y = float((taken[:, 1].min() + taken[:, 3].max()) / 2)
    return atan2(heart.y - y, heart.x - x)


def _free(node: Node, heart: Place, outward: float, taken: _Boxes, first: int) -> tuple[Place, int]:
    """The first place without anything else in it, from an inner ring to the outer, and its ring."""
    size = np.array(_box(place_at(node, 0, 0)))
    for ring in range(first, _FARTHEST):
        spots = np.array(list(_ring(heart, outward, _FIRST_RING + ring * _RING)))
        boxes = np.concatenate([spots, spots], axis=1) + size
        apart = (
            (boxes[:, None, 0] > taken[None, :, 2] + GAP)
            | (boxes[:, None, 2] < taken[None, :, 0] - GAP)
            | (boxes[:, None, 1] > taken[None, :, 3] + GAP)
            | (boxes[:, None, 3] < taken[None, :, 1] - GAP)
        ).all(axis=1)
        if apart.any():
            x, y = spots[int(apart.argmax())]
            return place_at(node, float(x), float(y)), ring
    raise ValueError("a picture without any room around a node")


def _ring(heart: Place, outward: float, radius: float) -> Iterator[tuple[float, float]]:
    """Places on a ring: outward first, then further and further to both sides."""
    number = ceil(2 * pi * radius / _APART)
    for at in range(number):
        side = (at + 1) // 2 * (1 if at % 2 else -1)
        angle = outward + side * 2 * pi / number
        yield heart.x + cos(angle) * radius, heart.y + sin(angle) * radius * _FLAT
