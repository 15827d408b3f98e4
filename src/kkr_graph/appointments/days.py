"""From when to when, as the cells and lines of a list say it."""

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from kkr_graph.language.dates import find_dates
from kkr_graph.model.lexicon import ListPattern, ListWords

_RANGE = re.compile(
    r"[\s.,]*(?:-|–|—|/|til|til og med|t\.o\.m\.|to|until)\s*(?:den|d\.)?\s*", re.IGNORECASE
)
_WEAK = re.compile(r"\b(?:fra|pr|per|from|as of)\b", re.IGNORECASE)  # unless more is said
_LEAD = 40  # characters before a day that say what it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days of a start, an end, and of leaving before the end."""

    from_: date | None = None
    to: date | None = None
    left: date | None = None


NO_DAYS = Period()


def read_days(text: str, words: ListWords) -> Period:
    """The days that a text gives for a start and an end; a day that it gives nothing for is none."""
    found = [each for each in find_dates(text, 0, len(text)) if each.day is not None]
    for before, after in pairwise(found):
        if _RANGE.fullmatch(text[before.end : after.start]) or before.start == after.start:
            return Period(from_=before.day, to=after.day)
    days: dict[ListPattern, date] = {}
    begin = 0
    for each in found:
        lead = text[max(begin, each.start - _LEAD) : each.end]
        kind = _kind(lead, words)
        if kind is not None and each.day is not None:
            days.setdefault(kind, each.day)
        begin = each.end
    return Period(
        from_=days.get(ListPattern.ENTERED),
        to=days.get(ListPattern.ENDS),
        left=days.get(ListPattern.LEFT),
    )


def _kind(lead: str, words: ListWords) -> ListPattern | None:
    """What a day is, by the last of the words before it."""
    last = [
        (match.end(), kind)
        for kind in (ListPattern.LEFT, ListPattern.ENTERED, ListPattern.ENDS)
        for match in words.patterns[kind].finditer(lead)
    ]
    if last:
        return max(last)[1]
    return ListPattern.ENTERED if _WEAK.search(lead) else None
