"""How many of something, and all of them, in Danish."""

import pytest

from kkr_graph.model.amounts import counted, listed


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
