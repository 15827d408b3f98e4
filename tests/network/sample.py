"""Small graphs in the shape of docs/reference/graph.md, held in memory. All names are made up."""

from collections.abc import Iterator
from datetime import date
from itertools import count, cycle
from pathlib import Path

import pyoxigraph as ox

from kkr_graph.iri import Minter, digest, slugify
from kkr_graph.store.embedded import EmbeddedGraph
from kkr_graph.vocab import DCTERMS, FOAF, KKR, KKRC, OA, ORG, PROV, RDF, SCHEMA, SKOS, XSD

MINT = Minter("https://w3id.org/kkr/")
DAY = date(2025, 10, 24)
OPEN = date(9999, 12, 31)
COUNCIL = MINT.body("nordvest", council=True)


class Sample:
    """Facts are added by name, and become a graph to ask."""

    def __init__(self, document: str = "referat.txt") -> None:
        self._store = ox.Store()
        self._lines = count(1)
        self.add(MINT.id("document", "1"), DCTERMS.title, ox.Literal(document))
        self.add(MINT.id("build"), RDF.type, ox.NamedNode(KKR.Build))
        self.dated(MINT.id("build"), KKR.dataThrough, DAY)
        self.iri(MINT.id("text", "1"), PROV.wasDerivedFrom, MINT.id("document", "1"))

    @property
    def graph(self) -> EmbeddedGraph:
        return EmbeddedGraph(self._store)

    def write(self, build: Path) -> None:
        """Lay the graph where ``open_graph`` looks for it."""
        (build / "graph.nq").write_bytes(self._store.dump(format=ox.RdfFormat.N_QUADS) or b"")

    def add(self, subject: str, predicate: str, value: ox.NamedNode | ox.Literal) -> None:
        self._store.add(ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), value))

    def iri(self, subject: str, predicate: str, value: str) -> None:
        self.add(subject, predicate, ox.NamedNode(value))

    def text(self, subject: str, predicate: str, value: str) -> None:
        self.add(subject, predicate, ox.Literal(value, language="da"))

    def dated(self, subject: str, predicate: str, day: date) -> None:
        self.add(subject, predicate, ox.Literal(day.isoformat(), datatype=ox.NamedNode(XSD.date)))

    def proof(self, subject: str, quote: str) -> None:
        line = next(self._lines)
        evidence = MINT.id("evidence", digest(subject, str(line)))
        self.iri(subject, PROV.wasDerivedFrom, evidence)
        self.iri(evidence, OA.hasSource, MINT.id("text", "1"))
        self.iri(evidence, OA.hasSelector, f"{evidence}/selector")
        self.add(f"{evidence}/selector", OA.exact, ox.Literal(quote))
        self.add(evidence, KKR.line, ox.Literal(line))

    def named(self, iri: str, kind: str, name: str) -> str:
        self.iri(iri, RDF.type, kind)
        self.text(iri, SKOS.prefLabel, name)
        return iri

    def person(self, name: str, slug: str | None = None) -> str:
        iri = MINT.person(slug or slugify(name))
        self.iri(iri, RDF.type, FOAF.Person)
        self.add(iri, FOAF.name, ox.Literal(name))
        return iri

    def body(self, name: str, slug: str | None = None) -> str:
        return self.named(MINT.body(slug or slugify(name), council=False), KKR.Forum, name)

    def council(self, name: str = "KKR Nordvest") -> str:
        return self.named(COUNCIL, KKR.ContactCouncil, name)

    def municipality(self, code: str, name: str) -> str:
        return self.named(MINT.municipality(code), KKR.Municipality, name)

    def party(self, name: str, letter: str | None = None, slug: str | None = None) -> str:
        iri = self.named(MINT.party(slug or slugify(name)), KKR.Party, name)
        if letter:
            self.add(iri, KKR.listLetter, ox.Literal(letter))
        return iri

    def meeting(self, day: date = DAY, body: str = COUNCIL, name: str = "KKR Nordvest") -> str:
        iri = MINT.meeting(body.rpartition("/")[2], day)
        self.named(iri, KKR.Meeting, f"{name} {day.day}.{day.month}.{day.year}")
        self.iri(iri, KKR.heldBy, body)
        self.dated(iri, KKR.meetingDate, day)
        self.proof(iri, "Deltagerfortegnelse")
        return iri

    def item(self, meeting: str, number: str, title: str) -> str:
        iri = MINT.below(meeting, "item", number)
        self.iri(iri, KKR.ofMeeting, meeting)
        self.add(iri, KKR.itemNumber, ox.Literal(number))
        self.add(iri, DCTERMS.title, ox.Literal(title))
        return iri

    def decision(self, item: str, *people: str) -> str:
        iri = f"{item}/decision"
        self.iri(iri, RDF.type, KKR.Decision)
        self.iri(iri, KKR.decidedAt, item)
        self.iri(iri, KKR.outcome, KKRC.approved)
        self.proof(iri, "KKR godkendte indstillingen.")
        for person in people:
            self.iri(person, KKR.tookPartIn, iri)
        return iri

    def participation(
        self,
        person: str,
        meeting: str,
        *,
        party: str | None = None,
        municipality: str | None = None,
        status: str = KKRC.present,
        quote: str = "til stede",
    ) -> str:
        iri = f"{meeting}/participation/{person.rpartition('/')[2]}"
        self.iri(iri, KKR.inMeeting, meeting)
        self.iri(iri, KKR.participant, person)
        self.iri(iri, KKR.attendanceStatus, status)
        if party:
            self.iri(iri, KKR.politicalAffiliation, party)
        if municipality:
            self.iri(iri, KKR.represents, municipality)
        self.proof(iri, quote)
        return iri

    def tenure(
        self,
        person: str,
        body: str,
        role: str = KKRC.member,
        *,
        period: tuple[date, date] = (DAY, OPEN),
        party: str | None = None,
        certain: bool = True,
        quote: str = "er udpeget",
    ) -> str:
        iri = MINT.tenure(person, body, role, period[0].isoformat())
        self.iri(iri, RDF.type, KKR.Tenure if certain else KKR.Hypothesis)
        self.iri(iri, ORG.member, person)
        self.iri(iri, ORG.organization, body)
        self.iri(iri, ORG.role, role)
        self.dated(iri, KKR.from_, period[0])
        self.dated(iri, KKR.through, period[1])
        self.dated(iri, KKR.lastSeen, period[0])
        if period[1] != OPEN:
            self.dated(iri, SCHEMA.endDate, period[1])
        self.iri(iri, KKR.endStatus, KKRC.end_unknown if period[1] == OPEN else KKRC.ended)
        if party:
            self.iri(iri, KKR.politicalAffiliation, party)
        self.proof(iri, quote)
        return iri

    def statement(self, person: str, item: str, on_behalf_of: str | None = None) -> str:
        iri = f"{item}/statement/{person.rpartition('/')[2]}"
        self.iri(iri, KKR.speaker, person)
        self.iri(iri, KKR.madeAt, item)
        self.iri(iri, KKR.statementKind, KKRC.briefing)
        if on_behalf_of:
            self.iri(iri, KKR.onBehalfOf, on_behalf_of)
        self.proof(iri, "orienterede om arbejdet")
        return iri


