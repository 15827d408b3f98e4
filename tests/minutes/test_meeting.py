"""Whose meeting a document is about, on which day, and what sort of document it is."""

from datetime import date

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
    "KKR MIDTJYLLAND\n\nReferat\n\nMøde i KKR Midtjyllands udvidede formandskab\n\nDato: 24. oktober 2025": "KKR Midtjyllands udvidede formandskab|2025-10-24|minutes",
    "HAVNEUDVALGET FOR VEST\n\nReferat\n\n24. oktober 2025": "Havneudvalget for Vest|2025-10-24|minutes",
    "Foreningen af Små Havne i Nord (FSHN)\n\nREFERAT AF ÅRSMØDE MED KÅRING\n24. oktober 2025": "Foreningen af Små Havne i Nord|2025-10-24|minutes",
    # the day may stand before the body, or right behind it, and the kind between them
    "Referat af bestyrelsesmøde den 24. oktober 2025 i Kystens Spildevand A/S": "Kystens Spildevand A/S|2025-10-24|minutes",
    "Bestyrelsesmøde i Affald Vest 24. oktober 2025 kl. 10.00, Ved Fjorden 20": "Affald Vest|2025-10-24|minutes",
    "Havneudvalget - Referat - 24. oktober 2025\n\nMødedato\n24-10-2025": "Havneudvalget|2025-10-24|minutes",
    "Referat af bestyrelsesmøde på Midtby Gymnasium den 24. oktober 2025": "Midtby Gymnasium|2025-10-24|minutes",
    "Referat af møde i bestyrelsen for Vestby Museum den 24. oktober 2025": "Vestby Museum|2025-10-24|minutes",
    "Referat af generalforsamling i Andelsforeningen Møllen den 24. oktober 2025": "Andelsforeningen Møllen|2025-10-24|minutes",
    "Referat\n\nEmne: Møde i Integrationsrådet\nDato: 24. oktober 2025": "Integrationsrådet|2025-10-24|minutes",
    # below a label, as councils that are no council are called, and where the place is no body
    "Referat\n24. oktober 2025\nMødested\nRådssalen\nUdvalg\nÆldreråd": "Ældreråd|2025-10-24|minutes",
    "HEGNSSYNET I FAVRSKOV KOMMUNE\n\nReferat\n\n24. oktober 2025": "Hegnssynet i Favrskov Kommune|2025-10-24|minutes",
    "Udskrift af protokol for Beboerklagenævnet i Fredericia Kommune\n\n24. oktober 2025": "Beboerklagenævnet i Fredericia Kommune|2025-10-24|minutes",
    "Bestyrelsesmøde\nReferat\nSted: KL\nDato: 24. oktober 2025": "None|2025-10-24|minutes",
    # the day of sending is not the meeting's
    "Referat af møde i Havneudvalget den 24. oktober 2025\n\nUdsendt den 30. oktober 2025": "Havneudvalget|2025-10-24|minutes",
    "Udskrevet den 30. oktober 2025\n\nReferat\n\nHavneudvalget\n\nMødedato: 24. oktober 2025": "Havneudvalget|2025-10-24|minutes",
    # and neither is that of the paper, where another has the hour
    "Dato: 30. oktober 2025\n\nReferat\n\nHavneudvalget\nFredag den 24. oktober 2025 kl. 9-11": "Havneudvalget|2025-10-24|minutes",
    "Havneudvalget\nDato: 24. oktober 2025\n\nReferat\n\nNæste møde: 28. november 2025 kl. 9": "Havneudvalget|2025-10-24|minutes",
    "Havneudvalget\nKommende møder\n28. november 2025 kl. 9\n\nReferat\n\nDato: 24. oktober 2025": "Havneudvalget|2025-10-24|minutes",
    # a board of which every house has one says less than whose it is
    "Beskeder · Forældrebestyrelsen\n\nForældrebestyrelsen i Børnehuset Mosen\nReferat 24. oktober 2025": "Forældrebestyrelsen i Børnehuset Mosen|2025-10-24|minutes",
    # a general meeting is somebody's
    "Kulturforeningen Havvig\nOrdinær generalforsamling fredag den 24. oktober 2025 i Medborgerhuset": "Kulturforeningen Havvig|2025-10-24|minutes",
    "Referat af ordinær generalforsamling i Foreningen Kystvand den 24. oktober 2025": "Foreningen Kystvand|2025-10-24|minutes",
    "Referat fra Skovby Borgerforenings ordinære generalforsamling den 24. oktober 2025": "Skovby Borgerforening|2025-10-24|minutes",
    "Destination Kystland – referat af generalforsamling 2025\nDato: 24. oktober 2025": "Destination Kystland|2025-10-24|minutes",
    "REFERAT\nORDINÆR GENERALFORSAMLING\nI SKOVBY FJERNVARME\nDEN 24. OKTOBER 2025": "Skovby Fjernvarme|2025-10-24|minutes",
    "Skovby Vandværk a.m.b.a.\nReferat af generalforsamling 24. oktober 2025 i forsamlingshuset": "Skovby Vandværk a.m.b.a.|2025-10-24|minutes",
    "Kystfonden\nRepræsentantskabsmøde fredag den 24. oktober 2025": "Kystfonden|2025-10-24|minutes",
    "Referat af konstituerende møde i bestyrelsen for Skovby Varme den 24. oktober 2025": "Skovby Varme|2025-10-24|minutes",
    # a title in spaced letters, whose words stand apart or not
    "K K R   S J Æ L L A N D\n\nR E F E R A T\n\nDato: 24. oktober 2025": "KKR Sjælland|2025-10-24|minutes",
    "K K R S Y D D A N M A R K\n\nReferat\n\nDato: 24. oktober 2025": "KKR Syddanmark|2025-10-24|minutes",
    # links of a page, the way to it, its points, and what is only about a body
    "Forside | Kontakt | Job | Presse | Web-TV |\n\nForsidepilPolitikpilReferaterpilUdvalget for Havne\n\nHavneudvalget - Referat - 24. oktober 2025": "Havneudvalget|2025-10-24|minutes",
    "Gå til hovedindhold\nPolitik\n\nKKR\n\nReferat\n\n24. oktober 2025\n\n• Erhvervshus Fyn – resultater": "None|2025-10-24|minutes",
    "Valg og konstituering af Havnerådet\n\nReferat\n\n24. oktober 2025": "None|2025-10-24|minutes",
    "Plan for almen praksis\n\nReferat\n\nGældende til den 30. juni 2026\n\n24. oktober 2025": "None|2025-10-24|minutes",
    "Referat\n\n24. oktober 2025\n\nNæste møde i Havneudvalget er den 3. november 2025.": "Havneudvalget|2025-10-24|minutes",
    # a region's own body of a name that another region's has too
    "Region Syddanmark\n\nKommunekontaktudvalget - Referat - 24. oktober 2025": "Kommunekontaktudvalget|2025-10-24|minutes",
    "Region Hovedstaden\n\nKommunekontaktudvalget - Referat - 24. oktober 2025": "Kontaktudvalget i Region Hovedstaden|2025-10-24|minutes",
    # a committee's themes are part of its name
    "Referat af møde i Udvalget for Kultur, Fritid og Idræt den 24. oktober 2025": "Udvalget for Kultur, Fritid og Idræt|2025-10-24|minutes",
    "Udvalget for Teknik, Miljø og Klima - Referat - 24. oktober 2025": "Udvalget for Teknik, Miljø og Klima|2025-10-24|minutes",
    "Referat\n\nUdvalget for Kultur, fredag den 24. oktober 2025": "Udvalget for Kultur|2025-10-24|minutes",
    # the meeting behind whose it is
    "Referat fra Havnerådets ordinære møde den 24. oktober 2025 i Salen": "Havnerådet|2025-10-24|minutes",
    "Referat for Havne- og Fritidsudvalget møde den 24. oktober 2025": "Havne- og Fritidsudvalget|2025-10-24|minutes",
    # the day of the paper stands above the title, and that of the meeting below
    "Dato: 30. oktober 2025\n\nReferat\n\nMødet i: Havneudvalget\nDato: 24. oktober 2025": "Havneudvalget|2025-10-24|minutes",
    "Protokol for Havneudvalget\n\nÅr 2025, fredag den 24. oktober kl. 10.00, afholdtes møde på havnen.": "Havneudvalget|2025-10-24|minutes",
    "Referat\n\nMøde: Havneudvalget\nDato: 24. oktober 2025": "Havneudvalget|2025-10-24|minutes",
    "KKR\nSJÆLLAND\n\nReferat\n\n24. oktober 2025": "KKR Sjælland|2025-10-24|minutes",
    # nothing said
    "Referat": "None|None|minutes",
    # and what a page has on top is nobody
    "Bliv hørt\n\nReferat\n\n24. oktober 2025": "None|2025-10-24|minutes",
    "Dagsordener og referater\n\nReferat\n\n24. oktober 2025": "None|2025-10-24|minutes",
    "Vælg udvalg:\n\nReferat\n\n24. oktober 2025": "None|2025-10-24|minutes",
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
    # the municipality that heads it, and not the committee it tells of
    "Solrød Kommune\nForside / Nyheder / 2025\n\nNy formand for Havneudvalget\n\nPubliceret 24. oktober 2025": "Solrød Kommune",
    "Bornholms Regionskommune\nNyheder\n\n24. oktober 2025\n\nNy formand": "Bornholms Regionskommune",
    "Solrød Kommune | Nyheder\n\nNy formand for Havneudvalget\n\nPubliceret: 24-10-2025": "Solrød Kommune",
    "SOLRØD KOMMUNE\tPressemeddelelse\n\nDato: 24. oktober 2025\n\nByrådet": "Solrød Kommune",
    "Solrød Kommune\nHavnesekretariatet\n\nTil KKR Sjælland\n24. oktober 2025": "Solrød Kommune",
    "KYSTENS HAVNE\nN Y H E D S B R E V   nr. 4\n\nUdsendt den 24. oktober 2025\n\nHavnerådet for Vest": "Kystens Havne",
    "NYT FRA KKR SJÆLLAND\n\nNye poster\n\nKKR Sjælland | 24. oktober 2025\n\nPå mødet den 17. oktober 2025 var der valg.": "KKR Sjælland",
    "KKR\nSJÆLLAND\n\nPressemeddelelse\n\nDato: 24. oktober 2025\n\nIndstilling til Erhvervshus Fyn": "KKR Sjælland",
    # what is about a body, or tells of one, is none
    "Kystfonden\n\nUdsendt den 24. oktober 2025\nPressemeddelelse\n\nÆndringer i byråd og udvalg": "Kystfonden",
    "Kystfonden\n\nUdsendt den 24. oktober 2025\nPressemeddelelse\n\nBestyrelsen forventes at vælge Bo Lund som formand": "Kystfonden",
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


