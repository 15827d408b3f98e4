"""Where nothing has changed nothing is done, and it is told; anything else is a build."""

import json
import shutil
import subprocess
import sys

import pytest
from click.testing import CliRunner

from kkr_graph.cli.build import command
from kkr_graph.config import Config
from kkr_graph.pipeline import build_graph
from kkr_graph.store.embedded import open_graph
from kkr_graph.store.search import open_index
from tests.pipeline.folder import AUGUST, LEDGER, OCTOBER, make


@pytest.fixture
def settled(tmp_path):
    """A build after which nobody is new."""
    config = Config(
        data=make(tmp_path / "data", {"a.txt": OCTOBER, "b.txt": AUGUST}), out=tmp_path / "build"
    )
    build_graph(config)
    build_graph(config)
    return config


def test_a_build_with_nothing_new_does_nothing_and_tells_the_same(settled):
    made = build_graph(settled, cached=False)
    build_graph(settled)
    before = {path: path.stat().st_mtime_ns for path in settled.out.rglob("*") if path.is_file()}
    again = build_graph(settled)
    assert not again.is_new
    assert again.to_json() == made.to_json()
    before.pop(settled.out / ".lock")
    assert before == {path: path.stat().st_mtime_ns for path in before}


_BUILD = """
import sys
from pathlib import Path
from kkr_graph.config import Config
from kkr_graph.pipeline import build_graph
build_graph(Config(data=Path(sys.argv[1]), out=Path(sys.argv[2])))
print("kkr_graph.minutes.reader" in sys.modules)
"""


def test_what_reads_documents_is_loaded_where_one_is_read(settled):
    command = (sys.executable, "-c", _BUILD, str(settled.data), str(settled.out))
    assert subprocess.check_output(command, text=True).strip() == "False"
    (settled.data / "minutes" / "c.txt").write_text(AUGUST + "\n", "utf-8")
    assert subprocess.check_output(command, text=True).strip() == "True"


def test_it_is_told_in_the_terminal(settled):
    arguments = ["--data", str(settled.data), "--out", str(settled.out)]
    told = CliRunner().invoke(command, arguments).output
    assert "Intet er ændret siden sidst" in told
    assert "Fund:" in told


@pytest.mark.parametrize(
    "change",
    [
        lambda config: (config.data / "minutes" / "b.txt").unlink(),
        lambda config: (config.data / "minutes" / "b.txt").rename(config.data / "minutes/c.txt"),
        lambda config: (config.data / "minutes" / "c.txt").write_text(AUGUST + "\n", "utf-8"),
        lambda config: config.ledger.write_text(LEDGER, encoding="utf-8"),
        lambda config: config.judgements.write_text(
            config.judgements.read_text(encoding="utf-8") + "\n", encoding="utf-8"
        ),
    ],
    ids=["taken out", "renamed", "added", "people", "judged"],
)
def test_whatever_changes_makes_a_build(settled, change):
    if not settled.judgements.exists():
        settled.judgements.write_text(
            "left,right,verdict,by,day,reason,score,pair\n", encoding="utf-8"
        )
        build_graph(settled)
        build_graph(settled)
    change(settled)
    assert build_graph(settled).is_new


def damaged(path):
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2] + b"?" + content[len(content) // 2 + 1 :])


@pytest.mark.parametrize(
    "damage",
    [
        lambda config: damaged(config.quads),
        lambda config: config.quads.unlink(),
        lambda config: damaged(config.report),
        lambda config: config.review.unlink(),
        lambda config: damaged(config.appearances),
        lambda config: shutil.rmtree(config.store),
        lambda config: (config.store / "CURRENT").write_text("0123\n", encoding="utf-8"),
        lambda config: config.search.write_bytes(b"no index"),
        lambda config: damaged(config.cache / "graph" / "last"),
    ],
    ids=[
        "graph",
        "no graph",
        "report",
        "no review",
        "appearances",
        "no store",
        "pointer",
        "index",
        "memory",
    ],
)
def test_what_is_damaged_is_built_again(settled, damage):
    written = (settled.quads, settled.report, settled.review, settled.appearances)
    whole = [path.read_bytes() for path in written]
    damage(settled)
    assert build_graph(settled).is_new
    assert whole == [path.read_bytes() for path in written]
    assert open_graph(settled.out).ask("ASK { ?s ?p ?o }")
    assert open_index(settled.out).find("Ditte")


def test_a_document_that_could_not_be_read_is_tried_again(settled):
    (settled.data / "minutes" / "c.pdf").write_bytes(b"%PDF-1.4 damaged")
    assert [report.is_new for report in (build_graph(settled), build_graph(settled))] == [True] * 2


def test_another_base_is_another_graph(settled):
    other = Config(data=settled.data, out=settled.out, base="https://example.org/")
    assert build_graph(other).is_new
    assert json.loads(other.report.read_text(encoding="utf-8"))["quads"] > 0
