"""Lists by person: somebody's name, and what she or he is and where."""

import pytest

from tests.appointments.seats import seats

WRITTEN = {
    "a heading says whose posts they are": (
        "Hvervsliste for Bo Lund (V)\nOpdateret den 1. marts 2026\n\nFormand for Havnerådet\nTeknisk Udvalg\n"
        "Medlem af bestyrelsen for Kystmuseet 2022-\nKlimarådet, suppleant\n",
        [
            "Bo Lund, chair: Havnerådet",
            "Bo Lund, member: Teknisk Udvalg",
            "Bo Lund, member: Kystmuseet",
            "Bo Lund, deputy: Klimarådet",
        ],
    ),
    "headings with a genitive": (
        "Byrådets hverv\n\nBo Lunds hverv\nFormand for Havnerådet\n\nAnna Holms hverv\nMedlem af Klimarådet\n",
        ["Bo Lund, chair: Havnerådet", "Anna Holm, member: Klimarådet"],
    ),
    "a blue book with bullets": (
        "Blå Bog - Køge Byråd\nPr. 1. marts 2026\n\nBo Lund (V), Køge:\n- medlem af bestyrelsen for Kystmuseet 2022-\n"
        "- formand, Havnerådet\n- gårdejer\n\nAnna Holm (A), Køge:\n- Født 1971, cand.mag.\n- Klimarådet (formand)\n"
        "- Børneudvalget\n",
        [
            "Bo Lund, member: Kystmuseet",
            "Bo Lund, chair: Havnerådet",
            "Anna Holm, chair: Klimarådet",
            "Anna Holm, member: Børneudvalget",
        ],
    ),
    "those of a party below its name, and others": (
        "KKR Syddanmark\nUdpegningsoversigt fordelt på partier, KKR Syddanmark\n2026-2029\n\nSocialdemokratiet (A)\n"
        "Anna Holm, Vejle\n– Havneforum, formand\n– Klimaforum, stedfortræder for Bo\nLund\n\nVenstre (V)\nBo Lund, Varde\n– Klimaforum\n\n"
        "Uden for partierne\nEva Skov, direktør\n– Havneforum\n",
        [
            "Anna Holm, chair: Havneforum",
            "Eva Skov, member: Havneforum",
            "Anna Holm, deputy, for Bo Lund: Klimaforum",
            "Bo Lund, member: Klimaforum",
        ],
    ),
    "what is told at the end, of nobody in particular, and the abbreviations": (
        "KKR Syddanmark\nUdpegningsoversigt fordelt på partier\n2026-2029\n\nSocialdemokratiet (A)\n"
        "Anna Holm, Vejle\n– RAR Sydjylland\n– Klimaforum, formand\n\n"
        "Ledige pladser\n– Klimaforum:\nstedfortræder for Anna Holm\n\n"
        "Udtrådt siden sidste udgave\nBo Lund (V), Assens, udtrådte af Klimaforum den 28. februar 2026.\n\n"
        "Forkortelser\nRAR Sydjylland: Det Regionale Arbejdsmarkedsråd Sydjylland\n",
        [
            "Anna Holm, member: Det Regionale Arbejdsmarkedsråd Sydjylland",
            "Anna Holm, chair: Klimaforum",
            "Bo Lund, member, left, /2026-02-28: Klimaforum",
        ],
    ),
    "dots that lead to what somebody is": (
        "Byrådsmedlemmernes tillidshverv 2026-2029\n\nAnna Holm (A)\n  Økonomiudvalget ............ formand\n"
        "  KKR Nordjylland ............ født medlem\n  Vestegnens Beredskab . . . . medlem\n\nBo Lund (V)\n"
        "  KKR Nordjylland ............ suppleant for Anna Holm\n  Kystforeningen ............. medlem\n",
        [
            "Anna Holm, chair: Økonomiudvalget",
            "Anna Holm, member, ex-officio: KKR Nordjylland",
            "Anna Holm, member: Vestegnens Beredskab",
            "Bo Lund, deputy, for Anna Holm: KKR Nordjylland",
            "Bo Lund, member, uncertain: Kystforeningen",
        ],
    ),
    "offices below the names, and a heading over all of them": (
        "Blå Bog - hvem sidder hvor\nKKR Fyn\nOpdateret den 1. marts 2026\n\nPersoner\n\n"
        "Anna Holm (A)\nBorgmester, Nyborg Kommune\n• Klimaforum Fyn - født medlem (borgmester)\n"
        "• Havnerådet - formand (1. februar 2026 - 31. januar 2030)\n\n"
        "Bo Lund (V)\nRådmand, Odense Kommune\n• Havnerådet - medlem, udpeget af ministeren\n• Klimaforum Fyn - medlem fra 1. april 2026\n\n"
        "Tove Marie Rye (C)\nByrådsmedlem, Assens Kommune\n• Havnerådet - stedfortræder for Bo Lund\n"
        "• Klimaforum Fyn - medlem, udtrådt den 31. marts 2026\n",
        [
            "Anna Holm, member, ex-officio: Klimaforum Fyn",
            "Anna Holm, chair, 2026-02-01/2030-01-31: Havnerådet",
            "Bo Lund, member, by ministeren: Havnerådet",
            "Bo Lund, member, 2026-04-01/: Klimaforum Fyn",
            "Tove Marie Rye, deputy, for Bo Lund: Havnerådet",
            "Tove Marie Rye, member, left, /2026-03-31: Klimaforum Fyn",
        ],
    ),
    "posts with several things behind them, and no day of the list": (
        "KKR Fyn\nBlå Bog\n\nPolitikere\n\nAnna Holm (A)\nKommunalbestyrelsesmedlem i Nyborg Kommune\n"
        "* Havnerådet (formand, udpeget af ministeren)\n* Fynsk Musikforum – repræsentant siden 1. januar 2024\n\n"
        "Bo Lund (V)\n1. viceborgmester, Odense Kommune\n* Fonden Kystens Hus: næstformand, til og med 31. december 2027\n* Havnerådet\n",
        [
            "Anna Holm, chair, by ministeren: Havnerådet",
            "Anna Holm, representative, 2024-01-01/: Fynsk Musikforum",
            "Bo Lund, vice-chair, /2027-12-31: Fonden Kystens Hus",
            "Bo Lund, member: Havnerådet",
        ],
    ),
    "who proposed somebody, and who gave the seat": (
        "Udpegningsoversigt\n\nEva Skov, direktør\n– Havneforum, indstillet af Dansk\nByggeri og udpeget af KKR Fyn\n"
        "– Klimaforum, foreslået af Dansk Byggeri og valgt af KKR Fyn\n– Kulturforum, indstillet af Dansk Byggeri\n",
        [
            "Eva Skov, member, by KKR Fyn: Havneforum",
            "Eva Skov, member, by KKR Fyn: Klimaforum",
            "Eva Skov, member, nominated, by Dansk Byggeri: Kulturforum",
        ],
    ),
    "small letters without bullets": (
        "Blå Bog\n\nBo Lund (V)\nmedlem af Havnerådet\nformand for Klimarådet\n",
        ["Bo Lund, member: Havnerådet", "Bo Lund, chair: Klimarådet"],
    ),
    "a profile with headings, education and interests": (
        "Medlemmer af byrådet og deres hverv\n\nAnna Holm\nSocialdemokratiet\nTelefon: 99 00 00 00\nFødt: 1971\n"
        "Beskæftigelse: Lærer på skolen ved havnen og formand for skolens bibliotek\nUddannelse\nFormand for elevrådet\n"
        "Udvalg\nKlimarådet (formand)\nBørneudvalget\nØvrige hverv\nBestyrelsesmedlem i Kystfonden\n"
        "Interesser\nLystfiskerforeningen\n\nBo Lund\nVenstre\nUdvalg\nØkonomiudvalget\nTidligere hverv\n"
        "Formand for Kulturudvalget\n",
        [
            "Anna Holm, chair: Klimarådet",
            "Anna Holm, member: Børneudvalget",
            "Anna Holm, member: Kystfonden",
            "Bo Lund, member: Økonomiudvalget",
        ],
    ),
    "labels with all that one is behind them": (
        "Blå Bog\n\nAnna Holm (A)\nUdvalg: Teknisk Udvalg (formand), Børneudvalget\nFormand for: Havnerådet\n"
        "Medlem af: Økonomiudvalget og Klimarådet\nErhverv: Direktør i Lund Maskiner A/S\n",
        [
            "Anna Holm, chair: Teknisk Udvalg",
            "Anna Holm, member: Børneudvalget",
            "Anna Holm, chair: Havnerådet",
            "Anna Holm, member: Økonomiudvalget",
            "Anna Holm, member: Klimarådet",
        ],
    ),
    "a register, with terms and by whose act": (
        "Hvervsregister\n\nAnna Holm (A)\nHverv udpeget af Region Fyn:\n• Havnerådet, 1. januar 2026 - 31. december 2029\n"
        "• Sygehusfonden, medlem (udpeget den 3. februar 2026)\nØkonomiske interesser:\n• Aktier i Kystselskabet A/S\n",
        [
            "Anna Holm, member, by Region Fyn, 2026-01-01/2029-12-31: Havnerådet",
            "Anna Holm, member, by Region Fyn, 2026-02-03/: Sygehusfonden",
        ],
    ),
    "posts on the line of the name": (
        "Blå Bog\n\nAnna Holm (A), formand for Havnerådet, medlem af Klimarådet\nBo Lund (V), medlem af Havnerådet\n",
        [
            "Anna Holm, chair: Havnerådet",
            "Anna Holm, member: Klimarådet",
            "Bo Lund, member: Havnerådet",
        ],
    ),
}

