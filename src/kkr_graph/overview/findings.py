"""What the checks of the documents and of the graph found."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kkr_graph.curation.silenced import id_of, value_of
from kkr_graph.model.danish import counted
from kkr_graph.model.finding import NEW_BODY, new_bodies_message
from kkr_graph.model.names import danish_sort_key
from kkr_graph.queries.asking import Questions, Source
from kkr_graph.vocab import SH


class Grade(StrEnum):
    """How serious a finding is, the most serious first."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"

    @property
    def danish(self) -> str:
        """``overtrædelse``, ``advarsel``, ``oplysning``."""
        return _DANISH[self][0]

    def counted(self, number: int) -> str:
        """``3 overtrædelser``."""
        one, several = _DANISH[self]
        return counted(number, one, several)


_DANISH = {
    Grade.VIOLATION: ("overtrædelse", "overtrædelser"),
    Grade.WARNING: ("advarsel", "advarsler"),
    Grade.INFO: ("oplysning", "oplysninger"),
}
_GRADES = {SH.Violation: Grade.VIOLATION, SH.Warning: Grade.WARNING, SH.Info: Grade.INFO}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A rule that is not kept, or something that a person should look at.

    ``key`` says what it is about, ``value`` changes when what was found does; ``focus`` is the IRI of
    the thing.
    """

    grade: Grade
    code: str
    message: str
    about: str
    source: Source
    key: str = ""
    value: str = ""
    focus: str = ""

    @property
    def id(self) -> str:
        """What it is called where somebody sets it aside."""
        return id_of(self)


def places_of(same: Sequence[Finding]) -> tuple[Source, ...]:
    """Where it stands; of several new bodies, each has a page that says it."""
    is_many = same[0].code == NEW_BODY and len({each.about for each in same}) > 1
    return () if is_many else tuple(each.source for each in same if each.source.document)


def message_of(same: Sequence[Finding]) -> str:
    """What findings say that are told as one."""
    if same[0].code != NEW_BODY:
        return same[0].message
    return new_bodies_message(sorted({each.about for each in same}, key=danish_sort_key))


def read_findings(questions: Questions) -> tuple[Finding, ...]:
    """All findings of the graph, the most serious first."""
    return tuple(
        Finding(
            grade=_GRADES[record.iri("severity")],
            code=record.text("code"),
            message=record.text("message"),
            about=record.name("focus"),
            source=record.source,
            key=record.text("key"),
            value=value_of(record.text("message")),
            focus=record.iri("focus"),
        )
        for record in questions.ask("findings")
    )
