"""The checks of the whole graph against ``ontology/shapes.ttl``."""

from kkr_graph.shapes.check import SHAPE, check_changed, check_shapes, check_whole

__all__ = ["SHAPE", "check_changed", "check_shapes", "check_whole"]