def test_the_title_may_say_more_of_the_body_than_the_page_headers(read):
    pages = "".join(
        f"Region Fyn          Trafikudvalget · Referat 24-10-2025\nSagen om {word} er lang.\n\x0c"
        for word in ("havnen", "vejen", "broen")
    )
    text = f"Referat\nTrafikudvalget i Region Fyn\nMødet den 24-10-2025\n\n{AGENDA}\n{pages}"
    assert read(text).document.body == "Trafikudvalget i Region Fyn"


def test_the_meeting_may_be_told_in_the_heading_of_a_decision_only(read):
    text = (
        "2. Havnen\n\nSagsfremstilling\nFristen er den 1. maj 2026.\n\nBeslutning i Havneudvalget den 3. oktober 2025:\n\nAnbefales.\n\n"
        "Sagen afgøres i\n\nByrådet\n\nBeslutning i Byrådet 24. oktober 2025:\n\nGodkendt.\n"
    )
    assert about(read(text).document) == "Byrådet|2025-10-24|minutes"


def test_a_day_with_blanks_is_no_item(read):
    text = "Havnen\n\n21. 01. 2022 - kl. 11:28\nTekst af Anna Holm\n\nHavnen er stor.\n"
    assert read(text).items == ()


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
        (f"Om havnen\n\n{'Havnen er blevet større i år. ' * 6}Se referatet fra mødet.", "other"),
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


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Randers Byråd                    Referat\nMødet den 23. februar 2026", "Randers Byråd"),
        (
            "Erhvervshus Fyn P/S\n\nReferat af bestyrelsesmøde den 26. marts 2026",
            "Erhvervshus Fyn P/S",
        ),
        ("VESTVAND ODDER-HORSENS A/S\n\nProtokol 8. maj 2026", "Vestvand Odder-Horsens A/S"),
        (
            "Pressemeddelelse fra Destination Fjorden\n3. juli 2025\n\n"
            "Bestyrelsen konstituerede sig umiddelbart efter. Eva Skov blev valgt til formand og gik.",
            "Destination Fjorden",
        ),
        ("Nyt fra Vejle Kommune · Byråd og udvalg     29. januar 2026\n\nRokader", "Vejle Kommune"),
    ],
)
def test_whose_document_it_is_by_its_head(head, body, read):
    assert (
        read(f"{head}\n\nTil stede fra udvalget var Bo Lund, Eva Skov og Ib Dam.\n").document.body
        == body
    )


