"""Stretches of time in a question: which days they are, and which questions they narrow."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_graph.errors import AmbiguousName, QueryError
from kkr_graph.queries import run_query
from kkr_graph.queries.periods import take_period
from kkr_graph.queries.questions import understand

NOW = date(2026, 3, 5)


@pytest.mark.parametrize(
    ("written", "since", "until"),
    [
        ("i 2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("i året 2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("for 2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("i februar 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("I Okt. 2025", date(2025, 10, 1), date(2025, 10, 31)),
        ("i 2024-2025", date(2024, 1, 1), date(2025, 12, 31)),
        ("fra 2022 til og med 2025", date(2022, 1, 1), date(2025, 12, 31)),
        ("mellem 2022 og 2025", date(2022, 1, 1), date(2025, 12, 31)),
        ("siden 2024", date(2024, 1, 1), None),
        ("efter 2024", date(2025, 1, 1), None),
        ("siden den 1. maj 2024", date(2024, 5, 1), None),
        ("før 2024", None, date(2023, 12, 31)),
        ("til og med 2024", None, date(2024, 12, 31)),
        ("inden den 1.1.2026", None, date(2025, 12, 31)),
        ("senest den 31/12 2025", None, date(2025, 12, 31)),
        ("i år", date(2026, 1, 1), date(2026, 12, 31)),
        ("sidste år", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_the_ways_danes_write_a_stretch_of_time(written, since, until):
    for question in (f"Hvilke møder er der {written}?", f"Hvor mange {written} er der i BRN"):
        taken = take_period(question, now=NOW)
        assert taken is not None
        rest, period = taken
        assert (period.since, period.until, period.written) == (since, until, written)
        assert written not in rest


@pytest.mark.parametrize(
    "question",
    [
        "Hvem havde afbud den 24. oktober 2025?",
        "Hvad blev besluttet om budget 2026?",
        "Udpegninger i 2026-29-planen",
        "Hvem sidder i KKR 2022-2026?",
        "Hvad skete i sag 2025",
        "Hvilke møder er der i nogle 2025?",
        "fra 2025 til 2022",
    ],
)
def test_a_number_beside_it_is_no_stretch_of_time(question):
    assert take_period(question, now=NOW) is None


@given(st.integers(1900, 2099))
def test_a_year_is_its_first_day_to_its_last(year):
    taken = take_period(f"Hvor mange møder var der i {year}?", now=NOW)
    assert taken is not None
    assert taken[1].arguments == {"since": f"{year}-01-01", "until": f"{year}-12-31"}


IN_2025 = {"since": "2025-01-01", "until": "2025-12-31"}


@pytest.mark.parametrize(
    ("question", "name", "arguments"),
    [
        ("Hvor mange møder var der i 2025?", "meetings", IN_2025),
        (
            "Hvor mange møder holdt KKR Nordjylland i 2025?",
            "meetings",
            {"forum": "KKR Nordjylland", **IN_2025},
        ),
        ("Hvor mange beslutninger blev truffet i 2025", "decisions-of-meeting", IN_2025),
        (
            "Hvor mange gange har Anna Holm haft afbud i 2025?",
            "absences",
            {"person": "Anna Holm", **IN_2025},
        ),
        ("Hvem sad i DEB i 2025?", "predecessors", {"forum": "DEB", **IN_2025}),
        ("Hvem er udtrådt i 2025?", "departures", IN_2025),
        ("Hvilke poster udløber i 2025?", "coming-vacancies", IN_2025),
        (
            "Hvad blev besluttet om kollektiv trafik i 2025?",
            "decisions-about",
            {"text": "kollektiv trafik", **IN_2025},
        ),
        (
            "Hvad blev besluttet om budget 2025?",
            "decisions-about",
            {"text": "budget 2025"},
        ),
    ],
)
def test_it_narrows_what_has_a_time(ask, question, name, arguments):
    assert ask(question) == (name, arguments)


def test_it_leaves_out_what_is_outside(graph, queries, now):
    def days(question):
        meant = understand(graph, queries, question, now=now)
        answer = run_query(graph, meant.query, meant.arguments, now=now)
        return {answer.text(row, "date") for row in answer.rows}

    assert days("Hvor mange møder var der i oktober 2025?") == {"2025-10-24"}
    assert {"2025-08-29", "2025-10-24"} <= days("Hvor mange møder var der i 2025?")
    assert days("Hvor mange møder var der i 1999?") == set()


def test_a_post_is_only_known_to_the_day_it_was_last_seen(graph, queries, now):
    """Who was last seen in 2025 did not for certain sit there the year after."""

    def people(question):
        meant = understand(graph, queries, question, now=now)
        answer = run_query(graph, meant.query, meant.arguments, now=now)
        return [answer.text(row, "person") for row in answer.rows]

    assert people("Hvem sad i BRN i 2018?") == ["Jens Jensen"]
    assert people("Hvem sad i BRN i 2022?") == []
    assert "Bo Lund" in people("Hvem sad i BRN i 2024?")
    assert people("Hvem sad i BRN i 2030?") == []


def test_a_question_about_one_day_is_not_answered_for_a_year(ask):
    with pytest.raises(QueryError, match="én dag, men ikke for »i 2024«") as caught:
        ask("Hvem sidder i BRN i 2024?")
    assert isinstance(caught.value, AmbiguousName)
    assert caught.value.candidates == ("den 01.01.2024 (dag)", "den 31.12.2024 (dag)")
    assert ask("Hvem sidder i BRN den 31.12.2024?")[0] == "forum-members"


def test_a_question_without_a_time_is_not_answered_for_a_year(ask):
    with pytest.raises(QueryError, match="kan ikke afgrænses til »i 2024«") as caught:
        ask("Hvilke fora er der i 2024?")
    assert "(bodies)" in caught.value.hint
