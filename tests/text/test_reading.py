"""Lines joined to paragraphs, split words made whole, and hyphens that belong kept."""

import pytest

from tests.text.layers import layer_of

# a line as long as the longest below, so that every line may have been wrapped
FULL = "x" * 60


def read(*lines: str) -> str:
    """How lines read that a full line precedes, which sets the width of the page."""
    layer = layer_of("\n".join([*[FULL] * 9, *lines]))
    return layer.reading.text[layer.lines[9].read_start :]


# --- words split over two lines ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "after", "read_as"),
    [
        ("formanden vil ved mødet senere i dag gi-", "ver en status", "giver en status"),
        ("det gælder for hele den store region Nord-", "jylland nu", "Nordjylland nu"),
        ("det fælles arbejde på beskæftigel-", "ses-, bolig- og", "beskæftigelses-, bolig- og"),
        ("så at planen i dette efterår både første-", "og andenbehandles", "første- og anden"),
        ("et tilbud, som er for både ældre-", "eller børneområdet", "ældre- eller børne"),
        ("Udlændinge- og bolig-", "ministeren er nu orienteret", "Udlændinge- og boligministeren"),
        ("en dialog, som har været ført mellem KL og KKR-", "formandskaberne", "KKR-formandskab"),
        ("alle de unge, som i dag er i NEET-", "gruppen", "NEET-gruppen"),
        ("konsulent hos os i kommunen Netta Dam-", "Yrsa, var med", "Dam-Yrsa, var med"),
        ("for den nye periode i rådet, dvs. 2026-", "2030, er der", "2026-2030, er der"),
        ("det gælder således også alle dem på 17-", "årsalderen", "17-årsalderen"),
    ],
)
def test_a_hyphen_at_a_line_end_goes_when_it_only_split_a_word(line, after, read_as):
    assert read_as in read(line, after)


def test_a_hyphen_stays_where_the_document_writes_it_within_a_line():
    """``ikke-offentlige`` is split like any word; only its other use tells that it has a hyphen."""
    split = ("det gælder både offentlige og også ikke-", "offentlige arbejdspladser")
    assert "ikke-offentlige arbejdspladser" in read("ikke-offentlige virksomheder er med", *split)
    assert "ikkeoffentlige arbejdspladser" in read(*split)


def test_a_hyphen_goes_where_the_document_writes_the_word_whole():
    split = ("det gælder både offentlige og også ikke-", "offentlige arbejdspladser")
    both = ("ikke-offentlige og ikkeoffentlige virksomheder er med", *split)
    assert "ikkeoffentlige arbejdspladser" in read(*both)


@pytest.mark.parametrize("mark", ["\u00ad", "\u0002"], ids=["soft hyphen", "pdf's mark"])
def test_an_invisible_hyphen_at_a_line_end_joins_the_word(mark):
    assert "kommunekontaktråd" in read(f"det er vedtaget af os i kommune{mark}", "kontaktråd")


@pytest.mark.parametrize(
    "stray", ["Nordjyl-land", "koordi-neret", "be-mærkninger"], ids=["name", "verb", "noun"]
)
def test_a_hyphen_left_inside_a_line_goes_where_the_document_has_the_word(stray):
    whole = stray.replace("-", "")
    assert read(f"{whole} er her", f"og {stray} igen").endswith(f"{whole} igen")
    assert read(f"og {stray} igen").endswith(f"{stray} igen")


@pytest.mark.parametrize("word", ["KKR-regi", "e-mail", "Dam-Yrsa", "A-kasser", "2026-2030"])
def test_words_with_a_hyphen_keep_it(word):
    """Also where the document writes them without it elsewhere: only small letters are split."""
    assert word in read(f"og så er der {word.replace('-', '')} og {word} her")


# --- what is not visible ----------------------------------------------------------------------


@pytest.mark.parametrize("char", ["\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"])
def test_invisible_characters_are_not_read_but_stand_in_the_quote(char):
    layer = layer_of(f"Nord{char}jylland")
    assert layer.reading.text == "Nordjylland"
    assert layer.passage_read(0, 11).quote == f"Nord{char}jylland"


