"""Sorted triples in the forms that people and programs ask for, the same bytes every time."""

import json
from collections.abc import Mapping

import pyoxigraph as ox

from kkr_graph.vocab import PREFIXES, RDF

# name of the form -> its media type
TRIPLE_FORMS: Mapping[str, str] = {
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
}


def write_triples(triples: bytes, form: str) -> bytes:
    """N-Triples in one of ``TRIPLE_FORMS``, by subject, its class first."""
    if form == "nt":
        return triples
    quads = sorted(ox.parse(triples, format=ox.RdfFormat.N_TRIPLES), key=_order)
    if form == "ttl":
        turtle = ox.serialize(quads, format=ox.RdfFormat.TURTLE, prefixes=dict(PREFIXES))
        return _in_order(turtle or b"")
    if form == "rdf":
        return ox.serialize(quads, format=ox.RdfFormat.RDF_XML) or b""
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
