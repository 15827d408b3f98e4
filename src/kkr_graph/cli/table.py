"""An answer as a table for people, as wide as the terminal."""

import io
import re
import shutil
import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kkr_graph.model.cells import clean_text
from kkr_graph.model.solutions import Row
from kkr_graph.queries.sources import place_in_words
from kkr_graph.vocab import XSD

if TYPE_CHECKING:
    from kkr_graph.queries import Answer

_WIDTH = 120  # of a table that goes into a file
_NARROWEST = 15  # of a column, below which rows are written one under the other
_TALLEST = 12  # lines of a cell in its share of the width, above which they are too
_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
_SOURCE = ("document", "line", "page")


def to_table(answer: "Answer") -> bytes:
    """The rows as people read them, as wide as the terminal."""
    if not answer.rows:
        return "Ingen rækker.\n".encode()
    headings, rows = _compact(answer)
    width = shutil.get_terminal_size((_WIDTH, 0)).columns
    share = width // len(headings)
    longest = max(len(cell) for row in rows for cell in row)
    if share < _NARROWEST or longest > _TALLEST * share:
        return ("\n".join(_stacked(headings, rows, width)) + "\n").encode()
    return _ruled(headings, rows, width)


def _compact(answer: "Answer") -> tuple[list[str], list[list[str]]]:
    """Headings and cells, without empty columns, and with the source in one column."""
    columns = [column for column in answer.columns if column.name not in _SOURCE]
    headings = [column.heading for column in columns] + ["Kilde"]
    rows = [
        [*(_written(answer, row, column.name) for column in columns), _source(answer, row)]
        for row in answer.rows
    ]
    kept = [index for index in range(len(headings)) if any(row[index] for row in rows)]
    return [headings[index] for index in kept], [[row[index] for index in kept] for row in rows]


def _written(answer: "Answer", row: Row, column: str) -> str:
    """A cell as Danes write it: days as 24.10.2025."""
    term = row.get(column)
    day = _DAY.fullmatch(term.value) if term is not None and term.datatype == XSD.date else None
    if day is not None:
        return f"{day['day']}.{day['month']}.{day['year']}"
    return clean_text(answer.text(row, column))


def _source(answer: "Answer", row: Row) -> str:
    """``referat 24.10.2025 (referat.docx), side 3, linje 71``, as on the pages."""
    names = {column.name for column in answer.columns}
    told = {name: clean_text(answer.text(row, name)) for name in _SOURCE if name in names}
    where = clean_text(answer.place(row))
    place = place_in_words(told.get("page"), told.get("line"), where)
    return ", ".join(filter(None, (told.get("document", ""), place)))


def _stacked(headings: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    indent = max(len(heading) for heading in headings) + 2
    for number, row in enumerate(rows):
        if number:
            yield ""
        for heading, cell in zip(headings, row, strict=True):
            if cell:
                lines = textwrap.wrap(cell, max(width - indent, 20)) or [""]
                yield f"{heading + ':':<{indent}}{lines[0]}"
                yield from (" " * indent + line for line in lines[1:])


def _ruled(headings: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> bytes:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for heading in headings:
        table.add_column(Text(heading), overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console = Console(file=io.StringIO(), width=width, color_system=None, legacy_windows=False)
    with console.capture() as captured:
        console.print(table)
    lines = (line.rstrip() for line in captured.get().splitlines())
    return ("\n".join(lines) + "\n").encode()
