"""Lists beside each other on a printed page: one below "Til stede:", the next below "Afbud:"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kkr_graph.sources.page import PageLine, Parts, distance

_BREAK = 1.6  # of the smallest step between two lines: a larger one ends the lists


def part_columns(lines: Sequence[PageLine]) -> Iterator[PageLine]:
    """The lines of a page; labelled lists that stand beside each other follow one another."""
    ahead = list(lines)
    while ahead:
        rows = list(_rows(ahead))
        if _are_lists(rows):
            for column in zip(*rows, strict=True):
                yield from (line for line in column if line is not None)
            ahead = ahead[len(rows) :]
        else:
            yield ahead.pop(0)


def _rows(lines: Sequence[PageLine]) -> Iterator[Parts]:
    """A line of labels and what stands below, each as the parts of its columns."""
    starts = lines[0].columns
    heads = lines[0].parts(starts)
    if len(starts) < 2 or heads is None or not all(map(_is_label, heads)):
        return
    yield heads
    smallest = 0.0
    for above, line in pairwise(lines):
        step = distance(above, line)
        parts = line.parts(starts)
        if parts is None or (smallest and step > _BREAK * smallest):
            return
        smallest = min(smallest or step, step)
        yield parts


def _is_label(part: PageLine | None) -> bool:
    return part is not None and part.text.endswith(":")


def _are_lists(rows: Sequence[Parts]) -> bool:
    """Whether columns are lists, and not cells of rows: they end apart, and most hold names."""
    below = rows[1:]
    uneven = any(None in row or any(map(_is_label, row)) for row in below)
    columns = [[part for part in column if part is not None] for column in zip(*below, strict=True)]
    return uneven and all(
        2 * sum(len(part.words) > 1 for part in column) > len(column) for column in columns
    )
