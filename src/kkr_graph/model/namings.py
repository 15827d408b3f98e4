"""Every place where a document names somebody, with what it says of them there."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kkr_graph.model.extract import Appointment, Attendance, Document, Extract, Role, Statement
from kkr_graph.model.identity import MentionKey, mention_key
from kkr_graph.model.names import fold
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
    document = extract.document
    for entry in extract.attendance:
        yield _naming(document, entry, entry.name)
        yield from _others(document, entry, entry.deputy_for)
    members = Members(extract)
    for role in extract.appointments:
        yield _naming(document, role, role.person)
        if role.deputy_for:
            key = members.deputised(role, role.deputy_for)
            yield Naming(
                document=document, key=key, name=role.deputy_for, passage=role.passage, fact=None
            )
        yield from _others(document, role, role.replaces)
    for said in extract.statements:
        yield _naming(document, said, said.person)


def _naming(document: Document, fact: Attendance | Appointment | Statement, name: str) -> Naming:
    key = mention_key(document.sha256, fact)
    return Naming(document=document, key=key, name=name, passage=fact.passage, fact=fact)


def _others(
    document: Document, fact: Attendance | Appointment, name: str | None
) -> Iterator[Naming]:
    if name:
        key = MentionKey.of(document.sha256, name)
        yield Naming(document=document, key=key, name=name, passage=fact.passage, fact=None)


class Members:
    """Those whom one document appoints to a body, for whom somebody else is the deputy there."""

    def __init__(self, extract: Extract) -> None:
        self._sha256 = extract.document.sha256
        self._appointments = extract.appointments

    def deputised(self, deputy: Appointment, name: str) -> MentionKey:
        """Whom the name means that somebody is the deputy of.

        A deputy stands in for a member of the same body: for the one of the name in the same
        passage, as a row of a table, or else for the only one in the document. Where nobody
        or more than one could be meant, it is the name and no more.
        """
        bare = MentionKey.of(self._sha256, name)
        namesakes = self._namesakes.get((fold(deputy.body), bare.folded), ())
        beside = [each for each in namesakes if _touch(each.passage, deputy.passage)]
        found = {mention_key(self._sha256, each) for each in beside or namesakes}
        fullest = [key for key in found if not any(_goes_further(other, key) for other in found)]
        return fullest[0] if len(fullest) == 1 else bare

    @cached_property
    def _namesakes(self) -> dict[tuple[str, str], list[Appointment]]:
        found: dict[tuple[str, str], list[Appointment]] = {}
        for each in self._appointments:
            if each.role != Role.DEPUTY:
                found.setdefault((fold(each.body), fold(each.person)), []).append(each)
        return found


def _touch(one: Passage, other: Passage) -> bool:
    return one.start < other.end and other.start < one.end


def _goes_further(other: MentionKey, key: MentionKey) -> bool:
    """Whether the other says all that the key says of a bearer of the same name, and more."""
    pairs = list(zip(other.said, key.said, strict=True))
    return other != key and all(said in ("", more) for more, said in pairs)
