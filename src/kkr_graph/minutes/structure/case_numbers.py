"""The case number of an item: on a line of its own, or behind its title.

Behind a label any number is one, whatever it looks like; without a label the known forms are.
"""

import re
from dataclasses import replace

from kkr_graph.language.cases import CASE_LABEL, CASE_NUMBER, LABELLED_NUMBER, PAPER_LABEL
from kkr_graph.minutes.structure.blocks import Stretch
from kkr_graph.model.text import TextLayer

_APART = r"[\s,;|/]"
_INITIALS = r"(?-i:[a-zæøå]{2,8}|[A-ZÆØÅ]{2,8})"  # a word with one capital begins a title
_HANDLER = r"(?:initialer|init\.?|sagsbeh(?:\.|andler)?|sagsansvarlig|ansvarlig):?"
# whose item it is: "Kultur- og Fritidsudvalget"
_WHOSE = r"(?-i:[A-ZÆØÅ])[\w,-]*(?: [\w,-]+){0,5}(?:(?<=udvalget)|(?<=rådet)|(?<=bestyrelsen))"
_OPENNESS = r"(?:åben|lukket|åbent)\b"
_DOORS = rf"\(?{_OPENNESS}(?: (?:sag|punkt))?\)?"
_CASE = (
    rf"(?:(?:{CASE_LABEL})?(?P<case>{CASE_NUMBER.pattern})"
    rf"|{CASE_LABEL}(?P<labelled>{LABELLED_NUMBER}))"
)
_CASE_LINE = re.compile(
    rf"(?:{PAPER_LABEL}{LABELLED_NUMBER}{_APART}+)*{_CASE}"
    rf"(?:{_APART}+(?:{CASE_LABEL}|{PAPER_LABEL}){LABELLED_NUMBER})*"
    rf"(?:{_APART}*(?:{_HANDLER}\s*)?(?P<initials>(?!{_OPENNESS}){_INITIALS}(?:(?:\s?[/,]\s?|\s)(?!{_OPENNESS}){_INITIALS})*)"
    rf"|{_APART}+{_HANDLER}\s+(?-i:[A-ZÆØÅ])[^\d:]{{2,50}})?"
    rf"(?:{_APART}+{_WHOSE})?(?:{_APART}+{_DOORS})?",
    re.IGNORECASE,
)
# "25/2": too short to be known elsewhere
_SHORT_LINE = re.compile(r"(?P<case>\d{2}/\d{1,2})")
_PAPER_LINE = re.compile(rf"{PAPER_LABEL}(?P<labelled>{LABELLED_NUMBER})", re.IGNORECASE)
_BRACKETED_CASE = re.compile(
    rf"\s+[(\[](?:{_CASE}|sag\s(?P<only>{LABELLED_NUMBER}))[)\]]$", re.IGNORECASE
)
# "Mødeplan 2027 – sagsnr. 26/402", or in a cell of its own
_CASE_BEHIND = re.compile(rf"(?:\s?[,;|–-]\s|\t){_CASE}(?:\t{_DOORS})?$", re.IGNORECASE)
# before the title: "26/402 Mødeplan 2027", "(sagsnr. 26/402): Mødeplan 2027"
_CASE_BEFORE = re.compile(rf"[(\[]?{_CASE}[)\]]?(?:\s?[:,;|–-])?\s+(?=\S)", re.IGNORECASE)


def match_case_line(text: str) -> re.Match[str] | None:
    """A line that is no more than a case number, with who has the case."""
    forms = (_CASE_LINE, _PAPER_LINE, _SHORT_LINE)
    return next(filter(None, (form.fullmatch(text) for form in forms)), None)


def is_of_paper(text: str) -> bool:
    """Whether a line has the number of a paper and of no case: attachments have one too."""
    return _PAPER_LINE.fullmatch(text) is not None


def case_of(match: re.Match[str]) -> str:
    """The case number that such a line has."""
    found = match.groupdict()
    return next(found[name] for name in ("case", "labelled", "only") if found.get(name))


def initials_of(match: re.Match[str] | None) -> tuple[str, ...]:
    """Who has the case, by the letters beside its number."""
    written = None if match is None else match.groupdict().get("initials")
    return () if written is None else tuple(re.split(r"\s?[/,]\s?|\s", written))


def without_case(layer: TextLayer, title: Stretch) -> tuple[Stretch, str | None]:
    """A title without the case number at its end, or before it: "Takster 2027 (sag 26/06120)"."""
    text = layer.reading.text[title.start : title.end]
    before = _CASE_BEFORE.match(text)
    if before is not None:
        return replace(title, start=title.start + before.end()), case_of(before)
    match = _BRACKETED_CASE.search(text) or _CASE_BEHIND.search(text)
    if match is None or match.start() == 0:
        return title, None
    return replace(title, end=title.start + match.start()), case_of(match)
