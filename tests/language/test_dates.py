"""The forms in which Danish documents write days. Without a year there is no day."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kkr_graph.language.dates import find_dates

UNTIMED = settings(deadline=None)  # other programs may use the machine

MONTHS = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
]
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))

# text -> the days in it
TEXTS = {
    "Bestyrelsesmøde den 12. januar, 2026": "2026-01-12",
    "den 24. oktober 2025": "2025-10-24",
    "fredag den 24. oktober 2025 kl. 10.00-12.00": "2025-10-24",
    "Fredag d. 24. oktober 2025": "2025-10-24",
    "24. okt. 2025": "2025-10-24",
    "24 oktober 2025": "2025-10-24",
    "24. OKTOBER 2025": "2025-10-24",
    "pr. 1. januar 2027": "2027-01-01",
    "senest den 1. maj 2026": "2026-05-01",
    "d. 1/4 2026": "2026-04-01",
    "d. 1/4-2026": "2026-04-01",
    "1.4.2026": "2026-04-01",
    "01-04-2026": "2026-04-01",
    "24-10-2025": "2025-10-24",
    "24/10/2025": "2025-10-24",
    "2025-10-24": "2025-10-24",
    "den 3/9-2026": "2026-09-03",
    "d.3/9 2026": "2026-09-03",
    "Onsdag den 15-maj-2002": "2002-05-15",
    "År 2023, fredag den 5. maj kl. 14.00": "2023-05-05",
    "År 2023 den 5. maj 2024": "2024-05-05",
    # two digits for the year, where a word tells that a day follows
    "d.10.09.15": "2015-09-10",
    "Onsdag d. 10/9-15 kl. 16": "2015-09-10",
    "Dato: 10-09-15": "2015-09-10",
    "torsdag, 03.12.98": "1998-12-03",
    "version 10.09.15": "",
    "den 10.09.15.3": "",
    "den 24.\u00a0oktober 2025": "2025-10-24",
    "den 3. sept. 2025 og den 4. dec. 2025": "2025-09-03 2025-12-04",
    # ranges: both ends
    "den 19. - 27. januar 2026": "2026-01-19 2026-01-27",
    "19-27. januar 2026": "2026-01-19 2026-01-27",
    "1. juli – 15. september 2025": "2025-07-01 2025-09-15",
    "2. og 3. maj 2026": "2026-05-02 2026-05-03",
    "Version 3 - 1. maj 2026": "2026-05-01",
    # no such day
    "den 31. november 2025": "None",
    "30.02.2026": "None",
    "den 29. februar 2025": "None",
    "den 29. februar 2024": "2024-02-29",
    "2025-13-01": "None",
    "den 0. maj 2025": "None",
    # no day at all
    "den 24. oktober": "",
    "oktober 2025": "",
    "2025": "",
    "2025-2026": "",
    "i perioden 2022-2026": "",
    "kl. 10.00-12.00": "",
    "2,7 mio. kr.": "",
    "SAG-2025-03687": "",
    "sag 25/1234": "",
    "§ 15, stk. 4": "",
    "punkt 1.2.2025.3": "",
    "tlf. 12 34 56 78": "",
    "1.234.2025": "",
    "25.10.24-A00-1-25": "",
    "journalnr. 12.34.56-P19-1-25": "",
    "den 3. maj 20255": "",
}


def days_in(text: str) -> str:
    return " ".join(str(found.day) for found in find_dates(text, 0, len(text)))


@pytest.mark.parametrize(("text", "days"), TEXTS.items(), ids=list(TEXTS))
def test_days_in_a_text(text, days):
    assert days_in(text) == days


@UNTIMED
@given(DAYS, st.sampled_from(["", "den ", "d. ", "fredag den ", "pr. "]))
def test_a_day_in_words_is_read_back(day, lead):
    text = f"På mødet {lead}{day.day}. {MONTHS[day.month - 1]} {day.year} blev det aftalt."
    assert days_in(text) == str(day)


@UNTIMED
@given(
    DAYS,
    st.sampled_from(["{d}.{m}.{y}", "{d}-{m}-{y}", "{d}/{m} {y}", "{d}/{m}/{y}", "{d}/{m}-{y}"]),
)
def test_a_day_in_numbers_is_read_back(day, form):
    text = f"Senest {form.format(d=day.day, m=day.month, y=day.year)}, hvis det går."
    assert days_in(text) == str(day)


@UNTIMED
@given(DAYS)
def test_an_iso_day_is_read_back(day):
    assert days_in(f"({day.isoformat()})") == str(day)


@UNTIMED
@given(DAYS, DAYS)
def test_days_come_in_the_order_of_the_text(first, second):
    text = f"{first.isoformat()} og {second.day}. {MONTHS[second.month - 1]} {second.year}"
    assert days_in(text) == f"{first} {second}"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Mødet fredag den 3. maj 2026 er", "fredag den 3. maj 2026"),
        ("gælder pr. 1. januar 2027.", "pr. 1. januar 2027"),
        ("fra den 2. til 4. maj 2026", "fra den 2. til 4. maj 2026"),
        ("frist: senest den 1. maj 2026", "senest den 1. maj 2026"),
        ("møde 24-10-2025,", "24-10-2025"),
    ],
)
def test_a_day_stands_with_the_words_that_lead_to_it(text, written):
    found = next(find_dates(text, 0, len(text)))
    assert text[found.start : found.end] == written


def test_only_the_stretch_asked_for_is_read():
    text = "2025-10-24 2026-01-01"
    assert [found.day for found in find_dates(text, 0, 10)] == [date(2025, 10, 24)]
