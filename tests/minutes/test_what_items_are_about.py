"""Whose seats an item or a notice is about, when other bodies are named on the way."""

import pytest

from tests.minutes.paper import item, paper

TITLE = "Udpegning til bestyrelsen for Erhvervshus Fyn"
BESIDE = [
    "Ib Dam (B) udtræder af bestyrelsen for Erhvervshus Sydjylland den 28. februar 2026.",
    "Ib Dam (B) er formand for Danmarks Erhvervsfremmebestyrelse.",
]


def placed(extract, name):
    return {one.body for one in extract.appointments if one.person == name}


@pytest.mark.parametrize("beside", BESIDE)
@pytest.mark.parametrize("decision", ["KKR fulgte indstillingen.", "Eva Skov blev udpeget."])
def test_a_section_is_about_what_the_title_says(beside, decision, read):
    text = (
        f"1. {TITLE}\n\nSagsfremstilling\n{beside}\n\nIndstilling\nFormandskabet indstiller, "
        f"at Eva Skov (A) udpeges som medlem.\n\nBeslutning\n{decision}"
    )
    assert placed(read(paper(text)), "Eva Skov") == {"Erhvervshus Fyn"}


def test_what_somebody_is_besides_is_said_by_the_way(read):
    told = "Bo Lund blev udpeget. Han er i forvejen medlem af bestyrelsen for Midttrafik. Eva Skov blev også udpeget."
    extract = read(paper(item("1.", TITLE, told)))
    assert placed(extract, "Eva Skov") == {"Erhvervshus Fyn"}


def test_a_notice_goes_on_about_what_it_told_of(read):
    text = (
        "Pressemeddelelse\nKKR Nordjylland, den 19. marts 2026\n\nBestyrelsen for Erhvervshus Nordjylland har "
        "valgt Eva Skov (A) som formand. Hun er medlem af byrådet i Rebild.\n\nSom ny næstformand er valgt "
        "direktør Bo Lund fra Lunds Stål A/S i Hobro.\n"
    )
    assert placed(read(text), "Bo Lund") == {"Erhvervshus Nordjylland"}
