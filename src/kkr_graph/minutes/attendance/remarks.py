"""Remarks in a list of people on what somebody missed: "Eva Skov (C), deltog fra punkt 2"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kkr_graph.language.item_lists import PARTIAL
from kkr_graph.language.particulars import without_joint
from kkr_graph.minutes.attendance.attendees import AttendeeReader
from kkr_graph.minutes.attendance.entries import Entry
from kkr_graph.minutes.attendance.groups import NO_GROUP
from kkr_graph.minutes.attendance.rosters import Roster
from kkr_graph.model.extract import Attendance, AttendanceStatus
from kkr_graph.model.text import TextLayer

# "Anna Holm til kl. 18.40 i punkt 2": of which items, and of how much of them, nothing is said
_FOR_A_TIME = re.compile(
    r"(?:\w|\)),? \(?(?:til|indtil|fra) (?:ca\. )?kl\.? ?\d[\d.:]*(?: (?:i|under|ved) \S+ \S+)?\)?\.?$"
)


class RemarkReader:
    """Reads the remarks in the entries of a list."""

    def __init__(self, layer: TextLayer, attendees: AttendeeReader) -> None:
        self.text = layer.reading.text
        self.attendees = attendees
        self.people = attendees.people

    def without_latecomer(self, entry: Entry) -> Entry:
        """Those away, without who came later: "Anna Holm (A), Bo Lund (V) deltog fra punkt 2"."""
        text = self.text
        missed = PARTIAL.search(text, entry.start, entry.end)
        if entry.status is not AttendanceStatus.ABSENT or missed is None:
            return entry
        last = self._last_alone(entry.start, missed.start())
        if last is None:
            return entry
        return replace(entry, end=entry.start + len(without_joint(text[entry.start : last])))

    def _last_alone(self, start: int, end: int) -> int | None:
        """Where the last of several begins, where a comma alone sets it off; else nothing."""
        text = self.text[start:end]
        found = self.people.find_listed(text)
        alone = len(found) > 1 and text[: found[-1].start].endswith((", ", "; ", ". "))
        return start + found[-1].start if alone else None

    def is_for_a_time(self, entry: Entry) -> bool:
        """Whether an entry among those away says until when, or from when: they came as well."""
        return (
            entry.status is AttendanceStatus.ABSENT
            and _FOR_A_TIME.search(self.text, entry.start, entry.end) is not None
        )

    def missing(self, roster: Roster, entries: Iterable[Entry]) -> Iterator[Attendance]:
        """People listed with what they missed: "Eva Skov (C), deltog fra punkt 2"."""
        group = None
        for entry in entries:
            group = entry.group or group
            missed = PARTIAL.search(self.text, entry.start, entry.end)
            if missed is not None and missed.start() > entry.start:
                start = self._last_alone(entry.start, missed.start()) or entry.start
                found = list(self.attendees.read(replace(entry, start=start, end=missed.start())))
                if roster.status is not AttendanceStatus.ABSENT or len(found) == 1:
                    yield from map((group or NO_GROUP).of, found)
