"""Documents that state different things of one tenure.

A later document overwrites nothing: days that are some days apart stand beside each other on the tenure,
and for whatever else differs there are two, side by side. The finding names both documents.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, combinations, pairwise, product, starmap

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
    telling = _Telling(places, names)
    return tuple(
        telling.finding(*sides)
        for same in alike.values()
        for sides in chain(
            chain.from_iterable(map(_within, same)),
            chain.from_iterable(starmap(_between, combinations(same, 2))),
        )
    )


@dataclass(frozen=True, slots=True)
class _Side:
    """What some documents say of a tenure, and a passage that the other side does not rest on."""

    tenure: Tenure
    proof: Proof
    said: str


def _within(tenure: Tenure) -> Iterator[tuple[_Side, _Side]]:
    """The days of one tenure that documents disagree on."""
    for what, days in (("start", tenure.starts), ("end", tenure.ends)):
        for one, other in pairwise(days):
            proofs = _apart(one.proofs, other.proofs)
            first, second = (
                _Side(tenure, proof, _words(what, told.day))
                for proof, told in zip(proofs, (one, other), strict=True)
            )
            yield first, second


def _between(one: Tenure, other: Tenure) -> Iterator[tuple[_Side, _Side]]:
    """What two tenures differ in that stand side by side at one time."""
    proofs = _telling_apart(one, other)
    differing = [what for what in _STATED if _differ(getattr(one, what), getattr(other, what))]
    if proofs and differing and _overlap(one, other):
        first, second = (
            _Side(each, proof, ", ".join(_words(what, getattr(each, what)) for what in differing))
            for proof, each in zip(proofs, (one, other), strict=True)
        )
        yield first, second


def _words(what: str, value: object) -> str:
    return f"{_STATED[what]} {_text(value)}"


class _Telling:
    """Findings that name both documents and what each says."""

    def __init__(self, places: Mapping[str, Place], names: Names) -> None:
        self.places = places
        self.names = names
        self.people = {person.slug: person.name for person in names.resolution.people}

    def finding(self, one: _Side, other: _Side) -> SourcedFinding:
        tenure, later = other.tenure, other.proof
        said = [
            f"{self.places[side.proof.sha256].extract.document.name} siger {side.said}"
            for side in (one, other)
        ]
        is_one = one.proof.sha256 == other.proof.sha256
        told = f"{said[0]}, og et andet sted {other.said}" if is_one else "; ".join(said)
        where = f"{later.passage.start}-{later.passage.end}"
        return SourcedFinding(
            code=DISAGREE,
            focus=tenure_iri(tenure, self.names),
            message=(
                f"{self.people.get(tenure.person, tenure.person)} som {_ROLES[tenure.role]} i "
                f"{tenure.body}: {told}. "
                "Begge står i grafen. Ret det dokument, der er forkert, eller lad dem stå."
            ),
            severity=Severity.WARNING,
            key=f"{DISAGREE} {later.sha256[:16]} {where} {digest(*said)[:8]}",
            sha256=later.sha256,
            passage=later.passage,
            beside=((one.proof.sha256, one.proof.passage),),
        )


def _telling_apart(one: Tenure, other: Tenure) -> tuple[Proof, Proof] | None:
    """A passage for each that the other does not rest on."""
    first = [proof for proof in one.proofs if proof not in other.proofs]
    second = [proof for proof in other.proofs if proof not in one.proofs]
    return _apart(first, second) if first and second else None


def _apart(one: Sequence[Proof], other: Sequence[Proof]) -> tuple[Proof, Proof]:
    """The last of each; of two documents, where they can be."""
    pairs = product(reversed(one), reversed(other))
    apart = (pair for pair in pairs if pair[0].sha256 != pair[1].sha256)
    return next(apart, (one[-1], other[-1]))


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
