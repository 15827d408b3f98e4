"""The builds that a graph is made of, of which there is one unless a server holds several; how far they reach."""

from collections.abc import Mapping
from datetime import date, timedelta

from kkr_graph.model.solutions import Row
from kkr_graph.store import Graph

_TO_BEGIN = (
    "SELECT DISTINCT ?from ?through ?again WHERE {{ ?post a kkr:Tenure ; kkr:from ?from ; kkr:through ?through "
    'FILTER(?from > "{day}"^^xsd:date && ?through >= ?from) OPTIONAL {{ ?post kkr:heldAgain ?again }} }}'
)
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


def days_of_posts_to_begin(graph: Graph, day: date) -> tuple[date, ...]:
    """As few days as show all posts that begin after a day: each is held on one of them.

    Raises:
        StoreError: the graph cannot be asked.
    """
    rows = graph.select(_TO_BEGIN.format(day=day)).rows
    posts = sorted((date.fromisoformat(row["from"].value), _last(row)) for row in rows)
    days: list[date] = []
    for begins, last in reversed(posts):  # the day on which one begins shows all that go on
        if not any(begins <= shown <= last for shown in days):
            days.append(begins)
    return tuple(reversed(days))


def _last(row: Row) -> date:
    """The last day of a post before it ends, or becomes another one of the same person's."""
    if "again" in row:
        return date.fromisoformat(row["again"].value) - timedelta(days=1)
    return date.fromisoformat(row["through"].value)
