"""A file is replaced whole, or stays."""

import os
from pathlib import Path

import pytest

from kkr_graph.files import replace_file, replacing, state_of


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> Path:
    file = tmp_path / "fil.csv"
    file.write_bytes(b"old")
    return file


def test_the_file_has_the_new_content_and_nothing_is_left_beside_it(file):
    before = state_of(file)
    replace_file(file, b"new")
    assert file.read_bytes() == b"new"
    assert list(file.parent.iterdir()) == [file]
    assert state_of(file) != before


@pytest.mark.skipif(os.name == "nt", reason="Windows replaces no file that is open")
def test_who_reads_it_reads_the_old_one_to_its_end(file):
    with file.open("rb") as reader:
        replace_file(file, b"new")
        assert reader.read() == b"old"


def test_what_breaks_off_leaves_the_old_one(file):
    def lines():
        yield b"ne"
        raise ValueError("midt i")

    with pytest.raises(ValueError, match="midt i"), replacing(file) as half:
        half.writelines(lines())
    assert file.read_bytes() == b"old"
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_who_may_read_it_stays_as_it_was_and_of_a_new_one_the_system_decides(file):
    file.chmod(0o640)
    replace_file(file, b"new")
    assert file.stat().st_mode & 0o777 == 0o640
    mask = os.umask(0o077)
    try:
        replace_file(file.with_name("ny.csv"), b"new")
    finally:
        os.umask(mask)
    assert file.with_name("ny.csv").stat().st_mode & 0o777 == 0o600


def test_a_reader_who_is_soon_done_stops_nobody(file, monkeypatch):
    """Windows refuses to replace a file that is open; nothing else here can do that."""
    refusals = [PermissionError(13, "Adgang nægtet")] * 2
    replace = Path.replace

    def refuse_twice(beside: Path, target: Path) -> Path:
        if refusals:
            raise refusals.pop()
        return replace(beside, target)

    monkeypatch.setattr("pathlib.Path.replace", refuse_twice)
    replace_file(file, b"new")
    assert file.read_bytes() == b"new"


def test_a_file_that_is_not_there_has_no_state(tmp_path):
    assert state_of(tmp_path / "fil.csv") is None
