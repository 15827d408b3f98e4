"""The parts of an item: title, case, sections."""

import pytest

from kkr_graph.minutes.structure.reader import find_structure
from tests.minutes.paper import item, paper
from tests.text.layers import layer_of

DECIDED = "\n\nBeslutning\nGodkendt.\n\n"
LONG = "Status på arbejdet med at styrke det tværkommunale samarbejde på havneområdet"


def titles(extract) -> list[str]:
    return [item.title for item in extract.items]


def sections(text, lexicon) -> list[tuple[str, str]]:
    """The sections of the first item: what they are, and what stands in them."""
    layer = layer_of(text)
    [first, *_] = find_structure(layer, lexicon).items
    return [
        (section.kind, layer.reading.text[section.body.start : section.body.end])
        for section in first.sections
    ]


def test_sections_with_a_button_beside_them_prove_the_items_below_a_list_of_contents(read):
    contents = "\n".join(
        f"  {n}. Sag om {what}" for n, what in enumerate(("havn", "bro", "kaj"), 1)
    )
    items = "\n\n".join(
        f"  Sagsnr. 16/61{n}\n  {n}. Sag om {what}\n  fold dette punkt ind Resume\n  fold dette punkt ind Indstilling\n\n"
        f"  Til orientering.\n\n  fold dette punkt ind Beslutning i Havneudvalget den 24-10-2025\n\n  Godkendt."
        for n, what in enumerate(("havn", "bro", "kaj"), 1)
    )
    extract = read(f"Havneudvalget - Referat - 24. oktober 2025\n\n{contents}\n\n\n{items}\n")
    assert titles(extract) == ["Sag om havn", "Sag om bro", "Sag om kaj"]
    assert {one.decision for one in extract.items} == {"Godkendt."}
    assert {one.recommendation for one in extract.items} == {"Til orientering."}


# --- titles -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Status på arbejdet med havnen og\nbroen", "Status på arbejdet med havnen og broen"),
        (
            "Havnen: proces- og tidsplan for 2026-\n2030",
            "Havnen: proces- og tidsplan for 2026-2030",
        ),
        ("Det tværkommunale sam-\narbejde om havnen", "Det tværkommunale samarbejde om havnen"),
        ("KKR’s udpegning til\nHavnerådet", "KKR’s udpegning til Havnerådet"),
        ("Havnen  og  broen", "Havnen og broen"),
    ],
)
def test_a_title_over_two_lines_is_one(written, title, read):
    text = f"1. {written}\n\nBaggrund\n{LONG} er vigtigt.{DECIDED}2. Broen{DECIDED}"
    assert titles(read(paper(text))) == [title, "Broen"]


def test_a_case_line_ends_a_title(read):
    text = f"1. Status på arbejdet med den nye\nhavn\nSAG-2025-01234 abc\n\nBaggrund\nNy.{DECIDED}"
    assert titles(read(paper(text))) == ["Status på arbejdet med den nye havn"]


@pytest.mark.parametrize("rule", ["-----------", "______________", "= = = = = = ="])
def test_a_rule_drawn_below_a_title_ends_it(rule, read):
    text = f"1. Havnen\n{rule}\nAnna Holm har skrevet et notat.\n\nBeslutning: Godkendt."
    assert titles(read(paper(text))) == ["Havnen"]


@pytest.mark.parametrize(
    "label", ["Sags-ID: EMN-2026-00950", "Sagsnr.: 26/1234", "J.nr. 26-1234", "Sag: 327-2026-104"]
)
def test_a_labelled_case_number_is_no_part_of_a_title(label, read):
    [only] = read(paper(f"1. Havnen\n{label}{DECIDED}")).items
    assert (only.title, only.case) == ("Havnen", label.split()[-1])


def test_what_others_remarked_is_a_section_of_its_own_and_decides_nothing(lexicon):
    text = "1. Havnen\n\nEMU's bemærkninger:\nGodkendt.\n\nKKR's beslutning:\nUdsat."
    assert sections(text, lexicon) == [("presentation", "Godkendt."), ("decision", "Udsat.")]


