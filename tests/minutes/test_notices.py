"""Notices of a secretariat: whose they are, their day, and turns of phrase about who sits where."""

import pytest

from kkr_graph.model.extract import Role
from kkr_graph.model.report import DocumentReport

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
    "Anna Holm (A), Grenaa, lægger posten som næstformand for Havnerådet fra sig, men bliver i rådet.": [
        ("Anna Holm", "Havnerådet", "vice-chair", "left"),
        ("Anna Holm", "Havnerådet", "member", "holds"),
    ],
    "Anna Holm (A) varmede bænken i fire år. Nu er hun nyt medlem af Havnerådet, hvor hun afløser Bo Lund (V).": [
        ("Anna Holm", "Havnerådet", "member", "appointed"),
        ("Bo Lund", "Havnerådet", "member", "left"),
    ],
    "Byrådet har udpeget Anna Holm (A) som suppleant for dig i Havnerådet.": [
        ("Anna Holm", "Havnerådet", "deputy", "appointed"),
    ],
    "Fra Kalundborg er Anna Holm (A) nyt medlem af Havnerådet.": [
        ("Anna Holm", "Havnerådet", "member", "appointed"),
    ],
    "I 2010 var Anna Holm (A) formand for Havnerådet.": [],
    "Bo Lund (V) udtræder af Havnerådet. Indtil maj leder rådets næstformand, Anna Holm (A), møderne.": [
        ("Bo Lund", "Havnerådet", "member", "left"),
        ("Anna Holm", "Havnerådet", "vice-chair", "holds"),
    ],
    "Havnen er stor. Indtil maj leder udvalgets næstformand, Anna Holm (A), møderne.": [],
    "Som stedfortræder for Anna Holm i Havnerådet valgtes Eva Skov (A), og som stedfortræder for Bo Lund valgtes Ib Dam (V).": [
        ("Eva Skov", "Havnerådet", "deputy", "elected"),
        ("Ib Dam", "Havnerådet", "deputy", "elected"),
    ],
    "ET ENIGT HAVNERÅD VALGTE ANNA HOLM SOM FORMAND\n\nAnna Holm (A) blev valgt som formand for Havnerådet.": [
        ("Anna Holm", "Havnerådet", "chair", "elected"),
    ],
    "Byrådet udpegede Bo Lund (V) til Havnerådet. Skulle Bo Lund få orlov, vil Eva Skov (V) kunne træde ind.": [
        ("Bo Lund", "Havnerådet", "member", "appointed"),
    ],
    "Eva Skov (S) er fortsat medlem af Havnerådet, idet hun har trukket sit ønske om at blive fritaget tilbage.": [
        ("Eva Skov", "Havnerådet", "member", "holds"),
    ],
    "Anna Holm og Bo Lund er ikke på valg og fortsætter i bestyrelsen for Havnefonden.": [
        ("Anna Holm", "Havnefonden", "member", "holds"),
        ("Bo Lund", "Havnefonden", "member", "holds"),
    ],
    "Anna Holm blev genvalgt til bestyrelsen for Havnefonden for to år.": [
        ("Anna Holm", "Havnefonden", "member", "elected"),
    ],
    "Havneudvalget\n\n- Formand: Anna Holm (A)\n- Medlemmer: Bo Lund (V), Eva Skov (F)\n\nKontakt\n\nIb Dam, presse": [
        ("Anna Holm", "Havneudvalget", "chair", "holds"),
        ("Bo Lund", "Havneudvalget", "member", "holds"),
        ("Eva Skov", "Havneudvalget", "member", "holds"),
    ],
    "Kystrådet\n\nNavn\tParti\tRolle\nAnna Holm\tA\tFormand\nBo Lund\tV\tMedlem\n\nHavnerådet\n\nEva Skov siger tak.": [
        ("Anna Holm", "Kystrådet", "chair", "holds"),
        ("Bo Lund", "Kystrådet", "member", "holds"),
    ],
    "Udvalg\tFormand\tNæstformand\nHavneudvalget\tAnna Holm (A)\tBo Lund (V)\nKulturudvalget\tEva Skov (F)\tIb Dam (B)": [
        ("Anna Holm", "Havneudvalget", "chair", "holds"),
        ("Bo Lund", "Havneudvalget", "vice-chair", "holds"),
        ("Eva Skov", "Kulturudvalget", "chair", "holds"),
        ("Ib Dam", "Kulturudvalget", "vice-chair", "holds"),
    ],
    "Udvalg\tFormand\tNæstformand\nHavneudvalget\tAnna Holm (A)\tBo Lund (V)\n\nMedlemmer af Kystrådet\n\n- Eva Skov (F)": [
        ("Anna Holm", "Havneudvalget", "chair", "holds"),
        ("Bo Lund", "Havneudvalget", "vice-chair", "holds"),
        ("Eva Skov", "Kystrådet", "member", "holds"),
    ],
    "I bestyrelsen for Havnefonden sidder i dag følgende:\n\nAnna Holm (A)\n\nBo Lund (V)": [
        ("Anna Holm", "Havnefonden", "member", "holds"),
        ("Bo Lund", "Havnefonden", "member", "holds"),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Valget af formand for Kystrådet blev udsat. Venstres gruppe har peget på Eva Skov (V).",
            ("Kystrådet", "chair", "appointed"),
        ),
        (
            "Eva Skov (S) er foreslået valgt som næstformand for Kystrådet.",
            ("Kystrådet", "vice-chair", "elected"),
        ),
        (
            "Hvervet som observatør i Kystrådet er ledigt. Eva Skov (S) forventes udpeget som observatør på Forretningsudvalgets møde den 19. maj 2026.",
            ("Kystrådet", "observer", "appointed"),
        ),
        (
            "Den kommunale plads i bestyrelsen for Kystfonden er ledig. Eva Skov (S) ventes udpeget som medlem af bestyrelsen på KKR's møde den 12. juni 2026.",
            ("Kystfonden", "member", "appointed"),
        ),
    ],
)
def test_for_what_seat_somebody_is_proposed(text, expected, read):
    (one,) = read(f"{TOP}{text}\n").appointments
    assert (one.body, one.role.value, one.event.value, one.certain) == (*expected, False)


