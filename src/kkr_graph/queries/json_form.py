"""An answer as JSON for programs, the same from the command line and from the pages."""

import json
import re
from collections.abc import Iterator

from kkr_graph.model.solutions import Row, Term
from kkr_graph.queries.answers import Answer
from kkr_graph.vocab import XSD

_WHOLE = re.compile(r"[+-]?\d{1,4000}")  # int() refuses more digits


def to_json(answer: Answer) -> bytes:
    """All rows as a list of objects: column to value, null where a row has none.

    A column with an IRI in any row has another one beside it, ``<column>_label``, in every row, so
    that all rows have the same names.
    """
    named = {name for row in answer.rows for name, term in row.items() if term.is_iri}
    rows = [dict(_members(answer, row, named)) for row in answer.rows]
    return (json.dumps(rows, ensure_ascii=False, indent=2) + "\n").encode()


def _members(
    answer: Answer, row: Row, named: set[str]
) -> Iterator[tuple[str, str | int | bool | None]]:
    for column in answer.columns:
        term = row.get(column.name)
        yield column.name, None if term is None else _value(term)
        if column.name in named:
            yield f"{column.name}_label", answer.text(row, column.name) or None


def _value(term: Term) -> str | int | bool:
    if term.datatype == XSD.boolean and term.value in ("true", "false"):
        return term.value == "true"
    if term.datatype == XSD.integer and _WHOLE.fullmatch(term.value):
        return int(term.value)
    return term.value
