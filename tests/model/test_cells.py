"""Whatever stood in a document, a cell holds it as text and shows all of it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_graph.model.cells import CELL_LIMIT, clean_text, fitting_text, guard_formula, split_text


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Åse\x00 Øst", "Åse Øst"),
        ("Åse\t\r\nØst", "Åse Øst"),
        ("\x0bÅse\x1b[31m", "Åse[31m"),
        ("gnp.\u202eexe", "gnp.exe"),
        ("\ud800Åse\uffff", "Åse"),
        ("Læsø-Ærø – 2 %", "Læsø-Ærø – 2 %"),
    ],
    ids=["nul", "white-space", "control", "right-to-left", "no-character", "danish"],
)
def test_only_what_can_be_seen_is_kept(written, shown):
    assert clean_text(written) == shown


@given(st.text())
def test_clean_text_holds_no_control_character(text):
    cleaned = clean_text(text)
    assert not [char for char in cleaned if unicodedata.category(char) in ("Cc", "Cs")]
    assert clean_text(cleaned) == cleaned


@pytest.mark.parametrize(
    "hostile",
    [
        "=1+1",
        "+45 12",
        "-2",
        "@SUM(A1)",
        " =1",
        "\xa0=1",
        "\ufeff=1",
        "＝1",
        "\t=1",
        "\r1",
        "\u200b=1+1",
        "\u2003=1",
        "\x0b=1",
        "\u200e \u200b=1",
        "\xad-2",
    ],
)
def test_what_looks_like_a_formula_gets_an_apostrophe(hostile):
    assert guard_formula(hostile) == f"'{hostile}"


@pytest.mark.parametrize("harmless", ["Venstre", "", "24-10-2025", "– ingen", "a=1", "'=1"])
def test_other_text_is_left_alone(harmless):
    assert guard_formula(harmless) == harmless


@given(st.text(alphabet="a=ø😀", max_size=60), st.integers(2, 20))
def test_pieces_fit_and_are_the_text(text, limit):
    pieces = split_text(text, limit)
    assert "".join(pieces) == text
    assert all(len(piece.encode("utf-16-le")) // 2 <= limit for piece in pieces)


def test_a_cell_says_that_it_does_not_hold_all():
    assert fitting_text("Åse\n Øst") == "Åse Øst"
    text = fitting_text("😀" * 20_000)
    assert text.endswith("(afkortet: en celle rummer ikke mere)")
    assert len(text.encode("utf-16-le")) // 2 <= CELL_LIMIT
