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
