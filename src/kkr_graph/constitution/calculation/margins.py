"""How many votes a list lacks for one more seat: found by calculating again, never by a formula."""

from collections.abc import Callable, Sequence

from kkr_graph.constitution.calculation.allocation import sure_seats
from kkr_graph.constitution.calculation.group import Group
from kkr_graph.constitution.calculation.method import Method


def votes_to_next(
    pool: Sequence[Group], seats: int, name: str, *, has: int, method: Method = Method.DHONDT
) -> int | None:
    """The fewest votes more that give a list one more seat than it has, without lots.

    All other votes stay. None where it has every seat there is, or where votes are not whole
    numbers, as in percentages.
    """
    if has >= seats or any(each.own.denominator > 1 for group in pool for each in group.lists()):
        return None

    def enough(votes: int) -> bool:
        richer = [group.adding(name, votes) for group in pool]
        return sure_seats(richer, seats, method=method)[name] > has

    return fewest(enough)


def fewest(enough: Callable[[int], bool]) -> int:
    """The smallest number from one that is enough, where more is never worse."""
    high = 1
    while not enough(high):
        high *= 2
    low = high // 2  # not enough, or zero
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return high
