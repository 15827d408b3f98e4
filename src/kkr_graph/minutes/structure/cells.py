"""The cells of a row, by where they stand.

A row may leave cells empty, and the reading has one tab for any white space, so a cell belongs to
the heading above it by its place in the text, and not by how many cells stand before it.
"""

import re
from collections.abc import Sequence

from kkr_graph.model.text import TextLayer

Place = tuple[float, float]
"""Where a cell begins and ends in its row."""

_CELL = re.compile(r"[^\t\n]*[^\s]")


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


def row_places(layer: TextLayer, start: int, end: int) -> tuple[Place, ...]:
    """Where the cells between two places of the reading stand, if they are of a row; else nothing."""
    cells = cells_of(layer, start, end)
    if not cells:
        return ()
    begin, _ = layer.reading.bounds(*cells[0])
    behind_empty = layer.text[begin - 1 : begin] == "\t"
    if len(cells) < 2 and not behind_empty:
        return ()
    return tuple(place_of(layer, *cell) for cell in cells)


def distance(cell: Place, heading: Place) -> float:
    """How far a cell stands from a heading: by where they begin, or by their middles."""
    return min(abs(cell[0] - heading[0]), abs(sum(cell) - sum(heading)) / 2)


def columns_of(cells: Sequence[Place], heads: Sequence[Place]) -> Sequence[int]:
    """Below which of the headings the cells of a row stand: it may leave some empty."""
    if len(cells) == len(heads):
        return range(len(cells))
    return [min(range(len(heads)), key=lambda at: distance(cell, heads[at])) for cell in cells]