def test_the_day_on_which_another_leaves_is_none_on_which_somebody_comes(read):
    told = "Eva Skov (S) er udpeget til Kystrådet. Hun overtager pladsen efter Bo Lund (V), der udtræder den 31. marts 2026."
    days = {one.person: (one.from_, one.to) for one in read(f"{TOP}{told}\n").appointments}
    assert days["Eva Skov"] == (None, None)
    assert days["Bo Lund"][1].isoformat() == "2026-03-31"


def test_whom_the_leader_of_a_council_that_is_quoted_is_of(read):
    told = "»Vi er klar,« siger Kystrådets formand, borgmester Bo Lund (V), Ringkøbing-Skjern."
    (one,) = read(f"{TOP}{told}\n").appointments
    assert (one.body, one.party, one.municipality) == ("Kystrådet", "V", "Ringkøbing-Skjern")


def test_who_elects_is_not_the_body_of_the_role_before_the_verb(read):
    (one,) = read(f"{TOP}Som medlem af Kystrådet valgtes Bo Lund (V).\n").appointments
    assert (one.body, one.by) == ("Kystrådet", None)


def test_from_where_somebody_is_who_becomes_a_member(read):
    (one,) = read(f"{TOP}Fra Kalundborg er Bo Lund (V) nyt medlem af Kystrådet.\n").appointments
    assert (one.body, one.municipality) == ("Kystrådet", "Kalundborg")


def test_whoever_tells_of_one_board_and_has_no_letterhead_is_that_board(read):
    head = "PRESSEMEDDELELSE\nNye navne skal løfte havnen\n6. februar 2026\n\n"
    told = "Bestyrelsen for Destination Havvig er fuldtallig.\n\nBestyrelsen valgte Bo Lund (V) som formand.\n"
    extract = read(f"{head}{told}")
    assert extract.document.body == "Destination Havvig"
    assert [(one.body, one.by) for one in extract.appointments] == [("Destination Havvig",) * 2]
    other = "Bestyrelsen for Havvig Museum er det ikke.\n"
    assert read(f"{head}{told}\n{other}").document.body is None


