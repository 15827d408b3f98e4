"""What a build tells about itself, for people and as JSON."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Self

from kkr_graph.model.extract import DocumentKind, Extract, Fact, Json, Severity
from kkr_graph.model.finding import NEW_BODY, GraphFinding, topic_of

_FACTS = (
    "attendance", "items", "appointments", "statements", "dates", "bodies", "seat_rules", "forums",
    "vacancies",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReport:
    """What was read from one document."""

    name: str
    kind: str
    body: str | None
    date: date | None
    counts: Mapping[str, int]  # kind of fact, as in the extract, to how many
    unclaimed: int  # characters in scope that were not used
    scope: int  # characters in scope, what is unclaimed included: see ``of``
    findings: tuple[GraphFinding, ...] = ()

    @classmethod
    def of(cls, extract: Extract) -> Self:
        """What the document alone says; what is found in it comes later.

        In scope are attendance, headings and decisions of a meeting; of any other document all that
        tells who is in what.
        """
        document = extract.document
        unclaimed = _characters(extract.unclaimed)
        decisions = (item.decision_passage for item in extract.items if item.decision_passage)
        used: tuple[Fact, ...] = (*extract.attendance, *extract.items)
        if document.kind not in (DocumentKind.MINUTES, DocumentKind.AGENDA):
            told = (*extract.appointments, *extract.forums, *extract.vacancies)
            used = (*used, *told, *extract.seat_rules)
        claimed = _characters(used)
        return cls(
            name=document.name,
            kind=document.kind,
            body=document.body,
            date=document.date,
            counts={kind: len(getattr(extract, kind)) for kind in _FACTS},
            unclaimed=unclaimed,
            scope=unclaimed + claimed + sum(len(passage.quote) for passage in decisions),
        )

    @property
    def share(self) -> float:
        """The unclaimed part of what is in scope, from 0 to 1."""
        return self.unclaimed / self.scope if self.scope else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A document that could not be read; the sentences are Danish."""

    name: str
    problem: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Duplicate:
    """A file with the same content as another, which was read."""

    name: str
    same_as: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """The outcome of a build.

    ``anew`` are the names of the documents that were read in this build, and not in one before.
    ``is_built`` is False where no document could be read, and ``is_new`` where nothing had changed
    since the last build, so that there was nothing to do.
    """

    documents: tuple[DocumentReport, ...] = ()
    unread: tuple[Unread, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    people: int = 0
    new_people: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()  # what only a person can decide, in Danish
    questions: int = 0  # on the review list, but for those looked at in vain
    tenures: int = 0
    hypotheses: int = 0
    quads: int = 0
    findings: tuple[GraphFinding, ...] = ()  # of the whole graph; those of documents stand there
    data_through: date | None = None
    is_built: bool = True
    is_new: bool = True
    anew: tuple[str, ...] = field(default=(), compare=False)  # not a part of what is written

    @property
    def by_severity(self) -> dict[str, int]:
        """How many open findings there are of each severity; what several documents say is one.

        So are the bodies that the registry does not have.
        """
        told = {
            (each.severity, topic_of(each.key, each.message))
            for each in self._found
            if not each.set_aside
        }
        counts = Counter(severity for severity, _ in told)
        return {severity: counts[severity] for severity in Severity}

    @property
    def set_aside(self) -> int:
        """How many findings somebody has looked at that need nothing done."""
        return sum(each.set_aside for each in self._found)

    @property
    def _found(self) -> tuple[GraphFinding, ...]:
        own = (finding for document in self.documents for finding in document.findings)
        return (*own, *self.findings)

    @property
    def is_fine(self) -> bool:
        """Whether every document was read and no rule is violated."""
        return not self.unread and self.is_built and not self.by_severity[Severity.VIOLATION]

    def to_json(self) -> dict[str, Json]:
        """The report as JSON values."""
        report: dict[str, Json] = {
            "built": self.is_built,
            "documents": [_document(document) for document in self.documents],
            "unread": [asdict(each) for each in self.unread],
            "duplicates": [asdict(each) for each in self.duplicates],
            "people": {"total": self.people, "new": list(self.new_people)},
            "doubts": list(self.doubts),
            "questions": self.questions,
            "tenures": self.tenures,
            "hypotheses": self.hypotheses,
            "quads": self.quads,
            "data_through": _day(self.data_through),
            "severities": dict(self.by_severity),
            "set_aside": self.set_aside,
            "findings": [_finding(finding) for finding in self.findings],
            "new_bodies": [_finding(finding) for finding in self._new_bodies()],
        }
        return report

    def _new_bodies(self) -> Iterator[GraphFinding]:
        """Each body that the registry does not have once, with all its sources."""
        bodies: dict[str, list[GraphFinding]] = {}
        for each in self._found:
            if each.code == NEW_BODY:
                bodies.setdefault(each.message, []).append(each)
        for _, same in sorted(bodies.items()):
            yield replace(same[0], sources=tuple(at for each in same for at in each.sources))


def _characters(facts: Iterable[Fact]) -> int:
    return sum(len(passage.quote) for passage in {fact.passage for fact in facts})


def _document(document: DocumentReport) -> dict[str, Json]:
    return {
        "name": document.name,
        "kind": document.kind,
        "body": document.body,
        "date": _day(document.date),
        "counts": dict(document.counts),
        "unclaimed": document.unclaimed,
        "unclaimed_percent": f"{100 * document.share:.2f}",
        "findings": [
            _finding(finding) for finding in document.findings if finding.code != NEW_BODY
        ],
    }


def _finding(finding: GraphFinding) -> dict[str, Json]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "focus": finding.focus,
        "key": finding.key,
        "set_aside": finding.set_aside,
        "sources": [asdict(source) for source in finding.sources],
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
