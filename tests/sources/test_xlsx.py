"""A workbook as lines: a sheet's title, then its rows."""

import zipfile
from datetime import date, datetime, time
from io import BytesIO

import openpyxl
import pytest

from kkr_graph.errors import SourceError
from kkr_graph.model.text import LineKind, place_at
from tests.sources.reading import read_here
from tests.sources.word import archive

NAME = "appointments/a.xlsx"


def book(*sheets):
    """A workbook of (title, rows); the bytes."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for title, rows in sheets:
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
    return made


def as_bytes(made):
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def read(content):
    return read_here(content if isinstance(content, bytes) else as_bytes(content), NAME)


def test_each_sheet_is_a_page_with_its_title_and_each_row_a_line():
    source = read(
        book(
            ("Medlemmer", [["Navn", "Parti"], [], ["Åse Ærø", "A"]]),
            ("Suppleanter", [["Bo Lund", None, "V"]]),
        )
    )
    assert source.text == "Medlemmer\nNavn\tParti\n\nÅse Ærø\tA\n\fSuppleanter\nBo Lund\t\tV"
    assert source.lines == LineKind.PARAGRAPH
    places = [place_at(source.places, source.text.index(word)) for word in ("Åse", "Bo", "Suppl")]
    assert places == ["ark Medlemmer, række 3", "ark Suppleanter, række 1", "ark Suppleanter"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (date(2026, 1, 9), "09-01-2026"),
        (datetime(2026, 1, 9, 14, 30), "09-01-2026 14:30"),  # noqa: DTZ001 - as workbooks have it
        (time(9, 5), "09:05"),
        (7, "7"), (7.0, "7"), (2.5, "2,5"), (True, "SAND"), ("  A   B ", "A B"),
    ],
)  # fmt: skip
def test_values_are_shown_as_danish_programs_show_them(value, shown):
    assert read(book(("A", [["x", value]]))).text == f"A\nx\t{shown}"


def test_lines_in_cells_stand_beside_each_other():
    assert read(book(("A", [["Bo\nIda", "V\nA"]]))).text == "A\nBo\tV\nIda\tA"


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        ("Bo (V)\nIda (A)\nVakant", "Bo (V); Ida (A); Vakant"),
        ("Formål: Havne.\nHjemmel: § 3,\nog § 4", "Formål: Havne. Hjemmel: § 3, og § 4"),
        (f"{'Lang ' * 13}\nTekst\nTil sidst", f"{'Lang ' * 13}Tekst Til sidst"),
    ],
)
def test_lines_of_cells_of_different_heights_are_one_line_each(lines, shown):
    source = read(book(("A", [[lines, "X\nY"]])))
    assert source.text == f"A\n{' '.join(shown.split())}\tX; Y"


def test_merged_cells_are_read_once():
    made = book(("A", [["Bestyrelsen", None, None], ["Bo", "V", 1]]))
    made["A"].merge_cells("A1:C1")
    assert read(made).text == "A\nBestyrelsen\nBo\tV\t1"


def test_hidden_sheets_are_left_out():
    made = book(("Vist", [["x"]]), ("Lister", [["y"]]))
    made["Lister"].sheet_state = "hidden"
    assert read(made).text == "Vist\nx"


@pytest.mark.parametrize("cell", ["XFD1048576", "A1048576", "XFD1"])
def test_a_cell_at_the_end_of_the_sheet_is_refused(cell):
    """It makes readers write out a sheet of 17 thousand million cells."""
    made = book(("A", [["x"]]))
    made["A"][cell] = "y"
    with pytest.raises(SourceError, match=r"arket A i filen appointments/a\.xlsx går ud over"):
        read(made)


def test_what_a_sheet_says_of_its_size_is_not_believed():
    content = as_bytes(book(("A", [["x"]])))
    with zipfile.ZipFile(BytesIO(content)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    assert b'ref="A1:A1"' in parts[sheet]
    parts[sheet] = parts[sheet].replace(b'ref="A1:A1"', b'ref="A1:XFD1048576"')
    assert read(archive(parts)).text == "A\nx"


def test_a_sheet_that_is_damaged_is_named():
    content = as_bytes(book(("A", [["x"]])))
    with pytest.raises(SourceError, match="beskadiget"):
        read(content[: len(content) // 2])
