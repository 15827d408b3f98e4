"""Documents that state different things of one tenure, which then stands in the graph twice.

A later document overwrites nothing: both stand side by side, and the finding names both.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations

from kkr_graph.iri import digest
from kkr_graph.model import danish
from kkr_graph.model.extract import Role, Severity
from kkr_graph.model.tenure import EndStatus, Proof, Tenure
from kkr_graph.rdf.findings import SourcedFinding
from kkr_graph.rdf.names import Names
from kkr_graph.rdf.places import Place
from kkr_graph.rdf.tenures import tenure_iri

DISAGREE = "sources-disagree"
_HELD = timedelta(days=364)  # a year, less the day on which the next begins
_ROLES = {
    Role.CHAIR: "formand",
    Role.VICE_CHAIR: "næstformand",
    Role.MEMBER: "medlem",
    Role.DEPUTY: "stedfortræder",
    Role.OBSERVER: "observatør",
    Role.REPRESENTATIVE: "repræsentant",
}
_STATED = {
    "start": "start",
    "end": "slut",
    "represents": "repræsenterer",
    "party": "parti",
    "municipality": "kommune",
}


def find_conflicts(
    tenures: Sequence[Tenure], places: Mapping[str, Place], names: Names
) -> tuple[SourcedFinding, ...]:
    """What documents disagree on of one person in one role at one time."""
    alike: dict[tuple[str, str, str], list[Tenure]] = {}
    for tenure in tenures:
        if tenure.certain and tenure.proofs:
            alike.setdefault((tenure.person, tenure.body, tenure.role), []).append(tenure)
    people = {person.slug: person.name for person in names.resolution.people}
    found = (
        finding
        for same in alike.values()
        for one, other in combinations(same, 2)
        for finding in _conflict(one, other, places, people.get(one.person, one.person), names)
    )
    return tuple(found)


def _conflict(
    one: Tenure, other: Tenure, places: Mapping[str, Place], person: str, names: Names
) -> Iterator[SourcedFinding]:
    proofs = _telling_apart(one, other)
    differing = [what for what in _STATED if _differ(getattr(one, what), getattr(other, what))]
    if proofs is None or not differing or not _overlap(one, other):
        return
    said = [
        f"{places[proof.sha256].extract.document.name} siger "
        + ", ".join(f"{_STATED[what]} {_text(getattr(each, what))}" for what in differing)
        for proof, each in zip(proofs, (one, other), strict=True)
    ]
    later = proofs[1]
    where = f"{later.passage.start}-{later.passage.end}"
    yield SourcedFinding(
        code=DISAGREE,
        focus=tenure_iri(other, names),
        message=(
            f"{person} som {_ROLES[one.role]} i {one.body}: {said[0]}; {said[1]}. "
            "Begge står i grafen. Ret det dokument, der er forkert, eller lad dem stå."
        ),
        severity=Severity.WARNING,
        key=f"{DISAGREE} {later.sha256[:16]} {where} {digest(*said)[:8]}",
        sha256=later.sha256,
        passage=later.passage,
    )


def _telling_apart(one: Tenure, other: Tenure) -> tuple[Proof, Proof] | None:
    """A passage for each that the other does not rest on."""
    first = [proof for proof in one.proofs if proof not in other.proofs]
    second = [proof for proof in other.proofs if proof not in one.proofs]
    return (first[-1], second[-1]) if first and second else None


def _differ(left: object, right: object) -> bool:
    return left is not None and right is not None and left != right


def _overlap(one: Tenure, other: Tenure) -> bool:
    first, second = _period(one), _period(other)
    if first is None or second is None:
        return False
    return max(first[0], second[0]) <= min(first[1], second[1])


def _period(tenure: Tenure) -> tuple[date, date] | None:
    """From the first to the last day that documents speak for.

    A seat whose start is stated and whose end nobody tells is taken to be held for a year, so that
    another start within it is noticed, and the start of the next term is not.
    """
    begin = tenure.start or tenure.first_seen or tenure.end
    end = tenure.end or tenure.last_seen or tenure.start
    if begin is None or end is None:
        return None
    if tenure.start and tenure.end_status != EndStatus.ENDED:
        end = max(end, tenure.start + _HELD)
    return begin, end


def _text(value: object) -> str:
    return danish.day(value) if isinstance(value, date) else f"»{value}«"
