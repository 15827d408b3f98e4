"""The seats of an overview: how many there are, who is known to hold them, how many are open."""

from collections.abc import Iterable, Sequence

from kkr_graph.overview.content import SeatRow
from kkr_graph.seats.groups import Holding, Occupancy, SeatGroup, is_shown
from kkr_graph.seats.scope import Scope


def to_seat_rows(
    groups: Sequence[SeatGroup], holdings: Iterable[Holding], scope: Scope
) -> tuple[SeatRow, ...]:
    """The groups that the overview covers."""
    occupancy = Occupancy(groups, holdings)
    return tuple(_row(group, occupancy, scope) for group in groups if is_shown(group, scope))


def _row(group: SeatGroup, occupancy: Occupancy, scope: Scope) -> SeatRow:
    record = group.record
    certain = [each.holder for each in occupancy.certain(group)]
    possible = [each.holder for each in occupancy.possible(group)]
    # Where somebody's seat may be in several groups, nobody can say which one has the empty seat.
    missing = None if possible else max(group.seats - len(certain), 0)
    coming, by_office = scope.is_coming(group.term, group.council), group.is_by_office
    return SeatRow(
        forum=record.text("forum"),
        group=group.slug,
        term=group.term.label,
        seats=group.seats,
        role=record.text("role"),
        is_by_office=by_office,
        nominated_by=record.text("nominating"),
        appointed_by=record.text("appointing"),
        election_form=record.text("election_form"),
        eligibility=record.text("eligibility"),
        deputy_required={"true": "ja", "false": "nej"}.get(record.text("requires_deputy"), ""),
        legal_basis=record.text("legal_basis"),
        reappointments=record.number("reappointments"),
        gender_rule=record.text("gender_rule"),
        remuneration=record.text("remuneration"),
        meetings=record.number("meetings"),
        holders="; ".join((*certain, *(f"måske {name}" for name in possible))),
        to_fill=missing if coming and not by_office else None,
        unknown=None if coming else missing,
    )
