"""``kkr-graph export`` as it is called."""

import csv
import json
import os
import subprocess
import sys
import zipfile
from io import StringIO

import pyoxigraph as ox
import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from kkr_graph.cli.export import command
from kkr_graph.errors import ConfigError, KkrGraphError, QueryError, StoreError
from tests.overview.graphs import BOARD, FIXTURE, write_graph

FORMULA = r'"=HYPERLINK(\"http://example.org\")\n+1\u0000"'  # as N-Quads write it


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    return write_graph(tmp_path_factory.mktemp("build"), FIXTURE, BOARD)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """The same graph, with names that are formulas."""
    folder = write_graph(tmp_path_factory.mktemp("hostile"), FIXTURE, BOARD)
    quads = folder / "graph.nq"
    text = quads.read_text(encoding="utf-8").replace('"Anna Holm"', FORMULA)
    quads.write_text(text, encoding="utf-8", newline="")
    return folder


def export(*arguments: object) -> Result:
    return CliRunner().invoke(command, [str(each) for each in arguments])


def refused(*arguments: object) -> KkrGraphError:
    """The error that main() would tell."""
    error = export(*arguments).exception
    assert isinstance(error, KkrGraphError)
    return error


def test_the_workbook_opens_and_what_was_written_is_told(build, tmp_path):
    file = tmp_path / "oversigt æøå.xlsx"
    result = export("overview", "-o", file, "--graph", build)
    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    assert "rækker i 5 fora, heraf 1 indstilling og 1 formodning" in result.stderr
    book = load_workbook(file)
    assert book.sheetnames == [
        "Udpegninger", "Skal besættes", "Pladser", "Mangler", "Se efter", "Kilder", "Lister",
    ]  # fmt: skip
    assert "Ørum" in [cell.value for cell in book["Udpegninger"]["C"]]


def test_the_same_graph_gives_the_same_files(build, tmp_path):
    """In another process, with another hash seed."""
    program = "from kkr_graph.cli.export import command; command()"
    for name in ("o.xlsx", "o.csv", "o.json", "o.docx", "o.pdf", "o.html"):
        export("overview", "-o", tmp_path / name, "--graph", build)
        again = tmp_path / f"again-{name}"
        subprocess.run(
            [sys.executable, "-c", program, "overview", "-o", again, "--graph", build],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": "11"},
        )
        assert again.read_bytes() == (tmp_path / name).read_bytes()


def test_csv_and_json_have_the_rows_of_one_forum(build, tmp_path):
    arguments = ("overview", "--forum", "DEB", "--graph", build, "-o")
    export(*arguments, tmp_path / "deb.CSV")
    text = (tmp_path / "deb.CSV").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text, newline=""), delimiter=";"))
    assert [row["Navn"] for row in rows] == ["Anna Holm", "Åge Dahl"]
    records = json.loads(export(*arguments, "-", "--format", "json").stdout)
    assert [record["holder"] for record in records] == ["Anna Holm", "Åge Dahl"]
    assert (records[0]["document"], records[0]["page"]) == ("referat-2025-10-24.txt", 2)


def test_a_term_narrows_the_overview(build):
    arguments = ("overview", "--term", "KKR 2026-2030", "--graph", build, "-o", "-")
    records = json.loads(export(*arguments, "--format", "json").stdout)
    assert {record["holder"] for record in records} == {"Cecilie Ørsted", "Ørum", "Brandt"}


@pytest.mark.parametrize(
    ("name", "begins"), [("o.docx", b"PK"), ("o.pdf", b"%PDF-"), ("o.html", b"<!")]
)
def test_a_coming_term_is_a_paper_with_its_seats(build, tmp_path, name, begins):
    arguments = ("overview", "--term", "KKR 2026-2030", "--graph", build, "-o", tmp_path / name)
    result = export(*arguments)
    assert result.exit_code == 0, result.output
    assert "pladser i KKR 2026-2030 skal besættes." in result.stderr
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_proposals_stand_in_their_seats(build, tmp_path):
    table = tmp_path / "forslag.csv"
    table.write_text(
        "plads;navn;parti;kommune;stedfortræder;bemærkning;kilde\nerhvervshus-2026:3;Ea Ny;;;;;\n",
        encoding="utf-8",
    )
    arguments = ("overview", "--term", "KKR 2026-2030", "--proposals", table, "--graph", build)
    export(*arguments, "-o", tmp_path / "o.html")
    page = (tmp_path / "o.html").read_text(encoding="utf-8")
    assert "Ea Ny" in page
    assert "forslag.csv, række 2" in page


