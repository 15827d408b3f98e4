"""A contact council's members: the mayors, and those who make the whole reflect the votes.

How the number of supplementary members is found is not published. The rule here is a hypothesis:
the smallest council that gives every list at least as many seats as it has mayors. Where that
would be more than the cap, lists with too many mayors keep them, and the others share what is left.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kkr_graph.constitution.calculation.allocation import Allocation, allocate
from kkr_graph.constitution.calculation.group import Group
from kkr_graph.constitution.calculation.lots import Draw
from kkr_graph.constitution.calculation.method import Method

MEMBERS_PER_MUNICIPALITY = 2


class CapRule(StrEnum):
    """What is divided when the cap on the number of members binds; all of them are hypotheses."""

    WHOLE = "whole"
    SUPPLEMENTARY = "supplementary"

    @property
    def called(self) -> str:
        """The rule in words."""
        return _TITLES[self]


_TITLES = {
    CapRule.WHOLE: "hele rådet fordeles efter stemmer, og lister med flere borgmestre beholder dem",
    CapRule.SUPPLEMENTARY: "kun de supplerende pladser fordeles efter stemmer, uden borgmestrene",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """What one list has in the council; lots may give it one more."""

    name: str
    mayors: int
    supplementary: int
    in_lots: bool = False

    @property
    def members(self) -> int:
        """All its members."""
        return self.mayors + self.supplementary


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """A whole council. ``allocation`` is the one that the supplementary members follow from.

    ``supplementary`` counts the members that lists elect, those that wait for lots among them.
    """

    cap: int
    cap_binds: bool
    supplementary: int
    memberships: tuple[Membership, ...]
    allocation: Allocation

    @property
    def mayors(self) -> int:
        """The born members."""
        return sum(each.mayors for each in self.memberships)


def compose(
    lists: Sequence[Group],
    mayors: Mapping[str, int],
    *,
    municipalities: int,
    method: Method = Method.DHONDT,
    cap_rule: CapRule = CapRule.WHOLE,
    draws: Sequence[Draw] = (),
) -> Composition:
    """The members of each list.

    Args:
        lists: those with a right to members; mayors may be of others too.
        mayors: how many each list has; every one of them is a member.
        municipalities: in the area; there are at most twice as many members.
        method: how the whole is divided.
        cap_rule: what is divided when there would be more members than that.
        draws: recorded drawings of lots.
    """
    cap = MEMBERS_PER_MUNICIPALITY * municipalities
    standing = {each.name for each in lists if each.votes > 0}
    outside = sum(number for name, number in mayors.items() if name not in standing)
    inside = {name: number for name, number in mayors.items() if name in standing}
    binds = False
    least = total = sum(inside.values())
    allocation = allocate(lists, total, method=method, draws=draws)
    while not _may_cover(allocation, inside):
        total += 1
        if total > cap - outside:
            binds, total = True, max(cap - outside, least)
            allocation = _capped(lists, inside, total, method, cap_rule, draws)
            break
        allocation = allocate(lists, total, method=method, draws=draws)
    return Composition(
        cap=cap,
        cap_binds=binds,
        supplementary=total - least,
        memberships=tuple(_memberships(allocation, lists, mayors, binds, cap_rule)),
        allocation=allocation,
    )


def _may_cover(allocation: Allocation, mayors: Mapping[str, int]) -> bool:
    """Whether every mayor has a seat, as far as lots allow.

    Where it takes luck, the tie is shown: only the drawing tells whether this size is enough.
    """
    return not _uncovered(allocation, mayors)


def _uncovered(allocation: Allocation, mayors: Mapping[str, int]) -> set[str]:
    """The lists with more mayors than seats, whatever lots decide."""
    lacking = {
        name: mayors[name] - seats
        for name, seats in allocation.by_list.items()
        if seats < mayors.get(name, 0)
    }
    in_lots = {share.name for share in allocation.shares if share.in_lots}
    hopeless = {name for name, number in lacking.items() if name not in in_lots or number > 1}
    to_draw = sum(tie.contested for tie in allocation.ties)
    return hopeless if len(lacking) - len(hopeless) <= to_draw else set(lacking)


def _capped(
    lists: Sequence[Group],
    mayors: Mapping[str, int],
    left: int,
    method: Method,
    cap_rule: CapRule,
    draws: Sequence[Draw],
) -> Allocation:
    if cap_rule is CapRule.SUPPLEMENTARY:
        return allocate(lists, left - sum(mayors.values()), method=method, draws=draws)
    sharing = list(lists)
    while True:
        allocation = allocate(sharing, left, method=method, draws=draws)
        over = _uncovered(allocation, mayors)
        if not over:
            return allocation
        left -= sum(mayors[name] for name in over)
        sharing = [each for each in sharing if each.name not in over]


def _memberships(
    allocation: Allocation,
    lists: Sequence[Group],
    mayors: Mapping[str, int],
    binds: bool,
    cap_rule: CapRule,
) -> list[Membership]:
    shares = {share.name: share for share in allocation.shares}
    names = dict.fromkeys([each.name for each in lists] + sorted(mayors))
    found = []
    for name in names:
        share, own = shares.get(name), mayors.get(name, 0)
        seats = share.seats if share else 0
        beside = binds and cap_rule is CapRule.SUPPLEMENTARY
        found.append(
            Membership(
                name=name,
                mayors=own,
                supplementary=seats if beside else max(seats - own, 0),
                in_lots=share is not None and share.in_lots,
            )
        )
    return found
