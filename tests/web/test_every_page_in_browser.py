"""Every kind of page in a real browser: no barrier, no overflow, nothing of somebody else.

A barrier is what axe finds against WCAG 2.1 A and AA. ``visits`` fails a test whose page asks another
machine, breaks its own policy or complains on the console.
"""

import re
import threading
from collections import Counter
from collections.abc import Iterator
from typing import Any

import httpx
import pypdfium2
import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from kkr_graph.errors import ConfigError
from kkr_graph.pipeline import build_graph
from kkr_graph.web.app import create_app
from kkr_graph.web.building import Tell
from tests.pipeline.folder import OCTOBER
from tests.web.conftest import PATIENCE
from tests.web.sample import PATHS, finder, sample_folder
from tests.web.serving import served
from tests.web.visiting import Visit, arrive, visits

WIDE, ZOOMED, NARROW = ({"width": width, "height": 800} for width in (1280, 640, 320))
WITHOUT_ANSWER = ("no such page", "no such thing", "bad day", "SPARQL mistake")
SAME = ("no such page", "no such thing", "question in Danish")  # tell what others tell
HTML = {"accept": "text/html"}
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"],
    "resultTypes": ["violations"],
    "preload": False,  # what a page loads is looked at below, and axe should add nothing to it
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Where the sample is served, and what finds the paths of its things."""
    config = sample_folder(tmp_path_factory.mktemp("sample"))
    build_graph(config)
    app = create_app(config.out, None, data=config.data, seconds=PATIENCE)
    with served(app) as address:
        yield address, finder(config)
    app.state.waiting.builder.stop()


@pytest.fixture
def visit(browser, site) -> Iterator[Visit]:
    address, found = site
    with visits(browser, address, allowed="the server responded with a status of 4") as opened:
        yield lambda path, **settings: opened(found(path), **settings)


def barriers(page: Page) -> list[str]:
    """What axe finds, with where it is. What it asks the page goes past the policy of the page."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    result = page.evaluate("options => axe.run(document, options)", OPTIONS)
    assert result["passes"], "axe looked at nothing"
    return [
        f"{each['id']}: {each['help']}: {node['target']} {node['html'][:200]}"
        for each in result["violations"]
        for node in each["nodes"]
    ]


