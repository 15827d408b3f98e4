"""The rows of a table; on a printed page a row may take several lines."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kkr_graph.appointments.entries import EntryReader
from kkr_graph.appointments.headings import Column
from kkr_graph.appointments.heads import PEOPLE, Head
from kkr_graph.appointments.titles import names_forum
from kkr_graph.appointments.units import Text, Unit, set_apart
from kkr_graph.model.extract import Role
from kkr_graph.model.lexicon import ListPart
from kkr_graph.model.names import fold

_OPEN_END = re.compile(
    r"(?:[-,–]|(?<!\w)(?:og|eller|samt|af|i|på|til|for|med|fra|om|ved|mellem|under|den|det|de|en|et))$"
)
_NUMBER = re.compile(r"\d{1,2}[.)]?")
MARKED = frozenset({"x", "ja", "yes"})  # a cross in a cell
_OF_SEVERAL = ("valgte", "er", "ede", "dere")  # "Medlemmer", "Stedfortrædere"
_ORDERS = (ListPart.MUNICIPALITY, ListPart.PARTY)  # by which those in a table may be ordered
_ENDS_LINE = (",", ";", ":", "(", "-", "–")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The cells of a row, line by line, under the columns of its table."""

    cells: Mapping[float, tuple[Text, ...]]
    start: int
    end: int
    gap: int = 0
    reached: tuple[int, ...] = ()  # columns into which a cell of a row above was merged down

    def text(self, place: float) -> str:
        """A cell as one line."""
        return "; ".join(self.things(place))

    def things(self, place: float) -> Sequence[str]:
        """The lines of a cell: each is a thing of its own, unless it breaks off."""
        things: list[str] = []
        for cell in self.cells.get(place, ()):
            if things and (things[-1].endswith(_ENDS_LINE) or cell.text[:1].islower()):
                things[-1] += f" {cell.text}"
            else:
                things.append(cell.text)
        return things


class RowMerger:
    """Puts the lines of a printed page together, row by row."""

    def __init__(self, entries: EntryReader) -> None:
        self.entries = entries

    def merged(self, head: Head, rows: Sequence[Body]) -> Iterator[Body]:
        """Lines that go on with the row above, put together with it."""
        spaced = any(row.gap for row in rows[1:])
        grouped = self.is_grouped(head, rows)
        open_: Body | None = None
        for block in set_apart(rows) if spaced else ([row] for row in rows):
            if spaced and len(block) > 1 and self._is_one_row(head, block):
                if open_ is not None:
                    yield open_
                    open_ = None
                yield self._put_together(block)
                continue
            for row in block:
                heads = grouped and self._is_alone(head, row)
                if open_ is not None and self._goes_on(
                    head, open_, row, spaced=spaced, heads=heads
                ):
                    open_ = _joined(open_, row)
                    continue
                if open_ is not None:
                    yield open_
                open_ = row
        if open_ is not None:
            yield open_

    def is_grouped(self, head: Head, rows: Sequence[Body]) -> bool:
        """Whether the forums are rows of their own: the first row is, and names nobody."""
        first = rows[0] if rows else None
        if first is None or ListPart.FORUM in head.parts():
            return False
        return self._is_alone(head, first) and not self._begins_seat(only_text(first))

    def _is_alone(self, head: Head, row: Body) -> bool:
        """Whether a row has its first cell alone."""
        return len(row.cells) == 1 and min(head.columns) in row.cells

    def _is_one_row(self, head: Head, block: Sequence[Body]) -> bool:
        """Whether lines that stand close are one row: in one at most somebody has company."""
        members = [
            place
            for place, column in head.columns.items()
            if column and column.part in PEOPLE and column.role != Role.DEPUTY
        ]
        seats = [
            row
            for row in block
            if len(row.cells) > 1 and any(self._begins_seat(row.text(place)) for place in members)
        ]
        filled = {place for row in block for place in row.cells}
        return len(seats) <= 1 and len(filled) > 1 and any(place in filled for place in members)

    def _put_together(self, block: Sequence[Body]) -> Body:
        whole = block[0]
        for row in block[1:]:
            for place, cells in row.cells.items():
                begins = self._begins_seat(row.text(place)) and place in whole.cells
                one = replace(row, cells={place: cells})
                whole = _beside(whole, one) if begins else _joined(whole, one)
        return whole

    def _goes_on(self, head: Head, above: Body, row: Body, *, spaced: bool, heads: bool) -> bool:
        """Whether a row goes on with the one above; it ``heads`` others where such rows do so in its table."""
        if (spaced and row.gap) or self._heads(row) or self._heads(above):
            return False
        people = [
            place for place, column in head.columns.items() if column and column.part in PEOPLE
        ]
        begun = [place for place in people if place in row.cells]
        if any(self._begins_seat(row.text(place)) for place in begun):
            return False
        if not all(place in above.cells for place in row.cells):
            return False
        broken = any(
            _OPEN_END.search(above.text(place))
            or row.text(place)[:1].islower()
            or row.text(place)[:1] == "("
            for place in row.cells
        )
        heads = heads and len(above.cells) > 1
        heads = heads or (not spaced and any(names_forum(row.text(place)) for place in begun))
        return broken or (not heads and (spaced or bool(begun)))

    def _heads(self, row: Body) -> bool:
        """Whether a row heads those below it: "Forbrugervalgte:", "Udpeget af Byrådet"."""
        text = only_text(row) if len(row.cells) == 1 else ""
        group = self.entries.headings.group(text) if text[:1].isupper() else None
        is_plural = group is not None and not group.is_one and text.endswith(_OF_SEVERAL)
        return text.endswith(":") or is_plural or (group is not None and group.is_act)

    def _begins_seat(self, text: str) -> bool:
        return (
            self.entries.is_entry(text, expected=True)
            or self.entries.is_vacant(text)
            or (bool(text) and self.entries.is_dash(text))
        )


