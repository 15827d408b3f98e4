"""The lists that say who was there, who was not, and who came as a guest."""

import pytest

from tests.minutes.paper import item, paper


def attended(extract) -> list[str]:
    """``Anna Holm: present``, and what else the list says of where they are from and for whom."""
    return [
        f"{entry.name}: {entry.status}"
        + (f" for {entry.deputy_for}" if entry.deputy_for else "")
        + (f" in {entry.municipality}" if entry.municipality else "")
        + (f" at {','.join(entry.items)}" if entry.items else "")
        for entry in extract.attendance
    ]


LISTS = {
    # headings on a line of their own, and before the names
    "Deltagere\nAnna Holm (A)\nBo Lund (V)": ["Anna Holm: present", "Bo Lund: present"],
    "Deltagere (2):\nAnna Holm (A)\nBo Lund (V)": ["Anna Holm: present", "Bo Lund: present"],
    "Til stede: Anna Holm (A), Bo Lund (V)": ["Anna Holm: present", "Bo Lund: present"],
    "Til stede: Anna Holm (A), Bo Lund (V) og\nEva Skov (C)": [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: present",
    ],
    "I mødet deltog for kommunerne:\nAnna Holm (A)": ["Anna Holm: present"],
    "Mødt: Anna Holm\nIkke mødt: Bo Lund": ["Anna Holm: present", "Bo Lund: absent"],
    "Afbud\nAnna Holm (A)": ["Anna Holm: absent"],
    "Fraværende: Anna Holm (A)": ["Anna Holm: absent"],
    "Der var afbud fra Anna Holm (A) og Bo Lund.": ["Anna Holm: absent", "Bo Lund: absent"],
    "Øvrige deltagere\nAnna Holm, sekretariatschef": ["Anna Holm: guest"],
    "Fra sekretariatet deltog: Anna Holm, Bo Lund": ["Anna Holm: guest", "Bo Lund: guest"],
    "Referent\nAnna Holm": ["Anna Holm: guest"],
    # several lists in one line
    "Til stede: Anna Holm (A). Afbud: Bo Lund (V).": ["Anna Holm: present", "Bo Lund: absent"],
    "Deltagere: Anna Holm (A)\tAfbud: Bo Lund (V)": ["Anna Holm: present", "Bo Lund: absent"],
    "Til stede var Anna Holm (A). Der var afbud fra Bo Lund (V).": [
        "Anna Holm: present",
        "Bo Lund: absent",
    ],
    # somebody in somebody's place
    "Fraværende: Bo Lund (V) – Eva Skov (V) mødte som stedfortræder": [
        "Bo Lund: absent",
        "Eva Skov: present for Bo Lund",
    ],
    "Afbud\nBo Lund (V), suppleant Eva Skov deltog": [
        "Bo Lund: absent",
        "Eva Skov: present for Bo Lund",
    ],
    "Afbud: Bo Lund (V). I hans sted mødte Eva Skov (V).": [
        "Bo Lund: absent",
        "Eva Skov: present for Bo Lund",
    ],
    "Der var afbud fra Bo Lund (V), og Eva Skov (V) mødte som stedfortræder.": [
        "Bo Lund: absent",
        "Eva Skov: present for Bo Lund",
    ],
    "Deltagere\nEva Skov (V) for Bo Lund (V)\nAnna Holm (A)": [
        "Eva Skov: present for Bo Lund",
        "Anna Holm: present",
    ],
    "Afbud: Bo Lund (V) - Eva Skov (V) mødte som stedfortræder\nAnna Holm (A)": [
        "Bo Lund: absent",
        "Eva Skov: present for Bo Lund",
        "Anna Holm: absent",
    ],
    "Afbud: Bo Lund (V), Eva Skov (V) deltog som suppleant\nAnna Holm (A)": [
        "Bo Lund: absent",
        "Eva Skov: present for Bo Lund",
        "Anna Holm: absent",
    ],
    "Deltagere\nEva Skov (V) for viceborgmester Bo Lund (V)\nAnna Holm (A)": [
        "Eva Skov: present for Bo Lund",
        "Anna Holm: present",
    ],
    # names that begin or end as other words do
    "Deltagere\nRie Anna Lund (A)\nLiv Bo Skov (V)": [
        "Rie Anna Lund: present",
        "Liv Bo Skov: present",
    ],
    "Deltagere\nEskild Nyråd (C)\nAsger Storråd (V)": [
        "Eskild Nyråd: present",
        "Asger Storråd: present",
    ],
    # who employs them is nobody who was there
    "Deltagere\nDirektør Anna Holm, Skjern Tømmer A/S\nEjer Bo Lund, Nordre Mejeri ApS": [
        "Anna Holm: present",
        "Bo Lund: present",
    ],
    "Deltagere\nFormand Anna Holm, FH Nordkysten\nKonsulent Bo Lund, DI Vestegnen": [
        "Anna Holm: present",
        "Bo Lund: present",
    ],
    "Rådets medlemmer:\nAnna Holm (A), Bo Lund (V)": ["Anna Holm: present", "Bo Lund: present"],
    # a guest who took part is a guest, with the items named
    "Forvaltningen\nChef Anna Holm: Deltog\nIngeniør Bo Lund: Deltog kun i sag nr. 2": [
        "Anna Holm: guest",
        "Bo Lund: guest at 2",
    ],
    "Fra administrationen: direktør Anna Holm. Revisor Bo Lund, Kyst Revision, deltog under pkt. 2.": [
        "Anna Holm: guest",
        "Bo Lund: guest at 2",
    ],
    "Desuden deltog jurist Anna Holm fra Boligernes Landsforening under punkt 2.": [
        "Anna Holm: guest at 2",
    ],
    "Gæst under pkt. 3: Konsulent Anna Holm, Erhvervsministeriet": ["Anna Holm: guest at 3"],
    "Gæster ved punkt 2 og 4: Anna Holm, Bo Lund": [
        "Anna Holm: guest at 2,4",
        "Bo Lund: guest at 2,4",
    ],
    "Deltagere\nSuppleant Eva Skov (V) for Bo Lund\nAnna Holm (A)": [
        "Eva Skov: present for Bo Lund",
        "Anna Holm: present",
    ],
    "Deltagere\nEva Skov (V) (suppl. for Bo Lund)": ["Eva Skov: present for Bo Lund"],
    # where people are from: above them, below them, or in columns
    "Deltagere\nAalborg Kommune\nAnna Holm (A)\nBo Lund (V)\nVejle Kommune\nEva Skov (C)": [
        "Anna Holm: present in Aalborg",
        "Bo Lund: present in Aalborg",
        "Eva Skov: present in Vejle",
    ],
    "Deltagere\nAnna Holm\nAalborg Kommune\nBo Lund\nVejle Kommune": [
        "Anna Holm: present in Aalborg",
        "Bo Lund: present in Vejle",
    ],
    "Deltagere\nAalborg: Anna Holm, Bo Lund\nVejle: Eva Skov": [
        "Anna Holm: present in Aalborg",
        "Bo Lund: present in Aalborg",
        "Eva Skov: present in Vejle",
    ],
    "Deltagere\nAnna Holm      Bo Lund      Eva Skov\nAalborg      Vejle      Kolding": [
        "Anna Holm: present in Aalborg",
        "Bo Lund: present in Vejle",
        "Eva Skov: present in Kolding",
    ],
    "Deltagere\nNavn\tParti\tKommune\nAnna Holm\tA\tAalborg\nBo Lund\tV\tVejle": [
        "Anna Holm: present in Aalborg",
        "Bo Lund: present in Vejle",
    ],
    # entries over two lines
    "Deltagere\nAnna Holm,\nborgmester, Aalborg Kommune\nBo Lund, Vejle Kommune": [
        "Anna Holm: present in Aalborg",
        "Bo Lund: present in Vejle",
    ],
    # labels inside a list
    "Deltagere\nFormand: Anna Holm (A)\nOrdstyrer: Bo Lund\nMedlem: Eva Skov (C)": [
        "Anna Holm: present",
        "Eva Skov: present",
    ],
    # a status beside the name outdoes the heading
    "Deltagere\nAnna Holm (A)\nBo Lund (V) (afbud)": ["Anna Holm: present", "Bo Lund: absent"],
    # who is listed as a member is present, unless absent
    "Medlemmer: Anna Holm (A), Bo Lund (V)\nFravær: Bo Lund (V)": [
        "Anna Holm: present",
        "Bo Lund: absent",
    ],
    # nobody
    "Deltagere\nAnna Holm (A)\n\nAfbud\nIngen": ["Anna Holm: present"],
    "Deltagere\nAnna Holm (A)\n\nAfbud: -": ["Anna Holm: present"],
}


