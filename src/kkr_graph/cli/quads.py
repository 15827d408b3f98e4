"""The graph in the formats that other programs read, with the same bytes from run to run."""

import json
import re
from typing import TYPE_CHECKING

from kkr_graph.vocab import PREFIXES, RDF

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pyoxigraph as ox

_LOCAL = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


def to_format(nquads: bytes, suffix: str) -> bytes:
    """The quads as ``nq``, ``ttl``, ``trig`` or ``jsonld``, sorted.

    Turtle has no named graphs: what several graphs say stands there once.
    """
    if suffix == "nq":
        return nquads
    import pyoxigraph as ox

    quads = sorted(ox.parse(nquads, format=ox.RdfFormat.N_QUADS), key=_order)
    if suffix == "jsonld":
        written = ox.serialize(quads, format=ox.RdfFormat.JSON_LD)
        return _with_context(json.loads(written or b"[]"))
    if suffix == "trig":
        return _with_prefixes(quads, ox.RdfFormat.TRIG)
    merged = {ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads}
    return _with_prefixes(sorted(merged, key=_order), ox.RdfFormat.TURTLE)


def _order(quad: "ox.Quad") -> tuple[str, str, bool, str, str]:
    predicate = quad.predicate.value
    return (
        str(quad.graph_name),
        str(quad.subject),
        predicate != RDF.type,  # what it is comes first
        predicate,
        str(quad.object),
    )


def _with_prefixes(quads: "Iterable[ox.Quad]", form: "ox.RdfFormat") -> bytes:
    """Turtle or TriG; the engine writes the prefixes in an order that differs between runs."""
    import pyoxigraph as ox

    written = ox.serialize(quads, format=form, prefixes=dict(PREFIXES))
    assert isinstance(written, bytes)
    lines = written.splitlines(keepends=True)
    head = [line for line in lines[: len(PREFIXES)] if line.startswith(b"@prefix ")]
    return b"".join([*sorted(head), *lines[len(head) :]])


def _with_context(expanded: list[object]) -> bytes:
    """JSON-LD with the prefixes as its context, one thing after the other."""
    document = {"@context": dict(PREFIXES), "@graph": [_compact(node) for node in expanded]}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _compact(value: object) -> object:
    match value:
        case dict():
            return {
                _compact_iri(key): _compact_iri(inner)
                if key in ("@id", "@type") and isinstance(inner, str)
                else _compact(inner)
                for key, inner in value.items()
            }
        case list():
            return [_compact(inner) for inner in value]
        case _:
            return value


def _compact_iri(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and _LOCAL.fullmatch(iri, len(namespace)):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri
