"""An answer calls the place of a source what people call it."""

import pyoxigraph as ox
import pytest

from kkr_graph.network.elements import Proof
from kkr_graph.network.wording import place
from kkr_graph.queries import run_query
from kkr_graph.queries.asking import Questions
from kkr_graph.queries.sources import with_places
from kkr_graph.store.embedded import open_graph

LIST = """@base <https://data.example.org/kkr/id/> . @prefix kkr: <https://w3id.org/kkr/ns#> .
@prefix kkrc: <https://w3id.org/kkr/concept/> . @prefix prov: <http://www.w3.org/ns/prov#> .
@prefix oa: <http://www.w3.org/ns/oa#> . @prefix org: <http://www.w3.org/ns/org#> .
@prefix dcterms: <http://purl.org/dc/terms/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<document/d> kkr:documentKind kkrc:appointment-list ; a kkr:SourceDocument ;
  dcterms:title "%s" ; dcterms:date "2025-09-01"^^xsd:date .
<text/d> prov:wasDerivedFrom <document/d> .
<evidence/d1> oa:hasSource <text/d> ; kkr:line 8 ; kkr:place "ark Medlemmer, række 7"@da ;
  oa:hasSelector <evidence/d1/selector> .
<evidence/d1/selector> oa:exact "Ledig" .
<forum/havnen> a kkr:Forum ; skos:prefLabel "Havnen"@da .
<v1> a kkr:VacantSeat ; kkr:inBody <forum/havnen> ; org:role kkrc:chair ;
  prov:wasDerivedFrom <evidence/d1> .
"""


@pytest.fixture
def graph_of(tmp_path):
    def made(document):
        quads = ox.parse(LIST % document, format=ox.RdfFormat.TRIG)
        lines = sorted(f"{quad} .\n" for quad in quads)
        (tmp_path / "graph.nq").write_text("".join(lines), encoding="utf-8")
        return open_graph(tmp_path)

    return made


@pytest.mark.parametrize(
    ("document", "where"), [("Liste.xlsx", "ark Medlemmer, række 7"), ("liste.txt", "")]
)
def test_a_row_of_a_sheet_is_called_by_sheet_and_row(document, where, graph_of, queries, now):
    answer = run_query(graph_of(document), queries["vacant-seats"], {}, now=now)
    assert [answer.place(row) for row in answer.rows] == [where]


def test_the_source_of_a_record_says_the_same(graph_of):
    (record,) = Questions(graph_of("liste.xlsx")).ask("vacant-seats")
    assert record.source.place == "ark Medlemmer, række 7"


def test_a_network_says_the_same():
    proof = Proof(document="liste.xlsx", line=8, where="ark Medlemmer, række 7", quote="Ledig")
    assert place(proof) == "liste.xlsx, ark Medlemmer, række 7"


def test_a_file_for_excel_names_the_place_of_every_source_in_one_column(graph_of, queries, now):
    told = with_places(run_query(graph_of("liste.xlsx"), queries["vacant-seats"], {}, now=now))
    assert [each.name for each in told.columns][-2:] == ["document", "place"]
    assert told.text(told.rows[0], "place") == "ark Medlemmer, række 7"


def test_a_place_that_has_no_name_is_its_page_and_line(graph_of, queries, now):
    told = with_places(run_query(graph_of("liste.txt"), queries["vacant-seats"], {}, now=now))
    assert told.text(told.rows[0], "place") == "linje 8"
