"""Free questions: whatever is asked, it ends, nobody else waits for it, and nothing is sent."""

import gc
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kkr_graph.errors import QueryError, QueryStopped, StoreBusy, StoreError
from kkr_graph.model.solutions import Row, Solutions, Term
from kkr_graph.store.embedded import Dataset
from kkr_graph.store.free import FreeGraph
from tests.stores import swap_in

COUNT = 600
PATIENCE = 250  # seconds, where nothing is to be stopped for its time: machines are slow
LOOK_UP = "SELECT ?o { <a:7> <a:name> ?o }"
ALL = "SELECT ?s ?p ?o { ?s ?p ?o }"
ANYTHING = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l"
DEADLY = {
    "cartesian product": f"SELECT * {{ {ANYTHING} FILTER(?a = ?nothing) }}",
    "ORDER BY": f"SELECT * {{ {ANYTHING} }} ORDER BY ?c ?f ?i",
    "DISTINCT": f"SELECT DISTINCT ?c {{ {ANYTHING} FILTER(STRLEN(STR(?l)) > 0) }}",
    "GROUP_CONCAT": f"SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d))) AS ?x) {{ {ANYTHING} }}",
    "path": "SELECT (COUNT(*) AS ?n) { ?a (<a:p>|!<a:p>)* ?b . ?b (<a:p>|!<a:p>)* ?c . "
    "?c (<a:p>|!<a:p>)* ?d }",
    "REGEX": f"SELECT * {{ {ANYTHING} "
    'FILTER(REGEX(CONCAT(STR(?a), STR(?c), STR(?f), STR(?i)), "(x+x+)+y")) }',
    "COUNT": f"SELECT (COUNT(*) AS ?n) {{ {ANYTHING} }}",
    "nested OPTIONAL": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c OPTIONAL { ?d ?e ?f "
    "OPTIONAL { ?g ?h ?i OPTIONAL { ?j ?k ?l } } } }",
}


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    lines = [f'<a:{n}> <a:name> "Nr. {n}" <g:names> .' for n in range(COUNT)]
    lines += [f"<a:{n}> <a:p> <a:{(n + 1) % COUNT}> <g:ties> ." for n in range(COUNT)]
    return put(tmp_path_factory.mktemp("free"), "\n".join(lines) + "\n")


def put(build: Path, text: str) -> Path:
    (build / "graph.nq").write_text(text, encoding="utf-8")
    swap_in(build / "graph.nq", build / "store")
    return build


@pytest.fixture(scope="module")
def free(build: Path) -> Iterator[FreeGraph]:
    with FreeGraph(build, seconds=PATIENCE) as graph:
        yield graph


def rows(graph: FreeGraph, sparql: str, **more) -> tuple[Row, ...]:
    answer = graph.answer(sparql, **more)
    assert isinstance(answer, Solutions)
    return answer.rows


def ask_in_vain(graph: FreeGraph, sparql: str) -> threading.Thread:
    """Begin to ask what is stopped before it is answered."""

    def ask() -> None:
        while True:
            try:
                graph.answer(sparql)
            except StoreBusy:  # somebody else came first
                continue
            except (QueryStopped, StoreError):
                return

    thread = threading.Thread(target=ask)
    thread.start()
    return thread


# --- what is stopped ---------------------------------------------------------------------------


@pytest.mark.parametrize("shape", DEADLY)
def test_a_deadly_question_is_ended(build, shape):
    with FreeGraph(build, seconds=1) as graph, pytest.raises(QueryStopped) as stopped:
        graph.answer(DEADLY[shape])
    assert "LIMIT" in stopped.value.hint


@pytest.mark.parametrize("shape", DEADLY)
def test_others_are_answered_while_a_deadly_question_is_asked(build, shape):
    """Those that waited for it would wait longer than a test may take."""
    with FreeGraph(build, seconds=PATIENCE) as graph:
        thread = ask_in_vain(graph, DEADLY[shape])
        for _ in range(10):
            assert rows(graph, LOOK_UP) == ({"o": Term(value="Nr. 7")},)
    thread.join()


def test_closing_ends_what_is_asked_and_starts_nothing_in_its_place(build):
    graph = FreeGraph(build, seconds=PATIENCE)
    thread = ask_in_vain(graph, DEADLY["COUNT"])
    assert rows(graph, LOOK_UP)
    graph.close()
    thread.join()
    with pytest.raises(StoreError, match="lukket"):
        graph.answer(LOOK_UP)
    del graph
    gc.collect()  # warns of a process that is left, and a warning is an error


def test_nothing_is_made_ready_after_closing(build):
    """As a page may ask for that is still being made."""
    graph = FreeGraph(build)
    graph.close()
    graph.warm()
    del graph
    gc.collect()


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * { FILTER(" + "(" * 5000 + "1" + ")" * 5000 + ") }",
        "SELECT * { " + " UNION ".join(["{ ?s ?p ?o }"] * 5000) + " }",
        "SELECT * { ?s ?p '" + "x" * 100_000 + "' }",
        "SELECT * { " + "{" * 5000,
    ],
    ids=["deep nesting", "long chain", "huge text", "unclosed"],
)
def test_a_text_that_would_crash_a_parser_is_refused(free, sparql):
    with pytest.raises(QueryError):
        free.answer(sparql)
    assert rows(free, LOOK_UP)


