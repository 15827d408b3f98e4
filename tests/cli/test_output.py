"""Answers as files: nothing in them becomes more than text."""

import csv
import io
import json

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from kkr_graph.cli.output import write_answer
from kkr_graph.cli.rows import to_answer
from kkr_graph.model.solutions import Term
from kkr_graph.overview.content import Remark
from kkr_graph.queries import Answer, Column
from kkr_graph.queries.asking import Source
from kkr_graph.vocab import XSD

TRIGGERS = "=+-@＝＋－＠\t\r"


def answer(*cells, heading="Navn"):
    rows = tuple({"x": cell if isinstance(cell, Term) else Term(value=cell)} for cell in cells)
    return Answer(title="Prøve", columns=(Column("x", heading),), rows=rows, labels={})


def written(given, form, folder):
    file = folder / "svar"
    write_answer(given, form=form, output=str(file))
    return file.read_bytes()


def cells(raw):
    reader = csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";")
    return [row[0] for row in reader][1:]


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+45", "-1", "@SUM(A1)", " =1", "\t=1", "＝1", "\r\n=1", "\x00=1", "\u200b=1+1"],
)
def test_no_text_is_a_formula(text, tmp_path):
    (cell,) = cells(written(answer(text), "csv", tmp_path))
    assert cell.startswith("'")


@given(text=st.text(max_size=30))
def test_no_cell_begins_a_formula(text, tmp_path_factory):
    (cell,) = cells(written(answer(text + "."), "csv", tmp_path_factory.mktemp("csv")))
    assert not cell.lstrip().startswith(tuple(TRIGGERS))


def test_numbers_stay_numbers(tmp_path):
    given = answer(Term(value="-5", datatype=XSD.integer), "2025-10-24", "Per Bach-Laursen")
    assert cells(written(given, "csv", tmp_path)) == ["-5", "2025-10-24", "Per Bach-Laursen"]


def test_what_only_claims_to_be_a_number_is_text(tmp_path):
    given = answer(Term(value="=1+1", datatype=XSD.integer), "+4598765432")
    assert all(cell.startswith("'") for cell in cells(written(given, "csv", tmp_path)))


def test_separators_quotes_and_lines_are_kept(tmp_path):
    given = answer('a;b "c"\nd')
    assert cells(written(given, "csv", tmp_path)) == ['a;b "c"\nd']


@pytest.mark.parametrize(
    "text", ["\x1b[31mrød\x1b[0m", "a\x9bb", "a\rb", "[bold]a[/bold]", "a\x08\x08b"]
)
def test_a_table_cannot_steer_the_terminal(text, tmp_path):
    table = written(answer(text), "table", tmp_path).decode()
    assert not any((ord(char) < 32 and char != "\n") or 127 <= ord(char) < 160 for char in table)
    assert "[bold]" not in text or "[bold]a[/bold]" in table


def test_values_of_json_have_their_types(tmp_path):
    given = answer(
        Term(value="7", datatype=XSD.integer),
        Term(value="true", datatype=XSD.boolean),
        Term(value="æ", language="da"),
        Term(value="07"),
    )
    rows = json.loads(written(given, "json", tmp_path))
    assert [row["x"] for row in rows] == [7, True, "æ", "07"]


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.csv", b"\xef\xbb\xbf"),
        ("a.JSON", b"["),
        ("a.srj", b"{"),
        ("a.txt", b"Navn"),
        ("a", b"["),
    ],
)
def test_the_form_follows_the_files_ending(name, begins, tmp_path):
    file = tmp_path / name
    write_answer(answer("x"), form=None, output=str(file))
    assert file.read_bytes().startswith(begins)


def test_unbound_cells_are_empty(tmp_path):
    given = Answer(
        title="",
        columns=(Column("x", "X"), Column("y", "Y")),
        rows=({"x": Term(value="1")},),
        labels={},
    )
    assert json.loads(written(given, "json", tmp_path)) == [{"x": "1", "y": None}]
    assert "Y" not in written(given, "table", tmp_path).decode()


def test_a_column_of_iris_has_labels_in_every_row(tmp_path):
    rows: tuple[dict[str, Term], ...] = (
        {"x": Term(value="a:b", is_iri=True)},
        {"x": Term(value="godkendt, drøftet")},
        {},
    )
    given = Answer(title="", columns=(Column("x", "X"),), rows=rows, labels={"a:b": "godkendt"})
    assert json.loads(written(given, "json", tmp_path)) == [
        {"x": "a:b", "x_label": "godkendt"},
        {"x": "godkendt, drøftet", "x_label": "godkendt, drøftet"},
        {"x": None, "x_label": None},
    ]


def test_many_columns_stand_under_one_another(tmp_path):
    names = tuple("abcdefghijklm")
    given = Answer(
        title="",
        columns=tuple(Column(name, f"Overskrift {name}") for name in names),
        rows=tuple({name: Term(value=f"{name}{n}") for name in names} for n in range(2)),
        labels={},
    )
    lines = written(given, "table", tmp_path).decode().splitlines()
    assert lines[0] == "Overskrift a: a0"
    assert lines[len(names)] == ""
    assert lines[len(names) + 1] == "Overskrift a: a1"


def test_standard_output_is_bytes(tmp_path):
    """Windows would otherwise turn line ends into its own."""
    runner = CliRunner()
    with runner.isolation() as (stdout, _, _):
        write_answer(answer("æ"), form="csv", output="-")
    assert stdout.getvalue() == b"\xef\xbb\xbfNavn\r\n\xc3\xa6\r\n"


def test_a_table_writes_days_as_danes_do(tmp_path):
    days = answer(Term(value="2025-10-24", datatype=XSD.date), heading="Dato")
    assert "24.10.2025" in written(days, "table", tmp_path).decode()


def test_rows_of_a_command_name_the_place_of_their_source_as_people_look_for_it(tmp_path):
    source = Source(document="liste.xlsx", line=8, where="ark Medlemmer, række 7", quote="Ledig")
    told = to_answer(
        {"grade": "Art"}, [Remark(grade="advarsel", what="", about="", source=source, code="")]
    )
    raw = written(told, "csv", tmp_path).decode("utf-8-sig")
    assert raw.splitlines()[0] == "Art;Citat;Dokument;Sted i kilden"
    assert raw.splitlines()[1].endswith("ark Medlemmer, række 7")