def without_numbers(head: Head, units: Sequence[Unit]) -> Sequence[Unit]:
    """The rows of a table in tabs, without a column of numbers that has no title: "1.", "2."."""
    is_numbered = head.table is None and all(
        _NUMBER.fullmatch(unit.cells[0].text) is not None
        and len(head.columns) >= len(unit.cells) - 1 > 0
        for unit in units
    )
    if not is_numbered or max(len(unit.cells) for unit in units) <= len(head.columns):
        return units
    first = min(head.columns)
    return [
        replace(unit, cells=tuple(replace(c, column=c.column - 1 + first) for c in unit.cells[1:]))
        for unit in units
    ]


def body_of(head: Head, unit: Unit) -> Body:
    """The cells of a unit, under the columns they stand in."""
    cells: dict[float, list[Text]] = {}
    for cell in unit.cells:
        cells.setdefault(head.nearest(cell.column), []).append(cell)
    return Body(
        cells={place: tuple(lines) for place, lines in cells.items()},
        start=unit.start,
        end=unit.end,
        gap=unit.gap,
        reached=unit.reached,
    )


def carried_down(head: Head, rows: Sequence[Body]) -> Iterator[Body]:
    """The rows of a table, each with the cells that were merged down into it.

    A forum holds for the rows below it anyhow, and is not told anew.
    """
    above: Mapping[float, tuple[Text, ...]] = {}
    for row in rows:
        merged: dict[float, tuple[Text, ...]] = {
            place: above[place]
            for place in row.reached
            if place in above and place not in row.cells and _goes_down(head.columns.get(place))
        }
        whole = replace(row, cells={**row.cells, **merged})
        above = whole.cells
        yield whole


def placed_down(head: Head, rows: Sequence[Body]) -> Sequence[Body]:
    """The rows of a table ordered by municipality or party, each with its own, which stands once above them."""
    place = min(head.columns)
    column = head.columns[place]
    told = [fold(row.text(place)) for row in rows if place in row.cells]
    is_ordered = column is not None and column.part in _ORDERS and len(set(told)) == len(told)
    return tuple(_with_above((place,), rows)) if is_ordered else rows


def named_down(head: Head, rows: Sequence[Body]) -> Iterator[Body]:
    """The rows of a table by person, a post in each, with the name that stands only in the first."""
    places = [at for at, each in head.columns.items() if each is not None and each.part in PEOPLE]
    return _with_above(places, rows)


def _with_above(places: Sequence[float], rows: Sequence[Body]) -> Iterator[Body]:
    """The rows, those of several cells with what the last above them that has any has in these places."""
    above: Mapping[float, tuple[Text, ...]] = {}
    for row in rows:
        own = {place: row.cells[place] for place in places if place in row.cells}
        above = own or above
        yield replace(row, cells={**above, **row.cells}) if len(row.cells) > 1 else row


def _goes_down(column: Column | None) -> bool:
    return column is not None and column.part not in (ListPart.FORUM, ListPart.RULE)


def as_unit(row: Body, text: str) -> Unit:
    """A text of a row, to be read as a line."""
    return Unit(cells=(Text(start=row.start, end=row.end, text=text),), table=None, joined=text)


def _joined(above: Body, row: Body) -> Body:
    places = dict.fromkeys((*above.cells, *row.cells))
    return replace(
        above,
        cells={
            place: _wrapped(above.cells.get(place, ()), row.cells.get(place, ()))
            for place in places
        },
        end=row.end,
    )


def _beside(above: Body, row: Body) -> Body:
    """Two lines of one cell, as two things."""
    cells = {place: (*above.cells.get(place, ()), *lines) for place, lines in row.cells.items()}
    return replace(above, cells={**above.cells, **cells}, end=max(above.end, row.end))


def _wrapped(above: tuple[Text, ...], below: tuple[Text, ...]) -> tuple[Text, ...]:
    """Two lines of one cell, as one text."""
    if not above or not below:
        return above or below
    last, first = above[-1], below[0]
    if last.text.endswith("-") and first.text[:1].islower():
        text = last.text[:-1] + first.text
    else:
        text = f"{last.text} {first.text}"
    return (*above[:-1], replace(last, text=text), *below[1:])


def only_text(row: Body) -> str:
    """The text of a row with one cell."""
    (place,) = row.cells
    return row.text(place)
