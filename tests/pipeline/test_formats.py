"""A folder as it lies on a secretariat's drive: every format, and files that cannot be read."""

import re
import subprocess
import sys

import pytest

from kkr_graph.config import Config
from kkr_graph.documents import read_document
from kkr_graph.pipeline import build_graph
from kkr_graph.store.embedded import open_graph
from kkr_graph.store.texts import KeptTexts
from kkr_graph.vocab import KKR
from tests.pipeline.folder import AUGUST, OCTOBER, make
from tests.sources.copies import Paragraph, as_docx, as_html, as_pdf
from tests.sources.test_pdf import pdf
from tests.sources.word import archive, paragraph, word

CONTENT = [Paragraph(line, False, False) for line in OCTOBER.splitlines() if line]
READ = {
    "a.txt": OCTOBER.encode(),
    "b.docx": as_docx(CONTENT, "KKR Nordjylland"),
    "c.pdf": as_pdf(CONTENT, "KKR Nordjylland | 24-10-2025"),
    "d.html": as_html(CONTENT),
    "e.doc": as_docx(CONTENT, ""),  # the name is wrong, the content is not
}
UNREAD = {
    "f.docx": (b"\xd0\xcf\x11\xe0" + b"\0" * 99, "gamle Word- eller Excel-format"),
    "g.pdf": (pdf([]), "ingen tekst"),
    "h.docx": (word(paragraph("x"))[:200], "beskadiget"),
    "i.docx": (archive({"word/a.xml": "<w:p/>" * 999_999}), "unormalt hårdt"),
    "j.zip": (archive({"a.txt": OCTOBER}), "intet dokument"),
    "k.odt": (archive({"mimetype": "application/vnd.oasis.opendocument.text"}), "LibreOffice"),
    "l.txt": (b"", "tom"),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("formats")
    documents = READ | {name: content for name, (content, _) in UNREAD.items()}
    config = Config(data=make(folder / "data", documents), out=folder / "build")
    return config, build_graph(config, jobs=2)


def test_every_format_is_read_and_the_others_are_named_with_a_reason(built):
    _, report = built
    assert {each.name.removeprefix("minutes/") for each in report.documents} == set(READ)
    assert {each.name.removeprefix("minutes/") for each in report.unread} == set(UNREAD)
    for each in report.unread:
        assert UNREAD[each.name.removeprefix("minutes/")][1] in each.problem
        assert each.hint


def test_every_format_says_the_same(built):
    config, report = built
    assert len({tuple(each.counts.items()) for each in report.documents}) == 1
    for name in READ:
        extract = read_document(config.data / "minutes" / name, config)
        assert [row.name for row in extract.attendance] == ["Ditte Bro", "Erik Holt", "Grete Lind"]
        assert [item.number for item in extract.items] == ["1", "2"]
        assert [each.person for each in extract.appointments] == ["Erik Holt"]


def test_evidence_names_the_paragraph_where_there_is_no_page(built):
    config, _ = built
    answer = open_graph(config.out).select(
        f"SELECT ?title ?place {{ ?e <{KKR.place}> ?place ; <http://www.w3.org/ns/oa#hasSource>/"
        "<http://www.w3.org/ns/prov#wasDerivedFrom>/<http://purl.org/dc/terms/title> ?title }"
    )
    told = {str(row["title"].value) for row in answer.rows}
    assert {title.removeprefix("minutes/") for title in told} == {"b.docx", "d.html", "e.doc"}
    # which of them tells what happened depends on their hashes, and with it which places are cited
    assert all(
        re.fullmatch(r"afsnit \d+|sidehoved", str(row["place"].value)) for row in answer.rows
    )


def test_reading_plain_text_needs_no_other_process_and_no_large_library(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(OCTOBER, encoding="utf-8")
    code = (
        "import sys, pathlib; from kkr_graph.sources import read_source;"
        f"read_source(pathlib.Path({str(path)!r}), name='a.txt');"
        "print(*({'pypdfium2', 'openpyxl', 'defusedxml', 'subprocess'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_every_text_is_kept_with_each_passage_at_its_place(built):
    config, _ = built
    texts = KeptTexts(config.texts)
    graph = open_graph(config.out)
    rows = graph.select(
        "SELECT ?sha ?start ?end ?quote WHERE { ?d kkr:sha256 ?sha . ?t prov:wasDerivedFrom ?d . "
        "?e oa:hasSource ?t ; oa:hasSelector ?s . ?s oa:start ?start ; oa:end ?end ; oa:exact ?quote }"
    ).rows
    assert len({row["sha"].value for row in rows}) == len(READ)
    for row in rows:
        text = texts.get(row["sha"].value)
        assert text is not None
        assert text[int(row["start"].value) : int(row["end"].value)] == row["quote"].value


def test_what_only_looks_like_a_document_is_named_with_advice(tmp_path):
    data = make(tmp_path / "data", {"a.txt": OCTOBER})
    (data / "minutes" / "tom.txt").mkdir()
    (data / "minutes" / "2024.txt").mkdir()
    (data / "minutes" / "2024.txt" / "b.txt").write_text(AUGUST, encoding="utf-8")
    (data / "minutes" / "genvej.txt").symlink_to(tmp_path / "flyttet.txt")
    report = build_graph(Config(data=data, out=tmp_path / "build"))
    assert [each.name for each in report.documents] == ["minutes/2024.txt/b.txt", "minutes/a.txt"]
    link, folder = report.unread
    assert "genvejen minutes/genvej.txt fører til en fil, der ikke findes" in link.problem
    assert "minutes/tom.txt er en mappe" in folder.problem
    assert "slet" in link.hint
    assert "slet" in folder.hint
