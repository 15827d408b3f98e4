"""What belongs to the forum above: groups, kinds of bodies, brackets, footnotes, rules by its name."""

import pytest

from kkr_graph.appointments import parse_list
from kkr_graph.minutes import SentenceTeller
from kkr_graph.text import lay_out
from tests.appointments.conftest import LEXICON, REGISTRY
from tests.appointments.seats import seats
from tests.sources.reading import read_here

TOP = "Randers Byråd\nUdpegningsoversigt\n\n"
BELOW = {
    "     Medlem ............. Bo Lund, udpeget af\n                          Ejendomsforeningen Fyn\n     Medlem ............. Eva Skov (A)": [
        "Bo Lund, member, by Ejendomsforeningen Fyn: Havnen A/S",
        "Eva Skov, member: Havnen A/S",
    ],
    "Repræsentanter\n• Anna Holm (A)\nSuppleanter i den anførte rækkefølge\n• Bo Lund (V)": [
        "Anna Holm, representative: Havnen A/S",
        "Bo Lund, deputy: Havnen A/S",
    ],
    "Anna Holm (C), Struer Kommune, er født medlem som formand for KKR Fyn. Desuden har byrådet udpeget Bo Lund (V).": [
        "Anna Holm, member, ex-officio: Havnen A/S",
        "Bo Lund, member, appointed, by Randers Byråd: Havnen A/S",
    ],
    "Anna Holm (C), i stedet for Bo Lund (V), udtrådt den 31-01-2026": [
        "Bo Lund, member, left, /2026-01-31: Havnen A/S",
        "Anna Holm, member, after Bo Lund: Havnen A/S",
    ],
    "Anna Holm (A)   stf. Bo Lund (A)\nEva Skov (L)    stf. -\nIda Krag (V) (stf.: vakant)\nIb Dam, suppl. ingen": [
        "Anna Holm, member: Havnen A/S",
        "Bo Lund, deputy, for Anna Holm: Havnen A/S",
        "Eva Skov, member: Havnen A/S",
        "Ida Krag, member: Havnen A/S",
        "Ib Dam, member: Havnen A/S",
    ],
    "Borgmesteren: Anna Holm (A) (stf.: 1. viceborgmester Eva Skov (V))\nFormanden for Miljøudvalget: Bo Lund (V)": [
        "Anna Holm, member, ex-officio: Havnen A/S",
        "Eva Skov, deputy, for Anna Holm: Havnen A/S",
        "Bo Lund, member, ex-officio: Havnen A/S",
    ],
    "Politidirektøren\tAnna Holm\nHavnefogeden, i kraft af embedet\tBo Lund": [
        "Anna Holm, member, ex-officio: Havnen A/S",
        "Bo Lund, member, ex-officio: Havnen A/S",
    ],
    "Formanden for Havnen: Anna Holm (A)": ["Anna Holm, chair: Havnen A/S"],
    "Anna Holm (A)\nSuppl. (fælles): Bo Lund (V)": [
        "Anna Holm, member: Havnen A/S",
        "Bo Lund, deputy: Havnen A/S",
    ],
    "Bestyrelse:\n• Anna Holm (A), formand\nObservatør:\n• Bo Lund": [
        "Anna Holm, chair: Havnen A/S",
        "Bo Lund, observer: Havnen A/S",
    ],
    "Bestyrelsen\nAnna Holm (A)\nBo Lund (V)": [
        "Anna Holm, member: Havnen A/S",
        "Bo Lund, member: Havnen A/S",
    ],
    "Generalforsamlingsvalgte:\n• Anna Holm (A)\n• NN\n\nForbrugervalgte:\n• Bo Lund\n": [
        "Anna Holm, member: Havnen A/S",
        "Bo Lund, member: Havnen A/S",
    ],
    "• Gårdejer Anna Holm, formand\n• Bygningskyndig Bo Lund": [
        "Anna Holm, chair: Havnen A/S",
        "Bo Lund, member: Havnen A/S",
    ],
    "Anna Holm (A)\nSekretær for bestyrelsen: Havnechef Bo Lund": ["Anna Holm, member: Havnen A/S"],
    "Anna Holm (A)\nKontaktperson i forvaltningen: Bo Lund": ["Anna Holm, member: Havnen A/S"],
    "Anna Holm (A)\nBestyrelsessekretær: Bo Lund": ["Anna Holm, member: Havnen A/S"],
    "Byrådet har udpeget Anna Holm (A) som formand. Bo Lund (V) blev valgt som næstformand. Han afløser Ib Dam (C).": [
        "Anna Holm, chair, appointed, by Randers Byråd: Havnen A/S",
        "Bo Lund, vice-chair, elected, after Ib Dam: Havnen A/S",
        "Ib Dam, vice-chair, left: Havnen A/S",
    ],
    "Født medlem er borgmester Anna Holm (A). Stedfortræder er Bo Lund (V).": [
        "Anna Holm, member, ex-officio: Havnen A/S",
        "Bo Lund, deputy, for Anna Holm: Havnen A/S",
    ],
    "Anna Holm (A)\nEva Skov (V)\nFælles stedfortræder: Bo Lund (B)": [
        "Anna Holm, member: Havnen A/S",
        "Eva Skov, member: Havnen A/S",
        "Bo Lund, deputy: Havnen A/S",
    ],
    "Medlem              Stedfortræder\nAnna Holm (A)*      Bo Lund (V)": [
        "Anna Holm, member: Havnen A/S",
        "Bo Lund, deputy, for Anna Holm: Havnen A/S",
    ],
    "Medlemmer i dag\n• Anna Holm (A)\n• Bo Lund (V), formand": [
        "Anna Holm, member: Havnen A/S",
        "Bo Lund, chair: Havnen A/S",
    ],
    "Repræsentanter pr. 1. marts 2026\nAnna Holm (A)": ["Anna Holm, representative: Havnen A/S"],
    "Observatører i indeværende periode\nAnna Holm (A)": ["Anna Holm, observer: Havnen A/S"],
    "Bestyrelsesmedlemmer p.t.\nAnna Holm (A)": ["Anna Holm, member: Havnen A/S"],
    "Anna Holm (A)\n\nÆndringer siden sidste liste\n• Bo Lund (V), udtrådt den 31. maj 2026": [
        "Anna Holm, member: Havnen A/S",
        "Bo Lund, member, left, /2026-05-31: Havnen A/S",
    ],
    "Anna Holm (A)\n\nUdtrådte medlemmer\n• Bo Lund (V)": [
        "Anna Holm, member: Havnen A/S",
        "Bo Lund, member, left: Havnen A/S",
    ],
    "Anna Holm, Randers Kommune .. observatør\nBo Lund (V), Nyborg ..... medlem": [
        "Anna Holm, observer: Havnen A/S",
        "Bo Lund, member: Havnen A/S",
    ],
    "Nuværende periode: 1. maj 2022 - 30. april 2026\nMedlemmer p.t.\nAnna Holm (A)": [
        "Anna Holm, member, 2022-05-01/2026-04-30: Havnen A/S"
    ],
    "Medlemmer i dag\n• Anna Holm (A)\n\nTidligere repræsentanter\n• Bo Lund (V)": [
        "Anna Holm, member: Havnen A/S"
    ],
    "Personlig suppleant for formanden\nAnna Holm\n": ["Anna Holm, deputy: Havnen A/S"],
    "Udpeget ved selvsupplering\nAnna Holm\n\nValgt blandt medarbejderne\nBo Lund": [
        "Anna Holm, member: Havnen A/S",
        "Bo Lund, member: Havnen A/S",
    ],
    "Valgt blandt byrådets medlemmer\nAnna Holm\n\nValgt af og blandt de studerende\nBo Lund": [
        "Anna Holm, member: Havnen A/S",
        "Bo Lund, member: Havnen A/S",
    ],
    "Udpeget i fællesskab af kommunerne\nAnna Holm\n\nUden stemmeret\nBo Lund": [
        "Anna Holm, member, by kommunerne: Havnen A/S",
        "Bo Lund, member: Havnen A/S",
    ],
    "Genvalgt som medarbejderrepræsentanter\nAnna Holm\n\nUdtrådt i funktionsperioden\nBo Lund": [
        "Anna Holm, member: Havnen A/S",
        "Bo Lund, member, left: Havnen A/S",
    ],
    "Medlemmer for tiden:\nAnna Holm (A)": ["Anna Holm, member: Havnen A/S"],
}


