"""Alliances as they are written."""

import pytest

from kkr_graph.constitution.calculation.group import parse_alliance
from kkr_graph.errors import ConfigError
from tests.constitution.calculation.votes import pool


@pytest.mark.parametrize(
    ("written", "understood"),
    [
        ("C+D+O", "C+D+O"),
        (" C + D ", "C+D"),
        ("(C+D)+O", "(C+D)+O"),
        ("Borgerlisten Nord+T Hjørring", "Borgerlisten Nord+T Hjørring"),
    ],
)
def test_an_alliance_is_read_as_written(written, understood):
    assert str(parse_alliance(written)) == understood


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("C", "ved slutningen"),
        ("C+", "ved slutningen"),
        ("C+D)", "ved »)«"),
        ("(C+D", "ved slutningen"),
        ("C+D+C", "to gange"),
        ("((A+B)+C)+D", "listeforbund"),
        ("", "ved slutningen"),
    ],
)
def test_what_is_no_alliance_is_refused(written, told):
    with pytest.raises(ConfigError, match="Valgforbund") as caught:
        parse_alliance(written)
    assert told in str(caught.value)
    assert "C+D+O" in caught.value.hint


def test_a_list_stands_in_one_alliance():
    with pytest.raises(ConfigError, match="»C« står i to valgforbund"):
        pool("C1 D1 O1", "C+D", "C+O")


def test_an_alliance_of_which_one_list_is_left_is_that_list():
    assert [each.name for each in pool("A5 C4", "C+D")] == ["A", "C"]


def test_members_are_named_in_danish_order():
    assert [each.name for each in pool("V5 Ø2 F3 A9", "Ø+F")] == ["A", "F+Ø", "V"]
