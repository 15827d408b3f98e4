"""How an answer is written: a table for people, CSV for Excel, JSON for programs."""

import csv
import io
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kkr_graph.cli.destination import STANDARD_OUTPUT, write_whole
from kkr_graph.model.solutions import Row, Solutions, Term, to_sparql_json

if TYPE_CHECKING:
    from kkr_graph.queries import Answer

FORMS = ("table", "csv", "json", "sparql-json")
READ_BY_PEOPLE = ("table", "csv")
_BY_SUFFIX = {".csv": "csv", ".json": "json", ".srj": "sparql-json", ".txt": "table"}
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
CONTROL = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(127, 160)))
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?", re.ASCII)


def write_answer(answer: "Answer", *, form: str | None, output: str = STANDARD_OUTPUT) -> None:
    """Write the answer to a file, or to the standard output for ``-``.

    Args:
        answer: what was answered.
        form: one of FORMS; otherwise by the file's ending, a table on a terminal, JSON in a pipe.
        output: the file.

    Raises:
        ConfigError: the file cannot be written.
    """
    writers = {"table": _table, "csv": to_csv, "json": _json, "sparql-json": _sparql_json}
    write_whole(writers[form or form_for(output)](answer), output)
    if answer.truncated:
        click.echo(f"Afkortet: kun de første {len(answer.rows)} rækker er med.", err=True)


def form_for(output: str) -> str:
    """The form of a file by its ending; a table on a terminal, JSON in a pipe."""
    if output != STANDARD_OUTPUT:
        return _BY_SUFFIX.get(Path(output).suffix.casefold(), "json")
    return "table" if sys.stdout.isatty() else "json"


def _table(answer: "Answer") -> bytes:
    from kkr_graph.cli.table import to_table

    return to_table(answer)


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
    plain = text.translate(CONTROL)
    risky = plain.lstrip().startswith(_FORMULA) or plain.startswith(("\t", "\r", "\n"))
    return f"'{plain}" if risky else plain
