"""Seats that an appointment list shows to be nobody's, with the line that says so."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from kkr_graph.queries.asking import Questions, Record, Source
from kkr_graph.seats.groups import Holding, SeatGroup
from kkr_graph.seats.roles import seat_role
from kkr_graph.seats.scope import Scope


class EmptySeats:
    """What the newest lists say of the seats of some groups.

    A list does not say which group a seat is of, so only what fits one group alone is told of it.
    """

    def __init__(self, questions: Questions, scope: Scope, groups: Sequence[SeatGroup]) -> None:
        self._told: dict[str, list[Record]] = defaultdict(list)
        day = min(scope.days[-1], scope.data_through).isoformat()
        for record in questions.ask("vacant-seats", date=day, **scope.arguments):
            fitting = _fitting(record, groups)
            if len(fitting) == 1:
                self._told[fitting[0].iri].append(record)

    def of(self, group: SeatGroup, holdings: Sequence[Holding]) -> list[Source]:
        """Where it says so, once for each seat; not for one that may have been filled since."""
        return [
            record.source
            for nth, record in enumerate(self._told[group.iri])
            if nth >= sum(_is_newer(each, record.day("date")) for each in holdings)
        ]


def _fitting(record: Record, groups: Sequence[SeatGroup]) -> list[SeatGroup]:
    day = record.day("date")
    if day is None:  # nobody knows which term the list is of
        return []
    of_role = [
        group
        for group in groups
        if group.record.iri("forum") == record.iri("forum")
        and seat_role(group.record.iri("role")) == seat_role(record.iri("role"))
        and group.term.reaches(day, day)
    ]
    return [group for group in of_role if record.text("appointing") in group.bodies] or of_role


def _is_newer(holding: Holding, day: date | None) -> bool:
    return None not in (holding.first, day) and holding.first > day  # type: ignore[operator]  # both are days
