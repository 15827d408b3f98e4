"""Asking for more, folding, pinning, undoing: the page of a file, and what its address keeps."""

from pathlib import Path

import pytest

from kkr_graph.network.data import Around
from kkr_graph.network.exploration import Explorer
from kkr_graph.network.facts import Facts
from kkr_graph.network.page import page_of
from kkr_graph.network.shown import State
from kkr_graph.network.views import READABLE, View, ViewKind
from kkr_graph.vocab import KKRC
from tests.network.opened import HOSTILE
from tests.network.sample import COUNCIL, DAY, MINT, Sample, council_sample

ANNE = MINT.person("anne-agerskov")
BUSINESS = MINT.body("business-region-northwest", council=False)


def page_around(sample: Sample, kind: ViewKind, focus: str, limit: int = READABLE) -> str:
    explorer = Explorer(Facts(sample.graph))
    picture = explorer.with_reserve(explorer.begin(View(kind=kind, focus=focus, limit=limit)))
    relations = explorer.relations(picture.network.nodes)
    return page_of(picture, State(), Around(relations=relations))


@pytest.fixture(scope="module")
def anne() -> str:
    return page_around(council_sample(), ViewKind.PERSON, ANNE)


def choose(opened, iri: str) -> None:
    opened.page.click(f'tr[data-node="{iri}"] .pick')


def ask(opened, name: str) -> None:
    opened.page.locator("#details-body").get_by_role("button", name=name).click()


def test_what_can_be_asked_for_is_counted_before_it_is_shown(open_page, anne):
    opened = open_page(anne)
    choose(opened, COUNCIL)
    assert "mødedeltagere (24)" in opened.details
    assert "møder (1)alle vises" in opened.details
    before = opened.shown("nodes")
    ask(opened, "mødedeltagere (24)")
    assert len(opened.shown("nodes") - before) == 23
    assert set(opened.rows("nodes")) == opened.shown("nodes")
    assert set(opened.rows("edges")) == opened.shown("edges")
    assert "23 navne kom til." in opened.page.inner_text("#said")
    assert "mødedeltagere (24)alle vises" in opened.details
    assert opened.complaints == []


def test_what_is_there_stays_where_it_is(open_page, anne):
    opened = open_page(anne)
    places = "() => window.netvaerk.network.getPositions()"
    before = opened.page.evaluate(places)
    choose(opened, COUNCIL)
    ask(opened, "mødedeltagere (24)")
    after = opened.page.evaluate(places)
    assert {iri: after[iri] for iri in before} == before
    assert len(after) > len(before)


def test_at_most_forty_come_at_a_time(open_page):
    sample = council_sample()
    board = sample.body("Det store råd")
    for number in range(90):
        sample.tenure(sample.person(f"Medlem {number}"), board)
    sample.tenure(ANNE, board)
    opened = open_page(page_around(sample, ViewKind.PERSON, ANNE))
    choose(opened, board)
    before = len(opened.shown("nodes"))
    ask(opened, "udpeget hertil (91)")
    assert len(opened.shown("nodes")) == before + 40
    assert "41 vises, vis 40 flere" in opened.details
    ask(opened, "udpeget hertil (91)")
    assert len(opened.shown("nodes")) == before + 80
    assert "81 vises, vis 10 flere" in opened.details


def test_folding_undoes_what_was_asked_for_and_can_be_undone(open_page, anne):
    opened = open_page(anne)
    first = opened.shown("nodes")
    choose(opened, COUNCIL)
    ask(opened, "mødedeltagere (24)")
    larger = opened.shown("nodes")
    ask(opened, "Fold sammen (23)")
    assert opened.shown("nodes") == first
    ask(opened, "Fold ud igen")
    assert opened.shown("nodes") == larger
    opened.page.get_by_role("button", name="Fortryd").click()
    opened.page.get_by_role("button", name="Fortryd").click()
    assert opened.shown("nodes") == larger
    opened.page.get_by_role("button", name="Fortryd").click()
    assert opened.shown("nodes") == first
    opened.page.get_by_role("button", name="Gentag").click()
    assert opened.shown("nodes") == larger


