"""The overview as a workbook that a secretariat can send out.

Cells are written by type, so text from the documents is text whatever it looks like. The same
overview gives the same bytes: the workbook's date is the data's, not the clock's.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from textwrap import wrap
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from kkr_graph.errors import QueryError
from kkr_graph.model.cells import CELL_LIMIT, clean_text, split_text
from kkr_graph.overview.choosing import add_choices
from kkr_graph.overview.content import Coming, Overview
from kkr_graph.overview.form import SHEET, choices, form_table
from kkr_graph.overview.tables import (
    UNDATED,
    Cell,
    Column,
    Look,
    Table,
    subtitle,
    titled,
    to_tables,
)

MOST_ROWS = 1_000_000  # Excel has 1,048,576
_A4 = 9
_TITLE, _SUBTITLE, _NOTE, _GAP, _HEADER = range(5)  # rows of every sheet; the data follows
_CONTINUED = "Fortsat tekst"
_ROOM_FOR_NOTE = 80
_LINE_HEIGHT = 13.5  # points, for the body's font size
_PADDING = 4  # points
_CHARS_PER_WIDTH = 1.15  # widths count digits of the default font, which is larger
_BOLD_PER_WIDTH = 0.95  # of the first column, in which groups of rows open in bold
_TALLEST = 409  # points: Excel's limit
_MOST_WRAPPED = 5000  # characters: more is taller than a row can be

_INK = "#1F3A4D"
_LINE = "#C9D3DA"
_TINT = "#F2F5F7"  # of what stands beside the cells to be filled in
_LOOKS: dict[Look, dict[str, Any]] = {
    Look.PLAIN: {},
    Look.OPENING: {"top": 1, "top_color": _INK},
    Look.DOUBTFUL: {"italic": True, "bg_color": "#FFF4D6"},
    Look.DOUBTFUL_OPENING: {
        "italic": True,
        "bg_color": "#FFF4D6",
        "top": 1,
        "top_color": _INK,
    },
}
_BODY = {
    "font_size": 10,
    "text_wrap": True,
    "valign": "top",
    "border": 1,
    "border_color": _LINE,
}
_KINDS: dict[type, dict[str, Any]] = {
    str: {"align": "left"},
    int: {"align": "center", "num_format": "0"},
    date: {"align": "center", "num_format": "dd.mm.yyyy"},
}


def to_xlsx(overview: Overview, coming: Coming | None = None) -> bytes:
    """The workbook's bytes.

    Raises:
        QueryError: there are more rows than a sheet can hold.
    """
    tables = list(to_tables(overview, coming))
    if coming:
        if not overview.rows:
            del tables[0]  # nobody has a post in the term yet: a sheet of headings alone
        form = form_table(overview, coming)
        # Who asks for the coming term wants to see first what is to be filled in it.
        tables.insert(0 if overview.term == coming.board.term else 1, form)
    if any(len(table.rows) > MOST_ROWS for table in tables):
        raise QueryError(
            "Oversigten har flere rækker, end et regneark kan rumme.",
            "Afgræns den med --forum eller --term, eller skriv den som CSV.",
        )
    stream = BytesIO()
    book = _Book(stream, overview)
    for table in tables:
        book.write(table)
    if coming:
        book.offer(next(table for table in tables if table.name == SHEET), choices(coming))
    book.close()
    return stream.getvalue()


@dataclass(frozen=True, slots=True)
class _Rest:
    """What did not fit into a cell."""

    sheet: str
    cell: str
    text: str


@dataclass(slots=True)
class _Page:
    """One sheet while it is written."""

    sheet: Worksheet
    name: str
    columns: tuple[Column[Any], ...]
    rest: list[_Rest] = field(default_factory=list)

    @property
    def is_form(self) -> bool:
        """Whether there is something to fill in."""
        return any(column.is_input for column in self.columns)


class _Book:
    """The workbook while it is written."""

    def __init__(self, stream: BytesIO, overview: Overview) -> None:
        self._book = Workbook(
            stream,
            {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
        )
        self._overview = overview
        self._formats: dict[tuple[Look, type, bool, bool], Format] = {}
        self._rest: list[_Rest] = []
        day = overview.data_through or UNDATED
        self._book.set_properties(
            {
                "title": titled("Udpegningsoversigt", overview),
                "subject": subtitle(overview),
                "author": "kkr-graph",
                "created": datetime(day.year, day.month, day.day),  # noqa: DTZ001 - no clock here
            }
        )
        self._title = self._book.add_format({"bold": True, "font_size": 16, "font_color": _INK})
        self._subtitle = self._book.add_format({"font_size": 11, "font_color": _INK})
        self._note = self._book.add_format({"font_size": 9, "font_color": "#5A6B76"})
        self._header = self._book.add_format(
            {
                "bold": True,
                "font_size": 10,
                "font_color": "#FFFFFF",
                "bg_color": _INK,
                "text_wrap": True,
                "valign": "vcenter",
                "border": 1,
                "border_color": _INK,
            }
        )

    def write(self, table: Table[Any]) -> None:
        """One table as a sheet of its own."""
        page = self._page(table)
        for number, (record, look) in enumerate(zip(table.records(), table.looks, strict=True)):
            row = _HEADER + 1 + number
            widths = (column.width for column in table.columns)
            page.sheet.set_row(row, row_height(zip(record, widths, strict=True)))
            for column, cell in enumerate(record):
                self._write_cell(page, (row, column), cell, look)
        self._rest += page.rest

    def offer(self, table: Table[Any], lists: Mapping[str, Sequence[str]]) -> None:
        """Let people choose what they fill in, in a table that has been written."""
        sheet = self._book.get_worksheet_by_name(table.name)
        add_choices(self._book, sheet, table, _HEADER, lists)

    def close(self) -> None:
        """Write what did not fit, and finish the file."""
        if self._rest:
            self._write_rest()
        self._book.close()

    def _page(self, table: Table[Any]) -> _Page:
        sheet = self._book.add_worksheet(table.name)
        title = table.title if table.name == _CONTINUED else titled(table.title, self._overview)
        for row, (text, look) in enumerate(
            (
                (title, self._title),
                (subtitle(self._overview), self._subtitle),
                (table.note, self._note),
            )
        ):
            sheet.write_string(row, 0, text, look)
        for number, column in enumerate(table.columns):
            sheet.write_string(_HEADER, number, column.heading, self._header)
            sheet.set_column(number, number, column.width)
        sheet.set_row(_TITLE, 24)
        sheet.set_row(_GAP, 6)
        sheet.set_row(_HEADER, 30)
        _lay_out(sheet, table)
        return _Page(sheet, table.name, table.columns)

    def _write_cell(self, page: _Page, place: tuple[int, int], cell: Cell, look: Look) -> None:
        match cell:
            case date():
                day = datetime(cell.year, cell.month, cell.day)  # noqa: DTZ001 - a day has no zone
                page.sheet.write_datetime(*place, day, self._format(page, place[1], look, date))
            case int():
                page.sheet.write_number(*place, cell, self._format(page, place[1], look, int))
            case _ if text := clean_text(cell or ""):
                fitting = self._fitting(page, place, text)
                page.sheet.write_string(*place, fitting, self._format(page, place[1], look, str))
            case _:
                page.sheet.write_blank(*place, None, self._format(page, place[1], look, str))

    def _fitting(self, page: _Page, place: tuple[int, int], text: str) -> str:
        """The text, or as much as fits and a note of where the rest stands."""
        if len(split_text(text)) == 1:
            return text
        head, *rest = split_text(text, CELL_LIMIT - _ROOM_FOR_NOTE)
        cell = xl_rowcol_to_cell(*place)
        page.rest += [_Rest(page.name, cell, piece) for piece in rest]
        return f"{head} […] (fortsættes i arket »{_CONTINUED}« under {cell})"

    def _format(self, page: _Page, column: int, look: Look, kind: type) -> Format:
        first = column == 0
        tinted = page.is_form and not page.columns[column].is_input
        key = look, kind, first, tinted
        if key not in self._formats:
            opening = first and look in (Look.OPENING, Look.DOUBTFUL_OPENING)
            tint = {"bg_color": _TINT} if tinted else {}
            properties = _BODY | tint | _LOOKS[look] | _KINDS[kind] | {"bold": opening}
            self._formats[key] = self._book.add_format(properties)
        return self._formats[key]

    def _write_rest(self) -> None:
        rest, self._rest = tuple(self._rest), []
        self.write(
            Table(
                name=_CONTINUED,
                title=_CONTINUED,
                note="Det, der ikke er plads til i én celle i de andre ark.",
                columns=(
                    Column("sheet", "Ark", 16, lambda row: row.sheet),
                    Column("cell", "Celle", 10, lambda row: row.cell),
                    Column("text", "Tekst", 120, lambda row: row.text),
                ),
                rows=rest,
                looks=(Look.PLAIN,) * len(rest),
            )
        )


def _lay_out(sheet: Worksheet, table: Table[Any]) -> None:
    """How the sheet looks on the screen and on paper."""
    last_row = max(_HEADER + len(table.rows), _HEADER + 1)
    sheet.freeze_panes(_HEADER + 1, table.pinned)
    sheet.autofilter(_HEADER, 0, last_row, len(table.columns) - 1)
    sheet.hide_gridlines(2)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEADER)
    printed = sum(column.printed for column in table.columns)
    sheet.print_area(0, 0, last_row, printed - 1)
    sheet.set_footer(f"&L&8{table.name}&R&8Side &P af &N")


def row_height(cells: Iterable[tuple[Cell, float]]) -> float:
    """Room in points for the cell with the most lines; only Excel would find it by itself.

    Args:
        cells: each with the width of its column; the first is wide for its letters, as bold text is.
    """
    lines = (
        _lines(clean_text(cell), width * (_CHARS_PER_WIDTH if at else _BOLD_PER_WIDTH))
        for at, (cell, width) in enumerate(cells)
        if isinstance(cell, str)
    )
    return min(_LINE_HEIGHT * max(lines, default=1) + _PADDING, _TALLEST)


def _lines(text: str, characters: float) -> int:
    if len(text) <= characters:
        return 1
    if len(text) > _MOST_WRAPPED:
        return len(text)
    return len(wrap(text, max(int(characters), 1))) or 1
