"""Who briefed the meeting or presented to it, and who came as a guest to do so."""

import pytest

from tests.minutes.paper import item, paper

FRONT = "Deltagere\nAnna Holm (A), Vejle\nBo Lund (V), Kolding"


def read_item(read, text: str, section: str = "Beslutning"):
    body = f"2. Havnen\n\n{section}\n{text}"
    return read(paper(item("1.", "Dagsorden", "Godkendt."), body, front=FRONT))


def said(extract) -> list[str]:
    return [
        f"{statement.person}: {statement.kind}"
        + (f" for {statement.on_behalf_of}" if statement.on_behalf_of else "")
        + ("" if statement.certain else "?")
        for statement in extract.statements
    ]


SAID = {
    # recorded
    "Anna Holm orienterede om havnen.": "Anna Holm: briefing",
    "Anna Holm gav en kort orientering.": "Anna Holm: briefing",
    # what it was about, or who came, is nobody whom they speak for
    "Anna Holm orienterede om besøget fra KL.": "Anna Holm: briefing",
    "Anna Holm orienterede om KL's forhandlinger.": "Anna Holm: briefing",
    "Anna Holm redegjorde for planen.": "Anna Holm: briefing",
    "Anna Holm holdt et oplæg om havnen.": "Anna Holm: presentation",
    "Anna Holm indledte med et oplæg.": "Anna Holm: presentation",
    "Anna Holm præsenterede planen.": "Anna Holm: presentation",
    "Anna Holm fremlagde planen.": "Anna Holm: presentation",
    "Oplæg ved Anna Holm om havnen blev fulgt af en debat.": "Anna Holm: presentation",
    "Der var et oplæg ved Anna Holm.": "Anna Holm: presentation",
    "Anna Holm og Bo Lund orienterede om havnen.": "Anna Holm: briefing|Bo Lund: briefing",
    "Anna Holm orienterede om selskabernes oplæg.": "Anna Holm: briefing",
    "Bo Lund redegjorde for præsentationen af planen.": "Bo Lund: briefing",
    "Anna Holm gennemgik ændringerne i planen.": "",  # a remark
    "Anna Holm orienterede om havnen. Bo Lund supplerede.": "Anna Holm: briefing",
    "Bo Lund supplerede med en orientering om broen.": "Bo Lund: briefing",
    # who "hun" is: the only one of the sentence before
    "Anna Holm deltog under punktet. Hun holdt oplæg om havnen.": "Anna Holm: presentation",
    "Bo Lund var inviteret. Han orienterede om broen.": "Bo Lund: briefing",
    "Anna Holm spurgte Bo Lund om broen. Han orienterede om den.": "",
    "Anna Holm takkede. Der var spørgsmål. Hun orienterede om havnen.": "",
    # announced
    "Anna Holm giver en kort orientering.": "Anna Holm: briefing?",
    "Anna Holm orienterer om havnen.": "Anna Holm: briefing?",
    "Anna Holm holder et oplæg.": "Anna Holm: presentation?",
    "Anna Holm vil orientere om havnen.": "Anna Holm: briefing?",
    # on behalf of somebody
    "Anna Holm orienterede om arbejdet i Erhvervshus Fyn.": "Anna Holm: briefing for Erhvervshus Fyn",
    "Anna Holm orienterede fra Erhvervshus Fyn.": "Anna Holm: briefing for Erhvervshus Fyn",
    "Formand for Erhvervshus Fyn, Anna Holm, orienterede.": "Anna Holm: briefing for Erhvervshus Fyn",
    "Eva Skov, direktør i Vejle Kommune, orienterede.": "Eva Skov: briefing for Vejle Kommune",
    "Eva Skov, KL, gav en orientering.": "Eva Skov: briefing for Kommunernes Landsforening",
    # remarks and acts are no statements
    "Anna Holm bemærkede, at planen er god.": "",
    "Anna Holm spurgte til orienteringen.": "",
    "Anna Holm takkede for oplægget.": "",
    "Anna Holm bød velkommen.": "",
    "Anna Holm foreslog en ny orientering.": "",
    "Udvalget takkede Anna Holm for oplægget.": "",
    "Udvalget tog orienteringen til efterretning.": "",
    "KKR Nordjylland orienterede om havnen.": "",
}


