"""How a document's text is laid out: its lines, pages and spacing."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kkr_graph.model.text import Line, LineKind, Source, TextLayer
from kkr_graph.text.furniture import find_furniture
from kkr_graph.text.reading import Layout, read_lines

PAGE_BREAK = "\f"
_FULL = 0.7  # of the width: a line that seems to have been broken
_NARROWEST = 45  # characters of a page
_AT_LEAST = 3  # lines that go on, before they prove anything
_TELLING = 2  # lines that end or begin in mid-sentence, where none is long
_OPEN_END = re.compile(r"(?:-|\b(?:og|samt|af|i|til|for|med|om|den|det|en|et))$")
_PAGE = 100  # characters of the widest page
_RARELY = 0.15  # of all lines
_RULE = re.compile(
    r"(?:[-_=*·~–—+]\s*){5,}"
)  # drawn under a title, between parts, or below the heads of columns
_RULE_GAP = 2  # blank lines that a drawn line is worth: more than ever stand inside a paragraph


def lay_out(source: Source) -> TextLayer:
    """Find the lines of a document, set page furniture aside, and make it readable."""
    pages = _page_starts(source.text)
    lines = tuple(_split_lines(source.text))
    line_gap = _line_gap(source.text, lines) if source.lines != LineKind.WRAPPED else 0
    lines = tuple(_mark_page_tops(source.text, lines, line_gap))
    rows = frozenset(row.start for row in source.rows if row.table is not None)
    # the titles of a table stand at the top of each of its pages
    furniture = find_furniture(source.text, lines) - {each for each in lines if each.start in rows}
    kept = tuple(line for line in lines if line not in furniture)
    width = _width(kept)
    unknown = source.lines == LineKind.UNKNOWN
    broken = line_gap > 0 or _are_broken(source.text, kept, width, any_letter=unknown)
    layout = Layout(line_gap=line_gap, width=width, lines=source.lines, broken=broken, rows=rows)
    reading, placed = read_lines(source.text, _close_ranks(lines, kept), layout)
    return TextLayer(
        name=source.name,
        sha256=source.sha256,
        text=source.text,
        lines=placed,
        reading=reading,
        furniture=tuple(line for line in lines if line in furniture),
        page_starts=pages,
        line_gap=line_gap,
        width=layout.width,
        mended=broken and source.lines == LineKind.PARAGRAPH,
        places=source.places,
        rows=source.rows,
    )


def _page_starts(text: str) -> tuple[int, ...]:
    breaks = [i + 1 for i, char in enumerate(text) if char == PAGE_BREAK]
    return (0, *breaks) if breaks else ()


def _split_lines(text: str) -> Iterator[Line]:
    start = gap = 0
    page_top = False
    for number, raw in enumerate(text.split("\n"), start=1):
        for nth, piece in enumerate(raw.split(PAGE_BREAK)):  # a page may end in mid-line
            page_top = page_top or nth > 0
            body = piece.strip()
            if _RULE.fullmatch(body):
                gap += _RULE_GAP
            elif body:
                left = start + len(piece) - len(piece.lstrip())
                end = left + len(body)
                yield Line(start=left, end=end, number=number, gap=gap, page_top=page_top)
                gap, page_top = 0, False
            start += len(piece) + 1
        gap += not raw.strip()


def _line_gap(text: str, lines: Sequence[Line]) -> int:
    """Blank lines inside a paragraph: 1 when nearly every line is followed by a blank one.

    Then many of them go on with a small letter; where none does, every line is a paragraph. Each of
    several clauses below "indstiller," is one too, and where lines go on without a blank one, others do not.
    """
    gaps = Counter(min(line.gap, 2) for line in lines[1:])
    small = [line for line in lines[1:] if text[line.start].islower()]
    clauses = sum(line.gap == 1 and text.startswith("at ", line.start) for line in small)
    going_on = sum(line.gap == 1 for line in small) - clauses
    going_on -= sum(line.gap == 0 for line in small)
    is_double = gaps[1] > 3 * gaps[0] and gaps[1] > gaps[2]
    return 1 if is_double and 10 * going_on >= gaps[1] else 0


def _are_broken(text: str, lines: Sequence[Line], width: int, *, any_letter: bool) -> bool:
    """Whether lines were broken to fit a page, though their format makes each a paragraph.

    Text pasted from a PDF has full lines of much the same length, and many of the next begin in
    mid-sentence. A paragraph of its own hardly ever begins with a small letter; in plain text
    (``any_letter``) it hardly ever ends without a full stop either.
    """
    full = [
        (text[line.start : line.end], text[after.start])
        for line, after in pairwise(lines)
        if line.end - line.start >= _FULL * width and after.gap == 0
    ]
    ends = [first for body, first in full if body[-1] not in ".:;!?)"]
    going_on = sum(any_letter or first.islower() for first in ends)
    if going_on < _AT_LEAST and _is_narrow(text, lines):
        going_on = len(ends)
    return width >= _NARROWEST and going_on >= _AT_LEAST and 4 * going_on >= len(full)


def _is_narrow(text: str, lines: Sequence[Line]) -> bool:
    """Whether no line is longer than a page is wide, and some end or begin in mid-sentence."""
    telling = sum(
        text[after.start].islower() or _OPEN_END.search(text, line.start, line.end) is not None
        for line, after in pairwise(lines)
        if after.gap == 0 and text[line.end - 1] not in ".:;!?)"
    )
    return telling >= _TELLING and all(line.end - line.start <= _PAGE for line in lines)


def _mark_page_tops(text: str, lines: Sequence[Line], line_gap: int) -> Iterator[Line]:
    """A page break that became a blank: a line set in by one, where hardly any other is."""
    indented = {line.number for line in lines if _is_set_in_by_one(text, line)}
    rare = len(indented) <= _RARELY * len(lines)
    for line in lines:
        seems = rare and line.number in indented and line.gap <= max(0, line_gap - 1)
        yield replace(line, page_top=line.page_top or (seems and line.number > 1))


def _is_set_in_by_one(text: str, line: Line) -> bool:
    before = text[max(0, line.start - 2) : line.start]
    return before in (" ", "\n ")


def _close_ranks(lines: Sequence[Line], kept: Sequence[Line]) -> tuple[Line, ...]:
    """The kept lines; one that follows furniture counts as the top of a page."""
    carrying = set(kept)
    follows = {after.number for before, after in pairwise(lines) if before not in carrying}
    return tuple(replace(line, page_top=True) if line.number in follows else line for line in kept)


def _width(lines: Sequence[Line]) -> int:
    """What a full line measures: the length that nine lines of ten do not exceed."""
    lengths = sorted(line.end - line.start for line in lines)
    return lengths[len(lengths) * 9 // 10] if lengths else 0
