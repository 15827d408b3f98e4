"""Boards as pages show them: a card for each seat, with what it says of somebody on lines of its own."""

import pytest

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


PEOPLE = [
    ("Anna Holm", "Borgmester (A)", "Odense Kommune", "Formand", "byrådet"),
    ("Bo Lund", "Direktør", "Lund Plast A/S", "Næstformand", "Sejlerne"),
    ("Eva Skov", "Indehaver", "Dansk Net", "Bestyrelsesmedlem", "medarbejderne"),
]
# how a page may lay out a card
CARDS = {
    "heading, role, office, by whom, links": "<h3>{0}</h3><p>{3}</p><p>{1}, {2}</p><p>Udpeget af {4}</p><p><a>LinkedIn</a> <a>Send mail</a></p>",
    "the role behind the office": "<h4>{0}</h4><p>{1}, {2}</p><p>{3}</p><p>Udpeget af {4}</p><p>a@example.dk</p>",
    "nothing set apart": "<div>{0}</div><div>{3}, udpeget af {4}</div><div>{1}</div><div>{2}</div>",
    "the role above the name": "<p>{3}</p><h3>{0}</h3><p>{1}, {2}</p><p>Udpeget af {4}</p>",
    "the role as a heading": "<h3>{0}</h3><h4>{3}</h4><p>{1}, {2}</p><p>Udpeget af {4}</p>",
    "lines of one paragraph": "<figure><figcaption>{0}<br>{3}<br>{1}, {2}<br>Udpeget af {4}</figcaption></figure>",
    "labels": "<h3>{0}</h3><ul><li>Rolle: {3}</li><li>Stilling: {1}</li><li>Udpeget af: {4}</li></ul><p>{2}</p>",
    "labels and values": "<h3>{0}</h3><dl><dt>Rolle:</dt><dd>{3}</dd><dt>Udpeget af:</dt><dd>{4}</dd></dl><p>{2}</p>",
}


def page(inside: str, title: str = "Bestyrelsen for Havnens Hus") -> str:
    return f"<html><body><main><h1>{title}</h1>{inside}</main></body></html>"


@pytest.mark.parametrize("card", CARDS.values(), ids=list(CARDS))
def test_cards_may_be_laid_out_in_many_ways(card, read, seems_list):
    content = page("".join(f"<div>{card.format(*who)}</div>" for who in PEOPLE))
    assert seems_list(content)
    extract = read(content)
    assert seats(extract) == [
        "Anna Holm, chair, by byrådet: Havnens Hus",
        "Bo Lund, vice-chair, by Sejlerne: Havnens Hus",
        "Eva Skov, member, by medarbejderne: Havnens Hus",
    ]
    assert [one.municipality for one in extract.appointments] == ["Odense", None, None]
    assert [forum.name for forum in extract.forums] == ["Havnens Hus"]


def test_cards_of_members_without_a_role_and_of_their_deputies(read):
    chair, *others = PEOPLE
    cards = "<h3>{0}</h3><p>{3}</p><p>{1}, {2}</p>".format(*chair)
    cards += "".join(f"<h3>{who[0]}</h3><p>{who[1]}, {who[2]}</p>" for who in others)
    deputies = "".join(
        f"<h3>{who}</h3><p>Lektor</p><p>Personlig suppleant for {whom}</p>"
        for who, whom in [("Ib Kær", "Anna Holm"), ("Ida Krag", "Bo Lund")]
    )
    observer = "<h2>Observatør</h2><h3>Ole Fog</h3><p>Chef, Havnens Venner</p>"
    extract = read(page(f"{cards}{observer}<h2>Suppleanter</h2>{deputies}"))
    assert seats(extract) == [
        "Anna Holm, chair: Havnens Hus",
        "Bo Lund, member: Havnens Hus",
        "Eva Skov, member: Havnens Hus",
        "Ole Fog, observer: Havnens Hus",
        "Ib Kær, deputy, for Anna Holm: Havnens Hus",
        "Ida Krag, deputy, for Bo Lund: Havnens Hus",
    ]


def test_what_a_card_tells_of_a_life_is_no_seat_and_left_over(read):
    told = "Er uddannet økonom og tidligere formand for Sejlerne."
    cards = "".join(f"<h3>{who[0]}</h3><p>{who[3]}</p><p>{told}</p>" for who in PEOPLE)
    extract = read(page(cards))
    assert {one.body for one in extract.appointments} == {"Havnens Hus"}
    assert [left.passage.quote for left in extract.unclaimed] == [told] * len(PEOPLE)


def test_a_deputy_on_a_card_is_of_the_one_whose_card_it_is(read):
    cards = "".join(
        f"<div><h3>{who[0]}</h3><p>{who[3]}</p><p>Suppleant: {deputy}</p></div>"
        for who, deputy in zip(PEOPLE, ["Ib Kær (V)", "vakant", "Ida Krag (A)"], strict=True)
    )
    assert seats(read(page(cards))) == [
        "Anna Holm, chair: Havnens Hus",
        "Ib Kær, deputy, for Anna Holm: Havnens Hus",
        "Bo Lund, vice-chair: Havnens Hus",
        "Eva Skov, member: Havnens Hus",
        "Ida Krag, deputy, for Eva Skov: Havnens Hus",
    ]


def test_a_page_of_staff_is_no_list(seems_list):
    staff = zip(PEOPLE, ["Direktør", "Sekretariatsleder", "Konsulent"], strict=True)
    cards = "".join(
        f"<h3>{who[0]}</h3><p>{title}</p><p>Tlf. 11 22 33 44</p>" for who, title in staff
    )
    assert not seems_list(page(cards, "Medarbejdere i Havnens Hus"))


def test_an_office_and_a_municipality_below_a_name_are_of_that_person(read):
    extract = read(
        "Udpegningsoversigt\n\nHavnerådet\n\nUdpeget af KKR Syddanmark\n\nAnna Holm (A)\nByrådsmedlem, Nyborg Kommune\n\n"
        "Bo Lund (V)\nBorgmester, Assens Kommune\n"
    )
    assert [forum.name for forum in extract.forums] == ["Havnerådet"]
    assert [one.municipality for one in extract.appointments] == ["Nyborg", "Assens"]


def test_a_term_below_an_office_is_of_that_person_alone(read):
    text = (
        "Bestyrelsen for Havvig Museum\n\nLovgrundlag: Museumsloven\n\nFunktionsperiode: 1. maj 2024 - 30. april 2028\n\nMedlemmer\n\n"
        "Anna Holm\nDirektør\nValgt for perioden 1. februar 2026 - 31. januar 2027\n\nBo Lund\n"
    )
    assert seats(read(text)) == [
        "Anna Holm, member, 2026-02-01/2027-01-31: Havvig Museum",
        "Bo Lund, member, 2024-05-01/2028-04-30: Havvig Museum",
    ]
