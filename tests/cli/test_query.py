"""``kkr-graph query``: free SPARQL, read-only."""

import json

import pytest
from click.testing import CliRunner

from kkr_graph.cli.query import command
from kkr_graph.errors import QueryError

QUADS = '<a:1> <http://xmlns.com/foaf/0.1/name> "Anna" <g:1> .\n<a:2> <a:p> <a:1> <g:1> .\n'


@pytest.fixture
def query(tmp_path):
    (tmp_path / "graph.nq").write_text(QUADS, encoding="utf-8")

    def asked(text, *options, file="-"):
        arguments = [file, "--graph", str(tmp_path), *options]
        return CliRunner().invoke(command, arguments, input=text, catch_exceptions=False)

    return asked


def test_rows_come_as_objects_with_labels(query):
    result = query("SELECT ?o { <a:2> <a:p> ?o }")
    assert json.loads(result.stdout) == [{"o": "a:1", "o_label": "Anna"}]


def test_a_file_with_a_mark_and_our_prefixes(query, tmp_path):
    file = tmp_path / "q.rq"
    file.write_text("SELECT ?n { ?p foaf:name ?n }", encoding="utf-8-sig")
    assert json.loads(query(None, file=str(file)).stdout) == [{"n": "Anna"}]


@pytest.mark.parametrize(
    ("form", "written"),
    [(None, "true\n"), ("json", "true\n"), ("table", "ja\n"), ("csv", "ja\n"),
     ("sparql-json", '{"head": {}, "boolean": true}\n')],
)  # fmt: skip
def test_ask(query, form, written):
    options = [] if form is None else ["--format", form]
    assert query("ASK { ?s ?p ?o }", *options).stdout == written


def test_construct_gives_triples(query):
    result = query("CONSTRUCT { ?p <a:named> ?n } WHERE { ?p foaf:name ?n }")
    assert result.stdout == '<a:1> <a:named> "Anna" .\n'


def test_cut_rows_are_told(query):
    result = query("SELECT * { ?s ?p ?o }", "--limit", "1")
    assert len(json.loads(result.stdout)) == 1
    assert "Afkortet: kun de første 1 rækker" in result.stderr
    assert "Afkortet" not in query("SELECT * { ?s ?p ?o }", "--limit", "2").stderr


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("DROP ALL", "ændre grafen"),
        ("SELECT * { SERVICE <http://x/> {} }", "SERVICE er ikke tilladt"),
        ("SELECT * FROM <file:///etc/hostname> {}", "FROM er ikke tilladt"),
        ("SELECT * { " + "(" * 5000, "for dybt"),
        ("SELECT * {", "linje 1, tegn"),
        ("", "begynder ikke"),
        (b"\xff\xfe", "ikke UTF-8"),
    ],
    ids=str,
)
def test_what_is_wrong_is_named(query, text, problem):
    with pytest.raises(QueryError, match=problem) as caught:
        query(text)
    assert caught.value.hint


def test_a_file_that_is_not_there(query):
    with pytest.raises(QueryError, match="kan ikke læses") as caught:
        query("", file="findes-ikke.rq")
    assert "standard input" in caught.value.hint
