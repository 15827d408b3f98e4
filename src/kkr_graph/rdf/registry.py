"""``graph/registry``: municipalities, regions, contact councils, bodies, parties, terms, seats."""

from collections.abc import Iterator
from datetime import date

from pyoxigraph import Quad

from kkr_graph.iri import Minter
from kkr_graph.model.registry import (
    Body,
    BodyKind,
    Municipality,
    Party,
    Region,
    Registry,
    SeatGroup,
    Term,
)
from kkr_graph.model.tenure import FOREVER
from kkr_graph.rdf.names import body_iri
from kkr_graph.rdf.terms import Term as RdfTerm
from kkr_graph.rdf.terms import danish, day, describe, node, plain, truth, whole
from kkr_graph.vocab import ADMS, KKR, KKRC, ORG, SKOS, concept

_BEGINNING = date(1, 1, 1)  # the start of what the registry gives none


def registry_quads(registry: Registry, minter: Minter) -> Iterator[Quad]:
    """Everything that is known before any document is read."""
    describing = _Describing(registry, minter)
    for region in registry.regions:
        yield from describing.region(region)
    for place in registry.municipalities:
        yield from describing.municipality(place)
    for body in registry.bodies:
        yield from describing.body(body)
    for party in registry.parties:
        yield from describing.party(party)
    for term in registry.terms:
        yield from describing.term(term)
        yield from describing.constituent_meetings(term)
    for group in registry.seat_groups:
        yield from describing.seat_group(group)


