"""The text of a document around a passage."""

import hashlib
import re
from dataclasses import replace
from urllib.parse import unquote

import pytest

from kkr_graph.store.texts import KeptTexts
from kkr_graph.web.reading import Proof
from kkr_graph.web.texts import MOST_LINES, Texts, excerpt, is_quoted
from tests.web.conftest import FIXTURE, open_client, write_build

TEXT = "Mødet\r\nBo Lund (V)\r\nblev valgt til\r\nformand for rådet.\r\nSlut\r\n"
READ = TEXT.replace("\r\n", "\n")


def proof(start: int, end: int, quote: str) -> Proof:
    return Proof(
        iri="x", document="d", name="referat", dated="", line=1, page=0, start=start, end=end,
        quote=quote,
    )  # fmt: skip


def sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@pytest.fixture
def data(tmp_path):
    (tmp_path / "minutes" / "2025").mkdir(parents=True)
    return tmp_path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_text_is_found_by_name_and_content_in_any_folder(data, encoding):
    content = TEXT.encode(encoding)
    (data / "minutes" / "2025" / "referat.txt").write_bytes(content)
    assert Texts(data).find("referat.txt", sha(content)) == READ


def test_a_file_that_has_changed_is_not_shown(data):
    (data / "minutes" / "referat.txt").write_text("Noget andet", encoding="utf-8")
    assert Texts(data).find("referat.txt", sha(TEXT.encode())) is None
    assert Texts(None).find("referat.txt", sha(TEXT.encode())) is None


def test_nothing_outside_the_data_folder_is_read(data, tmp_path_factory):
    secret = tmp_path_factory.mktemp("other") / "referat.txt"
    secret.write_text(TEXT, encoding="utf-8")
    content = secret.read_bytes()
    (data / "minutes" / "referat.txt").symlink_to(secret)
    assert Texts(data).find("referat.txt", sha(content)) is None
    assert Texts(data).find(f"../../{secret.parent.name}/referat.txt", sha(content)) is None


def test_a_passage_over_several_lines_is_marked_on_each():
    start, end = READ.index("Lund"), READ.index("formand") + len("formand")
    shown = excerpt(READ, [proof(start, end, READ[start:end])], whole=False)
    parts = [
        [(part.text, part.is_marked) for part in line.parts]
        for line in shown.lines
        if line.is_marked
    ]
    assert parts == [
        [("Bo ", False), ("Lund (V)", True)],
        [("blev valgt til", True)],
        [("formand", True), (" for rådet.", False)],
    ]
    assert shown.first_marked == 2


def test_a_cited_passage_leads_on_and_the_narrowest_of_several_does():
    wide = replace(proof(READ.index("Bo"), READ.index(" for rådet"), ""), iri="wide")
    narrow = replace(proof(READ.index("Lund"), READ.index(" (V)"), "Lund"), iri="narrow")
    shown = excerpt(READ, [], whole=True, cited=[wide, narrow])
    told = [
        (part.text, part.evidence, part.begins)
        for line in shown.lines
        for part in line.parts
        if part.evidence
    ]
    assert told == [
        ("Bo ", "wide", True),
        ("Lund", "narrow", True),
        (" (V)", "wide", False),
        ("blev valgt til", "wide", False),
        ("formand", "wide", False),
    ]


def test_a_passage_whose_words_are_not_there_is_not_marked():
    assert is_quoted(READ, [proof(0, 5, "Mødet")])
    assert not is_quoted(READ, [proof(0, 5, "Mødet"), proof(0, 5, "Andet")])


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"%PDF-1.7", b"\xd0\xcf\x11\xe0"])
def test_a_document_that_is_no_plain_text_is_not_shown(data, start):
    content = start + TEXT.encode("cp1252")
    (data / "minutes" / "referat.docx").write_bytes(content)
    assert Texts(data).find("referat.docx", sha(content)) is None


def test_only_the_lines_around_a_passage_are_shown_unless_all_are_wanted():
    text = "".join(f"linje {number}\n" for number in range(1, MOST_LINES * 2))
    start = text.index("linje 3000\n")
    mark = proof(start, start + 10, "linje 3000")
    around, whole = (excerpt(text, [mark], whole=each) for each in (False, True))
    assert [around.lines[0].number, around.lines[-1].number] == [2988, 3012]
    assert len(whole.lines) == MOST_LINES
    assert whole.first_marked == 3000


def document(quote: str, start: int, digest: str) -> str:
    return f"""
    @prefix kkr: <https://w3id.org/kkr/ns#> . @prefix oa: <http://www.w3.org/ns/oa#> .
    @prefix prov: <http://www.w3.org/ns/prov#> . @prefix dcterms: <http://purl.org/dc/terms/> .
    @base <https://data.example.org/kkr/id/> .
    <g> {{ <document/c> a kkr:SourceDocument ; dcterms:title "valg.txt" ; kkr:sha256 "{digest}" .
      <text/c> a kkr:TextLayer ; prov:wasDerivedFrom <document/c> .
      <evidence/c1> a kkr:Evidence ; oa:hasSource <text/c> ; kkr:line 2 ; oa:hasSelector <s> .
      <s> oa:start {start} ; oa:end {start + len(quote)} ; oa:exact "{quote}" . }}"""


