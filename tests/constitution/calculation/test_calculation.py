"""A whole calculation, and what if."""

from fractions import Fraction

import pytest

from kkr_graph.constitution.calculation import wording
from kkr_graph.constitution.calculation.allocation import sure_seats
from kkr_graph.constitution.calculation.calculation import Kind, Settings, calculate
from kkr_graph.constitution.calculation.composition import CapRule
from kkr_graph.constitution.calculation.election import Threshold, area_of
from kkr_graph.constitution.calculation.group import parse_alliance
from kkr_graph.constitution.calculation.lots import Draw
from kkr_graph.constitution.calculation.method import Method
from kkr_graph.constitution.calculation.pool import parse_pool
from kkr_graph.constitution.calculation.records import read_election
from kkr_graph.constitution.calculation.scenario import (
    Case,
    ElectionVotes,
    Scenario,
    read_scenarios,
)
from kkr_graph.errors import ConfigError
from tests.constitution.calculation.elections import folder, registry
from tests.constitution.calculation.votes import BOARD, winners

KNOWN = registry()
CHAIR = Settings(kind=Kind.CHAIR)


def case(tmp_path, settings=CHAIR, **tables):
    area = area_of(KNOWN, "KKR Nordjylland")
    assert area is not None
    election = read_election(folder(tmp_path, **tables), "kv21", KNOWN)
    source = ElectionVotes(election=election, area=area, registry=KNOWN)
    return Case(source=source, settings=settings)


def seats(calculation):
    return {row.name: row.seats for row in calculation.rows}


def typed(written, number, **settings):
    votes = parse_pool(written).votes({})
    return calculate(votes, Settings(kind=Kind.SEATS, seats=number, **settings))


# --- the three calculations -----------------------------------------------------------------


def test_the_largest_quotient_is_the_chair_and_that_is_a_hypothesis(tmp_path):
    calculation = case(tmp_path).calculate()
    assert winners(seats(calculation)) == {"A": 1, "V": 1}
    assert {row.name: row.picks for row in calculation.rows if row.picks} == {"A": (1,), "V": (2,)}
    assert any("Hypotese" in each for each in calculation.hypotheses)
    assert any("Regnet uden stemmerne i" in each for each in calculation.notes)


def test_the_supplementary_members_make_the_council_reflect_the_votes(tmp_path):
    settings = Settings(kind=Kind.MEMBERS, threshold=Threshold(needs_seat=False))
    calculation = case(tmp_path, settings).calculate()
    assert {row.name: (row.mayors, row.seats) for row in calculation.rows if not row.barred} == {
        "A": (1, 0),
        "T Hjørring": (0, 0),
        "T Aalborg": (0, 0),
        "V": (1, 0),
    }
    assert [row.name for row in calculation.rows if row.barred] == ["K"]
    assert any("KL's beregning" in each for each in calculation.hypotheses)
    assert any("Borgmesterens liste er ukendt" in each for each in calculation.notes)


def test_any_seats_may_be_divided_with_the_votes_that_are_lacking():
    calculation = typed("A=11, B=8", 7)
    assert seats(calculation) == {"A": 4, "B": 3}
    lacks = {row.name: row.to_next for row in calculation.rows}
    groups = parse_pool("A=11, B=8").votes({}).groups
    for name, votes in lacks.items():
        richer = [group.adding(name, votes) for group in groups]
        assert sure_seats(richer, 7)[name] == seats(calculation)[name] + 1


@pytest.mark.parametrize(("votes", "expected"), BOARD, ids=["kv13", "kv17", "kv21"])
def test_percentages_may_be_typed_as_danes_write_them(votes, expected):
    written = "; ".join(f"{each[0]}={each[1:].replace('.', ',')}" for each in votes.split())
    calculation = typed(written, 17)
    assert winners(seats(calculation)) == expected
    assert all(row.to_next is None for row in calculation.rows)


def test_a_tie_is_told_and_how_to_record_the_draw():
    calculation = typed("A=10, B=10, C=4", 3)
    assert not calculation.is_settled
    (tie,) = calculation.ties
    assert "A og B har samme kvotient, 5" in wording.told(tie, calculation)
    row = wording.row_to_record(tie, calculation, "pulje").split(";")
    assert row[:6] == ["pulje", "pulje", "pladser", "hele området", "3", "A|B"]
    draw = Draw(level="", seat=3, among=frozenset("AB"), winner="A", source="lodtrækning 1.1.2026")
    votes = parse_pool("A=10, B=10, C=4").votes({})
    settled = calculate(votes, Settings(kind=Kind.SEATS, seats=3), [draw])
    assert settled.is_settled
    assert settled.notes == ("Plads 3: A udtrukket (lodtrækning 1.1.2026).",)
    unused = calculate(votes, Settings(kind=Kind.SEATS, seats=4), [draw])
    assert "passer ikke på nogen lighed" in unused.notes[0]


def test_a_method_that_is_not_the_laws_says_so():
    calculation = typed("A=60, B=25, C=14", 5, method=Method.SAINTE_LAGUE)
    assert seats(calculation) == {"A": 3, "B": 1, "C": 1}
    assert any("sammenligning" in each for each in calculation.hypotheses)
    assert seats(typed("A=60, B=25, C=14", 5)) == {"A": 4, "B": 1, "C": 0}


