"""The rows of the overview, in the order of a printed list."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kkr_graph.model.names import danish_sort_key
from kkr_graph.overview.chairs import beside, chairs_at_once
from kkr_graph.overview.content import OverviewRow
from kkr_graph.queries.roles import role_rank
from kkr_graph.seats.groups import SeatGroup, groups_of
from kkr_graph.seats.holders import Certainty, HeldRole
from kkr_graph.seats.scope import Scope
from kkr_graph.vocab import KKRC


def to_rows(
    held: Iterable[HeldRole],
    groups: Sequence[SeatGroup],
    scope: Scope,
    ties: Mapping[tuple[str, str], str],
) -> tuple[OverviewRow, ...]:
    """The rows in the order of a printed list: councils, then fora, the chair first.

    ``ties`` has the party and municipality that people are known for, for the posts that lack them.
    """
    ordered = sorted(held, key=lambda each: _sort_key(each, scope))
    chairs = chairs_at_once(ordered, scope)
    rows = (_row(each, groups, scope, beside(each, chairs)) for each in ordered)
    return tuple(_tied(row, each, ties) for row, each in zip(rows, ordered, strict=True))


def _tied(row: OverviewRow, held: HeldRole, ties: Mapping[tuple[str, str], str]) -> OverviewRow:
    person = held.record.iri("person")
    return replace(
        row,
        party=row.party or ties.get((person, "party"), ""),
        municipality=row.municipality or ties.get((person, "municipality"), ""),
    )


def _sort_key(held: HeldRole, scope: Scope) -> tuple[bool, str, int, bool, str, bool, str]:
    record = held.record
    return (
        not scope.forum_of(record).is_council,
        danish_sort_key(record.text("forum")),
        role_rank(record.iri("role")),
        held.certainty == Certainty.VACANT,
        danish_sort_key(record.text("person")),
        held.certainty.is_doubtful,
        str(held.period),
    )


def _row(held: HeldRole, groups: Sequence[SeatGroup], scope: Scope, others: str) -> OverviewRow:
    record, period = held.record, held.period
    forum = scope.forum_of(record)
    own = groups_of(groups, held.holding)
    return OverviewRow(
        forum=record.text("forum"),
        type=forum.kind,
        purpose=forum.purpose,
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
        period="; ".join(filter(None, (str(period) if period.first_known else "", others))),
        deputy=_deputy(held),
        decided_on=held.decided_on,
        item=held.item,
        certainty=held.certainty,
        source=record.source,
        is_former=period.is_former,
        is_to_begin=not held.has_begun(scope.data_through),
        is_deputy=held.holding.role == KKRC.deputy,
        person=record.iri("person"),
    )


def _group_label(groups: Sequence[SeatGroup]) -> str:
    if len(groups) > 1:
        return f"en af {len(groups)} pladsgrupper, se arket Pladser"
    return groups[0].label if groups else ""


def _deputy(held: HeldRole) -> str:
    if held.deputises_for:
        return f"for {held.deputises_for}"
    return held.record.text("deputy")
