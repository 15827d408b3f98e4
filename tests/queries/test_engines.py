"""The questions are standard SPARQL: rdflib gives the same rows as Oxigraph."""

from typing import Any

import pyoxigraph as ox
import pytest
import rdflib

from kkr_graph.model.solutions import Solutions, Term, literal
from kkr_graph.queries import load_queries, run_query
from kkr_graph.vocab import PREFIXES
from tests.queries.conftest import FIXTURE
from tests.queries.test_named import arguments

ARGUMENTS = [{}, {"council": "KKR Nordjylland"}, {"forum": "Erhvervshus Nordjylland"}]


class RdflibGraph:
    """The same graph behind another engine."""

    def __init__(self) -> None:
        self._graph = rdflib.Graph()
        triples = (f"{quad.triple} .\n" for quad in ox.parse(path=str(FIXTURE)))
        self._graph.parse(data="".join(triples), format="nt")

    def select(self, sparql: str, *, limit: int | None = None) -> Solutions:
        result = self._graph.query(sparql, initNs=dict(PREFIXES))
        columns = tuple(str(name) for name in result.vars or ())
        bindings: list[Any] = list(result.bindings)  # None where a group has no value
        rows = [
            {str(name): term(value) for name, value in row.items() if value is not None}
            for row in bindings
        ]
        return Solutions(columns=columns, rows=tuple(row for row in rows if said(row))[:limit])


def term(value: rdflib.term.Identifier) -> Term:
    if isinstance(value, rdflib.URIRef):
        return Term(value=str(value), is_iri=True)
    assert isinstance(value, rdflib.Literal)
    return literal(str(value), str(value.datatype) if value.datatype else None, value.language)


def said(row: dict[str, Term]) -> bool:
    """Rdflib makes one group of no solutions at all; SPARQL 1.1 makes none."""
    return any(not found.value.isdecimal() or found.value != "0" for found in row.values())


@pytest.fixture(scope="module")
def other():
    return RdflibGraph()


@pytest.mark.parametrize("name", sorted(load_queries()))
def test_rdflib_gives_the_same_rows(graph, queries, other, now, name):
    query = queries[name]
    for more in ARGUMENTS:
        if all(query.parameter(parameter) for parameter in more):
            given = arguments(query) | more
            ours = run_query(graph, query, given, now=now)
            theirs = run_query(other, query, given, now=now)
            assert ours.rows == theirs.rows, given
            assert ours.labels == theirs.labels
