"""Who each mention means. The names are made up; the cases are not."""

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kkr_graph.errors import ResolveError
from kkr_graph.model.identity import Doubt, LedgerEntry, Mention, Resolution, Verdict
from kkr_graph.resolve.clusters import YEARS_APART
from kkr_graph.resolve.identity import resolve_people
from tests.factory import entry, judgement, mention

UNTIMED = settings(deadline=None)  # other programs may use the machine

NEGATIVE, UNSURE = Verdict.NEGATIVE, Verdict.UNSURE


def slugs(resolution: Resolution, *mentions: Mention) -> list[str | None]:
    return [resolution.by_mention.get(each.key) for each in mentions]


def open_mentions(resolution: Resolution) -> list[Doubt]:
    return [doubt for doubt in resolution.doubts if doubt.person is None]


def pairs(resolution: Resolution) -> list[tuple[str | None, tuple[str, ...]]]:
    return [(doubt.person, doubt.candidates) for doubt in resolution.doubts if doubt.person]


def resolved(*mentions: Mention, ledger: tuple[LedgerEntry, ...] = ()) -> Resolution:
    return resolve_people(mentions, ledger, ())


# Gold pairs: two mentions in different documents, and whether they are one person.
ONE, TWO, OPEN = "one", "two", "open"
GOLD = [
    (("Anne Hansen", "A", "Aalborg"), ("Anna Hansen", "A", "Aalborg"), TWO),
    (("Anders Jensen", "A", "Aalborg"), ("Anders Jensens", "A", "Aalborg"), TWO),
    (("Jens Jensen", "A", "Aalborg"), ("Jens Jensen", "V", "Thisted"), TWO),
    (("Jens Jensen", "A", "Aalborg"), ("Jens Jensen", "A", "Thisted"), TWO),
    (("Jens Jensen", "A", "Aalborg"), ("Jens Jensen", "V", "Aalborg"), TWO),
    (("Jens Jensen", "A", None), ("Jens Jensen", None, "Aalborg"), TWO),
    (("Jens Jensen", "A", "Aalborg"), ("Jens Jensen", "A", "Aalborg"), ONE),
    (("Jens Jensen", "A", "Aalborg"), ("Jens Jensen", "A", None), ONE),
    (("Jens Jensen", "A", "Aalborg"), ("Jens Jensen", None, "Aalborg"), ONE),
    (("Per Bo-Lund", "A", "Aalborg"), ("Per Bo Lund", "A", "Aalborg"), ONE),
    (("Åse Aagaard", "A", "Aalborg"), ("ÅSE ÅGÅRD", "A", "Aalborg"), ONE),
    (("Bo E. Lund", "A", "Aalborg"), ("Bo Lund", "A", "Aalborg"), TWO),
    (("Jens Jensen", "A", "Aalborg"), ("Jens Jensen", None, None), OPEN),
    (("Jens Jensen", None, None), ("Jens Jensen", None, None), ONE),
]


@pytest.mark.parametrize(("left", "right", "expected"), GOLD, ids=lambda case: str(case))
def test_a_pair_in_two_documents(left, right, expected):
    first, second = mention(*left, source="1.txt"), mention(*right, source="2.txt")
    one, other = slugs(resolved(first, second), first, second)
    assert one is not None
    found = OPEN if other is None else ONE if one == other else TWO
    assert found == expected


def test_namesakes_are_two_people_and_a_pair_to_review():
    left = mention("Jens Jensen", "A", "Aalborg", source="1.txt")
    right = mention("Jens Jensen", "V", "Thisted", source="1.txt")
    resolution = resolved(left, right)
    assert slugs(resolution, left, right) == ["jens-jensen", "jens-jensen-2"]
    (doubt,) = resolution.doubts
    assert doubt.subject == "jens-jensen-2"
    assert doubt.candidates == ("jens-jensen",)
    assert doubt.reason == (
        "Samme navn, men forskelligt parti (A og V) og forskellig kommune (Aalborg og Thisted). "
        "Er det samme person?"
    )


