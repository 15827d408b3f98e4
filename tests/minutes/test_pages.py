"""Minutes as the pages of agenda systems show them: who was away, repeated headings, labels above their values."""

import pytest

from kkr_graph.minutes.meeting.front_lines import name_on_every_page
from tests.minutes.paper import AGENDA, item, paper
from tests.minutes.test_attendance import attended
from tests.minutes.test_leftovers import left

MEMBERS = "Medlemmer\nAnna Holm (A)\nEva Skov (V)"


def test_who_came_in_another_s_place_stands_below_those_away(read):
    told = "Godkendt.\n\nFraværende:\n\nBo Lund (V) deltog i mødet i stedet for Ib Dam (I)."
    extract = read(paper(item("1.", "Havnen", told), item("2.", "Broen", told), front=MEMBERS))
    assert attended(extract)[2:] == ["Ib Dam: absent", "Bo Lund: present for Ib Dam"]
    assert extract.attendance[2].party == "I"


def test_a_deputy_in_the_apologies_below_a_decision_was_not_away(read):
    front = f"{MEMBERS}\n\nFraværende med afbud\nIb Dam (A)\nMia Friis (Ø)"
    told = "Afbud fra Ib Dam stedfortræder Bo Lund\n\nAfbud fra Mia Friis stedfortræder Per Ås\n\nGodkendt."
    extract = read(paper(item("1.", "Dagsorden", told), front=front))
    assert "Bo Lund: absent" not in attended(extract)
    assert "Per Ås: absent" not in attended(extract)
    assert "Ib Dam: absent" in attended(extract)


def test_what_was_told_below_apologies_makes_nobody_away(read):
    told = "Afbud fra Ib Dam\n\nBorgmesteren meddelte, at punkt 4 om lokalplanen for Anna Holms Mark udgår.\n\nGodkendt."
    extract = read(paper(item("1.", "Dagsorden", told), front=MEMBERS))
    assert attended(extract)[2:] == ["Ib Dam: absent"]
    assert extract.items[0].outcomes == ("approved",)


def test_remarks_below_those_away_are_of_nobody_away(read):
    first = (
        "1 Fraværende og bemærkninger til dagsordenen\n\n00.01.00P35-0104\n\nFraværende\n\nIb Dam\n\n"
        "Bemærkninger til dagsordenen\n\nSkolechef Bo Lund deltager under alle punkter.\n\n"
        "Skolechef Per Ås deltager under punkterne 3 til og med 5."
    )
    second = "2 Havnen\n\n00.30.02G01-0022\n\nBeslutning\n\nGodkendt."
    assert attended(read(paper(first, second))) == [
        "Ib Dam: absent",
        "Bo Lund: guest",
        "Per Ås: guest at 3,4,5",
    ]


def test_staff_who_were_there_throughout_came_for_no_item(read):
    front = f"{MEMBERS}\n\nSkolechef Per Ås deltog under hele mødet."
    told = item("1.", "Meddelelser", "Skolechef Per Ås orienterede om skolen.")
    assert attended(read(paper(told, front=front)))[-1] == "Per Ås: guest"


@pytest.mark.parametrize(
    ("told", "decision"),
    [
        ("Godkendt.\n\nAnna Holm og Eva Skov var fraværende.", "Godkendt."),
        ("Ingen.\n\nAfbud fra Anna Holm.", "Ingen."),
        ("Anna Holm var fraværende.", None),
        ("Anna Holm var fraværende under sagen.", "Anna Holm var fraværende under sagen."),
    ],
)
def test_who_was_away_is_no_part_of_the_decision(told, decision, read):
    assert read(paper(item("1.", "Havnen", told))).items[0].decision == decision


@pytest.mark.parametrize(
    "told",
    [
        "Byrådet vedtog på møde den 15. december 2015 at indføre spørgetid.",
        "Udvalget sendte d. 9. juni 2021 fem modeller i høring.",
        "Byrådet udpegede på det konstituerende møde en stedfortræder.",
        "Ellers ville stedfortræderen indtræde, og der ville blive udpeget en ny.",
    ],
)
def test_what_was_decided_before_is_not_what_this_meeting_decided(told, read):
    extract = read(paper(AGENDA, item("2.", "Spørgetid", None, told)))
    assert (extract.items[1].decision, extract.items[1].outcomes) == (None, ("none",))


