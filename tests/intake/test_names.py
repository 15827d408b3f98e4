"""Names of files that people send."""

import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_graph.intake.names import clean_name, free_name, same
from kkr_graph.sources.folder import find_sources


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("Referat 24. oktober.docx", "Referat 24. oktober.docx"),
        ("../../etc/cron.d/x", "x"),
        ("..\\..\\Windows\\x.docx", "x.docx"),
        ("C:\\Users\\Anne\\Møde.pdf", "Møde.pdf"),
        ("/", "dokument"),
        ("", "dokument"),
        ("..", "dokument"),
        (".docx", "docx"),
        (".skjult.txt", "skjult.txt"),
        ("~$referat.docx", "$referat.docx"),
        ("CON", "dokument-CON"),
        ("con.txt", "dokument-con.txt"),
        ("aux.docx", "dokument-aux.docx"),
        ("LPT1.2.pdf", "dokument-LPT1.2.pdf"),
        ("konto.txt", "konto.txt"),
        ("Thumbs.db", "dokument-Thumbs.db"),
        ("a.txt. . ", "a.txt"),
        ('KKR: "Nord"/Syd?.docx', "Syd-.docx"),
        ('KKR: "Nord" <2025>*|.docx', "KKR- -Nord- -2025---.docx"),
        ("a\x00b\nc\t.txt", "abc.txt"),
        ("fo\u202egpj.exe", "fogpj.exe"),
        ("<img src=x onerror=alert(1)>.docx", "-img src=x onerror=alert(1)-.docx"),
        ("Åse.txt", "Åse.txt"),
        ("a" * 300 + ".docx", "a" * 115 + ".docx"),
    ],
)
def test_a_name_is_made_safe(sent, kept):
    assert clean_name(sent) == unicodedata.normalize("NFC", kept)


@given(st.text(max_size=300))
def test_whatever_is_sent_becomes_one_file_of_the_folder(sent):
    name = clean_name(sent)
    assert 0 < len(name) <= 130
    assert len(name.encode()) <= 240
    assert PurePosixPath(name).name == name == PureWindowsPath(name).name
    assert not PureWindowsPath(name).is_reserved()
    assert not set(name) & set('<>:"/\\|?*\0\n')
    assert not name.startswith((".", "~", " "))
    assert not name.endswith((".", " "))
    assert clean_name(name) == name


@pytest.mark.parametrize("sent", [".x.txt", "~lock.docx", "thumbs.db", "Desktop.ini", "..a"])
def test_a_cleaned_name_is_a_document_of_the_data_folder(tmp_path, sent):
    (tmp_path / "minutes").mkdir()
    (tmp_path / "minutes" / clean_name(sent)).write_text("x", encoding="utf-8")
    assert len(find_sources(tmp_path)) == 1


def test_a_name_that_is_taken_gets_a_number():
    assert free_name("a.docx", []) == "a.docx"
    assert free_name("a.docx", ["b.docx", "A.DOCX"]) == "a-2.docx"
    assert free_name("a.docx", ["a.docx", "a-2.docx"]) == "a-3.docx"
    assert free_name("Åse", [unicodedata.normalize("NFD", "åse")]) == "Åse-2"


def test_two_names_that_are_one_file_somewhere_are_the_same():
    assert same("ÅSE.txt") == same(unicodedata.normalize("NFD", "åse.TXT"))
