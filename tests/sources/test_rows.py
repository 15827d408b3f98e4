"""The cells of a table go with the text, so that nobody has to find the columns again."""

from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.sources.reading import read_here
from tests.sources.test_xlsx import as_bytes, book
from tests.sources.word import paragraph, word

HTML = b"""<html><body><p>Liste</p><table>
<tr><th>Forum</th><th>Navn</th><th>Parti</th></tr>
<tr><td rowspan="2">Havnen</td><td>Bo Lund</td><td>V</td></tr>
<tr><td>Eva Skov</td><td>A</td></tr>
<tr><td colspan="2">Ledig</td><td>-</td></tr></table></body></html>"""
CSV = b"Liste\n\nForum;Navn;Parti\nHavnen;Bo Lund;V\n;Eva Skov;A\nErhverv\nLedig;;-\n"
WIDE = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'


def table(*rows: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc>{properties}{paragraph(text) if text else '<w:p/>'}</w:tc>"


DOCX = word(
    paragraph("Liste")
    + table(
        cell("Forum") + cell("Navn") + cell("Parti"),
        cell("Havnen") + cell("Bo Lund") + cell("V"),
        cell("") + cell("Eva Skov") + cell("A"),
        cell("Ledig", WIDE) + cell("-"),
    )
)
XLSX = as_bytes(
    book(
        (
            "Liste",
            [
                ["Forum", "Navn", "Parti"],
                ["Havnen", "Bo Lund", "V"],
                [None, "Eva Skov", "A"],
                ["Ledig", None, "-"],
            ],
        )
    )
)
ROWS = [
    [(0, "Forum"), (1, "Navn"), (2, "Parti")],
    [(0, "Havnen"), (1, "Bo Lund"), (2, "V")],
    [(1, "Eva Skov"), (2, "A")],
    [(0, "Ledig"), (2, "-")],
]


def rows_of(content):
    source = read_here(content)
    return [
        [(cell.column, source.text[cell.start : cell.end]) for cell in row.cells]
        for row in source.rows
    ]


@pytest.mark.parametrize("content", [HTML, DOCX, XLSX], ids=["html", "docx", "xlsx"])
def test_every_cell_has_its_column_also_beside_merged_ones(content):
    assert rows_of(content) == ROWS


def test_a_table_in_csv_may_have_a_title_and_headings_of_groups():
    group = [(0, "Erhverv")]
    assert rows_of(CSV) == [[(0, "Liste")], *ROWS[:3], group, ROWS[3]]


def test_lines_of_one_row_stay_one_row():
    content = as_bytes(book(("Liste", [["Havnen", "Bo Lund\nEva Skov"]])))
    (row,) = rows_of(content)
    assert row == [(0, "Havnen"), (1, "Bo Lund"), (1, "Eva Skov")]


def test_text_without_a_table_has_no_rows():
    assert read_here(b"Bo Lund, V\nEva Skov, A\n").rows == ()


def test_a_printed_line_says_where_its_columns_begin():
    buffer = BytesIO()
    canvas = Canvas(buffer)
    for y, line in ((700, {72: "Havnen", 200: "Bo Lund"}), (680, {200: "Eva Skov"})):
        for x, text in line.items():
            canvas.drawString(x, y, text)
    canvas.save()
    first, second = rows_of(buffer.getvalue())
    assert [text for _, text in first] == ["Havnen", "Bo Lund"]
    assert [text for _, text in second] == ["Eva Skov"]
    assert second[0][0] == pytest.approx(first[1][0], abs=2)