def test_a_meeting_of_another_day_is_not_whose_minutes_they_are(read):
    told = "Notat fra møde i Honorarudvalget den 16. oktober 2025 forelå."
    own = "Referat\n\nFredag den 24. oktober 2025 kl. 10.00"
    assert read(paper(item("1.", "Dagsorden", told), head=own)).document.body is None


def test_the_day_of_the_meeting_goes_before_the_day_of_the_page(read):
    head = "• den 13. januar 2026\n\nBestyrelsesmøde den 12. januar, 2026\n\nReferat"
    assert str(read(paper(head=head)).document.date) == "2026-01-12"


def test_the_day_of_a_page_goes_before_that_of_a_meeting_it_tells_of(read):
    told = "Onsdag den 18. februar 2026 blev der holdt stiftende generalforsamling i Kystfonden."
    assert str(read(f"NY DESTINATION\n24-02-2026 09:00\n\n{told}\n").document.date) == "2026-02-24"


def test_the_last_word_of_a_sentence_heads_no_list_of_people(read):
    told = "Nyt fra KKR Nordjylland\n24. oktober 2025\n\nBo Lund (A) blev udpeget som medlem af\nbestyrelsen.\n\nEva Skov (V) og Ib Dam (C) glæder sig."
    assert read(told).attendance == ()


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (
            "Referat\n\nUdvalg for Klima\nDato:     24. oktober 2025\nKl.:      15.00",
            "Udvalg for Klima",
        ),
        (
            "KKR HOVEDSTADEN\n\nTil Erhvervshus Hovedstaden\n\nDen 24. oktober 2025\n\nMed venlig hilsen",
            "KKR Hovedstaden",
        ),
        ("NYHEDSBREV FRA DESTINATION FJORDEN\n\n24. oktober 2025", "Destination Fjorden"),
        # a title that has the body's name in it, where nothing else says whose meeting it was
        ("Skolebestyrelsesmøde\nTirsdag den 3. marts 2026", "Skolebestyrelsen"),
        ("Referat af brugerrådsmøde den 3. marts 2026", "Brugerrådet"),
        ("Havneskolen\nReferat\nSkolebestyrelsesmøde den 3. marts 2026", "Havneskolen"),
        (
            "Nyhed\n\n24. oktober 2025\n\nKKR Nordjylland\n\nKystens Råd udpegede desuden Bo Lund (A)",
            "KKR Nordjylland",
        ),
        # nor what stands around a page, who is on it, or what is new
        ("Gå til hovedindhold\nMenu\n\nBestyrelsesmøde\n24. oktober 2025", None),
        ("Foto: Havne og Skibe\n\nReferat\n24. oktober 2025", None),
        ("Havnens nye bestyrelse\n\nReferat\n24. oktober 2025", None),
        ("NY DESTINATION FOR SYDHAVET\n24. oktober 2025", None),
        ("Af Anna Mølby Holm\n\n24. oktober 2025", None),
        ("Kampvalg til bestyrelsen\n\n24. oktober 2025", None),
        ("Vejle-borgmester formand for havnene\n\n24. oktober 2025", None),
        ("Bestyrelsen meddeler den 24. oktober 2025\n\nFormand for Centerbestyrelsen", None),
        ("Anna Holm – AH\nBo Lund – BL\n\nReferat\n24. oktober 2025", None),
        ("KKR Nordjylland har valgt ny formand\n\n24. oktober 2025", "KKR Nordjylland"),
        (
            "Partnerskab for Kystturisme præsenterer ny bestyrelse\n\n24. oktober 2025",
            "Partnerskab for Kystturisme",
        ),
    ],
)
def test_no_hour_no_addressee_and_no_sentence_is_whose_document_it_is(head, body, read):
    assert read(f"{head}\n").document.body == body


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Skolebestyrelsen på Hasselvangskolen", "Skolebestyrelsen på Hasselvangskolen"),
        ("Forældrerådet på Birkelund Børnehus den 3. maj 2026", "Forældrerådet på Birkelund Børnehus"),
        ("Skolebestyrelsen på Rådhuset den 3. maj 2026", "Skolebestyrelsen"),
        ("Børneudvalget på Hasselvangskolen", "Børneudvalget"),
    ],
)  # fmt: skip
def test_a_council_of_a_house_keeps_its_house_and_not_where_it_met(title, body, read):
    assert read(paper(head=f"Referat af møde i {title}")).document.body == body


