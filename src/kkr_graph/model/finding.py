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
    set_aside: bool = False  # somebody has looked at it, and it needs nothing done


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a check found, and what the next one needs in order to look only at what has changed."""

    rules: tuple[GraphFinding, ...] = ()  # by rules that are queries
    structure: tuple[GraphFinding, ...] = ()
    suspects: tuple[str, ...] = ()  # the nodes whose structure pySHACL was asked to judge

    @property
    def findings(self) -> tuple[GraphFinding, ...]:
        """Every node that breaks a shape, sorted."""
        found = sorted([*self.rules, *self.structure])
        # somebody with two names would break a rule twice: once is enough
        return tuple({finding.key: finding for finding in reversed(found)}.values())[::-1]
