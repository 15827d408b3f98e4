"""The gap board: every seat of a term, who has it, and who must act before which day.

A row is one seat. The seats of a group have no numbers of their own, so a row is told from others
by who has the seat, or else by who had it in the term before; the rest are numbered from the end of
the group. Somebody more or less thereby changes one row and no other.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import groupby

from kkr_graph.constitution.empty_seats import EmptySeats
from kkr_graph.constitution.proposals import Proposal
from kkr_graph.constitution.reading import SeatReading, deadline, lineage, next_term
from kkr_graph.errors import QueryError
from kkr_graph.queries.asking import NO_SOURCE, Questions, Source
from kkr_graph.seats.groups import Holding, Occupancy, SeatGroup, read_groups
from kkr_graph.seats.holders import Certainty, HeldRole, read_held_roles
from kkr_graph.seats.scope import Scope
from kkr_graph.store import Graph


class SeatState(StrEnum):
    """What is known of a seat."""

    FILLED = "besat"
    NOMINATED = "indstillet"
    PROPOSED = "foreslået"
    VACANT = "ledig"
    OVERFILLED = "overbesat"
    UNKNOWN = "ukendt"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow:
    """One seat, or a post in a body whose seats are not registered; what is not known is empty.

    ``seat`` tells it from others: the group's slug, and who has or had the seat, or a number.
    ``before`` had it in the term before, as far as documents tell.
    ``source`` shows who has the seat, or else the rule of the group, where a document states it.
    ``days`` is how long there is until the deadline, negative when it has passed. ``is_coming`` says
    that the contact council of the seat has not begun the term.
    """

    seat: str
    forum: str
    term: str
    group: str
    role: str
    seats: int | None
    state: SeatState
    holder: str = ""
    party: str = ""
    municipality: str = ""
    period: str = ""
    before: str = ""
    appointed_by: str = ""
    nominated_by: str = ""
    election_form: str = ""
    eligibility: str = ""
    legal_basis: str = ""
    acts: str = ""
    deadline: date | None = None
    days: int | None = None
    is_coming: bool = False
    source: Source = NO_SOURCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The seats of a term, in the order of a printed list, as seen on a day."""

    body: str
    term: str
    day: date
    rows: tuple[BoardRow, ...]

    def count(self, state: SeatState) -> int:
        """How many seats are in a state."""
        return sum(row.state == state for row in self.rows)


def read_board(
    graph: Graph,
    *,
    day: date,
    forum: str | None = None,
    council: str | None = None,
    term: str | None = None,
    proposals: Sequence[Proposal] = (),
) -> Board:
    """Every seat of a term: the next one of the contact councils where none is named.

    Args:
        graph: where to ask.
        day: from when the days to a deadline are counted.
        forum: only this body, named as people type it.
        council: only the seats that concern this contact council.
        term: an electoral term, such as ``KKR 2026-2030``.
        proposals: who is proposed for seats that nobody has.

    Raises:
        QueryError: the graph has no such forum, council or term, or a proposal is for no open seat.
        StoreError: the graph cannot be asked.
    """
    questions = Questions(graph)
    now = Scope(questions, forum=forum, council=council, term=None)
    chosen = term or next_term(now).label
    scope = Scope(questions, forum=forum, council=council, term=chosen)
    rows = tuple(_Filling(questions, now, scope, day).rows(proposals))
    _refuse_unused(proposals, rows)
    return Board(body=scope.body_label, term=scope.term_label, day=day, rows=rows)


def narrowed(
    board: Board,
    *,
    states: Set[SeatState] = frozenset(),
    party: str | None = None,
    municipality: str | None = None,
    until: date | None = None,
) -> Board:
    """The rows in some states, of a party or a municipality, or due on a day at the latest."""
    rows = (
        row
        for row in board.rows
        if (not states or row.state in states)
        and party in (None, row.party)
        and municipality in (None, row.municipality)
        and (until is None or (row.deadline is not None and row.deadline <= until))
    )
    return replace(board, rows=tuple(rows))


