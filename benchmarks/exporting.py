"""The graph as Turtle, TriG and JSON-LD, beside rdflib; the same bytes every time."""

import sys
from collections.abc import Iterator
from functools import partial

from benchmarks.data import Data
from benchmarks.ratio import Ratio, measure
from benchmarks.runs import run
from kkr_graph.cli.quads import to_format

_FORMATS = {"ttl": ("Turtle", "turtle"), "trig": ("TriG", "trig"), "jsonld": ("JSON-LD", "json-ld")}


def rows(data: Data) -> Iterator[Ratio]:
    """Ours from the N-Quads on; rdflib has the graph in memory already."""
    if data.is_large:
        return
    content = data.quads.read_bytes()
    few = data.number > 100
    for suffix, (name, theirs) in _FORMATS.items():
        ours = partial(to_format, content, suffix)
        if ours() != ours():
            sys.exit(f"{name} is not the same twice")
        yield measure(
            f"the graph as {name}, sorted, from N-Quads",
            ours,
            "rdflib's, already in memory",
            partial(data.in_rdflib.serialize, format=theirs),
            rounds=1 if few else 3,
            aim=15,
            warm=not few,
        )


if __name__ == "__main__":
    run(rows)
