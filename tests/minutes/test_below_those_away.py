"""What stands below those who are away at the head of minutes: nobody else is away by that."""

import pytest

from tests.minutes.paper import item, paper
from tests.minutes.test_attendance import attended

AWAY = ["Ib Kær: absent"]
CAME = ["Anna Holm: present", "Bo Lund: present"]
ITEMS = [item(f"{n}.", f"Havn {n}", "Godkendt.") for n in (1, 2)]


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["right-below", "apart"])
@pytest.mark.parametrize(
    "label",
    [
        "Øvrige mødedeltagere",
        "Øvrige deltagere",
        "Mødedeltagere",
        "Mødende",
        "Øvrige mødte",
        "Udvalgets øvrige medlemmer",
        "Resten af udvalget",
        "Alle øvrige var til stede",
        "De øvrige deltagere",
    ],
)
def test_the_other_members_came(label, gap, read):
    front = f"Fraværende: Ib Kær (A){gap}{label}: Anna Holm (A), Bo Lund (V)"
    assert attended(read(paper(front=front))) == [*AWAY, *CAME]


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["right-below", "apart"])
@pytest.mark.parametrize(
    "label",
    [
        *("Udvalget", "Protokolleret af", "Godkendt af", "Stemmetællere", "Kontaktpersoner"),
        *("Byrådssekretær", "Ordstyrer", "Mødeformand"),
    ],
)
def test_nobody_is_away_behind_a_label_that_says_something_else(label, gap, read):
    front = f"Fraværende: Ib Kær (A){gap}{label}: Anna Holm (A), Bo Lund (V)"
    assert attended(read(paper(front=front))) == AWAY


def test_a_group_below_names_without_one_is_not_away(read):
    front = "Til stede: Anna Holm, Bo Lund\nFraværende: Ib Kær\nLedelse: Eva Skov"
    assert attended(read(paper(front=front))) == [*CAME, *AWAY]


def test_others_beside_a_list_of_members_stay_guests(read):
    front = "Afbud: Ib Kær (A)\nØvrige deltagere: Direktør Per Dam\nMedlemmer: Anna Holm (A), Bo Lund (V)"
    assert attended(read(paper(front=front))) == [*AWAY, "Per Dam: guest", *CAME]


@pytest.mark.parametrize(
    ("place", "told"), [("Kolding", "Eva Skov: absent in Kolding"), ("PLO", "Eva Skov: absent")]
)
def test_where_those_away_come_from_stands_before_them(place, told, read):
    front = f"Til stede: Anna Holm, Bo Lund\n\nAfbud:\n{place}: Eva Skov"
    assert attended(read(paper(front=front))) == [*CAME, told]


@pytest.mark.parametrize(
    "told",
    [
        "For Ib Kær deltog 1. stedfortræder Eva Skov (A).",
        "I stedet for Ib Kær mødte 2. suppleant Eva Skov (A).",
        "For byrådsmedlem Ib Kær var mødt 1. stedfortræder Eva Skov (A).",
        "Eva Skov (A) deltog som stedfortræder for Ib Kær.",
        "Eva Skov (A) mødte i Ib Kærs sted.",
    ],
)
@pytest.mark.parametrize(
    "away", ["Afbud: Ib Kær (A)\n", "Afbud: Ib Kær (A)\n\n", "Afbud:\nIb Kær (A)\n\n"]
)
def test_who_came_for_somebody_away_is_neither_away_nor_a_guest(told, away, read):
    front = f"Deltagere: Anna Holm (A), Bo Lund (V)\n\n{away}{told}"
    assert attended(read(paper(front=front))) == [*CAME, *AWAY, "Eva Skov: present for Ib Kær"]


def test_who_came_for_a_party_did_not_come_for_somebody(read):
    front = "Deltagere: Anna Holm (A), Bo Lund (V)\n\nFor Venstre deltog Eva Skov."
    assert attended(read(paper(front=front))) == [*CAME, "Eva Skov: guest"]


def test_who_missed_some_items_among_those_away_was_there(read):
    front = (
        "Fraværende:     Ib Kær (A)\n                Bo Lund (V) deltog ikke under sag nr. 2.\n\n"
        "Øvrige mødedeltagere: Anna Holm (A), Bo Lund (V)"
    )
    told = ["Bo Lund: absent at 2"]
    assert attended(read(paper(*ITEMS, front=front))) == [*AWAY, *CAME, *told]


def test_who_came_below_an_election_is_elected_to_nothing(read):
    told = "Rådet udpegede Anna Holm til Havnerådet.\n\nTil stede\n- Anna Holm, Vejle (formand)\n- Ib Dam, Varde"
    extract = read(paper(item("1.", "Udpegning til Havnerådet", told)))
    appointed = [(one.person, one.role) for one in extract.appointments if one.event == "appointed"]
    assert appointed == [("Anna Holm", "member")]
