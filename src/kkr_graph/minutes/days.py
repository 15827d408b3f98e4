"""The days a document names, with what happens on them and in which body."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kkr_graph.language.bodies import BodyReader
from kkr_graph.language.dates import FoundDate, find_dates
from kkr_graph.language.sentences import sentences
from kkr_graph.minutes.structure.blocks import ItemBlock
from kkr_graph.model.extract import DateMention
from kkr_graph.model.names import clean
from kkr_graph.model.text import TextLayer

# What a day is, by the nearest of these words in its sentence; the first that fits is taken.
_EVENTS = (
    (re.compile(r"\bkonstituerende (?:møde|mødet|møder)\b", re.IGNORECASE), "konstituerende møde"),
    (re.compile(r"\bekstraordinær\w* (?:møde|mødet)\b", re.IGNORECASE), "ekstraordinært møde"),
    # Of whoever keeps the minutes; "ministeriets næste møde" is of somebody else.
    (
        re.compile(
            r"(?:^\W*(?:det\s+)?|\btil\s+|\bvores\s+)næste\s+(?:ordinære\s+)?møde\b", re.IGNORECASE
        ),
        "næste møde",
    ),
    (re.compile(r"\bdelegeretmøde\w*", re.IGNORECASE), "delegeretmøde"),
    (
        re.compile(r"\bkommunalvalg\w*|\bvalget(?= (?:den|d\.))|\bvalgaften\w*", re.IGNORECASE),
        "kommunalvalg",
    ),
    (
        re.compile(
            r"\b(?:\w*møde(?:t|r|rne)?|mødes|møde(?:plan|dato|dag|kalender|række)\w*)\b",
            re.IGNORECASE,
        ),
        "møde",
    ),
    (re.compile(r"\budsendt\b|\bsendt ud\b", re.IGNORECASE), "udsendt"),
    (re.compile(r"\bsenest\b|\bfrist\w*", re.IGNORECASE), "frist"),
    (
        re.compile(r"\btræder i kraft\b|\btrådt i kraft\b|\bikrafttræd\w*", re.IGNORECASE),
        "ikrafttræden",
    ),
    (re.compile(r"\baftale\w*", re.IGNORECASE), "aftale"),
)
_BULLET = re.compile(r"[–—\-•*·▪◦]\s")
# What may stand before a day that heads a paragraph: "./. ", "Fra "
_HEAD = re.compile(r"\W*(?:(?:fra|efter|senest)\b\W*)?", re.IGNORECASE)
_NEAR = 90  # characters on either side of a day
_LONGEST = 120  # characters of a description


class _Told(NamedTuple):
    """A sentence at ``[start, stop)`` of the reading, with the dates in it."""

    start: int
    stop: int
    dates: tuple[FoundDate, ...]


class DayReader:
    """Reads the days that a stretch of text names."""

    def __init__(self, layer: TextLayer, bodies: BodyReader) -> None:
        self.layer = layer
        self.text = layer.reading.text
        self.bodies = bodies

    def in_prose(self, start: int, end: int) -> Iterator[DateMention]:
        """The days named in a stretch of the reading that belongs to no item."""
        for told in self._sentences(start, end):
            yield from self._mentions(told, None, None)

    def in_items(self, blocks: Iterable[ItemBlock]) -> Iterator[DateMention]:
        """The days named below the items' headings."""
        for block in blocks:
            lead = ""  # what introduces a list: "Konstituerende møder:"
            title = self.text[block.title.start : block.title.end]
            told = tuple(self._sentences(block.title.start, block.lines[-1].read_end))
            for one, listed in zip(told, self._listed(told), strict=True):
                yield from self._mentions(one, block.number, (lead, title) if listed else None)
                if not listed:
                    lead = self.text[one.start : one.stop] if self.text[one.stop - 1] == ":" else ""

    def _sentences(self, start: int, end: int) -> Iterator[_Told]:
        for begin, stop in sentences(self.text, start, end):
            yield _Told(begin, stop, tuple(find_dates(self.text, begin, stop)))

    def _listed(self, told: Sequence[_Told]) -> list[bool]:
        """Which of an item's sentences are entries of a list: bullets, and days that follow one another."""
        alone = [any(self._is_all(found, one) for found in one.dates) for one in told]
        beside = zip([False, *alone], [*alone[1:], False], strict=False)
        return [
            _BULLET.match(self.text, one.start) is not None or (day and (before or after))
            for one, day, (before, after) in zip(told, alone, beside, strict=True)
        ]

    def _is_all(self, found: FoundDate, told: _Told) -> bool:
        """Whether a day is all that a sentence tells."""
        opens = _HEAD.fullmatch(self.text, told.start, found.start) is not None
        return found.end >= told.stop - 1 and opens

    def _mentions(
        self, told: _Told, item: str | None, leads: tuple[str, ...] | None
    ) -> Iterator[DateMention]:
        """The days of a sentence; ``leads`` is what stands above an entry of a list, the nearest first."""
        for found in told.dates:
            if found.day is not None:
                heads = leads is None and self._is_all(found, told)
                what, body = self._heading(told.stop) if heads else self._beside(found, told)
                what = what or next(filter(None, map(_event, leads or ())), None)
                yield DateMention(
                    passage=self.layer.passage_read(found.start, found.end),
                    date=found.day,
                    what=what,
                    body=body,
                    as_written=clean(self.text[found.start : found.end]),
                    item=item,
                )

    def _heading(self, stop: int) -> tuple[str | None, str | None]:
        """A day on a line of its own heads the paragraph below, which says what happens."""
        end = self.text.find("\n", stop + 1)
        below = next(sentences(self.text, stop, end if end > 0 else len(self.text)), None)
        if below is None:
            return None, None
        return clean(self.text[below[0] : below[1]]).rstrip(":.")[:_LONGEST], self._body(*below)

    def _beside(self, found: FoundDate, told: _Told) -> tuple[str | None, str | None]:
        """What the words of its sentence around a day say of it."""
        start, stop = max(told.start, found.start - _NEAR), min(told.stop, found.end + _NEAR)
        event = _event(self.text[start : found.end]) or _event(self.text[found.end : stop])
        return event, self._body(start, stop)

    def _body(self, start: int, stop: int) -> str | None:
        """The one body named nearby; None when there are several or none."""
        names = {named.name for named in self.bodies.find(start, stop)}
        return names.pop() if len(names) == 1 else None


def _event(text: str) -> str | None:
    """The last event a stretch names; of two that end together the more telling."""
    found = [
        (match.end(), -rank, name)
        for rank, (pattern, name) in enumerate(_EVENTS)
        for match in pattern.finditer(text)
    ]
    return max(found)[2] if found else None
