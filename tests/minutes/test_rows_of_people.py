"""Tables of who came whose rows take more than a line each."""

import pytest

from tests.minutes.paper import item, paper
from tests.minutes.test_attendance import attended

ROWS = """Navn                     Fra                   Fremmøde
Anna Holm (A), formand
                         Vejle Kommune         Afbud
Bo Lund (V)
                         Region Syddanmark     Mødt
Rådmand Eva Skov
                         Kystforeningen        Afbud
Ib Kær (C)
                         Varde Kommune         Mødt

Fraværende:
Lis Rye"""


def test_the_second_line_of_a_row_tells_of_the_name_above_it(read):
    extract = read(paper(front=ROWS))
    assert attended(extract) == [
        "Anna Holm: absent in Vejle",
        "Bo Lund: present",
        "Eva Skov: absent",
        "Ib Kær: present in Varde",
        "Lis Rye: absent",
    ]
    assert extract.unclaimed == ()


STOOD_IN = """Navn                     Funktion              Fremmøde
Anna Holm (A)            Borgmester            Til stede
Bo Lund (V)              Borgmester            Afbud
Eva Skov (V)             Viceborgmester        Til stede for Bo Lund
Ib Kær (C)               Byrådsmedlem          Mødt for Lis Rye"""


def test_a_status_may_say_for_whom_somebody_was_there(read):
    assert attended(read(paper(front=STOOD_IN))) == [
        "Anna Holm: present",
        "Bo Lund: absent",
        "Eva Skov: present for Bo Lund",
        "Ib Kær: present for Lis Rye",
        "Lis Rye: absent",
    ]


def test_when_somebody_came_is_no_title(read):
    front = "Til stede:\nAnna Holm, Vejle (kom kl. 15.25, deltog fra punkt 2)\nBo Lund, Varde"
    assert [one.title for one in read(paper(front=front)).attendance] == [None, None]


def test_an_abbreviation_ahead_of_an_office_belongs_to_it(read):
    front = "Til stede:\nBo Lund, Varde\n\nGæst:\nStatsaut. revisor Anna Holm (pkt. 2)"
    assert read(paper(front=front)).attendance[-1].title == "Statsaut. revisor"


HEADS = "Deltagere\n\nKommune\tMedlem\tParti\tFremmøde\nVejle\tAnna Holm\tA\tTil stede\n"
ITEMS = [item(f"{n}.", title, "Godkendt.") for n, title in enumerate(("Havn", "Bro", "Vej"), 1)]


@pytest.mark.parametrize(
    ("told", "came"),
    [
        ("Til stede for Eva Skov", ["Bo Lund: present for Eva Skov in Varde"]),
        ("Mødt som stedfortræder for Eva Skov", ["Bo Lund: present for Eva Skov in Varde"]),
        (
            "Til stede til og med punkt 2",
            ["Bo Lund: present in Varde", "Bo Lund: absent in Varde at 3"],
        ),
        (
            "Mødte kl. 9.20 og deltog fra punkt 2",
            ["Bo Lund: present in Varde", "Bo Lund: absent in Varde at 1"],
        ),
        (
            "Forlod mødet efter punkt 2",
            ["Bo Lund: present in Varde", "Bo Lund: absent in Varde at 3"],
        ),
        (
            "Til stede, undtagen punkt 2",
            ["Bo Lund: present in Varde", "Bo Lund: absent in Varde at 2"],
        ),
        ("Mødte kl. 9.20", ["Bo Lund: present in Varde"]),
    ],
)
def test_a_row_that_tells_of_a_part_keeps_what_else_it_tells(told, came, read):
    rows = f"{HEADS}Varde\tBorgmester Bo Lund\tV\t{told}\nVejen\tEva Skov\tF\tAfbud"
    extract = read(paper(*ITEMS, front=rows))
    bo = [entry for entry in extract.attendance if entry.name == "Bo Lund"]
    assert [line for line in attended(extract) if line.startswith("Bo Lund")] == came
    assert {(entry.title, entry.organization) for entry in bo} == {("Borgmester", None)}
    assert extract.unclaimed == ()


def test_a_place_is_of_the_lines_below_a_row_that_tells_of_a_part(read):
    rows = f"{HEADS}Varde\tBo Lund\tV\tDeltog fra punkt 2\n\tEva Skov\tF\tTil stede"
    assert "Eva Skov: present in Varde" in attended(read(paper(*ITEMS, front=rows)))


