"""Items that have titles and no numbers."""

from typing import Any

import pytest

from kkr_graph.model.extract import to_json
from tests.minutes.paper import HEAD

DECIDED = "Beslutning\nGodkendt.\n"


def paper(*items: str) -> str:
    return "\n\n".join((HEAD, "Til stede: Anna Holm (V), Bo Lund (A)", *items)) + "\n"


def read_items(extract) -> list[tuple[str, str, list[str]]]:
    return [(item.number, item.title, list(item.outcomes)) for item in extract.items]


def test_titles_above_sections_are_items_counted_in_their_order(read):
    text = paper(
        f"Ny havn\n\nSagsfremstilling\nHavnen er gammel.\n\n{DECIDED}",
        "Vejen til havnen\n\nIndstilling\nVejen lægges.\n\nBeslutning\nUdsat.\n",
    )
    assert read_items(read(text)) == [
        ("1", "Ny havn", ["approved"]),
        ("2", "Vejen til havnen", ["postponed"]),
    ]


@pytest.mark.parametrize(
    ("presentation", "recommendation", "decision"),
    [
        ("Sagsfremstilling", "Indstilling", "Beslutning"),
        ("Resumé", "Forvaltningen indstiller", "Konklusion"),
        ("Kort om sagen", "Forslag til beslutning", "Udvalgets beslutning"),
    ],
)
def test_the_section_words_of_any_house_will_do(presentation, recommendation, decision, read):
    def item(title: str) -> str:
        return f"{title}\n{presentation}\nDet er nyt.\n{recommendation}\nDet sker.\n{decision}\nGodkendt."

    text = paper(item("NY HAVN"), item("VEJEN TIL HAVNEN"))
    assert [title for _, title, _ in read_items(read(text))] == ["NY HAVN", "VEJEN TIL HAVNEN"]


def test_a_heading_inside_an_item_is_no_item(read):
    text = paper(
        f"Ny havn\n\nSagsfremstilling\nHavnen er gammel.\n\nSvar fra naboerne\nDer kom to.\n\n{DECIDED}",
        f"Broen\n\nSagsfremstilling\nBroen er ny.\n\nSvar fra færgen\nDer kom et.\n\n{DECIDED}",
    )
    assert [title for _, title, _ in read_items(read(text))] == ["Ny havn", "Broen"]


def test_the_entries_below_attachments_are_no_items(read):
    text = paper(
        f"Ny havn\n\nSagsfremstilling\nHavnen er gammel.\n\nBilag\nTegning af havnen\n\n{DECIDED}",
        f"Broen\n\nSagsfremstilling\nBroen er ny.\n\nBilag\nTegning af broen\n\n{DECIDED}",
    )
    assert [title for _, title, _ in read_items(read(text))] == ["Ny havn", "Broen"]


def test_a_list_with_numbers_inside_an_item_does_not_hide_the_titles(read):
    text = paper(
        f"Ny havn\n\nSagsfremstilling\nDer er tre veje:\n\n1. Mod nord\n2. Mod syd\n3. Mod øst\n\n{DECIDED}",
        f"Broen\n\nSagsfremstilling\nBroen er ny.\n\n{DECIDED}",
    )
    assert [title for _, title, _ in read_items(read(text))] == ["Ny havn", "Broen"]


def test_the_titles_that_every_agenda_has_are_items_without_sections(read):
    text = paper(
        "Velkomst\nFormanden bød velkommen.",
        "Ny havn\nHavnen er gammel.\nKonklusion: Godkendt.",
        "Eventuelt\nIntet.",
    )
    assert read_items(read(text)) == [
        ("1", "Velkomst", ["none"]),
        ("2", "Ny havn", ["approved"]),
        ("3", "Eventuelt", ["none"]),
    ]


def test_minutes_without_sections_are_known_by_two_such_titles(read):
    text = paper(
        "Godkendelse af referat\nReferatet blev godkendt.",
        "Ny havn\nAnna Holm viste tegningen. Rådet drøftede den.",
        "Eventuelt\nIntet.",
    )
    assert read_items(read(text)) == [
        ("1", "Godkendelse af referat", ["approved"]),
        ("2", "Ny havn", ["discussed"]),
        ("3", "Eventuelt", ["none"]),
    ]


SETTLED = (
    "Ny bro\nBroen blev drøftet, og bestyrelsen bakkede op om den.",
    "Udskiftning i bestyrelsen\nAnna Holm blev valgt til formand.",
    "Regnskab\nRegnskabet blev godkendt.",
    "Færgen\nRedegørelsen for færgen blev taget til efterretning.",
)


