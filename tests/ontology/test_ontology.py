import json
import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import OWL, RDF, RDFS, SDO, SKOS, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS

from kkr_graph import vocab
from kkr_graph.model.extract import (
    AttendanceStatus,
    DocumentKind,
    Outcome,
    Role,
    StatementKind,
)
from kkr_graph.model.registry import BodyKind
from kkr_graph.model.tenure import EndStatus

ROOT = Path(__file__).parents[2]
ONTOLOGY = ROOT / "ontology"
KKR, KKRC = vocab.PREFIXES["kkr"], vocab.PREFIXES["kkrc"]
RDF_ = vocab.PREFIXES["rdf"]
DOMAIN = URIRef(vocab.PREFIXES["schema"] + "domainIncludes")
RANGE = URIRef(vocab.PREFIXES["schema"] + "rangeIncludes")

VOCABULARY = Graph().parse(ONTOLOGY / "kkr.ttl")
CONCEPTS = Graph().parse(ONTOLOGY / "concepts.ttl")
ALIGNMENT = Graph().parse(ONTOLOGY / "alignment.ttl")
CONTEXT = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))["@context"]
CONTRACT = (ROOT / "docs" / "reference" / "graph.md").read_text(encoding="utf-8")

TERMS = sorted(str(term) for term in VOCABULARY.subjects(RDFS.isDefinedBy))
PROPERTIES = [term for term in TERMS if term.removeprefix(KKR)[0].islower()]
SCHEMES = sorted(str(scheme) for scheme in CONCEPTS.subjects(RDF.type, SKOS.ConceptScheme))
MEMBERS = sorted(str(concept) for concept in CONCEPTS.subjects(RDF.type, SKOS.Concept))

ENUMERATIONS = {
    "roles": Role,
    "outcomes": Outcome,
    "attendance": AttendanceStatus,
    "document-kinds": DocumentKind,
    "body-kinds": BodyKind,
    "end-statuses": EndStatus,
    "statement-kinds": StatementKind,
}
# Concepts that no enumeration of the model and no line of the contract names, with the reason.
ONLY_DEFINED = {
    "ex-officio-member": "a seat group's role in the registry: the mayors in a contact council",
    "supplementary-member": "a seat group's role in the registry: the rest of a contact council",
    "mayor": "a role in a municipal council",
    "deputy-mayor": "a role in a municipal council",
    "proportional-election": "a seat group's election form in the registry",
}


def constants(namespace):
    """The terms that a class of the vocabulary module holds."""
    return sorted(value for name, value in vars(namespace).items() if not name.startswith("_"))


def named(prefix):
    """The local names that the contract uses with a prefix."""
    return set(re.findall(rf"\b{prefix}:([A-Za-z][\w-]*)", CONTRACT))


def languages(graph, term, *properties):
    return [sorted(text.language for text in graph.objects(URIRef(term), p)) for p in properties]


def test_the_vocabulary_module_is_the_ontology():
    assert constants(vocab.KKR) == TERMS
    assert constants(vocab.KKRC) == MEMBERS


def test_the_contract_uses_every_term_and_no_other():
    assert named("kkr") == {term.removeprefix(KKR) for term in TERMS}


def test_every_concept_is_used_or_justified():
    values = {str(value).replace("_", "-") for kind in ENUMERATIONS.values() for value in kind}
    used = values | named("kkrc")
    assert used | set(ONLY_DEFINED) == {concept.removeprefix(KKRC) for concept in MEMBERS}
    assert not used & set(ONLY_DEFINED)


@pytest.mark.parametrize("term", TERMS)
def test_a_term_has_one_label_and_one_definition_in_each_language(term):
    found = languages(VOCABULARY, term, RDFS.label, SKOS.definition)
    assert found == [["da", "en"], ["da", "en"]]


@pytest.mark.parametrize("concept", MEMBERS + SCHEMES)
def test_a_concept_has_one_label_and_one_definition_in_each_language(concept):
    found = languages(CONCEPTS, concept, SKOS.prefLabel, SKOS.definition)
    assert found == [["da", "en"], ["da", "en"]]


def test_a_definition_is_a_sentence():
    for graph in (VOCABULARY, CONCEPTS):
        for text in graph.objects(None, SKOS.definition):
            assert str(text).endswith(".")
            assert str(text)[0].isupper()


def test_no_two_classes_or_properties_share_a_label():
    for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty):
        labels = [
            label
            for term in VOCABULARY.subjects(RDF.type, kind)
            for label in VOCABULARY.objects(term, RDFS.label)
        ]
        assert len(labels) == len(set(labels))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_two_concepts_of_a_scheme_share_a_label(scheme):
    members = list(CONCEPTS.subjects(SKOS.inScheme, URIRef(scheme)))
    labels = [label for one in members for label in CONCEPTS.objects(one, SKOS.prefLabel)]
    assert members
    assert len(labels) == len(set(labels))
    assert set(CONCEPTS.objects(URIRef(scheme), SKOS.hasTopConcept)) == set(members)


