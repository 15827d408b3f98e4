"""Text that was neither used nor ignored by name, so that nothing is lost in silence."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kkr_graph.language.cases import CASE_NUMBER
from kkr_graph.language.letters import formalities
from kkr_graph.minutes.meeting.kinds import names_kind
from kkr_graph.minutes.structure.contents import Contents
from kkr_graph.model.extract import Fact, Unclaimed
from kkr_graph.model.lexicon import Lexicon
from kkr_graph.model.names import fold
from kkr_graph.model.span import Passage
from kkr_graph.model.text import Line, TextLayer

WHY = "tekst før første punkt, som hverken er mødets data eller en deltagerliste"
WHY_IN_NOTICE = "tekst, der ikke siger noget, programmet kan bruge, om hvem der sidder hvor"
# Particulars of a meeting that the graph does not keep, and rules drawn across the page.
_PARTICULARS = re.compile(
    r"(?:i\s)?(?:sted|mødested|mødelokale|lokale|adresse|tid|mødetid|starttid|sluttid|tidspunkt|dato|referent|mødeleder|ordstyrer|dirigent|journal\w*|sags?(?:nr|nummer)?)\b\.?\s*:?(?:\s.*)?"
    r"|mødet\s(?:er\s|blev\s)?(?:slut\w*|hæve[dt]\w*|begynd\w*|start\w*|åbne[dt]\w*)(?:\skl\b.*)?"
    r"|bemærkninger:?|[_=*.\-–—\s]{3,}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What stands before the first item, and what is known of it."""

    lines: tuple[Line, ...]  # without the lists of people
    used: tuple[Passage, ...]  # what was read from it
    # of the items, which a list of contents repeats, and the bodies that stand over what is told
    titles: tuple[str, ...]
    cover_end: int | None  # where the first list of people begins; None without one
    is_all: bool = False  # the document has no items: a notice, a letter


def find_leftovers(
    layer: TextLayer, lexicon: Lexicon, front: Front, tells_something: Callable[[str], bool]
) -> Iterator[Unclaimed]:
    """The paragraphs before the first item that nothing was read from.

    Ignored by name: the particulars of the meeting that the graph does not keep, lists of contents,
    the forms of a letter, and the cover, which is what stands above the first list of people and
    ``tells_something`` says names neither a person nor a day.
    """
    contents = Contents(front.titles)
    formal = frozenset(formalities(layer)) if front.is_all else frozenset()
    values = {
        line
        for label, line in pairwise(front.lines)
        if _label(layer.read(label)) in lexicon.place_or_time_labels
    }
    left = [
        line
        for line in front.lines
        if line not in values
        and not any(_touches(line, passage) for passage in front.used)
        and line not in formal
        and not _is_ignored(layer.read(line), lexicon, contents)
    ]
    for first, last in _paragraphs(left, layer.reading.text):
        passage = layer.passage(first.start, last.end)
        is_above = front.cover_end is not None and last.end <= front.cover_end
        if not is_above or tells_something(layer.reading.text[first.read_start : last.read_end]):
            yield Unclaimed(passage=passage, why=WHY_IN_NOTICE if front.is_all else WHY)


def passages_of(facts: Iterable[Fact]) -> Iterator[Passage]:
    """The passages that prove facts."""
    return (fact.passage for fact in facts)


def _touches(line: Line, passage: Passage) -> bool:
    return line.start < passage.end and passage.start < line.end


def _label(line: str) -> str:
    """What a line says if it is a label: "STED:"."""
    return fold(line.rstrip(" :"))


def _is_ignored(text: str, lexicon: Lexicon, contents: Contents) -> bool:
    return (
        _PARTICULARS.fullmatch(text) is not None
        or _label(text) in lexicon.particular_labels
        or names_kind(text)
        or CASE_NUMBER.fullmatch(text) is not None
        or contents.has(text)
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
