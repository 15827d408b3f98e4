"""The columns of a list of people: whose cell says what, by where it stands in its row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kkr_graph.minutes.structure.cells import cells_of, distance, place_of
from kkr_graph.model.extract import AttendanceStatus
from kkr_graph.model.text import TextLayer


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: the capacity that its heading tells, if any, and where it begins and ends."""

    status: AttendanceStatus | None
    start: int
    end: int
    deputies: bool = False  # whether it has the deputies of those in the others
    senders: bool = False  # whether it says who sent those in the others


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell at ``[start, end)`` of the reading, in its column."""

    start: int
    end: int
    column: Column

    @property
    def status(self) -> AttendanceStatus | None:
        """The capacity of whoever stands in it, if its heading tells one."""
        return self.column.status


def placed_cells(
    layer: TextLayer, start: int, end: int, columns: Sequence[Column]
) -> Iterator[Cell]:
    """The cells of a row, each under the heading that it stands below."""
    cells = cells_of(layer, start, end)
    for i, (begin, stop) in enumerate(cells):
        if len(cells) == len(columns):
            column = columns[i]
        else:
            place = place_of(layer, begin, stop)
            column = min(columns, key=lambda one: distance(place, (one.start, one.end)))
        yield Cell(start=begin, end=stop, column=column)
