"""What a check of the whole graph finds."""

from dataclasses import dataclass

from kkr_graph.model.extract import Severity


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class GraphFinding:
    """A node of the graph that breaks a rule; ``message`` is Danish and names what it is about.

    ``key`` is stable from build to build, so that a silenced finding stays silent, and changes
    when the offending value does.
    """

    code: str  # the rule's name, as "fact-without-evidence"
    focus: str  # the node's IRI
    message: str
    severity: Severity
    key: str
