"""Who came, where no heading says that a list tells it: rows that do so themselves, and a board's groups."""

import pytest

from tests.minutes.paper import item, paper
from tests.minutes.test_attendance import attended

ITEMS = tuple(item(f"{n}.", title, "Godkendt.") for n, title in ((1, "Dagsorden"), (2, "Havnen")))
BOTH = ["Anna Holm: present", "Bo Lund: absent"]

ROWS = {
    # whatever stands above
    "Deltagelse\nAnna Holm, formand: Deltog\nBo Lund: Afbud": BOTH,
    "Mødestatus\nAnna Holm (A)    Deltog\nBo Lund (V)    Afbud": BOTH,
    "Rådets sammensætning\n1. Anna Holm: Mødt\n2. Bo Lund: Ikke mødt": BOTH,
    "Anna Holm (A) – til stede\nBo Lund (V) – fraværende": BOTH,
    "• Anna Holm (til stede)\n• Bo Lund (afbud)": BOTH,
    "Rådsmedlem | Status\nAnna Holm | Deltog\nBo Lund | Afbud - suppleant Eva Skov mødte": [
        *BOTH,
        "Eva Skov: present for Bo Lund",
    ],
    "Anna Holm (A) deltog\nBo Lund afbud": BOTH,
    # below guests
    "Sekretariatet: Eva Skov\n\nAnna Holm (A) - Deltog\nBo Lund (V) - Fraværende": [
        *BOTH,
        "Eva Skov: guest",
    ],
    # a role or a sender ahead of the name
    "Formand: Anna Holm, deltog\nMedlem: Bo Lund, afbud": BOTH,
    "Vejle: Anna Holm (A): Deltog\nFanø: Bo Lund (V): Afbud": [
        "Anna Holm: present in Vejle",
        "Bo Lund: absent in Fanø",
    ],
    # above parts of the list, and with more than a word
    "Hvem var med?\nRegionen\nAnna Holm (A): Deltog online\nKommunerne\nBo Lund (V): Afbud pga. ferie": BOTH,
    "Anna Holm: Deltog\nBo Lund: Afbud\nEva Skov: Deltog fra punkt 2": [
        *BOTH,
        "Eva Skov: present",
        "Eva Skov: absent at 1",
    ],
    # what stands below is no row
    "Deltagelse\nAnna Holm: Deltog\nBo Lund: Afbud\n\nIb Kær mødte i stedet for Bo Lund.\nAnna Holm deltog ikke under punkt 2.\n\nFra forvaltningen: Chef Lis Rye": [
        *BOTH,
        "Lis Rye: guest",
        "Ib Kær: present for Bo Lund",
        "Anna Holm: absent at 2",
    ],
    # only those away are marked
    "Sundhedsrådet\nAnna Holm (V), formand\nBo Lund (A) – afbud\nEva Skov (F)": [
        *BOTH,
        "Eva Skov: present",
    ],
    # of the last nothing is told
    "Navneopråb\nAnna Holm: Til stede\nBo Lund: Afbud\nEva Skov": BOTH,
    "Underskrifter:\nAnna Holm (formand)\nBo Lund\nEva Skov (fraværende)": [],
    # a vote, and whom to ask
    "Afstemning\nAnna Holm: Ja\nBo Lund: Nej": [],
    "Kontakt\nAnna Holm, sekretariatet\nBo Lund, forvaltningen": [],
}


@pytest.mark.parametrize(("front", "people"), ROWS.items(), ids=list(ROWS))
def test_rows_that_tell_it_themselves(front, people, read):
    assert attended(read(paper(*ITEMS, front=front))) == people


def test_a_row_that_tells_nothing_is_reported(read):
    front = "Navneopråb\nAnna Holm: Til stede\nBo Lund: Afbud\nEva Skov"
    left = [one.passage.quote for one in read(paper(front=front)).unclaimed]
    assert "Eva Skov" in left