def too_wide(page: Page) -> Any:
    """What sticks out of the page, if it has to be scrolled sideways."""
    return page.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth ? [] :
        [...document.querySelectorAll("main *, header *, footer *")]
        .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
        .map(e => `${e.tagName}.${e.className} ${Math.round(e.getBoundingClientRect().right)}`)
        .concat(["page " + document.documentElement.scrollWidth])"""
    )


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS.keys())
def test_a_page_has_no_barrier_and_fits_every_screen(visit, path):
    page = visit(path, viewport=WIDE)
    if page.locator("#explorer").count():
        page.locator("body[data-ready]").wait_for()
    assert page.get_attribute("html", "lang") == "da"
    assert page.locator("h1").count() == page.locator("main").count() == 1
    ids = page.eval_on_selector_all("[id]", "all => all.map(e => e.id)")
    assert [each for each, count in Counter(ids).items() if count > 1] == []
    assert too_wide(page) == []
    assert barriers(page) == []
    page.set_viewport_size(ZOOMED)  # 1280 at 200 %
    assert too_wide(page) == []
    page.set_viewport_size(NARROW)
    assert too_wide(page) == []
    assert barriers(page) == []


def test_the_overview_shows_its_sources_on_an_ordinary_screen_without_scrolling(visit):
    table = visit("/oversigt", viewport=WIDE).locator("main .scroll")
    assert table.get_by_role("columnheader", name="Besluttet").count() == 1  # as wide as it gets
    assert table.evaluate("e => e.scrollWidth <= e.clientWidth")


LONG = {
    "Forum": "Patientinddragelsesudvalget",
    "Rolle": "stedfortræder",
    "Navn": "Maja Thrane Sonnesgaard",
    "Parti": "Danmarksdemokraterne",
    "Kommune": "Vesthimmerlands",
    "Repræsenterer": "KKR Hovedstaden",
    "Periode": "slut ukendt, senest set 24.10.2025",
    "Stedfortræder": "Ellen Strandgaard",
    "Besluttet": "24.10.2025, pkt. 2",
    "Kilde": "referat\u00a024.10.2025, linje\u00a0156",
}


def test_the_overview_fits_with_long_words_and_periods_are_not_cut_into_pieces(visit):
    table = visit("/oversigt", viewport=WIDE).locator("main .scroll")
    lines = table.evaluate(
        """(e, long) => {
            for (const cell of e.querySelectorAll("tbody tr:first-child td"))
                cell.innerHTML = `<div>${long[cell.dataset.name]}</div>`;
            const told = e.querySelector("tbody tr:first-child [data-name=Periode] div");
            return told.getBoundingClientRect().height / parseFloat(getComputedStyle(told).lineHeight);
        }""",
        LONG,
    )
    assert table.evaluate("e => e.scrollWidth - e.clientWidth") <= 0
    assert round(lines) == 2


@pytest.mark.parametrize("name", ["appointment-overview", "seat-groups", "calendar", "findings"])
def test_an_answer_with_many_columns_fits_an_ordinary_screen(visit, name):
    table = visit(f"/spoergsmaal/{name}", viewport=WIDE).locator("main .scroll")
    assert table.evaluate("e => e.scrollWidth - e.clientWidth") <= 0


@pytest.mark.parametrize(
    ("path", "begins"),
    [
        ("/oversigt", "Udpegningsoversigt"),
        ("/spoerg?q=Hvem+er+formand+for+BRN%3F", "Hvem er formand?"),
    ],
)
def test_the_first_sheet_on_paper_is_not_kept_for_the_word_that_it_is_a_sample(visit, path, begins):
    printed = visit(path, viewport=WIDE).pdf(format="A4", prefer_css_page_size=True)
    first = pypdfium2.PdfDocument(printed)[0].get_textpage().get_text_range()
    assert "Eksempeldata" in first
    assert begins in first
    assert "Business Region North Denmark" in first
    for word in ("spørg igen", "SPARQL", "Vis svar"):
        assert word not in first


@pytest.mark.parametrize("width", [1280, 390])
def test_the_tables_below_a_network_fit_the_screen(visit, width):
    page = visit("/netvaerk/{council key}", viewport={"width": width, "height": 800})
    page.locator("body[data-ready]").wait_for()
    sticking_out = "all => all.map(e => e.scrollWidth - e.clientWidth)"
    assert page.locator("main .scroll").evaluate_all(sticking_out) == [0, 0]


@pytest.mark.parametrize("width", [1280, 390, 360])
def test_the_longest_name_of_a_body_is_not_broken_in_the_overview(visit, width):
    page = visit("/oversigt", viewport={"width": width, "height": 800})
    cells = page.locator("main .grid td:first-child a")
    assert cells.get_by_text("Erhvervsfremmebestyrelse").count() > 0
    lines = cells.evaluate_all(
        """all => all.map(a => {
            const walk = document.createTreeWalker(a, NodeFilter.SHOW_TEXT), text = walk.nextNode();
            const range = document.createRange();
            return [...text.data.matchAll(/\\S+/g)].map(word => {
                range.setStart(text, word.index);
                range.setEnd(text, word.index + word[0].length);
                return range.getClientRects().length;
            });
        })"""
    )
    assert all(each == 1 for words in lines for each in words), lines


def test_open_suggestions_have_no_barrier(visit):
    page = visit("/", viewport=NARROW)
    page.get_by_role("combobox", name="Søg efter et navn").fill("nordjylland")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert barriers(page) == []
    assert too_wide(page) == []


def test_a_document_to_be_confirmed_has_no_barrier(visit):
    page = visit("/indlaes", viewport=WIDE)
    content = OCTOBER.replace("24. oktober", "19. december").encode()
    page.get_by_label("Vælg filer").set_input_files(
        [{"name": "ny.txt", "mimeType": "", "buffer": content}]
    )
    page.get_by_role("button", name="Læs filerne").click()
    arrive(page.get_by_role("heading", level=1, name="ny.txt"))
    assert barriers(page) == []
    page.set_viewport_size(NARROW)
    assert too_wide(page) == []
    assert barriers(page) == []
    page.get_by_role("link", name="Indlæs", exact=True).first.click()
    arrive(page.get_by_role("heading", level=1, name="Indlæs referat"))
    assert barriers(page) == []
    assert too_wide(page) == []


def test_there_is_somebody_to_settle(site):
    """Otherwise the page for it would be looked at while it is empty."""
    assert "Ditte Nyrup Krag" in httpx.get(f"{site[0]}/hvem-er-hvem", timeout=PATIENCE).text


def test_every_page_has_a_title_of_its_own(site):
    address, found = site
    titles: dict[str, set[str]] = {}
    for name, path in PATHS.items():
        answer = httpx.get(
            address + found(path), headers=HTML, follow_redirects=True, timeout=PATIENCE
        )
        assert (answer.status_code >= 400) == (name in WITHOUT_ANSWER), path
        if name in SAME:
            continue
        match = re.search(r"<title>([^<]+)</title>", answer.text)
        assert match, path
        titles.setdefault(match[1], set()).add(str(answer.url).partition("?")[0])
    assert {title: urls for title, urls in titles.items() if len(urls) > 1} == {}


@pytest.mark.parametrize("parts", [(0, 0), (3, 600)], ids=["begins", "in the middle"])
def test_while_something_is_built_there_is_no_barrier(browser, build, parts):
    app, go_on = create_app(build, None), threading.Event()

    def work(tell: Tell) -> str:
        tell("Læser dokumenter", *parts)
        go_on.wait()
        return "/"

    with served(app) as address, visits(browser, address) as opened:
        app.state.builds.start("Bygger grafen", work)
        try:
            page: Any = opened("/bygning", viewport=WIDE)
            page.get_by_role("heading", level=1, name="Bygger grafen").wait_for()
            assert page.get_by_role("progressbar", name="Bygger grafen").count() == 1
            assert barriers(page) == []
            page.set_viewport_size(NARROW)
            assert too_wide(page) == []
            assert barriers(page) == []
        finally:
            go_on.set()
        page.wait_for_url(f"{address}/")
        page.wait_for_load_state()
        app.state.builds.wait()


def test_what_could_not_be_built_is_told_without_a_barrier(browser, build):
    app = create_app(build, None)

    def work(_: Tell) -> str:
        raise ConfigError("Mappen »data« mangler.", "Læg den tilbage, og prøv igen.")

    with served(app) as address, visits(browser, address) as opened:
        app.state.builds.start("Bygger grafen", work, back="/indlaes")
        app.state.builds.wait()
        page = opened("/bygning", viewport=NARROW)
        page.get_by_role("heading", level=1, name="Det lykkedes ikke").wait_for()
        assert "Mappen »data« mangler." in page.get_by_role("alert").inner_text()
        assert too_wide(page) == []
        assert barriers(page) == []
