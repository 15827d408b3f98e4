"""Everything that a reader of a Word document sees is read, and nothing else."""

import pytest

from kkr_graph.errors import SourceError
from kkr_graph.model.text import LineKind, place_at
from tests.sources.reading import read_here
from tests.sources.word import STRICT, paragraph, run, table, word


def read(body, **parts):
    return read_here(word(body, **parts))


def lines(body, **parts):
    return read(body, **parts).text.split("\n")


# --- what is seen ---------------------------------------------------------------------------


def test_a_paragraph_is_a_line_however_its_runs_are_cut():
    source = read(paragraph("Gitte ", "Kro", "gh (A)") + paragraph("Bo"))
    assert source.text == "Gitte Krogh (A)\nBo"
    assert source.lines == LineKind.PARAGRAPH


@pytest.mark.parametrize(
    "markup",
    [
        f"<w:ins>{run('set')}</w:ins>",
        f"<w:moveTo>{run('set')}</w:moveTo>",
        f"<w:hyperlink>{run('set')}</w:hyperlink>",
        f"<w:smartTag><w:smartTag>{run('set')}</w:smartTag></w:smartTag>",
        f"<w:sdt><w:sdtPr/><w:sdtContent>{run('set')}</w:sdtContent></w:sdt>",
        f"<w:fldSimple w:instr='DATE'>{run('set')}</w:fldSimple>",
        run("set", '<w:vanish w:val="0"/>'),
    ],
    ids=["inserted", "moved-here", "link", "smart-tag", "control", "field", "not-hidden"],
)
def test_text_is_seen_in_whatever_it_is_wrapped(markup):
    assert lines(paragraph("før ", markup, " efter")) == ["før set efter"]


@pytest.mark.parametrize(
    "markup",
    [
        f"<w:del>{run('væk')}</w:del>",
        "<w:del><w:r><w:delText>væk</w:delText></w:r></w:del>",
        f"<w:moveFrom>{run('væk')}</w:moveFrom>",
        run("væk", "<w:vanish/>"),
        run("væk", '<w:rStyle w:val="Skjult"/>'),
        "<w:r><w:instrText>væk</w:instrText></w:r>",
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('væk')}</w:sdtContent></w:sdt>",
    ],
    ids=["deleted", "deleted-text", "moved-away", "hidden", "hidden-style", "code", "placeholder"],
)
def test_what_is_deleted_or_hidden_is_left_out(markup):
    styles = '<w:style w:styleId="Skjult"><w:rPr><w:vanish/></w:rPr></w:style>'
    assert lines(paragraph("før", markup, " efter"), styles=styles) == ["før efter"]


def test_whole_paragraphs_are_seen_in_controls_and_insertions():
    body = (
        f"<w:sdt><w:sdtContent>{paragraph('et')}</w:sdtContent></w:sdt>"
        f"<w:ins>{paragraph('to')}</w:ins><w:customXml>{paragraph('tre')}</w:customXml>"
    )
    assert lines(body) == ["et", "to", "tre"]


def test_a_deleted_paragraph_leaves_no_blank_line():
    gone = paragraph(f"<w:del>{run('væk')}</w:del>", properties="<w:rPr><w:del/></w:rPr>")
    assert lines(paragraph("et") + gone + paragraph("to")) == ["et", "to"]


def test_a_text_box_is_read_once_after_its_paragraph():
    """Word writes it twice: for itself, and for programs that do not know its way."""
    box = f"<w:txbxContent>{paragraph('i boksen')}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert lines(paragraph("før", both, " efter")) == ["før efter", "i boksen"]


def test_signs_that_are_no_text_are_read_as_what_they_show():
    signs = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>"
        '<w:sym w:font="Wingdings" w:char="F0B7"/><w:softHyphen/><w:t>e</w:t></w:r>'
    )
    assert lines(paragraph(signs)) == ["a\tb", "c-d•\u00ade"]


