"""The registry that the project ships, held to what the law and the minutes say."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from kkr_graph.model.registry import BodyKind
from kkr_graph.registry import read_registry

REGISTRY = read_registry(Path(__file__).parents[2] / "data" / "registry")
COUNCILS = {
    "hovedstaden": 29,
    "sjaelland": 17,
    "syddanmark": 22,
    "midtjylland": 19,
    "nordjylland": 11,
}


def seats(body: str, term: str) -> Counter[str]:
    """Role to number of seats."""
    found: Counter[str] = Counter()
    for group in REGISTRY.seat_groups:
        if (group.body, group.term) == (body, term):
            found[group.role] += group.seats
    return found


def test_all_municipalities_are_divided_among_the_councils():
    assert len(REGISTRY.municipalities) == 98
    assert Counter(place.council for place in REGISTRY.municipalities) == COUNCILS


def test_the_councils_are_the_bodies_of_that_kind():
    councils = [body for body in REGISTRY.bodies if body.kind == BodyKind.CONTACT_COUNCIL]
    assert {body.slug: body.name for body in councils} == {
        "hovedstaden": "KKR Hovedstaden",
        "sjaelland": "KKR Sjælland",
        "syddanmark": "KKR Syddanmark",
        "midtjylland": "KKR Midtjylland",
        "nordjylland": "KKR Nordjylland",
    }


@pytest.mark.parametrize(
    ("day", "count"), [(date(2006, 12, 31), 0), (date(2026, 12, 31), 5), (date(2027, 1, 1), 4)]
)
def test_regions_before_and_after_the_reform(day, count):
    regions = {_region(place, day) for place in REGISTRY.municipalities}
    assert len(regions - {None}) == count


def test_the_new_region_is_the_two_old_ones():
    """The councils stay as they are when their regions become one."""
    new = {
        place.council
        for place in REGISTRY.municipalities
        if _region(place, date(2027, 1, 1)) == "oestdanmark"
    }
    assert new == {"hovedstaden", "sjaelland"}


def _region(place, day):
    within = (
        tie.slug
        for tie in place.regions
        if (tie.from_ or date.min) <= day <= (tie.through or date.max)
    )
    return next(within, None)


def test_north_jutland():
    names = {place.name for place in REGISTRY.municipalities if place.council == "nordjylland"}
    assert names == {
        *("Brønderslev", "Frederikshavn", "Vesthimmerlands", "Læsø", "Rebild", "Mariagerfjord"),
        *("Jammerbugt", "Aalborg", "Hjørring", "Morsø", "Thisted"),
    }


@pytest.mark.parametrize("term", ["kkr-2018-2022", "kkr-2022-2026"])
def test_kkr_nordjylland_has_twice_as_many_members_as_municipalities(term):
    assert seats("nordjylland", term) == {"ex-officio-member": 11, "supplementary-member": 11}


HOUSES = ("nordjylland", "midtjylland", "sydjylland", "fyn", "sjaelland", "hovedstaden")


@pytest.mark.parametrize("place", HOUSES)
def test_a_business_house_loses_the_seat_of_the_region(place):
    body = f"erhvervshus-{place}"
    assert seats(body, "kkr-2022-2026") == {"chair": 1, "member": 10, "observer": 1}
    assert seats(body, "kkr-2026-2030") == {"chair": 1, "member": 9, "observer": 1}


def test_the_council_of_the_area_appoints_all_but_the_regions_member():
    areas = {body.slug: body.area for body in REGISTRY.bodies}
    for group in REGISTRY.seat_groups:
        if group.body.startswith("erhvervshus-") and group.role != "observer":
            by_region = group.slug.endswith("-2022-region")
            assert (group.appointing == areas[group.body]) != by_region


def test_every_council_has_a_seat_in_the_national_board():
    board = "danmarks-erhvervsfremmebestyrelse"
    for term, total in (("valgperiode-2022-2025", 17), ("valgperiode-2026-2029", 5)):
        groups = [g for g in REGISTRY.seat_groups if (g.body, g.term) == (board, term)]
        appointing = [group.appointing for group in groups if group.appointing in COUNCILS]
        assert Counter(appointing) == dict.fromkeys(COUNCILS, 1)
        assert sum(group.seats for group in groups) == total


@pytest.mark.parametrize("term", ["valgperiode-2022-2025", "valgperiode-2026-2029"])
def test_the_mayors_and_the_chair_of_the_region_sit_in_brn(term):
    assert seats("business-region-north-denmark", term) == {"ex-officio-member": 12}


def test_the_constituent_meetings_of_2026():
    term = REGISTRY.term_on("kkr", date(2026, 6, 1))
    assert term is not None
    days = {council: term.start(council).isoformat() for council in COUNCILS}
    assert days == {
        "midtjylland": "2026-01-19",
        "syddanmark": "2026-01-21",
        "nordjylland": "2026-01-23",
        "hovedstaden": "2026-01-26",
        "sjaelland": "2026-01-27",
    }
    assert sorted(days.values())[2] == term.from_.isoformat()


def test_no_body_is_called_what_a_councils_address_is():
    """A body's identifier is part of its address; councils have short ones."""
    assert all(REGISTRY.body(slug) is None for slug in COUNCILS)
