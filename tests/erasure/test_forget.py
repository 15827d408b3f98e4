"""A person erased: no byte holds the name unless a document does. The people are made up."""

import json
import shutil

import pytest
from click.testing import CliRunner

from kkr_graph.cli import forget as forgetting
from kkr_graph.cli import person_data
from kkr_graph.config import Config
from kkr_graph.curation.ledger import read_ledger
from kkr_graph.curation.review import judge, list_pairs
from kkr_graph.erasure.forgetting import forget
from kkr_graph.erasure.person import find_person
from kkr_graph.erasure.traces import find_traces
from kkr_graph.errors import ConfigError, RegistryError
from kkr_graph.intake.staging import stage
from kkr_graph.model.identity import Verdict
from kkr_graph.pipeline import build_graph
from tests.factory import DAY
from tests.pipeline.folder import MINUTES, make

NAME, SLUG, OTHER = "Zelda Qvist", "zelda-qvist", "Zelda Nyrup Qvist"
BEFORE = MINUTES.format(day="25. august 2023", person="Erik Holt").replace("Ditte Bro", NAME)
AFTER = MINUTES.format(day="23. august 2024", person="Erik Holt").replace("Ditte Bro", OTHER)


@pytest.fixture(name="built", scope="module")
def _built(tmp_path_factory):
    """A built folder with everything that may name somebody."""
    folder = tmp_path_factory.mktemp("sletning")
    data = make(folder / "data", {"a.txt": BEFORE, "b.txt": AFTER})
    config = Config(data=data, out=folder / "build")
    build_graph(config)
    reason = f"{NAME} har skiftet navn"
    judge(config, list_pairs(config)[0].id, Verdict.POSITIVE, by="Ida", day=DAY, reason=reason)
    config.silenced.write_text(
        f"key,value,by,day,reason\nx 1,0a0b0c0d,Ea,2025-12-01,det er {NAME.lower()}\n"
        "y 2,0a0b0c0d,Ea,2025-12-01,en anden\n",
        encoding="utf-8",
    )
    config.body_names.write_text(
        f"name,body,by,day\nVækstlandsrådet,danmarks-erhvervsfremmebestyrelse,{NAME},2025-12-01\n",
        encoding="utf-8",
    )
    build_graph(config)
    removed = data / "removed" / "2025-12-01" / "minutes"
    removed.mkdir(parents=True)
    (removed / "gammel.txt").write_text(BEFORE + "\n", encoding="utf-8")
    (removed / "anden.txt").write_text(anonymous(BEFORE), encoding="utf-8")
    with (data / "minutes" / "a.txt").open("rb") as content:
        stage(config, "venter.txt", content)
    (config.out / "oversigt.csv").write_text(f"{NAME};A;Aalborg\n", encoding="utf-8")
    return config


@pytest.fixture(name="config")
def _config(built, tmp_path):
    for folder in ("data", "build"):
        shutil.copytree(built.data.parent / folder, tmp_path / folder)
    return Config(data=tmp_path / "data", out=tmp_path / "build")


def anonymous(text):
    return text.replace(OTHER, "Navn Slettet").replace(NAME, "Navn Slettet")


def redact(config, *names):
    for name in names:
        path = config.data / "minutes" / name
        path.write_text(anonymous(path.read_text("utf-8")), encoding="utf-8")


def holding(*folders):
    """The files whose bytes have the name, in any case, or the identity."""
    wanted = [form.encode(code) for form in (NAME.lower(), OTHER.lower(), SLUG, "zelda-nyrup-qvist")
              for code in ("utf-8", "utf-16-le")]  # fmt: skip
    return sorted(
        path.name
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file() and any(each in path.read_bytes().lower() for each in wanted)
    )


def run(command, config, *arguments):
    where = ["--data", str(config.data), "--out", str(config.out)]
    return CliRunner().invoke(command, [*arguments, *where])


def bytes_of(*folders):
    return {
        path: path.read_bytes()
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file() and path.name != ".lock"
    }


