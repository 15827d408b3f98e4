"""Sentences below the lists of a paper, of who came late, left early, took no part, came as a guest or for another."""

import pytest

from tests.minutes.paper import item, paper

FRONT = (
    "Deltagere:\nAnna Birkholm (A), Aalborg, formand\nKaren Møgelvang (A), Rebild\nBo Lundegaard (V), Brønderslev\n\n"
    "Afbud:\nEva Skovmand (C), Frederikshavn"
)
LISTED = {
    ("Anna Birkholm", "present", None, None),
    ("Karen Møgelvang", "present", None, None),
    ("Bo Lundegaard", "present", None, None),
    ("Eva Skovmand", "absent", None, None),
}
# who came for the third item of ten
LATE = (
    "Karen Møgelvang deltog via video fra kl. 14.30 og var ikke med under pkt. 1-2.",
    "Karen Møgelvang kom til stede under punkt 3.",
    "Karen Møgelvang kom kl. 14.20 og deltog fra punkt 3.",
    "Karen Møgelvang ankom kl. 14.20 (fra punkt 3).",
    "Karen Møgelvang deltog først fra pkt. 3.",
    "Karen Møgelvang (A) deltog ikke i punkt 1 og 2.",
    "Karen Møgelvang var ikke til stede ved punkterne 1-2.",
    "Karen Møgelvang stødte til under punkt 3.",
    "Karen Møgelvang mødte kl. 14.20, før punkt 3.",
    "Karen Møgelvang mødte under punkt 3 og deltog i resten af mødet.",
    "Karen Møgelvang (A) kom til mødet, da punkt 3 blev behandlet.",
    "Karen Møgelvang deltog fra og med punkt 3 (kl. 14.20).",
    "Karen Møgelvang deltog ikke under behandlingen af punkt 1 og 2.",
    "Ved punkt 1-2 deltog Karen Møgelvang ikke.",
    "Fra punkt 3 deltog Karen Møgelvang.",
    "Under punkt 1 og 2 var Karen Møgelvang fraværende.",
    "Karen Møgelvang var forsinket og deltog fra punkt 3.",
    "Karen Møgelvang var forhindret under punkt 1-2.",
    "Karen Møgelvang kom til under punkt 3.",
    "Karen Møgelvang mødte op til punkt 3.",
    "Karen Møgelvang tiltrådte mødet ved punkt 3.",
    "Karen Møgelvang trådte ind i mødet under punkt 3.",
    "Karen Møgelvang indtrådte i mødet kl. 14.20 ved punkt 3.",
    "Karen Møgelvang, Rebild, deltog fra punkt 3.",
    "Karen Møgelvang (Rebild) deltog ikke ved behandlingen af sag 1 og 2.",
    "Bemærkning: Karen Møgelvang ankom til mødet under punkt 3.",
    "Karen Møgelvang havde meldt forsinkelse og deltog fra punkt 3.",
    "Karen Møgelvang deltog ikke før punkt 3.",
    "Karen Møgelvang var fraværende indtil punkt 3.",
    "Karen Møgelvang var fraværende til og med punkt 2.",
    "Karen Møgelvang ankom kl. 14.20 efter punkt 2.",
    "Kl. 14.20 ankom Karen Møgelvang under punkt 3.",
    "Karen Møgelvang undlod at deltage i punkt 1 og 2.",
    "I punkt 1 og 2 deltog Karen Møgelvang (A) ikke.",
    "Karen Møgelvang kunne ikke deltage i punkt 1 og 2.",
)
# who left before the ninth
EARLY = (
    "Karen Møgelvang deltog til og med punkt 8.",
    "Karen Møgelvang forlod mødet kl. 15.45 (efter punkt 8) og deltog ikke i punkt 9 og 10.",
    "Karen Møgelvang deltog kun til og med pkt. 8.",
    "Karen Møgelvang gik efter punkt 8 på grund af et andet møde.",
    "Karen Møgelvang deltog ikke i punkterne 9-10.",
    "Karen Møgelvang forlod mødet, før punkt 9 blev behandlet.",
    "Efter behandlingen af punkt 8 forlod Karen Møgelvang mødet.",
    "Karen Møgelvang måtte forlade mødet inden punkt 9.",
    "Karen Møgelvang deltog i mødet frem til og med punkt 8.",
    "Karen Møgelvang var med til og med punkt 8.",
    "Karen Møgelvang havde forladt mødet inden punkt 9.",
    "Karen Møgelvang fratrådte mødet efter punkt 8.",
    "Karen Møgelvang forlod mødet i forlængelse af punkt 8.",
    "Karen Møgelvang forlod mødet, da punkt 8 var behandlet.",
    "Fra punkt 9 deltog Karen Møgelvang ikke.",
    "Karen Møgelvang deltog ikke fra punkt 9.",
    "Karen Møgelvang logget af efter punkt 8.",
    "Karen Møgelvang deltog ikke efter punkt 8.",
    "Karen Møgelvang var gået efter punkt 8.",
    "Kl. 15.45 forlod Karen Møgelvang mødet før punkt 9.",
    "Inden punkt 9 forlod Karen Møgelvang mødet.",
)
# who came for the third
GUESTS = (
    "Under punkt 3 deltog direktør Jens Faurholt, Erhvervshus Nordjylland.",
    "Direktør Jens Faurholt fra Erhvervshus Nordjylland deltog under punkt 3.",
    "Til punkt 3 deltog direktør Jens Faurholt, Erhvervshus Nordjylland.",
    "Direktør Jens Faurholt, Erhvervshus Nordjylland, deltog i mødet under punkt 3.",
    "Direktør Jens Faurholt, Erhvervshus Nordjylland, var inviteret til punkt 3.",
    "Som gæst under punkt 3 deltog direktør Jens Faurholt, Erhvervshus Nordjylland.",
    "Gæster: direktør Jens Faurholt, Erhvervshus Nordjylland (punkt 3).",
    "Statsautoriseret revisor Jens Faurholt fra Havnens Revision deltog under sag nr. 3.",
    "Direktør Jens Faurholt, Erhvervshus Nordjylland, deltog ved punkt 3",
    "Jens Faurholt (direktør, Erhvervshus Nordjylland) deltog under punkt 3.",
    "Punkt 3 med deltagelse af direktør Jens Faurholt, Erhvervshus Nordjylland.",
    "Øvrige deltagere: Direktør Jens Faurholt, Erhvervshus Nordjylland, under punkt 3",
    "Øvrige deltagere:\nDirektør Jens Faurholt, Erhvervshus Nordjylland (kun punkt 3)",
    "Øvrige deltagere:\nDirektør Jens Faurholt, Erhvervshus Nordjylland – punkt 3",
    "Øvrige deltagere:\nDirektør Jens Faurholt, Erhvervshus Nordjylland, deltog i punkt 3",
    "Øvrige deltagere:\nPunkt 3: Direktør Jens Faurholt, Erhvervshus Nordjylland",
    "Øvrige deltagere:\nJens Faurholt, Erhvervshus Nordjylland (pkt. 3)",
    "Deltager under pkt. 3: Direktør Jens Faurholt, Erhvervshus Nordjylland",
    "Desuden var direktør Jens Faurholt, Erhvervshus Nordjylland, til stede under punkt 3.",
    "Direktør Jens Faurholt fra Erhvervshus Nordjylland var til stede under punkt 3 og holdt oplæg.",
)
# who came for all of them
THROUGHOUT = (
    "Fra sekretariatet deltog Jens Faurholt.",
    "Sekretariat: Jens Faurholt",
    "Sekretariatet var repræsenteret ved chefkonsulent Jens Faurholt.",
    "Desuden deltog kommunaldirektør Jens Faurholt, Rebild Kommune.",
    "Øvrige: Kommunaldirektør Jens Faurholt, Rebild Kommune",
    "Fra administrationen deltog kommunaldirektør Jens Faurholt.",
    "Kommunaldirektør Jens Faurholt (Rebild Kommune) deltog i hele mødet.",
    "Observatør: Jens Faurholt, Danske Handicaporganisationer",
    "Endvidere deltog Jens Faurholt (sekretariatschef, KL).",
    "Sekretær: Jens Faurholt",
)
# who came for somebody who was away
DEPUTIES = (
    "Ida Krag (C) deltog som stedfortræder for Eva Skovmand.",
    "Som stedfortræder for Eva Skovmand mødte Ida Krag (C), Frederikshavn.",
    "Eva Skovmand var erstattet af Ida Krag (C).",
    "I Eva Skovmands sted deltog Ida Krag (C).",
    "Ida Krag (C), Frederikshavn, deltog for Eva Skovmand (C).",
    "Stedfortræder for Eva Skovmand: Ida Krag (C)",
    "Stedfortrædere:\nIda Krag (C), Frederikshavn (for Eva Skovmand)",
    "Ida Krag (C) var mødt som suppleant for Eva Skovmand.",
    "Ida Krag (C) deltog i stedet for Eva Skovmand, der havde meldt afbud.",
    "Eva Skovmand havde meldt afbud. Ida Krag (C) deltog i hendes sted.",
    "Eva Skovmand (C) havde meldt afbud, og i hendes sted deltog Ida Krag (C).",
    "For Eva Skovmand var Ida Krag (C) indkaldt.",
    "Indkaldt suppleant: Ida Krag (C) for Eva Skovmand (C).",
    "Ida Krag deltog som Eva Skovmands stedfortræder.",
    "Som Eva Skovmands suppleant deltog Ida Krag (C).",
    "Ida Krag (C) indtrådte som stedfortræder for Eva Skovmand.",
    "Eva Skovmand – Ida Krag (C) deltog som stedfortræder.",
)
# below the third item, who took no part in it
NOT_IN_ITEM = (
    "Karen Møgelvang deltog ikke under dette punkt.",
    "Karen Møgelvang forlod lokalet under behandlingen af punktet.",
    "Karen Møgelvang erklærede sig inhabil og forlod lokalet.",
    "Karen Møgelvang var inhabil og deltog ikke i sagens behandling.",
    "Karen Møgelvang (A) var inhabil i sagen.",
    "På grund af inhabilitet deltog Karen Møgelvang ikke i behandlingen af punktet.",
    "Karen Møgelvang blev erklæret inhabil.",
    "Karen Møgelvang forlod mødet under behandlingen af dette punkt som inhabil.",
    "Inhabil: Karen Møgelvang.",
    "Karen Møgelvang meldte sig inhabil og deltog ikke.",
    "Karen Møgelvang deltog ikke i drøftelsen og beslutningen.",
    "Karen Møgelvang var fraværende under punktet.",
    "Karen Møgelvang var ikke til stede under punktets behandling.",
    "Som følge af inhabilitet forlod Karen Møgelvang mødet under punktet.",
    "Udvalget besluttede, at Karen Møgelvang er inhabil. Karen Møgelvang forlod lokalet under sagens behandling.",
    "Fraværende under punktet: Karen Møgelvang.",
    "Karen Møgelvang havde forladt salen under behandling af sagen.",
    "Ej til stede ved punktet: Karen Møgelvang",
    "Karen Møgelvang afstod fra at deltage i behandlingen på grund af inhabilitet.",
)
# and who came for it
GUESTS_OF_ITEM = (
    "Direktør Jens Faurholt, Erhvervshus Nordjylland, deltog under punktet.",
    "Direktør Jens Faurholt, Erhvervshus Nordjylland, deltog under behandlingen af sagen.",
    "Gæst: Direktør Jens Faurholt, Erhvervshus Nordjylland.",
    "Under punktet deltog direktør Jens Faurholt fra Erhvervshus Nordjylland.",
    "Til punktet var inviteret direktør Jens Faurholt, Erhvervshus Nordjylland, som deltog kl. 14-14.30.",
    "Direktør Jens Faurholt fra Erhvervshus Nordjylland deltog i punktet.",
    "Deltagere under punktet: Direktør Jens Faurholt, Erhvervshus Nordjylland",
    "Direktør Jens Faurholt, Erhvervshus Nordjylland, var til stede under punktets behandling.",
)

