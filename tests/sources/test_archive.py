"""An archive is looked at before a reader opens it."""

import struct
import warnings
import zipfile
from io import BytesIO

import pytest

from kkr_graph.errors import SourceError
from kkr_graph.sources import read_source
from kkr_graph.sources.archive import LARGEST_TOTAL, MOST_MEMBERS
from tests.sources.reading import read_here
from tests.sources.word import archive, members, paragraph, word

TEXT = paragraph("Bo Lund (V) Thisted Kommune")


def refused(content, name="a.docx"):
    """Reads a file that must be refused, and gives the sentence."""
    with pytest.raises(SourceError) as error:
        read_here(content, name)
    assert name in str(error.value)
    assert error.value.hint
    return str(error.value)


def test_too_many_members():
    extra: dict[str, str | bytes] = {f"word/m{i}.xml": "<a/>" for i in range(MOST_MEMBERS)}
    assert "højst 2000" in refused(archive(members(TEXT) | extra))


def test_a_bomb_is_not_unpacked():
    bomb = archive({**members(TEXT), "word/media/a.bin": b"\0" * (LARGEST_TOTAL + 1)})
    assert len(bomb) < 200_000
    assert "fylder mere end 100 MB" in refused(bomb)


def test_markup_packed_harder_than_any_document():
    """Two million paragraphs in a fifth of a megabyte."""
    assert "unormalt hårdt" in refused(word("<w:p/>" * 2_000_000))


def test_a_long_document_is_not_taken_for_a_bomb():
    content = word("".join(paragraph(f"Punkt {i}, {i * i}") for i in range(20_000)))
    assert read_here(content).text.endswith("Punkt 19999, 399960001")


def test_two_members_of_one_name():
    buffer = BytesIO(word(TEXT))
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "a") as file:
        warnings.simplefilter("ignore")
        file.writestr("word/document.xml", "<a/>")
    assert "samme navn" in refused(buffer.getvalue())


def test_an_encrypted_member():
    content = bytearray(word(TEXT))
    at = content.index(b"PK\x01\x02")
    struct.pack_into("<H", content, at + 8, 0x1)
    assert "adgangskode" in refused(bytes(content))


def test_an_archive_in_the_archive():
    inner = archive({"a.txt": "x"})
    assert "arkiv inden i" in refused(archive({**members(TEXT), "word/b.zip": inner}))


def test_the_table_behind_a_chart_is_no_harm():
    inner = archive({"a.xml": "<a/>"})
    content = archive({**members(TEXT), "word/embeddings/Microsoft_Excel.xlsx": inner})
    assert "Bo Lund" in read_here(content).text


def test_members_that_lie_about_their_size():
    content = bytearray(word(TEXT * 100))
    at = content.index(b"PK\x01\x02")
    for header, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = content.index(header)
        struct.pack_into("<I", content, at + offset, 10)
    assert "beskadiget" in refused(bytes(content))


def test_members_on_top_of_each_other():
    """One packed stretch that many entries point to, as overlapping bombs have it."""
    content = archive({f"m{i}.bin": bytes(range(256)) * 400 for i in range(2)})
    first, second = (i for i in range(len(content)) if content[i : i + 4] == b"PK\x01\x02")
    forged = bytearray(content)
    struct.pack_into("<I", forged, second + 20, len(content))
    assert "oven i hinanden" in refused(bytes(forged))
    assert first < second


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "_rels/.rels"])
def test_declared_entities(part, encoding):
    entity = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    forged = archive({**members(TEXT), part: entity.encode(encoding)})
    assert "DOCTYPE" in refused(forged)


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_document(kept):
    content = word(TEXT * 50)
    assert "beskadiget" in refused(content[: int(kept * len(content))])


def test_markup_that_is_none():
    assert "beskadiget" in refused(archive({**members(TEXT), "word/document.xml": "<a><b></a>"}))


def test_markup_nested_without_end(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(word("<w:sdt>" * 50_000 + "</w:sdt>" * 50_000))
    with pytest.raises(SourceError, match=r"a\.docx er beskadiget"):
        read_source(path, name="a.docx")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ({"a.docx": b"x"}, "intet dokument"),
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, "LibreOffice"),
        ({"_rels/.rels": '<R><a Type="x/officeDocument" Target="ppt/p.xml"/></R>'}, "præsentation"),
        ({"_rels/.rels": '<R><a Type="x/officeDocument" Target="xl/w.bin"/></R>'}, "xlsb"),
    ],
    ids=["zip", "odt", "pptx", "xlsb"],
)
def test_other_archives_are_named(content, what):
    assert what in refused(archive(content), "fil.zip")
