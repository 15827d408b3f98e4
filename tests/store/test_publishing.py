"""The graph on real servers: whole, once, counted, and no more than what the build has."""

import json
import socket
import threading
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner

from kkr_graph.cli.publish import command
from kkr_graph.errors import StoreError
from kkr_graph.store.credentials import Credentials
from kkr_graph.store.publishing import GraphStore, publish, query_address
from kkr_graph.store.remote import connect
from tests.store.test_remote import reply, serving

ALL = "SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), '%s')) }"


@pytest.fixture
def build(tmp_path: Path, request) -> Path:
    """Graphs whose names no other test has put on the server."""
    return put(tmp_path, request.node.name, first=5, second=3, third=1)


def put(folder: Path, test: str, **graphs: int) -> Path:
    lines = [
        f'<urn:s{n}> <urn:p> "{graph} æøå {n}"@da <{base(test)}{graph}> .\n'
        for graph, count in graphs.items()
        for n in range(count)
    ]
    (folder / "graph.nq").write_text("".join(sorted(lines)), encoding="utf-8")
    return folder


def base(test: str) -> str:
    return f"urn:{abs(hash(test))}:"


def held(server, test: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for row in server.graph().select(ALL % base(test)).rows:
        found.setdefault(row["g"].value.rpartition(":")[2], set()).add(row["o"].value)
    return found


def test_the_server_holds_what_the_build_has(server, build, request):
    test = request.node.name
    done = publish(build, server.graph_store(), at_once=2)
    assert (done.sent, done.unchanged, done.removed, done.triples) == (3, 0, 0, 9)
    assert held(server, test)["first"] == {f"first æøå {n}" for n in range(5)}
    assert {graph: len(found) for graph, found in held(server, test).items()} == {
        "first": 5, "second": 3, "third": 1,
    }  # fmt: skip


def test_what_has_not_changed_is_not_sent_again(server, build):
    publish(build, server.graph_store())
    done = publish(build, server.graph_store())
    assert (done.sent, done.unchanged) == (0, 3)
    assert publish(build, server.graph_store(), again=True).sent == 3


def test_a_graph_that_changed_is_replaced_and_one_that_went_is_removed(server, build, request):
    test = request.node.name
    publish(build, server.graph_store())
    done = publish(put(build, test, first=2, second=3), server.graph_store())
    assert (done.sent, done.unchanged, done.removed) == (1, 1, 1)
    assert held(server, test) == {
        "first": {"first æøå 0", "first æøå 1"},
        "second": {f"second æøå {n}" for n in range(3)},
    }


def test_what_somebody_else_took_away_is_sent_again(server, build, request):
    publish(build, server.graph_store())
    server.graph_store().remove(f"{base(request.node.name)}second")
    assert publish(build, server.graph_store()).sent == 1


def test_what_was_interrupted_goes_on_where_it_stopped(server, build):
    class Interrupted(Exception):
        pass

    def stop(done: int, _all: int, _graph: str) -> None:
        if done == 2:
            raise Interrupted

    with pytest.raises(Interrupted):
        publish(build, server.graph_store(), tell=stop)
    done = publish(build, server.graph_store())
    assert (done.sent, done.unchanged) == (1, 2)


def test_without_notes_everything_is_sent_and_stands_once(server, build, request):
    publish(build, server.graph_store())
    for file in (build / "published").iterdir():
        file.write_text("damaged", encoding="utf-8")
    assert publish(build, server.graph_store()).sent == 3
    assert len(held(server, request.node.name)["first"]) == 5


def test_nobody_writes_without_a_password(virtuoso_server, build):
    for credentials in (Credentials(), Credentials(user="dba", password="wrong")):
        store = GraphStore(virtuoso_server.store, credentials=credentials)
        with pytest.raises(StoreError, match="401") as caught:
            publish(build, store)
        assert "KKR_GRAPH_PASSWORD" in caught.value.hint


def test_questions_with_a_password_are_answered(virtuoso_server):
    graph = connect(virtuoso_server.guarded, credentials=virtuoso_server.credentials)
    assert graph.ask("ASK { ?s ?p ?o }") is True
    assert graph.ask("ASK { <urn:no> <urn:such> <urn:thing> }") is False
    with pytest.raises(StoreError) as caught:
        connect(virtuoso_server.guarded, credentials=Credentials()).ask("ASK { ?s ?p ?o }")
    assert "KKR_GRAPH_PASSWORD" in caught.value.hint


# --- servers that do not do as they say ----------------------------------------------------------


def test_a_server_that_loses_triples_is_found_out(build):
    def lossy(handler: BaseHTTPRequestHandler) -> None:
        handler.rfile.read(int(handler.headers["Content-Length"]))
        rows = (
            b'{"head":{"vars":["n"]},"results":{"bindings":[{"n":{"type":"literal","value":"1"}}]}}'
        )
        is_query = handler.path.startswith("/query")
        kind = {"Content-Type": "application/sparql-results+json"} if is_query else {}
        reply(handler, 200 if is_query else 204, rows if is_query else b"", kind)

    with serving(lossy) as address:
        store = GraphStore(address.replace("/query", "/store"), credentials=Credentials())
        with pytest.raises(StoreError, match=r"Serveren har 1 udsagn i grafen .*, men fik 5"):
            publish(build, store)


class Breaking:
    """A server that closes the connection in the middle of so many of the bodies it is sent."""

    def __init__(self, breaks: int) -> None:
        self.breaks = breaks
        self.held: dict[str, list[bytes]] = {}

    def __call__(self, handler: BaseHTTPRequestHandler) -> None:
        told = parse_qs(urlsplit(handler.path).query)
        length = int(handler.headers.get("Content-Length", 0))
        if handler.path.startswith("/query"):
            query = parse_qs(handler.rfile.read(length).decode())["query"][0]
            found = len(self.held.get(query.partition("GRAPH <")[2].partition(">")[0], ()))
            rows = [{"n": {"type": "literal", "value": str(found)}}]
            body = json.dumps({"head": {"vars": ["n"]}, "results": {"bindings": rows}}).encode()
            reply(handler, 200, body, {"Content-Type": "application/sparql-results+json"})
            return
        if self.breaks:
            self.breaks -= 1
            handler.rfile.read(length // 2)
            handler.close_connection = True
            handler.connection.shutdown(socket.SHUT_RDWR)
            return
        lines = handler.rfile.read(length).splitlines()
        before = self.held.get(told["graph"][0], []) if handler.command == "POST" else []
        self.held[told["graph"][0]] = [*before, *lines]
        reply(handler, 204, b"", {})


def test_a_connection_that_breaks_in_the_middle_is_made_again(build, request):
    server = Breaking(breaks=2)
    with serving(server) as address:
        store = GraphStore(address.replace("/query", "/store"), credentials=Credentials())
        done = publish(build, store, at_once=2)
    assert (done.sent, done.triples, server.breaks) == (3, 9, 0)
    assert len(server.held[f"{base(request.node.name)}first"]) == 5


def test_a_password_is_asked_for_before_anything_is_sent():
    """By a digest, which is then given unasked: the bodies are sent once."""
    seen: list[tuple[str, str]] = []

    def guarded(handler: BaseHTTPRequestHandler) -> None:
        handler.rfile.read(int(handler.headers.get("Content-Length", 0)))
        given = handler.headers.get("Authorization", "")
        if handler.path.startswith("/store"):
            seen.append((handler.command, given.partition(" ")[0]))
        challenge = {"WWW-Authenticate": 'Digest realm="r", nonce="n", qop="auth", algorithm="MD5"'}
        reply(handler, 204 if given else 401, b"", {} if given else challenge)

    with serving(guarded) as address:
        secret = Credentials(user="dba", password="dba")
        store = GraphStore(address.replace("/query", "/store"), credentials=secret)
        with pytest.raises(StoreError):  # it does not count
            store.replace("urn:g", ["<urn:s> <urn:p> <urn:o> .\n"] * 2, 1)
    assert seen == [
        ("HEAD", ""), ("HEAD", "Digest"), ("PUT", "Digest"), ("POST", "Digest"),
    ]  # fmt: skip


def test_one_that_breaks_every_time_is_told_and_gone_on_with_later(build):
    server = Breaking(breaks=1000)
    with serving(server) as address:
        store = GraphStore(address.replace("/query", "/store"), credentials=Credentials())
        with pytest.raises(StoreError, match="svarede ikke") as caught:
            publish(build, store)
        assert "fortsætter, hvor den slap" in caught.value.hint
        server.breaks = 0
        assert publish(build, store).sent == 3
        assert publish(build, store).unchanged == 3


def test_data_does_not_follow_a_redirect(build):
    reached = threading.Event()

    def elsewhere(handler: BaseHTTPRequestHandler) -> None:
        reached.set()
        reply(handler, 204, b"", {})

    with serving(elsewhere) as other:

        def away(handler: BaseHTTPRequestHandler) -> None:
            reply(handler, 307, b"", {"Location": other})

        with serving(away) as address:
            store = GraphStore(address.replace("/query", "/store"), credentials=Credentials())
            with pytest.raises(StoreError):
                store.replace("urn:g", ["<urn:s> <urn:p> <urn:o> .\n"], 10)
    assert not reached.is_set()


def test_a_token_is_sent_and_graph_names_are_escaped():
    seen = []

    def record(handler: BaseHTTPRequestHandler) -> None:
        seen.append((handler.headers["Authorization"], parse_qs(urlsplit(handler.path).query)))
        reply(handler, 204, b"", {})

    with serving(record) as address:
        store = GraphStore(
            address.replace("/query", "/store"), credentials=Credentials(token="secret-token")
        )
        store.remove("urn:a&b=ø")
    assert seen == [("Bearer secret-token", {"graph": ["urn:a&b=ø"]})]


def test_a_server_that_is_away_is_told(build):
    store = GraphStore("http://127.0.0.1:1/store", credentials=Credentials())
    with pytest.raises(StoreError, match="svarede ikke"):
        publish(build, store)


@pytest.mark.parametrize(
    ("store", "query"),
    [
        ("http://h:7878/store", "http://h:7878/query"),
        ("http://h:8890/sparql-graph-crud-auth", "http://h:8890/sparql"),
        ("https://h/repositories/kkr/rdf-graphs/service", "https://h/repositories/kkr"),
        ("http://h:3030/kkr/data", "http://h:3030/kkr/query"),
        ("https://h:8182/sparql/gsp/", "https://h:8182/sparql"),
    ],
)
def test_where_a_server_is_asked_is_known_from_where_its_graphs_are(store, query):
    assert query_address(store) == query


def test_what_cannot_be_known_is_asked_for():
    with pytest.raises(StoreError, match="kan det ikke ses") as caught:
        GraphStore("http://h/unusual")
    assert "--query" in caught.value.hint
    with pytest.raises(StoreError, match="ikke adressen"):
        GraphStore("file:///etc/hostname")


def test_the_command_tells_what_was_done(oxigraph_server, build, tmp_path):
    arguments = ["--endpoint", oxigraph_server.store, "--graph", str(build)]
    told = CliRunner().invoke(command, arguments, catch_exceptions=False)
    assert "3 grafer sendt, 0 uændrede, 0 fjernet; serveren har 9 udsagn" in told.stderr
    assert f"--endpoint {oxigraph_server.query}" in told.stderr
    empty = CliRunner().invoke(command, [*arguments[:3], str(tmp_path / "none")])
    assert isinstance(empty.exception, StoreError)