def test_where_it_met_on_its_day_is_not_whose_meeting_it_was(read):
    head = "Museum Vestkanten\nSelvejende institution\n\nReferat af bestyrelsesmøde mandag den 10. marts 2025 på Havnens Museum"
    assert read(f"{head}\n\nTil stede: Anna Holm (formand)\n").document.body == "Museum Vestkanten"


@pytest.mark.parametrize(
    ("headings", "meeting"),
    [
        (["Beslutning i Byrådet den 12-12-2025"], "Byrådet|2025-12-12|minutes"),
        (["Beslutning i Byrådet 12. december 2025:"], "Byrådet|2025-12-12|minutes"),
        (["Beslutning Havnerådet den 12-12-2025"], "Havnerådet|2025-12-12|minutes"),
        (["Havne- og Fritidsudvalget, 12-12-2025, pkt. 2"], "Havne- og Fritidsudvalget|2025-12-12|minutes"),
        # the case went from committee to council
        (
            ["Beslutning i Havneudvalget den 02-12-2025", "Beslutning i Byrådet den 12-12-2025"],
            "Byrådet|2025-12-12|minutes",
        ),
    ],
)  # fmt: skip
def test_a_page_with_one_item_has_its_meeting_in_the_heading_of_the_decision(
    headings, meeting, read
):
    decided = "".join(f"\n\n{heading}\n\nGodkendt." for heading in headings)
    said = "Sagen var på et møde i Plan-, Miljø og Klimaudvalget i maj."
    text = f"Nr. 48 - Ny havneplan\n\nSagsfremstilling\n\n{said}{decided}\n"
    assert about(read(text).document) == meeting


