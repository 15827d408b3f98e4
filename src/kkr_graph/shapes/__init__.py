"""The checks of the whole graph against ``ontology/shapes.ttl``."""

from kkr_graph.shapes.check import SHAPE, check_changed, check_rules, check_shapes, check_structure
from kkr_graph.shapes.evidence import with_evidence

__all__ = [
    "SHAPE",
    "check_changed",
    "check_rules",
    "check_shapes",
    "check_structure",
    "with_evidence",
]
