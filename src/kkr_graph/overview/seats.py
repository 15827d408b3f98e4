"""The seats of an overview: how many there are, who is known to hold them, how many are open."""

from collections.abc import Iterable, Sequence

from kkr_graph.overview.content import SeatRow
from kkr_graph.seats.groups import Holding, Occupancy, SeatGroup
from kkr_graph.seats.scope import Scope
from kkr_graph.vocab import KKRC


def to_seat_rows(
    groups: Sequence[SeatGroup], holdings: Iterable[Holding], scope: Scope
) -> tuple[SeatRow, ...]:
    """The groups that the overview covers."""
    occupancy = Occupancy(groups, holdings)
    return tuple(_row(group, occupancy, scope) for group in groups if _is_shown(group, scope))


def _is_shown(group: SeatGroup, scope: Scope) -> bool:
    """Seats in the councils' own areas, and those elsewhere that they fill."""
    ours = scope.forum_of(group.record).serves | group.bodies | {group.record.text("forum")}
    return scope.has_seats_of(group.term) and scope.concerns(ours)


def _row(group: SeatGroup, occupancy: Occupancy, scope: Scope) -> SeatRow:
    record = group.record
    certain, possible = occupancy.certain(group), occupancy.possible(group)
    # Where somebody's seat may be in several groups, nobody can say which one has the empty seat.
    missing = None if possible else max(group.seats - len(certain), 0)
    coming, by_office = scope.is_coming(group.term), record.iri("role") == KKRC.ex_officio_member
    return SeatRow(
        forum=record.text("forum"),
        term=group.term.label,
        seats=group.seats,
        role=record.text("role"),
        nominated_by=record.text("nominating"),
        appointed_by=record.text("appointing"),
        election_form=record.text("election_form"),
        eligibility=record.text("eligibility"),
        deputy_required={"true": "ja", "false": "nej"}.get(record.text("requires_deputy"), ""),
        legal_basis=record.text("legal_basis"),
        holders="; ".join((*certain, *(f"måske {name}" for name in possible))),
        to_fill=missing if coming and not by_office else None,
        unknown=None if coming else missing,
    )
