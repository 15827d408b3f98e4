"""A network as one HTML page that works offline and sends nothing to anybody.

pyvis holds the nodes and edges and renders our template; vis-network comes out of its package.
Everything that runs is known by its hash to the page's own policy, so nothing else can run: a
name with markup in it is text on the canvas, text in the table, and text in the details. The same
explorer is a part of the pages that ``kkr-graph serve`` shows.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from jinja2 import Environment
from markupsafe import Markup
from pyvis.network import Network as Canvas

from kkr_graph.model.policy import allowed_text
from kkr_graph.model.tenure import FOREVER
from kkr_graph.network import wording
from kkr_graph.network.appearance import CHANGES, EDGES, INK, NODES, EdgeLook, NodeLook
from kkr_graph.network.data import (
    Around,
    Cell,
    edge_cells,
    edges_json,
    looks_json,
    node_cells,
    node_json,
    part_json,
    relation_words,
    relations_json,
)
from kkr_graph.network.elements import Edge, EdgeKind, Network, Node, NodeKind, Term
from kkr_graph.network.neighbours import Relation
from kkr_graph.network.picture import Picture
from kkr_graph.network.shown import State, shown
from kkr_graph.network.templates import fresh_environment

SCRIPTS = (
    "dom", "facts", "state", "shown", "address", "places", "asking", "shapes", "sketch", "drawing",
    "details", "rows", "tables", "legend", "days", "search", "saving", "start",
)  # fmt: skip
"""The modules of the page's script, each after those that it stands on."""