def test_when_no_document_names_somebody_no_byte_does(config):
    redact(config, "a.txt", "b.txt")
    assert len(holding(config.data, config.out)) > 8
    result = run(forgetting.command, config, NAME, "--yes")
    assert result.exit_code == 0, result.output
    assert "Slettet. Intet dokument, bygget fil eller linje i data/curation har navnet." in (
        result.stdout
    )
    assert holding(config.data, config.out) == []
    build_graph(config)
    assert holding(config.data, config.out) == []
    assert (config.data / "removed/2025-12-01/minutes/anden.txt").exists()
    assert "en anden" in config.silenced.read_text("utf-8")
    assert "Vækstlandsrådet,danmarks-erhvervsfremmebestyrelse,[slettet]," in (
        config.body_names.read_text("utf-8")
    )
    assert config.forgotten.read_text("utf-8").count("\n") == 3


def test_the_name_in_a_reason_about_others_is_left_out_and_the_judgement_stays(config):
    line = f'erik-holt,grete-lind,negative,Bo,2025-01-02,"ligner {NAME}, siger Bo",,\n'
    with config.judgements.open("a", encoding="utf-8") as file:
        file.write(line)
    redact(config, "a.txt", "b.txt")
    run(forgetting.command, config, NAME, "--yes")
    assert config.judgements.read_text("utf-8").splitlines()[1:] == [
        line.strip().replace(NAME, "[slettet]")
    ]


def test_while_a_document_names_somebody_the_graph_does_and_it_is_told_where(config):
    redact(config, "a.txt")
    document = (config.data / "minutes" / "b.txt").read_bytes()
    result = run(forgetting.command, config, NAME, "--yes")
    assert "minutes/b.txt, linje 8: »Zelda Nyrup Qvist (A) Aalborg Kommune«" in result.stdout
    assert "erstat navnet" in result.stdout
    assert (config.data / "minutes" / "b.txt").read_bytes() == document
    assert [each.slug for each in read_ledger(config.ledger) if "zelda" in each.slug] == [
        "zelda-nyrup-qvist"
    ]
    assert "oversigt.csv" not in holding(config.out)
    again = run(forgetting.command, config, "zelda-nyrup-qvist")
    assert "Intet er slettet endnu." in again.stdout


def test_an_erased_identity_is_given_to_nobody_again(config):
    redact(config, "a.txt", "b.txt")
    forget(config, find_person(config, NAME), day=DAY)
    (config.data / "minutes" / "c.txt").write_text(BEFORE.replace("2023", "2025"), encoding="utf-8")
    build_graph(config)
    assert [each.slug for each in read_ledger(config.ledger) if each.name == NAME] == [f"{SLUG}-2"]
    assert SLUG.encode() not in config.forgotten.read_bytes()


JOURNAL = "batch,day,act,document,sha256,kept\r\n"
OTHERS = (
    "1,2025-11-01,added,minutes/a.txt,ab12,\r\n"
    '2,2025-11-02,removed,"minutes/møde, nr. 2.txt",ab13,removed/2025-11-02/minutes/2.txt\r\n'
    "3,2025-11-03,added,minutes/zelda qvistgaard.txt,ab14,\r\n"
)


@pytest.mark.parametrize(
    "named",
    ["Zelda Qvist.txt", "afsked_zelda_qvist.txt", "ZeldaQvist.2.docx", "zelda-nyrup-qvist.pdf"],
)
def test_the_journal_of_additions_keeps_what_was_done_and_no_name_of_a_file(config, named):
    redact(config, "a.txt", "b.txt")
    journal = config.data / "intake.csv"
    kept = f"removed/2025-12-01/minutes/{named}"
    line = f"4,2025-12-01,removed,minutes/{named},ab15,{kept}\r\n"
    journal.write_bytes(f"{JOURNAL}{OTHERS}{line}".encode())
    (config.data / kept).write_text("et andet referat", encoding="utf-8")
    told = run(forgetting.command, config, NAME).stdout
    assert f"2025-12-01, removed, minutes/{named}" in told
    result = run(forgetting.command, config, NAME, "--yes")
    assert "Slettet. Intet dokument" in result.stdout
    suffix = named[named.rindex(".") :]
    left = f"minutes/[slettet]{suffix},ab15,removed/2025-12-01/minutes/[slettet]{suffix}\r\n"
    assert journal.read_bytes().decode() == f"{JOURNAL}{OTHERS}4,2025-12-01,removed,{left}"
    assert not (config.data / kept).exists()


