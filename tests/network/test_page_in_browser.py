"""The page as people use it: opened from a file in Chromium, without a network."""

from pathlib import Path

import pytest

from kkr_graph.network.elements import Edge, EdgeKind, Network, Node, NodeKind, Proof
from kkr_graph.network.projection import project
from kkr_graph.network.views import View, ViewKind
from tests.network.opened import HOSTILE, Opened
from tests.network.pages import to_page
from tests.network.sample import COUNCIL, DAY, MINT, council_sample

ANNE = MINT.person("anne-agerskov")


@pytest.fixture(scope="module")
def council() -> str:
    return to_page(project(council_sample().graph, View(kind=ViewKind.FORUM, focus=COUNCIL)))


def id_of(opened: Opened, role: str, who: str) -> str:
    """The id of the edge with this role from this person."""
    found: str = opened.page.evaluate(
        "([role, who]) => window.netvaerk.edges.get()"
        ".find(e => e.role === role && e.from === who).id",
        [role, who],
    )
    return found


def test_the_page_asks_nobody_for_anything_and_has_nothing_to_complain_of(open_page, council):
    opened = open_page(council)
    opened.page.wait_for_timeout(300)
    assert len(opened.requests) == 1
    assert opened.requests[0].startswith("file://")
    assert opened.complaints == []
    assert opened.page.get_attribute("html", "lang") == "da"
    assert opened.page.title() == "Netværk for KKR Nordvest"


def test_the_drawing_is_an_image_with_a_summary_and_no_stop_for_the_keyboard(open_page, council):
    opened = open_page(council)
    canvas = opened.page.get_by_role("img", name="Netværkstegning: 24 personer")
    assert canvas.count() == 1
    assert canvas.locator("canvas").count() == 1
    assert opened.page.locator("#canvas [tabindex]").count() == 0


def test_the_legend_filters_drawing_and_tables_together(open_page, council):
    opened = open_page(council)
    everything = opened.shown("edges")
    opened.page.get_by_label("Partier (8)").uncheck()

    assert len(opened.shown("nodes")) == 48 - 8
    assert len(opened.shown("edges")) == len(everything) - 23
    assert set(opened.rows("edges")) == opened.shown("edges")
    assert set(opened.rows("nodes")) == opened.shown("nodes")
    assert "Viser 56 af 79 forbindelser og 40 af 48 navne" in opened.page.inner_text("#status")

    opened.page.get_by_label("Partier (8)").check()
    assert opened.shown("edges") == everything


def test_names_without_an_edge_go_with_their_edges(open_page, council):
    opened = open_page(council)
    opened.page.get_by_label("Kommune (23)").uncheck()
    assert not {iri for iri in opened.shown("nodes") if "/kommune/" in iri}
    opened.page.get_by_label("Personer (24)").uncheck()
    assert opened.shown("nodes") == {COUNCIL}
    assert opened.rows("edges") == []


def test_hypotheses_are_dashed_named_and_can_be_hidden(open_page, council):
    opened = open_page(council)
    dashed = opened.page.evaluate(
        "window.netvaerk.edges.get().filter(e => e.dashes).map(e => [e.id, e.certain])"
    )
    ((guess, certain),) = dashed
    assert certain is False
    assert "formodning" in opened.page.inner_text(f'tr[data-edge="{guess}"]')
    opened.page.click(f'tr[data-edge="{guess}"] .pick')
    assert "Formodning" in opened.details
    opened.page.get_by_label("Formodninger (1)").uncheck()
    assert guess not in opened.shown("edges") | set(opened.rows("edges"))


@pytest.mark.parametrize(
    "query", ["anne agerskov", "AGERSKOV ann", "anne"], ids=["name", "any order", "part"]
)
def test_search_selects_and_centres(open_page, council, query):
    opened = open_page(council, reduced_motion="reduce")
    opened.page.fill("#search", query)
    opened.page.press("#search", "Enter")
    assert opened.heading == "Anne Agerskov (A)"
    centre, position = opened.page.evaluate(
        "id => [window.netvaerk.network.getViewPosition(),"
        " window.netvaerk.network.getPosition(id)]",
        ANNE,
    )
    assert abs(centre["x"] - position["x"]) < 1
    assert abs(centre["y"] - position["y"]) < 1