GROUPS = {
    "Forældrerepræsentanter: Anna Holm (formand), Bo Lund\nMedarbejderrepræsentanter: Ib Kær\nLedelsen: Skoleleder Per Ås og SFO-leder Ole Dam\n\nAfbud fra: Bo Lund": [
        "Anna Holm: present",
        "Ib Kær: present",
        "Per Ås: guest",
        "Ole Dam: guest",
        "Bo Lund: absent",
    ],
    "Forældrevalgte:\nAnna Holm, formand\nBo Lund\n\nMedarbejdervalgte:\nIb Kær\n\nSkolens ledelse:\nPer Ås\n\nAfbud: Bo Lund": [
        "Anna Holm: present",
        "Ib Kær: present",
        "Per Ås: guest",
        "Bo Lund: absent",
    ],
    "Forældre: Anna Holm\nPersonale: Ib Kær\nLeder: Per Ås": [
        "Anna Holm: present",
        "Ib Kær: present",
        "Per Ås: guest",
    ],
    # a standing substitute need not have come
    "Formand: Anna Holm\nForbrugervalgte: Eva Skov\nKommunalt valgte: Ib Kær\nMedarbejderrepræsentant: Lis Rye\nSuppleanter: Per Ås": [
        "Anna Holm: present",
        "Eva Skov: present",
        "Ib Kær: present",
        "Lis Rye: present",
    ],
    "Brugerrepræsentanter    Anna Holm, Eva Skov\nPårørenderepræsentanter    Ib Kær": [
        "Anna Holm: present",
        "Eva Skov: present",
        "Ib Kær: present",
    ],
    "Arbejdsgiverrepræsentanter\nAnna Holm\nEva Skov\n\nArbejdstagerrepræsentanter\nIb Kær": [
        "Anna Holm: present",
        "Eva Skov: present",
        "Ib Kær: present",
    ],
    # the sides of a committee of employer and employees
    "A-siden: Anna Holm, Eva Skov\nB-siden: Ib Kær": [
        "Anna Holm: present",
        "Eva Skov: present",
        "Ib Kær: present",
    ],
    "Ledelsessiden: Anna Holm\nMedarbejdersiden: Ib Kær": [
        "Anna Holm: present",
        "Ib Kær: present",
    ],
    "Valgt af forældrene: Anna Holm\nValgt af medarbejderne: Ib Kær\nLedelsen: Per Ås": [
        "Anna Holm: present",
        "Ib Kær: present",
        "Per Ås: guest",
    ],
    # above them who was away
    "Afbud: Bo Lund\n\nForældrerepræsentanter: Anna Holm, Bo Lund\nMedarbejderrepræsentanter: Ib Kær": [
        "Anna Holm: present",
        "Ib Kær: present",
        "Bo Lund: absent",
    ],
    # where a heading says who came, the groups say nothing
    "Forældrerepræsentanter: Anna Holm, Eva Skov\nMedarbejderrepræsentanter: Ib Kær\n\nTil stede: Anna Holm": [
        "Anna Holm: present"
    ],
    "Afbud: Bo Lund\n\nFormand: Anna Holm\nNæstformand: Eva Skov": ["Bo Lund: absent"],
    "På valg er:\nForældrerepræsentanter: Anna Holm\nMedarbejderrepræsentanter: Ib Kær": [],
    "Forældrerepræsentanter: vælges for to år\nMedarbejderrepræsentanter: vælges for et år": [],
}


@pytest.mark.parametrize(("front", "people"), GROUPS.items(), ids=list(GROUPS))
def test_the_groups_of_a_board(front, people, read):
    assert attended(read(paper(*ITEMS, front=front))) == people


def test_an_agenda_lists_nobody_as_having_come_by_their_group(read):
    front = "Forældrerepræsentanter: Anna Holm\nMedarbejderrepræsentanter: Ib Kær"
    head = "Skolebestyrelsen\nDagsorden til møde den 2. februar 2026"
    assert attended(read(paper("1. Budget\n\nIndstilling\nDrøftes.", head=head, front=front))) == []


def test_an_office_may_be_the_label_of_a_member(read):
    front = "Til stede:\nFormand: Anna Holm\nMedarbejderrepræsentant: Lis Rye\nOrdstyrer: Bo Lund"
    extract = read(paper(front=front))
    assert [(one.name, one.title) for one in extract.attendance] == [
        ("Anna Holm", "Formand"),
        ("Lis Rye", "Medarbejderrepræsentant"),
    ]
