"""Findings set aside and taken up again in the browser."""

import io
import re
from html import unescape

import pytest
from openpyxl import load_workbook

from kkr_graph.config import Config
from kkr_graph.web.entities.findings import told
from kkr_graph.web.view import Piece
from tests.cli.test_check import BOTH_NEW, TWICE, with_new_bodies
from tests.constitution.test_comparison import graph_of, tenure
from tests.overview.graphs import FIXTURE, write_graph
from tests.web.judging import Staff
from tests.web.test_pages import links, section, shown


@pytest.fixture(name="config")
def _config(build, tmp_path):
    """A violation and a warning, and a data folder of one's own."""
    (tmp_path / "data" / "curation").mkdir(parents=True)
    return Config(data=tmp_path / "data", out=build)


@pytest.fixture(name="staff")
def _staff(config):
    return Staff(config)


def text_of(page):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def part(page, anchor):
    found = re.search(rf'<section id="{anchor}".*?</section>', page, re.DOTALL)
    return text_of(found[0]) if found else ""


def first(page):
    """The first finding of the page."""
    found = re.search(r'name="fund" value="(\w+)"', page)
    assert found
    return found[1]


def test_a_finding_is_set_aside_with_name_and_reason_and_taken_up_again(staff, config):
    before = staff.see("/fund")
    assert part(before, "fund").startswith("Fund 2 ")
    finding = first(before)
    done = staff.send(
        "/fund/laeg-til-side", fund=finding, navn="Ea Æsk", begrundelse="Set efter i arkivet"
    ).text
    assert "Fundet er lagt til side." in text_of(done)
    assert part(done, "fund").startswith("Fund 1 ")
    aside = part(done, "lagt-til-side")
    assert "Posten har ingen kilde." in aside
    assert "Set efter i arkivet Ea Æsk" in aside
    assert ",Ea Æsk," in config.silenced.read_text("utf-8")
    assert "0 fejl og 1 advarsel" in text_of(staff.see("/"))
    undone = staff.send("/fund/tag-frem", fund=finding).text
    assert part(undone, "fund") == part(before, "fund")
    assert "1 fejl og 1 advarsel" in text_of(staff.see("/"))


def test_what_two_documents_say_is_one_finding_with_both_places(tmp_path):
    (tmp_path / "twice.trig").write_text(TWICE, encoding="utf-8")
    (tmp_path / "data" / "curation").mkdir(parents=True)
    build = write_graph(tmp_path / "build", FIXTURE, tmp_path / "twice.trig")
    staff = Staff(Config(data=tmp_path / "data", out=build))
    page = staff.see("/fund")
    assert part(page, "fund").startswith("Fund 2 ")
    place = r"referat \d\d\.\d\d\.2025, side 1, linje \d+ [^,]+"  # and the words that stand there
    assert re.search(f"ligger før de andre. {place}{place}Læg til side", part(page, "fund"))
    assert "1 fejl og 1 advarsel" in text_of(staff.see("/"))
    warning = re.findall(r'name="fund" value="(\w+)"', page)[-1]
    done = staff.send("/fund/laeg-til-side", fund=warning, navn="Ea", begrundelse="Set").text
    assert part(done, "fund").startswith("Fund 1 ")
    aside = re.search(r'<section id="lagt-til-side".*?</section>', done, re.DOTALL)
    assert aside
    ids = re.findall(r'name="fund" value="(\w+)"', aside[0])
    assert (len(ids), part(done, "lagt-til-side").count("ligger før")) == (2, 1)
    assert part(staff.send("/fund/tag-frem", fund=ids).text, "fund") == part(page, "fund")


UNKNOWN = """GRAPH <graph/source/bbbbbbbbbbbbbbbb> {
  <finding/unknown> a sh:ValidationResult ; sh:resultSeverity sh:Warning ;
    kkr:findingCode "unresolved-mention" ; sh:resultMessage "Det er ikke afgjort, hvem »F. Ukendt« er." ;
    sh:focusNode <document/bbbbbbbbbbbbbbbb/mention/1> .
}
"""


def test_an_unknown_name_that_a_finding_tells_is_told_once(tmp_path):
    told = tmp_path / "unknown.trig"
    told.write_text(FIXTURE.read_text(encoding="utf-8") + UNKNOWN, encoding="utf-8")
    (tmp_path / "data" / "curation").mkdir(parents=True)
    staff = Staff(
        Config(data=tmp_path / "data", out=write_graph(tmp_path / "build", told)), read_only=True
    )
    page = staff.see("/fund")
    assert text_of(page).count("F. Ukendt") == 1
    assert part(page, "unresolved-mentions") == ""
    book = load_workbook(io.BytesIO(staff.client.get("/udpegningsoversigt.xlsx").content))
    found = [row[1] for row in book["Se efter"].iter_rows(values_only=True)]
    assert sum("F. Ukendt" in str(what) for what in found) == 1