def test_an_alliance_of_somebody_who_did_not_stand_is_refused():
    with pytest.raises(ConfigError, match="»X«") as caught:
        typed("A=1, B=2", 1, alliances=(parse_alliance("A+X"),))
    assert "A, B" in caught.value.hint


def test_nobody_with_votes_is_refused():
    with pytest.raises(ConfigError, match="Ingen lister"):
        typed("A=0", 1)


@pytest.mark.parametrize(
    ("written", "told"),
    [("", "tom"), ("A", "ved »A«"), ("A=1, A=2", "»A« to gange"), ("A=1 B", "ved »B«")],
)
def test_a_pool_that_cannot_be_read_is_refused(written, told):
    with pytest.raises(ConfigError, match=told):
        parse_pool(written)


@pytest.mark.parametrize(
    ("written", "votes"),
    [
        ("A=11.207", Fraction(11207)),
        ("A=29.5", Fraction(59, 2)),
        ("A=29,5", Fraction(59, 2)),
        ("A = 7", Fraction(7)),
    ],
)
def test_numbers_in_a_pool_are_exact(written, votes):
    assert parse_pool(written).groups == (("A", votes),)


# --- what if --------------------------------------------------------------------------------

SCENARIOS = """
[[scenarie]]
navn = "Fælles"
valgforbund = ["V+T Hjørring"]
metode = "sainte-lague"
pladser = 3

[[scenarie]]
loft = "supplementary"
[scenarie.borgmestre]
Aalborg = "V"
"""


def scenarios(tmp_path, text=SCENARIOS):
    path = tmp_path / "hvad.toml"
    path.write_text(text, encoding="utf-8")
    return read_scenarios(path, KNOWN)


def test_scenarios_are_read_from_a_file(tmp_path):
    first, second = scenarios(tmp_path)
    assert (first.name, first.method, first.seats) == ("Fælles", Method.SAINTE_LAGUE, 3)
    assert [str(each) for each in first.alliances or ()] == ["V+T Hjørring"]
    assert (second.alliances, second.cap_rule) == (None, CapRule.SUPPLEMENTARY)
    assert second.mayors == {"0851": "V"}


def test_scenarios_stand_beside_what_is_recorded(tmp_path):
    others = parse_alliance("V+T Hjørring+T Aalborg")
    comparison = case(tmp_path, Settings(kind=Kind.SEATS, seats=4)).compare(
        [Scenario(name="Uden A", alliances=(others,))]
    )
    assert winners(seats(comparison.recorded)) == {"A": 3, "V": 1}
    ((name, supposed),) = comparison.supposed
    assert (name, winners(seats(supposed))) == ("Uden A", {"A": 2, "V": 2})
    changes = {each.name: each.changes for each in comparison.differences if any(each.changes)}
    assert changes == {"A": (-1,), "V": (1,)}


def test_another_method_changes_who_gets_the_seat(tmp_path):
    comparison = case(tmp_path, Settings(kind=Kind.SEATS, seats=6)).compare(
        [Scenario(name="Sainte-Laguë", method=Method.SAINTE_LAGUE)]
    )
    changes = {each.name: each.changes for each in comparison.differences if any(each.changes)}
    assert changes == {"T Hjørring": (1,), "A": (-1,)}


def test_another_mayor_changes_the_members(tmp_path):
    settings = Settings(kind=Kind.MEMBERS, threshold=Threshold(needs_seat=False))
    comparison = case(tmp_path, settings).compare([Scenario(name="x", mayors={"0851": "V"})])
    (difference,) = [each for each in comparison.differences if each.name == "V"]
    assert difference.recorded is not None
    assert difference.supposed[0] is not None
    assert (difference.recorded.mayors, difference.supposed[0].mayors) == (1, 2)
    assert [each.seats for each in (comparison.recorded, comparison.supposed[0][1])] == [0, 3]


def test_a_pool_has_no_mayors():
    pool = Case(source=parse_pool("A=1"), settings=Settings(kind=Kind.SEATS, seats=1))
    with pytest.raises(ConfigError, match="borgmestre"):
        pool.calculate(Scenario(name="x", mayors={"0851": "V"}))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[scenarie]]\nnvan = 1\n", "»nvan«"),
        ("[[scenarie]]\nmetode = 'hare'\n", "dhondt, sainte-lague"),
        ("[[scenarie]]\npladser = 0\n", "over nul"),
        ("[[scenarie]]\npladser = true\n", "helt tal"),
        ("[[scenarie]]\nvalgforbund = 'A+B'\n", "C+D\\+O"),
        ("[[scenarie]]\nvalgforbund = [1]\n", "C+D\\+O"),
        ("[[scenarie]]\n[scenarie.borgmestre]\nAtlantis = 'V'\n", "borgmestre"),
        ("[andet]\n", "\\[\\[scenarie\\]\\]"),
        ("= 1", "kan ikke læses"),
    ],
)
def test_a_scenario_that_is_not_understood_is_told(tmp_path, text, told):
    with pytest.raises(ConfigError, match=told.replace("C+D", "C\\+D")):
        scenarios(tmp_path, text)
