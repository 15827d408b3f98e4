"""Other words for the same: over members, over guests, for a deputy, and of how somebody came."""

import pytest

from tests.minutes.paper import item, paper
from tests.minutes.test_attendance import attended

BOTH = ["Anna Holm: present", "Bo Lund: absent"]
CAME = "Til stede: Anna Holm (A), Bo Lund (V)"
ITEMS = tuple(item(f"{n}.", title, "Godkendt.") for n, title in ((1, "Dagsorden"), (2, "Havnen")))

OVER_MEMBERS = [
    "Regionsrådsmedlemmer",
    "Byrådsmedlemmer:",
    "Politiske medlemmer",
    "Medlemmerne:",
    "Det nye byråds medlemmer",
    "Den nyvalgte kommunalbestyrelse:",
    "Medlemmer af den nyvalgte kommunalbestyrelse:",
    "Medlemmer valgt til byrådet 2026-2029:",
    "Udvalgets medlemmer i perioden 2026-2029:",
]


@pytest.mark.parametrize("heading", OVER_MEMBERS)
def test_a_heading_over_members(heading, read):
    front = f"{heading}\nAnna Holm (A), formand\nBo Lund (V) – afbud"
    assert attended(read(paper(front=front))) == BOTH


@pytest.mark.parametrize("heading", ["Tidligere medlemmer:", "Udtrådte medlemmer:"])
def test_who_was_a_member_did_not_come(heading, read):
    assert attended(read(paper(front=f"{CAME}\n\n{heading}\nEva Skov"))) == [
        "Anna Holm: present",
        "Bo Lund: present",
    ]


# as neighbours write who came to a meeting of theirs
SAID_PLAINLY = [
    ("Med", "Ikke med"),
    ("Var med:", "Var ikke med:"),
    ("Hvem var med?", "Kunne ikke komme:"),
    ("Med fra rådet:", "Ikke med til mødet:"),
    ("Mødt op:", "Kom ikke:"),
]


@pytest.mark.parametrize(("came", "away"), SAID_PLAINLY)
def test_a_heading_in_plain_words(came, away, read):
    front = f"{came}\n• Anna Holm, formand\n\n{away}\n• Bo Lund\n\nMed fra kommunen:\n• Eva Skov"
    assert attended(read(paper(front=front))) == [*BOTH, "Eva Skov: guest"]


OVER_GUESTS = [
    "Administrationen m.fl.\nDirektør Eva Skov",
    "Sekretariat mv.\nDirektør Eva Skov",
    "Embedsmænd, m.fl.:\nDirektør Eva Skov",
    "Rådgivere m. fl.\nAdvokat Eva Skov",
    "Forvaltningen m.v.: Direktør Eva Skov",
    "Som gæst deltog advokat Eva Skov.",
    "Som gæst deltog: advokat Eva Skov",
    "Som observatør deltog også direktør Eva Skov.",
    "Som oplægsholder var inviteret direktør Eva Skov.",
]


@pytest.mark.parametrize("told", OVER_GUESTS)
def test_a_heading_over_guests(told, read):
    assert attended(read(paper(front=f"{CAME}\n\n{told}")))[2:] == ["Eva Skov: guest"]


def test_a_sentence_of_guests_may_go_on_behind_those_of_the_board(read):
    front = (
        "Fra bestyrelsen deltog Anna Holm (formand) og Bo Lund. Afbud fra Ib Kær.\n"
        "Som gæster deltog turistchef Eva Skov, Lemvig Kommune, og advokat Lis Rye."
    )
    assert attended(read(paper(front=front))) == [
        "Anna Holm: present",
        "Bo Lund: present",
        "Ib Kær: absent",
        "Eva Skov: guest in Lemvig",
        "Lis Rye: guest",
    ]


OTHER_WORDS = [
    "Deltagelse: Anna Holm (A), Bo Lund (V)",
    "Politikere: Anna Holm (A), Bo Lund (V)\nAfbud: Bo Lund",
    "Formandskab\nAnna Holm (A)\n\nMedlemmer\nBo Lund (V)",
    "Fra forældrene: Anna Holm, Bo Lund",
    "For medarbejderne:\nAnna Holm\nBo Lund",
    "Bestyrelsen var repræsenteret ved Anna Holm og Bo Lund.",
    "Anna Holm og Bo Lund var mødt.",
]


@pytest.mark.parametrize("front", OTHER_WORDS)
def test_other_words_for_those_who_came(front, read):
    away = "absent" if "Afbud" in front else "present"
    assert attended(read(paper(front=front))) == ["Anna Holm: present", f"Bo Lund: {away}"]


def test_a_leader_who_is_named_by_a_label_is_a_guest(read):
    front = "Forældrevalgte medlemmer: Anna Holm\nSkoleleder: Per Ås\nKasserer: Bo Lund"
    assert attended(read(paper(front=front))) == [
        "Anna Holm: present",
        "Per Ås: guest",
        "Bo Lund: present",
    ]


PROPOSALS = [
    "Forvaltningen indstiller, at Byrådet\n1. udpeger Anna Holm (V) til havnen,\n2. udpeger Bo Lund (A).",
    "Administrationen foreslår\n- Anna Holm (V)\n- Bo Lund (A)",
    "Direktionen anbefaler:\nAnna Holm (V)\nBo Lund (A)",
    "Sekretariatet indstiller følgende:\n1. Anna Holm (V)\n2. Bo Lund (A)",
    "Fra kommunerne indstilles:\nAnna Holm (V)\nBo Lund (A)",
]


@pytest.mark.parametrize("proposal", PROPOSALS)
def test_whom_somebody_proposes_did_not_come(proposal, read):
    posts = f"14. Ledige poster\n\nSagsfremstilling\nTo poster er ledige.\n\n{proposal}"
    head = "Byrådet\nDagsorden til møde den 2. februar 2026"
    assert attended(read(paper(posts, head=head))) == []


