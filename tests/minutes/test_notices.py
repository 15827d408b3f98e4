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


LETTER = "KKR Syddanmark\nSekretariatet\n\nTil kommunalbestyrelserne i Syddanmark\n\nOdense, den 3. februar 2026\n\nOrientering om udpegninger\n\n"


@pytest.mark.parametrize(
    "told",
    [
        "KKR Syddanmark indstillede følgende som medlemmer med personlige stedfortrædere:\n\n• Borgmester Anna Holm (A), Odense Kommune\n  Stedfortræder: Bo Lund (A), Nyborg Kommune",
        "Følgende blev udpeget:\n- Anna Holm (A)\n- Bo Lund (V)",
        "KKR Syddanmark har udpeget Anna Holm (A) og Bo Lund (V).",
        "KKR Syddanmark udpegede Anna Holm (A) som medlem og Bo Lund (V) som suppleant.",
    ],
)
@pytest.mark.parametrize(
    "forum",
    [
        "Kystfonden",
        "Det Regionale Beredskabsråd Syddanmark (RBR Syddanmark)",
        "Erhvervshus Fyn",
        "Havnerådet for Vest",
    ],
)
def test_the_forum_is_the_heading_above_and_not_who_appoints(forum, told, read):
    extract = read(f"{LETTER}{forum}\n\n{told}\n")
    assert {one.body for one in extract.appointments} == {forum.split(" (")[0]}
    assert sorted(one.person for one in extract.appointments) == ["Anna Holm", "Bo Lund"]


def test_an_office_or_a_council_alone_on_its_line_is_no_forum_that_is_appointed_to(read):
    told = "Odense Byråd\n\nKKR Syddanmark har udpeget Anna Holm (A) til Kystrådet."
    extract = read(f"{LETTER}{told}\n\nSekretariatet\n\nBo Lund (V) blev udpeget.\n")
    assert {one.body for one in extract.appointments if one.person == "Anna Holm"} == {"Kystrådet"}
    assert "Sekretariatet" not in {one.body for one in extract.appointments}


def test_a_first_sentence_about_a_council_names_no_body(read):
    told = "Et medlem forlader regionsrådet, og to udvalg får nye navne på\nformandsposterne."
    text = f"Region Sjælland\nNyheder\n\nRokade\n\nNyhed, 10. juni 2026\n\n{told}\n"
    assert read(text).document.body == "Region Sjælland"


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


@pytest.mark.parametrize(
    ("foot", "signed"),
    [
        ("Med venlig hilsen\n\nAnna Holm                    Bo Lund\nFormand for KKR Syddanmark   Næstformand for KKR Syddanmark", ["Anna Holm chair KKR Syddanmark", "Bo Lund vice-chair KKR Syddanmark"]),
        ("Venlig hilsen\n\nAnna Holm\nFormand", ["Anna Holm chair KKR Syddanmark"]),
        ("Med venlig hilsen\nAnna Holm, formand", ["Anna Holm chair KKR Syddanmark"]),
        ("De bedste hilsner\n\nAnna Holm\nformand for KKR Syddanmark\n\nBo Lund\nnæstformand", ["Anna Holm chair KKR Syddanmark", "Bo Lund vice-chair KKR Syddanmark"]),
        ("På KKR Syddanmarks vegne\n\nAnna Holm\nFormand for KKR Syddanmark", ["Anna Holm chair KKR Syddanmark"]),
        # who has no role in the body, and who signs for the staff
        ("Med venlig hilsen\n\nAnna Holm\nKonsulent", []),
        ("Med venlig hilsen\n\nAnna Holm\nBorgmester", []),
    ],
)  # fmt: skip
def test_the_chairs_who_sign_a_letter_hold_their_office(foot, signed, read):
    head = "KKR Syddanmark\n\nTil\nBestyrelsen for Havnefonden\n\nDen 24. marts 2026"
    text = f"{head}\n\nNye medlemmer\n\nTak for brevet af 4. februar 2026.\n\n{foot}\n"
    told = read(text).appointments
    assert sorted(f"{one.person} {one.role} {one.body}" for one in told) == signed
