"""The store as it is asked: read-only, within limits."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from kkr_graph.errors import QueryError
from kkr_graph.model.solutions import Term
from kkr_graph.store.embedded import EmbeddedGraph, open_graph
from kkr_graph.store.loading import in_graph
from tests.store.small import ALL, put, quads


@pytest.fixture
def build(tmp_path: Path) -> Path:
    put(tmp_path, quads(3))
    return tmp_path


@pytest.mark.parametrize(
    ("limit", "rows", "truncated"), [(2, 2, True), (3, 3, False), (None, 3, False)]
)
def test_a_row_limit_is_visible(build, limit, rows, truncated):
    solutions = open_graph(build).select(ALL, limit=limit)
    assert (len(solutions.rows), solutions.truncated) == (rows, truncated)


def test_every_kind_of_term_comes_through(tmp_path):
    put(
        tmp_path,
        '<a:s> <a:1> "da"@da <g:1> .\n<a:s> <a:2> "7"^^<http://www.w3.org/2001/XMLSchema#integer> <g:1> .\n'
        '<a:s> <a:3> "ord" <g:1> .\n<a:s> <a:4> <a:o> <g:1> .\n',
    )
    rows = open_graph(tmp_path).select("SELECT ?o ?none { <a:s> ?p ?o } ORDER BY ?p").rows
    assert [row["o"] for row in rows] == [
        Term(value="da", language="da"),
        Term(value="7", datatype="http://www.w3.org/2001/XMLSchema#integer"),
        Term(value="ord"),
        Term(value="a:o", is_iri=True),
    ]
    assert "none" not in rows[0]


def test_a_blank_node_is_no_iri():
    row = EmbeddedGraph(ox.Store()).select("SELECT (BNODE() AS ?b) {}").rows[0]
    assert row["b"].is_blank
    assert not row["b"].is_iri


def test_our_prefixes_need_no_declaration(build):
    assert open_graph(build).ask("ASK { FILTER NOT EXISTS { ?s a kkr:Meeting } }") is True


def test_construct_gives_sorted_triples(build):
    written = open_graph(build).construct("CONSTRUCT { ?s <a:q> ?o } WHERE { ?s ?p ?o }")
    assert written.decode().splitlines() == [f'<a:{n}> <a:q> "1" .' for n in range(3)]


def test_a_parse_error_says_where(build):
    with pytest.raises(QueryError, match="linje 2, tegn"):
        open_graph(build).select("SELECT * {\n ?s ?p }")


def test_a_question_that_takes_too_long_is_given_up(tmp_path):
    put(tmp_path, quads(3000))
    graph = open_graph(tmp_path, seconds=0.05)
    with pytest.raises(QueryError, match="tog mere end"):
        graph.select(
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(STRLEN(?c) + STRLEN(?f) = 99) }"
        )


@pytest.mark.parametrize(
    "sparql",
    ["DROP ALL", "SELECT * FROM <a:g> { ?s ?p ?o }", "SELECT * { SERVICE <http://x/> {} }"],
)
def test_reading_never_writes_or_reaches_out(build, sparql):
    graph = open_graph(build)
    for question in (graph.select, graph.ask, graph.construct):
        with pytest.raises(QueryError):
            question(sparql)
    assert len(graph.select(ALL).rows) == 3


@pytest.mark.parametrize(
    ("quad", "triple", "graph"),
    [
        ("<a:1> <a:p> <a:2> <g:1> .\n", "<a:1> <a:p> <a:2> .\n", "<g:1>"),
        ("<a:1> <a:p> <a:2> .\n", "<a:1> <a:p> <a:2> .\n", ""),
        ('<a:1> <a:p> "to ord" .', '<a:1> <a:p> "to ord" .\n', ""),
        ('<a:1> <a:p> "to <ord>"@da .\n', '<a:1> <a:p> "to <ord>"@da .\n', ""),
        ('<a:1> <a:p> "to <ord"^^<a:t> .\n', '<a:1> <a:p> "to <ord"^^<a:t> .\n', ""),
        (
            '<a:1> <a:p> "to <ord> ."^^<a:t> <g:1> .\n',
            '<a:1> <a:p> "to <ord> ."^^<a:t> .\n',
            "<g:1>",
        ),
    ],
)
def test_a_quad_is_parted_into_its_triple_and_its_graph(quad, triple, graph):
    assert in_graph(quad.encode()) == (triple.encode(), graph.encode())
