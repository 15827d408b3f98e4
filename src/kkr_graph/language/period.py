"""From when to when, as a sentence says it: "fra den 1. januar 2026 til 31. december 2029"."""

import re
from datetime import date
from functools import lru_cache

from kkr_graph.language.dates import find_dates

_FROM = re.compile(
    r"\b(?:pr\.|fra(?: og med)?|med virkning (?:fra|pr\.)|perioden(?: fra)?|gældende fra|gælder fra)\s*(?:den |d\. )?$",
    re.IGNORECASE,
)
_TO = re.compile(r"\b(?:til(?: og med)?|indtil|frem til|udløber)\s*(?:den |d\. )?$", re.IGNORECASE)
_DASH = re.compile(r"\w\s*[–—-]\s*(?:den |d\. )?$")  # "perioden 1. januar 2022 - 31. december 2025"


@lru_cache(maxsize=16)  # asked again for every person of a sentence
def read_period(text: str) -> tuple[date | None, date | None]:
    """The days that a sentence gives for start and end."""
    starts = ends = None
    for found in find_dates(text, 0, len(text)):
        written = text[found.start : found.end]
        lead = text[max(0, found.start - 24) : found.start] + re.split(r"\d", written)[0]
        if _TO.search(lead) or (starts is not None and _DASH.search(lead)):
            ends = ends or found.day
        elif _FROM.search(lead):
            starts = starts or found.day
    return starts, ends


def only_day(text: str) -> date | None:
    """The day of a sentence that names one day."""
    days = [found.day for found in find_dates(text, 0, len(text)) if found.day is not None]
    return days[0] if len(days) == 1 else None
