"""The numbers that Word counts, which stand nowhere in the text of the document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_graph.sources.numbering import write_number
from tests.sources.reading import read_here
from tests.sources.word import paragraph, word

DECIMAL = (
    '<w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>'
    "</w:abstractNum>"
)
NUM = '<w:num w:numId="{0}"><w:abstractNumId w:val="1"/>{1}</w:num>'
ONE = DECIMAL + NUM.format(5, "")
RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'


def entry(level=0, list_id=5, text="x"):
    return paragraph(
        text,
        properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>',
    )


def labels(body, numbering=ONE, **parts):
    lines = read_here(word(body, numbering=numbering, **parts)).text.split("\n")
    return [line.removesuffix("x").rstrip() for line in lines if line]


def test_levels_count_below_each_other_and_begin_anew():
    body = "".join(map(entry, (0, 1, 1, 2, 2, 0, 1, 2)))
    assert labels(body) == ["1.", "1.1.", "1.2.", "a)", "b)", "2.", "2.1.", "a)"]


def test_a_level_whose_parent_was_never_written_counts_from_its_start():
    assert labels(entry(1) + entry(1)) == ["1.1.", "1.2."]


def test_text_between_does_not_end_a_list():
    assert labels(entry() + paragraph("mellem") + entry()) == ["1.", "mellem", "2."]


def test_an_empty_entry_counts_but_is_not_shown():
    assert labels(entry() + entry(text="") + entry()) == ["1.", "3."]


def test_a_deleted_entry_does_not_count():
    gone = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>'
        "<w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>"
    )
    assert labels(entry() + gone + entry()) == ["1.", "2."]


def test_two_numberings_of_one_list_go_on_unless_one_starts_over():
    going_on = DECIMAL + NUM.format(5, "") + NUM.format(6, "")
    anew = DECIMAL + NUM.format(5, "") + NUM.format(6, RESTART.format(7))
    body = entry() + entry() + entry(list_id=6) + entry(list_id=6)
    assert labels(body, going_on) == ["1.", "2.", "3.", "4."]
    assert labels(body, anew) == ["1.", "2.", "7.", "8."]


def test_a_heading_gets_its_number_from_its_style():
    numbering = DECIMAL.replace('<w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/>',
        '<w:numFmt w:val="decimal"/><w:pStyle w:val="H2"/><w:lvlText w:val="%1.%2."/>',
    ) + NUM.format(5, "")  # fmt: skip
    styles = (
        '<w:style w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="H2"><w:basedOn w:val="H1"/></w:style>'
        '<w:style w:styleId="Own"><w:basedOn w:val="H2"/></w:style>'
    )
    first, second = (paragraph("x", properties=f'<w:pStyle w:val="H{n}"/>') for n in (1, 2))
    assert labels(first + second + second, numbering, styles=styles) == ["1.", "1.1.", "1.2."]


def test_a_paragraph_may_be_taken_out_of_the_list_of_its_style():
    styles = (
        '<w:style w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>'
    )
    out = paragraph(
        "uden", properties='<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    )
    assert labels(out, styles=styles) == ["uden"]


def test_styles_that_are_based_on_each_other_do_not_hang_the_reading():
    styles = (
        '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    assert labels(paragraph("ren", properties='<w:pStyle w:val="A"/>'), styles=styles) == ["ren"]


def test_a_list_style_lends_its_levels():
    numbering = (
        DECIMAL.replace("<w:lvl ", '<w:styleLink w:val="L"/><w:lvl ', 1)
        + '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="L"/></w:abstractNum>'
        + NUM.format(5, "")
        + '<w:num w:numId="6"><w:abstractNumId w:val="2"/></w:num>'
    )
    styles = (
        '<w:style w:type="numbering" w:styleId="L">'
        '<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>'
    )
    assert labels(entry(list_id=6) + entry(1, list_id=6), numbering, styles=styles) == [
        "1.",
        "1.1.",
    ]


@pytest.mark.parametrize(("sign", "shown"), [("\uf0b7", "•"), ("–", "–"), ("-", "–"), ("o", "•")])
def test_bullets_are_shown_as_one_of_two(sign, shown):
    level = f'<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="{sign}"/></w:lvl>'
    numbering = f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>' + NUM.format(5, "")
    assert labels(entry(), numbering) == [shown]


def test_legal_numbering_is_decimal_on_all_levels():
    numbering = ONE.replace(
        'w:val="decimal"/><w:lvlText w:val="%1."', 'w:val="upperRoman"/><w:lvlText w:val="%1."'
    )
    legal = numbering.replace('<w:lvlText w:val="%1.%2."', '<w:isLgl/><w:lvlText w:val="%1.%2."')
    body = entry(0) + entry(0) + entry(1)
    assert labels(body, numbering) == ["I.", "II.", "II.1."]
    assert labels(body, legal) == ["I.", "II.", "2.1."]


@pytest.mark.parametrize("numbering", ["", '<w:num w:numId="5"/>', NUM.format(5, "")])
def test_a_list_that_is_not_described_has_no_numbers(numbering):
    assert labels(entry(text="kun tekst"), numbering) == ["kun tekst"]


@pytest.mark.parametrize(
    ("value", "form", "written"),
    [
        (3, "decimal", "3"), (3, "decimalZero", "03"), (13, "decimalZero", "13"),
        (1, "lowerLetter", "a"), (26, "upperLetter", "Z"), (28, "lowerLetter", "bb"),
        (4, "upperRoman", "IV"), (1994, "lowerRoman", "mcmxciv"), (5, "none", ""),
        (0, "lowerLetter", "0"), (7, "japaneseCounting", "7"),
    ],
)  # fmt: skip
def test_numbers_are_written_as_word_writes_them(value, form, written):
    assert write_number(value, form) == written


@given(st.integers(1, 3999))
def test_roman_numbers_are_told_apart(value):
    assert write_number(value, "lowerRoman") != write_number(value + 1, "lowerRoman")