def test_paragraphs_of_a_rule_are_no_items(read):
    rules = "\n\n".join(f"Stk. {n}. Rådet følger regel {n}" for n in (2, 3, 4))
    text = f"Havnerådet\n\nReferat\n\n18. januar 2018\n\nSagsfremstilling\n\n{rules}\n\nBeslutning\n\nGodkendt.\n"
    assert not [one for one in read(text).items if one.numbered]


def test_a_heading_that_stands_twice_is_no_part_of_the_decision_above(read):
    items = [
        f"{n}. {title}\n\n{n}. {title}\n\nBeslutning\nGodkendt."
        for n, title in ((1, "Havnen"), (2, "Broen"))
    ]
    assert [(one.title, one.decision) for one in read(paper(*items)).items] == [
        ("Havnen", "Godkendt."),
        ("Broen", "Godkendt."),
    ]


def test_labels_above_their_values_are_no_text_and_no_items(read):
    head = (
        "UDVALG\n\nHavnerådet\n\nMØDE\n\nReferat\n\nSTED\n\nHavnehuset, Kajen 5\n\nSTARTTIDSPUNKT\n\n03-11-2025 16:30:00\n\n"
        "SLUTTIDSPUNKT\n\n03-11-2025 19:00:00\n\nPUNKTER"
    )
    extract = read(paper(AGENDA, head=head))
    assert (left(extract), extract.document.body) == ([], "Havnerådet")
    untitled = f"{head}\n\nIndstilling\n\nAt sagen godkendes.\n\nBeslutning\n\nGodkendt.\n"
    assert not {"MØDE", "PUNKTER"} & {one.title for one in read(untitled).items}


def test_one_title_above_a_recommendation_and_a_decision_is_an_item(read):
    text = (
        "Mødedato: 29.03.2022, kl. 19:00\nMødested: Kajen 8\n\nGodkendelse af forretningsorden\n\nIndstilling\n\n"
        "Formanden indstiller, at den godkendes.\n\nBeslutning\n\nForretningsordenen blev godkendt.\n"
    )
    extract = read(text)
    assert [(one.title, one.outcomes) for one in extract.items] == [
        ("Godkendelse af forretningsorden", ("approved",))
    ]
    assert extract.document.body is None


def test_a_label_on_the_front_is_no_body(read):
    text = "Referat\n\n18. januar 2018\n\nUdvalg: Havnerådet\n\nHavnerådet udpegede Bo Lund som formand.\n"
    assert [one.body for one in read(text).appointments] == ["Havnerådet"]


def test_an_hour_is_no_association_of_municipalities(read):
    text = paper(
        item(
            "1.",
            "Havnen",
            "Mødet er den 3. maj 2026. Kl 8 er der kaffe.\nMødet Kl 10 den 4. maj 2026.",
        )
    )
    assert {day.body for day in read(text).dates} == {None}


def test_bulleted_sentences_below_those_away_make_nobody_away(read):
    told = (
        "- Bo Lund var indtrådt som midlertidigt medlem under Per Ås' orlov.\n"
        "- Mia Friis deltog i mødet, mens Ole Dam havde orlov."
    )
    extract = read(paper(front=f"{MEMBERS}\n\nFraværende: Ib Dam\n{told}"))
    assert [one.name for one in extract.attendance if one.status == "absent"] == ["Ib Dam"]


def test_a_label_beside_its_value_needs_no_colon(read):
    head = "Referat\n\n19. september 2025\n\nUdvalg Havne- og Fritidsudvalget\nMødedeltagere Anna Holm, Claus Nielsen, Elo Nielsen\nFraværende Bo Lund"
    extract = read(paper(head=head))
    assert extract.document.body == "Havne- og Fritidsudvalget"
    assert attended(extract) == [
        "Anna Holm: present",
        "Claus Nielsen: present",
        "Elo Nielsen: present",
        "Bo Lund: absent",
    ]


def test_a_label_without_a_value_is_no_body(read):
    head = "Havneudvalget - 11-01-2025\n\nReferat\nUdvalg:\nDato:\nLørdag, 11 januar, 2025 - 19:00"
    assert read(paper(head=head)).document.body == "Havneudvalget"


