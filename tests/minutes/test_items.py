"""Recommendation, decision, outcome and attachments of an item."""

import pytest

from tests.minutes.paper import item, paper


def only(extract):
    [entry] = extract.items
    return entry


def test_an_item_has_what_stands_under_its_headings(read):
    text = (
        "1. Havnen\n\nIndstilling\nDet indstilles, at planen godkendes.\n\n"
        "Sagsfremstilling\nPlanen er ny.\n\nBeslutning\nGodkendt.\n\nAnna Holm var imod."
    )
    entry = only(read(paper(text)))
    assert entry.recommendation == "Det indstilles, at planen godkendes."
    assert entry.decision == "Godkendt.\nAnna Holm var imod."
    assert entry.outcomes == ("approved",)


def test_a_sentence_that_names_a_meeting_at_the_end_of_its_line_heads_nothing(read):
    text = (
        "1. Referat\n\nIndstilling\n"
        "Det indstilles, at referatet fra møde i KKR Nordjylland den 29. august 2025\n"
        "godkendes.\n\nBeslutning\nKKR Nordjylland godkendte referatet."
    )
    entry = only(read(paper(text)))
    assert entry.recommendation.endswith("den 29. august 2025 godkendes.")
    assert entry.decision == "KKR Nordjylland godkendte referatet."


@pytest.mark.parametrize("number", ["Sag nr. 21 -", "Ad. 1:", "Punkt 1"])
def test_a_dated_decision_below_a_title_needs_no_blank_line(number, read):
    text = f"{number} Godkendelse af dagsorden\nBeslutning i Byrådet den 3. marts 2026\nGodkendt."
    assert only(read(paper(text))).decision == "Godkendt."


def test_an_item_without_a_body_has_no_decision(read):
    extract = read(paper(item("1.", "Havnen", "Godkendt."), "2. Udpegninger\n"))
    assert (extract.items[1].decision, extract.items[1].outcomes) == (None, ("none",))


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_a_dash_is_no_decision(dash, read):
    extract = read(paper(item("1.", "Havnen", dash), item("2.", "Broen", "Godkendt.")))
    assert (extract.items[0].decision, extract.items[0].outcomes) == (None, ("none",))


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("Det indstilles, at planen godkendes.", "Det indstilles, at planen godkendes."),
        (
            "Planen er ny. Teknik- og Miljøudvalget anbefaler over for Byrådet, at den godkendes.",
            "Teknik- og Miljøudvalget anbefaler over for Byrådet, at den godkendes.",
        ),
        (
            "Direktionen indstiller, at udvalget\n- drøfter planen\n- sender den i høring.\nDen er ny.",
            "Direktionen indstiller, at udvalget\n- drøfter planen\n- sender den i høring.",
        ),
        ("Udvalget anbefaler over for Byrådet, at planen godkendes.", None),
        ("Direktionen indstiller Anna Holm.", None),
        ("Sekretariatet foreslår, at vi mødes oftere.", None),
    ],
)
def test_without_a_heading_the_sentence_that_recommends_is_the_recommendation(told, found, read):
    (entry,) = read(paper(item("1.", "Plan", "Godkendt.", presentation=told))).items
    assert entry.recommendation == found


@pytest.mark.parametrize(
    "heading",
    ["Indstilling fra formandskabet", "Formandskabets indstilling", "Indstilling ved direktionen"],
)
def test_whose_recommendation_it_is_may_stand_in_its_heading(heading, read):
    text = f"1. Plan\n\n{heading}\nat planen godkendes.\n\nBeslutning\nGodkendt."
    (entry,) = read(paper(text)).items
    assert entry.recommendation == "at planen godkendes."


def test_of_a_recommendation_the_points_that_were_put_off_stay_proposals(read):
    text = (
        "1. Udpegninger\n\nIndstilling\nForvaltningen indstiller,\n"
        "1. at Anna Holm (A) udpeges som medlem af Havnerådet,\n2. at Bo Lund (V) udpeges som medlem af Kystrådet,\n"
        "3. at Eva Skov (B) udpeges som medlem af Fjordrådet.\n\nBeslutning\nPkt. 1 blev godkendt. Indstillingens pkt. 2-3 blev udsat til maj.\n"
    )
    told = {one.person: one.certain for one in read(paper(text)).appointments}
    assert told == {"Anna Holm": True, "Bo Lund": False, "Eva Skov": False}


def test_a_recommendation_decides_nothing(read):
    text = "1. Havnen\n\nIndstilling\nDet indstilles, at planen godkendes.\n\nBeslutning\nUdsat."
    assert only(read(paper(text))).outcomes == ("postponed",)


