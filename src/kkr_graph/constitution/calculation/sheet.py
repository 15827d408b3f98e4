"""The calculation as a workbook: results, quotients, and what is only supposed.

Cells are written by type, so that no name becomes a formula; the same calculation gives the same
bytes.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from kkr_graph.constitution.calculation import wording
from kkr_graph.constitution.calculation.calculation import Calculation
from kkr_graph.constitution.calculation.picture import heading
from kkr_graph.constitution.calculation.scenario import Comparison
from kkr_graph.constitution.calculation.tables import (
    QUOTIENTS,
    quotient_lines,
    result_columns,
    result_lines,
)

_A4 = 9
_NO_CLOCK = datetime(2000, 1, 1)  # noqa: DTZ001 - the file's date, which is not the clock's
_HEADER = 2  # the row of the headings; a title and a gap stand above
_WIDEST = 44
_INK = "#1F3A4D"
_DIFFERENCE = ": forskel"


def to_xlsx(calculation: Calculation, comparison: Comparison | None = None) -> bytes:
    """The workbook's bytes."""
    stream = BytesIO()
    book = _Book(stream, heading(calculation))
    columns = result_columns(calculation)
    book.write("Resultat", list(columns.values()), _results(calculation, columns))
    if comparison is not None:
        book.write("Hvad nu hvis", comparison_headings(comparison), comparison_cells(comparison))
    book.write(
        "Kvotienter", list(QUOTIENTS.values()), _cells(QUOTIENTS, quotient_lines(calculation))
    )
    book.write("Forbehold", ["Forbehold og oplysninger"], [[text] for text in remarks(calculation)])
    book.close()
    return stream.getvalue()


def remarks(calculation: Calculation) -> tuple[str, ...]:
    """Ties, hypotheses and notes, in the order in which they matter."""
    ties = (wording.told(tie, calculation) for tie in calculation.ties)
    return (*ties, *calculation.hypotheses, *calculation.notes)


def comparison_headings(comparison: Comparison) -> list[str]:
    """A column for what is recorded, and two for each scenario."""
    scenarios = [(name, f"{name}{_DIFFERENCE}") for name, _ in comparison.supposed]
    return ["Liste", "Navn", "Som registreret", *(each for pair in scenarios for each in pair)]


def comparison_cells(comparison: Comparison) -> list[list[str | int]]:
    """A row for each list; differences are numbers."""
    rows: list[list[str | int]] = []
    for each in comparison.differences:
        supposed = zip(each.supposed, each.changes, strict=True)
        cells = [(wording.whole(row), number) for row, number in supposed]
        label = each.label if each.label != each.name else ""
        beside = (cell for pair in cells for cell in pair)
        rows.append([each.name, label, wording.whole(each.recorded), *beside])
    return rows


def _results(calculation: Calculation, columns: Mapping[str, str]) -> Iterator[list[Any]]:
    """The printed lines, with what Excel may reckon with as numbers."""
    for line, row in zip(result_lines(calculation), calculation.rows, strict=True):
        numbers: dict[str, int | float] = {
            "votes": int(row.votes) if row.votes.denominator == 1 else float(row.votes),
            "percent": round(float(row.percent), 2),
        }
        if not row.in_lots and not row.barred:
            numbers |= {"seats": row.seats, "members": row.members}
        yield [numbers.get(name, getattr(line, name)) for name in columns]


def _cells(columns: Mapping[str, str], lines: Sequence[object]) -> Iterator[list[Any]]:
    return ([getattr(line, name) for name in columns] for line in lines)


class _Book:
    """The workbook while it is written."""

    def __init__(self, stream: BytesIO, title: str) -> None:
        self._book = Workbook(
            stream,
            {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
        )
        self._book.set_properties({"title": title, "author": "kkr-graph", "created": _NO_CLOCK})
        self._heading = title
        self._title = self._book.add_format({"bold": True, "font_size": 14, "font_color": _INK})
        self._header = self._book.add_format(
            {"bold": True, "font_color": "#FFFFFF", "bg_color": _INK, "text_wrap": True}
        )
        self._body = self._book.add_format({"valign": "top", "text_wrap": True})
        self._change = self._book.add_format({"valign": "top", "num_format": "+0;-0;0"})

    def write(self, name: str, headings: Sequence[str], rows: Any) -> None:  # noqa: ANN401 - cells of any type
        """One table as a sheet of its own."""
        sheet = self._book.add_worksheet(name)
        sheet.write_string(0, 0, self._heading, self._title)
        records = list(rows)
        for column, text in enumerate(headings):
            sheet.write_string(_HEADER, column, text, self._header)
            longest = max((len(str(record[column] or "")) for record in records), default=0)
            alone = 100 if len(headings) == 1 else _WIDEST
            sheet.set_column(column, column, min(max(longest, len(text)) + 3, alone))
        for number, record in enumerate(records, start=_HEADER + 1):
            for column, cell in enumerate(record):
                if isinstance(cell, int | float):
                    change = headings[column].endswith(_DIFFERENCE)
                    sheet.write_number(number, column, cell, self._change if change else self._body)
                elif cell:
                    sheet.write_string(number, column, str(cell), self._body)
        sheet.freeze_panes(_HEADER + 1, 1)
        sheet.autofilter(_HEADER, 0, _HEADER + max(len(records), 1), len(headings) - 1)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_HEADER)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})

    def close(self) -> None:
        """Finish the file."""
        self._book.close()
