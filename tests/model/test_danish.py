"""Numbers, days and several things in a row, in Danish."""

from datetime import date

import pytest

from kkr_graph.model.danish import capitalised, counted, day, listed


@pytest.mark.parametrize(
    ("number", "told"),
    [(0, "0 møder"), (1, "1 møde"), (2, "2 møder"), (1234567, "1.234.567 møder")],
)
def test_an_amount_has_its_noun_and_dots(number: int, told: str) -> None:
    assert counted(number, "møde", "møder") == told


@pytest.mark.parametrize(
    ("parts", "told"), [(["a"], "a"), (["a", "b"], "a og b"), (["a", "b", "c"], "a, b og c")]
)
def test_the_last_of_several_comes_after_and(parts: list[str], told: str) -> None:
    assert listed(parts) == told


def test_a_day_has_two_digits_and_a_capital_is_only_the_first() -> None:
    assert day(date(2025, 12, 5)) == "05.12.2025"
    assert [capitalised(each) for each in ("ærø IF", "")] == ["Ærø IF", ""]
