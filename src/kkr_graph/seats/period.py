"""When somebody holds a role, in words that claim no more than the documents do."""

from dataclasses import dataclass
from datetime import date

from kkr_graph.model import danish
from kkr_graph.model.tenure import EndStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days that are stated, and those on which somebody was seen in the role."""

    starts: date | None = None  # as stated
    ends: date | None = None
    first_seen: date | None = None
    last_seen: date | None = None
    expected: date | None = None  # of what is not certain: a day to come
    mentioned: date | None = None  # of what is not certain: the day of the document
    status: EndStatus = EndStatus.UNKNOWN
    told_starts: str = ""  # all days that are stated, where documents disagree
    told_ends: str = ""

    @property
    def first_known(self) -> date | None:
        """The first day that is known for sure."""
        return self.starts or self.first_seen or self.expected or self.mentioned

    @property
    def last_known(self) -> date | None:
        """The last day that is known for sure; None where it still goes on."""
        if self.ends or self.status == EndStatus.OPEN:
            return self.ends
        return self.last_seen or self.first_known

    def __str__(self) -> str:
        if self.expected:
            return f"ventes fra {danish.day(self.expected)}"
        if self.mentioned:
            return f"nævnt {danish.day(self.mentioned)}"
        is_disputed = self.told_starts or self.told_ends
        if self.starts and self.ends and not is_disputed:
            return f"{danish.day(self.starts)} – {danish.day(self.ends)}"
        return ", ".join(part for part in (self._beginning(), self._end()) if part)

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
