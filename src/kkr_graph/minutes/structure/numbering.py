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
from itertools import pairwise
from statistics import median

from kkr_graph.minutes.structure.doors import tells_doors
from kkr_graph.minutes.structure.item_numbers import (
    KNOWN_FORMS,
    Number,
    Numbered,
    families,
    numbered_lines,
)
from kkr_graph.model.text import Line, TextLayer

LONGEST_ABOVE = 120
_REACH = 6  # lines below a heading in which its sections or case number begin
_SKIP_COST = 1.2
_MOST_SKIPS_COUNTED = 3  # an extract leaves out many: four missing are no worse than three
_NO_PARENT = 0.5
_FARTHEST_SKIP = 12
_FEWEST_SECTIONED = 2  # lines of sections, before an item without any is none
_FEWEST_IN_ORDER = 3  # items, before one can be out of its order
_FEWEST_BESIDE = 2  # of them on its level
_SHOWN = "shown"  # a form that nobody knew
_APART = 1.0  # the support of a heading with space above or sections below
SECTIONED = 3.0  # and of one with sections below
# "27.11", "27.11.26"
_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])(?:\.(?:20)?\d\d)?")
_CALENDAR = re.compile(
    r"(?:\w*kalender(?:en)?|(?:vigtige |kommende |næste )?(?:\w*datoer|møder|arrangementer)|det sker)(?: \d{4})?:?",
    re.IGNORECASE,
)
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


def find_headings(
    layer: TextLayer,
    is_item_part: Callable[[Line], bool],
    heads_papers: Callable[[Line], bool],
) -> tuple[Heading, ...]:
    """The headings of the agenda items, in the order of the text.

    ``is_item_part`` tells whether a line stands only inside an item: a section heading or a line
    with a case number; ``heads_papers``, whether it is the heading over its attachments.
    """
    parts = [is_item_part(line) for line in layer.lines]
    texts = [layer.read(line) for line in layer.lines]
    known = {form: _candidates(form, numbered_lines(form, texts), parts) for form in KNOWN_FORMS}
    decimal = _without_papers(known["decimal"], layer, heads_papers)
    known["word"] = _below_words(known["word"], decimal, layer)
    shown = [_candidates(_SHOWN, family, parts) for family in families(texts)]
    chains = []
    for candidates in (*known.values(), *shown):
        scored = [_with_support(i, candidates, layer, parts) for i in range(len(candidates))]
        chain = _with_swapped(_best_chain(scored), scored)
        if chain and chain[0].style == _SHOWN and not _stands_out(chain):
            continue
        if chain and (_are_days(chain) or _is_below_calendar(chain[0], texts)):
            continue
        chains.append((sum(heading.support for heading in chain), chain))
    best, chain = max(chains, key=lambda scored: scored[0], default=(0.0, ()))
    return _with_titles_above(chain, layer, parts) if best > 0 else ()


def _stands_out(chain: Sequence[Heading]) -> bool:
    """Whether most headings of a form have space above or sections below: initials do not."""
    return 2 * sum(heading.support >= _APART for heading in chain) >= len(chain) > 0


def _are_days(chain: Sequence[Heading]) -> bool:
    """Whether the numbers are days of a calendar, "27.11. Temadag", that do not follow one another."""
    days = all(_DAY.fullmatch(heading.label) and heading.support < SECTIONED for heading in chain)
    return days and not any(_counts_on(*pair) for pair in pairwise(chain))


def _is_below_calendar(first: Heading, texts: Sequence[str]) -> bool:
    """Whether a number other than the first stands right below the head of a calendar."""
    above = texts[first.index - 1] if first.index else ""
    return first.number[0] > 1 and _CALENDAR.fullmatch(above) is not None


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


def _candidates(
    style: str, numbered: Iterable[Numbered], parts: Sequence[bool]
) -> Sequence[Heading]:
    return [
        Heading(
            index=line.index,
            style=style,
            number=line.number,
            label=line.label,
            title_at=line.title_at,
        )
        for line in numbered
        if not parts[line.index]
    ]


