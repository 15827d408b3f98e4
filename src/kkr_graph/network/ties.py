"""Edges from facts: a tenure is one edge; attendance and affiliation sum up what was seen."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from kkr_graph.iri import digest
from kkr_graph.model.tenure import FOREVER
from kkr_graph.network import wording
from kkr_graph.network.elements import Edge, EdgeKind
from kkr_graph.network.facts import Facts
from kkr_graph.network.records import ParticipationFact, StatementFact, TenureFact
from kkr_graph.vocab import KKRC

_SHOWN = 10  # facts behind one summed-up edge: enough to check it by, and the newest first
_WEIGHT = (KKRC.present, KKRC.guest, KKRC.absent)  # who came to part of a meeting was there
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Sighting:
    """A document showing, for a day, which party or municipality somebody is of."""

    day: date
    person: str
    target: str
    fact: str
    certain: bool


def tenures(facts: Facts, chosen: Iterable[TenureFact]) -> Iterator[Edge]:
    """Each tenure as an edge from the person to the body."""
    for tenure in chosen:
        yield Edge(
            id=tenure.iri,
            source=tenure.person,
            target=tenure.body,
            kind=EdgeKind.TENURE,
            role=facts.concept(tenure.role),
            from_=tenure.from_,
            through=tenure.through,
            start=tenure.start,
            end=tenure.end,
            last_seen=tenure.last_seen,
            end_status=tenure.end_status,
            certain=tenure.certain,
            notes=tuple(_notes_of(facts, tenure)),
            facts=(tenure.iri,),
        )


def _notes_of(facts: Facts, tenure: TenureFact) -> Iterator[tuple[str, str]]:
    if tenure.represents is not None:
        yield "På vegne af", facts.label(tenure.represents)
    if tenure.substitute_for is not None:
        yield "Stedfortræder for", facts.label(tenure.substitute_for)
    for decision in tenure.decided_in:
        if decision in facts.decided_at:
            yield "Besluttet", item_text(facts, facts.decided_at[decision])


def item_text(facts: Facts, item: str) -> str:
    """``KKR Nordjylland 24.10.2025, punkt 3.9: KKR evaluering``."""
    if item not in facts.items:
        return facts.label(item)
    known = facts.items[item]
    return f"{facts.label(known.meeting)}, punkt {known.number}: {known.title}"


def presence(facts: Facts, chosen: Iterable[ParticipationFact]) -> Iterator[Edge]:
    """Each presence or absence as an edge from the person to the meeting."""
    for each in chosen:
        if each.meeting in facts.meetings:
            yield Edge(
                id=each.iri,
                source=each.person,
                target=each.meeting,
                kind=EdgeKind.ATTENDANCE,
                role=_capacity(facts, each),
                from_=facts.meetings[each.meeting].day,
                certain=each.certain,
                notes=tuple(_notes_of_presence(facts, each)),
                facts=(each.iri,),
            )


def _capacity(facts: Facts, each: ParticipationFact) -> str:
    status = facts.concept(each.status)
    numbers = sorted(facts.items[item].number for item in each.items if item in facts.items)
    return f"{status} (punkt {wording.listed(numbers)})" if numbers else status


def _notes_of_presence(facts: Facts, each: ParticipationFact) -> Iterator[tuple[str, str]]:
    if each.substitute_for is not None:
        yield "Stedfortræder for", facts.label(each.substitute_for)
    if each.title is not None:
        yield "Titel", each.title
    if each.organization is not None:
        yield "Organisation", each.organization


def attendance(facts: Facts, chosen: Iterable[ParticipationFact]) -> Iterator[Edge]:
    """How often each person was at a body's meetings: one edge from the person to the body."""
    held = [each for each in chosen if each.meeting in facts.meetings]
    pairs = grouped(held, lambda each: (each.person, facts.meetings[each.meeting].body))
    for (person, body), group in pairs.items():
        days = {each.iri: facts.meetings[each.meeting].day for each in group}
        yield Edge(
            id=_id(EdgeKind.ATTENDANCE, person, body),
            source=person,
            target=body,
            kind=EdgeKind.ATTENDANCE,
            role=_attendance_role(facts, group),
            from_=min(days.values()),
            last_seen=max(days.values()),
            certain=any(each.certain for each in group),
            notes=(*_notes_of_sum(len(group)), *_notes_of_all(facts, group)),
            facts=_newest(days),
        )


