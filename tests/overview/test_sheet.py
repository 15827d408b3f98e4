"""The workbook, read back with another library."""

import re
import zipfile
from datetime import date, datetime, time
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter, range_boundaries

from kkr_graph.errors import QueryError
from kkr_graph.overview.sheet import MOST_ROWS, to_xlsx
from kkr_graph.overview.tables import counted
from kkr_graph.queries.asking import Source
from kkr_graph.seats.holders import Certainty
from tests.overview.sample import DAY, board_row, coming, overview, remark, row, seat

HEADER = 5  # the row of the headings, as people count
HOSTILE = (
    "=1+1",
    "@x",
    "+45 12 34 56 78",
    "-2",
    "\t=1",
    "\x00=1",
    "\x0b\x1b=1",
    '=HYPERLINK("http://example.org","klik")',
    "http://example.org/",
    "mailto:x@example.org",
    "internal:Kilder!A1",
    "{=SUM(A1:A2)}",
    "<b>&amp;</b>",
    "_x0041_",
    "#N/A",
)


def open_book(content):
    return load_workbook(BytesIO(content))


def records(content, sheet="Udpegninger"):
    heading, *rows = open_book(content)[sheet].iter_rows(min_row=HEADER, values_only=True)
    return [dict(zip(heading, values, strict=True)) for values in rows]


def parts(content):
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_a_row_stands_in_its_columns():
    (record,) = records(to_xlsx(overview(row())))
    assert record["Navn"] == "Åse Øst"
    assert record["Forum"] == "Danmarks Fælles Råd"
    assert record["Periode"] == "slut ukendt, senest set 24.10.2025"
    assert (record["Kilde"], record["Sted i kilden"]) == ("referat.txt", "side 3, linje 71")
    assert record["Citat"] == "Ærø udpegede Åse Øst."
    assert record["Status"] == "sikker"


def test_days_are_days_and_numbers_are_numbers():
    book = open_book(to_xlsx(overview(row(starts=date(2022, 1, 1), seats=3))))
    cells = dict(
        zip(*book["Udpegninger"].iter_rows(min_row=HEADER, max_row=HEADER + 1), strict=True)
    )
    by_heading = {heading.value: cell for heading, cell in cells.items()}
    assert by_heading["Fra"].value == datetime.combine(date(2022, 1, 1), time())
    assert by_heading["Fra"].number_format == "dd.mm.yyyy"
    assert by_heading["Til"].value is None
    assert by_heading["Pladser"].value == 3


def test_the_sheets_are_named_and_titled():
    book = open_book(to_xlsx(overview(row(), seats=(seat(),), remarks=(remark(),))))
    assert book.sheetnames == ["Udpegninger", "Pladser", "Mangler", "Se efter", "Kilder"]
    assert book["Udpegninger"]["A1"].value == "Udpegningsoversigt – KKR Nordjylland"
    assert book["Udpegninger"]["A2"].value == "KKR 2022-2026 · Data til og med 24.10.2025"


@pytest.mark.parametrize("sheet", ["Udpegninger", "Pladser", "Mangler", "Se efter", "Kilder"])
def test_a_sheet_can_be_filtered_scrolled_and_printed(sheet):
    page = open_book(to_xlsx(overview(row())))[sheet]
    assert page.freeze_panes.endswith(str(HEADER + 1))
    assert page.auto_filter.ref.startswith(f"A{HEADER}:")
    assert page.print_title_rows == f"${HEADER}:${HEADER}"
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.page_setup.fitToWidth in (None, 1)  # 1 is what is left unsaid
    assert page.page_setup.fitToHeight == 0
    assert page["A1"].alignment.wrap_text is None
    assert page.cell(HEADER, 1).alignment.wrap_text


def test_all_sheets_are_printed_in_one_size():
    """Each is fitted to the width of a page, so its printed columns must be as wide as those of others."""
    book = open_book(to_xlsx(overview(row(), seats=(seat(),)), coming(board_row(1))))
    widths = {}
    for page in book:
        if page.sheet_state == "visible":
            (area,) = page.print_area.replace("$", "").split(",")
            last = range_boundaries(area.rpartition("!")[2])[2]
            columns = (get_column_letter(number) for number in range(1, last + 1))
            widths[page.title] = sum(page.column_dimensions[each].width for each in columns)
    assert max(widths.values()) - min(widths.values()) < 15, widths


