"""However a list is written, the same people sit in the same forums."""

import re

import pytest

from tests.appointments.layout_forms import FORMS, SHORT
from tests.appointments.layouts import LAYOUTS, PARTIES, ROLES, SEATS


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_seats(read, seems_list, layout):
    text = LAYOUTS[layout]

    extract = read(text)

    found = {
        (one.person, one.body, one.role.value, one.party, one.municipality, one.deputy_for)
        for one in extract.appointments
    }
    assert found == set(_expected(text))
    unread = [left.passage.quote for left in extract.unclaimed]
    assert [seat.name for seat in SEATS if any(seat.name in quote for quote in unread)] == []
    assert seems_list(text)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_them(read, seems_list, form):
    """All forms have the parties; names and forums may stand in capitals."""
    text = FORMS[form]
    extract = read(text)
    found = {
        (one.person.casefold(), one.body.casefold(), one.role.value, one.party, one.municipality)
        for one in extract.appointments
        if one.deputy_for is None
    }
    has_roles = any(word in text for word in (ROLES["chair"], *SHORT.values(), ";chair"))
    assert found == {
        (
            seat.name.casefold(),
            seat.forum.casefold(),
            seat.role if has_roles else "member",
            seat.party,
            seat.place if seat.place in text else None,
        )
        for seat in SEATS
    }
    deputies = {(one.person, one.deputy_for) for one in extract.appointments if one.deputy_for}
    assert deputies == {(seat.deputy, seat.name) for seat in SEATS if seat.deputy in text}
    assert seems_list(text)


def _expected(text):
    """The seats, with as much as a layout tells of them."""
    has_roles = ROLES["chair"] in text
    for seat in SEATS:
        is_lettered = re.search(rf"(?:[(;]|\| |\n){seat.party}[),;: \n]", text) is not None
        party = seat.party if is_lettered or PARTIES[seat.party] in text else None
        place = seat.place if seat.place.casefold() in text.casefold() else None
        role = seat.role if has_roles else "member"
        yield seat.name, seat.forum, role, party, place, None
        if seat.deputy in text:
            yield seat.deputy, seat.forum, "deputy", None, None, seat.name
