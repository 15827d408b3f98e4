"""Minutes as the pages of agenda systems show them: who was away, repeated headings, labels above their values."""

import pytest

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