def test_a_bare_name_is_never_joined_by_the_name_alone():
    full = mention("Jens Jensen", "A", "Aalborg", source="1.txt")
    bare = mention("Jens Jensen", source="2.txt")
    resolution = resolved(full, bare)
    assert slugs(resolution, bare) == [None]
    (doubt,) = open_mentions(resolution)
    assert (doubt.mention, doubt.candidates) == (bare, ("jens-jensen",))
    assert doubt.reason == (
        "Dokumentet giver kun navnet, hverken parti, kommune eller organisation. "
        "En kendt person har samme navn."
    )


def test_a_bare_name_among_namesakes_of_its_own_document_is_in_doubt():
    left = mention("Jens Jensen", "A", "Aalborg")
    right = mention("Jens Jensen", "V", "Thisted")
    bare = mention("Jens Jensen")
    (doubt,) = open_mentions(resolved(left, right, bare))
    assert doubt.candidates == ("jens-jensen", "jens-jensen-2")


def test_a_partial_mention_that_fits_two_people_is_in_doubt():
    left = mention("Jens Jensen", "A", "Aalborg", source="1.txt")
    right = mention("Jens Jensen", "A", "Thisted", source="2.txt")
    partial = mention("Jens Jensen", "A", source="3.txt")
    resolution = resolved(left, right, partial)
    assert slugs(resolution, partial) == [None]
    (doubt,) = open_mentions(resolution)
    assert doubt.reason == "Oplysningerne passer på flere personer af samme navn."


def test_bare_names_meet_in_one_body_but_not_across_bodies():
    first = mention("Bo Lund", source="1.txt", body="Udvalg X")
    same = mention("Bo Lund", source="2.txt", body="Udvalg X")
    elsewhere = mention("Bo Lund", source="3.txt", body="Udvalg Y")
    resolution = resolved(first, same, elsewhere)
    one, other, third = slugs(resolution, first, same, elsewhere)
    assert one == other != third
    assert len(pairs(resolution)) == 1


def test_officials_meet_by_organisation_and_differ_by_it():
    first = mention("Bo Lund", source="1.txt", organization="KL", body="Udvalg X")
    same = mention("Bo Lund", source="2.txt", organization="KL", body="Udvalg Y")
    other = mention("Bo Lund", source="3.txt", organization="Movia", body="Udvalg X")
    bare = mention("Bo Lund", source="4.txt", body="Udvalg Y")
    resolution = resolved(first, same, other, bare)
    one, two, three, four = slugs(resolution, first, same, other, bare)
    assert one == two != three
    assert four is None  # could be either, although only one was met in that body


def test_an_official_is_not_the_politician_of_the_same_municipality():
    politician = mention("Jens Jensen", "A", "Aalborg", source="1.txt")
    official = mention(
        "Jens Jensen", None, "Aalborg", source="2.txt", organization="Aalborg Kommune"
    )
    either = mention("Jens Jensen", None, "Aalborg", source="3.txt")
    resolution = resolved(politician, official, either)
    assert slugs(resolution, politician, official, either) == ["jens-jensen", "jens-jensen-2", None]
    joined = resolve_people(
        (politician, official, either),
        resolution.newborn,
        [judgement("jens-jensen", "jens-jensen-2")],
    )
    assert slugs(joined, politician, official, either) == ["jens-jensen"] * 3


@pytest.mark.parametrize(("years", "count"), [(YEARS_APART, 1), (YEARS_APART + 1, 2)])
def test_somebody_is_not_met_again_after_too_long(years, count):
    early = mention("Bo Lund", "A", "Aalborg", source="1.txt", day=date(2000, 3, 1))
    late = mention("Bo Lund", "A", "Aalborg", source="2.txt", day=date(2000 + years, 3, 1))
    assert len(resolved(early, late).people) == count