@pytest.mark.parametrize(
    ("rule", "by"),
    [
        ("Formanden vælges af bestyrelsen.", "Havvig Affald I/S"),
        ("1 medlem udpeges af Randers Byråd.", "Randers Byråd"),
    ],
)
def test_the_board_that_elects_its_chair_is_named(rule, by, read):
    text = f"Havvig Affald I/S\nNyhed, 20. januar 2026\n\n{rule}\n"
    assert [one.appointed_by for one in read(text).seat_rules] == [by]


def test_the_board_of_a_cluster_is_not_that_of_the_council_that_was_named(read):
    told = "Vi vil bede KKR Fyn om at udpege medlemmer.\n\nBo Lund (V) udtrådte af bestyrelsen.\n"
    (one,) = read(f"NYT FRA HAVVIG ENERGIKLYNGE\n\nDen 3. maj 2026\n\n{told}").appointments
    assert one.body == "Havvig Energiklynge"


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


def test_what_stands_above_the_numbered_news_of_a_notice_is_told_too(read):
    text = (
        f"{TOP}Anna Holm (A) afløser Bo Lund (V) som medlem af Kystrådet.\n\n"
        "1. Ny leder af havnen\nEva Skov (C) er ny formand for Havnerådet.\n\n"
        "2. Ny vej\nVejen åbner i maj.\n"
    )
    assert {one.person for one in read(text).appointments} == {"Anna Holm", "Bo Lund", "Eva Skov"}


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("Politik | Publiceret 4. marts 2026", "news"),
        ("Offentliggjort den 4. marts 2026", "news"),
        ("Publiceret: 04.03.2026", "news"),
        ("Politik 4. marts 2026", "other"),
    ],
)
def test_a_page_that_was_published_on_a_day_is_news(head, kind, read):
    document = read(
        f"{head}\n\nAnna Holm stopper\nAnna Holm (A) udtræder af Havnerådet.\n"
    ).document
    assert (document.kind, f"{document.date}") == (kind, "2026-03-04")


@pytest.mark.parametrize(
    ("text", "left", "came"),
    [
        ("Anna Holm (A) udtræder af Havnerådet, hvor Bo Lund (V) afløser hende fra den 1. april 2026.", None, "2026-04-01"),
        ("Anna Holm (A) udtræder af Havnerådet den 31. marts 2026, hvor Bo Lund (V) efterfølger hende.", "2026-03-31", None),
        ("Den 31. marts 2026 udtræder Anna Holm (A) af Havnerådet, hvor Bo Lund (V) afløser hende.", "2026-03-31", None),
    ],
)  # fmt: skip
def test_whoever_comes_in_the_place_of_one_who_leaves_is_another(text, left, came, read):
    told = {one.person: one for one in read(f"{TOP}{text}\n").appointments}
    gone, new = told["Anna Holm"], told["Bo Lund"]
    assert (gone.event, gone.to and f"{gone.to}") == ("left", left)
    assert (new.replaces, new.from_ and f"{new.from_}") == ("Anna Holm", came)


def test_a_seat_rule_may_stand_above_the_numbered_news_of_a_notice(read):
    text = f"{TOP}KKR Syd udpeger to medlemmer til Kystrådet.\n\n1. Ny vej\nVejen åbner i maj.\n\n2. Ny bro\nBroen lukker.\n"
    assert [(rule.body, rule.seats) for rule in read(text).seat_rules] == [("Kystrådet", 2)]


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


# --- whose deputy somebody is ---

