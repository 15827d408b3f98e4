"""Documents added and taken back, together with the build."""

import csv
import json
import shutil
from datetime import date
from io import BytesIO

import pytest

from kkr_graph.apart import Process
from kkr_graph.builder import change_documents, read_addition
from kkr_graph.config import Config
from kkr_graph.curation.ledger import read_ledger
from kkr_graph.errors import ConfigError, KkrGraphError, SourceError, StoreError
from kkr_graph.intake.change import Addition, Change, NameTaken, free_document_name, undoing
from kkr_graph.intake.child import Builder, pack_change
from kkr_graph.intake.journal import COLUMNS, read_journal, standing
from kkr_graph.intake.preview import preview
from kkr_graph.intake.samples import sample_documents
from kkr_graph.intake.staging import discard, find_staged, list_staged, stage
from kkr_graph.lock import only_build
from kkr_graph.pipeline import build_graph
from tests.pipeline.folder import OCTOBER

DAY = date(2026, 3, 2)
DECEMBER = OCTOBER.replace("24. oktober", "12. december").replace("Grete Lind", "Åse Ny")
LIST = """Udpegninger, KKR Nordjylland, pr. 1. januar 2026

Danmarks Erhvervsfremmebestyrelse
Medlem: Erik Holt (V), Thisted
Stedfortræder: Vakant
"""


@pytest.fixture
def config(two_minutes, tmp_path):
    """A folder with two documents and their graph."""
    shutil.copytree(two_minutes, tmp_path, dirs_exist_ok=True)
    return Config(data=tmp_path / "data", out=tmp_path / "build")


def put(config, name, content=DECEMBER, *, document=None):
    """The addition of a file, as it comes from a preview."""
    raw = content if isinstance(content, bytes) else content.encode()
    staged = stage(config, name, BytesIO(raw))
    return Addition(
        source=staged.path, sha256=staged.sha256, document=document or f"minutes/{staged.name}"
    )


def change(config, *additions, **more):
    return change_documents(config, Change(additions=additions, **more), day=DAY)


def state(config):
    """Every byte that an undoing must bring back."""
    kept = [path for path in config.data.rglob("*") if path.is_file()]
    documents = {
        path.relative_to(config.data).as_posix(): path.read_bytes()
        for path in kept
        if path.name != "intake.csv" and "removed" not in path.parts
    }
    return documents, config.quads.read_bytes(), config.review.read_bytes()


# --- adding ---------------------------------------------------------------------------------


def test_a_document_is_put_in_and_the_graph_is_built(config):
    report = change(config, put(config, "../Møde.txt"))
    assert (config.data / "minutes" / "Møde.txt").read_text(encoding="utf-8") == DECEMBER
    assert b"aase-ny" in config.quads.read_bytes()
    assert report.new_people == ("Åse Ny",)
    rows = list(csv.reader((config.data / "intake.csv").read_text(encoding="utf-8").splitlines()))
    assert rows[0] == list(COLUMNS)
    assert rows[1][:4] == ["1", "2026-03-02", "added", "minutes/Møde.txt"]


def test_undoing_gives_back_every_byte(config):
    before = state(config)
    change(config, put(config, "c.txt"))
    assert state(config) != before
    change_documents(config, undoing(config), day=DAY)
    assert state(config) == before
    kept = config.data / "removed" / "2026-03-02" / "minutes" / "c.txt"
    assert kept.read_text(encoding="utf-8") == DECEMBER


def test_what_was_added_together_is_taken_back_together_and_one_by_one(config):
    """Whoever both of two documents name goes with the last of them, in whatever order."""
    before = state(config)
    november = DECEMBER.replace("12. december", "14. november")
    change(config, put(config, "c.txt"), put(config, "d.txt", november))
    for name in ("minutes/c.txt", "minutes/d.txt"):
        assert "aase-ny" in {entry.slug for entry in read_ledger(config.ledger)}
        change_documents(config, Change(removals=(name,)), day=DAY)
    assert state(config) == before
    assert standing(config, read_journal(config)) == ()


def test_an_earlier_addition_is_taken_back_and_a_later_one_stays(config):
    change(config, put(config, "c.txt"))
    later = DECEMBER.replace("12. december", "14. november").replace("Åse Ny", "Bo Sen")
    change(config, put(config, "d.txt", later))
    change_documents(config, undoing(config, 1), day=DAY)
    names = {entry.slug for entry in read_ledger(config.ledger)}
    assert "bo-sen" in names
    assert "aase-ny" not in names
    assert [entry.document for entry in standing(config, read_journal(config))] == ["minutes/d.txt"]


def test_there_is_nothing_to_undo_twice(config):
    change(config, put(config, "c.txt"))
    change_documents(config, undoing(config), day=DAY)
    with pytest.raises(ConfigError, match="ingen indlæsning at fortryde"):
        undoing(config)


