"""The graph as Turtle, TriG and JSON-LD, beside rdflib; the same bytes every time."""

import sys
from collections.abc import Iterator
from functools import partial

from benchmarks.data import Data
from benchmarks.engines import seconds_within
from benchmarks.ratio import Ratio, seconds, together
from benchmarks.runs import run
from kkr_graph.cli.quads import to_format

_FORMATS = {"ttl": ("Turtle", "turtle"), "trig": ("TriG", "trig"), "jsonld": ("JSON-LD", "json-ld")}
_LIMIT = 600  # seconds for one of rdflib's: four times what the aim asks for


def rows(data: Data) -> Iterator[Ratio]:
    """Ours from the N-Quads on; rdflib has the graph in memory already."""
    if data.is_large:
        return
    content = data.quads.read_bytes()
    rounds = 1 if data.number > 100 else 3
    for suffix, (name, theirs) in _FORMATS.items():
        ours = partial(to_format, content, suffix)
        if ours() != ours():
            sys.exit(f"{name} is not the same twice")
        pairs, told = [], ""
        for _ in range(rounds):
            took, told = seconds_within(_LIMIT, partial(data.in_rdflib.serialize, format=theirs))
            pairs.append((seconds(ours), took))
        yield together(
            f"the graph as {name}, sorted, from N-Quads", "rdflib's, already in memory", [pairs],
            aim=15, note=told,
        )  # fmt: skip


if __name__ == "__main__":
    run(rows)