def test_a_paragraph_below_a_title_is_no_part_of_it(read):
    text = f"1. Havnen\n\nAnna Holm orienterede om havnen.\n\n2. Broen{DECIDED}"
    assert titles(read(paper(text))) == ["Havnen", "Broen"]


def test_prose_right_below_a_short_title_is_no_part_of_it(read):
    text = f"1. Takster\n{LONG} er gennemgået.\nDer var ingen bemærkninger.\nBeslutning: Godkendt."
    assert titles(read(paper(text))) == ["Takster"]


def test_a_title_that_follows_its_number_on_the_next_line(read):
    text = f"1.\nHavnen og\nbroen{DECIDED}2.\nØen{DECIDED}"
    assert titles(read(paper(text))) == ["Havnen og broen", "Øen"]


# --- cases ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "case", "initials"),
    [
        ("SAG-2025-03687", "SAG-2025-03687", ()),
        ("SAG-2025-03687 hast", "SAG-2025-03687", ("hast",)),
        ("SAG-2025-03687 kanm/haan/snm", "SAG-2025-03687", ("kanm", "haan", "snm")),
        ("SAG-2025-03687 kanm hast", "SAG-2025-03687", ("kanm", "hast")),
        ("SAG-2025-03687 kanm, haan", "SAG-2025-03687", ("kanm", "haan")),
        ("SAG-2025-03687 kanm åben sag", "SAG-2025-03687", ("kanm",)),
        ("EMN-2025-01234", "EMN-2025-01234", ()),
        ("Sagsnr.: 25/12345", "25/12345", ()),
        ("Sagsnummer: 2025-012345", "2025-012345", ()),
        ("J.nr. 00.01.00-A00-1-25", "00.01.00-A00-1-25", ()),
        ("26/402", "26/402", ()),
        ("26/4", "26/4", ()),
        ("Sagsnummer: D2025-90311", "D2025-90311", ()),
        ("Sagens nr.: GEO 2026-114", "GEO 2026-114", ()),
        ("Acadre-sagsnr. 1140-26", "1140-26", ()),
        ("ESDH-nr. S2026-1140", "S2026-1140", ()),
        ("EMN: 2026-00114", "2026-00114", ()),
        ("Journalnr. 2026 - 114", "2026 - 114", ()),
        ("Sag 306-2025-1187", "306-2025-1187", ()),
        ("Sagsnr.: 26/1140   Dok.nr.: 41188/26", "26/1140", ()),
        ("Dok.nr. 41188/26   Sagsnr. 26/1140", "26/1140", ()),
        ("Dok.nr. 41188/26\nSagsnr. 26/1140", "26/1140", ()),
        ("Dok.nr. 41188/26", "41188/26", ()),
        ("Sagsnr.: 26/1140   Sagsbehandler: Anna Holm", "26/1140", ()),
        ("Sagsnr.: 26/1140 / Sagsbehandler: AHO", "26/1140", ("AHO",)),
        ("Sagsnr. 299835 Kultur- og Fritidsudvalget Åbent punkt", "299835", ()),
    ],
)
def test_the_case_of_an_item(line, case, initials, read):
    extract = read(paper(f"1. Havnen\n{line}\n\nBaggrund\nNy.{DECIDED}"))
    assert (extract.items[0].case, extract.items[0].initials) == (case, initials)
    assert extract.items[0].title == "Havnen"


@pytest.mark.parametrize("title", ["ESDH 2026", "Sag: Budget 2027", "Sagsnumre i 2026"])
def test_a_title_that_reads_like_a_label_is_no_case(title, read):
    [only] = read(paper(f"1.\n{title}{DECIDED}")).items
    assert (only.title, only.case) == (title, None)


@pytest.mark.parametrize(
    "behind", [" – sagsnr. D2026-402", ", J.nr. 26-114", "     Sagsnr. 26/402", " (sag S2026-114)"]
)
def test_a_labelled_case_behind_a_title_is_no_part_of_it(behind, read):
    [first] = read(paper(f"1. Takster for 2027{behind}{DECIDED}")).items
    assert (first.title, first.case) == ("Takster for 2027", behind.split()[-1].rstrip(")"))
    assert first.decision == "Godkendt."


