"""Documents added and taken back on the pages, as a person does it."""

import re
import shutil
from html import unescape

import pytest
from starlette.testclient import TestClient

from kkr_graph.config import Config
from kkr_graph.intake.staging import list_staged
from kkr_graph.lock import only_build
from kkr_graph.web.app import create_app
from kkr_graph.web.security import HEADERS
from tests.intake.test_builder import DECEMBER, LIST
from tests.pipeline.folder import OCTOBER
from tests.web.conftest import HOST

OURS = {"origin": HOST, "sec-fetch-site": "same-origin"}


class Desk:
    """A data folder, its graph, and somebody at the pages of it."""

    def __init__(self, template, folder, **settings):
        shutil.copytree(template, folder, dirs_exist_ok=True)
        self.config = Config(data=folder / "data", out=folder / "build")
        self.app = create_app(self.config.out, None, data=self.config.data, **settings)
        self.client = TestClient(self.app, base_url=HOST)

    def page(self, path, *, status=200):
        response = self.client.get(path)
        assert response.status_code == status, response.text
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.text)).split())

    def post(self, path, *, files=(), **fields):
        """Press a button; the page that is reached in the end, when all work is done."""
        token = self.app.state.writer.token if self.app.state.writer else ""
        parts = [("filer", (name, content)) for name, content in files]
        response = self.client.post(
            path,
            data={"token": token, **fields},
            files=parts or None,
            headers=OURS,
            follow_redirects=False,
        )
        self.app.state.builds.wait()
        if response.status_code != 303:
            return response
        return self.client.get(response.headers["location"])

    def send(self, name, content=DECEMBER):
        """Send one file; where its preview is."""
        raw = content if isinstance(content, bytes) else content.encode()
        seen = self.post("/indlaes", files=[(name, raw)])
        assert seen.status_code == 200, seen.text
        return seen.url.path

    def state(self):
        names = sorted(path.name for path in (self.config.data / "minutes").iterdir())
        return names, self.config.quads.read_bytes(), self.config.ledger.read_bytes()


@pytest.fixture
def desk(two_minutes, tmp_path):
    desk = Desk(two_minutes, tmp_path)
    yield desk
    desk.app.state.waiting.builder.stop()


def test_from_a_file_to_the_page_of_a_person_and_back(desk):
    before = desk.state()
    path = desk.send("C:\\fakepath\\Møde i december.txt")
    told = desk.page(path)
    assert "Møde i december.txt" in told
    assert "Art Referat Organ KKR Nordjylland Dato 12.12.2025" in told
    assert "1 nyt navn, som grafen ikke har." in told
    assert "Åse Ny" in told
    assert "Indlæs" in told
    assert desk.state() == before

    added = desk.post(path, navn="Møde i december.txt")
    assert "Dokumentet er indlæst" in added.text
    link = re.search(r'href="(/id/person/aase-ny)"', added.text)
    assert link
    assert "Åse Ny" in desk.page(link[1])
    document = re.search(r'href="(/id/document/[0-9a-f]{16})"', added.text)
    assert document
    assert "Møde i december.txt" in desk.page(document[1])
    assert re.search(r'href="/id/meeting/[^"]*2025-12-12"', added.text)
    assert list_staged(desk.config) == ()

    number = re.search(r'name="nr" value="(\d+)"', added.text)
    assert number
    assert "Møde i december.txt" in desk.page("/indlaes")
    undone = desk.post("/indlaes/fortryd", nr=number[1])
    assert "1 dokument er taget ud, og grafen er bygget." in undone.text
    assert "er taget ud" not in desk.page("/indlaes")
    assert desk.state() == before
    assert desk.client.get("/id/person/aase-ny").status_code == 404
    again = desk.post("/indlaes/fortryd", nr=number[1])
    assert again.status_code == 409


def headings(page):
    return [unescape(each) for each in re.findall(r'role="columnheader">([^<]+)<', page)]


def test_when_documents_were_put_in_is_a_column_once_a_page_has_put_one_in(desk):
    assert headings(desk.client.get("/indlaes").text)[-1] == "Ikke brugt"
    desk.post(desk.send("c.txt"), navn="c.txt")
    assert headings(desk.client.get("/indlaes").text)[-1] == "Lagt ind"


def test_a_role_that_is_not_certain_is_shown_as_a_perhaps_beside_what_is(desk):
    expected = DECEMBER.replace("udpegede Erik Holt", "forventes at udpege Erik Holt")
    told = desk.page(desk.send("c.txt", expected))
    assert "Til stede, måske medlem i Danmarks Erhvervsfremmebestyrelse" in told


