"""What becomes of every seat at the change of term, over the two clocks.

Councils change on 31 December; a contact council's seats change when it constitutes itself some weeks
later. What nobody has said stays unknown, and is never shown as lost.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kkr_graph.constitution.elected import Elected, HolderFate, Known
from kkr_graph.constitution.reading import (
    SeatReading,
    deadline,
    present_term,
    successor,
    term_after,
)
from kkr_graph.model.danish import counted
from kkr_graph.model.names import danish_sort_key
from kkr_graph.queries.asking import NO_SOURCE, Questions, Source
from kkr_graph.queries.roles import role_rank
from kkr_graph.registry.councillors import Councillor
from kkr_graph.seats.groups import Holding, SeatGroup, read_groups
from kkr_graph.seats.holders import HeldRole
from kkr_graph.seats.roles import seat_role
from kkr_graph.seats.scope import Scope, Term
from kkr_graph.store import Graph
from kkr_graph.vocab import KKRC


class SeatFate(StrEnum):
    """What becomes of the seat."""

    ENDS = "perioden udløber"
    CONTINUES = "fortsætter"
    BY_OFFICE = "følger embedet"
    DISCONTINUED = "ingen tilsvarende plads"
    UNKNOWN = "ukendt"


class Clock(StrEnum):
    """Which calendar a seat follows."""

    COUNCIL = "kommunalbestyrelserne"
    KKR = "KKR"
    NONE = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VacancyRow:
    """Somebody in a seat now. ``ends`` is the last day that the seat is theirs, if that is known.

    ``seat`` is what becomes of the seat, ``holder_fate`` what is known of who has it; ``limit`` says
    that the same person cannot be appointed again. ``acts`` fills the seat next, before ``deadline``.
    """

    forum: str
    role: str
    group: str
    holder: str
    party: str
    municipality: str
    clock: Clock
    seat: SeatFate
    ends: date | None
    holder_fate: HolderFate
    limit: bool
    why: str
    known_from: str
    acts: str
    deadline: date | None
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Vacancies:
    """All seats that somebody has in a term, and what becomes of them after it."""

    body: str
    term: str
    data_through: date
    rows: tuple[VacancyRow, ...]


def read_vacancies(
    graph: Graph,
    *,
    forum: str | None = None,
    council: str | None = None,
    term: str | None = None,
    councillors: Sequence[Councillor] = (),
) -> Vacancies:
    """What becomes of the seats that people have in a term: the present one where none is named.

    Raises:
        QueryError: the graph has no such forum, council or term.
        StoreError: the graph cannot be asked.
    """
    questions = Questions(graph)
    open_ = Scope(questions, forum=forum, council=council, term=None)
    chosen = term or present_term(open_).label
    scope = Scope(questions, forum=forum, council=council, term=chosen)
    return Vacancies(
        body=scope.body_label,
        term=scope.term_label,
        data_through=scope.data_through,
        rows=tuple(_Changing(questions, scope, councillors).rows()),
    )


class _Changing:
    """The change from one term to the next."""

    def __init__(
        self, questions: Questions, scope: Scope, councillors: Sequence[Councillor]
    ) -> None:
        assert scope.term is not None
        self.questions = questions
        self.scope = scope
        self.reading = SeatReading(questions, scope)
        self.groups = read_groups(questions, scope)
        self.next = term_after(scope, scope.term, KKRC.kkr_clock)
        self.elected = Elected(
            questions, term_after(scope, scope.term, KKRC.council_clock), councillors
        )
        self.earlier = [_holders_of(questions, scope, term) for term in self._terms_before()]

    def _terms_before(self) -> list[Term]:
        """The contact councils' terms before this one, the latest first."""
        terms = [each for each in self.scope.terms if each.clock == KKRC.kkr_clock]
        now = self.scope.term
        return [each for each in reversed(terms) if now and each.starts < now.starts]

    def rows(self) -> Iterator[VacancyRow]:
        """Each holder once for each group, in the order of the groups; then those in no group."""
        shown: set[str] = set()
        for group in self.reading.shown:
            for each in self.reading.holders(group):
                shown.add(each.holding.tenure)
                yield self._row(each, group)
        for each in sorted(self.reading.seated, key=_sort_key):
            if each.holding.tenure not in shown and self.scope.concerns_post(each.record):
                yield self._row(each, None)

    def _row(self, holder: HeldRole, group: SeatGroup | None) -> VacancyRow:
        record, known = holder.record, self.elected.of(holder)
        after = successor(group, self.groups) if group else None
        return VacancyRow(
            forum=record.text("forum"),
            role=record.text("role"),
            group=group.label if group else "",
            holder=record.text("person"),
            party=record.text("party"),
            municipality=record.text("municipality"),
            clock=self._clock(holder, group),
            seat=self._seat(holder, group, after),
            ends=self._ends(holder, group),
            holder_fate=known.fate,
            limit=group is not None and self._is_at_limit(holder, group),
            why=" ".join(self._reasons(holder, group, known)),
            known_from=known.source.document if known.source != NO_SOURCE else "",
            acts=self._acts(holder, group, after),
            deadline=self._deadline(holder, group, after),
            source=record.source,
        )

    def _seat(self, holder: HeldRole, group: SeatGroup | None, after: SeatGroup | None) -> SeatFate:
        if group is None:
            is_over = holder.period.ends or self._electing_council(holder)
            return SeatFate.ENDS if is_over else SeatFate.UNKNOWN
        if holder.period.ends and holder.period.ends > group.term.ends + _WEEKS:
            return SeatFate.CONTINUES
        if group.is_by_office:
            return SeatFate.BY_OFFICE
        if after is None and self._has_later_groups(group):
            return SeatFate.DISCONTINUED
        return SeatFate.ENDS

    def _has_later_groups(self, group: SeatGroup) -> bool:
        forum = group.record.iri("forum")
        return any(
            each.record.iri("forum") == forum and each.term.starts > group.term.starts
            for each in self.groups
        )

    def _ends(self, holder: HeldRole, group: SeatGroup | None) -> date | None:
        """As stated; 31 December by the councils' clock, the eve of the meeting by the other."""
        council = self._electing_council(holder) if group is None else ""
        if holder.period.ends or (group is None and not council):
            return holder.period.ends
        if group and (group.term.clock == KKRC.council_clock or self.next is None):
            return group.term.ends
        meeting = self._meeting(group, council)
        if meeting:
            return meeting - timedelta(days=1)
        return group.term.ends if group else None

    def _meeting(self, group: SeatGroup | None, council: str) -> date | None:
        """The next constituent meeting of those who fill a group, or of one council."""
        if self.next is None:
            return None
        if group is None:
            return self.scope.may_act_from({council}, self.next)
        forum = self.scope.forum_of(group.record)
        names = group.bodies | forum.serves | {group.record.text("forum")}
        return self.scope.may_act_from(names, self.next)

    def _electing_council(self, holder: HeldRole) -> str:
        """The contact council whose chair or vice-chair this is: it elects them among its members."""
        forum = self.scope.forum_of(holder.record)
        leads = holder.record.iri("role") in (KKRC.chair, KKRC.vice_chair)
        return forum.label if forum.is_council and leads else ""

    def _clock(self, holder: HeldRole, group: SeatGroup | None) -> Clock:
        if group is None:
            return Clock.KKR if self._electing_council(holder) else Clock.NONE
        return Clock.COUNCIL if group.term.clock == KKRC.council_clock else Clock.KKR

    def _acts(self, holder: HeldRole, group: SeatGroup | None, after: SeatGroup | None) -> str:
        """Who fills the seat next."""
        if group is None:
            return self._electing_council(holder)
        if after is None or after.is_by_office:
            return ""
        return after.record.text("nominating") or after.record.text("appointing")

    def _deadline(
        self, holder: HeldRole, group: SeatGroup | None, after: SeatGroup | None
    ) -> date | None:
        council = self._electing_council(holder)
        if group is None:
            return self._meeting(None, council) if council else None
        return deadline(self.scope, after) if after else None

    def _is_at_limit(self, holder: HeldRole, group: SeatGroup) -> bool:
        """Whether somebody has been appointed again as often as the seat allows."""
        allowed = group.record.number("reappointments")
        return allowed is not None and self._terms_held(holder) > allowed

    def _terms_held(self, holder: HeldRole) -> int:
        """For how many terms on end somebody has had such a role in the forum, this one included."""
        held = 1
        for earlier in self.earlier:
            if _post(holder.holding) not in earlier:
                break
            held += 1
        return held

    def _reasons(self, holder: HeldRole, group: SeatGroup | None, known: Known) -> Iterator[str]:
        yield known.why
        if group is None and self._electing_council(holder):
            yield "Vælges blandt medlemmerne på det konstituerende møde."
            return
        if group is None:
            yield "Ingen af de pladser, registret kender, passer entydigt på rollen."
            return
        forum = self.scope.forum_of(group.record)
        if forum.is_council and known.fate == HolderFate.MAYOR and not group.is_by_office:
            yield f"Født medlem af {forum.label} i stedet."
        if group.is_by_office and known.fate == HolderFate.REELECTED:
            yield "Pladsen følger borgmesterembedet."
        if self._is_at_limit(holder, group):
            allowed = group.record.number("reappointments")
            held = self._terms_held(holder)
            terms = counted(held, "periode", "perioder")
            again = f"genudpeges {allowed} gang{'e' if allowed != 1 else ''}"
            yield f"Har haft pladsen i {terms}; den kan {again if allowed else 'ikke genudpeges'}."


_WEEKS = timedelta(days=60)  # between the ends of the two clocks


def _holders_of(questions: Questions, scope: Scope, term: Term) -> frozenset[tuple[str, str, str]]:
    """Who sat in which forum in which kind of role in an earlier term."""
    forum = scope.forum.iri if scope.forum else None
    reading = SeatReading(questions, Scope(questions, forum=forum, term=term.label))
    return frozenset(_post(each.holding) for each in reading.seated)


def _post(holding: Holding) -> tuple[str, str, str]:
    return holding.person, holding.forum, seat_role(holding.role)


def _sort_key(holder: HeldRole) -> tuple[str, int, str]:
    record = holder.record
    return (
        danish_sort_key(record.text("forum")),
        role_rank(record.iri("role")),
        danish_sort_key(record.text("person")),
    )