def test_notes_stand_at_the_end_with_their_place():
    source = read(
        paragraph("Brødtekst", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        footnotes=(
            f'<w:footnote w:type="separator" w:id="0">{paragraph("---")}</w:footnote>'
            f'<w:footnote w:id="2">{paragraph("Noten")}</w:footnote>'
        ),
    )
    assert source.text == "Brødtekst\nNoten"
    assert place_at(source.places, source.text.index("Noten")) == "fodnote 1"


def test_the_header_of_the_first_page_comes_first():
    """Some documents say only there whose minutes they are."""
    body = (
        paragraph("Punkt")
        + '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    )
    assert lines(body, header1=paragraph("KKR Nordjylland")) == ["KKR Nordjylland", "Punkt"]


# --- tables ---------------------------------------------------------------------------------


def test_a_row_is_a_line_with_tabs_between_cells():
    source = read(paragraph("Til stede") + table(("Navn", "Parti"), ("Bo Lund", "V")))
    assert source.text.split("\n") == ["Til stede", "Navn\tParti", "Bo Lund\tV"]
    assert place_at(source.places, source.text.index("Bo Lund")) == "tabel 1, række 2"
    assert place_at(source.places, 0) == "afsnit 1"


def test_lists_in_cells_stand_beside_each_other():
    names, letters = paragraph("Bo") + paragraph("Åse"), paragraph("V") + paragraph("A")
    assert lines(table(("Deltagere", names, letters))) == ["Deltagere\tBo\tV", "\tÅse\tA"]


def test_sentences_with_a_text_behind_them_are_one_text():
    told = paragraph("Bo Lund orienterede.") + paragraph("Han talte om broen.")
    decided = paragraph("Drøftet.") + paragraph("Der følges op.")
    assert lines(table(("1. Havnen", told, decided))) == [
        "1. Havnen\tBo Lund orienterede. Han talte om broen.\tDrøftet.",
        "\t\tDer følges op.",
    ]


def test_a_table_around_the_text_is_no_row():
    """Municipal templates put whole minutes into one cell."""
    inner = paragraph("Beslutning") + table(("1", "Godkendt"), ("2", "Udsat")) + paragraph("Slut")
    assert lines(table(("", inner))) == ["Beslutning", "1\tGodkendt", "2\tUdsat", "Slut"]


def test_a_deleted_row_is_left_out():
    row = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph('væk')}</w:tc></w:tr>"
    assert lines(f"<w:tbl>{row}</w:tbl>" + paragraph("her")) == ["her"]


# --- pages and space ------------------------------------------------------------------------


def test_a_page_break_set_by_hand_begins_a_page():
    source = read(paragraph("et", '<w:r><w:br w:type="page"/></w:r>') + paragraph("to"))
    assert [page.strip() for page in source.text.split("\f")] == ["et", "to"]


def test_where_word_noted_its_pages_those_count_and_paragraphs_stay_whole():
    rendered = "<w:r><w:lastRenderedPageBreak/></w:r>"
    source = read(
        paragraph("et", '<w:r><w:br w:type="page"/></w:r>')
        + paragraph(rendered, "to")
        + paragraph("tre ", rendered, "stadig tre")
        + table((paragraph("fire", rendered),))
        + paragraph("fem")
    )
    pages = [page.strip() for page in source.text.split("\f")]
    assert pages == ["et", "to\ntre stadig tre", "fire", "fem"]


def test_headings_and_paragraphs_with_space_above_stand_apart():
    styles = '<w:style w:styleId="H"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    body = (
        paragraph("et")
        + paragraph("Overskrift", properties='<w:pStyle w:val="H"/>')
        + paragraph("to")
        + paragraph("tre", properties='<w:spacing w:before="240"/>')
    )
    assert lines(body, styles=styles) == ["et", "", "Overskrift", "to", "", "tre"]


def test_the_names_of_the_strict_format_are_understood():
    assert read(paragraph("Bo Lund"), names=STRICT).text == "Bo Lund"


def test_a_document_without_its_text_is_damaged():
    with pytest.raises(SourceError, match="dens tekst mangler"):
        read("", without="word/document.xml")
