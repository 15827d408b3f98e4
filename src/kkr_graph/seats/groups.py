"""Which seats there are, and what is known of who holds them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kkr_graph.model.names import danish_sort_key
from kkr_graph.queries.asking import Questions, Record
from kkr_graph.queries.roles import role_rank
from kkr_graph.seats.roles import seat_role
from kkr_graph.seats.scope import Scope, Term
from kkr_graph.vocab import KKRC


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """Somebody in a role in a forum between two days, perhaps for another body; or expected in it."""

    tenure: str
    forum: str
    role: str
    holder: str
    person: str  # the holder's slug
    represents: str
    municipality: str
    party: str
    first: date | None
    last: date | None

    @property
    def is_politician(self) -> bool:
        """Whether somebody is named with party and municipality, as elected politicians are."""
        return bool(self.party and self.municipality)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatGroup:
    """The right to a number of seats, as the registry has it.

    ``term`` has the days of the contact council that the body belongs to; ``council`` is that one, or
    else the only one that fills the seats. ``area`` has the municipalities of those that fill them.
    """

    record: Record
    term: Term
    council: str
    area: frozenset[str] = frozenset()

    @property
    def iri(self) -> str:
        """What tells it from others."""
        return self.record.iri("seat_group")

    @property
    def seats(self) -> int:
        """How many."""
        return self.record.number("seats") or 0

    @property
    def label(self) -> str:
        """What to call it."""
        return self.record.text("seat_group")

    @property
    def slug(self) -> str:
        """Its identifier in the registry."""
        return self.iri.rpartition("/")[2]

    @property
    def is_by_office(self) -> bool:
        """Whether an office brings the seat, so that nobody appoints."""
        return self.record.iri("role") == KKRC.ex_officio_member

    @property
    def bodies(self) -> set[str]:
        """The names of those who nominate or appoint."""
        return _filled_by(self.record)

    def is_filled_for(self, holding: Holding) -> bool:
        """Whether the body that somebody sits for fills the seats."""
        return holding.represents in self.bodies

    def is_of_area(self, holding: Holding) -> bool:
        """Whether councils that fill the seats have the holder's municipality, if both are known."""
        return not (self.area and holding.municipality) or holding.municipality in self.area

    @property
    def requires_elected(self) -> bool:
        """Whether the seats are said to be for elected politicians."""
        return self.record.text("requires_elected") == "true"

    def asks_for(self, holding: Holding) -> bool:
        """Whether the seats are said to be for elected politicians, and the holder is one."""
        return holding.is_politician and self.requires_elected

    def may_seat(self, holding: Holding) -> bool:
        """Whether forum, role and time fit."""
        return (
            self.record.iri("forum") == holding.forum
            and seat_role(self.record.iri("role")) == seat_role(holding.role)
            and self.term.reaches(holding.first, holding.last)
        )


def read_groups(questions: Questions, scope: Scope) -> tuple[SeatGroup, ...]:
    """The seat groups of all terms, councils first, the chair's first."""
    terms = {term.iri: term for term in scope.terms}
    groups = (
        _group(record, terms[record.iri("term")], scope)
        for record in questions.ask("seat-groups", **scope.arguments)
    )
    return tuple(sorted(groups, key=lambda group: _sort_key(group, scope)))


def _group(record: Record, term: Term, scope: Scope) -> SeatGroup:
    own, bodies = scope.forum_of(record).council, _filled_by(record)
    area = (name for name, council in scope.council_by_municipality.items() if council in bodies)
    return SeatGroup(
        record=record,
        term=scope.own_term(term, own),
        council=own or scope.council_among(bodies),
        area=frozenset(area),
    )


def _filled_by(record: Record) -> set[str]:
    names = f"{record.text('nominating')}, {record.text('appointing')}"
    return set(filter(None, names.split(", ")))


def _sort_key(group: SeatGroup, scope: Scope) -> tuple[bool, str, date, int, str]:
    return (
        not scope.forum_of(group.record).is_council,
        danish_sort_key(group.record.text("forum")),
        group.term.starts,
        role_rank(group.record.iri("role")),
        danish_sort_key(group.label),
    )


def groups_of(groups: Iterable[SeatGroup], holding: Holding) -> tuple[SeatGroup, ...]:
    """The groups that somebody's seat may belong to, in the latest term that it reaches."""
    fitting = [group for group in groups if group.may_seat(holding)]
    latest = max((group.term.starts for group in fitting), default=None)
    return narrowed((group for group in fitting if group.term.starts == latest), holding)


def narrowed(fitting: Iterable[SeatGroup], holding: Holding) -> tuple[SeatGroup, ...]:
    """Those of several groups that somebody can have a seat of, as far as is known.

    Who sits for a body holds a seat that this body fills; who has a municipality, one that is filled
    by a council of its area; a politician, one for elected politicians. Where no group is so, the
    documents know better.
    """
    groups = tuple(fitting)
    for is_so in (SeatGroup.is_filled_for, SeatGroup.is_of_area, SeatGroup.asks_for):
        groups = tuple(group for group in groups if is_so(group, holding)) or groups
    return groups


class Occupancy:
    """Who sits in which group for sure, and who sits in it or in another one of the forum's."""

    def __init__(self, groups: Sequence[SeatGroup], holdings: Iterable[Holding]) -> None:
        self._certain: dict[str, dict[str, Holding]] = {}
        self._possible: dict[str, dict[str, Holding]] = {}
        for holding in holdings:
            fitting = [group for group in groups if group.may_seat(holding)]
            for term in {group.term for group in fitting}:
                self._seat(holding, [group for group in fitting if group.term == term])

    def _seat(self, holding: Holding, fitting: Iterable[SeatGroup]) -> None:
        candidates = narrowed(fitting, holding)
        told = self._certain if len(candidates) == 1 else self._possible
        for group in candidates:
            told.setdefault(group.iri, {})[holding.holder] = holding

    def certain(self, group: SeatGroup) -> list[Holding]:
        """One for each person, in Danish order."""
        return _by_name(self._certain.get(group.iri, {}).values())

    def possible(self, group: SeatGroup) -> list[Holding]:
        """One for each person, in Danish order, without those who are certain."""
        certain = self._certain.get(group.iri, {})
        doubtful = self._possible.get(group.iri, {})
        return _by_name(each for name, each in doubtful.items() if name not in certain)


def _by_name(holdings: Iterable[Holding]) -> list[Holding]:
    return sorted(holdings, key=lambda holding: danish_sort_key(holding.holder))


def is_shown(group: SeatGroup, scope: Scope) -> bool:
    """Whether a seat is in one of the councils' own areas, or elsewhere and filled by them."""
    ours = scope.forum_of(group.record).serves | group.bodies | {group.record.text("forum")}
    return scope.has_seats_of(group.term, group.council) and scope.concerns(ours)
