"""Which pairs a person is asked about, with what score and for which reasons. People are made up."""

from datetime import date
from itertools import pairwise

import pytest

from kkr_graph.model.identity import Verdict
from kkr_graph.resolve.identity import resolve_people
from kkr_graph.resolve.likeness import CommonNames, likeness
from tests.factory import judgement, mention

COMMON = CommonNames(
    given=frozenset(("anne", "anna", "lars", "jens")),
    surnames=frozenset(("hansen", "jensen", "petersen", "pedersen")),
)
EARLY, LATE = date(2022, 5, 20), date(2024, 5, 20)


def pairs_of(left, right, **fields):
    mentions = [
        mention(*left, source="1.txt", **({"day": EARLY} | fields)),
        mention(*right, source="2.txt", **({"day": LATE} | fields)),
    ]
    return resolve_people(mentions, (), (), COMMON).pairs


# From the likeliest to the least likely, all of Aalborg and one party.
ASKED = [
    ("Søren Kvist", "Soeren Kvist", "samme navn, skrevet med andre bogstaver"),
    ("André Kvist", "Andre Kvist", "samme navn, skrevet med andre bogstaver"),
    ("Bo Dybvad", "Bo Dyb Vad", "samme navn, delt anderledes"),
    ("Bo Erik Kvist", "Bo E. Kvist", "forbogstav for et navn: »E.« og »Erik«"),
    ("Bo Erik Kvist", "Bo Kvist", "samme navn med et navn mere: »Erik«"),
    ("Lasse Frimand Kvist", "Lasse Friman Kvist", "ét bogstav til forskel: »Frimand« og »Friman«"),
    ("Lasse Kvist", "Lsase Kvist", "ét bogstav til forskel: »Lasse« og »Lsase«"),
    ("Lasse Frimand Kvist", "L. Frimand Kvist", "forbogstav for et navn: »L.« og »Lasse«"),
    ("Lasse Frimand Kvist", "Lasse Frimand", "samme navn uden det sidste efternavn: »Kvist«"),
    ("Lasse Kvist", "L. Kvist", "forbogstav for et navn: »L.« og »Lasse«"),
    ("Mie Holst Krag", "Mie Holst Nyrup", "samme fornavn og et fælles efternavn: »Holst«"),
    ("Anne Kvist", "Anna Kvist", "ét bogstav til forskel: »Anne« og »Anna« (begge er almindelige"),
]


@pytest.mark.parametrize(("left", "right", "reason"), ASKED)
def test_names_alike_in_one_place_are_asked_about(left, right, reason):
    (pair,) = pairs_of((left, "A", "Aalborg"), (right, "A", "Aalborg"))
    assert pair.reasons[0].startswith(reason)
    assert "samme kommune (Aalborg)" in pair.reasons
    assert "samme parti (A)" in pair.reasons
    (other,) = pairs_of((right, "A", "Aalborg"), (left, "A", "Aalborg"))
    assert other.score == pair.score


def test_the_beginning_of_a_name_in_another_document_of_the_body_is_asked_about():
    (pair,) = pairs_of(("Lasse Frimand Kvist", "A", "Aalborg"), ("Lasse Frimand",))
    assert (pair.candidate, pair.subjects) == ("lasse-frimand-kvist", ("lasse-frimand",))
    assert pair.reasons[0] == "samme navn uden det sidste efternavn: »Kvist«"


def test_the_closer_the_names_the_higher_the_score():
    scores = [
        pairs_of((left, "A", "Aalborg"), (right, "A", "Aalborg"))[0].score
        for left, right, _ in ASKED
    ]
    assert all(former >= later - 2 for former, later in pairwise(scores))
    assert scores[0] > scores[-1]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("Lasse Kvist", "A", "Aalborg"), ("Lasse Kvists", "A", "Thisted")),
        (("Lasse Kvist", "A", "Aalborg"), ("Bo Dam", "A", "Aalborg")),
        (("Lasse Kvist", "A", "Aalborg"), ("Lone Kvist", "A", "Aalborg")),
        (("Karen Dybvad", "A", "Aalborg"), ("Karen Vium", "A", "Aalborg")),
        (("Mie Holst Krag", "A", "Aalborg"), ("Mie Holst Nyrup", "A", "Thisted")),
        (("Lars Jensen", "A", "Aalborg"), ("Lars Hansen", "V", "Thisted")),
        (("Ib Dam", "A", "Aalborg"), ("Bo Dam", "A", "Aalborg")),
    ],
)
def test_nobody_is_asked_about_names_that_only_look_alike_from_afar(left, right):
    assert pairs_of(left, right) == ()


def test_who_may_have_married_is_asked_about_after_all_others():
    """Even where less else agrees of these."""
    mentions = [
        mention("Mie Holst Krag", "A", "Aalborg", source="1.txt", day=EARLY),
        mention("Mie Holst Nyrup", "A", "Aalborg", source="2.txt", day=LATE),
        mention("Bo Kvist", "A", "Aalborg", source="1.txt", day=EARLY),
        mention("Bo Kvist", "V", "Thisted", source="2.txt", day=LATE),
    ]
    other, renamed = resolve_people(mentions, (), ()).pairs
    assert other.score < renamed.score
    assert renamed.candidate == "mie-holst-krag"