ABOVE = {
    **dict.fromkeys(LATE, ("Karen Møgelvang", "absent", ("1", "2"), None)),
    **dict.fromkeys(EARLY, ("Karen Møgelvang", "absent", ("9", "10"), None)),
    **dict.fromkeys(GUESTS, ("Jens Faurholt", "guest", ("3",), None)),
    **dict.fromkeys(THROUGHOUT, ("Jens Faurholt", "guest", None, None)),
    **dict.fromkeys(DEPUTIES, ("Ida Krag", "present", None, "Eva Skovmand")),
}
BELOW = {
    **dict.fromkeys(NOT_IN_ITEM, ("Karen Møgelvang", "absent", ("3",), None)),
    **dict.fromkeys(GUESTS_OF_ITEM, ("Jens Faurholt", "guest", ("3",), None)),
}


def attended(extract):
    return {(one.name, one.status.value, one.items, one.deputy_for) for one in extract.attendance}


@pytest.mark.parametrize(("sentence", "told"), ABOVE.items(), ids=list(ABOVE))
def test_a_sentence_below_the_lists_adds_what_it_tells(sentence, told, read):
    items = [item(f"{n}.", f"Sag {letter}") for n, letter in enumerate("ABCDEFGHIJ", 1)]
    extract = read(paper(*items, front=f"{FRONT}\n\n{sentence}"))
    assert attended(extract) == LISTED | {told}
    assert extract.unclaimed == ()


