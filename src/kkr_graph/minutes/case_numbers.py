"""The case number of an item: on a line of its own, or in brackets at the end of its title."""

import re
from dataclasses import replace

from kkr_graph.language.cases import CASE_NUMBER
from kkr_graph.minutes.blocks import Stretch
from kkr_graph.model.text import TextLayer

_CASE_LABEL = r"(?:sags?[\s-]?(?:nr|nummer|id)|journal\s?(?:nr|nummer)|j\.?\s?nr|acadre|sagsid|sag(?=:))\b[.:\s]*"
_INITIALS = r"(?-i:[a-zæøå]{2,8}|[A-ZÆØÅ]{2,8})"  # a word with one capital begins a title
_CASE_LINE = re.compile(
    rf"(?:(?:{_CASE_LABEL})?(?P<case>{CASE_NUMBER.pattern})|{_CASE_LABEL}(?P<labelled>(?:[A-ZÆØÅ]{{2,5}}-)?\d[\w./-]{{3,24}}))"
    rf"[\s,]*(?:(?:initialer|init\.?|sagsbeh(?:\.|andler)?):?\s*)?(?P<initials>(?!åben|lukket){_INITIALS}(?:\s?/\s?{_INITIALS})*)?"
    r"(?:\s+\(?(?:åben|lukket|åbent)(?: (?:sag|punkt))?\)?)?",
    re.IGNORECASE,
)
_BRACKETED_CASE = re.compile(
    rf"\s+[(\[](?:(?:{_CASE_LABEL}|sag\s)?(?P<case>{CASE_NUMBER.pattern})|(?:{_CASE_LABEL}|sag\s)(?P<labelled>(?:[A-ZÆØÅ]{{2,5}}-)?\d[\w./-]{{3,24}}))[)\]]",
    re.IGNORECASE,
)


def match_case_line(text: str) -> re.Match[str] | None:
    """A line that is no more than a case number, with who has the case."""
    return _CASE_LINE.fullmatch(text)


def case_of(match: re.Match[str]) -> str:
    """The case number that such a line has."""
    return match["case"] or match["labelled"]


def initials_of(match: re.Match[str] | None) -> tuple[str, ...]:
    """Who has the case, by the letters beside its number."""
    if match is None or match["initials"] is None:
        return ()
    return tuple(part.strip() for part in match["initials"].split("/"))


def without_case(layer: TextLayer, title: Stretch) -> tuple[Stretch, str | None]:
    """A title without the case number in brackets at its end: "Takster 2027 (sag 26/06120)"."""
    match = _BRACKETED_CASE.search(layer.reading.text, title.start, title.end)
    if match is None or match.end() != title.end or match.start() == title.start:
        return title, None
    return replace(title, end=match.start()), case_of(match)