@pytest.mark.parametrize(
    ("query", "name"),
    [("aero", "Ærø Fjordby (B)"), ("ærø", "Ærø Fjordby (B)"), ("aavig", "Åvig"), ("groenne", "")],
    ids=["ae oe", "æ ø", "aa", "several"],
)
def test_search_knows_the_danish_letters(open_page, council, query, name):
    opened = open_page(council)
    opened.page.fill("#search", query)
    hits = opened.page.locator("#hits bdi").all_inner_texts()
    assert hits == [name] if name else len(hits) == 3


def test_search_without_a_hit_says_so(open_page, council):
    opened = open_page(council)
    opened.page.fill("#search", "qqq")
    assert opened.page.inner_text("#found") == "Intet navn passer."


def test_details_show_role_period_source_and_the_quote(open_page, council):
    opened = open_page(council)
    chair = id_of(opened, "formand", ANNE)
    opened.page.click(f'tr[data-edge="{chair}"] .pick')
    assert opened.heading == "Anne Agerskov (A) – Business Region Northwest"
    for told in (
        "formand",
        "set fra 24.10.2025",
        "slutning ukendt",
        "er udpeget",
        "referat.txt, linje",
    ):
        assert told in opened.details


def test_the_details_of_a_name_lead_on_to_its_edges(open_page, council):
    opened = open_page(council)
    opened.page.click(f'tr[data-node="{ANNE}"] .pick')
    assert "person" in opened.details
    opened.page.get_by_role("button", name="Business Region Northwest").first.click()
    assert opened.heading == "Anne Agerskov (A) – Business Region Northwest"


def test_a_click_in_the_drawing_marks_the_row_and_the_other_way_round(open_page, council):
    opened = open_page(council, viewport={"width": 1400, "height": 1000})
    place = opened.page.evaluate(
        "id => window.netvaerk.network.canvasToDOM(window.netvaerk.network.getPosition(id))", ANNE
    )
    opened.page.locator("#canvas").click(position=place)
    row = opened.page.locator(f'tr[data-node="{ANNE}"]')
    row.and_(opened.page.locator("[aria-current=true]")).wait_for(state="attached")
    assert row.locator(".pick").get_attribute("aria-pressed") == "true"

    chair = id_of(opened, "formand", ANNE)
    opened.page.click(f'tr[data-edge="{chair}"] .pick')
    assert opened.page.evaluate("window.netvaerk.network.getSelectedEdges()") == [chair]
    assert row.get_attribute("aria-current") is None


def test_a_date_hides_what_was_not_valid_then(open_page, council):
    opened = open_page(council)
    egon = id_of(opened, "formand", MINT.person("egon-fjordby"))
    opened.page.fill("#day", "2025-12-31")
    assert egon in opened.shown("edges")
    opened.page.fill("#day", "2026-01-01")
    assert egon not in opened.shown("edges")
    assert egon not in opened.rows("edges")
    assert "pr. 01.01.2026" in opened.page.inner_text("#status")
    opened.page.get_by_role("button", name="Alle datoer").click()
    assert egon in opened.shown("edges")


def test_before_the_first_document_only_earlier_posts_are_shown(open_page, council):
    opened = open_page(council)
    opened.page.fill("#day", "2024-01-01")
    assert opened.shown("nodes") == {
        COUNCIL, MINT.person("egon-fjordby"), MINT.body("erhvervshus-nordvest", council=False)
    }  # fmt: skip


def test_the_address_brings_the_same_view_back(open_page, council):
    opened = open_page(council)
    opened.page.fill("#day", "2026-01-01")
    opened.page.get_by_label("Partier (8)").uncheck()
    opened.page.click(f'tr[data-node="{ANNE}"] .pick')
    fragment = opened.page.evaluate("location.hash")

    again = open_page(council, fragment)
    assert again.heading == "Anne Agerskov (A)"
    assert again.shown("edges") == opened.shown("edges")
    assert again.page.input_value("#day") == "2026-01-01"
    assert not again.page.get_by_label("Partier (8)").is_checked()


