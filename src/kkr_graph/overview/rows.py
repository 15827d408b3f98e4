"""Who sits where, read from the graph through the named questions."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kkr_graph.model.names import danish_sort_key
from kkr_graph.model.tenure import EndStatus
from kkr_graph.overview.asking import Questions, Record
from kkr_graph.overview.content import Certainty, OverviewRow
from kkr_graph.overview.period import Period
from kkr_graph.overview.roles import role_rank
from kkr_graph.overview.scope import Scope
from kkr_graph.overview.seats import Holding, SeatGroup, groups_of
from kkr_graph.vocab import KKRC

_STATUSES = {
    KKRC.open: EndStatus.OPEN,
    KKRC.ended: EndStatus.ENDED,
    KKRC.end_unknown: EndStatus.UNKNOWN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """A tenure or a hypothesis of one, with what the row of it needs."""

    record: Record
    certainty: Certainty
    period: Period
    deputises_for: str = ""

    @property
    def holding(self) -> Holding:
        """The bare fact."""
        return Holding(
            forum=self.record.iri("forum"),
            role=self.record.iri("role"),
            holder=self.record.text("person"),
            represents=self.record.text("represents"),
            first=self.period.first_known,
            last=self.period.last_known,
        )


def read_appointments(questions: Questions, scope: Scope) -> tuple[Appointment, ...]:
    """All tenures that the overview covers, and the hypotheses that no tenure confirms."""
    certain = list(_tenures(questions, scope))
    known = {_identity(each.record) for each in certain}
    doubtful = (
        each for each in _hypotheses(questions, scope) if _identity(each.record) not in known
    )
    return (*certain, *doubtful)


def _identity(record: Record) -> tuple[str, str, str]:
    return record.iri("person"), record.iri("forum"), record.iri("role")


def _tenures(questions: Questions, scope: Scope) -> Iterator[Appointment]:
    deputised = dict(_deputised(questions, scope))
    seen: set[str] = set()
    for record in _on_all_days(questions, scope, "appointment-overview"):
        iri = record.iri("tenure")  # without one the row is about a seat nobody is known to hold
        if not iri or iri in seen:
            continue
        seen.add(iri)
        period = _period(record)
        if scope.covers(period.first_known, period.last_known):
            yield Appointment(
                record=record,
                certainty=Certainty.CERTAIN,
                period=period,
                deputises_for=deputised.get(iri, ""),
            )


def _on_all_days(questions: Questions, scope: Scope, name: str) -> Iterator[Record]:
    for day in scope.days:
        yield from questions.ask(name, date=day.isoformat(), **scope.arguments)


def _deputised(questions: Questions, scope: Scope) -> Iterator[tuple[str, str]]:
    for record in _on_all_days(questions, scope, "deputies"):
        if record.text("person"):
            yield record.iri("tenure"), record.text("person")


def _hypotheses(questions: Questions, scope: Scope) -> Iterator[Appointment]:
    for record in questions.ask("hypotheses", **scope.arguments):
        day = record.day("from")
        if scope.covers(day, day):
            expected = day is not None and day > scope.data_through
            yield Appointment(
                record=record,
                certainty=Certainty.HYPOTHESIS,
                period=Period(expected=day) if expected else Period(mentioned=day),
            )


def _period(record: Record) -> Period:
    return Period(
        starts=record.day("start"),
        ends=record.day("end"),
        first_seen=record.day("from"),
        last_seen=record.day("last_seen"),
        status=_STATUSES[record.iri("end_status")],
    )


def to_rows(
    appointments: Iterable[Appointment], groups: Sequence[SeatGroup], scope: Scope
) -> tuple[OverviewRow, ...]:
    """The rows in the order of a printed list: councils, then fora, the chair first."""
    ordered = sorted(appointments, key=lambda each: _sort_key(each, scope))
    return tuple(_row(each, groups, scope) for each in ordered)


def _sort_key(appointment: Appointment, scope: Scope) -> tuple[bool, str, int, str, bool, str]:
    record = appointment.record
    return (
        not scope.forum_of(record).is_council,
        danish_sort_key(record.text("forum")),
        role_rank(record.iri("role")),
        danish_sort_key(record.text("person")),
        appointment.certainty == Certainty.HYPOTHESIS,
        str(appointment.period),
    )


def _row(appointment: Appointment, groups: Sequence[SeatGroup], scope: Scope) -> OverviewRow:
    record, period = appointment.record, appointment.period
    forum = scope.forum_of(record)
    own = groups_of(groups, appointment.holding)
    return OverviewRow(
        forum=record.text("forum"),
        type=forum.kind,
        legal_basis=forum.legal_basis,
        seat_group=_group_label(own),
        seats=own[0].seats if len(own) == 1 else None,
        role=record.text("role"),
        holder=record.text("person"),
        party=record.text("party"),
        municipality=record.text("municipality"),
        represents=record.text("represents"),
        starts=period.starts,
        ends=period.ends,
        period=str(period),
        deputy=_deputy(appointment),
        decided_on=record.day("decided_on"),
        item=record.text("decided_number"),
        certainty=appointment.certainty,
        source=record.source,
    )


def _group_label(groups: Sequence[SeatGroup]) -> str:
    if len(groups) > 1:
        return f"en af {len(groups)} pladsgrupper, se arket Pladser"
    return groups[0].label if groups else ""


def _deputy(appointment: Appointment) -> str:
    if appointment.deputises_for:
        return f"for {appointment.deputises_for}"
    return appointment.record.text("deputy")
