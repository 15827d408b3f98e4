import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from kkr_graph.rdf import write_nquads

S, P, G = (NamedNode(f"https://example.org/{name}") for name in "spg")


def says(value, graph=G, subject=S):
    return Quad(subject, P, value, graph)


def test_quads_are_sorted_and_each_stands_once():
    quads = [says(Literal("b")), says(Literal("a")), says(Literal("b"))]
    assert [line.split()[2] for line in write_nquads(quads).splitlines()] == [b'"a"', b'"b"']


@given(st.lists(st.text()))
def test_any_text_comes_back_as_it_was(texts):
    quads = {says(Literal(text)) for text in texts}
    assert set(parse(write_nquads(quads), format=RdfFormat.N_QUADS)) == quads


@pytest.mark.parametrize(
    "quad",
    [says(BlankNode()), says(S, subject=BlankNode()), Quad(S, P, S)],
    ids=["blank-object", "blank-subject", "no-graph"],
)
def test_what_cannot_be_sorted_into_one_form_is_refused(quad):
    with pytest.raises(ValueError, match="blank node, or no named graph"):
        write_nquads([says(Literal("a")), quad])
