"""Asking a SPARQL server, here always one on the loopback interface."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

import pyoxigraph as ox
import pytest

from kkr_graph.errors import ConfigError, QueryError, StoreError
from kkr_graph.model.solutions import Term
from kkr_graph.store.credentials import credentials_from
from kkr_graph.store.remote import connect
from kkr_graph.vocab import XSD

JSON = "application/sparql-results+json"
ROW = {"head": {"vars": ["s"]}, "results": {"bindings": [{"s": {"type": "uri", "value": "a:s"}}]}}
ALL = "SELECT ?s { ?s ?p ?o }"


@contextmanager
def server(*, status: int = 200, body: bytes = b"", **headers: str) -> Iterator[str]:
    """A server that always answers the same."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.rfile.read(int(handler.headers["Content-Length"]))
        reply(
            handler,
            status,
            body,
            {name.replace("_", "-"): value for name, value in headers.items()},
        )

    with serving(answer) as address:
        yield address


@contextmanager
def serving(answer) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            answer(self)

        def do_GET(self) -> None:
            answer(self)

        do_PUT = do_DELETE = do_HEAD = do_GET  # noqa: N815 - the names that http.server looks for

        def log_message(self, *args: object) -> None:
            """Quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        thread = threading.Thread(target=http.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{http.server_port}/query"
        finally:
            http.shutdown()
            thread.join()


def reply(handler, status: int, body: bytes, headers: dict[str, str]) -> None:
    handler.send_response(status)
    for name, value in ({"Content-Length": str(len(body))} | headers).items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


@pytest.fixture
def oxigraph() -> Iterator[str]:
    """A real engine behind the protocol, one triple in each of two named graphs."""
    store = ox.Store()
    store.update('INSERT DATA { GRAPH <g:1> { <a:1> <a:p> "x"@da } GRAPH <g:2> { <a:2> <a:p> 7 } }')

    def answer(handler: BaseHTTPRequestHandler) -> None:
        form = parse_qs(handler.rfile.read(int(handler.headers["Content-Length"])).decode())
        union = "union-default-graph" in form
        try:
            result = store.query(form["query"][0], use_default_graph_as_union=union)
        except SyntaxError as error:
            reply(handler, 400, str(error).encode(), {"Content-Type": "text/plain"})
            return
        if isinstance(result, ox.QueryTriples):
            kind, body = "text/turtle", result.serialize(format=ox.RdfFormat.TURTLE)
        else:
            kind, body = JSON, result.serialize(format=ox.QueryResultsFormat.JSON)
        assert kind in handler.headers["Accept"]
        reply(handler, 200, body or b"", {"Content-Type": kind})

    with serving(answer) as address:
        yield address


def test_select_asks_the_union_of_the_graphs(oxigraph):
    solutions = connect(oxigraph).select("SELECT ?s ?o { ?s ?p ?o } ORDER BY ?s")
    assert solutions.columns == ("s", "o")
    assert [row["o"] for row in solutions.rows] == [
        Term(value="x", language="da"),
        Term(value="7", datatype="http://www.w3.org/2001/XMLSchema#integer"),
    ]


def test_a_row_limit_is_visible(oxigraph):
    solutions = connect(oxigraph).select(ALL, limit=1)
    assert (len(solutions.rows), solutions.truncated) == (1, True)


def test_ask_and_construct(oxigraph):
    graph = connect(oxigraph)
    assert graph.ask("ASK { <a:1> ?p ?o }") is True
    assert graph.ask("ASK { <a:3> ?p ?o }") is False
    triples = graph.construct("CONSTRUCT { ?s <a:q> ?o } WHERE { ?s ?p ?o }").decode()
    assert triples.splitlines()[0] == '<a:1> <a:q> "x"@da .'


def test_our_prefixes_need_no_declaration(oxigraph):
    assert connect(oxigraph).select("SELECT * { ?s a kkr:Meeting }").rows == ()


def test_the_servers_complaint_is_passed_on(oxigraph):
    with pytest.raises(QueryError, match="kan ikke læse spørgsmålet"):
        connect(oxigraph).select("SELECT * { ?s ?p }")


def test_nothing_but_queries_is_sent():
    graph = connect("http://127.0.0.1:9/never-reached")
    for sparql in ("DROP ALL", "SELECT * { SERVICE <http://x/> {} }"):
        with pytest.raises(QueryError):
            graph.select(sparql)


def test_a_query_that_looks_like_an_update_is_sent_as_a_query(oxigraph):
    """SPARQLWrapper guesses the form with regular expressions; ours is a lexer."""
    assert (
        connect(oxigraph).select("PREFIX insert: <a:> # DELETE\nSELECT * { ?s insert:p ?o }").rows
    )


WHOLE = json.dumps(ROW).encode()
INCOMPLETE: dict[str, tuple[dict[str, Any], str]] = {
    "cut JSON": ({"body": WHOLE[:-3], "Content_Type": JSON}, "afbrudt"),
    "cancelled at the end": ({"body": WHOLE[:-4] + b"cancelled", "Content_Type": JSON}, "afbrudt"),
    "shorter than promised": (
        {"body": WHOLE, "Content_Type": JSON, "Content_Length": "9999"},
        "afbrudt|svarede ikke",
    ),
    "Virtuoso ran out of time": (
        {"body": WHOLE, "Content_Type": JSON, "X_SQL_State": "S1TAT"},
        "S1TAT",
    ),
    "exactly the server's most rows": (
        {"body": WHOLE, "Content_Type": JSON, "X_SPARQL_MaxRows": "1"},
        "de første 1 rækker",
    ),
    "a login page": ({"body": b"<html>log ind</html>", "Content_Type": "text/html"}, "text/html"),
    "another result format": ({"body": b"s\r\na:s\r\n", "Content_Type": "text/csv"}, "text/csv"),
    "compressed unasked": (
        {"body": WHOLE, "Content_Type": JSON, "Content_Encoding": "gzip"},
        "komprimeret",
    ),
    "not a result": ({"body": b"[]", "Content_Type": JSON}, "form som"),
    "no rows key": ({"body": b'{"head": {"vars": []}}', "Content_Type": JSON}, "form som"),
    "overloaded": ({"status": 503, "body": b"busy", "Content_Type": "text/plain"}, "svarede ikke"),
    "broken": ({"status": 500, "body": b"busy", "Content_Type": "text/plain"}, "svarede ikke"),
    "elsewhere": ({"status": 404, "body": b"", "Content_Type": "text/plain"}, "svarede ikke"),
}


@pytest.mark.parametrize("case", INCOMPLETE)
def test_an_incomplete_or_foreign_answer_is_an_error(case):
    answer, problem = INCOMPLETE[case]
    with server(**answer) as address, pytest.raises(StoreError, match=problem) as caught:
        connect(address).select(ALL)
    assert caught.value.hint


def test_fewer_rows_than_the_servers_most_is_a_whole_answer():
    with server(body=WHOLE, Content_Type=JSON, X_SPARQL_MaxRows="10000") as address:
        assert len(connect(address).select(ALL).rows) == 1


def test_a_redirect_is_not_an_answer():
    with (
        server(body=WHOLE, Content_Type=JSON) as other,
        server(status=302, Location=other) as address,
        pytest.raises(StoreError),
    ):
        connect(address).select(ALL)


def test_a_server_that_never_answers_is_given_up():
    with (
        serving(lambda handler: threading.Event().wait(1.5)) as address,  # then it hangs up
        pytest.raises(StoreError, match=r"svarede ikke|timed out"),
    ):
        connect(address, seconds=1).select(ALL)


def test_a_server_that_is_not_there():
    with pytest.raises(StoreError, match="svarede ikke"):
        connect("http://127.0.0.1:1/query").select(ALL)


@pytest.mark.parametrize(
    "address",
    ["ftp://host/x", "file:///etc/hostname", "localhost:7878", "http://", "http://[x", ""],
)
def test_only_web_addresses_are_servers(address):
    with pytest.raises(StoreError, match="ikke adressen på"):
        connect(address)


def test_an_answer_to_ask_that_is_no_truth_value():
    with server(body=WHOLE, Content_Type=JSON) as address, pytest.raises(StoreError, match="sandt"):
        connect(address).ask("ASK {}")


def test_triples_that_are_cut():
    with (
        server(body=b"<a:s> <a:p> ", Content_Type="text/turtle") as address,
        pytest.raises(StoreError, match="Turtle"),
    ):
        connect(address).construct("CONSTRUCT WHERE { ?s ?p ?o }")


# --- who asks, and asking again ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environment", "header"),
    [
        ({}, None),
        ({"KKR_GRAPH_USER": "anna", "KKR_GRAPH_PASSWORD": "hunter2"}, "Basic YW5uYTpodW50ZXIy"),
        ({"KKR_GRAPH_TOKEN": "hunter2"}, "Bearer hunter2"),
    ],
    ids=["nobody", "basic", "bearer"],
)
def test_who_asks_is_taken_from_the_environment(monkeypatch, environment, header):
    """A name and a password are told when the server asks for them, a token at once."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    seen = []

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.rfile.read(int(handler.headers["Content-Length"]))
        seen.append(handler.headers["Authorization"])
        if seen == [None] and header:
            reply(handler, 401, b"", {"WWW-Authenticate": 'Basic realm="SPARQL"'})
        else:
            reply(handler, 200, WHOLE, {"Content-Type": JSON})

    with serving(answer) as address:
        connect(address).select(ALL)
    assert seen[-1] == header
    assert len(seen) <= 2
    assert "hunter2" not in repr(credentials_from())


