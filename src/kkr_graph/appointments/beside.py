"""Tables that stand side by side in one: each is put below the other, under its own name."""

from collections.abc import Iterator, Sequence

from kkr_graph.appointments.headings import Column, HeadingReader
from kkr_graph.appointments.units import Unit
from kkr_graph.model.lexicon import ListPart


def apart(units: Sequence[Unit], headings: HeadingReader) -> Iterator[Unit]:
    """The units of a document, where a table of two forums side by side is two tables."""
    at = 0
    while at < len(units):
        starts = _starts(units, at, headings)
        if not starts:
            yield units[at]
            at += 1
            continue
        end = at
        while end < len(units) and units[end].table == units[at].table:
            end += 1
        for begin, stop in zip(starts, (*starts[1:], float("inf")), strict=True):
            yield from _block(units[at:end], begin, stop)
        at = end


def _starts(units: Sequence[Unit], at: int, headings: HeadingReader) -> tuple[float, ...]:
    """Where tables begin whose names stand in a row, and whose titles in the next."""
    if at + 1 >= len(units) or units[at].table is None or units[at].table != units[at + 1].table:
        return ()
    columns = [
        (place, headings.column(" ".join(cell.text for cell in cells)))
        for place, cells in sorted(units[at + 1].columns.items())
    ]
    width = _period([column for _, column in columns])
    starts = tuple(place for place, _ in columns[::width]) if width else ()
    names = sorted(units[at].columns)
    is_named = tuple(names) == starts and not any(
        headings.column(cell.text) or headings.group(cell.text) for cell in units[at].cells
    )
    return starts if len(starts) > 1 and is_named else ()


def _period(columns: Sequence[Column | None]) -> int:
    """After how many titles they come again; 0 where they do not."""
    for width in range(1, len(columns) // 2 + 1):
        first = columns[:width]
        if list(first) * (len(columns) // width) == list(columns) and any(
            column is not None and column.part == ListPart.PERSON for column in first
        ):
            return width
    return 0


def _block(rows: Sequence[Unit], begin: float, stop: float) -> Iterator[Unit]:
    for row in rows:
        cells = tuple(cell for cell in row.cells if begin <= cell.column < stop)
        if cells:
            yield Unit(cells=cells, table=row.table, gap=row.gap, reached=row.reached)