def _attendance_role(facts: Facts, group: Iterable[ParticipationFact]) -> str:
    of_meeting: dict[str, str] = {}
    for each in sorted(group, key=lambda each: _WEIGHT.index(each.status)):
        of_meeting.setdefault(each.meeting, each.status)
    if len(of_meeting) == 1:
        return facts.concept(*of_meeting.values())
    counted = Counter(of_meeting.values())
    told = [
        f"{facts.concept(status)} {wording.counted(counted[status], 'gang', 'gange')}"
        for status in _WEIGHT
        if counted[status]
    ]
    return wording.listed(told)


def statements_at_meetings(facts: Facts, chosen: Iterable[StatementFact]) -> Iterator[Edge]:
    """Each statement as an edge from the speaker to the meeting."""
    for each in chosen:
        item = facts.items.get(each.item)
        if item is not None and item.meeting in facts.meetings:
            yield _statement(facts, each, each.iri, item.meeting)


def statements_on_behalf(facts: Facts, chosen: Iterable[StatementFact]) -> Iterator[Edge]:
    """What each person said on a known body's behalf: one edge from the speaker to that body."""
    held = [
        each
        for each in chosen
        if each.on_behalf_of in facts.nodes
        and each.item in facts.items
        and facts.items[each.item].meeting in facts.meetings
    ]
    for (_, body), group in grouped(held, lambda each: (each.person, each.on_behalf_of)).items():
        assert body is not None
        days = {
            each.iri: facts.meetings[facts.items[each.item].meeting].day
            for each in sorted(group, key=lambda each: each.iri)
        }
        newest = max(group, key=lambda each: (days[each.iri], each.iri))
        edge = _statement(facts, newest, _id(EdgeKind.STATEMENT, newest.person, body), body)
        yield (
            edge
            if len(group) == 1
            else replace(
                edge,
                role=f"{edge.role} {wording.counted(len(group), 'gang', 'gange')}",
                from_=min(days.values()),
                last_seen=max(days.values()),
                certain=any(each.certain for each in group),
                notes=(
                    *_notes_of_sum(len(group)),
                    *(("Senest", value) for name, value in edge.notes if name == "Punkt"),
                ),
                facts=_newest(days),
            )
        )


def _statement(facts: Facts, each: StatementFact, iri: str, target: str) -> Edge:
    item = facts.items[each.item]
    behalf = each.on_behalf_of_name
    if each.on_behalf_of is not None:
        behalf = facts.label(each.on_behalf_of)
    told = (("Punkt", item_text(facts, each.item)), ("På vegne af", behalf))
    return Edge(
        id=iri,
        source=each.person,
        target=target,
        kind=EdgeKind.STATEMENT,
        role=facts.concept(each.kind),
        from_=facts.meetings[item.meeting].day,
        certain=each.certain,
        notes=tuple((name, value) for name, value in told if value is not None),
        facts=(each.iri,),
    )


def holders(facts: Facts, meetings: Iterable[str]) -> Iterator[Edge]:
    """Each meeting as an edge to the body that held it."""
    for iri in meetings:
        held = facts.meetings[iri]
        yield Edge(
            id=_id(EdgeKind.MEETING, iri, held.body),
            source=iri,
            target=held.body,
            kind=EdgeKind.MEETING,
            role="møde i",
            from_=held.day,
            facts=(iri,),
        )


def decision(facts: Facts, iri: str) -> Iterator[Edge]:
    """A decision as an edge to its meeting, with an edge from each who took part."""
    for taken in taken_at(facts, iri):
        yield taken
        for person in facts.took_part_in(iri):
            yield _part_of_decision(person, iri, "deltog i", taken.from_, about=iri)


def taken_at(facts: Facts, iri: str) -> Iterator[Edge]:
    """A decision as an edge to its meeting."""
    item = facts.items.get(facts.decided_at.get(iri, ""))
    if item is not None and item.meeting in facts.meetings:
        meeting = facts.meetings[item.meeting]
        yield _part_of_decision(iri, meeting.iri, "truffet på", meeting.day)