def test_a_question_that_fills_the_memory_ends_only_its_process(free):
    """Within the time: the process is stopped by its own limit."""
    with pytest.raises(QueryStopped, match="hukommelse"):
        free.answer(f"SELECT * {{ {ANYTHING} }} ORDER BY ?c ?f ?i")
    assert rows(free, LOOK_UP)


def test_an_answer_that_is_too_large_is_refused_and_not_cut(free):
    with pytest.raises(QueryStopped, match="64 MB"):
        free.written("SELECT * { ?a ?b ?c . ?d ?e ?f }", "json")


def test_who_comes_when_enough_are_waiting_is_told_to_come_again(build):
    with FreeGraph(build, seconds=PATIENCE, running=1, waiting=0) as graph:
        thread = ask_in_vain(graph, DEADLY["COUNT"])
        refused = False
        while thread.is_alive() and not refused:
            try:
                graph.answer(LOOK_UP)
            except StoreBusy as error:
                refused = "optaget" in str(error)
    thread.join()
    assert refused


# --- what never leaves ---------------------------------------------------------------------------

REACHING = (
    "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <URL> { ?s ?p ?o } }",
    "SELECT * { VALUES ?u { <URL> } SERVICE ?u { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o . SERVICE<URL>{} }",
    "PREFIX x: <URL> SELECT * { SERVICEx:a { ?s ?p ?o } }",
    "SELECT * { { SELECT * { SERVICE <URL> { ?s ?p ?o } } } }",
    "SELECT * { FILTER EXISTS { SERVICE <URL> { ?s ?p ?o } } }",
    "SELECT * { OPTIONAL { SERVICE <URL> { ?s ?p ?o } } }",
    "SELECT * { \\u0053ERVICE <URL> { ?s ?p ?o } }",
    "SELECT * FROM <URL> { ?s ?p ?o }",
    "SELECT * FROM NAMED <URL> { GRAPH ?g { ?s ?p ?o } }",
    "BASE <URL> SELECT * FROM <> { ?s ?p ?o }",
    "CONSTRUCT { ?s ?p ?o } FROM <URL> WHERE { ?s ?p ?o }",
    "DESCRIBE <URL>",
    "SELECT * { GRAPH <URL> { ?s ?p ?o } }",
    "SELECT * { <URL> ?p ?o }",
    "SELECT (<URL>(1) AS ?x) {}",
    "SELECT (IRI('URL') AS ?x) {}",
    "LOAD <URL>",
    "LOAD SILENT <URL> INTO GRAPH <g:new>",
    "INSERT { ?s ?p ?o } WHERE { SERVICE <URL> { ?s ?p ?o } }",
)


def test_nothing_is_sent_whatever_is_asked(free):
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/sparql"
        answered = 0
        for text in REACHING:
            try:
                free.answer(text.replace("URL", address))
            except QueryError:
                continue
            answered += 1
        listener.setblocking(False)
        with pytest.raises(BlockingIOError):
            listener.accept()
        assert answered == 4, "that is those that only mention the address"


def test_nothing_is_changed(free):
    before = free.answer("CONSTRUCT WHERE { ?s ?p ?o }")
    for text in (
        "DROP ALL",
        "CLEAR DEFAULT",
        "INSERT DATA { <a:x> <a:y> 1 }",
        "DELETE WHERE {?s ?p ?o}",
    ):
        with pytest.raises(QueryError, match="ændre grafen"):
            free.answer(text)
    assert free.answer("CONSTRUCT WHERE { ?s ?p ?o }") == before