def test_the_board_of_a_company_in_capitals_is_the_company_s(read):
    told = "ARCs bestyrelse\n\nBestyrelsen består af\n\nAnna Holm (A), formand – Københavns Kommune\n\nBo Lund (C) – Dragør Kommune\n"
    assert seats(read(told)) == ["Anna Holm, chair: ARC", "Bo Lund, member: ARC"]


def test_people_behind_bullets_far_off_are_of_the_group_above(read):
    told = f"{TOP}1. Havnen A/S\nFormål: Havne.\n\nUdpeget af byrådet:\n•    Anna Holm (formand)\n•    Bo Lund\n"
    assert seats(read(told)) == [
        "Anna Holm, chair, by byrådet: Havnen A/S",
        "Bo Lund, member, by byrådet: Havnen A/S",
    ]


@pytest.mark.parametrize(("below", "expected"), BELOW.items(), ids=list(BELOW))
def test_a_group_or_a_kind_of_body_is_no_forum_below_one(below, expected, read):
    extract = read(f"{TOP}1. Havnen A/S\nFormål: Havne.\n\n{below}\n")
    assert seats(extract) == expected
    assert [forum.name for forum in extract.forums] == ["Havnen A/S"]


def test_who_left_another_forum_of_the_list_did_not_leave_the_last(read):
    changes = (
        "Ændringer siden sidste liste\n• Bo Lund (V), udtrådt af Havnen A/S den 31. maj 2026\n"
    )
    extract = read(
        f"{TOP}1. Havnen A/S\nFormål: Havne.\n• Anna Holm\n\n2. Fjordrådet\nFormål: Fjorde.\n• Eva Vang\n\n{changes}"
    )
    assert seats(extract) == ["Anna Holm, member: Havnen A/S", "Eva Vang, member: Fjordrådet"]
    assert [each.passage.quote[:9] for each in extract.unclaimed] == ["• Bo Lund"]


