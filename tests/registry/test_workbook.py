"""The seat groups go to a workbook and come back without loss; a mistake is told with its row."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from kkr_graph.errors import RegistryError
from kkr_graph.model.names import clean
from kkr_graph.registry.importing import read_import
from kkr_graph.registry.workbook import SHEET, from_workbook, to_table, to_workbook
from tests.registry.folder import TABLES, make

SHIPPED = Path(__file__).parents[2] / "data" / "registry"


def exported(folder, file):
    file.write_bytes(to_workbook(folder))
    return file


def edited(folder, file, **cells):
    """The workbook of a folder with some cells changed, as ``D2=5``."""
    book = load_workbook(exported(folder, file))
    for place, value in cells.items():
        book[SHEET][place] = value
    book.save(file)
    return file


def test_what_is_shipped_comes_back_byte_for_byte(tmp_path):
    found = read_import(exported(SHIPPED, tmp_path / "p.xlsx"), SHIPPED)
    assert found.table == (SHIPPED / "seat_groups.csv").read_bytes()
    assert found.added == found.changed == found.removed == ()


def test_the_same_table_gives_the_same_workbook():
    assert to_workbook(SHIPPED) == to_workbook(SHIPPED)


def test_cells_have_the_types_that_a_spreadsheet_keeps(tmp_path):
    sheet = load_workbook(exported(make(tmp_path / "r"), tmp_path / "p.xlsx"))[SHEET]
    headings = [cell.value for cell in sheet[1]]
    row = dict(zip(headings, sheet[2], strict=True))
    assert row["frist"].value.date() == date(2026, 1, 9)
    assert row["pladser"].value == 3
    assert row["id"].number_format == "@"
    assert sheet.freeze_panes == "B2"
    assert {str(each.sqref).partition("2")[0] for each in sheet.data_validations.dataValidation} == {
        "E", "H", "J",
    }  # fmt: skip


def test_what_is_edited_is_told_by_identifier(tmp_path):
    folder = make(tmp_path / "r")
    book = edited(
        folder, tmp_path / "p.xlsx", D2=5, O2=date(2026, 2, 1),
        A3="hr-ny", A5="hr-til", B5="Havnerådet", C5="KKR 2026", D5=2.0, E5="medlem", Q5="lov",
    )  # fmt: skip
    found = read_import(book, folder)
    assert found.changed == ("hr-2026",)
    assert found.added == ("hr-ny", "hr-til")
    assert found.removed == ("hr-formand",)
    text = found.table.decode("utf-8-sig")
    assert ";KKR 2026;5;medlem;" in text
    assert ";2026-02-01;" in text
    assert "hr-til;Havnerådet;KKR 2026;2;medlem;" in text


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"D2": "mange"}, "p.xlsx, række 2, kolonnen »pladser«"),
        ({"O2": "9. januar"}, "p.xlsx, række 2, kolonnen »frist«"),
        ({"B3": "Havneråd"}, "p.xlsx, række 3, kolonnen »organ«"),
        ({"A3": "hr-2026"}, "p.xlsx, række 3, kolonnen »id«"),
        ({"D1": "antal"}, "antal, pladser"),
        ({"A5": "hr-x", "B5": "Havnerådet"}, "p.xlsx, række 5, kolonnen »periode«"),
    ],
    ids=["number", "day", "reference", "twice", "heading", "below-an-empty-row"],
)
def test_a_mistake_is_told_with_the_row_that_the_spreadsheet_shows(tmp_path, cells, told):
    folder = make(tmp_path / "r")
    book = edited(folder, tmp_path / "p.xlsx", **cells)
    with pytest.raises(RegistryError) as caught:
        read_import(book, folder)
    assert told in str(caught.value)


def test_what_is_no_such_workbook_is_refused(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"intet regneark")
    with pytest.raises(RegistryError, match=r"a\.xlsx kan ikke læses"):
        from_workbook(tmp_path / "a.xlsx")
    book = load_workbook(exported(make(tmp_path / "r"), tmp_path / "b.xlsx"))
    book[SHEET].title = "Ark1"
    book.save(tmp_path / "b.xlsx")
    with pytest.raises(RegistryError, match="»Pladser«"):
        from_workbook(tmp_path / "b.xlsx")


WORDS = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x2FF, exclude_characters="\x7f"), max_size=12
).map(clean)


@settings(deadline=None, max_examples=25)  # each example is a workbook
@given(eligibility=WORDS, remuneration=st.sampled_from(["0070", "1-2", "=1+1", "3E5", "1/2"]))
def test_no_text_becomes_anything_else(tmp_path_factory, eligibility, remuneration):
    """Neither numbers with zeros nor what looks like a day or a formula."""
    folder = tmp_path_factory.mktemp("r")
    make(folder)
    heading, first, _ = TABLES["seat_groups.csv"].splitlines()
    cells = [first.split(";")[at] for at in range(17)]
    cells[8], cells[12] = eligibility, remuneration
    table = to_table([heading.split(";"), cells])
    (folder / "seat_groups.csv").write_bytes(table)
    assert read_import(exported(folder, folder / "p.xlsx"), folder).table == table