def test_undo_and_redo_by_keyboard(open_page, anne):
    opened = open_page(anne)
    everything = opened.shown("nodes")
    opened.page.get_by_label("Møder (1)").uncheck()
    assert opened.shown("nodes") < everything
    opened.page.keyboard.press("Control+z")
    assert opened.shown("nodes") == everything
    assert opened.page.get_by_label("Møder (1)").is_checked()
    opened.page.keyboard.press("Control+Shift+z")
    assert opened.shown("nodes") < everything


def test_a_pinned_name_stays_when_its_ties_go(open_page, anne):
    opened = open_page(anne)
    choose(opened, BUSINESS)
    ask(opened, "Fastgør")
    opened.page.fill("#day", "2001-01-01")
    assert opened.shown("nodes") == {ANNE, BUSINESS}
    choose(opened, BUSINESS)
    ask(opened, "Løsn")
    assert opened.shown("nodes") == {ANNE}


def test_a_dragged_name_is_pinned_where_it_was_put_and_takes_its_own_along(open_page, anne):
    opened = open_page(anne, viewport={"width": 1400, "height": 1000})
    choose(opened, COUNCIL)
    ask(opened, "mødedeltagere (24)")
    bo = MINT.person("bo-birkemose")
    place = "id => window.netvaerk.network.getPosition(id)"
    before = opened.page.evaluate(place, COUNCIL), opened.page.evaluate(place, bo)
    opened.page.wait_for_function("() => !window.netvaerk.network.canvas.frame.animating")
    opened.page.get_by_role("button", name="Vis alt").click()
    at = opened.page.evaluate(
        "id => window.netvaerk.network.canvasToDOM(window.netvaerk.network.getPosition(id))",
        COUNCIL,
    )
    box = opened.page.locator("#canvas").bounding_box()
    opened.page.mouse.move(box["x"] + at["x"], box["y"] + at["y"])
    opened.page.mouse.down()
    opened.page.mouse.move(box["x"] + at["x"] + 60, box["y"] + at["y"] + 30, steps=4)
    opened.page.mouse.up()
    after = opened.page.evaluate(place, COUNCIL), opened.page.evaluate(place, bo)
    moved = after[0]["x"] - before[0]["x"], after[0]["y"] - before[0]["y"]
    assert moved != (0, 0)
    assert abs(after[1]["x"] - before[1]["x"] - moved[0]) <= 1
    assert abs(after[1]["y"] - before[1]["y"] - moved[1]) <= 1
    assert "fast=kkr" in opened.page.evaluate("decodeURIComponent(location.hash)")


def test_a_name_can_be_hidden(open_page, anne):
    opened = open_page(anne)
    choose(opened, BUSINESS)
    ask(opened, "Skjul")
    assert BUSINESS not in opened.shown("nodes")
    assert BUSINESS not in opened.rows("nodes")
    opened.page.get_by_role("button", name="Fortryd").click()
    assert BUSINESS in opened.shown("nodes")


def test_the_address_opens_the_same_view_again(open_page, anne):
    opened = open_page(anne)
    choose(opened, COUNCIL)
    ask(opened, "mødedeltagere (24)")
    choose(opened, BUSINESS)
    ask(opened, "Skjul")
    choose(opened, ANNE)
    ask(opened, "Fastgør")
    opened.page.fill("#day", "2025-12-01")
    again = open_page(anne, opened.page.evaluate("location.hash"))
    again.page.wait_for_function("document.body.dataset.ready")
    assert again.shown("nodes") == opened.shown("nodes")
    assert again.shown("edges") == opened.shown("edges")
    assert again.heading == opened.heading
    places = "() => window.netvaerk.network.getPositions()"
    assert again.page.evaluate(places) == opened.page.evaluate(places)
    assert again.page.evaluate("location.hash") == opened.page.evaluate("location.hash")