IN_PLACE = [
    "Afbud: Bo Lund\nMødt som stedfortræder for Bo Lund: Eva Skov (V)",
    "Afbud: Bo Lund\nStedfortræder for Bo Lund (V): Eva Skov (V)",
    "Afbud: Bo Lund\nI stedet for Bo Lund: Eva Skov (V)",
    "Afbud: Bo Lund\nFor Bo Lund (V) mødte: Eva Skov (V)",
    "Fraværende:\nBo Lund (V)\n\nIndkaldt som suppleant for Bo Lund (V): Eva Skov (V)",
    "Afbud: Bo Lund. Stedfortræder for Bo Lund: Eva Skov (V)",
    "Afbud: Bo Lund, suppleant for Bo Lund: Eva Skov (V)",
]


@pytest.mark.parametrize("told", IN_PLACE)
def test_a_label_says_for_whom_somebody_came(told, read):
    front = f"Medlemmer: Anna Holm (A), Bo Lund (V)\n\n{told}"
    assert attended(read(paper(front=front))) == [*BOTH, "Eva Skov: present for Bo Lund"]


@pytest.mark.parametrize(
    "front",
    [
        "Medlemmer: Anna Holm, Bo Lund\nSuppleanter: Eva Skov, Ib Kær\n\nAfbud: Bo Lund",
        "Medlemmer:\nAnna Holm (personlig stedfortræder: Eva Skov)\nBo Lund (personlig stedfortræder: Ib Kær)\n\nAfbud: Bo Lund",
    ],
)
def test_a_deputy_among_the_members_need_not_have_come(front, read):
    assert attended(read(paper(front=front))) == BOTH


def test_a_standing_deputy_of_who_came_did_not_come(read):
    front = (
        "Til stede:\nAnna Holm (A)\nPersonlig stedfortræder for Anna Holm: Eva Skov (A)\n"
        "Bo Lund (V)\nPersonlig stedfortræder for Bo Lund: Ib Kær (V)"
    )
    extract = read(paper(front=front))
    assert attended(extract) == ["Anna Holm: present", "Bo Lund: present"]
    assert [left.passage.quote.split(":")[1] for left in extract.unclaimed] == [
        " Eva Skov (A)",
        " Ib Kær (V)",
    ]


@pytest.mark.parametrize(
    ("told", "people"),
    [
        ("Bo Lund. Suppleanter: Eva Skov", ["Bo Lund: absent", "Eva Skov: present"]),
        (
            "Bo Lund, suppleant Eva Skov kunne heller ikke deltage.",
            ["Bo Lund: absent", "Eva Skov: absent for Bo Lund"],
        ),
    ],
)
def test_deputies_behind_those_away(told, people, read):
    assert attended(read(paper(front=f"Til stede: Anna Holm\nAfbud: {told}")))[1:] == people


@pytest.mark.parametrize(
    "rows",
    [
        "Tilstedeværelse:\nAnna Holm – tilstede\nBo Lund – fravær",
        "Fremmøde:\n✓ Anna Holm (A)\n÷ Bo Lund (V)",
        "Deltagere\nAnna Holm: Deltog\nBo Lund: Deltager ikke",
    ],
)
def test_a_mark_or_a_word_says_who_did_not_come(rows, read):
    assert attended(read(paper(front=rows))) == BOTH


@pytest.mark.parametrize(
    ("told", "people"),
    [
        (": På kursus", []),
        ("    Andet møde i Vejle", []),
        ("", ["Bo Lund: present"]),  # the heading tells it
        (", observatør", ["Bo Lund: present"]),
    ],
)
def test_what_stands_where_others_are_said_to_have_come_is_reported(told, people, read):
    joint = "    " if told.startswith(" ") else ": "
    rows = [f"{name}{joint}Deltog" for name in ("Anna Holm (A)", "Eva Skov (V)", "Ib Kær (C)")]
    extract = read(paper(front="\n".join(["Deltagere", *rows, f"Bo Lund (O){told}"])))
    assert attended(extract)[3:] == people
    assert len(extract.unclaimed) == 1 - len(people)


@pytest.mark.parametrize("box", ["☐", "[ ]"])
def test_an_empty_box_is_reported(box, read):
    extract = read(paper(front=f"Fremmøde\n☒ Anna Holm (A)\n{box} Bo Lund (V)"))
    assert attended(extract) == ["Anna Holm: present"]
    assert [left.passage.quote for left in extract.unclaimed] == ["Bo Lund (V)"]


HOW_THEY_CAME = {
    "Deltog via Teams": ["Bo Lund: present"],
    "Til stede online": ["Bo Lund: present"],
    "Deltog på videolink": ["Bo Lund: present"],
    "Afbud pga. ferie": ["Bo Lund: absent"],
    "Fraværende på grund af sygdom": ["Bo Lund: absent"],
    "Deltog i pkt. 2": ["Bo Lund: present at 2"],
    "Deltog fra pkt. 2": ["Bo Lund: present", "Bo Lund: absent at 1"],
}


@pytest.mark.parametrize(("told", "people"), HOW_THEY_CAME.items(), ids=list(HOW_THEY_CAME))
def test_a_row_says_how_somebody_came(told, people, read):
    table = f"Navn    Rolle    Status\nAnna Holm    Formand    Deltog\nBo Lund    Medlem    {told}"
    extract = read(paper(*ITEMS, front=table))
    assert (attended(extract)[1:], extract.unclaimed) == (people, ())
    rows = f"Mødedeltagere:\nAnna Holm (A): Deltog\nBo Lund (V): {told}"
    assert attended(read(paper(*ITEMS, front=rows)))[1:] == people
