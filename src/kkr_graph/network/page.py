"""A network as one HTML page that works offline and sends nothing to anybody.

pyvis holds the nodes and edges and renders our template; vis-network comes out of its package.
Everything that runs is known by its hash to the page's own policy, so nothing else can run: a
name with markup in it is text on the canvas, text in the table, and text in the details.
"""

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import TypeAlias

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network as Canvas

from kkr_graph.model.names import danish_sort_key
from kkr_graph.network import wording
from kkr_graph.network.appearance import EDGES, INK, NODES, EdgeLook, NodeLook
from kkr_graph.network.elements import EVENTS, Edge, EdgeKind, Network, Node, NodeKind
from kkr_graph.network.layout import Place, bows, places, role_spots, written_roles

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"

_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "hoverConnectedEdges": False,
        "selectConnectedEdges": False,
        "tooltipDelay": 1_000_000,
    },
    "edges": {
        "arrows": {"to": {"enabled": False}},
        "smooth": False,
        "selectionWidth": 1.5,
        "hoverWidth": 0.5,
        "color": {"inherit": False},
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of the table, with the key that it is sorted by."""

    text: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the table for one edge."""

    edge: Edge
    cells: tuple[Cell, ...]


def to_page(network: Network, *, day: date | None = None) -> str:
    """The page. With a ``day`` it opens showing what was valid then; readers can change that."""
    canvas = _canvas(network)
    script, library = _asset("page.js"), _vis_network()
    environment = Environment(
        loader=PackageLoader("kkr_graph.network", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "network": network,
        "day": "" if day is None else day.isoformat(),
        "policy": _policy(_asset("page.css"), library, script),
        "style": Markup(_asset("page.css")),  # noqa: S704 - our own file
        "library": Markup(library),  # noqa: S704 - the installed package's file
        "script": Markup(script),  # noqa: S704 - our own file
        "columns": ("Hvem", "Forbindelse", "Til", "Fra", "Slut", "Kilde"),
        "lines": [_line(network, edge) for edge in network.edges],
        "node_legend": list(_node_legend(network)),
        "edge_legend": list(_edge_legend(network)),
        "ink": INK,
        "wording": wording,
        "sort_key": danish_sort_key,
        "label_of": {node.id: node.label for node in network.nodes},
        "looks": {kind.value: _look_json(look) for kind, look in NODES.items()},
    }
    canvas.templateEnv, canvas.path = environment, "page.html"
    return str(canvas.generate_html())


def _canvas(network: Network) -> Canvas:
    canvas = Canvas(directed=True, heading=network.title)
    canvas.options = _OPTIONS
    where = places(network)
    for node in network.nodes:
        canvas.add_node(node.id, **_node_json(node, where[node.id], network))
    bent, spots = bows(network), role_spots(network, where)
    written = written_roles(network)
    for edge in network.edges:
        role = {"spot": spots.get(edge.id), "written": edge.id in written}
        drawn = _edge_json(edge) | _bend(bent[edge.id]) | role
        canvas.add_edge(edge.source, edge.target, **drawn)
    return canvas


def _node_json(node: Node, place: Place, network: Network) -> dict[str, Json]:
    return {
        "label": node.label,
        "shape": "custom",
        "color": NODES[node.kind].colour,
        "size": place.radius,
        "x": place.x,
        "y": place.y,
        "kind": node.kind.value,
        "focus": node.id == network.focus,
        "lines": list(place.lines),
        "box": [
            place.left - place.x,
            place.top - place.y,
            place.right - place.x,
            place.bottom - place.y,
        ],
        "notes": [list(note) for note in node.notes],
    }


def _edge_json(edge: Edge) -> dict[str, Json]:
    look = EDGES[edge.kind]
    return {
        "id": edge.id,
        "arrows": "",
        "color": look.colour,
        "width": look.width,
        "dashes": False if edge.certain else [7, 5],
        "kind": edge.kind.value,
        "role": edge.role,
        "event": edge.kind in EVENTS,
        "certain": edge.certain,
        "first": edge.from_.isoformat(),
        "last": edge.through.isoformat(),
        "begins": wording.begins(edge),
        "ends": wording.ends(edge),
        "status": wording.end_status(edge),
        "notes": [list(note) for note in edge.notes],
        "proofs": [{"place": wording.place(each), "quote": each.quote} for each in edge.proofs],
    }


def _bend(bow: float) -> dict[str, Json]:
    if not bow:
        return {}
    kind = "curvedCW" if bow > 0 else "curvedCCW"
    return {"smooth": {"enabled": True, "type": kind, "roundness": abs(bow)}}


def _line(network: Network, edge: Edge) -> Line:
    label = {node.id: node.label for node in network.nodes}
    source = wording.place(edge.proofs[0]) if edge.proofs else "ingen kilde fundet"
    cells = (
        _text_cell(label[edge.source]),
        _text_cell(edge.role),
        _text_cell(label[edge.target]),
        Cell(text=wording.begins(edge), key=(edge.start or edge.from_).isoformat()),
        Cell(text=wording.ends(edge), key=(edge.end or edge.through).isoformat()),
        _text_cell(source),
    )
    return Line(edge=edge, cells=cells)


def _text_cell(text: str) -> Cell:
    return Cell(text=text, key=danish_sort_key(text))


def _node_legend(network: Network) -> Iterator[tuple[NodeKind, NodeLook, str, int]]:
    kinds = [node.kind for node in network.nodes]
    for kind in NodeKind:
        if kind in kinds:
            yield kind, NODES[kind], wording.MANY[kind], kinds.count(kind)


def _edge_legend(network: Network) -> Iterator[tuple[EdgeKind, EdgeLook, str, int]]:
    kinds = [edge.kind for edge in network.edges]
    for kind in EdgeKind:
        if kind in kinds:
            yield kind, EDGES[kind], wording.EDGES[kind], kinds.count(kind)


def _look_json(look: NodeLook) -> dict[str, Json]:
    return {
        "letter": look.letter,
        "colour": look.colour,
        "outline": [list(point) for point in look.outline],
    }


def _policy(style: str, *scripts: str) -> str:
    """Nothing from anywhere, except what stands in the page by its hash."""
    allowed = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _asset(name: str) -> str:
    return _embeddable(files("kkr_graph.network").joinpath(name).read_text(encoding="utf-8"))


def _vis_network() -> str:
    """The drawing library of pyvis's package, without the pointer to a map that is not there."""
    folder = files("pyvis").joinpath("lib", "vis-9.1.2")
    script = folder.joinpath("vis-network.min.js").read_text(encoding="utf-8")
    return _embeddable(script.partition("//# sourceMappingURL=")[0])


def _embeddable(text: str) -> str:
    if "</script" in text.casefold() or "</style" in text.casefold():
        raise ValueError("a script or style sheet that would end its own element")
    return text.replace("\r\n", "\n")
