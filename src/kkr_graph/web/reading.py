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
from kkr_graph.vocab import DCTERMS, KKR, PROV, RDF
from kkr_graph.web.wording import day

_AT_ONCE = 400  # IRIs in one VALUES
_PASSAGE = (
    "SELECT DISTINCT ?s ?layer ?start ?end ?quote WHERE {{ VALUES ?s {{ {iris} }} "
    "?s a kkr:Evidence ; oa:hasSource ?layer ; oa:hasSelector ?selector . "
    "?selector oa:start ?start ; oa:end ?end ; oa:exact ?quote }}"
)
_PLACES = ("line", "page", "place")
_VALUE = {
    name: f"SELECT DISTINCT ?s ?o WHERE {{{{ VALUES ?s {{{{ {{iris}} }}}} ?s kkr:{name} ?o }}}}"
    for name in _PLACES
}


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
        """Passages by their IRI.

        A fact may be cited from hundreds of documents, so only what is shown is asked for.
        """
        wanted = frozenset(evidence)
        rows = {row["s"].value: row for row in self.rows_of(_PASSAGE, wanted)}
        line, page, where = (self._pairs(_VALUE[name], rows) for name in _PLACES)
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
                line=int(line.get(iri, ("0",))[0]),
                page=int(page.get(iri, ("0",))[0]),
                where=where.get(iri, ("",))[0],
                start=int(row["start"].value),
                end=int(row["end"].value),
                quote=row["quote"].value,
            )
        return found

    def _documents(self, layers: Iterable[str]) -> dict[str, tuple[Node, str]]:
        """The document of each text layer, and what to call it."""
        of_layer = {
            iri: node.first(PROV.wasDerivedFrom) for iri, node in self.describe(layers).items()
        }
        documents = self.describe(of_layer.values())
        kinds = self.labels(node.first(KKR.documentKind) for node in documents.values())
        return {
            layer: (documents[iri], document_name(documents[iri], kinds))
            for layer, iri in of_layer.items()
            if iri in documents
        }

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


def place(name: str, page: int | str, line: int | str, where: str = "") -> str:
    """Where something stands, broken over lines only at the commas."""
    counted = [f"side {page}" if page else "", f"linje {line}" if line else ""]
    told = (name, *(where.split(", ") if where else counted))
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
