"""``kkr-graph view`` as it is called."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kkr_graph.cli.view import command
from kkr_graph.errors import AmbiguousName, KkrGraphError
from tests.network.sample import COUNCIL, council_sample


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("build")
    council_sample().write(folder)
    return folder


def view(build: Path, *arguments: str) -> Result:
    return CliRunner().invoke(command, [*arguments, "--graph", str(build)])


def test_a_page_is_written_and_told_about(build, tmp_path):
    file = tmp_path / "netværk.html"
    result = view(build, "--forum", "KKR Nordvest", "-o", str(file))
    assert result.exit_code == 0, result.output
    assert file.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert result.stdout == ""
    assert "Netværk for KKR Nordvest, 24 personer" in result.stderr


@pytest.mark.parametrize(
    ("name", "begins"),
    [("n.svg", "<svg"), ("n.graphml", "<graphml"), ("n.gexf", "<gexf"), ("n.json", "{")],
)
def test_the_ending_of_the_file_decides_the_format(build, tmp_path, name, begins):
    assert view(build, "Anne", "-o", str(tmp_path / name)).exit_code == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


def test_the_network_can_go_to_standard_output(build):
    result = view(build, "kkr nordvest", "--format", "json", "-o", "-")
    assert json.loads(result.stdout)["focus"] == COUNCIL
    assert json.loads(view(build, "--format", "json").stdout)["title"] == "Netværk af poster"


def test_a_date_keeps_what_was_valid_then(build):
    edges = json.loads(view(build, "--format", "json", "--date", "1. januar 2024").stdout)["edges"]
    assert [(edge["role"], edge["from"]) for edge in edges] == [("formand", "2022-02-01")]
    assert 'data-day="2024-01-01"' in view(build, "--date", "1/1 2024").stdout


def test_an_item_of_a_meeting_shows_its_decision(build):
    result = view(build, "--meeting", "24.10.2025", "--item", "3.9", "--format", "json")
    assert json.loads(result.stdout)["title"] == "Netværk for Punkt 3.9: Evaluering af samarbejdet"


def test_what_does_not_fit_is_told(build):
    result = view(build, "--forum", "KKR Nordvest", "--limit", "20", "--format", "svg")
    assert "28 navne er udeladt. Der vises højst 20 navne" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["Zzyzx"], "Der er intet i grafen"),
        (["--person", "Zzyzx"], "nogen person"),
        (["Anne", "--forum", "KKR Nordvest"], "én ting ad gangen"),
        (["--person", "Anne", "--forum", "KKR Nordvest"], "én ting ad gangen"),
        (["--item", "3.9"], "hører til et møde"),
        (["--meeting", "24.10.2025", "--item", "99"], "ingen beslutning under punkt 99"),
        (["Anne", "--date", "i går aftes"], "er ikke en dato"),
        (["Anne", "-o", "findes-ikke/n.html"], "findes ikke"),
    ],
    ids=["unknown", "no person", "two names", "two kinds", "item", "no item", "date", "folder"],
)
def test_wrong_use_is_one_danish_sentence(build, arguments, problem):
    result = view(build, *arguments)
    assert isinstance(result.exception, KkrGraphError)
    assert problem in str(result.exception)
    assert result.exception.hint


def test_a_name_that_fits_several_lists_them(build):
    result = view(build, "--person", "Agerskov")
    assert isinstance(result.exception, AmbiguousName)
    assert "Anne Agerskov (person)" in result.exception.candidates


def test_a_missing_graph_says_what_to_do(tmp_path):
    result = view(tmp_path, "Anne")
    assert "Der er ingen graf" in str(result.exception)


def test_nothing_is_written_when_something_is_wrong(build, tmp_path):
    file = tmp_path / "n.html"
    file.write_text("før", encoding="utf-8")
    view(build, "Zzyzx", "-o", str(file))
    assert file.read_text(encoding="utf-8") == "før"


def test_the_help_has_an_example_and_imports_nothing_heavy():
    code = (
        "import sys; from kkr_graph.cli.view import command;"
        "command.main(['--help'], standalone_mode=False);"
        "print([n for n in ('networkx', 'pyvis', 'pyoxigraph', 'rdflib', 'numpy', 'jinja2')"
        " if n in sys.modules])"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    ).stdout
    assert 'kkr-graph view "KKR Nordjylland" -o netvaerk.html' in told
    assert told.endswith("[]\n")


def test_an_ending_that_no_network_has_is_refused(build, tmp_path):
    file = tmp_path / "netværk.foo"
    result = view(build, "--forum", "KKR Nordvest", "-o", str(file))
    assert isinstance(result.exception, KkrGraphError)
    assert not file.exists()


def test_how_two_hang_together_is_told_with_its_sources(build, tmp_path):
    ends = ("--from", "anne agerskov", "--to", "Henrik Gæstesen")
    told = view(build, *ends, "--format", "txt").stdout
    assert "1. Anne Agerskov (A) – til stede – KKR Nordvest 24.10.2025" in told
    assert "»direktør Henrik Gæstesen deltog«" in told
    assert view(build, *ends, "-o", str(tmp_path / "vej.html")).exit_code == 0
    assert "Hvordan hænger Anne" in (tmp_path / "vej.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("--from", "Anne"), "hører sammen"),
        (("--from", "Anne", "--to", "Bo", "--forum", "KKR Nordvest"), "siger allerede"),
        (("--from", "Anne", "--to", "anne agerskov"), "den samme"),
        (("--from", "Anne", "--to", "Bo Birkemose", "--date", "1/1 2020"), "ingen vej"),
        (("Anne", "--format", "txt"), "kun en vej"),
    ],
    ids=["one end", "and a name", "same", "no path", "text of a network"],
)
def test_a_path_that_cannot_be_told_says_why(build, arguments, problem):
    error = view(build, *arguments).exception
    assert isinstance(error, KkrGraphError)
    assert problem in str(error)
