"""What people call the place of a passage where page and line are not what they look for.

A row of a sheet is "ark Medlemmer, række 8", which says more than the eighth line of its text.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from kkr_graph.model.solutions import Row, Term
from kkr_graph.queries.binding import is_iri, serialise
from kkr_graph.store import Graph

Places: TypeAlias = Mapping[tuple[str, str], str]  # by document and line

_WITH_PLACES = (".docx", ".xlsx", ".csv", ".html", ".htm")  # formats whose passages have one
_SOURCES = ("", "other_")  # what the columns of a source begin with
_AT_ONCE = 100
_PLACES = """
SELECT DISTINCT ?document ?line ?place WHERE {{
  VALUES (?document ?line) {{ {asked} }}
  ?layer prov:wasDerivedFrom ?document .
  ?evidence oa:hasSource ?layer ; kkr:line ?line ; kkr:place ?place .
}}
"""


def places_of(graph: Graph, rows: Iterable[Row], labels: Mapping[str, str]) -> Places:
    """The places of the sources in rows, for documents that have such places."""
    sources = (
        (row.get(f"{begins}document"), row.get(f"{begins}line"))
        for row in rows
        for begins in _SOURCES
    )
    asked = sorted(
        {
            (document, line)
            for document, line in sources
            if document and line and _has_places(document, labels)
        },
        key=lambda pair: (pair[0].value, pair[1].value),
    )
    found: dict[tuple[str, str], str] = {}
    for start in range(0, len(asked), _AT_ONCE):
        found |= _fetch(graph, asked[start : start + _AT_ONCE])
    return found


def _has_places(document: Term, labels: Mapping[str, str]) -> bool:
    name = labels.get(document.value, "").casefold()
    return is_iri(document.value) and name.endswith(_WITH_PLACES)


def _fetch(graph: Graph, asked: Sequence[tuple[Term, Term]]) -> Places:
    written = " ".join(f"({serialise(document)} {serialise(line)})" for document, line in asked)
    rows = graph.select(_PLACES.format(asked=written)).rows
    told = sorted((row["document"].value, row["line"].value, row["place"].value) for row in rows)
    return {(document, line): place for document, line, place in reversed(told)}
