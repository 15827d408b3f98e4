"""The minutes stage: from a text layer to everything that was read from it."""

from kkr_graph.minutes.personnel.teller import SentenceTeller
from kkr_graph.minutes.reader import parse_minutes

__all__ = ["SentenceTeller", "parse_minutes"]
