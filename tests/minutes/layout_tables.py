"""The same attendance in tables and web pages: rows of cells, written in each way in which papers have them."""

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from typing import TypeAlias

import docx

from tests.minutes.layouts import (
    HEAD,
    ITEMS,
    LEAVER,
    MEMBERS,
    PARTIES,
    REPLACED,
    STAFF,
    STAND_IN,
    VISITOR,
    Person,
)

Table: TypeAlias = Sequence[Sequence[str]]  # rows of cells; a cell may have several lines
_BESIDE = (
    f"{LEAVER.name} forlod mødet efter punkt 5.",
    "Fra administrationen deltog "
    + " og ".join(f"{one.title} {one.name}, {one.sender}" for one in STAFF)
    + ".",
    f"Under punkt 3 deltog {VISITOR.title} {VISITOR.name}, {VISITOR.sender}.",
)
_INSTEAD = f"{STAND_IN.name} ({STAND_IN.party}) deltog som stedfortræder for {REPLACED.name}."


def _present(one: Person) -> str:
    return f"{one.name} ({one.party})" + (f", {one.office}" if one.office else "")


def _came() -> list[Person]:
    return [one for one in MEMBERS if not one.away]


def _everybody() -> list[Person]:
    at = MEMBERS.index(REPLACED) + 1
    return [*MEMBERS[:at], STAND_IN, *MEMBERS[at:]]


def _told(one: Person, came: str, away: str, instead: str) -> str:
    return instead if one is STAND_IN else away if one.away else came


def _rows(head: Sequence[str], row: Callable[[Person], Sequence[str]]) -> Table:
    return [head, *map(row, _everybody())]


def _few(people: Sequence[Person], joint: str = "\n") -> str:
    return joint.join(map(_present, people))


def _by_party(joint: str, head: Sequence[str]) -> Iterator[Sequence[str]]:
    yield head
    for party, members in groupby(MEMBERS, key=lambda one: one.party):
        few = list(members)
        yield (
            PARTIES[party],
            _few([one for one in few if not one.away], joint),
            _few([one for one in few if one.away], joint),
        )


TABLES: Mapping[str, Table] = {
    "crosses": _rows(
        ("Navn", "Kommune", "Til stede", "Afbud"),
        lambda one: (
            _present(one) + _told(one, "", "", f", stedfortræder for {REPLACED.name}"),
            one.place,
            _told(one, "X", "", "X"),
            _told(one, "", "X", ""),
        ),
    ),
    "yes and no": _rows(
        ("Navn", "Parti", "Kommune", "Deltog"),
        lambda one: (
            one.name,
            one.party,
            one.place,
            _told(one, "Ja", "Nej", f"Ja, for {REPLACED.name}"),
        ),
    ),
    "status": _rows(
        ("Navn", "Kommune", "Status"),
        lambda one: (
            _present(one),
            one.place,
            _told(one, "Til stede", "Afbud", f"Stedfortræder for {REPLACED.name}"),
        ),
    ),
    "sender first": _rows(
        ("Kommune", "Medlem", "Deltagelse"),
        lambda one: (
            one.place,
            _present(one),
            _told(one, "Deltog", "Afbud", f"Deltog for {REPLACED.name}"),
        ),
    ),
    "party first": _rows(
        ("Parti", "Navn", "Fremmøde"),
        lambda one: (one.party, one.name, _told(one, "Mødt", "Afbud", f"Mødt for {REPLACED.name}")),
    ),
    "unheaded": _rows(
        ("Medlemmer",),
        lambda one: (
            one.place,
            _present(one),
            _told(one, "Deltog", "Afbud", f"Deltog for {REPLACED.name}"),
        ),
    ),
    "remarks": _rows(
        ("Medlem", "Kommune", "Bemærkning"),
        lambda one: (_present(one), one.place, _told(one, "", "Afbud", f"For {REPLACED.name}")),
    ),
    "by place": [
        ("Kommune", "Til stede", "Afbud"),
        *(
            (one.place, "" if one.away else _present(one), _present(one) if one.away else "")
            for one in MEMBERS
        ),
    ],
    "by party, lines in a cell": list(_by_party("\n", ("Parti", "Til stede", "Afbud"))),
    "by party, commas in a cell": list(_by_party(", ", ("Parti", "Deltagere", "Afbud"))),
    "by party, semicolons": list(_by_party("; ", ("Delegation", "Deltog", "Fraværende"))),
    "two lists": [
        ("Til stede", "Afbud"),
        *(
            (_present(one), _present(away) if away else "")
            for one, away in zip(
                _came(), [*(m for m in MEMBERS if m.away), *([None] * 5)], strict=True
            )
        ),
    ],
    "two lists in two cells": [
        ("Til stede", "Afbud"),
        (_few(_came()), _few([m for m in MEMBERS if m.away])),
    ],
    "labels": [("Til stede", _few(_came())), ("Afbud", _few([m for m in MEMBERS if m.away]))],
    "labels and commas": [
        ("Til stede:", _few(_came(), ", ")),
        ("Afbud:", _few([m for m in MEMBERS if m.away], ", ")),
    ],
    "two columns of people": [
        ("Deltagere:",),
        *(
            (_present(one), _present(two))
            for one, two in zip(_came()[:4], _came()[4:], strict=True)
        ),
        ("Afbud:",),
        *((_present(one),) for one in MEMBERS if one.away),
    ],
    "deputies' column": [
        ("Medlem", "Kommune", "Til stede", "Afbud", "Stedfortræder"),
        *(
            (
                _present(one),
                one.place,
                "" if one.away else "X",
                "X" if one.away else "",
                f"{STAND_IN.name} ({STAND_IN.party})" if one.deputy else "",
            )
            for one in MEMBERS
        ),
    ],
    "deputies told in the cell": [
        ("Medlem", "Kommune", "Fremmøde"),
        *(
            (
                _present(one),
                one.place,
                f"Afbud. {STAND_IN.name} ({STAND_IN.party}) deltog"
                if one.deputy
                else _told(one, "Til stede", "Afbud", ""),
            )
            for one in MEMBERS
        ),
    ],
}
_TELLS_WHO_CAME = (
    "crosses",
    "yes and no",
    "status",
    "sender first",
    "party first",
    "unheaded",
    "remarks",
    "deputies' column",
    "deputies told in the cell",
)


