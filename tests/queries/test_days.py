from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_graph.errors import QueryError
from kkr_graph.queries.days import parse_day, required_day, with_iso_days

NOW = date(2026, 1, 5)
OCTOBER = date(2025, 10, 24)


@pytest.mark.parametrize(
    "written",
    [
        "2025-10-24",
        "24. oktober 2025",
        "den 24. oktober 2025",
        "fredag den 24. oktober 2025",
        "24 oktober 2025",
        "24. okt. 2025",
        "24.10.2025",
        "24.10 2025",
        "24/10 2025",
        "d. 24/10 2025",
        "24-10-2025",
        " 24.  OKTOBER   2025 ",
    ],
)
def test_the_ways_danes_write_a_day(written):
    assert parse_day(written, now=NOW) == OCTOBER


@pytest.mark.parametrize("written", ["i dag", "idag", "I DAG", "today", "nu"])
def test_today_is_given_from_outside(written):
    assert parse_day(written, now=NOW) == NOW


@pytest.mark.parametrize(
    "written",
    [
        "31. november 2025",
        "2025-02-30",
        "24. oktober",
        "oktober 2025",
        "2025",
        "24/13 2025",
        "",
        "i morges",
    ],
)
def test_what_is_no_whole_day_is_none(written):
    assert parse_day(written, now=NOW) is None


def test_a_day_that_must_be_there_is_told_how_to_write():
    assert required_day("24.10.2025") == OCTOBER
    assert required_day("i dag", now=NOW) == NOW
    with pytest.raises(QueryError, match=r"»31\. november 2025« er ikke en dato") as caught:
        required_day("31. november 2025")
    assert "24. oktober 2025" in caught.value.hint


@given(st.dates(min_value=date(1900, 1, 1)))
def test_every_day_is_read_in_its_short_forms(day):
    for form in ("%Y-%m-%d", "%d.%m.%Y", "%d/%m %Y"):
        assert parse_day(day.strftime(form), now=NOW) == day


@pytest.mark.parametrize(
    "written",
    [
        "KKR Nord den 24. oktober 2025",
        "KKR Nord 24.10.2025",
        "KKR Nord d. 24/10 2025",
        "KKR Nord 2025-10-24",
    ],
)
def test_days_inside_a_name_become_iso(written):
    assert with_iso_days(written, now=NOW) == "KKR Nord 2025-10-24"


def test_what_is_no_day_is_left_as_it_stands():
    assert (
        with_iso_days("KKR 31. november 2025 og 4 mere", now=NOW)
        == "KKR 31. november 2025 og 4 mere"
    )
