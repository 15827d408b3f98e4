"""The days a text names, in the forms Danish documents use. Nothing is guessed: no year, no date."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kkr_graph.model.days import MONTHS, calendar_day

_MONTH = "|".join((*MONTHS, r"jan\.?", r"feb\.?", r"mar\.?", r"apr\.?", r"jun\.?", r"jul\.?",
                   r"aug\.?", r"sept?\.?", r"okt\.?", r"nov\.?", r"dec\.?",
                   "january", "february", "march", "may", "june", "july", "october"))  # fmt: skip
_LONG = re.compile(
    rf"(?<!\d)(?:(?<![./:-])(?P<from>\d{{1,2}})\.?(?:\s*(?P<from_month>{_MONTH}))?\s?(?:[-–]|og|til)\s?)?"
    rf"(?P<day>\d{{1,2}})(?:\.?\s*|-)(?P<month>{_MONTH})(?:,?\s+|-)(?P<year>\d{{4}})\b",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    r"(?:(?<![\d.,/-])|(?<=\b[Dd]\.)|(?<=(?:19|20)\d\d-))(?P<day>\d{1,2})(?P<sep>[./-])\s?(?P<month>\d{1,2})(?:(?P=sep)|[ -])\s?(?P<year>(?:19|20)\d{2})(?![\d/]|\.\d)"
)
_ISO = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])")
# "d.10.09.15": two digits are a year only where a word tells that a day follows
_SHORT = re.compile(
    r"(?:(?<=\bd\.)|(?<=\bd\. )|(?<=\bden )|(?<=\bdato )|(?<=\bdato: )|(?<=dag )|(?<=dag, ))"
    r"(?P<day>\d{1,2})(?P<sep>[./-])(?P<month>\d{1,2})(?:(?P=sep)|-)(?P<year>\d{2})(?![\d/:-]|[.,]\d)",
    re.IGNORECASE,
)
# as old minutes begin: "År 2023, fredag den 5. maj"
_YEAR_AHEAD = re.compile(
    rf"\bår (?P<year>(?:19|20)\d\d),? (?:\w+dag,? )?(?:den|d\.) (?P<day>\d{{1,2}})\.? (?P<month>{_MONTH})\b(?! \d{{4}})",
    re.IGNORECASE,
)
_LAST_CENTURY = 70  # "98" is 1998, "15" is 2015
_LEAD = re.compile(
    r"(?:\b(?:fra |senest )?(?:(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag),?\s?)?(?:den|d\.|pr\.)\s*)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A day at ``[start, end)``; ``day`` is None when there is no such day, as 31. november."""

    start: int
    end: int
    day: date | None


def find_dates(text: str, start: int, end: int) -> Iterator[FoundDate]:
    """The days named in ``text[start:end]``, in order; of a range, both ends."""
    matches = [
        match
        for pattern in (_LONG, _NUMERIC, _SHORT, _ISO, _YEAR_AHEAD)
        for match in pattern.finditer(text, start, end)
    ]
    for match in sorted(matches, key=lambda match: match.start()):
        yield from _days(text, match)


def _days(text: str, match: re.Match[str]) -> Iterator[FoundDate]:
    parts = match.groupdict()
    year, month = _year(parts["year"]), _month(parts["month"])
    lead = _LEAD.search(text, max(0, match.start() - 24), match.start())
    begin = match.start() if lead is None else lead.start()
    first_month = _month(parts["from_month"]) if parts.get("from_month") else month
    if parts.get("from") and first_month == month and int(parts["from"]) >= int(parts["day"]):
        begin = match.start("day")  # "Version 3 - 1. maj 2026"
    elif parts.get("from"):
        yield FoundDate(
            start=begin, end=match.end(), day=calendar_day(year, first_month, int(parts["from"]))
        )
    yield FoundDate(start=begin, end=match.end(), day=calendar_day(year, month, int(parts["day"])))


def _year(written: str) -> int:
    year = int(written)
    if len(written) > 2:
        return year
    return year + (1900 if year >= _LAST_CENTURY else 2000)


def _month(written: str) -> int:
    if written.isdigit():
        return int(written)
    stem = written.casefold()[:3].replace("may", "maj").replace("oct", "okt")
    return next(i for i, name in enumerate(MONTHS, start=1) if name.startswith(stem))