def test_a_long_time_with_documents_in_between_is_one_person():
    days = [date(year, 3, 1) for year in (2000, 2010, 2020)]
    mentions = [mention("Bo Lund", "A", "Aalborg", source=f"{day}.txt", day=day) for day in days]
    assert len(resolved(*mentions).people) == 1


def test_a_mention_without_a_day_may_be_either_of_two_people_of_different_times():
    days = (date(1990, 1, 1), date(2020, 1, 1), None)
    mentions = [
        mention("Bo Lund", "A", "Aalborg", source=str(number), day=day)
        for number, day in enumerate(days)
    ]
    assert slugs(resolved(*mentions), *mentions) == ["bo-lund", "bo-lund-2", None]


def test_a_name_with_cyrillic_letters_is_flagged_and_belongs_to_nobody():
    latin = mention("Anna Lund", "A", "Aalborg", source="1.txt")
    disguised = mention("Аnna Lund", "A", "Aalborg", source="2.txt")
    resolution = resolved(latin, disguised)
    assert slugs(resolution, disguised) == [None]
    (doubt,) = resolution.doubts
    assert doubt.candidates == ("anna-lund",)
    assert "U+0430" in doubt.reason
    joined = resolve_people(
        (latin, disguised), resolution.newborn, [judgement("anna-lund", disguised.key.reference)]
    )
    assert slugs(joined, disguised) == ["anna-lund"]
    assert not joined.doubts
    by_mention = judgement(latin.key.reference, disguised.key.reference)
    assert slugs(resolve_people((latin, disguised), (), [by_mention]), disguised) == ["anna-lund"]


def test_a_name_in_the_middle_more_is_somebody_else_but_a_pair_to_review():
    short = mention("Bo Lund", "A", "Aalborg", source="1.txt")
    long = mention("Bo E. Lund", "A", "Aalborg", source="2.txt")
    other = mention("Bo Lund", "A", "Rebild", source="3.txt")
    differing = mention("Bo F. Lund", "A", "Aalborg", source="4.txt", day=date(2025, 12, 1))
    resolution = resolved(short, long)
    assert len(resolution.people) == 2
    (doubt,) = resolution.doubts
    assert {doubt.subject, *doubt.candidates} == {"bo-lund", "bo-e-lund"}
    assert doubt.reason.startswith("Næsten samme navn")
    assert not resolved(long, other).doubts
    assert not resolved(long, differing).doubts
    denied = [judgement("bo-lund", "bo-e-lund", NEGATIVE)]
    assert not resolve_people((short, long), resolution.newborn, denied).doubts


def test_somebody_of_the_ledger_keeps_the_slug_and_the_name_given_there():
    known = entry("bo-lund", "Bo Lund-Holm", "A", "Aalborg")
    met = mention("BO LUND HOLM", "A", "Aalborg")
    resolution = resolved(met, ledger=(known,))
    assert slugs(resolution, met) == ["bo-lund"]
    (person,) = resolution.people
    assert (person.name, person.forms) == ("Bo Lund-Holm", ("BO LUND HOLM",))
    assert not resolution.newborn


def test_a_name_corrected_in_the_ledger_still_finds_the_mention_it_was_born_from():
    wrong = mention("Bo Lnud", "A", "Aalborg", source="1.txt")
    again = mention("Bo Lnud", "A", "Aalborg", source="2.txt")
    right = mention("Bo Lund", "A", "Aalborg", source="3.txt")
    (born,) = resolved(wrong, again).newborn
    resolution = resolved(wrong, again, right, ledger=(replace(born, name="Bo Lund"),))
    assert slugs(resolution, wrong, again, right) == ["bo-lnud"] * 3
    assert [person.name for person in resolution.people] == ["Bo Lund"]


