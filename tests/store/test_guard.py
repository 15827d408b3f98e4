"""What a SPARQL text may hold before an engine sees it."""

import contextlib
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_graph.errors import QueryError
from kkr_graph.store.guard import MAX_BYTES, MAX_CHAIN, MAX_DEPTH, Form, check_text, require_form


@pytest.mark.parametrize(
    ("sparql", "form"),
    [
        pytest.param("SELECT * { ?s ?p ?o }", Form.SELECT, id="select"),
        pytest.param(
            "# SERVICE og INSERT er kun ord her\nASK { ?s ?p ?o }", Form.ASK, id="comment"
        ),
        pytest.param(
            "PREFIX x: <http://x/from> BASE <http://x/#> CONSTRUCT { ?s x:from ?o } WHERE { ?s ?p ?o }",
            Form.CONSTRUCT,
            id="local name and IRI",
        ),
        pytest.param("DESCRIBE ?from WHERE { ?from ?service ?o }", Form.DESCRIBE, id="variables"),
        pytest.param(
            "SELECT * { ?s ?p \"FROM } SERVICE <x> {\" , 'LOAD' , '''SERVICE\n''' }",
            Form.SELECT,
            id="strings",
        ),
        pytest.param("select * { ?s schema:serviceType ?o }", Form.SELECT, id="lower case"),
    ],
)
def test_queries_pass(sparql, form):
    assert check_text(sparql) is form


@pytest.mark.parametrize(
    "sparql",
    [
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "# SELECT\nDELETE WHERE { ?s ?p ?o }",
        "PREFIX select: <a:> LOAD <file:///etc/hostname>",
        "DROP ALL",
        "wItH <a:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_updates_are_refused(sparql):
    with pytest.raises(QueryError, match="ændre grafen"):
        check_text(sparql)


@pytest.mark.parametrize(
    "clause",
    [
        "SERVICE <http://x/> { ?a ?b ?c }",
        "SERVICE SILENT ?s { ?a ?b ?c }",
        "serViCe<http://x/>{ ?a ?b ?c }",
        "SERVICEx:y { ?a ?b ?c }",
        "?s ?p 1.SERVICE<http://x/>{}",
        "?s ?p trueSERVICEx:y{}",
        "?s ?p x:.SERVICE<http://x/>{}",
        "?s x:a\\#b ?o . SERVICE <http://x/> {}",
        "FILTER EXISTS { { SELECT * { SERVICE <http://x/> {} } } }",
        "?s ?p 'a'@da.SERVICE<http://x/>{}",
        "BIND('''a''' AS ?x) SERVICE <http://x/> {}",
        '?s ?p "\\u0022 . \\u0053ERVICE <http://x/> {} #"',
        "\\u0053ERVICE <http://x/> {}",
        "FILTER(?a<?b) SERVICE ?c { ?d ?e ?f FILTER(?a>?b) }",
    ],
)
def test_service_is_refused_however_it_is_written(clause):
    with pytest.raises(QueryError, match="SERVICE er ikke tilladt"):
        check_text(f"PREFIX x: <http://x/> SELECT * {{ ?s ?p ?o . {clause} }}")


@pytest.mark.parametrize(
    "dataset",
    ["FROM <file:///etc/hostname>", "FROM NAMED <a:g>", "FROM<a:g>", "fromx:g", "\nFrom x:g"],
)
def test_from_is_refused_however_it_is_written(dataset):
    with pytest.raises(QueryError, match="FROM er ikke tilladt"):
        check_text(f"PREFIX x: <http://x/> SELECT * {dataset} {{ ?s ?p ?o }}")


CHAINS = {
    "parentheses": lambda n: "FILTER(" + "(" * n + "1" + ")" * n + ")",
    "braces": lambda n: "{" * n + "}" * n,
    "brackets": lambda n: "?s ?p " + "[<a:b> " * n + "1" + "]" * n,
    "union": lambda n: " UNION ".join(["{}"] * n),
    "optional": lambda n: "OPTIONAL{}" * n,
    "not": lambda n: "FILTER(" + "!" * n + "true)",
    "plus": lambda n: "FILTER(" + "+".join("1" * n) + ")",
    "path": lambda n: "?s " + "/".join(["<a:b>"] * n) + " ?o",
    "bind": lambda n: "".join(f"BIND(1 AS ?b{i})" for i in range(n)),
    "list": lambda n: "?s ?p (" + "1 " * n + ")",
}


@pytest.mark.parametrize("shape", CHAINS)
def test_deep_and_long_texts_are_refused(shape):
    with pytest.raises(QueryError, match=r"for dybt indlejret|fylder"):
        check_text("SELECT * {" + CHAINS[shape](12_000) + "}")


def test_the_longest_allowed_shapes_do_not_crash_the_engine():
    """In a child, because the failure would be a dead process."""
    within = {
        name: shape(MAX_DEPTH - 2 if name in ("parentheses", "braces", "brackets") else 900)
        for name, shape in CHAINS.items()
    }
    within["list"] = CHAINS["list"](9_900)
    program = (
        "import sys, pyoxigraph as ox\n"
        "from kkr_graph.store.embedded import EmbeddedGraph\n"
        "from kkr_graph.errors import QueryError\n"
        f"for clause in {list(within.values())!r}:\n"
        "    graph = EmbeddedGraph(ox.Store(), seconds=0.5)\n"
        "    try: graph.select('SELECT * {' + clause + '}', limit=1)\n"
        "    except QueryError as error: assert 'tog mere end' in str(error), error\n"
        "print('alive')\n"
    )
    child = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert child.stdout.strip() == "alive", child.stderr


def test_the_size_is_counted_in_bytes():
    text = "SELECT * { ?s ?p 'æ' }"
    check_text(text + " " * (MAX_BYTES - len(text.encode())))
    with pytest.raises(QueryError, match="fylder"):
        check_text(text + " " * (MAX_BYTES + 1 - len(text.encode())))


def test_a_text_that_is_no_unicode_is_refused():
    with pytest.raises(QueryError, match="Unicode"):
        check_text("SELECT * { ?s ?p '\ud800' }")


def test_a_text_without_a_verb_is_refused():
    with pytest.raises(QueryError, match="begynder ikke"):
        check_text("hvem er formand?")


def test_the_wrong_form_is_named():
    with pytest.raises(QueryError, match="ventes SELECT, men spørgsmålet er ASK"):
        require_form("ASK {}", Form.SELECT)


@given(st.text(max_size=200))
def test_any_text_gives_a_form_or_our_error(text):
    with contextlib.suppress(QueryError):
        assert check_text(text) in Form


def verdict(text: str) -> str:
    try:
        return check_text(text)
    except QueryError as error:
        return str(error)


PIECES = ("service", "FROM", "?", "$", ":", ".", "-", "@da", "ex:", "x", "1", "%", "\\", "\\?", "<", ">", '"', "#", "\n", "(", "}", " ")  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_a_short_text_is_judged_as_a_long_one_is(text):
    """Only long texts are taken apart; blanks change nothing else about them."""
    assert verdict(f"SELECT {text}") == verdict(f"{' ' * MAX_CHAIN}SELECT {text}")


@given(st.text(alphabet="SELECTservicefrom<>\"'\\#{}():.@?x1 \n", max_size=60))
def test_what_passes_has_no_service_outside_names_and_strings(tail):
    """Appending a clause after a closed query text is seen unless it is commented or quoted."""
    text = f"SELECT * {{ {tail}\n"
    if any(mark in tail for mark in "\"'<\\"):
        return
    with pytest.raises(QueryError):
        check_text(text + "SERVICE <http://x/> {} }")
