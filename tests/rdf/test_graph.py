"""The graph of one small document, as a golden file and as what matters in it."""

import gc
import re
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pyoxigraph import Literal, Quad, RdfFormat, parse

from kkr_graph.errors import SourceError
from kkr_graph.iri import Minter
from kkr_graph.rdf.places import PlacedItem
from kkr_graph.shapes import check_shapes
from tests import factory
from tests.rdf.world import (
    GOLDEN,
    TEXT,
    at,
    description,
    golden,
    graph,
    minutes,
    nquads,
    small_document,
    small_tenure,
)

SMALL = small_document()
M = "meeting/nordjylland/2025-10-24"
FACTS = (
    "Tenure", "Hypothesis", "Participation", "Meeting", "AgendaItem", "Recommendation",
    "Decision", "Statement", "DateMention", "SeatRule", "PersonMention",
)  # fmt: skip


@pytest.fixture(scope="module")
def small():
    return graph(SMALL, tenures=[small_tenure(SMALL)])


@pytest.fixture(scope="module")
def quads():
    return list(parse(nquads(SMALL, tenures=[small_tenure(SMALL)]), format=RdfFormat.N_QUADS))


def test_the_graph_of_the_small_document_is_the_golden_file():
    assert golden() == GOLDEN.read_bytes()


def test_the_graph_of_the_small_document_breaks_no_shape():
    found = check_shapes(nquads(SMALL, tenures=[small_tenure(SMALL)]))
    assert [finding.code for finding in found] == []


def test_every_fact_is_derived_from_a_passage_whose_quote_is_in_the_text(small):
    facts = [node for name in FACTS for node in small.a(f"kkr:{name}")]
    assert len(facts) > 8
    for fact in facts:
        for evidence in small.of(fact, "prov:wasDerivedFrom") or pytest.fail(fact):
            selector = small.of(evidence, "oa:hasSelector")[0]
            start, end = (int(small.of(selector, f"oa:{edge}")[0]) for edge in ("start", "end"))
            assert small.of(selector, "oa:exact") == [TEXT[start:end]]
            assert small.of(evidence, "kkr:line") == [str(TEXT.count("\n", 0, start) + 1)]


def test_every_iri_is_ascii_and_every_date_a_date(quads):
    for quad in quads:
        for term in (quad.subject, quad.predicate, quad.object, quad.graph_name):
            if isinstance(term, Literal):
                is_day = re.fullmatch(r"\d{4}-\d\d-\d\d", term.value)
                assert bool(is_day) == (term.datatype.value.rpartition("#")[2] == "date"), term
            else:
                assert term.value.isascii()


def test_nothing_of_a_document_stands_outside_its_graph(small):
    document = f"document/{SMALL.document.sha256[:16]}"
    own = {f"graph/source/{SMALL.document.sha256[:16]}"}
    for node in (document, M, f"{M}/item/1", f"{M}/item/1/decision", *small.a("kkr:Evidence")):
        assert small.graphs_of(node) == own


def test_the_representative_has_party_municipality_decision_and_proof(small):
    (tenure,) = small.a("kkr:Tenure")
    assert small.of(tenure, "org:member") == ["person/bo-lund"]
    assert small.of(tenure, "org:organization") == ["forum/oestforum"]
    assert small.of(tenure, "kkr:represents") == ["kkr/nordjylland"]
    assert small.of(tenure, "kkr:politicalAffiliation") == ["party/venstre"]
    assert small.of(tenure, "kkr:decidedIn") == [f"{M}/item/1/decision"]
    assert small.of(tenure, "kkr:through") == ["9999-12-31"]
    assert small.of(tenure, "schema:startDate") == []


def test_a_letter_without_a_national_party_is_the_list_of_its_municipality(small):
    participation = f"{M}/participation/ida-krag"
    assert small.of(participation, "kkr:politicalAffiliation") == ["party/l-0851"]
    assert small.of("party/l-0851", "kkr:inMunicipality") == ["kommune/0851"]
    assert small.of("party/l-0851", "skos:prefLabel") == ["Liste L, Aalborg"]


def test_a_guest_comes_for_an_item(small):
    guest = f"{M}/participation/ulla-toft"
    assert small.of(guest, "kkr:scopeItem") == [f"{M}/item/1"]
    assert small.of(guest, "kkr:title") == ["Chefkonsulent"]


def test_only_who_was_present_took_part(small):
    taken = {(s, o) for s, p, o, _ in small.facts if p == "kkr:tookPartIn"}
    decision = f"{M}/item/1/decision"
    assert taken == {("person/aase-aeroe", decision), ("person/bo-lund", decision)}


def test_the_title_of_a_document_is_its_file_name(small):
    assert small.of(f"document/{SMALL.document.sha256[:16]}", "dcterms:title") == ["referat.txt"]


def test_the_graph_knows_how_far_it_reaches(small):
    assert small.of("build", "kkr:dataThrough") == ["2025-10-24"]


def test_the_order_of_documents_does_not_matter():
    other = small_document(name="minutes/kopi.txt")
    assert nquads(SMALL, other) == nquads(other, SMALL)


def test_another_base_changes_every_iri_and_nothing_else():
    there = nquads(SMALL, minter=Minter("https://data.example.net/kkr/"))
    assert b"https://example.org/" not in there
    assert len(there.splitlines()) == len(nquads(SMALL).splitlines())


@given(st.text(min_size=1).filter(str.strip), st.text(alphabet="LTX0æ ", min_size=1, max_size=2))
@example(".", "0")  # a name without a word
def test_whatever_a_document_says_becomes_quads(written, letter):
    """Names, titles and letters come from text that anybody may have written."""
    document = minutes(
        factory.attendance(written, letter, "Aalborg"),
        factory.item(written, written, case=written, decision=written, passage=at("Afbud")),
        factory.seat_rule(written, item=written),
    )
    content = nquads(document)
    assert sum(1 for _ in parse(content, format=RdfFormat.N_QUADS)) == content.count(b"\n")


class _WeakMinter(Minter):
    """All evidence of all documents gets one of two IRIs."""

    def evidence(self, sha256, start, end):
        return self.id("evidence", str(start % 2))


class _WeakDocuments(Minter):
    def document(self, sha256):
        return self.id("document", sha256[:0])


def test_two_passages_with_one_identifier_are_refused():
    weak = description(SMALL, minter=_WeakMinter("https://example.org/"))
    with pytest.raises(SourceError, match="samme identifikator"):
        list(weak.quads())


def test_two_documents_with_one_identifier_are_refused():
    with pytest.raises(SourceError, match="to dokumenter får samme identifikator"):
        description(SMALL, small_document("b.txt"), minter=_WeakDocuments("https://example.org/"))


def test_a_query_finds_the_danish_label_of_a_role_in_the_graph():
    line = (
        b'<https://w3id.org/kkr/concept/chair> <http://www.w3.org/2004/02/skos/core#prefLabel> "formand"@da '
        b"<https://example.org/graph/ontology> ."
    )
    assert line in nquads(small_document()).splitlines()


def test_nothing_is_held_of_what_has_been_described():
    described = description(SMALL, tenures=[small_tenure(SMALL)])
    before = held(Quad, PlacedItem)
    assert sum(1 for _ in described.quads())
    assert held(Quad, PlacedItem) == before


def held(*kinds):
    gc.collect()
    return Counter(type(each) for each in gc.get_objects() if isinstance(each, kinds))
