"""A PDF page that is set in columns is read column by column."""

from functools import partial
from io import BytesIO
from itertools import pairwise

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Frame, Paragraph, SimpleDocTemplate, Table

from tests.sources.reading import read_here as read

STYLES = getSampleStyleSheet()
PLAIN, HEADING = STYLES["Normal"], STYLES["Heading3"]
TOP = 700
HARBOUR = [
    "Havnens bestyrelse vil bede kommunerne om at tage stilling til de nye kajer, inden efteråret begynder.",
    "Sekretariatet skriver ud til alle, så snart prisen er kendt, og svarene samles til mødet i oktober.",
    "Kajerne er fra 1962 og kan ikke bære de lastbiler, som færgen har med om sommeren.",
]
BUSES = [
    "Den sene bus fra færgen kører igen fra sommeren, når der er folk nok til at fylde den halvt op.",
    "Trafikselskabet tæller med i tre måneder og lægger tallene frem for rådet ved årets udgang.",
]
ROADS = ["Vejen til havnen lukkes i uge 32. Der bliver skiltet fra omfartsvejen, og busserne kører udenom."]  # fmt: skip
FINANCE = ["Økonomiudvalget", "Anna Holm (A), formand", "Bo Lund (V)", "Ida Krag (F)", "Per Vig (C)"]  # fmt: skip
HARBOURS = ["Havneudvalget", "Ida Krag (F), formand", "Jens Bak (A)"]
SCHOOLS = ["Skoleudvalget", "Per Vig (C), formand", "Lis Frost (V)", "Bo Lund (V)"]


def lines(content):
    """The lines of a document, without the blank ones."""
    return [line for line in read(content).text.split("\n") if line.strip()]


def page(*columns, above="", below="", width=220):
    """A page with columns of paragraphs, and a line over and under them."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(76, TOP + 40, above)
    for at, column in enumerate(columns):
        Frame(70 + at * width, 300, width, TOP - 300).addFromList(list(column), canvas)
    canvas.drawString(76, 200, below)
    canvas.save()
    return lines(buffer.getvalue())


def text(paragraphs, style=PLAIN):
    return [Paragraph(paragraph, style) for paragraph in paragraphs]


def committees(*lists):
    for name, *people in lists:
        yield from (*text([name], HEADING), *text(people))


def test_lists_in_columns_follow_one_another():
    left, right = committees(FINANCE, HARBOURS), committees(SCHOOLS[:3], HARBOURS)
    assert page(left, right) == [*FINANCE, *HARBOURS, *SCHOOLS[:3], *HARBOURS]


def test_running_text_in_columns_is_not_read_across():
    assert " ".join(page(text(HARBOUR), text(BUSES))) == " ".join([*HARBOUR, *BUSES])


def test_lists_with_bullets_in_columns_follow_one_another():
    left = [
        "Anna Holm (A), Vejle",
        "• Havneforum Nord og Øst – formand, udpeget den 6. februar 2026",
        "• Klimaforum – medlem",
        "• Trafikforum Nord – medlem indtil den 1. marts 2026",
    ]
    right = [
        "Bo Lund (V), Varde",
        "• Klimaforum – medlem",
        "• Havneforum Nord og Øst – personlig stedfortræder for Anna Holm",
        "• Trafikforum Nord – medlem fra den 1. marts 2026",
    ]
    assert " ".join(page(text(left), text(right), width=180)) == " ".join([*left, *right])


def test_there_may_be_three_columns():
    three = page(text(HARBOUR), text(BUSES), text(ROADS), width=150)
    assert " ".join(three) == " ".join([*HARBOUR, *BUSES, *ROADS])


def test_what_stands_above_and_below_the_columns_stays_there():
    above, below = "Udvalg i perioden 2026-2029", "Rettelser sendes til sekretariatet."
    read_lines = page(text(HARBOUR), text(BUSES), above=above, below=below)
    assert (read_lines[0], read_lines[-1]) == (above, below)


def test_what_follows_below_the_first_column_alone_is_read_after_the_others():
    lists = partial(page, committees(FINANCE), committees(HARBOURS, SCHOOLS[:3]))
    assert lists(below="Suppleanter") == [*FINANCE, *HARBOURS, *SCHOOLS[:3], "Suppleanter"]


def test_the_first_column_may_go_on_below_the_end_of_the_others():
    left = [*text(HARBOUR), *text(["Vejen"], HEADING), *text(ROADS)]
    right = [*text(["Bussen"], HEADING), *text(BUSES[:1])]
    below = "Rettelser sendes til sekretariatet."
    told = " ".join(page(left, right, below=below))
    assert told == " ".join([*HARBOUR, "Vejen", *ROADS, "Bussen", BUSES[0], below])


def test_a_sentence_goes_on_from_one_column_to_the_next_without_space():
    left, right = (
        [*HARBOUR, "Havnen åbner igen til maj, og"],
        ["så sejler færgen hver dag.", *BUSES],
    )
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for at, column in enumerate((left, right)):
        Frame(70 + at * 220, 300, 220, TOP - 300).addFromList(text(column), canvas)
    canvas.save()
    assert "til maj, og\nså sejler" in read(buffer.getvalue()).text


@pytest.mark.parametrize("upright", ["TOP", "MIDDLE"])
def test_cells_of_rows_are_no_columns(upright):
    cells = {
        "Anna Holm": "Havnerådet, hvor hun er formand for udvalget om kajer",
        "Bo Lund": "Færgeselskabet, hvis bestyrelse mødes hvert kvartal",
        "Ida Krag": "Museet, valgt af rådet for hele perioden til og med 2029",
    }
    rows = [[text([name]), text([told])] for name, told in cells.items()]
    table = Table(rows, colWidths=(120, 150), style=[("VALIGN", (0, 0), (-1, -1), upright)])
    buffer = BytesIO()
    SimpleDocTemplate(buffer, pagesize=A4).build([table])
    found = lines(buffer.getvalue())
    names = [at for at, line in enumerate(found) if any(name in line for name in cells)]
    assert all(below - above > 1 for above, below in pairwise(names))


def test_a_table_of_short_names_without_lines_is_no_text():
    names = [["Medlem", "Stedfortræder"], ["Anna Holm (A)", "Bo Lund (V)"]]
    names += [["Eva Skov (B)", "Ida Krag (F)"], ["Per Vig (C)", "Ib Dam (O)"]]
    rows = [[text([cell]) for cell in row] for row in names]
    table = Table(rows, colWidths=(95, 95), style=[("BOTTOMPADDING", (0, 0), (-1, -1), 0)])
    buffer = BytesIO()
    SimpleDocTemplate(buffer, pagesize=A4).build([table])
    assert lines(buffer.getvalue()) == ["\t".join(row) for row in names]