_COLUMNS = ("Hvem", "Forbindelse", "Til", "Fra", "Slut", "Kilde")
_MOST_TERMS = 8
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
class Line:
    """A row of a table for one edge or one node."""

    of: Edge | Node
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A term to jump to: its last day, or the last day that anything is known of."""

    label: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Hosting:
    """Where the explorer stands. A served one may ask for more, and offers files of its own."""

    served: bool = False
    prefix: str = ""
    files: tuple[tuple[str, str, str], ...] = ()  # format, what to call it, address
    further: Callable[[str, Relation], str] = lambda _iri, _relation: ""  # where a step leads


def page_of(picture: Picture, state: State, around: Around | None = None) -> str:
    """The page of a picture, with all of it in the file, shown or in reserve.

    With a day in its ``state`` it opens showing what was valid then; readers can change that.
    """
    style = asset("explorer.css") + asset("page.css")
    environment = fresh_environment()
    environment.globals |= {
        "policy": _policy(style, vis_network(), script()),
        "style": Markup(style),  # noqa: S704 - our own files
        "library": Markup(vis_network()),  # noqa: S704 - the installed package's file
        "script": Markup(script()),  # noqa: S704 - our own files
    }
    hosting = Hosting(prefix=prefix_of(picture.network))
    return _rendered("page.html", environment, picture, state, around or Around(), hosting)


def explorer(picture: Picture, state: State, around: Around, hosting: Hosting) -> Markup:
    """The explorer alone, to stand in a page that brings style and scripts along."""
    written = _rendered("explorer.html", fresh_environment(), picture, state, around, hosting)
    return Markup(written)  # noqa: S704 - our own template, which escapes


def _rendered(
    template: str,
    environment: Environment,
    picture: Picture,
    state: State,
    around: Around,
    hosting: Hosting,
) -> str:
    network = picture.network
    rows, stops = _rows(picture, state), _stops(network)
    label = {node.id: node.label for node in network.nodes}
    canvas = _canvas(picture, around)
    environment.globals |= {
        "network": network,
        "counts": wording.counts(rows),
        "day": "" if state.day is None else state.day.isoformat(),
        "hosting": hosting,
        "columns": _COLUMNS,
        "link": around.link,
        "lines": [Line(of=edge, cells=edge_cells(edge, label)) for edge in rows.edges],
        "names": [Line(of=node, cells=node_cells(node)) for node in rows.nodes],
        "asks": _asks(around),
        "relations": around.relations,
        "node_legend": list(_node_legend(network)),
        "edge_legend": list(_edge_legend(network, more=bool(around.relations))),
        "change_legend": list(_change_legend(network)),
        "unsure": sum(not edge.certain for edge in network.edges),
        "ink": INK,
        "wording": wording,
        "stops": json.dumps(stops) if len(stops) > 2 else "",
        "last_stop": len(stops) - 1,
        "terms": list(_terms(network)),
        "rest": {
            "looks": looks_json(),
            "kinds": dict(wording.ONE),
            "relation_words": relation_words(),
            "relations": relations_json(around.relations, label),
            "prefix": hosting.prefix,
            "parts": [part_json(picture, part) for part in picture.parts],
        },
    }
    canvas.templateEnv, canvas.path = environment, template
    return str(canvas.generate_html())


def prefix_of(network: Network) -> str:
    """What the IRIs of a graph begin with, so that addresses need not repeat it."""
    known = sorted(node.id for node in network.nodes if "/id/" in node.id)
    return f"{known[0].partition('/id/')[0]}/id/" if known else ""


def _rows(picture: Picture, state: State) -> Network:
    """What is there, whatever day and kinds are shown: filters hide rows, they do not remove them."""
    return shown(picture, State(steps=state.steps, hidden=state.hidden)).network


def _asks(around: Around) -> bool:
    return any(around.relations.values())


def _canvas(picture: Picture, around: Around) -> Canvas:
    canvas = Canvas(directed=True, heading=picture.network.title)
    canvas.options = _OPTIONS
    for node in picture.network.nodes:
        canvas.add_node(node.id, shape="custom", **node_json(picture, node, around))
    for edge, told in edges_json(picture, picture.network.edges, around):
        canvas.add_edge(edge.source, edge.target, **told)
    return canvas


def _node_legend(network: Network) -> Iterator[tuple[NodeKind, NodeLook, str, int]]:
    kinds = [node.kind for node in network.nodes]
    for kind in NodeKind:
        yield kind, NODES[kind], wording.MANY[kind], kinds.count(kind)


def _edge_legend(network: Network, *, more: bool) -> Iterator[tuple[EdgeKind, EdgeLook, str, int]]:
    kinds = [edge.kind for edge in network.edges]
    for kind in EdgeKind:
        if kind in kinds or more:
            yield kind, EDGES[kind], wording.EDGES[kind], kinds.count(kind)


def _change_legend(network: Network) -> Iterator[tuple[float, str, str, int]]:
    """How the lines of posts tell what became of them: width, dashes, words and how many."""
    found = Counter(edge.change for edge in network.edges if edge.change is not None)
    for change, (width, dashes) in CHANGES.items():
        if found[change]:
            yield width, " ".join(map(str, dashes)), wording.CHANGES[change], found[change]


def _stops(network: Network) -> list[str]:
    """The days on which something begins or has ended, and on which terms begin."""
    last = network.data_through or date.max
    days = {edge.from_ for edge in network.edges}
    days |= {edge.through + timedelta(days=1) for edge in network.edges if edge.through < FOREVER}
    days |= {term.starts for term in _shown_terms(network)}
    return sorted(day.isoformat() for day in days if day <= last or day in days)


def _terms(network: Network) -> Iterator[Stop]:
    for term in _shown_terms(network):
        last = network.data_through or term.ends
        known = last if term.starts <= last < term.ends else term.ends
        yield Stop(label=term.label, day=known)


def _shown_terms(network: Network) -> tuple[Term, ...]:
    """The terms in which anything in the network began."""
    begun = [edge.from_ for edge in network.edges]
    found = [
        term for term in network.terms if any(term.starts <= day <= term.ends for day in begun)
    ]
    return tuple(found[-_MOST_TERMS:])


def _policy(style: str, *scripts: str) -> str:
    """Nothing from anywhere, except what stands in the page by its hash."""
    allowed = " ".join(allowed_text(each) for each in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {allowed_text(style)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


@cache
def script() -> str:
    """The modules of the page's script as one, which shares nothing with others on a page."""
    modules = "\n".join(asset(f"script/{name}.js") for name in SCRIPTS)
    return f'(() => {{\n"use strict";\n{modules}}})();\n'


@cache
def asset(name: str) -> str:
    """One of our own files, as it may stand in a page."""
    return _embeddable(files("kkr_graph.network").joinpath(name).read_text(encoding="utf-8"))


@cache
def vis_network() -> str:
    """The drawing library of pyvis's package, without the pointer to a map that is not there."""
    folder = files("pyvis").joinpath("lib", "vis-9.1.2")
    text = folder.joinpath("vis-network.min.js").read_text(encoding="utf-8")
    return _embeddable(text.partition("//# sourceMappingURL=")[0])


def _embeddable(text: str) -> str:
    if "</script" in text.casefold() or "</style" in text.casefold():
        raise ValueError("a script or style sheet that would end its own element")
    return text.replace("\r\n", "\n")
