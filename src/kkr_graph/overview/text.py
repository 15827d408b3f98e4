"""Rows as CSV that Danish Excel opens by a double click, and as JSON for programs."""

import csv
import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from io import StringIO
from typing import Any

from kkr_graph.model.cells import clean_text, guard_formula
from kkr_graph.overview.content import OverviewRow
from kkr_graph.overview.findings import Finding
from kkr_graph.overview.tables import Cell, Table

_BOM = "\ufeff"  # without it Excel reads the file as Windows-1252


def to_csv(table: Table[Any]) -> bytes:
    """A table with semicolons, in UTF-8 with a byte order mark, days as 24-10-2025."""
    stream = StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow(column.heading for column in table.columns)
    writer.writerows([_field(cell) for cell in record] for record in table.records())
    return (_BOM + stream.getvalue()).encode()


def _field(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case date():
            return f"{cell:%d-%m-%Y}"
        case int():
            return str(cell)
        case _:
            return guard_formula(clean_text(cell))


def to_json(rows: Sequence[OverviewRow] | Sequence[Finding]) -> bytes:
    """The rows as a list of objects; days as 2025-10-24, what is not known as null."""
    records = [_record(row) for row in rows]
    return (json.dumps(records, ensure_ascii=False, indent=2) + "\n").encode()


def _record(row: OverviewRow | Finding) -> dict[str, str | int | None]:
    values = asdict(row) if isinstance(row, OverviewRow) else {"id": row.id, **asdict(row)}
    source = values.pop("source")
    return {name: _value(value) for name, value in (values | source).items()}


def _value(cell: Cell) -> str | int | None:
    match cell:
        case date():
            return cell.isoformat()
        case str():
            return clean_text(cell) or None
        case _:
            return cell
