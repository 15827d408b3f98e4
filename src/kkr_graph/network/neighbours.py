"""What stands next to a node, in every relation there is: what a reader may ask to see more of.

Nothing is joined before it is asked for, and what is asked for twice is kept.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from kkr_graph.errors import QueryError, quoted
from kkr_graph.network import ties
from kkr_graph.network.elements import Edge, EdgeKind, NodeKind
from kkr_graph.network.facts import Facts
from kkr_graph.network.ties import grouped

AFFILIATIONS = (EdgeKind.PARTY, EdgeKind.MUNICIPALITY)


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Relation:
    """Edges of one kind to nodes of one kind: the posts of a person, the people of a body."""

    edge: EdgeKind
    other: NodeKind

    def __str__(self) -> str:
        """As it stands in an address: ``tenure-body``."""
        return f"{self.edge.value}-{self.other.value}"

    @classmethod
    def read(cls, written: str) -> "Relation":
        """The relation that ``str`` wrote.

        Raises:
            QueryError: there is no such relation.
        """
        edge, _, other = written.partition("-")
        try:
            return cls(edge=EdgeKind(edge), other=NodeKind(other))
        except ValueError:
            raise QueryError(
                f"{quoted(written[:80])} er ikke en slags forbindelse.",
                "Adressen er skrevet forkert. Åbn netværket igen fra siden om navnet.",
            ) from None


_DECIDED = Relation(edge=EdgeKind.DECISION, other=NodeKind.DECISION)


class Neighbours:
    """The surroundings of the nodes of one graph."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._around: dict[str, tuple[Edge, ...]] = {}

    def kind_of(self, iri: str) -> NodeKind | None:
        """What a node is; None for what the graph does not know."""
        if iri in self._facts.decided_at:
            return NodeKind.DECISION
        return self._facts.nodes[iri].kind if iri in self._facts.nodes else None

    def edges(self, iri: str, relation: Relation) -> tuple[Edge, ...]:
        """The edges by which a node stands in a relation, in the order of their ids."""
        if relation == _DECIDED and self.kind_of(iri) is NodeKind.PERSON:
            return _once(ties.decisions_of(self._facts, iri))
        return tuple(edge for edge in self.near(iri) if self.relation(edge, iri) == relation)

    def near(self, iri: str) -> tuple[Edge, ...]:
        """The edges of a node, but for a person's to decisions: there may be thousands."""
        if iri not in self._around:
            kind = self.kind_of(iri)
            self._around[iri] = _once(self._of[kind](iri)) if kind is not None else ()
        return self._around[iri]

    def counts(self, iris: Iterable[str]) -> Mapping[str, Mapping[Relation, int]]:
        """With how many others each node stands in each relation."""
        nodes = list(iris)
        self._facts.read_decisions(iri for iri in nodes if self.kind_of(iri) is NodeKind.PERSON)
        return {
            iri: {relation: len(others) for relation, others in self.relations(iri).items()}
            for iri in nodes
        }

    def relations(self, iri: str) -> Mapping[Relation, frozenset[str]]:
        """The relations that a node stands in, each with whom."""
        others: dict[Relation, set[str]] = defaultdict(set)
        for edge in self.near(iri):
            relation = self.relation(edge, iri)
            if relation is not None:
                others[relation].add(other_end(edge, iri))
        if self.kind_of(iri) is NodeKind.PERSON and self._facts.decisions_of(iri):
            others[_DECIDED] |= set(self._facts.decisions_of(iri))
        return {relation: frozenset(others[relation]) for relation in sorted(others)}

    def relation(self, edge: Edge, iri: str) -> Relation | None:
        """The relation that an edge of a node belongs to."""
        kind = self.kind_of(other_end(edge, iri))
        return None if kind is None else Relation(edge=edge.kind, other=kind)

    @cached_property
    def _of(self) -> Mapping[NodeKind, Callable[[str], Iterator[Edge]]]:
        return {
            NodeKind.PERSON: self._person,
            NodeKind.BODY: self._body,
            NodeKind.MUNICIPALITY: partial(self._members, EdgeKind.MUNICIPALITY),
            NodeKind.PARTY: partial(self._members, EdgeKind.PARTY),
            NodeKind.MEETING: self._meeting,
            NodeKind.DECISION: partial(ties.decision, self._facts),
        }

    @cached_property
    def _index(self) -> "_Index":
        return _Index(self._facts)

    def _person(self, iri: str) -> Iterator[Edge]:
        facts, index = self._facts, self._index
        came, said = index.came_by_person.get(iri, []), index.said_by_person.get(iri, [])
        yield from ties.tenures(facts, index.tenures_by_person.get(iri, []))
        yield from ties.presence(facts, came)
        yield from ties.attendance(facts, came)
        yield from ties.statements_at_meetings(facts, said)
        yield from ties.statements_on_behalf(facts, said)
        for kind in AFFILIATIONS:
            yield from ties.affiliations_of(kind, iri, index.seen[kind].get(iri, []))

    def _body(self, iri: str) -> Iterator[Edge]:
        facts, index = self._facts, self._index
        held = index.meetings_by_body.get(iri, [])
        came = [each for meeting in held for each in index.came_by_meeting.get(meeting, [])]
        yield from ties.tenures(facts, index.tenures_by_body.get(iri, []))
        yield from ties.attendance(facts, came)
        yield from ties.statements_on_behalf(facts, index.said_by_body.get(iri, []))
        yield from ties.holders(facts, held)

    def _members(self, kind: EdgeKind, iri: str) -> Iterator[Edge]:
        index = self._index
        for person in index.people_by_affiliation.get(iri, []):
            found = ties.affiliations_of(kind, person, index.seen[kind][person])
            yield from (edge for edge in found if edge.target == iri)
        yield from ties.statements_on_behalf(self._facts, index.said_by_body.get(iri, []))

    def _meeting(self, iri: str) -> Iterator[Edge]:
        facts, index = self._facts, self._index
        if iri in facts.meetings:
            yield from ties.holders(facts, [iri])
        yield from ties.presence(facts, index.came_by_meeting.get(iri, []))
        yield from ties.statements_at_meetings(facts, index.said_by_meeting.get(iri, []))
        for decision in index.decisions_by_meeting.get(iri, []):
            yield from ties.taken_at(facts, decision)


