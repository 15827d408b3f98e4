"""Text before the first item that nothing was read from is reported, or ignored by name."""

import pytest

from tests.minutes.paper import HEAD, paper

PEOPLE = "Deltagere\nAnna Holm (A)\n\n"


def left(extract) -> list[str]:
    return [unclaimed.passage.quote for unclaimed in extract.unclaimed]


@pytest.mark.parametrize(
    "front",
    [
        "Sted: Rådhuset, lokale 3",
        "Mødested\nRådhuset",
        "Tid: kl. 10.00-12.00",
        "Mødetidspunkt: 10:00",
        "Journalnr. 00.01.00-A00-1-25",
        "SAG-2025-03687",
        "____________________",
        "* * *",
        "Referat",
        "Indhold\n1. Godkendelse af dagsorden",
        "Indhold\n1. Godkendelse af dagsorden ...... 2",
        "Pkt.  Tekst                          Side\n1     Godkendelse af dagsorden          2",
        "ÅBNE DAGSORDENSPUNKTER\n1  Godkendelse af dagsorden       2",
        "i Mødelokale 3, Rådhuset",
        "Mødet blev hævet kl. 15.50.",
    ],
)
def test_what_the_graph_does_not_keep_is_ignored_by_name(front, read):
    assert left(read(paper(front=f"{front}\n\n{PEOPLE}"))) == []


@pytest.mark.parametrize(
    "front",
    [
        "Mødet blev optaget på bånd, og optagelsen kan høres hos sekretariatet.",
        "Bo Lund har været med til det hele.",
        "Godkendelse af regnskabet for 2024",
    ],
)
def test_other_text_below_the_list_of_people_is_reported(front, read):
    assert left(read(paper(front=f"{PEOPLE}{front}"))) == [front]


def test_the_cover_above_the_list_of_people_is_ignored_unless_it_tells_something(read):
    cover = "KL er kommunernes fælles organisation og forum for alle."
    assert left(read(paper(front=f"{cover}\n\n{PEOPLE}"))) == []
    named = "Bo Lund har skrevet denne forside."
    assert left(read(paper(front=f"{named}\n\n{PEOPLE}"))) == [named]


def test_without_a_list_of_people_nothing_is_a_cover(read):
    text = "KL er kommunernes fælles organisation og forum for alle."
    assert left(read(paper(front=text))) == [text]


def test_lines_of_one_paragraph_are_one_leftover(read):
    prose = (
        "Mødet blev optaget på bånd, og optagelsen kan i dag høres hos\nsekretariatet på rådhuset."
    )
    [unclaimed] = read(paper(front=f"{PEOPLE}{prose}")).unclaimed
    assert unclaimed.passage.quote == prose
    assert unclaimed.why


def test_a_text_without_anything_known_is_left_over_whole(read):
    text = "Kære alle\n\nHermed lidt om havnen og om det, der er sket."
    extract = read(text)
    assert (extract.items, extract.attendance, extract.appointments) == ((), (), ())
    assert left(extract) == text.split("\n\n")


def test_an_empty_text_says_nothing(read):
    extract = read("")
    assert (extract.document.body, extract.document.date, extract.document.kind) == (
        None,
        None,
        "other",
    )
    assert [finding.code for finding in extract.warnings] == ["meeting-unknown"] * 2


def test_a_head_alone_leaves_nothing_over(read):
    assert left(read(HEAD)) == []


def test_the_forms_of_a_letter_and_a_heading_over_what_was_read_are_ignored(read):
    text = (
        "Fra: KKR Fyn\nTil: Byrådene\nSendt: 3. maj 2026\nEmne: Nye medlemmer\n\nKære alle\n\n"
        "Havnerådet\n\nAnna Holm (A) er udpeget til Havnerådet.\n\nDet sner på Ærø.\n\n"
        "Venlig hilsen\n\nEva Skov\nKonsulent\n\nKopi: Ida Krag\n"
    )
    assert left(read(text)) == ["Det sner på Ærø."]
