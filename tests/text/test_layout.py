"""Where lines, pages and positions are."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kkr_graph.model.text import LineKind
from kkr_graph.rdf import Positions
from kkr_graph.sources import read_source
from tests.text.layers import INVISIBLE, TEXTS, layer_of

UNTIMED = settings(deadline=None)  # other programs may use the machine

PROSE = (
    "Udvalget har i hele perioden arbejdet med sagen om havnen, og",
    "formanden takkede for den gode dialog, som der har været om",
    "den nye plan, der nu bliver sendt til alle kommuner i landet.",
)


def raw_lines(text: str) -> list[str]:
    layer = layer_of(text)
    return [layer.raw(line) for line in layer.lines]


def is_visible(char: str) -> bool:
    return not char.isspace() and char not in INVISIBLE


# --- lines ----------------------------------------------------------------------------------


def test_lines_stand_without_the_blanks_around_them_and_blank_lines_do_not_count():
    assert raw_lines("\n  Baggrund \n\n \t\nSagen er ny.\n") == ["Baggrund", "Sagen er ny."]


def test_lines_know_their_number_in_the_source_and_the_gap_above():
    lines = layer_of("A\n\n\nB\nC\n").lines
    assert [(line.number, line.gap) for line in lines] == [(1, 0), (4, 2), (5, 0)]


@pytest.mark.parametrize("text", ["", "\n", " \n\t\n", "\f\f", "\n\f\n"])
def test_a_text_without_words_has_no_lines(text):
    layer = layer_of(text)
    assert (layer.lines, layer.furniture, layer.reading.text) == ((), (), "")


@pytest.mark.parametrize(("between", "gap"), [("\n", 0), ("\n\n", 1), ("\n \n", 1)])
def test_a_blank_line_between_nearly_all_lines_is_the_spacing_of_the_export(between, gap):
    assert layer_of(between.join(PROSE * 4)).line_gap == gap


def test_paragraphs_of_one_line_with_blank_lines_between_are_not_double_spaced():
    paragraphs = [f"Sag {word} blev behandlet." for word in ("et", "to", "tre", "fire", "fem")]
    layer = layer_of("\n\n".join(paragraphs))
    assert layer.line_gap == 0
    assert layer.reading.text.split("\n") == paragraphs


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["single-spaced", "double-spaced"])
def test_a_paragraph_reads_the_same_in_both_spacings(between):
    """A double-spaced export has a blank line between lines and two between paragraphs."""
    paragraph = between.join(PROSE)
    layer = layer_of(f"{between}\n".join([paragraph] * 5))
    assert layer.reading.text.split("\n") == [" ".join(PROSE)] * 5


def test_lines_that_are_paragraphs_by_their_format_are_never_joined():
    layer = layer_of("\n".join(PROSE), LineKind.PARAGRAPH)
    assert layer.reading.text.split("\n") == list(PROSE)


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["single-spaced", "double-spaced"])
def test_paragraphs_that_were_lines_of_a_page_are_joined_again(between):
    """Minutes pasted into Word from a PDF have a paragraph for each line."""
    pasted = between.join([*PROSE * 3, "Sagsfremstilling", *PROSE])
    layer = layer_of(pasted, LineKind.PARAGRAPH)
    assert layer.reading.text.split("\n") == [
        " ".join(PROSE * 3),
        f"Sagsfremstilling {' '.join(PROSE)}",
    ] or layer.reading.text.split("\n") == [
        " ".join(PROSE * 3),
        "Sagsfremstilling",
        " ".join(PROSE),
    ]


CAPITALS = (  # of these lines most go on with a capital letter
    "Til bestyrelsen for Havneforum Vest udpeges fra januar de to:",
    "Anna Holm fra Vejle Kommune samt Bo Lund, der er borgmester i",
    "Kolding Kommune. Formandskabet takkede Eva Skov for indsatsen",
    "Bestyrelsen mødes næste gang i Kolding den 4. maj, og det er i",
    "Rådhusets kantine klokken ti.",
)


def test_lines_no_wider_than_a_page_of_which_some_end_in_mid_sentence_are_joined():
    layer = layer_of("\n".join(CAPITALS), LineKind.PARAGRAPH)
    assert "Bo Lund, der er borgmester i Kolding Kommune." in layer.reading.text
    assert layer.mended


def test_paragraphs_of_their_own_are_not_joined_and_nothing_is_told():
    whole = [" ".join(CAPITALS), *(f"{name}, Vejle Kommune" for name in ("Anna Holm", "Bo Lund"))]
    layer = layer_of("\n".join(whole), LineKind.PARAGRAPH)
    assert layer.reading.text.split("\n") == whole
    assert not layer.mended


def test_wide_lines_that_go_on_are_joined_and_wide_paragraphs_are_not():
    wide = [f"{line} {line}" for line in PROSE[:2]] + ["så er der ikke mere at sige om den sag."]
    whole = [f"{' '.join(PROSE)} {' '.join(PROSE)}"] * 4
    assert layer_of("\n".join(wide * 3)).reading.text.count("\n") == 2
    assert layer_of("\n".join(whole)).reading.text.split("\n") == whole


def test_lines_that_are_wrapped_by_their_format_are_joined_but_for_blank_lines():
    """A blank line is space between paragraphs there, however many there are."""
    layer = layer_of("\n\n".join(["\n".join(PROSE)] * 3), LineKind.WRAPPED)
    assert layer.reading.text.split("\n") == [" ".join(PROSE)] * 3


# --- pages ----------------------------------------------------------------------------------


def test_pages_are_counted_from_form_feeds():
    text = "Side et\n\fSide to\nslut\fSide tre\n"
    layer = layer_of(text)
    pages = [Positions.of(layer).page(text.index(word)) for word in ("et", "to", "slut", "tre")]
    assert pages == [1, 2, 2, 3]
    assert [line.page_top for line in layer.lines] == [False, True, False, True]


def test_a_document_without_form_feeds_has_no_pages():
    assert Positions.of(layer_of("A\nB\n")).page(2) is None


def test_lines_are_counted_from_one_as_editors_do():
    text = "A\n\nBe\n"
    layer = layer_of(text)
    assert [Positions.of(layer).line(text.index(part)) for part in ("A", "Be", "e")] == [1, 3, 3]


def test_a_form_feed_is_a_blank_in_its_line_and_shifts_no_position():
    text = "slut på siden\n\fTop af den næste\n"
    layer = layer_of(text)
    assert layer.raw(layer.lines[1]) == "Top af den næste"
    assert Positions.of(layer).line(layer.lines[1].start) == 2


def test_in_a_double_spaced_export_an_indented_line_without_the_blank_one_tops_a_page():
    body = "\n\n".join(PROSE * 4)
    layer = layer_of(f"{body}\n 4. Udpegninger\n\n{body}")
    tops = [layer.raw(line) for line in layer.lines if line.page_top]
    assert tops == ["4. Udpegninger"]


# --- text that is spelt in more than one way --------------------------------------------------


def test_decomposed_letters_read_like_composed_ones(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("A\u030ase Bra\u030ab, kaffe\u0301ens vært".encode())
    layer = layer_of(read_source(path, name="a.txt").text)
    assert layer.reading.text == "Åse Bråb, kafféens vært"
    assert layer.passage_read(0, 3).quote == "Åse"


# --- for every text ---------------------------------------------------------------------------


@UNTIMED
@given(TEXTS)
def test_what_is_read_stands_in_the_text(text):
    layer = layer_of(text)
    for char, offset in zip(layer.reading.text, layer.reading.offsets, strict=True):
        assert char.isspace() or text[offset] == char


@UNTIMED
@given(TEXTS)
def test_positions_never_go_back(text):
    offsets = layer_of(text).reading.offsets
    assert all(before <= after for before, after in pairwise(offsets))


@UNTIMED
@given(TEXTS)
def test_lines_follow_each_other_in_the_text_and_in_the_reading(text):
    layer = layer_of(text)
    for before, after in pairwise(layer.lines):
        assert before.start < before.end <= after.start < after.end <= len(text)
        assert before.read_start <= before.read_end <= after.read_start <= after.read_end
    assert not layer.lines or layer.lines[-1].read_end == len(layer.reading.text)


@UNTIMED
@given(TEXTS)
def test_a_line_stands_on_the_line_it_says(text):
    layer = layer_of(text)
    for line in (*layer.lines, *layer.furniture):
        assert Positions.of(layer).line(line.start) == line.number
        assert layer.raw(line) in text.split("\n")[line.number - 1]


@UNTIMED
@given(TEXTS)
def test_nothing_visible_is_lost_but_furniture_and_hyphens(text):
    layer = layer_of(text)
    unread = set(range(len(text))) - set(layer.reading.offsets)
    for line in layer.furniture:
        unread -= set(range(line.start, line.end))
    assert {text[i] for i in unread if is_visible(text[i])} <= {"-"}


@UNTIMED
@given(TEXTS, st.data())
def test_a_passage_of_the_reading_leads_back_to_its_characters(text, data):
    layer = layer_of(text)
    read = layer.reading.text
    if not read:
        return
    start = data.draw(st.integers(0, len(read) - 1))
    end = data.draw(st.integers(start + 1, len(read)))
    passage = layer.passage_read(start, end)
    assert text[passage.start : passage.end] == passage.quote
    wanted = "".join(char for char in read[start:end] if is_visible(char))
    rest = iter(passage.quote)
    assert all(char in rest for char in wanted), "the quote has every character read, in order"


def test_clauses_with_blank_lines_between_make_no_double_spacing():
    item = "Direktionen indstiller,\n\nat planen godkendes, og\n\nat den sendes i høring hos alle de\nkommuner, den gælder.\n\n"
    assert layer_of(item * 6).line_gap == 0
