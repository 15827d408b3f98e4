"""``/sparql`` by the SPARQL 1.1 Protocol: its forms of requests and answers, and its clients."""

import csv
import io
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode
from urllib.request import urlopen

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import JSON, POST, TURTLE, XML, SPARQLWrapper
from starlette.testclient import TestClient

from kkr_graph.web.app import create_app
from tests.web.conftest import FIXTURE, PATIENCE, open_client, write_build
from tests.web.serving import served

SELECT = 'SELECT ?m WHERE { ?m a kkr:Municipality ; skos:prefLabel "Læsø"@da }'
LAESOE = "https://data.example.org/kkr/id/kommune/0825"
FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
JSON_ROWS = "application/sparql-results+json"
MORE = """
<https://data.example.org/kkr/graph/a> { <a:1> <a:p> "a" . <a:m%C3%BCl%2Fsub> <a:p> "escaped" }
<https://data.example.org/kkr/graph/b> { <b:1> <a:p> "b" }
"""
GRAPH_A, GRAPH_B = (f"https://data.example.org/kkr/graph/{name}" for name in "ab")


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_build(tmp_path_factory.mktemp("endpoint") / "build", FIXTURE, MORE)


@pytest.fixture(scope="module")
def client(build: Path) -> Iterator[TestClient]:
    opened = open_client(build)
    yield opened
    opened.app.state.sites.free.close()  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def address(build: Path) -> Iterator[str]:
    app = create_app(build, None, seconds=PATIENCE)
    with served(app) as started:
        yield f"{started}/sparql"
    app.state.sites.free.close()


def found(response) -> list[str]:
    assert response.status_code == 200, response.text
    return [row["m"]["value"] for row in response.json()["results"]["bindings"]]


# --- the forms of a request (SPARQL 1.1 Protocol, section 2.1) -----------------------------------


def test_query_via_get(client):
    assert found(client.get("/sparql", params={"query": SELECT})) == [LAESOE]


def test_query_via_form_post(client):
    assert found(client.post("/sparql", data={"query": SELECT})) == [LAESOE]


def test_query_via_direct_post(client):
    response = client.post("/sparql", content=SELECT.encode(), headers={"content-type": DIRECT})
    assert found(response) == [LAESOE]
    spelt_out = {"content-type": f"{DIRECT}; charset=UTF-8"}
    assert found(client.post("/sparql", content=SELECT.encode(), headers=spelt_out)) == [LAESOE]


@pytest.mark.parametrize("method", ["GET", "form", "direct"])
def test_an_iri_with_escapes_is_found_in_every_form(client, method):
    """A form that is decoded twice finds nothing."""
    sparql = "SELECT (<a:m%C3%BCl%2Fsub> AS ?m) { <a:m%C3%BCl%2Fsub> <a:p> ?o }"
    assert found(asked(client, method, sparql)) == ["a:m%C3%BCl%2Fsub"]


def asked(client, method, sparql, **parameters):
    match method:
        case "GET":
            return client.get("/sparql", params={"query": sparql, **parameters})
        case "form":
            return client.post("/sparql", data={"query": sparql, **parameters})
        case _:
            return client.post(
                "/sparql",
                params=parameters,
                content=sparql.encode(),
                headers={"content-type": DIRECT},
            )


@pytest.mark.parametrize("method", ["GET", "form", "direct"])
@pytest.mark.parametrize(
    ("parameters", "subjects"),
    [
        ({"default-graph-uri": GRAPH_A}, ["a:1", "a:m%C3%BCl%2Fsub"]),
        ({"default-graph-uri": [GRAPH_A, GRAPH_B]}, ["a:1", "a:m%C3%BCl%2Fsub", "b:1"]),
        ({"named-graph-uri": GRAPH_B}, ["b:1"]),
        (
            {"default-graph-uri": GRAPH_A, "named-graph-uri": GRAPH_B},
            ["a:1", "a:m%C3%BCl%2Fsub", "b:1"],
        ),
    ],
    ids=["default", "two defaults", "named", "both"],
)
def test_the_graphs_of_the_protocol_are_asked(client, method, parameters, subjects):
    sparql = "SELECT ?m { { ?m <a:p> ?o } UNION { GRAPH ?g { ?m <a:p> ?o } } } ORDER BY ?m"
    assert found(asked(client, method, sparql, **parameters)) == subjects