def test_a_confused_environment_is_told():
    with pytest.raises(ConfigError):
        credentials_from({"KKR_GRAPH_USER": "a", "KKR_GRAPH_TOKEN": "b"})


@pytest.mark.parametrize(
    ("statuses", "asked", "is_answered"),
    [
        ([503, 502, 200], 3, True),
        ([200], 1, True),
        ([503, 503, 504, 200], 3, False),
        ([500, 200], 1, False),
        ([404, 200], 1, False),
    ],
)
def test_a_question_is_asked_again_where_that_may_help(statuses, asked, is_answered):
    left = list(statuses)

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.rfile.read(int(handler.headers["Content-Length"]))
        reply(handler, left.pop(0), WHOLE, {"Content-Type": JSON})

    with serving(answer) as address:
        try:
            answered = bool(connect(address).select(ALL).rows)
        except StoreError:
            answered = False
    assert (len(statuses) - len(left), answered) == (asked, is_answered)


def test_truth_is_spelt_out_however_a_server_writes_it():
    truth = {"type": "literal", "value": "1", "datatype": XSD.boolean}
    body = json.dumps({"head": {"vars": ["s"]}, "results": {"bindings": [{"s": truth}]}}).encode()
    with server(body=body, Content_Type=JSON) as address:
        assert connect(address).select(ALL).rows[0]["s"].value == "true"
