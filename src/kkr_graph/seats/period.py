"""When somebody holds a role, in words that claim no more than the documents do."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kkr_graph.model import danish
from kkr_graph.model.tenure import EndStatus

_PENDING = timedelta(days=60)
"""How long before a term somebody may be nominated for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days that are stated, and those on which somebody was seen in the role."""

    starts: date | None = None  # as stated
    ends: date | None = None
    first_seen: date | None = None
    last_seen: date | None = None
    expected: date | None = None  # of what is not certain: a day to come
    mentioned: date | None = None  # of what is not certain: the day of the document
    nominated: date | None = None  # the day of the meeting that did so
    vacant: date | None = None  # of a seat that nobody has: the day of the list that says so
    status: EndStatus = EndStatus.UNKNOWN
    is_former: bool = False  # last shown in a term that is over, with no end stated
    told_starts: str = ""  # all days that are stated, where documents disagree
    told_ends: str = ""

    @property
    def last_shown(self) -> date | None:
        """The last day on which a document shows somebody in the role."""
        days = [day for day in (self.starts, self.first_seen, self.last_seen) if day]
        return max(days, default=None)

    @property
    def first_known(self) -> date | None:
        """The first day that is known for sure."""
        return self.starts or self.first_seen or self.expected or self._told

    @property
    def last_known(self) -> date | None:
        """The last day that is known for sure; None where it still goes on."""
        if self.ends or self.status == EndStatus.OPEN:
            return self.ends
        if self.nominated:
            return (self.expected or self.nominated) + _PENDING
        return self.last_seen or self.first_known

    @property
    def _told(self) -> date | None:
        return self.nominated or self.mentioned or self.vacant

    def __str__(self) -> str:
        if self.is_former and self.last_shown:
            return f"fra forrige periode, senest set {danish.day(self.last_shown)}"
        if self.nominated or self.expected:
            return ", ".join(self._to_come())
        if self.vacant:
            return f"pr. {danish.day(self.vacant)}"
        if self.mentioned:
            return f"nævnt {danish.day(self.mentioned)}"
        is_disputed = self.told_starts or self.told_ends
        if self.starts and self.ends and not is_disputed:
            return f"{danish.day(self.starts)} – {danish.day(self.ends)}"
        return ", ".join(part for part in (self._beginning(), self._end()) if part)

    def _to_come(self) -> Iterator[str]:
        if self.nominated:
            yield f"indstillet {danish.day(self.nominated)}"
        if self.expected:
            yield f"ventes fra {danish.day(self.expected)}"

    def _beginning(self) -> str:
        if self.told_starts:
            return f"fra {_either(self.told_starts)}"
        if self.starts:
            return f"fra {danish.day(self.starts)}"
        if self.first_seen and self.first_seen != self.last_seen:
            return f"set fra {danish.day(self.first_seen)}"
        return ""

    def _end(self) -> str:
        if self.told_ends:
            return f"til {_either(self.told_ends)}"
        if self.ends:
            return f"til {danish.day(self.ends)}"
        if self.status == EndStatus.OPEN:
            return "fortsat"
        ended = "ophørt" if self.status == EndStatus.ENDED else "slut ukendt"
        return f"{ended}, senest set {danish.day(self.last_seen)}" if self.last_seen else ended


def _either(days: str) -> str:
    return f"{days.replace(', ', ' eller ')} (kilderne er uenige)"