def test_a_document_that_was_changed_by_hand_since_is_not_taken_back(config):
    change(config, put(config, "c.txt"))
    (config.data / "minutes" / "c.txt").write_text(DECEMBER + "\nEt punkt til.\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="ingen indlæsning at fortryde"):
        undoing(config)


def test_a_corrected_version_replaces_and_comes_back(config):
    before = state(config)
    corrected = OCTOBER.replace("Grete Lind", "Grete Lindt")
    change(config, put(config, "a.txt", corrected), removals=("minutes/a.txt",))
    assert (config.data / "minutes" / "a.txt").read_text(encoding="utf-8") == corrected
    assert b"Lindt" in config.quads.read_bytes()
    change_documents(config, undoing(config), day=DAY)
    assert state(config) == before


# --- what is refused leaves everything as it was --------------------------------------------


def refused(config, kind, *additions, **more):
    before, journal = state(config), config.data / "intake.csv"
    with pytest.raises(kind) as told:
        change(config, *additions, **more)
    assert state(config) == before
    assert not journal.exists()
    assert not (config.data / "removed").exists()
    assert told.value.hint
    return told.value


def test_no_document_is_written_over(config):
    error = refused(config, NameTaken, put(config, "A.TXT"))
    assert "allerede et andet dokument, der hedder minutes/A.TXT" in str(error)
    assert error.free == "A-2.TXT"
    assert free_document_name(config, "minutes/A.TXT") == "minutes/A-2.TXT"


def test_the_same_content_is_there_already(config):
    error = refused(config, ConfigError, put(config, "x.txt", OCTOBER))
    assert "samme indhold som minutes/a.txt" in str(error)


def test_two_copies_at_once_are_one_too_many(config):
    refused(config, ConfigError, put(config, "x.txt"), put(config, "y.txt"))


def test_one_that_cannot_be_read_takes_the_others_back(config):
    broken = put(config, "x.docx", b"PK\x03\x04 no archive")
    error = refused(config, SourceError, put(config, "c.txt"), broken)
    assert "x.docx" in str(error)


def test_a_file_that_changed_since_it_was_seen_is_refused(config):
    addition = put(config, "c.txt")
    addition.source.write_text("other", encoding="utf-8")
    assert "ændret" in str(refused(config, ConfigError, addition))


def test_a_document_that_is_gone_is_told(config):
    refused(config, ConfigError, removals=("minutes/nothing.txt",))


def test_the_last_document_stays(config):
    error = refused(config, ConfigError, removals=("minutes/a.txt", "minutes/b.txt"))
    assert "ingen dokumenter tilbage" in str(error)


def test_a_build_that_fails_takes_the_document_back(config):
    addition = put(config, "c.txt")
    judgements = config.data / "curation" / "judgements.csv"
    judgements.write_text("nonsense\n", encoding="utf-8")
    refused(config, KkrGraphError, addition)
    judgements.unlink()
    assert change(config, addition).new_people == ("Åse Ny",)


def test_a_build_that_fails_after_the_ledger_was_written_takes_that_back_too(config):
    addition = put(config, "c.txt")
    config.search.unlink()
    config.search.mkdir()  # the last thing that is written
    (config.search / "in-the-way").touch()
    before, people = config.quads.read_bytes(), config.ledger.read_bytes()
    with pytest.raises(KkrGraphError):
        change(config, addition)
    assert config.ledger.read_bytes() == people
    assert config.quads.read_bytes() == before
    assert not (config.data / "minutes" / "c.txt").exists()


def test_one_at_a_time(config):
    addition = put(config, "c.txt")
    with only_build(config.out), pytest.raises(StoreError, match="en anden bygning er i gang"):
        change(config, addition)
    assert not (config.data / "minutes" / "c.txt").exists()


# --- what waits -----------------------------------------------------------------------------


def test_a_file_waits_until_it_is_discarded(config):
    staged = stage(config, "../../../x.txt", BytesIO(b"abc"))
    again = stage(config, "x.txt", BytesIO(b"abc"))
    assert staged == again
    assert staged.path.is_relative_to(config.out / "intake")
    assert list_staged(config) == (staged,)
    assert find_staged(config, staged.id) == staged
    discard(staged)
    assert list_staged(config) == ()
    with pytest.raises(ConfigError, match="venter ikke længere"):
        find_staged(config, staged.id)


@pytest.mark.parametrize("staged_id", ["", "..", "../../data", "0" * 16, "a/b", ".new-x"])
def test_nothing_else_can_be_asked_for(config, staged_id):
    stage(config, "x.txt", BytesIO(b"abc"))
    with pytest.raises(ConfigError):
        find_staged(config, staged_id)


def test_what_waits_is_no_document(config):
    before = config.quads.read_bytes()
    stage(config, "x.txt", BytesIO(DECEMBER.encode()))
    assert len(change(config).documents) == 2
    assert config.quads.read_bytes() == before


# --- the preview ----------------------------------------------------------------------------


POSTS = """Forum;Navn;Parti;Kommune;Rolle;Fra;Til
Østforum;Erik Holt;V;Thisted;Formand;01-01-2026;31-12-2029
"""


def seen(config, name, content):
    staged = stage(config, name, BytesIO(content.encode()))
    return preview(config, staged.name, read_addition(config, staged.path))


def test_a_preview_tells_what_was_found_and_what_is_new(config):
    told = seen(config, "c.txt", DECEMBER)
    assert (told.kind, told.body, told.date) == ("minutes", "KKR Nordjylland", date(2025, 12, 12))
    assert told.document == "minutes/c.txt"
    assert [(each.name, each.known) for each in told.people] == [
        ("Ditte Bro", True), ("Erik Holt", True), ("Åse Ny", False),
    ]  # fmt: skip
    assert told.newcomers == ("Åse Ny",)
    erik = told.people[1]
    assert (erik.party, erik.municipality) == ("V", "Thisted")
    assert erik.does == (
        "til stede", "medlem i Danmarks Erhvervsfremmebestyrelse (udpeget)",
    )  # fmt: skip
    assert "udpegede" in erik.quotes[0]  # and not the list of who was there, which is the second
    assert [item.number for item in told.items] == ["1", "2"]
    assert told.counts["attendance"] == 3
    assert not told.same_content
    assert not told.same_meeting


def test_a_preview_of_a_list_tells_from_when_to_when_somebody_has_a_post(config):
    told = seen(config, "liste.csv", POSTS)
    assert [each.does for each in told.people] == [
        ("formand i Østforum (har posten) fra 01.01.2026 til 31.12.2029",)
    ]


def test_a_preview_tells_what_is_there_already(config):
    assert seen(config, "kopi.txt", OCTOBER).same_content == "minutes/a.txt"
    corrected = seen(config, "a.txt", OCTOBER.replace("Grete Lind", "Grete Lindt"))
    assert not corrected.same_content
    assert corrected.same_meeting == ("minutes/a.txt",)
    assert corrected.renamed
    assert corrected.document == "minutes/a-2.txt"


def test_a_preview_tells_what_is_doubtful_with_its_words(config):
    told = seen(config, "x.txt", "Hej.\n\nDeltagere\n\nNogen med et ukendt ord zyx (Q9)\n")
    messages = " ".join(doubt.message for doubt in told.doubts)
    assert "hvis møde" in messages
    assert "hvilken dag" in messages
    assert told.unread == sum(len(each.quote) for each in told.unclaimed)


def test_a_list_goes_among_the_lists(config):
    told = seen(config, "liste.txt", LIST)
    assert told.kind == "appointment_list"
    assert told.document == "appointments/liste.txt"
    assert [(each.forum, each.members, each.vacant) for each in told.forums] == [
        ("Danmarks Erhvervsfremmebestyrelse", 1, ("stedfortræder",))
    ]


# --- the process ----------------------------------------------------------------------------


def test_the_web_reads_and_builds_in_another_process(config):
    builder, steps = Builder(config), []
    addition = put(config, "c.txt")
    try:
        reading = builder.read(addition.source)
        assert reading == read_addition(config, addition.source)
        with pytest.raises(SourceError, match="tom"):
            builder.read(put(config, "tom.txt", b"").source)
        report = builder.change(
            Change(additions=(addition,)), day=DAY, tell=lambda *step: steps.append(step)
        )
    finally:
        builder.stop()
    assert report["people"]["new"] == ["Åse Ny"]
    assert ("Læser dokumenter", 3, 3) in steps
    assert config.report.is_file()
    with pytest.raises(NameTaken) as told:
        builder.change(Change(additions=(put(config, "c.txt", LIST),)), day=DAY, tell=print)
    assert told.value.free == "c-2.txt"


def test_a_build_that_is_killed_leaves_what_the_next_build_and_an_undoing_mend(config):
    """The document and its line in the journal are there; the graph is whole, and most often the old one."""
    before = state(config)
    addition = put(config, "c.txt")
    process = Process("kkr_graph.builder")
    head = {
        "do": "change", "day": DAY.isoformat(), "data": str(config.data), "out": str(config.out),
        "base": config.base,
    }  # fmt: skip
    content = json.dumps(pack_change(Change(additions=(addition,)))).encode()
    for answer, _ in process.ask(head, content, seconds=250):
        if answer.get("step") == "Læser dokumenter":
            break
    process.stop()
    assert (config.data / "minutes" / "c.txt").is_file()
    left = config.quads.read_bytes()
    base = "https://data.example.org/kkr/"
    build_graph(Config(data=config.data, out=config.out, base=base))
    assert b"aase-ny" in config.quads.read_bytes()
    assert left in (before[1], config.quads.read_bytes())  # it may have been done when it was ended
    change_documents(config, undoing(config), day=DAY)
    assert state(config) == before


# --- samples --------------------------------------------------------------------------------


def test_the_samples_are_those_that_the_folder_lists_and_has(config):
    assert sample_documents(config) == ()
    (config.data / "samples.csv").write_text(
        "document\nminutes/a.txt\nminutes/gone.txt\n../build/graph.nq\n", encoding="utf-8"
    )
    assert sample_documents(config) == ("minutes/a.txt",)
