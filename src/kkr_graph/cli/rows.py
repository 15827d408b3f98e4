"""Frozen values as rows of an answer, so that every command writes them in the same forms."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from kkr_graph.cli.destination import STANDARD_OUTPUT, write_whole
from kkr_graph.cli.output import form_for, write_answer
from kkr_graph.cli.table import to_table
from kkr_graph.model.solutions import Term
from kkr_graph.vocab import XSD

if TYPE_CHECKING:
    from kkr_graph.queries import Answer
    from kkr_graph.queries.asking import Source

_SOURCE: Mapping[str, str] = {
    "quote": "Citat",
    "document": "Dokument",
    "line": "Linje",
    "page": "Side",
}


def to_answer(
    columns: Mapping[str, str], rows: Sequence[object], *, cited: bool = True
) -> "Answer":
    """The rows with Danish headings; a row's ``source`` becomes the last columns.

    Args:
        columns: the attributes of a row, with their headings.
        rows: frozen values, all of one type.
        cited: whether rows have a ``source``.
    """
    from kkr_graph.queries import Answer, Column

    headings = {**columns, **(_SOURCE if cited else {})}
    return Answer(
        title="",
        columns=tuple(Column(name, heading) for name, heading in headings.items()),
        rows=tuple(dict(_cells(row, columns, cited=cited)) for row in rows),
        labels={},
        places=dict(_places(rows)) if cited else {},
    )


def _places(rows: Sequence[object]) -> Iterator[tuple[tuple[str, str], str]]:
    """What the places of the rows' sources are called, where page and line do not say it."""
    for row in rows:
        source = _source(row)
        if source.where:
            yield (source.document, str(source.line)), source.where


def _cells(row: object, columns: Mapping[str, str], *, cited: bool) -> Iterator[tuple[str, Term]]:
    values = {name: getattr(row, name) for name in columns}
    if cited:
        values |= {name: getattr(_source(row), name) for name in _SOURCE}
    for name, value in values.items():
        if value not in (None, ""):
            yield name, _term(value)


def _source(row: object) -> "Source":
    source: Source = getattr(row, "source")  # noqa: B009 - a row of any type
    return source


def _term(value: object) -> Term:
    match value:
        case date():
            return Term(value=value.isoformat(), datatype=XSD.date)
        case bool():
            return Term(value="ja" if value else "nej")
        case int():
            return Term(value=str(value), datatype=XSD.integer)
        case _:
            return Term(value=str(value))


def write_sections(
    sections: Mapping[str, "Answer"], whole: "Answer", *, form: str | None, output: str
) -> None:
    """Tables under headings for people; for programs and Excel the whole as one table."""
    if (form or form_for(output)) != "table":
        write_answer(whole, form=form, output=output)
        return
    parts = (f"{heading}\n\n".encode() + to_table(each) for heading, each in sections.items())
    write_whole(b"\n".join(parts) or to_table(whole), output or STANDARD_OUTPUT)
