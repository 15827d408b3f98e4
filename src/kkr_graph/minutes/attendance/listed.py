"""What lists of people say together: of one stretch of lines, and of a whole document."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kkr_graph.minutes.attendance.attendees import is_deputy_word
from kkr_graph.minutes.attendance.presence import is_present, without_away
from kkr_graph.model.extract import Attendance, AttendanceStatus, Unclaimed
from kkr_graph.model.names import fold
from kkr_graph.model.text import Line

_INITIAL = re.compile(r" [A-ZÆØÅ]\.(?= )")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What the rosters of a stretch of lines say."""

    attendance: tuple[Attendance, ...] = ()
    unclaimed: tuple[Unclaimed, ...] = ()
    lines: tuple[Line, ...] = ()  # the lines taken


def as_deputies(
    deputies: Iterable[Attendance], absent: Sequence[Attendance]
) -> Iterator[Attendance]:
    """Deputies of those who are away: for whom, where only one is."""
    other = absent[0].name if len(absent) == 1 else None
    for deputy in deputies:
        yield replace(
            deputy,
            status=AttendanceStatus.PRESENT,
            title=None if is_deputy_word(deputy.title) else deputy.title,
            deputy_for=deputy.deputy_for or other,
        )


def without_absent(
    attendance: Sequence[Attendance], members: Sequence[Attendance]
) -> Sequence[Attendance]:
    """Everybody, but no member as present who is listed as absent too."""
    absent = {
        fold(entry.name)
        for entry in attendance
        if entry.status == AttendanceStatus.ABSENT and entry.items is None
    }
    listed = {fold(entry.name) for entry in members}
    represented = {fold(one.deputy_for or "") for one in attendance if one.items is None}
    told = [  # "Bo Lund for Anna Holm", in a list that has her too
        replace(one, status=AttendanceStatus.ABSENT)
        if is_present(one) and fold(one.name) in (represented - absent) & listed
        else one
        for one in attendance
    ]
    return without_away(told, absent & listed)


def without_shortened(attendance: Sequence[Attendance]) -> Iterator[Attendance]:
    """Nobody as a guest too by initials: "Referent: Anna B. Holm" is Anna Birk Holm of the list."""
    full = {_ends(entry.name) for entry in attendance if entry.status != AttendanceStatus.GUEST}
    came = {fold(e.name) for e in attendance if e.status is AttendanceStatus.PRESENT}
    for entry in attendance:
        if entry.status is AttendanceStatus.GUEST and not entry.items and fold(entry.name) in came:
            continue  # "Referent: Anna Holm", who is a member
        is_short = _INITIAL.search(entry.name) is not None
        if not (entry.status == AttendanceStatus.GUEST and is_short and _ends(entry.name) in full):
            yield entry


def _ends(name: str) -> tuple[str, str]:
    words = fold(name).split()
    return words[0], words[-1]


def joined(first: Listed, *others: Listed) -> Listed:
    """Several lists as one, and nobody twice in the same capacity."""
    entries = {(fold(entry.name), entry.status): entry for entry in reversed(first.attendance)}
    for other in others:
        for entry in other.attendance:
            entries.setdefault((fold(entry.name), entry.status), entry)
    added = [entry for entry in entries.values() if entry not in first.attendance]
    return Listed(
        attendance=(*first.attendance, *added),
        unclaimed=(*first.unclaimed, *(left for other in others for left in other.unclaimed)),
        lines=(*first.lines, *(line for other in others for line in other.lines)),
    )


def merge_by_item(front: Listed, below: Sequence[tuple[str, Listed]]) -> Listed:
    """The people of the front with those listed item by item.

    Some systems repeat the apologies under every decision: who is listed under every item that has a
    list is away from the whole meeting, others only from their items.
    """
    listing = {number for number, listed in below if listed.attendance}
    known = {(fold(entry.name), entry.status) for entry in front.attendance}
    entries: dict[tuple[str, AttendanceStatus], Attendance] = {}
    items: dict[tuple[str, AttendanceStatus], list[str]] = {}
    for number, listed in below:
        for entry in listed.attendance:
            key = (fold(entry.name), entry.status)
            entries.setdefault(key, entry)
            if number not in items.setdefault(key, []):
                items[key].append(number)
    merged = tuple(
        entry if len(items[key]) == len(listing) > 1 else replace(entry, items=tuple(items[key]))
        for key, entry in entries.items()
        if key not in known
    )
    away = {
        fold(entry.name)
        for entry in merged
        if entry.items is None and entry.status == AttendanceStatus.ABSENT
    }
    return Listed(
        # a list of all members says nothing of who came
        attendance=tuple(without_away((*front.attendance, *merged), away)),
        unclaimed=(*front.unclaimed, *(left for _, listed in below for left in listed.unclaimed)),
        lines=(*front.lines, *(line for _, listed in below for line in listed.lines)),
    )
