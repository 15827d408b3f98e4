"""A file is written whole, or what stood there stays."""

import pytest

from kkr_graph.cli.destination import write_whole
from kkr_graph.errors import ConfigError


def test_the_file_is_replaced_and_nothing_is_left_beside_it(tmp_path):
    file = tmp_path / "øversigt.csv"
    file.write_bytes(b"old")
    write_whole(b"new", str(file))
    assert file.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [file]


def test_a_hyphen_is_the_standard_output(capsysbinary):
    write_whole(b"\x00\xff", "-")
    assert capsysbinary.readouterr().out == b"\x00\xff"


def test_a_folder_that_does_not_exist_is_named(tmp_path):
    with pytest.raises(ConfigError, match="findes ikke") as caught:
        write_whole(b"", str(tmp_path / "ingen" / "fil.csv"))
    assert "Opret den" in caught.value.hint


def test_what_cannot_be_replaced_stays(tmp_path):
    folder = tmp_path / "fil.csv"
    folder.mkdir()
    with pytest.raises(ConfigError, match="kan ikke skrives"):
        write_whole(b"x", str(folder))
    assert list(tmp_path.iterdir()) == [folder]


def test_a_file_that_is_held_says_to_close_it(tmp_path, monkeypatch):
    """Windows refuses to replace a file that Excel has open; nothing else here can do that."""

    def refuse(*_):
        raise PermissionError(13, "Adgang nægtet")

    monkeypatch.setattr("pathlib.Path.replace", refuse)
    with pytest.raises(ConfigError) as caught:
        write_whole(b"x", str(tmp_path / "fil.xlsx"))
    assert caught.value.hint.startswith("Luk filen i Excel og prøv igen")
    assert list(tmp_path.iterdir()) == []
