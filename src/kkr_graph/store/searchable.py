"""What quads say that can be searched: names, titles, decisions and cited passages, each thing an entry."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pyoxigraph as ox

from kkr_graph.model.names import on_one_line
from kkr_graph.vocab import DCTERMS, FOAF, KKR, OA, PROV, RDF, SKOS

_SHOWN = 200  # characters of a label


class Kind(StrEnum):
    """What is found, in the order in which it is shown."""

    PERSON = "person"
    BODY = "organ"
    MUNICIPALITY = "kommune"
    PARTY = "parti"
    ITEM = "punkt"
    DECISION = "beslutning"
    RECOMMENDATION = "indstilling"
    DOCUMENT = "dokument"
    PASSAGE = "citat"


_KINDS: Mapping[str, Kind] = {
    FOAF.Person: Kind.PERSON,
    KKR.ContactCouncil: Kind.BODY,
    KKR.Forum: Kind.BODY,
    KKR.MunicipalCouncil: Kind.BODY,
    KKR.Municipality: Kind.MUNICIPALITY,
    KKR.Party: Kind.PARTY,
    KKR.ElectoralList: Kind.PARTY,
    KKR.AgendaItem: Kind.ITEM,
    KKR.Decision: Kind.DECISION,
    KKR.Recommendation: Kind.RECOMMENDATION,
    KKR.SourceDocument: Kind.DOCUMENT,
}
_LABELS = (FOAF.name, SKOS.prefLabel, DCTERMS.title)
_OTHERS = (SKOS.altLabel, KKR.text)
_UNDER = (KKR.decidedAt, KKR.putIn)
LINKS = [ox.NamedNode(iri) for iri in (*_UNDER, OA.hasSelector, OA.hasSource, PROV.wasDerivedFrom)]
STEPS = 2  # of those links, from a passage to its document, by whose name it is shown
TOLD = {RDF.type, OA.exact, *_LABELS, *_OTHERS, *(link.value for link in LINKS)}


@dataclass(frozen=True, slots=True)
class Entry:
    """What is found of one thing: how it is shown, and the words that it is searched for by."""

    kind: Kind
    iri: str
    label: str
    text: str  # what is shown of it where its name is not what was found
    searched: str


class Said:
    """What quads say that can be searched, by subject."""

    def __init__(self, quads: Iterable[Any]) -> None:  # of IRIs and literals alone
        self.kinds: dict[str, Kind] = {}
        self.labels: dict[str, list[str]] = {}
        self.others: dict[str, list[str]] = {}
        self.quotes: dict[str, str] = {}  # by selector
        self.selected: dict[str, str] = {}  # evidence -> selector
        self.layers: dict[str, str] = {}  # evidence -> text layer
        self.documents: dict[str, str] = {}  # text layer -> document
        self.items: dict[str, str] = {}  # decision or recommendation -> agenda item
        for quad in quads:
            self._take(str(quad.subject.value), quad.predicate.value, quad.object)

    def _take(self, subject: str, predicate: str, thing: ox.NamedNode | ox.Literal) -> None:
        value = thing.value
        if predicate == RDF.type:
            if value in _KINDS:
                self.kinds[subject] = _KINDS[value]
        elif predicate in _LABELS and getattr(thing, "language", None) != "en":
            self.labels.setdefault(subject, []).append(value)
        elif predicate in _OTHERS:
            self.others.setdefault(subject, []).append(value)
        elif predicate == OA.exact:
            self.quotes[subject] = value
        elif predicate == OA.hasSelector:
            self.selected[subject] = value
        elif predicate == OA.hasSource:
            self.layers[subject] = value
        elif predicate == PROV.wasDerivedFrom:
            self.documents[subject] = value
        elif predicate in _UNDER:
            self.items[subject] = value

    def entries(self) -> Iterator[Entry]:
        """All that can be found."""
        for iri in sorted({*self.kinds, *self.selected}):
            entry = self.entry(iri)
            if entry is not None:
                yield entry

    def entry(self, iri: str) -> Entry | None:
        """What can be found of one thing, or of one passage."""
        kind = self.kinds.get(iri)
        return self._passage(iri) if kind is None else self._thing(iri, kind)

    def _thing(self, iri: str, kind: Kind) -> Entry | None:
        # documents that say the same say it once
        more = list(dict.fromkeys(self.others.get(iri, ())))
        told = list(dict.fromkeys((*self.labels.get(iri, ()), *more)))
        if not told:
            return None
        label = self._label(self.items.get(iri, iri)) or on_one_line(told[0])[:_SHOWN]
        return Entry(kind, iri, label, " · ".join(more), " \n ".join(told))

    def _passage(self, evidence: str) -> Entry | None:
        quote = self.quotes.get(self.selected.get(evidence, ""))
        if not quote:
            return None
        document = self.documents.get(self.layers.get(evidence, ""), "")
        label = self._label(document) or "dokument"
        return Entry(Kind.PASSAGE, evidence, label, quote, quote)

    def _label(self, subject: str) -> str:
        return next(iter(self.labels.get(subject, ())), "")