@pytest.mark.parametrize("seat", ["Medlem for lejerne", "Observatør"])
def test_a_role_stands_on_the_line_above_the_one_who_has_it(seat, read):
    extract = read(
        f"{TOP}1. Havnen A/S\nFormål: Havne.\n\nFormand\nAnna Holm, advokat\n{seat}\nBo Lund\n"
        "Stedfortræder for formanden\nEva Vang\nSekretær\nPer Dal\n"
    )
    role = "member" if seat.startswith("Medlem") else "observer"
    assert seats(extract) == [
        "Anna Holm, chair: Havnen A/S",
        f"Bo Lund, {role}: Havnen A/S",
        "Eva Vang, deputy, for Anna Holm: Havnen A/S",
    ]


def test_what_somebody_is_stands_on_the_line_below_where_names_come_first(read):
    extract = read(
        f"{TOP}1. Havnen A/S\nFormål: Havne.\n\nAnna Holm (A)\nFormand\nBo Lund (V)\nNæstformand\nEva Vang (A)\nMedlem\n"
    )
    assert [(one.person, one.role) for one in extract.appointments] == [
        ("Anna Holm", "chair"),
        ("Bo Lund", "vice-chair"),
        ("Eva Vang", "member"),
    ]


def test_common_deputies_are_nobody_s_in_particular(read):
    extract = read(
        f"{TOP}1. Havnen A/S\nFormål: Havne.\n\nUdpeget af byrådet\n• Anna Holm\n• Bo Lund\n\nFælles suppleanter: Eva Vang og Per Dal\n"
    )
    assert seats(extract)[2:] == ["Eva Vang, deputy: Havnen A/S", "Per Dal, deputy: Havnen A/S"]


def test_a_chair_whom_somebody_appoints_is_a_rule_of_one_seat(read):
    told = "Rådet har fem medlemmer. Hertil kommer formanden, der udpeges af KKR Fyn."
    (rule,) = read(f"{TOP}1. Havnerådet\nFormål: Havne.\n{told}\n• Anna Holm\n").seat_rules
    assert (rule.seats, rule.who, rule.appointed_by) == (1, "formanden", "KKR Fyn")


COLUMNS = "Nr  Forum                      Navn              Parti  Rolle    Til"
ROWS = (
    "1   Havnerådet                 Anna Holm         A      Medlem   31-03-2026 *\n"
    "                               Bo Lund           V      Medlem   31-12-2029\n"
    "2   Rådet for Fynsk Turisme    Eva Skov          F      Medlem   31-12-2029\n"
    "    (RFT)                      Ida Krag          B      Medlem   31-12-2029\n"
)


def test_an_abbreviation_below_the_name_of_a_forum_is_no_forum(read):
    extract = read(f"{TOP}{COLUMNS}\n{ROWS}")
    assert [forum.name for forum in extract.forums] == ["Havnerådet", "Rådet for Fynsk Turisme"]
    assert [each.abbreviation for each in extract.bodies] == ["RFT"]


def test_a_footnote_is_about_the_row_with_its_mark(read):
    extract = read(f"{TOP}{COLUMNS}\n{ROWS}\n* Anna Holm er udtrådt den 31. marts 2026.\n")
    assert seats(extract)[0] == "Anna Holm, member, left, /2026-03-31: Havnerådet"
    assert len(seats(extract)) == 4


def test_a_footnote_may_tell_after_whom_the_one_with_its_mark_came(read):
    extract = read(
        f"{TOP}Havnerådet\n\nMedlemmer:\nAnna Holm (A), Nyborg 1)\nBo Lund (V), Assens 2)\n\nNoter\n\n"
        "1) Indtrådt den 1. april 2026 efter borgmester Eva Skov, der udtrådte den 31. marts 2026.\n2) Har orlov.\n"
    )
    assert sorted(seats(extract)) == [
        "Anna Holm, member, after Eva Skov, 2026-04-01/: Havnerådet",
        "Bo Lund, member: Havnerådet",
        "Eva Skov, member, left, /2026-03-31: Havnerådet",
    ]
    assert [one.municipality for one in extract.appointments[:2]] == ["Nyborg", "Assens"]


def test_a_footnote_with_a_star_tells_it_too(read):
    told = "* Tiltrådt den 1. april 2026 i stedet for Eva Skov (F).\n"
    extract = read(
        f"{TOP}Havnerådet\n\nMedlemmer:\nAnna Holm (A), Nyborg*\nBo Lund (V), Assens\n\n{told}"
    )
    heir, *_, left = extract.appointments
    assert (heir.replaces, heir.municipality) == ("Eva Skov", "Nyborg")
    assert (left.person, left.party, left.event.value) == ("Eva Skov", "F", "left")


def test_a_label_may_be_broken_over_lines_with_somebody_beside_each(read):
    extract = read(
        f"{TOP}1. Havnerådet\n\n   Hjemmel:         Havneloven\n   Fødte            Borgmester Anna Holm (A), Nyborg\n"
        "   medlemmer:       Borgmester Bo Lund (V), Assens\n                    Borgmester Ida Krag (F), Odense\n"
        "   Observatører     Eva Skov, Ældre Sagen\n   (uden stemme-    Lægefaglig direktør Per Vig, Region Fyn\n   ret):\n"
    )
    assert seats(extract) == [
        "Anna Holm, member, ex-officio: Havnerådet",
        "Bo Lund, member, ex-officio: Havnerådet",
        "Ida Krag, member, ex-officio: Havnerådet",
        "Eva Skov, observer: Havnerådet",
        "Per Vig, observer: Havnerådet",
    ]


