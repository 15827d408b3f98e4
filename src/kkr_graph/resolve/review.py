"""The review list of a build: each question with what the documents say of both sides."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kkr_graph.model.extract import Appointment, Attendance, Document, Extract, Role, Statement
from kkr_graph.model.identity import Doubt, MentionKey, Resolution, mention_key
from kkr_graph.model.names import clean, danish_sort_key, on_one_line
from kkr_graph.model.review import OpenMention, ReviewList, Side, Sighting
from kkr_graph.model.span import Passage

_SHOWN = 3  # passages of one side; the documents have the rest
_ROLES = {
    Role.CHAIR: "formand",
    Role.VICE_CHAIR: "næstformand",
    Role.MEMBER: "medlem",
    Role.DEPUTY: "stedfortræder",
    Role.OBSERVER: "observatør",
    Role.REPRESENTATIVE: "repræsentant",
}
_LONGEST = 240  # characters of a quote

Locator = Callable[[str, int], str]
"""Where an offset of a document is, in the words of its readers: a page, a line, a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fact:
    """One place that names somebody, with what it says of them."""

    document: Document
    name: str
    passage: Passage
    fact: Attendance | Appointment | Statement | None  # None where it is about somebody else


def review_list(extracts: Sequence[Extract], resolution: Resolution, locate: Locator) -> ReviewList:
    """What a person has to decide after a build."""
    open_ = tuple(_without_candidates(resolution.doubts))
    handles = _handles(resolution, open_)
    facts: dict[str, list[_Fact]] = {}
    for key, fact in _facts(extracts):
        handle = handles.get(resolution.by_mention.get(key, key))
        if handle is not None:
            facts.setdefault(handle, []).append(fact)
    names = {person.slug: person.name for person in resolution.people}
    return ReviewList(
        pairs=resolution.pairs,
        open=open_,
        sides={
            handle: _side(handle, names.get(handle), facts.get(handle, ()), locate)
            for handle in sorted(set(handles.values()))
        },
    )


def _without_candidates(doubts: Iterable[Doubt]) -> Iterator[OpenMention]:
    for doubt in doubts:
        if doubt.person is None and not doubt.candidates:
            yield OpenMention(subject=doubt.subject, reason=doubt.reason)


def _handles(resolution: Resolution, open_: Iterable[OpenMention]) -> dict[str | MentionKey, str]:
    """Slugs and the keys of open mentions -> the side on the list that they belong to."""
    sides = {subject: pair.subjects[0] for pair in resolution.pairs for subject in pair.subjects}
    sides |= {pair.candidate: pair.candidate for pair in resolution.pairs}
    sides |= {mention.subject: mention.subject for mention in open_}
    slugs = {person.slug for person in resolution.people}
    keys = {
        key: sides[doubt.subject]
        for doubt in resolution.doubts
        if doubt.person is None and doubt.subject in sides
        for key in doubt.mention.keys
    }
    return keys | {slug: sides[slug] for slug in slugs if slug in sides}


def _facts(extracts: Iterable[Extract]) -> Iterator[tuple[MentionKey, _Fact]]:
    for extract in {each.document.sha256: each for each in extracts}.values():
        for key, name, passage, fact in _namings(extract):
            yield key, _Fact(document=extract.document, name=name, passage=passage, fact=fact)


def _namings(
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


def _side(handle: str, name: str | None, facts: Sequence[_Fact], locate: Locator) -> Side:
    own = [each.fact for each in facts if each.fact is not None]
    forms = _sorted(clean(each.name) for each in facts)
    days = [each.document.date for each in facts if each.document.date]
    called = name or (forms[0] if forms else handle)
    return Side(
        handle=handle,
        name=called,
        forms=tuple(form for form in forms if form != called),
        parties=_stated(own, "party"),
        municipalities=_stated(own, "municipality"),
        organizations=_stated(own, "organization"),
        titles=_stated(own, "title"),
        roles=_sorted(_role(each) for each in own if isinstance(each, Appointment)),
        bodies=_sorted(each.document.body for each in facts),
        first=min(days, default=None),
        last=max(days, default=None),
        documents=len({each.document.sha256 for each in facts}),
        sightings=tuple(_sightings(facts, locate)),
    )


def _role(appointment: Appointment) -> str:
    return f"{_ROLES[appointment.role]}, {appointment.body}"


def _stated(facts: Iterable[object], what: str) -> tuple[str, ...]:
    return _sorted(getattr(fact, what, None) for fact in facts)


def _sorted(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({each for each in values if each}, key=lambda v: (danish_sort_key(v), v)))


def _sightings(facts: Sequence[_Fact], locate: Locator) -> Iterator[Sighting]:
    """The first passage of each of the latest documents."""
    first: dict[str, _Fact] = {}
    for fact in sorted(facts, key=lambda each: each.passage):
        first.setdefault(fact.document.sha256, fact)
    latest = sorted(first.values(), key=_by_day, reverse=True)
    for fact in latest[:_SHOWN]:
        quote = on_one_line(fact.passage.quote)
        yield Sighting(
            document=fact.document.name,
            body=fact.document.body,
            day=fact.document.date,
            place=locate(fact.document.sha256, fact.passage.start),
            quote=quote if len(quote) <= _LONGEST else f"{quote[: _LONGEST - 1]}…",
        )


def _by_day(fact: _Fact) -> tuple[date, str]:
    return (fact.document.date or date.min, fact.document.sha256)