class _Describing:
    """The quads of each kind of entry."""

    def __init__(self, registry: Registry, minter: Minter) -> None:
        self.registry = registry
        self.minter = minter
        self.graph = minter.graph("registry")

    def region(self, region: Region) -> Iterator[Quad]:
        yield from describe(
            self.graph,
            self.minter.region(region.slug),
            (SKOS.prefLabel, danish(region.name)),
            *_period(region.from_, region.through),
            types=(KKR.Region,),
        )

    def municipality(self, place: Municipality) -> Iterator[Quad]:
        iri = self.minter.municipality(place.code)
        code = self.minter.below(iri, "kommunekode")
        labels = dict.fromkeys((place.official_name, *place.aliases))
        yield from describe(
            self.graph,
            iri,
            (SKOS.prefLabel, danish(place.name)),
            *_alternatives(place.name, *labels),
            (ADMS.identifier, node(code)),
            types=(KKR.Municipality,),
        )
        yield from describe(
            self.graph, code, (SKOS.notation, plain(place.code)), types=(ADMS.Identifier,)
        )
        yield from describe(
            self.graph,
            self.minter.municipal_council(place.code),
            (SKOS.prefLabel, danish(place.assembly)),
            *_alternatives(
                place.assembly, f"{place.name} Byråd", f"Byrådet i {place.official_name}"
            ),
            (ORG.unitOf, node(iri)),
            types=(KKR.MunicipalCouncil,),
        )
        yield from self._regions(place, iri)

    def _regions(self, place: Municipality, iri: str) -> Iterator[Quad]:
        for tie in place.regions:
            yield from describe(
                self.graph,
                self.minter.below(iri, "region", tie.slug),
                (KKR.municipality, node(iri)),
                (KKR.region, node(self.minter.region(tie.slug))),
                *_period(tie.from_, tie.through),
                types=(KKR.RegionMembership,),
            )

    def body(self, body: Body) -> Iterator[Quad]:
        council = body.kind == BodyKind.CONTACT_COUNCIL
        covered = [place for place in self.registry.municipalities if place.council == body.slug]
        area = None if body.area is None else self.minter.body(body.area, council=True)
        yield from describe(
            self.graph,
            body_iri(self.minter, body),
            (SKOS.prefLabel, danish(body.name)),
            *_alternatives(body.name, *body.abbreviations, *body.aliases),
            (ORG.classification, node(concept(body.kind))),
            (KKR.legalBasis, danish(body.legal_basis)),
            (KKR.servesCouncil, None if council else node(area)),
            *(
                (KKR.coversMunicipality, node(self.minter.municipality(place.code)))
                for place in covered
                if council
            ),
            types=(KKR.ContactCouncil if council else KKR.Forum,),
        )

    def party(self, party: Party) -> Iterator[Quad]:
        yield from describe(
            self.graph,
            self.minter.party(party.slug),
            (SKOS.prefLabel, danish(party.name)),
            *_alternatives(party.name, *party.aliases),
            (KKR.listLetter, plain(party.letter)),
            *((KKR.pressLetter, plain(letter)) for letter in party.press_letters),
            *_period(party.from_, party.through),
            types=(KKR.Party,),
        )

    def term(self, term: Term) -> Iterator[Quad]:
        clock = KKRC.council_clock if term.clock == "council" else KKRC.kkr_clock
        yield from describe(
            self.graph,
            self.minter.term(term.slug),
            (SKOS.prefLabel, danish(term.name)),
            (KKR.clock, node(clock)),
            *_period(term.from_, term.through),
            types=(KKR.ElectoralTerm,),
        )

    def constituent_meetings(self, term: Term) -> Iterator[Quad]:
        """The days on which the contact councils' own terms begin, as far as they are known."""
        for start in term.starts:
            council = next(body for body in self.registry.bodies if body.slug == start.slug)
            label = f"Konstituerende møde i {council.name}, {term.name}"
            yield from describe(
                self.graph,
                self.minter.below(self.minter.term(term.slug), "constituent-meeting", start.slug),
                (SKOS.prefLabel, danish(label)),
                (KKR.heldBy, node(body_iri(self.minter, council))),
                (KKR.duringTerm, node(self.minter.term(term.slug))),
                (KKR.meetingDate, day(start.from_)),
                types=(KKR.ConstituentMeeting,),
            )

    def seat_group(self, group: SeatGroup) -> Iterator[Quad]:
        form = None if group.election_form is None else concept(group.election_form)
        yield from describe(
            self.graph,
            self.minter.seat_group(group.slug),
            (SKOS.prefLabel, danish(self._seat_label(group))),
            (KKR.inBody, self._body(group.body)),
            (KKR.duringTerm, node(self.minter.term(group.term))),
            (KKR.numberOfSeats, whole(group.seats)),
            (ORG.role, node(concept(group.role))),
            (KKR.nominatingBody, self._body(group.nominating)),
            (KKR.appointingBody, self._body(group.appointing)),
            (KKR.electionForm, node(form)),
            (KKR.eligibility, danish(group.eligibility)),
            (KKR.requiresElected, truth(group.requires_elected or None)),
            (KKR.requiresDeputy, truth(group.requires_deputy)),
            (KKR.reappointmentLimit, whole(group.reappointments)),
            (KKR.genderRule, danish(group.gender_rule)),
            (KKR.remuneration, danish(group.remuneration)),
            (KKR.meetingsPerYear, whole(group.meetings_a_year)),
            (KKR.deadline, day(group.deadline)),
            (KKR.legalBasis, danish(group.legal_basis)),
            types=(KKR.SeatGroup,),
        )

    def _body(self, slug: str | None) -> RdfTerm | None:
        known = next((body for body in self.registry.bodies if body.slug == slug), None)
        return node(body_iri(self.minter, known)) if known else None

    def _seat_label(self, group: SeatGroup) -> str:
        names = {body.slug: body.name for body in self.registry.bodies}
        terms = {term.slug: term.name for term in self.registry.terms}
        seats = "1 plads" if group.seats == 1 else f"{group.seats} pladser"
        who = f" ({group.eligibility})" if group.eligibility else ""
        return f"{names.get(group.body, group.body)}, {terms.get(group.term, group.term)}: {seats}{who}"


def _period(start: date | None, end: date | None) -> tuple[tuple[str, RdfTerm | None], ...]:
    return ((KKR.from_, day(start or _BEGINNING)), (KKR.through, day(end or FOREVER)))


def _alternatives(preferred: str, *others: str) -> Iterator[tuple[str, RdfTerm | None]]:
    return ((SKOS.altLabel, danish(other)) for other in others if other != preferred)
