"""Numbers of an outline before the headings of forums are no part of their names."""

import pytest

from tests.appointments.seats import seats

TOP = "Randers Byråd\nUdpegningsoversigt\n\n"
LABELS = [
    ("A.1  ", "A.2  "),
    ("A1 ", "A2 "),
    ("A) ", "B) "),
    ("1.2.3 ", "1.2.4 "),
    ("1.a ", "1.b "),
    ("II. ", "III. "),
    ("ii) ", "iii) "),
    ("Nr. 4 ", "Nr. 5 "),
    ("Nr. 4: ", "Nr. 5: "),
    ("Punkt 9. ", "Punkt 10. "),
    ("B.II ", "B.III "),
    ("A-1 ", "A-2 "),
]


@pytest.mark.parametrize(("one", "other"), LABELS)
def test_a_label_of_a_series_is_no_part_of_the_name(one, other, read):
    extract = read(
        f"{TOP}{one}Havnerådet\nAnna Holm (A), formand\n\n{other}Grønt Råd\nBo Lund (V)\n"
    )
    assert seats(extract) == ["Anna Holm, chair: Havnerådet", "Bo Lund, member: Grønt Råd"]
    assert [forum.name for forum in extract.forums] == ["Havnerådet", "Grønt Råd"]


def test_a_label_below_one_that_stands_alone_is_of_its_series(read):
    extract = read(f"{TOP}C.  NÆVN\n\nC.1  Hegnssynet\nAnna Holm (A)\n")
    assert seats(extract) == ["Anna Holm, member: Hegnssynet"]


def test_a_letter_of_no_series_is_part_of_the_name(read):
    extract = read(f"{TOP}Grønt Råd\nAnna Holm (A)\n\nE 45 Udvalget\nBo Lund (V)\n")
    assert [forum.name for forum in extract.forums] == ["Grønt Råd", "E 45 Udvalget"]


def test_the_initials_of_names_are_no_labels(read):
    extract = read(f"{TOP}Grønt Råd\nA. Holm (A)\nB. Lund (V)\n")
    assert seats(extract) == ["A. Holm, member: Grønt Råd", "B. Lund, member: Grønt Råd"]


def test_an_empty_seat_of_an_organisation_is_nobodys(read):
    extract = read(f"{TOP}Grønt Råd\nAnna Holm (A)\nLandbo Nord: Vakant\n")
    assert seats(extract) == ["Anna Holm, member: Grønt Råd"]
    assert len(extract.vacancies) == 1


def test_numbers_that_stand_apart_and_count_up_are_of_the_headings(read):
    extract = read(
        f"{TOP}1   HAVNERÅDET\n    Formand        Anna Holm (A)\n\n2   GRØNT RÅD\n"
        "    Medlemmer      Bo Lund (V)\n                   Eva Skov (F)\n\n3   MUSEET\n    Medlem         Ib Dam (C)\n"
    )
    assert [forum.name.casefold() for forum in extract.forums] == [
        "havnerådet",
        "grønt råd",
        "museet",
    ]