# a line below "Bo Lund (V)" in a blue book of March 2026 -> what it says
LINES = {
    "Næstformand i Social- og Sundhedsudvalget": ["vice-chair: Social- og Sundhedsudvalget"],
    "Medlem af Udvalget for Kultur, Fritid og Idræt": [
        "member: Udvalget for Kultur, Fritid og Idræt"
    ],
    "Formand for Havnerådet og næstformand i Klimarådet": [
        "chair: Havnerådet",
        "vice-chair: Klimarådet",
    ],
    "Suppleant for Anna Holm (A) i Havnerådet": ["deputy, for Anna Holm: Havnerådet"],
    "2022- Medlem af Havnerådet": ["member: Havnerådet"],
    "Formand for Havnerådet (forventes)": ["chair, uncertain: Havnerådet"],
    "Medlem af bestyrelsen for Havneselskabet A/S (formand fra 1. januar 2026)": [
        "chair, 2026-01-01/: Havneselskabet A/S"
    ],
    "Observatør i Havnerådet (udpeget af KKR Nordjylland den 3. februar 2026)": [
        "observer, by KKR Nordjylland, 2026-02-03/: Havnerådet"
    ],
    "- Havneselskabet A/S, bestyrelsen": ["member: Havneselskabet A/S"],
    "- Bestyrelsen": [],
    # to belong to it may be no seat
    "Medlem af Teatret": ["member, uncertain: Teatret"],
    "Medlem af Fagligt Fælles Forbund": [],
    "Medlem af Venstre siden 1998": [],
    # what is over, and what is no post
    "Tidligere formand for Havnerådet": [],
    "Formand for Havnerådet (2014-2017)": [],
    "2014-2017: Formand for Havnerådet": [],
    "Formand for Havnerådet indtil 2021": [],
    "Formand for Havnerådet og Klimarådet": [],
    "Formand for Det gode liv": [],
    "Født 1971 i Køge. Formand for elevrådet.": [],
}

