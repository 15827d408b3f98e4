"""What other programs get, read back."""

import io
import json
import xml.etree.ElementTree as ET

import networkx as nx
import pytest
from openpyxl import load_workbook

from kkr_graph.network.appearance import EDGES, INK, NODES, PAPER
from kkr_graph.network.elements import EdgeKind, Network, NodeKind
from kkr_graph.network.files import to_gexf, to_graphml, to_json
from kkr_graph.network.projection import project
from kkr_graph.network.svg import to_svg
from kkr_graph.network.views import View, ViewKind
from kkr_graph.network.workbook import to_workbook
from tests.network.sample import COUNCIL, Sample, council_sample

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def council() -> Network:
    return project(council_sample().graph, View(kind=ViewKind.FORUM, focus=COUNCIL))


@pytest.fixture(scope="module")
def hostile() -> Network:
    """Names with markup, and a quote with a control character that XML cannot hold."""
    sample = Sample("<b>&.txt")
    person, body = sample.person('"><script>&', slug="x"), sample.body("</text><a>", slug="y")
    sample.tenure(person, body, quote="før\x0befter ]]>", certain=False)
    return project(sample.graph, View(kind=ViewKind.OVERVIEW))


def test_graphml_has_every_node_and_edge(council):
    read = nx.read_graphml(io.BytesIO(to_graphml(council).encode()), force_multigraph=True)
    assert sorted(read.nodes) == sorted(node.id for node in council.nodes)
    assert read.number_of_edges() == len(council.edges)
    assert {label for _, label in read.nodes(data="label")} == {
        node.label for node in council.nodes
    }


def test_gexf_has_every_node_and_edge_and_no_clock(council):
    written = to_gexf(council)
    read = nx.read_gexf(io.BytesIO(written.encode()))
    assert sorted(read.nodes) == sorted(node.id for node in council.nodes)
    assert read.number_of_edges() == len(council.edges)
    assert "lastmodified" not in written


@pytest.mark.parametrize("write", [to_graphml, to_gexf, to_svg], ids=["graphml", "gexf", "svg"])
def test_names_with_markup_stay_text(hostile, write):
    told = "".join(ET.fromstring(write(hostile)).itertext()) + str(
        [element.attrib for element in ET.fromstring(write(hostile)).iter()]
    )
    assert '"><script>&' in told
    assert "</text><a>" in told
    assert "\x0b" not in told


def test_a_cell_of_the_workbook_says_where_it_was_cut():
    sample = Sample()
    sample.tenure(sample.person("Bo Lund"), sample.body("Havnerådet"), quote="\u202eså " * 20_000)
    network = project(sample.graph, View(kind=ViewKind.OVERVIEW))
    sheet = load_workbook(io.BytesIO(to_workbook(network)))["Forbindelser"]
    quote = str(sheet["H2"].value)
    assert quote.startswith("så så ")
    assert quote.endswith("(afkortet: en celle rummer ikke mere)")


def test_json_has_proofs_and_positions(council):
    read = json.loads(to_json(council))
    assert read["focus"] == COUNCIL
    assert read["data_through"] == "2025-10-24"
    assert len(read["nodes"]) == len(council.nodes)
    assert {"x", "y", "label", "kind", "notes", "id"} == set(read["nodes"][0])
    (chair,) = (
        edge for edge in read["edges"] if edge["role"] == "formand" and edge["target"] == COUNCIL
    )
    assert chair["end_status"] == "end-unknown"
    assert chair["start"] is None
    assert chair["proofs"][0]["quote"] == "Formand for KKR, Anne Agerskov, bød velkommen"


def test_svg_has_real_text_for_every_name(council):
    root = ET.fromstring(to_svg(council))
    lines = " ".join(text.text or "" for text in root.iter(f"{SVG}text")).replace("\u00a0", " ")
    assert all(node.label in lines for node in council.nodes)
    assert root.findtext(f"{SVG}title") == "Netværk for KKR Nordvest"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "da"
    drawn = [path for path in root.iter(f"{SVG}path") if path.get("stroke-dasharray")]
    assert len(drawn) == 1  # the one hypothesis


def test_svg_says_how_many_are_left_out():
    view = View(kind=ViewKind.FORUM, focus=COUNCIL, limit=20)
    assert "28 navne er udeladt" in to_svg(project(council_sample().graph, view))


@pytest.mark.parametrize("write", [to_graphml, to_gexf, to_json, to_svg])
def test_the_same_network_gives_the_same_bytes(council, write):
    again = project(council_sample().graph, View(kind=ViewKind.FORUM, focus=COUNCIL))
    assert write(council) == write(again)


@pytest.mark.parametrize("write", [to_graphml, to_gexf, to_json, to_svg])
def test_an_empty_network_can_be_written(write):
    assert write(Network(title="Tomt", nodes=(), edges=()))


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_every_kind_has_a_look_of_its_own_with_enough_contrast():
    """WCAG AA: 4.5 to 1 for letters, 3 to 1 for lines."""
    assert set(NODES) == set(NodeKind)
    assert set(EDGES) == set(EdgeKind)
    for attribute in ("letter", "colour", "outline"):
        assert len({getattr(look, attribute) for look in NODES.values()}) == len(NODES)
    assert min(contrast(look.colour, PAPER) for look in NODES.values()) >= 4.5
    assert min(contrast(look.colour, PAPER) for look in EDGES.values()) >= 3
    assert contrast(INK, PAPER) >= 7
