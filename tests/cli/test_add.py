"""``kkr-graph add`` and ``kkr-graph remove`` as they are called."""

import shutil

import pytest
from click.testing import CliRunner

from kkr_graph.cli.add import command as add
from kkr_graph.cli.remove import command as remove
from kkr_graph.config import Config
from kkr_graph.errors import ConfigError
from tests.intake.test_builder import DECEMBER, LIST
from tests.pipeline.folder import OCTOBER


@pytest.fixture
def config(two_minutes, tmp_path):
    shutil.copytree(two_minutes, tmp_path, dirs_exist_ok=True)
    return Config(data=tmp_path / "data", out=tmp_path / "build")


def run(config, command, *arguments, typed=None):
    folders = ["--data", str(config.data), "--out", str(config.out)]
    told = CliRunner().invoke(command, [*map(str, arguments), *folders], input=typed)
    if told.exception is not None and not isinstance(told.exception, SystemExit):
        raise told.exception
    return told


def written(tmp_path, name, content=DECEMBER):
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_what_was_found_is_shown_and_confirmed(config, tmp_path):
    told = run(config, add, written(tmp_path, "c.txt"), typed="j\n")
    assert "c.txt  (referat, KKR Nordjylland, 12.12.2025)" in told.stdout
    assert "3 deltagere · 2 punkter · 1 post" in told.stdout
    assert "3 personer, heraf 1 nyt navn: Åse Ny" in told.stdout
    assert "2  Udpegning  (udpeget)" in told.stdout
    assert "Skal det indlæses? (j/n)" in told.stdout
    assert "Personer: 4, heraf 1 nye" in told.stdout
    assert (config.data / "minutes" / "c.txt").is_file()
    assert b"https://data.example.org/kkr/id/person/aase-ny" in config.quads.read_bytes()
    assert b"w3id.org/kkr/id" not in config.quads.read_bytes()


def test_the_graph_s_folder_is_called_as_where_it_is_asked(config):
    folders = ["--data", str(config.data), "--graph", str(config.out)]
    told = CliRunner().invoke(add, ["--list", *folders])
    assert told.exit_code == 0


@pytest.mark.parametrize("typed", ["n\n", "\n", "nej\n"])
def test_without_a_yes_nothing_happens(config, tmp_path, typed):
    before = config.quads.read_bytes()
    told = run(config, add, written(tmp_path, "c.txt"), typed=typed)
    assert "Intet er indlæst." in told.stderr
    assert config.quads.read_bytes() == before
    assert sorted(path.name for path in (config.data / "minutes").iterdir()) == ["a.txt", "b.txt"]


def test_several_at_once_and_one_that_cannot_be_read(config, tmp_path):
    files = (
        written(tmp_path, "c.txt"),
        written(tmp_path, "liste.txt", LIST),
        written(tmp_path, "d.docx", b"PK\x03\x04"),
        written(tmp_path, "kopi.txt", OCTOBER),
    )
    told = run(config, add, *files, "--yes")
    assert told.exit_code == 1
    assert "IKKE LÆST" in told.stdout
    assert "SPRUNGET OVER  kopi.txt er allerede indlæst som minutes/a.txt." in told.stdout
    assert (config.data / "appointments" / "liste.txt").is_file()
    assert not (config.data / "minutes" / "d.docx").exists()


def test_it_is_listed_and_undone(config, tmp_path):
    before = config.quads.read_bytes(), config.ledger.read_bytes()
    assert "Intet er indlæst med kkr-graph add" in run(config, add, "--list").stderr
    run(config, add, written(tmp_path, "c.txt"), "--yes")
    assert run(config, add, "--list").stdout.endswith("  minutes/c.txt\n")
    told = run(config, add, "--undo")
    assert "Taget ud: minutes/c.txt (ligger nu i" in told.stdout
    assert (config.quads.read_bytes(), config.ledger.read_bytes()) == before


def test_a_name_that_is_taken_is_a_question(config, tmp_path):
    path = written(tmp_path, "a.txt")
    with pytest.raises(ConfigError, match=r"hedder a\.txt") as told:
        run(config, add, path, "--yes")
    assert "a-2.txt" in told.value.hint
    assert "Lægges i minutes/a-2.txt" in run(config, add, path, typed="n\n").stdout
    run(config, add, path, "--yes", "--name", "december")
    assert (config.data / "minutes" / "december").read_text(encoding="utf-8") == DECEMBER


def test_a_corrected_version_replaces(config, tmp_path):
    path = written(tmp_path, "a.txt", OCTOBER.replace("Grete Lind", "Grete Lindt"))
    assert "minutes/a.txt er der også; --replace" in run(config, add, path, typed="n\n").stdout
    told = run(config, add, path, "--yes", "--replace")
    assert "minutes/a.txt bliver erstattet" in told.stdout
    assert "Dokumenter: 2" in told.stdout
    assert "Lindt" in (config.data / "minutes" / "a.txt").read_text(encoding="utf-8")


def test_documents_are_taken_out(config):
    told = run(config, remove, config.data / "minutes" / "b.txt")
    assert "Taget ud: minutes/b.txt" in told.stdout
    assert "Dokumenter: 1" in told.stdout


def test_samples_are_taken_out_when_others_are_there(config):
    samples = config.data / "samples.csv"
    samples.write_text("document\nminutes/a.txt\n", encoding="utf-8")
    assert "Taget ud: minutes/a.txt" in run(config, remove, "--samples").stdout
    with pytest.raises(ConfigError, match="ingen eksempler"):
        run(config, remove, "--samples")


@pytest.mark.parametrize("arguments", [(), ("x", "--undo"), ("--list", "--undo")])
def test_one_thing_at_a_time(config, arguments):
    assert run(config, add, *arguments).exit_code == 2
    assert run(config, remove).exit_code == 2
