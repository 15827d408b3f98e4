"""``graph/tenures``: who holds or held which role, put together from all documents."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pyoxigraph import Quad

from kkr_graph.model.extract import Extract, Role
from kkr_graph.model.registry import BodyKind
from kkr_graph.model.tenure import FOREVER, EndStatus, Proof, StatedDay, Tenure
from kkr_graph.rdf.acts import ActPlace, act_quads
from kkr_graph.rdf.citations import Citations
from kkr_graph.rdf.names import Names
from kkr_graph.rdf.places import Place
from kkr_graph.rdf.source import local_list_quads
from kkr_graph.rdf.terms import Term, day, describe, node
from kkr_graph.vocab import KKR, ORG, PROV, SCHEMA, concept

_PLAIN_SEAT = (Role.MEMBER, Role.REPRESENTATIVE)
_PRESIDES = (Role.CHAIR, Role.VICE_CHAIR)


def tenure_quads(
    tenures: Sequence[Tenure], places: Mapping[str, Place], names: Names, citations: Citations
) -> Iterator[Quad]:
    """Every tenure, with all the passages that prove it."""
    describing = _Describing(tenures, places, names, citations)
    for tenure in tenures:
        yield from describing.tenure(tenure)


def tenure_iri(tenure: Tenure, names: Names) -> str:
    """The IRI of a tenure or a hypothesis."""
    kind = () if tenure.certain else ("hypothesis",)
    body = names.body(tenure.body, _document(tenure)).removeprefix(names.minter.id())
    return names.minter.tenure(tenure.person, body, tenure.role, str(tenure.ordinal), *kind)


def _document(tenure: Tenure) -> str | None:
    """The document whose abbreviations the tenure's names use."""
    return tenure.proofs[0].sha256 if tenure.proofs else None


@dataclass(frozen=True, slots=True)
class _Stated:
    """One of several days for the start or end of a tenure, its IRI, and which of the two it is."""

    which: str
    iri: str
    told: StatedDay


class _Describing:
    """The tenures, and what is needed to describe one of them."""

    def __init__(
        self,
        tenures: Sequence[Tenure],
        places: Mapping[str, Place],
        names: Names,
        citations: Citations,
    ) -> None:
        self.places = places
        self.names = names
        self.citations = citations
        self.graph = names.minter.graph("tenures")
        self.holders: dict[tuple[str, str], list[Tenure]] = {}
        for tenure in tenures:
            if tenure.role != Role.DEPUTY and tenure.certain:
                self.holders.setdefault((tenure.person, self._body(tenure)), []).append(tenure)

    def tenure(self, tenure: Tenure) -> Iterator[Quad]:
        yield from describe(
            self.graph,
            self._iri(tenure),
            (ORG.member, node(self.names.minter.person(tenure.person))),
            (ORG.organization, node(self._body(tenure))),
            (ORG.role, node(concept(tenure.role))),
            *self._for_whom(tenure),
            *_period(tenure, self._held_again(tenure)),
            *((each.which, node(each.iri)) for each in self._stated_days(tenure)),
            *((KKR.decidedIn, decision) for decision in self._decisions(tenure.decided_in)),
            *(
                (PROV.wasDerivedFrom, self._cited(proof))
                for proof in tenure.proofs
                if not self._is_said_twice(proof, tenure.proofs)
            ),
            types=(KKR.Tenure, ORG.Membership) if tenure.certain else (KKR.Hypothesis,),
        )
        yield from local_list_quads(self.graph, tenure.party, tenure.municipality, self.names)
        for each in self._stated_days(tenure):
            yield from self._stated_day(each)
        place = ActPlace(tenure=self._iri(tenure), body=self._body(tenure), graph=self.graph)
        yield from act_quads(tenure, place, self.names, self.citations, self._decisions)

    def _stated_days(self, tenure: Tenure) -> Iterator["_Stated"]:
        for which, days in ((KKR.statedStart, tenure.starts), (KKR.statedEnd, tenure.ends)):
            what = "start" if which == KKR.statedStart else "end"
            for told in days:
                iri = self.names.minter.stated_day(self._iri(tenure), what, told.day)
                yield _Stated(which, iri, told)

    def _stated_day(self, stated: "_Stated") -> Iterator[Quad]:
        told = stated.told
        yield from describe(
            self.graph,
            stated.iri,
            (KKR.day, day(told.day)),
            *((PROV.wasDerivedFrom, self._cited(proof)) for proof in told.proofs),
            types=(KKR.StatedDay,),
        )

    def _cited(self, proof: Proof) -> Term:
        return self.citations.cite(proof.sha256, proof.passage)

    def _is_said_twice(self, proof: Proof, proofs: Sequence[Proof]) -> bool:
        """Whether an entry of an attendance list is that of another document of the meeting, too.

        Only one of the two lists tells of attendance. By that it is known for a list, which names
        somebody and is no sentence to be shown for the role; the other would pass for one.
        """
        place = self.places.get(proof.sha256)
        if place is None or place.tells:
            return False
        telling = place.telling
        return _lists(place.extract, proof) and any(
            other.sha256 == telling.document.sha256 and _lists(telling, other) for other in proofs
        )

    def _iri(self, tenure: Tenure) -> str:
        return tenure_iri(tenure, self.names)

    def _body(self, tenure: Tenure) -> str:
        return self.names.body(tenure.body, _document(tenure))

    def _for_whom(self, tenure: Tenure) -> Iterator[tuple[str, Term | None]]:
        names = self.names
        if tenure.represents:
            whose = names.represented(tenure.represents, _document(tenure))
            yield KKR.represents, node(whose)
        yield KKR.politicalAffiliation, node(names.party(tenure.party, tenure.municipality))
        yield KKR.fromMunicipality, node(names.municipality(tenure.municipality))
        if tenure.substitute_for:
            yield KKR.substituteForPerson, node(names.minter.person(tenure.substitute_for))
            yield KKR.substituteFor, self._seat_of(tenure.substitute_for, tenure)
        if tenure.replaces:
            yield KKR.replacesPerson, node(names.minter.person(tenure.replaces))
            yield KKR.replaces, self._seat_of(tenure.replaces, tenure)

    def _seat_of(self, person: str, tenure: Tenure) -> Term | None:
        """The tenure of another in the same body; of several it is not known which is meant."""
        held = self.holders.get((person, self._body(tenure)), [])
        same = [other for other in held if other.role == tenure.role] or held
        return node(self._iri(same[0])) if len(same) == 1 else None

    def _held_again(self, tenure: Tenure) -> date | None:
        """From when the person has the seat anew: in a later term, or as chair of the body."""
        if not tenure.certain:
            return None
        follows = [
            other
            for other in self.holders.get((tenure.person, self._body(tenure)), ())
            if (other is not tenure and _is_later_term(other, tenure))
            or (_is_rise(other, tenure) and not self._keeps_members(tenure))
        ]
        return min((begun for other in follows if (begun := _begun(other))), default=None)

    def _keeps_members(self, tenure: Tenure) -> bool:
        """Whether whoever presides stays a member: a contact council has its chair from among them."""
        known = self.names.registry.body(tenure.body)
        is_plain = tenure.role in _PLAIN_SEAT
        return is_plain and known is not None and known.kind == BodyKind.CONTACT_COUNCIL

    def _decisions(self, items: Sequence[tuple[str, str]]) -> Iterator[Term | None]:
        for sha256, number in items:
            place = self.places.get(sha256)
            yield node(place.decision(number)) if place else None