def test_newborn_slugs_skip_those_of_the_ledger_retired_ones_included():
    ledger = (
        entry("bo-lund", "Bo Lund", "A", "Aalborg"),
        entry("bo-lund-2", "Bo Lund", "V", "Thisted"),
    )
    joined = [judgement("bo-lund", "bo-lund-2")]
    third = mention("Bo Lund", "F", "Rebild")
    resolution = resolve_people((third,), ledger, joined)
    assert [born.slug for born in resolution.newborn] == ["bo-lund-3"]
    assert resolution.people[0].replaces == ("bo-lund-2",)


def test_the_newborn_are_ordered_by_day_whatever_the_documents_are_called():
    late = mention("Bo Lund", "A", "Aalborg", source="a.txt", day=date(2020, 1, 1))
    early = mention("Bo Lund", "V", "Thisted", source="b.txt", day=date(2010, 1, 1))
    undated = mention("Bo Lund", "F", "Rebild", source="c.txt", day=None)
    resolution = resolved(late, early, undated)
    assert [born.party for born in resolution.newborn] == ["V", "A", "F"]


def test_the_ledger_records_the_mention_that_tells_most():
    early = mention("Bo Lund", "A", source="1.txt", day=date(2020, 1, 1))
    full = mention("Bo-Lund", "A", "Aalborg", source="2.txt", day=date(2021, 1, 1))
    bare = mention("Bo Lund", source="3.txt", day=date(2019, 1, 1))
    together = [judgement(bare.key.reference, full.key.reference)]
    (born,) = resolve_people((early, full, bare), (), together).newborn
    assert (born.municipality, born.since, born.mention) == (
        "Aalborg",
        full.day,
        full.key.reference,
    )


def test_the_ledger_records_what_the_person_was_born_from():
    met = mention("Bo Lund", "A", "Aalborg")
    (born,) = resolved(met).newborn
    assert born == entry(
        "bo-lund",
        "Bo Lund",
        "A",
        "Aalborg",
        body=met.body,
        since=met.day,
        mention=f"{met.key.sha256[:16]}:bo lund|A|Aalborg",
    )


# Judgements


def test_a_judgement_joins_somebody_who_moved_and_its_undoing_restores_everything():
    before = mention("Bo Lund", "A", "Aalborg", source="1.txt", day=date(2014, 3, 1))
    after = mention("Bo Lund", "A", "Thisted", source="2.txt", day=date(2018, 3, 1))
    ledger = resolved(before, after).newborn
    apart = resolve_people((before, after), ledger, ())
    together = resolve_people((before, after), ledger, [judgement("bo-lund-2", "bo-lund")])
    assert slugs(together, before, after) == ["bo-lund", "bo-lund"]
    assert [person.replaces for person in together.people] == [("bo-lund-2",)]
    assert not together.doubts
    assert resolve_people((before, after), ledger, ()) == apart
    assert slugs(apart, before, after) == ["bo-lund", "bo-lund-2"]


def test_who_is_joined_by_judgement_is_found_again_under_both_descriptions():
    ledger = (
        entry("bo-lund", "Bo Lund", "A", "Aalborg"),
        entry("bo-lund-2", "Bo Lund", "V", "Thisted"),
    )
    old, new = mention("Bo Lund", "A", "Aalborg"), mention("Bo Lund", "V", "Thisted")
    resolution = resolve_people((old, new), ledger, [judgement("bo-lund", "bo-lund-2")])
    assert slugs(resolution, old, new) == ["bo-lund", "bo-lund"]


def test_a_mention_in_doubt_is_given_to_somebody_by_its_reference():
    full = mention("Jens Jensen", "A", "Aalborg", source="1.txt")
    bare = mention("Jens Jensen", source="2.txt")
    first = resolved(full, bare)
    (doubt,) = first.doubts
    chosen = [judgement(doubt.subject, doubt.candidates[0])]
    resolution = resolve_people((full, bare), first.newborn, chosen)
    assert slugs(resolution, bare) == ["jens-jensen"]
    assert not resolution.doubts