def test_the_tables_sort_as_danes_do(open_page, council):
    opened = open_page(council)
    by_name = opened.page.locator("#nodes").get_by_role("button", name="Navn")
    by_name.click()
    names = opened.page.locator("#nodes tbody .pick").all_inner_texts()
    assert opened.page.locator("#nodes th").first.get_attribute("aria-sort") == "ascending"
    assert names[0] == "Agerby"
    assert names[-2:] == ["Ærø Fjordby (B)", "Åvig"]
    by_name.click()
    assert opened.page.locator("#nodes tbody .pick").first.inner_text() == "Åvig"


def test_everything_can_be_done_with_the_keyboard(open_page, council):
    opened = open_page(council)
    page = opened.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.focus("#search")
    page.keyboard.type("bo birkemose")
    page.keyboard.press("Enter")
    assert opened.heading == "Bo Birkemose (V)"
    page.get_by_label("Partier (8)").focus()
    page.keyboard.press("Space")
    assert len(opened.shown("nodes")) == 40
    page.locator("#edges tbody .pick").first.focus()
    page.keyboard.press("Enter")
    assert opened.heading == "Anne Agerskov (A) – Business Region Northwest"
    page.locator("#edges .sort").nth(2).focus()
    page.keyboard.press("Space")
    assert page.locator("#edges th").nth(2).get_attribute("aria-sort") == "ascending"
    page.locator("#closer").focus()
    before = page.evaluate("window.netvaerk.network.getScale()")
    page.keyboard.press("Enter")
    page.wait_for_function("before => window.netvaerk.network.getScale() > before", arg=before)


def test_the_picture_can_be_saved(open_page, council):
    opened = open_page(council)
    opened.page.get_by_text("Hent", exact=True).click()
    with opened.page.expect_download() as saved:
        opened.page.get_by_role("button", name="Billede af udsnittet (PNG)").click()
    assert saved.value.suggested_filename == "netværk.png"
    assert Path(saved.value.path()).read_bytes().startswith(b"\x89PNG")
    assert opened.complaints == []


@pytest.mark.parametrize(
    "size", [{"width": 320, "height": 640}, {"width": 640, "height": 400}], ids=["320 px", "200 %"]
)
def test_the_page_fits_a_narrow_window(open_page, council, size):
    opened = open_page(council, viewport=size)
    # where the whole cannot be read, a phone has it from afar
    assert opened.page.evaluate("window.netvaerk.drawing.isFar") == (size["width"] < 480)
    opened.page.click(f'tr[data-node="{ANNE}"] .pick')
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    opened.page.wait_for_function(
        "() => !window.netvaerk.drawing.isFar"
    )  # whom one chooses can be read


def long_network(people: int) -> Network:
    """So many people in one body."""
    body = Node(id="body", kind=NodeKind.BODY, label="Nævnet")
    nodes = [
        Node(id=f"person{at:03}", kind=NodeKind.PERSON, label=f"Person {at:03}")
        for at in range(people)
    ]
    edges = [
        Edge(
            id=f"edge{node.id}", source=node.id, target=body.id, kind=EdgeKind.TENURE,
            role="medlem", from_=DAY, proofs=(Proof(document="referat.txt", line=1, quote=node.label),),
        )
        for node in nodes
    ]  # fmt: skip
    return Network(title="Nævnet", nodes=(body, *nodes), edges=tuple(edges), focus=body.id)


def test_a_small_network_is_whole_on_a_phone(open_page):
    opened = open_page(to_page(long_network(7)), viewport={"width": 320, "height": 640})
    cut = opened.page.evaluate(
        """() => {
            const { drawing, shown } = window.netvaerk;
            const [left, , right] = drawing.bounds(shown.nodes);
            return drawing.holder.clientWidth / drawing.scale < right - left;
        }"""
    )
    assert not cut


def test_a_large_network_is_whole_on_a_phone_and_says_how_to_read_it(open_page):
    opened = open_page(to_page(long_network(60)), viewport={"width": 390, "height": 844})
    inside = opened.page.evaluate(
        """() => {
            const { drawing, shown } = window.netvaerk;
            const [left, top, right, bottom] = drawing.bounds(shown.nodes);
            return drawing.isFar && right - left <= drawing.holder.clientWidth / drawing.scale
                && bottom - top <= drawing.holder.clientHeight / drawing.scale;
        }"""
    )
    assert inside
    assert opened.page.inner_text(".said") == "Tryk på + for at se alle navne."


