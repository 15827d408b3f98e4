"""What a network is drawn from, read from the graph in narrow rows and joined here.

A join in SPARQL costs many times more than a look-up here, and an OPTIONAL costs most; so each
property that may be absent is a question of its own, and what must be there is joined as in
``apart``. Nothing is read before it is asked for.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from kkr_graph.model.names import on_one_line
from kkr_graph.model.solutions import Row
from kkr_graph.model.tenure import EndStatus
from kkr_graph.network.elements import Node, NodeKind, Proof
from kkr_graph.network.elements import Term as ElectoralTerm
from kkr_graph.network.properties import Properties, apart, plain_text, written
from kkr_graph.network.records import (
    ItemFact,
    MeetingFact,
    ParticipationFact,
    StatementFact,
    TenureFact,
)
from kkr_graph.queries.builds import data_through
from kkr_graph.queries.concepts import END_STATUSES, concept_labels
from kkr_graph.queries.sources import source_names
from kkr_graph.store import Graph


class Facts:
    """The graph, as the projections need it."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._read = Properties(graph)
        self._decisions: dict[str, tuple[str, ...]] = {}

    @property
    def graph(self) -> Graph:
        """Where it is all read from."""
        return self._graph

    @cached_property
    def nodes(self) -> Mapping[str, Node]:
        """Everything that can be a node, by IRI."""
        named: dict[str, Node] = {}
        for kind, pattern, notes in _NODES:
            headings = [
                (heading, self._read.values(f"{pattern} {more}")) for heading, more in notes
            ]
            for iri, labels in self._read.values(f"{pattern} {_NAME[kind]}").items():
                told = tuple((name, ", ".join(of[iri])) for name, of in headings if iri in of)
                named[iri] = Node(id=iri, kind=kind, label=labels[0], notes=told)
        return named

    @cached_property
    def councils(self) -> frozenset[str]:
        """The contact councils."""
        return frozenset(self._read.values("?s a kkr:ContactCouncil ; skos:prefLabel ?o ."))

    @cached_property
    def list_letters(self) -> Mapping[str, str]:
        """Parties and local lists with their letter on the ballot."""
        pattern = "VALUES ?class { kkr:Party kkr:ElectoralList } ?s a ?class ; kkr:listLetter ?o ."
        return {iri: letters[0] for iri, letters in self._read.values(pattern).items()}

    @cached_property
    def tenures(self) -> tuple[TenureFact, ...]:
        """All tenures and hypotheses of tenures."""
        of = {
            name: self._read.values(apart(_TENURE, f"?s {term} ?o"))
            for name, term in _OF_TENURE.items()
        }
        rows = self._read.select(
            "?s ?person ?body ?role ?from ?through",
            apart(
                _TENURE,
                "?s org:member ?person",
                "?s org:role ?role",
                "?s kkr:from ?from",
                "?s kkr:through ?through",
            ),
        )
        return tuple(self._tenure(row, of) for row in rows)

    def _tenure(self, row: Row, of: Mapping[str, Mapping[str, tuple[str, ...]]]) -> TenureFact:
        iri = row["s"].value
        told = {name: _first(values, iri) for name, values in of.items()}
        return TenureFact(
            iri=iri,
            person=row["person"].value,
            body=row["body"].value,
            role=row["role"].value,
            from_=date.fromisoformat(row["from"].value),
            through=date.fromisoformat(row["through"].value),
            end_status=_end_status(told["end_status"]),
            start=_day(told["start"]),
            end=_day(told["end"]),
            last_seen=_day(told["last_seen"]),
            represents=told["represents"],
            party=told["party"],
            municipality=told["municipality"],
            decided_in=of["decided_in"].get(iri, ()),
            substitute_for=told["substitute_for"],
            certain=iri not in self._hypotheses,
        )

    @cached_property
    def participations(self) -> tuple[ParticipationFact, ...]:
        """All presence at and absence from meetings."""
        of = {
            name: self._read.values(apart(_PARTICIPATION, f"?s {term} ?o"))
            for name, term in _OF_PARTICIPATION.items()
        }
        rows = self._read.select(
            "?s ?person ?meeting ?status",
            apart(_PARTICIPATION, "?s kkr:participant ?person", "?s kkr:attendanceStatus ?status"),
        )
        return tuple(self._participation(row, of) for row in rows)

    def _participation(
        self, row: Row, of: Mapping[str, Mapping[str, tuple[str, ...]]]
    ) -> ParticipationFact:
        iri = row["s"].value
        told = {name: _first(values, iri) for name, values in of.items()}
        return ParticipationFact(
            iri=iri,
            person=row["person"].value,
            meeting=row["meeting"].value,
            status=row["status"].value,
            party=told["party"],
            municipality=told["municipality"],
            title=told["title"],
            organization=told["organization"],
            substitute_for=told["substitute_for"],
            items=of["items"].get(iri, ()),
            certain=iri not in self._hypotheses,
        )

    @cached_property
    def statements(self) -> tuple[StatementFact, ...]:
        """All briefings and presentations."""
        behalf = self._read.values(apart(_STATEMENT, "?s kkr:onBehalfOf ?o"))
        name = self._read.values(apart(_STATEMENT, "?s kkr:onBehalfOfName ?o"))
        rows = self._read.select(
            "?s ?person ?item ?kind",
            apart(_STATEMENT, "?s kkr:madeAt ?item", "?s kkr:statementKind ?kind"),
        )
        return tuple(
            StatementFact(
                iri=row["s"].value,
                person=row["person"].value,
                item=row["item"].value,
                kind=row["kind"].value,
                on_behalf_of=_first(behalf, row["s"].value),
                on_behalf_of_name=_first(name, row["s"].value),
                certain=row["s"].value not in self._hypotheses,
            )
            for row in rows
        )

    @cached_property
    def meetings(self) -> Mapping[str, MeetingFact]:
        """All meetings, by IRI."""
        rows = self._read.select(
            "?s ?body ?day", "?s a kkr:Meeting ; kkr:heldBy ?body ; kkr:meetingDate ?day ."
        )
        return {
            row["s"].value: MeetingFact(
                iri=row["s"].value,
                body=row["body"].value,
                day=date.fromisoformat(row["day"].value),
            )
            for row in rows
        }

    @cached_property
    def items(self) -> Mapping[str, ItemFact]:
        """All agenda items of meetings, by IRI."""
        rows = self._read.select(
            "?s ?meeting ?number ?title",
            apart(
                "?s kkr:ofMeeting ?meeting", "?s kkr:itemNumber ?number", "?s dcterms:title ?title"
            ),
        )
        return {
            row["s"].value: ItemFact(
                iri=row["s"].value,
                meeting=row["meeting"].value,
                number=plain_text(row["number"].value),
                title=plain_text(row["title"].value),
            )
            for row in rows
        }

    @cached_property
    def decided_at(self) -> Mapping[str, str]:
        """Decisions with their agenda items."""
        found = self._read.values(apart(_DECISION, "?s kkr:decidedAt ?o"))
        return {iri: items[0] for iri, items in found.items()}

    @cached_property
    def outcomes(self) -> Mapping[str, tuple[str, ...]]:
        """Decisions with their outcomes, as concepts."""
        return self._read.values(apart(_DECISION, "?s kkr:outcome ?o"))

    def took_part_in(self, decision: str) -> tuple[str, ...]:
        """The people who took part in a decision."""
        rows = self._read.select("?s", f"?s kkr:tookPartIn {written(decision)} .")
        return tuple(row["s"].value for row in rows)

    def decisions_of(self, person: str) -> tuple[str, ...]:
        """The decisions that somebody took part in."""
        self.read_decisions((person,))
        return self._decisions[person]

    def read_decisions(self, people: Iterable[str]) -> None:
        """Read the decisions of many at once, which costs less than one by one."""
        unread = set(people) - self._decisions.keys()
        found = self._read.of(unread, "?s kkr:tookPartIn ?o .") if unread else {}
        self._decisions |= {person: found.get(person, ()) for person in unread}

    @cached_property
    def data_through(self) -> date | None:
        """The day up to which the graph knows anything."""
        return data_through(self._graph)

    @cached_property
    def terms(self) -> tuple[ElectoralTerm, ...]:
        """The terms of the contact councils, the earliest first."""
        rows = self._read.select(
            "?label ?starts ?ends",
            "?s a kkr:ElectoralTerm ; skos:prefLabel ?label ; kkr:clock kkrc:kkr-clock ; "
            "kkr:from ?starts ; kkr:through ?ends .",
        )
        found = {
            ElectoralTerm(
                label=plain_text(row["label"].value),
                starts=date.fromisoformat(row["starts"].value),
                ends=date.fromisoformat(row["ends"].value),
            )
            for row in rows
        }
        return tuple(sorted(found, key=lambda term: (term.starts, term.ends, term.label)))

    def concept(self, iri: str) -> str:
        """A concept's Danish label, or its bare name where it has none."""
        return concept_labels().get(iri, _local(iri))

    def label(self, iri: str) -> str:
        """What to call something, be it a node or not."""
        return self.nodes[iri].label if iri in self.nodes else _local(iri)

    def names_of(self, iri: str) -> tuple[str, ...]:
        """The label and the other names of something."""
        return (self.label(iri), *self._other_names.get(iri, ()))

    @cached_property
    def _other_names(self) -> Mapping[str, tuple[str, ...]]:
        return self._read.values("?s skos:altLabel ?o .")

    def proofs(self, facts: Iterable[str]) -> Mapping[str, tuple[Proof, ...]]:
        """The passages that each of these was read from."""
        derived = self._read.of(facts, "?s prov:wasDerivedFrom ?o .")
        passages = self._passages({iri for iris in derived.values() for iri in iris})
        return {
            iri: tuple(sorted((passages[each] for each in of if each in passages), key=_place))
            for iri, of in derived.items()
        }

    def _passages(self, evidence: Iterable[str]) -> Mapping[str, Proof]:
        chosen = frozenset(evidence)
        document = self._read.of(chosen, "?s oa:hasSource/prov:wasDerivedFrom/dcterms:title ?o .")
        of = self._read.of(chosen, "?s oa:hasSource/prov:wasDerivedFrom ?o .")
        names = self._source_names
        quote = self._read.of(chosen, "?s oa:hasSelector/oa:exact ?o .", plain=False)
        line = self._read.of(chosen, "?s kkr:line ?o .")
        page = self._read.of(chosen, "?s kkr:page ?o .")
        where = self._read.of(chosen, "?s kkr:place ?o .")
        return {
            iri: Proof(
                document=_first(document, iri) or "ukendt dokument",
                name=names.get(_first(of, iri) or "", ""),
                line=_number(_first(line, iri)),
                page=_number(_first(page, iri)),
                where=_first(where, iri) or "",
                quote=on_one_line(quotes[0]),
                evidence=iri,
            )
            for iri, quotes in quote.items()
        }

    @cached_property
    def _source_names(self) -> Mapping[str, str]:
        return source_names(self._graph)

    @cached_property
    def _hypotheses(self) -> frozenset[str]:
        return frozenset(row["s"].value for row in self._read.select("?s", "?s a kkr:Hypothesis ."))