def test_a_mention_that_is_none_of_the_candidates_is_somebody_new():
    full = mention("Jens Jensen", "A", "Aalborg", source="1.txt")
    bare = mention("Jens Jensen", source="2.txt")
    ledger = resolved(full, bare).newborn
    denied = [judgement(bare.key.reference, "jens-jensen", NEGATIVE)]
    resolution = resolve_people((full, bare), ledger, denied)
    assert slugs(resolution, full, bare) == ["jens-jensen", "jens-jensen-2"]
    assert not resolution.doubts


def test_a_wrong_automatic_join_is_taken_apart_and_the_rest_is_then_in_doubt():
    father, son, either = (
        mention("Bo Lund", "A", "Aalborg", source=f"{number}.txt") for number in (1, 2, 3)
    )
    first = resolved(father, son, either)
    assert len(first.people) == 1
    apart = [judgement(father.key.reference, son.key.reference, NEGATIVE)]
    resolution = resolve_people((father, son, either), first.newborn, apart)
    one, other, third = slugs(resolution, father, son, either)
    assert {one, other} == {"bo-lund", "bo-lund-2"}
    assert third is None


def test_a_judgement_that_two_namesakes_differ_silences_the_pair():
    ledger = (
        entry("bo-lund", "Bo Lund", "A", "Aalborg"),
        entry("bo-lund-2", "Bo Lund", "V", "Thisted"),
    )
    mentions = (mention("Bo Lund", "A", "Aalborg"), mention("Bo Lund", "V", "Thisted"))
    assert len(resolve_people(mentions, ledger, ()).doubts) == 1
    apart = resolve_people(mentions, ledger, [judgement("bo-lund", "bo-lund-2", NEGATIVE)])
    assert not apart.doubts
    assert slugs(apart, *mentions) == ["bo-lund", "bo-lund-2"]


def test_an_unsure_judgement_joins_nobody_and_stays_on_the_list():
    left = mention("Bo Lund", "A", "Aalborg", source="1.txt")
    right = mention("Bo Lund", "A", "Aalborg", source="2.txt")
    unsure = [judgement(left.key.reference, right.key.reference, UNSURE)]
    resolution = resolve_people((left, right), (), unsure)
    assert len(resolution.people) == 2
    (doubt,) = resolution.doubts
    assert doubt.reason.endswith("Det er set efter, men ikke afklaret.")


def test_an_open_mention_that_somebody_is_unsure_of_stays_open():
    full = mention("Jens Jensen", "A", "Aalborg", source="1.txt")
    bare = mention("Jens Jensen", source="2.txt")
    born = resolved(full, bare).newborn
    unsure = [judgement(bare.key.reference, "jens-jensen", UNSURE)]
    resolution = resolve_people((full, bare), born, unsure)
    assert slugs(resolution, full, bare) == ["jens-jensen", None]
    assert not resolution.newborn
    assert [pair.unsure for pair in resolution.pairs] == [True]


def test_who_was_unsure_and_then_found_to_be_one_is_one():
    full = mention("Jens Jensen", "A", "Aalborg", source="1.txt")
    bare = mention("Jens Jensen", source="2.txt")
    born = resolved(full, bare).newborn
    sides = bare.key.reference, "jens-jensen"
    resolution = resolve_people((full, bare), born, [judgement(*sides, UNSURE), judgement(*sides)])
    assert slugs(resolution, full, bare) == ["jens-jensen", "jens-jensen"]
    assert not resolution.doubts
    assert not resolution.pairs


def test_contradicting_judgements_are_refused_with_the_chain():
    ledger = [entry(slug, "Bo Lund") for slug in ("a", "b", "c")]
    judged = [judgement("c", "b"), judgement("b", "a"), judgement("a", "c", NEGATIVE)]
    expected = (
        "Vurderingerne modsiger hinanden: a = b (prøve, 2025-10-24), b = c (prøve, 2025-10-24), "
        "men a ≠ c (prøve, 2025-10-24)."
    )
    for order in (judged, judged[::-1]):
        with pytest.raises(ResolveError) as refused:
            resolve_people((), ledger, order)
        assert str(refused.value) == expected
        assert refused.value.hint


