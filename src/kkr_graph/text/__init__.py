"""The text stage: from decoded text to a layer with lines, page furniture and a reading."""

from kkr_graph.text.layout import lay_out

__all__ = ["lay_out"]
