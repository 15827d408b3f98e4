"""What words beside a name say of the seat: how it is held, by whose act, from when to when."""

import re
from dataclasses import dataclass

from kkr_graph.appointments.days import NO_DAYS, Period, read_days
from kkr_graph.appointments.headings import PROPOSED_BY, PROPOSED_FIRST, HeadingReader
from kkr_graph.model.extract import Event
from kkr_graph.model.lexicon import ListPattern

_ON_LEAVE = re.compile(r"\borlov", re.IGNORECASE)  # whose days are no days of the seat
_WAITS = re.compile(r"\b(?:afventer|awaiting)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarks:
    """What words beside a name say of the seat."""

    event: Event | None
    by: str | None
    period: Period
    certain: bool


class RemarkReader:
    """Reads such words."""

    def __init__(self, headings: HeadingReader) -> None:
        self.headings = headings
        self.words = headings.words

    def read(self, text: str) -> Remarks:
        """What words beside a name say: how the seat is held, by whose act, from when to when."""
        text, patterns = PROPOSED_FIRST.sub("", text), self.words.patterns
        period = NO_DAYS if _ON_LEAVE.search(text) else read_days(text, self.words)
        event = self.headings.event(text)
        is_waiting = event == Event.NOMINATED and not patterns[ListPattern.DOUBTFUL].search(
            _WAITS.sub("", text)
        )  # for somebody else's appointment: the nomination itself is not in doubt
        if patterns[ListPattern.LEFT].search(text) and not self._is_left_by_other(text):
            event = Event.LEFT
        return Remarks(
            event=event,
            by=self.headings.by(text),
            period=period,
            certain=is_waiting or patterns[ListPattern.DOUBTFUL].search(text) is None,
        )

    def _is_left_by_other(self, text: str) -> bool:
        """Whether it is somebody else who has left: "indtrådt, da X er udtrådt"."""
        return re.search(r"\bindtråd\w*", text, re.IGNORECASE) is not None

    def is_replaced(self, before: str) -> bool:
        """Whether whoever is named next had the seat before."""
        tail = PROPOSED_BY.sub("", before)[-40:]
        said = list(self.words.patterns[ListPattern.INSTEAD].finditer(tail))
        if not said:
            return False
        match = said[-1]
        return not re.search(r"[;()]|: ", tail[match.end() :]) or tail[match.end() :].strip() in (
            ":",
            "",
        )
