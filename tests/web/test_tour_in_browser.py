"""The first five minutes on the sample data, with the keyboard alone, in a real browser."""

from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Locator, Page

from kkr_graph.pipeline import build_graph
from kkr_graph.web.app import create_app
from tests.intake.test_builder import DECEMBER
from tests.web.sample import sample_folder
from tests.web.serving import served
from tests.web.visiting import visits

MOST_KEYS = 150


def reach(page: Page, wanted: Locator) -> None:
    """Press Tab until it has the focus, which must be seen there."""
    wanted.first.wait_for()
    for _ in range(MOST_KEYS):
        page.keyboard.press("Tab")
        if wanted.first.evaluate("e => e === document.activeElement"):
            outline = wanted.first.evaluate(
                "e => e.matches(':focus-visible') && getComputedStyle(e).outlineStyle"
            )
            assert outline not in (False, "none"), "the focus is not seen"
            return
    raise AssertionError(f"{wanted} is not reached with Tab")


def follow(page: Page, role: str, name: str) -> None:
    """Reach a link or a button, and press Enter."""
    reach(page, page.get_by_role(role, name=name))  # type: ignore[arg-type]
    page.keyboard.press("Enter")


@pytest.mark.timeout(900)  # it took three minutes on a machine with much other work
def test_the_first_five_minutes_need_no_mouse(browser, tmp_path: Path):
    config = sample_folder(tmp_path)
    build_graph(config)
    own = tmp_path / "Møde.txt"
    own.write_text(DECEMBER, encoding="utf-8")
    before = config.quads.read_bytes()
    app = create_app(config.out, None, data=config.data)
    try:
        with served(app) as address, visits(browser, address) as visit:
            page = visit(viewport={"width": 1280, "height": 900})
            page.on("filechooser", lambda _: None)  # from now on, no window of the system opens
            page.get_by_text("eksempeldata").or_(page.get_by_text("eksempler")).first.wait_for()
            reach(page, page.get_by_role("combobox", name="Søg efter et navn"))
            page.keyboard.insert_text("ditte ny")
            page.get_by_role("option", name="Ditte Nyrup Krag").wait_for()
            page.keyboard.press("ArrowDown")
            page.keyboard.press("Enter")
            page.get_by_role("heading", level=1, name="Ditte Nyrup Krag").wait_for()

            follow(page, "link", "Vis netværk")
            page.locator("body[data-ready]").wait_for()
            assert page.locator("#edges tbody tr").count() > 0

            follow(page, "link", "Indlæs")
            page.get_by_role("heading", level=1, name="Indlæs referat").wait_for()
            reach(page, page.get_by_label("Vælg filer"))
            with page.expect_file_chooser() as chooser:
                page.keyboard.press("Space")
            chooser.value.set_files(own)
            follow(page, "button", "Læs filerne")
            page.get_by_role("heading", level=1, name="Møde.txt").wait_for()
            reach(page, page.get_by_role("button", name="Indlæs", exact=True))
            page.keyboard.press("Enter")
            page.get_by_role("heading", name="Dokumentet er indlæst").wait_for()
            follow(page, "link", "Åse Ny")
            page.get_by_role("heading", level=1, name="Åse Ny").wait_for()

            follow(page, "link", "Oversigt")
            page.get_by_role("heading", level=1, name="Udpegningsoversigt").wait_for()
            with page.expect_download() as fetched:
                follow(page, "link", "Hent til Excel")
            fetched.value.save_as(tmp_path / "oversigt.xlsx")
            book = openpyxl.load_workbook(tmp_path / "oversigt.xlsx")
            cells = {str(cell) for sheet in book for row in sheet.values for cell in row}
            assert any("Møde.txt" in each for each in cells)
            book.close()

            follow(page, "link", "Indlæs")
            follow(page, "button", "Tag ud Møde.txt")
            page.get_by_text("1 dokument er taget ud").wait_for()
            page.goto(f"{address}/soeg?q=Åse+Ny&alle=1")
            assert page.get_by_role("link", name="Åse Ny").count() == 0
    finally:
        app.state.waiting.builder.stop()
    assert config.quads.read_bytes() == before
