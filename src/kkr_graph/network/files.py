"""A network for other programs: GraphML, GEXF and JSON."""

import json
import re
from datetime import date
from enum import StrEnum
from typing import TypeAlias

import networkx as nx

from kkr_graph.network.elements import Edge, Network, Node, Proof
from kkr_graph.network.layout import Place, places
from kkr_graph.network.multigraph import MultiDiGraph, as_multigraph

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CLOCK = re.compile(r' lastmodifieddate="[^"]*"')

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"


def xml_text(text: str) -> str:
    """The text without the control characters that XML has no way to write."""
    return _NOT_XML.sub("\ufffd", text)


def to_graphml(network: Network) -> str:
    """GraphML, as yEd, Cytoscape and Gephi read it."""
    return "\n".join(nx.generate_graphml(_for_xml(network))) + "\n"


def to_gexf(network: Network) -> str:
    """GEXF, as Gephi reads it; without the day of writing, so that it can be compared."""
    return _CLOCK.sub("", "\n".join(nx.generate_gexf(_for_xml(network)))) + "\n"


def _for_xml(network: Network) -> MultiDiGraph:
    multigraph = as_multigraph(network)
    multigraph.graph["title"] = xml_text(network.title)
    for _, attributes in multigraph.nodes(data=True):
        _clean(attributes)
    for _, _, attributes in multigraph.edges(data=True):
        _clean(attributes)
    return multigraph


def _clean(attributes: dict[str, str | bool]) -> None:
    attributes |= {
        name: xml_text(value) for name, value in attributes.items() if isinstance(value, str)
    }


def to_json(network: Network) -> str:
    """Everything that the page knows, positions and proofs included."""
    where = places(network)
    known: dict[str, Json] = {
        "title": network.title,
        "focus": network.focus or None,
        "left_out": network.left_out,
        "data_through": _plain(network.data_through),
        "nodes": [_node(node, where[node.id]) for node in network.nodes],
        "edges": [_edge(edge) for edge in network.edges],
    }
    return json.dumps(known, ensure_ascii=False, indent=1) + "\n"


def _node(node: Node, place: Place) -> Json:
    notes: list[Json] = [list(note) for note in node.notes]
    position: dict[str, Json] = {"x": place.x, "y": place.y}
    return {
        "id": node.id,
        "kind": node.kind.value,
        "label": node.label,
        "notes": notes,
        **position,
    }


def _edge(edge: Edge) -> Json:
    notes: list[Json] = [list(note) for note in edge.notes]
    proofs: list[Json] = [_proof(proof) for proof in edge.proofs]
    return {
        "id": edge.id,
        "source": edge.source,
        "target": edge.target,
        "kind": edge.kind.value,
        "role": edge.role,
        "from": _plain(edge.from_),
        "through": _plain(edge.through),
        "start": _plain(edge.start),
        "end": _plain(edge.end),
        "last_seen": _plain(edge.last_seen),
        "end_status": _plain(edge.end_status),
        "certain": edge.certain,
        "notes": notes,
        "proofs": proofs,
    }


def _proof(proof: Proof) -> Json:
    return {
        "document": proof.document,
        "page": proof.page,
        "line": proof.line,
        "quote": proof.quote,
    }


def _plain(value: date | StrEnum | None) -> str | None:
    match value:
        case None:
            return None
        case StrEnum():
            return value.value
        case _:
            return value.isoformat()
