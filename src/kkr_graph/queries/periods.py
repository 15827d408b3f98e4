"""Stretches of time as Danes put them into a question: ``i 2025``, ``i oktober 2025``, ``siden 2024``."""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kkr_graph.queries.days import MONTHS, parse_day

_YEAR = r"(?:19|20)\d\d"
_DAY = r"\d{1,2}\.?\s*(?:[./-]\s*\d{1,2}\.?\s*[./ -]|[a-zæøå]+\.?)\s*\d{4}|\d{4}-\d\d?-\d\d?"
_YEARS = r"(?:året?\s+|årene\s+)?"
_ENDS = r"(?![\w./-]*\d)"  # 2025 in "2025-2029" or "2025.3" is no year
_NO_END = r"(?!\s+til\b)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """From and to, both included, and open where nothing is said; ``written`` is how it was said."""

    since: date | None
    until: date | None
    written: str

    @property
    def arguments(self) -> dict[str, str]:
        """As the questions that take ``since`` and ``until`` are given them."""
        told = {"since": self.since, "until": self.until}
        return {name: day.isoformat() for name, day in told.items() if day is not None}


_Ends = tuple[date | None, date | None]


def take_period(question: str, *, now: date) -> tuple[str, Period] | None:
    """The question without the stretch of time in it, and that; None where it names none.

    Args:
        question: as it was typed. The stretch may stand anywhere in it.
        now: the day that ``i år`` is about.
    """
    for pattern, read in _FORMS.items():
        match = pattern.search(question)
        ends = read(match, now) if match else None
        if match and ends:
            rest = f"{question[: match.start()]} {question[match.end() :]}"
            since, until = ends
            return rest, Period(since=since, until=until, written=match[0].strip())
    return None


def _month(match: re.Match[str], _: date) -> _Ends | None:
    month, year = MONTHS.get(match["month"].casefold().rstrip(".")), int(match["year"])
    if month is None:
        return None
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _years(match: re.Match[str], _: date) -> _Ends | None:
    first, last = int(match["first"]), int(match["last"])
    return (date(first, 1, 1), date(last, 12, 31)) if first <= last else None


def _year(match: re.Match[str], _: date) -> _Ends:
    year = int(match["year"])
    return date(year, 1, 1), date(year, 12, 31)


def _this_year(_: re.Match[str], now: date) -> _Ends:
    return date(now.year, 1, 1), date(now.year, 12, 31)


def _last_year(_: re.Match[str], now: date) -> _Ends:
    return date(now.year - 1, 1, 1), date(now.year - 1, 12, 31)


def _since_day(match: re.Match[str], now: date) -> _Ends | None:
    day = parse_day(match["day"], now=now)
    return (day, None) if day else None


def _until_day(match: re.Match[str], now: date) -> _Ends | None:
    """``før`` leaves the day itself out, ``inden`` too; ``senest`` and ``til og med`` take it in."""
    day = parse_day(match["day"], now=now)
    if day is None:
        return None
    return None, day if match["with"] else day - timedelta(days=1)


def _since_year(match: re.Match[str], _: date) -> _Ends:
    """``siden 2024`` begins with that year, ``efter 2024`` with the next."""
    return date(int(match["year"]) + bool(match["after"]), 1, 1), None


def _until_year(match: re.Match[str], _: date) -> _Ends:
    """``før 2024`` ends with the year before, ``til og med 2024`` with that year."""
    return None, date(int(match["year"]) - (not match["with"]), 12, 31)


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_FORMS: Mapping[re.Pattern[str], Callable[[re.Match[str], date], _Ends | None]] = {
    _form(rf"\bi\s+(?P<month>[a-z]+\.?)\s+(?P<year>{_YEAR})\b{_ENDS}"): _month,
    _form(
        rf"\b(?:fra|mellem|i)\s+{_YEARS}(?P<first>{_YEAR})\s*(?:til(?:\s+og\s+med)?|og|[-–])\s*"
        rf"(?P<last>{_YEAR})\b{_ENDS}"
    ): _years,
    _form(rf"\b(?:siden|efter|fra)\s+(?:den\s+|d\.\s*)?(?P<day>{_DAY})(?!\w)"): _since_day,
    _form(
        rf"\b(?:(?P<with>senest|til\s+og\s+med)|inden|før)\s+(?:den\s+|d\.\s*)?(?P<day>{_DAY})(?!\w)"
    ): _until_day,
    _form(
        rf"\b(?:siden|fra|(?P<after>efter))\s+{_YEARS}(?P<year>{_YEAR})\b{_ENDS}{_NO_END}"
    ): _since_year,
    _form(
        rf"\b(?:(?P<with>til\s+og\s+med|senest\s+i|senest)|inden|før)\s+{_YEARS}(?P<year>{_YEAR})\b{_ENDS}"
    ): _until_year,
    _form(rf"\b(?:i|for|under)\s+{_YEARS}(?P<year>{_YEAR})\b{_ENDS}"): _year,
    _form(r"\b(?:i|dette)\s+år\b"): _this_year,
    _form(r"\b(?:i\s+)?sidste\s+år\b"): _last_year,
}