@pytest.mark.parametrize(("sentence", "told"), BELOW.items(), ids=list(BELOW))
def test_a_sentence_below_an_item_is_of_that_item(sentence, told, read):
    items = [item(f"{n}.", f"Sag {n}") for n in (1, 2)]
    extract = read(paper(*items, f"3. Sag 3\n\n{sentence}\n\nBeslutning\nGodkendt.\n", front=FRONT))
    assert attended(extract) == LISTED | {told}


@pytest.mark.parametrize(
    "told",
    [
        *(
            "var ikke til stede",
            "var forhindret",
            "havde meldt afbud",
            "deltog ikke",
            "var fraværende",
        ),
        *("var ikke mødt", "kunne ikke deltage", "var syg"),
    ],
)
def test_who_met_for_each_party_and_who_did_not(told, read):
    front = (
        f"Deltagelse\nFor Region Fyn deltog Anna Holm (A) og Bo Lund (V). Ib Dam (C) {told}.\n\n"
        f"For kommunerne deltog rådmand Eva Skov (A), Odense, og Ida Krag (V), Nyborg. Ole Friis (O), Assens, {told}.\n\n"
        "For PLO Fyn deltog praktiserende læge Lis Rye.\n\nFra sekretariatet deltog kontorchef Per Kær."
    )
    extract = read(paper(front=front))
    came = {one.name: one.status.value for one in extract.attendance}
    assert came == {
        **dict.fromkeys(("Anna Holm", "Bo Lund", "Eva Skov", "Ida Krag", "Lis Rye"), "present"),
        **dict.fromkeys(("Ib Dam", "Ole Friis"), "absent"),
        "Per Kær": "guest",
    }


