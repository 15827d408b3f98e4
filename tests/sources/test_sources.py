import hashlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_graph.errors import SourceError
from kkr_graph.sources import LARGEST, find_mojibake, find_sources, read_source

TEXT = "Møde på Læsø\nAfbud: Åse Ærø – “for KKR”\n"


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def read(tmp_path, content):
    return read_source(write(tmp_path / "a.txt", content), name="minutes/a.txt")


# --- finding --------------------------------------------------------------------------------


def test_documents_of_both_folders_are_found_in_order_of_their_names(tmp_path):
    for name in ("minutes/b.txt", "minutes/2025/a.txt", "appointments/c.txt", "registry/d.csv"):
        write(tmp_path / name, "x")
    found = [path.relative_to(tmp_path).as_posix() for path in find_sources(tmp_path)]
    assert found == ["appointments/c.txt", "minutes/2025/a.txt", "minutes/b.txt"]


@pytest.mark.parametrize(
    "name", [".DS_Store", "~$referat.docx", ".~lock.a.odt#", "Thumbs.db", "desktop.ini", ".git/a"]
)
def test_files_that_no_person_put_there_are_no_documents(tmp_path, name):
    write(tmp_path / "minutes" / name, "x")
    assert find_sources(tmp_path) == ()


def test_a_missing_data_folder_has_no_documents(tmp_path):
    assert find_sources(tmp_path / "nowhere") == ()


def test_a_hidden_folder_above_the_data_folder_does_not_hide_it(tmp_path):
    write(tmp_path / ".cache" / "data" / "minutes" / "a.txt", "x")
    assert len(find_sources(tmp_path / ".cache" / "data")) == 1


# --- encodings ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
        unicodedata.normalize("NFD", TEXT).encode(),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
    ],
    ids=["utf-8", "utf-8-bom", "utf-16-le", "utf-16-be", "cp1252", "decomposed", "crlf", "cr"],
)
def test_every_encoding_of_one_text_reads_the_same(tmp_path, content):
    assert read(tmp_path, content).text == TEXT


def test_source_carries_its_name_and_the_hash_of_its_bytes(tmp_path):
    source = read(tmp_path, TEXT)
    assert source.name == "minutes/a.txt"
    assert source.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


def test_the_format_is_known_by_content_and_not_by_suffix(tmp_path):
    assert read_source(write(tmp_path / "referat.pdf", TEXT), name="referat.pdf").text == TEXT


def test_page_breaks_and_mended_words_survive(tmp_path):
    assert read(tmp_path, "side et\fside to: ud\x02peget").text == "side et\fside to: ud\x02peget"


def test_a_line_break_of_a_word_processor_is_a_line_end(tmp_path):
    assert read(tmp_path, "et\vto\u2028tre").text == "et\nto\ntre"


def test_a_stray_control_character_becomes_a_blank(tmp_path):
    """Word leaves a bell at the end of each table cell; positions must not move."""
    assert read(tmp_path, "Deltager" * 20 + "\x07slut").text == "Deltager" * 20 + " slut"


@given(st.binary(max_size=200))
def test_any_bytes_give_clean_text_or_a_source_error(tmp_path_factory, content):
    path = write(tmp_path_factory.mktemp("any") / "a.txt", content)
    try:
        text = read_source(path, name="a.txt").text
    except SourceError:
        return
    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text
    assert text.strip()


# --- refusals -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "message", "advice"),
    [
        (b"", "er tom", "Gem dokumentet igen"),
        (b" \n\t \xc2\xa0\n", "kun blanke tegn", "Gem dokumentet igen"),
        (b"\xef\xbb\xbf", "kun blanke tegn", "Gem dokumentet igen"),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00", "er ikke tekst", "ren tekst"),
        (bytes(range(1, 256)) * 9, "er ikke tekst", "ren tekst"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "gamle Word", "Gem som .docx"),
        (b"%PDF-1.7\n%\xe2\xe3", "beskadiget.*PDF", "bed afsenderen"),
        (b"PK\x03\x04\x14\x00", "beskadiget", "gem det igen"),
        (rb"{\rtf1\ansi Referat}", "RTF-dokument, som ikke læses", "docx"),
        ("MÃ¸de pÃ¥ LÃ¦sÃ¸".encode(), "ødelagte bogstaver", "UTF-8"),
        (TEXT.encode() * 3 + b"\xf8", "ødelagte bogstaver", "UTF-8"),
        (b"\xff\xfea\x00\x00\xd8", "UTF-16.*beskadiget", "UTF-8"),
    ],
    ids=[
        "empty", "blanks", "only-bom", "program", "noise", "old-office", "pdf", "zip", "rtf",
        "mojibake", "two-encodings", "broken-utf-16",
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_advice(tmp_path, content, message, advice):
    with pytest.raises(SourceError, match=message) as refused:
        read(tmp_path, content)
    assert "minutes/a.txt" in str(refused.value)
    assert advice in refused.value.hint


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(SourceError, match=r"filen b\.txt findes ikke"):
        read_source(tmp_path / "b.txt", name="b.txt")


def test_what_the_system_refuses_is_told(tmp_path):
    with pytest.raises(SourceError, match="kan ikke åbnes"):
        read_source(tmp_path / ("x" * 300), name="x")


def test_a_folder_is_no_document(tmp_path):
    with pytest.raises(SourceError, match="er en mappe, ikke et dokument"):
        read_source(tmp_path, name="mappe")


def test_a_file_over_the_limit_is_refused_unread(tmp_path):
    path = tmp_path / "stor.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(SourceError, match="læses højst 25 MB"):
        read_source(path, name="stor.txt")


def test_a_few_lost_letters_do_not_stop_the_reading_but_are_found(tmp_path):
    text = read(tmp_path, TEXT + "citat: MÃ¸de").text
    assert [text[start:end] for start, end in find_mojibake(text)] == ["Ã¸"]