def test_a_judgement_about_nobody_is_refused():
    with pytest.raises(ResolveError, match="»bo-lnud«"):
        resolve_people((), [entry("bo-lund", "Bo Lund")], [judgement("bo-lund", "bo-lnud")])


def test_a_judgement_about_a_misspelt_mention_is_refused_but_an_absent_document_is_not():
    known, met = entry("bo-lund", "Bo Lund"), mention("Bo Lund")
    misspelt = met.key.reference.replace("lund", "lnud")
    with pytest.raises(ResolveError, match="bo lnud"):
        resolve_people((met,), [known], [judgement("bo-lund", misspelt)])
    absent = "0123456789abcdef:bo lund"
    resolution = resolve_people((met,), [known], [judgement("bo-lund", absent)])
    assert resolution.people[0].slug == "bo-lund"


def test_a_judgement_about_a_mere_name_sleeps_where_the_document_tells_more_of_whoever_has_it():
    listed = mention("Bo Lund", "A", "Aalborg")
    other = mention("Bo Lund", "V", "Thisted", source="2.txt")
    sleeping = judgement(mention("Bo Lund").key.reference, "bo-lund-2")
    before = resolve_people([listed, other], (), ())
    assert (
        resolve_people([listed, other], before.newborn, [sleeping]).by_mention == before.by_mention
    )


def test_two_people_of_the_ledger_are_never_joined_by_a_rule():
    ledger = (
        entry("bo-lund", "Bo Lund", "A", "Aalborg"),
        entry("bo-lund-2", "Bo Lund", "A", "Aalborg"),
    )
    met = mention("Bo Lund", "A", "Aalborg")
    resolution = resolved(met, ledger=ledger)
    assert [person.slug for person in resolution.people] == ["bo-lund", "bo-lund-2"]
    assert slugs(resolution, met) == [None]


def test_a_new_mention_that_says_more_joins_the_one_person_it_can_be():
    known = entry("bo-lund", "Bo Lund", "A")
    full = mention("Bo Lund", "A", "Aalborg")
    assert slugs(resolved(full, ledger=(known,)), full) == ["bo-lund"]


def test_a_mention_that_two_people_of_the_ledger_could_be_is_neither():
    by_party, by_place = entry("bo", "Bo Lund", "A"), entry("lund", "Bo Lund", None, "Aalborg")
    full = mention("Bo Lund", "A", "Aalborg")
    for ledger in ((by_party, by_place), (by_place, by_party)):
        assert slugs(resolved(full, ledger=ledger), full) == ["bo-lund"]


def test_somebody_of_the_ledger_with_less_said_stays_beside_one_with_more():
    ledger = (entry("bo", "Bo Lund", "A", "Aalborg"), entry("lund", "Bo Lund", "A"))
    full, partial = mention("Bo Lund", "A", "Aalborg"), mention("Bo Lund", "A")
    resolution = resolved(full, partial, ledger=ledger)
    assert [person.slug for person in resolution.people] == ["bo", "lund"]
    assert slugs(resolution, full, partial) == ["bo", None]


def test_two_who_are_kept_apart_do_not_meet_in_a_third():
    full = mention("Bo Lund", "A", "Aalborg", source="1.txt")
    by_party = mention("Bo Lund", "A", source="2.txt")
    by_place = mention("Bo Lund", None, "Aalborg", source="3.txt")
    apart = [judgement(by_party.key.reference, by_place.key.reference, NEGATIVE)]
    resolution = resolve_people((full, by_party, by_place), (), apart)
    assert slugs(resolution, full, by_party, by_place) == ["bo-lund", None, None]


def test_that_one_is_not_the_person_does_not_make_another_of_the_ledger_the_person():
    full = mention("Bo Lund", "A", "Aalborg", source="1.txt")
    by_place = mention("Bo Lund", None, "Aalborg", source="2.txt")
    apart = [judgement(by_place.key.reference, full.key.reference, NEGATIVE)]
    known = entry("bo", "Bo Lund", "A")
    resolution = resolve_people((full, by_place), (known,), apart)
    assert len({*slugs(resolution, full, by_place), "bo"}) == 3


