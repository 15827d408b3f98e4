"""How items are numbered: the forms known by heart, and those that a document shows.

"08/26", "2026-14", "A.1": a family of numbers is a form in which one part counts and the rest stays
the same. Which family numbers the items is told by the chain of its numbers through the document.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kkr_graph.language.dates import find_dates

Number = tuple[int, ...]

_DECIMAL = re.compile(
    r"(\d{1,3}(?:\.\d{1,3}){0,3}(?:\.?[a-h](?=[.):]?\s))?)(?P<dot>[.):]?)(?:(?:\s+|(?<=[.)])(?=[A-ZÆØÅ][a-zæøå]))(?:[–·|-]\s+)?(?P<title>\S.*))?"  # "1.Meddelelser" too
)
_PART = re.compile(r"\d+|[a-z]")
_ALONE = re.compile(r"\d{1,2}|[1-9]\d?(?:\.[1-9]\d?){1,2}")  # "10.05" is a time
_WORD = re.compile(
    r"(?:ad\s+|(?:åbent|lukket|fortroligt)\s+(?=punkt|pkt)|(?:åben|lukket|fortrolig)\s+(?=sag))?(?:dagsordenspunkt|dagsordenens punkt|punkt|pkt\.?|sag|emne|ad\.?|nr\.?|#)\s*(?:nr\.?\s*)?"
    r"(\d{1,3}(?:\.\d{1,3}){0,3})\.?(?:\s*[:.)–·|-])?(?:\s+(?P<title>\S.*))?",
    re.IGNORECASE,
)
# "Nr. 2 - udsendt den 4. maj", "Nr. 2 | maj 2026": of a paper that comes again and again
_ISSUE = re.compile(
    r"nr\.?\s*\d{1,3}\W+(?:ud(?:sendt|givet|kommet)|(?:\d+\. )?årgang|(?:\d{1,2}\. )?\w+ \d{4}\W*$|\d{4}\W*$)",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"(?P<roman>[IVX]{1,6})[.)]\s+(?P<title>\S.*)")
_IS_ROMAN = re.compile(r"[IVX]{1,6}")
_PARAGRAPH = re.compile(r"§\s?(\d{1,4})[.:]?\s+(?P<title>[A-ZÆØÅ].*)")
# "B1. Budget", "O 6: Nyt": what is to be done, and the number
_CODED = re.compile(r"(?P<label>[A-ZÆØÅ]{1,2}[ -]?\d{1,2})[.:)]?\s+(?P<title>[A-ZÆØÅ].*)")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_TABLE_OF_CONTENTS = re.compile(r"(?:\.{3}|…)\s?\d{0,4}\s?$|\t\d{1,4}$")
_LONGEST_TITLE = 220
_BULLET = re.compile(r"[•·▪●]\s+(?=\S)")  # a list of links, on the page of an agenda
_LABEL = re.compile(r"[^:]{3,90}: (?=[A-ZÆØÅ])")  # "3. Havnen: ...", whatever is told behind it
_OPENNESS = re.compile(r"\((?:åben|lukket|åbent|fortrolig)(?: \w+)?\)\s*(?=\S)", re.IGNORECASE)
# any number of up to three parts, after no more than a word: "Sag 2026-14:", "A.1", "(3)", "Emne II"
_ANY = re.compile(
    r"[(\[]?(?:(?P<word>[A-ZÆØÅ][A-ZÆØÅa-zæøå]*\.?(?: [Nn]r\.?)?|§)\s?(?=[\dA-ZÆØÅ]))??"
    r"(?P<label>(?:\d{1,4}|[A-ZÆØÅ]{1,5})(?:(?:[./-](?=\w))?(?:\d{1,4}|(?<![A-Za-z])[A-ZÆØÅ]{1,5})){0,2})"
    r"(?P<end>[.:)\]]{0,2})(?:\s*[–·|-](?=\s))?(?:\s+(?P<title>[^a-zæøå\s].*))?"
)
_ANY_PART = re.compile(r"\d+|[A-ZÆØÅ]+")
# what has numbers without being an item
_NO_ITEMS = frozenset(
    {"bilag", "side", "tabel", "figur", "kapitel", "uge", "note", "kl", "kr", "d", "stk"}
)
_FEWEST_SHOWN = 3  # numbers of a form that nobody knew, before it is one


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A line that a number begins."""

    index: int  # of the line in the layer
    number: Number
    label: str  # the number as written, without punctuation
    title_at: int | None  # where on the line the title begins; None: on the next line


_PATTERNS = {
    "word": _WORD,
    "decimal": _DECIMAL,
    "paragraph": _PARAGRAPH,
    "roman": _ROMAN,
    "coded": _CODED,
}
KNOWN_FORMS = tuple(_PATTERNS)


def numbered_lines(form: str, texts: Sequence[str]) -> Iterator[Numbered]:
    """The lines that begin with a number of a known form."""
    for index, text in enumerate(texts):
        match = _match(form, text)
        if match is not None:
            number, label, title_at = match
            yield Numbered(index=index, number=number, label=label, title_at=title_at)


