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


@pytest.mark.parametrize("council", ["nordjylland", "midtjylland"])
def test_a_newer_document_of_another_council_leaves_the_seats_to_be_filled(tmp_path, council):
    meeting = f"""<meeting/march> a kkr:Meeting ; kkr:heldBy <kkr/{council}> ;
    kkr:meetingDate "2026-03-06"^^xsd:date .
  """
    text = FIXTURE.read_text(encoding="utf-8").replace(
        'Through "2025-10-24"', 'Through "2026-03-06"'
    )
    newer, sheet = tmp_path / "newer.trig", tmp_path / "pladser.xlsx"
    newer.write_text(text.replace("<tenure/expected> a", f"{meeting}<tenure/expected> a"), "utf-8")
    graph = ("--graph", write_graph(tmp_path / "build", newer, BOARD))
    told = run(export, "overview", *graph, "-o", sheet).stderr
    arguments = [str(each) for each in (sheet, *graph, "-o", tmp_path / "forslag.csv")]
    read = CliRunner().invoke(command, arguments)
    if council == "nordjylland":
        assert "skal besættes" not in told
        assert "begyndt" in str(read.exception)
    else:
        assert "; 4 pladser i KKR 2026-2030 for KKR Nordjylland skal besættes." in told
        assert read.exit_code == 0, read.output


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
