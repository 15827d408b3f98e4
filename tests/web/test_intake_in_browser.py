"""A document dropped on the page, confirmed, found and taken back, in a real browser."""

import base64
from io import BytesIO

import docx
import pytest
from playwright.sync_api import expect

from kkr_graph.config import Config
from kkr_graph.pipeline import build_graph
from kkr_graph.web.app import create_app
from tests.intake.test_builder import DECEMBER
from tests.pipeline.folder import AUGUST, OCTOBER, make
from tests.web.serving import served
from tests.web.visiting import PATIENCE, arrive, visits

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
DROP = """(form, [name, content]) => {
  const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
  const files = new DataTransfer();
  files.items.add(new File([bytes], name));
  for (const kind of ["dragenter", "dragover", "drop"])
    form.dispatchEvent(new DragEvent(kind, { dataTransfer: files, bubbles: true, cancelable: true }));
}"""


def word(text):
    document, content = docx.Document(), BytesIO()
    for paragraph in filter(None, text.splitlines()):
        document.add_paragraph(paragraph)
    document.save(content)
    return content.getvalue()


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    folder = tmp_path_factory.mktemp("desk")
    data = make(folder / "data", {"a.txt": OCTOBER, "b.txt": AUGUST})
    (data / "samples.csv").write_text("document\nminutes/a.txt\nminutes/b.txt\n", encoding="utf-8")
    config = Config(data=data, out=folder / "build")
    build_graph(config)
    app = create_app(config.out, None, data=data)
    with served(app) as address:
        yield config, address
    app.state.waiting.builder.stop()


@pytest.fixture
def visit(browser, desk):
    with visits(browser, desk[1]) as opened:
        yield opened


def state(config):
    return config.quads.read_bytes(), config.ledger.read_bytes()


def test_a_file_is_dropped_confirmed_found_and_taken_back(visit, desk):
    before = state(desk[0])
    page = visit(viewport=WIDE)
    page.get_by_text("Grafen er bygget af de eksempler").wait_for()
    page.get_by_role("link", name="Indlæs referat").click()
    arrive(
        page.get_by_role("heading", level=1, name="Indlæs referat")
    )  # and listens for what is dropped
    content = base64.b64encode(word(DECEMBER)).decode()
    page.locator("form.drop").evaluate(DROP, ["Møde.docx", content])
    page.get_by_role("heading", level=1, name="Møde.docx").wait_for()
    new = page.locator("#personer tr", has_text="Åse Ny").get_by_text("nyt navn")
    expect(new).to_have_count(1)
    expect(page.locator("#punkter").get_by_text("Udpegning").first).to_be_visible()

    page.get_by_role("button", name="Indlæs", exact=True).click()
    page.get_by_role("heading", name="Dokumentet er indlæst").wait_for()
    page.get_by_role("link", name="Åse Ny").click()
    page.get_by_role("heading", level=1, name="Åse Ny").wait_for()
    expect(page.get_by_text("Der er stadig eksempler")).to_have_count(1)

    page.get_by_role("link", name="Indlæs", exact=True).click()
    page.get_by_role("button", name="Tag ud Møde.docx").click()
    page.get_by_text("1 dokument er taget ud").wait_for()
    assert state(desk[0]) == before


def test_the_same_without_a_script(visit, desk):
    before = state(desk[0])
    page = visit("/indlaes", viewport=WIDE, java_script_enabled=False)
    file = {"name": "Møde.docx", "mimeType": "", "buffer": word(DECEMBER)}
    page.get_by_label("Vælg filer").set_input_files([file])
    page.get_by_role("button", name="Læs filerne").click()
    page.get_by_role("heading", level=1, name="Møde.docx").wait_for()
    page.get_by_role("button", name="Indlæs", exact=True).click()
    page.get_by_role("heading", name="Dokumentet er indlæst").wait_for()
    page.get_by_role("button", name="Fortryd indlæsning").click()
    page.get_by_text("1 dokument er taget ud").wait_for()
    assert state(desk[0]) == before


def test_a_file_that_is_too_large_is_told_before_it_is_sent(visit, desk):
    page = visit("/indlaes", viewport=WIDE)
    content = base64.b64encode(b"x" * (25 * 1024 * 1024 + 1)).decode()
    page.locator("form.drop").evaluate(DROP, ["stor.txt", content])
    page.get_by_role("alert").filter(has_text="Større end 25 MB: stor.txt").wait_for()
    assert page.url.endswith("/indlaes")


def test_a_page_of_somebody_else_cannot_send_a_document(browser, desk):
    """Another port of this machine is another site, and it does not know the token."""
    before = state(desk[0])
    with served(create_app(None, None)) as elsewhere:
        page = browser.new_context().new_page()
        page.set_default_timeout(PATIENCE)
        page.route(
            f"{elsewhere}/trap",
            lambda route: route.fulfill(
                content_type="text/html",
                body=f"<form method=post action='{desk[1]}/indlaes/uden-eksempler'>"
                "<input name=token value=x><button>x</button></form>",
            ),
        )
        page.goto(f"{elsewhere}/trap")
        with page.expect_response(f"{desk[1]}/**") as answered:
            page.get_by_role("button").click()
        assert answered.value.status == 403
        page.context.close()
    assert state(desk[0]) == before


def test_the_pages_fit_a_narrow_screen_and_have_one_name_for_everything(visit):
    page = visit("/indlaes", viewport=NARROW)
    page.get_by_label("Vælg filer").set_input_files(
        [{"name": "a.txt", "mimeType": "", "buffer": (OCTOBER + "\nMere.\n").encode()}]
    )
    page.get_by_role("button", name="Læs filerne").click()
    arrive(page.get_by_text("Er dette en ny udgave?"))
    for _ in range(2):
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
        assert page.locator("h1").count() == page.locator("main").count() == 1
        unnamed = page.eval_on_selector_all(
            "input:not([type=hidden])", "all => all.filter(e => !e.labels.length).map(e => e.id)"
        )
        assert unnamed == []
        assert all(name.strip() for name in page.locator("button").all_text_contents())
        ids = page.eval_on_selector_all("[id]", "all => all.map(e => e.id)")
        assert len(ids) == len(set(ids))
        with page.expect_navigation():
            page.get_by_role("link", name="Indlæs", exact=True).first.click()
    page.get_by_role("button", name="Fjern a.txt").click()
    expect(page.get_by_text("Venter på")).to_have_count(0)
