"""The graph in the formats that other programs read, with the same bytes from run to run.

What is to be sorted, merged and shortened is done to lines of N-Quads; the engine turns lines into
the format. To handle each part of each statement as a value takes several times as long.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, groupby, starmap
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias

from kkr_graph.store.loading import in_graph, merge
from kkr_graph.vocab import PREFIXES, RDF

if TYPE_CHECKING:
    import pyoxigraph as ox

_LOCAL = re.compile(rb"[A-Za-z][A-Za-z0-9_-]*>")
_NAMESPACES = tuple((b"<" + iri.encode(), prefix.encode()) for prefix, iri in PREFIXES.items())
_TYPE = f"<{RDF.type}>".encode()
_CLASS = b" " + _TYPE + b" "
_END = b" .\n"
_NOT_IN_JSON = re.compile(rb"[\x00-\x1f]|\\[U']")
_SHORTENED = 1 << 16  # names of things come together, so few need to be kept at hand

_Lines: TypeAlias = Iterable[bytes]
_Graph: TypeAlias = tuple[bytes, list[bytes]]  # its name, and triples as lines


def to_format(nquads: bytes, suffix: str) -> bytes:
    """The quads as ``nq``, ``ttl``, ``trig`` or ``jsonld``, sorted.

    Turtle has no named graphs: what several graphs say stands there once.

    Args:
        nquads: what a build writes: each quad in a named graph, and no blank nodes.
        suffix: the format.
    """
    if suffix == "nq":
        return nquads
    lines = sorted(nquads.splitlines(keepends=True))
    if suffix == "ttl":
        return _turtle(lines)
    return (_trig if suffix == "trig" else _json_ld)(_by_graph(lines))


def _turtle(lines: _Lines) -> bytes:
    import pyoxigraph as ox

    return _with_prefixes(chain.from_iterable(_things(merge(lines))), ox.RdfFormat.TURTLE)


def _trig(graphs: Iterable[_Graph]) -> bytes:
    import pyoxigraph as ox

    quads = (
        triple[: -len(_END)] + b" " + name + _END
        for name, triples in graphs
        for triple in chain.from_iterable(_things(triples))
    )
    return _with_prefixes(quads, ox.RdfFormat.TRIG)


def _json_ld(graphs: Iterable[_Graph]) -> bytes:
    """JSON-LD with the prefixes as its context, and one line for each thing in each graph."""
    head = json.dumps({"@context": dict(PREFIXES)}, ensure_ascii=False, indent=1).encode()
    written = b",\n".join(_json_graph(*graph) for graph in graphs)
    return head.removesuffix(b"\n}") + b',\n "@graph": [\n' + written + b"\n]}\n"


def _json_graph(name: bytes, triples: list[bytes]) -> bytes:
    terms = (triple[: -len(_END)].split(b" ", 2) for triple in triples)
    things = b",\n".join(starmap(_json_thing, groupby(terms, key=itemgetter(0))))
    return b'{"@id":' + _json_name(name) + b',"@graph":[\n' + things + b"\n]}"


def _json_thing(subject: bytes, about: Iterable[Sequence[bytes]]) -> bytes:
    said: dict[bytes, list[bytes]] = {_TYPE: []}  # before all else
    for _, predicate, thing in about:
        said.setdefault(predicate, []).append(_json_value(thing))
    told = b",".join(
        b"%b:[%b]" % (_json_name(predicate), b",".join(values))
        for predicate, values in said.items()
        if values
    )
    return b'{"@id":%b,%b}' % (_json_name(subject), told)


@lru_cache(_SHORTENED)
def _json_name(iri: bytes) -> bytes:
    return _json_string(_short_iri(iri)[1:-1])


@lru_cache(_SHORTENED)
def _json_value(thing: bytes) -> bytes:
    if thing.startswith(b"<"):
        return b'{"@id":%b}' % _json_name(thing)
    quoted, _, mark = thing[1:].rpartition(b'"')
    value = b'"@value":' + _json_string(quoted)
    if mark.startswith(b"@"):
        return b'{"@language":"%b",%b}' % (mark[1:], value)
    if mark:
        return b'{"@type":%b,%b}' % (_json_name(mark.removeprefix(b"^^")), value)
    return b"{%b}" % value


def _json_string(text: bytes) -> bytes:
    """What N-Quads have between quotes or brackets: but for rare escapes JSON has the same."""
    if _NOT_IN_JSON.search(text):
        return json.dumps(_unescaped(text), ensure_ascii=False).encode()
    return b'"%b"' % text


def _unescaped(text: bytes) -> str:
    import pyoxigraph as ox

    [said] = ox.parse(b'<a:s> <a:p> "%b" .' % text, format=ox.RdfFormat.N_TRIPLES)
    assert isinstance(said.object, ox.Literal)
    return said.object.value


# --- lines ----------------------------------------------------------------------------------


def _by_graph(lines: _Lines) -> list[_Graph]:
    graphs: dict[bytes, list[bytes]] = {}
    for line in lines:
        triple, graph = in_graph(line)
        graphs.setdefault(graph, []).append(triple)
    return sorted(graphs.items())


def _things(triples: _Lines) -> Iterator[list[bytes]]:
    """What is said of each thing, what it is before all else."""
    for _, about in groupby(triples, key=lambda line: line[: line.index(b" ")]):
        yield sorted(about, key=lambda line: not line.startswith(_CLASS, line.index(b" ")))


@lru_cache(_SHORTENED)
def _short_iri(iri: bytes) -> bytes:
    for namespace, prefix in _NAMESPACES:
        if iri.startswith(namespace) and _LOCAL.fullmatch(iri, len(namespace)):
            return b"<" + prefix + b":" + iri[len(namespace) :]
    return iri


# --- what the engine writes -----------------------------------------------------------------


def _with_prefixes(lines: _Lines, form: "ox.RdfFormat") -> bytes:
    """Turtle or TriG; the engine writes the prefixes in an order that differs between runs."""
    import pyoxigraph as ox

    quads = ox.parse(b"".join(lines), format=ox.RdfFormat.N_QUADS)
    written = ox.serialize(quads, format=form, prefixes=dict(PREFIXES))
    assert written is not None
    *head, rest = written.split(b"\n", len(PREFIXES)) if written else [b""]
    return b"".join(line + b"\n" for line in sorted(head)) + rest