def families(texts: Sequence[str]) -> Iterator[tuple[Numbered, ...]]:
    """The lines of each form in which one part counts and the rest stays the same."""
    found: dict[tuple[str, ...], list[Numbered]] = {}
    for index, text in enumerate(texts):
        for family, line in _in_families(index, text):
            found.setdefault(family, []).append(line)
    for lines in found.values():
        if len(lines) >= _FEWEST_SHOWN and counts_up(lines):
            yield tuple(lines)


def counts_up(lines: Sequence[Numbered]) -> bool:
    """Whether most numbers follow right upon one before them."""
    numbers = [line.number[-1] for line in lines]
    follow = sum(after == before + 1 for before, after in pairwise(numbers))
    return 2 * follow >= len(numbers) - 1


def _in_families(index: int, text: str) -> Iterator[tuple[tuple[str, ...], Numbered]]:
    """A line in every family that it may belong to: each of its parts may be the one that counts."""
    match = _ANY.fullmatch(text) if len(text) <= _LONGEST_TITLE else None
    if match is None or _TABLE_OF_CONTENTS.search(text):
        return
    label, word, title = match["label"], match["word"] or "", match["title"]
    parts = list(_ANY_PART.finditer(label))
    told = len(parts) > 1 or bool(word)
    if word.rstrip(".").lower() in _NO_ITEMS or not (told or (match["end"] and title)):
        return
    if title is not None and not any(map(str.isalpha, title)):
        return
    for part in parts:
        shape = f"{label[: part.start()]}#{label[part.end() :]}"
        for kind, value in _values(part[0]):
            family = (word.lower(), shape, kind, "" if told else match["end"])
            title_at = None if title is None else match.start("title")
            yield family, Numbered(index=index, number=(value,), label=label, title_at=title_at)


def _values(part: str) -> Iterator[tuple[str, int]]:
    """What a part may count: a number, a letter of the alphabet, or a number in Roman letters."""
    if part.isdigit():
        yield "digits", int(part)
    elif len(part) == 1:
        yield "letter", ord(part) - ord("A") + 1
    if _IS_ROMAN.fullmatch(part):
        yield "roman", _roman(part)


def _match(style: str, text: str) -> tuple[Number, str, int | None] | None:
    bullet = _BULLET.match(text)
    start = 0 if bullet is None else bullet.end()
    is_title = len(text.partition("\t")[0]) <= _LONGEST_TITLE or _LABEL.match(text) is not None
    match = _PATTERNS[style].fullmatch(text, start) if is_title else None
    if match is None or _TABLE_OF_CONTENTS.search(text) or _is_of_paper(text):
        return None
    title_at = match.start("title") if match["title"] else None
    openness = None if title_at is None else _OPENNESS.match(text, title_at)
    title_at = title_at if openness is None else openness.end()
    if style == "roman":
        return (_roman(match["roman"]),), match["roman"], title_at
    label = match[1]
    if style == "coded":
        return (int(_PART.findall(label)[-1]),), label, title_at
    if style == "decimal" and not _is_decimal_heading(match, label):
        return None
    return tuple(map(_counted, _PART.findall(label))), label, title_at


def _is_of_paper(text: str) -> bool:
    """Whether a line begins with a day, "21. 01. 2026 kl. 11", or tells which issue of a paper it is."""
    if _ISSUE.match(text):
        return True
    day = next(find_dates(text, 0, len(text)), None)
    return day is not None and day.start == 0


def _counted(part: str) -> int:
    """The place of a number, or of a letter: "2.b" is the second below 2."""
    return int(part) if part.isdigit() else ord(part) - ord("a") + 1


def _is_decimal_heading(match: re.Match[str], label: str) -> bool:
    """Dates, times and amounts begin with numbers too; a title begins with a letter or a quote."""
    title = match["title"]
    if title is None:
        return bool(match["dot"]) or _ALONE.fullmatch(label) is not None
    first = title[0]
    numeric = first.isdigit() and bool(match["dot"]) and any(map(str.isalpha, title))
    return first.isupper() or first in "\"”“„'«»(§-–" or numeric


def as_labelled(items: Iterable[str], labels: Sequence[str]) -> tuple[str, ...]:
    """Items by the numbers that the headings bear: "pkt. 3" is III where these are roman.

    And "sag 21" is 21/26, where one of the numbers alone has it in it.
    """
    parts = Counter(part for label in labels if "/" in label for part in label.split("/"))
    by_part = {part: label for label in labels for part in label.split("/") if parts[part] == 1}
    by_value = by_part | {_value(label): label for label in reversed(labels)}
    return tuple(item if item in labels else by_value.get(_value(item), item) for item in items)


def _value(label: str) -> str:
    return str(_roman(label)) if _IS_ROMAN.fullmatch(label) else label


def _roman(text: str) -> int:
    values = [_ROMAN_VALUES[char] for char in text]
    return sum(-value if value < max(values[i:]) else value for i, value in enumerate(values))
