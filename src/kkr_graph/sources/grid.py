"""Tables on a printed page: the cells between the lines that are drawn around them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

NEAR = 3.0  # points: what is that near stands at one place
_MOST = 400  # strokes, and lines of a grid: more are a drawing


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line on a page, in points: at one height if it lies, at one place if it stands."""

    at: float
    start: float
    end: float
    lies: bool

    def covers(self, place: float) -> bool:
        """Whether it goes past a place along its way."""
        return self.start - NEAR <= place <= self.end + NEAR

    def touches(self, other: "Stroke") -> bool:
        """Whether it meets a stroke of the other way."""
        return self.covers(other.at) and other.covers(self.at)


class Grid:
    """Strokes that meet, and the cells between them, by the row and column where each begins."""

    def __init__(self, strokes: Sequence[Stroke]) -> None:
        lying = [stroke for stroke in strokes if stroke.lies]
        standing = [stroke for stroke in strokes if not stroke.lies]
        self.xs = _places([*_crossed(standing), *_ends(lying)])
        self.ys = _places([*_crossed(lying), *_ends(standing)])  # from the bottom
        self._first = self._joined(lying, standing)

    @property
    def top(self) -> float:
        """Where it begins."""
        return self.ys[-1]

    @property
    def is_table(self) -> bool:
        """Whether there are columns."""
        return len(self.xs) > 2 and len(self.ys) > 1 and max(len(self.xs), len(self.ys)) < _MOST

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """The row and the column where the cell around a point begins."""
        column, from_below = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        row = len(self.ys) - 2 - from_below
        return self._first.get((row, column))

    def sides(self, row: int, column: int) -> tuple[float, float]:
        """Where a cell begins and ends, from the left."""
        columns = [at for (_, at), first in self._first.items() if first == (row, column)]
        return self.xs[min(columns)], self.xs[max(columns) + 1]

    def reached(self, row: int) -> tuple[int, ...]:
        """The columns of a row into which cells of rows above reach."""
        columns = range(len(self.xs) - 1)
        return tuple(at for at in columns if self._first[row, at][0] < row)

    def _joined(
        self, lying: Sequence[Stroke], standing: Sequence[Stroke]
    ) -> dict[tuple[int, int], tuple[int, int]]:
        """Each square of the grid, with the first square of the cell that it belongs to."""
        if not self.is_table:
            return {}
        first: dict[tuple[int, int], tuple[int, int]] = {}
        rows, columns = list(pairwise(reversed(self.ys))), list(pairwise(self.xs))
        for row, column in product(range(len(rows)), range(len(columns))):
            (above, below), (left, right) = rows[row], columns[column]
            is_open_left = column > 0 and not _parted(standing, left, (above + below) / 2)
            is_open_above = row > 0 and not _parted(lying, above, (left + right) / 2)
            if is_open_left:
                first[row, column] = first[row, column - 1]
            elif is_open_above:
                first[row, column] = first[row - 1, column]
            else:
                first[row, column] = (row, column)
        return first


def find_grids(strokes: Iterable[Stroke]) -> list[Grid]:
    """The tables of a page by the lines that meet, from top to bottom."""
    joined = [stroke for lies in (True, False) for stroke in _runs(strokes, lies=lies)]
    if len(joined) > _MOST:
        return []
    grids = [Grid(group) for group in _groups(joined)]
    return sorted((grid for grid in grids if grid.is_table), key=lambda grid: -grid.top)


def _runs(strokes: Iterable[Stroke], *, lies: bool) -> Iterator[Stroke]:
    """The strokes of one way, those in one line that meet or go beside each other as one."""
    ahead = sorted((one for one in strokes if one.lies is lies), key=lambda one: one.at)
    while ahead:
        line = [one for one in ahead if one.at - ahead[0].at <= NEAR]
        ahead = ahead[len(line) :]
        run: Stroke | None = None
        for one in sorted(line, key=lambda one: one.start):
            if run is not None and one.start <= run.end + NEAR:
                run = Stroke(run.at, run.start, max(run.end, one.end), lies)
                continue
            if run is not None:
                yield run
            run = one
        if run is not None:
            yield run


def _groups(strokes: Sequence[Stroke]) -> Iterator[list[Stroke]]:
    """The strokes that hang together."""
    ahead = list(strokes)
    while ahead:
        group, edge = [], [ahead.pop()]
        while edge:
            group.append(one := edge.pop())
            met = [each for each in ahead if each.lies is not one.lies and each.touches(one)]
            edge.extend(met)
            ahead = [each for each in ahead if each not in met]
        if len(group) > 1:
            yield group


def _crossed(strokes: Iterable[Stroke]) -> Iterator[float]:
    yield from (stroke.at for stroke in strokes)


def _ends(strokes: Iterable[Stroke]) -> Iterator[float]:
    yield from (end for stroke in strokes for end in (stroke.start, stroke.end))


def _places(found: Iterable[float]) -> list[float]:
    """Places in order, those near each other as one."""
    places: list[float] = []
    for place in sorted(found):
        if not places or place - places[-1] > NEAR:
            places.append(place)
    return places


def _parted(strokes: Iterable[Stroke], at: float, along: float) -> bool:
    """Whether a stroke runs between two squares."""
    return any(abs(stroke.at - at) <= NEAR and stroke.covers(along) for stroke in strokes)
