"""``kkr-graph ask`` on the fixture of the questions."""

import csv
import io
import json

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from kkr_graph.cli import VERBS, group
from kkr_graph.cli.ask import command
from kkr_graph.errors import AmbiguousName, QueryError, StoreError
from kkr_graph.queries import load_queries
from tests.queries.conftest import FIXTURE


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    folder = tmp_path_factory.mktemp("build")
    quads = (f"{quad} .\n" for quad in ox.parse(path=str(FIXTURE)))
    (folder / "graph.nq").write_text("".join(quads), encoding="utf-8")
    return folder


@pytest.fixture
def ask(build):
    def asked(*arguments):
        return CliRunner().invoke(
            command, [*arguments, "--graph", str(build)], catch_exceptions=False
        )

    return asked


def test_json_in_a_pipe_has_iris_beside_their_labels(ask):
    result = ask("who-represents", "--forum", "DEB", "--date", "2025-11-01")
    rows = json.loads(result.stdout)
    assert [row["person_label"] for row in rows] == ["Anna Holm", "Åge Dahl"]
    first = rows[0]
    assert first["person"].endswith("/person/anna-holm")
    assert (first["role_label"], first["from"], first["line"]) == ("repræsentant", "2025-08-29", 20)
    assert first["quote"].startswith("KKR Nordjyllands repræsentant")
    assert "quote_label" not in first
    assert set(first) == set(rows[1])  # every row has every key


def test_what_was_understood_is_told_beside_the_data(ask):
    result = ask("who-represents", "--forum", "deb", "--date", "24. oktober 2025")
    assert '--forum "Danmarks Erhvervsfremmebestyrelse" --date "2025-10-24"' in result.stderr


def test_a_question_in_danish(ask):
    result = ask("Hvem repræsenterer KKR Nordjylland i Danmarks Erhvervsfremmebestyrelse?")
    assert [row["person_label"] for row in json.loads(result.stdout)] == ["Anna Holm", "Åge Dahl"]


def test_an_option_narrows_a_question_in_danish(ask):
    result = ask("Hvem er formand for BRN?", "--date", "2019-01-01")
    assert [row["person_label"] for row in json.loads(result.stdout)] == ["Jens Jensen"]


@pytest.mark.parametrize("arguments", [[], ["--list"]], ids=["nothing", "list"])
def test_the_list_has_every_question(ask, arguments):
    listed = json.loads(ask(*arguments).stdout)
    queries = load_queries()
    assert [row["name"] for row in listed] == list(queries)
    described = {row["name"]: row["parameters"] for row in listed}
    assert described["person-posts"] == "--person [--date] [--forum] [--role]"
    assert described["connected-municipalities"].startswith("--municipality [--other-municipality]")


def test_every_parameter_of_every_question_is_an_option():
    options = {parameter.name for parameter in command.params}
    for query in load_queries().values():
        assert {parameter.name for parameter in query.parameters} <= options, query.name


def test_a_table_has_danish_headings_and_one_source(ask):
    table = ask("chairs", "--date", "2025-11-01", "--format", "table").stdout
    assert "Kendt fra" in table
    assert "Slutning" not in table, "as on a page"
    assert "txt), side 1, linje 4" in " ".join(table.split())
    assert "http" not in table


def test_a_narrow_table_is_ruled(ask):
    table = ask("party-count", "--date", "2025-11-01", "--format", "table").stdout.splitlines()
    assert table[0].split() == ["Parti", "Poster", "Personer"]
    assert table[2].split() == ["Venstre", "4", "2"]


def test_no_rows_is_said(ask):
    assert ask("chairs", "--forum", "DEB", "--format", "table").stdout == "Ingen rækker.\n"
    assert json.loads(ask("chairs", "--forum", "DEB").stdout) == []


def test_csv_opens_in_danish_excel(ask, tmp_path):
    file = tmp_path / "svar.csv"
    ask("party-count", "--date", "2025-11-01", "-o", str(file))
    raw = file.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[:2] == [["Parti", "Poster", "Personer"], ["Venstre", "4", "2"]]


def test_csv_calls_a_source_as_the_pages_do_and_json_its_file(ask):
    asked = ("chairs", "--date", "2025-11-01", "--format")
    assert "referat 24.10.2025 (referat-2025-10-24.txt)" in ask(*asked, "csv").stdout
    first = json.loads(ask(*asked, "json").stdout)[0]
    assert first["document_label"] == "referat-2025-10-24.txt"


def test_the_w3c_form(ask):
    result = json.loads(ask("party-count", "--format", "sparql-json").stdout)
    assert result["head"]["vars"] == ["party", "posts", "people"]
    assert result["results"]["bindings"][0]["party"]["type"] == "uri"


@pytest.mark.parametrize(
    ("arguments", "error", "problem"),
    [
        (["who-represent"], QueryError, "noget spørgsmål, der hedder"),
        (["person-posts"], QueryError, "mangler --person"),
        (["bodies", "--person", "x"], QueryError, "kan ikke afgrænses med --person"),
        (["chairs", "--forum", "Erhvervshus"], AmbiguousName, "2 forskellige"),
        (["Hvor mange æbler er der?"], QueryError, "ikke et af dem"),
        (["chairs", "--endpoint", "ftp://x"], StoreError, "ikke adressen på"),
    ],
    ids=str,
)
def test_what_is_wrong_is_named(ask, arguments, error, problem):
    with pytest.raises(error, match=problem):
        ask(*arguments)


def test_without_a_graph_it_says_what_to_do(tmp_path):
    with pytest.raises(StoreError, match="ingen graf") as caught:
        CliRunner().invoke(command, ["chairs", "--graph", str(tmp_path)], catch_exceptions=False)
    assert "kkr-graph build" in caught.value.hint


@pytest.mark.parametrize("verb", ["ask", "query"])
def test_help_ends_in_an_example(verb):
    assert verb in VERBS
    help_text = CliRunner().invoke(group, [verb, "--help"]).stdout
    assert f"kkr-graph {verb} " in help_text.partition("Eksempel")[2]