@pytest.mark.parametrize("concept", MEMBERS)
def test_a_concept_stands_in_one_scheme_with_its_name_as_notation(concept):
    iri = URIRef(concept)
    [scheme] = CONCEPTS.objects(iri, SKOS.inScheme)
    assert str(scheme) in SCHEMES
    assert list(CONCEPTS.objects(iri, SKOS.topConceptOf)) == [scheme]
    assert list(CONCEPTS.objects(iri, SKOS.notation)) == [Literal(concept.removeprefix(KKRC))]


@pytest.mark.parametrize(("scheme", "kind"), ENUMERATIONS.items())
def test_every_value_of_an_enumeration_is_a_concept_of_its_scheme(scheme, kind):
    for value in kind:
        iri = URIRef(vocab.concept(value))
        assert list(CONCEPTS.objects(iri, SKOS.inScheme)) == [URIRef(KKRC + scheme)]


@pytest.mark.parametrize("term", PROPERTIES)
def test_a_property_says_what_it_joins(term):
    domains = list(VOCABULARY.objects(URIRef(term), DOMAIN))
    ranges = list(VOCABULARY.objects(URIRef(term), RANGE))
    assert domains
    assert ranges
    assert {str(one) for one in domains + ranges if str(one).startswith(KKR)} <= set(TERMS)
    literals = [one for one in ranges if str(one).startswith((vocab.PREFIXES["xsd"], RDF_))]
    assert literals in ([], ranges)
    kind = OWL.DatatypeProperty if literals else OWL.ObjectProperty
    assert list(VOCABULARY.objects(URIRef(term), RDF.type)) == [kind]


def test_the_ontology_says_which_version_it_is_and_what_one_may_do_with_it():
    [ontology] = VOCABULARY.subjects(RDF.type, OWL.Ontology)
    assert VOCABULARY.value(ontology, OWL.versionInfo) == Literal("0.1.0")
    assert VOCABULARY.value(ontology, DCTERMS.license)
    assert {str(one) for one in VOCABULARY.objects(None, RDFS.isDefinedBy)} == {str(ontology)}


def test_the_alignment_speaks_of_our_terms_and_points_at_others():
    links = [
        (str(subject), str(object_))
        for subject, predicate, object_ in ALIGNMENT
        if predicate in (RDFS.subClassOf, RDFS.subPropertyOf) or str(predicate).endswith("Match")
    ]
    assert {subject for subject, _ in links} <= set(TERMS)
    assert not [object_ for _, object_ in links if object_.startswith(KKR)]
    for namespace in ("mandaat#", "besluit#", "eli-draft-legislation", "opengov#", "schema.org"):
        assert any(namespace in object_ for _, object_ in links), namespace


def test_the_context_has_the_prefixes_of_the_queries():
    prefixes = {key: value for key, value in CONTEXT.items() if key in vocab.PREFIXES}
    assert prefixes == dict(vocab.PREFIXES)


@pytest.mark.parametrize("term", TERMS)
def test_the_context_expands_a_term_to_its_iri_and_type(term):
    name, range_ = term.removeprefix(KKR), str(VOCABULARY.value(URIRef(term), RANGE) or "")
    written = {name: "2024"}
    if not range_:
        written, expected = {"type": name}, f"<{RDF.type}> <{term}>"
    elif (URIRef(term), RDF.type, OWL.ObjectProperty) in VOCABULARY:
        written, expected = {name: "kkrc:open"}, f"<{term}> <{KKRC}open>"
    elif range_ == vocab.RDF.langString:
        expected = f'<{term}> "2024"@da'
    elif range_ == vocab.XSD.string:
        expected = f'<{term}> "2024"'
    else:
        expected = f'<{term}> "2024"^^<{range_}>'
    document = {"@context": CONTEXT, "id": "https://data.example.org/x", **written}
    [quad] = ox.parse(json.dumps(document), format=ox.RdfFormat.JSON_LD)
    assert f"{quad.predicate} {quad.object}" == expected


@pytest.mark.parametrize("prefix", ["org", "dcterms", "prov", "oa", "adms", "skos", "foaf", "sh"])
def test_the_context_knows_the_reused_properties_of_the_contract(prefix):
    used = {f"{prefix}:{name}" for name in named(prefix) if name[0].islower()}
    assert used
    assert used <= set(CONTEXT)


def test_schema_org_is_written_with_http():
    """Where rdflib's own namespace has https, which would never match."""
    assert vocab.PREFIXES["schema"] == "http://schema.org/" != str(SDO)
