"""Whose a paper is: titles of minutes in every order, and the fronts of notices, letters and reports."""

import itertools

import pytest

from tests.minutes.paper import AGENDA

NAMES = (
    "Limfjordstrafikken", "Havnens Venner", "Nordkyst Forsyning A/S", "Havnerådet", "KKR Syddanmark",
    "Skive Museum", "Foreningen Norden", "Fonden Mølleåen", "Fjernvarme Fyn a.m.b.a.",
)  # fmt: skip
TITLES = (
    "Bestyrelsesmøde nr. 3/2026, {}",
    "Bestyrelsesmøde 3/2026 – {}",
    "Bestyrelsesmøde i {}",
    "Referat af bestyrelsesmøde nr. 12, {}",
    "Referat fra bestyrelsesmøde den 3. marts 2026 i {}",
    "Møde nr. 4 i {}",
    "{}, bestyrelsesmøde nr. 4",
    "{} - Referat fra bestyrelsesmøde nr. 4",
    "Referat - bestyrelsesmøde - {}",
    "{}: Referat af bestyrelsesmøde 3/2026",
    "Bestyrelsesreferat, {}",
    "{}\nReferat af bestyrelsesmøde",
    "Referat af møde i bestyrelsen for {}",
    "Referat\n{}",
    "Referat af ordinært bestyrelsesmøde i {}",
    "{} – referat af møde 10. marts 2026",
    "Referat {} 10. marts 2026",
    "Referat fra {}",
    "Mødereferat | {}",
    "{} | Bestyrelsesmøde | 10. marts 2026",
    "Beslutningsreferat – {}, møde nr. 2",
    "Bestyrelsesmøde\n{}",
    "Referat fra møde 2-2026 i {}",
)
NOBODYS = (
    "Referat: Anna Holm",
    "Referat ved Anna Holm",
    "Referat fra Anna Holm",
    "Bestyrelsesmøde nr. 3, Rådhuset",
    "Møde nr. 3 i Vejle",
    "Møde 10. marts 2026, Munkebjerg",
    "Referat til Hjemmesiden",
    "Åbent referat",
    "Referat fra temamøde om Vand",
    "Dagsorden og referat",
)
TOLD = "Karen Møgelvang (V) er valgt til formand for bestyrelsen. Hun efterfølger Bo Lund (A).\n"
FRONTS = {
    "Limfjordstrafikken": (
        "PRESSEMEDDELELSE\nLimfjordstrafikken\n3. februar 2026\n\nBestyrelsen for Limfjordstrafikken holdt i går møde i Nykøbing Mors. ",
        "Limfjordstrafikken\nPressemeddelelse, 3. februar 2026\n\nNy formand valgt\n\n",
        "Pressemeddelelse fra Limfjordstrafikken\n3. februar 2026\n\n",
        "Pressemeddelelse\n3. februar 2026\n\nNy formand for Limfjordstrafikken\n\n",
        "Ny formand for Limfjordstrafikken\n\n3. februar 2026\n\n",
        "Limfjordstrafikken får ny formand\n\nPubliceret 3. februar 2026\n\n",
        "LIMFJORDSTRAFIKKEN\nNYHEDSBREV\nNr. 2, februar 2026\n\nNy formand\n",
        "Nyheder\n\n3. februar 2026\n\nBestyrelsen i Limfjordstrafikken har konstitueret sig. ",
        "Fra: Ib Overby, Limfjordstrafikken\nSendt: 3. februar 2026 14:12\nTil: Alle medarbejdere\nEmne: Ny formand\n\nKære alle\n\n",
        "Fra: Ib Overby\nSendt: 3. februar 2026 14:12\nTil: Bestyrelsen for Limfjordstrafikken\nEmne: Ny formand\n\nKære alle\n\n",
        "Til medlemmerne af bestyrelsen for Limfjordstrafikken\n\n3. februar 2026\n\nKære medlemmer\n\n",
        "Limfjordstrafikken\nÅrsberetning 2025\n\nBestyrelsen\n\n",
        "Årsberetning 2025 for Limfjordstrafikken\n\nBestyrelsen\n\n",
        "Nyhed\n3. februar 2026\n\nLimfjordstrafikkens bestyrelse har fået ny formand\n\n",
        "Nyhed\n3. februar 2026\n\nFormandsskifte i Limfjordstrafikken\n\n",
        "NOTAT\n\nDato: 3. februar 2026\nVedr.: Ny formand for Limfjordstrafikken\n\n",
        "Navnenyt\n\nPubliceret 3. februar 2026 af Limfjordstrafikken\n\n",
    ),
    "Nordkyst Forsyning A/S": (
        "Nyt fra Nordkyst Forsyning\nNyhedsbrev nr. 2 · 28. april 2026\n\nNordkyst Forsyning A/S holdt generalforsamling den 22. april 2026. ",
        "Nyhedsbrev nr. 2\n28. april 2026\n\nNordkyst Forsyning A/S afholdt den 22. april 2026 generalforsamling. ",
        "Ny formand i Nordkyst Forsyning A/S\n\n28. april 2026\n\n",
        "Generalforsamling i Nordkyst Forsyning A/S\n\nNyhed, 28. april 2026\n\n",
    ),
    "Erhvervsskolen Isefjord": (
        "Erhvervsskolen Isefjord\n\nÅrsrapport 2025\n\nLedelsesberetning: Bestyrelse og udvalg\n\n",
        "Erhvervsskolen Isefjord – årsrapport 2025\n\nBestyrelse\n\n",
        "Nyhed\n\n12. maj 2026\n\nPå sit møde den 11. maj 2026 konstituerede bestyrelsen for Erhvervsskolen Isefjord sig. ",
    ),
    "Vandværkerne i Østjylland": (
        "Vandposten – medlemsblad for Vandværkerne i Østjylland\nNr. 4, udgivet den 15. november 2026\n\n",
        "Vandnyt\nNyhedsbrev fra Vandværkerne i Østjylland · nr. 3 · 28. august 2026\n\n",
    ),
    "Sundhedsklynge Sydsjælland": (
        "Fra: Ib Overby\nSendt: 9. september 2026 14:12\nTil: Sundhedsklynge Sydsjælland - alle medlemmer\nEmne: Nye navne i klyngen\n\nKære alle\n\n",
        "Til medlemmerne af Sundhedsklynge Sydsjælland\n\n9. september 2026\n\nKære alle\n\n",
        "Nye ansigter i Sundhedsklynge Sydsjælland\n\n9. september 2026\n\n",
    ),
    "Lillebæltsmuseet": (
        "Skift på formandsposten\n\n19. maj 2026\n\nLillebæltsmuseets bestyrelse har fået ny formand. ",
        "Skift på formandsposten\n\n19. maj 2026\n\nBestyrelsen for Lillebæltsmuseet har fået ny formand. ",
    ),
}  # fmt: skip


def minutes(title: str) -> str:
    return f"{title}\n\nDato: 10. marts 2026 kl. 10\n\nDeltagere: Anna Holm (formand), Bo Lund\n\n{AGENDA}"


@pytest.mark.parametrize(("name", "title"), [*itertools.product(NAMES, TITLES)])
def test_a_title_names_whose_meeting_it_is(name, title, read):
    assert read(minutes(title.format(name))).document.body == name


@pytest.mark.parametrize("title", NOBODYS)
def test_a_title_with_a_person_a_place_or_a_matter_names_no_body(title, read):
    assert read(minutes(title)).document.body is None


@pytest.mark.parametrize(
    ("front", "body"), [(front, body) for body, fronts in FRONTS.items() for front in fronts]
)
def test_a_notice_is_of_whoever_its_front_or_its_first_sentence_names(front, body, read):
    extract = read(front + TOLD)
    assert extract.document.body == body
    assert [(one.person, one.body, one.event.value) for one in extract.appointments] == [
        ("Karen Møgelvang", body, "elected"),
        ("Bo Lund", body, "left"),
    ]