@pytest.mark.parametrize(
    "fragment",
    [
        "#udvid=person/nobody~tenure-body",
        "#udvid=%3Cscript%3E~%22~x&fast=a~b~c&skjult=,,x&valgt=__proto__&dato=i+dag",
        "#udvid&fast&foldet&gemt",
    ],
)
def test_an_address_that_means_nothing_shows_the_view_as_it_was(open_page, anne, fragment):
    plain, opened = open_page(anne), open_page(anne, fragment)
    opened.page.wait_for_function("document.body.dataset.ready")
    assert opened.shown("nodes") == plain.shown("nodes")
    assert opened.complaints == []


def test_it_is_all_done_by_keyboard(open_page, anne):
    opened = open_page(anne)
    page = opened.page
    page.locator(f'tr[data-node="{COUNCIL}"] .pick').focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "details-heading"
    ask_for = page.locator("#details-body").get_by_role("button", name="mødedeltagere (24)")
    while not ask_for.evaluate("button => button === document.activeElement"):
        page.keyboard.press("Tab")
    before = len(opened.shown("nodes"))
    page.keyboard.press("Enter")
    assert len(opened.shown("nodes")) == before + 23
    assert page.evaluate("document.getElementById('details').contains(document.activeElement)")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.closest('tr').dataset.node") == COUNCIL
    page.keyboard.press("Control+z")
    assert len(opened.shown("nodes")) == before


def test_names_are_expanded_from_the_table(open_page, anne):
    opened = open_page(anne)
    before = len(opened.shown("nodes"))
    row = opened.page.locator(f'tr[data-node="{COUNCIL}"]')
    row.get_by_role("button", name="mødedeltagere (24)").click()
    assert len(opened.shown("nodes")) == before + 23
    assert opened.heading == "KKR Nordvest"


def test_the_slider_goes_from_change_to_change(open_page):
    sample = council_sample()
    opened = open_page(page_around(sample, ViewKind.FORUM, COUNCIL))
    slider = opened.page.get_by_role("slider")
    slider.focus()
    opened.page.keyboard.press("Home")
    assert opened.page.input_value("#day") == "2022-02-01"
    assert slider.get_attribute("aria-valuetext") == "01.02.2022"
    opened.page.keyboard.press("ArrowRight")
    assert opened.page.input_value("#day") == DAY.isoformat()
    opened.page.get_by_role("button", name="Fortryd").click()
    assert opened.page.input_value("#day") == "2022-02-01"


def test_the_drawing_can_be_saved_with_real_text(open_page, anne, tmp_path):
    opened = open_page(anne)
    choose(opened, COUNCIL)
    ask(opened, "mødedeltagere (24)")
    opened.page.get_by_text("Hent", exact=True).click()
    with opened.page.expect_download() as saved:
        opened.page.get_by_role("button", name="Tegning til Word og tryk (SVG)").click()
    svg = Path(saved.value.path()).read_text(encoding="utf-8")
    assert svg.startswith("<svg")
    assert svg.count("<path") == len(opened.shown("edges"))
    assert ">Bo Birkemose\u00a0(V)<" in svg
    assert opened.complaints == []


def test_nothing_hostile_runs_when_it_is_asked_for_and_saved(open_page):
    sample = Sample()
    board = sample.body("Udvalget")
    anne = sample.person("Anne Bo")
    sample.tenure(anne, board, KKRC.chair)
    for at, payload in enumerate(HOSTILE):
        person = sample.person(payload, slug=f"x{at}")
        sample.tenure(person, board, quote=payload)
    opened = open_page(page_around(sample, ViewKind.PERSON, anne, limit=2))
    choose(opened, board)
    ask(opened, "udpeget hertil (26)")
    assert len(opened.shown("nodes")) == 27
    opened.page.evaluate("document.querySelectorAll('.pick').forEach(button => button.click())")
    opened.page.get_by_text("Hent", exact=True).click()
    with opened.page.expect_download() as saved:
        opened.page.get_by_role("button", name="Tegning til Word og tryk (SVG)").click()
    assert "<script" not in Path(saved.value.path()).read_text(encoding="utf-8")
    assert opened.page.evaluate("window.PWNED") is None
    assert opened.complaints == []