# --- what is answered ----------------------------------------------------------------------------


def test_every_form_is_answered(free):
    assert free.answer("ASK { <a:1> <a:name> 'Nr. 1' }") is True
    assert free.answer("ASK { <a:1> <a:name> 'Nr. 2' }") is False
    assert free.answer("CONSTRUCT { ?s <a:q> ?o } WHERE { ?s <a:name> ?o } LIMIT 1")
    assert free.answer("DESCRIBE <a:1>") == b'<a:1> <a:name> "Nr. 1" .\n<a:1> <a:p> <a:2> .\n'
    answer = free.answer("SELECT ?o ?none { <a:1> ?p ?o } ORDER BY ?p")
    assert answer.columns == ("o", "none")
    assert answer.rows == ({"o": Term(value="Nr. 1")}, {"o": Term(value="a:2", is_iri=True)})


@pytest.mark.parametrize(("limit", "truncated"), [(COUNT * 2, False), (COUNT * 2 - 1, True)])
def test_cut_rows_are_told(free, limit, truncated):
    answer = free.answer(ALL, limit=limit)
    assert (len(answer.rows), answer.truncated) == (limit, truncated)


@pytest.mark.parametrize(
    ("form", "written"),
    [
        ("csv", b"o\r\nNr. 1\r\n"),
        ("tsv", b'?o\n"Nr. 1"\n'),
        (
            "json",
            b'{"head":{"vars":["o"]},"results":{"bindings":'
            b'[{"o":{"type":"literal","value":"Nr. 1"}}]}}',
        ),
    ],
)
def test_rows_in_the_standard_forms(free, form, written):
    assert free.written("SELECT ?o { <a:1> <a:name> ?o }", form) == written


def test_triples_in_the_standard_forms(free):
    sparql = "CONSTRUCT WHERE { <a:1> <a:name> ?o }"
    assert free.written(sparql, "nt") == b'<a:1> <a:name> "Nr. 1" .\n'
    assert free.written(sparql, "ttl").endswith(b'<a:1> <a:name> "Nr. 1" .\n')
    assert b'"@id": "a:1"' in free.written(sparql, "jsonld")


def test_some_graphs_alone_are_asked(free):
    names = Dataset(default=("g:names",))
    assert len(rows(free, ALL, dataset=names)) == COUNT
    assert len(rows(free, ALL.replace("{", "FROM <g:names> {", 1))) == COUNT
    sparql = "SELECT * { GRAPH ?g { ?s ?p ?o } }"
    assert len(rows(free, sparql, dataset=Dataset(named=("g:ties",)))) == COUNT
    assert rows(free, ALL, dataset=Dataset(named=("g:ties",))) == ()
    with pytest.raises(QueryError, match="egne grafer"):
        free.answer(ALL, dataset=Dataset(default=("file:///etc/hostname",)))


def test_a_mistake_is_shown_where_it_is(free):
    with pytest.raises(QueryError, match=r"linje 2, tegn \d+: »\?s \?p \} ORDER BY«"):
        free.answer("SELECT * {\n  ?s ?p } ORDER BY")


def test_a_rewritten_question_has_the_same_rows(build):
    sparql = "SELECT * { ?a <a:p> ?b OPTIONAL { ?b <a:name> ?n . ?a <a:p> ?c } ?a <a:name> ?m }"
    with (
        FreeGraph(build, seconds=PATIENCE) as one,
        FreeGraph(build, seconds=PATIENCE, rewritten=False) as other,
    ):
        assert set(map(str, rows(one, sparql))) == set(map(str, rows(other, sparql)))


def test_a_graph_that_was_built_again_is_seen(tmp_path):
    put(tmp_path, "<a:1> <a:p> <a:2> <g:1> .\n")
    with FreeGraph(tmp_path, seconds=PATIENCE) as graph:
        assert len(rows(graph, ALL)) == 1
        put(tmp_path, "<a:1> <a:p> <a:2> <g:1> .\n<a:2> <a:p> <a:2> <g:1> .\n")
        assert len(rows(graph, ALL)) == 2


def test_no_graph_is_told_as_everywhere(tmp_path):
    with (
        FreeGraph(tmp_path, seconds=PATIENCE) as graph,
        pytest.raises(StoreError, match="ingen graf") as caught,
    ):
        graph.answer(ALL)
    assert "kkr-graph build" in caught.value.hint