def _beside(name: str) -> Sequence[str]:
    return _BESIDE if name in _TELLS_WHO_CAME else (_INSTEAD, *_BESIDE)


def _spread(table: Table) -> Iterator[list[str]]:
    """The lines of a table: a cell of several lines beside the others'."""
    for row in table:
        cells = [cell.split("\n") for cell in row]
        for n in range(max(map(len, cells))):
            yield [cell[n] if n < len(cell) else "" for cell in cells]


def as_tabs(name: str) -> str:
    """With a tab between the cells, as copied from a word processor."""
    lines = "\n".join("\t".join(row).rstrip("\t") for row in _spread(TABLES[name]))
    return "\n\n".join((HEAD, lines, *_beside(name), ITEMS)) + "\n"


def as_columns(name: str) -> str:
    """With spaces up to where each column begins."""
    rows = list(_spread(TABLES[name]))
    widths = [
        max(len(row[n]) for row in rows if n < len(row)) + 3 for n in range(max(map(len, rows)))
    ]
    lines = "\n".join(
        "".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip()
        for row in rows
    )
    return "\n\n".join((HEAD, lines, *_beside(name), ITEMS)) + "\n"


def _paragraphs(*texts: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for text in texts for line in text.split("\n") if line)


def page(inner: str, beside: Sequence[str]) -> bytes:
    """A web page with these elements between the head and the items."""
    body = f"{_paragraphs(HEAD)}{inner}{_paragraphs(*beside, ITEMS)}"
    return f"<html><body>{body}</body></html>".encode()


def as_page(name: str) -> bytes:
    """As a table of a web page."""
    first, *rest = TABLES[name]
    rows = "".join(
        "<tr>"
        + "".join(f"<td>{escape(cell).replace(chr(10), '<br>')}</td>" for cell in row)
        + "</tr>"
        for row in rest
    )
    head = "".join(f"<th>{escape(cell).replace(chr(10), '<br>')}</th>" for cell in first)
    return page(f"<table><tr>{head}</tr>{rows}</table>", _beside(name))


def as_word(name: str) -> bytes:
    """As a table of Word; the empty cells behind the last of a row are one with it."""
    file = docx.Document()
    for line in HEAD.split("\n"):
        file.add_paragraph(line)
    table = TABLES[name]
    width = max(map(len, table))
    grid = file.add_table(rows=0, cols=width)
    for row in table:
        cells = grid.add_row().cells
        for cell, text in zip(cells, row, strict=False):
            cell.text = text
        if len(row) < width:
            cells[len(row) - 1].merge(cells[-1])
    for text in (*_beside(name), ITEMS):
        for line in filter(None, text.split("\n")):
            file.add_paragraph(line)
    written = io.BytesIO()
    file.save(written)
    return written.getvalue()


def _list(of: str, people: Sequence[str]) -> str:
    return f"<{of}>" + "".join(f"<li>{escape(one)}</li>" for one in people) + f"</{of}>"


_CAME = [_present(one) for one in _came()]
_AWAY = [_present(one) for one in MEMBERS if one.away]
_GUESTS = [f"{one.title} {one.name}, {one.sender}" for one in STAFF]
PAGES: Mapping[str, str] = {
    "lists": "".join(
        f"<h3>{head}</h3>{_list('ul', people)}"
        for head, people in (("Til stede", _CAME), ("Afbud", _AWAY))
    ),
    "numbered lists": "".join(
        f"<p><b>{head}</b></p>{_list('ol', people)}"
        for head, people in (("Deltagere", _CAME), ("Afbud", _AWAY))
    ),
    "definitions": "<dl>"
    + "".join(
        f"<dt>{head}</dt>" + "".join(f"<dd>{escape(one)}</dd>" for one in people)
        for head, people in (("Til stede", _CAME), ("Fraværende med afbud", _AWAY))
    )
    + "</dl>",
    "breaks": "".join(
        f"<p><strong>{head}:</strong><br>{'<br>'.join(map(escape, people))}</p>"
        for head, people in (("Medlemmer til stede", _CAME), ("Afbud", _AWAY))
    ),
    "labels in bold": "".join(
        f"<p><strong>{head}:</strong> {escape(', '.join(people))}</p>"
        for head, people in (("Til stede", _CAME), ("Afbud", _AWAY))
    ),
    "divisions": "".join(
        f"<div><div>{head}</div>{''.join(f'<div>{escape(one)}</div>' for one in people)}</div>"
        for head, people in (("Deltagere", _CAME), ("Ikke til stede", _AWAY))
    ),
}


def as_list_page(name: str) -> bytes:
    """As a web page that has no table."""
    return page(PAGES[name], (_INSTEAD, *_BESIDE))