DEPUTIES = {
    "Bo Lund (V) udtrådte den 30. april 2026 som stedfortræder i Havnerådet for Anna Holm (A).": [
        ("Bo Lund", "left", "Anna Holm", True),
    ],
    "Ny stedfortræder i Havnerådet for Anna Holm er Bo Lund (V).": [
        ("Bo Lund", "appointed", "Anna Holm", True),
    ],
    "Bo Lund (V) forventes udpeget som stedfortræder i Havnerådet for Anna Holm (A).": [
        ("Bo Lund", "appointed", "Anna Holm", False),
    ],
    "Eva Skov (F) er udpeget til Havnerådet.\n\nAnna Holm (A) holder orlov. Bo Lund (V) er udpeget som hendes stedfortræder i Havnerådet.": [
        ("Bo Lund", "appointed", "Anna Holm", True),
    ],
    "Stedfortrædere i Havnerådet (uddrag)\n\nMedlem              Personlig stedfortræder\n----------------    -----------------\nAnna Holm (A)       Bo Lund (V)\n": [
        ("Bo Lund", "holds", "Anna Holm", True),
    ],
    "Havnerådet\n\nMedlem: Anna Holm (A) - stedfortræder: Bo Lund (A)\n": [
        ("Bo Lund", "holds", "Anna Holm", True),
    ],
    "Havnerådet\n\nFormand: Eva Skov\nMedlemmer: Anna Holm og Ib Dam\nSuppleant: Bo Lund\n": [
        ("Bo Lund", "holds", None, True),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DEPUTIES.items())
def test_whose_deputy_somebody_is(text, expected, read):
    told = [one for one in read(f"{TOP}{text}\n").appointments if one.role is Role.DEPUTY]
    assert [(one.person, one.event.value, one.deputy_for, one.certain) for one in told] == expected
    assert {one.body for one in told} == {"Havnerådet"}


# --- who an association's board is, and what parties agree on ---


@pytest.mark.parametrize("line", ["MEDDELELSE FRA BESTYRELSEN", "Nyt fra formanden"])
def test_a_board_that_tells_does_not_say_whose_it_is(line, read):
    text = f"HAVVIG ROKLUB\nHavnevej 3, 8000 Havvig\n\n{line}\n\nHavvig, den 3. maj 2026\n\nAnna Holm blev valgt til bestyrelsen.\n"
    extract = read(text)
    assert (extract.document.kind.value, extract.document.body) == ("news", "Havvig Roklub")
    assert [one.body for one in extract.appointments] == ["Havvig Roklub"]


def test_the_new_board_of_an_association_is_its_own(read):
    text = "Havvig Havnefest\nMeddelelse fra formanden\n12.05.2026\n\nForeningens nye bestyrelse ser sådan ud:\n\nFormand: Anna Holm\nMedlem: Bo Lund\n"
    told = read(text).appointments
    assert [(one.person, one.body, one.role.value) for one in told] == [
        ("Anna Holm", "Havvig Havnefest", "chair"),
        ("Bo Lund", "Havvig Havnefest", "member"),
    ]


def test_an_association_lists_its_new_board_and_deputies_in_their_order(read):
    text = "Havvig Roklub\nNyhedsbrev\n\nNy bestyrelse\n\nFormand: Anna Holm\nØvrige medlemmer: Bo Lund, Eva Skov\n1. suppleant: Ib Dam\n2. suppleant: Kaj Bro\nRevisor: Lis Krog\n"
    told = read(text).appointments
    assert [(one.person, one.role.value, one.deputy_for) for one in told] == [
        ("Anna Holm", "chair", None),
        ("Bo Lund", "member", None),
        ("Eva Skov", "member", None),
        ("Ib Dam", "deputy", None),
        ("Kaj Bro", "deputy", None),
    ]
    assert {one.body for one in told} == {"Havvig Roklub"}


AGREED = (
    "1. Valggruppe\nPartierne danner valggruppe på mødet den 4. december 2025.\n\n2. Poster\n\nHavneudvalget\n"
    "- Formand: Anna Holm (A)\n- Næstformand: besættes af SF\n\n"
    "Parterne er enige om at pege på Bo Lund (V) som formand for Kystrådet.\n\n"
    "Formand for Teaterrådet: Ib Dam (V)\n\nEva Skov (F) fortsætter som formand for Ungerådet.\n\n"
    "Havvig, den 20. november 2025\nAnna Holm            Bo Lund\n"
)


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("KONSTITUERINGSAFTALE\nfor Havvig Byråd 2026-2029", None),
        ("Randers Kommune\nValgaftale 2026-2029", "Randers Kommune"),
        ("Politisk aftale om konstituering", None),
    ],
)
def test_what_parties_agree_on_is_yet_to_be_done(title, body, read):
    extract = read(f"{title}\n\n{AGREED}")
    assert extract.document.kind.value == "other"
    assert extract.document.date.isoformat() == "2025-11-20"
    assert body in (None, extract.document.body)
    assert extract.items == ()
    assert [
        (one.person, one.body, one.event.value, one.certain) for one in extract.appointments
    ] == [
        ("Anna Holm", "Havneudvalget", "elected", False),
        ("Bo Lund", "Kystrådet", "appointed", False),
        ("Ib Dam", "Teaterrådet", "elected", False),
        ("Eva Skov", "Ungerådet", "holds", True),
    ]
    assert {one.role.value for one in extract.appointments} == {"chair"}