RECOMMENDED = {
    "Det indstilles, at planen godkendes.": "Det indstilles, at planen godkendes.",
    "Havnen er ny. Udvalget for Kultur, Fritid og Idræt indstiller, at planen vedtages. Broen er ny.": (
        "Udvalget for Kultur, Fritid og Idræt indstiller, at planen vedtages."
    ),
    "Teknisk Udvalg anbefaler over for Byrådet, at planen vedtages.": (
        "Teknisk Udvalg anbefaler over for Byrådet, at planen vedtages."
    ),
    "Direktionen indstiller,\n- at planen vedtages, og\n- at broen males.\n\nBroen er rød.": (
        "Direktionen indstiller,\n- at planen vedtages, og\n- at broen males."
    ),
    "Det indstilles, at KKR\na) drøfter planen,\nb) sender den ud.": (
        "Det indstilles, at KKR\na) drøfter planen,\nb) sender den ud."
    ),
    "Enhedslisten foreslår, at broen rives ned.": None,
    "Bestyrelsen indstiller til byrådet, hvem der skal have prisen.": None,
}


@pytest.mark.parametrize(("told", "recommended"), RECOMMENDED.items(), ids=list(RECOMMENDED))
def test_a_sentence_may_say_what_is_recommended(told, recommended, read):
    found = only(read(paper(item("1.", "Havnen", "Godkendt.", presentation=told))))
    assert found.recommendation == recommended


def test_the_decision_of_the_body_itself_counts_where_others_decided_before(read):
    text = (
        "1. Havnen\n\nBeslutning fra møde i Havnerådet den 1. maj 2025\nUdsat.\n\n"
        "Beslutning fra møde i KKR Nordjylland den 24. oktober 2025\nGodkendt."
    )
    assert only(read(paper(text))).decision == "Godkendt."


def test_the_conclusion_is_the_decision_where_there_is_a_report_too(read):
    text = "1. Havnen\n\nReferat\nDer var mange spørgsmål.\n\nKonklusion\nPlanen blev godkendt."
    assert only(read(paper(text))).decision == "Planen blev godkendt."


def test_without_headings_the_last_paragraph_that_decides_is_the_decision(read):
    text = (
        "1. Havnen\n\nAnna Holm viste planen.\n\nUdvalget godkendte planen.\n\n"
        "2. Broen\n\nDer var ingen bemærkninger.\n"
    )
    extract = read(paper(text))
    assert extract.items[0].decision == "Udvalget godkendte planen."
    assert [entry.outcomes for entry in extract.items] == [("approved",), ("none",)]


@pytest.mark.parametrize(
    "body",
    [
        "Anna Holm spurgte til broen.",
        "Referatet blev godkendt.\n\nTo opgaver var åbne, og den ene er løst.",
    ],
    ids=["nothing-decides", "goes-on-behind-what-decides"],
)
def test_without_headings_the_whole_body_is_the_decision(body, read):
    text = f"1. Havnen\n\n{body}\n\n2. Broen\n\nUdvalget godkendte planen.\n"
    assert read(paper(text)).items[0].decision == body.replace("\n\n", "\n")


BELOW = [
    "./. Planen er vedlagt.",
    "Bilag 1: Plan for havnen",
    "Næste møde: fredag den 7. november 2025 i Hjørring.",
    "Mødet sluttede kl. 15.30.\n\nAnna Holm Bo Lund",
    "Aalborg, den 24. oktober 2025\n\nAnna Holm",
    "Underskrifter\n\nAnna Holm",
    "Anna Holm     Bo Lund",
    "Ref.: NRH",
    "UF/NJK",
    "Referatet er udsendt den 3. november 2025.",
    "Havnerådet · Kajen 1 · 9000 Aalborg",
]


@pytest.mark.parametrize("below", BELOW)
def test_what_stands_below_a_decision_is_no_part_of_it(below, read):
    text = paper(item("1.", "Havnen", f"Planen blev godkendt.\n\n{below}"))
    assert only(read(text)).decision == "Planen blev godkendt."


def test_names_side_by_side_below_a_colon_are_of_the_decision(read):
    told = "Følgende blev valgt:\n\nAnna Holm     Bo Lund"
    assert only(read(paper(item("1.", "Havnen", told)))).decision.endswith("Bo Lund")


def test_the_next_meeting_may_be_all_that_is_told(read):
    text = paper(item("1.", "Eventuelt", "Næste møde er den 7. november 2025."))
    assert only(read(text)).decision == "Næste møde er den 7. november 2025."


def test_apologies_that_every_decision_repeats_are_part_of_none(read):
    away = "Anna Holm og Bo Lund deltog ikke i sagens behandling."
    extract = read(
        paper(
            item("1.", "Havnen", f"Godkendt.\n\n{away}"),
            item("2.", "Broen", f"Udsat.\n\n{away}"),
            item("3.", "Vejen", "Godkendt.\n\nEva Skov deltog ikke på grund af inhabilitet."),
        )
    )
    assert [entry.decision for entry in extract.items] == [
        "Godkendt.",
        "Udsat.",
        "Godkendt.\nEva Skov deltog ikke på grund af inhabilitet.",
    ]