@pytest.mark.parametrize(("day", "number"), [(EARLY, 0), (LATE, 1)])
def test_one_who_follows_another_of_the_municipality_in_a_body_may_have_married(day, number):
    """Where a party is not stated of both, the one has to come after the other."""
    one = mention("Mie Holst Krag", "A", "Aalborg", source="1.txt", day=EARLY)
    other = mention("Mie Holst Nyrup", None, "Aalborg", source="2.txt", day=day)
    assert len(resolve_people([one, other], (), ()).pairs) == number


def test_two_entries_of_one_attendance_list_count_against():
    names = ("Lasse Kvist", "Lasse Kvisst")
    one = [mention(name, "A", "Aalborg", listed=True) for name in names]
    two = [mention(name, "A", "Aalborg", source=name, listed=True) for name in names]
    (apart,), (alike,) = (resolve_people(mentions, (), ()).pairs for mentions in (one, two))
    assert apart.score < alike.score
    assert "står begge på deltagerlisten i ét dokument" in apart.reasons


@pytest.mark.parametrize(
    ("party", "place", "asked"),
    [("V", "Rebild", 0), ("A", "Rebild", 1), ("V", "Aalborg", 1), ("V", None, 1)],
)
def test_two_of_one_name_on_one_list_are_two_where_party_and_municipality_differ(
    party, place, asked
):
    one, other = (
        mention("Lasse Kvist", *seat, listed=True) for seat in (("A", "Aalborg"), (party, place))
    )
    found = resolve_people([one, other], (), ())
    assert len(found.people) == 2
    assert (len(found.pairs), len(found.doubts)) == (asked, asked)


def test_a_slip_in_the_text_of_the_document_that_lists_the_person_is_asked_about():
    listed = mention("Lasse Frimand Kvist", "A", "Aalborg", listed=True)
    slip = mention("Lasse Friman Kvist")
    (pair,) = resolve_people([listed, slip], (), ()).pairs
    assert any("nævnt uden andet end navnet" in reason for reason in pair.reasons)


def test_a_common_surname_counts_against():
    plain = pairs_of(("Bo Kvist", "A", "Aalborg"), ("Bo E. Kvist", "A", "Aalborg"))[0]
    common = pairs_of(("Bo Jensen", "A", "Aalborg"), ("Bo E. Jensen", "A", "Aalborg"))[0]
    assert common.score == plain.score - 8
    assert "almindeligt efternavn (Jensen)" in common.reasons


def test_namesakes_of_different_places_are_asked_about_last():
    mentions = [
        mention("Bo Kvist", "A", "Aalborg", source="1.txt"),
        mention("Bo Kvist", "V", "Thisted", source="2.txt"),
        mention("Bo Kvis", "A", "Aalborg", source="3.txt"),
    ]
    pairs = resolve_people(mentions, (), ()).pairs
    assert [pair.score for pair in pairs] == sorted((p.score for p in pairs), reverse=True)
    assert "forskelligt parti (A og V)" in pairs[-1].reasons
    assert "forskellig kommune (Aalborg og Thisted)" in pairs[-1].reasons


def test_a_pair_that_was_denied_is_never_asked_about_again():
    left = mention("Lasse Kvist", "A", "Aalborg", source="1.txt")
    right = mention("Lasse Kvisst", "A", "Aalborg", source="2.txt")
    born = resolve_people([left, right], (), ()).newborn
    denied = [judgement("lasse-kvist", "lasse-kvisst", Verdict.NEGATIVE)]
    assert resolve_people([left, right], born, denied).pairs == ()
    unsure = [judgement("lasse-kvist", "lasse-kvisst", Verdict.UNSURE)]
    (pair,) = resolve_people([left, right], born, unsure).pairs
    assert pair.unsure


def test_a_name_in_another_alphabet_is_asked_about_whatever_way_its_a_is_written():
    latin = mention("Bo Skaarup", "A", "Aalborg", source="1.txt")
    disguised = mention("Bo Sk\N{CYRILLIC SMALL LETTER A}arup", "A", "Aalborg", source="2.txt")
    (pair,) = resolve_people([latin, disguised], (), ()).pairs
    assert (pair.candidate, pair.subjects) == ("bo-skaarup", (disguised.key.reference,))
    assert pair.reasons[0] == "samme navn med bogstaver fra et andet alfabet: »а«"


@pytest.mark.parametrize(
    ("left", "right"), [("", "bo lund"), ("bo", "ib"), ("b lund", "i lund"), ("bo", "bo lund")]
)
def test_names_without_anything_in_common_are_not_alike(left, right):
    assert likeness(left, right, COMMON) is None


@pytest.mark.parametrize("name", [".", "-", "--", "…"])
def test_what_is_no_name_asks_about_nobody_and_stops_nothing(name):
    """A list may have a dot where a name is missing."""
    assert not pairs_of((name, "A", "Aalborg"), ("Bo Kvist", "A", "Aalborg"))
    pairs_of((name, "A", "Aalborg"), (name, "A", "Thisted"))
    pairs_of((name, "A", "Aalborg"), (".", "V", "Aalborg"))
