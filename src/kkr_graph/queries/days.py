"""Days as Danes write them: ``24. oktober 2025``, ``24/10 2025``, ``24.10.2025``, ``i dag``."""

import re
from datetime import UTC, date, datetime

from kkr_graph.errors import QueryError, quoted
from kkr_graph.model.days import calendar_day

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar jan",
            "februar feb",
            "marts mar",
            "april apr",
            "maj",
            "juni jun",
            "juli jul",
            "august aug",
            "september sep sept",
            "oktober okt",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})\.?\s*[./-]\s*(\d{1,2})\.?\s*[./ -]\s*(\d{4})")
_WORDS = re.compile(r"(\d{1,2})\.?\s*([a-z]+)\.?\s+(\d{4})")
_BEFORE = re.compile(r"^(?:(?:den|d\.|pr\.|per|på|fra|(?:man|tirs|ons|tors|fre|lør|søn)dag)\s+)+")


def today() -> date:
    """The day it is here."""
    return datetime.now(tz=UTC).astimezone().date()


def parse_day(written: str, *, now: date) -> date | None:
    """The day that is written, whole: None where it is no day, or no day of the calendar.

    Args:
        written: what somebody typed; the year must be there.
        now: what ``i dag`` and ``årets udgang`` are about.
    """
    text = _BEFORE.sub("", " ".join(written.casefold().split()))
    if text in ("i dag", "idag", "today", "nu"):
        return now
    if text == "årets udgang":
        return date(now.year, 12, 31)
    if match := _ISO.fullmatch(text):
        return calendar_day(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMBERS.fullmatch(text):
        return calendar_day(int(match[3]), int(match[2]), int(match[1]))
    if (match := _WORDS.fullmatch(text)) and match[2] in MONTHS:
        return calendar_day(int(match[3]), MONTHS[match[2]], int(match[1]))
    return None


def required_day(written: str, *, now: date | None = None) -> date:
    """The day that is written, as ``parse_day`` reads it.

    Raises:
        QueryError: it is no day.
    """
    day = parse_day(written, now=now or today())
    if day is None:
        raise QueryError(
            f"{quoted(written[:80])} er ikke en dato.",
            "Skriv den som 24.10.2025, 2025-10-24 eller 24. oktober 2025.",
        )
    return day


_ANY = re.compile(
    r"(?:\b(?:den|d\.|pr\.)\s+)?(\d{4}-\d\d?-\d\d?|\d{1,2}\.?\s*[./-]\s*\d{1,2}\.?\s*[./ -]\s*\d{4}"
    r"|\d{1,2}\.?\s*[a-z]+\.?\s+\d{4})",
    re.IGNORECASE,
)


def with_iso_days(written: str, *, now: date) -> str:
    """The text with every day in it written as ``2025-10-24``, and no ``den`` before it."""

    def iso(match: re.Match[str]) -> str:
        day = parse_day(match[1], now=now)
        return match[0] if day is None else day.isoformat()

    return _ANY.sub(iso, written)


_DAY_WITH_WORDS = re.compile(
    r"(?:\b(?:(?:man|tirs|ons|tors|fre|lør|søn)dag)\s+)?(?:\b(?:per|på)\s+)?"
    + _ANY.pattern
    + r"(?!\w)",
    re.IGNORECASE,
)


def take_day(written: str, *, now: date) -> tuple[str, str] | None:
    """The text without the one day in it, and that day as it is written; None for none or several."""
    found = [
        match
        for match in _DAY_WITH_WORDS.finditer(written)
        if parse_day(match[1], now=now) is not None
    ]
    if len(found) != 1:
        return None
    return f"{written[: found[0].start()]} {written[found[0].end() :]}", found[0][1]


_WITHOUT_YEAR = re.compile(
    r"\b\d{1,2}\.?\s*(?:" + "|".join(MONTHS) + r")\b\.?(?!\s*\d{4})", re.IGNORECASE
)


def day_without_year(written: str) -> str:
    """A day in the text that has no year, as ``24. oktober``; empty for none."""
    match = _WITHOUT_YEAR.search(written)
    return match[0] if match else ""
