"""Who sits, or is to sit, in the seats of a term: what the rules are held against."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kkr_graph.constitution.proposals import Proposal
from kkr_graph.constitution.reading import SeatReading
from kkr_graph.model.names import fold
from kkr_graph.queries.asking import Questions, Source
from kkr_graph.seats.groups import SeatGroup
from kkr_graph.seats.holders import HeldRole
from kkr_graph.seats.period import Period
from kkr_graph.seats.roles import seat_role
from kkr_graph.seats.scope import Scope, Term
from kkr_graph.vocab import KKRC


@dataclass(frozen=True, slots=True, kw_only=True)
class Seating:
    """Somebody in a seat of a group, certainly or only to come.

    ``person`` is empty for a proposal, which is a name and nobody in the graph.
    """

    group: SeatGroup
    name: str
    person: str
    party: str
    municipality: str
    deputy: str
    is_certain: bool
    nominated_on: date | None
    period: Period
    source: Source

    @property
    def who(self) -> str:
        """What tells the person from others in a key."""
        return self.person or f"{fold(self.name)} {fold(self.municipality)}"

    @property
    def label(self) -> str:
        """The name as a message says it: ``Bo Lund (Venstre, Thisted)``."""
        told = ", ".join(part for part in (self.party, self.municipality) if part)
        return f"{self.name} ({told})" if told else self.name


class Ground:
    """What the rules look at, in one graph, as seen on a day."""

    def __init__(
        self,
        questions: Questions,
        scopes: Sequence[Scope],
        *,
        day: date,
        proposals: Sequence[Proposal],
    ) -> None:
        self.questions = questions
        self.scopes = scopes
        self.day = day
        self._proposals = proposals
        self._readings = [SeatReading(questions, scope) for scope in scopes]

    @cached_property
    def groups(self) -> tuple[tuple[Scope, SeatGroup], ...]:
        """The seat groups of the terms, each with the scope that shows it."""
        return tuple(
            (reading.scope, group) for reading in self._readings for group in reading.shown
        )

    @cached_property
    def seatings(self) -> tuple[Seating, ...]:
        """Everybody in a group, those to come after those who sit."""
        return tuple(
            seating
            for reading in self._readings
            for group in reading.shown
            for seating in self._in(reading, group)
        )

    def of(self, group: SeatGroup) -> tuple[Seating, ...]:
        """Those in one group."""
        return tuple(each for each in self.seatings if each.group == group)

    def _in(self, reading: SeatReading, group: SeatGroup) -> Iterator[Seating]:
        yield from (_seating(group, each, is_certain=True) for each in reading.holders(group))
        yield from (_seating(group, each, is_certain=False) for each in reading.candidates(group))
        for each in self._proposals:
            if each.seat.partition(":")[0] == group.slug:
                yield _proposed(group, each)

    @cached_property
    def posts(self) -> tuple[HeldRole, ...]:
        """All certain roles of the terms, each once, also those in no group."""
        found = {each.holding.tenure: each for reading in self._readings for each in reading.seated}
        return tuple(found.values())

    @cached_property
    def areas(self) -> Mapping[str, frozenset[str]]:
        """The municipalities of each contact council, by names."""
        found: dict[str, set[str]] = {}
        for municipality, council in self.scopes[-1].council_by_municipality.items():
            found.setdefault(council, set()).add(municipality)
        return {council: frozenset(places) for council, places in found.items()}

    @cached_property
    def attendance(self) -> Mapping[str, frozenset[str]]:
        """Who has been in the lists of members of each body's meetings, by slug."""
        found: dict[str, set[str]] = {}
        for record in self.questions.ask("seen-for"):
            person = record.iri("person").rpartition("/")[2]
            found.setdefault(record.text("forum"), set()).add(person)
        return {forum: frozenset(people) for forum, people in found.items()}

    def councils_of(self, group: SeatGroup) -> tuple[str, ...]:
        """The contact councils that fill the seats of a group, or whose own seats they are."""
        names = {*group.bodies, group.record.text("forum")}
        return tuple(sorted(names & set(self.areas)))

    def is_for_elected(self, seating: Seating) -> bool:
        """Whether the seat asks for a politician, or a politician of a party sits in it."""
        return seating.group.requires_elected or bool(seating.party)

    @cached_property
    def terms_before(self) -> tuple[Term, ...]:
        """The contact councils' terms before the last one looked at, the latest first."""
        last = self.scopes[-1].term
        terms = [each for each in self.scopes[-1].terms if each.clock == KKRC.kkr_clock]
        return tuple(each for each in reversed(terms) if last and each.starts < last.starts)

    @cached_property
    def _posts_by_term(self) -> Mapping[Term, frozenset[tuple[str, str, str]]]:
        return {term: self._posts_of(term) for term in self.terms_before}

    def _posts_of(self, term: Term) -> frozenset[tuple[str, str, str]]:
        forum = self.scopes[-1].forum
        scope = Scope(self.questions, forum=forum.iri if forum else None, term=term.label)
        return frozenset(
            (each.holding.person, each.holding.forum, seat_role(each.holding.role))
            for each in SeatReading(self.questions, scope).seated
        )

    def terms_held(self, seating: Seating) -> int:
        """For how many terms on end before the seating's own somebody had such a role."""
        record = seating.group.record
        post = (seating.person, record.iri("forum"), seat_role(record.iri("role")))
        held = 0
        for term in self.terms_before:
            own = seating.group.term
            if term.starts >= own.starts or term.lies_mostly_in(own) or own.lies_mostly_in(term):
                continue
            if post not in self._posts_by_term[term]:
                break
            held += 1
        return held


def _seating(group: SeatGroup, each: HeldRole, *, is_certain: bool) -> Seating:
    record = each.record
    return Seating(
        group=group,
        name=record.text("person"),
        person=each.holding.person,
        party=record.text("party"),
        municipality=record.text("municipality"),
        deputy=record.text("deputy"),
        is_certain=is_certain,
        nominated_on=record.day("nominated_on"),
        period=each.period,
        source=record.source,
    )


def _proposed(group: SeatGroup, proposal: Proposal) -> Seating:
    return Seating(
        group=group,
        name=proposal.name,
        person="",
        party=proposal.party,
        municipality=proposal.municipality,
        deputy=proposal.deputy,
        is_certain=False,
        nominated_on=None,
        period=Period(),
        source=Source(document=proposal.source),
    )
