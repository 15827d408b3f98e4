"""The editor for SPARQL in a browser: completion, keys, mistakes, what was asked before, and no scripts."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from kkr_graph.web.app import create_app
from tests.web.conftest import FIXTURE, PATIENCE, write_build
from tests.web.serving import served
from tests.web.visiting import first, visits

MISTAKE = "/sparql?query=SELECT+*+%7B%0A++%3Fs+a+foo%3APerson%0A%7D"


@pytest.fixture(scope="module")
def address(tmp_path_factory) -> Iterator[str]:
    text = FIXTURE.read_text(encoding="utf-8")
    text = text.replace('"Åge Dahl"', '"Onde <script>window.PWNED=1</script>\\u2028\\u202E"')
    build = write_build(tmp_path_factory.mktemp("editor") / "build", text)
    app = create_app(build, None, seconds=PATIENCE)
    with served(app) as started:
        yield started
    app.state.sites.free.close()


@pytest.fixture
def visit(browser, address):
    # that an answer is 400 is told on the console by the browser itself
    with visits(browser, address, allowed="status of 400") as opened:
        yield opened


@pytest.fixture
def page(visit):
    return opened(visit)


def opened(visit, path="/sparql", **settings):
    page = visit(path, **settings)
    page.locator(".editor").wait_for()
    return page


def write(page, text: str):
    area = page.get_by_label("Spørgsmål", exact=True)
    area.fill("")
    area.press_sequentially(text)
    return area


def test_a_danish_word_becomes_the_name_and_its_prefix_is_declared(page):
    area = write(page, "SELECT * { ?x a pos")
    page.get_by_role("option", name="kkr:Tenure").wait_for()
    assert area.get_attribute("aria-activedescendant") == "completion-0"
    assert page.get_by_role("option").first.inner_text().startswith("kkr:Tenure")
    page.keyboard.press("Enter")
    assert area.input_value() == (
        "PREFIX kkr: <https://w3id.org/kkr/ns#>\nSELECT * { ?x a kkr:Tenure"
    )
    area.press_sequentially(" ; kkr:thro")
    page.keyboard.press("Tab")
    assert area.input_value().endswith("?x a kkr:Tenure ; kkr:through")
    assert area.input_value().count("PREFIX") == 1
    page.keyboard.press("Control+z")
    assert area.input_value().endswith("kkr:thro"), "what was put in can be undone"


def test_escape_closes_and_enter_is_then_a_new_line(page):
    area = write(page, "SELECT * { ?x a Meeti")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("Escape")
    assert page.get_by_role("option").count() == 0
    page.keyboard.press("Enter")
    assert area.input_value() == "SELECT * { ?x a Meeti\n"


def test_tab_leaves_the_editor_when_nothing_is_suggested(page):
    write(page, "ASK { ?s ?p ?o }")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Spørg"


def test_variables_and_keywords_are_completed(page):
    area = write(page, "SELECT ?forum { ?forum ?a ?b . ?fo")
    page.get_by_role("option", name="?forum").wait_for()
    page.keyboard.press("Enter")
    assert area.input_value().endswith(". ?forum")
    area.press_sequentially(" OPT")
    page.get_by_role("option", name="OPTIONAL").wait_for()


def test_a_name_becomes_the_address_of_what_it_names(page):
    area = write(page, "SELECT * { <anna hol")
    page.get_by_role("option", name="Anna Holm").click()
    assert area.input_value() == ("SELECT * { <https://data.example.org/kkr/id/person/anna-holm>")
    write(page, "SELECT * { <onde")
    page.get_by_role("option").filter(has_text="window.PWNED").wait_for()
    assert page.evaluate("window.PWNED") is None


def test_a_choice_takes_the_place_of_all_that_was_typed_meanwhile(page):
    """What is offered may be of the letters before the last."""
    late = []
    page.route("**/forslag?q=anna&*", lambda route: late.append(route))
    area = write(page, "SELECT * { <ann")
    page.get_by_role("option", name="Anna Holm").wait_for()
    with page.expect_request("**/forslag?q=anna&*"):
        area.press_sequentially("a")
    page.keyboard.press("Enter")
    first(late, page).continue_()
    assert area.input_value() == "SELECT * { <https://data.example.org/kkr/id/person/anna-holm>"


def test_nothing_is_suggested_in_texts_and_comments(page):
    write(page, 'SELECT * { ?s ?p "meet')
    write(page, "# meet")
    assert page.get_by_role("option").count() == 0
    page.keyboard.press("Control+Space")
    page.get_by_role("option").first.wait_for()


def test_ctrl_enter_asks_and_the_answer_has_names(page):
    write(page, "SELECT ?k { ?k a kkr:ContactCouncil } ORDER BY ?k")
    page.keyboard.press("Control+Enter")
    page.get_by_role("link", name="KKR Nordjylland").wait_for()
    page.get_by_role("button", name="Kopiér til Word").wait_for()


def test_the_text_is_coloured_where_it_is_written(page):
    write(page, 'SELECT ?s { ?s a foaf:Person ; foaf:name "a <b>" } # slut')
    painted = page.locator(".paint")
    assert (
        painted.inner_text().strip() == 'SELECT ?s { ?s a foaf:Person ; foaf:name "a <b>" } # slut'
    )
    assert painted.locator(".t-variable").all_inner_texts() == ["?s", "?s"]
    assert painted.locator(".t-name").all_inner_texts() == ["foaf:Person", "foaf:name"]
    assert painted.locator(".t-string").inner_text() == '"a <b>"'
    assert painted.locator(".t-comment").inner_text() == "# slut"
    boxes = [page.locator(each).bounding_box() for each in ("#query", ".paint")]
    assert abs(boxes[0]["y"] - boxes[1]["y"]) < 3


def test_a_mistake_is_shown_at_its_line_and_the_caret_stands_there(visit):
    page = opened(visit, MISTAKE)
    page.locator(".wrong-line").wait_for()
    stripe, line = page.locator(".wrong-line").bounding_box(), page.locator(".paint").bounding_box()
    assert 15 < stripe["y"] - line["y"] < 50, "the second line"
    caret = page.evaluate("document.getElementById('query').selectionStart")
    assert caret == len("SELECT * {\n  ?s a ")
    assert page.locator(".where mark").inner_text() == "foo:Person"
    page.get_by_label("Spørgsmål", exact=True).press("Delete")
    assert page.locator(".wrong-line").count() == 0


def test_what_was_asked_is_remembered_in_the_browser_and_forgotten_on_demand(page):
    for query in ("# Første\nASK { ?s a kkr:Forum }", "ASK { ?s a foaf:Person }"):
        write(page, query)
        with page.expect_navigation():
            page.keyboard.press("Control+Enter")
        page.locator(".editor").wait_for()
    earlier = page.locator("#tidligere a")
    expect(earlier).to_have_text(["ASK { ?s a foaf:Person }", "Første"])
    with page.expect_navigation():
        page.get_by_role("link", name="Første").click()
    page.locator(".editor").wait_for()
    expect(earlier).to_have_text(["Første", "ASK { ?s a foaf:Person }"])  # the last one comes first
    page.get_by_role("button", name="Glem dem").click()
    assert not page.locator("#tidligere").is_visible()
    page.reload()
    page.locator(".editor").wait_for()
    expect(earlier).to_have_text(["Første"])  # it is on the page again


def test_a_long_question_is_sent_in_the_body(page):
    area = page.get_by_label("Spørgsmål", exact=True)
    area.fill("ASK { ?s a kkr:Forum } " + "# en lang bemærkning " * 500)
    page.keyboard.press("Control+Enter")
    page.get_by_role("heading", level=2, name="Svar").wait_for()
    assert page.url.endswith("/sparql")


def test_without_scripts_it_is_a_form_and_the_mistake_is_marked(visit):
    page = visit("/sparql", java_script_enabled=False)
    page.get_by_label("Spørgsmål", exact=True).fill("ASK { ?s a kkr:Forum }")
    page.get_by_role("button", name="Spørg").click()
    expect(page.get_by_text("Ja", exact=True)).to_be_visible()
    expect(page.locator("#tidligere")).to_be_hidden()
    page.get_by_label("Spørgsmål", exact=True).fill("SELECT * { ?s a foo:Bar }")
    page.get_by_role("button", name="Spørg").click()
    assert "Præfikset foo: er ikke erklæret, ved linje 1, tegn 17." in page.inner_text("#problem")
    assert page.locator(".where mark").inner_text() == "foo:Bar"
