"""Who is of the staff at the end of a list, who came for one item, and who came for somebody under one."""

import pytest

from tests.minutes.paper import item, paper
from tests.minutes.test_attendance import attended

BOARD = """Til stede:
Formand Anna Holm
Byrådsmedlem Bo Lund (V), Vejle Kommune
Gårdejer Eva Skov, Historisk Forening
Lektor Ib Kær, Aarhus Universitet
Medarbejderrepræsentant Lis Rye
"""


@pytest.mark.parametrize(
    ("last", "told"),
    [
        ("Museumsdirektør Per Dam", ["Per Dam: guest"]),
        ("Direktør Per Dam\nRegnskabsfører Kai Bro", ["Per Dam: guest", "Kai Bro: guest"]),
        # somebody sent them too
        ("Direktør Per Dam, Destination Vest", ["Per Dam: present"]),
        ("Direktør Per Dam (V)", ["Per Dam: present"]),
        ("Gårdejer Per Dam", ["Per Dam: present"]),
    ],
)
def test_staff_without_a_sender_below_members_with_one_are_guests(read, last, told):
    assert attended(read(paper(front=BOARD + last)))[5:] == told


@pytest.mark.parametrize(
    ("last", "status"),
    [
        ("Afdelingschef Per Dam, Børn og Skole", "guest"),
        ("Direktør Per Dam, Plan, Byg og Miljø", "guest"),
        ("Per Dam, centerchef, Økonomi & Personale", "guest"),
        ("Direktør Per Dam, Social- og Sundhed", "guest"),
        # no department
        ("Direktør Per Dam, Holm & Dahl", "present"),
        ("Direktør Per Dam, Hotel og Camping", "present"),
    ],
)
def test_of_what_department_somebody_is_sends_nobody(read, last, status):
    front = f"Medlemmer:\nAnna Holm (V), formand\nBo Lund (A)\n\n{last}"
    assert attended(read(paper(front=front)))[2:] == [f"Per Dam: {status}"]


def test_where_several_municipalities_sent_somebody_departments_are_no_staff(read):
    front = "Deltagere:\nAnna Holm (V), Vejle\nBo Lund (A), Fanø\nDirektør Per Dam, Børn og Skole"
    assert attended(read(paper(front=front)))[2:] == ["Per Dam: present"]


def test_where_members_have_no_sender_the_director_among_them_is_one(read):
    front = "Til stede:\nAdvokat Anna Holm\nGårdejer Bo Lund\nDirektør Eva Skov"
    assert attended(read(paper(front=front)))[2] == "Eva Skov: present"


@pytest.mark.parametrize(
    "front",
    [
        "Deltagere: Anna Holm, Bo Lund\n\nFra forvaltningen: Chef Eva Skov.\n\nUnder punkt 2 deltog teamleder Ib Kær.",
        "Deltagere: Anna Holm, Bo Lund\n\nFra forvaltningen: Chef Eva Skov.\nVed punkt 2 deltog også advokat Ib Kær.",
        "Deltagere: Anna Holm, Bo Lund\n\nGæster: Chef Eva Skov\n\nTil punkt 2 mødte konsulent Ib Kær.",
    ],
)
def test_a_sentence_that_begins_with_the_item_is_of_a_guest_for_that_item(read, front):
    items = (item("1.", "Budget", "Godkendt."), item("2.", "Havnen", "Drøftet."))
    assert "Ib Kær: guest at 2" in attended(read(paper(*items, front=front)))


AWAY = "Bo Lund (V) og Eva Skov (A) var fraværende, for Eva Skov deltog Ib Kær (A)."


@pytest.mark.parametrize(
    "sentence",
    [
        AWAY,
        "Fraværende: Bo Lund (V), Eva Skov (A)\n\nI stedet for Eva Skov deltog Ib Kær (A).",
        "Bo Lund (V) og Eva Skov (A) havde meldt afbud. Ib Kær (A) deltog i Eva Skovs sted.",
    ],
)
def test_who_came_for_whom_may_stand_under_every_decision(read, sentence):
    items = [item(f"{n}.", f"Sag {n}", f"Godkendt.\n\n{sentence}") for n in (1, 2, 3)]
    came = attended(read(paper(*items)))
    assert "Ib Kær: present for Eva Skov" in came
    assert {"Bo Lund: absent", "Eva Skov: absent"} <= set(came)


