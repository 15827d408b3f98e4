"""The network as networkx knows it, for measures, layouts and other programs."""

from typing import TypeAlias

import networkx as nx

from kkr_graph.network.elements import Edge, Network
from kkr_graph.network.projection import project
from kkr_graph.network.views import View
from kkr_graph.network.wording import place
from kkr_graph.store import Graph

MultiDiGraph: TypeAlias = "nx.MultiDiGraph[str]"


def to_network(graph: Graph, view: View) -> MultiDiGraph:
    """The network of a view of the graph; ``as_multigraph`` tells the attributes."""
    return as_multigraph(project(graph, view))


def as_multigraph(network: Network) -> MultiDiGraph:
    """The network with plain attributes, nodes and edges in sorted order.

    Nodes have ``label`` and ``kind``. Edges have ``kind``, ``role``, ``from``, ``through``,
    ``certain``, ``source_document`` and ``quote``, and ``stated_start``, ``stated_end``,
    ``last_seen`` and ``end_status`` where they are known. An edge's key is its id.
    """
    multigraph: MultiDiGraph = nx.MultiDiGraph(title=network.title)
    for node in network.nodes:
        multigraph.add_node(node.id, label=node.label, kind=node.kind.value)
    for edge in network.edges:
        multigraph.add_edge(edge.source, edge.target, key=edge.id, **_attributes(edge))
    return multigraph


def _attributes(edge: Edge) -> dict[str, str | bool]:
    dates = {"stated_start": edge.start, "stated_end": edge.end, "last_seen": edge.last_seen}
    known = {name: day.isoformat() for name, day in dates.items() if day is not None}
    status = {} if edge.end_status is None else {"end_status": edge.end_status.value}
    return {
        "kind": edge.kind.value,
        "role": edge.role,
        "from": edge.from_.isoformat(),
        "through": edge.through.isoformat(),
        "certain": edge.certain,
        "source_document": "; ".join(place(proof) for proof in edge.proofs),
        "quote": " … ".join(proof.quote for proof in edge.proofs),
        **known,
        **status,
    }
