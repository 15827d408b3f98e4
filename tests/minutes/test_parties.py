"""Which party a letter means depends on the letters beside it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kkr_graph.language.parties import decide_scheme, party_token, party_tokens
from tests.factory import party
from tests.factory import registry as registry_of
from tests.minutes.paper import paper

UNTIMED = settings(deadline=None)  # other programs may use the machine

# the letters of a document -> what each of them means; "-" is none that can be told
SCHEMES = {
    # the ballot's letters
    "A V C O F B Ø Æ Å I M D": "A V C O F B Ø Æ Å I M D",
    "A S V": "A S V",  # Slesvigsk Parti beside Socialdemokratiet
    "A K": "A K",  # Kristendemokraterne
    "A T": "A T",  # a local list
    "A V R": "A V B",  # nobody else has that letter
    "A B R": "A B R",  # a local list, for Radikale Venstre has the B
    # the press's letters
    "S V K SF": "A V C F",
    "S K R DF EL": "A C B O Ø",
    "S LA ALT DD KD": "A I Å Æ K",
    "K V": "C V",
    # A cannot be said to be there: S and K could be either
    "S O V": "- O V",
    "S B C": "- B C",
    # two letters can only be the press's
    "A SF": "A F",
    # no party, whatever the letters
    "UP": "-",
    "A UP": "A -",
    "LØSGÆNGER": "-",
}


@pytest.mark.parametrize(("written", "meant"), SCHEMES.items(), ids=list(SCHEMES))
def test_letters_are_read_in_the_scheme_of_their_document(written, meant, registry):
    scheme = decide_scheme(written.split(), registry)
    assert " ".join(scheme.letter(token) or "-" for token in written.split()) == meant


@pytest.mark.parametrize("named", ["Liste R", "liste R", "Rudersdallisten (R)"])
def test_a_letter_that_the_document_has_for_a_list_is_that_lists(named, registry):
    text = f"Anna Holm (A) og Bo Lund (R) blev valgt. {named} tog forbehold."
    assert decide_scheme(party_tokens(text), registry).letter("R") == "R"


def test_only_what_stands_alone_in_brackets_may_be_a_party():
    text = "Anna Holm (A), Bo Lund (SF), (se bilag), (KKR Nord), (BRN) (1) (ALT) (EHNJ)"
    assert list(party_tokens(text)) == ["A", "SF", "BRN", "ALT"]


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("A", "A"),
        ("SF", "SF"),
        ("Venstre", "V"),
        ("socialdemokratiet", "A"),
        ("Det Konservative Folkeparti", "C"),
        ("løsgænger", "løsgænger"),
        ("UP", "UP"),
        # as councils and newspapers shorten them
        ("Enh.", "Ø"),
        ("Alt", "Å"),
        ("Rad.", "B"),
        ("Kons.", "C"),
        ("Soc.dem.", "A"),
        ("alt", None),
        ("liste V", "V"),
        # a list of one municipality's
        ("Borgerlisten", "Borgerlisten"),
        ("Bl.", "Bl."),
        ("Specialisten", None),
        ("Aalborg", None),
        ("KL", None),
        ("formand", None),
        ("", None),
    ],
)
def test_what_stands_for_a_party(text, token, registry):
    assert party_token(text, registry) == token


@UNTIMED
@given(
    st.lists(
        st.sampled_from(
            [
                "A",
                "B",
                "C",
                "D",
                "F",
                "I",
                "K",
                "M",
                "O",
                "R",
                "S",
                "SF",
                "T",
                "UP",
                "V",
                "Æ",
                "Ø",
                "Å",
            ]
        ),
        max_size=8,
    )
)
def test_the_order_of_the_letters_decides_nothing(tokens):
    known = registry_of(
        party("s", "A", "Rosen", press_letters=("S",)),
        party("k", "C", "Kronen", press_letters=("K",)),
    )
    schemes = {
        decide_scheme(order, known).press for order in (tokens, tokens[::-1], sorted(tokens))
    }
    assert len(schemes) == 1


def test_a_document_is_read_in_one_scheme(read):
    front = "Deltagere\nAnna Holm (S)\nBo Lund (K)\nEva Skov (SF)"
    assert [entry.party for entry in read(paper(front=front)).attendance] == ["A", "C", "F"]


def test_a_letter_that_may_mean_two_parties_is_none(read):
    front = "Deltagere\nAnna Holm (S)\nBo Lund (O)"
    assert [entry.party for entry in read(paper(front=front)).attendance] == [None, "O"]


def test_letters_behind_names_decide_as_those_in_brackets_do(read):
    front = "Deltagere\nAnna Holm, A (formand), Tønder Kommune\nBo Lund, S, Aabenraa Kommune"
    came = {entry.name: entry.party for entry in read(paper(front=front)).attendance}
    assert came == {"Anna Holm": "A", "Bo Lund": "S"}


def test_letters_in_a_row_are_no_parties():
    assert list(party_tokens("Se bilag A, B, C og afdeling B, S.")) == []


def test_a_local_list_without_its_letter_is_no_organisation(read):
    front = "Deltagere\nAnna Holm (Lokallisten)\nBo Lund (Enh.)\nEva Skov (Løsg.)"
    people = read(paper(front=front)).attendance
    assert [(entry.party, entry.organization) for entry in people] == [
        (None, None),
        ("Ø", None),
        (None, None),
    ]


@pytest.mark.parametrize(
    ("others", "party"),
    [("Bo Lund (BL) og Eva Skov (ES)", None), ("Bo Lund (SF) og Eva Skov (DF)", "C")],
)
def test_letters_of_a_party_are_initials_where_all_have_theirs(others, party, read):
    front = f"Til stede: Karen Dalby Friis (KF), {others}."
    assert read(paper(front=front)).attendance[0].party == party
