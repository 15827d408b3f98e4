"""Page furniture: headers, footers and page numbers by form and repetition, and links of web pages."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kkr_graph.model.text import Line
from kkr_graph.text.links import find_links

_PAGE_NUMBER = re.compile(
    r"(?:\W{0,20}(?:side|s\.|page)\s*[|:]?\s*\d{1,4}(?:\s*(?:af|/|of)\s*\d{1,4})?\W{0,20}"
    r"|[-–]\s*\d{1,4}\s*[-–])",
    re.IGNORECASE,
)
_ENDS_WITH_PAGE_NUMBER = re.compile(
    r".{0,90}(?:\bside\s*\d{1,4}\s*(?:af|/)\s*\d{1,4}|[|·]\s*side\s*\|?\s*\d{1,4}|(?:\t|\s{3})side\s*\|?\s*\d{1,4})\W{0,20}",
    re.IGNORECASE,
)
_NUMBERED_FOOTER = re.compile(r"(?P<footer>.{5,100}?)(?:\t| {3,})(?P<page>\d{1,3})")
_OF_PAGES = re.compile(r"(?P<page>\d{1,4})\s*/\s*(?P<pages>\d{1,4})")
_DATED_HEADER = re.compile(r".{2,80}\s(?:[|·–-]\s*\d{1,2}[-./]\d{1,2}[-./]|[|·]\s.{2,60}[ /])\d{4}")
_BARE_NUMBER = re.compile(r"\d{1,4}")
_DIGITS = re.compile(r"\d+")
# Where every item begins on a page of its own, its headings and its decision stand at the edges.
_CONTENT = re.compile(
    r"^(?:baggrund|resum[eé]|indstilling|sagsfremstilling|beslutning|konklusion|bilag|deltagere|afbud|fraværende)\b"
    r"|\b(?:godkendt|efterretning|vedtaget|drøftet|tiltrådt|udsat|anbefalet)\b",
    re.IGNORECASE,
)
_MOST_PAGES = 99  # of which one number alone may be told
_NEAR = 2  # lines between a page number and the header or footer that goes with it
_HEAD = 8  # lines in which the first page says what a header repeats
_LONGEST = 120  # characters; a longer line is prose


def find_furniture(text: str, lines: Sequence[Line]) -> frozenset[Line]:
    """The lines that belong to the page and not to the document."""
    bodies = [text[line.start : line.end] for line in lines]
    numbers = {i for i, body in enumerate(bodies) if _is_page_number(body)}
    numbers.update(_counted_pages(bodies))
    edges = set(_page_edges(lines))
    shapes = Counter(_shape(body) for body in bodies)
    found = set(numbers)
    found.update(_numbered_footers(bodies))
    found.update(find_links(bodies))
    found.update(_beside_page_numbers(bodies, numbers, shapes))
    found.update(_repeated_at_edges(bodies, edges, shapes))
    return frozenset(lines[i] for i in found)


def _is_page_number(body: str) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(body) or _ENDS_WITH_PAGE_NUMBER.fullmatch(body))


def _counted_pages(bodies: Sequence[str]) -> Iterator[int]:
    """The lines "3/12" of a count of pages: they rise to one number, as cases "26/402" do not."""
    counts: dict[int, list[tuple[int, int]]] = {}
    for i, body in enumerate(bodies):
        if match := _OF_PAGES.fullmatch(body):
            counts.setdefault(int(match["pages"]), []).append((i, int(match["page"])))
    for pages, found in counts.items():
        rises = all(before < after for (_, before), (_, after) in pairwise(found))
        fits = found[-1][1] <= pages and (len(found) > 1 or pages <= _MOST_PAGES)
        yield from (i for i, _ in found if rises and fits)


def _numbered_footers(bodies: Sequence[str]) -> Iterator[int]:
    """The lines that come again with the next number far behind: "Havnerådet, den 3. maj    2"."""
    found: dict[str, list[tuple[int, int]]] = {}
    for i, body in enumerate(bodies):
        if match := _NUMBERED_FOOTER.fullmatch(body):
            found.setdefault(match["footer"], []).append((i, int(match["page"])))
    for pages in found.values():
        rises = all(before + 1 == after for (_, before), (_, after) in pairwise(pages))
        yield from (i for i, _ in pages if rises and len(pages) > 1)


def _page_edges(lines: Sequence[Line]) -> Iterator[int]:
    """The indices of the two first and two last lines of each page."""
    tops = [i for i, line in enumerate(lines) if line.page_top]
    for top in tops:
        yield from range(max(0, top - _NEAR), min(len(lines), top + _NEAR))
    if tops:
        yield from range(min(_NEAR, len(lines)))
        yield from range(max(0, len(lines) - _NEAR), len(lines))


def _beside_page_numbers(
    bodies: Sequence[str], numbers: set[int], shapes: Counter[str]
) -> Iterator[int]:
    """Header lines next to a page number: repeated only there, or of the form "body | date"."""
    near = {
        i
        for number in numbers
        for i in range(max(0, number - _NEAR), min(len(bodies), number + _NEAR + 1))
        if i not in numbers
    }
    beside = Counter(_shape(bodies[i]) for i in near)
    head = set(bodies[:_HEAD])
    for i in near:
        shape = _shape(bodies[i])
        if i >= _HEAD and bodies[i] in head and _may_repeat(bodies[i]):
            yield i  # "Referat af bestyrelsesmøde nr. 38", as on the first page
        only_there = beside[shape] == shapes[shape] and beside[shape] >= len(numbers) > 1
        if _DATED_HEADER.fullmatch(bodies[i]) or (only_there and _may_repeat(bodies[i])):
            yield i


def _repeated_at_edges(
    bodies: Sequence[str], edges: set[int], shapes: Counter[str]
) -> Iterator[int]:
    """Lines that stand at the edge of three pages or more, and bare numbers there."""
    at_edge = Counter(_shape(bodies[i]) for i in edges)
    for i in edges:
        shape = _shape(bodies[i])
        if at_edge[shape] >= 3 and at_edge[shape] == shapes[shape] and _may_repeat(bodies[i]):
            yield i


def _may_repeat(body: str) -> bool:
    """Whether a line may be a header or footer: no sentence, and nothing that an item says."""
    if _BARE_NUMBER.fullmatch(body):
        return True
    is_prose = len(body) > _LONGEST or body.endswith((".", ":"))
    return not is_prose and _CONTENT.search(body) is None


def _shape(body: str) -> str:
    """A line but for its numbers, in which the headers of two pages may differ."""
    return _DIGITS.sub("#", body)
