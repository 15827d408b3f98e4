"""Which edges each kind of view shows."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import chain

from kkr_graph.network import ties
from kkr_graph.network.changes import changes
from kkr_graph.network.elements import Edge, EdgeKind
from kkr_graph.network.facts import Facts
from kkr_graph.network.path import shortest_path
from kkr_graph.network.records import ParticipationFact, StatementFact, TenureFact

READABLE = 150
"""How many nodes a reader can use at once."""


class ViewKind(StrEnum):
    """What a network is about."""

    OVERVIEW = "overview"
    PERSON = "person"
    FORUM = "forum"
    MUNICIPALITY = "municipality"
    PARTY = "party"
    MEETING = "meeting"
    DECISION = "decision"
    PATH = "path"
    TERMS = "terms"


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What to show: the kind, the IRI in focus (empty for an overview), how many nodes.

    A path leads from the focus to ``other``; all of it holds on the ``day``, if one is given, and
    parties and municipalities lie on it only with ``affiliations``. ``terms`` are compared, the
    present one and the next where they are empty.
    """

    kind: ViewKind
    focus: str = ""
    limit: int = READABLE
    other: str = ""
    day: date | None = None
    affiliations: bool = False
    terms: tuple[str, str] = ("", "")

    @property
    def ends(self) -> tuple[str, ...]:
        """The nodes that the view is about, and shows whatever else it shows."""
        return tuple(iri for iri in (self.focus, self.other) if iri)


def edges_of(facts: Facts, view: View) -> Iterator[Edge]:
    """The edges of a view, some perhaps twice; what they touch may be no node."""
    if view.kind is ViewKind.PATH:
        return iter(_path(facts, view))
    if view.kind is ViewKind.TERMS:
        return changes(facts, view.focus, view.terms)
    return _OF[view.kind](facts, view.focus)


def _path(facts: Facts, view: View) -> tuple[Edge, ...]:
    ends = (view.focus, view.other)
    found = shortest_path(facts, ends, day=view.day, affiliations=view.affiliations)
    return () if found is None else found.edges


def _overview(facts: Facts, _: str) -> Iterator[Edge]:
    at_councils = [
        each
        for each in facts.participations
        if each.meeting in facts.meetings and facts.meetings[each.meeting].body in facts.councils
    ]
    yield from ties.tenures(facts, facts.tenures)
    yield from ties.attendance(facts, at_councils)


def _person(facts: Facts, focus: str) -> Iterator[Edge]:
    own = [each for each in facts.participations if each.person == focus]
    said = [each for each in facts.statements if each.person == focus]
    held = [each for each in facts.tenures if focus in (each.person, each.substitute_for)]
    met = list(chain(ties.presence(facts, own), ties.statements_at_meetings(facts, said)))
    yield from ties.tenures(facts, held)
    yield from ties.statements_on_behalf(facts, said)
    yield from met
    yield from ties.holders(facts, sorted({edge.target for edge in met}))
    yield from _affiliations(facts, [focus])


def _forum(facts: Facts, focus: str) -> Iterator[Edge]:
    came = [
        each
        for each in facts.participations
        if each.meeting in facts.meetings and facts.meetings[each.meeting].body == focus
    ]
    spoke = [each for each in facts.statements if each.on_behalf_of == focus]
    seated = [each for each in facts.tenures if focus in (each.body, each.represents)]
    people = _people(came) | _people(spoke) | _people(seated)
    yield from ties.tenures(facts, _tenures_of(facts, people))
    yield from ties.attendance(facts, came)
    yield from ties.statements_on_behalf(facts, spoke)
    yield from _affiliations(facts, people)


def _members(kind: EdgeKind) -> Callable[[Facts, str], Iterator[Edge]]:
    """The view of a party or a municipality: through its people to the bodies."""

    def edges(facts: Facts, focus: str) -> Iterator[Edge]:
        seen = ties.sightings(facts, kind)
        people = {each.person for each in seen if each.target == focus}
        came = [each for each in facts.participations if each.person in people]
        yield from ties.tenures(facts, _tenures_of(facts, people))
        yield from ties.attendance(facts, came)
        yield from _affiliations(facts, people)

    return edges


def _meeting(facts: Facts, focus: str) -> Iterator[Edge]:
    came = [each for each in facts.participations if each.meeting == focus]
    said = [
        each
        for each in facts.statements
        if each.item in facts.items and facts.items[each.item].meeting == focus
    ]
    yield from ties.holders(facts, [focus])
    yield from ties.presence(facts, came)
    yield from ties.statements_at_meetings(facts, said)
    yield from ties.statements_on_behalf(facts, said)
    yield from _affiliations(facts, _people(came) | _people(said))


def _decision(facts: Facts, focus: str) -> Iterator[Edge]:
    about = list(ties.decision(facts, focus))
    decided = [each for each in facts.tenures if focus in each.decided_in]
    people = {edge.source for edge in about} | _people(decided)
    yield from about
    yield from ties.tenures(facts, decided)
    yield from ties.affiliations(facts, EdgeKind.PARTY, frozenset(people))


_OF: Mapping[ViewKind, Callable[[Facts, str], Iterator[Edge]]] = {
    ViewKind.OVERVIEW: _overview,
    ViewKind.PERSON: _person,
    ViewKind.FORUM: _forum,
    ViewKind.MUNICIPALITY: _members(EdgeKind.MUNICIPALITY),
    ViewKind.PARTY: _members(EdgeKind.PARTY),
    ViewKind.MEETING: _meeting,
    ViewKind.DECISION: _decision,
}


def _tenures_of(facts: Facts, people: set[str]) -> Iterator[TenureFact]:
    return (each for each in facts.tenures if each.person in people)


def _affiliations(facts: Facts, people: Iterable[str]) -> Iterator[Edge]:
    chosen = frozenset(people)
    for kind in (EdgeKind.PARTY, EdgeKind.MUNICIPALITY):
        yield from ties.affiliations(facts, kind, chosen)


def _people(facts: Sequence[ParticipationFact | StatementFact | TenureFact]) -> set[str]:
    return {fact.person for fact in facts}