def decisions_of(facts: Facts, person: str) -> Iterator[Edge]:
    """Each decision that somebody took part in as an edge from them to it."""
    for iri in facts.decisions_of(person):
        for taken in taken_at(facts, iri):
            yield _part_of_decision(person, iri, "deltog i", taken.from_, about=iri)


def _part_of_decision(
    source: str, target: str, role: str, day: date, about: str | None = None
) -> Edge:
    return Edge(
        id=_id(EdgeKind.DECISION, source, target),
        source=source,
        target=target,
        kind=EdgeKind.DECISION,
        role=role,
        from_=day,
        facts=(about or source,),
    )


def sightings(facts: Facts, kind: EdgeKind) -> Iterator[Sighting]:
    """When which person was seen with which party, or which municipality."""
    for tenure in facts.tenures:
        target = tenure.party if kind is EdgeKind.PARTY else tenure.municipality
        if target is not None:
            yield _sighting(tenure.from_, tenure, target)
    for each in facts.participations:
        target = each.party if kind is EdgeKind.PARTY else each.municipality
        if target is not None and each.meeting in facts.meetings:
            yield _sighting(facts.meetings[each.meeting].day, each, target)


def _sighting(day: date, fact: TenureFact | ParticipationFact, target: str) -> Sighting:
    return Sighting(day=day, person=fact.person, target=target, fact=fact.iri, certain=fact.certain)


def affiliations(facts: Facts, kind: EdgeKind, people: frozenset[str]) -> Iterator[Edge]:
    """The parties, or the municipalities, of people: until they were seen with another."""
    seen = [each for each in sightings(facts, kind) if each.person in people]
    for person, own in grouped(seen, lambda each: each.person).items():
        yield from affiliations_of(kind, person, own)


def affiliations_of(kind: EdgeKind, person: str, own: list[Sighting]) -> Iterator[Edge]:
    """The parties, or the municipalities, of one person, from all that was seen of them."""
    for target, group in grouped(own, lambda each: each.target).items():
        yield Edge(
            id=_id(kind, person, target),
            source=person,
            target=target,
            kind=kind,
            role="valgt for" if kind is EdgeKind.PARTY else "fra",
            from_=min(each.day for each in group),
            through=_until_another(group, own),
            certain=any(each.certain for each in group),
            notes=_notes_of_sum(len(group)),
            facts=_newest({each.fact: each.day for each in group}),
        )


def _until_another(group: list[Sighting], own: list[Sighting]) -> date:
    last = max(each.day for each in group)
    later = [each.day for each in own if each.day > last]
    return min(later) - timedelta(days=1) if later else FOREVER


def list_letters(facts: Facts) -> Mapping[str, str]:
    """People with the list letter of the party that they were last seen with."""
    last = sorted(sightings(facts, EdgeKind.PARTY))
    return {
        each.person: facts.list_letters[each.target]
        for each in last
        if each.target in facts.list_letters
    }


def _newest(days: Mapping[str, date]) -> tuple[str, ...]:
    newest = sorted(days, key=lambda iri: (days[iri], iri), reverse=True)
    return tuple(newest[:_SHOWN])


def _notes_of_sum(number: int) -> tuple[tuple[str, str], ...]:
    if number <= _SHOWN:
        return ()
    return (("Bygger på", f"{number} steder; de {_SHOWN} seneste vises"),)


def _notes_of_all(facts: Facts, group: Iterable[ParticipationFact]) -> Sequence[tuple[str, str]]:
    return sorted({note for each in group for note in _notes_of_presence(facts, each)})


def grouped(values: Iterable[_Value], key: Callable[[_Value], _Key]) -> dict[_Key, list[_Value]]:
    """Values under what they have in common, in the order in which they came."""
    groups: dict[_Key, list[_Value]] = defaultdict(list)
    for value in values:
        groups[key(value)].append(value)
    return groups


def _id(kind: EdgeKind, source: str, target: str) -> str:
    return f"{kind.value}-{digest(source, target)}"
