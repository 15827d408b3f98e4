"""What stands beside the title of an item: whether it is open, its case, the part of the agenda."""

import pytest

from tests.minutes.paper import HEAD


def paper_of(*items: str) -> str:
    """A document of items as they are written, a blank line between them."""
    return "\n\n".join((HEAD, *items)) + "\n"


@pytest.mark.parametrize(
    "heading",
    [
        "2. Køb af ejendom\nLukket sag\nSagsnr.: 26/5508",
        "2. Køb af ejendom\nSagsnr.: 26/5508\nÅben sag",
        "2. Køb af ejendom\nSagsid.: 26/5508   Åben sag",
        "2. Køb af ejendom     Lukket punkt\nSagsnr. 26/5508",
        "2. Køb af ejendom Lukket punkt\nSagsnr. 26/5508",
        "2. Køb af ejendom\nSagsnr.: 26/5508     Initialer: LBK",
        "2. Køb af ejendom\nSagsnr.: 26/5508, sagsbehandler: lbk",
        "2. (Åben) Køb af ejendom\nSagsnr. 26/5508",
        "Sagsnr. 26/5508\n2. Køb af ejendom",
        "Lukkede punkter\n\n2. Køb af ejendom\nSagsnr. 26/5508",
        "Tillægsdagsorden\n\nSagsnr. 26/5508\n2. Køb af ejendom",
    ],
)
def test_openness_case_and_part_of_the_agenda_are_no_part_of_title_or_decision(read, heading):
    first = "1. Godkendelse af dagsorden\nÅben sag\n\nBeslutning\nGodkendt."
    extract = read(paper_of(first, f"{heading}\n\nBeslutning\nUdsat."))
    assert [one.title for one in extract.items] == ["Godkendelse af dagsorden", "Køb af ejendom"]
    assert [one.decision for one in extract.items] == ["Godkendt.", "Udsat."]
    assert [one.case for one in extract.items] == [None, "26/5508"]


def test_a_case_above_a_number_is_of_the_item_below_it(read):
    closed = "Sagsnr. 26/2377\n8. LUKKET PUNKT - Lejemål"
    last = "Sagsnr. 26/104\n9. Eventuelt\n\nBeslutning\nIntet."
    first = "Sagsnr. 26/103\n7. Meddelelser\n\nBeslutning\nTil orientering."
    extract = read(paper_of(first, closed, last))
    assert [(one.number, one.case) for one in extract.items] == [
        ("7", "26/103"),
        ("8", "26/2377"),
        ("9", "26/104"),
    ]
    assert extract.items[1].title == "LUKKET PUNKT - Lejemål"


def test_what_is_written_in_a_title_stays_there(read):
    text = "1. Køb af ejendom (lukket)\n\nBeslutning\nGodkendt.\n\n2. Svømmehallen er lukket\n\nBeslutning\nUdsat."
    extract = read(paper_of(text))
    assert [one.title for one in extract.items] == [
        "Køb af ejendom (lukket)",
        "Svømmehallen er lukket",
    ]


def test_the_label_of_a_title_is_no_part_of_it(read):
    item = "Sag nr. {}\nEmne: {}\nJournalnr.: 04.04.00-P20-2-26\n\nBeslutning\nGodkendt."
    extract = read(paper_of(item.format(12, "Ny legeplads"), item.format(13, "Havnen")))
    assert [one.title for one in extract.items] == ["Ny legeplads", "Havnen"]
