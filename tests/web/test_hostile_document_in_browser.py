"""A document that wants to do more, taken in for good and opened: its words are text, and nothing runs."""

import shutil
from collections.abc import Iterator
from html import escape

import pytest

from kkr_graph.config import Config
from kkr_graph.web.app import create_app
from tests.intake.test_builder import DECEMBER
from tests.network.opened import HOSTILE
from tests.web.serving import served
from tests.web.test_hostile_names_in_browser import unharmed
from tests.web.visiting import Visit, arrive, visits

PROSE = " ".join(each.replace("\u2028", " ") for each in HOSTILE)
TEXT = DECEMBER.replace("godkendte", f"godkendte {PROSE}, og") + f"\n{PROSE}\n"
PAGE = (
    "<html><head><script>window.PWNED=1</script></head><body onload='window.PWNED=1'>"
    + "".join(f"<p>{escape(line)}</p>" for line in TEXT.replace("12. dec", "13. dec").splitlines())
    + "<img src=x onerror='window.PWNED=1'><iframe srcdoc='<script>parent.PWNED=1</script>'></iframe>"
    "</body></html>"
)
FILES = {"<img src=x onerror=window.PWNED=1>.txt": TEXT, "javascript-window.PWNED=1.html": PAGE}


@pytest.fixture
def address(two_minutes, tmp_path) -> Iterator[str]:
    shutil.copytree(two_minutes, tmp_path, dirs_exist_ok=True)
    config = Config(data=tmp_path / "data", out=tmp_path / "build")
    app = create_app(config.out, None, data=config.data)
    with served(app) as started:
        yield started
    app.state.waiting.builder.stop()


@pytest.fixture
def visit(browser, address) -> Iterator[Visit]:
    with visits(browser, address) as opened:
        yield opened


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_that_was_taken_in_is_text_on_every_page_about_it(visit, address, name):
    page = visit("/indlaes")
    page.get_by_label("Vælg filer").set_input_files(
        [{"name": name, "mimeType": "", "buffer": FILES[name].encode()}]
    )
    page.get_by_role("button", name="Læs filerne").click()
    page.get_by_role("button", name="Indlæs", exact=True).click()
    arrive(page.get_by_role("heading", name="indlæst"))
    unharmed(page)
    page.get_by_role("link", name="KKR Nordjylland").first.click()
    arrive(page.get_by_role("heading", name="Dagsorden og beslutninger"))
    unharmed(page)
    page.locator("dd a[href^='/id/document/']").first.click()
    arrive(page.get_by_role("heading", name="Tekst", exact=True))
    unharmed(page)
    assert "window.PWNED=1" in page.locator("main").inner_text()
    with page.expect_download() as saved:
        page.get_by_role("link", name="Hent originalen").click()
    assert saved.value.failure() is None  # to be saved, and not to be opened as a page
    for path in page.locator("main .text a").evaluate_all(
        "all => all.map(a => a.getAttribute('href'))"
    ):
        page.goto(address + path)
        unharmed(page)
    for path in ("/soeg?q=PWNED&alle=1", "/spoergsmaal/decisions-of-meeting", "/fund", "/oversigt"):
        page.goto(address + path)
        unharmed(page)
