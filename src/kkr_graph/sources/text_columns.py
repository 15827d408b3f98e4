"""Text that is set in columns on a printed page: each is read to its end before the next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kkr_graph.sources.page import PageLine, distance, set_lines
from kkr_graph.sources.page_tables import has_room

_SLACK = 3.0  # points by which a line may begin in front of its column
_GUTTER = 0.8  # of the type size: the least space between columns
_FAR = 3.0  # heights of a line: more space than that ends the columns
_BREAK = 1.5  # of the smallest step between two lines: a larger one may end them
_LEVEL = 0.15  # of the type size: so much apart, and lines still stand beside each other
_APART = 0.75  # of the lines of a side: where more have one beside them, they are rows
_FEWEST = 3  # lines of a column
_WORDS = 3  # of a line of a paragraph, on the average
_PARAGRAPH = 1.25  # of the smallest step: a larger one begins a paragraph
_BULLETS = frozenset("•●▪■◦–")
_SENTENCE_END = (".", "!", "?", ":")


@dataclass(frozen=True, slots=True)
class _Side:
    """The lines of one column, or of several that are still to be parted."""

    lines: tuple[PageLine, ...]

    @property
    def steps(self) -> Sequence[float]:
        return [distance(above, line) for above, line in pairwise(self.lines)]

    def is_close(self, smallest: float) -> bool:
        """Whether most lines follow one another, as the cells of rows need not."""
        return 2 * sum(step < _BREAK * smallest for step in self.steps) >= len(self.steps)

    def beside(self, other: "_Side") -> float:
        """The share of the lines that have one of another side beside them."""
        return len(_level(self.lines, other.lines)) / len(self.lines)

    def is_running_text(self) -> bool:
        """Whether it is paragraphs, or columns of them."""
        return self._is_of_paragraphs() or _sides(self.lines)[2] == len(self.lines)

    def _is_of_paragraphs(self) -> bool:
        """Whether it is words without gaps, in lines that are full or end a sentence."""
        if any(len(line.columns) > 1 for line in self.lines):
            return False
        edge = max(line.words[-1].x1 for line in self.lines)
        goes_on = any(
            line.text[:1].islower() for line in self.lines
        )  # as names below each other do not
        words = sum(len(line.words) for line in self.lines)
        return (
            goes_on
            and words >= _WORDS * len(self.lines)
            and all(
                above.text.endswith(_SENTENCE_END) or not has_room(above, line, edge)
                for above, line in pairwise(self.lines)
            )
        )

    def bullets(self) -> Sequence[PageLine]:
        """The lines that begin with a bullet."""
        return [line for line in self.lines if line.text[:1] in _BULLETS]

    def breaks(self, smallest: float) -> Sequence[PageLine]:
        """The lines with which a paragraph of it begins, or the cell of a row."""
        below = zip(self.lines[1:], self.steps, strict=True)
        return [line for line, step in below if step >= _PARAGRAPH * smallest]


def part_text(lines: Sequence[PageLine]) -> Iterator[PageLine]:
    """The lines of a page, those of each column after one another."""
    ahead = list(lines)
    while ahead:
        left, right, count = _sides(ahead)
        if count:
            yield from part_text(left.lines)
            yield from part_text(right.lines)
            ahead = ahead[count:]
        else:
            yield ahead.pop(0)


def _sides(lines: Sequence[PageLine]) -> tuple[_Side, _Side, int]:
    """Two columns at the top of these lines, and how many lines they take; 0 where none are."""
    for start in _starts(lines):
        ahead = list(_keeping_to(start, lines))
        for count in _ends(ahead, start):
            left, right = _parted(ahead[:count], start)
            if _are_columns(left, right):
                return left, right, count
    return _Side(()), _Side(()), 0


def _starts(lines: Sequence[PageLine]) -> Sequence[float]:
    """Where a second column may begin, by what stands on the first two lines."""
    first = lines[0]
    begins = [*first.columns[1:]]
    if len(lines) > 1 and lines[1].words[0].x0 > first.words[-1].x1:
        begins.append(lines[1].words[0].x0)
    return begins


def _keeping_to(start: float, lines: Sequence[PageLine]) -> Iterator[PageLine]:
    """The lines that leave free what is in front of a column, to the first that does not."""
    above = lines[0]
    for line in lines:
        in_front = [word.x1 for word in line.words if word.x0 + _SLACK < start]
        is_free = max(in_front, default=0) + _GUTTER * line.size <= start
        if not (line.is_level and is_free) or distance(above, line) > _FAR:
            return
        yield line
        above = line


def _ends(lines: Sequence[PageLine], start: float) -> Iterator[int]:
    """How many of the lines may be set in columns: up to where the last ends, or to a larger space."""
    steps = [distance(above, line) for above, line in pairwise(lines)]
    smallest = _smallest(steps)
    spaces = [at for at, step in enumerate(steps, 1) if step >= _BREAK * smallest]
    last = max(
        (at for at, line in enumerate(lines) if line.words[-1].x0 + _SLACK >= start), default=0
    )
    first = [line for line in lines if line.words[0].x0 + _SLACK < start]
    if last and _is_wrapped(first, lines[last]):
        yield len(lines)
    yield next((at for at in spaces if at > last), len(lines))
    yield from (at for at in reversed(spaces) if at <= last)


def _is_wrapped(first: Sequence[PageLine], last: PageLine) -> bool:
    """Whether the first column goes on below the last line of the others, as its width shows.

    What stands there below all columns would be short, or wider than the first.
    """
    below = [line for line in first if line.base < last.base]
    edge = max((line.words[-1].x1 for line in below), default=0.0)
    return any(
        line.text[:1].islower() and not has_room(above, line, edge)
        for above, line in pairwise(below)
    )


def _parted(lines: Sequence[PageLine], start: float) -> tuple[_Side, _Side]:
    """What stands in front of a place, and from there on, each put into lines of its own."""
    words = [word for line in lines for word in line.words]
    left = [word for word in words if word.x0 + _SLACK < start]
    right = [word for word in words if word.x0 + _SLACK >= start]
    return _Side(tuple(set_lines(left))), _Side(tuple(set_lines(right)))


def _are_columns(left: _Side, right: _Side) -> bool:
    """Whether two sides are columns, and not the cells of rows.

    The lines of columns stand where the text of each has them, or are filled with sentences and
    have their paragraphs apart; the cells of a row begin beside each other.
    """
    if min(len(left.lines), len(right.lines)) < _FEWEST:
        return False
    smallest = _smallest([*left.steps, *right.steps])
    if not (left.is_close(smallest) and right.is_close(smallest)):
        return False
    if max(left.beside(right), right.beside(left)) < _APART:
        return True
    if _are_lists(left, right):
        return True
    if not (left.is_running_text() and right.is_running_text()):
        return False
    begun, beside = left.breaks(smallest), right.breaks(smallest)
    return 2 * len(_level(begun, beside)) <= min(len(begun), len(beside))


def _are_lists(left: _Side, right: _Side) -> bool:
    """Whether both are lists whose bullets stand apart, as those of the cells of a row do not."""
    some, others = left.bullets(), right.bullets()
    fewest = min(len(some), len(others))
    return fewest >= _FEWEST and 3 * len(_level(some, others)) <= fewest


def _level(lines: Sequence[PageLine], others: Sequence[PageLine]) -> Sequence[PageLine]:
    """Those of the lines that have one of the others beside them."""
    bases = [other.base for other in others]
    return [
        line for line in lines if any(abs(line.base - base) <= _LEVEL * line.size for base in bases)
    ]


def _smallest(steps: Sequence[float]) -> float:
    """The step from line to line."""
    return min((step for step in steps if step > _GUTTER), default=1.0)
