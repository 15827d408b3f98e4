"""The same questions give the same answers on real servers as in the embedded store."""

from datetime import date
from pathlib import Path

import pytest

from kkr_graph.model.solutions import Term
from kkr_graph.queries import Answer, load_queries, run_query
from kkr_graph.store.embedded import open_graph
from kkr_graph.store.publishing import publish
from kkr_graph.vocab import XSD
from tests.queries.conftest import FIXTURE
from tests.queries.test_named import arguments
from tests.web.conftest import write_build

NOW = date(2025, 11, 1)
QUERIES = load_queries()


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_build(tmp_path_factory.mktemp("served") / "build", FIXTURE)


@pytest.fixture(scope="session")
def embedded(build):
    return open_graph(build)


@pytest.fixture(scope="session")
def on_oxigraph(oxigraph_server, build):
    publish(build, oxigraph_server.graph_store())
    return oxigraph_server.graph()


@pytest.fixture(scope="session")
def on_virtuoso(virtuoso_server, build):
    publish(build, virtuoso_server.graph_store())
    return virtuoso_server.graph()


def given(name: str) -> list[dict[str, str]]:
    query = QUERIES[name]
    own = arguments(query)
    council = {"council": "KKR Nordjylland"} if query.parameter("council") else {}
    return [own, own | council]


def alike(answer: Answer) -> list[dict[str, object]]:
    """Rows without what Virtuoso writes otherwise: truth as 1, and a whole decimal as an integer."""
    return [{name: _plain(term) for name, term in row.items()} for row in answer.rows]


def _plain(term: Term) -> object:
    if term.datatype == XSD.boolean:
        return int(term.value == "true")
    if term.datatype in (XSD.integer, XSD.decimal):
        return float(term.value)
    return term


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_oxigraph_answers_as_the_store_does(embedded, on_oxigraph, name):
    for values in given(name):
        ours = run_query(embedded, QUERIES[name], values, now=NOW)
        theirs = run_query(on_oxigraph, QUERIES[name], values, now=NOW)
        assert (theirs.rows, theirs.labels) == (ours.rows, ours.labels)


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_virtuoso_answers_as_the_store_does(embedded, on_virtuoso, name):
    for values in given(name):
        ours = run_query(embedded, QUERIES[name], values, now=NOW)
        theirs = run_query(on_virtuoso, QUERIES[name], values, now=NOW)
        assert alike(theirs) == alike(ours)
        assert theirs.labels == ours.labels
