"""How an answer is written: a table for people, CSV for Excel, JSON for programs."""

import csv
import io
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kkr_graph.cli.destination import STANDARD_OUTPUT, form_of_output, write_whole
from kkr_graph.model.cells import guard_formula, without_unseen
from kkr_graph.model.solutions import Row, Solutions, to_sparql_json

if TYPE_CHECKING:
    from kkr_graph.queries import Answer

FORMS = ("table", "csv", "json", "sparql-json")
READ_BY_PEOPLE = ("table", "csv")
_BY_SUFFIX = {".csv": "csv", ".json": "json", ".srj": "sparql-json", ".txt": "table"}
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
    return form_of_output()


def _table(answer: "Answer") -> bytes:
    from kkr_graph.cli.table import to_table

    return to_table(answer)


# --- JSON -----------------------------------------------------------------------------------


def _json(answer: "Answer") -> bytes:
    from kkr_graph.queries.json_form import to_json

    return to_json(answer)


def _sparql_json(answer: "Answer") -> bytes:
    names = tuple(column.name for column in answer.columns)
    rows = tuple({name: row[name] for name in names if name in row} for row in answer.rows)
    form = to_sparql_json(Solutions(columns=names, rows=rows))
    return (json.dumps(form, ensure_ascii=False, indent=2) + "\n").encode()


# --- CSV for Danish Excel -------------------------------------------------------------------


def to_csv(answer: "Answer") -> bytes:
    """The rows for Danish Excel, with a heading."""
    from kkr_graph.queries.sources import with_places

    answer = with_places(answer)
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
    return guard_formula(without_unseen(answer.text(row, column)))
