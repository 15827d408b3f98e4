"""How an answer is written: a table for people, CSV for Excel, JSON for programs."""

import csv
import io
import json
import re
import shutil
import sys
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kkr_graph.cli.destination import STANDARD_OUTPUT, write_whole
from kkr_graph.model.names import on_one_line
from kkr_graph.model.solutions import Row, Solutions, Term, to_sparql_json
from kkr_graph.vocab import XSD

if TYPE_CHECKING:
    from kkr_graph.queries import Answer

FORMS = ("table", "csv", "json", "sparql-json")
_BY_SUFFIX = {".csv": "csv", ".json": "json", ".srj": "sparql-json", ".txt": "table"}
_WIDTH = 120  # of a table that goes into a file
_NARROWEST = 15  # of a column, below which rows are written one under the other
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_CONTROL = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(127, 160)))
_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?", re.ASCII)
_SOURCE = ("document", "line", "page")


def write_answer(answer: "Answer", *, form: str | None, output: str = STANDARD_OUTPUT) -> None:
    """Write the answer to a file, or to the standard output for ``-``.

    Args:
        answer: what was answered.
        form: one of FORMS; otherwise by the file's ending, a table on a terminal, JSON in a pipe.
        output: the file.

    Raises:
        ConfigError: the file cannot be written.
    """
    writers = {"table": to_table, "csv": to_csv, "json": _json, "sparql-json": _sparql_json}
    write_whole(writers[form or form_for(output)](answer), output)
    if answer.truncated:
        click.echo(f"Afkortet: kun de første {len(answer.rows)} rækker er med.", err=True)


def form_for(output: str) -> str:
    """The form of a file by its ending; a table on a terminal, JSON in a pipe."""
    if output != STANDARD_OUTPUT:
        return _BY_SUFFIX.get(Path(output).suffix.casefold(), "json")
    return "table" if sys.stdout.isatty() else "json"


# --- JSON -----------------------------------------------------------------------------------


def _json(answer: "Answer") -> bytes:
    named = {
        column.name
        for column in answer.columns
        if any((term := row.get(column.name)) and term.is_iri for row in answer.rows)
    }
    rows = [dict(_members(answer, row, named)) for row in answer.rows]
    return (json.dumps(rows, ensure_ascii=False, indent=2) + "\n").encode()


def _members(answer: "Answer", row: Row, named: set[str]) -> Iterator[tuple[str, object]]:
    for column in answer.columns:
        term = row.get(column.name)
        yield column.name, None if term is None else _value(term)
        if column.name in named:
            yield f"{column.name}_label", answer.text(row, column.name) or None


def _value(term: Term) -> str | int | bool:
    kind = (term.datatype or "").rpartition("#")[2]
    if kind == "boolean" and term.value in ("true", "false"):
        return term.value == "true"
    if kind == "integer" and term.value.lstrip("+-").isdecimal():
        return int(term.value)
    return term.value


def _sparql_json(answer: "Answer") -> bytes:
    names = tuple(column.name for column in answer.columns)
    rows = tuple({name: row[name] for name in names if name in row} for row in answer.rows)
    form = to_sparql_json(Solutions(columns=names, rows=rows))
    return (json.dumps(form, ensure_ascii=False, indent=2) + "\n").encode()


# --- CSV for Danish Excel -------------------------------------------------------------------


def to_csv(answer: "Answer") -> bytes:
    """The rows for Danish Excel, with a heading."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(column.heading for column in answer.columns)
    for row in answer.rows:
        writer.writerow(_cell(answer, row, column.name) for column in answer.columns)
    return text.getvalue().encode("utf-8-sig")  # without the mark, Excel takes æøå apart


def _cell(answer: "Answer", row: Row, column: str) -> str:
    term = row.get(column)
    if term is not None and term.datatype and _NUMBER.fullmatch(term.value):
        return term.value
    return _harmless(answer.text(row, column))


def _harmless(text: str) -> str:
    """Text that Excel takes for text: what could begin a formula gets an apostrophe before it."""
    plain = text.translate(_CONTROL)
    risky = plain.lstrip().startswith(_FORMULA) or plain.startswith(("\t", "\r", "\n"))
    return f"'{plain}" if risky else plain


# --- a table for people ---------------------------------------------------------------------


def to_table(answer: "Answer") -> bytes:
    """The rows as people read them, as wide as the terminal."""
    if not answer.rows:
        return "Ingen rækker.\n".encode()
    headings, rows = _compact(answer)
    width = shutil.get_terminal_size((_WIDTH, 0)).columns
    if width < _NARROWEST * len(headings):
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
    return _plain(answer.text(row, column))


def _source(answer: "Answer", row: Row) -> str:
    names = {column.name for column in answer.columns}
    marks = {"document": "", "page": "s. ", "line": "l. "}
    if where := answer.place(row):
        return f"{_plain(answer.text(row, 'document'))} {_plain(where)}"
    texts = {name: _plain(answer.text(row, name)) for name in marks if name in names}
    return " ".join(marks[name] + text for name, text in texts.items() if text)


def _plain(text: str) -> str:
    """One line, and nothing that would steer the terminal."""
    return on_one_line(text.translate(_CONTROL))


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
