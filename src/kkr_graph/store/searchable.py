"""What quads say that can be searched: names, titles, decisions and cited passages, each thing an entry."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from typing import IO, Any

import pyoxigraph as ox

from kkr_graph.model.lines import SortedLines
from kkr_graph.model.names import on_one_line
from kkr_graph.vocab import DCTERMS, FOAF, KKR, OA, PROV, RDF, SKOS

_SHOWN = 200  # characters of a label
_HELD = 8192  # things by which others are shown: documents, their texts, items


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

_TYPE = f"<{RDF.type}>".encode()
_TYPES = {f"<{kind}>".encode() for kind in _KINDS}
_TOLD = {f"<{link}>".encode() for link in TOLD}


@dataclass(frozen=True, slots=True)
class Entry:
    """What is found of one thing: how it is shown, and the words that it is searched for by."""

    kind: Kind
    iri: str
    label: str
    text: str  # what is shown of it where its name is not what was found
    searched: str


@dataclass(slots=True)
class Thing:
    """What quads say of one thing that can be searched, or by which others are shown."""

    iri: str
    kind: Kind | None = None
    labels: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    quote: str = ""  # of a selector
    selector: str = ""  # of a passage
    source: str = ""  # of a passage: the text layer
    origin: str = ""  # of a text layer: the document
    under: str = ""  # of a decision or recommendation: the agenda item

    @classmethod
    def of(cls, iri: str, quads: Iterable[Any]) -> "Thing":  # of IRIs and literals alone
        """What these quads, of which it is the subject, say of it."""
        thing = cls(iri)
        for quad in quads:
            thing._take(quad.predicate.value, quad.object)
        return thing

    def _take(self, predicate: str, thing: ox.NamedNode | ox.Literal) -> None:
        value = thing.value
        if predicate == RDF.type:
            self.kind = _KINDS.get(value, self.kind)
        elif predicate in _LABELS and getattr(thing, "language", None) != "en":
            self.labels.append(value)
        elif predicate in _OTHERS:
            self.others.append(value)
        elif predicate == OA.exact:
            self.quote = value
        elif predicate == OA.hasSelector:
            self.selector = value
        elif predicate == OA.hasSource:
            self.source = value
        elif predicate == PROV.wasDerivedFrom:
            self.origin = value
        elif predicate in _UNDER:
            self.under = value

    @property
    def label(self) -> str:
        """Its name, or nothing."""
        return next(iter(self.labels), "")


def entry_of(thing: Thing, look: Callable[[str], Thing]) -> Entry | None:
    """What can be found of one thing, or of one passage.

    Args:
        thing: what is said of it.
        look: gives what is said of another, by whose name or quote it is shown.
    """
    return _passage(thing, look) if thing.kind is None else _named(thing, thing.kind, look)


def _named(thing: Thing, kind: Kind, look: Callable[[str], Thing]) -> Entry | None:
    # documents that say the same say it once
    more = list(dict.fromkeys(thing.others))
    told = list(dict.fromkeys((*thing.labels, *more)))
    if not told:
        return None
    named = look(thing.under) if thing.under else thing
    label = named.label or on_one_line(told[0])[:_SHOWN]
    return Entry(kind, thing.iri, label, " · ".join(more), " \n ".join(told))


def _passage(evidence: Thing, look: Callable[[str], Thing]) -> Entry | None:
    quote = look(evidence.selector).quote if evidence.selector else ""
    if not quote:
        return None
    origin = look(evidence.source).origin if evidence.source else ""
    label = look(origin).label if origin else ""
    return Entry(Kind.PASSAGE, evidence.iri, label or "dokument", quote, quote)


class SortedThings:
    """The things of sorted N-Quads, one after the other; others are looked for among the lines."""

    def __init__(self, file: IO[bytes]) -> None:
        self._lines = SortedLines(file)
        self._last = Thing("")
        self._read = lru_cache(_HELD)(self._looked_for)

    def __iter__(self) -> Iterator[Thing]:
        for subject, quads in groupby(self._told(), key=lambda quad: quad.subject.value):
            thing = Thing.of(subject, quads)
            yield thing
            self._last = thing

    def look(self, iri: str) -> Thing:
        """Any thing; a selector mostly stands just before its passage."""
        return self._last if self._last.iri == iri else self._read(iri)

    def _told(self) -> Iterator[Any]:
        for piece in self._lines.pieces():
            yield from _parsed(filter(_is_told, piece.splitlines(keepends=True)))

    def _looked_for(self, iri: str) -> Thing:
        return Thing.of(iri, _parsed([self._lines.beginning_with(f"<{iri}> ".encode())]))


def _is_told(line: bytes) -> bool:
    """Whether a line says something that matters here, as most do not."""
    _, link, value = line.split(b" ", 2)
    return link in _TOLD and (link != _TYPE or value.partition(b" ")[0] in _TYPES)


def _parsed(lines: Iterable[bytes]) -> Iterator[Any]:
    yield from ox.parse(b"".join(lines), format=ox.RdfFormat.N_QUADS)
