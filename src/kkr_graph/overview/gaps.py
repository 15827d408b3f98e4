"""What is missing before the overview is whole."""

from collections.abc import Iterator

from kkr_graph.overview.content import Coming, Gap, Overview, OverviewRow
from kkr_graph.overview.groups import ComingGroup, coming_groups
from kkr_graph.seats.holders import Certainty


def find_gaps(overview: Overview, coming: Coming | None) -> tuple[Gap, ...]:
    """What neither the documents nor the registry say, forum by forum."""
    rows = coming.present if coming else overview.rows
    groups = list(coming_groups(overview, coming)) if coming else []
    named = {row.forum for row in rows} | {group.forum for group in groups}
    gaps = list(_of_fora(overview, named))
    gaps += [gap for group in groups for gap in _of_seats(group)]
    gaps += [gap for row in rows for gap in _of_holder(row)]
    order = {forum.label: number for number, forum in enumerate(overview.fora)}
    return tuple(sorted(gaps, key=lambda gap: order.get(gap.forum, len(order))))


def _of_fora(overview: Overview, named: set[str]) -> Iterator[Gap]:
    for forum in overview.fora:
        told = {"formål": forum.purpose, "hjemmel": forum.legal_basis}
        missing = [what for what, value in told.items() if not value]
        if forum.label in named and missing:
            yield Gap(forum=forum.label, what=", ".join(missing), about="forummet")


def _of_seats(group: ComingGroup) -> Iterator[Gap]:
    if group.about.is_by_office:
        return
    number = len(group.rows)
    if not group.is_filled_by_somebody:
        yield Gap(forum=group.forum, what="hvem der udpeger", about=group.named(number))
    if unknown := sum(not (row.before or row.holder) for row in group.rows):
        yield Gap(forum=group.forum, what="hvem der sidder nu", about=group.named(unknown))


def _of_holder(row: OverviewRow) -> Iterator[Gap]:
    if row.certainty == Certainty.NOMINATED:
        yield Gap(
            forum=row.forum, what="udpegning", about=f"{row.holder}, indstillet som {row.role}"
        )
        return
    if row.certainty == Certainty.VACANT:
        return
    told = {
        "sikker kilde": row.certainty == Certainty.CERTAIN,
        "kilde": row.source.document,
        "parti": row.party,
        "kommune": row.municipality,
        "beslutning": row.decided_on,
        "periodens slutning": row.ends,
    }
    missing = [what for what, value in told.items() if not value]
    if missing:
        yield Gap(forum=row.forum, what=", ".join(missing), about=f"{row.holder}, {row.role}")
