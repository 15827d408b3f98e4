"""Help and mistakes are told in Danish, also where click says them by itself."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from kkr_graph.cli import VERBS, group
from kkr_graph.cli.constitution import command as constitution

PATHS = [(), *((verb,) for verb in VERBS), *(("constitution", verb) for verb in constitution.verbs)]
DATA = Path(__file__).parents[2] / "data"
ENGLISH = re.compile(
    r"Usage|Options|Commands|Show |Error|default|required|\[OPTIONS\]|INTEGER|TEXT|PATH\b|DIRECTORY|FILE|QUESTION|FLOAT|RANGE"
)


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_help_is_danish(path):
    told = CliRunner().invoke(group, [*path, "--help"])
    assert told.exit_code == 0
    assert told.output.startswith("Brug: ")
    assert "Vis denne hjælp." in told.output
    assert not ENGLISH.search(told.output)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["serve", "--port", "abc"], "»abc« er ikke et heltal."),
        (["serve", "--port", "99999999"], "99999999 ligger uden for 1<=x<=65535."),
        (["frob"], "Der er ikke nogen kommando, der hedder frob."),
        (["check", "--frob"], "Der er ikke noget tilvalg, der hedder --frob."),
        (["build", "--data"], "--data skal have en værdi."),
        (["build", "x", "y"], "Der er ikke brug for: x y"),
        (["read"], "Der mangler 'FIL'."),
        (["check", "--format", "xml"], "»xml« er ikke en af 'table', 'csv', 'json'."),
    ],
    ids=["number", "range", "command", "option", "value", "extra", "missing", "choice"],
)
def test_a_mistake_is_told_in_danish(typed, told):
    result = CliRunner().invoke(group, typed)
    assert result.exit_code == 2
    assert told in result.stderr
    assert not ENGLISH.search(result.stderr)


def test_whoever_sends_an_answer_on_is_told_that_it_is_json(tmp_path):
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "kkr_graph", "read", "x.txt"]
    (tmp_path / "x.txt").write_text("KKR Nordjylland\n", encoding="utf-8")
    result = subprocess.run(
        [*command, "--data", str(DATA)],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=theirs,
        check=True,
    )
    os.close(theirs)
    assert result.stdout.startswith(b"{")
    assert "Svaret er JSON, fordi det sendes videre" in os.read(ours, 1000).decode()
    os.close(ours)
