"""Tables of a printed page without lines around their cells: rows by the space between them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from kkr_graph.sources.page import PageLine, Parts, distance
from kkr_graph.sources.page_tables import PageRow, PageTable, as_one, has_room
from kkr_graph.sources.transcript import row_lines

Rows: TypeAlias = Sequence[Sequence[Parts]]  # each by its lines

_FEWEST = 3  # columns; two may be lists beside each other
_FAR = 3.0  # heights of a line: more is no step from one row to the next
_LIKE = 0.92  # of the step from row to row: a smaller one is inside a row


def find_open_tables(lines: Sequence[PageLine]) -> Iterator[PageTable]:
    """The tables in which cells go on below; others are read by their lines."""
    ahead = list(lines)
    while ahead:
        rows = _rows(ahead)
        count = sum(map(len, rows))
        if count > len(rows):
            words = frozenset(word for line in ahead[:count] for word in line.words)
            read = tuple(PageRow(_written(row)) for row in rows)
            yield PageTable(ahead[0].top, ahead[0].columns, read, words)
        ahead = ahead[max(1, count) :]


def _rows(lines: Sequence[PageLine]) -> Rows:
    """The rows of a table that the first line heads; none where it heads no table."""
    starts = lines[0].columns
    block = list(_keeping_to(starts, lines)) if len(starts) >= _FEWEST else []
    steps = [distance(above, line) for above, line in pairwise(lines[: len(block)])]
    usual = [step for step, parts in zip(steps, block[1:], strict=True) if all(parts)]
    if len(usual) < 2:
        return []
    right = max(line.words[-1].x1 for line in lines)
    rows = [[block[0]]]
    for step, parts in zip(steps, block[1:], strict=True):
        is_close = step < _LIKE * min(usual)
        is_usual = not is_close and step * _LIKE < min(usual)
        if _may_go_below(rows[-1], parts) and (
            is_close or (is_usual and _had_no_room(rows[-1], parts, [*starts[1:], right]))
        ):
            rows[-1].append(parts)
        else:
            rows.append([parts])
    return rows


def _keeping_to(starts: Sequence[float], lines: Sequence[PageLine]) -> Iterator[Parts]:
    """The lines in columns, up to one that does not keep to them."""
    above = lines[0]
    for line in lines:
        parts = line.parts(starts)
        if parts is None or distance(above, line) > _FAR:
            return
        yield parts
        above = line


def _may_go_below(row: Sequence[Parts], parts: Parts) -> bool:
    """Whether a line has less than a row, and nothing of what the row leaves out."""
    return not all(parts) and all(
        part is None or first is not None for first, part in zip(row[0], parts, strict=True)
    )


def _had_no_room(row: Sequence[Parts], parts: Parts, ends: Sequence[float]) -> bool:
    """Whether what a line holds would not have stood on the lines above it."""
    for column, (part, end) in enumerate(zip(parts, ends, strict=True)):
        above = [line[column] for line in row]
        if part is not None and (above[-1] is None or has_room(above[-1], part, end)):
            return False
    return True


def _written(row: Sequence[Parts]) -> tuple[str, ...]:
    columns = zip(*row, strict=True)
    cells = (as_one([part for part in column if part is not None]) for column in columns)
    return tuple(row_lines([[cell] if cell else [] for cell in cells]))