def test_a_term_in_which_nobody_sits_yet_has_no_sheet_of_headings_alone():
    board = coming(board_row(1))
    content = to_xlsx(overview(seats=(seat(),), term="KKR 2026-2030"), board)
    assert "Udpegninger" not in open_book(content).sheetnames
    assert counted(overview(), board) == (
        "1 plads i KKR 2026-2030 skal besættes; ingen poster i perioden er kendt endnu"
    )


def test_seats_remarks_and_sources_are_there():
    content = to_xlsx(overview(row(), seats=(seat(to_fill=2),), remarks=(remark(),)))
    assert records(content, "Pladser")[0]["Skal besættes"] == 2
    assert records(content, "Se efter")[0]["Hvad"] == "Datoen ser forkert ud."
    assert records(content, "Kilder")[0]["Dokument"] == "referat.txt"


def test_a_hypothesis_looks_like_one():
    content = to_xlsx(overview(row(), row("Bo Lund", certainty=Certainty.HYPOTHESIS)))
    certain, doubtful = (open_book(content)["Udpegninger"].cell(HEADER + n, 3) for n in (1, 2))
    assert not certain.font.italic
    assert doubtful.font.italic
    assert doubtful.fill.fgColor.rgb != certain.fill.fgColor.rgb
    assert records(content)[1]["Status"] == "formodning"


def test_text_is_never_a_formula_or_a_link():
    rows = [row(text, forum=text, source=Source(document=text, quote=text)) for text in HOSTILE]
    content = to_xlsx(overview(*rows, body="=1+1", remarks=tuple(remark(text) for text in HOSTILE)))
    written = "".join(parts(content).values())
    assert not re.findall(r"<f[ >]", written)
    assert "<hyperlink" not in written
    cells = [cell for page in open_book(content) for line in page.iter_rows() for cell in line]
    assert {cell.data_type for cell in cells if isinstance(cell.value, str)} == {"s"}
    assert [record["Navn"] for record in records(content)][:2] == ["=1+1", "@x"]
    assert records(content)[HOSTILE.index("_x0041_")]["Navn"] == "_x0041_"


def test_a_cell_that_is_too_long_goes_on_in_another_sheet():
    quote = "æ" * 40_000
    content = to_xlsx(overview(row(source=Source(document="x.txt", quote=quote))))
    head, _, note = records(content)[0]["Citat"].partition(" […] ")
    (rest,) = records(content, "Fortsat tekst")
    assert head + rest["Tekst"] == quote
    assert note == f"(fortsættes i arket »Fortsat tekst« under {rest['Celle']})"
    assert (rest["Ark"], rest["Celle"]) == ("Udpegninger", "P6")


def test_the_same_overview_gives_the_same_bytes():
    rows = [row(f"Åse {number}", forum=f"Råd {number % 3}") for number in range(30)]
    assert to_xlsx(overview(*rows)) == to_xlsx(overview(*rows))


def test_the_workbook_is_dated_by_its_data():
    content = to_xlsx(overview(row()))
    assert open_book(content).properties.created == datetime.combine(DAY, time())
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
    undated = open_book(to_xlsx(overview(row(), data_through=None)))
    assert undated["Udpegninger"]["A2"].value == "KKR 2022-2026 · Data uden dato"
    assert undated.properties.created < datetime.combine(DAY, time())


def test_an_empty_overview_is_a_workbook_too():
    assert records(to_xlsx(overview())) == []


def test_more_rows_than_a_sheet_holds_are_refused():
    with pytest.raises(QueryError, match="flere rækker"):
        to_xlsx(overview(*(row(),) * (MOST_ROWS + 1)))


def test_the_longest_name_of_a_forum_is_not_cut_off_in_the_column_or_the_row():
    forum = "Danmarks Erhvervsfremmebestyrelse"
    page = open_book(to_xlsx(overview(row(forum=forum, source=Source(document="a", quote="b")))))[
        "Udpegninger"
    ]
    widest = max(len(word) for word in forum.split())
    assert page.column_dimensions["A"].width > widest * 1.1  # it stands in bold
    assert page.row_dimensions[HEADER + 1].height > 2 * 12
