"""A table that is drawn on a page: the words of each cell, put into paragraphs, and its rows."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from kkr_graph.sources.grid import Cell, Grid
from kkr_graph.sources.page import EXTRA, PageLine, Word, distance, set_lines
from kkr_graph.sources.transcript import Entry, row_lines

_WIDEST_MARGIN = 12.0  # points between the border of a cell and its text
_BLANK = 0.25  # of the type size: a blank between two words
_LEAST = 1.5  # points: words fit that are no wider than this too wide
_LETTERS = {"ijltfrs": 0.7, "mwæ": 1.5}  # how wide some are, where others are 1
_FARTHEST = 2.0  # heights of a line, from one line of a paragraph to the next
_BULLET = re.compile(r"[–—\-•*·▪◦]|\d{1,2}[.)]|[a-zæøå]\)")
_TALL, _LOW = 4, 3  # paragraphs in two cells of a row; rows of a table
_SUSPENDED = frozenset({"og", "eller", "samt", "til"})  # "første- og andenbehandling"


@dataclass(frozen=True)
class DrawnTable:
    """The lines around the cells, and the words inside them."""

    grid: Grid
    words: Sequence[Word]

    @property
    def top(self) -> float:
        """The height at which it begins."""
        return self.grid.tops[0]

    @cached_property
    def _lines(self) -> Mapping[Cell, Sequence[PageLine]]:
        inside: dict[Cell, list[Word]] = {}
        for word in self.words:
            cell = self.grid.cell(*_middle(word))
            if cell is not None:
                inside.setdefault(cell, []).append(word)
        return {cell: set_lines(words) for cell, words in inside.items()}

    @cached_property
    def _cells(self) -> Mapping[Cell, Sequence[str]]:
        """The paragraphs of each cell."""
        return {
            cell: tuple(_paragraphs(lines, self._room(cell))) for cell, lines in self._lines.items()
        }

    def _room(self, cell: Cell) -> float:
        """How wide a line of a cell may be, as far from the right border as from the left."""
        left = self.grid.lefts[cell[1]]
        begins = [
            line.words[0].x0 - left
            for (_, column), lines in self._lines.items()
            for line in lines
            if column == cell[1]
        ]
        margin = min(max(0.0, min(begins)), _WIDEST_MARGIN)
        return self.grid.width(cell) - 2 * margin

    @property
    def is_ruled(self) -> bool:
        """Whether lines part its rows, and not its columns alone."""
        if self.grid.rows > _LOW:
            return True
        return not any(
            sum(
                len(self._cells.get((row, column), ())) >= _TALL
                for column in range(self.grid.columns)
            )
            > 1
            for row in range(self.grid.rows)
        )

    def entries(self, table: int, first: int) -> Iterator[Entry]:
        """The rows as lines with tabs between their cells; ``first`` is the number of the first."""
        for row in range(self.grid.rows):
            cells = [self._cells.get((row, column), ()) for column in range(self.grid.columns)]
            for text in row_lines(cells):
                yield Entry(text, row=(table, first + row), reached=self.grid.reached(row))


def parted(words: Iterable[Word], grids: Iterable[Grid]) -> tuple[list[Word], list[DrawnTable]]:
    """The words of a page outside of its tables, and the tables with theirs."""
    outside, tables = list(words), []
    for grid in grids:
        inside = [each for each in outside if each.level and grid.cell(*_middle(each)) is not None]
        table = DrawnTable(grid, inside)
        if inside and table.is_ruled:
            tables.append(table)
            outside = [each for each in outside if each not in inside]
    return outside, tables


def _middle(word: Word) -> tuple[float, float]:
    return (word.x0 + word.x1) / 2, (word.bottom + word.top) / 2


def _paragraphs(lines: Sequence[PageLine], room: float) -> Iterator[str]:
    """Lines put together that were broken because the next word did not fit in the cell."""
    text = _plain(lines[0])
    steps = [distance(above, line) for above, line in pairwise(lines)]
    widest = min(steps) + EXTRA if len(steps) > 1 else _FARTHEST
    for (above, line), step in zip(pairwise(lines), steps, strict=True):
        if step <= widest and _is_split(above, line, room):
            text += _plain(line)
        elif step <= widest and _is_broken(above, line, room):
            text = _mended(text, _plain(line))
        else:
            yield text
            text = _plain(line)
    yield text


def _is_broken(above: PageLine, line: PageLine, room: float) -> bool:
    first = line.words[0]
    if _BULLET.fullmatch(first.text):
        return False
    width = above.words[-1].x1 - above.words[0].x0
    return width + _BLANK * above.size + first.x1 - first.x0 > room - _LEAST


def _is_split(above: PageLine, line: PageLine, room: float) -> bool:
    """Whether a word that is wider than the cell was cut at its border, without a hyphen."""
    (word, *others), letter = above.words, line.words[0].text[0]
    width = word.x1 - word.x0
    needed = width / len(word.text) * next((by for of, by in _LETTERS.items() if letter in of), 1)
    is_cut = word.text[-1].isalpha() and letter.islower()
    return not others and is_cut and width + needed > room - _LEAST / 2


def _plain(line: PageLine) -> str:
    return line.text.replace("\t", " ")


def _mended(above: str, below: str) -> str:
    """Two lines of a paragraph, and a word that was split at the end of the first."""
    if not re.search(r"\w-$", above) or below.split(maxsplit=1)[0] in _SUSPENDED:
        return f"{above} {below}"
    return f"{above[:-1] if below[:1].islower() else above}{below}"
