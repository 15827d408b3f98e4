"""A rule in a document is evidence of the one seat group it agrees with, and of no other."""

from dataclasses import replace
from datetime import date

import pytest

from tests import factory
from tests.rdf.world import REGISTRY, at, graph, minutes

TEXT = """Referat af møde i KKR Nordjylland den 24. oktober 2025
1. Nordrådet
Nordrådet har 2 medlemmer, der udpeges af KKR Nordjylland.
"""
QUOTE = "2 medlemmer, der udpeges af KKR Nordjylland"
GROUP = "seat-group/nordraadet-2022"


def rule(**fields):
    defaults = {
        "body": "Nordrådet",
        "seats": 2,
        "appointed_by": "KKR Nordjylland",
        "passage": at(QUOTE, TEXT),
    }
    return factory.seat_rule(**(defaults | fields))


def proved(found):
    """The groups that rules describe, and the evidence of the group."""
    rules = found.a("kkr:SeatRule")
    told = [group for each in rules for group in found.of(each, "kkr:describesSeatGroup")]
    return told, len(found.of(GROUP, "prov:wasDerivedFrom"))


def test_a_rule_that_agrees_proves_the_group():
    found = graph(minutes(rule(), text=TEXT))
    assert proved(found) == ([GROUP], 1)
    (one,) = found.a("kkr:SeatRule")
    assert found.of(GROUP, "prov:wasDerivedFrom") == found.of(one, "prov:wasDerivedFrom")
    assert found.of(one, "org:role") == ["kkrc:member"]


def test_the_contact_council_of_the_area_may_be_named_shortly():
    assert proved(graph(minutes(rule(appointed_by="KKR"), text=TEXT))) == ([GROUP], 1)


@pytest.mark.parametrize(
    "fields",
    [
        {"seats": 3},
        {"body": "Østrådet"},
        {"body": None},
        {"appointed_by": "regionsrådet"},
        {"appointed_by": None},
        {"passage": at("Nordrådet", TEXT)},
    ],
    ids=["number", "body", "no-body", "appointer", "no-appointer", "role"],
)
def test_a_rule_that_differs_in_one_thing_proves_nothing(fields):
    assert proved(graph(minutes(rule(**fields), text=TEXT))) == ([], 0)


def test_a_rule_of_another_term_proves_nothing():
    early = graph(minutes(rule(), text=TEXT, day=date(2021, 5, 1)))
    assert proved(early) == ([], 0)


def test_a_term_begins_at_the_constituent_meeting_of_the_contact_council_of_the_body():
    eve = graph(minutes(rule(), text=TEXT, day=date(2022, 1, 30)))
    meeting = graph(minutes(rule(), text=TEXT, day=date(2022, 1, 31)))
    assert (proved(eve)[0], proved(meeting)[0]) == ([], [GROUP])


def test_of_two_groups_that_fit_none_is_proved():
    twin = replace(REGISTRY.seat_groups[0], slug="nordraadet-2022-b")
    both = replace(REGISTRY, seat_groups=(*REGISTRY.seat_groups, twin))
    assert proved(graph(minutes(rule(), text=TEXT), registry=both)) == ([], 0)
