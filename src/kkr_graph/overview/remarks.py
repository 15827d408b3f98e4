"""What a person should look at before the overview is sent out."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from kkr_graph.curation.silenced import Silence, part
from kkr_graph.model import danish
from kkr_graph.model.finding import NEW_BODY, new_bodies_message
from kkr_graph.overview.chairs import NOBODY, Chairs, remarks_on
from kkr_graph.overview.content import Remark
from kkr_graph.overview.findings import Finding, Grade, read_findings
from kkr_graph.queries.asking import CONFLICT, NO_SOURCE, Questions, Record


def read_remarks(
    questions: Questions, silenced: Sequence[Silence] = (), chairs: Chairs = NOBODY
) -> tuple[Remark, ...]:
    """Findings, sources that disagree, several chairs, hypotheses, and names that are tied to nobody.

    What somebody has set aside stands last, with the word for it.
    """
    found, aside = part(read_findings(questions), silenced)
    every = [*found, *(finding for finding, _ in aside)]
    told = [finding.message for finding in every]
    return (
        *to_remarks(found),
        *_conflicts(questions, told),
        *remarks_on(chairs, told),
        *_hypotheses(questions),
        *_unresolved(questions, {finding.focus for finding in every}),
        *(_set_aside(_found(finding), word) for finding, word in aside),
    )


def _set_aside(remark: Remark, word: Silence) -> Remark:
    told = f"{remark.what} Set på af {word.by} {danish.day(word.day)}: {word.reason}"
    return replace(remark, grade="lagt til side", what=told)


def to_remarks(findings: Iterable[Finding]) -> tuple[Remark, ...]:
    """Findings as rows of the table; what several documents say is one, with all its sources."""
    said: dict[str, list[Finding]] = {}
    for each in findings:
        said.setdefault(each.message, []).append(each)
    return tuple(_found(*same) for same in said.values())


def told_together(remarks: Sequence[Remark]) -> tuple[Remark, ...]:
    """The remarks, with all that say of a body that the registry does not have it as one, the last."""
    new = [each for each in remarks if each.code == NEW_BODY and each.grade == Grade.INFO.danish]
    if len(new) < 2:
        return tuple(remarks)
    what = new_bodies_message([each.about for each in new])
    together = replace(new[0], what=what, about="", source=NO_SOURCE)
    return (*(each for each in remarks if each not in new), together)


def _found(finding: Finding, *others: Finding) -> Remark:
    message = finding.message
    places = "; ".join(other.source.cited for other in others if other.source.document)
    return Remark(
        grade=finding.grade.danish,
        what=f"{message} Også i {places}." if places else message,
        about=finding.about,
        source=finding.source,
        code=finding.code,
    )


def _conflicts(questions: Questions, told: Sequence[str]) -> Iterator[Remark]:
    """Those that no finding has told already, with its place."""
    for record in questions.ask("conflicts"):
        subject, where = record.text("subject"), record.text("where_found")
        one, other = record.words("one"), record.words("other")
        if record.is_told(told, CONFLICT):
            continue
        yield Remark(
            grade="uenige kilder",
            what=f"To oplysninger om {record.text('what')}: {one} og {other} ({where or subject}).",
            about=subject,
            source=NO_SOURCE,
            code="conflict",
        )


def _hypotheses(questions: Questions) -> Iterator[Remark]:
    for record in questions.ask("hypotheses"):
        who, role, forum = (record.text(column) for column in ("person", "role", "forum"))
        if nominated := record.day("nominated_on"):
            what = f"{who} er indstillet som {role} i {forum} {danish.day(nominated)}. Udpegningen står ikke i noget dokument."
            yield _remark(record, "indstilling", what, "nomination")
        else:
            yield _remark(record, "formodning", f"{who} er måske {role} i {forum}.", "hypothesis")


def _unresolved(questions: Questions, told: Set[str]) -> Iterator[Remark]:
    """Those that no finding has told already, with the reason and what to do."""
    for record in questions.ask("unresolved-mentions"):
        if record.iri("mention") in told:
            continue
        what = f"Det vides ikke, hvem »{record.text('name')}« er."
        yield _remark(record, "ukendt navn", what, "unresolved-mention")


def _remark(record: Record, grade: str, what: str, code: str) -> Remark:
    about = record.text("person") or record.text("name")
    return Remark(grade=grade, what=what, about=about, source=record.source, code=code)
