"""A printed page as it is read: its lines and tables from top to bottom."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kkr_graph.sources.grid import NEAR, Stroke, find_grids
from kkr_graph.sources.open_tables import find_open_tables
from kkr_graph.sources.page import PageLine, Word, distance, set_lines
from kkr_graph.sources.page_columns import part_columns
from kkr_graph.sources.page_tables import PageTable, read_table
from kkr_graph.sources.text_columns import part_text
from kkr_graph.sources.transcript import Entry

_EXTRA = 0.3  # of the type size above the leading: space between paragraphs


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page, and its tables."""

    lines: tuple[PageLine, ...]
    tables: tuple[PageTable, ...] = ()


def set_page(words: Sequence[Word], strokes: Sequence[Stroke]) -> Page:
    """A page by its words, and by the lines that are drawn on it."""
    drawn = (read_table(grid, words) for grid in find_grids(strokes))
    tables = [table for table in drawn if table is not None]
    inside = _inside(tables)
    lines = tuple(part_text(set_lines([word for word in words if word not in inside])))
    tables += find_open_tables(lines)
    tables.sort(key=lambda table: -table.top)
    inside = _inside(tables)
    outside = [line for line in lines if inside.isdisjoint(line.words)]
    return Page(tuple(part_columns(outside)), tuple(tables))


def _inside(tables: Iterable[PageTable]) -> frozenset[Word]:
    return frozenset(word for table in tables for word in table.words)


def write_pages(pages: Sequence[Page], leading: float) -> Iterator[list[Entry]]:
    """The entries of each page; a table that goes on at the top of the next page is one."""
    number = row = 0
    last: PageTable | None = None  # of the page before
    for page in pages:
        entries: list[Entry] = []
        for part in _parts(page, leading):
            if isinstance(part, Entry):
                entries.append(part)
                continue
            if last is None or part is not page.tables[0] or not _are_alike(last, part):
                number, row = number + 1, 0
            for written in part.rows:
                row += 1
                entries.extend(
                    Entry(line, row=(number, row), reached=written.reached)
                    for line in written.lines
                )
        yield entries
        last = page.tables[-1] if page.tables else None


def _parts(page: Page, leading: float) -> Iterator[Entry | PageTable]:
    """The lines and tables of a page, with blank lines where it shows space between them."""
    ahead = list(page.tables)
    above: PageLine | None = None
    begun = False
    for line in page.lines:
        while ahead and (not line.is_level or line.base < ahead[0].top):
            yield from [Entry("")] * begun
            yield ahead.pop(0)
            above, begun = None, True
        step = 0.0 if above is None else distance(above, line)
        if step > 0:
            blanks = (step - leading + 1 - _EXTRA) // 1
            yield from [Entry("")] * min(2, max(0, int(blanks)))
        elif begun and not _is_cut(above, line):
            yield Entry("")  # behind a table, or at the top of the next list beside another
        yield Entry(line.text, columns=line.columns)
        above, begun = line, True
    for table in ahead:
        yield from [Entry("")] * begun
        yield table
        begun = True


def _is_cut(above: PageLine | None, line: PageLine) -> bool:
    """Whether a sentence goes on from the foot of a column to the top of the next."""
    return above is not None and above.text[-1:].isalnum() and line.text[:1].islower()


def _are_alike(one: PageTable, other: PageTable) -> bool:
    """Whether two tables have the same columns."""
    return len(one.columns) == len(other.columns) and all(
        abs(x - y) <= NEAR for x, y in zip(one.columns, other.columns, strict=True)
    )
