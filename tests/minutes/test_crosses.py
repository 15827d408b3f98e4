"""Tables in which a cross below a heading says who was there, and who was away."""

import pytest

from tests.minutes.paper import item, paper
from tests.minutes.test_attendance import attended

TWO_LINES = """Navn                      Kommune/myndighed           Til stede   Afbud
Anna Holm (A)             Vejle Kommune                               X
Bo Lund                   Midtjyllands og Syd-
                          jyllands Politi                 X
Eva Skov (V)              Varde Kommune                   X"""
NAME_BROKEN = """Medlem                    Udpeget af                  Mødt        Ikke mødt
Anna Margrethe Holm-
Petersen                  Vejle Kommune               x
Bo Lund                   Varde Kommune                           x"""
MUNICIPALITY_ONCE = """Kommune            Politiker             Deltog     Fraværende
Vejle Kommune      Anna Holm (A)                       √
                   Bo Lund (V)             √
Varde Kommune      Eva Skov (C)            √"""
ONLY_AWAY = """Medlemmer                 Kommune                     Afbud
Anna Holm (A)             Vejle Kommune
Bo Lund (V)               Varde Kommune               X"""
IN_TABS = "Navn\tRepræsenterer\tTil stede\tAfbud\nAnna Holm\tKystforeningen\t\tX\nBo Lund\tHavneforeningen\tX"
PLACE_BEHIND = """Navn               Til stede   Afbud     Kommune
Anna Holm (A)                    X       Vejle
Bo Lund (V)            X                 Varde"""
YES_AND_NO = """Navn               Kommune      Afbud
Anna Holm (A)      Vejle        Ja"""


@pytest.mark.parametrize(
    ("table", "came"),
    [
        (
            TWO_LINES,
            ["Anna Holm: absent in Vejle", "Bo Lund: present", "Eva Skov: present in Varde"],
        ),
        (
            NAME_BROKEN,
            ["Anna Margrethe Holm-Petersen: present in Vejle", "Bo Lund: absent in Varde"],
        ),
        (
            MUNICIPALITY_ONCE,
            ["Anna Holm: absent in Vejle", "Bo Lund: present", "Eva Skov: present in Varde"],
        ),
        (ONLY_AWAY, ["Anna Holm: present in Vejle", "Bo Lund: absent in Varde"]),
        (IN_TABS, ["Anna Holm: absent", "Bo Lund: present"]),
        (PLACE_BEHIND, ["Anna Holm: absent in Vejle", "Bo Lund: present in Varde"]),
        (YES_AND_NO, ["Anna Holm: absent in Vejle"]),
    ],
)
def test_a_cross_tells_what_it_stands_below(read, table, came):
    extract = read(paper(front=f"Mødedeltagelse\n\n{table}"))
    assert attended(extract) == came
    assert extract.unclaimed == ()


HEAD = "Navn               Kommune/område      Til stede     Afbud\n"


@pytest.mark.parametrize(
    "row",
    [
        "Anna Holm (A)      Vejle Kommune                  X",  # between the two headings
        "Anna Holm (A)      Vejle Kommune                                      X",  # far behind both
        "Anna Holm (A)      Vejle Kommune           X           X",  # below both
        "Anna Holm (A)      Vejle Kommune",  # below none
        "Anna Holm (A)      Vejle   X",  # below neither
    ],
)
def test_a_row_that_does_not_tell_is_reported_and_nobody_guessed(read, row):
    told = "Bo Lund (V)        Varde Kommune           X"
    extract = read(paper(front=f"Mødedeltagelse\n\n{HEAD}{row}\n{told}"))
    assert attended(extract) == ["Bo Lund: present in Varde"]
    assert [one.passage.quote.split("  ")[0] for one in extract.unclaimed] == ["Anna Holm (A)"]


def test_the_cross_of_a_row_without_a_known_name_is_not_given_to_the_one_above(read):
    rows = """Anna Holm (A)      Vejle Kommune
Politiet           Sydjylland                         X
Bo Lund (V)        Varde Kommune           X"""
    extract = read(paper(front=f"Mødedeltagelse\n\n{HEAD}{rows}"))
    assert attended(extract) == ["Bo Lund: present in Varde"]
    assert len(extract.unclaimed) == 2


@pytest.mark.parametrize(
    "remark", ["Fraværende under sag 2", "Deltog ikke i punkt 2", "Inhabil ved punkt 2"]
)
def test_a_remark_behind_the_cross_tells_of_what_somebody_was_away_from(remark, read):
    front = f"Navn\tMødt\tAfbud\tBemærkning\nAnna Holm (A)\tX\nBo Lund (V)\tX\t\t{remark}"
    items = f"{item('1.', 'Havnen')}\n{item('2.', 'Broen')}"
    assert attended(read(paper(items, front=front))) == [
        "Anna Holm: present",
        "Bo Lund: present",
        "Bo Lund: absent at 2",
    ]


@pytest.mark.parametrize("remark", ["Suppleant Eva Skov deltog", "Stedf.: Eva Skov mødte"])
def test_a_remark_behind_the_cross_of_who_was_away_tells_who_came_instead(remark, read):
    front = f"Navn\tMødt\tAfbud\tBemærkning\nAnna Holm (A)\tX\nBo Lund (V)\t\tX\t{remark}"
    assert attended(read(paper(front=front))) == [
        "Anna Holm: present",
        "Bo Lund: absent",
        "Eva Skov: present for Bo Lund",
    ]


def test_a_remark_says_who_somebody_is_and_for_whom(read):
    table = (
        "Kommune\tMedlem\tMødt\tAfbud\tBemærkninger\nVejle\tAnna Holm (A)\tx\t\tFormand\n"
        "Varde\tBo Lund (V)\t\tx\nVarde\tEva Skov (V)\tx\t\tStedfortræder for Bo Lund"
    )
    extract = read(paper(item("1.", "Havnen", "Godkendt."), front=f"Deltagere\n{table}"))
    assert [(one.title, one.deputy_for) for one in extract.attendance] == [
        ("Formand", None),
        (None, None),
        (None, "Bo Lund"),
    ]
    assert [(one.person, one.role) for one in extract.appointments] == [("Anna Holm", "chair")]
    assert extract.unclaimed == ()
