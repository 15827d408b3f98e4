"""The command line as a whole: its verbs, its exit codes, and what it may import."""

import shutil
import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from kkr_graph.cli import VERBS, group

ROOT = Path(__file__).parents[1]
HEAVY = (
    "SPARQLWrapper",
    "dateutil",
    "icalendar",
    "jinja2",
    "networkx",
    "numpy",
    "openpyxl",
    "oxrdflib",
    "pyoxigraph",
    "pypdfium2",
    "pyshacl",
    "pyvis",
    "rapidfuzz",
    "rdflib",
    "rich",
    "scipy",
    "starlette",
    "uvicorn",
    "xlsxwriter",
)
_PRINT_HEAVY = f"import sys; print([name for name in {HEAVY!r} if name in sys.modules])"


def module_of(verb: str) -> str:
    return f"kkr_graph.cli.{verb.replace('-', '_')}"


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_a_module_with_a_command(verb: str) -> None:
    command = import_module(module_of(verb)).command
    assert isinstance(command, click.Command)
    assert command.name == verb


def test_the_help_lists_every_verb() -> None:
    told = CliRunner().invoke(group, ["--help"])
    assert told.exit_code == 0
    assert all(f"\n  {verb} " in told.output for verb in VERBS)
    assert all(line in " ".join(told.output.split()) for line in VERBS.values())


@pytest.mark.parametrize("verb", [None, *VERBS])
def test_help_and_options_load_no_heavy_library(verb: str | None) -> None:
    """Help must come at once, so each library is imported where it is used."""
    modules = ["kkr_graph.cli", *([module_of(verb)] if verb else [])]
    code = f"import {', '.join(modules)}; {_PRINT_HEAVY}"
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    assert told.stdout.strip() == "[]"


def test_heavy_libraries_are_installed() -> None:
    """A library that is no longer used would make the test above say nothing."""
    assert [name for name in HEAVY if find_spec(name) is None] == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["frobnicate"], "frobnicate", id="unknown-verb"),
        pytest.param(["build", "--frobnicate"], "--frobnicate", id="unknown-option"),
        pytest.param(["read", "findes-ikke.txt"], "findes-ikke.txt", id="missing-document"),
        pytest.param(["build", "--data", "findes-ikke"], "findes-ikke", id="missing-data"),
        pytest.param(["ask", "chairs", "--graph", "findes-ikke"], "findes-ikke", id="no-graph"),
        pytest.param(["query", "findes-ikke.rq"], "findes-ikke.rq", id="missing-query"),
        pytest.param(["view", "-o", "x.html", "--graph", "findes-ikke"], "findes-ikke", id="view"),
        pytest.param(["check", "--graph", "findes-ikke"], "findes-ikke", id="check"),
    ],
)
def test_wrong_use_and_missing_files_exit_2(
    tmp_path: Path, arguments: list[str], told: str
) -> None:
    result = _kkr_graph(tmp_path, *arguments)
    assert result.returncode == 2
    assert told in result.stderr
    assert result.stdout == ""
    assert list(tmp_path.iterdir()) == []


def test_data_without_a_ledger_exits_2_and_builds_nothing(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data/minutes", tmp_path / "data/minutes")
    result = _kkr_graph(tmp_path, "build")
    assert result.returncode == 2
    assert "identities.csv" in result.stderr
    assert not (tmp_path / "build").exists()


def test_a_document_that_cannot_be_read_exits_1(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data/curation", tmp_path / "data/curation")
    (tmp_path / "data/minutes").mkdir()
    (tmp_path / "data/minutes/tomt.txt").write_bytes(b"")
    result = _kkr_graph(tmp_path, "build")
    assert result.returncode == 1
    assert "tomt.txt" in result.stdout
    assert not (tmp_path / "build" / "graph.nq").exists()


def test_a_defect_exits_3_in_one_sentence(tmp_path: Path) -> None:
    broken = "import click\n@click.command()\ndef command(): raise ZeroDivisionError('nul')\n"
    (tmp_path / "broken.py").write_text(broken, encoding="utf-8")
    code = (
        "import sys, broken, kkr_graph.cli as cli; sys.modules['kkr_graph.cli.broken'] = broken; "
        "cli.group.verbs = {'broken': ''}; sys.argv = ['kkr-graph', 'broken']; cli.main()"
    )
    result = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 3
    assert "ZeroDivisionError: nul" in result.stderr
    assert "Traceback" not in result.stderr


def _kkr_graph(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kkr_graph", *arguments],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
