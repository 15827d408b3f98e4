"""Notices of a secretariat: whose they are, their day, and turns of phrase about who sits where."""

import pytest

TOP = "NYT FRA RANDERS BYRÅD\n\nRanders, den 30. april 2026\n\nNye poster\n\n"
TOLD = {
    "På det konstituerende møde på Kalø Slot valgte KKR Nordjylland Anna Holm (A) som formand for Havnerådet.": [
        ("Anna Holm", "Havnerådet", "chair", "elected"),
    ],
    "Som borgmester er Anna Holm (A) født formand for Havnerådet.": [
        ("Anna Holm", "Havnerådet", "chair", "ex-officio"),
    ],
    "Også næstformand for Havnerådet Bo Lund (V) takker for indsatsen.": [
        ("Bo Lund", "Havnerådet", "vice-chair", "holds"),
    ],
    "Bo Lund (V) blev udpeget til bestyrelsen for Havnerådet. Eva Skov (S) er personlig stedfortræder for ham.": [
        ("Bo Lund", "Havnerådet", "member", "appointed"),
        ("Eva Skov", "Havnerådet", "deputy", "holds"),
    ],
    "Bo Lunds hidtidige plads i Havnerådet overgår til Eva Skov (S).": [
        ("Bo Lund", "Havnerådet", "member", "left"),
        ("Eva Skov", "Havnerådet", "member", "appointed"),
    ],
    "Eva Skov (S) fortsætter som forbrugervalgt medlem af Havnerådet.": [
        ("Eva Skov", "Havnerådet", "member", "holds"),
    ],
    "Anna Holm (A) nedlægger hvervet som formand for Havnerådet. Byrådet har udpeget Bo Lund (V) til at afløse hende som formand.": [
        ("Anna Holm", "Havnerådet", "chair", "left"),
        ("Bo Lund", "Havnerådet", "chair", "appointed"),
    ],
}


@pytest.mark.parametrize(("text", "expected"), TOLD.items())
def test_who_has_a_seat(text, expected, read):
    extract = read(f"{TOP}{text}\n")
    told = [(one.person, one.body, one.role.value, one.event.value) for one in extract.appointments]
    assert sorted(told) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "Kystrådet vælger først selv sin formand i maj. Det ventes, at Eva Skov (S) bliver valgt til formand.",
        "Byrådet forventes den 28. maj 2026 at udpege Eva Skov (S) som formand for Kystrådet.",
    ],
)
def test_what_is_expected_is_no_certain_seat(text, read):
    extract = read(f"{TOP}Bo Lund (V) blev valgt som formand for Havnerådet.\n\n{text}\n")
    awaited = [one for one in extract.appointments if one.person == "Eva Skov"]
    assert [(one.body, one.role.value, one.certain) for one in awaited] == [
        ("Kystrådet", "chair", False)
    ]


def test_the_sender_and_the_day_of_a_letterhead_are_the_notices_own(read):
    document = read(
        f"{TOP}På mødet torsdag den 23. april 2026 blev Bo Lund (V) valgt til formand for Havnerådet.\n\nHavnerådet\n\nMere følger.\n"
    ).document
    assert document.body == "Randers Byråd"
    assert document.date.isoformat() == "2026-04-30"


def test_a_seat_rule_is_of_the_body_in_the_heading_above(read):
    extract = read(
        f"{TOP}Anna Holm (A) er medlem af bestyrelsen for Kystrådet.\n\nFuglsang Museum\n\n"
        "To medlemmer af museets bestyrelse udpeges af Randers Byråd blandt byrådets medlemmer.\n"
    )
    assert [(rule.body, rule.seats) for rule in extract.seat_rules] == [("Fuglsang Museum", 2)]


def test_a_body_that_shall_consist_of_members_has_the_rule(read):
    extract = read(
        f"{TOP}Anna Holm (A) er medlem af bestyrelsen for Kystrådet.\n\n"
        "Hegnssynet skal bestå af tre medlemmer, som udpeges af byrådet.\n"
    )
    assert [(rule.body, rule.seats) for rule in extract.seat_rules] == [("Hegnssynet", 3)]