def test_its_pages_are_protected_like_all_others(desk):
    path = desk.send("c.txt")
    for shown in ("/indlaes", path, "/bygning", "/bygning.json"):
        response = desk.client.get(shown, follow_redirects=False)
        assert {name: response.headers[name] for name in HEADERS} == HEADERS


def test_several_files_at_once(desk):
    files = [
        ("c.txt", DECEMBER.encode()),
        ("liste.txt", LIST.encode()),
        ("tom.txt", b""),
        ("gammel.doc", b"\xd0\xcf\x11\xe0" + b"x" * 99),
        ("laast.docx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le")),
        ("ødelagt.docx", b"PK\x03\x04 no archive"),
        ("kopi.txt", OCTOBER.encode()),
        ("a.txt", OCTOBER.replace("Grete Lind", "Grete Lindt").encode()),
    ]
    page = desk.post("/indlaes", files=files)
    told = " ".join(unescape(re.sub(r"<[^>]+>", " ", page.text)).split())
    assert "Venter på, at du ser dem igennem 8" in told
    assert "filen tom.txt er tom" in told
    assert "gamle Word- eller Excel-format" in told
    assert "beskyttet med adgangskode" in told
    assert "ødelagt.docx" in told
    assert "er allerede indlæst" in told
    assert "samme møde er der i forvejen" in told
    assert "Indlæs de 2, der er klar" in told
    added = desk.post("/indlaes/alle")
    assert "2 dokumenter er indlæst" in added.text
    assert (desk.config.data / "appointments" / "liste.txt").is_file()
    assert len(list_staged(desk.config)) == 6
    assert desk.post("/indlaes/alle").status_code == 409


def test_what_cannot_be_read_cannot_be_confirmed(desk):
    before = desk.state()
    path = desk.send("ødelagt.docx", b"PK\x03\x04 no archive")
    assert "Dokumentet kan ikke læses" in desk.page(path)
    assert desk.post(path, navn="x.docx").status_code == 409
    assert desk.state() == before
    assert "ødelagt" not in desk.post(f"{path}/fjern").text
    assert desk.client.get(path).status_code == 404


def test_the_same_document_is_not_added_twice(desk):
    path = desk.send("kopi.txt", OCTOBER)
    assert "allerede indlæst som minutes/a.txt" in desk.page(path)
    assert desk.post(path, navn="kopi.txt").status_code == 409


def test_a_name_that_is_taken_is_a_question(desk):
    before = desk.state()
    path = desk.send("a.txt")
    told = desk.page(path)
    assert "Et andet dokument hedder a.txt . Hvad skal dette hedde?" in told
    assert 'value="a-2.txt"' in desk.client.get(path).text
    refused = desk.post(path, navn="a.txt")
    assert "Det lykkedes ikke, og intet er ændret" in refused.text
    assert "der ligger allerede et andet dokument, der hedder minutes/a.txt" in refused.text.lower()
    assert desk.state() == before
    assert "Dokumentet er indlæst" in desk.post(path, navn="../../a-2.txt").text
    assert (desk.config.data / "minutes" / "a-2.txt").is_file()


def test_a_new_edition_replaces_the_old_one(desk):
    before = desk.state()
    path = desk.send("a.txt", OCTOBER.replace("Grete Lind", "Grete Lindt"))
    assert "Er dette en ny udgave?" in desk.page(path)
    added = desk.post(path, navn="a-2.txt", erstat="minutes/a.txt")
    assert "removed/" in added.text
    names = sorted(each.name for each in (desk.config.data / "minutes").iterdir())
    assert names == ["a.txt", "b.txt"]
    number = re.search(r'name="nr" value="(\d+)"', added.text)
    assert number
    desk.post("/indlaes/fortryd", nr=number[1])
    assert desk.state() == before


def test_only_what_the_preview_offers_is_replaced(desk):
    path = desk.send("c.txt")
    desk.post(path, navn="c.txt", erstat="../curation/identities.csv")
    assert desk.config.ledger.is_file()
    assert (desk.config.data / "minutes" / "a.txt").is_file()


def test_a_build_that_another_program_does_is_told_and_nothing_changes(desk):
    before = desk.state()
    path = desk.send("c.txt")
    with only_build(desk.config.out):
        told = desk.post(path, navn="c.txt")
    assert "En anden bygning er i gang" in told.text
    assert desk.state() == before
    assert "Dokumentet er indlæst" in desk.post(path, navn="c.txt").text


