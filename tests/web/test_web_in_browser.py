"""The first minutes in a real browser: find somebody, see the proof, see the network."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from kkr_graph.web.app import create_app
from tests.web.conftest import FIXTURE, PATIENCE, write_build
from tests.web.serving import served
from tests.web.test_texts import TEXT, document, sha
from tests.web.visiting import visits

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}


@pytest.fixture(scope="module")
def address(tmp_path_factory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("served")
    (folder / "data" / "minutes").mkdir(parents=True)
    content = TEXT.encode()
    (folder / "data" / "minutes" / "valg.txt").write_bytes(content)
    start = TEXT.replace("\r\n", "\n").index("Bo Lund")
    trig = document("Bo Lund", start, sha(content)) + PROVEN
    build = write_build(folder / "build", FIXTURE, trig)
    app = create_app(build, None, data=folder / "data", seconds=PATIENCE)
    with served(app) as started:
        yield started


PROVEN = """
<https://data.example.org/kkr/h> {
  <https://data.example.org/kkr/id/tenure/bo-kkr> <http://www.w3.org/ns/prov#wasDerivedFrom>
    <https://data.example.org/kkr/id/evidence/c1> . }
"""


@pytest.fixture
def visit(browser, address):
    with visits(browser, address) as opened:
        yield opened


@pytest.mark.parametrize("settings", [{}, {"java_script_enabled": False}], ids=["js", "no js"])
def test_from_a_name_to_the_sentence_that_proves_it(visit, settings):
    page = visit(viewport=WIDE, **settings)
    page.get_by_label("Søg efter et navn").fill("bo lund")
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=1, name="Bo Lund").wait_for()
    row = page.locator("#gaelder tr", has_text="formand")
    row.get_by_role("link", name="dokument").or_(row.get_by_role("link", name="valg.txt")).click()
    assert page.locator("mark").inner_text() == "Bo Lund"
    page.get_by_role("link", name="Vis hele dokumentets tekst").click()
    assert page.locator("#sted mark").inner_text() == "Bo Lund"


def test_from_a_person_to_the_network_and_back(visit):
    page = visit("/id/person/bo-lund", viewport=WIDE)
    page.get_by_role("link", name="Vis netværk").click()
    page.locator("body[data-ready]").wait_for()
    assert page.locator("#edges tbody tr").count() > 3
    page.get_by_role("link", name="← Bo Lund").click()
    page.get_by_role("heading", level=1, name="Bo Lund").wait_for()


def test_a_question_in_danish_is_answered(visit):
    page = visit(viewport=WIDE)
    page.get_by_label("Stil et spørgsmål på dansk").fill("Hvem er formand for BRN?")
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=1, name="Hvem er formand?").wait_for()
    expect(page.get_by_role("cell", name="Åge Dahl")).to_have_count(1)


def test_tables_are_sorted_as_danes_sort_and_filtered(visit):
    page = visit("/spoergsmaal/people", viewport=WIDE)
    names = page.locator("table.grid tbody td:first-child")
    page.get_by_role("button", name="Person").click()
    assert names.all_inner_texts()[-1] == "Åge Dahl"
    assert page.get_by_role("columnheader", name="Person").get_attribute("aria-sort") == "ascending"
    page.get_by_role("button", name="Person").click()
    assert names.all_inner_texts()[0] == "Åge Dahl"

    many = visit("/spoergsmaal/bodies", viewport=WIDE)
    if many.get_by_label("Vis kun rækker med").count():
        many.get_by_label("Vis kun rækker med").fill("erhvervshus nord")
        assert many.locator("table.grid tbody tr:not([hidden])").count() == 1


def test_a_stroke_leads_to_the_search_box(visit):
    page = visit("/id/person/bo-lund", viewport=WIDE)
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/soeg?q=jens",
        "/spoergsmaal/who-represents?forum=DEB",
        "/id/person/anna-holm",
        "/id/kkr/nordjylland",
        "/id/meeting/nordjylland/2025-10-24",
        "/id/meeting/nordjylland/2025-10-24/item/3.9",
        "/id/evidence/c1",
        "/oversigt",
        "/sparql",
        "/sparql?query=SELECT+*+%7B+%3Fs+a+kkr%3AForum+%3B+%3Fp+%3Fo+%7D",
        "/fund",
        "/tal",
        "/konstituering",
        "/konstituering/beregning?pulje=A%3D11%2C+B%3D8&pladser=7",
        "/konstituering/regler",
        "/konstituering/kalender",
    ],
)
def test_pages_fit_a_narrow_screen_and_have_one_name_for_everything(visit, path):
    page = visit(path, viewport=NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    assert page.get_attribute("html", "lang") == "da"
    assert page.locator("h1").count() == 1
    assert page.locator("main").count() == 1
    unnamed = page.eval_on_selector_all(
        "input:not([type=hidden]), select",
        "all => all.filter(e => !e.labels.length).map(e => e.id)",
    )
    assert unnamed == []
    ids = page.eval_on_selector_all("[id]", "all => all.map(e => e.id)")
    assert len(ids) == len(set(ids))
