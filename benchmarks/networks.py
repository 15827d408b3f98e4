"""Who met whom: narrow rows joined in Python, as networks are projected, beside SPARQL's self-join."""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import partial
from itertools import combinations

from benchmarks.data import Data
from benchmarks.ratio import Ratio, measure
from benchmarks.runs import run
from kkr_graph.network.projection import project
from kkr_graph.network.properties import apart
from kkr_graph.network.views import View, ViewKind
from kkr_graph.store import Graph

_SELF_JOIN = """
SELECT ?one ?other (COUNT(DISTINCT ?meeting) AS ?meetings) WHERE {
  ?first a kkr:Participation ; kkr:inMeeting ?meeting ; kkr:participant ?one ;
    kkr:attendanceStatus kkrc:present .
  ?second a kkr:Participation ; kkr:inMeeting ?meeting ; kkr:participant ?other ;
    kkr:attendanceStatus kkrc:present .
  FILTER(STR(?one) < STR(?other))
} GROUP BY ?one ?other
"""
_PRESENT = apart(
    "?seen kkr:inMeeting ?meeting",
    "?seen kkr:participant ?person",
    "?seen kkr:attendanceStatus kkrc:present",
)
_NARROW = f"SELECT ?meeting ?person WHERE {{ {_PRESENT} }}"
_Pairs = dict[tuple[str, str], int]


def rows(data: Data) -> Iterator[Ratio]:
    """Pairs with the number of meetings; and the whole overview network beside the pairs alone."""
    graph = data.embedded
    if _in_python(graph) != _in_sparql(graph):
        sys.exit("the network is not the same")
    yield measure(
        "who met whom, from narrow rows joined in Python",
        partial(_in_python, graph),
        "SPARQL's self-join in the same store",
        partial(_in_sparql, graph),
        rounds=1 if data.is_large else 3,
        aim=50,
    )
    yield measure(
        "the whole overview network with proofs",
        partial(project, graph, View(kind=ViewKind.OVERVIEW)),
        "SPARQL's self-join of who met whom, without anything else",
        partial(_in_sparql, graph),
        rounds=1 if data.is_large else 2,
        warm=not data.is_large,
    )


def _in_python(graph: Graph) -> _Pairs:
    present: dict[str, set[str]] = defaultdict(set)
    for row in graph.select(_NARROW).rows:
        present[row["meeting"].value].add(row["person"].value)
    return Counter(pair for people in present.values() for pair in combinations(sorted(people), 2))


def _in_sparql(graph: Graph) -> _Pairs:
    found = graph.select(_SELF_JOIN).rows
    return {(row["one"].value, row["other"].value): int(row["meetings"].value) for row in found}


if __name__ == "__main__":
    run(rows)
