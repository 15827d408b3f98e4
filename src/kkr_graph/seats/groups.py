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
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatGroup:
    """The right to a number of seats, as the registry has it."""

    record: Record
    term: Term

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
        names = f"{self.record.text('nominating')}, {self.record.text('appointing')}"
        return set(names.split(", "))

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
        SeatGroup(record=record, term=terms[record.iri("term")])
        for record in questions.ask("seat-groups", **scope.arguments)
    )
    return tuple(sorted(groups, key=lambda group: _sort_key(group, scope)))


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
    return _narrowed((group for group in fitting if group.term.starts == latest), holding)


def _narrowed(fitting: Iterable[SeatGroup], holding: Holding) -> tuple[SeatGroup, ...]:
    """Who sits for a body holds a seat that this body fills, if there is one."""
    groups = tuple(fitting)
    own = tuple(group for group in groups if holding.represents in group.bodies)
    return own or groups


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
        candidates = _narrowed(fitting, holding)
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
    return scope.has_seats_of(group.term) and scope.concerns(ours)
