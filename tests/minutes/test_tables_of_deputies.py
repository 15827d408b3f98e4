"""Tables with a column of deputies, or one column for those who came and those who did not."""

import pytest

from tests.minutes.paper import item, paper
from tests.minutes.test_attendance import attended

BEHIND_THE_CROSS = """Navn               Til stede   Afbud     Stedfortræder
Anna Holm (A)                    X       Eva Skov (A)
Bo Lund (V)            X"""
SIDE_BY_SIDE = "Medlemmer:            Stedfortrædere:\nAnna Holm (A)         Eva Skov (A)\nBo Lund (V)           Ib Kær (V) for Lis Rye"
OF_ALL = "Navn\tTil stede\tAfbud\tStedfortræder\nAnna Holm\t\tX\tEva Skov\nBo Lund\tX\t\tIb Kær"
BOTH = "Navn               Fremmøde: ✓ / Afbud\nAnna Holm (A)      ✓\nBo Lund (V)        Afbud\nEva Skov (C)"
IN_WORDS = "Navn\tFremmøde\nAnna Holm\tJa\nBo Lund\tAfbud\nEva Skov"
IN_PLACE = "Medlem\tFremmøde\nAnna Holm (A)\tDeltog\nEva Skov (A)\tDeltog\nBo Lund (V)\tAfbud\nIb Kær (V)\tDeltog for Bo Lund"
ONLY_AWAY = "Navn\tParti\tBemærkning\nAnna Holm\tA\t\nBo Lund\tV\tAfbud\nEva Skov\tC\tStedfortræder for Bo Lund\nIb Kær\tF\tTeams\nLis Rye\tA\tFormand\nOle Dam\tB\t-"
ONLY_AWAY_BESIDE_A_REASON = (
    "Deltagerliste\n\nNavn\tAnm.\nAnna Holm\t\nBo Lund\tAfbud\nEva Skov\tPå kursus"
)
BOTH_TOLD = "Navn\tParti\tBemærkning\nAnna Holm\tA\t\nBo Lund\tV\tAfbud\nEva Skov\tC\tDeltog"
CROSSED_OUT = "Navn\tParti\tAfbud\nAnna Holm\tA\t\nBo Lund\tV\tX"
CROSS_FOR_EITHER = "Navn          Fremmøde / Afbud\nAnna Holm     x\nBo Lund       Afbud"


@pytest.mark.parametrize(
    ("table", "came", "unsaid"),
    [
        (
            BEHIND_THE_CROSS,
            ["Anna Holm: absent", "Eva Skov: present for Anna Holm", "Bo Lund: present"],
            [],
        ),
        # a deputy beside somebody who came did not come, and so nothing is said of the others
        (OF_ALL, ["Anna Holm: absent", "Bo Lund: present"], ["Eva Skov", "Ib Kær"]),
        (
            SIDE_BY_SIDE,
            [
                "Anna Holm: present",
                "Bo Lund: present",
                "Ib Kær: present for Lis Rye",
                "Lis Rye: absent",
            ],
            ["Eva Skov (A)"],
        ),
        (BOTH, ["Anna Holm: present", "Bo Lund: absent"], ["Eva Skov (C)"]),
        (IN_WORDS, ["Anna Holm: present", "Bo Lund: absent"], ["Eva Skov"]),
        (
            IN_PLACE,
            [
                "Anna Holm: present",
                "Eva Skov: present",
                "Bo Lund: absent",
                "Ib Kær: present for Bo Lund",
            ],
            [],
        ),
        # where the column is of those away only, the others came
        (
            ONLY_AWAY,
            [
                "Anna Holm: present",
                "Bo Lund: absent",
                "Eva Skov: present for Bo Lund",
                "Ib Kær: present",
                "Lis Rye: present",
                "Ole Dam: present",
            ],
            [],
        ),
        (
            ONLY_AWAY_BESIDE_A_REASON,
            ["Anna Holm: present", "Bo Lund: absent"],
            ["Eva Skov\tPå kursus"],
        ),
        (BOTH_TOLD, ["Bo Lund: absent", "Eva Skov: present"], ["Anna Holm\tA"]),
        (CROSSED_OUT, ["Anna Holm: present", "Bo Lund: absent"], []),
        (CROSS_FOR_EITHER, ["Bo Lund: absent"], ["Anna Holm     x"]),
    ],
)
def test_a_table_tells_of_each_no_more_than_its_own_cells_say(read, table, came, unsaid):
    extract = read(paper(front=table))
    assert attended(extract) == came
    assert [left.passage.quote for left in extract.unclaimed] == unsaid


