"""What documents say of seats, beside the seat groups."""

import pytest

from kkr_graph.constitution.board import SeatState, read_board
from kkr_graph.constitution.seat_rules import Standing, read_stated_rules
from kkr_graph.store.embedded import open_graph
from tests.constitution.test_board import DAY
from tests.overview.graphs import BOARD, FIXTURE, write_graph

PROVES = "kkr:describesSeatGroup <seat-group/erhvervshus-2022> ;"
OF_FORUM = "a kkr:SeatRule ; kkr:inBody <forum/erhvervshus-nordjylland> ;"


def rules(folder, *changes, forum=None):
    text = FIXTURE.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file = folder / "fixture.trig"
    file.write_text(text, encoding="utf-8")
    return read_stated_rules(open_graph(write_graph(folder / "graph", file, BOARD)), forum=forum)


def test_a_rule_that_proves_a_group_names_it_with_its_sentence(tmp_path):
    (rule,) = rules(tmp_path)
    assert (rule.standing, rule.groups) == (
        Standing.PROVED,
        "Erhvervshus Nordjylland: politikere 2022-2026",
    )
    assert rule.source.quote.startswith("Bestyrelsen har 3 medlemmer")


def test_what_fits_several_is_only_suggested(tmp_path):
    (rule,) = rules(tmp_path, (PROVES, ""))
    assert rule.standing == Standing.SUGGESTED
    assert rule.groups == (
        "Erhvervshus Nordjylland: politikere 2022-2026 | "
        "Erhvervshus Nordjylland: politikere 2026-2030"
    )


def test_a_rule_for_a_sort_of_forum_fits_each_of_the_sort(tmp_path):
    sort = (OF_FORUM, 'a kkr:SeatRule ; kkr:bodyName "Erhvervshus"@da ;')
    (rule,) = rules(tmp_path, (PROVES, ""), sort)
    assert rule.forum == "Erhvervshus"
    assert "Erhvervshus Midtjylland: politikere" in rule.groups


@pytest.mark.parametrize(
    "change",
    [
        ("kkr:numberOfSeats 3 ; kkr:eligibility", "kkr:numberOfSeats 5 ; kkr:eligibility"),
        ('kkr:appointedByName "KKR"', 'kkr:appointedByName "regionsrådet"'),
        ("org:role kkrc:member ; kkr:numberOfSeats 3 ; kkr:eligibility",
         "org:role kkrc:chair ; kkr:numberOfSeats 3 ; kkr:eligibility"),
    ],
    ids=["number", "appointer", "role"],
)  # fmt: skip
def test_what_no_group_fits_is_told(tmp_path, change):
    (rule,) = rules(tmp_path, (PROVES, ""), change)
    assert (rule.standing, rule.groups) == (Standing.MISSING, "")


def test_one_forum_is_not_shown_the_rules_of_others(tmp_path):
    assert rules(tmp_path, forum="DEB") == ()


def test_the_board_shows_the_sentence_that_proves_the_seats(tmp_path):
    graph = open_graph(write_graph(tmp_path, FIXTURE, BOARD))
    now = read_board(graph, day=DAY, forum="Erhvervshus Nordjylland", term="KKR 2022-2026")
    open_ = [row for row in now.rows if row.state is SeatState.UNKNOWN]
    assert {row.source.document for row in open_} == {"referat-2025-10-24.txt"}
    coming = read_board(graph, day=DAY, forum="Erhvervshus Nordjylland")
    assert {row.source.document for row in coming.rows} == {""}
