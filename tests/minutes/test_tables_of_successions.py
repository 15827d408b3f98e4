"""Tables of who follows whom, in minutes, letters and memos: they are no lists of who sits where."""

import pytest

from tests.minutes.paper import item, paper

TABLES = (
    "Organ\tNyt medlem\tAfløser\tGælder fra\nHavnerådet\tAnna Holm (A)\tBo Lund (V)\t1. maj 2026",
    "Forum\tUdtræder\tTiltræder\tFra\nHavnerådet\tBo Lund (V)\tAnna Holm (A)\t1. maj 2026",
    "Forum\tFra\tUdtrådt\tAfløser\nHavnerådet\t1. maj 2026\tBo Lund (V)\tAnna Holm (A)",
)
EXPECTED = [
    "Anna Holm: member appointed Havnerådet from 2026-05-01 after Bo Lund",
    "Bo Lund: member left Havnerådet",
]
MEMO = """Notat

Til: Styregruppen
Fra: Sekretariatet
Dato: 8. april 2026

Udpegninger pr. 1. maj 2026

1. Medlemmer, der afløses
Det sker der i de fælles selskaber:
{table}
"""
LETTER = """Randers Byråd

Ændringer i Randers Byråds udpegninger

Byrådet har udpeget følgende medlemmer:
{table}

Med venlig hilsen
Ida Krag
"""


def told(extract):
    """Who comes and who goes, with from when and after whom."""
    return [
        f"{one.person}: {one.role} {one.event} {one.body}"
        + (f" from {one.from_}" if one.from_ else "")
        + (f" after {one.replaces}" if one.replaces else "")
        for one in extract.appointments
    ]


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("frame", [MEMO, LETTER], ids=["memo", "letter"])
def test_whoever_comes_is_appointed_after_whoever_goes(read, frame, table):
    assert sorted(told(read(frame.format(table=table)))) == EXPECTED


def test_a_decision_above_the_table_says_by_whom(read):
    table = TABLES[0]
    decision = f"Byrådet har udpeget følgende medlemmer:\n{table}"

    extract = read(paper(item("1.", "Nye medlemmer", decision)))

    assert sorted(told(extract)) == EXPECTED


def test_a_column_of_who_comes_alone_makes_no_such_table(read):
    text = MEMO.format(table="Forum\tNyt medlem\nHavnerådet\tAnna Holm (A)")

    assert not [one for one in read(text).appointments if one.replaces]
