"""The party and the municipality that people are known for, where the documents of a post say neither."""

from collections.abc import Iterable, Mapping

from kkr_graph.queries.asking import Questions
from kkr_graph.seats.holders import HeldRole

COLUMNS = ("party", "municipality")
_JOINED = ", "  # several stand in one cell; then nobody knows which one is meant


def read_ties(questions: Questions, held: Iterable[HeldRole]) -> Mapping[tuple[str, str], str]:
    """The only one that any document names, by person and column; read where a post lacks one."""
    if all(each.record.text(column) for each in held for column in COLUMNS):
        return {}
    return {
        (record.iri("person"), column): told
        for record in questions.ask("people")
        for column in COLUMNS
        if (told := record.text(column)) and _JOINED not in told
    }
