"""The meeting that the headings of the decisions name: "Beslutning i Havneudvalget den 12-12-2025".

Pages with a single item often say nowhere else whose meeting it was.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kkr_graph.language.dates import find_dates
from kkr_graph.minutes.meeting import front_lines
from kkr_graph.minutes.structure.blocks import ItemBlock, Structure
from kkr_graph.model.lexicon import SectionKind
from kkr_graph.model.names import fold
from kkr_graph.model.text import Line, TextLayer

_HEADED = re.compile(
    r"(?:[Bb]eslutning(?:er|en)?,? (?:(?:truffet )?(?:i|fra|af) )?)?(?P<body>[A-ZÆØÅ][^\d.:]{2,80}?),? (?:den |d\. )?(?=\d)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionHead:
    """A body and a day, as a heading names them, and where in the reading they stand."""

    body: str
    body_start: int
    day: date
    day_start: int
    day_end: int


def meeting_decided(layer: TextLayer, structure: Structure) -> DecisionHead | None:
    """What most items name; of the bodies that an item went through, the last had it."""
    found = [head for item in structure.items if (head := _last(layer, item)) is not None]
    counts = Counter((fold(head.body), head.day) for head in found)
    most = next(iter(counts.most_common(1)), None)
    return next((h for h in found if most and (fold(h.body), h.day) == most[0]), None)


def _last(layer: TextLayer, item: ItemBlock) -> DecisionHead | None:
    heads = [
        head
        for section in item.body(SectionKind.DECISION)
        for head in _read(layer, section.heading)
    ]
    return max(heads, key=lambda head: head.day, default=None)


def _read(layer: TextLayer, line: Line) -> Iterator[DecisionHead]:
    text = layer.read(line)
    match = _HEADED.match(text)
    found = next(iter(find_dates(text, 0, len(text))), None)
    if match is None or found is None or found.day is None or found.start > match.end():
        return
    body = front_lines.without_meeting(match["body"])
    if front_lines.has_body_word(body):
        yield DecisionHead(
            body=body,
            body_start=line.read_start + match.start("body"),
            day=found.day,
            day_start=line.read_start + found.start,
            day_end=line.read_start + found.end,
        )