def test_the_pages_mark_the_passage_in_its_surroundings(data, tmp_path):
    content = TEXT.encode()
    (data / "minutes" / "valg.txt").write_bytes(content)
    start = READ.index("Lund (V)")
    trig = document("Lund (V)", start, sha(content))
    client = open_client(write_build(tmp_path / "build", FIXTURE, trig), data)
    for path in ("/id/evidence/c1", "/id/document/c?sted=c1", "/id/document/c?linje=2"):
        page = client.get(path).text
        assert 'id="sted" class="hit"' in page
        assert "<mark>Lund (V)</mark>" in page
        assert "formand for rådet." in page
    assert "/id/document/c?sted=c1#sted" in client.get("/id/evidence/c1").text
    whole = client.get("/id/document/c").text
    assert "<mark>" not in whole
    assert '<a class="cited" href="/id/evidence/c1">Lund (V)</a>' in whole


def test_a_place_in_words_is_shown_instead_of_a_line(tmp_path):
    place = """<https://data.example.org/kkr/g> { <https://data.example.org/kkr/id/evidence/b2>
      <https://w3id.org/kkr/ns#place> "ark Medlemmer, række 7"@da . }"""
    client = open_client(write_build(tmp_path, FIXTURE, place))
    page = client.get("/id/person/anna-holm").text.replace("\u00a0", " ")
    assert "referat 24.10.2025, ark Medlemmer, række 7" in page


def test_a_quote_that_is_not_at_its_place_is_shown_without_the_text(data, tmp_path):
    content = TEXT.encode()
    (data / "minutes" / "valg.txt").write_bytes(content)
    trig = document("Lund (V)", 0, sha(content))
    client = open_client(write_build(tmp_path / "build", FIXTURE, trig), data)
    page = client.get("/id/evidence/c1").text
    assert "Dokumentets tekst kan ikke vises her." in page
    assert "Lund (V)" in page


def test_a_text_that_the_build_kept_is_shown_whatever_the_format(tmp_path):
    """As of a PDF: three pages, the second of which begins in the middle of a line."""
    text = "Mødet\nBo Lund (V)\fblev valgt til\nformand.\f\nSlut\n"
    digest = sha(b"%PDF-1.7")
    start = text.index("blev valgt")
    pages = "<g> { <evidence/c1> kkr:page 2 . }"
    trig = document("blev valgt", start, digest).replace("<g> {", pages + " <g> {")
    folder = write_build(tmp_path, FIXTURE, trig)
    KeptTexts(folder / "texts").put(digest, text)
    page = open_client(folder).get("/id/document/c?sted=c1").text
    assert "<mark>blev valgt</mark>" in page
    assert re.findall(r"Side (\d)|<mark>|Slut", page) == ["1", "2", "", "3", ""]
    assert "\f" not in page


def test_rows_of_a_sheet_are_no_pages(tmp_path):
    digest = sha(b"PK")
    where = '<g> { <evidence/c1> kkr:page 1 ; kkr:place "ark A, række 1"@da . }'
    trig = document("Bo", 0, digest).replace("<g> {", where + " <g> {")
    folder = write_build(tmp_path, FIXTURE, trig)
    KeptTexts(folder / "texts").put(digest, "Bo\fAnna")
    assert "Side 1" not in open_client(folder).get("/id/document/c?sted=c1").text


# --- the file itself -----------------------------------------------------------------------


HOSTILE = b"<script>alert(1)</script>"


def fetched(tmp_path, data, content, *, name="valg.txt", on_disk=None):
    if on_disk is not None:
        (data / "minutes" / name).write_bytes(on_disk)
    trig = document("x", 0, sha(content)).replace("valg.txt", name)
    client = open_client(write_build(tmp_path / "build", FIXTURE, trig), data)
    return client.get("/fil/c"), client.get("/id/document/c").text


def test_the_file_is_saved_under_its_name_and_never_shown(data, tmp_path):
    name = "møde »1«.html"
    response, page = fetched(tmp_path, data, HOSTILE, name=name, on_disk=HOSTILE)
    assert response.content == HOSTILE
    assert response.headers["content-type"] == "application/octet-stream"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in response.headers["content-security-policy"]
    disposition = response.headers["content-disposition"]
    assert disposition.startswith('attachment; filename="m_de__1_.html"; filename*=UTF-8')
    assert unquote(disposition.rpartition("'")[2]) == name
    assert 'href="/fil/c" download' in page


def test_a_file_that_is_gone_or_changed_is_not_given_and_says_so(data, tmp_path):
    response, page = fetched(tmp_path, data, b"old")
    assert response.status_code == 404
    assert "ligger ikke i datamappen" in response.text
    assert "kan ikke hentes: filen ligger ikke i datamappen" in page
    response, page = fetched(tmp_path, data, b"old", on_disk=b"new")
    assert response.status_code == 404
    assert "filen er ændret, siden grafen blev bygget" in response.text
    assert "/fil/c" not in page


@pytest.mark.parametrize("path", ["/fil/nothing", "/fil/..%2f..%2fetc%2fpasswd", "/fil/a%2Fb"])
def test_what_is_no_document_of_the_graph_is_not_given(client, path):
    assert client.get(path).status_code == 404


def test_a_link_out_of_the_data_folder_is_not_followed(data, tmp_path, tmp_path_factory):
    secret = tmp_path_factory.mktemp("other") / "valg.txt"
    secret.write_bytes(b"secret")
    (data / "minutes" / "valg.txt").symlink_to(secret)
    assert fetched(tmp_path, data, b"secret")[0].status_code == 404
