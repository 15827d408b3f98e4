"""The review list of a build: each question with what the documents say of both sides."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from kkr_graph.model.extract import Appointment, Extract, Role
from kkr_graph.model.identity import Doubt, Mention, MentionKey, Resolution
from kkr_graph.model.names import clean, danish_sort_key
from kkr_graph.model.review import OpenMention, ReviewList, Side, Sighting
from kkr_graph.resolve.namings import Locator, Naming, each_once, namings_of, sighting

_SHOWN = 3  # passages of one side; the documents have the rest
_ROLES = {
    Role.CHAIR: "formand",
    Role.VICE_CHAIR: "næstformand",
    Role.MEMBER: "medlem",
    Role.DEPUTY: "stedfortræder",
    Role.OBSERVER: "observatør",
    Role.REPRESENTATIVE: "repræsentant",
}


def review_list(
    extracts: Sequence[Extract],
    mentions: Iterable[Mention],
    resolution: Resolution,
    locate: Locator,
) -> ReviewList:
    """What a person has to decide after a build."""
    open_ = tuple(_without_candidates(resolution.doubts))
    sides = _sides(resolution, open_)
    of_mentions = _of_mentions(mentions, sides)
    asked = {key.sha256 for key in of_mentions}
    asked |= {key.sha256 for key, slug in resolution.by_mention.items() if slug in sides}
    facts: dict[str, list[Naming]] = {}
    for extract in each_once(extracts):
        for naming in namings_of(extract) if extract.document.sha256 in asked else ():
            slug = resolution.by_mention.get(naming.key, "")
            handle = of_mentions.get(naming.key) or sides.get(slug)
            if handle is not None:
                facts.setdefault(handle, []).append(naming)
    names = {person.slug: person.name for person in resolution.people}
    return ReviewList(
        pairs=resolution.pairs,
        open=open_,
        sides={
            handle: _side(handle, names.get(handle), facts.get(handle, ()), locate)
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


def _of_mentions(mentions: Iterable[Mention], sides: dict[str, str]) -> dict[MentionKey, str]:
    """The sides of mentions that are asked about themselves, whoever they mean now."""
    asked = ((each, sides.get(each.key.reference)) for each in mentions)
    return {key: side for each, side in asked if side is not None for key in each.keys}


def _side(handle: str, name: str | None, facts: Sequence[Naming], locate: Locator) -> Side:
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


def _sightings(facts: Sequence[Naming], locate: Locator) -> Iterator[Sighting]:
    """The first passage of each of the latest documents."""
    first: dict[str, Naming] = {}
    for fact in sorted(facts, key=lambda each: each.passage):
        first.setdefault(fact.document.sha256, fact)
    latest = sorted(first.values(), key=_by_day, reverse=True)
    for fact in latest[:_SHOWN]:
        yield sighting(fact, locate)


def _by_day(fact: Naming) -> tuple[date, str]:
    return (fact.document.date or date.min, fact.document.sha256)