class _Index:
    """The facts by what they touch."""

    def __init__(self, facts: Facts) -> None:
        items, meetings = facts.items, facts.meetings
        held = [each for each in facts.participations if each.meeting in meetings]
        said = [each for each in facts.statements if each.item in items]
        self.tenures_by_person = grouped(facts.tenures, lambda each: each.person)
        self.tenures_by_body = grouped(facts.tenures, lambda each: each.body)
        self.came_by_person = grouped(held, lambda each: each.person)
        self.came_by_meeting = grouped(held, lambda each: each.meeting)
        self.said_by_person = grouped(said, lambda each: each.person)
        self.said_by_body = grouped(said, lambda each: each.on_behalf_of or "")
        self.said_by_meeting = grouped(said, lambda each: items[each.item].meeting)
        self.meetings_by_body = grouped(sorted(meetings), lambda iri: meetings[iri].body)
        decided = [iri for iri, item in sorted(facts.decided_at.items()) if item in items]
        self.decisions_by_meeting = grouped(
            decided, lambda iri: items[facts.decided_at[iri]].meeting
        )
        self.seen = {
            kind: grouped(ties.sightings(facts, kind), lambda each: each.person)
            for kind in AFFILIATIONS
        }
        affiliated = {
            (each.target, person)
            for by_person in self.seen.values()
            for person, own in by_person.items()
            for each in own
        }
        pairs = grouped(sorted(affiliated), lambda pair: pair[0])
        self.people_by_affiliation = {
            target: [person for _, person in group] for target, group in pairs.items()
        }


def _once(edges: Iterable[Edge]) -> tuple[Edge, ...]:
    return tuple(edge for _, edge in sorted({edge.id: edge for edge in edges}.items()))


def other_end(edge: Edge, iri: str) -> str:
    """The node at the other end of a node's edge."""
    return edge.target if edge.source == iri else edge.source
