"""An answer as a table with links, and as a file."""

import json
from collections.abc import Iterator

from kkr_graph.model.solutions import Row, Term
from kkr_graph.overview.tables import Cell as FileCell
from kkr_graph.overview.tables import Column as FileColumn
from kkr_graph.overview.tables import Look as FileLook
from kkr_graph.overview.tables import Table as FileTable
from kkr_graph.overview.text import to_csv
from kkr_graph.queries import Answer, Column
from kkr_graph.vocab import XSD
from kkr_graph.web.addresses import Addresses
from kkr_graph.web.view import EMPTY, Cell, Line, Look, Piece, Table, plain, table
from kkr_graph.web.wording import NO_SOURCE, term_label, written_day

SHOWN = 500  # rows on a page; the file has the rest
_SOURCE = ("document", "page", "line")
_LEADS_TO = {"number": "item", "title": "item", "start": "evidence"}
_QUOTES = ("quote",)


def to_table(answer: Answer, addresses: Addresses) -> Table:
    """The first rows as a table; what proves each is one link."""
    shown = [column for column in answer.columns if column.name not in _SOURCE]
    has_source = len(shown) < len(answer.columns)
    headings = [column.heading for column in shown] + ["Kilde"] * has_source
    lines = [
        Line(cells=(
            *(_cell(answer, row, column.name, addresses) for column in shown),
            *([_source(answer, row, addresses)] if has_source else ()),
        ))
        for row in answer.rows[:SHOWN]
    ]  # fmt: skip
    return table(answer.title, headings, lines)


def _cell(answer: Answer, row: Row, column: str, addresses: Addresses) -> Cell:
    term = row.get(column)
    if term is None:
        return EMPTY
    if term.is_iri:
        text = answer.labels.get(term.value) or term_label(term.value)
        return (Piece(text, addresses.path(term.value)),)
    leads_to = row.get(_LEADS_TO.get(column, ""))
    path = addresses.path(leads_to.value) if leads_to and leads_to.is_iri else ""
    look = Look.QUOTE if column in _QUOTES else Look.PLAIN
    return (Piece(_text(term), path, look),)


def _text(term: Term) -> str:
    if term.datatype == XSD.date:
        return written_day(term.value)
    if term.datatype == XSD.boolean:
        return "ja" if term.value == "true" else "nej"
    return term.value


def _source(answer: Answer, row: Row, addresses: Addresses) -> Cell:
    document, evidence = row.get("document"), row.get("evidence")
    if document is None:
        return (Piece(NO_SOURCE, look=Look.MISSING),)
    page, line = answer.text(row, "page"), answer.text(row, "line")
    text = ", ".join(
        part
        for part in (
            answer.text(row, "document"),
            f"side {page}" if page else "",
            f"linje {line}" if line else "",
        )
        if part
    )
    if not document.is_iri:
        return plain(text)
    if evidence is not None and evidence.is_iri:
        return (Piece(text, addresses.path(evidence.value)),)
    path = addresses.path(document.value, linje=line)
    return (Piece(text, f"{path}#sted" if line and path else path),)


# --- files -----------------------------------------------------------------------------------


def to_csv_file(answer: Answer) -> bytes:
    """All rows for Danish Excel; a last line says so where there were more."""
    rows: tuple[Row, ...] = answer.rows
    note = f"Afkortet: kun de første {len(rows)} rækker er med."
    if answer.truncated:
        rows = (*rows, {answer.columns[0].name: Term(value=note)})
    return to_csv(
        FileTable(
            name=answer.title,
            title=answer.title,
            note="",
            columns=tuple(_file_column(answer, column) for column in answer.columns),
            rows=rows,
            looks=(FileLook.PLAIN,) * len(rows),
        )
    )


def _file_column(answer: Answer, column: Column) -> FileColumn[Row]:
    def value(row: Row) -> FileCell:
        term = row.get(column.name)
        if term is None:
            return None
        if term.is_iri:
            return answer.text(row, column.name)
        number = term.datatype == XSD.integer and term.value.isdecimal()
        return int(term.value) if number else _text(term)

    return FileColumn(column.name, column.heading, 0, value)


def to_json_file(answer: Answer) -> bytes:
    """All rows as objects: column to value, with the label of an IRI beside it."""
    rows = [dict(_members(answer, row)) for row in answer.rows]
    return (json.dumps(rows, ensure_ascii=False, indent=2) + "\n").encode()


def _members(answer: Answer, row: Row) -> Iterator[tuple[str, str | int | bool | None]]:
    for column in answer.columns:
        term = row.get(column.name)
        yield column.name, None if term is None else _json_value(term)
        if term is not None and term.is_iri:
            yield f"{column.name}_label", answer.text(row, column.name)


def _json_value(term: Term) -> str | int | bool:
    if term.datatype == XSD.boolean:
        return term.value == "true"
    if term.datatype == XSD.integer and term.value.isdecimal():
        return int(term.value)
    return term.value