def test_two_at_once_are_one_too_many(desk):
    """The second is told to wait; pages answer meanwhile."""
    path = desk.send("c.txt")
    token = desk.app.state.writer.token
    form = {"data": {"token": token, "navn": "c.txt"}, "headers": OURS, "follow_redirects": False}
    first = desk.client.post(path, **form)
    assert first.headers["location"] == "/bygning"
    assert desk.client.get("/bygning.json").json()["running"] is True
    assert "Indlæser og bygger grafen" in desk.page("/bygning")
    assert desk.client.get("/id/person/ditte-bro").status_code == 200
    second = desk.client.post(path, **form)
    assert second.status_code == 409
    assert "Der er allerede noget i gang." in second.text
    desk.app.state.builds.wait()
    assert desk.client.get("/bygning.json").json()["running"] is False
    assert "Dokumentet er indlæst" in desk.client.get("/bygning").text


def test_a_hostile_name_is_text_and_stays_in_its_folder(desk):
    tree = sorted(desk.config.data.rglob("*"))
    names = [
        "../../../etc/cron.d/x",
        "<img src=x onerror=alert(1)>.txt",
        "CON.txt",
        "a\u202etxt.exe",
    ]
    for at, name in enumerate(names):
        path = desk.send(name, DECEMBER.replace("12. december", f"{at + 1}. december"))
        for shown in (path, "/indlaes"):
            page = desk.client.get(shown).text
            assert "<img" not in page
            assert "\u202e" not in page
    assert sorted(desk.config.data.rglob("*")) == tree
    assert all(
        each.path.is_relative_to(desk.config.out / "intake") for each in list_staged(desk.config)
    )
    assert "4 dokumenter er indlæst" in desk.post("/indlaes/alle").text
    new = sorted(set(desk.config.data.rglob("*")) - set(tree))
    assert [path.parent.name for path in new if path.name != "intake.csv"] == ["minutes"] * 4


def test_words_of_a_document_are_text(desk):
    evil = DECEMBER.replace("Åse Ny", "Åse <script>alert(1)</script> Ny")
    page = desk.client.get(desk.send("c.txt", evil)).text
    assert "<script>alert" not in page


def test_limits_are_told_in_danish(desk):
    too_large = desk.post("/indlaes", files=[("stor.txt", b"x" * (25 * 1024 * 1024 + 1))])
    assert too_large.status_code == 413
    assert "fylder mere end 25 MB" in too_large.text
    many = desk.post("/indlaes", files=[(f"{at}.txt", b"x") for at in range(201)])
    assert many.status_code == 413
    assert "for mange filer" in many.text
    assert desk.post("/indlaes", andet="x").status_code == 400
    assert list_staged(desk.config) == ()


@pytest.mark.parametrize("path", ["/indlaes/" + "0" * 16, "/indlaes/%2e%2e", "/indlaes/x"])
def test_what_does_not_wait_is_not_found(desk, path):
    assert desk.client.get(path).status_code == 404
    assert desk.post(path).status_code in (404, 405)


def test_where_nothing_can_be_changed_nothing_is_offered(two_minutes, tmp_path):
    desk = Desk(two_minutes, tmp_path, read_only=True)
    for path in ("/", "/fund", "/oversigt"):
        page = desk.client.get(path).text
        assert "/indlaes" not in page
        assert "token" not in page
    assert desk.client.get("/indlaes").status_code == 404
    for path in (
        "/indlaes",
        "/indlaes/alle",
        "/indlaes/fortryd",
        "/indlaes/tag-ud",
        "/indlaes/uden-eksempler",
    ):
        assert desk.post(path).status_code == 403


# --- what is there, out and back ------------------------------------------------------------


def listed(desk):
    """The rows of the documents in the graph, as they are read."""
    page = desk.client.get("/indlaes").text
    section = page[page.index('id="indlaest"') :]
    rows = re.findall(
        r"<tr role=\"row\">(.*?)</tr>", section[: section.index("</section>")], re.DOTALL
    )
    return [" ".join(unescape(re.sub(r"<[^>]+>", " ", row)).split()) for row in rows[1:]]


def test_every_document_of_the_folder_is_listed_with_what_was_read_of_it(desk):
    (desk.config.data / "minutes" / "ødelagt.docx").write_bytes(b"PK\x03\x04 no archive")
    desk.post("/bygning", til="/indlaes")
    broken, august, october = sorted(listed(desk), key=lambda row: row.startswith(("a.", "b.")))
    assert broken.startswith("ødelagt.docx Kan ikke læses: ")
    assert {august[:5], october[:5]} == {"a.txt", "b.txt"}
    for row in (august, october):
        assert re.search(r"referat KKR Nordjylland \d\d\.\d\d\.2025 \d+ deltagere, \d+ punkt", row)
        assert row.endswith(("intet Tag ud " + row[:5], "%) Tag ud " + row[:5]))


