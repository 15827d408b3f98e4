"""The tables of an election, and what they come to in an area."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from kkr_graph.constitution.calculation.allocation import allocate
from kkr_graph.constitution.calculation.election import (
    ListResult,
    Threshold,
    admitted,
    area_of,
    votes_in,
)
from kkr_graph.constitution.calculation.group import pooled
from kkr_graph.constitution.calculation.records import read_election
from kkr_graph.errors import ConfigError, RegistryError
from tests.constitution.calculation.elections import EXAMPLE, REGISTRY, folder, registry
from tests.constitution.calculation.votes import HJOERRING_SEATS

KNOWN = registry()


def read(path):
    return read_election(path, "kv21", KNOWN)


def area(written):
    found = area_of(KNOWN, written)
    assert found is not None
    return found


def named(votes):
    return {each.name: int(each.votes) for each in votes.lists}


def test_the_example_gives_what_the_council_got():
    election = read_election(REGISTRY / "elections", EXAMPLE, KNOWN)
    votes = votes_in(election, area("Hjørring"), KNOWN)
    pool = pooled(votes.groups, election.alliances["Hjørring"])
    assert allocate(pool, 31).by_list == HJOERRING_SEATS
    assert {each.name: each.seats for each in votes.lists} == HJOERRING_SEATS
    assert votes.total == 34838


def test_a_letter_that_no_party_has_is_another_list_in_each_municipality(tmp_path):
    votes = votes_in(read(folder(tmp_path)), area("KKR Nordjylland"), KNOWN)
    assert named(votes) == {"A": 2000, "K": 10, "T Hjørring": 300, "T Aalborg": 200, "V": 1300}
    assert votes.label("A") == "Socialdemokratiet"
    assert votes.label("T Aalborg") == "Tværlisten"
    assert votes.mayors == {"V": 1, "A": 1}
    assert len(votes.missing) == votes.municipalities - 2 == 9
    assert "Aalborg" not in votes.missing


def test_in_one_municipality_a_letter_is_enough(tmp_path):
    votes = votes_in(read(folder(tmp_path)), area("Hjørring Kommune"), KNOWN)
    assert named(votes) == {"A": 1100, "K": 10, "T": 300, "V": 600}
    assert votes.missing == ()


def test_cooperating_lists_count_as_one_in_their_council_only(tmp_path):
    rows = (
        "kv21;KKR Nordjylland;Nordlisterne;0860;T;x\nkv21;KKR Nordjylland;Nordlisterne;0851;T;x\n"
    )
    election = read(folder(tmp_path, cooperations=rows))
    assert named(votes_in(election, area("KKR Nordjylland"), KNOWN))["Nordlisterne"] == 500
    assert named(votes_in(election, area("Hjørring"), KNOWN))["T"] == 300


def test_a_party_has_its_letter_on_the_day_of_the_election(tmp_path):
    rows = "0860;D;Nye Borgerlige;50;0;x\n0851;D;Nye Borgerlige;60;0;x\n"
    election = read(folder(tmp_path, kv21=rows))
    assert named(votes_in(election, area("KKR Nordjylland"), KNOWN))["D"] == 110
    later = replace(election, day=date(2026, 11, 1))
    assert "D Hjørring" in named(votes_in(later, area("KKR Nordjylland"), KNOWN))


def test_alliances_have_alliances_in_them(tmp_path):
    rows = (
        "kv21;KKR Nordjylland;Bredt;Små;T Hjørring;x\nkv21;KKR Nordjylland;Bredt;Små;T Aalborg;x\n"
        "kv21;KKR Nordjylland;Bredt;;V;x\n"
    )
    (alliance,) = read(folder(tmp_path, alliances=rows)).alliances["KKR Nordjylland"]
    assert str(alliance) == "(T Hjørring+T Aalborg)+V"


def test_a_recorded_draw_is_read(tmp_path):
    rows = "kv21;KKR Nordjylland;formandskab;hele området;1;A|V;V;2026-01-23;referat\n"
    (recorded,) = read(folder(tmp_path, lots=rows)).draws
    draw = recorded.draw
    assert (draw.level, draw.seat, draw.among, draw.winner) == ("", 1, frozenset("AV"), "V")
    assert draw.source == "lodtrækning 23.01.2026, referat"


# --- the threshold --------------------------------------------------------------------------


def test_below_the_threshold_or_without_a_seat_nobody_takes_part(tmp_path):
    votes = votes_in(read(folder(tmp_path)), area("KKR Nordjylland"), KNOWN)
    groups, barred = admitted(votes, Threshold(needs_seat=False))
    assert [each.name for each in groups] == ["A", "T Hjørring", "T Aalborg", "V"]
    (one,) = barred
    assert (one.name, one.reason, one.lacks) == ("K", "under 2 % af stemmerne", 68)
    _, strict = admitted(votes, Threshold())
    assert {each.name: each.reason for each in strict} == {
        "K": "ingen plads i en kommunalbestyrelse",
        "T Aalborg": "ingen plads i en kommunalbestyrelse",
    }


def test_the_votes_that_are_lacking_make_the_threshold_and_one_fewer_do_not(tmp_path):
    election = read(folder(tmp_path))
    votes = votes_in(election, area("KKR Nordjylland"), KNOWN)
    threshold = Threshold(needs_seat=False)
    (barred,) = admitted(votes, threshold)[1]
    assert barred.lacks is not None
    for more, inside in ((barred.lacks, True), (barred.lacks - 1, False)):
        lists = tuple(
            replace(each, votes=each.votes + more) if each.name == "K" else each
            for each in votes.lists
        )
        groups, _ = admitted(replace(votes, lists=lists), threshold)
        assert ("K" in {each.name for each in groups}) is inside


def test_local_lists_in_one_number_count_in_the_total_and_win_nothing(tmp_path):
    rows = "0860;*;Lokale lister i alt;500;;x\n"
    votes = votes_in(read(folder(tmp_path, kv21=rows)), area("Hjørring"), KNOWN)
    assert votes.total == Fraction(2510)
    groups, (barred,) = admitted(votes, None)
    assert "Lokale lister i alt" not in {each.name for each in groups}
    assert "ikke fordelt" in barred.reason


# --- mistakes in the tables -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "row", "told"),
    [
        ("kv21", "0860;B;Radikale;mange;0;x\n", ("kv21.csv", "række 9", "stemmer", "mange")),
        ("kv21", "0860;B;Radikale;1.23;0;x\n", ("række 9", "stemmer", "1.23")),
        ("kv21", "9999;B;Radikale;12;0;x\n", ("række 9", "kommunekode", "9999")),
        ("kv21", "0860;BB;Radikale;12;0;x\n", ("række 9", "bogstav", "BB")),
        ("kv21", "0860;A;Igen;12;0;x\n", ("række 9", "bogstav", "række 2")),
        ("mayors", "kv21;0860;A;x\n", ("mayors.csv", "række 4", "række 2")),
        ("alliances", "kv21;X;F;;A;x\nkv21;X;G;;A;x\n", ("alliances.csv", "række 3", "række 2")),
        (
            "cooperations",
            "kv21;X;F;0860;T;x\nkv21;X;G;0860;T;x\n",
            ("cooperations.csv", "række 3", "række 2"),
        ),
        (
            "lots",
            "kv21;X;formandskab;hele området;1;A|V;C;2026-01-23;x\n",
            ("lots.csv", "række 2", "udtrukket", "»C«"),
        ),
    ],
)
def test_a_mistake_is_told_with_table_row_and_column(tmp_path, table, row, told):
    with pytest.raises(RegistryError) as caught:
        read(folder(tmp_path, **{table: row}))
    assert [each for each in told if each not in str(caught.value)] == []
    assert caught.value.hint


def test_an_unknown_election_is_told_with_those_there_are(tmp_path):
    with pytest.raises(ConfigError, match="»kv99« kendes ikke") as caught:
        read_election(folder(tmp_path), "kv99", KNOWN)
    assert "kv21" in caught.value.hint


@pytest.mark.parametrize("written", ["Danmarks Erhvervsfremmebestyrelse", "Langtbortistan"])
def test_what_is_no_area_is_none(written):
    assert area_of(KNOWN, written) is None


def test_a_list_result_says_when_its_seats_are_not_known():
    assert ListResult(municipality="0860", letter="A", name="A", votes=1).seats is None
