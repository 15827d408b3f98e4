"""The full check of a graph beside pySHACL: the same findings, then the times."""

import sys
from collections.abc import Iterator
from functools import partial

import pyshacl
import rdflib
from rdflib.namespace import SH

from benchmarks.data import Data
from benchmarks.ratio import Ratio, measure
from benchmarks.runs import run
from kkr_graph.config import packaged
from kkr_graph.shapes import SHAPE, check_shapes


def rows(data: Data) -> Iterator[Ratio]:
    """PySHACL has the graph in memory already, and leaves the rules out that are SPARQL."""
    if data.is_large:
        return
    content = data.quads.read_bytes()
    shapes = rdflib.Graph().parse(packaged("ontology", "ontology") / "shapes.ttl")
    rules = {str(shape) for shape in shapes.subjects(SH.sparql)}
    for shape in set(shapes.subjects(SH.sparql)):
        shapes.remove((shape, None, None))
    graph = rdflib.Graph()
    graph += data.in_rdflib.triples((None, None, None))

    def by_pyshacl() -> set[str]:
        _, report, _ = pyshacl.validate(graph, shacl_graph=shapes, inplace=True)
        return {str(node) for node in report.objects(None, SH.focusNode)}

    ours = {found.focus for found in check_shapes(content) if f"{SHAPE}{found.code}" not in rules}
    if ours != by_pyshacl():
        sys.exit("the checks do not find the same")
    yield measure(
        "rules and structure from N-Quads",
        partial(check_shapes, content),
        "pySHACL, the structure alone, already in rdflib",
        by_pyshacl,
        rounds=2,
        aim=6,
        warm=False,
    )


if __name__ == "__main__":
    run(rows)