def alike(rows: Iterable[BoardRow]) -> Iterator[tuple[BoardRow, int]]:
    """The rows, with how many stand beside each other that nothing but a number tells apart."""
    for _, same in groupby(rows, lambda row: replace(row, seat=row.seat.partition(":")[0])):
        first, *others = same
        yield first, 1 + len(others)


def _refuse_unused(proposals: Sequence[Proposal], rows: Sequence[BoardRow]) -> None:
    open_ = {row.seat for row in rows}
    unused = [each for each in proposals if each.seat not in open_]
    if unused:
        raise QueryError(
            f"Forslaget om {unused[0].name} gælder pladsen »{unused[0].seat}«, som ikke er ledig "
            f"i oversigten ({unused[0].source}).",
            "Ret pladsens navn, eller fjern rækken. Pladserne står i kkr-graph constitution board.",
        )


class _Filling:
    """The rows that come of a look at the graph."""

    def __init__(self, questions: Questions, now: Scope, scope: Scope, day: date) -> None:
        self.scope = scope
        self.day = day
        self.reading = SeatReading(questions, scope)
        self.empty = EmptySeats(questions, scope, self.reading.shown)
        self.predecessors = _Predecessors(questions, now)

    def rows(self, proposals: Sequence[Proposal]) -> Iterator[BoardRow]:
        """The seats of all groups that are shown."""
        by_seat = {each.seat: each for each in proposals}
        for group in self.reading.shown:
            yield from self._held(group)
            yield from self._open(group, by_seat)
        for number, each in enumerate(self.reading.beside(), start=1):
            yield self._beside(each, number)

    def _beside(self, held: HeldRole, number: int) -> BoardRow:
        """A post in a body of whose seats the registry knows nothing."""
        is_vacant = held.certainty == Certainty.VACANT
        forum, role = (each.rpartition("/")[2] for each in (held.holding.forum, held.holding.role))
        return BoardRow(
            seat=f"{forum}-{role}:{held.holding.person or number}",
            forum=held.record.text("forum"),
            term=self.scope.term_label,
            group="",
            role=held.record.text("role"),
            seats=None,
            state=SeatState.VACANT if is_vacant else SeatState.FILLED,
            legal_basis=self.scope.forum_of(held.record).legal_basis,
            **_who(held),  # type: ignore[arg-type]  # its fields
        )

    def _held(self, group: SeatGroup) -> Iterator[BoardRow]:
        holders = self.reading.holders(group)
        state = SeatState.OVERFILLED if len(holders) > group.seats else SeatState.FILLED
        for each in holders:
            seat = f"{group.slug}:{each.holding.person}"
            yield self._row(group, seat, state, **_who(each))

    def _open(self, group: SeatGroup, by_seat: Mapping[str, Proposal]) -> Iterator[BoardRow]:
        """The seats that nobody certainly has."""
        possible = (each.record.text("person") for each in self.reading.possible(group))
        doubtful = ", ".join(f"måske {name}" for name in possible)
        seats = list(self._open_seats(group))
        candidates = _placed(self.reading.candidates(group), [before for _, before in seats])
        empty = self._told_empty(group, len(seats))
        for (seat, before), candidate, told in zip(seats, candidates, empty, strict=True):
            if seat in by_seat:
                state, who = SeatState.PROPOSED, _whom(by_seat[seat])
            elif candidate:
                state, who = _candidacy(candidate), _who(candidate)
            elif told:
                state, who = SeatState.VACANT, {"source": told}
            else:
                state, who = self._emptiness(group, doubtful), {"holder": doubtful}
            yield self._row(group, seat, state, before=before, **who)

    def _open_seats(self, group: SeatGroup) -> Iterator[tuple[str, str]]:
        """What tells each open seat from others, and who had it before."""
        staying = {each.holding.person for each in self.reading.holders(group)}
        leaving = [each for each in self.predecessors.of(group) if each.person not in staying]
        left = leaving[: max(group.seats - len(staying), 0)]
        for each in left:
            yield f"{group.slug}:{each.person}", each.holder
        for number in range(len(staying) + len(left) + 1, group.seats + 1):
            yield f"{group.slug}:{number}", ""

    def _told_empty(self, group: SeatGroup, seats: int) -> list[Source | None]:
        """For each open seat, where a list says that it is vacant: for the last of them."""
        held = [each.holding for each in self.reading.holders(group)]
        told = self.empty.of(group, held)[:seats]
        return [*([None] * (seats - len(told))), *told]

    def _emptiness(self, group: SeatGroup, doubtful: str) -> SeatState:
        """A seat whose holder no document names is not therefore vacant, unless it is to come."""
        is_coming = self.scope.is_coming(group.term, group.council)
        is_vacant = is_coming and not group.is_by_office and not doubtful
        return SeatState.VACANT if is_vacant else SeatState.UNKNOWN

    def _row(self, group: SeatGroup, seat: str, state: SeatState, **who: object) -> BoardRow:
        record = group.record
        acts = _acting(group, state)
        due = deadline(self.scope, group) if acts else None
        return BoardRow(
            seat=seat,
            forum=record.text("forum"),
            term=group.term.label,
            group=group.label,
            role=record.text("role"),
            seats=group.seats,
            state=state,
            appointed_by=record.text("appointing"),
            nominated_by=record.text("nominating"),
            election_form=record.text("election_form"),
            eligibility=record.text("eligibility"),
            legal_basis=record.text("legal_basis"),
            acts=acts,
            deadline=due,
            days=(due - self.day).days if due else None,
            is_coming=self.scope.is_coming(group.term, group.council),
            **({"source": record.source} | who),  # type: ignore[arg-type]  # the fields of _who and _whom
        )


