"""Which bodies a text names, and what it abbreviates."""

import pytest

from kkr_graph.language.bodies import BodyReader
from tests.minutes.paper import item, paper

# text -> the bodies it gives an abbreviation
DEFINED = {
    "Formand for BRN (Business Region North Denmark) er her.": "BRN = Business Region North Denmark",
    "Danmarks Erhvervsfremmebestyrelse (DEB) er her.": "DEB = Danmarks Erhvervsfremmebestyrelse",
    "mødet i Det Fælles Havneforum (DFH) i maj": "DFH = Det Fælles Havneforum",
    "sagen sendes til Den Administrative Styregruppe (DAS).": "DAS = Den Administrative Styregruppe",
    "Havnerådet Vest (HV) og Kystrådet Nord (KN)": "HV = Havnerådet Vest|KN = Kystrådet Nord",
    "Havnerådet Vest (HV) og igen Havnerådet Vest (HV)": "HV = Havnerådet Vest",
    "orienterede om Dansk Havneforenings (DHF) møde": "DHF = Dansk Havneforening",
    "Styregruppen for Grøn Vækst (GV) nedsættes.": "GV = Styregruppen for Grøn Vækst",
    "Bestyrelsen for Havneforum Vest (HV) mødes.": "HV = Havneforum Vest",
    "sendt til Styrelsen for Kystsikring (KYSIK).": "KYSIK = Styrelsen for Kystsikring",
    "POLITISK FORUM FOR KOLLEKTIV TRAFIK (PFK)": "PFK = POLITISK FORUM FOR KOLLEKTIV TRAFIK",
    "Forkortelser:\nPFT = Politisk Forum for Trafik\nHV: Havnerådet Vest.": "PFT = Politisk Forum for Trafik|HV = Havnerådet Vest",
    # what stands in brackets is no abbreviation of what stands before
    "Anna Holm (A) og Bo Lund (V) og Eva Skov (SF)": "",
    "De unge (NEET) er med": "",
    "byrådsmedlem Bo Elholm (EL) bliver medlem": "",
    "Kritiske revisorer: Ib Jensen (IJ) og Bo Lund (BL)": "",
    "Vejle Kommune (se bilag)": "",
    "Havnerådet (XYZ)": "",
    "planen (FN) er ny": "",
    "Kystrådet Vest er et af de fem kystråd (KV)": "",
}


@pytest.mark.parametrize(("text", "defined"), DEFINED.items(), ids=list(DEFINED))
def test_abbreviations_that_a_text_gives(text, defined, read):
    found = [f"{body.abbreviation} = {body.name}" for body in read(text + "\n").bodies]
    assert found == list(filter(None, defined.split("|")))


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("KKR Nordjylland", "KKR Nordjylland"),
        ("bestyrelsen for Erhvervshus Fyn", "Erhvervshus Fyn"),
        ("DEB", "Danmarks Erhvervsfremmebestyrelse"),
        ("Danmarks Erhvervsfremmebestyrelse (DEB)", "Danmarks Erhvervsfremmebestyrelse"),
        ("Havnerådet", "Havnerådet"),
        ("DFH", "Det Fælles Havneforum"),
    ],
)
def test_one_name_for_each_body(written, name, registry):
    """The registry's, or the long form that the document itself gives."""
    bodies = BodyReader(registry, "Det Fælles Havneforum (DFH) mødes i maj.")
    assert bodies.canonical(written) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Møde i KKR Nordjylland og KKR Syddanmark.", ["KKR Nordjylland", "KKR Syddanmark"]),
        ("KKR Nordjyllands møde", ["KKR Nordjylland"]),
        ("DEB’s møde", ["Danmarks Erhvervsfremmebestyrelse"]),
        ("Erhvervshus Fyn, Erhvervshus Sjælland", ["Erhvervshus Fyn", "Erhvervshus Sjælland"]),
        ("mødet i havnen", []),
        ("Anna Holm", []),
    ],
)
def test_bodies_of_the_registry_are_found_in_text(text, names, registry):
    found = list(BodyReader(registry, text).find(0, len(text)))
    assert [named.name for named in found] == names
    for named in found:
        assert text[named.start : named.end][:2] == text[named.start :][:2] != ""


def test_the_registry_s_abbreviation_may_be_another_body_s(read):
    """The document says itself what it abbreviates."""
    [body] = read("Den Europæiske Brandforening (DEB) mødes.\n").bodies
    assert (body.abbreviation, body.name) == ("DEB", "Den Europæiske Brandforening")


def test_the_last_word_of_the_bodys_own_name_is_the_body(read):
    head = "Referat af møde i Lundby Handicapråd den 24. oktober 2025"
    told = "Bo Lund udtræder af Handicaprådet den 30. november 2025."
    extract = read(paper(item("1.", "Meddelelser", told), head=head))
    assert [entry.body for entry in extract.appointments] == ["Lundby Handicapråd"]


def test_the_initials_of_somebody_who_came_are_no_abbreviation(read):
    front = "Til stede: Helle Vindinge (HV), Kystens Dialogforum (KD)"
    assert [
        one.abbreviation for one in read(paper(item("1.", "Orientering"), front=front)).bodies
    ] == ["KD"]
