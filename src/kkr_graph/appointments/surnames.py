"""Names that begin with the surname, in a column or on lines: "Holm, Anna"."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from kkr_graph.appointments.heads import PEOPLE, Head
from kkr_graph.appointments.rows import Body
from kkr_graph.appointments.units import Text, Unit
from kkr_graph.language.names import is_given

_WORD = r"[A-ZÆØÅ][\w.'’-]*"
_SURNAME_FIRST = re.compile(
    rf"(?P<family>{_WORD}(?: {_WORD}){{0,2}}), (?P<given>{_WORD}(?: {_WORD}){{0,3}})(?: ?\(.*\))?"
)

_TURNED = re.compile(r"^([^,;(]+), ([^,;(]+?)( ?\(.*\))?$")

# on a line, with what stands behind: "• Holm, Anna (A), formand"
_ON_LINE = re.compile(
    rf"(?P<lead>[-–—•*·▪◦]\s+)?(?P<family>{_WORD}), (?P<given>{_WORD}(?: {_WORD}){{0,3}})(?P<rest>(?: \(|,|$).*)",
    re.DOTALL,
)
_LINES = 3  # fewer may be two people on a line


def lines_with_given_first(units: Sequence[Unit], given_names: Container[str]) -> Iterator[Unit]:
    """The units of a document, each name as it is said, where most lines of people have the surname first."""
    found = {
        unit.start: match
        for unit in units
        if unit.table is None
        and len(unit.cells) == 1
        and (match := _ON_LINE.fullmatch(unit.text)) is not None
    }
    given = [is_given(match["given"].split()[0], given_names) for match in found.values()]
    others = any(is_given(match["family"], given_names) for match in found.values())
    is_so = len(given) >= _LINES and not others and sum(given) * 2 > len(given)
    for unit in units:
        match = found.get(unit.start) if is_so else None
        yield unit if match is None else _turned_line(unit, match)


def _turned_line(unit: Unit, match: re.Match[str]) -> Unit:
    text = f"{match['lead'] or ''}{match['given']} {match['family']}{match['rest']}"
    cell = replace(unit.cells[0], end=unit.end, text=text)
    return Unit(cells=(cell,), table=None, gap=unit.gap, joined=text)


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
