"""A list may tell in sentences who sits in a forum, as minutes do: broken anywhere, one paragraph."""

import pytest

from tests.appointments.seats import seats

TOLD = {
    "Fra byrådet sidder Anna Holm (A), der er formand for bestyrelsen, Bo Lund (V), der er\n"
    "næstformand, samt Eva Skov (F) og Ida Krag (O).": [
        "Anna Holm, chair: Havnerådet",
        "Bo Lund, vice-chair: Havnerådet",
        "Eva Skov, member: Havnerådet",
        "Ida Krag, member: Havnerådet",
    ],
    "For kommunen deltager Anna Holm (A), som også er formand, og Bo Lund (V).": [
        "Anna Holm, chair: Havnerådet",
        "Bo Lund, member: Havnerådet",
    ],
    "Bestyrelsen består af to medlemmer udpeget af Randers Byråd. De to forbrugervalgte\n"
    "medlemmer er Anna Holm og Bo Lund.": [
        "Anna Holm, member: Havnerådet",
        "Bo Lund, member: Havnerådet",
    ],
    "Borgmester Anna Holm (A) er født medlem af bestyrelsen. Viceborgmester Bo Lund (V)\n"
    "er hendes stedfortræder.": [
        "Anna Holm, member, ex-officio: Havnerådet",
        "Bo Lund, deputy, for Anna Holm: Havnerådet",
    ],
    "Byrådet har med virkning fra den 1. januar 2026 udpeget Anna Holm (A) som kommunens\n"
    "repræsentant i Havnerådet. Som stedfortræder for hende har byrådet udpeget Bo Lund (V).": [
        "Anna Holm, representative, appointed, by Randers Byråd, 2026-01-01/: Havnerådet",
        "Bo Lund, deputy, appointed, for Anna Holm, by Randers Byråd: Havnerådet",
    ],
    "Desuden er Anna Holm (A) den 1. februar 2026 indtrådt i bestyrelsen i stedet for Bo Lund (V).": [
        "Anna Holm, member, appointed, after Bo Lund, 2026-02-01/: Havnerådet",
        "Bo Lund, member, left: Havnerådet",
    ],
    "Anna Holm (A) udtrådte den 31. januar 2026, og pladsen er ubesat. Byrådet forventes at\n"
    "udpege Bo Lund (V) som ny repræsentant på mødet den 24. marts 2026.": [
        "Anna Holm, member, left, /2026-01-31: Havnerådet",
        "Bo Lund, representative, appointed, by Randers Byråd, uncertain: Havnerådet",
    ],
    "Medlemmer for Dansk Sejlunion er Anna Holm og Bo Lund. Suppleanter for havnens brugere\n"
    "er Eva Skov og Ida Krag.": [
        "Anna Holm, member: Havnerådet",
        "Bo Lund, member: Havnerådet",
        "Eva Skov, deputy: Havnerådet",
        "Ida Krag, deputy: Havnerådet",
    ],
    "Medlemmer er Anna Holm efter indstilling fra lejerne og Bo Lund efter indstilling fra\n"
    "udlejerne. Rådets sekretær er Eva Skov.": [
        "Anna Holm, member: Havnerådet",
        "Bo Lund, member: Havnerådet",
    ],
    "De delegerede er Anna Holm (A), Bo Lund\n(V) og Eva Skov (F).": [
        "Anna Holm, member: Havnerådet",
        "Bo Lund, member: Havnerådet",
        "Eva Skov, member: Havnerådet",
    ],
    # the secretary sits nowhere, whoever stands alone on the last line
    "Formand for nævnet er advokat Anna Holm, og havnen har sit kontor i byen. Nævnets sekretær er\n"
    "Morten Abel.": ["Anna Holm, chair: Havnerådet"],
    # who is asked, and who sits in another forum
    "Spørgsmål besvares af Anna Holm i sekretariatet.": [],
    "Anna Holm (A) er formand for Lystskoven.": [],
}


@pytest.mark.parametrize(("told", "expected"), TOLD.items(), ids=list(TOLD))
def test_a_paragraph_that_tells_who_sits_in_a_forum(told, expected, read):
    text = f"Randers Byråd\nUdpegningsoversigt\n\nHavnerådet\nFormål: At følge havnen.\n\n{told}\n"
    assert seats(read(text)) == expected


def test_a_sentence_without_people_still_gives_a_rule(read):
    text = (
        "Randers Byråd\nUdpegningsoversigt\n\nHavnerådet\n\n"
        "Rådet har 4 medlemmer udpeget af Randers Byråd. Formand er Anna Holm (A).\n"
    )
    (rule,) = read(text).seat_rules
    assert (rule.body, rule.seats, rule.appointed_by) == ("Havnerådet", 4, "Randers Byråd")


def test_whose_list_it_is_is_nobody_by_name(read):
    text = (
        "Aalborg Byråds repræsentation i selskaber og råd\nPolitik- og Ledelsessekretariatet\n\n"
        "Aalborg Byråds repræsentation i selskaber og råd\n\n"
        "Havnerådet\nFormål: Havne.\nAnna Holm (A)\n"
    )
    extract = read(text)
    assert seats(extract) == ["Anna Holm, member: Havnerådet"]
    assert [forum.name for forum in extract.forums] == ["Havnerådet"]


def test_the_companys_chair_is_the_one_of_the_company_above(read):
    text = (
        "Randers Byråd\nUdpegningsoversigt\n\nFjordvand A/S\nFormål: Vand.\n\n"
        "Selskabets formand er fortsat Anna Holm (A).\n"
    )
    assert seats(read(text)) == ["Anna Holm, chair: Fjordvand A/S"]
