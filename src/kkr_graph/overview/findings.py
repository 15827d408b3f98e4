"""What the checks of the documents and of the graph found."""

from dataclasses import dataclass
from enum import StrEnum

from kkr_graph.curation.silenced import id_of, value_of
from kkr_graph.model.danish import counted
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