def test_without_headings_every_entry_of_a_last_list_decides(read):
    text = paper(
        "1. Indkomne forslag\n\nDer var to.\n\na) Forslag om kontingentet. Forslaget blev vedtaget.\n"
        "b) Forslag om bladet. Forslaget blev trukket tilbage."
    )
    entry = only(read(text))
    assert entry.decision.startswith("a) Forslag om kontingentet.")
    assert [outcome.value for outcome in entry.outcomes] == ["approved", "withdrawn"]


def test_where_no_item_has_a_heading_all_that_is_told_is_the_decision(read):
    text = "1. Havnen\n\nAnna Holm viste planen.\n\n2. Næste møde\n\nDen 9. juni.\n\nI Vejle.\n"
    assert [entry.decision for entry in read(paper(text)).items] == [
        "Anna Holm viste planen.",
        "Den 9. juni.\nI Vejle.",
    ]
    decided = f"{text}\n3. Broen\n\nBeslutning\nGodkendt.\n"
    assert [entry.decision for entry in read(paper(decided)).items] == [None, None, "Godkendt."]


def test_what_became_of_each_line_of_a_list_is_the_decision(read):
    text = (
        "1. Ansøgninger\n\n• Koret, noder, 4.500 kr.: Godkendt\n"
        "• Holdet, trøjer, 12.000 kr.: Afslag, da der ikke er penge til tøj\n"
    )
    entry = only(read(paper(text)))
    assert [outcome.value for outcome in entry.outcomes] == ["approved", "rejected"]
    assert entry.decision.startswith("• Koret")
    remark = "1. Ansøgninger\n\n• Koret: Husk, at planen godkendes i maj\n• Holdet: Intet\n"
    assert only(read(paper(remark))).outcomes == ("none",)


def test_the_head_of_a_page_in_the_middle_of_an_item_decides_nothing(read):
    text = paper(
        "1. Havnen\n\nKKR Nordjylland, 24. oktober 2025\n\nSagsfremstilling\nBroen er gammel.\n\n"
        "Beslutning\nGodkendt."
    )
    assert only(read(text)).decision == "Godkendt."


def test_an_agenda_decides_nothing(read):
    text = "1. Havnen\n\nDet foreslås, at planen godkendes. Planen blev godkendt af rådet i maj.\n"
    extract = read(paper(text, head="Dagsorden til møde i KKR Nordjylland den 24. oktober 2025"))
    assert extract.document.kind == "agenda"
    assert only(extract).decision is None
    assert only(extract).outcomes == ("none",)


def test_attachments_are_counted(read):
    text = (
        "1. Havnen\n\nSagsfremstilling\nPlanen er ny.\n./. Planen er vedlagt.\n"
        "./. Kortet er vedlagt.\n\nBeslutning\nGodkendt."
    )
    assert only(read(paper(text))).attachments == 2


def test_entries_under_bilag_are_attachments(read):
    text = "1. Havnen\n\nBeslutning\nGodkendt.\n\nBilag\n– Planen\n– Kortet\n"
    assert only(read(paper(text))).attachments == 2


def test_passages_prove_title_recommendation_and_decision(read):
    text = paper(
        "1. Havnen og\nbroen\n\nIndstilling\nDet indstilles, at\nplanen godkendes.\n\n"
        "Beslutning\nGodkendt."
    )
    entry = only(read(text))
    for passage, quote in (
        (entry.passage, "Havnen og\nbroen"),
        (entry.recommendation_passage, "Det indstilles, at\nplanen godkendes."),
        (entry.decision_passage, "Godkendt."),
    ):
        assert passage.quote == text[passage.start : passage.end] == quote


def test_the_decision_of_a_row_goes_on_below_its_first_line(read):
    rows = (
        "1.\tVelkomst\tDagsordenen godkendt.\n\n"
        "2.\tNy formand\tBo Lund stopper.\n\nAnna Holm blev valgt.\n\n3.\tEventuelt\tIntet.\n"
    )
    assert [entry.decision for entry in read(paper(rows)).items] == [
        "Dagsordenen godkendt.",
        "Bo Lund stopper.\nAnna Holm blev valgt.",
        "Intet.",
    ]


def test_a_number_behind_a_hash_and_a_cell_that_tells_the_doors(read):
    text = (
        "#  1  Rundvisning\tÅBEN\nSags ID: EMN-2024-02110\n\nREFERAT\nUdvalget takkede.\n\n"
        "#  2  Takster\tLUKKET\nSags ID: EMN-2024-01873\n\nREFERAT\nGodkendt.\n"
    )
    items = read(paper(text)).items
    assert [(one.number, one.title, one.decision) for one in items] == [
        ("1", "Rundvisning", "Udvalget takkede."),
        ("2", "Takster", "Godkendt."),
    ]
