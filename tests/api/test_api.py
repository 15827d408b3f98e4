"""What programs and notebooks use."""

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import networkx as nx
import pytest
import rdflib

import kkr_graph
from kkr_graph.errors import AmbiguousName, ConfigError, QueryError, StoreError
from tests.web.conftest import FIXTURE, write_build

pytestmark = pytest.mark.filterwarnings(  # rdflib's own use of it
    "ignore:Dataset.default_context is deprecated:DeprecationWarning"
)
ID = "https://data.example.org/kkr/id/"


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_build(tmp_path_factory.mktemp("api") / "build", FIXTURE)


def test_what_is_public_is_kept_small_and_is_there():
    assert sorted(kkr_graph.__all__) == [
        "KkrGraphError", "Rows", "Thing", "ask", "network_of", "open_graph",
    ]  # fmt: skip
    assert dir(kkr_graph) == sorted(kkr_graph.__all__)
    assert all(getattr(kkr_graph, name).__doc__ for name in kkr_graph.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        kkr_graph.nothing  # noqa: B018 - the access is the test


def test_importing_the_package_loads_nothing():
    program = (
        "import json, sys; before = set(sys.modules); import kkr_graph\n"
        "print(json.dumps(sorted(set(sys.modules) - before)))"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    loaded = {name.partition(".")[0] for name in json.loads(told.stdout)}
    assert loaded.isdisjoint({"rdflib", "pyoxigraph", "networkx", "pandas", "click", "jinja2"})


# --- ask -----------------------------------------------------------------------------------------


def test_rows_hold_python_values(build):
    rows = kkr_graph.ask("who-represents", forum="DEB", date=date(2025, 11, 1), graph=build)
    assert len(rows) == len(list(rows)) == 2
    row = rows[0]
    assert isinstance(row["person"], kkr_graph.Thing)
    assert row["person"].iri.startswith(ID + "person/")
    assert str(row["forum"]) == "Danmarks Erhvervsfremmebestyrelse"
    assert isinstance(row["from"], date)
    assert isinstance(row["line"], int)
    assert rows.arguments["forum"] == "Danmarks Erhvervsfremmebestyrelse"
    assert rows.columns["person"] == "Person"
    assert rows[0] == row
    assert rows[:1] == (row,)


def test_a_question_in_danish_is_the_same_question(build):
    named = kkr_graph.ask("chairs", forum="BRN", graph=build)
    assert kkr_graph.ask("Hvem er formand for BRN?", graph=str(build)) == named
    assert len(named)


def test_numbers_and_days_may_be_given_as_such(build):
    assert len(kkr_graph.ask("many-posts", at_least=1, graph=build)) > len(
        kkr_graph.ask("many-posts", at_least=99, graph=build)
    )


def test_what_is_wrong_is_one_of_our_errors(build, tmp_path):
    with pytest.raises(QueryError, match="nothing"):
        kkr_graph.ask("nothing", graph=build)
    with pytest.raises(AmbiguousName) as caught:
        kkr_graph.ask("who-represents", forum="Erhvervshus", graph=build)
    assert len(caught.value.candidates) == 2
    with pytest.raises(kkr_graph.KkrGraphError, match="ingen graf"):
        kkr_graph.ask("people", graph=tmp_path)


def test_a_table_has_labels_and_iris(build):
    rows = kkr_graph.ask("people", graph=build)
    table = rows.to_pandas()
    assert list(table["person"]) == [str(row["person"]) for row in rows]
    assert all(iri.startswith(ID) for iri in table["person_iri"])
    assert len(table) == len(rows)


def test_without_pandas_it_is_said_what_to_install(build, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ConfigError, match="pandas er ikke installeret") as caught:
        kkr_graph.ask("people", graph=build).to_pandas()
    assert "pip install pandas" in caught.value.hint


# --- networks ------------------------------------------------------------------------------------


def test_a_network_is_a_networkx_graph(build):
    network = kkr_graph.network_of("Anna Holm", graph=build)
    assert isinstance(network, nx.MultiDiGraph)
    assert network.nodes[f"{ID}person/anna-holm"] == {"label": "Anna Holm (A)", "kind": "person"}
    assert nx.number_weakly_connected_components(network) == 1


def test_a_network_may_be_of_all_and_of_a_day(build):
    whole = kkr_graph.network_of(graph=build)
    before = kkr_graph.network_of(graph=build, day=date(1990, 1, 1))
    assert whole.number_of_edges() > before.number_of_edges()


# --- rdflib --------------------------------------------------------------------------------------


@pytest.fixture
def dataset(build) -> Iterator[rdflib.Dataset]:
    opened = kkr_graph.open_graph(build)
    yield opened
    opened.close()


def test_the_dataset_answers_patterns_and_questions(dataset):
    kkr = rdflib.Namespace("https://w3id.org/kkr/ns#")
    meetings = set(dataset.subjects(rdflib.RDF.type, kkr.Meeting))
    assert len(meetings) == 2
    rows = dataset.query("SELECT ?m { ?m a kkr:Meeting }").bindings
    assert {next(iter(row.values())) for row in rows} == meetings
    graph = "https://data.example.org/kkr/graph/registry"
    asked = f"ASK FROM <{graph}> {{ ?m a kkr:Meeting }}"
    assert dataset.query(asked).askAnswer is False
    assert rdflib.URIRef(graph) in {each.identifier for each in dataset.graphs()}


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }",
        "DROP ALL",
    ],
)
def test_the_dataset_reaches_nothing_outside(dataset, sparql):
    with pytest.raises(QueryError):
        dataset.query(sparql)


@pytest.mark.parametrize(
    "change",
    [
        lambda ds: ds.add((rdflib.RDF.type, rdflib.RDF.type, rdflib.RDF.Property)),
        lambda ds: ds.remove((None, None, None)),
        lambda ds: ds.update("DROP ALL"),
        lambda ds: ds.parse(data="<a:a> <a:b> <a:c> .", format="nt"),
        lambda ds: ds.remove_graph(rdflib.URIRef("https://data.example.org/kkr/graph/registry")),
    ],
    ids=["add", "remove", "update", "parse", "remove_graph"],
)
def test_the_dataset_cannot_be_changed(dataset, change):
    count = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    before = dataset.query(count).bindings
    with pytest.raises(StoreError, match="kun læses"):
        change(dataset)
    assert dataset.query(count).bindings == before
