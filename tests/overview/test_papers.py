"""The paper as Word, PDF and a web page: the same content, safe, accessible, the same every time."""

import re
import unicodedata
import zipfile
from html.parser import HTMLParser
from io import BytesIO

import pypdfium2
import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from kkr_graph.overview.chapters import to_paper
from kkr_graph.overview.html import to_html
from kkr_graph.overview.pdf import to_pdf
from kkr_graph.overview.word import to_docx
from kkr_graph.queries.asking import Source
from tests.overview.sample import board_row, coming, overview, remark, row, seat

HOSTILE = '#panic() $x$ *b* _i_ <b>&amp;</b> {{ 1 }} "q" \\u{41} @x // =1+1 \x0b\u202e'
SHOWN = '#panic() $x$ *b* _i_ <b>&amp;</b> {{ 1 }} "q" \\u{41} @x // =1+1'
WRITERS = {"docx": to_docx, "pdf": to_pdf, "html": to_html}


def paper(name="Åse Øst"):
    present = row(name, source=Source(document="referat.txt", page=3, quote="To\nlinjer."))
    seats = [board_row(1, before=name), *(board_row(number) for number in (2, 3))]
    return to_paper(
        overview(seats=(seat(eligibility=name),), remarks=(remark(name),), body=name),
        coming(*seats, present=(present,)),
    )


def word(content):
    return Document(BytesIO(content))


def pdf_text(content):
    document = pypdfium2.PdfDocument(content)
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return unicodedata.normalize("NFC", " ".join(" ".join(pages).split()))


class _Page(HTMLParser):
    def __init__(self, content):
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(content.decode())

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data

    def all(self, name):
        return [attributes for tag, attributes in self.tags if tag == name]


@pytest.mark.parametrize("form", WRITERS)
def test_the_same_paper_gives_the_same_bytes(form):
    assert WRITERS[form](paper()) == WRITERS[form](paper())


@pytest.mark.parametrize("form", WRITERS)
def test_an_empty_paper_can_be_written(form):
    assert WRITERS[form](to_paper(overview(data_through=None), None))


def test_word_has_styles_and_not_only_looks():
    document = word(to_docx(paper()))
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style]
    assert styles[:2] == ["Title", "Subtitle"]
    assert [each.text for each in document.paragraphs if each.style.name == "Heading 1"] == [
        "Danmarks Fælles Råd", "Bilag: Hvad der mangler", "Kilder",
    ]  # fmt: skip
    assert styles.count("Caption") == len(document.tables) == 3
    assert {table.style.name for table in document.tables} == {"Oversigt"}


def test_word_is_danish_landscape_and_named():
    document = word(to_docx(paper()))
    assert document.core_properties.title == "Udpegningsoversigt – Åse Øst"
    assert document.core_properties.language == "da-DK"
    languages = {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"da-DK"}
    section = document.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (29.7, 21.0)
    fields = [each.get(qn("w:instr")) for each in section.footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_the_tables_in_word_repeat_their_headings_and_say_what_they_hold():
    for table in word(to_docx(paper())).tables:
        marked = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
        assert marked == [True] + [False] * (len(table.rows) - 1)
        assert table._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val"))
        assert all(cell.width for cell in table.rows[0].cells)


def test_the_rules_of_several_seats_go_across_the_table_and_stay_with_them():
    table = word(to_docx(paper())).tables[1]
    head, *seats = table.rows[1:]
    assert len(head._tr.tc_lst) == 1
    assert [len(row._tr.tc_lst) for row in seats] == [6] * 3
    kept = [
        all(each.paragraph_format.keep_with_next for each in row.cells[0].paragraphs)
        for row in table.rows
    ]
    assert kept == [True] * 4 + [False]
    assert {"colspan": "6", "class": " "} in _Page(to_html(paper())).all("td")


def test_links_in_word_lead_somewhere():
    body = word(to_docx(paper()))._element
    marks = {each.get(qn("w:name")) for each in body.iter(qn("w:bookmarkStart"))}
    anchors = {each.get(qn("w:anchor")) for each in body.iter(qn("w:hyperlink"))}
    assert anchors == {"forum_danmarks_fælles_råd", "kilde_1"}
    assert anchors <= marks


def test_word_is_dated_by_its_data():
    content = to_docx(paper())
    assert f"{word(content).core_properties.created:%d-%m-%Y}" == "24-10-2025"
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}


def test_pdf_is_tagged_danish_and_named():
    content = to_pdf(paper())
    assert b"pdfuaid" in content
    assert re.search(rb"/Marked true", content)
    assert re.search(rb"/Lang ?\(da", content)
    document = pypdfium2.PdfDocument(content)
    try:
        assert document.is_tagged()
        assert document.get_metadata_dict()["Title"] == "Udpegningsoversigt – Åse Øst"
        assert document.get_metadata_dict()["CreationDate"].startswith("D:20251024")
    finally:
        document.close()


def test_pdf_has_the_seats_the_holder_and_the_source():
    text = pdf_text(to_pdf(paper()))
    assert "Medlem 1 af 3" in text
    assert "1. referat.txt, side 3: »To linjer.«" in text
    assert "Side 1 af " in text


def test_html_is_one_page_without_scripts_that_fetches_nothing():
    page = _Page(to_html(paper()))
    assert page.all("html") == [{"lang": "da"}]
    (policy,) = [each["content"] for each in page.all("meta") if "http-equiv" in each]
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "base"} == set()
    assert not [tag for tag, attributes in page.tags if {"style", "src"} & set(attributes)]


def test_html_tables_have_captions_and_headings_with_a_scope():
    page = _Page(to_html(paper()))
    assert len(page.all("caption")) == len(page.all("table")) == 3
    assert {each.get("scope") for each in page.all("th")} == {"col", "row"}
    ids = {attributes["id"] for _, attributes in page.tags if "id" in attributes}
    targets = {(each["href"] or "").removeprefix("#") for each in page.all("a")}
    assert targets <= ids


def test_words_from_documents_stay_words():
    content = paper(HOSTILE)
    assert SHOWN in "".join(
        paragraph.text
        for table in word(to_docx(content)).tables
        for cell in table._cells
        for paragraph in cell.paragraphs
    )
    assert SHOWN.replace(" ", "") in pdf_text(to_pdf(content)).replace(" ", "")
    page = _Page(to_html(content))
    assert SHOWN in page.text
    assert not page.all("b")


def test_all_three_tell_the_same():
    words = ("Danmarks Fælles Råd", "Åse Øst", "Medlem 3 af 3", "KKR 2026-2030")
    content = to_paper(
        overview(seats=(seat(),), term="KKR 2026-2030"),
        coming(*(board_row(n, before="Åse Øst" if n == 1 else "") for n in (1, 2, 3))),
    )
    document = word(to_docx(content))
    in_word = " ".join(
        [each.text for each in document.paragraphs]
        + [cell.text for table in document.tables for cell in table._cells]
    )
    for text in (in_word, pdf_text(to_pdf(content)), _Page(to_html(content)).text):
        assert [each for each in words if each not in text] == []