@pytest.mark.parametrize(("text", "statements"), SAID.items(), ids=list(SAID))
def test_what_is_a_statement(text, statements, read):
    assert said(read_item(read, text)) == list(filter(None, statements.split("|")))


def test_a_recorded_statement_outdoes_the_announced_one(read):
    text = (
        "Formand for Erhvervshus Fyn, Anna Holm, giver en orientering.\n\n"
        "Beslutning\nAnna Holm orienterede om økonomien."
    )
    extract = read_item(read, text, "Sagsfremstilling")
    assert said(extract) == ["Anna Holm: briefing for Erhvervshus Fyn"]
    assert extract.statements[0].passage.quote == "Anna Holm orienterede om økonomien."


def test_statements_stand_under_their_items(read):
    text = paper(
        item("1.", "Havnen", "Anna Holm orienterede."),
        item("2.", "Broen", "Anna Holm orienterede."),
        front=FRONT,
    )
    assert [statement.item for statement in read(text).statements] == ["1", "2"]


# --- guests -------------------------------------------------------------------------------------


def guests(extract) -> list[str]:
    return [
        f"{entry.name}, {entry.title}, {entry.organization}, at {','.join(entry.items or ())}"
        + ("" if entry.certain else "?")
        for entry in extract.attendance
        if entry.status == "guest"
    ]


GUESTS = {
    "Eva Skov, direktør i Vejle Kommune, indledte med et oplæg.": (
        "Eva Skov, direktør, Vejle Kommune, at 2"
    ),
    "Eva Skov, chefkonsulent, Dansk Industri, orienterede.": (
        "Eva Skov, chefkonsulent, Dansk Industri, at 2"
    ),
    "Kommunaldirektør Eva Skov, Vejle Kommune, orienterede.": (
        "Eva Skov, Kommunaldirektør, Vejle Kommune, at 2"
    ),
    "På mødet deltager Eva Skov, direktør, Vejle Kommune.": (
        "Eva Skov, direktør, Vejle Kommune, at 2?"
    ),
    "Eva Skov, direktør i Vejle Kommune, deltager under behandlingen af punktet.": (
        "Eva Skov, direktør, Vejle Kommune, at 2?"
    ),
    "Eva Skov, direktør i Vejle Kommune, deltog under punktet.": (
        "Eva Skov, direktør, Vejle Kommune, at 2"
    ),
    "På mødet deltager Eva Skov, direktør, Vejle Kommune samt Carl Dam, børne- og ungedirektør, Kolding Kommune.": (
        "Eva Skov, direktør, Vejle Kommune, at 2?|Carl Dam, børne- og ungedirektør, Kolding Kommune, at 2?"
    ),
    # somebody only talked about, a member, and nobody
    "Udvalget bad Eva Skov om en redegørelse.": "",
    "Bogen af Eva Skov, direktør i Vejle Kommune, er læst af mange.": "",
    "Anna Holm, borgmester i Vejle Kommune, orienterede.": "",
    "Dansk Industri holdt et oplæg.": "",
}


@pytest.mark.parametrize(("text", "found"), GUESTS.items(), ids=list(GUESTS))
def test_who_is_a_guest(text, found, read):
    assert guests(read_item(read, text)) == list(filter(None, found.split("|")))


def test_a_guest_announced_and_recorded_is_one(read):
    text = (
        "Eva Skov, direktør i Vejle Kommune, deltager under punktet.\n\n"
        "Beslutning\nEva Skov holdt et oplæg."
    )
    extract = read_item(read, text, "Sagsfremstilling")
    assert guests(extract)[0].startswith("Eva Skov, direktør, Vejle Kommune, at 2")
    assert len(guests(extract)) == 1


def test_a_guest_at_two_items_is_one(read):
    came = "Eva Skov, direktør i Vejle Kommune, orienterede."
    text = paper(item("1.", "Havnen", came), item("2.", "Broen", came), front=FRONT)
    assert guests(read(text)) == ["Eva Skov, direktør, Vejle Kommune, at 1,2"]


