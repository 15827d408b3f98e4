"""The review list of a build: each question with what the documents say of both sides."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from kkr_graph.model.extract import Appointment, Attendance, Document, Extract, Role
from kkr_graph.model.identity import Doubt, Mention, MentionKey, Resolution, is_mention
from kkr_graph.model.names import in_danish_order
from kkr_graph.model.namings import Naming, namings_of
from kkr_graph.model.review import OpenMention, ReviewList, Side, Sighting
from kkr_graph.model.span import Passage
from kkr_graph.resolve.sightings import Locator, sighting

_SHOWN = 3  # documents of one side
_PLACES = 12  # in one document, of a name that is asked about
_ROLES = {
    Role.CHAIR: "formand",
    Role.VICE_CHAIR: "næstformand",
    Role.MEMBER: "medlem",
    Role.DEPUTY: "stedfortræder",
    Role.OBSERVER: "observatør",
    Role.REPRESENTATIVE: "repræsentant",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a document says of somebody whom it mentions, beyond what tells who it is."""

    organizations: tuple[str, ...]
    titles: tuple[str, ...]
    roles: tuple[str, ...]  # as "formand, Østforum"
    places: tuple[Passage, ...]  # the first few


SeenIn: TypeAlias = Callable[[Extract, Sequence[Mention]], Iterable[Seen]]
"""Gives what a document says of some of those whom it mentions, one after the other."""


def seen_in(extract: Extract, mentions: Iterable[Mention]) -> Iterator[Seen]:
    """What a document says of these, looked for in all of it."""
    places: dict[MentionKey, list[Naming]] = {}
    for naming in namings_of(extract):
        places.setdefault(naming.key, []).append(naming)
    for mention in mentions:
        yield _seen([place for key in mention.keys for place in places[key]])


def _seen(places: Sequence[Naming]) -> Seen:
    facts = [place.fact for place in places]
    attended = [fact for fact in facts if isinstance(fact, Attendance)]
    return Seen(
        organizations=in_danish_order(fact.organization for fact in attended),
        titles=in_danish_order(fact.title for fact in attended),
        roles=in_danish_order(_role(fact) for fact in facts if isinstance(fact, Appointment)),
        places=tuple(sorted({place.passage for place in places})[:_PLACES]),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A mention, with the document that has it and what that says."""

    document: Document
    mention: Mention
    seen: Seen


def review_list(
    extracts: Iterable[Extract],
    mentions: Iterable[Mention],
    resolution: Resolution,
    locate: Locator,
    seen_in: SeenIn = seen_in,
) -> ReviewList:
    """What a person has to decide after a build."""
    open_ = tuple(_without_candidates(resolution.doubts))
    sides = _sides(resolution, open_)
    asked: dict[str, list[tuple[str, Mention]]] = {}
    for mention in mentions:
        if handle := _handle(mention, sides, resolution):
            asked.setdefault(mention.key.sha256, []).append((handle, mention))
    by_hash = {extract.document.sha256: extract for extract in extracts}
    told: dict[str, list[_Told]] = {}
    for sha256, some in asked.items():
        extract = by_hash[sha256]
        every = seen_in(extract, [mention for _, mention in some])
        for (handle, mention), seen in zip(some, every, strict=True):
            one = _Told(document=extract.document, mention=mention, seen=seen)
            told.setdefault(handle, []).append(one)
    names = {person.slug: person.name for person in resolution.people}
    return ReviewList(
        pairs=resolution.pairs,
        open=open_,
        sides={
            handle: _side(handle, names.get(handle), told.get(handle, ()), locate)
            for handle in sorted(set(sides.values()))
        },
    )


def _without_candidates(doubts: Iterable[Doubt]) -> Iterator[OpenMention]:
    for doubt in doubts:
        if doubt.person is None and not doubt.candidates:
            yield OpenMention(subject=doubt.subject, reason=doubt.reason)


def _sides(resolution: Resolution, open_: Iterable[OpenMention]) -> dict[str, str]:
    """Slugs and references of mentions -> the side on the list that they belong to."""
    sides = {subject: pair.subjects[0] for pair in resolution.pairs for subject in pair.subjects}
    sides |= {pair.candidate: pair.candidate for pair in resolution.pairs}
    return sides | {mention.subject: mention.subject for mention in open_}


def _handle(mention: Mention, sides: Mapping[str, str], resolution: Resolution) -> str | None:
    """The side of a mention that is asked about itself, whomever it means now, or of whom it means."""
    own = sides.get(mention.key.reference)
    return own or sides.get(resolution.by_mention.get(mention.key, ""))


def _side(handle: str, name: str | None, told: Sequence[_Told], locate: Locator) -> Side:
    keys = [key for each in told for key in each.mention.keys]
    forms = in_danish_order(form for each in told for form in each.mention.forms)
    days = [each.document.date for each in told if each.document.date]
    called = name or (forms[0] if forms else handle)
    return Side(
        handle=handle,
        name=called,
        forms=tuple(form for form in forms if form != called),
        parties=in_danish_order(key.party for key in keys),
        municipalities=in_danish_order(key.municipality for key in keys),
        organizations=in_danish_order(each for one in told for each in one.seen.organizations),
        titles=in_danish_order(each for one in told for each in one.seen.titles),
        roles=in_danish_order(each for one in told for each in one.seen.roles),
        bodies=in_danish_order(each.document.body for each in told),
        first=min(days, default=None),
        last=max(days, default=None),
        documents=len({each.document.sha256 for each in told}),
        sightings=tuple(_sightings(told, locate, _PLACES if is_mention(handle) else 1)),
    )


def _role(appointment: Appointment) -> str:
    return f"{_ROLES[appointment.role]}, {appointment.body}"


def _sightings(told: Sequence[_Told], locate: Locator, places: int) -> Iterator[Sighting]:
    """The first places of each of the latest documents: an answer about a name is about all."""
    first: dict[str, _Told] = {}
    for one in sorted(told, key=lambda each: each.seen.places):
        first.setdefault(one.document.sha256, one)
    latest = sorted(first.values(), key=_by_day, reverse=True)
    for one in latest[:_SHOWN]:
        for place in one.seen.places[:places]:
            yield sighting(one.document, place, locate)


def _by_day(one: _Told) -> tuple[date, str]:
    return (one.document.date or date.min, one.document.sha256)
