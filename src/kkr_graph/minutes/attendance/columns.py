"""The columns of a list of people: whose cell says what, by where it stands in its row.

A row may leave cells empty, and the reading has one tab for any white space, so a cell belongs to
the heading above it by its place in the text, and not by how many cells stand before it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kkr_graph.model.extract import AttendanceStatus
from kkr_graph.model.text import TextLayer

_CELL = re.compile(r"[^\t\n]*[^\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: the capacity that its heading tells, if any, and where it begins and ends."""

    status: AttendanceStatus | None
    start: int
    end: int
    deputies: bool = False  # whether it has the deputies of those in the others


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell at ``[start, end)`` of the reading, in the capacity of its column."""

    start: int
    end: int
    status: AttendanceStatus | None
    deputies: bool = False


def cells_of(layer: TextLayer, start: int, end: int) -> list[tuple[int, int]]:
    """The cells between two places of the reading, each as ``[start, end)``."""
    return [match.span() for match in _CELL.finditer(layer.reading.text, start, end)]


def place_of(layer: TextLayer, start: int, end: int) -> tuple[int, int]:
    """Where ``[start, end)`` of the reading stands in its row: in tabs, or else in characters."""
    begin, stop = layer.reading.bounds(start, end)
    row = layer.text.rfind("\n", 0, begin) + 1
    row_end = layer.text.find("\n", stop)
    if layer.text.find("\t", row, len(layer.text) if row_end < 0 else row_end) < 0:
        return begin - row, stop - row
    tabs = layer.text.count("\t", row, begin)
    return tabs, tabs


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
            column = min(columns, key=lambda one: _distance(place, one))
        yield Cell(start=begin, end=stop, status=column.status, deputies=column.deputies)


def _distance(place: tuple[int, int], column: Column) -> float:
    """How far a cell stands from a column: by where they begin, or by their middles."""
    middle = abs(sum(place) - column.start - column.end) / 2
    return min(abs(place[0] - column.start), middle)