@pytest.mark.parametrize(("front", "people"), LISTS.items(), ids=list(LISTS))
def test_lists_of_people(front, people, read):
    extract = read(paper(front=front))
    assert attended(extract) == people
    assert extract.unclaimed == ()


def test_a_party_over_a_group_is_theirs(read):
    extract = read(paper(front="Deltagere\nSocialdemokratiet\nAnna Holm\nVenstre\nBo Lund (A)"))
    assert [entry.party for entry in extract.attendance] == ["A", "A"]


def test_a_label_is_the_title_of_the_one_it_stands_before(read):
    extract = read(paper(front="Deltagere\nFormand: Anna Holm (A)\nBo Lund (V)"))
    assert [entry.title for entry in extract.attendance] == ["Formand", None]


def test_double_spaced_lists_read_the_same(read):
    front = "Deltagere\nAnna Holm (A) Aalborg Kommune\nBo Lund (V), Vejle Kommune\n\nAfbud\nEva Skov (C)"
    prose = (
        "Udvalget har i hele perioden arbejdet med sagen om havnen, og\nformanden takkede for det.\n"
        * 9
    )
    text = paper(item("1.", "Havnen", "Godkendt.", presentation=prose), front=front)
    doubled = read(text.replace("\n", "\n\n"))
    assert attended(doubled) == attended(read(text))
    assert len(doubled.attendance) == 3


