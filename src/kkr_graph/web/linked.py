"""The data of one thing as Turtle, JSON-LD, N-Triples or RDF/XML, by the address or by what the reader accepts."""

from collections.abc import Mapping

from kkr_graph.store import Graph
from kkr_graph.store.triples import TRIPLE_FORMS, write_triples
from kkr_graph.web.negotiation import choose
from kkr_graph.web.reading import written

MEDIA_TYPES: Mapping[str, str] = {"html": "text/html", **TRIPLE_FORMS}


def wanted_form(accept: str, asked: str) -> str:
    """The page or one of the forms of data: asked for by name, else what is accepted most."""
    if asked in MEDIA_TYPES:
        return asked
    return choose(accept, {form: (media,) for form, media in MEDIA_TYPES.items()}) or "html"


def describe(graph: Graph, iri: str, form: str) -> bytes:
    """All that is said of a thing and all that points at it, sorted."""
    thing = written(iri)
    triples = graph.construct(
        f"CONSTRUCT {{ {thing} ?p ?o . ?s ?r {thing} }} "
        f"WHERE {{ {{ {thing} ?p ?o }} UNION {{ ?s ?r {thing} }} }}"
    )
    return write_triples(triples, form)
