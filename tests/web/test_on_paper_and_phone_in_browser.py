"""Pages on paper and on a phone: what is for the hand goes, long tables begin short, and nothing is cut off."""

from collections.abc import Iterator

import pypdfium2
import pytest
from playwright.sync_api import expect

from kkr_graph.web.app import create_app
from tests.web.conftest import FIXTURE, write_build
from tests.web.serving import served
from tests.web.test_entity_pages import HELD, MANY
from tests.web.visiting import Visit, visits

PEOPLE = 120
PHONE, WIDE = {"width": 320, "height": 640}, {"width": 1280, "height": 800}
UPRIGHT, LYING = 703, 1031  # pixels of an A4 sheet between its margins


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    many = MANY % "".join(HELD.format(at=at) for at in range(PEOPLE))
    build = write_build(tmp_path_factory.mktemp("long") / "build", FIXTURE, many)
    with served(create_app(build, None)) as started:
        yield started


@pytest.fixture
def visit(browser, address) -> Iterator[Visit]:
    with visits(browser, address) as opened:
        yield opened


def test_the_overview_on_paper_has_its_headings_on_each_sheet_and_nothing_to_press(visit):
    page = visit("/oversigt", viewport=WIDE)
    sheets = pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    texts = [sheet.get_textpage().get_text_range() for sheet in sheets]
    assert len(texts) > 2
    assert all(sheet.get_width() > sheet.get_height() for sheet in sheets)
    assert all("Forum" in text and "Kilde" in text for text in texts)
    assert texts[0].startswith("Udpegningsoversigt")
    assert sum(text.count("Mange") for text in texts) == PEOPLE
    for word in ("SPARQL", "Hent til Excel", "Vis kun rækker", "Siderne vises kun"):
        assert not any(word in text for text in texts)


@pytest.mark.parametrize(
    "path", ["/oversigt", "/id/kkr/nordjylland", "/konstituering", "/tal", "/fund"]
)
def test_on_paper_there_is_no_navigation_and_nothing_is_cut_off(visit, path):
    page = visit(path, viewport={"width": UPRIGHT, "height": 1000})
    wide = LYING if page.locator(".dense").count() else UPRIGHT  # as the style sheet turns it
    page.set_viewport_size({"width": wide, "height": 700})
    page.emulate_media(media="print")
    expect(page.locator("header.top")).to_be_hidden()
    expect(page.locator("nav:visible")).to_have_count(0)
    assert page.locator("button:visible:not(.sort)").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= wide


def test_a_network_on_paper_has_its_names(visit):
    """On the screen they are pressed to choose them, so that they are buttons."""
    page = visit("/netvaerk/person/anna-holm", viewport=WIDE)
    page.locator("body[data-ready]").wait_for()
    page.emulate_media(media="print")
    assert page.locator("#edges .pick:visible").count() > 1
    assert page.locator("#nodes .pick:visible").count() > 1
    assert page.locator("button:visible:not(.sort, .pick)").count() == 0


@pytest.mark.parametrize("path", ["/oversigt", "/spoergsmaal/who-represents?kolonner=alle"])
def test_a_table_of_many_columns_shows_the_last_one_on_an_ordinary_screen(visit, path):
    page = visit(path, viewport=WIDE)
    assert page.get_by_role("columnheader").count() >= 10
    assert page.locator("main .scroll").evaluate("e => e.scrollWidth <= e.clientWidth")


def test_on_a_phone_a_long_table_begins_short_and_goes_on_where_it_ended(visit):
    page = visit("/oversigt", viewport=PHONE)
    rows = page.locator("table.grid tbody tr:visible")
    expect(rows).to_have_count(10)
    everything = page.locator("table.grid tbody tr").count()
    assert everything > PEOPLE
    eleventh = page.locator("table.grid tbody tr").nth(10).text_content()
    page.get_by_role("button", name=f"Vis alle {everything} rækker").click()
    expect(rows).to_have_count(everything)
    assert page.evaluate("document.activeElement.textContent") == eleventh


def test_on_a_phone_looking_for_a_row_looks_through_all_of_them(visit):
    page = visit("/oversigt", viewport=PHONE)
    page.get_by_label("Vis kun rækker med").fill("Mange 119")
    expect(page.locator("table.grid tbody tr:visible")).to_have_count(1)


def test_on_a_wide_screen_a_long_table_is_whole(visit):
    page = visit("/oversigt", viewport=WIDE)
    assert page.locator("table.grid tbody tr:visible").count() > PEOPLE
    assert page.get_by_role("button", name="Vis alle").count() == 0


def test_what_a_row_is_about_stays_where_a_table_is_wider_than_the_screen(visit):
    page = visit("/spoergsmaal/appointment-overview?kolonner=alle", viewport=WIDE)
    shown = page.locator("main .scroll")
    shown.evaluate("e => e.scrollLeft = e.scrollWidth")
    frame = shown.bounding_box()
    for cell in ("th:first-child", "tbody tr:first-child td:first-child"):
        box = shown.locator(cell).first.bounding_box()
        assert abs(box["x"] - frame["x"]) < 3
    assert shown.evaluate("e => e.scrollLeft") > 0
