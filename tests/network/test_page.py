"""The page's text, without a browser."""

import base64
import hashlib
import json
import re
from datetime import date
from html import unescape
from html.parser import HTMLParser

import pytest

from kkr_graph.network import wording
from kkr_graph.network.elements import Network
from kkr_graph.network.exploration import Explorer
from kkr_graph.network.facts import Facts
from kkr_graph.network.page import page_of
from kkr_graph.network.projection import project
from kkr_graph.network.shown import State
from kkr_graph.network.views import View, ViewKind
from tests.network.pages import to_page
from tests.network.sample import COUNCIL, Sample, council_sample


class Reader(HTMLParser):
    """The elements of a page, with the text of scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.raw: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag in ("script", "style"):
            self.raw.append((tag, dict(attrs), ""))

    def handle_data(self, data):
        if self.cdata_elem in ("script", "style"):
            tag, attributes, text = self.raw[-1]
            self.raw[-1] = (tag, attributes, text + data)


@pytest.fixture(scope="module")
def council() -> Network:
    return project(council_sample().graph, View(kind=ViewKind.FORUM, focus=COUNCIL))


@pytest.fixture(scope="module")
def page(council) -> str:
    return to_page(council)


def test_nothing_is_loaded_from_anywhere(page):
    loading = {"src", "href", "srcset", "action", "data", "poster", "background"}
    found = {
        (tag, name, attributes[name])
        for tag, attributes in Reader(page).elements
        for name in loading & attributes.keys()
    }
    assert found == {("a", "href", "#tabel")}
    assert "sourceMappingURL" not in page
    assert "@import" not in page


def test_only_what_the_policy_knows_by_its_hash_can_run(page):
    reader = Reader(page)
    (policy,) = (
        attributes["content"] or ""
        for tag, attributes in reader.elements
        if attributes.get("http-equiv") == "Content-Security-Policy"
    )
    running = [
        text for tag, attributes, text in reader.raw if attributes.get("type") != "application/json"
    ]
    hashes = {base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in running}
    assert set(re.findall(r"'sha256-([^']+)'", policy)) == hashes
    assert len(hashes) == 3  # our style, our script, vis-network
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_no_element_carries_script_or_style_of_its_own(page):
    names = {name for _, attributes in Reader(page).elements for name in attributes}
    assert not {name for name in names if name.startswith("on") or name == "style"}


def test_the_page_is_danish_and_says_what_it_shows(page):
    reader = Reader(page)
    assert ("html", {"lang": "da"}) in reader.elements
    assert "<title>Netværk for KKR Nordvest</title>" in page
    assert (
        "24 personer, 5 organer, 11 kommuner, 8 partier og 79 forbindelser. "
        "Dokumenter til og med 24.10.2025." in " ".join(page.split())
    )


def test_the_table_holds_every_edge_with_its_quote(page, council):
    rows = [
        attributes["data-edge"]
        for _, attributes in Reader(page).elements
        if "data-edge" in attributes
    ]
    assert rows == [edge.id for edge in council.edges]
    assert "»" not in page.partition("<main>")[2].partition("<script")[0]  # marks come from CSS
    assert "Formand for KKR, Anne Agerskov, bød velkommen" in page
    assert "ukendt, sidst set 24.10.2025" in page


def test_what_is_left_out_is_said():
    view = View(kind=ViewKind.FORUM, focus=COUNCIL, limit=20)
    page = to_page(project(council_sample().graph, view))
    assert "28 navne er udeladt." in page
    assert "Der vises højst 20 navne" in page


def test_an_empty_network_says_so():
    sample = Sample()
    anne = sample.person("Anne Bo")
    page = to_page(project(sample.graph, View(kind=ViewKind.PERSON, focus=anne)))
    assert "Der er ingen forbindelser at vise." in page
    assert "Indlæs et referat eller en udpegningsliste" in page


def test_the_page_opens_on_the_day_asked_for(council):
    page = to_page(council, day=date(2025, 11, 1))
    assert 'data-day="2025-11-01"' in page


def test_the_same_network_gives_the_same_page(page, council):
    assert to_page(council) == page


def test_names_cannot_end_the_data_or_begin_markup():
    sample = Sample()
    person = sample.person("</script><script>alert(1)</script>", slug="x")
    sample.tenure(person, sample.body("\u2028<!--<script>", slug="y"))
    page = to_page(project(sample.graph, View(kind=ViewKind.OVERVIEW)))
    reader = Reader(page)
    (data,) = (text for _, attributes, text in reader.raw if attributes.get("id") == "data")
    assert len(reader.raw) == 4
    assert "</script><script>alert(1)</script>" in [
        node["label"] for node in json.loads(data)["nodes"]
    ]
    assert "<script>alert" not in page
    assert "<script>alert" in unescape(page)


def test_what_is_in_reserve_is_not_counted_as_shown(council):
    explorer = Explorer(Facts(council_sample().graph))
    picture = explorer.with_reserve(explorer.begin(View(kind=ViewKind.FORUM, focus=COUNCIL)))
    assert len(picture.network.nodes) > len(council.nodes)
    page = page_of(picture, State())
    assert f"{wording.counts(council)}." in page
    rows = [
        attributes["data-node"]
        for _, attributes in Reader(page).elements
        if "data-node" in attributes
    ]
    assert rows == [node.id for node in council.nodes]
