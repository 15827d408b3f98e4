"""``kkr-graph constitution seats``, ``import-election`` and ``calendar`` as they are called."""

import json
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from kkr_graph.cli.constitution.calendar import command as calendar
from kkr_graph.cli.constitution.import_election import command as import_election
from kkr_graph.cli.constitution.seats import command as seats
from kkr_graph.errors import ConfigError, KkrGraphError
from tests.constitution.calculation.elections import EXAMPLE, ROOT
from tests.constitution.calculation.votes import HJOERRING_SEATS
from tests.overview.graphs import FIXTURE, write_graph

DATA = ROOT / "data"
COUNCIL = ("--area", "Hjørring", "--election", EXAMPLE, "--seats", "31")


def calculated(*arguments: object) -> Result:
    return CliRunner().invoke(seats, [*map(str, arguments), "--data", str(DATA)])


def refused(*arguments: object) -> KkrGraphError:
    error = calculated(*arguments).exception
    assert isinstance(error, KkrGraphError)
    return error


def counted(result: Result) -> dict[str, int]:
    return {each["list"]: each["seats"] for each in json.loads(result.stdout)["lists"]}


def test_the_example_is_calculated():
    result = calculated(*COUNCIL)
    assert result.exit_code == 0, result.output
    assert counted(result) == HJOERRING_SEATS


def test_the_table_has_results_quotients_and_what_is_left_out():
    told = calculated(*COUNCIL, "--format", "table").stdout
    assert "Pladser: 31 – Hjørring" in told
    assert "1.033 5/9" in told
    assert "mindre er i --format csv --quotients" in told


def test_csv_is_for_danish_excel():
    results = calculated(*COUNCIL, "--format", "csv").stdout_bytes.decode("utf-8-sig")
    assert results.splitlines()[1].startswith("A;Socialdemokratiet;;11.207;32,17;10;")
    quotients = calculated(*COUNCIL, "--format", "csv", "--quotients").stdout
    assert len(quotients.splitlines()) > 200


def test_a_tie_stops_with_exit_code_1_and_says_how_to_record_the_draw(tmp_path):
    result = calculated("--pool", "A=10, B=10", "--seats", 1)
    assert result.exit_code == 1
    assert "der skal trækkes lod" in result.stderr
    row = result.stderr.strip().splitlines()[-1]
    filled = row.replace("<udtrukket>", "B").replace("<dato>", "2026-01-23")
    lots = tmp_path / "lots.csv"
    header = "valg;område;beregning;niveau;plads;mellem;udtrukket;dato;kilde"
    lots.write_text(f"{header}\n{filled}\n", encoding="utf-8")
    drawn = calculated("--pool", "A=10, B=10", "--seats", 1, "--lots", lots)
    assert drawn.exit_code == 0
    assert counted(drawn) == {"A": 0, "B": 1}
    assert "B udtrukket" in drawn.stderr


def test_a_pool_needs_no_tables_of_elections(tmp_path):
    shutil.copytree(DATA / "registry", tmp_path / "registry")
    shutil.rmtree(tmp_path / "registry/elections")
    arguments = ["--pool", "A=11, B=8", "--seats", "7", "--data", str(tmp_path)]
    assert counted(CliRunner().invoke(seats, arguments)) == {"A": 4, "B": 3}


def test_missing_municipalities_are_named_unless_it_is_said_to_be_partial():
    area = ("--area", "KKR Nordjylland", "--election", EXAMPLE)
    assert "10 af 11 kommuner" in str(refused(*area))
    result = calculated(*area, "--partial")
    assert counted(result)["A"] == 1
    assert "Regnet uden stemmerne i Brønderslev" in result.stderr
    assert "Hypotese" in result.stderr


def test_options_stand_beside_what_is_recorded():
    result = calculated(*COUNCIL, "--no-alliances", "--compare")
    assert counted(result)["T"] == 1
    (supposed,) = json.loads(result.stdout)["what_if"]
    assert {name: change for name, change in supposed["changes"].items() if change} == {
        "T": 1,
        "Ø": -1,
    }


def test_a_file_of_scenarios_stands_beside_what_is_recorded(tmp_path):
    file = tmp_path / "hvad.toml"
    file.write_text('[[scenarie]]\nnavn = "Ø alene"\nvalgforbund = ["C+D+O"]\n', encoding="utf-8")
    told = calculated(*COUNCIL, "--what-if", file, "--format", "table").stdout
    assert "Ø alene: forskel" in " ".join(told.split())
    book = calculated(*COUNCIL, "--what-if", file, "--format", "xlsx").stdout_bytes
    assert "Hvad nu hvis" in load_workbook(BytesIO(book)).sheetnames


