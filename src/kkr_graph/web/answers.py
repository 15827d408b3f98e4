"""An answer as a table with links, and as a file."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from io import BytesIO

from kkr_graph.model.cells import clean_text, fitting_text
from kkr_graph.model.solutions import Row, Term
from kkr_graph.overview.tables import Cell as FileCell
from kkr_graph.overview.tables import Column as FileColumn
from kkr_graph.overview.tables import Look as FileLook
from kkr_graph.overview.tables import Table as FileTable
from kkr_graph.overview.text import to_csv
from kkr_graph.queries import Answer, Column
from kkr_graph.queries.sources import with_places
from kkr_graph.vocab import XSD
from kkr_graph.web.entities.cells import Cells
from kkr_graph.web.entities.summary import in_words
from kkr_graph.web.reading import place
from kkr_graph.web.site import Site
from kkr_graph.web.view import EMPTY, Cell, Line, Look, Piece, Table, table
from kkr_graph.web.wording import NO_SOURCE, REGISTRY, term_label, written_day

SHOWN = 500  # rows on a page; the file has the rest
_WIDEST = 45  # of a column in a sheet, in characters
_ROOM = 3  # beside the longest text, for the arrow of the filter
_A4 = 9
_SOURCE = ("document", "page", "line", "quote")
_SOURCES = {"": "Kilde", "other_": "Kilde til det andet"}  # by what their columns begin with
_LEADS_TO = {"number": "item", "title": "item"}


def to_table(answer: Answer, site: Site, *, without: Collection[str] = ()) -> Table:
    """The first rows as a table without some columns; what proves each is one link."""
    return _Answered(answer=answer, site=site, without=without).table()


def said_beside(answer: Answer, columns: Collection[str]) -> tuple[str, ...]:
    """Those of some columns in which any of the first rows says something."""
    return tuple(name for name in columns if any(name in row for row in answer.rows[:SHOWN]))


@dataclass(frozen=True, kw_only=True)
class _Answered:
    answer: Answer
    site: Site
    without: Collection[str] = ()

    @cached_property
    def _rows(self) -> Sequence[Row]:
        return self.answer.rows[:SHOWN]

    def table(self) -> Table:
        columns = self.answer.columns
        named = {column.name for column in columns}
        sources = [begins for begins in _SOURCES if f"{begins}document" in named]
        left_out = {*self.without, *(begins + name for begins in sources for name in _SOURCE)}
        shown = [c for c in columns if c.name not in left_out and not self._goes_without_saying(c)]
        headings = [column.heading for column in shown] + [_SOURCES[begins] for begins in sources]
        lines = [
            Line(
                cells=(
                    *(self._cell(row, column.name) for column in shown),
                    *(self._source(row, begins) for begins in sources),
                )
            )
            for row in self._rows
        ]
        return table(self.answer.title, headings, lines)

    def _goes_without_saying(self, column: Column) -> bool:
        """Whether every row has nothing, or what was asked for, which stands above the table."""
        asked = self.answer.arguments.get(column.name, "")
        return all(self.answer.text(row, column.name) == asked for row in self._rows)

    def _cell(self, row: Row, column: str) -> Cell:
        term = row.get(column)
        if term is None:
            return EMPTY
        if term.is_iri:
            return (Piece(self._name(term.value), self.site.addresses.path(term.value)),)
        leads_to = row.get(_LEADS_TO.get(column, ""))
        path = self.site.addresses.path(leads_to.value) if leads_to and leads_to.is_iri else ""
        look = Look.QUOTE if column == "quote" else Look.PLAIN
        return (Piece(_text(term), path, look),)

    def _name(self, iri: str) -> str:
        return self.answer.labels.get(iri) or self._nameless.get(iri) or term_label(iri)

    @cached_property
    def _nameless(self) -> Mapping[str, str]:
        return _nameless(self.answer, self.site)

    @cached_property
    def _documents(self) -> Mapping[str, str]:
        """The documents, by what staff call them."""
        return self.site.nodes.sources

    def _source(self, row: Row, begins: str = "") -> Cell:
        told = {name: row[begins + name] for name in (*_SOURCE, "evidence") if begins + name in row}
        if not told and "seat_group" in row:  # known before any document is read
            return (Piece(REGISTRY, self.site.addresses.path(row["seat_group"].value)),)
        quote = self.answer.text(told, "quote")
        return (self._place(told), *((Piece(quote, look=Look.QUOTE),) if quote else ()))

    def _place(self, row: Row) -> Piece:
        document, evidence = row.get("document"), row.get("evidence")
        if document is None:
            return Piece(NO_SOURCE, look=Look.MISSING)
        line = self.answer.text(row, "line")
        name = self._documents.get(document.value, self.answer.text(row, "document"))
        text = place(name, self.answer.text(row, "page"), line, self.answer.place(row))
        if evidence is not None and evidence.is_iri:
            return Piece(text, self.site.addresses.path(evidence.value))
        path = self.site.addresses.path(document.value, linje=line)
        return Piece(text, f"{path}#sted" if line and path else path)


def _text(term: Term) -> str:
    if term.datatype == XSD.date:
        return written_day(term.value)
    if term.datatype == XSD.boolean:
        return "ja" if term.value == "true" else "nej"
    return term.value


def _nameless(answer: Answer, site: Site) -> Mapping[str, str]:
    """What has no label of its own among the first rows, such as a post, in a few words."""
    iris = {
        term.value
        for row in answer.rows[:SHOWN]
        for term in row.values()
        if term.is_iri and term.value not in answer.labels
    }
    nodes = site.nodes.describe(iri for iri in iris if site.addresses.path(iri))
    cells = Cells(site, nodes.values())
    return {iri: in_words(site, cells, node) for iri, node in nodes.items()}


def to_plain_table(answer: Answer, site: Site) -> Table:
    """The first rows of an answer about which nothing is known: names for IRIs, and links."""
    nameless = _nameless(answer, site)

    def cell(term: Term | None) -> Cell:
        if term is None:
            return EMPTY
        if term.is_iri:
            name = answer.labels.get(term.value) or nameless.get(term.value)
            name = name or term_label(term.value)
            return (Piece(name, site.addresses.path(term.value)),)
        return (Piece(_text(term)),)

    names = [column.name for column in answer.columns]
    lines = [
        Line(cells=tuple(cell(row.get(name)) for name in names)) for row in answer.rows[:SHOWN]
    ]
    return table(answer.title, names, lines)


# --- files -----------------------------------------------------------------------------------


def to_csv_file(answer: Answer) -> bytes:
    """All rows for Danish Excel; a last line says so where there were more."""
    answer = with_places(answer)
    rows: tuple[Row, ...] = answer.rows
    if answer.truncated:
        rows = (*rows, {answer.columns[0].name: Term(value=_cut(answer))})
    return to_csv(
        FileTable(
            name=answer.title,
            title=answer.title,
            note="",
            columns=tuple(_file_column(answer, column) for column in answer.columns),
            rows=rows,
            looks=(FileLook.PLAIN,) * len(rows),
        )
    )


def to_xlsx_file(answer: Answer) -> bytes:
    """All rows as a sheet, by type; a line under the heading says so where there were more."""
    from xlsxwriter import Workbook  # slow to load, and only for this

    from kkr_graph.overview.sheet import row_height  # which loads it too

    answer = with_places(answer)
    stream = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(stream, options) as book:
        book.set_properties({"created": datetime(2000, 1, 1)})  # noqa: DTZ001 - no clock here
        sheet = book.add_worksheet("Svar")
        look = {"font_size": 10, "text_wrap": True, "valign": "top"}
        body, bold = book.add_format(look), book.add_format({**look, "bold": True})
        start = 1 if answer.truncated else 0
        if answer.truncated:
            sheet.write_string(0, 0, _cut(answer))
        columns = [_file_column(answer, each) for each in answer.columns]
        widths = [_width(column, answer.rows) for column in columns]
        for number, (column, width) in enumerate(zip(columns, widths, strict=True)):
            sheet.write_string(start, number, clean_text(column.heading), bold)
            sheet.set_column(number, number, width)
        for line, row in enumerate(answer.rows, start=start + 1):
            values = [column.value(row) for column in columns]
            sheet.set_row(line, row_height(zip(values, widths, strict=True)))
            for number, value in enumerate(values):
                if isinstance(value, int):
                    sheet.write_number(line, number, value, body)
                elif value is not None:
                    sheet.write_string(line, number, fitting_text(str(value)), body)
        sheet.freeze_panes(start + 1, 0)
        sheet.autofilter(start, 0, start + len(answer.rows), len(answer.columns) - 1)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(start)
    return stream.getvalue()


def _width(column: FileColumn[Row], rows: Sequence[Row]) -> int:
    """Room for the longest of the first texts, up to where it is better to break the lines."""
    texts = (str(column.value(row) or "") for row in rows[:SHOWN])
    return min(max(map(len, (column.heading, *texts))) + _ROOM, _WIDEST)


def _cut(answer: Answer) -> str:
    return f"Afkortet: kun de første {len(answer.rows)} rækker er med."


def _file_column(answer: Answer, column: Column) -> FileColumn[Row]:
    def value(row: Row) -> FileCell:
        term = row.get(column.name)
        if term is None:
            return None
        if term.is_iri:
            return answer.text(row, column.name)
        number = term.datatype == XSD.integer and term.value.isdecimal()
        return int(term.value) if number else _text(term)

    return FileColumn(column.name, column.heading, 0, value)
