"""Tables of who came whose rows take more than a line each."""

from tests.minutes.paper import paper
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
    ]


def test_when_somebody_came_is_no_title(read):
    front = "Til stede:\nAnna Holm, Vejle (kom kl. 15.25, deltog fra punkt 2)\nBo Lund, Varde"
    assert [one.title for one in read(paper(front=front)).attendance] == [None, None]


def test_an_abbreviation_ahead_of_an_office_belongs_to_it(read):
    front = "Til stede:\nBo Lund, Varde\n\nGæst:\nStatsaut. revisor Anna Holm (pkt. 2)"
    assert read(paper(front=front)).attendance[-1].title == "Statsaut. revisor"
