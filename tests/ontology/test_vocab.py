import re
import subprocess
import sys

import pytest
import rdflib.namespace

from kkr_graph import vocab


def test_a_typo_is_an_error():
    with pytest.raises(AttributeError):
        vocab.KKR.Tenur  # type: ignore[attr-defined]  # noqa: B018
    with pytest.raises(KeyError, match="vice chair"):
        vocab.concept("vice chair")


def test_a_name_that_python_does_not_allow_is_written_in_its_own_way():
    assert vocab.KKR.from_ == "https://w3id.org/kkr/ns#from"
    assert vocab.KKRC.vice_chair == "https://w3id.org/kkr/concept/vice-chair"


def test_an_enumerations_value_is_a_concept():
    assert vocab.concept("vice-chair") == vocab.KKRC.vice_chair
    assert vocab.concept("appointment_list") == vocab.KKRC.appointment_list


@pytest.mark.parametrize(
    "name", ["ORG", "FOAF", "SKOS", "DCTERMS", "PROV", "SH", "XSD", "RDF", "RDFS"]
)
def test_a_reused_term_exists_in_the_vocabulary_it_is_taken_from(name):
    theirs = getattr(rdflib.namespace, name)
    for local, iri in vars(getattr(vocab, name)).items():
        if not local.startswith("_"):
            assert rdflib.URIRef(iri) in theirs
            assert iri == vocab.PREFIXES[name.lower()] + local


def test_the_prologue_declares_every_prefix():
    declared = dict(re.findall(r"^PREFIX (\w+): <(.+)>$", vocab.PROLOGUE, re.MULTILINE))
    assert declared == dict(vocab.PREFIXES)


def test_the_vocabulary_needs_no_library():
    """It is imported by every question that is asked."""
    code = "import sys, kkr_graph.vocab; print(*{m.split('.')[0] for m in sys.modules})"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert not {"rdflib", "pyoxigraph", "pyshacl"} & set(loaded.stdout.split())
