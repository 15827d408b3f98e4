"""One more document in a built graph, beside reading the whole into rdflib and checking it with pySHACL."""

from collections.abc import Iterator
from contextlib import contextmanager

import pyshacl
import rdflib

from benchmarks.data import Data, load_rdflib
from benchmarks.engines import seconds_within
from benchmarks.ratio import Ratio, Took, seconds, together
from benchmarks.runs import run
from kkr_graph.config import packaged
from kkr_graph.pipeline import build_graph

ROUNDS = 3
_LIMIT = 900  # seconds for the whole, twice what the aim asks for


def rows(data: Data) -> Iterator[Took | Ratio]:
    """How long it takes; and beside the whole, unless that is more than rdflib can hold."""
    with _one_more_at_a_time(data) as build_with_one_more:
        next(build_with_one_more)  # the first one after a build from nothing finds less at hand
        ours = [next(build_with_one_more) for _ in range(ROUNDS)]
    yield Took(what="one more meeting read, checked and swapped in", rounds=ours, aim=0.1)
    if data.is_large:
        return
    shapes = rdflib.Graph().parse(packaged("ontology", "ontology") / "shapes.ttl")
    rounds = 1 if data.number > 100 else ROUNDS
    whole = [seconds_within(_LIMIT, lambda: _with_rdflib(data, shapes)) for _ in range(rounds)]
    yield together(
        "one more meeting read, checked and swapped in", "all of it in rdflib, checked with pySHACL",
        [[(mine, took) for mine, (took, _) in zip(ours, whole, strict=False)]], aim=100,
        note=whole[-1][1],
    )  # fmt: skip


@contextmanager
def _one_more_at_a_time(data: Data) -> Iterator[Iterator[float]]:
    """Builds with one more document than there are, another each time, and how long each takes."""
    config = data.config
    more = config.data / "minutes" / "zz-en-mere.txt"
    first = min((config.data / "minutes").iterdir()).read_text(encoding="utf-8")
    ledger = config.ledger.read_bytes()

    def each() -> Iterator[float]:
        number = 0
        while True:
            number += 1
            more.write_text(f"{first}\n{number}\n", encoding="utf-8")
            yield seconds(lambda: build_graph(config))

    try:
        yield each()
    finally:
        more.unlink(missing_ok=True)
        config.ledger.write_bytes(ledger)
        build_graph(config)


def _with_rdflib(data: Data, shapes: rdflib.Graph) -> None:
    graph = rdflib.Graph()
    graph += load_rdflib(data.quads).triples((None, None, None))
    pyshacl.validate(graph, shacl_graph=shapes, inplace=True)


if __name__ == "__main__":
    run(rows)
