"""Where in the documents that stands which a check of the graph is about."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pyoxigraph as ox

from kkr_graph.model.finding import FoundAt, GraphFinding
from kkr_graph.shapes.nodes import Store
from kkr_graph.vocab import PROLOGUE

_BATCH = 200  # nodes that the graph is asked about at a time
# of the passages that prove something, those of the latest document come last
_WHERE = """SELECT ?node ?evidence ?document ?page ?line ?place ?quote WHERE {{
    VALUES ?node {{ {nodes} }}
    ?node prov:wasDerivedFrom ?evidence .
    ?evidence oa:hasSource ?layer ; kkr:line ?line ; oa:hasSelector ?words .
    ?words oa:exact ?quote ; oa:start ?start .
    ?layer prov:wasDerivedFrom ?document .
    OPTIONAL {{ ?evidence kkr:page ?page }}
    OPTIONAL {{ ?evidence kkr:place ?place }}
    OPTIONAL {{ ?document dcterms:date ?day }}
}} ORDER BY ?node ?day DESC(?document) DESC(?start) DESC(?evidence)"""


def with_evidence(
    findings: Iterable[GraphFinding], graph: Store, documents: Mapping[str, str]
) -> tuple[GraphFinding, ...]:
    """The findings, each with the passage of the latest document for each thing that it is about.

    Args:
        findings: what a check found.
        graph: where the things are described.
        documents: the names of the documents, by IRI.
    """
    known = tuple(findings)
    nodes = sorted({node for each in known for node in (each.focus, each.other) if node})
    passages: dict[str, tuple[str, FoundAt]] = {}
    for at in range(0, len(nodes), _BATCH):
        some = " ".join(f"<{each}>" for each in nodes[at : at + _BATCH])
        rows = graph.query(PROLOGUE + _WHERE.format(nodes=some))
        assert isinstance(rows, ox.QuerySolutions)
        passages.update(_passage(row, documents) for row in rows)
    return tuple(_placed(each, passages) for each in known)


def _passage(
    row: ox.QuerySolution, documents: Mapping[str, str]
) -> tuple[str, tuple[str, FoundAt]]:
    page, place = row["page"], row["place"]
    return row["node"].value, (
        row["evidence"].value,
        FoundAt(
            document=documents[row["document"].value],
            page=int(page.value) if page else None,
            line=int(row["line"].value),
            place=place.value if place else None,
            quote=row["quote"].value,
        ),
    )


def _placed(finding: GraphFinding, passages: Mapping[str, tuple[str, FoundAt]]) -> GraphFinding:
    found = {passages[node] for node in (finding.focus, finding.other) if node in passages}
    return replace(
        finding,
        evidence=tuple(sorted(iri for iri, _ in found)),
        sources=tuple(sorted((at for _, at in found), key=lambda at: (at.document, at.line))),
    )
