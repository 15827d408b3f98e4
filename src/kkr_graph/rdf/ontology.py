"""The ontology as a graph of its own, so that a query finds the labels of roles and outcomes."""

from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad, parse

from kkr_graph.config import packaged
from kkr_graph.iri import Minter

FILES = ("concepts.ttl", "kkr.ttl")


def ontology_quads(minter: Minter) -> Iterator[Quad]:
    """The classes, properties and concepts with their labels and definitions."""
    graph = NamedNode(minter.graph("ontology"))
    folder = packaged("ontology", "ontology")
    for name in FILES:
        for quad in parse(path=str(folder / name)):
            yield Quad(quad.subject, quad.predicate, quad.object, graph)