class _Predecessors:
    """Who sits now in the seats that a group of the coming term continues."""

    def __init__(self, questions: Questions, now: Scope) -> None:
        held = read_held_roles(questions, now)
        certain = [
            each
            for each in held
            if each.certainty == Certainty.CERTAIN and each.has_begun(now.data_through)
        ]
        groups = [
            group
            for group in read_groups(questions, now)
            if not now.is_coming(group.term, group.council)
        ]
        self._occupancy = Occupancy(groups, (each.holding for each in certain))
        self._groups: dict[tuple[str, ...], list[SeatGroup]] = {}
        for group in groups:
            self._groups.setdefault(lineage(group), []).append(group)

    def of(self, group: SeatGroup) -> list[Holding]:
        """Those in the latest earlier group of the same kind, in Danish order."""
        earlier = [
            each
            for each in self._groups.get(lineage(group), ())
            if each.term.starts < group.term.starts
        ]
        latest = max(earlier, key=lambda each: each.term.starts, default=None)
        return self._occupancy.certain(latest) if latest else []


def _candidacy(candidate: HeldRole) -> SeatState:
    """Whether a meeting decided to nominate somebody, or somebody is only expected."""
    nominated = candidate.certainty == Certainty.NOMINATED
    return SeatState.NOMINATED if nominated else SeatState.PROPOSED


def _placed(candidates: Sequence[HeldRole], befores: Sequence[str]) -> Iterator[HeldRole | None]:
    """The candidate for each open seat: whoever had it before, or else one who had none of them."""
    own = {each.record.text("person"): each for each in candidates}
    others = (each for name, each in own.items() if name not in befores)
    for before in befores:
        yield own[before] if before in own else next(others, None)


def _acting(group: SeatGroup, state: SeatState) -> str:
    """Who must do something before the seat is filled: first who nominates, then who appoints."""
    if state in (SeatState.FILLED, SeatState.OVERFILLED, SeatState.UNKNOWN):
        return ""
    nominating, appointing = (group.record.text(each) for each in ("nominating", "appointing"))
    return nominating or appointing if state == SeatState.VACANT else appointing


def _who(held: HeldRole) -> dict[str, object]:
    record = held.record
    return {
        "holder": record.text("person"),
        "party": record.text("party"),
        "municipality": record.text("municipality"),
        "period": str(held.period),
        "source": record.source,
    }


def _whom(proposal: Proposal) -> dict[str, object]:
    return {
        "holder": proposal.name,
        "party": proposal.party,
        "municipality": proposal.municipality,
        "period": "forslag",
        "source": Source(document=proposal.source),
    }