def test_a_day_on_top_comes_before_one_in_the_heading_of_a_decision(read):
    decision = "1. Havnen\n\nBeslutning i Havneudvalget den 02-12-2025\n\nGodkendt."
    assert about(read(paper(decision)).document) == "KKR Nordjylland|2025-10-24|minutes"


MAIL = "Fra: Eva Skov\n{label}: 8. maj 2026 14:22\nTil: Havnerådet\nEmne: Referat\n\n"


@pytest.mark.parametrize("label", ["Sendt", "Dato"])
def test_the_day_a_mail_was_sent_is_not_when_they_met(label, read):
    held = "Referat af møde i Havnerådet\nTorsdag den 7. maj 2026 kl. 9"
    text = paper(item("1.", "Havnen", "Godkendt."), head=MAIL.format(label=label) + held)
    assert read(text).document.date == date(2026, 5, 7)
    alone = paper(
        item("1.", "Havnen", "Godkendt."), head=f"{MAIL.format(label=label)}Referat af møde"
    )
    assert read(alone).document.date == (date(2026, 5, 8) if label == "Dato" else None)


def test_a_greeting_heads_no_list_of_members(read):
    told = "Kære medlemmer\n\nHermed referatet.\n\nReferat\nHavnerådet\nBehandlet den 7. maj 2026"
    head = MAIL.format(label="Sendt") + told
    extract = read(paper(item("1.", "Havnen", "Godkendt."), head=head))
    assert (extract.document.date, extract.attendance) == (date(2026, 5, 7), ())