def test_whom_a_row_has_a_deputy_for_must_be_read_in_that_row(read):
    table = "Navn\tTil stede\tAfbud\tStedfortræder\nAnna Holm\t\tX\n???\t\tX\tEva Skov"
    assert attended(read(paper(front=table))) == ["Anna Holm: absent"]


def test_who_left_early_is_told_in_the_last_cell_of_a_row(read):
    table = "Navn\tParti\tStatus\nAnna Holm\tA\t\nBo Lund\tV\tAfbud\nEva Skov\tC\tForlod mødet efter pkt. 1"
    items = [item(f"{n}.", f"Havn {n}", "Godkendt.") for n in (1, 2)]
    assert attended(read(paper(*items, front=table))) == [
        "Anna Holm: present",
        "Bo Lund: absent",
        "Eva Skov: present",
        "Eva Skov: absent at 2",
    ]


@pytest.mark.parametrize("sender", [True, False])
def test_a_deputy_beside_somebody_who_did_not_come_came_in_a_row_that_tells_it(sender, read):
    rows = [
        ("Organisation", "Medlem\tMødt\tStedfortræder"),
        ("Assens Kommune", "Borgmester Anna Holm (A)\tNej\tUdvalgsformand Eva Skov (A)"),
        ("Vejle Kommune", "Borgmester Bo Lund (V)\tJa"),
    ]
    table = "\n".join(f"{place}\t{row}" if sender else row for place, row in rows)
    extract = read(paper(front=table, head="Referat af møde i Kontaktudvalget den 10. juni 2026"))
    told = [(one.name, one.status.value, one.deputy_for, one.title) for one in extract.attendance]
    assert told == [
        ("Anna Holm", "absent", None, "Borgmester"),
        ("Eva Skov", "present", "Anna Holm", "Udvalgsformand"),
        ("Bo Lund", "present", None, "Borgmester"),
    ]
    assert extract.appointments == ()  # she leads a committee of the municipality she comes from


HEADS = (
    *("Fremmøde", "Status", "Til stede", "Deltog", "Mødt", "Deltagelse", "Fremmødt", "Tilstede"),
    *("Fremmøde/afbud", "Bemærkning", "Mødedeltagelse", "Deltaget"),
)
STATUSES = (
    *(("Til stede", "Fraværende"), ("Deltog", "Afbud"), ("Ja", "Nej"), ("Mødt", "Ikke mødt")),
    *(("Mødt", "Afbud"), ("✓", "Afbud"), ("Tilstede", "Afbud"), ("Til stede", "Ikke til stede")),
    *(("Fysisk", "Afbud"), ("Deltog", "Deltog ikke"), ("Online", "Afbud"), ("Ja", "Afbud")),
)


@pytest.mark.parametrize("people", ["Navn", "Medlem", "Deltager"])
@pytest.mark.parametrize("head", HEADS)
def test_a_column_tells_who_came_in_whatever_words(people, head, read):
    for came, away in STATUSES:
        if (head, came) == ("Fremmøde/afbud", "Ja"):
            continue  # yes to which of them?
        front = (
            f"{people}\tParti\tKommune\t{head}\tStedfortræder\nAnna Holm\tA\tRebild\t{came}\n"
            f"Bo Lund\tV\tThisted\t{away}\tIda Krag\nEva Skov\tF\tLæsø\t{away}\nIb Dam\tB\tMorsø\t{came}"
        )
        told = attended(read(paper(front=front)))
        assert sorted(told) == [
            "Anna Holm: present in Rebild",
            "Bo Lund: absent in Thisted",
            "Eva Skov: absent in Læsø",
            "Ib Dam: present in Morsø",
            "Ida Krag: present for Bo Lund",
        ]


def test_letters_that_nobody_explains_tell_of_nobody(read):
    front = "Navn\tParti\tDeltog\nAnna Holm\tA\tM\nBo Lund\tV\tA"
    extract = read(paper(front=front))
    assert extract.attendance == ()
    assert [left.passage.quote for left in extract.unclaimed] == front.split("\n")
