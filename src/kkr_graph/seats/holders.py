"""Who holds or may hold a seat, read from the graph through the named questions."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from kkr_graph.queries.asking import Questions, Record
from kkr_graph.queries.concepts import END_STATUSES
from kkr_graph.seats.groups import Holding
from kkr_graph.seats.period import Period
from kkr_graph.seats.roles import seat_role
from kkr_graph.seats.scope import Scope


class Certainty(StrEnum):
    """Whether the documents say it, a meeting nominated somebody, or it is only expected or inferred."""

    CERTAIN = "sikker"
    NOMINATED = "indstillet"
    HYPOTHESIS = "formodning"
    VACANT = "ledig"  # a list says that nobody has the seat

    @property
    def is_doubtful(self) -> bool:
        """Whether it is not known that somebody has the seat, nor that nobody has."""
        return self in (Certainty.NOMINATED, Certainty.HYPOTHESIS)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRole:
    """A tenure or a hypothesis of one, with the record that tells of it."""

    record: Record
    certainty: Certainty
    period: Period
    deputises_for: str = ""

    @property
    def holding(self) -> Holding:
        """The bare fact."""
        return Holding(
            tenure=self.record.iri("tenure"),
            forum=self.record.iri("forum"),
            role=self.record.iri("role"),
            holder=self.record.text("person"),
            person=self.record.iri("person").rpartition("/")[2],
            represents=self._represents,
            municipality=self.record.text("municipality"),
            party=self.record.text("party"),
            first=self.period.first_known,
            last=self.period.last_known,
        )

    @property
    def _represents(self) -> str:
        """The body that somebody sits for, is nominated by, or that is to fill the vacant seat."""
        columns = ("represents", "nominated_by", "appointing")
        return next(filter(None, map(self.record.text, columns)), "")

    def has_begun(self, day: date) -> bool:
        """Whether the role is held by a day, and not only to be held later."""
        return self.period.first_known is None or self.period.first_known <= day

    @property
    def decided_on(self) -> date | None:
        """The day of the meeting that appointed or nominated."""
        return self.record.day("decided_on") or self.record.day("nominated_on")

    @property
    def item(self) -> str:
        """The number of that meeting's item."""
        return self.record.text("decided_number") or self.record.text("nominated_number")


def read_held_roles(questions: Questions, scope: Scope) -> tuple[HeldRole, ...]:
    """All tenures that the scope covers, and the hypotheses that no tenure confirms."""
    certain = tuple(_tenures(questions, scope))
    known = {_identity(each.record) for each in certain}
    doubtful = (
        each for each in _hypotheses(questions, scope) if _identity(each.record) not in known
    )
    return (*certain, *doubtful)


def read_vacant_seats(
    questions: Questions, scope: Scope, held: Iterable[HeldRole]
) -> tuple[HeldRole, ...]:
    """What lists show as vacant, without as many of them as have been filled since."""
    day = min(scope.days[-1], scope.data_through)
    begun: dict[tuple[str, str], list[date]] = defaultdict(list)
    for each in held:
        if each.certainty == Certainty.CERTAIN and each.period.first_known and each.has_begun(day):
            begun[each.record.iri("forum"), seat_role(each.record.iri("role"))].append(
                each.period.first_known
            )
    told = questions.ask("vacant-seats", date=day.isoformat(), **scope.arguments)
    return tuple(_still_vacant(told, begun, scope))


def _still_vacant(
    told: Iterable[Record], begun: Mapping[tuple[str, str], Sequence[date]], scope: Scope
) -> Iterator[HeldRole]:
    met: Counter[tuple[str, str]] = Counter()
    for record in told:
        seat, day = (record.iri("forum"), seat_role(record.iri("role"))), record.day("date")
        met[seat] += 1
        filled = sum(day is not None and each > day for each in begun.get(seat, ()))
        if met[seat] > filled and scope.covers(record, day, day):
            yield HeldRole(record=record, certainty=Certainty.VACANT, period=Period(vacant=day))


def _identity(record: Record) -> tuple[str, str, str]:
    return record.iri("person"), record.iri("forum"), record.iri("role")


def _tenures(questions: Questions, scope: Scope) -> Iterator[HeldRole]:
    deputised = dict(_deputised(questions, scope))
    seen: set[str] = set()
    for record in _on_all_days(questions, scope, "appointment-overview"):
        iri = record.iri("tenure")  # without one the row is about a seat nobody is known to hold
        if not iri or iri in seen:
            continue
        seen.add(iri)
        period = _period(record, scope)
        if scope.covers(record, period.first_known, period.last_known):
            yield HeldRole(
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


def _hypotheses(questions: Questions, scope: Scope) -> Iterator[HeldRole]:
    for record in questions.ask("hypotheses", **scope.arguments):
        period = _doubtful_period(record, scope)
        if scope.covers(record, period.first_known, period.last_known):
            nominated = period.nominated is not None
            yield HeldRole(
                record=record,
                certainty=Certainty.NOMINATED if nominated else Certainty.HYPOTHESIS,
                period=period,
            )


def _doubtful_period(record: Record, scope: Scope) -> Period:
    day, nominated = record.day("from"), record.day("nominated_on")
    if day is not None and day > scope.known_through(scope.council_of(record)):
        return Period(expected=day, nominated=nominated)
    return Period(nominated=nominated) if nominated else Period(mentioned=day)


def _period(record: Record, scope: Scope) -> Period:
    period = Period(
        starts=record.day("start"),
        ends=record.day("end"),
        told_starts=record.text("starts"),
        told_ends=record.text("ends"),
        first_seen=record.day("from"),
        last_seen=record.day("last_seen"),
        status=END_STATUSES[record.iri("end_status")],
    )
    is_former = period.ends is None and scope.is_former(record, period.last_shown)
    return replace(period, is_former=is_former)