def test_a_list_that_is_an_item_is_read_there(read):
    text = paper(
        item("1.", "Deltagere\nAnna Holm (A)\nBo Lund (V)"), item("2.", "Havnen", "Godkendt.")
    )
    assert attended(read(text)) == ["Anna Holm: present", "Bo Lund: present"]


def test_a_list_ends_before_prose(read):
    front = "Deltagere\nAnna Holm (A)\n\nMødet blev afholdt på rådhuset, og der var en lang række gæster."
    extract = read(paper(front=front))
    assert attended(extract) == ["Anna Holm: present"]
    assert [left.passage.quote for left in extract.unclaimed] == [front.split("\n")[-1]]


def test_an_entry_that_names_nobody_is_reported(read):
    extract = read(paper(front="Afbud\nen fra ældrerådet\n\nDeltagere\nAnna Holm (A)"))
    assert [left.passage.quote for left in extract.unclaimed] == ["en fra ældrerådet"]


# --- lists below decisions ----------------------------------------------------------------------

APOLOGIES = "Godkendt.\n\nFraværende\nBo Lund (V)"


def test_apologies_under_every_decision_are_one_absence(read):
    text = paper(
        item("1.", "Dagsorden", APOLOGIES),
        item("2.", "Havnen", APOLOGIES),
        front="Medlemmer\nAnna Holm (A)\nBo Lund (V)",
    )
    extract = read(text)
    assert attended(extract) == ["Anna Holm: present", "Bo Lund: absent"]
    assert [entry.decision for entry in extract.items] == ["Godkendt.", "Godkendt."]


def test_apologies_under_some_decisions_are_of_those_items(read):
    text = paper(
        item("1.", "Dagsorden", "Godkendt.\n\nFraværende\nEva Skov (C)"),
        item("2.", "Havnen", "Godkendt.\n\nFraværende\nEva Skov (C)\nBo Lund (V)"),
        front="Deltagere\nAnna Holm (A)\nBo Lund (V)",
    )
    assert attended(read(text)) == [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: absent",
        "Bo Lund: absent at 2",
    ]


