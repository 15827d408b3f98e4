"""Whose a body of a common name is, as its name, the document's body, its front and its foot say."""

from datetime import date

import pytest

from kkr_graph.language.owners import as_spoken, is_of_document, with_owners
from kkr_graph.model.extract import Appointment, Document, DocumentKind, Event, Extract, Role
from kkr_graph.text import lay_out
from tests.appointments.conftest import REGISTRY
from tests.sources.reading import read_here

BELOW = "\n\n1. Valg\nBeslutning\nAnna Holm (A) blev valgt.\n"


def told(text, *, body, named, by=None):
    """What the graph calls the bodies: the document's, the one somebody is appointed to, and who did."""
    layer = lay_out(read_here(text.encode()))
    extract = Extract(
        document=Document(
            kind=DocumentKind.MINUTES,
            body=body,
            date=date(2026, 1, 12),
            case=None,
            sha256=layer.sha256,
            name=layer.name,
        ),
        appointments=(
            Appointment(
                passage=layer.passage(0, 1),
                person="Anna Holm",
                party=None,
                municipality=None,
                body=named,
                role=Role.MEMBER,
                event=Event.APPOINTED,
                by=by,
            ),
        ),
    )
    apart = with_owners(extract, layer, REGISTRY)
    assert extract.document.body == body  # what was read stays as it was
    return apart.document.body, apart.appointments[0].body, apart.appointments[0].by


@pytest.mark.parametrize(
    ("front", "body", "named"),
    [
        ("Ringsted Kommune\nByrådet\nReferat", "Byrådet", "Handicaprådet"),
        ("RINGSTED KOMMUNE\nBYRÅDET\nReferat", "Byrådet", "HANDICAPRÅDET"),
        ("Ringsted Kommune                 Byrådet\nReferat", "Byrådet", "handicaprådet"),
        ("Referat\nRingsted Byråd", "Ringsted Byråd", "Handicaprådet"),
        ("Referat af møde i Byrådet i Ringsted Kommune", "Byrådet", "Handicapråd"),
        ("Referat\nByrådet\nKommune    Ringsted Kommune", "Byrådet", "Handicaprådet"),
        ("KKR Sjælland\nReferat", "KKR Sjælland", "Handicaprådet i Ringsted Kommune"),
        ("KKR Sjælland\nReferat", "KKR Sjælland", "Ringsted Kommunes Handicapråd"),
        ("KKR Sjælland\nReferat", "KKR Sjælland", "Ringsted Handicapråd"),
    ],
)
def test_a_body_is_that_of_the_municipality_whose_document_it_is_or_that_its_name_has(
    front, body, named
):
    assert told(front + BELOW, body=body, named=named)[1] == "Handicaprådet, Ringsted Kommune"


def test_the_address_at_the_foot_tells_whose_a_paper_is():
    text = f"Byrådet\nReferat{BELOW}\nRingsted Kommune · Torvegade 9 · 4100 Ringsted\n"
    body, named, _ = told(text, body="Byrådet", named="Folkeoplysningsudvalget")
    assert body == "Kommunalbestyrelsen i Ringsted Kommune"
    assert named == "Folkeoplysningsudvalget, Ringsted Kommune"


@pytest.mark.parametrize(
    "council", ["Byrådet", "Kommunalbestyrelsen", "Favrskov Byråd", "Byrådet i Favrskov"]
)
def test_the_council_of_a_municipality_is_one_however_it_is_called(council):
    text = f"Favrskov Kommune\n{council}{BELOW}"
    assert told(text, body=council, named="Hegnsyn", by="Byrådet") == (
        "Kommunalbestyrelsen i Favrskov Kommune",
        "Hegnssynet, Favrskov Kommune",
        "Kommunalbestyrelsen i Favrskov Kommune",
    )


def test_what_is_of_a_region_a_contact_council_or_any_other_body_is_told_apart_by_it():
    region = told(
        f"Region Sjælland\nRegionsrådet{BELOW}", body="Regionsrådet", named="Psykiatriudvalget"
    )
    assert region[:2] == ("Regionsrådet i Region Sjælland", "Psykiatriudvalget, Region Sjælland")
    council = told(
        f"KKR Fyn{BELOW}", body="KKR Syddanmark", named="Det Regionale Arbejdsmarkedsråd"
    )
    assert council[1] == "Det Regionale Arbejdsmarkedsråd, KKR Syddanmark"
    other = told(f"Hvidbjerg Museum{BELOW}", body="Hvidbjerg Museum", named="Byggeudvalget")
    assert other[1] == "Byggeudvalget, Hvidbjerg Museum"


def test_names_of_one_body_and_of_the_registry_stay_as_they_are():
    text = f"Ringsted Kommune\nByrådet{BELOW}"
    for name in ("Limfjordsrådet", "Erhvervshus Fyn", "KL's bestyrelse", "RAR Fyn"):
        assert told(text, body="Byrådet", named=name)[1] == name


@pytest.mark.parametrize(
    "front",
    [
        "Økonomiudvalget\nReferat",
        "Økonomiudvalget\nReferat\nMødested:\nRingsted Kommune",  # where it was, and not whose it is
        "Ringsted Kommune\nFavrskov Kommune\nØkonomiudvalget",
        "Økonomiudvalget\nAnna Holm, Ringsted Kommune",
    ],
)
def test_where_a_document_does_not_say_whose_it_is_its_bodies_are_its_own(front):
    first = told(front + BELOW, body="Økonomiudvalget", named="Handicaprådet", by="regionsrådet")
    other = told(f"{front}{BELOW}\nSlut\n", body="Økonomiudvalget", named="Handicaprådet")
    assert is_of_document(first[0])
    assert is_of_document(first[1])
    assert {*first[:2]}.isdisjoint(other[:2])
    assert first[2] == "regionsrådet"  # which are but words


def test_a_body_with_a_place_is_also_called_as_in_a_sentence():
    assert as_spoken("Handicaprådet, Ringsted Kommune") == "Handicaprådet i Ringsted Kommune"
    assert as_spoken("Byggeudvalget, Hvidbjerg Museum") is None
    assert as_spoken("Handicaprådet") is None
