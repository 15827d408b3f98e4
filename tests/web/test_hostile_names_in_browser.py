"""Names that want to do more, wherever a name can stand, in a real browser: they are text, and nothing runs.

Every word of the sample's graph that came from a document or the registry is one of 25 payloads in turn: names
of people, bodies, municipalities, parties and documents, titles, quotes, decisions, rules, findings. ``visits``
fails a page that asks another machine, breaks its own policy, complains or opens a dialog.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote
from xml.etree import ElementTree

import httpx
import pyoxigraph as ox
import pytest
from playwright.sync_api import Page

from kkr_graph.pipeline import build_graph
from kkr_graph.vocab import ADMS, FOAF, KKR, SKOS
from kkr_graph.web.app import create_app
from tests.intake.test_builder import DECEMBER
from tests.network.opened import HOSTILE
from tests.stores import swap_in
from tests.web.conftest import PATIENCE
from tests.web.sample import PATHS, finder, sample_folder
from tests.web.serving import served
from tests.web.visiting import Visit, visits

WIDE = {"width": 1280, "height": 800}
ALL = " ".join(HOSTILE)
BEFORE = "Onde "  # a name begins so, so that a search finds it, whatever it wants
OURS = "https://w3id.org/kkr/"
AS_THEY_ARE = frozenset(
    (KKR.sha256, KKR.findingKey, KKR.findingCode, KKR.itemNumber, SKOS.notation, ADMS.identifier)
)  # what the program looks things up by
ALIEN = "img, iframe, object, embed, math, animate, [onload], [onerror], [onmouseover], [onfocus], [autofocus]"


class Served(NamedTuple):
    address: str
    found: Callable[[str], str]
    people: dict[str, str]  # payload to path
    names: Counter[str]


def poisoned(quads: Path) -> tuple[list[str], Counter[str], dict[str, str]]:
    """The lines of a graph with payloads for words, how often each stands there, and who is called so."""
    turns: dict[str, Iterator[str]] = {}
    counted: Counter[str] = Counter()
    people: dict[str, str] = {}
    lines = []
    for quad in ox.parse(path=str(quads)):
        subject, predicate, value = quad.subject, quad.predicate.value, quad.object
        words = isinstance(value, ox.Literal) and value.datatype.value.endswith(
            ("#string", "#langString")
        )
        is_own = isinstance(subject, ox.NamedNode) and "/id/" in subject.value
        if words and is_own and predicate not in AS_THEY_ARE:
            payload = next(turns.setdefault(predicate, cycle(HOSTILE)))
            counted[payload] += 1
            if predicate == FOAF.name:
                people.setdefault(payload, "/id/" + subject.value.partition("/id/")[2])
            told = ox.Literal(BEFORE + payload, language=value.language)
            quad = ox.Quad(subject, quad.predicate, told, quad.graph_name)
        lines.append(f"{quad} .\n")
    return sorted(set(lines)), counted, people


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    config = sample_folder(tmp_path_factory.mktemp("hostile"))
    build_graph(config)
    lines, counted, people = poisoned(config.quads)
    config.quads.write_text("".join(lines), encoding="utf-8", newline="")
    swap_in(config.quads, config.out / "store")
    questions = json.loads(config.review.read_text(encoding="utf-8"))
    for side in questions["sides"]:
        side |= {
            "name": ALL,
            "forms": [ALL],
            "parties": [ALL],
            "municipalities": [ALL],
            "bodies": [ALL],
        }
        side["sightings"] = [
            each | {"document": ALL, "body": ALL, "place": ALL, "quote": ALL}
            for each in side["sightings"]
        ]
    config.review.write_text(json.dumps(questions), encoding="utf-8")
    app = create_app(config.out, None, data=config.data)
    with served(app) as address:
        yield Served(address, finder(config), people, counted)
    app.state.waiting.builder.stop()


@pytest.fixture
def visit(browser, hostile) -> Iterator[Visit]:
    with visits(
        browser, hostile.address, allowed="the server responded with a status of"
    ) as opened:
        yield lambda path, **settings: opened(hostile.found(path), viewport=WIDE, **settings)


def unharmed(page: Page) -> None:
    """Nothing ran, and no element came out of a name; titles of tables and pages are text as well."""
    if page.locator("#explorer").count():
        page.locator("body[data-ready]").wait_for()
    assert page.evaluate("window.PWNED") is None
    assert page.locator("main").count() == 1
    assert page.locator(ALIEN).count() == 0
    alien = page.eval_on_selector_all(
        "[href], [src], [action]",
        """all => all.map(e => e.getAttribute('href') || e.getAttribute('src') || e.getAttribute('action') || '/')
           .filter(address => !/^(\\/|#|\\?|data:)/.test(address))""",
    )
    assert alien == []


def test_every_payload_stands_in_the_graph_many_times(hostile):
    assert set(hostile.names) == set(HOSTILE)
    assert min(hostile.names.values()) > 20
    assert set(hostile.people) == set(HOSTILE)


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS.keys())
def test_on_every_kind_of_page_a_name_is_text(visit, path):
    page = visit(path)
    unharmed(page)


