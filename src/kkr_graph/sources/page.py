"""A printed page: words with their places, put into lines, rows and paragraphs."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kkr_graph.sources.transcript import Entry

_SAME_LINE = 0.5  # of the lower of two words: that much beside each other is one line
_COLUMN_GAP = 0.8  # of the type size: about three blanks
_ALIKE = 0.1  # of the type size
_BLANK = 0.08  # of the type size: a smaller gap parts no words
_LABEL = re.compile(r"[–—\-•*▪◦]|\d{1,3}(?:\.\d{1,3})*[.)]?|[a-zæøå]\)")
_STEP = 0.05  # of the type size, to compare distances between lines
_COMMON = 0.08  # of all distances: one that common is the leading, if there is no smaller one
EXTRA = 0.3  # of the type size above the leading: space between paragraphs
_USUAL = 1.2  # the leading of a document that does not show any


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """Characters without a blank between them, and where they stand on the page, in points."""

    text: str
    x0: float
    x1: float
    bottom: float
    top: float
    level: bool = True  # not turned, as stamps and watermarks are


@dataclass(frozen=True, slots=True)
class PageLine:
    """What stands side by side on a page, from left to right."""

    words: tuple[Word, ...]

    @property
    def size(self) -> float:
        """The size of most of the line."""
        return max(word.top - word.bottom for word in self.words)

    @property
    def base(self) -> float:
        """The height on which the line stands."""
        return sum(word.bottom for word in self.words) / len(self.words)

    @property
    def text(self) -> str:
        """The words with blanks between them, and tabs between columns."""
        rest = zip(self._separators(), self.words[1:], strict=True)
        return self.words[0].text + "".join(f"{separator}{word.text}" for separator, word in rest)

    @property
    def columns(self) -> tuple[float, ...]:
        """Where each of the columns that ``text`` sets apart begins."""
        rest = zip(self._separators(), self.words[1:], strict=True)
        return (self.words[0].x0, *(word.x0 for separator, word in rest if separator == "\t"))

    def _separators(self) -> list[str]:
        """What stands between each word and the next."""
        size = self.size
        gaps = [(word.x0 - before.x1) / size for before, word in pairwise(self.words)]
        # all alike, as where a line was stretched to the margin
        is_justified = len(gaps) > 2 and max(gaps) - min(gaps) < _ALIKE
        if gaps and _LABEL.fullmatch(self.words[0].text):
            gaps[0] = min(gaps[0], _COLUMN_GAP - _BLANK)
        wide = math.inf if is_justified else _COLUMN_GAP
        return ["" if gap < _BLANK else " " if gap < wide else "\t" for gap in gaps]


def set_lines(words: Sequence[Word]) -> list[PageLine]:
    """The lines of a page from top to bottom; turned text follows, as the page gives it."""
    level = sorted(
        (word for word in words if word.level), key=lambda word: (-word.bottom - word.top, word.x0)
    )
    lines: list[list[Word]] = []
    for word in level:
        if lines and _beside(lines[-1], word):
            lines[-1].append(word)
        else:
            lines.append([word])
    turned = [word for word in words if not word.level]
    if turned:
        lines.append(turned)
        return [*map(_in_order, lines[:-1]), PageLine(tuple(turned))]
    return [_in_order(line) for line in lines]


def _in_order(line: Sequence[Word]) -> PageLine:
    return PageLine(tuple(sorted(line, key=lambda word: (word.x0, word.x1))))


def _beside(line: Sequence[Word], word: Word) -> bool:
    """Whether a word stands on a line; the line's tallest word speaks for it."""
    tallest = max(line, key=lambda each: each.top - each.bottom)
    common = min(tallest.top, word.top) - max(tallest.bottom, word.bottom)
    return common > _SAME_LINE * min(tallest.top - tallest.bottom, word.top - word.bottom)


def usual_leading(pages: Sequence[Sequence[PageLine]]) -> float:
    """The distance between two lines of a paragraph, in heights of the line.

    Not the most common one: in a list where every entry is a paragraph that is the space between
    paragraphs. The smallest of those that are common at all.
    """
    steps = Counter(
        round(distance(above, line) / _STEP) for lines in pages for above, line in pairwise(lines)
    )
    steps = Counter({step: n for step, n in steps.items() if step > 0})
    needed = max(2, _COMMON * steps.total())
    common = (step for step in sorted(steps) if steps[step] + steps[step + 1] >= needed)
    return _STEP * next(common, _USUAL / _STEP)


def distance(above: PageLine, line: PageLine) -> float:
    """How far below another a line stands, in heights of the line."""
    return (above.base - line.base) / max(above.size, line.size)


def write_page(lines: Sequence[PageLine], leading: float) -> Iterator[Entry]:
    """The lines as text, with a blank line where the page shows space between paragraphs."""
    above: PageLine | None = None
    for line in lines:
        if above is not None:
            blanks = (distance(above, line) - leading + 1 - EXTRA) // 1
            yield from [Entry("")] * min(2, max(0, int(blanks)))
        yield Entry(line.text, columns=line.columns)
        above = line
