"""The first five minutes on the graph of real minutes, with the mouse and by keyboard alone, in a real browser.

They lie beside the checkout and are no part of it, as in ``tests/test_real_minutes.py``.
"""

import shutil
from collections.abc import Callable, Iterator

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from kkr_graph.config import Config
from kkr_graph.pipeline import build_graph
from kkr_graph.web.app import create_app
from tests.intake.test_builder import DECEMBER
from tests.test_real_minutes import MINUTES, ROOT
from tests.web.serving import served
from tests.web.test_intake_in_browser import word
from tests.web.test_tour_in_browser import follow, reach
from tests.web.visiting import Visit, arrive, visits

pytestmark = pytest.mark.skipif(not MINUTES.is_file(), reason="the real minutes are not here")
NEW = DECEMBER.replace("2025", "2026")
Follow = Callable[[Page, str, str], None]


def click(page: Page, role: str, name: str) -> None:
    """What a hand with a mouse does to a link or a button."""
    page.get_by_role(role, name=name, exact=role == "button").first.click()  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Config, str]]:
    """The real minutes with registry and lookups as they come, served."""
    folder = tmp_path_factory.mktemp("real")
    shutil.copytree(MINUTES.parent, folder / "data" / "minutes")
    for part in ("curation", "registry"):
        shutil.copytree(ROOT / "data" / part, folder / "data" / part)
    config = Config(data=folder / "data", out=folder / "build")
    build_graph(config)
    app = create_app(config.out, None, data=config.data)
    with served(app) as address:
        yield config, address
    app.state.waiting.builder.stop()


@pytest.fixture
def visit(browser, real) -> Iterator[Visit]:
    with visits(browser, real[1]) as opened:
        yield opened


@pytest.mark.timeout(900)  # as the tour of the sample
@pytest.mark.parametrize("go", [click, follow], ids=["mouse", "keyboard"])
def test_the_first_five_minutes_on_real_minutes(visit, real, tmp_path, go: Follow):
    config, _ = real
    before = config.quads.read_bytes()
    page = visit(viewport={"width": 1280, "height": 900})
    page.on("filechooser", lambda _: None)  # from now on, no window of the system opens
    by_hand = go is click

    box = page.get_by_role("combobox", name="Søg efter et navn")
    if by_hand:
        box.click()
    else:
        reach(page, box)
    page.keyboard.insert_text("Frimand")
    option = page.get_by_role("option", name="Lasse Frimand Jensen")
    option.wait_for()
    if by_hand:
        option.click()
    else:
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
    arrive(page.get_by_role("heading", level=1, name="Lasse Frimand Jensen"))
    assert "formand" in page.locator("#gaelder").inner_text()
    proof = page.locator("#gaelder td[data-name='Kilde'] a").first
    if by_hand:
        proof.click()
    else:
        reach(page, proof)
        page.keyboard.press("Enter")
    arrive(page.locator("#tekst mark"))
    assert "Frimand" in page.locator("#tekst mark").first.inner_text()
    page.go_back()
    arrive(page.get_by_role("heading", level=1, name="Lasse Frimand Jensen"))

    go(page, "link", "Vis netværk")
    page.locator("body[data-ready]").wait_for()
    shown = page.evaluate("window.netvaerk.shown.nodes.size")
    assert 3 < shown <= 150
    expect(page.locator("#edges tbody tr").first).to_be_visible()
    assert page.get_by_role("checkbox", name="Personer").count() == 1

    go(page, "link", "Indlæs")
    arrive(page.get_by_role("heading", level=1, name="Indlæs referat"))
    chosen = page.get_by_label("Vælg filer")
    own = tmp_path / "Nyt møde.docx"
    own.write_bytes(word(NEW))
    if not by_hand:
        reach(page, chosen)
    with page.expect_file_chooser() as chooser:
        if by_hand:
            chosen.click()
        else:
            page.keyboard.press("Space")
    chooser.value.set_files(own)
    go(page, "button", "Læs filerne")
    arrive(page.get_by_role("heading", level=1, name=own.name))
    if by_hand:
        click(page, "button", "Indlæs")
    else:
        reach(page, page.get_by_role("button", name="Indlæs", exact=True))
        page.keyboard.press("Enter")
    arrive(page.get_by_role("heading", name="Dokumentet er indlæst"))
    assert config.quads.read_bytes() != before

    go(page, "link", "Oversigt")
    arrive(page.get_by_role("heading", level=1, name="Udpegningsoversigt"))
    with page.expect_download() as fetched:
        go(page, "link", "Hent til Excel")
    fetched.value.save_as(tmp_path / "oversigt.xlsx")
    book = openpyxl.load_workbook(tmp_path / "oversigt.xlsx")
    cells = {str(cell) for sheet in book for row in sheet.values for cell in row}
    book.close()
    assert "Lasse Frimand Jensen" in cells
    assert any("æ" in each for each in cells)
    assert not any("\N{LATIN CAPITAL LETTER A WITH TILDE}" in each for each in cells)
    assert any(own.name in each for each in cells)

    go(page, "link", "Indlæs")
    go(page, "button", f"Tag ud {own.name}")
    page.get_by_text("1 dokument er taget ud").wait_for()
    assert config.quads.read_bytes() == before
