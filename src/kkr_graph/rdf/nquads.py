"""The canonical form of the graph: sorted N-Quads."""

from collections.abc import Iterable

from pyoxigraph import BlankNode, DefaultGraph, Quad, RdfFormat, serialize


def write_nquads(quads: Iterable[Quad]) -> bytes:
    """The quads as N-Quads, sorted by bytes, each once.

    Without blank nodes, sorting makes the form canonical: equal graphs are equal files.

    Raises:
        ValueError: There is a blank node, or a quad stands in no named graph.
    """
    lines = serialize(map(_checked, quads), format=RdfFormat.N_QUADS)
    assert lines is not None
    return b"".join(sorted(set(lines.splitlines(keepends=True))))


def _checked(quad: Quad) -> Quad:
    """The quad itself, if the graph may have it."""
    blank = BlankNode in (type(quad.subject), type(quad.object))
    if blank or quad.graph_name == DefaultGraph():
        raise ValueError(f"a blank node, or no named graph: {quad}")
    return quad
