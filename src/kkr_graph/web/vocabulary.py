"""The words that a question in SPARQL is made of, with their Danish names: for completion and to look up."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

import pyoxigraph as ox

from kkr_graph.config import packaged
from kkr_graph.model.names import danish_sort_key
from kkr_graph.queries.concepts import scheme_members
from kkr_graph.vocab import PREFIXES, SKOS
from kkr_graph.web.wording import TERM_LABELS, term_label

CLASS, PROPERTY, CONCEPT = "klasse", "egenskab", "begreb"
_OWL = "http://www.w3.org/2002/07/owl#"
_KINDS = {
    f"{_OWL}Class": CLASS,
    f"{_OWL}DatatypeProperty": PROPERTY,
    f"{_OWL}ObjectProperty": PROPERTY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A class, a property or a concept: ``kkr:Tenure``, what it is called, and what it means."""

    name: str
    kind: str
    label: str
    meaning: str


@cache
def words() -> tuple[Word, ...]:
    """Our own words and those of others that the graph uses, by kind in Danish order."""
    kinds = {iri: _kind_of_foreign(iri) for iri in TERM_LABELS}
    meanings: dict[str, str] = {}
    for quad in ox.parse(path=str(packaged("ontology", "ontology") / "kkr.ttl")):
        subject, thing = quad.subject.value, quad.object
        if thing.value in _KINDS:
            kinds[subject] = _KINDS[thing.value]
        elif quad.predicate.value == SKOS.definition and getattr(thing, "language", "") == "da":
            meanings[subject] = thing.value
    concepts = (iri for members in scheme_members().values() for iri in members)
    kinds |= dict.fromkeys(concepts, CONCEPT)
    order = (CLASS, PROPERTY, CONCEPT)
    named = [
        Word(name=_compact(iri), kind=kind, label=term_label(iri), meaning=meanings.get(iri, ""))
        for iri, kind in kinds.items()
    ]
    return tuple(
        sorted(
            named, key=lambda each: (order.index(each.kind), danish_sort_key(each.label), each.name)
        )
    )


@cache
def by_kind() -> Mapping[str, tuple[Word, ...]]:
    """The same, under what they are."""
    kinds = dict.fromkeys(word.kind for word in words())
    return MappingProxyType(
        {kind: tuple(word for word in words() if word.kind == kind) for kind in kinds}
    )


def _kind_of_foreign(iri: str) -> str:
    """Other vocabularies write classes with a capital letter too."""
    return CLASS if _compact(iri).partition(":")[2][:1].isupper() else PROPERTY


def _compact(iri: str) -> str:
    return next(
        (
            f"{prefix}:{iri.removeprefix(namespace)}"
            for prefix, namespace in PREFIXES.items()
            if iri.startswith(namespace)
        ),
        f"<{iri}>",
    )
