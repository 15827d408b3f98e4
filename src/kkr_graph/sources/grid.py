"""Tables that are drawn on a page: the lines around their cells, and where each cell is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TypeAlias

_TOUCHING = 2.5  # points: lines so near each other meet, and so near in height are one
_FEWEST = 3  # lines in either direction: two rows of two cells

Cell: TypeAlias = tuple[int, int]  # row and column, from the top left


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line drawn on a page: at a height from left to right, or at a place from bottom to top."""

    at: float
    start: float
    end: float

    def covers(self, point: float) -> bool:
        """Whether it passes a point, so that it parts what is on its two sides."""
        return self.start - _TOUCHING <= point <= self.end + _TOUCHING


@dataclass(frozen=True)
class Grid:
    """The lines of one table."""

    across: Sequence[Stroke]
    down: Sequence[Stroke]

    @cached_property
    def lefts(self) -> tuple[float, ...]:
        """Where columns begin, from left to right, and where the last one ends."""
        low = min(stroke.start for stroke in self.across)
        high = max(stroke.end for stroke in self.across)
        return _places([*(stroke.at for stroke in self.down), low, high])

    @cached_property
    def tops(self) -> tuple[float, ...]:
        """Where rows begin, from top to bottom, and where the last one ends."""
        low = min(stroke.start for stroke in self.down)
        high = max(stroke.end for stroke in self.down)
        return _places([*(stroke.at for stroke in self.across), low, high])[::-1]

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return len(self.tops) - 1

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return len(self.lefts) - 1

    @property
    def is_table(self) -> bool:
        """Whether there are two rows of two cells at least: less is a frame."""
        return len(self.lefts) >= _FEWEST and len(self.tops) >= _FEWEST

    def cell(self, x: float, y: float) -> Cell | None:
        """The cell in which a point is; None outside of the table."""
        column = next(
            (i for i, (low, high) in enumerate(pairwise(self.lefts)) if low <= x < high), None
        )
        row = next(
            (i for i, (high, low) in enumerate(pairwise(self.tops)) if low <= y < high), None
        )
        return None if row is None or column is None else self.whole((row, column))

    def whole(self, cell: Cell) -> Cell:
        """The first of the cells that are one with this one, as no line is drawn between them."""
        row, column = cell
        while row and not self._is_parted_above(row, column):
            row -= 1
        while column and not self._is_parted_before(row, column):
            column -= 1
        return row, column

    def width(self, cell: Cell) -> float:
        """How wide a cell is, with those to its right that are one with it."""
        row, column = cell
        last = column + 1
        while last < self.columns and not self._is_parted_before(row, last):
            last += 1
        return self.lefts[last] - self.lefts[column]

    def reached(self, row: int) -> tuple[int, ...]:
        """The columns of a row that go on with a cell of a row above."""
        return tuple(i for i in range(self.columns) if row and not self._is_parted_above(row, i))

    def _is_parted_above(self, row: int, column: int) -> bool:
        middle = (self.lefts[column] + self.lefts[column + 1]) / 2
        return _is_drawn(self.across, self.tops[row], middle)

    def _is_parted_before(self, row: int, column: int) -> bool:
        middle = (self.tops[row] + self.tops[row + 1]) / 2
        return _is_drawn(self.down, self.lefts[column], middle)


def find_grids(across: Iterable[Stroke], down: Iterable[Stroke]) -> list[Grid]:
    """The tables of a page from top to bottom: lines that cross, as many as a table has."""
    groups: list[tuple[list[Stroke], list[Stroke]]] = [([each], []) for each in _joined(across)]
    for stroke in _joined(down):
        met = [group for group in groups if any(_cross(each, stroke) for each in group[0])]
        if met:
            groups = [group for group in groups if group not in met]
            groups.append(
                (
                    [each for level, _ in met for each in level],
                    [stroke, *(each for _, upright in met for each in upright)],
                )
            )
    grids = (Grid(level, upright) for level, upright in groups if upright)
    return sorted((grid for grid in grids if grid.is_table), key=lambda grid: -grid.tops[0])


def _cross(level: Stroke, upright: Stroke) -> bool:
    return level.covers(upright.at) and upright.covers(level.at)


def _joined(strokes: Iterable[Stroke]) -> list[Stroke]:
    """Lines that were drawn piece by piece, cell for cell, as wholes."""
    wholes: list[Stroke] = []
    for stroke in sorted(strokes, key=lambda each: (each.at, each.start)):
        at = len(wholes) - 1
        while at >= 0 and stroke.at - wholes[at].at <= _TOUCHING and not _meet(wholes[at], stroke):
            at -= 1
        if at >= 0 and stroke.at - wholes[at].at <= _TOUCHING:
            whole = wholes[at]
            start, end = min(whole.start, stroke.start), max(whole.end, stroke.end)
            wholes[at] = Stroke(whole.at, start, end)
        else:
            wholes.append(stroke)
    return wholes


def _meet(one: Stroke, other: Stroke) -> bool:
    return one.start <= other.end + _TOUCHING and other.start <= one.end + _TOUCHING


def _is_drawn(strokes: Iterable[Stroke], at: float, point: float) -> bool:
    return any(abs(each.at - at) <= _TOUCHING and each.covers(point) for each in strokes)


def _places(found: Iterable[float]) -> tuple[float, ...]:
    """Places in order, each once."""
    places: list[float] = []
    for place in sorted(found):
        if not places or place - places[-1] > _TOUCHING:
            places.append(place)
    return tuple(places)
