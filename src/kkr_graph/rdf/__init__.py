"""From what was read and decided to the quads of the graph."""

from kkr_graph.rdf.citations import Positions
from kkr_graph.rdf.findings import SourcedFinding
from kkr_graph.rdf.graph import Description, Reading
from kkr_graph.rdf.nquads import write_nquads

__all__ = [
    "Description",
    "Positions",
    "Reading",
    "SourcedFinding",
    "write_nquads",
]
