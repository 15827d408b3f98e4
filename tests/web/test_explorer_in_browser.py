"""The network explorer, served: asking the own server for more, files, and a link that reopens it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from kkr_graph.web.app import create_app
from tests.network.opened import Opened
from tests.web.conftest import FIXTURE, write_build
from tests.web.serving import served
from tests.web.visiting import PATIENCE, first, visits

ANNA, BO = "/netvaerk/person/anna-holm", "https://data.example.org/kkr/id/person/bo-lund"
COUNCIL = "https://data.example.org/kkr/id/kkr/nordjylland"


@pytest.fixture(scope="module")
def address(tmp_path_factory) -> Iterator[str]:
    build = write_build(tmp_path_factory.mktemp("explored") / "build", FIXTURE)
    with served(create_app(build, None)) as started:
        yield started


@pytest.fixture
def visit(browser, address):
    contexts, visited = [], []

    def opened(path: str, **settings) -> Opened:
        context = browser.new_context(
            locale="da-DK", viewport={"width": 1300, "height": 900}, **settings
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        result = Opened(page)
        visited.append(result)
        page.on("request", lambda request: result.requests.append(request.url))
        page.on("console", lambda message: result.complaints.append(message.text))
        page.on("pageerror", lambda error: result.complaints.append(str(error)))
        page.add_init_script(
            "addEventListener('securitypolicyviolation',"
            " e => console.error('policy: ' + e.violatedDirective))"
        )
        page.goto(path if path.startswith("http") else address + path)
        if settings.get("java_script_enabled", True):
            page.locator("body[data-ready]").wait_for()
        return result

    yield opened
    for context in contexts:
        context.close()
    for each in visited:
        assert each.complaints == []
        assert all(url.startswith((address, "blob:")) for url in each.requests)


def ask_for_participants(opened: Opened) -> None:
    opened.page.click(f'tr[data-node="{COUNCIL}"] .pick')
    with opened.page.expect_response(lambda answer: "format=udvidelse" in answer.url):
        opened.page.locator("#details-body").get_by_role("button", name="mødedeltagere").click()
    opened.page.locator("#said:not(:empty)").wait_for()


def test_more_is_fetched_from_the_own_server_and_stays_put(visit):
    opened = visit(ANNA)
    places = "() => window.netvaerk.network.getPositions()"
    before = opened.page.evaluate(places)
    assert BO not in before
    ask_for_participants(opened)
    after = opened.page.evaluate(places)
    assert BO in after
    assert {iri: after[iri] for iri in before} == before
    assert set(opened.rows("nodes")) == opened.shown("nodes")
    assert (
        opened.page.get_by_role("link", name="Åbn siden").get_attribute("href")
        == "/id/kkr/nordjylland"
    )


def test_the_picture_answers_before_the_library_is_there_which_then_shows_the_same(visit, address):
    page = visit(ANNA).page
    held = []
    page.route("**/vis-network.js", lambda route: held.append(route))
    page.goto(address + ANNA, wait_until="domcontentloaded")
    page.locator("body[data-drawn]").wait_for()
    assert page.locator("body[data-ready]").count() == 0
    place = page.evaluate(
        """id => {
            const { sketch, holder } = window.netvaerk.drawing, at = window.netvaerk.drawing.at(id);
            const beside = (axis, size) => (at[axis] - sketch.position[axis]) * sketch.scale + size / 2;
            return { x: beside("x", holder.clientWidth), y: beside("y", holder.clientHeight) };
        }""",
        COUNCIL,
    )
    page.locator("#canvas canvas").click(position=place)
    row = page.locator(f'tr[data-node="{COUNCIL}"][aria-current=true]')
    row.wait_for()
    seen = page.evaluate(
        "() => { const { position, scale } = window.netvaerk.drawing.sketch; return { position, scale }; }"
    )
    page.locator("#canvas").hover()  # when it is wanted, it is asked for
    page.wait_for_function("() => document.querySelector('script[src*=vis-network]')")
    first(held, page).continue_()
    page.locator("body[data-ready]").wait_for()
    shown = page.evaluate(
        "() => ({ position: window.netvaerk.network.getViewPosition(), scale: window.netvaerk.network.getScale() })"
    )
    assert shown["scale"] == pytest.approx(seen["scale"])
    assert shown["position"] == pytest.approx(seen["position"], abs=0.5)
    assert page.evaluate("window.netvaerk.network.getSelectedNodes()") == [COUNCIL]
    assert page.locator(".sketch").count() == 0


def test_the_link_opens_the_same_view_for_somebody_else(visit):
    opened = visit(ANNA)
    ask_for_participants(opened)
    opened.page.get_by_label("Partier").uncheck()
    opened.page.fill("#day", "2025-12-01")
    again = visit(opened.page.url)
    assert not any("format=udvidelse" in url for url in again.requests)
    assert again.shown("nodes") == opened.shown("nodes")
    assert again.shown("edges") == opened.shown("edges")
    assert again.heading == "KKR Nordjylland"
    places = "() => window.netvaerk.network.getPositions()"
    assert again.page.evaluate(places) == opened.page.evaluate(places)


def test_files_of_what_is_shown_are_fetched_from_the_page(visit):
    opened = visit(ANNA)
    ask_for_participants(opened)
    opened.page.get_by_label("Partier").uncheck()
    opened.page.get_by_text("Hent", exact=True).click()
    with opened.page.expect_download() as saved:
        opened.page.get_by_role("link", name="Til yEd og Cytoscape (GraphML)").click()
    text = Path(saved.value.path()).read_text(encoding="utf-8")
    assert text.count("<node ") == len(opened.shown("nodes"))
    assert text.count("<edge ") == len(opened.shown("edges"))


@pytest.mark.parametrize("settings", [{}, {"java_script_enabled": False}], ids=["js", "no js"])
def test_the_source_of_a_tie_is_one_click_from_the_table(visit, settings):
    page = visit(ANNA, **settings).page
    page.locator("#edges tbody tr td:last-child a").first.click()
    page.wait_for_url("**/id/evidence/*")


def test_without_javascript_a_link_shows_more(visit):
    opened = visit(ANNA, java_script_enabled=False)
    row = opened.page.locator(f'tr[data-node="{COUNCIL}"]')
    row.get_by_role("link", name="mødedeltagere").click()
    expect(opened.page.locator(f'tr[data-node="{BO}"]')).to_have_count(1)


@pytest.mark.parametrize("settings", [{}, {"java_script_enabled": False}], ids=["js", "no js"])
def test_how_two_hang_together_is_asked_on_a_form(visit, address, settings):
    page = visit(ANNA, **settings).page
    page.goto(f"{address}/netvaerk")
    page.get_by_label("Hvem eller hvad", exact=True).fill("Bo Lund")
    page.get_by_label("Og hvem eller hvad").fill("Anna Holm")
    page.get_by_role("button", name="Find vejen").click()
    page.get_by_role("heading", level=1, name="Hvordan hænger Bo Lund").wait_for()
    expect(page.locator("ol.hops li")).to_have_count(2)


@pytest.mark.parametrize("width", [320, 1400])
@pytest.mark.parametrize(
    "path",
    ["/netvaerk", ANNA, "/netvaerk/sammenhaeng?fra=Bo+Lund&til=Anna+Holm", "/netvaerk/perioder"],
)
def test_the_pages_fit_the_window(browser, address, path, width):
    with visits(browser, address) as visit:
        page = visit(path, viewport={"width": width, "height": 800})
        if path == ANNA:
            page.locator("body[data-ready]").wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator("h1").count() == 1
        ids = page.eval_on_selector_all("[id]", "all => all.map(e => e.id)")
        assert len(ids) == len(set(ids))
