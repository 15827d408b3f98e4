"""Reading things of the graph as they are: all that is said of each, and the passages behind it.

Two narrow questions do for every page: what is said of these things, and what points at this one.
A join with OPTIONAL would cost many times more on a large graph.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kkr_graph.model.solutions import Row, Term
from kkr_graph.queries import labels_of
from kkr_graph.queries.binding import serialise
from kkr_graph.queries.sources import place_in_words, source_names
from kkr_graph.store import Graph
from kkr_graph.vocab import DCTERMS, KKR, PROV, RDF

_NARROW = 20  # characters that a phone has room for beside a heading
_AT_ONCE = 400  # IRIs in one VALUES
_MOST_KEPT = 20_000  # things, or passages, some kilobytes each
_SAID = "SELECT ?s ?p ?o WHERE {{ VALUES ?s {{ {iris} }} ?s ?p ?o }}"
_PASSAGE = (
    "SELECT DISTINCT ?s ?layer ?start ?end ?quote WHERE {{ VALUES ?s {{ {iris} }} "
    "?s a kkr:Evidence ; oa:hasSource ?layer ; oa:hasSelector ?selector . "
    "?selector oa:start ?start ; oa:end ?end ; oa:exact ?quote }}"
)
_PLACES = (
    "SELECT DISTINCT ?s ?p ?o WHERE {{ VALUES ?s {{ {iris} }} ?s ?p ?o "
    "FILTER(?p IN (kkr:line, kkr:page, kkr:place)) }}"
)


@dataclass(frozen=True, slots=True)
class Node:
    """A thing of the graph with everything that is said of it."""

    iri: str
    values: Mapping[str, tuple[Term, ...]]

    def all(self, predicate: str) -> tuple[str, ...]:
        """The values of a property, sorted."""
        return tuple(term.value for term in self.values.get(predicate, ()))

    def first(self, predicate: str) -> str:
        """The first value of a property; empty where there is none."""
        return next(iter(self.all(predicate)), "")

    def day(self, predicate: str) -> date | None:
        """A property that is a day."""
        value = self.first(predicate)
        return date.fromisoformat(value) if value else None

    def number(self, predicate: str) -> int:
        """A property that is a whole number, 0 where there is none."""
        value = self.first(predicate)
        return int(value) if value.isdecimal() else 0

    def is_a(self, *classes: str) -> bool:
        """Whether it is of one of the classes."""
        return not set(classes).isdisjoint(self.all(RDF.type))

    @property
    def is_certain(self) -> bool:
        """Whether a document says it, and it is not only expected, proposed or inferred."""
        return not self.is_a(KKR.Hypothesis)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A passage of a document; ``document`` is its IRI.

    ``where`` says it in words where page and line are not what people look for, as in a sheet.
    """

    iri: str
    document: str
    name: str  # of the document, as "referat 24.10.2025"
    dated: str
    line: int
    page: int
    where: str = ""
    start: int
    end: int
    quote: str

    @property
    def place(self) -> str:
        """``referat 24.10.2025, side 3, linje 71``."""
        return place(self.name, self.page, self.line, self.where)