def test_cases_above_all_headings_are_of_the_items_below_them(read):
    items = (f"Sagsnr.: 1-30-72-{n}-26\n\n{n}. Havnen i {n}{DECIDED}" for n in (1, 2, 3))
    extract = read(paper(*items))
    assert [one.case for one in extract.items] == [f"1-30-72-{n}-26" for n in (1, 2, 3)]
    assert {one.decision for one in extract.items} == {"Godkendt."}
    assert extract.document.case is None


def test_numbers_of_attachments_make_no_items(read):
    papers = "Bilag\n1. Notat\nDok.nr. 41188/26\n2. Kort\nDok.nr. 41190/26\n"
    extract = read(paper(f"1. Havnen{DECIDED}{papers}", f"2. Broen{DECIDED}"))
    assert titles(extract) == ["Havnen", "Broen"]


def test_a_case_that_covers_the_whole_document_is_the_document_s(read):
    text = paper(f"1. A\nSAG-2025-00001 nbk{DECIDED}", f"2. B\nSAG-2025-00001 xy{DECIDED}")
    assert read(text).document.case == "SAG-2025-00001"


def test_cases_that_differ_are_the_items_own(read):
    extract = read(paper(f"1. A\nSAG-2025-00001{DECIDED}", f"2. B\nSAG-2025-00002{DECIDED}"))
    assert [entry.case for entry in extract.items] == ["SAG-2025-00001", "SAG-2025-00002"]
    assert extract.document.case is None


def test_the_case_of_one_item_is_not_the_document_s(read):
    extract = read(paper(f"1. A\nSAG-2025-00001{DECIDED}", f"2. B{DECIDED}", f"3. C{DECIDED}"))
    assert extract.document.case is None


@pytest.mark.parametrize(
    ("line", "case"),
    [
        ("Sagsnr. SAG-2026-01150", "SAG-2026-01150"),
        ("Den 24. marts 2026     J.nr. D2026-1150", "D2026-1150"),
        ("Acadre-sag: 26/1150", "26/1150"),
        ("Journalnummer: 00.01.00-A00-1-25", "00.01.00-A00-1-25"),
    ],
)
def test_the_case_on_top_of_a_letter_is_its_own(line, case, read):
    letter = "KKR Syddanmark\nSekretariatet\n\nTil Bestyrelsen for Havnefonden\n\n{}\n\nNye medlemmer\n\n"
    body = "Tak for brevet. Der henvises til sagsnr. 25/9999.\n\nMed venlig hilsen\nAnna Holm\n"
    assert read(letter.format(line) + body).document.case == case


def test_a_case_that_a_letter_refers_to_is_not_its_own(read):
    body = "Tak for brevet. Der henvises til sagsnr. D25-9999.\n\nMed venlig hilsen\nAnna Holm\n"
    assert read("KKR Syddanmark\n\nNye medlemmer\n\n" + body).document.case is None


def test_a_list_of_contents_with_cases_has_no_case_of_the_document(read):
    front = "Indhold\nSagsnr. 26/1140 Havnen\nSagsnr. 26/1150 Broen"
    extract = read(paper(f"1. Havnen{DECIDED}", f"2. Broen{DECIDED}", front=front))
    assert extract.document.case is None


# --- sections -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Baggrund", "background"),
        ("BAGGRUND", "background"),
        ("Baggrund:", "background"),
        ("Resumé", "background"),
        ("Sagsfremstilling", "presentation"),
        ("Økonomi", "presentation"),
        ("Indstilling", "recommendation"),
        ("Administrationen indstiller", "recommendation"),
        ("Beslutning", "decision"),
        ("Referat", "decision"),
        ("Konklusion:", "decision"),
        ("Beslutning fra møde i Havnerådet den 3. maj 2026", "decision"),
        ("Havnerådets beslutning", "decision"),
        ("Beslutning i Økonomiudvalget den 3. maj 2026", "decision"),
        ("Bilag", "attachments"),
        ("Administrativ indstilling", "recommendation"),
        ("Indstilling og beslutning", "recommendation"),
        ("Sagen afgøres i", "presentation"),
    ],
)
def test_headings_of_sections(heading, kind, lexicon):
    text = paper(f"1. Havnen\n\n{heading}\nHer står der noget.\n\n2. Broen{DECIDED}")
    assert sections(text, lexicon) == [(kind, "Her står der noget.")]