def test_a_large_network_begins_at_what_it_is_about_on_a_wide_screen(open_page):
    opened = open_page(to_page(long_network(130)), viewport={"width": 1280, "height": 800})
    assert not opened.page.evaluate("window.netvaerk.drawing.isFar")


def test_names_are_large_enough_and_the_drawing_is_no_higher_than_the_window(open_page):
    opened = open_page(to_page(long_network(60)), viewport={"width": 1280, "height": 800})
    page = opened.page
    drawing = "window.netvaerk.drawing"
    assert page.evaluate(f"14 * {drawing}.grown * {drawing}.scale") >= 10
    box = page.locator("#canvas").bounding_box()
    assert box
    assert box["y"] + box["height"] <= 800
    left_out = page.evaluate(f"{drawing}.shown.nodes.size - {drawing}.written.names.size")
    assert (page.inner_text(".said") == "Tryk på + for at se alle navne.") == (left_out > 0)
    page.evaluate(f"{drawing}.moveTo({{ scale: 1 }})")
    assert page.evaluate(f"{drawing}.shown.nodes.size === {drawing}.written.names.size")


def test_names_that_are_drawn_larger_cover_no_other(open_page):
    opened = open_page(to_page(long_network(60)), viewport={"width": 640, "height": 500})
    covering = opened.page.evaluate(
        """() => {
            const { drawing } = window.netvaerk;
            const boxes = [...drawing.written.names].map(([id, down]) => {
                const node = drawing.facts.nodeOf.get(id);
                const { x, y } = drawing.at(id);
                const half = drawing.halfOf(node.focus ? 16 : 14, ...node.lines);
                return [x - half, y + down, x + half, y + down + 14 * node.lines.length * drawing.grown];
            });
            const meet = (one, other) => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
            return boxes.filter((one, at) => boxes.slice(at + 1).some((other) => meet(one, other))).length;
        }"""
    )
    assert covering == 0


def test_on_paper_there_are_no_details_before_something_is_chosen(open_page):
    opened = open_page(to_page(long_network(3)))
    opened.page.emulate_media(media="print")
    details = opened.page.locator("#details")
    assert not details.is_visible()

    opened.page.emulate_media(media="screen")
    opened.page.evaluate("window.netvaerk.select({ node: 'body' })")
    opened.page.emulate_media(media="print")
    assert details.is_visible()
    assert not opened.page.get_by_text("Vis mere").is_visible()


def test_where_no_tie_holds_on_a_day_it_is_said_what_to_do(open_page):
    opened = open_page(to_page(long_network(2)))
    opened.page.fill("#day", "1999-01-01")
    assert "vælg en anden dag eller »Alle datoer«" in opened.page.inner_text("#status")


def test_a_long_table_begins_short_and_has_all_that_is_asked_for(open_page):
    opened = open_page(to_page(long_network(130)))
    assert len(opened.rows("edges")) == 100
    assert "Viser 130 af 130 forbindelser" in opened.page.inner_text("#status")

    opened.page.fill("#search", "Person 129")
    opened.page.press("#search", "Enter")
    assert opened.rows("nodes")[-1] == "person129"
    chosen = opened.page.locator('tr[data-node="person129"][aria-current=true]')
    assert chosen.count() == 1

    opened.page.locator("#edges").get_by_role("button", name="Hvem").click()
    opened.page.locator("#edges").get_by_role("button", name="Hvem").click()
    assert opened.rows("edges")[0] == "edgeperson129"
    assert len(opened.rows("edges")) == 100

    opened.page.get_by_role("button", name="Vis alle 130 rækker").focus()
    opened.page.keyboard.press("Enter")
    assert len(opened.rows("edges")) == 130
    assert opened.page.get_by_role("button", name="Vis alle 130 rækker").count() == 0
    assert opened.page.evaluate("document.activeElement.textContent") == "Person 029"


def test_on_paper_a_long_table_is_whole(open_page):
    opened = open_page(to_page(long_network(130)))
    opened.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert len(opened.rows("edges")) == 130


def test_without_javascript_the_table_is_there(open_page, council):
    opened = open_page(council, java_script_enabled=False)
    assert opened.page.locator("noscript p").is_visible()
    assert opened.page.locator("#edges tbody tr").count() == 79
    quotes = opened.page.locator("#edges q")
    assert quotes.filter(has_text="Formand for KKR, Anne Agerskov").first.is_visible()