@pytest.mark.parametrize("dots", ["........", ". . . . ."])
def test_dots_that_lead_to_a_column_are_a_tab(dots):
    text = f"Havnerådet {dots} formand\n\nVent ... og se ....\n"
    assert layer_of(text).reading.text == "Havnerådet\tformand\nVent ... og se ...."


def test_many_blanks_are_one_and_a_column_gap_is_a_tab():
    assert layer_of("Anna  Holm     (A)\tVejle\u00a0By").reading.text == "Anna Holm\t(A)\tVejle By"


# --- paragraphs -------------------------------------------------------------------------------


@pytest.mark.parametrize("bullet", "•*·▪")
def test_what_a_bullet_is_set_before_is_no_column(bullet):
    assert (
        layer_of(f"{bullet}    Anna Holm     Vejle\n").reading.text == f"{bullet} Anna Holm\tVejle"
    )


def test_a_title_over_two_lines_is_one_line():
    title = "Status på arbejdet med at styrke det fælles tvær-"
    assert "tværkommunale samarbejde" in read(title, "kommunale samarbejde")


def test_a_line_goes_on_inside_brackets():
    first = "Anna Holm, Ringkøbing (kom kl."
    assert read(first, "15.25)", "Bo Lund") == f"{first} 15.25)\nBo Lund"
    assert read("Bo Lund (for", "Eva Skov)", "Ib Kær") == "Bo Lund (for Eva Skov)\nIb Kær"


def test_a_blank_line_ends_a_paragraph():
    assert read("Sagen er ny.", "", "Den næste sag er").split("\n")[0] == "Sagen er ny."


def test_a_page_break_in_a_sentence_does_not():
    line = "Der arbejdes på en fælles plan for havnen, og denne plan er"
    assert f"{line} sendt ud" in read(line, "\fsendt ud")


@pytest.mark.parametrize("bullet", ["–", "-", "•", "./.", "1.", "a)"])
def test_every_entry_of_a_list_is_a_line(bullet):
    lines = read("følgende er med i den videre dialog om planen for havnen", f"{bullet} havnen her")
    assert lines.split("\n")[1] == f"{bullet} havnen her"


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("sagen blev behandlet på det seneste møde den", "29. august 2025."),
        ("sagen blev behandlet på det seneste møde, som var", "29. august 2025."),
        ("der skal i de kommende år bygges på det, der er den", "3. Limfjordsforbindelse"),
        ("det fremgår af den nye lov om erhvervsfremme § 13, stk.", "4. punktum, at"),
    ],
)
def test_a_line_that_begins_with_an_ordinal_is_no_entry_of_a_list(line, after):
    assert read(line, after) == f"{line} {after}"


def test_a_list_of_names_behind_a_label_ends_with_the_last_of_them():
    listed = "Valggruppe 2: Anna Holm (C), Bo Lund (V), Eva Skov (Æ)"
    told = "Borgmester Ib Dam er født formand for udvalget, som han leder"
    assert read(listed, told, "i hele perioden.") == f"{listed}\n{told} i hele perioden."


def test_a_sentence_that_introduces_a_table_is_not_joined_to_it():
    above = f"{FULL[:40]} følgende til havnens bestyrelse:"
    assert read(above, "Forum\tNavn", "Havnen\tAnna Holm").split("\n")[0] == above


def test_a_heading_is_not_joined_to_the_text_below_it():
    assert read("Baggrund", f"Udvalget {FULL[:40]}").split("\n")[0] == "Baggrund"


def test_a_document_of_whole_paragraphs_is_not_wrapped():
    long = "Udvalget drøftede sagen, og der var mange gode forslag. " * 4
    assert layer_of(f"{long}\nMødet sluttede\n{long}").reading.text.count("\n") == 2


@pytest.mark.parametrize(
    "first",
    ["Anna Holm (A), Rebild, med Eva Skov (C) som stedfortræder", "Anna Holm (A) (formand)"],
)
def test_somebody_below_somebody_is_a_line_of_her_own(first):
    second = "Bo Lund (V), Nyborg, med Ida Krag (F) som stedfortræder"
    assert read(first, second) == f"{first}\n{second}"


def test_a_sentence_that_goes_on_with_somebody_is_one_line():
    first, second = "Anna Holm (A) har meddelt, at hendes stedfortræder", "Bo Lund (V) er flyttet."
    assert read(first, second) == f"{first} {second}"