_NAME = {
    NodeKind.PERSON: "foaf:name ?o .",
    NodeKind.BODY: "skos:prefLabel ?o .",
    NodeKind.MUNICIPALITY: "skos:prefLabel ?o .",
    NodeKind.PARTY: "skos:prefLabel ?o .",
    NodeKind.MEETING: "skos:prefLabel ?o .",
}
_ALSO = ("Også skrevet", "skos:altLabel ?o .")
_CODE = ("Kommunekode", "adms:identifier/skos:notation ?o .")
_LEGAL = ("Hjemmel", "kkr:legalBasis ?o .")
# kind, the start of the pattern, and what else the details show: Danish heading, rest of pattern
_NODES = (
    (NodeKind.PERSON, "?s a foaf:Person ;", (_ALSO,)),
    (NodeKind.BODY, "?s a kkr:Forum ;", (_ALSO, _LEGAL)),
    (NodeKind.BODY, "?s a kkr:ContactCouncil ;", (_ALSO, _LEGAL)),
    (NodeKind.BODY, "?s a kkr:MunicipalCouncil ;", (_ALSO,)),
    (NodeKind.MUNICIPALITY, "?s a kkr:Municipality ;", (_ALSO, _CODE)),
    (NodeKind.PARTY, "?s a kkr:Party ;", (_ALSO, ("Listebogstav", "kkr:listLetter ?o ."))),
    (NodeKind.PARTY, "?s a kkr:ElectoralList ;", (("Listebogstav", "kkr:listLetter ?o ."),)),
    (NodeKind.MEETING, "?s a kkr:Meeting ;", (("Dato", "kkr:meetingDate ?o ."),)),
)
_TENURE = "?s org:organization ?body"
_OF_TENURE = {
    "end_status": "kkr:endStatus",
    "start": "schema:startDate",
    "end": "schema:endDate",
    "last_seen": "kkr:lastSeen",
    "represents": "kkr:represents",
    "party": "kkr:politicalAffiliation",
    "municipality": "kkr:fromMunicipality",
    "decided_in": "kkr:decidedIn",
    "substitute_for": "kkr:substituteForPerson",
}
_PARTICIPATION = "?s kkr:inMeeting ?meeting"
_OF_PARTICIPATION = {
    "party": "kkr:politicalAffiliation",
    "municipality": "kkr:represents",
    "title": "kkr:title",
    "organization": "kkr:organizationName",
    "substitute_for": "kkr:substituteForPerson",
    "items": "kkr:scopeItem",
}
_STATEMENT = "?s kkr:speaker ?person"
_DECISION = "?s a kkr:Decision"


def _local(iri: str) -> str:
    return iri.rstrip("/").rpartition("/")[2]


def _first(values: Mapping[str, tuple[str, ...]], iri: str) -> str | None:
    return values[iri][0] if iri in values else None


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)


def _number(written: str | None) -> int | None:
    return None if written is None else int(written)


def _end_status(concept: str | None) -> EndStatus | None:
    return None if concept is None else END_STATUSES.get(concept)


def _place(proof: Proof) -> tuple[str, int, int, str]:
    return (proof.document, proof.page or 0, proof.line or 0, proof.quote)
