"""Documents as a build reads them: one that cannot be read keeps no other out."""

import pytest

from kkr_graph import minutes
from kkr_graph.config import Config
from kkr_graph.documents import Knowledge, read_document, read_documents, read_text
from kkr_graph.errors import SourceError
from kkr_graph.minutes import parse_minutes
from kkr_graph.model.extract import Severity
from kkr_graph.sources import find_sources
from tests.pipeline.folder import AUGUST, OCTOBER, make


def read(tmp_path, contents):
    """All documents of a folder, and how far it was told to be."""
    config = Config(data=make(tmp_path / "data", contents), out=tmp_path / "build")
    told = []
    read = read_documents(
        config, find_sources(config.data), Knowledge.of(config),
        jobs=1, cache=None, tell=lambda *step: told.append(step),
    )  # fmt: skip
    return read, told


def test_each_content_is_read_once_and_the_second_name_is_told(tmp_path):
    contents = {"a.txt": OCTOBER, "b.txt": AUGUST, "kopi.txt": OCTOBER}
    read_now, told = read(tmp_path, contents)
    hashes = [each.document.sha256 for each in read_now.extracts]
    assert hashes == sorted(set(hashes))
    assert [(each.name, each.same_as) for each in read_now.duplicates] == [
        ("minutes/kopi.txt", "minutes/a.txt")
    ]
    assert told == [("Læser dokumenter", done, 3) for done in (1, 2, 3)]


def test_a_defect_in_one_document_does_not_take_the_others_along(tmp_path, monkeypatch):
    """The one place where a stage is replaced: no document is known to break it."""

    def break_at_b(layer, *more):
        if layer.name.endswith("b.txt"):
            raise KeyError("punkt")
        return parse_minutes(layer, *more)

    monkeypatch.setattr(minutes, "parse_minutes", break_at_b)
    read_now, _ = read(tmp_path, {"a.txt": OCTOBER, "b.txt": AUGUST})
    (unread,) = read_now.unread
    assert "kunne ikke forstå minutes/b.txt (KeyError: 'punkt')" in unread.problem
    assert [each.document.name for each in read_now.extracts] == ["minutes/a.txt"]


def test_a_damaged_letter_is_told_with_its_place(tmp_path):
    text = OCTOBER.replace("Udpegning", "Udpegning til MÃ¸det")
    (extract,) = read(tmp_path, {"a.txt": text})[0].extracts
    (finding,) = (each for each in extract.warnings if each.code == "letters-damaged")
    assert finding.passage.quote == "Ã¸"
    assert "»Ã¸«" in finding.message
    assert finding.severity == Severity.WARNING


@pytest.fixture(name="october")
def _october(tmp_path):
    folder = make(tmp_path / "data", {"a.txt": OCTOBER})
    return Config(data=folder, out=tmp_path / "build")


def test_one_document_is_read_under_its_name_in_the_data_folder(october, tmp_path):
    extract = read_document(october.data / "minutes" / "a.txt", october)
    assert extract.document.name == "minutes/a.txt"
    (tmp_path / "andet.txt").write_text(OCTOBER, encoding="utf-8")
    assert read_document(tmp_path / "andet.txt", october).document.name == "andet.txt"


def test_positions_count_in_the_text_that_can_be_read_by_itself(october):
    path = october.data / "minutes" / "a.txt"
    passage = read_document(path, october).attendance[0].passage
    assert read_text(path, october).text[passage.start : passage.end] == passage.quote


def test_one_document_that_cannot_be_read_is_an_error(tmp_path):
    with pytest.raises(SourceError, match="findes ikke"):
        read_document(tmp_path / "a.txt", Config(data=tmp_path))
