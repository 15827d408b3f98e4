"""Whose meeting a document is about, on which day, and what sort of document it is."""

import pytest

from tests.minutes.paper import AGENDA, item, paper

# head -> body, day and kind
HEADS = {
    "Referat af møde i KKR Nordjylland den 24. oktober 2025": "KKR Nordjylland|2025-10-24|minutes",
    "Referat fra møde i KKR Syddanmark, fredag den 24. oktober 2025": "KKR Syddanmark|2025-10-24|minutes",
    "KKR Midtjylland\nReferat\n24. oktober 2025": "KKR Midtjylland|2025-10-24|minutes",
    "Beslutningsreferat\n\nMøde i KKR Sjælland\n\nTid: 24. oktober 2025 kl. 10.00": "KKR Sjælland|2025-10-24|minutes",
    "Kommunekontaktråd Hovedstaden\n\nReferat\n\nDato: 24-10-2025": "KKR Hovedstaden|2025-10-24|minutes",
    "REFERAT\n\nBestyrelsesmøde i Erhvervshus Fyn\n\nMødedato: 24.10.2025": "Erhvervshus Fyn|2025-10-24|minutes",
    "Referat af bestyrelsesmøde i Havneforum Vest d. 24/10 2025": "Havneforum Vest|2025-10-24|minutes",
    "Havneudvalget\n\nReferat af ordinært møde\n\nfredag den 24. oktober 2025": "Havneudvalget|2025-10-24|minutes",
    "Mødeforum: Havneudvalget\nMødedato: 24-10-2025\nMødetidspunkt: 10:00": "Havneudvalget|2025-10-24|minutes",
    "Protokol\n\nKystnetværket\n\n2025-10-24": "Kystnetværket|2025-10-24|minutes",
    "HAVNEUDVALGET FOR VEST\n\nReferat\n\n24. oktober 2025": "Havneudvalget for Vest|2025-10-24|minutes",
    # the day of sending is not the meeting's
    "Referat af møde i Havneudvalget den 24. oktober 2025\n\nUdsendt den 30. oktober 2025": "Havneudvalget|2025-10-24|minutes",
    "Udskrevet den 30. oktober 2025\n\nReferat\n\nHavneudvalget\n\nMødedato: 24. oktober 2025": "Havneudvalget|2025-10-24|minutes",
    # nothing said
    "Referat": "None|None|minutes",
    "Referat af møde den 24. oktober 2025": "None|2025-10-24|minutes",
    "Referat af møde i KKR Nordjylland": "KKR Nordjylland|None|minutes",
}


def about(document) -> str:
    return f"{document.body}|{document.date}|{document.kind}"


@pytest.mark.parametrize(("head", "meeting"), HEADS.items(), ids=list(HEADS))
def test_the_head_says_whose_meeting_it_is(head, meeting, read):
    assert about(read(paper(head=head)).document) == meeting


# A notice is of the day it was sent, and not of the meeting it tells about.
NOTICES = {
    "Havnefonden\tPressemeddelelse\nSekretariatet\n\nUdsendt: 24. oktober 2025": "Havnefonden",
    "KKR Hovedstaden\nForside > Nyheder > 2025 > Nye poster\n\n24-10-2025": "KKR Hovedstaden",
    "Kystrådet\nNyt fra bestyrelsen nr. 3\nUdsendt den 24. oktober 2025": "Kystrådet",
}


@pytest.mark.parametrize(("head", "body"), NOTICES.items(), ids=list(NOTICES))
def test_a_notice_is_of_the_day_it_was_sent(head, body, read):
    told = "Rådet mødtes fredag den 17. oktober 2025, og\nder var meget på dagsordenen."
    assert about(read(f"{head}\n\n{told}\n").document) == f"{body}|2025-10-24|news"


def test_the_meeting_may_stand_in_page_headers_only(read):
    pages = [
        f"Sagen om {word} har været længe under vejs, og der er nu\n"
        f"KKR Nordjylland | 24-10-2025\nSIDE | {page}\nen plan for {word} her i landet.\n"
        for page, word in enumerate(("havnen", "vejen", "broen"), start=2)
    ]
    text = f"Deltagere\nAnna Holm (A)\n\n{AGENDA}\n2. Havnen\n\nSagsfremstilling\n{''.join(pages)}"
    document = read(text).document
    assert about(document) == "KKR Nordjylland|2025-10-24|minutes"


def test_the_meeting_may_be_told_in_the_first_item_only(read):
    text = item(
        "1.",
        "Godkendelse af dagsorden",
        "KKR Nordjylland godkendte dagsordenen.",
        presentation="Dagsorden til møde i KKR Nordjylland den 24. oktober 2025 er udsendt den 13. oktober 2025.",
    )
    document = read(paper(text, head="Deltagere\nAnna Holm (A)")).document
    assert about(document) == "KKR Nordjylland|2025-10-24|minutes"


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("Dagsorden til møde i KKR Syddanmark den 24. oktober 2025", "agenda"),
        ("Indkaldelse til møde i Havneudvalget den 24. oktober 2025", "agenda"),
        ("Udpegningsliste for KKR Syddanmark pr. 24. oktober 2025", "appointment_list"),
        ("Blå Bog for KKR Syddanmark 2026-2030", "appointment_list"),
        ("Nyhedsbrev fra KKR Syddanmark, 24. oktober 2025", "news"),
        ("Pressemeddelelse fra KKR Syddanmark, 24. oktober 2025", "news"),
        ("Notat om havnen, 24. oktober 2025", "other"),
    ],
)
def test_the_head_says_what_sort_of_document_it_is(head, kind, read):
    text = f"{head}\n\nHer følger der noget mere tekst om havnen og om broen.\n"
    assert read(text).document.kind == kind


def test_decisions_make_minutes_of_whatever_the_head_says(read):
    head = "Dagsorden til møde i KKR Syddanmark den 24. oktober 2025"
    assert read(paper(head=head)).document.kind == "minutes"


def test_passages_prove_body_and_day(read):
    text = paper(head="Referat af møde i KKR Nordjylland den 24. oktober 2025")
    document = read(text).document
    for passage, quote in (
        (document.body_passage, "KKR Nordjylland"),
        (document.date_passage, "den 24. oktober 2025"),
    ):
        assert text[passage.start : passage.end] == passage.quote == quote


def test_an_abbreviation_in_the_head_is_the_body_it_stands_for(read):
    head = "Referat af møde i Det Fælles Havneforum (DFH) den 24. oktober 2025"
    extract = read(paper(item("1.", "Havnen", "DFH godkendte planen."), head=head))
    assert extract.document.body == "Det Fælles Havneforum"
    assert [(body.name, body.abbreviation) for body in extract.bodies] == [
        ("Det Fælles Havneforum", "DFH")
    ]