_FIRST = [
    "Anne",
    "Bo",
    "Carina",
    "Dorte",
    "Egon",
    "Freja",
    "Gorm",
    "Hanne",
    "Ib",
    "Jonna",
    "Karl",
    "Lone",
    "Mads",
    "Nina",
    "Ole",
    "Pernille",
    "Rasmus",
    "Signe",
    "Troels",
    "Ulla",
    "Viggo",
    "Yrsa",
    "Ærø",
    "Øjvind",
    "Åse",
]
_LAST = ("Agerskov", "Birkemose", "Dalgaard Holm", "Engholm", "Fjordby", "Grønnegaard-Lund")
_PLACES = [
    "Agerby",
    "Birkelev",
    "Egsted",
    "Fjordager",
    "Grøndal",
    "Havnsø",
    "Lyngby-Vester",
    "Mosevang",
    "Næsholm",
    "Sandø",
    "Åvig",
]
_PARTIES = {
    "Socialdemokratiet": "A",
    "Radikale Venstre": "B",
    "Det Konservative Folkeparti": "C",
    "SF – Socialistisk Folkeparti": "F",
    "Venstre": "V",
    "Dansk Folkeparti": "O",
    "Enhedslisten": "Ø",
    "Borgerlisten Havnsø": None,
}
_BODIES = (
    "Erhvervshus Nordvest",
    "Danmarks Erhvervsfremmebestyrelse",
    "Business Region Northwest",
    "Det Regionale Arbejdsmarkedsråd Nordvest",
)


def council_sample() -> Sample:
    """A contact council of 23 from 11 municipalities, with seats in four other bodies."""
    sample = Sample()
    sample.council()
    places = [sample.municipality(f"{9100 + at}", name) for at, name in enumerate(_PLACES)]
    parties = [sample.party(name, letter) for name, letter in _PARTIES.items()]
    bodies = [sample.body(name) for name in _BODIES]
    meeting = sample.meeting()
    people = list(_people(sample, meeting, places, parties))
    item = sample.item(meeting, "3.9", "Evaluering af samarbejdet")
    sample.decision(item, *people[:19])
    sample.tenure(
        people[0], COUNCIL, KKRC.chair, quote="Formand for KKR, Anne Agerskov, bød velkommen"
    )
    sample.tenure(people[1], COUNCIL, KKRC.vice_chair)
    sample.tenure(people[0], bodies[2], KKRC.chair)
    sample.tenure(people[4], bodies[0], KKRC.chair, period=(date(2022, 2, 1), date(2025, 12, 31)))
    sample.tenure(people[7], bodies[0])
    sample.tenure(people[11], bodies[0], certain=False, quote="forventes udpeget")
    sample.tenure(people[5], bodies[1], KKRC.representative)
    sample.tenure(people[9], bodies[3])
    sample.tenure(people[12], bodies[3], KKRC.deputy)
    sample.statement(people[0], item, bodies[2])
    guest = sample.person("Henrik Gæstesen")
    sample.participation(guest, meeting, status=KKRC.guest, quote="direktør Henrik Gæstesen deltog")
    return sample


def _people(sample: Sample, meeting: str, places: list[str], parties: list[str]) -> Iterator[str]:
    order = cycle([0, 4, 4, 0, 2, 4, 0, 6, 1, 4, 0, 3, 5])
    for at in range(23):
        name = f"{_FIRST[at]} {_LAST[at % len(_LAST)]}"
        person = sample.person(name)
        status = KKRC.absent if at >= 19 else KKRC.present
        party = parties[7] if at == 15 else parties[next(order)]
        place = places[at % len(places)]
        sample.participation(
            person,
            meeting,
            party=party,
            municipality=place,
            status=status,
            quote=f"{name}, {_PLACES[at % len(places)]} Kommune",
        )
        yield person
