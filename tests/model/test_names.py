import itertools
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kkr_graph.model.names import (
    clean,
    danish_sort_key,
    fold,
    in_danish_order,
    on_one_line,
    without_shouting,
)

# letters, blanks, hyphens, accents and what only PDF text has, close enough to meet each other
DANISH = st.text(alphabet="aAbæøåÅäöéz .-\u2011\u2013'\u2019\u00ad\u200b\u030a\u0301\u0323\t\n")
WRITTEN = st.one_of(DANISH, st.text())


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Per Bach Laursen", "Per Bach-Laursen"),
        ("Per Bach\u2011Laursen", "Per Bach \u2013 Laursen"),
        ("Aabenraa", "Åbenrå"),
        ("AALBORG", "ålborg"),
        ("Lars E. Sørensen", "Lars E Sørensen"),
        ("KL\u2019s bestyrelse", "KL's bestyrelse"),
        ("KL´s bestyrelse", "KL`s bestyrelse"),
        ("Nordjyl\u00adland", "Nordjylland"),
        ("A\u030arhus", "Århus"),
        ("  Ærø\u00a0\n Kommune ", "ærø kommune"),
    ],
)
def test_spellings_of_one_name_are_equal(left, right):
    assert fold(left) == fold(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Anne Hansen", "Anna Hansen"),
        ("Anders Jensen", "Anders Jensens"),
        ("Jens Otto Madsen", "Otto Jens Madsen"),
        ("Søren", "Soren"),
        ("Bo Møller", "Bo Moeller"),
        ("André", "Andre"),
        ("Hansen", "Han sen"),
    ],
)
def test_letters_and_their_order_tell_names_apart(left, right):
    assert fold(left) != fold(right)


@given(WRITTEN)
@example("a.a")
@example("a.\u030a")
@example("a\u00ada")
@example("\u1fb3\u0345")
def test_folding_again_changes_nothing(written):
    assert fold(fold(written)) == fold(written)


@given(WRITTEN)
def test_cleaning_again_changes_nothing(written):
    assert clean(clean(written)) == clean(written)


@given(DANISH)
def test_case_and_composition_do_not_tell_names_apart(written):
    assert fold(written.upper()) == fold(written)
    assert fold(unicodedata.normalize("NFD", written)) == fold(written)


@given(WRITTEN)
def test_a_clean_text_has_single_blanks_and_keeps_its_case(written):
    text = clean(written)
    assert text == text.strip()
    assert "  " not in text
    assert clean("  Åse \n\u200bBo ") == "Åse Bo"


SORTED = [
    "Albertslund",
    "Allerød",
    "André B",
    "Andrea",
    "Ikast Brande",
    "Ikast-Brande By",
    "Vejle",
    "Willy",
    "Xenia",
    "Yde",
    "Ülkü",
    "Zealand",
    "Zzz",
    "Äldre",
    "Ærø",
    "Østby",
    "Øster",
    "Aabenraa",
    "Åbo",
    "Aalborg",
    "Århus",
]


@pytest.mark.parametrize(("first", "second"), list(itertools.pairwise(SORTED)))
def test_danish_order(first, second):
    assert danish_sort_key(first) < danish_sort_key(second)


def test_a_name_comes_before_the_longer_one_it_begins():
    assert danish_sort_key("Per Bach") < danish_sort_key("Per Bach-Laursen")


def test_a_quote_is_shown_on_one_line_with_split_words_whole():
    assert on_one_line("giver en oriente- \n\nring om første-\nog andenbehandling") == (
        "giver en orientering om første- og andenbehandling"
    )


def test_values_come_once_and_as_danes_sort_them():
    assert in_danish_order(["Ålborg", "Ærø", None, "", "Vejle", "Ærø"]) == (
        "Vejle",
        "Ærø",
        "Ålborg",
    )


@pytest.mark.parametrize(
    ("shouted", "said"),
    [
        ("HEGNSYNET", "Hegnsynet"),
        ("BEREDSKABSKOMMISSIONEN FOR FJORDENE", "Beredskabskommissionen for Fjordene"),
        ("SILKEBORG-IKAST VARME A/S", "Silkeborg-Ikast Varme A/S"),
        ("BESTYRELSEN FOR VUC", "Bestyrelsen for VUC"),
        ("RAR", "RAR"),
        ("KKR Nordjylland", "KKR Nordjylland"),
    ],
)
def test_a_name_in_capitals_is_shown_as_others_are(shouted, said):
    assert without_shouting(shouted) == said
