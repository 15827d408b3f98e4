"""The members of a contact council: mayors, supplementary members, and the cap."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kkr_graph.constitution.calculation.composition import CapRule, compose
from kkr_graph.constitution.calculation.lots import Draw
from kkr_graph.constitution.calculation.method import Method
from tests.constitution.calculation.votes import lists


def members(composition):
    return {each.name: (each.mayors, each.supplementary) for each in composition.memberships}


def test_the_council_is_the_smallest_that_covers_the_mayors():
    """With 50, 30 and 20 votes and a mayor of C, C's first quotient is the fourth."""
    composition = compose(lists("A50 B30 C20"), {"A": 1, "C": 1}, municipalities=4)
    assert members(composition) == {"A": (1, 1), "B": (0, 1), "C": (1, 0)}
    assert (composition.mayors, composition.supplementary) == (2, 2)
    assert not composition.cap_binds


def test_a_council_of_as_many_members_as_mayors_needs_no_more():
    composition = compose(lists("A60 B40"), {"A": 3, "B": 2}, municipalities=5)
    assert composition.supplementary == 0


def test_when_the_cap_binds_who_has_too_many_mayors_keeps_them():
    composition = compose(lists("A50 B45 C5"), {"C": 3, "A": 1}, municipalities=4)
    assert composition.cap_binds
    assert composition.cap == composition.mayors + composition.supplementary == 8
    assert members(composition) == {"A": (1, 2), "B": (0, 2), "C": (3, 0)}


def test_the_other_rule_divides_the_supplementary_seats_alone():
    composition = compose(
        lists("A50 B45 C5"), {"C": 3, "A": 1}, municipalities=4, cap_rule=CapRule.SUPPLEMENTARY
    )
    assert members(composition) == {"A": (1, 2), "B": (0, 2), "C": (3, 0)}
    lopsided = compose(
        lists("A50 B45 C5"), {"C": 1, "A": 3}, municipalities=3, cap_rule=CapRule.SUPPLEMENTARY
    )
    assert members(lopsided) == {"A": (3, 1), "B": (0, 1), "C": (1, 0)}
    whole = compose(lists("A50 B45 C5"), {"C": 1, "A": 3}, municipalities=3)
    assert members(whole) == {"A": (3, 0), "B": (0, 2), "C": (1, 0)}


def test_a_mayor_without_a_list_here_is_a_member_all_the_same():
    composition = compose(lists("A60 B40"), {"A": 1, "T": 1}, municipalities=2)
    assert members(composition) == {"A": (1, 0), "B": (0, 0), "T": (1, 0)}
    assert composition.mayors == 2


def test_where_a_mayor_is_covered_by_lots_the_tie_is_shown():
    """A has two seats, and B and C the same claim to the third; one of them has a mayor."""
    composition = compose(lists("A20 B10 C10"), {"A": 2, "C": 1}, municipalities=3)
    (tie,) = composition.allocation.ties
    assert tie.among == ("A", "B", "C")
    assert composition.mayors + composition.supplementary == composition.allocation.seats


def test_a_draw_settles_who_has_the_last_member():
    draws = [
        Draw(level="", seat=2, among=frozenset("ABC"), winner="A"),
        Draw(level="", seat=3, among=frozenset("BC"), winner="C"),
    ]
    composition = compose(lists("A20 B10 C10"), {"A": 2, "C": 1}, municipalities=3, draws=draws)
    assert members(composition) == {"A": (2, 0), "B": (0, 0), "C": (1, 0)}
    assert composition.allocation.settled


@pytest.mark.parametrize("method", Method)
@pytest.mark.parametrize("cap_rule", CapRule)
@given(
    votes=st.lists(st.integers(1, 900), min_size=3, max_size=3),
    mayors=st.lists(st.integers(0, 4), min_size=3, max_size=3),
)
@settings(deadline=None, max_examples=30)
def test_every_mayor_is_a_member_and_the_cap_holds(method, cap_rule, votes, mayors):
    names = "ABC"
    composition = compose(
        lists(" ".join(f"{name}{own}" for name, own in zip(names, votes, strict=True))),
        dict(zip(names, mayors, strict=True)),
        municipalities=max(sum(mayors), 1),
        method=method,
        cap_rule=cap_rule,
    )
    whole = composition.mayors + composition.supplementary
    assert composition.mayors == sum(mayors)
    assert whole <= composition.cap
    given_out = sum(each.supplementary for each in composition.memberships)
    in_doubt = sum(tie.contested for tie in composition.allocation.ties)
    assert given_out <= composition.supplementary <= given_out + in_doubt
