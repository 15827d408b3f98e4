"""The text of a document around a passage."""

import hashlib

import pytest

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
    assert [line.parts for line in shown.lines if line.is_marked] == [
        (("Bo ", False), ("Lund (V)", True)),
        (("blev valgt til", True),),
        (("formand", True), (" for rådet.", False)),
    ]
    assert shown.first_marked == 2


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
    assert "<mark>" not in client.get("/id/document/c").text


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
