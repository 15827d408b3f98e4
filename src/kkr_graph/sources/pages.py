"""The pages of a printed document as text: lines, and the rows of the tables drawn between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kkr_graph.sources.drawn_table import DrawnTable, parted
from kkr_graph.sources.grid import Stroke, find_grids
from kkr_graph.sources.page import PageLine, Word, set_lines, usual_leading, write_page
from kkr_graph.sources.transcript import Entry

_ALIKE = 3.0  # points
_BETWEEN = 4  # lines of a footer and a header, between the parts of one table


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on a page, and the lines drawn across and down it."""

    words: Sequence[Word]
    across: Sequence[Stroke]
    down: Sequence[Stroke]


@dataclass(frozen=True, slots=True)
class _Parts:
    """The lines of a page outside of its tables, and the tables, each from top to bottom."""

    lines: Sequence[PageLine]
    tables: Sequence[DrawnTable]

    def in_order(self) -> Iterator[DrawnTable | Sequence[PageLine]]:
        """The tables, and all lines above, between and below them."""

        def above(line: PageLine) -> int:
            return sum(line.base < table.top for table in self.tables)

        blocks = {count: list(lines) for count, lines in groupby(self.lines, above)}
        for count, table in enumerate((None, *self.tables)):
            yield from () if table is None else (table,)
            yield from (blocks[count],) if count in blocks else ()


def write_pages(pages: Sequence[Page]) -> Iterator[Sequence[Entry]]:
    """The entries of each page; the rows of a table that goes on over pages count on."""
    parts = [_parts(page) for page in pages]
    leading = usual_leading([part.lines for part in parts])
    number, rows = 0, 0
    before: _Parts | None = None
    for part in parts:
        entries: list[Entry] = []
        for block in part.in_order():
            entries += [Entry("")] if entries else []
            if not isinstance(block, DrawnTable):
                entries += write_page(block, leading)
                continue
            if not (before is not None and block is part.tables[0] and _goes_on(before, part)):
                number, rows = number + 1, 0
            entries += block.entries(number, rows + 1)
            rows += block.grid.rows
        before = part
        yield entries


def _parts(page: Page) -> _Parts:
    words, tables = parted(page.words, find_grids(page.across, page.down))
    return _Parts(set_lines(words), tables)


def _goes_on(above: _Parts, below: _Parts) -> bool:
    """Whether the last table of a page goes on in the first of the next: the columns are alike."""
    if not above.tables:
        return False
    last, first = above.tables[-1], below.tables[0]
    between = sum(line.base < last.top for line in above.lines)
    between += sum(line.base > first.top for line in below.lines)
    lefts = list(zip(last.grid.lefts, first.grid.lefts, strict=False))
    return (
        between <= _BETWEEN
        and last.grid.columns == first.grid.columns
        and all(abs(one - other) <= _ALIKE for one, other in lefts)
    )