# --- away from some items -----------------------------------------------------------------------

THREE = tuple(
    item(f"{n}.", title, "Godkendt.") for n, title in enumerate(("Havnen", "Broen", "Øen"), 1)
)


@pytest.mark.parametrize(
    ("sentence", "missed"),
    [
        ("Anna Holm deltog ikke under punkt 2.", "2"),
        ("Anna Holm (A) deltog ikke i behandlingen af punkt 1 og 3.", "1,3"),
        ("Anna Holm deltog ikke under punkterne 2-3.", "2,3"),
        ("Anna Holm mødte kl. 9.20 og deltog fra punkt 2.", "1"),
        ("Anna Holm deltog fra og med pkt. 3.", "1,2"),
        ("Anna Holm forlod mødet efter punkt 1.", "2,3"),
        ("Anna Holm gik efter punkt 2.", "3"),
    ],
)
def test_somebody_who_was_away_from_items_is_present_and_absent_from_those(sentence, missed, read):
    text = paper(*THREE, front=f"Deltagere\nAnna Holm (A)\nBo Lund (V)\n\n{sentence}")
    assert attended(read(text)) == [
        "Anna Holm: present",
        "Bo Lund: present",
        f"Anna Holm: absent at {missed}",
    ]


def test_somebody_listed_only_with_what_was_missed_is_present_too(read):
    text = paper(*THREE, front="Deltagere\nBo Lund (V)\nAnna Holm (A), deltog fra punkt 2")
    assert attended(read(text)) == [
        "Bo Lund: present",
        "Anna Holm: present",
        "Anna Holm: absent at 1",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna Holm deltog ikke i sagens behandling.",
        "Anna Holm (A) var inhabil og forlod lokalet.",
        "Anna Holm deltog ikke i behandlingen af punktet.",
    ],
)
def test_somebody_disqualified_is_absent_from_that_item(sentence, read):
    text = paper(
        THREE[0],
        item("2.", "Broen", f"Godkendt.\n\n{sentence}"),
        front="Deltagere\nAnna Holm (A)\nBo Lund (V)",
    )
    assert attended(read(text))[2:] == ["Anna Holm: absent at 2"]


# --- who came after all -------------------------------------------------------------------------

SETTLED = {
    "Deltagere\nAnna Holm havde meldt afbud, og Bo Lund deltog i stedet.": [
        "Anna Holm: absent",
        "Bo Lund: present for Anna Holm",
    ],
    "Deltagere\nAnna Holm\n\nAfbud\nEva Skov\n\nBemærkninger: Anna Holm deltog som suppleant for Eva Skov.": [
        "Anna Holm: present for Eva Skov",
        "Eva Skov: absent",
    ],
    "Mødedeltagere\nAnna Holm\nBo Lund\n\nFraværende\nBo Lund": [
        "Anna Holm: present",
        "Bo Lund: absent",
    ],
    "Deltagere\nAnna Holm\nBo Lund\n\nFraværende\nBo Lund, punkt 1-3": [
        "Anna Holm: present",
        "Bo Lund: absent",
    ],
    "Til stede var Anna Holm (A) og Bo Lund (V). Desuden deltog direktør Eva Skov. Fraværende med afbud var Ib Kær.": [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: guest",
        "Ib Kær: absent",
    ],
    "Til stede:\nForældrevalgte: Anna Holm, Bo Lund\nMedarbejdervalgte: Eva Skov": [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: present",
    ],
    "Deltagere\nAnna Holm\n\nAfbud\nBo Lund, sendte Eva Skov som afløser": [
        "Anna Holm: present",
        "Bo Lund: absent",
        "Eva Skov: present for Bo Lund",
    ],
}


@pytest.mark.parametrize(("front", "people"), SETTLED.items(), ids=list(SETTLED))
def test_lists_and_sentences_say_together_who_came(front, people, read):
    assert attended(read(paper(*THREE, front=front))) == people


