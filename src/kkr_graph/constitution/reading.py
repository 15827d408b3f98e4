"""The seats of a term and who sits in them: what the board, the vacancies and the rules rest on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kkr_graph.errors import QueryError
from kkr_graph.model.names import danish_sort_key
from kkr_graph.queries.asking import Questions
from kkr_graph.queries.roles import role_rank
from kkr_graph.seats.groups import Occupancy, SeatGroup, is_shown, narrowed, read_groups
from kkr_graph.seats.holders import Certainty, HeldRole, read_held_roles, read_vacant_seats
from kkr_graph.seats.period import Period
from kkr_graph.seats.scope import Scope, Term
from kkr_graph.vocab import KKRC

HANDOVER = timedelta(days=60)
"""Who sits until a new term has just begun hands over, and does not sit in it; nor who begins so soon before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What somebody asked for, in names as people type them; None is everything."""

    forum: str | None = None
    council: str | None = None
    term: str | None = None

    def scope(self, questions: Questions, term: str | None) -> Scope:
        """The same body and council, in a term of choice."""
        return Scope(questions, forum=self.forum, council=self.council, term=term)


EVERYTHING = Wanted()


class SeatReading:
    """One look at the seats of a term.

    ``shown`` has the groups of the scope; ``certain`` and ``expected`` are the roles held, ``seated``
    those that a document shows somebody in during the term, ``vacant`` what lists show to be nobody's.
    """

    def __init__(self, questions: Questions, scope: Scope) -> None:
        self.scope = scope
        # Whoever has one of the other seats has none of those that are shown.
        self._groups = read_groups(questions, scope)
        self.shown = [group for group in self._groups if is_shown(group, scope)]
        held = read_held_roles(questions, scope)
        self.vacant = read_vacant_seats(questions, scope, held)
        self.certain = [each for each in held if each.certainty == Certainty.CERTAIN]
        self.expected = [each for each in held if each.certainty != Certainty.CERTAIN]
        self.seated = [each for each in self.certain if self._sits(each)]
        self._by_tenure = {each.record.iri("tenure"): each for each in self.certain}
        self._occupancy = {
            term: Occupancy(
                [group for group in self._groups if group.term == term],
                (each.holding for each in self.certain if _sits_in(term, each)),
            )
            for term in {group.term for group in self.shown}
        }

    def _sits(self, held: HeldRole) -> bool:
        """Whether somebody sits in the term as their contact council counts it."""
        term, council = self.scope.term, self.scope.council_of(held.record)
        return term is not None and _sits_in(self.scope.own_term(term, council), held)

    def _has_begun(self, held: HeldRole) -> bool:
        """Whether the contact council that a post or seat belongs to has begun the term."""
        term, council = self.scope.term, self.scope.council_of(held.record)
        if term is None:
            return False
        return not self.scope.is_coming(self.scope.own_term(term, council), council)

    def holders(self, group: SeatGroup) -> list[HeldRole]:
        """Those who certainly have a seat of the group, in Danish order."""
        held = self._occupancy[group.term].certain(group)
        return [self._by_tenure[each.tenure] for each in held]

    def possible(self, group: SeatGroup) -> list[HeldRole]:
        """Those who have a seat of the group or of another one of the forum's."""
        held = self._occupancy[group.term].possible(group)
        return [self._by_tenure[each.tenure] for each in held]

    def candidates(self, group: SeatGroup) -> list[HeldRole]:
        """Those who are expected or nominated for a seat that can only be in this group."""
        found = []
        for each in self.expected:
            fitting = [
                other
                for other in self._groups
                if other.term == group.term and other.may_seat(each.holding)
            ]
            if narrowed(fitting, each.holding) == (group,):
                found.append(each)
        return found

    def beside(self) -> list[HeldRole]:
        """Posts and vacant seats in bodies of whose seats in the term nothing is registered.

        Nothing is known of a term to come but the seats. A deputy has none.
        """
        registered = {
            group.record.iri("forum")
            for group in self._groups
            if self.scope.has_seats_of(group.term, group.council)
        }
        found = (
            each
            for each in (*self.seated, *self.vacant)
            if each.holding.forum not in registered
            and each.holding.role != KKRC.deputy
            and self.scope.concerns_post(each.record)
            and self._has_begun(each)
        )
        return sorted(found, key=_place)


