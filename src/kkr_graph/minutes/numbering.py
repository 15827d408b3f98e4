"""Which lines begin an agenda item.

Minutes number their items in many ways, and number other things too: principles, programmes, lists
inside an item. Item numbers follow each other through the whole document and have sections below
them; the numbers of a list do not. So every numbered line is a candidate, and the items are the
chain of successors with the best support.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kkr_graph.model.text import Line, TextLayer

Number = tuple[int, ...]

_DECIMAL = re.compile(
    r"(\d{1,3}(?:\.\d{1,3}){0,3}(?:\.?[a-h](?=[.):]?\s))?)(?P<dot>[.):]?)(?:\s+(?:[–·|-]\s+)?(?P<title>\S.*))?"
)
_PART = re.compile(r"\d+|[a-z]")
_WORD = re.compile(
    r"(?:ad\s+)?(?:dagsordenspunkt|dagsordenens punkt|punkt|pkt\.?|sag|emne|ad\.?|nr\.?)\s*(?:nr\.?\s*)?"
    r"(\d{1,3}(?:\.\d{1,3}){0,3})\.?(?:\s*[:.)–·|-])?(?:\s+(?P<title>\S.*))?",
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
LONGEST_ABOVE = 120
_OPENNESS = re.compile(r"\((?:åben|lukket|åbent|fortrolig)(?: \w+)?\)\s*(?=\S)", re.IGNORECASE)
_REACH = 6  # lines below a heading in which its sections or case number begin
_SKIP_COST = 1.2
_MOST_SKIPS_COUNTED = 3  # an extract leaves out many: four missing are no worse than three
_NO_PARENT = 0.5
_FARTHEST_SKIP = 12
_FEWEST_IN_ORDER = 3  # items, before one can be out of its order
_SURE = 4.0  # the support of a heading with space above and sections below


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A line that begins an agenda item."""

    index: int  # of the line in the layer
    style: str
    number: Number
    label: str  # the number as written, without punctuation
    title_at: int | None  # where on the line (as read) the title begins; None: on the next line
    title_above: bool = False  # the title is the line above the number
    title_lines: int | None = None  # how many lines the title takes, where that is known
    support: float = 0.0


def find_headings(layer: TextLayer, is_item_part: Callable[[Line], bool]) -> tuple[Heading, ...]:
    """The headings of the agenda items, in the order of the text.

    ``is_item_part`` tells whether a line stands only inside an item: a section heading or a line
    with a case number.
    """
    parts = [is_item_part(line) for line in layer.lines]
    chains = []
    for style in ("word", "decimal", "paragraph", "roman", "coded"):
        found = _below_words(layer, parts) if style == "word" else _candidates(layer, style, parts)
        candidates = list(found)
        scored = [_with_support(i, candidates, layer, parts) for i in range(len(candidates))]
        chain = _with_swapped(_best_chain(scored), scored)
        chains.append((sum(heading.support for heading in chain), chain))
    best, chain = max(chains, key=lambda scored: scored[0], default=(0.0, ()))
    return _with_titles_above(chain, layer, parts) if best > 0 else ()


def _with_titles_above(
    chain: tuple[Heading, ...], layer: TextLayer, parts: Sequence[bool]
) -> tuple[Heading, ...]:
    """The headings, where every number stands alone below a title: they begin at the titles."""
    if len(chain) < 2 or not all(_has_title_above(heading, layer, parts) for heading in chain):
        return chain
    return tuple(replace(heading, index=heading.index - 1, title_above=True) for heading in chain)


def _has_title_above(heading: Heading, layer: TextLayer, parts: Sequence[bool]) -> bool:
    if heading.title_at is not None or heading.index == 0:
        return False
    above = layer.lines[heading.index - 1]
    text = layer.read(above)
    close = layer.lines[heading.index].gap <= layer.line_gap < max(above.gap, above.page_top)
    return (
        close
        and not parts[heading.index - 1]
        and len(text) <= LONGEST_ABOVE
        and text[:1].isupper()
        and not text.endswith((".", ":"))
    )


