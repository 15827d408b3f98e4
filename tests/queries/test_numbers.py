"""The questions behind the figures count what the fixture says, and nothing else."""

import pytest

from kkr_graph.queries import run_query


@pytest.fixture
def ask(graph, queries, now):
    def asked(name, **arguments):
        answer = run_query(graph, queries[name], arguments, now=now)
        names = [column.name for column in answer.columns]
        return [tuple(answer.text(row, column) for column in names) for row in answer.rows]

    return asked


KKR = "KKR Nordjylland"


def test_meetings_items_and_decisions_are_counted_once_each(ask):
    assert ask("meetings-per-year") == [("2025", "2", "6", "5")]
    assert ask("meetings-per-year", since="2025-09-01") == [("2025", "1", "4", "3")]
    assert ask("meetings-per-year", forum="DEB") == []


def test_a_decision_counts_with_each_of_its_outcomes(ask):
    assert ask("outcomes-per-year") == [
        ("2025", "taget til efterretning", "2"),
        ("2025", "drøftet", "1"),
        ("2025", "godkendt", "1"),
        ("2025", "indstillet", "1"),
        ("2025", "udsat", "1"),
    ]
    assert ask("outcomes-per-year", until="2025-09-01") == [
        ("2025", "indstillet", "1"),
        ("2025", "udsat", "1"),
    ]


def test_attendance_leaves_out_guests_items_and_the_announced(ask):
    assert ask("attendance-over-time") == [(KKR, "2025", "2", "4", "6", "67")]
    assert ask("attendance-over-time", until="2025-09-01") == [(KKR, "2025", "1", "1", "2", "50")]
    assert ask("attendance-over-time", forum="DEB") == []
    assert ask("attendance-by-body") == [(KKR, "2", "4", "6", "67")]


def test_a_council_is_composed_as_its_latest_list_says(ask):
    assert ask("council-composition") == [
        (KKR, "2025-10-24", "Radikale Venstre", "1"),  # who was away; the deputy has no seat
        (KKR, "2025-10-24", "Socialdemokratiet", "1"),
        (KKR, "2025-10-24", "Venstre", "1"),
    ]
    before = ask("council-composition", date="2025-10-23")
    assert {row[1] for row in before} == {"2025-08-29"}
    assert ask("council-composition", council="KKR Midtjylland") == []
    assert ask("council-composition", date="2025-01-01") == []


def test_who_has_no_party_in_the_list_is_counted_as_such(queries, now, with_more):
    graph = with_more("""@base <https://data.example.org/kkr/id/> .
    @prefix kkr: <https://w3id.org/kkr/ns#> . @prefix kkrc: <https://w3id.org/kkr/concept/> .
    <came> kkr:inMeeting <meeting/nordjylland/2025-10-24> ; kkr:participant <person/jens-jensen> ;
      kkr:attendanceStatus kkrc:present .""")
    answer = run_query(graph, queries["council-composition"], {}, now=now)
    told = {answer.text(row, "party"): row["members"].value for row in answer.rows}
    assert told["intet parti oplyst"] == "1"


def test_gender_is_not_guessed(ask):
    assert ask("gender") == [("ikke oplyst", "8")]
