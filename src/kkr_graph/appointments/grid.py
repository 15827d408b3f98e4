"""Tables with names in the cells: a forum in each row and a party over each column, or the other way.

Or no more than forums over the columns, and below each those who sit there.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from kkr_graph.appointments.entries import EntryReader
from kkr_graph.appointments.outline import Outline, Row
from kkr_graph.appointments.units import Text, Unit, rows_below
from kkr_graph.model.extract import Role
from kkr_graph.model.span import Passage

_FEWEST = 2  # columns of names


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A cell: the forum and whose seat it is, as their titles have it, and who has it."""

    forum: Text
    whose: str
    holders: Sequence[Text]
    is_deputys: bool = False  # in a row "suppl." below that of the members


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """A row, and the title in front of it or of the row above."""

    title: Text
    unit: Unit
    is_deputys: bool


class GridReader:
    """Finds such tables, and reads them into the outline."""

    def __init__(
        self,
        outline: Outline,
        entries: EntryReader,
        is_forum: Callable[[str], bool],
        passage: Callable[[int, int], Passage],
    ) -> None:
        self.outline = outline
        self.entries = entries
        self.is_forum = is_forum
        self.passage = passage

    def find(self, units: Sequence[Unit], at: int) -> Sequence[Unit]:
        """The rows of the table whose titles stand at a place, these among them; none of another."""
        titles = units[at]
        if titles.table is None or len(titles.columns) < _FEWEST:
            return ()
        behind_first = titles.cells[
            1:
        ]  # there may be a title over what stands in front of the rows
        if not (self._are_forums(behind_first) or self._are_senders(behind_first)):
            return ()
        rows = (titles, *takewhile(self._is_row, rows_below(units, at)))
        return rows if len(rows) > 1 and self._is_grid(rows) else ()

    def _is_row(self, unit: Unit) -> bool:
        """Whether a row is no note at the foot of the table."""
        return len(unit.cells) > 1 or self._is_seat(unit.cells[0])

    def read(self, rows: Sequence[Unit]) -> None:
        """Everybody in the forum of the row or of the column."""
        members: dict[tuple[str, str], str | None] = {}  # the one member, whose deputy the next is
        for seat in self._seats(rows):
            self.outline.open(seat.forum.text, self.passage(seat.forum.start, seat.forum.end))
            place = (seat.forum.text, seat.whose)
            told = [self._add(holder, seat, members.get(place)) for holder in seat.holders]
            if not seat.is_deputys:
                members[place] = told[0] if len(told) == 1 else None

    def _add(self, holder: Text, seat: Seat, member: str | None) -> str | None:
        """Who has a seat, by name; nobody, where nobody has it."""
        row = Row(
            passage=self.passage(holder.start, holder.end),
            role=Role.DEPUTY if seat.is_deputys else None,
            party=self.entries.party_of(seat.whose),
            municipality=self.entries.place_of(seat.whose),
            deputy_for=member if seat.is_deputys else None,
        )
        if self.entries.is_vacant(holder.text):
            self.outline.leave_empty(row)
        found = self.entries.read(holder.text)
        self.outline.add_all(found, row)
        return found[0].name if len(found) == 1 else None

    def _is_grid(self, rows: Sequence[Unit]) -> bool:
        if self._has_forums_alone(rows):
            return True
        (across, *cells), titles = _named(rows), [row.title for row in self._down(rows)]
        is_crossed = any(
            self._are_forums(forums) and self._are_senders(senders)
            for forums, senders in ((across, titles), (titles, across))
        )
        seats = [cell for row in cells for cell in row]
        return is_crossed and bool(seats) and all(map(self._is_seat, seats))

    def _down(self, rows: Sequence[Unit]) -> Sequence[GridRow]:
        """The rows below the titles, each with what stands in front of it."""
        found: list[GridRow] = []
        title: Text | None = None
        for unit in rows[1:]:
            first = unit.cells[0]
            is_deputys = self.entries.headings.role(first.text) is Role.DEPUTY
            title = first if title is None or not is_deputys else title
            found.append(GridRow(title=title, unit=unit, is_deputys=is_deputys))
        return found

    def _has_forums_alone(self, rows: Sequence[Unit]) -> bool:
        """Whether every column is of a forum, and has nothing below it but who sits there."""
        cells = [each for row in rows[1:] for each in row.cells]
        is_filled = bool(cells) and all(map(self._is_seat, cells))
        return is_filled and self._are_forums(rows[0].cells)

    def _are_forums(self, titles: Sequence[Text]) -> bool:
        return all(self.is_forum(each.text) for each in titles)

    def _are_senders(self, titles: Sequence[Text]) -> bool:
        """Whether titles are parties or municipalities."""
        return all(
            self.entries.party_of(each.text) or self.entries.place_of(each.text) for each in titles
        )

    def _is_seat(self, cell: Text) -> bool:
        is_empty = self.entries.is_vacant(cell.text) or self.entries.is_dash(cell.text)
        return is_empty or self.entries.is_entry(cell.text)

    def _seats(self, rows: Sequence[Unit]) -> Sequence[Seat]:
        if self._has_forums_alone(rows):
            return [
                Seat(forum=title, whose="", holders=holders)
                for row in rows[1:]
                for title in rows[0].cells
                if (holders := row.columns.get(title.column))
            ]
        across, *_ = _named(rows)
        is_across = self._are_forums(across)
        return [
            Seat(
                forum=title if is_across else row.title,
                whose=row.title.text if is_across else title.text,
                holders=holders,
                is_deputys=row.is_deputys,
            )
            for row in self._down(rows)
            for title in across
            if (holders := row.unit.columns.get(title.column))
        ]


def _named(rows: Sequence[Unit]) -> Sequence[Sequence[Text]]:
    """The cells of each row in the columns of names, without what stands in front of them."""
    lead = min(cell.column for row in rows[1:] for cell in row.cells)  # it may have no title
    return [[cell for cell in row.cells if cell.column > lead] for row in rows]
