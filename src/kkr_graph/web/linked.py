"""The data of one thing as Turtle or JSON-LD, by the address or by what the reader accepts."""

from collections.abc import Mapping

from kkr_graph.store import Graph
from kkr_graph.store.triples import write_triples
from kkr_graph.web.reading import written

MEDIA_TYPES: Mapping[str, str] = {
    "html": "text/html",
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
}


def wanted_form(accept: str, asked: str) -> str:
    """``html``, ``ttl`` or ``jsonld``: what was asked for by name, else what is accepted most."""
    if asked in MEDIA_TYPES:
        return asked
    ranges = dict(_media_range(part) for part in accept.split(",") if part.strip())
    quality = {form: ranges.get(media, 0.0) for form, media in MEDIA_TYPES.items()}
    if "*/*" in ranges or "text/*" in ranges or not ranges:
        quality["html"] = max(quality["html"], ranges.get("text/*", 0.0), ranges.get("*/*", 1.0))
    best = max(quality.values())
    return next(form for form in MEDIA_TYPES if quality[form] == best)


def _media_range(part: str) -> tuple[str, float]:
    name, *parameters = (piece.strip().lower() for piece in part.split(";"))
    given = dict(parameter.partition("=")[::2] for parameter in parameters)
    try:
        quality = float(given.get("q", "1"))
    except ValueError:
        quality = 0.0
    return name, quality if 0.0 <= quality <= 1.0 else 0.0


def describe(graph: Graph, iri: str, form: str) -> bytes:
    """All that is said of a thing and all that points at it, sorted."""
    thing = written(iri)
    triples = graph.construct(
        f"CONSTRUCT {{ {thing} ?p ?o . ?s ?r {thing} }} "
        f"WHERE {{ {{ {thing} ?p ?o }} UNION {{ ?s ?r {thing} }} }}"
    )
    return write_triples(triples, form)