def test_a_deputy_in_a_board_came_for_nobody(read):
    told = "Ib Kær (A) deltager som stedfortræder for Eva Skov i Havnerådet."
    items = [item(f"{n}.", f"Sag {n}", f"Godkendt.\n\n{told}") for n in (1, 2)]
    assert attended(read(paper(*items, front="Deltagere: Anna Holm, Eva Skov"))) == [
        "Anna Holm: present",
        "Eva Skov: present",
    ]


COUNCIL = "Deltagere:\nAnna Holm (A)\nBo Lund (V)\nEva Skov (C)\n\n"


@pytest.mark.parametrize(
    "told",
    [
        "Direktør Per Dam og fuldmægtig Kai Bro deltog fra administrationen.",
        "Direktør Per Dam og fuldmægtig Kai Bro var til stede fra forvaltningen.",
        "Direktør Per Dam og fuldmægtig Kai Bro mødte for direktionen.",
        "Direktør Per Dam og fuldmægtig Kai Bro deltog på administrationens vegne.",
        "Direktør Per Dam og fuldmægtig Kai Bro deltog i mødet fra kommunens administration.",
        "Deltog fra administrationen: Direktør Per Dam og fuldmægtig Kai Bro.",
    ],
)
def test_who_came_from_the_administration_below_the_members_is_a_guest(told, read):
    extract = read(paper(front=COUNCIL + told))
    assert attended(extract)[3:] == ["Per Dam: guest", "Kai Bro: guest"]


@pytest.mark.parametrize(
    "firm",
    [
        "Kvols Feriehuse",
        "Kvols’ Bageri",
        "Feriehusene Kvols",
        "Hotel Kvols",
        "Brødrene Kvols",
    ],
)
def test_a_firm_called_after_who_has_it_is_nobody(firm, read):
    front = f"Til stede:\nEva Skov (C)\n\nAfbud:\nIb Kær, byrådsmedlem, Holstebro Kommune\nLars Kvols, {firm}"
    assert attended(read(paper(front=front)))[1:] == [
        "Ib Kær: absent in Holstebro",
        "Lars Kvols: absent",
    ]


def test_a_couple_is_two_people(read):
    front = "Til stede: Lars Kvols, Eva Kvols, Bo Lund"
    assert len(attended(read(paper(front=front)))) == len(("Lars", "Eva", "Bo"))


@pytest.mark.parametrize(
    "told",
    [
        "Direktør Per Dam fra Havn Vest A/S var inhabil og deltog ikke i behandlingen.",
        "Direktør Per Dam, Havn Vest A/S, deltog ikke i sagens behandling.",
        "Direktør Per Dam (Havn Vest A/S) var inhabil og deltog ikke under punktet.",
    ],
)
def test_who_took_no_part_in_an_item_is_no_guest_of_it(told, read):
    extract = read(
        paper(item("1.", "Havnen", told), item("2.", "Broen", "Godkendt."), front=COUNCIL)
    )
    assert attended(extract)[3:] == ["Per Dam: absent at 1"]


@pytest.mark.parametrize(
    "front",
    [
        "Deltagere: Anna Holm, Bo Lund, Eva Skov\nAfbud: Ib Vang\nFra administrationen:\nDirektør Ole Krog\nØkonomichef Pia Dam",
        "Deltagere: Anna Holm, Bo Lund, Eva Skov\nAfbud: Ib Vang\n\nAdministrationen:\nDirektør Ole Krog\nØkonomichef Pia Dam",
        "Deltagere: Anna Holm, Bo Lund, Eva Skov\nAfbud: Ib Vang\nFra sekretariatet:\nDirektør Ole Krog, økonomichef Pia Dam",
        "Til stede:\nAnna Holm (AH), formand, udpeget af Nyborg Byråd\nBo Lund (BL), udpeget af Kerteminde Byråd\n"
        "Eva Skov (ES), Museumsforeningen\nIb Vang (IV), Syddansk Universitet\nEmil Dal (ED), Nyborg Turistforening\n"
        "Direktør Ole Krog (OK)\nØkonomichef Pia Dam (PD)",
    ],
)
def test_staff_below_the_members_are_guests(front, read):
    text = f"Havnefonden\nReferat af bestyrelsesmøde den 18. juni 2026\n\n{front}\n\n1. Budget\n\nBeslutning:\nGodkendt.\n"
    guests = [one.name for one in read(text).attendance if one.status == "guest"]
    assert guests == ["Ole Krog", "Pia Dam"]