def test_the_graphs_of_the_protocol_go_before_those_of_the_question(client):
    sparql = f"SELECT ?m FROM <{GRAPH_B}> {{ ?m <a:p> ?o }} ORDER BY ?m"
    assert found(asked(client, "GET", sparql)) == ["b:1"]
    given = {"default-graph-uri": GRAPH_A}
    assert found(asked(client, "GET", sparql, **given)) == ["a:1", "a:m%C3%BCl%2Fsub"]


@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri"])
@pytest.mark.parametrize("graph", ["file:///etc/hostname", "http://127.0.0.1:1/x", "not an iri"])
def test_a_graph_that_is_not_ours_is_refused(client, name, graph):
    response = asked(client, "GET", SELECT, **{name: graph})
    assert response.status_code == 400
    assert "egne grafer" in response.text


# --- what is no question -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "request_"),
    [
        pytest.param(400, {"params": {"query": "SELECT * {"}}, id="syntax"),
        pytest.param(400, {"params": {"query": [SELECT, SELECT]}}, id="multiple queries, GET"),
        pytest.param(400, {"method": "POST", "data": {"query": [SELECT, SELECT]}}, id="multiple"),
        pytest.param(400, {"params": {"update": "DROP ALL"}}, id="update, GET"),
        pytest.param(400, {"method": "POST", "data": {"update": "DROP ALL"}}, id="update, form"),
        pytest.param(
            400, {"method": "POST", "data": {"query": SELECT, "update": "DROP ALL"}}, id="both"
        ),
        pytest.param(400, {"params": {"query": "DROP ALL"}}, id="update as query"),
        pytest.param(
            415,
            {
                "method": "POST",
                "content": b"DROP ALL",
                "headers": {"content-type": "application/sparql-update"},
            },
            id="update, direct",
        ),
        pytest.param(
            415,
            {"method": "POST", "content": b"ASK {}", "headers": {"content-type": "text/plain"}},
            id="wrong media type",
        ),
        pytest.param(415, {"method": "POST", "content": b"ASK {}"}, id="missing direct type"),
        pytest.param(
            415,
            {"method": "POST", "content": b"query=ASK%20%7B%7D", "headers": {"content-type": ""}},
            id="missing form type",
        ),
        pytest.param(
            400,
            {
                "method": "POST",
                "content": SELECT.encode("utf-16"),
                "headers": {"content-type": DIRECT},
            },
            id="non-UTF-8",
        ),
        pytest.param(
            415,
            {
                "method": "POST",
                "content": SELECT.encode("latin-1"),
                "headers": {"content-type": f"{DIRECT}; charset=iso-8859-1"},
            },
            id="another charset",
        ),
        pytest.param(400, {"method": "POST", "data": {"limit": "1"}}, id="no query"),
        pytest.param(
            400,
            {"method": "POST", "content": b" " * 500_000, "headers": {"content-type": DIRECT}},
            id="huge",
        ),
        pytest.param(405, {"method": "PUT", "params": {"query": SELECT}}, id="method"),
        pytest.param(405, {"method": "DELETE"}, id="DELETE"),
    ],
)  # fmt: skip
def test_a_request_that_is_none_is_refused(client, status, request_):
    response = client.request(**{"method": "GET", "url": "/sparql", **request_})
    assert response.status_code == status
    assert "Traceback" not in response.text
    if status != 405:
        assert response.headers["content-type"].startswith("text/plain")