@pytest.mark.parametrize(
    ("name", "begins"), [("k.svg", b"<svg"), ("k.xlsx", b"PK"), ("k.json", b"{")]
)
def test_the_ending_of_the_file_decides_the_format(tmp_path, name, begins):
    assert calculated(*COUNCIL, "-o", tmp_path / name).exit_code == 0
    assert (tmp_path / name).read_bytes().startswith(begins)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "--area og --election"),
        (("--pool", "A=1"), "kræver --seats"),
        (("--pool", "A=1", "--area", "Hjørring", "--seats", 1), "i stedet for"),
        (("--area", "Atlantis", "--election", EXAMPLE), "»Atlantis«"),
        (("--area", "Hjørring", "--election", "kv99"), "»kv99«"),
        (("--area", "Hjørring", "--election", EXAMPLE, "--for", "seats"), "kræver --seats"),
        ((*COUNCIL, "--for", "chair"), "kun --for seats"),
        ((*COUNCIL, "--alliance", "A+V", "--no-alliances"), "--alliance passer"),
        ((*COUNCIL, "--alliance", "A+X"), "»X«"),
    ],
)
def test_wrong_use_is_told(arguments, told):
    error = refused(*arguments)
    assert told in str(error)
    assert error.hint


# --- importing an election ------------------------------------------------------------------


def test_an_imported_election_can_be_calculated(tmp_path):
    data = tmp_path / "data"
    shutil.copytree(DATA / "registry", data / "registry")
    elections = data / "registry/elections"
    with (elections / "elections.csv").open("a", encoding="utf-8") as file:
        file.write("proeve;Prøve;2021-11-16;x\n")
    source = tmp_path / "VALGK3.csv"
    source.write_text(
        "OMRÅDE;PARTI;STEMMER;TID;INDHOLD\nHjørring;Socialdemokratiet;Gyldige stemmer;2021;60\n"
        "Hjørring;Venstre;Gyldige stemmer;2021;40\nHele landet;Venstre;Gyldige stemmer;2021;1\n",
        encoding="utf-8",
    )
    arguments = ["--layout", "statbank", "--source", "x", "--data", str(data)]
    result = CliRunner().invoke(
        import_election, [str(source), *arguments, "-o", str(elections / "proeve.csv")]
    )
    assert result.exit_code == 0, result.output
    assert "2 lister i 1 kommuner" in result.stderr
    assert "»Hele landet«" in result.stderr
    told = CliRunner().invoke(
        seats,
        ["--area", "Hjørring", "--election", "proeve", "--seats", "5", "--data", str(data)],
    )
    assert counted(told) == {"A": 3, "V": 2}


def test_a_municipality_is_given_once(tmp_path):
    text = "Afstemningsområde;Bogstavbetegnelse;Listenavn;Navn;Stemmetal\nNord;A;A;x;1\n"
    files = []
    for name in ("en_Hjørring.csv", "to_Hjørring.csv"):
        (tmp_path / name).write_text(text, encoding="utf-8")
        files.append(str(tmp_path / name))
    arguments = ["--layout", "valg", "--source", "x", "--data", str(DATA), "-o", "-"]
    error = CliRunner().invoke(import_election, [*files, *arguments]).exception
    assert isinstance(error, ConfigError)
    assert "flere af filerne" in str(error)


# --- the calendar ---------------------------------------------------------------------------


@pytest.fixture(scope="module")
def build(tmp_path_factory) -> Path:
    return write_graph(tmp_path_factory.mktemp("build"), FIXTURE)


def days(build: Path, *arguments: str) -> Result:
    given = ["--council", "KKR Nordjylland", "--since", "1.1.2026", *arguments]
    return CliRunner().invoke(calendar, [*given, "--graph", str(build)])


def test_the_calendar_is_a_table_or_rows(build):
    rows = json.loads(days(build).stdout)
    assert [row["day"] for row in rows] == ["2026-01-21", "2026-01-23", "2026-01-26"]
    assert "21.01.2026" in days(build, "--format", "table").stdout
    assert "tre arbejdsdage" in days(build, "--format", "csv").stdout


def test_the_calendar_is_a_file_for_outlook(build, tmp_path):
    file = tmp_path / "frister.ics"
    result = days(build, "-o", str(file))
    assert result.exit_code == 0, result.output
    assert file.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert "3 dage." in result.stderr
    assert days(build, "--format", "ics").stdout_bytes == file.read_bytes()
