"""Seats from votes: real results, ties that stop, and properties that hold for all votes."""

from fractions import Fraction
from itertools import combinations

import apportionment.methods as oracle
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kkr_graph.constitution.calculation.allocation import allocate, sure_seats
from kkr_graph.constitution.calculation.group import Group
from kkr_graph.constitution.calculation.lots import Draw
from kkr_graph.constitution.calculation.method import Method
from tests.constitution.calculation.votes import (
    BOARD,
    HJOERRING,
    HJOERRING_ALLIANCES,
    HJOERRING_SEATS,
    pool,
    winners,
)

VOTES = st.lists(st.integers(1, 5000), min_size=1, max_size=7)
SEATS = st.integers(1, 25)


def numbered(votes):
    return [Group(name=f"{at:02}", own=Fraction(own)) for at, own in enumerate(votes)]


@pytest.mark.parametrize(("votes", "expected"), BOARD, ids=["kv13", "kv17", "kv21"])
def test_the_board_of_the_association_is_as_it_was(votes, expected):
    allocation = allocate(pool(votes), 17)
    assert winners(allocation.by_list) == expected
    assert allocation.ties == ()


def test_a_council_with_alliances_is_as_it_was():
    allocation = allocate(pool(HJOERRING, *HJOERRING_ALLIANCES), 31)
    assert allocation.by_list == HJOERRING_SEATS
    assert allocation.settled


@pytest.mark.parametrize(("seats", "expected"), [(7, {"A": 4, "B": 3}), (5, {"A": 3, "B": 2})])
def test_a_council_of_two_groups_divides_seats(seats, expected):
    assert allocate(pool("A11 B8"), seats).by_list == expected


def test_fractions_are_not_rounded_into_a_tie():
    """18757/19 = 987.21 is more than 987, and nobody draws lots."""
    allocation = allocate(pool("A18757 B987"), 19)
    assert allocation.by_list == {"A": 19, "B": 0}
    assert allocation.ties == ()
    last = next(each for each in allocation.levels[0].quotients if each.seat == 19)
    assert (last.value, last.divisor) == (Fraction(18757, 19), 19)


def test_every_quotient_is_kept_with_rank_and_seat():
    (level,) = allocate(pool("A10 B6"), 3).levels
    assert [
        (each.group, each.divisor, each.value, each.rank, each.seat) for each in level.quotients
    ] == [
        ("A", 1, 10, 1, 1),
        ("B", 1, 6, 2, 2),
        ("A", 2, 5, 3, 3),
        ("A", 3, Fraction(10, 3), 4, None),
        ("B", 2, 3, 5, None),
        ("B", 3, 2, 6, None),
    ]


def test_the_order_of_picks_is_that_of_the_quotients():
    picks = {each.name: each.picks for each in allocate(pool("A11 B8"), 5).shares}
    assert picks == {"A": (1, 3, 5), "B": (2, 4)}


# --- ties -----------------------------------------------------------------------------------


def test_equal_quotients_stop_at_the_seat_and_name_the_lists():
    allocation = allocate(pool("A10 B10 C4"), 3)
    (tie,) = allocation.ties
    assert (tie.seat, tie.contested, tie.among) == (3, 1, ("A", "B"))
    assert tie.claim == 5
    assert not allocation.settled
    assert allocation.by_list == {"A": 1, "B": 1, "C": 0}
    assert [each.name for each in allocation.shares if each.in_lots] == ["A", "B"]
    assert {(each.group, each.order) for each in allocation.levels[0].quotients if each.tied} == {
        ("A", 2),
        ("B", 2),
    }


def test_equal_quotients_with_room_for_all_need_no_lots():
    allocation = allocate(pool("A10 B10"), 2)
    assert allocation.by_list == {"A": 1, "B": 1}
    assert allocation.settled
    assert [each.rank for each in allocation.levels[0].quotients[:2]] == [1, 1]


def test_a_recorded_draw_settles_its_own_tie_only():
    draw = Draw(level="", seat=3, among=frozenset("AB"), winner="B")
    allocation = allocate(pool("A10 B10 C4"), 3, draws=[draw])
    assert allocation.by_list == {"A": 1, "B": 2, "C": 0}
    assert (allocation.ties, allocation.draws) == ((), (draw,))
    elsewhere = allocate(pool("A10 B10 C4"), 5, draws=[draw])
    assert elsewhere.draws == ()


def test_several_seats_among_more_lists_are_drawn_one_by_one():
    first = Draw(level="", seat=1, among=frozenset("ABC"), winner="C")
    halfway = allocate(pool("A5 B5 C5"), 2, draws=[first])
    (tie,) = halfway.ties
    assert (tie.seat, tie.among) == (2, ("A", "B"))
    second = Draw(level="", seat=2, among=frozenset("AB"), winner="A")
    done = allocate(pool("A5 B5 C5"), 2, draws=[second, first])
    assert done.by_list == {"A": 1, "B": 0, "C": 1}


def test_the_order_alone_is_a_tie_where_it_matters_who_is_first():
    allocation = allocate(pool("A10 B10 C4"), 2, ordered=True)
    (tie,) = allocation.ties
    assert tie.order
    assert allocation.by_list == {"A": 1, "B": 1, "C": 0}
    draw = Draw(level="", seat=1, among=frozenset("AB"), winner="B")
    drawn = allocate(pool("A10 B10 C4"), 2, ordered=True, draws=[draw])
    assert {each.name: each.picks for each in drawn.shares} == {"A": (2,), "B": (1,), "C": ()}
    assert drawn.ties == ()


