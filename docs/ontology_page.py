"""Writes docs/reference/ontology.md from the ontology: ``python -m docs.ontology_page``."""

from collections.abc import Iterator
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SH, SKOS, Graph, URIRef
from rdflib.term import Node

from kkr_graph import vocab

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "reference" / "ontology.md"
_DOMAIN = URIRef(vocab.PREFIXES["schema"] + "domainIncludes")
_RANGE = URIRef(vocab.PREFIXES["schema"] + "rangeIncludes")
_SEVERITIES = {SH.Violation: "violation", SH.Warning: "warning", SH.Info: "information"}

_INTRODUCTION = """\
# The ontology

Written by `python -m docs.ontology_page` from `ontology/*.ttl`; do not edit. How the terms are put
together is described in [graph.md](graph.md), why they are as they are in
[decision 8](../decisions/0008-vocabulary-choices.md).

| file | holds |
|---|---|
| `ontology/kkr.ttl` | classes and properties, `kkr:` = `https://w3id.org/kkr/ns#` |
| `ontology/concepts.ttl` | concepts, `kkrc:` = `https://w3id.org/kkr/concept/` |
| `ontology/shapes.ttl` | what the graph must look like, as SHACL; `ontology/examples/` breaks each shape once |
| `ontology/alignment.ttl` | the relation to OSLO, ELI-DL, Popolo, schema.org and ORG-AP-DK |
| `ontology/context.jsonld` | a JSON-LD context for all terms |
"""


def ontology_page() -> str:
    """The page as Markdown."""
    ontology = Graph()
    for name in ("kkr", "concepts", "shapes"):
        ontology.parse(ROOT / "ontology" / f"{name}.ttl")
    parts = (_INTRODUCTION, *_classes(ontology), *_properties(ontology))
    return "\n".join((*parts, *_concepts(ontology), *_shapes(ontology), ""))


def _classes(ontology: Graph) -> Iterator[str]:
    yield "\n## Classes\n\n| class | Danish | kind of | meaning |\n|---|---|---|---|"
    for term in _sorted(ontology.subjects(RDF.type, OWL.Class)):
        parents = _codes(ontology.objects(term, RDFS.subClassOf))
        yield f"| `{_short(term)}` | {_text(ontology, term, RDFS.label, 'da')} | {parents} | {_meaning(ontology, term)} |"


def _properties(ontology: Graph) -> Iterator[str]:
    yield "\n## Properties\n\n| property | Danish | of | value | meaning |\n|---|---|---|---|---|"
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty)
    for term in _sorted(term for kind in kinds for term in ontology.subjects(RDF.type, kind)):
        of, value = (_codes(ontology.objects(term, side)) for side in (_DOMAIN, _RANGE))
        label = _text(ontology, term, RDFS.label, "da")
        yield f"| `{_short(term)}` | {label} | {of} | {value} | {_meaning(ontology, term)} |"


def _concepts(ontology: Graph) -> Iterator[str]:
    yield "\n## Concepts"
    for scheme in _sorted(ontology.subjects(RDF.type, SKOS.ConceptScheme)):
        title = _text(ontology, scheme, SKOS.prefLabel, "en")
        yield f"\n### {title.capitalize()} (`{_short(scheme)}`)\n"
        yield f"{_meaning(ontology, scheme)}\n\n| concept | Danish | meaning |\n|---|---|---|"
        for term in _sorted(ontology.subjects(SKOS.inScheme, scheme)):
            label = _text(ontology, term, SKOS.prefLabel, "da")
            yield f"| `{_short(term)}` | {label} | {_meaning(ontology, term)} |"


def _shapes(ontology: Graph) -> Iterator[str]:
    yield "\n## Shapes\n\nThe code is what `kkr-graph check` shows.\n"
    yield "| code | severity | Danish |\n|---|---|---|"
    for shape in _sorted(ontology.subjects(RDF.type, SH.NodeShape)):
        severity = _SEVERITIES[URIRef(str(ontology.value(shape, SH.severity)))]
        code = str(shape).rsplit("/", 1)[1]
        yield f"| `{code}` | {severity} | {_text(ontology, shape, RDFS.label, 'da')} |"


def _sorted(terms: Iterator[Node]) -> list[Node]:
    return sorted(set(terms), key=str)


def _codes(terms: Iterator[Node]) -> str:
    return ", ".join(f"`{_short(term)}`" for term in _sorted(terms))


def _short(term: Node) -> str:
    for prefix, namespace in vocab.PREFIXES.items():
        if str(term).startswith(namespace):
            return f"{prefix}:{str(term).removeprefix(namespace)}"
    return f"<{term}>"


def _meaning(ontology: Graph, term: Node) -> str:
    return _text(ontology, term, SKOS.definition, "en")


def _text(ontology: Graph, term: Node, property_: Node, language: str) -> str:
    texts = ontology.objects(term, property_)
    return next(str(text) for text in texts if getattr(text, "language", None) == language)


if __name__ == "__main__":
    PAGE.write_text(ontology_page(), encoding="utf-8")