def test_an_absence_takes_over_what_only_the_list_of_members_tells(read):
    extract = read(paper(*THREE, front="Medlemmer\nAnna Holm (A)\nBo Lund (V)\n\nAfbud\nBo Lund"))
    assert [(one.name, one.party) for one in extract.attendance] == [
        ("Anna Holm", "A"),
        ("Bo Lund", "V"),
    ]


def test_a_list_above_the_decision_is_none_of_it(read):
    decision = "Ikke til stede: Bo Lund\nGodkendt."
    extract = read(paper(item("1.", "Havnen", decision), item("2.", "Broen", decision)))
    assert [one.decision for one in extract.items] == ["Godkendt.", "Godkendt."]
    assert attended(extract) == ["Bo Lund: absent"]


ROMAN = "\n\n".join(
    (
        item("I.", "Dagsorden", "Godkendt."),
        item("II.", "Havnen", "Drøftet."),
        item("III.", "Broen", "Taget til efterretning. Bo Lund deltog ikke i punkt II."),
    )
)


def test_items_are_named_by_their_roman_numbers_however_they_are_written(read):
    people = "Deltagere\nAnna Holm\nBo Lund\n\nGæster\nEva Skov, konsulent (pkt. 3)"
    assert attended(read(paper(ROMAN, front=people))) == [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: guest at III",
        "Bo Lund: absent at II",
    ]


def test_absence_is_read_with_and_without_number_before_the_items(read):
    items = [item(f"{n}.", f"Sag om {n}", "Godkendt.") for n in (1, 2, 3)]
    people = "Deltagere\nAnna Holm (A): Deltog\nBo Lund (V): Deltog fra kl. 10 og var ikke til stede ved sag nr. 1 og 2"
    assert "Bo Lund: absent at 1,2" in attended(read(paper(*items, front=people)))


def test_whose_meeting_it_is_heads_no_list(read):
    extract = read(
        paper(
            front="Til stede:\nAnna Holm (A)",
            head="HAVNEN I/S\nBestyrelsen\n\nBestyrelsesmøde i Havnen I/S\nMandag den 22. juni 2026, kl. 13.00",
        )
    )
    assert (str(extract.document.date), extract.document.body) == ("2026-06-22", "Havnen I/S")


# A notice has no lists: its sentences tell who came.
TOLD = {
    "Rådet var samlet i Vejle. Til stede var formand Anna Holm, næstformand Bo Lund og Eva Skov.": [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: present",
    ],
    "Til stede var formand Anna Holm, Bo Lund og Eva Skov.": [
        "Anna Holm: present",
        "Bo Lund: present",
        "Eva Skov: present",
    ],
    "Anna Holm havde meldt afbud; for hende mødte suppleanten Bo Lund.": [
        "Anna Holm: absent",
        "Bo Lund: present for Anna Holm",
    ],
    "Der var afbud fra Bo Lund, og i hans sted deltog Eva Skov.": [
        "Bo Lund: absent",
        "Eva Skov: present for Bo Lund",
    ],
    "Konsulent Eva Skov var med som gæst.": ["Eva Skov: guest"],
    "Anna Holm og Bo Lund har sendt afbud; for hende mødte Eva Skov.": [
        "Anna Holm: absent",
        "Bo Lund: absent",
    ],
    "Anna Holm fortalte om havnen, og Bo Lund ser frem til mødet.": [],
}


@pytest.mark.parametrize(("sentence", "people"), TOLD.items(), ids=list(TOLD))
def test_a_notice_tells_who_came(sentence, people, read):
    head = "Havnefonden\nPressemeddelelse\n\nUdsendt: 24. oktober 2025"
    assert attended(read(f"{head}\n\n{sentence}\n")) == people


def test_in_a_sentence_that_names_several_an_office_is_of_the_one_beside_it(read):
    sentence = "Til stede var formand Anna Holm, Bo Lund og Eva Skov."
    told = read(f"Havnefonden\nPressemeddelelse\n\nUdsendt: 24. oktober 2025\n\n{sentence}\n")
    assert {(one.person, one.role) for one in told.appointments} == {("Anna Holm", "chair")}