def test_proposals_for_a_term_that_has_begun_are_refused(build, tmp_path):
    table = tmp_path / "forslag.csv"
    table.write_text("plads;navn;parti;kommune;stedfortræder;bemærkning;kilde\n", encoding="utf-8")
    arguments = ("overview", "--term", "KKR 2022-2026", "--proposals", table, "--graph", build)
    assert "ikke er begyndt" in str(refused(*arguments, "-o", tmp_path / "o.html"))


def test_a_name_that_is_a_formula_stays_text(hostile, tmp_path):
    export("overview", "-o", tmp_path / "o.xlsx", "--graph", hostile)
    with zipfile.ZipFile(tmp_path / "o.xlsx") as archive:
        written = b"".join(archive.read(name) for name in archive.namelist())
    assert b"=HYPERLINK(" in written
    assert (written.count(b"<f>"), written.count(b"<hyperlink")) == (0, 0)
    export("overview", "-o", tmp_path / "o.csv", "--graph", hostile)
    text = (tmp_path / "o.csv").read_text(encoding="utf-8-sig")
    assert "'=HYPERLINK(" in text
    assert ";=HYPERLINK(" not in text


@pytest.mark.parametrize("name", ["g.ttl", "g.trig", "g.jsonld", "g.nq"])
def test_the_graph_can_be_read_by_other_programs(build, tmp_path, name):
    result = export("graph", "-o", tmp_path / name, "--graph", build)
    assert result.exit_code == 0, result.output
    quads = list(ox.parse(path=build / "graph.nq"))
    assert f"{len(quads)} udsagn" in result.stderr
    read = {quad.triple for quad in ox.parse(path=tmp_path / name)}
    assert read == {quad.triple for quad in quads}


def test_the_ending_must_be_one_that_can_be_written(build, tmp_path):
    error = refused("overview", "-o", tmp_path / "o.odt", "--graph", build)
    assert isinstance(error, ConfigError)
    assert str(error) == (
        "Formatet »odt« kendes ikke; overview kan skrives som docx, pdf, xlsx, html, csv, json."
    )
    assert "ingen endelse" in str(refused("graph", "-o", tmp_path / "graf", "--graph", build))
    assert not list(tmp_path.iterdir())


def test_what_cannot_be_written_is_refused(build, tmp_path):
    assert "»alt« kan ikke skrives" in str(refused("alt", "-o", "x.xlsx"))
    error = refused("graph", "--forum", "DEB", "-o", tmp_path / "g.nq", "--graph", build)
    assert "gælder kun overview" in str(error)


def test_no_graph_and_no_such_forum_are_told(build, tmp_path):
    for what, name in (("overview", "o.csv"), ("graph", "g.nq")):
        error = refused(what, "-o", tmp_path / name, "--graph", tmp_path / "ingen")
        assert isinstance(error, StoreError)
        assert "kkr-graph build" in error.hint
    error = refused("overview", "--forum", "DÆB", "-o", tmp_path / "o.csv", "--graph", build)
    assert isinstance(error, QueryError)


def test_a_file_that_stood_there_survives_a_failure(build, tmp_path):
    file = tmp_path / "o.csv"
    file.write_text("gammel", encoding="utf-8")
    refused("overview", "--forum", "DÆB", "-o", file, "--graph", build)
    assert file.read_text(encoding="utf-8") == "gammel"
    assert list(tmp_path.iterdir()) == [file]


def test_the_help_has_an_example():
    assert "kkr-graph export overview -o udpegningsoversigt.xlsx" in export("--help").stdout


def test_no_library_is_loaded_before_it_is_needed():
    program = (
        "import sys, kkr_graph.cli.export, kkr_graph.cli.check; "
        "print({'pyoxigraph', 'xlsxwriter', 'rapidfuzz', 'rdflib', 'docx', 'typst', 'jinja2'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.decode().strip() == "set()"
