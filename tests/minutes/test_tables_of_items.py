"""Items in tables: a row for each item, or a row for each section of one."""

from itertools import chain

import pytest

from kkr_graph.minutes import parse_minutes
from kkr_graph.text import lay_out
from tests.minutes.paper import HEAD, paper
from tests.sources.reading import read_here
from tests.sources.word import paragraph, word


def decisions(extract):
    return [entry.decision for entry in extract.items]


@pytest.mark.parametrize(
    "head",
    [
        "Punkt\tReferat\tBeslutning",
        "Emne\tDrøftelse\tKonklusion",
        "Sag\tSagsfremstilling\tBeslutning/opfølgning",
    ],
)
def test_what_was_said_and_what_was_decided_have_columns(head, read):
    rows = "1. Havnen\tEva Skov holdt oplæg om kajen.\tDrøftet.\n2. Broen\tBroen er ny.\tUdsat."
    extract = read(paper(f"{head}\n{rows}"))
    assert [entry.title for entry in extract.items] == ["Havnen", "Broen"]
    assert decisions(extract) == ["Drøftet.", "Udsat."]
    assert extract.statements[0].person == "Eva Skov"
    assert extract.unclaimed == ()


def test_an_empty_cell_leaves_the_next_in_its_column(read):
    rows = "1\tHavnen\t\tDrøftet.\tEva Skov\n2\tBroen\tBroen er ny.\tUdsat.\n3\tEventuelt\tIntet."
    extract = read(paper(f"Nr.\tEmne\tReferat\tBeslutning\tAnsvarlig\n{rows}"))
    assert decisions(extract) == ["Drøftet.", "Udsat.", "Intet."]


def test_a_cell_goes_on_below_its_row_but_not_behind_a_blank_line(read):
    rows = "1. Havnen\tUdsat.\nDer holdes et møde mere.\n2. Broen\tGodkendt.\n\nEva Skov"
    extract = read(paper(f"Punkt\tBeslutning\n{rows}"))
    assert decisions(extract) == ["Udsat.\nDer holdes et møde mere.", "Godkendt."]


def test_a_long_row_is_an_item_too(read):
    told = "Broen er blevet malet om sommeren. " * 8
    extract = read(
        paper(f"Punkt\tReferat\tBeslutning\n1. Havnen\tNy.\tUdsat.\n2. Broen\t{told}\tDrøftet.")
    )
    assert decisions(extract) == ["Udsat.", "Drøftet."]


@pytest.mark.parametrize("label", ["Beslutning", "Beslutning i Havnerådet den 3. marts 2026"])
def test_the_labels_of_sections_stand_in_cells(label, read):
    text = (
        "Pkt. 1\tHavnen\nSagsnr.\t26/1182\nIndstilling\tDet indstilles, at planen godkendes.\n"
        f"{label}\tGodkendt.\nBo Lund var imod.\nBilag\tPlan\nKort\n\nPkt. 2\tBroen\n{label}\t-\n"
    )
    first, second = read(paper(text)).items
    assert (first.title, first.case, first.attachments) == ("Havnen", "26/1182", 2)
    assert first.recommendation == "Det indstilles, at planen godkendes."
    assert first.decision.replace("\n", " ") == "Godkendt. Bo Lund var imod."
    assert second.decision is None


def test_a_label_of_another_kind_ends_a_decision(read):
    text = "1. Havnen\nBeslutning\tUdsat.\nAnsvarlig\tEva Skov\n2. Broen\nBeslutning\tGodkendt."
    assert decisions(read(paper(text))) == ["Udsat.", "Godkendt."]


def test_rows_below_a_column_of_decisions_are_items_also_without_numbers(read):
    rows = "Havnen\tEva Skov holdt oplæg.\tDrøftet.\nBroen\t\tUdsat.\nEventuelt\tIntet."
    extract = read(paper(f"Emne\tReferat\tBeslutning\n{rows}\n\nEva Skov"))
    assert [entry.title for entry in extract.items] == ["Havnen", "Broen", "Eventuelt"]
    assert not any(entry.numbered for entry in extract.items)
    assert decisions(extract) == ["Drøftet.", "Udsat.", "Intet."]


def table(*rows: tuple[str, ...]) -> str:
    """A table in Word: rows of cells, the paragraphs of each on lines."""
    cells = (
        "".join(f"<w:tc>{''.join(map(paragraph, cell.split(chr(10))))}</w:tc>" for cell in row)
        for row in rows
    )
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def test_what_stands_below_the_cells_of_an_item_is_no_part_of_a_section(registry, lexicon):
    items = [
        table(("Pkt. 1", "Havnen"), ("Beslutning", "Udsat."), ("Bilag", "Plan\nTidsplan")),
        table(("Pkt. 2", "Broen"), ("Beslutning", "Godkendt.")),
    ]
    below = (paragraph(""), paragraph("Bo Lund"))
    layer = lay_out(read_here(word("".join(chain([paragraph(HEAD)], items, below)))))
    first, second = parse_minutes(layer, registry, lexicon).items
    assert (first.decision, first.attachments) == ("Udsat.", 2)
    assert second.decision == "Godkendt."


def test_a_line_with_tabs_above_a_table_has_no_columns(registry, lexicon):
    rows = table(
        ("Nr.", "Punkt", "Beslutning"), ("1", "Havnen", "Udsat."), ("2", "Broen", "Godkendt.")
    )
    text = "".join((paragraph("Havnens Hus\tReferat\tBestyrelsen"), paragraph(HEAD), rows))
    extract = parse_minutes(lay_out(read_here(word(text))), registry, lexicon)
    assert decisions(extract) == ["Udsat.", "Godkendt."]


def test_a_row_with_a_case_before_its_title_is_an_item_also_without_a_text(read):
    rows = (
        "45.\t26/3020\tHavnen\tÅben\n\nBeslutning\nGodkendt.\n46.\t26/9115\tBroen\tLukket\n"
        "47.\t26/9116\tVejen\tÅben\n\nBeslutning\nUdsat."
    )
    extract = read(paper(rows))
    told = [(one.number, one.title, one.case, one.decision) for one in extract.items]
    assert told == [
        ("45", "Havnen", "26/3020", "Godkendt."),
        ("46", "Broen", "26/9115", None),
        ("47", "Vejen", "26/9116", "Udsat."),
    ]
