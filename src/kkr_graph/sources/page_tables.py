"""The tables of a printed page: what stands in the cells that lines are drawn around."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from typing import TypeAlias

from kkr_graph.sources.grid import Grid
from kkr_graph.sources.page import PageLine, Word, set_lines
from kkr_graph.sources.transcript import row_lines

Cells: TypeAlias = Mapping[int, Sequence[Word]]  # of a row, by their columns

_INSET = 10.0  # points: the most that text is taken to be set in from the lines around it
_APART = 6.0  # points between the texts of two cells
_ROOM = 0.25  # of the type size: the blank in front of a word
_LONGEST = 45  # characters of a line of a list
_OPEN_ENDS = (",", "(", "-", "–", "/", "&")  # of a line that goes on in the next
_SUSPENDED = ("og ", "eller ", "samt ")  # behind "social-"


@dataclass(frozen=True, slots=True)
class PageRow:
    """A row of a table: its lines with tabs between the cells, and columns filled from above."""

    lines: tuple[str, ...]
    reached: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table, and the words that stand in it."""

    top: float
    columns: Sequence[float]  # where they begin
    rows: tuple[PageRow, ...]
    words: frozenset[Word]


def read_table(grid: Grid, words: Sequence[Word]) -> PageTable | None:
    """The table in a grid; nothing where it is a frame around text, or lists beside each other."""
    rows: dict[int, dict[int, list[Word]]] = {}
    for word in words:
        place = grid.cell_at((word.x0 + word.x1) / 2, (word.bottom + word.top) / 2)
        if word.level and place is not None:
            rows.setdefault(place[0], {}).setdefault(place[1], []).append(word)
    rows = {number: dict(sorted(rows[number].items())) for number in sorted(rows)}
    if all(len(row) == 1 for row in rows.values()):
        return None
    if (len(rows) == 1 and not all(map(_is_row, rows.values()))) or _holds_rows(grid, rows):
        return None
    return PageTable(
        grid.top,
        grid.xs,
        tuple(_row(grid, number, row) for number, row in rows.items()),
        frozenset(word for row in rows.values() for held in row.values() for word in held),
    )


def _is_row(cells: Cells) -> bool:
    """Whether cells without others above or below are a row: one is high at most, and all apart."""
    high = sum(len(set_lines(held)) > 1 for held in cells.values())
    return high < 2 and all(
        min(word.x0 for word in after) - max(word.x1 for word in held) > _APART
        for held, after in pairwise(cells.values())
    )


def _row(grid: Grid, number: int, cells: Cells) -> PageRow:
    lines = _lines(grid, number, cells)
    texts = [lines.get(column, ()) for column in range(max(lines) + 1)]
    return PageRow(tuple(row_lines(texts)), grid.reached(number))


def _lines(grid: Grid, number: int, cells: Cells) -> dict[int, list[str]]:
    """The lines of each cell of a row."""
    return {
        column: _texts(set_lines(held), *grid.sides(number, column))
        for column, held in cells.items()
    }


def _holds_rows(grid: Grid, rows: Mapping[int, Cells]) -> bool:
    """Whether no line parts the rows: below the heads, if any, lists stand beside each other."""
    number, cells = max(rows.items())
    high = [column for column, held in cells.items() if len(set_lines(held)) > 1]
    lines = _lines(grid, number, cells)
    return (
        len(rows) < 3
        and len(high) > 1
        and any(len(lines[column]) > 2 for column in high)
        and all(len(_text(line)) <= _LONGEST for at in high for line in set_lines(cells[at]))
    )


def _texts(lines: Sequence[PageLine], left: float, right: float) -> list[str]:
    """The lines of a cell; those that were broken because it is no wider are one."""
    inset = min(_INSET, max(0.0, min(line.words[0].x0 for line in lines) - left))
    full = [not has_room(line, after, right - inset) for line, after in pairwise(lines)]
    is_list = 2 * sum(full) <= len(full) and not all(full)
    texts = [_text(lines[0])]
    for line, was_full in zip(lines[1:], full, strict=True):
        text = _text(line)
        if was_full and (not is_list or _goes_on(texts[-1], text)):
            texts[-1] = _joined(texts[-1], text)
        else:
            texts.append(text)
    return texts


def _text(line: PageLine) -> str:
    return line.text.replace("\t", " ")


def as_one(lines: Sequence[PageLine]) -> str:
    """The lines of a cell as one text."""
    return reduce(_joined, map(_text, lines), "")


def has_room(line: PageLine, after: PageLine, right: float) -> bool:
    """Whether the first word of the next line would have stood on this one."""
    word = after.words[0]
    return line.words[-1].x1 + _ROOM * line.size + word.x1 - word.x0 < right


def _goes_on(text: str, after: str) -> bool:
    """Whether a full line of a list goes on in the next."""
    is_open = text.endswith(_OPEN_ENDS) or text.count("(") > text.count(")")
    return is_open or not after[0].isupper()


def _joined(text: str, after: str) -> str:
    """Two lines of one text; a hyphen at the end of a line that only split a word goes."""
    if not text:
        return after
    if not text.endswith("-") or after.startswith(_SUSPENDED) or not text[-2:-1].isalnum():
        return f"{text} {after}"
    return f"{text[:-1]}{after}" if after[0].islower() and text[-2].islower() else text + after
