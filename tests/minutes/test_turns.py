"""Turns of phrase that tell of a role, and former holders, who tell of none."""

import pytest

from tests.minutes.paper import item, paper

TURNS = {
    "Til stede var formand Anna Holm, Bo Lund og Eva Skov.": [
        ("Anna Holm", "KKR Nordjylland", "holds")
    ],
    "Tidligere formand for Havnerådet, Bo Lund, er stoppet.": [],
    "Siden Bo Lund, tidligere formand for Havnerådet, trådte ud af kommunalpolitik, er der stille.": [],
    "Forhenværende næstformand i Kystrådet, Eva Skov, har forladt partiet.": [],
    "I Havnerådet afløses Bo Lund (V) af Anna Holm (A).": [
        ("Anna Holm", "Havnerådet", "appointed"),
        ("Bo Lund", "Havnerådet", "left"),
    ],
    "Til revisionsudvalget udpegedes Anna Holm.": [("Anna Holm", "revisionsudvalget", "appointed")],
    "Til budgetudvalget valgtes Eva Skov.": [("Eva Skov", "budgetudvalget", "elected")],
    "Bo Lund blev valgt til formand for Kystrådet. Eva Skov blev næstformand.": [
        ("Bo Lund", "Kystrådet", "elected"),
        ("Eva Skov", "Kystrådet", "elected"),
    ],
}


@pytest.mark.parametrize(("sentences", "facts"), TURNS.items())
def test_what_a_turn_of_phrase_tells(sentences, facts, read):
    extract = read(paper(item("1.", "Dagsorden", "Godkendt."), item("2.", "Et punkt", sentences)))
    told = [(one.person, one.body, one.event.value) for one in extract.appointments]
    assert sorted(told) == sorted(facts)