def test_a_draw_is_won_by_somebody_who_took_part():
    with pytest.raises(ValueError, match="take part"):
        Draw(level="", seat=1, among=frozenset("AB"), winner="C")


# --- alliances ------------------------------------------------------------------------------


def test_alliances_nest_to_three_levels():
    flat = allocate(pool("A100 B40 C35 D30"), 5)
    assert flat.by_list == {"A": 3, "B": 1, "C": 1, "D": 0}
    nested = allocate(pool("A100 B40 C35 D30", "(C+D)+B"), 5)
    assert nested.by_list == {"A": 2, "B": 1, "C": 1, "D": 1}
    assert [level.name for level in nested.levels] == ["", "B+(C+D)", "C+D"]
    share = next(each for each in nested.shares if each.name == "D")
    assert share.alliances == ("B+(C+D)", "C+D")


def test_a_tie_inside_an_alliance_stops_there():
    allocation = allocate(pool("A100 B30 C30", "B+C"), 2)
    assert allocation.by_list == {"A": 1, "B": 0, "C": 0}
    (tie,) = allocation.ties
    assert (tie.level, tie.seat, tie.among) == ("B+C", 2, ("B", "C"))
    draw = Draw(level="B+C", seat=2, among=frozenset("BC"), winner="C")
    assert allocate(pool("A100 B30 C30", "B+C"), 2, draws=[draw]).by_list["C"] == 1


def test_lists_of_an_alliance_that_is_in_lots_are_in_lots_too():
    allocation = allocate(pool("A50 B30 C20", "B+C"), 1)
    assert [each.name for each in allocation.shares if each.in_lots] == ["A", "B", "C"]


# --- properties -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("method", "name"), [(Method.DHONDT, "dhondt"), (Method.SAINTE_LAGUE, "saintelague")]
)
@given(votes=VOTES, seats=SEATS)
@settings(deadline=None, max_examples=60)
def test_seats_are_those_of_another_program(method, name, votes, seats):
    """Where lots decide, the other program takes the first; here nobody has the seat yet."""
    allocation = allocate(numbered(votes), seats, method=method)
    theirs = oracle.compute(name, votes, seats, fractions=True)
    pairs = list(zip(theirs, allocation.shares, strict=True))
    assert all(their in (own.seats, own.seats + own.in_lots) for their, own in pairs)
    assert allocation.settled == (theirs == list(allocation.by_list.values()))
    if not allocation.settled:
        with pytest.raises(oracle.TiesException):
            oracle.compute(name, votes, seats, fractions=True, tiesallowed=False)


@given(votes=VOTES, seats=SEATS)
@settings(deadline=None, max_examples=60)
def test_the_largest_remainders_are_those_of_another_program(votes, seats):
    """Only where none are equal: of 3, 3 and 4 votes it gives two seats to the two smaller."""
    allocation = allocate(numbered(votes), seats, method=Method.LARGEST_REMAINDER)
    theirs = oracle.compute("largest_remainder", votes, seats, fractions=True)
    if allocation.settled:
        assert list(allocation.by_list.values()) == theirs
    else:
        (tie,) = allocation.ties
        assert len({_remainder(votes, seats, int(name)) for name in tie.among}) == 1


def _remainder(votes, seats, at):
    return Fraction(votes[at] * seats, sum(votes)) % 1


@pytest.mark.parametrize("method", Method)
@given(votes=VOTES, seats=SEATS)
@settings(deadline=None, max_examples=40)
def test_every_seat_is_given_or_in_lots(method, votes, seats):
    allocation = allocate(numbered(votes), seats, method=method)
    given_out = sorted(pick for share in allocation.shares for pick in share.picks)
    assert given_out == list(range(1, len(given_out) + 1))
    assert len(given_out) + sum(tie.contested for tie in allocation.ties) == seats
    assert allocation.by_list == sure_seats(numbered(votes), seats, method=method)


@given(votes=VOTES, seats=SEATS)
@settings(deadline=None, max_examples=60)
def test_one_more_seat_takes_none_from_anybody(votes, seats):
    fewer = sure_seats(numbered(votes), seats)
    more = allocate(numbered(votes), seats + 1)
    assert all(share.seats + share.in_lots >= fewer[share.name] for share in more.shares), (
        "house monotonicity"
    )


@given(votes=VOTES, seats=SEATS, chance=st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=60)
def test_the_order_of_the_lists_does_not_matter(votes, seats, chance):
    groups = numbered(votes)
    shuffled = groups.copy()
    chance.shuffle(shuffled)
    assert sure_seats(shuffled, seats) == sure_seats(groups, seats)


@given(votes=st.lists(st.integers(1, 400), min_size=3, max_size=6), seats=st.integers(1, 12))
@settings(deadline=None, max_examples=40)
def test_an_alliance_never_costs_its_members_a_seat_together(votes, seats):
    """What makes alliances worth while by d'Hondt."""
    alone = sure_seats(numbered(votes), seats)
    for first, second in combinations(numbered(votes), 2):
        free = [each for each in numbered(votes) if each.name not in (first.name, second.name)]
        both = Group(name="both", members=(first, second))
        share = allocate([both, *free], seats).levels[0]
        together = len(share.taken("both")) + any("both" in tie.among for tie in share.ties)
        assert together >= alone[first.name] + alone[second.name]


@pytest.mark.parametrize(("groups", "seats"), [(pool("A1"), -1), ((*pool("A1"), *pool("A2")), 3)])
def test_a_pool_that_makes_no_sense_is_refused(groups, seats):
    with pytest.raises(ValueError, match="must"):
        allocate(groups, seats)


def test_nobody_has_votes():
    assert allocate([Group(name="A")], 3).by_list == {"A": 0}