def _place(held: HeldRole) -> tuple[str, int, bool, str]:
    forum, name = (danish_sort_key(held.record.text(each)) for each in ("forum", "person"))
    return forum, role_rank(held.holding.role), held.certainty == Certainty.VACANT, name


def _sits_in(term: Term, held: HeldRole) -> bool:
    """Whether a document shows somebody in the role in the term, and not only on its threshold."""
    period = held.period
    shown = [each for each in (period.starts, period.last_seen) if each]
    lasts = period.ends is not None and period.ends > term.starts + HANDOVER
    begins = period.first_known or date.min
    in_time = begins <= term.ends and not _is_of_the_next(term, period)
    return in_time and (lasts or any(each >= term.starts for each in shown))


def _is_of_the_next(term: Term, period: Period) -> bool:
    """Whether it begins on the threshold and outlasts the term: councils begin theirs some weeks before."""
    if period.starts is None or period.ends is None:
        return False
    return period.starts > term.ends - HANDOVER and period.ends > term.ends


def lineage(group: SeatGroup) -> tuple[str, ...]:
    """What two terms' groups of the same seats have in common."""
    columns = ("forum", "role", "nominating", "appointing", "eligibility")
    return tuple(group.record.text(column) for column in columns)


def successor(group: SeatGroup, groups: Sequence[SeatGroup]) -> SeatGroup | None:
    """The first later group of the same seats."""
    later = [
        each
        for each in groups
        if lineage(each) == lineage(group) and each.term.starts > group.term.starts
    ]
    return min(later, key=lambda each: each.term.starts, default=None)


def may_act_from(scope: Scope, group: SeatGroup) -> date | None:
    """The first day on which the contact councils that fill a group's seats can do so."""
    return scope.may_act_from(group.bodies, group.term)


def deadline(scope: Scope, group: SeatGroup) -> date | None:
    """A group's own deadline, or the day on which its term begins.

    A contact council cannot fill a seat before it has constituted itself.
    """
    stated = group.record.day("deadline")
    begins = may_act_from(scope, group)
    if stated is None and scope.is_coming(group.term, group.council):
        return begins or group.term.starts
    return max(stated, begins) if stated and begins else stated


def present_term(scope: Scope) -> Term:
    """The last of the contact councils' terms that all who are asked about have begun."""
    terms = _of_councils(scope)
    return next((term for term in reversed(terms) if not scope.awaiting(term)), terms[0])


def next_term(scope: Scope) -> Term:
    """The first of the contact councils' terms that one has not begun, or else the last known."""
    terms = _of_councils(scope)
    return next((term for term in terms if scope.awaiting(term)), terms[-1])


def term_before(scope: Scope, term: Term) -> Term:
    """The term that came before another by the same clock; itself where none is known."""
    earlier = [
        each for each in scope.terms if each.clock == term.clock and each.starts < term.starts
    ]
    return max(earlier, key=lambda each: each.starts, default=term)


def term_after(scope: Scope, term: Term, clock: str) -> Term | None:
    """The term by one of the clocks that follows upon a term of the contact councils."""
    later = [
        each
        for each in scope.terms
        if each.clock == clock and each.starts > term.starts and not each.lies_mostly_in(term)
    ]
    return min(later, key=lambda each: each.starts, default=None)


def _of_councils(scope: Scope) -> list[Term]:
    terms = [term for term in scope.terms if term.clock == KKRC.kkr_clock]
    if not terms:
        raise QueryError(
            "Grafen kender ingen valgperiode for KKR.", "Skriv perioderne i registry/terms.csv."
        )
    return terms