def test_a_section_of_those_nominated_holds_for_the_forums_of_its_table(read):
    text = (
        f"{TOP}A. UDPEGET AF RANDERS BYRÅD\n\n{COLUMNS}\n"
        "1   Havnerådet                 Anna Holm         A      Medlem   31-12-2029\n\n"
        "B. INDSTILLET AF RANDERS BYRÅD (ministeren har endnu ikke udpeget)\n\n"
        "Nr  Forum                      Navn              Parti  Rolle\n"
        "2   Klimarådet                 Bo Lund           V      Medlem\n"
        "3   Bådrådet                   Eva Skov          F      Medlem\n"
    )
    events = {(one.person, one.event.value) for one in read(text).appointments}
    assert events == {("Anna Holm", "holds"), ("Bo Lund", "nominated"), ("Eva Skov", "nominated")}


def test_a_quoted_cell_keeps_its_semicolon():
    text = (
        "Hvervsregister for Randers Byråd;;\nOrgan;Navn;Funktion\n"
        '"Ungdomsskolen i Randers; bestyrelsen";Anna Holm;Medlem\n'
    )
    source = read_here(text.encode(), "appointments/a.csv")
    (forum,) = parse_list(lay_out(source), REGISTRY, LEXICON, SentenceTeller).forums
    assert forum.name == "Ungdomsskolen i Randers; bestyrelsen"


def test_a_rule_is_about_the_forum_whose_name_it_begins_with(read):
    text = (
        f"{TOP}Havnerådet\nAnna Holm (A)\n\nKlimarådet\nBo Lund (V)\n"
        "Havnerådet har 2 medlemmer valgt blandt brugerne.\n"
    )
    (rule,) = read(text).seat_rules
    assert (rule.body, rule.seats, rule.who, rule.appointed_by) == (
        "Havnerådet",
        2,
        "brugerne",
        None,
    )


def test_a_name_that_the_end_of_a_line_broke_goes_on_below_its_label(read):
    text = f"{TOP}1. Havnerådet\nFormand:       Eva Skov (F)\nMedlemmer:     Bo Lund (V) og Jørgen\n               Holm (C)\n"
    assert seats(read(text)) == [
        "Eva Skov, chair: Havnerådet",
        "Bo Lund, member: Havnerådet",
        "Jørgen Holm, member: Havnerådet",
    ]


def test_the_mayors_above_the_forums_hold_none_of_them(read):
    text = (
        "KONSTITUERING 2026-2029\n\nRanders Byråd - udvalg, råd og nævn\n\nBorgmester: Eva Skov (F)\n"
        "2. viceborgmester: Jørgen Holm (C)\n\n1. STÅENDE UDVALG\n\n1.1 Økonomiudvalget\nEva Skov (F), formand\nBo Lund (V)\n"
    )
    assert seats(read(text)) == [
        "Eva Skov, chair: Økonomiudvalget",
        "Bo Lund, member: Økonomiudvalget",
    ]


POINTS = (
    "Havnesamarbejdet i Syd\n\nDer er mange opgaver:\n\n• Sikre koordinering med de andre havne\n\n"
    "• Følge op på Havnerådets anbefalinger\n\nBeslutninger træffes ved flertal\n\nShare\n\nLuk alle\n\n"
)


@pytest.mark.parametrize(
    ("lead", "body"),
    [
        ("Alle deltager, og der er nedsat en Havnestyregruppe:", "Havnestyregruppe"),
        ("Havneforums nye bestyrelse er valgt for perioden 2026-2029:", "Havneforum"),
        ("Nedenfor er en oversigt over bestyrelsens medlemmer:", "Havnesamarbejdet i Syd"),
    ],
)
def test_points_sentences_and_links_are_no_forums(lead, body, read):
    text = f"{POINTS}{lead}\n\n• Anna Holm (A), formand for Teknikudvalget i Vejle Kommune\n\n• Bo Lund, Vejle Kommune"
    extract = read(text)
    assert seats(extract) == [f"Anna Holm, member: {body}", f"Bo Lund, member: {body}"]


def test_an_office_in_two_words_stands_before_a_name(read):
    told = "• Borgmester Anna Holm (A), Vejle\n• Sundheds- og omsorgsborgmester Eva Skov (F)), Vejle\n• Byrådsmedlem Bo Lund (V), Vejle"
    assert len(seats(read(f"{TOP}Havnerådet\n3 medlemmer udpeget af KKR:\n\n{told}\n"))) == 3


def test_a_group_of_some_is_no_forum_and_nobodys_sender(read):
    groups = "Regionsrådsmedlemmer:\nAnna Holm (A)\n\nKommunale medlemmer:\nBo Lund (V), Vejle\n\nRepræsentanter for almen praksis - PLO-M:\nEva Skov"
    extract = read(f"{TOP}Havnerådet\n\n{groups}\n")
    assert [one.body for one in extract.appointments] == ["Havnerådet"] * 3
    assert {one.on_behalf_of for one in extract.appointments} == {None}


def test_who_appoints_stands_above_members_and_their_deputies(read):
    groups = "Udpeget af Vejle Byråd\n\nMedlemmer:\n\nAnna Holm (A)\nEva Skov (F)\n\nSuppleanter:\n\nBo Lund (V)\n\nØvrige:\nIb Kær"
    extract = read(f"{TOP}Havnerådet\n\n{groups}\n")
    assert [one.by for one in extract.appointments] == [*["Vejle Byråd"] * 3, None]


