"""The 42 competency questions: each is answered, by a named question or by a command that is named."""

import re
from collections import defaultdict

from docs.competency_page import answering, competencies
from kkr_graph.cli import VERBS
from kkr_graph.vocab import FOAF, KKR, ORG, SKOS
from tests.queries.test_answers import Facts, a, ask, facts, one, valid

__all__ = ["ask", "facts"]  # fixtures


def test_there_are_42_and_each_is_answered():
    numbers = [each.number for each in competencies()]
    assert numbers == [f"CQ{number:02}" for number in range(1, 43)]
    answered = answering()
    assert answered.keys() <= set(numbers)
    assert [
        each for each in competencies() if each.number not in answered and not each.elsewhere
    ] == []


def test_a_command_that_answers_beside_the_graph_exists():
    for each in competencies():
        for verb in re.findall(r"`kkr-graph (\w+)", each.elsewhere):
            assert verb in VERBS


# --- counted again in plain Python, from the quads ---


def label(facts: Facts, iri: str) -> str:
    return next(iter(facts[iri][SKOS.prefLabel] or facts[iri][FOAF.name]))


def seats_by(facts: Facts) -> dict[tuple[str, str, str], int]:
    """Seats in the registry by body, role and term."""
    seats: dict[tuple[str, str, str], int] = defaultdict(int)
    for about in a(facts, KKR.SeatGroup).values():
        key = (one(about, KKR.inBody), one(about, ORG.role), one(about, KKR.duringTerm))
        seats[key] += int(one(about, KKR.numberOfSeats))
    return seats


def test_seats_and_holders_that_do_not_agree(ask, facts):
    expected = set()
    for (body, role, term), number in seats_by(facts).items():
        starts, ends = one(facts[term], KKR.from_), one(facts[term], KKR.through)
        if not starts <= "2025-11-01" <= ends:
            continue
        held = {
            one(about, ORG.member)
            for about in valid(facts, "2025-11-01").values()
            if one(about, ORG.organization) == body
            and one(about, ORG.role) == role
            and one(about, KKR.lastSeen) >= starts
        }
        if len(held) != number:
            expected.add((label(facts, body), str(number), str(len(held)), str(len(held) - number)))
    assert expected
    assert set(ask("seat-balance", "forum", "seats", "known", "difference")) == expected


def test_seats_from_term_to_term(ask, facts):
    seats = seats_by(facts)
    terms = a(facts, KKR.ElectoralTerm)
    expected = set()
    for earlier, before in terms.items():
        for later, after in terms.items():
            if one(after, KKR.from_) <= one(before, KKR.through):
                continue
            for body, role in {(body, role) for body, role, _ in seats}:
                then, now = seats.get((body, role, earlier)), seats.get((body, role, later))
                if then != now:
                    shown = ("" if number is None else str(number) for number in (then, now))
                    expected.add((label(facts, body), *shown))
    assert expected
    assert set(ask("seat-changes", "forum", "before", "after")) == expected


def test_regions_that_succeed_each_other(ask, facts):
    ties = a(facts, KKR.RegionMembership).values()
    moved: dict[tuple[str, str], set[str]] = defaultdict(set)
    for old in ties:
        for new in ties:
            if old[KKR.municipality] == new[KKR.municipality] and one(old, KKR.through) < one(
                new, KKR.from_
            ):
                moved[one(old, KKR.region), one(new, KKR.region)] |= old[KKR.municipality]
    posts = valid(facts, "2027-01-01").values()
    expected = {
        (
            label(facts, old), label(facts, new), str(len(places)),
            str(sum(bool(about[KKR.fromMunicipality] & places) for about in posts)),
        )
        for (old, new), places in moved.items()
    }  # fmt: skip
    assert expected
    columns = ("region", "successor", "municipalities", "posts")
    assert set(ask("region-changes", *columns)) == expected


def test_who_is_from_the_area_of_the_council(ask, facts):
    rows = set(ask("eligibility", "person", "municipality", "council", "status"))
    assert {status for *_, status in rows} == {"i området"}
    for person, municipality, council, _ in rows:
        covered = {
            label(facts, place)
            for about in a(facts, KKR.ContactCouncil).values()
            if council in about[SKOS.prefLabel]
            for place in about[KKR.coversMunicipality]
        }
        assert municipality in covered, person
