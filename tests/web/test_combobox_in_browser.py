"""Suggestions under a field, with the keyboard alone, and whatever things are called."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from kkr_graph.web.app import create_app
from tests.web.conftest import FIXTURE, write_build
from tests.web.serving import served
from tests.web.visiting import first, visits

HOSTILE = (
    "<script>window.PWNED=1</script>",
    "</script><img src=x onerror=window.PWNED=1>",
    "line\\u2028line",
    "\\u202Erotcod\\u202C",
)


@pytest.fixture(scope="module")
def address(tmp_path_factory) -> Iterator[str]:
    text = FIXTURE.read_text(encoding="utf-8")
    for name, hostile in zip(
        ("Cecilie Ørsted", "Åge Dahl", "Læsø", "Venstre"), HOSTILE, strict=True
    ):
        text = text.replace(f'"{name}"', f'"Onde {hostile}"')
    with served(
        create_app(write_build(tmp_path_factory.mktemp("box") / "build", text), None)
    ) as at:
        yield at


@pytest.fixture
def visit(browser, address):
    with visits(browser, address) as opened:
        yield opened


def test_somebody_is_found_with_the_keyboard_alone(visit):
    page = visit()
    box = page.get_by_role("combobox", name="Søg efter et navn")
    box.fill("an")
    page.get_by_role("option", name="Anna Holm").wait_for()
    assert box.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    active = page.locator(f"#{box.get_attribute('aria-activedescendant')}")
    assert active.get_attribute("aria-selected") == "true"
    assert active.inner_text().startswith("Anna Holm")
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=1, name="Anna Holm").wait_for()


def test_what_is_typed_before_the_page_listens_is_answered(visit):
    """On a slow machine the field is there for a while before its script is."""
    page, late = visit(), []
    page.route("**/static/combobox.js", lambda route: late.append(route))
    page.reload(wait_until="commit")
    page.get_by_label("Søg efter et navn").fill("anna holm")
    first(late, page).continue_()
    page.get_by_role("option", name="Anna Holm").wait_for()


def test_a_late_answer_leaves_what_was_chosen(visit):
    """The arrows are quicker than the server when somebody types on."""
    page, late = visit(), []
    page.route("**/forslag?q=an&*", lambda route: late.append(route))
    box = page.get_by_role("combobox", name="Søg efter et navn")
    box.fill("a")
    page.get_by_role("option", name="Anna Holm").wait_for()
    told = page.get_by_role("status").first.inner_text()
    with page.expect_request("**/forslag?q=an&*"):
        box.press_sequentially("n")
    page.keyboard.press("ArrowDown")
    first(late, page).continue_()
    expect(page.get_by_role("status").first).not_to_have_text(told)
    active = page.locator(f"#{box.get_attribute('aria-activedescendant')}")
    assert active.inner_text().startswith("Anna Holm")
    assert active.get_attribute("aria-selected") == "true"


def test_how_many_there_are_is_told_and_escape_closes(visit):
    page = visit()
    box = page.get_by_role("combobox", name="Søg efter et navn")
    box.fill("nordjylland")
    page.get_by_role("status").filter(has_text="forslag").first.wait_for()
    assert page.get_by_role("group", name="Fora og KKR").get_by_role("option").count() > 0
    page.keyboard.press("Escape")
    assert page.get_by_role("option").count() == 0
    assert box.get_attribute("aria-expanded") == "false"
    assert box.input_value() == "nordjylland"
    assert page.evaluate("document.activeElement.id") == "find"


def test_arrows_go_round_and_back_to_what_was_typed(visit):
    page = visit()
    box = page.get_by_role("combobox", name="Søg efter et navn")
    box.fill("anna holm")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowUp")
    last = page.get_by_role("option").last.get_attribute("id")
    assert box.get_attribute("aria-activedescendant") == last
    page.keyboard.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") is None


def test_enter_without_a_choice_searches_as_ever(visit):
    page = visit()
    page.get_by_label("Søg efter et navn").press_sequentially("nordjylland")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/soeg?q=nordjylland")


def test_a_field_shows_all_it_takes_and_is_filled_in(visit):
    page = visit("/spoergsmaal/who-represents")
    box = page.get_by_role("combobox", name="KKR")
    box.focus()
    page.keyboard.press("ArrowDown")
    page.get_by_role("option", name="KKR Nordjylland").wait_for()
    assert page.get_by_role("option").all_inner_texts()[0].startswith("KKR Midtjylland")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert box.input_value() == "KKR Nordjylland"
    assert page.get_by_role("option").count() == 0
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=2, name="Svar").wait_for()


def test_the_mouse_chooses_too(visit):
    page = visit("/spoergsmaal/person-posts")
    box = page.get_by_role("combobox", name="Person")
    box.fill("bo l")
    page.get_by_role("option", name="Bo Lund").click()
    assert box.input_value() == "Bo Lund"
    assert page.evaluate("document.activeElement.name") == "person"


def test_a_question_is_put_together(visit):
    page = visit("/spoergsmaal")
    box = page.get_by_role("combobox", name="Stil et spørgsmål på dansk")
    box.fill("hvem er formand fo")
    page.get_by_role("option", name="Hvem er formand for …?").click()
    assert box.input_value() == "Hvem er formand for "
    box.press_sequentially("brn")
    page.get_by_role("option", name="Business Region North Denmark").first.click()
    page.keyboard.press("Enter")
    page.get_by_text("Det er forstået som:").wait_for()


def test_names_do_nothing_whatever_they_are(visit):
    page = visit()
    page.get_by_label("Søg efter et navn").fill("onde")
    page.get_by_role("option").nth(3).wait_for()
    shown = "".join(page.get_by_role("option").all_text_contents())
    assert "<script>window.PWNED=1</script>" in shown
    assert page.evaluate("window.PWNED") is None
    assert page.locator(".suggestions script, .suggestions img").count() == 0
    assert page.locator(".suggestions bdi").count() >= 4


def test_without_scripts_the_browser_suggests(visit):
    page = visit("/spoergsmaal/who-represents", java_script_enabled=False)
    named = page.locator("input[name=council]").get_attribute("list")
    assert page.locator(f"#{named} option").count() == 2
    page.get_by_label("Forum").fill("DEB")
    page.get_by_role("button", name="Vis svar").click()
    page.get_by_role("heading", level=2, name="Svar").wait_for()


def test_suggestions_fit_a_narrow_screen(visit):
    page = visit(viewport={"width": 320, "height": 640})
    page.get_by_label("Søg efter et navn").press_sequentially("nord")
    page.get_by_role("option").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_table_is_copied_as_word_takes_it(visit):
    page = visit(
        "/spoergsmaal/who-represents?forum=DEB&date=2025-10-24",
        permissions=["clipboard-read", "clipboard-write"],
    )
    page.get_by_role("button", name="Kopiér til Word").click()
    page.get_by_text("2 rækker er kopieret.").wait_for()
    copied = page.evaluate(
        """async () => {
          const [item] = await navigator.clipboard.read();
          const read = async (type) => (await (await item.getType(type)).text());
          return [await read("text/html"), await read("text/plain")];
        }"""
    )
    assert "<table" in copied[0]
    assert copied[0].count("<tr>") == 3
    assert ">Person</th>" in copied[0]
    assert "Anna Holm</td>" in copied[0]
    assert copied[1].splitlines()[0].startswith("Person\t")
    assert len(copied[1].splitlines()) == 3
