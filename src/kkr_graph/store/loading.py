"""Loading N-Quads into the engine: each quad in its graph, and its triple in the merge of them."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import pyoxigraph as ox

from kkr_graph.memory import give_back

_END = b" .\n"
_PIECE = 2 * 1024 * 1024  # bytes of lines that are loaded at a time


def load(quads: Path, store: ox.Store) -> None:
    """Load a file by pieces: the engine sorts all that it is given at once in memory."""
    with quads.open("rb") as file:
        while lines := file.readlines(_PIECE):
            for piece in (lines, merge(lines)):
                store.bulk_load(b"".join(piece), format=ox.RdfFormat.N_QUADS)
    store.optimize()
    store.flush()
    give_back()


def in_graph(line: bytes) -> tuple[bytes, bytes]:
    """The triple of a quad as a line, and the name of its graph; none where it stands in no named one."""
    if not line.endswith(_END):
        line = line.rstrip().removesuffix(b".").rstrip() + _END
    triple, last = line[: -len(_END)].rsplit(b" ", 1)
    is_fourth = triple.count(b" ") >= 2  # subjects and predicates have no blanks
    if is_fourth and last.startswith(b"<") and b'"' not in last:
        return triple + _END, last
    return line, b""


def merge(lines: Iterable[bytes]) -> Iterator[bytes]:
    """The triples of sorted quads as lines, once each, whatever graphs they stand in."""
    return (triple for triple, _ in groupby(in_graph(line)[0] for line in lines))
