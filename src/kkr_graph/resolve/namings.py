"""Every place where a document names somebody, with what it says of them there."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from kkr_graph.model.extract import Appointment, Attendance, Document, Extract, Statement
from kkr_graph.model.identity import MentionKey, mention_key
from kkr_graph.model.names import on_one_line
from kkr_graph.model.review import Sighting
from kkr_graph.model.span import Passage

_LONGEST = 240  # characters of a quote

Locator: TypeAlias = Callable[[str, int], tuple[str, int]]
"""Where an offset of a document is, in the words of its readers (a page, a line, a row), and its line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One place that names somebody."""

    document: Document
    key: MentionKey
    name: str
    passage: Passage
    fact: Attendance | Appointment | Statement | None  # None where it is about somebody else


def each_once(extracts: Iterable[Extract]) -> Iterable[Extract]:
    """The documents; one that is given twice, as a copy under another name, counts once."""
    return {extract.document.sha256: extract for extract in extracts}.values()


def namings_of(extract: Extract) -> Iterator[Naming]:
    """The places of one document, attendance first."""
    for key, name, passage, fact in _told(extract):
        yield Naming(document=extract.document, key=key, name=name, passage=passage, fact=fact)


def _told(
    extract: Extract,
) -> Iterator[tuple[MentionKey, str, Passage, Attendance | Appointment | Statement | None]]:
    sha256 = extract.document.sha256
    for entry in extract.attendance:
        yield mention_key(sha256, entry), entry.name, entry.passage, entry
        if entry.deputy_for:
            yield MentionKey.of(sha256, entry.deputy_for), entry.deputy_for, entry.passage, None
    for role in extract.appointments:
        yield mention_key(sha256, role), role.person, role.passage, role
        for other in filter(None, (role.deputy_for, role.replaces)):
            yield MentionKey.of(sha256, other), other, role.passage, None
    for said in extract.statements:
        yield mention_key(sha256, said), said.person, said.passage, said


def sighting(document: Document, passage: Passage, locate: Locator) -> Sighting:
    """A passage that names somebody, as it is shown to a person."""
    quote = on_one_line(passage.quote)
    place, line = locate(document.sha256, passage.start)
    return Sighting(
        document=document.name,
        body=document.body,
        day=document.date,
        place=place,
        line=line,
        sha256=document.sha256,
        quote=quote if len(quote) <= _LONGEST else f"{quote[: _LONGEST - 1]}…",
    )
