"""The data of one thing as Turtle or JSON-LD, by the address or by what the reader accepts."""

import json
from collections.abc import Mapping

import pyoxigraph as ox

from kkr_graph.store import Graph
from kkr_graph.vocab import PREFIXES, RDF
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
    quads = sorted(ox.parse(triples, format=ox.RdfFormat.N_TRIPLES), key=_order)
    if form == "ttl":
        turtle = ox.serialize(quads, format=ox.RdfFormat.TURTLE, prefixes=dict(PREFIXES))
        return _in_order(turtle or b"")
    expanded = json.loads(ox.serialize(quads, format=ox.RdfFormat.JSON_LD) or b"[]")
    return (json.dumps(expanded, ensure_ascii=False, indent=1) + "\n").encode()


def _order(quad: ox.Quad) -> tuple[str, bool, str, str]:
    predicate = quad.predicate.value
    return str(quad.subject), predicate != RDF.type, predicate, str(quad.object)


def _in_order(turtle: bytes) -> bytes:
    """The engine writes the prefixes in an order that differs from run to run."""
    lines = turtle.splitlines(keepends=True)
    head = [line for line in lines[: len(PREFIXES)] if line.startswith(b"@prefix ")]
    return b"".join([*sorted(head), *lines[len(head) :]])
