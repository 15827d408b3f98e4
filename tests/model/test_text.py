"""A text layer keeps its positions, and a reading leads back to them."""

import pytest

from kkr_graph.model.span import Passage
from kkr_graph.model.text import Line, Place, Reading, TextLayer, place_at
from kkr_graph.rdf import Positions


def layer(text: str, *lines: Line, reading: Reading | None = None, **fields) -> TextLayer:
    return TextLayer(
        name="a.txt",
        sha256="0" * 64,
        text=text,
        lines=lines,
        reading=reading or Reading(text, tuple(range(len(text)))),
        **fields,
    )


# --- passages -----------------------------------------------------------------------------------


def test_a_passage_is_a_half_open_stretch_with_its_characters():
    assert Passage(3, 5, "ab").quote == "ab"


@pytest.mark.parametrize(("start", "end", "quote"), [(-1, 1, "ab"), (3, 5, "abc"), (5, 3, "ab")])
def test_a_passage_that_does_not_fit_its_quote_cannot_be_made(start, end, quote):
    with pytest.raises(ValueError, match="does not fit"):
        Passage(start, end, quote)


def test_passages_sort_by_where_they_stand():
    late, early = Passage(5, 6, "a"), Passage(1, 2, "b")
    assert sorted([late, early]) == [early, late]


def test_the_layer_cuts_passages_from_its_text():
    assert layer("Anna Holm").passage(5, 9) == Passage(5, 9, "Holm")


# --- readings -------------------------------------------------------------------------------------


def test_a_reading_needs_an_offset_for_every_character():
    with pytest.raises(ValueError, match="3 characters with 2 offsets"):
        Reading("abc", (0, 1))


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 2), (0, 4)])
def test_bounds_of_no_characters_are_refused(start, end):
    with pytest.raises(ValueError, match="no characters"):
        Reading("abc", (0, 1, 2)).bounds(start, end)


def test_a_word_split_over_lines_leads_back_to_both_parts():
    text = "Nord-\njylland"
    reading = Reading("Nordjylland", (*range(4), *range(6, 13)))
    split = layer(text, reading=reading)
    assert split.passage_read(0, 11) == Passage(0, 13, text)
    assert split.passage_read(4, 11).quote == "jylland"


# --- lines and pages --------------------------------------------------------------------------------


def test_a_line_can_be_seen_raw_and_as_read():
    line = Line(start=0, end=5, number=1, gap=0, read_start=0, read_end=4)
    split = layer("Nord-", line, reading=Reading("Nord", (0, 1, 2, 3)))
    assert (split.raw(line), split.read(line)) == ("Nord-", "Nord")


@pytest.mark.parametrize(("offset", "line"), [(0, 1), (1, 1), (2, 2), (3, 3), (5, 3)])
def test_lines_are_counted_from_one(offset, line):
    assert Positions.of(layer("A\n\nBC\n")).line(offset) == line


@pytest.mark.parametrize(("offset", "page"), [(0, 1), (2, 1), (3, 2), (9, 3), (12, 3)])
def test_pages_are_counted_from_one(offset, page):
    assert (
        Positions.of(layer("A\n\fB\n\n\n\n\fC\n\n\n", page_starts=(0, 3, 9))).page(offset) == page
    )


def test_without_pages_there_is_no_page():
    assert Positions.of(layer("A\n")).page(0) is None


@pytest.mark.parametrize(
    ("offset", "label"), [(0, None), (4, "afsnit 1"), (8, "afsnit 1"), (9, "afsnit 2"), (30, None)]
)
def test_places_are_named_from_where_they_begin(offset, label):
    """Before the first nothing is known, and a nameless place ends the one before it."""
    places = (Place(4, "afsnit 1"), Place(9, "afsnit 2"), Place(20, ""))
    assert place_at(places, offset) == label
    assert place_at((), offset) is None