def test_a_sentence_of_somebody_in_the_list_is_no_row_of_it(read):
    front = (
        "Deltagere\n\nRebild      Anna Holm (A)      deltog\nThisted     Bo Lund (V)        deltog\n\n"
        "Anna Holm var inhabil i punkt 1 og forlod lokalet under dette punkt."
    )
    extract = read(paper(item("1.", "Havnen"), item("2.", "Broen"), front=front))
    told = [(one.name, one.municipality, one.items) for one in extract.attendance]
    assert told == [
        ("Anna Holm", "Rebild", None), ("Bo Lund", "Thisted", None), ("Anna Holm", None, ("1",)),
    ]  # fmt: skip


def test_who_agrees_with_an_item_was_there_for_the_others(read):
    items = [item(f"{n}.", f"Sag {n}") for n in (1, 2)]
    told = "3. Sag 3\n\nBeslutning\nGodkendt. Karen Møgelvang tiltrådte punkt 2 i indstillingen.\n"
    assert attended(read(paper(*items, told, front=FRONT))) == LISTED


def test_a_deputy_named_in_the_paragraph_of_those_away_came(read):
    front = "Til stede: Anna Holm (A)\n\nFraværende: Bo Lund (V) (barsel). Som stedfortræder for Bo Lund mødte Eva Skov (V)."
    came = {(one.name, one.status.value) for one in read(paper(front=front)).attendance}
    assert came == {("Anna Holm", "present"), ("Bo Lund", "absent"), ("Eva Skov", "present")}


def test_a_line_that_begins_with_the_name_above_is_a_sentence_of_its_own(read):
    told = (
        "2. Udpegning til bestyrelsen for Havneforsyningen A/S\n\nSagsfremstilling\nBestyrelsen har to medlemmer, som byrådet udpeger\n"
        "for hele perioden, og de udpeges hver med en suppleant.\n\nBeslutning\nGruppe 2 (A, F): Bo Lund Madsen, suppleant Eva Skov Nørgaard\n"
        "Eva Skov Nørgaard erklærede sig inhabil og deltog ikke.\n"
    )
    extract = read(
        paper(item("1.", "Dagsorden", "Godkendt."), told, front="Til stede: Anna Holm (A)")
    )
    assert {(one.person, one.role.value) for one in extract.appointments} == {
        ("Bo Lund Madsen", "member"),
        ("Eva Skov Nørgaard", "deputy"),
    }
    assert ("Eva Skov Nørgaard", "absent", ("2",), None) in attended(extract)