def test_a_task_to_place_somebody_names_no_appointer(read):
    told = "Regionsrådet vil til næste år udpege to nye medlemmer til Havnens bestyrelse."
    assert read(f"{TOP}Havnen\n{told}\nAnna Holm (A)\n").seat_rules == ()


LEVELS = (
    "Havneklyngen omfatter tre kommuner\n\nHavneklynge (politisk niveau)\n\nMedlemmer\n\n{first}\n\nDagsorden og referater\n\n"
    "Hent og læs dagsordener og referater her\n\nHavneklynge (fagligt niveau)\n\nMedlemmer\n\n{second}\n"
)
FIRST = "Regionale medlemmer:\n\n• Anna Holm (A) (regional formand)\n\nKommunale medlemmer:\n\n• H. C. Rosenlund, (A), Holstebro"
SECOND = "Patient- og pårørende repræsentanter:\n\n• Bo Lund, Havneforeningen\n\nRepræsentanter fra Almen Praksis:\n\n• Eva Skov"


def test_two_levels_of_a_body_are_two_forums(read, seems_list):
    text = LEVELS.format(first=FIRST, second=SECOND)
    assert seems_list(text)
    assert seats(read(text)) == [
        "Anna Holm, chair: Havneklynge",
        "H. C. Rosenlund, member: Havneklynge",
        "Bo Lund, representative: Havneklynge (fagligt niveau)",
        "Eva Skov, representative: Havneklynge (fagligt niveau)",
    ]


THEMED = "Udpeget af Udvalget for Kultur, Fritid og Idræt:\nAnna Holm (A)\nBo Lund (V), formand for Udvalget for Teknik, Miljø og Klima\n"


def test_a_committee_with_several_themes_appoints_and_is_led_elsewhere(read):
    extract = read(f"{TOP}Havnerådet\n{THEMED}")
    by = "by Udvalget for Kultur, Fritid og Idræt"
    assert seats(extract) == [
        f"Anna Holm, member, {by}: Havnerådet",
        f"Bo Lund, member, {by}: Havnerådet",
    ]


def test_posts_beside_each_other_keep_the_themes_of_a_committee(read):
    told = "Anna Holm (A)\nHverv: Udvalget for Teknik, Miljø og Klima, Havnerådet (suppleant)\n\nBo Lund (V)\nFormand for Havnerådet\n"
    assert seats(read(told))[:2] == [
        "Anna Holm, member: Udvalget for Teknik, Miljø og Klima",
        "Anna Holm, deputy: Havnerådet",
    ]


def test_a_number_set_apart_from_the_name_of_a_forum_is_none_of_it(read):
    text = (
        f"{TOP}------------------------\n1   Havnerådet\n------------------------\nType:            Råd\n"
        "Medlemmer:       Formanden for Byrådet, p.t. Anna Holm (A),\n                   Vejle\n                 Bo Lund (V)\n"
    )
    extract = read(text)
    assert [forum.name for forum in extract.forums] == ["Havnerådet"]
    assert "Bo Lund, member: Havnerådet" in seats(extract)


def test_a_number_set_apart_is_none_of_the_name_where_the_one_before_it_is_none(read):
    extract = read(
        f"{TOP}1   HAVNERÅDET\nFormål:      Havne\nMedlem       Anna Holm (A)\n\n2   RÅDET FOR FÆRGER\nMedlem       Bo Lund (V)\n"
    )
    assert [forum.name for forum in extract.forums] == ["HAVNERÅDET", "RÅDET FOR FÆRGER"]


def test_deputies_stand_in_below_whose_they_are_and_may_be_nobody(read):
    extract = read(
        f"{TOP}Havnerådet\n\nMedlemmer    Anna Holm, V, Nyborg\n                stf. Ida Krag, V, Assens\n"
        "             Bo Lund, A, Odense\n                stf. Eva Skov, A, Kerteminde\n"
        "Medlem       Per Bang, C, Assens\n                stf. Ubesat\n"
    )
    assert seats(extract) == [
        "Anna Holm, member: Havnerådet",
        "Ida Krag, deputy, for Anna Holm: Havnerådet",
        "Bo Lund, member: Havnerådet",
        "Eva Skov, deputy, for Bo Lund: Havnerådet",
        "Per Bang, member: Havnerådet",
    ]
    assert [(one.role.value, one.passage.quote) for one in extract.vacancies] == [
        ("deputy", "stf. Ubesat")
    ]
    assert extract.appointments[2].municipality == "Odense"


def test_a_line_beside_a_label_may_be_cut_before_the_one_before(read):
    (seat,) = read(
        f"{TOP}Havnerådet\n\nMedlemmer    Anna Holm, V, Nyborg, fra 01.05.2026 i stedet for\n             Bo Lund\n"
    ).appointments
    assert (seat.person, seat.replaces) == ("Anna Holm", "Bo Lund")


def test_the_office_of_a_born_member_may_stand_before_the_name(read):
    text = f"{TOP}Havnerådet\n\nFødt medlem  Formanden for KKR Fyn, Anna Holm, A, Nyborg\nMedlem       Bo Lund, V, Assens\n"
    assert seats(read(text)) == [
        "Anna Holm, member, ex-officio: Havnerådet",
        "Bo Lund, member: Havnerådet",
    ]


