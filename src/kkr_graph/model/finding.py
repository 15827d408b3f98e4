"""What a check of the whole graph finds."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kkr_graph.model import danish
from kkr_graph.model.extract import Severity

NEW_BODY = "body-not-in-registry"
"""The code of a finding of which there may be hundreds, with the same to be done for all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundAt:
    """A passage that a finding is about, in a document by its name below the data folder.

    Page and line are counted from 1; ``place`` says it in words where these are not what people look
    for, as in a sheet. Of a finding about a whole document only the document is known.
    """

    document: str
    page: int | None = None
    line: int | None = None
    place: str | None = None
    quote: str = ""  # whole, as it stands there


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
    other: str = ""  # the IRI of what the node is in conflict with
    evidence: tuple[str, ...] = field(default=(), compare=False)  # the IRIs of passages
    sources: tuple[FoundAt, ...] = field(default=(), compare=False)  # where these stand


def topic_of(key: str, value: str) -> str:
    """What findings have in common that are told as one: what they say, or that a body is new."""
    return NEW_BODY if key.split(" ")[0] == NEW_BODY else value


def new_bodies_message(names: Sequence[str]) -> str:
    """What is said of bodies that the registry does not have, and what to do."""
    before, after = new_bodies_words(len(names))
    return f"{before}{danish.listed(names)}{after}"


def new_bodies_words(number: int) -> tuple[str, str]:
    """The same, as what stands before their names and after them."""
    one = number == 1
    return (
        "»"
        if one
        else f"{danish.whole(number)} organer er ikke i registeret og har fået en side hver: ",
        f"{'« er ikke i registeret og har fået en side for sig. Er det' if one else '. Er et af dem'} "
        "et andet navn for et organ, der er der, så tilføj navnet under »Andre navne« på det organs "
        "side; ellers læg fundet til side.",
    )


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
