"""Every place where a document names somebody, with what it says of them there."""

from collections.abc import Iterator
from dataclasses import dataclass

from kkr_graph.model.extract import Appointment, Attendance, Document, Extract, Statement
from kkr_graph.model.identity import MentionKey, mention_key
from kkr_graph.model.span import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One place that names somebody."""

    document: Document
    key: MentionKey
    name: str  # as written
    passage: Passage
    fact: Attendance | Appointment | Statement | None  # None where it is about somebody else


def namings_of(extract: Extract) -> Iterator[Naming]:
    """The places of one document, attendance first, and after each fact whom else it names.

    Those are whom somebody is the deputy of, or comes in the place of.
    """
    for entry in extract.attendance:
        yield from _named_by(extract.document, entry, entry.name, entry.deputy_for)
    for role in extract.appointments:
        others = (role.deputy_for, role.replaces)
        yield from _named_by(extract.document, role, role.person, *others)
    for said in extract.statements:
        yield from _named_by(extract.document, said, said.person)


def _named_by(
    document: Document, fact: Attendance | Appointment | Statement, name: str, *others: str | None
) -> Iterator[Naming]:
    key = mention_key(document.sha256, fact)
    yield Naming(document=document, key=key, name=name, passage=fact.passage, fact=fact)
    for other in filter(None, others):
        key = MentionKey.of(document.sha256, other)
        yield Naming(document=document, key=key, name=other, passage=fact.passage, fact=None)