@pytest.mark.parametrize("payload", HOSTILE, ids=range(len(HOSTILE)))
def test_whoever_is_called_so_is_found_shown_and_drawn(visit, hostile, payload):
    person, name = hostile.people[payload], quote(BEFORE + payload)
    page = visit(f"/soeg?q={name}&alle=1")
    unharmed(page)
    assert page.input_value("#find") == BEFORE + plain(payload)
    page.locator(f"main a[href='{person}']").first.wait_for()
    for path in (
        person, person.replace("/id/", "/netvaerk/"), f"/spoerg?q=Hvad+sidder+{name}+i%3F",
        f"/netvaerk/sammenhaeng?fra={name}&til=BRN", f"/oversigt?forum={name}",
        f"/spoergsmaal/person-posts?person={name}", f"/netvaerk/omkring?navn={name}",
    ):  # fmt: skip
        page.goto(hostile.address + path)
        unharmed(page)
    page.goto(hostile.address + person)
    assert page.inner_text("h1").split() == (BEFORE + payload).split()
    assert page.title().startswith(BEFORE.strip())


def test_who_is_who_shows_hostile_names_and_quotes_as_text(visit):
    page = visit("/hvem-er-hvem")
    unharmed(page)
    shown = page.inner_text("main")
    assert shown.count("<script>window.PWNED=1</script>") > 5
    assert "</title>" in page.locator("main").inner_text()


@pytest.mark.parametrize("form", ["svg", "graphml", "gexf"])
def test_a_network_as_a_file_holds_hostile_names_as_text(hostile, form):
    path = hostile.found("/netvaerk/{council key}")
    answer = httpx.get(hostile.address + path, params={"format": form}, timeout=PATIENCE)
    tree = ElementTree.fromstring(answer.content)
    names = {element.tag.rpartition("}")[2] for element in tree.iter()}
    assert names <= {
        "svg", "title", "rect", "path", "polygon", "circle", "text", "tspan", "g", "line", "desc",
        "graphml", "key", "graph", "node", "edge", "data", "default",
        "gexf", "meta", "creator", "description", "attributes", "attribute", "nodes", "edges", "attvalues", "attvalue", "viz",
        "position", "size", "color", "shape", "lastmodified", "lastmodifieddate",
    }  # fmt: skip
    attributes = {name.rpartition("}")[2] for element in tree.iter() for name in element.attrib}
    assert not {name for name in attributes if name.startswith("on") or name == "href"}
    told = " ".join(
        text for element in tree.iter() for text in (element.text, *element.attrib.values()) if text
    )
    assert "window.PWNED=1" in told
    assert "\u202e" not in told


def test_a_hostile_file_is_previewed_taken_in_and_shown_as_text(visit, hostile):
    """Its name, the names in it, a free list of municipalities, and every payload as prose."""
    body = DECEMBER.replace("Åse Ny", f"Åse {HOSTILE[0]} Ny").replace(
        "Aalborg", f"Aalborg {HOSTILE[6]}"
    )
    body += "\n" + "\n".join(each.replace("\u2028", " ") for each in HOSTILE) + "\n" + ALL + "\n"
    page = visit("/indlaes")
    for name in (
        "<img src=x onerror=window.PWNED=1>.txt",
        "\u202etxt.javascript:window.PWNED=1.txt",
    ):
        page.goto(f"{hostile.address}/indlaes")
        page.get_by_label("Vælg filer").set_input_files(
            [{"name": name, "mimeType": "", "buffer": body.encode()}]
        )
        page.get_by_role("button", name="Læs filerne").click()
        page.get_by_role("heading", level=2).first.wait_for()
        unharmed(page)
        body = body.replace("12. december", "13. december")
    assert "PWNED" in page.inner_text("main")
    page.goto(f"{hostile.address}/indlaes")
    unharmed(page)


def plain(text: str) -> str:
    """As a field of one line holds it."""
    return text.replace("\n", "")