def test_a_heading_may_stand_before_its_text(lexicon):
    text = paper(
        "1. Havnen\n\nIndstilling: Det indstilles, at planen godkendes.\n\nBeslutning: Godkendt."
    )
    assert sections(text, lexicon) == [
        ("recommendation", "Det indstilles, at planen godkendes."),
        ("decision", "Godkendt."),
    ]


@pytest.mark.parametrize(
    "text", ["Beslutningen blev taget i maj.", "beslutning", "Baggrund for sagen er, at den er ny."]
)
def test_a_word_in_prose_heads_nothing(text, lexicon):
    assert sections(paper(f"1. Havnen\n\nSagsfremstilling\n{text}"), lexicon) == [
        ("presentation", text)
    ]


def test_what_stands_before_the_first_item_is_the_front(lexicon):
    layer = layer_of(paper(item("1.", "Havnen", "Godkendt."), front="Deltagere\nAnna Holm"))
    front = find_structure(layer, lexicon).front
    assert [layer.raw(line) for line in front][1:] == ["Deltagere", "Anna Holm"]


def test_a_title_may_stand_above_its_number(read):
    text = "\n\n".join(
        f"{title}\nSag nr. {n}{DECIDED}".strip() for n, title in ((7, "Havnen"), (8, "Broen"))
    )
    extract = read(paper(text))
    assert [(one.number, one.title) for one in extract.items] == [("7", "Havnen"), ("8", "Broen")]


@pytest.mark.parametrize("written", ["1. (Åben) Havnen", "1. Havnen:", "Nr. 1 - Havnen"])
def test_what_systems_put_around_a_title_is_no_part_of_it(written, read):
    assert (
        titles(read(paper(f"{written}{DECIDED}{written.replace('1', '2')}{DECIDED}")))
        == ["Havnen"] * 2
    )


@pytest.mark.parametrize(
    "heading",
    [
        "Beslutning i Havneudvalget den 3. maj 2025",
        "Beslutning Havneudvalget den 03-05-2025",
        "Havneudvalget, 03-05-2025, pkt. 1",
        "Havneudvalget den 3. maj 2025",
        "Udvalget for Havn og Kyst den 3. maj 2025:",
    ],
)
def test_a_body_and_a_day_head_a_decision(heading, lexicon):
    text = f"1. Havnen\n\nBaggrund\nHavnen er gammel.\n\n{heading}\nGodkendt.\n"
    assert sections(paper(text), lexicon)[-1] == ("decision", "Godkendt.")


def test_a_day_at_the_end_of_a_line_of_prose_heads_nothing(lexicon):
    prose = f"{LONG} på møde i KKR Nordjylland den 24. oktober 2025\ngodkendes."
    text = f"1. Havnen\n\nIndstilling\nDet indstilles, at {prose}{DECIDED}"
    assert [kind for kind, _ in sections(paper(text), lexicon)] == ["recommendation", "decision"]


@pytest.mark.parametrize("case", ["(sag 26/06120)", "(Sagsnr. 26/06120)", "(26/06120)"])
def test_a_case_number_in_brackets_behind_a_title_is_no_part_of_it(case, read):
    [first] = read(paper(f"1. Takster for 2027 {case}{DECIDED}")).items
    assert (first.title, first.case) == ("Takster for 2027", "26/06120")


def test_brackets_behind_a_title_that_hold_no_case_number_belong_to_it(read):
    [first] = read(paper(f"1. Budget (1. behandling){DECIDED}")).items
    assert (first.title, first.case) == ("Budget (1. behandling)", None)


def test_a_sentence_right_below_a_title_that_filled_its_line_is_no_part_of_it(read):
    text = (
        "1. Valg af formand og næstformand for Havneforum Vest\n"
        "Det indstilles, at Havneforum Vest vælger en formand og en\nnæstformand."
        f"{DECIDED}2. Broen{DECIDED}"
    )
    assert titles(read(paper(text))) == [
        "Valg af formand og næstformand for Havneforum Vest",
        "Broen",
    ]
