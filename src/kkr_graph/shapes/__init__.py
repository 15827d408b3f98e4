"""The checks of the whole graph against ``ontology/shapes.ttl``."""

from kkr_graph.shapes.check import SHAPE, check_shapes

__all__ = ["SHAPE", "check_shapes"]
