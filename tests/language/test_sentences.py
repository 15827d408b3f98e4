"""Where Danish sentences end."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kkr_graph.language.sentences import sentences

TEXTS = {
    "Sagen er ny. Den er god.": ["Sagen er ny.", "Den er god."],
    "Er den ny? Ja! Den er god.": ["Er den ny?", "Ja!", "Den er god."],
    "Overskrift\nSagen er ny.": ["Overskrift", "Sagen er ny."],
    "Han sagde: ”Den er ny.” Så gik han.": ["Han sagde: ”Den er ny.", "” Så gik han."],
    # no end: abbreviations, initials, ordinals, amounts
    "Der er bl.a. Aalborg og f.eks. Vejle.": ["Der er bl.a. Aalborg og f.eks. Vejle."],
    "Det koster 3 mio. Kroner.": ["Det koster 3 mio. Kroner."],
    "Lars E. Dam kom.": ["Lars E. Dam kom."],
    "H. C. Dam kom.": ["H. C. Dam kom."],
    "Hans Chr. Dam kom.": ["Hans Chr. Dam kom."],
    "den 3. maj 2026": ["den 3. maj 2026"],
    "Den 1. viceborgmester kom.": ["Den 1. viceborgmester kom."],
    "Se pkt. 3 og nr. 4.": ["Se pkt. 3 og nr. 4."],
    "kl. 10.00 på rådhuset": ["kl. 10.00 på rådhuset"],
    "jf. § 3, stk. 4, i loven": ["jf. § 3, stk. 4, i loven"],
    "ca. 250 kr. pr. Borger": ["ca. 250 kr. pr. Borger"],
    "Adm. direktør Bo Lund": ["Adm. direktør Bo Lund"],
    "Udgifter PR. 31. AUGUST 2023": ["Udgifter PR. 31. AUGUST 2023"],
    "Lauget for Langvad Å. Som suppleant kom Bo Lund.": [
        "Lauget for Langvad Å.",
        "Som suppleant kom Bo Lund.",
    ],
    "Valgt på liste A. Bestyrelsen mødes.": ["Valgt på liste A.", "Bestyrelsen mødes."],
    "Anna Å. Holm kom.": ["Anna Å. Holm kom."],
    "": [],
    " \n \n": [],
}


@pytest.mark.parametrize(("text", "parts"), TEXTS.items(), ids=list(TEXTS))
def test_sentences_of_a_text(text, parts):
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == parts


@settings(deadline=None)  # other programs may use the machine
@given(st.text(alphabet="Aab .!?\n1”(", max_size=60))
def test_sentences_have_all_that_is_not_blank_in_order(text):
    parts = [text[start:end] for start, end in sentences(text, 0, len(text))]
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(part == part.strip() != "" for part in parts)


def test_only_the_stretch_asked_for_is_divided():
    text = "A er ny. B er god. C er ny."
    assert [text[start:end] for start, end in sentences(text, 9, 18)] == ["B er god."]


def test_what_goes_on_for_ever_is_cut_between_words():
    text = "ord " * 2000
    parts = [text[start:end] for start, end in sentences(text, 0, len(text))]
    assert max(map(len, parts)) <= 2000
    assert " ".join(parts).split() == text.split()
