"""The minutes stage: from a text layer to everything that was read from it."""

from kkr_graph.minutes.reader import parse_minutes
from kkr_graph.minutes.teller import SentenceTeller

__all__ = ["SentenceTeller", "parse_minutes"]