def _without_papers(
    numbered: Sequence[Heading], layer: TextLayer, heads_papers: Callable[[Line], bool]
) -> Sequence[Heading]:
    """Numbers but for those of the papers of an item, "2.1" and "2.2" below "Bilag"."""
    papers: dict[int, Number] = {}
    for heading in numbered:
        number, above = heading.number, heading.index - 1
        is_first = len(number) > 1 and number[-1] == 1 and above >= 0
        if papers.get(above) == (*number[:-1], number[-1] - 1) or (
            is_first and heads_papers(layer.lines[above])
        ):
            papers[heading.index] = number
    return [heading for heading in numbered if heading.index not in papers]


def _below_words(
    worded: Sequence[Heading], decimal: Sequence[Heading], layer: TextLayer
) -> Sequence[Heading]:
    """Headings by a word, "Ad 2", with the numbers below them that have none: "2.a", "2.1"."""
    words = {heading.index: heading for heading in worded}
    tops = {heading.number[0] for heading in worded}
    below = {
        heading.index: heading
        for heading in decimal
        if len(heading.number) > 1
        and heading.number[0] in tops
        and (heading.label[-1].isalpha() or layer.lines[heading.index].gap > layer.line_gap)
    }
    return [heading for _, heading in sorted((below | words).items())]


def _with_swapped(chain: tuple[Heading, ...], scored: Sequence[Heading]) -> tuple[Heading, ...]:
    """The chain with the items that were taken out of their order, and what is below each: 3, 5, 4, 6.

    A number that is missing in the chain and once in the document is one, if as much speaks for it
    as for the others, or sections stand below it. The fourth of a list is none.
    """
    if len(chain) < _FEWEST_IN_ORDER:
        return chain
    usual = max(_APART, median(heading.support for heading in chain))
    times = Counter(heading.number for heading in scored)
    known = {heading.number for heading in chain}
    swapped: list[Heading] = []
    for before, heading in pairwise((None, *scored)):
        assert heading is not None
        if heading.number in known or times[heading.number] > 1 or heading in swapped:
            continue
        block = _block(heading, chain, scored)
        support = sum(one.support for one in block)
        in_list = before is not None and before not in swapped and _counts_on(before, heading)
        sure = support >= _SURE
        if (sure or (support >= usual and not in_list)) and _is_among(heading, chain, sure=sure):
            swapped.extend(block)
    return tuple(sorted((*chain, *swapped), key=lambda heading: heading.index))


def _block(
    heading: Heading, chain: Sequence[Heading], scored: Sequence[Heading]
) -> tuple[Heading, ...]:
    """A heading that a chain has not, with those below it: 3, 3.1, 3.2."""
    end = next((one.index for one in chain if one.index > heading.index), heading.index + 1)
    depth = len(heading.number)
    found = _best_chain(
        [
            one
            for one in scored
            if heading.index <= one.index < end and one.number[:depth] == heading.number
        ]
    )
    return found if found[0] is heading else (heading,)


def _is_among(heading: Heading, chain: Sequence[Heading], *, sure: bool) -> bool:
    """Whether a heading counts among those of a chain on its level, and stands among them.

    One that is sure to be a heading may stand above the first or below the last.
    """
    depth = len(heading.number)
    level = [one for one in chain if len(one.number) == depth]
    siblings = [one for one in level if one.number[:-1] == heading.number[:-1]]
    beside = siblings if len(chain[0].number) < depth and siblings else level  # 4.1, 4.3, 4.2
    if len(beside) < _FEWEST_BESIDE:
        return False
    first, *_, last = beside
    if not first.index < heading.index < last.index:
        return sure and first.number < heading.number < last.number
    return first.number < heading.number <= (*last.number[:-1], last.number[-1] + 1)


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
    sectioned = sum(parts) >= _FEWEST_SECTIONED
    is_row = any(map(tells_doors, layer.read(line).split("\t")[1:]))  # "46.\tHavnen\tLukket"
    evidence = (
        (0.5, True),
        (3.0, any(parts[j] for j in below)),
        (-1.2, sectioned and not any(parts[j] for j in below)),  # other items have sections
        (1.2, groups),  # "3. Sager" above "3.1. Den første sag"
        (1.0, spaced),
        # "1. ...", "2. ..." on lines in a row
        (-4.0, listed and sectioned and not (spaced or is_row)),
        (0.3, end > heading.index + 1),
        (-1.0, is_sentence(layer.read(line)[heading.title_at or 0 :].split("\t")[0])),
        (1.0, heading.style == "word"),
        (2.0, is_row),
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
