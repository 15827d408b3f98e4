"""A file of sorted lines is looked into as if all of it were in memory."""

from bisect import bisect_left
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_graph.model import lines
from kkr_graph.model.lines import SortedLines

TEXTS = st.text("ab /", max_size=6).map(lambda text: text.encode() + b"\n")
LINES = st.lists(TEXTS | TEXTS.map(lambda line: b"b" * 40 + line), max_size=20).map(sorted)


def opened(some):
    return SortedLines(BytesIO(b"".join(some)))


@given(LINES, TEXTS)
def test_a_place_is_where_a_line_stands_or_would_stand(some, line):
    number = bisect_left(some, line)
    assert opened(some).place(line) == len(b"".join(some[:number]))


@given(LINES, TEXTS, st.integers(0, 20))
def test_a_place_may_be_looked_for_from_a_line_on(some, line, first):
    first = min(first, bisect_left(some, line))
    low = len(b"".join(some[:first]))
    assert opened(some).place(line, low) == opened(some).place(line)


@given(LINES, st.text("ab /", min_size=1, max_size=3).map(str.encode))
def test_lines_that_begin_alike_are_found_together(some, start):
    assert opened(some).beginning_with(start) == b"".join(
        line for line in some if line.startswith(start)
    )


@given(LINES)
def test_others_may_be_looked_for_between_pieces(some):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines, "_PIECE", 7)
        looked_into = opened(some)
        pieces = []
        for piece in looked_into.pieces():
            looked_into.beginning_with(b"a")
            pieces.append(piece)
    assert b"".join(pieces) == b"".join(some)
