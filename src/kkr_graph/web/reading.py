"""Reading things of the graph as they are: all that is said of each, and the passages behind it.

Two narrow questions do for every page: what is said of these things, and what points at this one.
A join with OPTIONAL would cost many times more on a large graph.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kkr_graph.model.solutions import Row, Term
from kkr_graph.queries import labels_of
from kkr_graph.queries.binding import serialise
from kkr_graph.store import Graph
from kkr_graph.vocab import DCTERMS, KKR, OA, PROV, RDF
from kkr_graph.web.wording import day

_AT_ONCE = 400  # IRIs in one VALUES


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
    """A passage of a document; ``document`` is its IRI."""

    iri: str
    document: str
    name: str  # of the document, as "referat 24.10.2025"
    dated: str
    line: int
    page: int
    start: int
    end: int
    quote: str

    @property
    def place(self) -> str:
        """``referat 24.10.2025, side 3, linje 71``."""
        return place(self.name, self.page, self.line)


class Nodes:
    """The things of one graph."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def describe(self, iris: Iterable[str]) -> dict[str, Node]:
        """The things that anything is said of, in the order of their IRIs."""
        found: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
        for row in self.rows_of(
            "SELECT ?s ?p ?o WHERE {{ VALUES ?s {{ {iris} }} ?s ?p ?o }}", iris
        ):
            found[row["s"].value][row["p"].value].append(row["o"])
        return {
            iri: Node(iri, {name: tuple(sorted(terms)) for name, terms in found[iri].items()})
            for iri in sorted(found)
        }

    def one(self, iri: str) -> Node:
        """The thing, with nothing said of it where the graph does not know it."""
        return self.describe([iri]).get(iri, Node(iri, {}))

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
        return labels_of(self._graph, [{"thing": Term(value=iri, is_iri=True)} for iri in iris])

    def proofs(self, facts: Iterable[Node]) -> dict[str, tuple[Proof, ...]]:
        """The passages that each fact was read from, the latest document first."""
        cited = {fact.iri: fact.all(PROV.wasDerivedFrom) for fact in facts}
        passages = self.passages({iri for iris in cited.values() for iri in iris})
        return {
            fact: _in_order(passages[iri] for iri in iris if iri in passages)
            for fact, iris in cited.items()
        }

    def passages(self, evidence: Iterable[str]) -> dict[str, Proof]:
        """Passages by their IRI."""
        nodes = {
            iri: node for iri, node in self.describe(evidence).items() if node.is_a(KKR.Evidence)
        }
        selectors = self.describe(node.first(OA.hasSelector) for node in nodes.values())
        layers = self.describe(node.first(OA.hasSource) for node in nodes.values())
        documents = self.describe(node.first(PROV.wasDerivedFrom) for node in layers.values())
        kinds = self.labels(node.first(KKR.documentKind) for node in documents.values())
        nothing = Node("", {})
        found = {}
        for iri, node in nodes.items():
            layer = layers.get(node.first(OA.hasSource), nothing)
            document = documents.get(layer.first(PROV.wasDerivedFrom), nothing)
            selector = selectors.get(node.first(OA.hasSelector), nothing)
            found[iri] = _proof(node, selector, document, kinds)
        return found

    def ties(self, people: Iterable[str]) -> "Ties":
        """What some people were named for, in posts and at meetings."""
        wanted = frozenset(people)
        return Ties(
            parties=self._pairs(_PARTY, wanted), municipalities=self._pairs(_MUNICIPALITY, wanted)
        )

    def _pairs(self, sparql: str, iris: Iterable[str]) -> dict[str, tuple[str, ...]]:
        found: dict[str, set[str]] = defaultdict(set)
        for row in self.rows_of(sparql, iris):
            found[row["s"].value].add(row["o"].value)
        return {iri: tuple(sorted(values)) for iri, values in found.items()}


def _proof(node: Node, selector: Node, document: Node, kinds: Mapping[str, str]) -> Proof:
    return Proof(
        iri=node.iri,
        document=document.iri,
        name=document_name(document, kinds),
        dated=document.first(DCTERMS.date),
        line=node.number(KKR.line),
        page=node.number(KKR.page),
        start=selector.number(OA.start),
        end=selector.number(OA.end),
        quote=selector.first(OA.exact),
    )


def place(name: str, page: int | str, line: int | str) -> str:
    """Where something stands, broken over lines only at the commas."""
    told = (name, f"side {page}" if page else "", f"linje {line}" if line else "")
    return ", ".join(part.replace(" ", "\u00a0") for part in told if part)


def document_name(document: Node, kinds: Mapping[str, str]) -> str:
    """``referat 24.10.2025``; the file's name where no day is known."""
    when = document.day(DCTERMS.date)
    kind = kinds.get(document.first(KKR.documentKind), "dokument")
    return f"{kind} {day(when)}" if when else document.first(DCTERMS.title) or "ukendt dokument"


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
