"""The days as a file that Outlook and other calendars take in (RFC 5545).

Days are whole days without a zone. The same days give the same bytes: an event is known by what it
is about, not by when the file was written.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from icalendar import Calendar as File
from icalendar import Event

from kkr_graph.constitution.calendar.deadlines import Calendar, Deadline

_PRODUCT = "-//kkr-graph//frister//DA"
_UNDATED = date(2000, 1, 1)  # where no document has a date
_LONG = 16


def to_ics(calendar: Calendar) -> bytes:
    """The file's bytes, with one event for each day."""
    file = File()
    file.add("prodid", _PRODUCT)
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    file.add("method", "PUBLISH")
    title = f"Frister for {calendar.council}" if calendar.council else "Frister for KKR"
    file.add("x-wr-calname", title)
    stamp = datetime.combine(calendar.data_through or _UNDATED, time(), tzinfo=UTC)
    for name, deadline in _once(calendar.deadlines):
        file.add_component(_event(name, deadline, stamp))
    written: bytes = file.to_ical()
    return written


def _once(deadlines: Iterable[Deadline]) -> Iterator[tuple[str, Deadline]]:
    """Each event once: two documents may say the same of a day."""
    seen: set[str] = set()
    for each in deadlines:
        name = _name(each)
        if name not in seen:
            seen.add(name)
            yield name, each


def _name(deadline: Deadline) -> str:
    """The event's lasting name: a corrected quote or a renamed file leaves it as it is."""
    about = "\n".join((deadline.day.isoformat(), deadline.body, deadline.what, deadline.kind))
    return f"{sha256(about.encode()).hexdigest()[:_LONG]}@kkr-graph"


def _event(name: str, deadline: Deadline, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", name)
    event.add("dtstamp", stamp)
    event.add("dtstart", deadline.day)
    event.add("dtend", deadline.day + timedelta(days=1))
    event.add("summary", _summary(deadline))
    description = "\n".join(_told(deadline))
    if description:
        event.add("description", description)
    event.add("transp", "TRANSPARENT")  # a deadline does not make anybody busy
    return event


def _summary(deadline: Deadline) -> str:
    named = ": ".join(part for part in (deadline.body, deadline.what) if part)
    return f"{named} (kontrollér datoen)" if deadline.remark else named


def _told(deadline: Deadline) -> Iterator[str]:
    if deadline.remark:
        yield deadline.remark
    if deadline.basis:
        yield deadline.basis
    source = deadline.source
    if source.document:
        yield f"Kilde: {source.cited}"
        yield f"»{source.quote}«"
