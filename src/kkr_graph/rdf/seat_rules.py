"""Which seat group of the registry a rule in a document proves: the one that agrees in all, or none."""

from collections.abc import Iterable, Iterator
from datetime import date

from kkr_graph.language.seat_roles import seat_role_in
from kkr_graph.model.extract import SeatRule
from kkr_graph.model.registry import Body, BodyKind, Clock, Registry, SeatGroup, SeatRole

_MEMBERS = (
    SeatRole.MEMBER,
    SeatRole.REPRESENTATIVE,
    SeatRole.EX_OFFICIO_MEMBER,
    SeatRole.SUPPLEMENTARY_MEMBER,
)


def proved_group(
    rule: SeatRule, registry: Registry, *, body: str | None, day: date | None
) -> SeatGroup | None:
    """The one group of the terms that run on a day with the rule's body, number, role and appointer.

    Args:
        rule: what a document says.
        registry: the seat groups.
        body: the slug of the body that the rule is for.
        day: the document's.
    """
    if body is None or day is None:
        return None
    terms = set(_terms_on(registry, day, body))
    fitting = [
        group
        for group in registry.seat_groups
        if (group.body, group.seats) == (body, rule.seats)
        and group.term in terms
        and _is_of_role(group, rule)
        and _is_filled_by(group, rule, registry)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _terms_on(registry: Registry, day: date, body: str) -> Iterator[str]:
    """The terms as the contact council of the body counts them."""
    council = next(iter(_own_councils(body, registry.bodies)), None)
    for clock in Clock:
        term = registry.term_on(clock, day, council)
        if term:
            yield term.slug


def _is_of_role(group: SeatGroup, rule: SeatRule) -> bool:
    role = seat_role_in(rule.passage.quote)
    own = SeatRole.MEMBER if group.role in _MEMBERS else group.role
    return role is not None and role.value == own


def _is_filled_by(group: SeatGroup, rule: SeatRule, registry: Registry) -> bool:
    """Whether the rule names who appoints; ``KKR`` alone is the council of the body's area."""
    if rule.appointed_by is None or group.appointing is None:
        return False
    named = registry.body(rule.appointed_by)
    if named:
        return named.slug == group.appointing
    return rule.appointed_by.casefold() == "kkr" and group.appointing in _own_councils(
        group.body, registry.bodies
    )


def _own_councils(body: str, bodies: Iterable[Body]) -> set[str | None]:
    return {
        each.slug if each.kind == BodyKind.CONTACT_COUNCIL else each.area
        for each in bodies
        if each.slug == body
    }