def test_titles_without_sections_are_items_where_most_tell_what_was_done(read):
    extract = read("Referat af møde i Havnerådet den 3. marts 2026\n\n" + "\n\n".join(SETTLED))
    assert [item.title for item in extract.items] == [text.split("\n")[0] for text in SETTLED]


def test_a_notice_with_such_titles_has_no_items(read):
    top = "Nyhedsbrev fra Havnerådet, 3. marts 2026\n\nLæs rådets referat på hjemmesiden\n\n"
    extract = read(top + "\n\n".join(SETTLED))
    assert extract.items == ()


def test_a_numbered_item_that_every_agenda_has_leaves_the_others_their_numbers(read):
    text = paper(
        "Punkt 1:  Færgen\n\nFærgen blev drøftet.",
        "Punkt 2:  Eventuelt\n\nIntet.",
        "Referat: Eva Skov, Vejle Kommune",
    )
    assert read_items(read(text)) == [("1", "Færgen", ["discussed"]), ("2", "Eventuelt", ["none"])]


def test_prose_with_short_lines_has_no_items(read):
    text = paper("Vores havn\nHavnen blev indviet.", "Vejret\nDet regnede, og alle gik hjem.")
    extract = read(text)
    assert extract.items == ()
    assert "items-unknown" in [finding.code for finding in extract.warnings]


def test_it_is_told_that_the_numbers_are_the_programs_own(read):
    text = paper(f"Ny havn\n\n{DECIDED}", f"Broen\n\n{DECIDED}")
    [finding] = read(text).warnings
    assert finding.code == "items-counted"
    assert "talt fra 1 til 2" in finding.message


def test_a_list_of_contents_above_gives_no_item_twice(read):
    text = paper(
        "Dagsorden\nVelkomst\nNy havn\nEventuelt",
        "Velkomst\nFormanden bød velkommen.",
        f"Ny havn\n\n{DECIDED}",
        "Eventuelt\nIntet.",
    )
    assert [title for _, title, _ in read_items(read(text))] == ["Velkomst", "Ny havn", "Eventuelt"]


def test_a_title_that_is_a_word_of_sections_elsewhere_is_a_title_where_an_item_has_ended(read):
    text = paper(
        "Ny havn\nHavnen er gammel.\n\nBeslutning: Godkendt.\n",
        "Økonomi\nDer er penge.\n\nBeslutning: Udsat.\n",
    )
    assert read_items(read(text)) == [
        ("1", "Ny havn", ["approved"]),
        ("2", "Økonomi", ["postponed"]),
    ]


def test_the_json_form_has_no_numbers_that_the_document_has_not(read):
    guest = "Konsulent Eva Skov orienterede om havnen."
    told: dict[str, Any] = to_json(
        read(paper(f"Ny havn\n\nSagsfremstilling\n{guest}\n\n{DECIDED}", f"Broen\n\n{DECIDED}"))
    )
    assert [item["number"] for item in told["items"]] == [None, None]
    assert [said["item"] for said in told["statements"]] == [None]
    assert [entry["items"] for entry in told["attendance"]] == [None] * 3
    numbered: dict[str, Any] = to_json(read(paper(f"1. Ny havn\n\n{DECIDED}")))
    assert [item["number"] for item in numbered["items"]] == ["1"]


def test_a_title_in_capitals_below_the_last_number_begins_an_item_that_is_counted(read):
    text = (
        f"{HEAD}\n\n1. Dagsorden\n\nBeslutning\nGodkendt.\n\n2. Ny havneplan\n\nBeslutning\n"
        "Planen blev godkendt.\n\nEVENTUELT\nSagen om broen blev udsat.\n\nNÆSTE MØDE\n3. marts 2026.\n"
    )
    found = [(one.number, one.numbered, one.title, one.outcomes[0]) for one in read(text).items]
    assert found[1:] == [
        ("2", True, "Ny havneplan", "approved"),
        ("3", False, "EVENTUELT", "postponed"),
        ("4", False, "NÆSTE MØDE", "none"),
    ]


def test_headings_inside_the_one_numbered_item_are_no_items(read):
    said = "Økonomi\n\nIngen.\n\nEt forbehold\n\nHøring\n\nIngen.\n\nEt til\n\nBilag\n\nIntet.\n"
    text = (
        f"Nr. 35 - Ny havneplan\n\nSagsnr.: 26/402\n\nSagsfremstilling\n\nPlanen er kort.\n\n{said}"
    )
    assert [item.title for item in read(text).items] == ["Ny havneplan"]


def test_a_heading_of_several_words_is_no_title_of_an_item(read):
    text = paper(
        f"Ny havn\n\n{DECIDED}", f"Hvem beslutter\n\nByrådet.\n\n{DECIDED}", f"Broen\n\n{DECIDED}"
    )
    assert [item.title for item in read(text).items] == ["Ny havn", "Broen"]
