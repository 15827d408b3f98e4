"""How many votes from the next seat, verified by calculating again."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kkr_graph.constitution.calculation.allocation import allocate, sure_seats
from kkr_graph.constitution.calculation.margins import fewest, votes_to_next
from kkr_graph.constitution.calculation.method import Method
from tests.constitution.calculation.votes import HJOERRING, HJOERRING_ALLIANCES, pool


def richer(groups, name, votes):
    return [group.adding(name, votes) for group in groups]


def test_a_list_without_a_seat_is_told_how_many_votes_it_lacks():
    """V's 9302/9 = 1033 5/9 took the last seat, so T with 1019 needs 1034."""
    assert votes_to_next(pool(HJOERRING, *HJOERRING_ALLIANCES), 31, "T", has=0) == 15


@pytest.mark.parametrize("name", "AVCOFDBTØ")
def test_that_many_votes_are_enough_and_one_fewer_is_not(name):
    groups = pool(HJOERRING, *HJOERRING_ALLIANCES)
    has = allocate(groups, 31).by_list[name]
    lacks = votes_to_next(groups, 31, name, has=has)
    assert lacks is not None
    assert sure_seats(richer(groups, name, lacks), 31)[name] == has + 1
    assert sure_seats(richer(groups, name, lacks - 1), 31)[name] == has


def test_who_waits_for_lots_lacks_one_vote():
    assert votes_to_next(pool("A10 B10"), 1, "B", has=0) == 1


def test_who_has_every_seat_lacks_nothing():
    assert votes_to_next(pool("A10 B1"), 2, "A", has=2) is None


def test_percentages_are_no_votes():
    assert votes_to_next(pool("A29.5 B20"), 3, "B", has=1) is None


@given(
    votes=st.lists(st.integers(1, 40), min_size=2, max_size=4),
    seats=st.integers(1, 6),
    method=st.sampled_from(Method),
)
@settings(deadline=None, max_examples=50)
def test_the_fewest_votes_are_found_as_by_trying_all(votes, seats, method):
    groups = pool(" ".join(f"{letter}{own}" for letter, own in zip("ABCD", votes, strict=False)))
    has = sure_seats(groups, seats, method=method)["A"]
    found = votes_to_next(groups, seats, "A", has=has, method=method)
    tried = (
        number
        for number in range(1, 2000)
        if sure_seats(richer(groups, "A", number), seats, method=method)["A"] > has
    )
    assert found == (None if has == seats else next(tried))


@given(st.integers(1, 10_000))
def test_the_search_finds_the_first_that_is_enough(limit):
    assert fewest(lambda number: number >= limit) == limit
