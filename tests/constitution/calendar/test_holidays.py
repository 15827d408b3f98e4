"""Working days by Danish law."""

from datetime import date, timedelta

import pytest

from kkr_graph.constitution.calendar.holidays import (
    holidays,
    is_working_day,
    working_days_before,
)


def test_the_holidays_of_a_year_are_those_of_the_almanac():
    assert holidays(2026) == {
        date(2026, 1, 1): "nytårsdag",
        date(2026, 4, 2): "skærtorsdag",
        date(2026, 4, 3): "langfredag",
        date(2026, 4, 5): "påskedag",
        date(2026, 4, 6): "2. påskedag",
        date(2026, 5, 14): "Kristi himmelfartsdag",
        date(2026, 5, 24): "pinsedag",
        date(2026, 5, 25): "2. pinsedag",
        date(2026, 12, 25): "juledag",
        date(2026, 12, 26): "2. juledag",
    }


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2023, 5, 5), False),  # the last great prayer day
        (date(2024, 4, 26), True),  # where it would have been
        (date(2026, 6, 5), True),  # the constitution day is no public holiday
        (date(2026, 1, 17), False),
        (date(2026, 1, 18), False),
        (date(2026, 1, 19), True),
    ],
)
def test_a_day_is_a_working_day_or_not(day, works):
    assert is_working_day(day) is works


@pytest.mark.parametrize(
    ("meeting", "deadline"),
    [
        (date(2026, 1, 23), date(2026, 1, 20)),  # within a week
        (date(2026, 1, 19), date(2026, 1, 14)),  # over a weekend
        (date(2026, 4, 8), date(2026, 3, 31)),  # over Easter
        (date(2022, 1, 4), date(2021, 12, 30)),  # over New Year, whose eve is no holiday
    ],
)
def test_three_working_days_before_a_meeting(meeting, deadline):
    assert working_days_before(meeting, 3) == deadline


def test_the_days_between_are_as_many_as_were_asked_for():
    for offset in range(400):
        meeting = date(2025, 12, 1) + timedelta(days=offset)
        deadline = working_days_before(meeting, 3)
        between = (deadline + timedelta(days=at) for at in range((meeting - deadline).days))
        assert sum(map(is_working_day, between)) == 3
        assert is_working_day(deadline)
