"""The table of seat groups as a workbook, and back again without loss.

In a CSV file a spreadsheet turns days around and takes leading zeros away. In the workbook a cell is a
text, a number or a day, and what comes back is written as the table has it.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from kkr_graph.errors import RegistryError
from kkr_graph.model.names import clean
from kkr_graph.registry.entries import COLUMNS, SEAT_GROUPS
from kkr_graph.registry.row import Row
from kkr_graph.registry.table import read_table

SHEET: Final = "Pladser"
_NUMBERS = ("pladser", "genudpegning", "møder")
_DAYS = ("frist",)
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "rolle": (
        "formand", "næstformand", "medlem", "suppleant", "observatør", "repræsentant",
        "født medlem", "supplerende medlem",
    ),
    "valgform": ("forholdstalsvalg", "flertalsvalg"),
    "stedfortræder": ("ja", "nej"),
}  # fmt: skip
_WIDTHS: Mapping[str, int] = {"id": 36, "organ": 28, "periode": 26, "krav": 44, "kilde": 50, "pladser": 9,
    "møder": 9, "stedfortræder": 14, "genudpegning": 14,
}  # fmt: skip
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - the same table gives the same bytes
_SPARE = 500  # rows below the last one that keep their choices


def to_workbook(folder: Path) -> bytes:
    """The seat groups of a registry folder as a workbook.

    Raises:
        RegistryError: the table cannot be read.
    """
    from xlsxwriter import Workbook

    columns = COLUMNS[SEAT_GROUPS]
    rows = read_table(folder / SEAT_GROUPS, columns)
    stream = io.BytesIO()
    book = Workbook(
        stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"title": "Pladser", "created": _MADE})
    sheet = book.add_worksheet(SHEET)
    head = book.add_format({"bold": True, "bg_color": "#DCE6F1", "border": 1})
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"})
    number = book.add_format({"num_format": "0", "valign": "top"})
    formats = dict.fromkeys(columns, text) | dict.fromkeys(_NUMBERS, number)
    formats |= dict.fromkeys(_DAYS, day)
    for at, name in enumerate(columns):
        sheet.set_column(at, at, _WIDTHS.get(name, 18), formats[name])
        sheet.write_string(0, at, name, head)
        if name in _CHOICES:
            sheet.data_validation(1, at, len(rows) + _SPARE, at, _choice(name))
        for down, row in enumerate(rows, start=1):
            _write(sheet, (down, at), name, row.cells[name], formats[name])
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.repeat_rows(0)
    book.close()
    return stream.getvalue()


def _choice(name: str) -> dict[str, object]:
    return {
        "validate": "list",
        "source": list(_CHOICES[name]),
        "ignore_blank": True,
        "error_title": name,
        "error_message": f"Vælg {', '.join(_CHOICES[name])}, eller lad feltet være tomt.",
    }


def _write(sheet: Any, place: tuple[int, int], name: str, value: str, form: Any) -> None:  # noqa: ANN401 - xlsxwriter has no types
    if not value:
        sheet.write_blank(*place, None, form)
    elif name in _NUMBERS and value.isascii() and value.isdigit():
        sheet.write_number(*place, int(value), form)
    elif name in _DAYS and _is_day(value):
        sheet.write_datetime(*place, datetime.fromisoformat(value), form)
    else:
        sheet.write_string(*place, value, form)


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def from_workbook(path: Path) -> tuple[tuple[str, ...], ...]:
    """The rows of a workbook, the headings first, as the table writes their cells.

    A row that is empty is kept, so that rows have the numbers that the spreadsheet shows.

    Raises:
        RegistryError: it is no workbook, or its sheet has other columns.
    """
    rows = list(_rows(path))
    found = tuple(cell.casefold() for cell in rows[0]) if rows else ()
    expected = COLUMNS[SEAT_GROUPS]
    while found and not found[-1]:
        found = found[:-1]
    if sorted(found) != sorted(expected):
        wrong = sorted({*found} ^ {*expected}) or ["en kolonne to gange"]
        raise RegistryError(
            f"{path.name}: arket »{SHEET}« skal have netop kolonnerne {', '.join(expected)}; "
            f"forskellen er {', '.join(name or 'en tom overskrift' for name in wrong)}.",
            "Skriv arket igen med kkr-graph constitution seats-export, og flyt rettelserne dertil.",
        )
    order = [found.index(name) for name in expected]
    return (expected, *(tuple(row[at] for at in order) for row in rows[1:]))


def _rows(path: Path) -> Iterator[tuple[str, ...]]:
    from zipfile import BadZipFile

    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(path, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, OSError) as error:
        raise RegistryError(
            f"{path.name} kan ikke læses som en Excel-projektmappe.", "Gem den som .xlsx."
        ) from error
    if SHEET not in book.sheetnames:
        raise RegistryError(
            f"{path.name} har intet ark, der hedder »{SHEET}«.", "Giv arket det navn igen."
        )
    for values in book[SHEET].iter_rows(values_only=True):
        yield tuple(_cell(value) for value in values)


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return clean(str(value))


def to_table(rows: Sequence[Sequence[str]], *, keep_empty: bool = False) -> bytes:
    """The rows as the table in the registry: semicolons, UTF-8 with a mark for Excel."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\n")
    writer.writerows(row for row in rows if keep_empty or any(row))
    return b"\xef\xbb\xbf" + stream.getvalue().encode()


def rows_by_id(folder: Path) -> Mapping[str, Row]:
    """The rows of the table by their identifiers, to tell what an import changes."""
    rows = read_table(folder / SEAT_GROUPS, COLUMNS[SEAT_GROUPS])
    return {row.cells["id"]: row for row in rows}