def test_judgements_that_leave_open_who_is_who_give_nobody_a_person():
    """Of four alike, the first is not the second and the third not the fourth."""
    one, two, three, four = alike = [
        mention("Bo Lund", "A", "Aalborg", source=str(number)) for number in range(4)
    ]
    bare = mention("Bo Lund", source="4")
    apart = [
        judgement(one.key.reference, two.key.reference, NEGATIVE),
        judgement(three.key.reference, four.key.reference, NEGATIVE),
    ]
    resolution = resolve_people((*alike, bare), (), apart)
    assert not resolution.people
    assert len(resolution.doubts) == 5
    assert all(doubt.reason and not doubt.candidates for doubt in resolution.doubts)


def test_two_descriptions_judged_to_be_one_are_held_against_both():
    by_party = mention("Bo Lund", "A", source="1.txt")
    by_place = mention("Bo Lund", None, "Thisted", source="2.txt")
    full = mention("Bo Lund", "A", "Aalborg", source="3.txt")
    together = [judgement(by_party.key.reference, by_place.key.reference)]
    resolution = resolve_people((by_party, by_place, full), (), together)
    one, other, third = slugs(resolution, by_party, by_place, full)
    assert one == other != third


def test_somebody_can_be_parted_from_the_mention_they_were_born_from():
    mentions = [mention("Bo Lund", "A", "Aalborg", source=name) for name in "12"]
    (born,) = resolved(*mentions).newborn
    assert born.mention is not None
    parted = [judgement(born.slug, born.mention, NEGATIVE)]
    resolution = resolve_people(mentions, (born,), parted)
    means = {each.key.reference: resolution.by_mention.get(each.key) for each in mentions}
    assert means.pop(born.mention) == "bo-lund-2"
    assert list(means.values()) == [None]


def test_a_mention_that_now_says_more_is_still_the_one_the_person_was_born_from():
    bare = mention("Bo Lund")
    (born,) = resolved(bare).newborn
    full = replace(mention("Bo Lund", "A", "Aalborg"), also=(bare.key,))
    assert slugs(resolved(full, ledger=(born,)), full) == ["bo-lund"]
    other = entry("bo", "Bo Lund", "A", "Aalborg", mention=full.key.reference)
    resolution = resolved(full, ledger=(born, other))
    assert slugs(resolution, full) == ["bo"]
    assert len(resolution.people) == 2


def test_the_whole_name_of_somebody_else_is_not_theirs_who_was_born_from_its_beginning():
    """As a ledger has it from before the beginning was taken for the whole name."""
    short, known = mention("Bo Holm"), entry("bo-holm-lund", "Bo Holm Lund", "A", "Aalborg")
    (born,) = resolved(short).newborn
    full = replace(mention("Bo Holm Lund", "A", "Aalborg"), also=(short.key,))
    elsewhere = mention("Bo Holm Lund", "A", "Aalborg", source="2.txt")
    resolution = resolved(full, elsewhere, ledger=(born, known))
    assert slugs(resolution, full, elsewhere) == ["bo-holm-lund"] * 2
    assert {person.slug for person in resolution.people} == {"bo-holm", "bo-holm-lund"}
    assert slugs(resolved(full, elsewhere, ledger=(born,)), full, elsewhere) == ["bo-holm"] * 2


# Properties. Few names and places, so that the cases collide.

DAYS = (date(1995, 1, 1), date(2006, 1, 1), date(2016, 1, 1))


