"""Roles that prose shows somebody to have, and whose representative somebody is."""

import pytest

from tests.minutes.paper import item, paper
from tests.minutes.test_personnel import told, told_by

CHAIR = ["Anna Holm: chair of Erhvervshus Fyn, holds"]
SHOWN = {
    "Formand for Erhvervshus Fyn, Anna Holm, giver en orientering.": CHAIR,
    "Formand for Erhvervshus Fyn, borgmester Anna Holm, bød velkommen.": CHAIR,
    "Formanden for Erhvervshus Fyn, Anna Holm, bød velkommen.": CHAIR,
    "Formand for EF (Erhvervshus Fyn), Anna Holm, bød velkommen.": CHAIR,
    "Erhvervshus Fyns formand, Anna Holm, bød velkommen.": CHAIR,
    "Erhvervshus Fyns formand Anna Holm bød velkommen.": CHAIR,
    "Anna Holm, formand for Erhvervshus Fyn, bød velkommen.": CHAIR,
    "Anna Holm, der er formand for Erhvervshus Fyn, bød velkommen.": CHAIR,
    "Anna Holm (formand for Erhvervshus Fyn) bød velkommen.": CHAIR,
    "Det glæder Anna Holm, formand for Erhvervshus Fyn og borgmester i Vejen Kommune.": CHAIR,
    "Næstformand i Erhvervshus Fyn, Anna Holm, bød velkommen.": [
        "Anna Holm: vice-chair of Erhvervshus Fyn, holds"
    ],
    "KKR Syddanmarks repræsentant i DEB, Anna Holm, orienterede.": [
        "Anna Holm: representative of Danmarks Erhvervsfremmebestyrelse, holds, by KKR Syddanmark, "
        "of KKR Syddanmark"
    ],
    "KL’s repræsentant i Erhvervshus Fyn, Anna Holm, orienterede.": [
        "Anna Holm: representative of Erhvervshus Fyn, holds, by Kommunernes Landsforening, "
        "of Kommunernes Landsforening"
    ],
    "Observatør i Havnerådet, Anna Holm, orienterede.": [
        "Anna Holm: observer of Havnerådet, holds"
    ],
    # of old, of no body, of somebody else
    "Tidligere formand for Erhvervshus Fyn, Anna Holm, bød velkommen.": [],
    "Fhv. formand for Erhvervshus Fyn, Anna Holm, bød velkommen.": [],
    "Formand for alle, Anna Holm, bød velkommen.": [],
    "Formand for Bo Lund, Anna Holm, bød velkommen.": [],
    "Formand for Erhvervshus Fyn, Dansk Industri, bød velkommen.": [],
    "Formand for Erhvervshus Fyn efter Anna Holm bliver valgt i maj.": [],
}


@pytest.mark.parametrize(("sentence", "roles"), SHOWN.items(), ids=list(SHOWN))
def test_roles_that_a_sentence_shows(sentence, roles, read):
    assert told_by(read, sentence) == roles


@pytest.mark.parametrize(
    ("entry", "roles"),
    [
        ("Anna Holm (A), formand", ["chair"]),
        ("Anna Holm (A), næstformand", ["vice-chair"]),
        ("Formand Anna Holm (A)", ["chair"]),
        ("Anna Holm, observatør", ["observer"]),
        ("Anna Holm (A), borgmester", []),
        ("Anna Holm, direktør", []),
        ("Anna Holm (A)", []),
    ],
)
def test_an_office_beside_a_listed_name_is_a_role_in_the_meeting_s_body(entry, roles, read):
    extract = read(paper(front=f"Deltagere\n{entry}"))
    assert [appointment.role for appointment in extract.appointments] == roles
    assert {appointment.body for appointment in extract.appointments} <= {"KKR Nordjylland"}


def test_a_guest_s_office_is_no_role_in_the_meeting_s_body(read):
    assert read(paper(front="Øvrige deltagere\nAnna Holm, formand")).appointments == ()


@pytest.mark.parametrize(
    ("head", "office", "body"),
    [
        ("KKR Nordjylland", "KKR-formand", "KKR Nordjylland"),
        ("Regionsrådet", "Regionsrådsformand", "Regionsrådet"),
        ("Regionsrådet", "Udvalgsformand", None),
    ],
)
def test_an_office_that_names_the_own_body_is_held_there_and_by_no_guest(head, office, body, read):
    told = item("1.", "Orientering", f"{office} Anna Holm orienterede om budgettet.")
    other = item("2.", "Dagsorden", "Godkendt.")
    extract = read(paper(told, other, head=f"Referat af møde i {head} den 24. oktober 2025"))
    assert [one.body for one in extract.appointments] == ([body] if body else [])
    assert [one.name for one in extract.attendance] == ([] if body else ["Anna Holm"])


@pytest.mark.parametrize(
    "sentence",
    [
        "Formand for KKR Nordjylland er Anna Holm.",
        "Anna Holm er formand for KKR Nordjylland.",
        "Anna Holm er formand.",
    ],
)
def test_who_leads_may_stand_in_a_sentence_below_who_came(sentence, read):
    front = f"Deltagere:\nAnna Holm (A), Rebild\nBo Lund (V), Thisted\n\n{sentence}"
    shown = [told(one) for one in read(paper(front=front)).appointments]
    assert shown == ["Anna Holm: chair of KKR Nordjylland, holds"]