def test_it_stands_apart_in_the_overview_too(staff):
    staff.see("/udpegningsoversigt.csv")
    finding = first(staff.see("/fund"))
    staff.send("/fund/laeg-til-side", fund=finding, navn="Ea", begrundelse="Set efter")
    book = load_workbook(io.BytesIO(staff.client.get("/udpegningsoversigt.xlsx").content))
    told = [row[:2] for row in book["Se efter"].iter_rows(values_only=True)][-1]
    assert told[0] == "lagt til side"
    assert told[1].startswith("Posten har ingen kilde. Set på af Ea ")


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"navn": ""}, "Der mangler et navn, så fundet er ikke lagt til side."),
        ({"begrundelse": " "}, "Der mangler en begrundelse, så fundet er ikke lagt til side."),
        ({"fund": "0123456789"}, "Fundet er der ikke længere"),
    ],
)
def test_without_name_reason_or_finding_nothing_is_set_aside(staff, config, fields, told):
    fields = {"fund": first(staff.see("/fund")), "navn": "Ea", "begrundelse": "x"} | fields
    response = staff.send("/fund/laeg-til-side", **fields)
    assert response.status_code == 409
    assert told in text_of(response.text)
    assert not config.silenced.exists()


def test_a_page_from_before_is_told_that_somebody_else_did_it(staff, config):
    finding = first(staff.see("/fund"))
    fields = {"fund": finding, "navn": "Ea", "begrundelse": "Set"}
    assert staff.send("/fund/laeg-til-side", **fields).status_code == 200
    late = staff.send("/fund/laeg-til-side", **fields | {"navn": "Bo"})
    assert late.status_code == 409
    assert "er allerede lagt til side af Ea: »Set«." in text_of(late.text)
    assert config.silenced.read_text("utf-8").count("\n") == 2


def test_what_is_found_no_more_is_told_and_can_be_removed(staff, config):
    config.silenced.write_text(
        "key,value,by,day,reason\nlaengst-vaek 12,0a0b0c0d,Ea,2025-12-01,set\n", encoding="utf-8"
    )
    page = staff.see("/fund")
    assert "Findes ikke længere laengst-vaek 12" in part(page, "lagt-til-side")
    gone = re.findall(r'name="fund" value="(\w+)"', page)[-1]
    assert "laengst-vaek" not in staff.send("/fund/tag-frem", fund=gone).text
    assert staff.send("/fund/tag-frem", fund=gone).status_code == 409


def test_who_may_only_read_sees_what_is_set_aside_and_no_button(staff, config):
    finding = first(staff.see("/fund"))
    staff.send("/fund/laeg-til-side", fund=finding, navn="Ea", begrundelse="Set")
    page = Staff(config, read_only=True).see("/fund")
    assert "Set Ea" in part(page, "lagt-til-side")
    assert 'method="post"' not in page


def test_what_a_command_settles_is_a_link_to_the_page_that_does(staff):
    message = "»Bo«: to har det navn. Afgør det med kkr-graph review."
    said, link = told(message)
    assert said.text == "»Bo«: to har det navn. "
    assert (link.text, staff.client.get(link.href).status_code) == ("Afgør det", 200)
    assert told("Posten har ingen kilde.") == (Piece("Posten har ingen kilde."),)


def test_a_finding_without_a_passage_leads_to_what_it_is_about(client):
    assert "Se det, fundet er om" in section(client, "/fund", "Fund")
    assert "/id/tenure/jens-brn" in links(client, "/fund")


def test_the_page_of_a_finding_leads_back_to_all_of_them(client):
    page = shown(client, "/id/finding/1")
    assert "Se også Alt, der skal ses efter" in page
    assert "Fundnøgle" not in page


def test_two_chairs_of_whom_a_finding_tells_are_told_once(tmp_path):
    later = tenure("later", "aage-dahl", role="chair", forum="../kkr/nordjylland")
    changes = [("2026-02-01", "2025-10-24"), ('schema:startDate "2025-10-24"^^xsd:date ;', "")]
    for old, new in changes:
        later = later.replace(old, new)
    for said, times in (("Noget andet.", 1), ("KKR Nordjylland: Bo Lund og Åge Dahl.", 0)):
        folder = tmp_path / str(times)
        (folder / "data" / "curation").mkdir(parents=True)
        graph_of(folder, later, changes=[("Posten har ingen kilde.", said)])
        page = Staff(Config(data=folder / "data", out=folder / "graph")).see("/fund")
        assert part(page, "conflicts").count("formand på samme tid") == times


def test_bodies_that_the_registry_does_not_have_are_one_row_with_their_pages(tmp_path):
    (tmp_path / "data" / "curation").mkdir(parents=True)
    config = Config(data=tmp_path / "data", out=with_new_bodies(tmp_path))
    staff = Staff(config)
    page = staff.see("/fund")
    names = r"2 organer [^:]+: Business Region North Denmark , Ålebestyrelsen \. Er et af dem"
    assert len(re.findall(names, part(page, "fund"))) == 1
    assert 'href="/id/forum/aalebestyrelsen"' in page
    body = section(staff.client, "/id/forum/aalebestyrelsen", "Se efter")
    assert "» Ålebestyrelsen « er ikke i registeret" in body
    book = load_workbook(io.BytesIO(staff.client.get("/udpegningsoversigt.xlsx").content))
    found = [str(row[1]) for row in book["Se efter"].iter_rows(values_only=True)]
    assert sum("ikke i registeret" in what for what in found) == 1
    assert BOTH_NEW in found[-1]
