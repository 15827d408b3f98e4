"""What belongs to the forum above: groups, kinds of bodies, brackets, footnotes, rules by its name."""

import pytest

from kkr_graph.appointments import parse_list
from kkr_graph.minutes import SentenceTeller
from kkr_graph.text import lay_out
from tests.appointments.conftest import LEXICON, REGISTRY
from tests.appointments.seats import seats
from tests.sources.reading import read_here

TOP = "Randers Byråd\nUdpegningsoversigt\n\n"
BELOW = {
    "Bestyrelse:\n• Anna Holm (A), formand\nObservatør:\n• Bo Lund": [
        "Anna Holm, chair: Havnen A/S",
        "Bo Lund, observer: Havnen A/S",
    ],
    "Bestyrelsen\nAnna Holm (A)\nBo Lund (V)": [
        "Anna Holm, member: Havnen A/S",
        "Bo Lund, member: Havnen A/S",
    ],
    "Generalforsamlingsvalgte:\n• Anna Holm (A)\n• NN\n\nForbrugervalgte:\n• Bo Lund\n": [
        "Anna Holm, member: Havnen A/S",
        "Bo Lund, member: Havnen A/S",
    ],
    "• Gårdejer Anna Holm, formand\n• Bygningskyndig Bo Lund": [
        "Anna Holm, chair: Havnen A/S",
        "Bo Lund, member: Havnen A/S",
    ],
    "Anna Holm (A)\nSekretær for bestyrelsen: Havnechef Bo Lund": ["Anna Holm, member: Havnen A/S"],
    "Anna Holm (A)\nKontaktperson i forvaltningen: Bo Lund": ["Anna Holm, member: Havnen A/S"],
}


def test_the_board_of_a_company_in_capitals_is_the_company_s(read):
    told = "ARCs bestyrelse\n\nBestyrelsen består af\n\nAnna Holm (A), formand – Københavns Kommune\n\nBo Lund (C) – Dragør Kommune\n"
    assert seats(read(told)) == ["Anna Holm, chair: ARC", "Bo Lund, member: ARC"]


def test_people_behind_bullets_far_off_are_of_the_group_above(read):
    told = f"{TOP}1. Havnen A/S\nFormål: Havne.\n\nUdpeget af byrådet:\n•    Anna Holm (formand)\n•    Bo Lund\n"
    assert seats(read(told)) == [
        "Anna Holm, chair, by byrådet: Havnen A/S",
        "Bo Lund, member, by byrådet: Havnen A/S",
    ]


@pytest.mark.parametrize(("below", "expected"), BELOW.items(), ids=list(BELOW))
def test_a_group_or_a_kind_of_body_is_no_forum_below_one(below, expected, read):
    extract = read(f"{TOP}1. Havnen A/S\nFormål: Havne.\n\n{below}\n")
    assert seats(extract) == expected
    assert [forum.name for forum in extract.forums] == ["Havnen A/S"]


COLUMNS = "Nr  Forum                      Navn              Parti  Rolle    Til"
ROWS = (
    "1   Havnerådet                 Anna Holm         A      Medlem   31-03-2026 *\n"
    "                               Bo Lund           V      Medlem   31-12-2029\n"
    "2   Rådet for Fynsk Turisme    Eva Skov          F      Medlem   31-12-2029\n"
    "    (RFT)                      Ida Krag          B      Medlem   31-12-2029\n"
)


def test_an_abbreviation_below_the_name_of_a_forum_is_no_forum(read):
    extract = read(f"{TOP}{COLUMNS}\n{ROWS}")
    assert [forum.name for forum in extract.forums] == ["Havnerådet", "Rådet for Fynsk Turisme"]
    assert [each.abbreviation for each in extract.bodies] == ["RFT"]


def test_a_footnote_is_about_the_row_with_its_mark(read):
    extract = read(f"{TOP}{COLUMNS}\n{ROWS}\n* Anna Holm er udtrådt den 31. marts 2026.\n")
    assert seats(extract)[0] == "Anna Holm, member, left, /2026-03-31: Havnerådet"
    assert len(seats(extract)) == 4


def test_a_section_of_those_nominated_holds_for_the_forums_of_its_table(read):
    text = (
        f"{TOP}A. UDPEGET AF RANDERS BYRÅD\n\n{COLUMNS}\n"
        "1   Havnerådet                 Anna Holm         A      Medlem   31-12-2029\n\n"
        "B. INDSTILLET AF RANDERS BYRÅD (ministeren har endnu ikke udpeget)\n\n"
        "Nr  Forum                      Navn              Parti  Rolle\n"
        "2   Klimarådet                 Bo Lund           V      Medlem\n"
        "3   Bådrådet                   Eva Skov          F      Medlem\n"
    )
    events = {(one.person, one.event.value) for one in read(text).appointments}
    assert events == {("Anna Holm", "holds"), ("Bo Lund", "nominated"), ("Eva Skov", "nominated")}


def test_a_quoted_cell_keeps_its_semicolon():
    text = (
        "Hvervsregister for Randers Byråd;;\nOrgan;Navn;Funktion\n"
        '"Ungdomsskolen i Randers; bestyrelsen";Anna Holm;Medlem\n'
    )
    source = read_here(text.encode(), "appointments/a.csv")
    (forum,) = parse_list(lay_out(source), REGISTRY, LEXICON, SentenceTeller).forums
    assert forum.name == "Ungdomsskolen i Randers; bestyrelsen"


def test_a_rule_is_about_the_forum_whose_name_it_begins_with(read):
    text = (
        f"{TOP}Havnerådet\nAnna Holm (A)\n\nKlimarådet\nBo Lund (V)\n"
        "Havnerådet har 2 medlemmer valgt blandt brugerne.\n"
    )
    (rule,) = read(text).seat_rules
    assert (rule.body, rule.seats, rule.who, rule.appointed_by) == (
        "Havnerådet",
        2,
        "brugerne",
        None,
    )
