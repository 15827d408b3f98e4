"""A table for each forum, what is told beside its label: several lines in a cell are several people."""

import pytest

from tests.appointments.seats import seats
from tests.sources.test_rows import cell, table
from tests.sources.word import paragraph, word

MEMBERS = "Anna Holm (A), formand\nBo Lund (V)"


def facts(*rows: tuple[str, str], forum: str = "Havneforum Vest") -> bytes:
    """A list of one forum, whose table has a label and what is told, the lines of a cell as paragraphs."""

    def lines(text: str) -> str:
        return "<w:tc>" + "".join(map(paragraph, text.split("\n"))) + "</w:tc>"

    body = table(*("".join(map(lines, row)) for row in rows))
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
        ("Nuværende udpegede", MEMBERS, ["Anna Holm, chair", "Bo Lund, member"]),
        ("Aktuelt udpeget", "Anna Holm (A)", ["Anna Holm, member"]),
        (
            "Fra erhvervslivet",
            "Direktør Anna Holm\nSkibsejer Bo Lund\nVakant",
            ["Anna Holm, member", "Bo Lund, member"],
        ),
        (
            "Ændringer",
            "Anna Holm (A), udtrådt den 31. maj 2026",
            ["Anna Holm, member, left, /2026-05-31"],
        ),
        (
            "Fødte medlemmer",
            "Formanden for KKR Fyn, Anna Holm (A), Nyborg\nBorgmesteren i Assens, Bo Lund (V)",
            ["Anna Holm, member, ex-officio", "Bo Lund, member, ex-officio"],
        ),
        (
            "Medlemmer",
            "Anna Holm (A)\nVakant (stedfortræder: Bo Lund (V), Assens)",
            ["Anna Holm, member", "Bo Lund, deputy"],
        ),
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


LISTED = [
    ("Type", "Udpegning"),
    ("Formål", "Havne"),
    ("Hjemmel", "Havneloven"),
    ("Nuværende udpegede", MEMBERS),
]


def test_a_label_and_a_word_for_a_forum_beside_it_are_no_titles_of_a_table(read):
    extract = read(facts(*LISTED))
    told = [(each.name, each.purpose, each.legal_basis) for each in extract.forums]
    assert told == [("Havneforum Vest", "Havne", "Havneloven")]
    assert seats(extract) == [
        "Anna Holm, chair: Havneforum Vest",
        "Bo Lund, member: Havneforum Vest",
    ]


def test_below_the_titles_of_people_are_people_whatever_stands_above(read):
    extract = read(facts(("Formål", "Havne"), ("Bestyrelse", "Valgt af"), ("Anna Holm", "KKR Fyn")))
    assert seats(extract) == ["Anna Holm, member, by KKR Fyn: Havneforum Vest"]


def rows(*written: tuple[str, ...]) -> str:
    return table(*("".join(map(cell, row)) for row in written))


def titled(*lines: str) -> str:
    """A list below whose title stand lines, and a table of facts."""
    return "".join(map(paragraph, ("Udpegningsoversigt", *lines, "Havnefonden"))) + rows(*LISTED)


@pytest.mark.parametrize(
    "line", ["Bilag 2 til punkt 4 på mødet den 3. maj 2026", "Bilag til dagsorden for møde i KKR"]
)
def test_tables_of_facts_below_a_title_make_a_list_also_as_an_appendix(line, seems_list):
    contents = rows(("1", "Havnefonden", "Indstilling"), ("2", "Teatret", "Indstilling"))
    assert seems_list(word(titled(line)))
    assert seems_list(word(titled(line) + contents))


@pytest.mark.parametrize("line", ["Mødet den 3. maj 2026", "Beslutning"])
def test_a_table_of_facts_at_a_meeting_makes_no_list(line, seems_list):
    assert not seems_list(word(titled(line)))
