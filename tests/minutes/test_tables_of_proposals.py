"""Tables of who has a seat beside those who are proposed for it."""

import pytest

from tests.minutes.paper import item, paper

AGENDA = "Dagsorden til møde i Solrød Byråd den 3. marts 2026"
MEMBERS = """Plads\tNuværende medlem\tForeslået medlem\tForeslået personlig stedfortræder
Byrådet\tAnna Holm (A)\tBo Lund (A)\tEva Skov (A)
Fiskerne\tIb Kær\t\tLis Rye"""
SUGGESTED = """Gruppe\tSiddende repræsentant\tForslag
A\tAnna Holm (A)\tBo Lund (A)
V\t\tEva Skov (V)"""
IN_PAIRS = """Medlem\tSuppleant\tForslag til nyt medlem\tForslag til suppleant
Anna Holm (A)\tBo Lund (A)\tEva Skov (A)\tIb Kær (A)"""
GONE = """Organisation\tAfgående medlem\tIndstillet medlem\tIndstillet suppleant
Landbruget\tAnna Holm\tBo Lund\tEva Skov
\tIb Kær\tLis Rye\tOle Dam"""
POSTS = "Post\tSiddende\tKandidat\nFormand\tAnna Holm (A)\tBo Lund (A)"
SPACED = """Plads         Nuværende medlem     Foreslået medlem
Byrådet       Anna Holm (A)        Bo Lund (A)
Byrådet                            Eva Skov (V)"""


def told(extract):
    """Who has or gets which role in what; behind a question mark, who is only proposed."""
    return [
        f"{'' if one.certain else '?'}{one.person}: {one.role} {one.event} {one.body}"
        + (f" for {one.deputy_for}" if one.deputy_for else "")
        for one in extract.appointments
    ]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            MEMBERS,
            [
                "Anna Holm: member holds Kystrådet",
                "?Bo Lund: member appointed Kystrådet",
                "?Eva Skov: deputy appointed Kystrådet for Bo Lund",
                "Ib Kær: member holds Kystrådet",
                "?Lis Rye: deputy appointed Kystrådet",
            ],
        ),
        (
            SUGGESTED,
            [
                "Anna Holm: representative holds Kystrådet",
                "?Bo Lund: representative appointed Kystrådet",
                "?Eva Skov: representative appointed Kystrådet",
            ],
        ),
        (
            IN_PAIRS,
            [
                "Anna Holm: member holds Kystrådet",
                "Bo Lund: deputy holds Kystrådet for Anna Holm",
                "?Eva Skov: member appointed Kystrådet",
                "?Ib Kær: deputy appointed Kystrådet for Eva Skov",
            ],
        ),
        (
            GONE,
            [
                "?Bo Lund: member appointed Kystrådet",
                "?Eva Skov: deputy appointed Kystrådet for Bo Lund",
                "?Lis Rye: member appointed Kystrådet",
                "?Ole Dam: deputy appointed Kystrådet for Lis Rye",
            ],
        ),
        (
            POSTS,
            ["Anna Holm: chair holds Kystrådet", "?Bo Lund: chair appointed Kystrådet"],
        ),
        (
            SPACED,
            [
                "Anna Holm: member holds Kystrådet",
                "?Bo Lund: member appointed Kystrådet",
                "?Eva Skov: member appointed Kystrådet",
            ],
        ),
    ],
)
def test_who_has_a_seat_and_who_is_proposed(table, expected, read):
    case = item("4.", "Udpegning til Kystrådet", presentation=f"Det er:\n\n{table}")
    assert told(read(paper(case, head=AGENDA))) == expected


def test_a_row_names_the_body_its_people_are_proposed_for(read):
    table = (
        "Råd\tNuværende medlem\tForslag\nHavnerådet\tAnna Holm (A)\tBo Lund (A)\n"
        "\tIb Kær (V)\tLis Rye (V)\nDigital Fremtid\tEva Skov (V)\tOle Dam (V)"
    )
    case = item("4.", "Udpegninger", presentation=f"Det er:\n\n{table}")
    assert told(read(paper(case, head=AGENDA))) == [
        "Anna Holm: member holds Havnerådet",
        "?Bo Lund: member appointed Havnerådet",
        "Ib Kær: member holds Havnerådet",
        "?Lis Rye: member appointed Havnerådet",
    ]


@pytest.mark.parametrize(
    ("decision", "expected"),
    [("Godkendt.", "Bo Lund: member appointed"), ("Udsat.", "?Bo Lund: member appointed")],
)
def test_what_a_recommendation_points_to_follows_the_decision(decision, expected, read):
    case = (
        "4. Udpegning til Kystrådet\n\nSagsfremstilling\n"
        "Plads\tNuværende medlem\tForeslået medlem\nByrådet\tAnna Holm (A)\tBo Lund (A)\n\n"
        "Indstilling\nDet indstilles, at byrådet udpeger medlemmer som foreslået i skemaet.\n\n"
        f"Beslutning\n{decision}"
    )
    assert told(read(paper(case))) == [
        "Anna Holm: member holds Kystrådet",
        f"{expected} Kystrådet",
    ]


def test_those_who_have_a_seat_do_not_stand_against_a_recommendation(read):
    case = (
        "4. Udpegning til Kystrådet\n\nSagsfremstilling\n"
        "Nuværende medlem af Kystrådet er Anna Holm (A).\n\n"
        "Indstilling\nDet indstilles, at Bo Lund (A) udpeges som medlem af Kystrådet."
    )
    assert told(read(paper(case, head=AGENDA))) == [
        "Anna Holm: member holds Kystrådet",
        "?Bo Lund: member appointed Kystrådet",
    ]