def mentions_of(days):
    return st.lists(
        st.builds(
            mention,
            st.sampled_from(("Jens Jensen", "Jens-Jensen", "Bo Lund")),
            st.sampled_from((None, "A", "V")),
            st.sampled_from((None, "Aalborg", "Thisted")),
            source=st.sampled_from(("1", "2", "3", "4", "5")),
            body=st.sampled_from((None, "Udvalg X", "Udvalg Y")),
            organization=st.sampled_from((None, None, "KL", "Movia")),
            day=st.sampled_from(days),
        ),
        unique_by=lambda each: each.key,
        max_size=9,
    )


verdicts = st.sampled_from((NEGATIVE, NEGATIVE, UNSURE, Verdict.POSITIVE))


@st.composite
def cases(draw, days=(None, *DAYS)):
    """Mentions, a ledger born from some of them, and judgements about all."""
    mentions = draw(mentions_of(days))
    ledger = resolve_people(mentions[: draw(st.integers(0, len(mentions)))], (), ()).newborn
    handles = [each.slug for each in ledger] + [each.key.reference for each in mentions]
    if len(handles) < 2:
        return mentions, ledger, []
    side = st.sampled_from(handles)
    judged = st.builds(judgement, side, side, verdicts).filter(lambda j: j.left != j.right)
    return mentions, ledger, draw(st.lists(judged, max_size=4))


def outcome(mentions, ledger, judgements):
    try:
        return resolve_people(mentions, ledger, judgements)
    except ResolveError as error:
        return str(error)


@UNTIMED
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_mentions_and_judgements_does_not_matter(case, random):
    mentions, ledger, judgements = case
    shuffled = random.sample(mentions, len(mentions)), random.sample(judgements, len(judgements))
    assert outcome(shuffled[0], ledger, shuffled[1]) == outcome(mentions, ledger, judgements)


@UNTIMED
@given(cases())
def test_building_again_with_the_ledger_extended_changes_nothing(case):
    mentions, ledger, judgements = case
    first = outcome(mentions, ledger, judgements)
    if isinstance(first, str):
        return
    again = resolve_people(mentions, (*ledger, *first.newborn), judgements)
    assert again == replace(first, newborn=())


@UNTIMED
@given(cases(days=DAYS[:1]), st.data())
def test_a_negative_judgement_joins_nobody(case, data):
    """That somebody is not the one does not make them the other.

    It holds of the first judgement, among documents of one day. Otherwise a person may be parted
    into two, one of whom is further in time or says less than the whole did, so that somebody
    who could have been either is left with one. Somebody and the mention they were born from are
    left aside, since to part them undoes a tie.
    """
    mentions, ledger, _ = case
    handles = [each.slug for each in ledger] + [each.key.reference for each in mentions]
    assume(len(handles) > 1)
    left, right = data.draw(st.lists(st.sampled_from(handles), min_size=2, max_size=2, unique=True))
    assume(not {(each.slug, each.mention) for each in ledger} & {(left, right), (right, left)})
    before = resolve_people(mentions, ledger, ())
    after = resolve_people(mentions, ledger, [judgement(left, right, NEGATIVE)])
    for one, other in _joined(after, mentions):
        assert before.by_mention.get(one.key) == before.by_mention.get(other.key) is not None


def _joined(resolution: Resolution, mentions: list[Mention]):
    """The pairs of mentions that mean one person."""
    slug = resolution.by_mention.get
    return [
        (one, other)
        for one, other in combinations(mentions, 2)
        if slug(one.key) is not None and slug(one.key) == slug(other.key)
    ]


@UNTIMED
@given(cases())
def test_every_mention_means_somebody_or_is_in_doubt(case):
    mentions, ledger, judgements = case
    resolution = outcome(mentions, ledger, judgements)
    if isinstance(resolution, str):
        return
    slugs_ = [person.slug for person in resolution.people]
    assert len(slugs_) == len(set(slugs_))
    assert set(resolution.by_mention.values()) <= set(slugs_)
    in_doubt = {doubt.mention.key for doubt in open_mentions(resolution)}
    assert {each.key for each in mentions} == in_doubt | set(resolution.by_mention)
    assert in_doubt.isdisjoint(resolution.by_mention)
