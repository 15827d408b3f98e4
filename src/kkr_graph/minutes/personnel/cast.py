"""Who plays in a part of a sentence: the subject, those beside the verb, those carried over."""

from collections.abc import Sequence
from dataclasses import dataclass

from kkr_graph.minutes.personnel.groups import Group
from kkr_graph.minutes.personnel.predicates import Predicate


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """One part of a sentence with its people."""

    part: Predicate
    groups: tuple[Group, ...]
    inherited: Group | None = None  # whom the part before, or "der", puts in the subject's place

    @property
    def own(self) -> Sequence[Group]:
        """The people before the verb."""
        return [group for group in self.groups if group.first < self.part.at]

    @property
    def behind(self) -> Sequence[Group]:
        """The people behind the verb."""
        return [group for group in self.groups if group.first > self.part.at]

    @property
    def subject(self) -> Group | None:
        """Who does it: before the verb, or carried over."""
        own = self.own
        return own[-1] if own else self.inherited


def antecedent(part: Predicate) -> Group | None:
    """Whom "der" and "som" mean: the last person before them."""
    people = tuple(part.clause.named_in(0, part.start))
    if not people:
        return None
    return Group(people=people[-1:], first=-1, last=-1, start=0, end=0)
