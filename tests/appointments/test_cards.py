"""Boards as pages show them: a card for each seat, with what it says of somebody on lines of its own."""

from tests.appointments.seats import seats

PAGE = """Havnehuset i Lundby
Program   Lokaler   Om os   Kontakt

Forside > Om os > Bestyrelsen

BESTYRELSEN

Anna Holm (A)
Formand
Udpeget af Køge Byråd
Funktionsperiode: 1. februar 2026 - 31. januar 2030

Bo Lund
Medlem
Udpeget af Lundby Forening
Funktionsperiode: 1. maj 2025 - 30. april 2027

Pladsen er ledig
Medlem
"""


def told(extract) -> list[tuple[object, ...]]:
    return [
        (one.person, one.body, one.role.value, one.by, str(one.from_), str(one.to))
        for one in extract.appointments
    ]


def test_what_a_card_says_is_of_the_person_on_it(read):
    extract = read(PAGE)
    body = "Havnehuset i Lundby"
    assert told(extract) == [
        ("Anna Holm", body, "chair", "Køge Byråd", "2026-02-01", "2030-01-31"),
        ("Bo Lund", body, "member", "Lundby Forening", "2025-05-01", "2027-04-30"),
    ]
    assert [(one.body, one.role.value) for one in extract.vacancies] == [(body, "member")]


def test_a_menu_and_the_trail_of_a_page_are_no_forums(read):
    assert [forum.name for forum in read(PAGE).forums] == ["Havnehuset i Lundby"]


def test_one_line_for_a_role_below_a_name_is_over_those_who_follow(read):
    text = "Udpegningsoversigt\n\n1. Havnerådet\nAnna Holm (A)\nSuppleant\nBo Lund (V)\n"
    assert seats(read(text)) == [
        "Anna Holm, member: Havnerådet",
        "Bo Lund, deputy, for Anna Holm: Havnerådet",
    ]