def test_a_column_tells_from_where_those_present_and_away_come(read):
    rows = "Kommune\tTil stede\tAfbud\nVejle\tAnna Holm (A)\tBo Lund (V)\n\tEva Skov (F)"
    extract = read(paper(front=f"Deltagere\n{rows}"))
    assert attended(extract) == [
        "Anna Holm: present in Vejle",
        "Bo Lund: absent in Vejle",
        "Eva Skov: present in Vejle",
    ]
    assert extract.unclaimed == ()


def test_what_the_lines_of_a_list_have_behind_names_is_a_firm_in_a_short_list_too(read):
    front = (
        "Til stede:\n• Anna Holm, Hotel Havnen\n• Bo Lund (V), Vejle Kommune\n"
        "• Eva Skov (A), Varde Kommune\n\nAfbud:\n• Ib Kær (C), Vejen Kommune\n• Lis Rye, Vadehav Golf"
    )
    [*_, lis] = read(paper(front=front)).attendance
    assert (lis.name, lis.organization) == ("Lis Rye", "Vadehav Golf")


def test_a_house_in_a_cell_before_the_status_leaves_the_status_one(read):
    rows = (
        "Navn\tTitel\tKommune\tStatus\nAnna Holm\tBorgmester\tVejle\tDeltog\n"
        "Ib Kær\tBorgmester\tVarde\tAfbud\nBo Lund\tChef\tSekretariatet\tDeltog"
    )
    extract = read(paper(front=f"Deltagere\n{rows}"))
    [lund] = [entry for entry in extract.attendance if entry.name == "Bo Lund"]
    assert (lund.title, lund.organization) == ("Chef", None)


BY_PLACE = """Deltagere fra kommunerne:
Vejle Kommune: Anna Holm (A). Varde Kommune: Bo Lund (V) og Eva Skov (C). Sorø
Kommune: Ib Kær (F); Odder Kommune:
Lis Rye (B). Region Syddanmark: Kim Toft."""


@pytest.mark.parametrize("heading", ["Deltagere fra kommunerne:\n", "Til stede: "])
def test_a_place_ahead_of_names_is_of_those_up_to_the_next_label(read, heading):
    front = BY_PLACE.replace("Deltagere fra kommunerne:\n", heading)
    assert attended(read(paper(front=front))) == [
        "Anna Holm: present in Vejle",
        "Bo Lund: present in Varde",
        "Eva Skov: present in Varde",
        "Ib Kær: present in Sorø",
        "Lis Rye: present in Odder",
        "Kim Toft: present",
    ]


def test_guests_are_not_of_the_last_place(read):
    front = "Deltagere: Vejle Kommune: Anna Holm (A). Sekretariatet: Lis Rye."
    assert attended(read(paper(front=front))) == ["Anna Holm: present in Vejle", "Lis Rye: guest"]


MARKED = """Kommune\tMedlem\tBemærkning
Vejle\tAnna Holm (A)\t
Varde\tBo Lund (V)\t
Sorø\tEva Skov (C)\t
Odder\tIb Kær (F)\t
Samsø\tLis Rye (B)\t
Lemvig\tKim Toft (A)\t
Struer\tPer Dahl (V)\t
Favrskov\tBirgitte Mosegaard Sonnesen (V)\t
Hedensted\tUlla Vang (A)\tAfbud. Viceborgmester Jens Krog (A) deltog
Herning\tPoul Friis (V)\tAfbud"""


def test_the_first_of_many_rows_that_tells_who_was_away_may_stand_far_below(read):
    told = attended(read(paper(front=MARKED)))
    assert told[0] == "Anna Holm: present in Vejle"
    assert told[-3:] == [
        "Ulla Vang: absent in Hedensted",
        "Jens Krog: present for Ulla Vang in Hedensted",
        "Poul Friis: absent in Herning",
    ]


def test_what_a_row_with_a_bare_letter_says_of_an_item_is_read(read):
    front = "Til stede:\nAnna Holm, A\nBo Lund, V, deltog ikke i punkt 1 (inhabil)"
    assert attended(read(paper(front=front))) == [
        "Anna Holm: present",
        "Bo Lund: present",
        "Bo Lund: absent at 1",
    ]
