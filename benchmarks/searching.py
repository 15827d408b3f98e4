"""Search beside SPARQL's CONTAINS that finds the same in the same order of kinds, misses included."""

import sys
from collections.abc import Iterator
from functools import partial

from benchmarks.data import Data
from benchmarks.ratio import Ratio, measure
from benchmarks.runs import run
from kkr_graph.model.solutions import Term
from kkr_graph.queries.binding import serialise
from kkr_graph.store import Graph
from kkr_graph.store.search import MOST_SHOWN, Index, open_index

_CONTAINS = """
SELECT ?thing (MIN(?order) AS ?kind) WHERE {{
  {{
    VALUES (?class ?order) {{
      (foaf:Person 0) (kkr:ContactCouncil 1) (kkr:Forum 1) (kkr:MunicipalCouncil 1)
      (kkr:Municipality 2) (kkr:Party 3) (kkr:ElectoralList 3) (kkr:AgendaItem 4)
      (kkr:Decision 5) (kkr:Recommendation 6) (kkr:SourceDocument 7)
    }}
    VALUES ?said {{ foaf:name skos:prefLabel skos:altLabel dcterms:title kkr:text }}
    ?thing ?said ?text FILTER(CONTAINS(LCASE(STR(?text)), {word}) && LANG(?text) != "en")
    ?thing a ?class .
  }} UNION {{
    ?selector oa:exact ?text FILTER(CONTAINS(LCASE(STR(?text)), {word}))
    ?thing oa:hasSelector ?selector BIND(8 AS ?order)
  }}
}} GROUP BY ?thing ORDER BY ?kind ?thing
"""
_NOWHERE = "kvantefysik"
_WORDS = {"a name": "Lauritsen", "part of a word": "turisme", "what is not there": _NOWHERE}
_ALL = 1_000_000


def rows(data: Data) -> Iterator[Ratio]:
    """As many answers as the pages show; that both find the same is seen without that limit."""
    index = open_index(data.config.out)
    for kind, word in _WORDS.items():
        sparql = _CONTAINS.format(word=serialise(Term(value=word.lower())))
        found = _found(index, word)
        if found != _contained(data.embedded, sparql) or bool(found) == (word == _NOWHERE):
            sys.exit(f"search for {kind}: SPARQL does not find the same, or all of it is nothing")
        yield measure(
            f"search for {kind}",
            partial(index.find, word),
            "SPARQL CONTAINS in the same store, sorted by kind",
            partial(data.embedded.select, f"{sparql} LIMIT {MOST_SHOWN}"),
            rounds=1 if data.is_large else 5,
            aim=100,
        )


def _found(index: Index, word: str) -> set[str]:
    return {hit.iri for hit in index.find(word, limit=_ALL)}


def _contained(graph: Graph, sparql: str) -> set[str]:
    return {row["thing"].value for row in graph.select(sparql).rows}


if __name__ == "__main__":
    run(rows)
