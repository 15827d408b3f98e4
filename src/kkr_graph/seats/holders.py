"""Who holds or may hold a seat, read from the graph through the named questions."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kkr_graph.queries.asking import Questions, Record
from kkr_graph.queries.concepts import END_STATUSES
from kkr_graph.seats.groups import Holding
from kkr_graph.seats.period import Period
from kkr_graph.seats.scope import Scope


class Certainty(StrEnum):
    """Whether the documents say it, or it is only expected, proposed or inferred."""

    CERTAIN = "sikker"
    HYPOTHESIS = "formodning"


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
            represents=self.record.text("represents"),
            first=self.period.first_known,
            last=self.period.last_known,
        )


def read_held_roles(questions: Questions, scope: Scope) -> tuple[HeldRole, ...]:
    """All tenures that the scope covers, and the hypotheses that no tenure confirms."""
    certain = tuple(_tenures(questions, scope))
    known = {_identity(each.record) for each in certain}
    doubtful = (
        each for each in _hypotheses(questions, scope) if _identity(each.record) not in known
    )
    return (*certain, *doubtful)


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
        period = _period(record)
        if scope.covers(period.first_known, period.last_known):
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
        day = record.day("from")
        if scope.covers(day, day):
            expected = day is not None and day > scope.data_through
            yield HeldRole(
                record=record,
                certainty=Certainty.HYPOTHESIS,
                period=Period(expected=day) if expected else Period(mentioned=day),
            )


def _period(record: Record) -> Period:
    return Period(
        starts=record.day("start"),
        ends=record.day("end"),
        told_starts=record.text("starts"),
        told_ends=record.text("ends"),
        first_seen=record.day("from"),
        last_seen=record.day("last_seen"),
        status=END_STATUSES[record.iri("end_status")],
    )
