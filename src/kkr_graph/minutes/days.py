"""The days a document names, with what happens on them and in which body."""

import re
from collections.abc import Iterable, Iterator

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
    (re.compile(r"\bdelegeretmøde\w*", re.IGNORECASE), "delegeretmøde"),
    (
        re.compile(r"\bkommunalvalg\w*|\bvalget(?= (?:den|d\.))|\bvalgaften\w*", re.IGNORECASE),
        "kommunalvalg",
    ),
    (re.compile(r"\b(?:\w*møde(?:t|r|rne)?|mødes)\b", re.IGNORECASE), "møde"),
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


class DayReader:
    """Reads the days that a stretch of text names."""

    def __init__(self, layer: TextLayer, bodies: BodyReader) -> None:
        self.layer = layer
        self.text = layer.reading.text
        self.bodies = bodies

    def in_prose(self, start: int, end: int) -> Iterator[DateMention]:
        """The days named in a stretch of the reading that belongs to no item."""
        for begin, stop in sentences(self.text, start, end):
            yield from self._mentions(begin, stop, None, "")

    def in_items(self, blocks: Iterable[ItemBlock]) -> Iterator[DateMention]:
        """The days named below the items' headings."""
        for block in blocks:
            lead = ""  # what introduces a list: "Konstituerende møder:"
            for start, stop in sentences(self.text, block.title.start, block.lines[-1].read_end):
                listed = _BULLET.match(self.text, start) is not None
                yield from self._mentions(start, stop, block.number, lead if listed else "")
                if not listed:
                    lead = self.text[start:stop] if self.text[stop - 1] == ":" else ""

    def _mentions(
        self, start: int, stop: int, item: str | None, lead: str
    ) -> Iterator[DateMention]:
        for found in find_dates(self.text, start, stop):
            if found.day is not None:
                opens = _HEAD.fullmatch(self.text, start, found.start) is not None
                heads = found.end >= stop - 1 and opens
                what, body = self._heading(stop) if heads else self._in_sentence(found, start, stop)
                what = what or _event(lead)
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

    def _in_sentence(
        self, found: FoundDate, start: int, stop: int
    ) -> tuple[str | None, str | None]:
        before = self.text[max(start, found.start - _NEAR) : found.end]
        after = self.text[found.end : min(stop, found.end + _NEAR)]
        event = _event(before) or _event(after)
        return event, self._body(max(start, found.start - _NEAR), min(stop, found.end + _NEAR))

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