def test_an_official_has_the_municipality_of_the_employer_and_no_party(read):
    extract = read_item(read, "Eva Skov, direktør i Vejle Kommune, orienterede.")
    [guest] = [entry for entry in extract.attendance if entry.status == "guest"]
    assert (guest.municipality, guest.party) == ("Vejle", None)


HOUSES = {
    "Fra KL: chefkonsulent Eva Skov": "KL",
    "Fra Danske Havne deltog direktør Eva Skov": "Danske Havne",
    "KKR-sekretariatet\nChefkonsulent Eva Skov": "KKR-sekretariatet",
    "Gæster\nKommunaldirektør Eva Skov, Vejle Kommune": "Vejle Kommune",
    "Fra sekretariatet: chefkonsulent Eva Skov": None,
    "Gæster\nBorgmester Eva Skov (A), Vejle Kommune": None,
}


@pytest.mark.parametrize(("listed", "house"), HOUSES.items(), ids=list(HOUSES))
def test_who_is_listed_with_a_house_speaks_for_it(listed, house, read):
    told = "Eva Skov orienterede om havnen."
    text = paper(item("1.", "Havnen", told), front=f"{FRONT}\n\n{listed}")
    extract = read(text)
    guest = next(entry for entry in extract.attendance if entry.name == "Eva Skov")
    assert (guest.organization, extract.statements[0].on_behalf_of) == (
        house,
        "Kommunernes Landsforening" if house == "KL" else house,
    )


def test_who_leads_the_body_speaks_for_it(read):
    text = paper(
        item("1.", "Havnen", "Formanden orienterede."), front=f"{FRONT}\nEva Skov, formand"
    )
    assert said(read(text)) == ["Eva Skov: briefing for KKR Nordjylland"]


def test_where_a_speaker_is_from_does_not_speak(read):
    told = "Projektleder Anna Holm (Destination Vesterhavet) præsenterede tallene."
    assert [
        said.person
        for said in read(paper(item("1", "Tal", "Godkendt.", presentation=told))).statements
    ] == ["Anna Holm"]


def test_what_is_told_below_of_an_item_by_its_number_belongs_to_it(read):
    text = (
        "1. Havnen\n\nBeslutning\nGodkendt.\n\n2. Eventuelt\n\nBeslutning\nIntet.\n\n"
        "Til 1: Anna Holm holdt et oplæg om havnen."
    )
    assert [(said.person, said.item) for said in read(paper(text, front=FRONT)).statements] == [
        ("Anna Holm", "1")
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("AH orienterede om havnen.", "Anna Holm: briefing"),
        ("AH og BL orienterede om havnen.", "Anna Holm: briefing|Bo Lund: briefing"),
        ("AH og inspektør Ib Vang præsenterede skitsen.", "Anna Holm: presentation|Ib Vang: presentation"),
        ("BL holdt oplæg. AH takkede.", "Bo Lund: presentation"),
        ("ES orienterede om havnen.", ""),  # whose they are is not told
        ("KL orienterede om havnen.", ""),  # an organisation, whoever has the same letters
    ],
)  # fmt: skip
def test_initials_that_the_list_explains_are_people(text, found, read):
    front = "Deltagere\nAnna Holm (AH)\nBo Lund (BL)\nKaj Lind (KL)"
    body = f"2. Havnen\n\nBeslutning\n{text}"
    extract = read(paper(item("1.", "Dagsorden", "Godkendt."), body, front=front))
    assert said(extract) == [each for each in found.split("|") if each]


@pytest.mark.parametrize(
    "told",
    [
        "Anna Holm bød velkommen, og medlemmerne præsenterede sig for hinanden.",
        "Anna Holm bød velkommen, og sekretariatet orienterede om havnen.",
        "Anna Holm takkede for ordet, hvorefter direktøren præsenterede planen.",
    ],
)
def test_who_is_named_before_another_subject_did_not_speak(told, read):
    assert said(read(paper(item("1.", "Havnen", told), front="Deltagere\nAnna Holm"))) == []


def test_who_welcomes_and_briefs_did_both(read):
    told = "Anna Holm bød velkommen og orienterede om havnen."
    text = paper(item("1.", "Havnen", told), front="Deltagere\nAnna Holm")
    assert said(read(text)) == ["Anna Holm: briefing"]
