"""The one place where a value becomes SPARQL: nothing in it may become more than a value."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_graph.errors import QueryError
from kkr_graph.model.solutions import Term, literal
from kkr_graph.queries.binding import bind, serialise
from kkr_graph.store.embedded import EmbeddedGraph
from kkr_graph.store.guard import check_text
from kkr_graph.vocab import XSD

ECHO = "SELECT ?text WHERE { VALUES ?text { UNDEF } }"
PAYLOADS = [
    'x" || true || "" = "',
    'x" } UNION { ?s ?p ?o } #',
    "x' } UNION { ?s ?p ?o } #",
    "> } ; DROP ALL #",
    "\\",
    "\\\\",
    'ends with \\"',
    "line\nbreak\r\nand \ttab",
    "\\u0022 } UNION { ?s ?p ?o } #",
    "\\U00000022 }",
    '"""',
    "VALUES ?text { UNDEF }",
    "VALUES ?other { UNDEF }",
    "SERVICE <http://x/> {}",
    "{" * 1000,
    "æøå “” \u2028 \U0001f600 \u202e",
    "x" * 10_000,
    "",
]


def echo(term):
    return EmbeddedGraph(ox.Store()).select(bind(ECHO, {"text": term})).rows[0]["text"]


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_what_goes_in_comes_out(payload):
    assert echo(Term(value=payload)) == Term(value=payload)
    assert echo(Term(value=payload, language="da")) == Term(value=payload, language="da")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_any_text_comes_out_as_it_went_in(text):
    assert echo(Term(value=text)) == Term(value=text)


@given(st.text(alphabet="\"'\\{}<>#?u0022\n\r ", max_size=40))
def test_a_bound_query_is_still_one_query(text):
    """The guard's lexer agrees with the engine about where the value ends."""
    check_text(bind(ECHO, {"text": Term(value=text)}))


@pytest.mark.parametrize("text", ["\0", "a\0b", "\ud800"])
def test_text_that_no_query_can_hold_is_refused(text):
    with pytest.raises(QueryError, match="ikke kan stå i et spørgsmål"):
        serialise(Term(value=text))


@pytest.mark.parametrize(
    "iri",
    [
        "",
        "a:b c",
        "a:b>",
        "a:<b",
        'a:"',
        "a:{}",
        "a:\n",
        "a:\\u003e",
        "a:^",
        "a:`",
        "a:|",
        "a:\ud800",
    ],
)
def test_what_is_no_iri_is_refused(iri):
    with pytest.raises(QueryError, match="ikke en gyldig IRI"):
        serialise(Term(value=iri, is_iri=True))


@given(st.text(max_size=30))
def test_an_iri_is_whole_or_refused(text):
    try:
        written = serialise(Term(value=f"a:{text}", is_iri=True))
    except QueryError:
        return
    assert written == f"<a:{text}>"
    assert written.count(">") == 1


def test_datatypes_and_languages_are_kept():
    assert echo(literal("2025-10-24", XSD.date, None)) == literal("2025-10-24", XSD.date, None)
    with pytest.raises(QueryError, match="ikke et sprog"):
        serialise(Term(value="x", language="da } #"))
    with pytest.raises(QueryError, match="IRI"):
        serialise(Term(value="x", datatype="a:b> } #"))
    with pytest.raises(QueryError, match="blank knude"):
        serialise(Term(value="b0", is_blank=True))


def test_values_that_look_like_blocks_are_left_alone():
    query = "SELECT * { VALUES ?one { UNDEF } VALUES ?two { UNDEF } }"
    bound = bind(query, {"one": Term(value="VALUES ?two { UNDEF }"), "two": Term(value="2")})
    row = EmbeddedGraph(ox.Store()).select(bound).rows[0]
    assert (row["one"].value, row["two"].value) == ("VALUES ?two { UNDEF }", "2")


def test_every_block_of_a_name_is_bound():
    query = "SELECT * { { VALUES ?n { UNDEF } } UNION { VALUES ?wanted_n { UNDEF } } }"
    assert "UNDEF" not in bind(query, {"n": Term(value="x")})


def test_a_name_without_a_block_is_a_mistake_of_ours():
    with pytest.raises(ValueError, match="no block"):
        bind(ECHO, {"forum": Term(value="x")})