def test_on_paper_there_are_no_controls(open_page, council):
    opened = open_page(council)
    opened.page.emulate_media(media="print")
    assert not opened.page.locator("#controls").is_visible()
    assert not opened.page.locator(".tools").is_visible()
    assert opened.page.locator("#edges").is_visible()


def test_every_field_and_button_has_a_name(open_page, council):
    opened = open_page(council)
    for role in ("button", "checkbox", "searchbox", "table"):
        found = opened.page.get_by_role(role)
        assert found.count()
        unnamed = opened.page.get_by_role(role, name="", exact=True)
        assert unnamed.count() == 0, role


def hostile_network() -> Network:
    """Every payload as person, party, body, meeting, role, note, document and quote."""
    nodes, edges = [], []
    for at, payload in enumerate(HOSTILE):
        note = ((payload, payload),)
        nodes += [
            Node(id=f"{kind}{at}{payload}", kind=kind, label=payload, notes=note)
            for kind in (NodeKind.PERSON, NodeKind.PARTY, NodeKind.BODY, NodeKind.MEETING)
        ]
        edges += [
            Edge(
                id=f"{target}-{at}-{payload}",
                source=f"person{at}{payload}",
                target=f"{target}{at}{payload}",
                kind=kind,
                role=payload,
                from_=DAY,
                notes=note,
                proofs=(Proof(document=payload, line=at, quote=payload),),
            )
            for target, kind in (("party", EdgeKind.PARTY), ("body", EdgeKind.TENURE))
        ]
    return Network(title=HOSTILE[0], nodes=tuple(nodes), edges=tuple(edges), rule=HOSTILE[1])


def test_there_are_25_hostile_names():
    assert len(set(HOSTILE)) == 25


def test_hostile_names_are_text_wherever_they_stand(open_page):
    network = hostile_network()
    opened = open_page(to_page(network))
    picks = opened.page.evaluate(
        """() => Array.from(document.querySelectorAll('.pick')).map(button => {
            button.click();
            return [document.getElementById('details-heading').textContent,
                    document.getElementById('details-body').textContent];
        })"""
    )
    assert len(picks) == len(network.edges) + len(network.nodes)
    for payload in HOSTILE:
        assert any(payload in heading and payload in body for heading, body in picks)
    assert (
        opened.page.evaluate("document.querySelectorAll('img, iframe, math, animate').length") == 0
    )
    assert_unharmed(opened)


def test_hovering_and_searching_hostile_names_runs_nothing(open_page):
    opened = open_page(to_page(hostile_network()), viewport={"width": 1400, "height": 1000})
    places = opened.page.evaluate(
        "window.netvaerk.nodes.getIds().map(id =>"
        " window.netvaerk.network.canvasToDOM(window.netvaerk.network.getPosition(id)))"
    )
    box = opened.page.locator("#canvas").bounding_box()
    assert box is not None
    for place in places[::4]:
        opened.page.mouse.move(box["x"] + place["x"], box["y"] + place["y"])
    for payload in HOSTILE:
        opened.page.fill("#search", payload)
        opened.page.press("#search", "Enter")
    opened.page.wait_for_timeout(400)  # longer than a tooltip would take
    assert_unharmed(opened)


def test_hostile_titles_are_text(open_page, tmp_path):
    opened = open_page(to_page(Network(title="Først", nodes=(), edges=())))
    for payload in HOSTILE:
        node = Node(id=payload, kind=NodeKind.PERSON, label=payload)
        titled = Network(
            title=payload, nodes=(node,), edges=(), focus=payload, left_out=1, rule=payload
        )
        file = tmp_path / "titled.html"
        file.write_text(to_page(titled), encoding="utf-8")
        opened.page.goto(file.as_uri())
        assert opened.page.evaluate("document.querySelector('h1').textContent") == payload
        assert opened.page.evaluate("window.PWNED") is None
    assert opened.complaints == []
    assert {request.partition(":")[0] for request in opened.requests} == {"file"}


def assert_unharmed(opened: Opened) -> None:
    assert opened.page.evaluate("window.PWNED") is None
    assert opened.complaints == []
    assert len(opened.requests) == 1
