"""Two builds into one folder: the second is told so, and a lock does not outlive its holder."""

import subprocess
import sys

import pytest

from kkr_graph.config import Config
from kkr_graph.errors import StoreError
from kkr_graph.lock import only_build
from kkr_graph.pipeline import build_graph
from tests.pipeline.folder import OCTOBER, make

HOLDING = """
import os, sys
from pathlib import Path
from kkr_graph.lock import only_build
with only_build(Path(sys.argv[1])):
    print(os.getpid(), flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path):
    """Another process that holds the folder."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(tmp_path / "build")],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stdout.readline().strip() == str(process.pid)
        yield process
        process.kill()


def test_a_second_build_is_told_who_builds_and_changes_nothing(tmp_path, holder):
    config = Config(data=make(tmp_path / "data", {"a.txt": OCTOBER}), out=tmp_path / "build")
    with pytest.raises(StoreError, match=rf"en anden bygning er i gang .*proces {holder.pid}"):
        build_graph(config)
    assert [path.name for path in config.out.iterdir()] == [".lock"]


def test_a_holder_that_was_killed_holds_nothing(tmp_path, holder):
    holder.kill()
    holder.wait()
    with only_build(tmp_path / "build"):
        pass


def test_a_folder_can_be_held_again_when_the_first_is_done(tmp_path):
    for _ in range(2):
        with only_build(tmp_path), pytest.raises(StoreError, match="i gang"), only_build(tmp_path):
            pass
