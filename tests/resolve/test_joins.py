"""Joins by a rule that deserve a person's look. The names are made up; the cases are not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_graph.model.identity import Pair, Verdict
from kkr_graph.resolve.identity import resolve_people
from kkr_graph.resolve.joins import LONG_AWAY
from kkr_graph.resolve.likeness import CommonNames
from tests.factory import judgement, mention

COMMON = CommonNames(given=frozenset({"jens"}), surnames=frozenset({"jensen", "lund"}))


def joined(*mentions, ledger=(), judgements=()) -> list[Pair]:
    resolution = resolve_people(mentions, ledger, judgements, COMMON)
    assert not resolution.doubts
    return [pair for pair in resolution.pairs if pair.joined]


def seen(name, party=None, municipality=None, *, year=2020, body="Udvalg X", **fields):
    source = f"{year} {body}"
    return mention(
        name, party, municipality, source=source, day=date(year, 1, 1), body=body, **fields
    )


FULL = seen("Bo Ask", "A", "Aalborg")


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (seen("Bo Ask", "A", "Aalborg", body="Udvalg Y"), None),  # as much as can be said
        (seen("Bo Ask", "A", year=2021), None),
        (seen("Bo Ask", "A", year=2021, body="Udvalg Y"), None),  # few are called so
        (seen("Bo Ask", None, "Aalborg", year=2021, body="Udvalg Y"), None),
        (seen("Bo Ask", "A", "Aalborg", year=2020 + LONG_AWAY), None),
        (
            seen("Bo Ask", "A", "Aalborg", year=2021 + LONG_AWAY),
            "9 år uden omtale imellem (2020 til 2029)",
        ),
    ],
)
def test_what_a_rule_joined_is_asked_about_where_little_agrees(other, told):
    reasons = [pair.reasons[0] for pair in joined(FULL, other)]
    assert reasons == ([] if told is None else [told])


def test_of_a_common_name_less_is_enough():
    full = seen("Jens Jensen", "A", "Aalborg")
    place = seen("Jens Jensen", None, "Aalborg", year=2021, body="Udvalg Y")
    (pair,) = joined(full, place)
    assert pair.candidate == "jens-jensen"
    assert pair.subjects == (place.key.reference,)
    assert pair.reasons == (
        "partiet står ikke begge steder",
        "nævnt i andre organers dokumenter",
        "samme navn",
        "samme kommune (Aalborg)",
        "almindeligt efternavn (Jensen)",
        "nævnt i samme periode",
    )


def test_one_who_was_in_two_places_on_one_day_is_asked_about():
    full = seen("Bo Ask", "A", "Aalborg", listed=True)
    elsewhere = seen("Bo Ask", None, "Aalborg", body="Udvalg Y", listed=True)
    (pair,) = joined(full, elsewhere)
    assert "på deltagerlisten i to organer samme dag (01.01.2020)" in pair.reasons


def test_somebody_who_works_elsewhere_is_asked_about():
    first = seen("Bo Ask", None, "Aalborg", organization="KL")
    other = seen("Bo Ask", None, "Aalborg", year=2021, body="Udvalg Y", organization="Movia")
    (pair,) = joined(first, other)
    assert "forskellig organisation (kl og movia)" in pair.reasons


def test_mentions_of_which_the_same_is_said_are_one_question_but_not_with_those_at_home():
    home = [seen("Bo Lund", "A", year=year) for year in (2023, 2024)]
    others = [seen("Bo Lund", "A", year=year, body=f"Udvalg {year}") for year in (2021, 2022)]
    (pair,) = joined(seen("Bo Lund", "A", "Aalborg"), *home, *others)
    assert set(pair.subjects) == {each.key.reference for each in others}


def test_what_is_decided_is_not_asked_again():
    full = seen("Bo Lund", "A", "Aalborg")
    other = seen("Bo Lund", "A", year=2021, body="Udvalg Y")
    ledger = resolve_people((full, other), (), ()).newborn
    assert len(joined(full, other, ledger=ledger)) == 1
    for verdict, people in ((Verdict.POSITIVE, 1), (Verdict.NEGATIVE, 2)):
        said = [judgement(other.key.reference, "bo-lund", verdict)]
        assert not joined(full, other, ledger=ledger, judgements=said)
        assert len(resolve_people((full, other), ledger, said).people) == people


def test_it_is_asked_the_same_before_and_after_somebody_has_an_address():
    days = [seen("Bo Lund", "A", "Aalborg", year=year) for year in (2000, 2010)]
    mentions = [*days, seen("Bo Lund", "A", year=2001, body="Udvalg Y")]
    ledger = resolve_people(mentions, (), (), COMMON).newborn
    first, again = joined(*mentions), joined(*mentions, ledger=ledger)
    assert first == again == joined(*reversed(mentions))
    assert len(first) == 2


MENTIONS = st.lists(
    st.builds(
        seen,
        st.sampled_from(("Jens Jensen", "Jens-Jensen")),
        st.sampled_from(("A", "A", None)),
        st.sampled_from(("Aalborg", "Aalborg", None)),
        year=st.sampled_from((2000, 2004, 2010, 2020)),
        body=st.sampled_from(("Udvalg X", "Udvalg Y", "Udvalg Z")),
        organization=st.sampled_from((None, None, "KL", "Movia")),
        listed=st.booleans(),
    ),
    unique_by=lambda each: each.key,
    max_size=8,
)


@given(MENTIONS, st.randoms(use_true_random=False))
def test_what_is_asked_depends_on_no_order_and_not_on_who_has_an_address(mentions, chance):
    first = resolve_people(mentions, (), (), COMMON)
    shuffled = chance.sample(mentions, len(mentions))
    again = resolve_people(shuffled, first.newborn, (), COMMON)
    assert again.pairs == first.pairs
    for pair in first.pairs:
        if pair.joined:
            means = {
                first.by_mention[each.key]
                for each in mentions
                if each.key.reference in pair.subjects
            }
            assert means == {pair.candidate}
