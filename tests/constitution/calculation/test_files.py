"""The calculation as a picture, a workbook and for programs."""

import json
from fractions import Fraction
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from openpyxl import load_workbook

from kkr_graph.constitution.calculation import wording
from kkr_graph.constitution.calculation.calculation import Kind, Settings, calculate
from kkr_graph.constitution.calculation.group import parse_alliance
from kkr_graph.constitution.calculation.picture import to_svg
from kkr_graph.constitution.calculation.pool import parse_pool
from kkr_graph.constitution.calculation.record import to_json
from kkr_graph.constitution.calculation.scenario import Case, Scenario
from kkr_graph.constitution.calculation.sheet import to_xlsx
from kkr_graph.constitution.calculation.tables import (
    quotient_lines,
    result_columns,
    result_lines,
    telling_quotients,
)

SVG = "{http://www.w3.org/2000/svg}"


def made(written, seats, *alliances):
    settings = Settings(
        kind=Kind.SEATS, seats=seats, alliances=tuple(map(parse_alliance, alliances))
    )
    return calculate(parse_pool(written).votes({}), settings)


def texts(svg):
    return [each.text for each in ET.fromstring(svg).iter(f"{SVG}text")]


def test_the_picture_has_every_seat_as_text_and_says_the_result():
    svg = to_svg(made("A=11, B=8", 5))
    root = ET.fromstring(svg)
    assert root.get("role") == "img"
    labels = (root.get("aria-labelledby") or "").split()
    named = {each.get("id"): each.text for each in root.iter() if each.get("id")}
    assert [named[label] for label in labels] == [
        "Pladser: 5 – pulje, A, B",
        "Kvotienter efter d'Hondts metode. Pladser: A 3, B 2.",
    ]
    assert [each for each in texts(svg) if each and each.startswith("nr.")] == [
        "nr. 1", "nr. 2", "nr. 3", "nr. 4", "nr. 5",
    ]  # fmt: skip
    assert "5,50" in texts(svg)


def test_a_tie_is_seen_without_colours():
    svg = to_svg(made("A=10, B=10", 1))
    assert texts(svg).count("lod") == 2
    assert "der skal trækkes lod" in svg
    assert svg.count('stroke-dasharray="4 3"') == 3  # two cells, and the legend


def test_alliances_have_a_grid_of_their_own():
    assert "B+C" in texts(to_svg(made("A=50, B=30, C=25", 3, "B+C")))


def test_identifiers_differ_where_a_page_has_two_pictures():
    assert 'id="anden-titel"' in to_svg(made("A=1", 1), name="anden")


def test_names_are_text_whatever_they_look_like():
    svg = to_svg(made("<b>&=3, B=1", 1))
    assert "<b>" not in svg
    assert "<b>&" in texts(svg)


def test_the_workbook_has_results_quotients_and_reservations():
    calculation = made("@A=11, B=8", 5)
    content = to_xlsx(calculation)
    assert content == to_xlsx(calculation)
    book = load_workbook(BytesIO(content))
    assert book.sheetnames == ["Resultat", "Kvotienter", "Forbehold"]
    rows = list(book["Resultat"].iter_rows(min_row=3, values_only=True))
    assert [row[0] for row in rows] == ["Liste", "@A", "B"]
    assert rows[1][3:6] == (11, 57.89, 3)  # numbers, for Excel to reckon with
    assert len(list(book["Kvotienter"].iter_rows(min_row=4))) == 10


def test_a_comparison_has_a_sheet_with_differences_as_numbers():
    case = Case(source=parse_pool("A=60, B=25, C=14"), settings=Settings(kind=Kind.SEATS, seats=5))
    comparison = case.compare([Scenario(name="B og C", alliances=(parse_alliance("B+C"),))])
    book = load_workbook(BytesIO(to_xlsx(comparison.recorded, comparison)))
    rows = list(book["Hvad nu hvis"].iter_rows(min_row=3, values_only=True))
    assert rows[0] == ("Liste", "Navn", "Som registreret", "B og C", "B og C: forskel")
    assert {row[0]: row[4] for row in rows[1:]} == {"A": -1, "B": 0, "C": 1}


def test_programs_get_exact_numbers():
    case = Case(source=parse_pool("A=10, B=4"), settings=Settings(kind=Kind.SEATS, seats=3))
    comparison = case.compare([Scenario(name="fem", seats=5)])
    told = json.loads(to_json(comparison.recorded, comparison))
    (level,) = told["levels"]
    assert [each["quotient"] for each in level["quotients"]][:4] == [10, 5, 4, "10/3"]
    assert told["lists"][0]["votes_to_next_seat"] == 3
    assert told["settled"]
    assert told["what_if"][0]["changes"] == {"A": 2, "B": 0}


def test_telling_quotients_are_the_winners_and_the_next_of_each():
    calculation = made("A=10, B=4, C=1", 3)
    assert [(each.name, each.seat) for each in telling_quotients(calculation)] == [
        ("A", 1), ("A", 2), ("B", 3), ("A", None), ("B", None), ("C", None),
    ]  # fmt: skip
    assert len(quotient_lines(calculation)) == 9


def test_lines_have_the_columns_that_say_something():
    calculation = made("A=10, B=10", 3)
    assert "mayors" not in result_columns(calculation)
    assert [(line.seats, line.remark) for line in result_lines(calculation)] == [
        ("1–2", "lodtrækning"),
        ("1–2", "lodtrækning"),
    ]


@pytest.mark.parametrize(
    ("value", "rounded", "whole"),
    [
        (Fraction(18757, 19), "987,21", "987 4/19"),
        (Fraction(11207), "11.207,00", "11.207"),
        (Fraction(1, 3), "0,33", "1/3"),
        (Fraction(199, 200), "1,00", "199/200"),
        (Fraction(1, 8), "0,13", "1/8"),
    ],
)
def test_numbers_are_written_as_danes_do_and_exactly(value, rounded, whole):
    assert (wording.decimal(value), wording.exact(value)) == (rounded, whole)