def test_a_document_is_taken_out_and_put_back(desk):
    before, rows = desk.state(), listed(desk)
    out = desk.post("/indlaes/tag-ud", dokument="minutes/b.txt")
    assert "1 dokument er taget ud, og grafen er bygget." in out.text
    assert "Taget ud b.txt" in desk.page("/indlaes")
    assert len(listed(desk)) == 1
    number = re.search(r'name="nr" value="(\d+)"', out.text)
    assert number
    back = desk.post("/indlaes/fortryd", nr=number[1])
    assert "1 dokument er lagt tilbage, og grafen er bygget." in back.text
    assert desk.state() == before
    assert [row.split(" Tag ud")[0][:60] for row in listed(desk)] == [row[:60] for row in rows]
    assert "Læg tilbage" not in back.text


def test_only_a_document_that_is_listed_is_taken_out(desk):
    before = desk.state()
    for wanted in (
        "../data/curation/identities.csv",
        "curation/identities.csv",
        "",
        "minutes/z.txt",
    ):
        assert desk.post("/indlaes/tag-ud", dokument=wanted).status_code == 409
    assert desk.state() == before


def test_a_document_comes_back_beside_one_that_has_got_its_name_meanwhile(desk):
    desk.post("/indlaes/tag-ud", dokument="minutes/b.txt")
    desk.post(desk.send("b.txt"), navn="b.txt")
    desk.post("/indlaes/fortryd", nr="1")
    names = sorted(each.name for each in (desk.config.data / "minutes").iterdir())
    assert names == ["a.txt", "b-2.txt", "b.txt"]


def test_a_file_that_cannot_be_read_is_so_after_a_build_too(desk):
    desk.send("ødelagt.docx", b"PK\x03\x04 no archive")
    desk.post("/bygning", til="/indlaes")
    page = desk.page("/indlaes")
    assert "Kan ikke læses: filen ødelagt.docx" in page
    assert "Se igennem" not in page


# --- building what is there -----------------------------------------------------------------


def test_the_graph_is_built_anew_when_a_person_asks(desk):
    """After a judgement, or when files were put into the folder by hand."""
    (desk.config.data / "minutes" / "c.txt").write_text(DECEMBER, encoding="utf-8")
    response = desk.post("/bygning", til="/id/person/ditte-bro")
    assert response.url.path == "/id/person/ditte-bro"
    assert desk.client.get("/id/person/aase-ny").status_code == 200


@pytest.mark.parametrize(
    "path", ["//evil.example", "/\\evil.example", "https://evil.example", "", "/\n/evil.example"]
)
def test_a_build_leads_to_a_page_of_ours_alone(desk, path):
    assert desk.post("/bygning", til=path).url.path == "/"


# --- samples --------------------------------------------------------------------------------


def with_samples(desk, *names):
    lines = "".join(f"{name}\n" for name in ("document", *names))
    (desk.config.data / "samples.csv").write_text(lines, encoding="utf-8")


def test_samples_are_called_so_until_they_are_gone(desk):
    with_samples(desk, "minutes/a.txt", "minutes/b.txt")
    for path in ("/", "/id/person/ditte-bro", "/indlaes", "/spoergsmaal", "/netvaerk", "/tal"):
        assert "Eksempeldata. Grafen er bygget af de eksempler" in desk.page(path)
    assert "Tag eksemplerne ud" not in desk.page("/indlaes")
    refused = desk.post("/indlaes/uden-eksempler")
    assert "ingen dokumenter tilbage" in refused.text
    assert "Eksempeldata" in desk.page("/")

    desk.post(desk.send("c.txt"), navn="c.txt")
    assert "Der er stadig eksempler blandt dokumenterne." in desk.page("/")
    assert "Tag eksemplerne ud" in desk.page("/indlaes")
    built = desk.config.quads.read_bytes()
    gone = desk.post("/indlaes/uden-eksempler")
    assert "ksempel" not in gone.text
    assert "ksempeldata" not in desk.page("/")
    assert b"grete-lind" not in desk.config.quads.read_bytes()
    assert desk.post("/indlaes/uden-eksempler").status_code == 409

    number = re.search(r'name="nr" value="(\d+)"', gone.text)
    assert number
    assert "2 dokumenter er lagt tilbage" in desk.post("/indlaes/fortryd", nr=number[1]).text
    assert desk.config.quads.read_bytes() == built


def test_a_folder_of_ones_own_has_no_samples(desk):
    assert "ksempeldata" not in desk.page("/")


def test_the_list_of_samples_is_of_documents_that_are_there():
    from kkr_graph.intake.samples import sample_documents
    from kkr_graph.sources import find_sources
    from tests.test_docs import ROOT

    config = Config(data=ROOT / "data")
    there = [path.relative_to(config.data).as_posix() for path in find_sources(config.data)]
    assert sorted(sample_documents(config)) == there
