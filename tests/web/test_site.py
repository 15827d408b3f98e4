"""Which graph the pages are made from."""

import json
import shutil

from tests.web.conftest import FIXTURE, open_client, write_build
from tests.web.test_pages import links, section, shown

NEWER = """
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
<https://data.example.org/kkr/g> {
  <https://data.example.org/kkr/id/person/ny-nielsen> a foaf:Person ; foaf:name "Ny Nielsen" . }
"""


def test_a_graph_that_is_built_again_is_seen_at_once(tmp_path):
    client = open_client(write_build(tmp_path, FIXTURE))
    assert client.get("/id/person/ny-nielsen").status_code == 404
    write_build(tmp_path, FIXTURE, NEWER)
    assert "Ny Nielsen" in shown(client, "/id/person/ny-nielsen")
    assert "Ny Nielsen" in shown(client, "/soeg?q=ny+nielsen")


def test_a_missing_graph_says_what_to_do(tmp_path):
    page = shown(open_client(tmp_path), "/", status=503)
    assert "Der er ingen graf i" in page
    assert "Kør kkr-graph build" in page


def test_a_graph_that_comes_later_is_found(tmp_path):
    client = open_client(tmp_path / "build")
    assert client.get("/").status_code == 503
    write_build(tmp_path / "build", FIXTURE)
    assert client.get("/").status_code == 200


def test_the_canonical_copy_alone_is_enough(tmp_path):
    shutil.rmtree(write_build(tmp_path, FIXTURE) / "store")
    assert "Anna Holm" in shown(open_client(tmp_path), "/id/person/anna-holm")


def test_what_could_not_be_read_has_a_number_on_the_front_page(tmp_path):
    build = write_build(tmp_path, FIXTURE)
    report = {
        "unread": [{"name": "a.doc", "problem": "gammelt format", "hint": "Gem som .docx"}],
        "duplicates": [{"name": "b.txt", "same_as": "c.txt"}],
        "documents": [{"name": "c.txt", "unclaimed": 12, "unclaimed_percent": "0.40"}],
    }
    (build / "report.json").write_text(json.dumps(report), encoding="utf-8")
    client = open_client(build)
    assert "1 dokument kunne ikke læses" in shown(client, "/")
    unread = section(client, "/fund", "Dokumenter, der ikke kunne læses")
    assert "a.doc gammelt format Gem som .docx" in unread
    assert "b.txt samme indhold som c.txt" in section(client, "/fund", "Filer med samme indhold")
    assert "12 tegn (0,4 %) er ikke brugt" in section(client, "/fund", "Tekst, der ikke er brugt")


def test_a_file_with_text_that_is_not_used_leads_to_its_document(tmp_path):
    build = write_build(tmp_path, FIXTURE)
    name = "minutes/referat-2025-10-24.txt"
    report = {"documents": [{"name": name, "unclaimed": 12, "unclaimed_percent": "0.40"}]}
    (build / "report.json").write_text(json.dumps(report), encoding="utf-8")
    assert "/id/document/bbbbbbbbbbbbbbbb" in links(open_client(build), "/fund")


def test_a_report_that_cannot_be_read_is_passed_over(tmp_path):
    build = write_build(tmp_path, FIXTURE)
    (build / "report.json").write_text("{", encoding="utf-8")
    assert open_client(build).get("/fund").status_code == 200


def test_a_report_that_comes_after_the_graph_is_seen(tmp_path):
    """A build writes it a moment later, and may write it where the graph stays the same."""
    build = write_build(tmp_path, FIXTURE)
    (build / "report.json").write_text("{", encoding="utf-8")
    client = open_client(build)
    assert "Dokumenter, der ikke kunne læses" not in shown(client, "/fund")
    unread = {"name": "a.doc", "problem": "gammelt format", "hint": "Gem som .docx"}
    (build / "report.json").write_text(json.dumps({"unread": [unread]}), encoding="utf-8")
    assert "1 dokument kunne ikke læses" in shown(client, "/")
    assert "a.doc gammelt format" in section(client, "/fund", "Dokumenter, der ikke kunne læses")


def test_the_overview_names_a_place_as_the_pages_of_people_do(tmp_path):
    fixture = FIXTURE.read_text(encoding="utf-8").replace("2025-10-24.txt", "2025-10-24.docx")
    placed = fixture.replace("kkr:line 20 ;", 'kkr:line 20 ; kkr:place "afsnit 12"@da ;')
    page = shown(open_client(write_build(tmp_path, placed)), "/oversigt?forum=DEB")
    assert "afsnit 12" in page
    assert "linje 20" not in page
