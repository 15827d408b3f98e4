"""Tables with a column of deputies, or one column for those who came and those who did not."""

import pytest

from tests.minutes.paper import paper
from tests.minutes.test_attendance import attended

BEHIND_THE_CROSS = """Navn               Til stede   Afbud     Stedfortræder
Anna Holm (A)                    X       Eva Skov (A)
Bo Lund (V)            X"""
SIDE_BY_SIDE = "Medlemmer:            Stedfortrædere:\nAnna Holm (A)         Eva Skov (A)\nBo Lund (V)           Ib Kær (V) for Lis Rye"
OF_ALL = "Navn\tTil stede\tAfbud\tStedfortræder\nAnna Holm\t\tX\tEva Skov\nBo Lund\tX\t\tIb Kær"
BOTH = "Navn               Fremmøde: ✓ / Afbud\nAnna Holm (A)      ✓\nBo Lund (V)        Afbud\nEva Skov (C)"
IN_WORDS = "Navn\tFremmøde\nAnna Holm\tJa\nBo Lund\tAfbud\nEva Skov"
IN_PLACE = "Medlem\tFremmøde\nAnna Holm (A)\tDeltog\nEva Skov (A)\tDeltog\nBo Lund (V)\tAfbud\nIb Kær (V)\tDeltog for Bo Lund"
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
            ["Anna Holm: present", "Bo Lund: present", "Ib Kær: present for Lis Rye"],
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
