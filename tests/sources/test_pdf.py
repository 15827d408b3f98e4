"""The words of a PDF page become the lines that a person sees."""

import re
from io import BytesIO
from itertools import pairwise

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from kkr_graph.errors import SourceError
from kkr_graph.model.text import LineKind
from kkr_graph.text import lay_out
from tests.sources.reading import read_here as read

LINE = 14


def pdf(*pages, size=A4, **options):
    """A document; each page is a function that draws on a canvas, or strings (x, y, text)."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=size, **options)
    for page in pages:
        canvas.setFont("Helvetica", 11)
        if callable(page):
            page(canvas)
        else:
            for x, y, text in page:
                canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def column(*texts, x=70, top=700):
    return [(x, top - i * LINE, text) for i, text in enumerate(texts)]


def test_lines_are_read_from_top_to_bottom_whatever_their_order_in_the_file():
    source = read(pdf(column("Referat", "Møde på Læsø", "Punkt – “et”")[::-1]))
    assert source.text == "Referat\nMøde på Læsø\nPunkt – “et”"
    assert source.lines == LineKind.WRAPPED


def test_pages_are_parted_by_form_feeds_and_a_blank_page_counts():
    assert read(pdf(column("et"), [], column("tre"))).text == "et\n\f\n\ftre"


def test_columns_are_cells_of_a_row():
    names = column("Åse Ærø", "Bo Lund", "Ida Krag")
    letters = column("A", "V", "B", x=200)
    assert read(pdf(names + letters)).text == "Åse Ærø\tA\nBo Lund\tV\nIda Krag\tB"


def test_a_number_set_apart_from_its_title_is_no_cell():
    body = [(70, 700, "3.4."), (120, 700, "En sag"), (70, 686, "–"), (100, 686, "at godkende")]
    assert read(pdf(body)).text == "3.4. En sag\n– at godkende"


def test_a_line_stretched_to_the_margin_has_no_cells():
    words = ["Kristensen,", "direktør,", "Aalborg", "Kommune"]
    stretched = [(70 + 120 * i, 700, word) for i, word in enumerate(words)]

    def draw(canvas):
        x = 70
        for word in words:
            canvas.drawString(x, 700, word)
            x += canvas.stringWidth(word, "Helvetica", 11) + 15
        canvas.drawString(70, 686, "Vesthimmerland")

    assert read(pdf(draw)).text == "Kristensen, direktør, Aalborg Kommune\nVesthimmerland"
    assert "\t" in read(pdf(stretched)).text


def test_space_between_paragraphs_is_a_blank_line():
    body = column("Første linje", "anden linje", "tredje linje") + column(
        "Nyt afsnit", "går videre", "her", top=700 - 3 * LINE - 10
    )
    assert read(pdf(body)).text == (
        "Første linje\nanden linje\ntredje linje\n\nNyt afsnit\ngår videre\nher"
    )


def test_a_font_that_tells_no_height_sets_its_lines_as_others_do():
    """As LibreOffice writes them: pdfium gives the height of each letter in its place."""
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    lines = ["vi ser", "en anden", "Ål og Ås", "Åge og jeg", "nu som nu", "og Ærø", "en ven"]

    def draw(canvas):
        for i, line in enumerate(lines):
            canvas.setFont("Vera", 11)
            canvas.drawString(70, 700 - 20 * i, line)

    height = re.compile(rb"(?<=/Ascent )[\d.-]+|(?<=/Descent )[\d.-]+")
    content = height.sub(lambda match: b"0".ljust(len(match[0])), pdf(draw))
    assert read(content).text == "\n".join(lines)


def test_a_large_heading_is_not_cut_off_by_its_size():
    def draw(canvas):
        canvas.setFont("Helvetica", 22)
        canvas.drawString(70, 700, "Titel over")
        canvas.drawString(70, 672, "to linjer")
        canvas.setFont("Helvetica", 11)
        for i in range(6):
            canvas.drawString(70, 630 - i * LINE, f"linje {i}")

    assert read(pdf(draw)).text.startswith("Titel over\nto linjer\n\nlinje 0\nlinje 1\n")


def test_a_split_word_keeps_its_hyphen_for_the_text_stage_to_judge():
    lines = ("Bestyrelsen for beredskabs-", "kommissionen og KKR-", "formanden")
    assert read(pdf(column(*lines))).text == "\n".join(lines)


def test_raised_signs_stand_on_their_line():
    def draw(canvas):
        canvas.drawString(70, 700, "Sagen")
        canvas.setFont("Helvetica", 6)
        canvas.drawString(70 + 33, 704, "1")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(110, 700, "er ny")

    assert read(pdf(draw)).text == "Sagen1 er ny"


def test_a_watermark_does_not_cut_through_the_lines():
    def draw(canvas):
        for x, y, text in column("linje et", "linje to", "linje tre"):
            canvas.drawString(x, y, text)
        canvas.translate(60, 600)
        canvas.rotate(45)
        canvas.setFont("Helvetica", 60)
        canvas.drawString(0, 0, "UDKAST")

    assert read(pdf(draw)).text.split("\n")[:3] == ["linje et", "linje to", "linje tre"]
    assert "UDKAST" in read(pdf(draw)).text


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_that_is_shown_turned_is_read_as_it_is_shown(turn):
    """The way scanners and landscape tables are stored."""

    def draw(canvas):
        width, height = A4 if turn in (0, 180) else A4[::-1]
        canvas.setPageRotation(turn)
        canvas.translate(*{0: (0, 0), 90: (width, 0), 180: (width, height), 270: (0, height)}[turn])
        canvas.rotate(turn)
        for x, y, text in column("første", "anden", top=300) + column("celle", x=200, top=300):
            canvas.drawString(x, y, text)

    assert read(pdf(draw)).text == "første\tcelle\nanden"


def test_text_outside_the_page_is_not_seen():
    assert read(pdf([(70, 700, "her"), (70, -50, "under"), (900, 700, "ved siden")])).text == "her"


# --- refusals -------------------------------------------------------------------------------


def test_a_page_without_text_is_a_scan():
    def draw(canvas):
        canvas.rect(50, 50, 400, 600, fill=1)

    with pytest.raises(SourceError, match="ingen tekst; det er nok en indskannet PDF") as refused:
        read(pdf(draw, draw))
    assert "OCR" in refused.value.hint


def test_an_encrypted_document_is_named():
    locked = pdf(column("hemmeligt"), encrypt=StandardEncryption("kode", strength=128))
    with pytest.raises(SourceError, match="adgangskode"):
        read(locked)


def test_a_document_that_only_may_not_be_printed_is_read():
    guarded = StandardEncryption("", ownerPassword="ejer", canPrint=0, strength=128)
    assert read(pdf(column("åbent"), encrypt=guarded)).text == "åbent"


@pytest.mark.parametrize("kept", [20, 200])
def test_a_truncated_document_is_damaged(kept):
    with pytest.raises(SourceError, match=r"beskadiget.*PDF"):
        read(pdf(column("tekst"))[:kept])


def ruled(canvas, lefts, tops, *, without=()):
    """Draws a table by where its columns and rows begin and end, ``without`` some of the pieces of lines."""
    for top in tops:
        for left, right in pairwise(lefts):
            if ("across", top, left) not in without:
                canvas.line(left, top, right, top)
    for left in lefts:
        for top, bottom in pairwise(tops):
            if ("down", left, top) not in without:
                canvas.line(left, top, left, bottom)


def of_table(source):
    """The rows of the tables, each by the columns of its cells, and those that were merged into it."""
    return [
        ([cell.column for cell in row.cells], row.reached)
        for row in source.rows
        if row.table is not None
    ]


def test_a_drawn_table_has_rows_and_a_broken_cell_is_one_text():
    def draw(canvas):
        ruled(canvas, (70, 150, 250, 330), (720, 700, 660, 620))
        for x, y, text in [
            (75, 705, "Forum"), (155, 705, "Medlem"), (255, 705, "Periode"),
            (75, 685, "Det lokale"), (155, 685, "Åse Ærø Birkholm"), (255, 685, "2026-2029"),
            (75, 671, "Havneråd"), (155, 671, "(A), Læsø"),
            (155, 645, "Bo Lund"), (155, 631, "Ida Krag"),
        ]:  # fmt: skip
            canvas.drawString(x, y, text)
        canvas.drawString(70, 590, "Under tabellen")

    source = read(pdf(draw))
    assert source.text == (
        "Forum\tMedlem\tPeriode\n"
        "Det lokale Havneråd\tÅse Ærø Birkholm (A), Læsø\t2026-2029\n"
        "\tBo Lund\n\tIda Krag\n\nUnder tabellen"
    )
    assert of_table(source) == [([0, 1, 2], ()), ([0, 1, 2], ()), ([1, 1], ())]


def test_cells_of_a_drawn_table_that_no_line_parts_are_one():
    def draw(canvas):
        merged = {("across", 680, 70), ("down", 150, 720)}
        ruled(canvas, (70, 150, 250), (720, 700, 680, 660), without=merged)
        for x, y, text in [(75, 705, "Havnens udvalg"), (75, 677, "Havn"), (155, 685, "Bo Lund"), (155, 665, "Ida Krag")]:  # fmt: skip
            canvas.drawString(x, y, text)

    source = read(pdf(draw))
    assert source.text == "Havnens udvalg\nHavn\tBo Lund\n\tIda Krag"
    assert of_table(source) == [([0], ()), ([0, 1], ()), ([1], (0,))]


def test_a_table_of_which_only_the_columns_are_parted_has_its_lines_for_rows():
    def draw(canvas):
        ruled(canvas, (70, 150, 250), (720, 700, 600))
        for i, name in enumerate(["Navn", "Bo Lund", "Ida Krag", "Åse Ærø", "Per Holm"]):
            canvas.drawString(75, 705 - 20 * i, name)
            canvas.drawString(155, 705 - 20 * i, "Parti" if not i else "ABCD"[i - 1])

    source = read(pdf(draw))
    assert of_table(source) == []
    assert source.text.startswith("Navn\tParti\n")


def test_the_rows_of_a_drawn_table_are_lines_and_its_titles_no_page_header():
    def draw(canvas):
        ruled(canvas, (70, 170, 350), (720, 700, 680, 660))
        for y, name, told in [
            (705, "Medlem", "Bemærkning"),
            (685, "Bo Lund", "født medlem som formand for"),
            (665, "ida Krag", ""),
        ]:
            canvas.drawString(75, y, name)
            canvas.drawString(175, y, told)

    layer = lay_out(read(pdf(draw, draw, draw)))
    rows = "Medlem\tBemærkning\nBo Lund\tfødt medlem som formand for\nida Krag"
    assert layer.reading.text == "\n".join([rows] * 3)
    assert layer.furniture == ()


def test_two_words_of_a_cell_that_each_have_a_line_stay_two():
    def draw(canvas):
        ruled(canvas, (70, 134, 250), (720, 690, 660))
        canvas.drawString(75, 708, "Personlig")
        canvas.drawString(75, 694, "suppleant")
        canvas.drawString(139, 708, "Skive")
        canvas.drawString(75, 665, "Bo Lund")

    assert read(pdf(draw)).text.startswith("Personlig suppleant\tSkive\n")