TABLES = {
    "columns of committees": (
        "Navn;Parti;Udvalg 1;Udvalg 2\nAnna Holm;A;Teknisk Udvalg (formand);Børneudvalget\nBo Lund;V;Havnerådet;",
        [
            "Anna Holm, chair: Teknisk Udvalg",
            "Anna Holm, member: Børneudvalget",
            "Bo Lund, member: Havnerådet",
        ],
    ),
    "several forums in a cell": (
        'Medlem;Parti;Udvalg;Øvrige hverv\nAnna Holm;A;"Klimarådet (formand)\nBørneudvalget";"Kystfonden, suppleant"\n'
        'Bo Lund;V;"Børneudvalget; Havnerådet";',
        [
            "Anna Holm, chair: Klimarådet",
            "Anna Holm, member: Børneudvalget",
            "Bo Lund, member: Børneudvalget",
            "Anna Holm, deputy: Kystfonden",
            "Bo Lund, member: Havnerådet",
        ],
    ),
    "a post in each row, and the name in the first": (
        "Navn;Parti;Hverv;Rolle\nAnna Holm;A;Havnerådet;Formand\n;;Kystfonden;Medlem\nBo Lund;V;Havnerådet;Suppleant",
        [
            "Anna Holm, chair: Havnerådet",
            "Bo Lund, deputy: Havnerådet",
            "Anna Holm, member: Kystfonden",
        ],
    ),
    "several forums, each with its role": (
        "Navn;Forum 1;Rolle 1;Forum 2;Rolle 2\nAnna Holm;Havnerådet;Formand;Klimarådet;Medlem\nBo Lund;Klimarådet;Suppleant;;",
        [
            "Anna Holm, chair: Havnerådet",
            "Bo Lund, deputy: Klimarådet",
            "Anna Holm, member: Klimarådet",
        ],
    ),
    "a term beside the one post of a row": (
        "Navn;Hverv;Udpeget af;Periode\nAnna Holm;Formand for Havnerådet;KKR Nordjylland;1.1.2026 - 31.12.2029\n"
        "Bo Lund;Medlem af Havnerådet;;",
        [
            "Anna Holm, chair, by KKR Nordjylland, 2026-01-01/2029-12-31: Havnerådet",
            "Bo Lund, member: Havnerådet",
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), WRITTEN.values(), ids=WRITTEN)
def test_what_everybody_is(text, expected, read, seems_list):
    assert seems_list(text)
    assert sorted(seats(read(text))) == sorted(expected)


@pytest.mark.parametrize(("line", "expected"), LINES.items(), ids=LINES)
def test_a_line_below_a_name(line, expected, read):
    text = f"Blå Bog\nPr. 1. marts 2026\n\nBo Lund (V)\nMedlem af Økonomiudvalget\n{line}\n"
    told = seats(read(text))[1:]
    assert told == [f"Bo Lund, {each}" for each in expected]


@pytest.mark.parametrize(("table", "expected"), TABLES.values(), ids=TABLES)
def test_tables_with_a_row_for_each(table, expected, read):
    assert sorted(seats(read(table.encode()))) == sorted(expected)


def test_what_is_no_post_is_left_over(read):
    extract = read(
        "Blå Bog\n\nBo Lund (V)\nFormand for Havnerådet\nBo er glad for at sejle.\nMedlem af Venstre siden 1998\n"
    )
    assert [one.passage.quote for one in extract.unclaimed] == [
        "Bo er glad for at sejle.",
        "Medlem af Venstre siden 1998",
    ]


def test_a_cell_in_which_not_all_is_a_post_is_left_over(read):
    extract = read(
        'Navn;Parti;Hverv\nAnna Holm;A;"Formand for Havnerådet; Sejlsport"\nBo Lund;V;Medlem af Klimarådet'.encode()
    )
    assert seats(extract) == ["Anna Holm, chair: Havnerådet", "Bo Lund, member: Klimarådet"]
    assert len(extract.unclaimed) == 1


def test_what_is_told_below_a_member_of_a_forum_is_no_list_by_person(read):
    extract = read(
        "Udvalg, råd og nævn\n\nHavnerådet\nAnna Holm (A)\nFormand for Teknisk Udvalg\nBo Lund (V)\n"
        "Medlem af Børneudvalget\n"
    )
    assert seats(extract) == ["Anna Holm, member: Havnerådet", "Bo Lund, member: Havnerådet"]


def test_a_term_of_years_is_in_doubt_where_the_list_has_no_day(read):
    extract = read("Blå Bog\n\nBo Lund (V)\nFormand for Havnerådet 2022-2025\n")
    assert seats(extract) == ["Bo Lund, chair, uncertain: Havnerådet"]


def test_the_party_below_the_name_is_the_persons(read):
    (seat,) = read("Blå Bog\n\nBo Lund\nVenstre\nHverv\nFormand for Havnerådet\n").appointments
    assert (seat.person, seat.party) == ("Bo Lund", "V")


def test_those_of_a_party_are_of_that_party_and_others_of_none(read):
    extract = read(
        "KKR Syddanmark\nUdpegningsoversigt fordelt på partier\n\nVenstre (V)\nBo Lund, Varde\n– Klimaforum\n\n"
        "Uden for partierne\nEva Skov, direktør\n– Havneforum\n"
    )
    assert {one.person: one.party for one in extract.appointments} == {
        "Bo Lund": "V",
        "Eva Skov": None,
    }


def test_a_post_below_a_name_is_no_card_and_an_employer_no_post(read):
    extract = read(
        "Blå Bog\nKKR Fyn\n\nAnna Holm (A)\nBorgmester, Nyborg Kommune\n• Havnerådet - formand\n\n"
        "Bo Lund (V)\nUdvalgsformand, Odense Kommune\n• Klimaforum Fyn - repræsentant\n"
    )
    assert seats(extract) == [
        "Anna Holm, chair: Havnerådet",
        "Bo Lund, representative: Klimaforum Fyn",
    ]
    assert [one.municipality for one in extract.appointments] == ["Nyborg", "Odense"]


def test_seats_below_a_heading_over_those_that_nobody_has_are_empty(read):
    text = (
        "Udpegningsoversigt for KKR Fyn\n\nAnna Holm (A), Nyborg\n- Havnerådet, formand\n\nLedige pladser\n"
        "- Havnerådet: suppleant for Anna Holm\n- Klimarådet\n\nKilde: sekretariatet\n"
    )

    extract = read(text)

    assert [(empty.body, empty.role.value) for empty in extract.vacancies] == [
        ("Havnerådet", "deputy"),
        ("Klimarådet", "member"),
    ]
    assert [one.person for one in extract.appointments] == ["Anna Holm"]
    assert not extract.unclaimed
