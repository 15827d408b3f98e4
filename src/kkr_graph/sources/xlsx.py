"""Spreadsheets (.xlsx): each sheet with its title, each row a line with tabs between cells."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from kkr_graph.errors import SourceError
from kkr_graph.model.text import LineKind
from kkr_graph.sources.transcript import Entry, Transcript, row_lines, transcribe

MOST_COLUMNS = 500
LAST_ROW = 200_000
_PAGE = "\f"


def read_xlsx(content: bytes, name: str) -> Transcript:
    """The text of a workbook whose archive was found to be harmless."""
    book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        return transcribe(_entries(shown, name), LineKind.PARAGRAPH)
    finally:
        book.close()


def _entries(sheets: list[ReadOnlyWorksheet], name: str) -> Iterator[Entry]:
    for index, sheet in enumerate(sheets):
        title = " ".join(sheet.title.split())
        yield Entry(f"{_PAGE if index else ''}{title}", f"ark {title}")
        sheet.reset_dimensions()  # what a file says of its size may be anything
        for number, row in enumerate(sheet.iter_rows(), start=1):
            _refuse_vast(number, len(row), title, name)
            lines = row_lines([write_value(cell.value).splitlines() for cell in row])
            place, row_of = f"ark {title}, række {number}", (index + 1, number)
            yield from (Entry(line, place, row_of) for line in lines or ("",))


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