def test_a_mistake_is_named_as_the_protocol_does_and_in_danish(client):
    response = client.get("/sparql", params={"query": "SELECT * {\n ?s ?p }"})
    name, problem, hint = response.text.splitlines()
    assert name == "MalformedQuery"
    assert "ved linje 2, tegn" in problem
    assert hint


def test_a_question_that_takes_too_long_is_503(build):
    client = open_client(build, seconds=0.5)
    try:
        sparql = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
        response = client.get("/sparql", params={"query": sparql})
        assert response.status_code == 503
        assert response.text.startswith("QueryRequestStopped\n")
        assert "LIMIT" in response.text
    finally:
        client.app.state.sites.free.close()  # type: ignore[attr-defined]


# --- the forms of an answer ----------------------------------------------------------------------

ROWS = {
    JSON_ROWS: JSON_ROWS,
    "application/json": JSON_ROWS,
    "application/sparql-results+xml": "application/sparql-results+xml",
    "application/xml": "application/sparql-results+xml",
    "text/csv": "text/csv; charset=utf-8",
    "text/tab-separated-values": "text/tab-separated-values; charset=utf-8",
    "*/*": JSON_ROWS,
    "": JSON_ROWS,
    "text/*": "application/sparql-results+xml",
    "text/csv;q=0.5, application/sparql-results+xml;q=0.7": "application/sparql-results+xml",
    "text/csv, */*;q=0.1": "text/csv; charset=utf-8",
    "image/png, text/tab-separated-values;q=0.1": "text/tab-separated-values; charset=utf-8",
    f"{JSON_ROWS};q=0, */*": "application/sparql-results+xml",
    "text/turtle, text/csv;q=0.3": "text/csv; charset=utf-8",
}
TRIPLES = {
    "text/turtle": "text/turtle; charset=utf-8",
    "application/n-triples": "application/n-triples",
    "application/ld+json": "application/ld+json",
    "application/rdf+xml": "application/rdf+xml",
    "*/*": "text/turtle; charset=utf-8",
    "application/ld+json;q=0.2, application/n-triples;q=0.3": "application/n-triples",
}


@pytest.mark.parametrize("sparql", [SELECT, "ASK { ?m a kkr:Municipality }"], ids=["rows", "truth"])
@pytest.mark.parametrize("accept", ROWS)
def test_rows_and_truth_come_in_the_form_that_is_accepted_most(client, accept, sparql):
    response = client.get("/sparql", params={"query": sparql}, headers={"accept": accept})
    assert response.headers["content-type"] == ROWS[accept]
    assert response.headers["vary"] == "accept"
    form = ox.QueryResultsFormat.from_media_type(ROWS[accept])
    assert form is not None
    if sparql == SELECT:
        assert LAESOE in response.text
    elif "csv" not in ROWS[accept] and "tab" not in ROWS[accept]:
        assert bool(ox.parse_query_results(response.content, format=form)) is True


@pytest.mark.parametrize(
    "sparql",
    [f"DESCRIBE <{LAESOE}>", f"CONSTRUCT {{ <{LAESOE}> ?p ?o }} WHERE {{ <{LAESOE}> ?p ?o }}"],
    ids=["describe", "construct"],
)
@pytest.mark.parametrize("accept", TRIPLES)
def test_triples_come_in_the_form_that_is_accepted_most(client, accept, sparql):
    response = client.get("/sparql", params={"query": sparql}, headers={"accept": accept})
    assert response.headers["content-type"] == TRIPLES[accept]
    form = ox.RdfFormat.from_media_type(TRIPLES[accept])
    subjects = {quad.subject.value for quad in ox.parse(response.content, format=form)}
    assert subjects == {LAESOE}


@pytest.mark.parametrize(
    ("sparql", "accept"),
    [(SELECT, "image/png"), (SELECT, "text/turtle"), (f"DESCRIBE <{LAESOE}>", "text/csv")],
)
def test_what_cannot_be_given_is_406_with_what_can(client, sparql, accept):
    response = client.get("/sparql", params={"query": sparql}, headers={"accept": accept})
    assert response.status_code == 406
    assert "Her kan fås" in response.text


