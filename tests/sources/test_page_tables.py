"""The tables of a PDF page: cells, with lines around them or without, become cells of rows."""

from io import BytesIO

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

from tests.sources.reading import read_here as read

PLAIN = getSampleStyleSheet()["Normal"]
TOP = ("VALIGN", (0, 0), (-1, -1), "TOP")
GRID = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
BOX = ("BOX", (0, 0), (-1, -1), 0.5, colors.black)
HEADS = ["Deltager", "Kommune", "Til stede"]
ROWS = [
    ["Ungechef Birgit Nørre Vind", "Esbjerg Kommune", "Ja"],
    ["Afdelingsleder Maren Tjærby Gad", "Varde Kommune", "Ja, fra punkt 2"],
    ["Skolechef Dagmar Hov Riis", "Billund Kommune", "Afbud"],
]


def pdf(*parts):
    buffer = BytesIO()
    SimpleDocTemplate(buffer, pagesize=A4).build(list(parts))
    return buffer.getvalue()


def table(rows, *style, widths=(100, 110, 140), heads=0):
    cells = [
        [[Paragraph(line, PLAIN) for line in cell.split("\n")] for cell in row] for row in rows
    ]
    return Table(cells, colWidths=widths, style=[TOP, *style], repeatRows=heads)


def lines(*parts):
    """The lines of a document, blank ones left out."""
    return [line for line in read(pdf(*parts)).text.split("\n") if line.strip()]


@pytest.mark.parametrize(
    "style",
    [
        [GRID],
        [BOX, ("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black)],
        [BOX, ("LINEAFTER", (0, 0), (-1, -1), 0.5, colors.black)],
        [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black)],
        [("BACKGROUND", (0, at), (-1, at), colors.lightgrey) for at in (0, 2)],
        [("LEFTPADDING", (0, 0), (-1, -1), 6)],
    ],
    ids=["all lines", "box", "box with columns", "rules", "every second row", "none"],
)
def test_a_cell_of_several_lines_is_one_however_the_table_is_drawn(style):
    assert lines(table([HEADS, *ROWS], *style)) == ["\t".join(row) for row in [HEADS, *ROWS]]


def test_a_row_is_a_row_of_a_table_that_goes_on_on_the_next_page():
    rows = [[f"Chef nr. {n} Holm", "Varde Kommune", "Ja"] for n in range(60)]
    source = read(pdf(table([HEADS, *rows], GRID, heads=1)))
    assert {row.table for row in source.rows} == {1}
    assert source.text.count("\f") == 1


def test_lines_of_a_list_in_a_cell_stay_lines_and_a_wrapped_one_is_one():
    rows = [["Til stede", "Anna Holm\nBo Lund (kom senere og deltog fra punkt 2)\nIda Krag"]]
    assert lines(table([*rows, ["Afbud", "Per Vig"]], GRID, widths=(80, 150))) == [
        "Til stede\tAnna Holm",
        "\tBo Lund (kom senere og deltog fra punkt 2)",
        "\tIda Krag",
        "Afbud\tPer Vig",
    ]


def test_a_coloured_heading_of_two_cells_is_one_row():
    heading = table(
        [["Pkt. 4 Udbud af indsamlingen af madaffald", "Sagsnr. 26/1190"]],
        *[("BACKGROUND", (at, 0), (at, 0), colors.lightgrey) for at in (0, 1)],
        widths=(150, 120),
    )
    text = Paragraph("Godkendt.", PLAIN)
    assert lines(heading, Spacer(1, 12), text) == [
        "Pkt. 4 Udbud af indsamlingen af madaffald\tSagsnr. 26/1190",
        "Godkendt.",
    ]


def test_a_frame_around_text_is_no_table():
    frame = table([["Anna Holm var til stede"]], BOX, widths=(200,))
    assert [row.table for row in read(pdf(frame)).rows] == [None]


@pytest.mark.parametrize("style", [[GRID], []])
def test_labelled_lists_beside_each_other_follow_one_another(style):
    came = "Til stede:\nAnna Holm, Varde\nBo Lund, Esbjerg\nIda Krag, Vejen"
    away = "Afbud:\nPer Vig, Billund"
    assert lines(table([[came, away]], *style, widths=(200, 200))) == [
        *came.split("\n"),
        *away.split("\n"),
    ]


def test_columns_of_rows_are_no_lists():
    heads, rows = ["Navn:", "Parti:"], [["Anna Holm", "A"], ["Bo Lund", ""], ["Ida Krag", "V"]]
    assert lines(table([heads, *rows], widths=(200, 200))) == [
        "Navn:\tParti:",
        "Anna Holm\tA",
        "Bo Lund",
        "Ida Krag\tV",
    ]
