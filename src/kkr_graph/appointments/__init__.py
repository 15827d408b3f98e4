"""The appointments stage: from the text layer of a list to who sits where, by whose appointment."""

from kkr_graph.appointments.reader import parse_list
from kkr_graph.appointments.recognition import is_list

__all__ = ["is_list", "parse_list"]