def _candidates(layer: TextLayer, style: str, parts: Sequence[bool]) -> Iterator[Heading]:
    for index, line in enumerate(layer.lines):
        match = _match(style, layer.read(line))
        if match is not None and not parts[index]:
            number, label, title_at = match
            yield Heading(index=index, style=style, number=number, label=label, title_at=title_at)


def _below_words(layer: TextLayer, parts: Sequence[bool]) -> Iterator[Heading]:
    """Headings by a word, "Ad 2", with the numbers below them that have none: "2.a", "2.1"."""
    words = {heading.index: heading for heading in _candidates(layer, "word", parts)}
    tops = {heading.number[0] for heading in words.values()}
    below = {
        heading.index: heading
        for heading in _candidates(layer, "decimal", parts)
        if len(heading.number) > 1
        and heading.number[0] in tops
        and (heading.label[-1].isalpha() or layer.lines[heading.index].gap > layer.line_gap)
    }
    yield from (heading for _, heading in sorted((below | words).items()))


_PATTERNS = {
    "word": _WORD,
    "decimal": _DECIMAL,
    "paragraph": _PARAGRAPH,
    "roman": _ROMAN,
    "coded": _CODED,
}


def _match(style: str, text: str) -> tuple[Number, str, int | None] | None:
    pattern = _PATTERNS[style]
    match = pattern.fullmatch(text) if len(text) <= _LONGEST_TITLE else None
    if match is None or _TABLE_OF_CONTENTS.search(text):
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


def _counted(part: str) -> int:
    """The place of a number, or of a letter: "2.b" is the second below 2."""
    return int(part) if part.isdigit() else ord(part) - ord("a") + 1


def _is_decimal_heading(match: re.Match[str], label: str) -> bool:
    """Dates, times and amounts begin with numbers too; a title begins with a letter or a quote."""
    title = match["title"]
    if title is None:
        return bool(match["dot"]) or len(label) <= 2
    first = title[0]
    numeric = first.isdigit() and bool(match["dot"]) and any(map(str.isalpha, title))
    return first.isupper() or first in "\"”“„'«»(§-–" or numeric


def as_labelled(items: Iterable[str], labels: Sequence[str]) -> tuple[str, ...]:
    """Items by the numbers that the headings bear: "pkt. 3" is III where these are roman."""
    by_value = {_value(label): label for label in reversed(labels)}
    return tuple(item if item in labels else by_value.get(_value(item), item) for item in items)


def _value(label: str) -> str:
    return str(_roman(label)) if _IS_ROMAN.fullmatch(label) else label


def _roman(text: str) -> int:
    values = [_ROMAN_VALUES[char] for char in text]
    return sum(-value if value < max(values[i:]) else value for i, value in enumerate(values))


def _with_swapped(chain: tuple[Heading, ...], scored: Sequence[Heading]) -> tuple[Heading, ...]:
    """The chain with the items that were taken out of their order: 3, 5, 4, 6.

    A number that is missing in the chain, once in the document and with sections below it, is one.
    """
    if len(chain) < _FEWEST_IN_ORDER:
        return chain
    last = chain[-1].number
    depth, known = len(last), {heading.number for heading in chain}
    after = (*last[:-1], last[-1] + 1)
    times = Counter(heading.number for heading in scored)
    swapped = (
        heading
        for heading in scored
        if heading.number not in known
        and times[heading.number] == 1
        and len(heading.number) == depth == len(chain[0].number)
        and chain[0].number < heading.number <= after
        and heading.support >= _SURE
        and chain[0].index < heading.index < chain[-1].index
    )
    return tuple(sorted((*chain, *swapped), key=lambda heading: heading.index))


