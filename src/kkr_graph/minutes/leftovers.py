"""Text that was neither used nor ignored by name, so that nothing is lost in silence."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from kkr_graph.minutes.meeting import names_kind
from kkr_graph.minutes.structure import CASE_NUMBER
from kkr_graph.model.extract import Fact, Unclaimed
from kkr_graph.model.names import fold
from kkr_graph.model.span import Passage
from kkr_graph.model.text import Line, TextLayer

WHY = "tekst før første punkt, som hverken er mødets data eller en deltagerliste"
# Particulars of a meeting that the graph does not keep, and rules drawn across the page.
_PARTICULARS = re.compile(
    r"(?:sted|mødested|mødelokale|lokale|adresse|tid|mødetid|starttid|sluttid|tidspunkt|dato|referent|journal\w*|sags?(?:nr|nummer)?)\b\.?\s*:?(?:\s.*)?"
    r"|[_=*.\-–—\s]{3,}",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s*(?:pkt\.?|punkt)?\s*[\d.]+[.:)]?\s*", re.IGNORECASE)


def find_leftovers(
    layer: TextLayer,
    front: Sequence[Line],
    used: Iterable[Passage],
    titles: Iterable[str],
) -> Iterator[Unclaimed]:
    """The paragraphs before the first item that nothing was read from.

    ``used`` are the passages of what was read; ``titles`` the items' titles, which a list of
    contents repeats.
    """
    passages = tuple(used)
    contents = {fold(title) for title in titles}
    left = [
        line
        for line in front
        if not any(_touches(line, passage) for passage in passages)
        and not _is_ignored(layer.read(line), contents)
    ]
    for first, last in _paragraphs(left, layer.reading.text):
        yield Unclaimed(passage=layer.passage(first.start, last.end), why=WHY)


def passages_of(facts: Iterable[Fact]) -> Iterator[Passage]:
    """The passages that prove facts."""
    return (fact.passage for fact in facts)


def _touches(line: Line, passage: Passage) -> bool:
    return line.start < passage.end and passage.start < line.end


def _is_ignored(text: str, contents: set[str]) -> bool:
    plain = fold(_NUMBERED.sub("", text, count=1))
    return (
        _PARTICULARS.fullmatch(text) is not None
        or names_kind(text)
        or CASE_NUMBER.fullmatch(text) is not None
        or plain in contents
    )


def _paragraphs(lines: Sequence[Line], text: str) -> Iterator[tuple[Line, Line]]:
    """The first and last line of each run of lines that the reading joins."""
    first: Line | None = None
    for line, after in pairwise((*lines, None)):
        assert line is not None
        first = first or line
        joined = after is not None and text[line.read_end : after.read_start] in (" ", "")
        if not joined:
            yield first, line
            first = None