def _begun(tenure: Tenure) -> date | None:
    return tenure.start or tenure.first_seen


def _over(tenure: Tenure) -> date | None:
    """The last day of a tenure that has ended, as far as is known."""
    return (tenure.end or tenure.last_seen) if tenure.end_status == EndStatus.ENDED else None


def _is_later_term(other: Tenure, tenure: Tenure) -> bool:
    """Whether it is a later term of the same role, whose end is in no document."""
    is_unknown = tenure.end_status == EndStatus.UNKNOWN
    if other.role != tenure.role or not is_unknown or not tenure.last_seen:
        return False
    return other.start is not None and other.start > tenure.last_seen


def _is_rise(other: Tenure, tenure: Tenure) -> bool:
    """Whether a member has become chair or vice-chair, or the one of these has become the other.

    Who was shown as a member after that still has both; who presided until then has stayed a member.
    """
    begun, known = _begun(other), tenure.last_seen or tenure.start
    over = _over(other)
    if over and known and over <= known:
        return False
    is_plain, presides = tenure.role in _PLAIN_SEAT, tenure.role in _PRESIDES
    if other.role not in _PRESIDES or other.role == tenure.role or not begun or not known:
        return False
    return (is_plain or presides) and (known < begun or (is_plain and known == begun))


def _lists(extract: Extract, proof: Proof) -> bool:
    """Whether the passage is an entry of the document's attendance list."""
    return any(entry.passage == proof.passage for entry in extract.attendance)


def _period(tenure: Tenure, again: date | None) -> tuple[tuple[str, Term | None], ...]:
    """What is stated, and the derived ends that every tenure has.

    Who has left on a day that is not stated had the role until that was seen, and not for ever.
    What is held anew is not open, and nobody says when it ended.
    """
    is_open = tenure.end_status == EndStatus.OPEN
    status = EndStatus.UNKNOWN if is_open and again else tenure.end_status
    return (
        *((SCHEMA.startDate, day(told)) for told in _days(tenure.start, tenure.starts)),
        *((SCHEMA.endDate, day(told)) for told in _days(tenure.end, tenure.ends)),
        (KKR.from_, day(tenure.start or tenure.first_seen or tenure.end)),
        (KKR.through, day(tenure.end or _over(tenure) or FOREVER)),
        (KKR.lastSeen, day(tenure.last_seen)),
        (KKR.endStatus, node(concept(status))),
        (KKR.heldAgain, day(again)),
    )


def _days(agreed: date | None, stated: Sequence[StatedDay]) -> tuple[date | None, ...]:
    """All days that are stated, where there are several."""
    return tuple(told.day for told in stated) or (agreed,)
