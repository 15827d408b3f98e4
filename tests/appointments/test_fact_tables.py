"""A table for each forum, what is told beside its label: several lines in a cell are several people."""

import pytest

from tests.appointments.seats import seats
from tests.sources.test_rows import table
from tests.sources.word import paragraph, word

MEMBERS = "Anna Holm (A), formand\nBo Lund (V)"


def facts(*rows: tuple[str, str], forum: str = "Havneforum Vest") -> bytes:
    """A list of one forum, whose table has a label and what is told, the lines of a cell as paragraphs."""

    def cell(text: str) -> str:
        return "<w:tc>" + "".join(map(paragraph, text.split("\n"))) + "</w:tc>"

    body = table(*("".join(map(cell, row)) for row in rows))
    return word(paragraph("Udpegninger i KKR Fyn") + paragraph(forum) + body)


@pytest.mark.parametrize(
    ("label", "told", "expected"),
    [
        ("Medlemmer", MEMBERS, ["Anna Holm, chair", "Bo Lund, member"]),
        (
            "Medlemmer fra erhvervslivet",
            "Direktør Anna Holm, Holm ApS\nVakant (indstilles af Dansk Søfart)\nBo Lund, Lund A/S",
            ["Anna Holm, member", "Bo Lund, member"],
        ),
        (
            "Medlemmer:",
            "Formanden for KKR Fyn, p.t. Anna Holm (A), Nyborg – født medlem\nBo Lund (V)",
            ["Anna Holm, member, ex-officio", "Bo Lund, member"],
        ),
        (
            "Udpeget af KKR Fyn",
            MEMBERS,
            ["Anna Holm, chair, by KKR Fyn", "Bo Lund, member, by KKR Fyn"],
        ),
        (
            "Medlemmer",
            "Anna Holm (A)\nSuppleant: Ida Krag (A)\nBo Lund (V)",
            ["Anna Holm, member", "Ida Krag, deputy, for Anna Holm", "Bo Lund, member"],
        ),
        ("Repræsentation", MEMBERS, ["Anna Holm, chair", "Bo Lund, member"]),
    ],
)
def test_the_lines_beside_a_label_are_read_one_by_one(label, told, expected, read):
    extract = read(facts(("Formål", "Havne"), (label, told), ("Møder", "Fire årligt")))
    assert seats(extract) == [f"{one}: Havneforum Vest" for one in expected]
    assert [forum.name for forum in extract.forums] == ["Havneforum Vest"]


def test_a_line_of_a_cell_that_is_not_understood_is_left_over_alone(read):
    extract = read(facts(("Medlemmer", "Anna Holm (A)\nSe referatet fra mødet i maj")))
    assert seats(extract) == ["Anna Holm, member: Havneforum Vest"]
    assert [one.passage.quote for one in extract.unclaimed] == ["Se referatet fra mødet i maj"]