def test_those_of_some_are_a_group_without_a_colon_too(read):
    groups = "Medlemmer\nAnna Holm (A)\n\nRepræsentanter for almen praksis (udpeget af PLO)\n• Bo Lund\n\nStedfortrædere for de kommunale medlemmer\n1. Eva Skov (F)\n"
    assert seats(read(f"{TOP}Havnerådet\n\n{groups}")) == [
        "Anna Holm, member: Havnerådet",
        "Bo Lund, representative: Havnerådet",
        "Eva Skov, deputy: Havnerådet",
    ]


def test_the_last_dot_of_a_company_is_of_its_name(read):
    extract = read(f"{TOP}Fjordens Havn a.m.b.a.\n\nMedlemmer:\nAnna Holm (A)\n")
    assert [forum.name for forum in extract.forums] == ["Fjordens Havn a.m.b.a."]


def test_a_council_that_appoints_to_a_forum_is_not_the_one_the_rule_is_of(read):
    text = f"{TOP}Randers Byråd\nLovgrundlag: Styrelsesloven\nAnna Holm (A)\n\nHegnsynet\nSammensætning: Randers Byråd vælger tre medlemmer og to suppleanter.\nBo Lund (V)\n"
    told = [(rule.body, rule.seats, rule.who, rule.appointed_by) for rule in read(text).seat_rules]
    assert told == [
        ("Hegnsynet", 3, "medlemmer", "Randers Byråd"),
        ("Hegnsynet", 2, "suppleanter", "Randers Byråd"),
    ]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (
            "Heraf udpeger KKR Fyn fire medlemmer, Region Syddanmark tre og skolerne otte medlemmer.",
            [(4, "KKR Fyn"), (3, "Region Syddanmark"), (8, "skolerne")],
        ),
        (
            "KKR Fyn udpeger fire medlemmer, de grønne foreninger to og staten ét medlem.",
            [(4, "KKR Fyn"), (2, "de grønne foreninger"), (1, "staten")],
        ),
        ("Randers Byråd vælger tre delegerede.", [(3, "Randers Byråd")]),
        # what is divided behind it is no rule of its own
        (
            "Bestyrelsen består af ni medlemmer. To medlemmer udpeges af regionsrådet, og syv medlemmer vælges af repræsentantskabet.",
            [(2, "regionsrådet"), (7, "repræsentantskabet")],
        ),
        ("Bestyrelsen vælger formanden.", [(1, "Havnen A/S")]),
        # who chooses those who are counted last is not told
        ("Et medlem, der udpeges af byretten, og to sagkyndige.", [(1, "byretten")]),
    ],
)
def test_a_verb_holds_for_those_who_are_counted_behind(rule, expected, read):
    extract = read(f"{TOP}1. Havnen A/S\nSammensætning: {rule}\nAnna Holm (A)\n")
    assert [(each.seats, each.appointed_by) for each in extract.seat_rules] == expected


@pytest.mark.parametrize(
    "text",
    [
        "1. Havnen A/S\nPladser: KKR Fyn udpeger 2 medlemmer, og Region Syddanmark udpeger 1 observatør\nAnna Holm (A)\n",
        "Forum\tMedlem\tPladser\nHavnen A/S\tAnna Holm (A)\tKKR Fyn udpeger 2 medlemmer, og Region Syddanmark udpeger 1 observatør\n",
    ],
)
def test_how_many_seats_there_are_may_be_a_rule(text, read):
    rules = [(each.seats, each.who, each.appointed_by) for each in read(TOP + text).seat_rules]
    assert rules == [(2, "medlemmer", "KKR Fyn"), (1, "observatør", "Region Syddanmark")]


def test_how_many_seats_there_are_may_be_a_number(read):
    extract = read(f"{TOP}1. Havnen A/S\nPladser: 2\nAnna Holm (A)\n")
    assert seats(extract) == ["Anna Holm, member: Havnen A/S"]
    assert not extract.seat_rules
    assert not extract.unclaimed


def test_a_board_behind_its_label_is_of_the_forum_above(read):
    told = f"{TOP}01  HAVNEN A/S\n    Formål: Havne\n    Valgt for perioden 1. maj 2026 - 30. april 2030\n    Bestyrelse: Anna Holm (A), formand, og\n    direktør Ida Krag, samt for Søfartens Venner afventer\n"
    extract = read(told)
    assert seats(extract) == [
        "Anna Holm, chair, 2026-05-01/2030-04-30: HAVNEN A/S",
        "Ida Krag, member, 2026-05-01/2030-04-30: HAVNEN A/S",
    ]
    assert [forum.name for forum in extract.forums] == ["HAVNEN A/S"]


def test_what_is_told_behind_a_label_with_dots_goes_on_below_it(read):
    told = "Formål ....: At følge havnens drift for de\n             19 kommuner ved kysten\nHjemmel ...: Havneloven"
    (forum,) = read(f"{TOP}Havnen A/S\n{told}\nAnna Holm (A)\n").forums
    assert (forum.name, forum.legal_basis) == ("Havnen A/S", "Havneloven")
    assert forum.purpose == "At følge havnens drift for de 19 kommuner ved kysten"