def test_the_first_title_of_a_page_is_no_body(read):
    text = "Godkendelse af dagsorden\nBeslutning\nAfbud: ingen\nFraværende: Bo Lund\nHavneudvalget udsatte punkt 11.\n"
    assert read(text).document.body is None


def test_the_meeting_of_a_committee_heads_its_decision(read):
    head = "Havne- og Fritidsudvalgets møde den 12. december 2025:"
    extract = read(
        f"1. Havnen\n\nSagsnr.: 26/402\n\n{head}\n\nGodkendt.\n\n2. Broen\n\nSagsnr.: 26/403\n\n{head}\n\nUdsat.\n"
    )
    assert [one.decision for one in extract.items] == ["Godkendt.", "Udsat."]
    assert (extract.document.body, str(extract.document.date)) == (
        "Havne- og Fritidsudvalget",
        "2025-12-12",
    )


def test_a_heading_with_a_bullet_above_its_number_and_title_stands_twice(read):
    items = [
        f"• Pkt. {n} {title}\n\nPkt. {n}\n\n{title}\n\nBeslutning\n\nGodkendt."
        for n, title in ((1, "Havnen"), (2, "Broen"))
    ]
    assert [(one.title, one.decision) for one in read(paper(*items)).items] == [
        ("Havnen", "Godkendt."),
        ("Broen", "Godkendt."),
    ]


def test_a_case_may_have_a_danish_letter(read):
    cases = ("18.15.00-Ø40-2-25", "85.02.02-G01-1-25")
    items = [
        f"{case}\n\n{n}. Havn {n}\n\nBeslutning\n\nDrøftet." for n, case in enumerate(cases, 1)
    ]
    assert [(one.case, one.decision) for one in read(paper(*items)).items] == [
        (case, "Drøftet.") for case in cases
    ]


def test_what_an_account_tells_is_no_decision_where_the_others_have_a_heading(read):
    told = "Sagen har været sendt i høring hos skolerne."
    extract = read(
        paper(AGENDA, item("2.", "Broen", "Godkendt."), item("3.", "Havnen", None, told))
    )
    assert (extract.items[2].decision, extract.items[2].outcomes) == (None, ("none",))


def test_one_title_proves_nothing_where_there_are_several_decisions(read):
    parts = "Indstilling\n\nAt sagen godkendes.\n\nBeslutning\n\nGodkendt.\n\n"
    text = f"Referat\n\n19. september 2025\n\nMødet begyndte på havnen\n\nSagsfremstilling\n\nEn sag.\n\n{parts}Sagsfremstilling\n\nEn til.\n\n{parts}"
    assert not read(text).items


def test_the_role_and_the_party_of_a_member_may_stand_on_lines_of_their_own(read):
    rows = "Anna Holm\n\nFormand\n\n(A)\n\nEva Skov\n\n2. næstformand\n\n(V)\n\nPer Ås\n\nLøsgænger\n\nMia Friis\n\n(Ø)"
    head = "Referat\n\nReferat - Havnerådet 2022-2025\n\n24-10-2025 16:00"
    extract = read(
        paper(
            head=head, front=f"Medlemmer af udvalget:\n\n{rows}\n\nFraværende:\n\nMia Friis\n\n(Ø)"
        )
    )
    told = [(one.name, one.party, one.title, one.status) for one in extract.attendance]
    assert told == [
        ("Anna Holm", "A", "Formand", "present"),
        ("Eva Skov", "V", "2. næstformand", "present"),
        ("Per Ås", None, None, "present"),
        ("Mia Friis", "Ø", None, "absent"),
    ]
    assert (extract.document.body, left(extract)) == ("Havnerådet", [])
    assert [(one.person, one.role) for one in extract.appointments] == [
        ("Anna Holm", "chair"),
        ("Eva Skov", "vice-chair"),
    ]
    assert extract.attendance[0].passage.quote.split() == ["Anna", "Holm", "Formand", "(A)"]


def test_the_kind_of_paper_before_a_council_is_no_part_of_it(read):
    assert read(paper(head="Referat Havnerådet\n\n24. oktober 2025")).document.body == "Havnerådet"


def test_thousands_of_commas_at_the_top_of_a_page_take_no_longer_than_they_are():
    """By the square of their number it would take minutes."""
    line = f"Havnerådet{', ' * 20_000}x"
    assert name_on_every_page(f"{line} 24. oktober 2025") == line
