"""What a person should look at before the overview is sent out."""

from collections.abc import Iterable, Iterator

from kkr_graph.overview.content import Remark
from kkr_graph.overview.findings import Finding, read_findings
from kkr_graph.queries.asking import NO_SOURCE, Questions, Record


def read_remarks(questions: Questions) -> tuple[Remark, ...]:
    """Findings, sources that disagree, hypotheses, and names that are tied to nobody."""
    return (
        *to_remarks(read_findings(questions)),
        *_conflicts(questions),
        *_hypotheses(questions),
        *_unresolved(questions),
    )


def to_remarks(findings: Iterable[Finding]) -> tuple[Remark, ...]:
    """Findings as rows of the table."""
    return tuple(
        Remark(
            grade=finding.grade.danish,
            what=finding.message,
            about=finding.about,
            source=finding.source,
            code=finding.code,
        )
        for finding in findings
    )


def _conflicts(questions: Questions) -> Iterator[Remark]:
    for record in questions.ask("conflicts"):
        yield Remark(
            grade="uenige kilder",
            what=f"To oplysninger om {record.text('what')}: {record.text('one')} og "
            f"{record.text('other')} ({record.text('where_found') or record.text('subject')}).",
            about=record.text("subject"),
            source=NO_SOURCE,
            code="conflict",
        )


def _hypotheses(questions: Questions) -> Iterator[Remark]:
    for record in questions.ask("hypotheses"):
        yield _remark(
            record,
            "hypotese",
            f"{record.text('person')} er måske {record.text('role')} i {record.text('forum')}.",
            "hypothesis",
        )


def _unresolved(questions: Questions) -> Iterator[Remark]:
    for record in questions.ask("unresolved-mentions"):
        what = f"Det vides ikke, hvem »{record.text('name')}« er."
        yield _remark(record, "ukendt navn", what, "unresolved-mention")


def _remark(record: Record, grade: str, what: str, code: str) -> Remark:
    about = record.text("person") or record.text("name")
    return Remark(grade=grade, what=what, about=about, source=record.source, code=code)
