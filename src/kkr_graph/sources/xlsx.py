"""Spreadsheets (.xlsx): each sheet with its title, each row a line with tabs between cells."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string as column_number
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from kkr_graph.errors import SourceError
from kkr_graph.model.text import LineKind
from kkr_graph.sources.transcript import Entry, Transcript, row_lines, transcribe

MOST_COLUMNS = 500
LAST_ROW = 200_000
_PAGE = "\f"
_MERGED = re.compile(
    rb"<(?:\w{1,20}:)?mergeCell\s[^<>]{0,80}?ref=[\"']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})[\"']"
)


def read_xlsx(content: bytes, parts: Mapping[str, bytes], name: str) -> Transcript:
    """The text of a workbook whose archive was found to be harmless, and unpacked to ``parts``."""
    book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        return transcribe(_entries(shown, parts, name), LineKind.PARAGRAPH)
    finally:
        book.close()


def _entries(
    sheets: list[ReadOnlyWorksheet], parts: Mapping[str, bytes], name: str
) -> Iterator[Entry]:
    for index, sheet in enumerate(sheets):
        title = " ".join(sheet.title.split())
        yield Entry(f"{_PAGE if index else ''}{title}", f"ark {title}")
        merged = _Merged(parts.get(sheet._worksheet_path, b""))
        sheet.reset_dimensions()  # what a file says of its size may be anything
        for number, row in enumerate(sheet.iter_rows(), start=1):
            _refuse_vast(number, len(row), title, name)
            lines = row_lines([write_value(cell.value).splitlines() for cell in row])
            place, row_of = f"ark {title}, række {number}", (index + 1, number)
            reached = merged.reached(number)
            yield from (Entry(line, place, row_of, reached=reached) for line in lines or ("",))


class _Merged:
    """Which cells of a sheet were merged downwards, asked from the first row to the last."""

    def __init__(self, sheet: bytes) -> None:
        self._begin: dict[int, list[tuple[int, int, int]]] = {}  # by the row where they begin
        self._until: dict[int, int] = {}  # column -> the last row that a cell of it reaches
        for match in _MERGED.finditer(sheet):
            left, top, right, bottom = (each.decode("ascii") for each in match.groups())
            first, last = column_number(left), min(column_number(right), MOST_COLUMNS)
            if int(bottom) > int(top):
                self._begin.setdefault(int(top), []).append((first, last, int(bottom)))

    def reached(self, row: int) -> tuple[int, ...]:
        """The columns of the row into which a cell of a row above reaches, from 0."""
        told = tuple(sorted(column for column, last in self._until.items() if last >= row))
        for first, last, bottom in self._begin.get(row, ()):
            self._until |= dict.fromkeys(range(first - 1, last), bottom)
        return told


def _refuse_vast(row: int, columns: int, title: str, name: str) -> None:
    if row > LAST_ROW or columns > MOST_COLUMNS:
        raise SourceError(
            f"arket {title} i filen {name} går ud over {LAST_ROW} rækker eller {MOST_COLUMNS} "
            "kolonner",
            "Slet de tomme rækker og kolonner efter tabellen, og gem filen igen.",
        )


def write_value(value: object) -> str:
    """The value of a cell as Danish office programs show it."""
    match value:
        case None:
            return ""
        case bool():
            return "SAND" if value else "FALSK"
        case float():
            return f"{value:.10g}".replace(".", ",")
        case datetime() if value.time() != time():
            return f"{value:%d-%m-%Y %H:%M}"
        case date():
            return f"{value:%d-%m-%Y}"
        case time():
            return f"{value:%H:%M}"
        case timedelta():
            return str(value)
        case _:
            return str(value)
