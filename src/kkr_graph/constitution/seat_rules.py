"""What documents say of seats, beside what the registry has: proved, fitting, or not to be found.

A rule that agrees with exactly one group of its day is evidence of the group. Anything else is only
suggested, with its sentence, for somebody to write in ``seat_groups.csv``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kkr_graph.model.names import fold
from kkr_graph.queries.asking import Questions, Record, Source
from kkr_graph.seats.groups import SeatGroup, read_groups
from kkr_graph.seats.roles import seat_role
from kkr_graph.seats.scope import Scope
from kkr_graph.store import Graph


class Standing(StrEnum):
    """How a rule stands to the registry."""

    PROVED = "beviser"
    SUGGESTED = "passer måske på"
    MISSING = "ingen pladsgruppe passer"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedRule:
    """A rule that a document states, and the seat groups that it may be about."""

    forum: str  # or the sort of forum, in the document's words
    seats: int
    role: str
    who: str
    appointed_by: str
    standing: Standing
    groups: str
    source: Source


def read_stated_rules(graph: Graph, *, forum: str | None = None) -> tuple[StatedRule, ...]:
    """All seat rules that documents state, or those that may be about one body.

    Raises:
        QueryError: the graph has no such forum.
        StoreError: the graph cannot be asked.
    """
    questions = Questions(graph)
    scope = Scope(questions, forum=forum, term=None)
    groups = read_groups(questions, scope)
    return tuple(_stated(questions, scope, groups))


def _stated(
    questions: Questions, scope: Scope, groups: Sequence[SeatGroup]
) -> Iterator[StatedRule]:
    for record in questions.ask("seat-rules"):
        proved = record.text("seat_group")
        fitting = [group.label for group in groups if _fits(record, group)]
        if scope.forum and record.iri("forum") != scope.forum.iri and not fitting:
            continue
        yield StatedRule(
            forum=record.text("forum") or record.text("body_name"),
            seats=record.number("seats") or 0,
            role=record.text("role"),
            who=record.text("who"),
            appointed_by=record.text("appointed_by"),
            standing=_standing(proved, fitting),
            groups=proved or " | ".join(fitting),
            source=record.source,
        )


def _standing(proved: str, fitting: Sequence[str]) -> Standing:
    if proved:
        return Standing.PROVED
    return Standing.SUGGESTED if fitting else Standing.MISSING


def _fits(record: Record, group: SeatGroup) -> bool:
    """Whether body or sort of body, number, role and who appoints agree, as far as they are told."""
    told = group.record
    role, own = record.iri("role"), told.iri("role")
    return (
        _is_of_forum(record, told)
        and record.number("seats") == group.seats
        and (not role or seat_role(role) == seat_role(own))
        and _is_filled_by(record.text("appointed_by"), told.text("appointing"))
    )


def _is_of_forum(record: Record, group: Record) -> bool:
    if record.iri("forum"):
        return record.iri("forum") == group.iri("forum")
    sort = fold(record.text("body_name"))
    return bool(sort) and fold(group.text("forum")).startswith(sort)


def _is_filled_by(stated: str, appointing: str) -> bool:
    """``KKR`` is any contact council, and ``regionsrådet`` any region's."""
    return bool(stated) and fold(appointing).startswith(fold(stated))