def test_a_document_that_is_called_after_somebody_is_told_and_its_line_stays(config):
    redact(config, "a.txt", "b.txt")
    path = config.data / "minutes" / "zelda_qvist.txt"
    (config.data / "minutes" / "a.txt").rename(path)
    journal = config.data / "intake.csv"
    journal.write_text(
        "batch,day,act,document,sha256,kept\n1,2025-11-01,added,minutes/zelda_qvist.txt,ab12,\n",
        encoding="utf-8",
    )
    before = journal.read_bytes()
    result = run(forgetting.command, config, NAME, "--yes")
    assert "minutes/zelda_qvist.txt, filens eget navn: »zelda_qvist.txt«" in result.stdout
    assert "giv filen et andet" in result.stdout
    assert journal.read_bytes() == before


def test_without_yes_it_is_only_told_what_would_go(config):
    before = bytes_of(config.data, config.out)
    result = run(forgetting.command, config, NAME)
    for told in (
        "Zelda Qvist. Intet er slettet endnu.",
        "minutes/a.txt, linje 8: »Zelda Qvist (A) Aalborg Kommune«",
        "zelda-qvist, Zelda Qvist",
        "har skiftet navn",
        "removed/2025-12-01/minutes/gammel.txt",
        "venter.txt",
        "oversigt.csv",
    ):
        assert told in result.stdout
    assert "anden.txt" not in result.stdout
    assert bytes_of(config.data, config.out) == before


def test_when_the_build_fails_nothing_is_gone(config):
    redact(config, "a.txt", "b.txt")
    person = find_person(config, NAME)
    registry = config.data / "registry"
    registry.mkdir()
    (registry / "parties.csv").write_text("noget andet\n", encoding="utf-8")
    before = bytes_of(config.data, config.out)
    with pytest.raises(RegistryError):
        forget(config, person, day=DAY)
    assert bytes_of(config.data, config.out) == before


def test_all_that_is_held_of_somebody_is_told_with_sources(config):
    text = run(person_data.command, config, NAME).stdout
    for told in (
        "identitet: zelda-nyrup-qvist, zelda-qvist",
        "også skrevet: Zelda Nyrup Qvist",
        "Kommune: Aalborg",
        "a.txt",
        "Zelda Qvist har skiftet navn",
        "minutes/b.txt, linje 8",
    ):
        assert told in text
    told = json.loads(run(person_data.command, config, NAME, "--format", "json").stdout)
    assert told["identities"] == ["zelda-nyrup-qvist", "zelda-qvist"]
    assert told["files"]["documents"][0] == {
        "document": "minutes/a.txt",
        "line": 8,
        "quote": "Zelda Qvist (A) Aalborg Kommune",
    }
    assert all("zelda" in line.casefold() for line in told["statements"])
    assert len(told["statements"]) > 10


def test_of_two_with_one_name_the_identity_says_which(config):
    ledger = config.ledger.read_text("utf-8")
    config.ledger.write_text(f"{ledger}{SLUG}-2,{NAME},Thisted,V,,,,\n", encoding="utf-8")
    result = run(person_data.command, config, NAME)
    assert isinstance(result.exception, ConfigError)
    assert "2 personer hedder Zelda Qvist: zelda-qvist, zelda-qvist-2" in str(result.exception)
    assert f"samme navn har også: {SLUG}-2" in run(person_data.command, config, SLUG).stdout


def test_part_of_a_name_is_nobody(config):
    before = bytes_of(config.data, config.out)
    error = run(forgetting.command, config, "Qvist", "--yes").exception
    assert "ingen hedder netop Qvist; måske menes Zelda Nyrup Qvist, Zelda Qvist" in str(error)
    assert bytes_of(config.data, config.out) == before


def test_what_a_build_leaves_is_known_to_be_made_by_it(config):
    assert find_traces(config, find_person(config, NAME)).outputs == ("oversigt.csv",)


@pytest.mark.parametrize("name", ["Ukendt Person", "Ukendt", " "])
def test_nobody_is_told_as_such(config, name):
    assert isinstance(run(forgetting.command, config, name).exception, ConfigError)
