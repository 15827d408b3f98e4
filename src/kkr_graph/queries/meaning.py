"""Which named question somebody means who types its name or asks in Danish."""

from collections.abc import Mapping

from kkr_graph.queries.named import NamedQuery, find_query
from kkr_graph.store import Graph


def meant_by(
    question: str, graph: Graph, queries: Mapping[str, NamedQuery], given: Mapping[str, str]
) -> tuple[NamedQuery, Mapping[str, str]]:
    """The named question, and its arguments: those given, and what the Danish says beside them.

    A name stands alone; anything with a blank or a question mark is Danish.

    Raises:
        AmbiguousName: it is clear but for a name that fits several things.
        QueryError: there is no question of that name, or none that the Danish means.
    """
    if question in queries or not any(mark in question.strip() for mark in " ?"):
        return find_query(queries, question.strip()), given
    from kkr_graph.queries.questions import understand  # which a name is understood without

    understood = understand(graph, queries, question)
    return understood.query, {**understood.arguments, **given}
