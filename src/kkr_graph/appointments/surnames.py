"""Columns of names that begin with the surname: "Holm, Anna"."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from kkr_graph.appointments.heads import PEOPLE, Head
from kkr_graph.appointments.rows import Body
from kkr_graph.appointments.units import Text
from kkr_graph.language.names import is_given

_WORD = r"[A-ZÆØÅ][\w.'’-]*"
_SURNAME_FIRST = re.compile(
    rf"(?P<family>{_WORD}(?: {_WORD}){{0,2}}), (?P<given>{_WORD}(?: {_WORD}){{0,3}})(?: ?\(.*\))?"
)

_TURNED = re.compile(r"^([^,;(]+), ([^,;(]+?)( ?\(.*\))?$")


def turned(name: str) -> str:
    """``Anna Holm`` for "Holm, Anna", with what stands in brackets behind; anything else as it is."""
    return _TURNED.sub(r"\2 \1\3", name)


def given_first(head: Head, rows: Sequence[Body], given_names: Container[str]) -> Iterator[Body]:
    """The rows of a table, each name as it is said, where its column has the surname first.

    The column tells: "Holm, Anna" is one, and "Anna Holm, Ib Kær" are two.
    """
    places = [at for at, each in head.columns.items() if each is not None and each.part in PEOPLE]
    places = [place for place in places if _is_turned(rows, place, given_names)]
    for row in rows:
        cells: Mapping[float, tuple[Text, ...]] = {
            place: tuple(map(_said, cells)) if place in places else cells
            for place, cells in row.cells.items()
        }
        yield replace(row, cells=cells)


def _is_turned(rows: Sequence[Body], place: float, given_names: Container[str]) -> bool:
    """Whether most of the names are so by what is known of given names, and none is otherwise."""
    matches = [
        match
        for row in rows
        for cell in row.cells.get(place, ())
        if (match := _SURNAME_FIRST.fullmatch(cell.text)) is not None
    ]
    plain = [match for match in matches if is_given(match["family"].split()[0], given_names)]
    known = [match for match in matches if is_given(match["given"].split()[0], given_names)]
    return not plain and len(known) * 2 > len(matches)


def _said(cell: Text) -> Text:
    is_name = _SURNAME_FIRST.fullmatch(cell.text) is not None
    return replace(cell, text=turned(cell.text)) if is_name else cell
