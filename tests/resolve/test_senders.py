"""Whom somebody represents in a body where no document says so in as many words."""

from dataclasses import replace
from datetime import date

import pytest

from kkr_graph.model.extract import DocumentKind, Event, Role
from kkr_graph.model.registry import BodyKind, SeatGroup
from kkr_graph.resolve.identity import resolve_people
from kkr_graph.resolve.tenures import consolidate_tenures
from tests.factory import (
    appointment,
    attendance,
    body,
    extract,
    mentions_in,
    municipality,
    registry,
)

COUNCIL, OTHER, BOARD = "KKR Nordjylland", "KKR Midtjylland", "Erhvervshus Nord"
LIST = DocumentKind.APPOINTMENT_LIST
FORUMS = registry(
    body("nordjylland", COUNCIL, kind=BodyKind.CONTACT_COUNCIL),
    body("midtjylland", OTHER, kind=BodyKind.CONTACT_COUNCIL),
    body("erhvervshus-nord", BOARD),
    body("brn", "BRN"),
    municipality("0787", "Thisted"),
    municipality("0615", "Horsens", council="midtjylland"),
)


def group(forum, **fields):
    return SeatGroup(slug=f"{forum}-1", body=forum, term="t", seats=1, role="member", **fields)


KNOWN = replace(
    FORUMS, seat_groups=(group("erhvervshus-nord", appointing="nordjylland"), group("brn"))
)


def represented(*extracts) -> list[str | None]:
    resolution = resolve_people(mentions_in(*extracts), (), ())
    return [tenure.represents for tenure in consolidate_tenures(extracts, resolution, KNOWN)]


def minutes(name="referat.txt", **fields):
    """Minutes of KKR Nordjylland, with a politician present."""
    told = {"event": Event.APPOINTED, "by": COUNCIL} | fields
    listed = attendance("Bo Lund", "V", "Thisted")
    return extract(listed, appointment("Bo Lund", told.pop("where", BOARD), **told), name=name)


def listed(where=BOARD, place="Thisted", name="liste.txt", own=COUNCIL, **fields):
    """A seat in the list of KKR Nordjylland."""
    told = appointment("Bo Lund", where, party="V", municipality=place, **fields)
    return extract(told, name=name, kind=LIST, body=own, day=date(2026, 3, 1))


@pytest.mark.parametrize(
    "told",
    [
        minutes(),
        minutes(by="KKR"),
        minutes(event=Event.ELECTED),
        minutes(role=Role.DEPUTY),
        listed(),
        listed(by="KKR", place=None),
        listed(where="Midttrafik"),
    ],
    ids=["appointed", "by us", "elected", "deputy", "listed", "listed by us", "unknown forum"],
)
def test_who_a_council_sent_represents_it(told):
    assert represented(told) == [COUNCIL]


@pytest.mark.parametrize(
    "told",
    [
        minutes(by=None),
        minutes(by="Erhvervsministeren"),
        minutes(certain=False),
        minutes(event=Event.NOMINATED),
        minutes(event=Event.LEFT),
        minutes(event=Event.EX_OFFICIO),
        minutes(where=COUNCIL, role=Role.CHAIR),
        listed(by="Regionsrådet"),
        listed(place=None),
        listed(place="Horsens"),
        listed(where="BRN"),
        listed(own="Aalborg Byråd"),
        extract(appointment("Bo Lund", BOARD, Role.MEMBER, Event.APPOINTED, by=COUNCIL)),
    ],
    ids=[
        "nobody said",
        "the minister",
        "expected",
        "nominated",
        "left",
        "ex officio",
        "its own chair",
        "another sender",
        "no municipality",
        "another area",
        "seats of others",
        "another's list",
        "perhaps no politician",
    ],
)
def test_who_may_have_been_sent_by_others_represents_nobody_known(told):
    assert represented(told) == [None]


def test_what_a_document_says_wins_and_makes_no_second_tenure():
    explicit = minutes(name="1.txt", on_behalf_of="KL")
    assert represented(explicit, listed(), minutes()) == ["KL"]


def test_of_two_councils_neither_is_chosen():
    assert represented(minutes(), minutes(name="2.txt", by=OTHER)) == [None]