def test_a_proposal_does_not_date_the_seat_of_whoever_is_proposed(read):
    told = "Anna Holm (A)\n\nKKR har foreslået, at Anna Holm udpeges som formand for Havnen A/S fra den 1. maj 2026."
    assert seats(read(f"{TOP}1. Havnen A/S\nFormål: Havne.\n\n{told}\n")) == [
        "Anna Holm, member: Havnen A/S",
        "Anna Holm, chair, appointed, 2026-05-01/, uncertain: Havnen A/S",
    ]


def test_the_title_of_a_list_names_no_forum(read):
    extract = read(
        "Medlemmer af råd og nævn i Køge Byråd\n\nValgt af Byrådet\n\n1. Havnen A/S\nAnna Holm (A)\n"
    )
    assert [forum.name for forum in extract.forums] == ["Havnen A/S"]


@pytest.mark.parametrize(
    "line", ["Fora: Oversigt med formål", "Forum: hvad det er for et", "Spørgsmål: Anna Holm, KKR"]
)
def test_what_is_said_of_all_forums_is_none(line, read):
    extract = read(f"{TOP}Faneblade:\n{line}\n\n1. Havnen A/S\nBo Lund (V)\n")
    assert [forum.name for forum in extract.forums] == ["Havnen A/S"]


def test_a_politician_to_be_asked_makes_the_heading_above_a_forum(read):
    extract = read(f"{TOP}1. Fjordrådet\nKontaktpolitiker: Anna Holm (A)\n")
    assert [forum.name for forum in extract.forums] == ["Fjordrådet"]


def test_a_paragraph_of_changes_tells_of_the_forum_that_it_names(read):
    changes = "Bo Lund (V) udtrådte af Havnen A/S den 31. marts 2026. Byrådet har udpeget Anna Holm (A) som nyt medlem af Havnen A/S."
    told = read(f"{TOP}Havnen A/S\nEva Skov (B)\n\nTeatret\nIda Krag (F)\n\nÆndringer\n{changes}\n")
    assert seats(told) == [
        "Eva Skov, member: Havnen A/S",
        "Bo Lund, member, left, /2026-03-31: Havnen A/S",
        "Anna Holm, member, appointed, by Randers Byråd: Havnen A/S",
        "Ida Krag, member: Teatret",
    ]


def test_thousands_of_blanks_behind_a_bullet_take_no_longer_than_they_are(read):
    """By the square of their number it would take minutes."""
    told = read(f"{TOP}Havnerådet\nMedlemmer:\n•{' ' * 50_000}Anna Holm (A)\nBo Lund (V)\n")
    assert seats(told) == ["Anna Holm, member: Havnerådet", "Bo Lund, member: Havnerådet"]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("RAR Fyn,", "member"),
        ("RAR FYN, 2 medlemmer", "member"),
        ("RAR Fyn, stedfortrædere", "deputy"),
    ],
)
def test_a_body_of_the_registry_heads_those_below_whatever_stands_behind_its_comma(heading, role):
    text = (
        f"KKR Syddanmark\nUdpegningsoversigt pr. 1. juni 2023\n\n{heading}\nAnna Holm (A), Assens\n"
    )
    (seat,) = parse_list(
        lay_out(read_here(text.encode())), REGISTRY, LEXICON, SentenceTeller
    ).appointments
    assert REGISTRY.body(seat.body) is REGISTRY.body("Regionalt Arbejdsmarkedsråd Fyn")
    assert seat.role == role


def test_a_forum_that_looks_like_a_name_and_the_notes_and_abbreviations_of_a_list(read):
    text = (
        "Udpegningsoversigt\n\n1. Havnen A/S\n   Udpeges af: KKR Fyn – Indstilles af: kommunerne\n"
        "   Borgmester Anna Holm (A), Nyborg, fmd.\n      stf.: bm. Ib Dam (A), Assens\n"
        "   Borgmester Bo Lund (V), Odense* (ny)\n      stf.: ikke udpeget\n"
        "   * Udtrådt pr. 30. april 2026.\n\n"
        "2. Kulturring Fyn – politisk styregruppe\n   Eva Skov (C), Ærø; Ida Krag (A), Nyborg\n"
    )

    extract = read(text)

    assert seats(extract) == [
        "Anna Holm, chair, by KKR Fyn: Havnen A/S",
        "Ib Dam, deputy, for Anna Holm, by KKR Fyn: Havnen A/S",
        "Bo Lund, member, left, by KKR Fyn, /2026-04-30: Havnen A/S",
        "Eva Skov, member: Kulturring Fyn – politisk styregruppe",
        "Ida Krag, member: Kulturring Fyn – politisk styregruppe",
    ]
    assert [one.role.value for one in extract.vacancies] == ["deputy"]
    assert not extract.unclaimed


def test_headings_of_some_of_a_forum_and_rows_with_numbers_that_have_no_title(read):
    text = (
        "Udpegningsoversigt\n\nHavnen A/S\nFormål: Havne.\n\nKommunale politikere:\nAnna Holm (A)\nErhvervslivet:\nEva Skov\n\n"
        "Klimarådet\nHjemmel: Klimaloven § 1\nMedlem\tPersonlig stf.\n1.\tBo Lund (V)\tIda Krag (A)\n2.\tIb Dam (C)\tvakant\n"
    )

    assert seats(read(text)) == [
        "Anna Holm, member: Havnen A/S",
        "Eva Skov, member: Havnen A/S",
        "Bo Lund, member: Klimarådet",
        "Ida Krag, deputy, for Bo Lund: Klimarådet",
        "Ib Dam, member: Klimarådet",
    ]