class Nodes:
    """The things of one graph, which does not change: what was read last is kept, so that a page that is shown again is quick."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._labels: dict[str, str | None] = {}
        self._layers: dict[str, tuple[Node, str]] = {}
        self._things: dict[str, Node | None] = {}
        self._passages: dict[str, Proof] = {}
        self._tied: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}

    def describe(self, iris: Iterable[str]) -> dict[str, Node]:
        """The things that anything is said of, in the order of their IRIs."""
        wanted = frozenset(iris)
        if len(self._things) > _MOST_KEPT:
            self._things = {}
        known = self._things  # another thread may begin anew meanwhile
        if unknown := wanted - known.keys():
            found = self._described(self.rows_of(_SAID, unknown))
            known |= {iri: found.get(iri) for iri in unknown}
        return {iri: node for iri in sorted(wanted) if (node := known[iri]) is not None}

    def _described(self, rows: Iterable[Row]) -> dict[str, Node]:
        found: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
        for row in rows:
            found[row["s"].value][row["p"].value].append(row["o"])
        return {
            iri: Node(iri, {name: tuple(sorted(terms)) for name, terms in found[iri].items()})
            for iri in sorted(found)
        }

    def one(self, iri: str) -> Node:
        """The thing, with nothing said of it where the graph does not know it.

        Without the decisions that somebody took part in, of which there may be thousands.
        """
        sparql = "SELECT ?s ?p ?o WHERE {{ VALUES ?s {{ {iris} }} ?s ?p ?o FILTER(?p != kkr:tookPartIn) }}"
        return self._described(self.rows_of(sparql, [iri])).get(iri, Node(iri, {}))

    def pointing(self, predicate: str, iri: str, *classes: str) -> dict[str, Node]:
        """The things, of one of the classes if any are given, that have ``iri`` as a property."""
        return self.describe(self.subjects(predicate, iri, *classes))

    def subjects(self, predicate: str, iri: str, *classes: str) -> list[str]:
        """The IRIs of the same things, sorted."""
        pattern = f"?s {written(predicate)} {written(iri)}"
        if classes:
            pattern += f" ; a ?class . VALUES ?class {{ {' '.join(map(written, classes))} }}"
        rows = self._graph.select(f"SELECT DISTINCT ?s WHERE {{ {pattern} }}").rows
        return sorted(row["s"].value for row in rows)

    def rows_of(self, sparql: str, iris: Iterable[str]) -> Iterator[Row]:
        """The rows of a question with ``{iris}`` in it, asked in portions."""
        wanted = sorted(set(iris))
        for at in range(0, len(wanted), _AT_ONCE):
            portion = " ".join(written(iri) for iri in wanted[at : at + _AT_ONCE])
            yield from self._graph.select(sparql.format(iris=portion)).rows

    def labels(self, iris: Iterable[str]) -> Mapping[str, str]:
        """The Danish label of each IRI that has one."""
        wanted = set(iris)
        if unknown := sorted(wanted - self._labels.keys()):
            found = labels_of(
                self._graph, [{"thing": Term(value=iri, is_iri=True)} for iri in unknown]
            )
            self._labels |= {iri: found.get(iri) for iri in unknown}
        known = ((iri, self._labels[iri]) for iri in wanted)
        return {iri: label for iri, label in known if label is not None}

    def proofs(self, facts: Iterable[Node]) -> dict[str, tuple[Proof, ...]]:
        """The passages that each fact was read from, the latest document first."""
        cited = {fact.iri: fact.all(PROV.wasDerivedFrom) for fact in facts}
        passages = self.passages({iri for iris in cited.values() for iri in iris})
        return {
            fact: _in_order(passages[iri] for iri in iris if iri in passages)
            for fact, iris in cited.items()
        }

    def passages(self, evidence: Iterable[str]) -> dict[str, Proof]:
        """Passages by their IRI.

        A fact may be cited from hundreds of documents, so only what is shown is asked for, and once.
        """
        wanted = frozenset(evidence)
        if len(self._passages) > _MOST_KEPT:
            self._passages = {}
        known = self._passages
        known |= self._read(wanted - known.keys())
        return {iri: known[iri] for iri in sorted(wanted) if iri in known}

    def _read(self, evidence: Iterable[str]) -> dict[str, Proof]:
        rows = {row["s"].value: row for row in self.rows_of(_PASSAGE, evidence)}
        places: dict[str, dict[str, str]] = defaultdict(dict)
        for row in self.rows_of(_PLACES, rows):
            places[row["s"].value][row["p"].value] = row["o"].value
        documents = self._documents({row["layer"].value for row in rows.values()})
        unknown = Node("", {}), "ukendt dokument"
        found = {}
        for iri, row in rows.items():
            document, name = documents.get(row["layer"].value, unknown)
            found[iri] = Proof(
                iri=iri,
                document=document.iri,
                name=name,
                dated=document.first(DCTERMS.date),
                line=int(places[iri].get(KKR.line, "0")),
                page=int(places[iri].get(KKR.page, "0")),
                where=places[iri].get(KKR.place, ""),
                start=int(row["start"].value),
                end=int(row["end"].value),
                quote=row["quote"].value,
            )
        return found

    def _documents(self, layers: Iterable[str]) -> Mapping[str, tuple[Node, str]]:
        """The document of each text layer, and what to call it."""
        if unknown := set(layers) - self._layers.keys():
            of_layer = {
                iri: node.first(PROV.wasDerivedFrom) for iri, node in self.describe(unknown).items()
            }
            documents = self.describe(of_layer.values())
            self._layers |= {
                layer: (documents[iri], self.called(documents[iri]))
                for layer, iri in of_layer.items()
                if iri in documents
            }
        return self._layers

    def called(self, document: Node) -> str:
        """What a document is called."""
        return self.sources.get(document.iri, "ukendt dokument")

    @cached_property
    def sources(self) -> Mapping[str, str]:
        """What each document is called, by its IRI."""
        return source_names(self._graph)

    def ties(self, people: Iterable[str]) -> "Ties":
        """What some people were named for, in posts and at meetings."""
        wanted = frozenset(people)
        if unknown := wanted - self._tied.keys():
            parties, places = self._pairs(_PARTY, unknown), self._pairs(_MUNICIPALITY, unknown)
            self._tied |= {iri: (parties.get(iri, ()), places.get(iri, ())) for iri in unknown}
        return Ties(
            parties={iri: self._tied[iri][0] for iri in wanted},
            municipalities={iri: self._tied[iri][1] for iri in wanted},
        )

    def read_ahead(self) -> None:
        """Read what every page of a person, a body or a document needs some of."""
        people = self._graph.select("SELECT DISTINCT ?s WHERE { ?s a foaf:Person }").rows
        self.ties(row["s"].value for row in people)
        layers = self._graph.select("SELECT DISTINCT ?s WHERE { ?s a kkr:TextLayer }").rows
        self._documents(row["s"].value for row in layers)

    def _pairs(self, sparql: str, iris: Iterable[str]) -> dict[str, tuple[str, ...]]:
        found: dict[str, set[str]] = defaultdict(set)
        for row in self.rows_of(sparql, iris):
            found[row["s"].value].add(row["o"].value)
        return {iri: tuple(sorted(values)) for iri, values in found.items()}


def place(name: str, page: int | str, line: int | str, where: str = "") -> str:
    """Where something stands, broken over lines only at the commas, and in a name too long for a phone."""
    told = place_in_words(page, line, where).replace(" ", "\u00a0").replace(",\u00a0", ", ")
    whole = name if len(name) > _NARROW else name.replace(" ", "\u00a0")
    return f"{whole}, {told}" if told else whole


def _in_order(proofs: Iterable[Proof]) -> tuple[Proof, ...]:
    by_place = sorted(proofs, key=lambda proof: (proof.document, proof.start, proof.iri))
    return tuple(sorted(by_place, key=lambda proof: proof.dated, reverse=True))


def written(iri: str) -> str:
    """An IRI as SPARQL writes it.

    Raises:
        QueryError: it cannot be written, such as one with a blank.
    """
    return serialise(Term(value=iri, is_iri=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """The parties and municipalities that people were named for."""

    parties: Mapping[str, tuple[str, ...]]
    municipalities: Mapping[str, tuple[str, ...]]

    @property
    def all(self) -> frozenset[str]:
        """All that are named."""
        return frozenset(
            iri
            for of in (self.parties, self.municipalities)
            for iris in of.values()
            for iri in iris
        )


_PARTY = (
    "SELECT DISTINCT ?s ?o WHERE {{ VALUES ?s {{ {iris} }} "
    "?fact kkr:participant|org:member ?s ; kkr:politicalAffiliation ?o }}"
)
_MUNICIPALITY = (
    "SELECT DISTINCT ?s ?o WHERE {{ VALUES ?s {{ {iris} }} "
    "{{ ?fact kkr:participant ?s ; kkr:represents ?o }} UNION "
    "{{ ?fact org:member ?s ; kkr:fromMunicipality ?o }} }}"
)
