"""``kkr-graph constitution proposals`` as it is called."""

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from kkr_graph.cli.constitution.board import command as board
from kkr_graph.cli.constitution.proposals import command
from kkr_graph.cli.export import command as export
from kkr_graph.errors import SourceError
from kkr_graph.overview.form import SHEET
from tests.overview.graphs import BOARD, FIXTURE, write_graph


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    return write_graph(tmp_path_factory.mktemp("build"), FIXTURE, BOARD)


def run(command, *arguments):
    result = CliRunner().invoke(command, [str(each) for each in arguments])
    assert result.exit_code == 0, result.output
    return result


def test_every_seat_filled_in_is_proposed_on_the_board(build, tmp_path):
    sheet, table = tmp_path / "pladser.xlsx", tmp_path / "forslag.csv"
    narrowed = ("--forum", "Erhvervshus Nordjylland", "--term", "KKR 2026-2030", "--graph", build)
    run(export, "overview", *narrowed, "-o", sheet)
    book = load_workbook(sheet)
    places = {cell.value: cell.column for cell in book[SHEET][5]}
    for row in range(6, book[SHEET].max_row + 1):
        book[SHEET].cell(row, places["Navn"]).value = f"Ea Ny {chr(59 + row)}"
        book[SHEET].cell(row, places["Kommune"]).value = "ingen"
    book.save(sheet)
    assert "forslag.csv: 3 forslag." in run(command, sheet, "-o", table, *narrowed).stderr
    shown = run(board, *narrowed, "--proposals", table, "--date", "2025-12-01", "--format", "csv")
    assert shown.stdout.count("foreslået") == 3
    assert "(3 foreslåede)" in shown.stderr


def test_a_sheet_that_nobody_filled_in_is_told(build, tmp_path):
    sheet = tmp_path / "pladser.xlsx"
    run(export, "overview", "--term", "KKR 2026-2030", "--graph", build, "-o", sheet)
    result = run(command, sheet, "--graph", build, "-o", tmp_path / "forslag.csv")
    assert "0 forslag; ingen rækker er udfyldt." in result.stderr


def test_what_is_no_workbook_is_refused_and_nothing_is_written(build, tmp_path):
    file = tmp_path / "pladser.xlsx"
    file.write_bytes(b"PK\x03\x04 x")
    table = tmp_path / "forslag.csv"
    result = CliRunner().invoke(command, [str(file), "-o", str(table), "--graph", str(build)])
    assert isinstance(result.exception, SourceError)
    assert not table.exists()