def test_whose_seat_it_is_below_the_name_of_a_forum_is_no_forum(read):
    text = (
        b"Udpegningsoversigt;;\nBeredskabskommissionen;;\nLovgrundlag: Beredskabsloven;;\nPlads;Navn;Parti\n"
        b"Borgmesteren;Anna Holm;A\nDe frivillige;Bo Lund;\n"
    )

    assert [(one.person, one.body) for one in read(text).appointments] == [
        ("Anna Holm", "Beredskabskommissionen"),
        ("Bo Lund", "Beredskabskommissionen"),
    ]


def test_labels_of_whom_some_speak_for_and_people_with_a_trade_below_a_pair(read):
    text = (
        "Udpegningsoversigt\nAnsvarlig for listen: Ulla Vang\n\nHavnerådet\nFormål: Havne.\nFiskeri: Knud Dam; Rune Krogh\n"
        "Observatør for de ansatte: maskinist Ib Dam\n\nHavnen A/S\nUdpeget af Havnerådet:\n"
        "Fiskeskipper Bo Lund, stf. Eva Skov\nSpeditør Anna Holm, stf. Ida Krag\n"
    )

    assert seats(read(text)) == [
        "Knud Dam, member: Havnerådet",
        "Rune Krogh, member: Havnerådet",
        "Ib Dam, observer: Havnerådet",
        "Bo Lund, member, by Havnerådet: Havnen A/S",
        "Eva Skov, deputy, for Bo Lund, by Havnerådet: Havnen A/S",
        "Anna Holm, member, by Havnerådet: Havnen A/S",
        "Ida Krag, deputy, for Anna Holm, by Havnerådet: Havnen A/S",
    ]


def test_rows_of_deputies_below_those_of_a_municipality(read):
    text = (
        "Hvem sidder hvor?;;\n;Havnerådet;Klimarådet\nNyborg;Anna Holm (A), fmd.;Bo Lund (V)\nsuppl.;Ida Krag (A);\n"
        "Assens;Eva Skov (C);Vakant\nfmd. = formand;;\n"
    )

    assert seats(read(text.encode())) == [
        "Anna Holm, chair: Havnerådet",
        "Ida Krag, deputy, for Anna Holm: Havnerådet",
        "Eva Skov, member: Havnerådet",
        "Bo Lund, member: Klimarådet",
    ]


def test_who_answers_for_a_list_and_a_secretary_in_brackets_sit_nowhere(read):
    text = (
        "Udpegningsoversigt\nAjourført den 4. maj 2026 · Ansvarlig: Sekretariatet, Ulla Vang\n\n"
        "Havnerådet\nAnna Holm (A)\n(Sekretær: havnefoged Bo Lund)\n"
    )

    assert seats(read(text)) == ["Anna Holm, member: Havnerådet"]


def test_a_line_that_explains_letters_loses_nobody_whom_it_names(read):
    text = (
        "Udpegningsoversigt\n\nHavnerådet\nF = formand: Anna Holm (A)\nBo Lund (V) (F = formand)\n"
        "F = formand, NF = næstformand\nF = formand. Eva Skov (C) følger med i drøftelserne.\n"
    )

    found = read(text)

    assert seats(found) == ["Anna Holm, chair: Havnerådet", "Bo Lund, member: Havnerådet"]
    assert [left.passage.quote for left in found.unclaimed] == [
        "F = formand. Eva Skov (C) følger med i drøftelserne."
    ]


@pytest.mark.parametrize("between", [" ........ ", "\t", ": ", " – "])
@pytest.mark.parametrize(
    "heading", ["6. REPRÆSENTATION I ANDRE FORA (én plads hvert sted)", "Poster i andre fora"]
)
def test_forums_beside_those_who_sit_there_below_another(heading, between, read):
    rows = f"Strandfonden{between}Eva Skov (A), suppl. Ida Krag\nBroforum Øst{between}Ib Dam (V)"
    assert seats(read(f"{TOP}Havnerådet\nAnna Holm (A)\nBo Lund (V)\n\n{heading}\n\n{rows}\n")) == [
        "Anna Holm, member: Havnerådet",
        "Bo Lund, member: Havnerådet",
        "Eva Skov, member: Strandfonden",
        "Ida Krag, deputy, for Eva Skov: Strandfonden",
        "Ib Dam, member: Broforum Øst",
    ]


def test_a_table_of_abbreviations_names_the_forums_in_full(read):
    extract = read(
        f"{TOP}Forum\tNavn\nHRR\tAnna Holm (A)\n\nForkortelse\tBetydning\nHRR\tHavnerådet i Randers\n"
    )
    assert seats(extract) == ["Anna Holm, member: Havnerådet i Randers"]


def test_records_may_have_labels_of_which_nothing_is_known(read):
    text = (
        "Navn: Anna Holm\nParti: A\nForum: Havnerådet\nRolle: formand\nHæftenummer: 12\n\n"
        "Navn: Bo Lund\nParti: V\nForum: Strandfonden\nHæftenummer: 13\n"
    )
    extract = read(TOP + text)
    assert seats(extract) == ["Anna Holm, chair: Havnerådet", "Bo Lund, member: Strandfonden"]
    assert [one.party for one in extract.appointments] == ["A", "V"]