def test_those_who_are_proposed_below_are_not_elected_yet(read):
    text = f"{TOP}Følgende foreslås valgt til Havnerådet:\n\n- Formand: Anna Holm (A)\n"
    assert [(one.body, one.certain) for one in read(text).appointments] == [("Havnerådet", False)]


def test_a_rule_on_a_company_goes_on_about_it_in_full(read):
    told = "To medlemmer af bestyrelsen for Havvig Forsyning A/S udpeges af Venstre, og ét medlem udpeges af SF."
    rules = read(f"{TOP}{told}\n").seat_rules
    assert [rule.body for rule in rules] == ["Havvig Forsyning A/S"] * 2


def test_what_is_not_used_of_a_notice_is_a_part_of_it_and_no_text_before_an_item(read):
    left = "Det bliver spændende at følge arbejdet i de kommende år."
    extract = read(f"{TOP}Eva Skov (S) er udpeget som medlem af Havnerådet.\n\n{left}\n")
    unused = {one.passage.quote: one.why for one in extract.unclaimed}
    assert (
        unused[left] == "tekst, der ikke siger noget, programmet kan bruge, om hvem der sidder hvor"
    )
    assert DocumentReport.of(extract).share < 0.8


def test_how_many_a_notice_says_are_to_be_appointed_is_used(read):
    rule = "KKR Nordjylland udpeger tre medlemmer til bestyrelsen for Havnerådet."
    extract = read(f"{TOP}{rule}\n")
    assert [one.seats for one in extract.seat_rules] == [3]
    assert rule not in [one.passage.quote for one in extract.unclaimed]


def test_a_letter_of_nobody_known_is_of_no_meeting(read):
    told = "Kære KKR\n\nLæsø Kommune har udpeget Eva Skov (S) som medlem af Havnerådet.\n"
    assert [one.person for one in read(f"2. juni 2025\n\n{told}").appointments] == ["Eva Skov"]
    assert read(f"2. juni 2025\n\n{told}").warnings == ()
    (warning,) = read(told).warnings
    assert "hvilken dag brevet eller nyheden er fra" in warning.message


@pytest.mark.parametrize("colon", ["", ":"])
@pytest.mark.parametrize("title", ["Post", "Post i bestyrelsen"])
def test_a_table_below_what_a_board_is_made_up_of(read, title, colon):
    extract = read(
        "Pressemeddelelse fra Havvigfonden, 28. april 2026\n\n"
        f"Bestyrelsen består herefter af{colon}\n\nNavn\t{title}\nAnna Holm\tFormand\nBo Lund\tMedlem\n"
    )
    assert [(one.person, one.role.value, one.body) for one in extract.appointments] == [
        ("Anna Holm", "chair", "Havvigfonden"),
        ("Bo Lund", "member", "Havvigfonden"),
    ]
