"""The builds that a graph is made of, of which there is one unless a server holds several."""

from collections.abc import Mapping
from datetime import date

from kkr_graph.store import Graph

_BUILDS = "SELECT ?build ?day WHERE { ?build a kkr:Build ; kkr:dataThrough ?day }"


def days_of_builds(graph: Graph) -> Mapping[str, date]:
    """The IRI of each build, and the latest day that its documents tell of.

    Raises:
        StoreError: the graph cannot be asked.
    """
    told = sorted((row["build"].value, row["day"].value) for row in graph.select(_BUILDS).rows)
    return {build: date.fromisoformat(day) for build, day in told}  # the latest of several


def data_through(graph: Graph) -> date | None:
    """The latest day that the documents tell of; None where no day is known.

    Raises:
        StoreError: the graph cannot be asked.
    """
    return max(days_of_builds(graph).values(), default=None)