def _best_chain(scored: Sequence[Heading]) -> tuple[Heading, ...]:
    """The chain of successors with the most support; dynamic programming over the candidates."""
    totals: list[float] = []
    before: list[int | None] = []
    latest: dict[Number, int] = {}  # the best chain that ends in a number
    below: dict[Number, int] = {}  # the best chain that ends anywhere below a number
    for i, heading in enumerate(scored):
        start = 0.0 if heading.number[0] == 1 else -_SKIP_COST
        best, source = start, None
        for j, cost in _before(heading.number, latest, below):
            if totals[j] - cost > best:
                best, source = totals[j] - cost, j
        totals.append(best + heading.support)
        before.append(source)
        number = heading.number
        ends = ((latest, number), *((below, number[:n]) for n in range(1, len(number))))
        for best_at, place in ends:
            if place not in best_at or totals[i] >= totals[best_at[place]]:
                best_at[place] = i
    return tuple(scored[i] for i in _trace(totals, before))


def _trace(totals: Sequence[float], before: Sequence[int | None]) -> list[int]:
    if not totals:
        return []
    at: int | None = max(range(len(totals)), key=lambda i: (totals[i], -i))
    path = []
    while at is not None:
        path.append(at)
        at = before[at]
    return path[::-1]


def _before(
    number: Number, latest: Mapping[Number, int], below: Mapping[Number, int]
) -> Iterator[tuple[int, float]]:
    """The headings that may stand before a number, each with what it costs to believe so."""
    missing = _skip_cost(number[-1] - 1)
    if number[:-1] in latest:
        yield latest[number[:-1]], missing
    for previous, cost in _predecessors(number, missing):
        if previous in latest:
            yield latest[previous], cost
        if previous in below:  # 3.4 is followed by 4, and 3.4.2 by 3.5
            yield below[previous], cost


def _predecessors(number: Number, missing: float) -> Iterator[tuple[Number, float]]:
    yield from _before_on_level(number)
    for previous, cost in _before_on_level(number[:-1]):  # its heading was never written
        yield previous, cost + missing + _NO_PARENT


def _before_on_level(number: Number) -> Iterator[tuple[Number, float]]:
    """The numbers that count up to this one; some may be missing, as closed items are."""
    for skipped in range(min(_FARTHEST_SKIP, number[-1] - 1) if number else 0):
        yield (*number[:-1], number[-1] - 1 - skipped), _skip_cost(skipped)


def _skip_cost(skipped: int) -> float:
    return _SKIP_COST * min(skipped, _MOST_SKIPS_COUNTED)


def _with_support(
    i: int, candidates: Sequence[Heading], layer: TextLayer, parts: Sequence[bool]
) -> Heading:
    """How much speaks for a candidate: sections below it, space above it, a title's form."""
    heading = candidates[i]
    line = layer.lines[heading.index]
    after = candidates[i + 1] if i + 1 < len(candidates) else None
    end = after.index if after is not None else len(layer.lines)
    below = range(heading.index + 1, min(heading.index + 1 + _REACH, end))
    groups = after is not None and end == heading.index + 1 and after.number[:-1] == heading.number
    spaced = line.page_top or line.gap > layer.line_gap
    before = candidates[i - 1] if i else None
    listed = (
        before is not None and before.index == heading.index - 1 and _counts_on(before, heading)
    )
    evidence = (
        (0.5, True),
        (3.0, any(parts[j] for j in below)),
        (-1.2, sum(parts) >= 2 and not any(parts[j] for j in below)),  # other items have sections
        (1.2, groups),  # "3. Sager" above "3.1. Den første sag"
        (1.0, spaced),
        (-4.0, listed and not spaced and sum(parts) >= 2),  # "1. ...", "2. ..." on lines in a row
        (0.3, end > heading.index + 1),
        (-1.0, is_sentence(layer.read(line)[heading.title_at or 0 :].split("\t")[0])),
        (1.0, heading.style == "word"),
    )
    return replace(heading, support=sum(weight for weight, holds in evidence if holds))


def _counts_on(before: Heading, heading: Heading) -> bool:
    return before.number == (*heading.number[:-1], heading.number[-1] - 1)


def is_sentence(title: str) -> bool:
    """Whether a line reads as the end of a sentence, or is too long for a title."""
    ends = title.endswith((".", ";", ",")) and not title.endswith(
        ("mv.", "m.v.", "m.m.", "mm.", "evt.", "Evt.")
    )
    return ends or len(title) > 160