def test_a_form_may_be_asked_for_by_name(client):
    response = client.get("/sparql", params={"query": SELECT, "format": "csv"})
    assert list(csv.reader(io.StringIO(response.text))) == [["m"], [LAESOE]]


def test_the_endpoint_describes_itself(client):
    response = client.get("/sparql", headers={"accept": "text/turtle"})
    assert response.headers["content-type"] == "text/turtle; charset=utf-8"
    graph = rdflib.Graph().parse(data=response.content, format="turtle")
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    service = rdflib.URIRef("http://127.0.0.1:8000/sparql")
    assert (service, rdflib.RDF.type, sd.Service) in graph
    assert (service, sd.supportedLanguage, sd.SPARQL11Query) in graph
    assert {str(name) for name in graph.objects(None, sd.name)} >= {GRAPH_A, GRAPH_B}
    assert not list(graph.subjects(sd.supportedLanguage, sd.SPARQL11Update))


def test_head_has_the_head_alone(client):
    response = client.head("/sparql", params={"query": SELECT})
    assert (response.status_code, response.content) == (200, b"")


# --- its clients ---------------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["GET", POST])
def test_sparqlwrapper(address, method):
    def converted(sparql: str, form: str) -> Any:
        wrapper = SPARQLWrapper(address)
        wrapper.setMethod(method)
        wrapper.setQuery(sparql)
        wrapper.setReturnFormat(form)
        return wrapper.queryAndConvert()

    rows = converted(SELECT, JSON)["results"]["bindings"]
    assert [row["m"]["value"] for row in rows] == [LAESOE]
    assert LAESOE in converted(SELECT, XML).toxml()
    assert b"kkr:Municipality" in converted(f"DESCRIBE <{LAESOE}>", TURTLE)


def test_the_store_of_rdflib(address):
    graph = rdflib.Graph(SPARQLStore(address))
    kkr = rdflib.Namespace("https://w3id.org/kkr/ns#")
    assert (rdflib.URIRef(LAESOE), rdflib.RDF.type, kkr.Municipality) in graph
    assert [str(*row.values()) for row in graph.query(SELECT).bindings] == [LAESOE]
    described = graph.query(f"DESCRIBE <{LAESOE}>").graph
    assert described is not None
    assert len(described) > 2


def test_a_table_of_data_by_its_address(address):
    """As ``pandas.read_csv`` fetches it: plain GET of an address."""
    with urlopen(f"{address}?{urlencode({'query': SELECT, 'format': 'csv'})}") as response:
        rows = list(csv.DictReader(io.TextIOWrapper(response, "utf-8", newline="")))
    assert rows == [{"m": LAESOE}]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--get", "--data-urlencode", f"query={SELECT}"],
        ["--data-urlencode", f"query={SELECT}"],
        ["--data-binary", SELECT, "-H", f"Content-Type: {DIRECT}"],
    ],
    ids=["GET", "form", "direct"],
)
def test_curl(address, arguments, program):
    told = subprocess.run(
        [program("curl"), "--silent", "--show-error", "--fail", *arguments, address],
        capture_output=True,
        check=True,
    )
    bindings = json.loads(told.stdout)["results"]["bindings"]
    assert [row["m"]["value"] for row in bindings] == [LAESOE]


# --- things of the graph -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("text/html", "text/html"),
        ("text/turtle", "text/turtle"),
        ("application/ld+json", "application/ld+json"),
        ("application/n-triples", "application/n-triples"),
        ("application/ld+json;q=0.5, text/turtle;q=0.4, text/html;q=0.3", "application/ld+json"),
    ],
)
def test_a_thing_has_a_page_and_data_at_one_address(client, accept, media_type):
    path = LAESOE.replace("https://data.example.org/kkr", "")
    response = client.get(quote(path), headers={"accept": accept})
    assert response.headers["content-type"].startswith(media_type)
    assert "Læsø" in response.text or "L\\u00E6s\\u00F8" in response.text
