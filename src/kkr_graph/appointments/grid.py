"""Tables with names in the cells: a forum in each row and a party over each column, or the other way.

Or no more than forums over the columns, and below each those who sit there.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kkr_graph.appointments.entries import EntryReader
from kkr_graph.appointments.outline import Outline, Row
from kkr_graph.appointments.units import Text, Unit, rows_below
from kkr_graph.language.parties import party_token
from kkr_graph.model.span import Passage

_FEWEST = 2  # columns of names


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A cell: the forum and whose seat it is, as their titles have it, and who has it."""

    forum: Text
    whose: str | None
    holders: Sequence[Text]


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
        across = titles.cells[1:]
        if not (self._are_forums(across) or self._are_senders(across)):
            return ()
        rows = (titles, *rows_below(units, at))
        return rows if self._is_grid(rows) else ()

    def read(self, rows: Sequence[Unit]) -> None:
        """Everybody in the forum of the row or of the column."""
        for seat in self._seats(rows):
            self.outline.open(seat.forum.text, self.passage(seat.forum.start, seat.forum.end))
            for holder in seat.holders:
                row = Row(
                    passage=self.passage(holder.start, holder.end),
                    party=self._party(seat.whose or ""),
                    municipality=self.entries.place_of(seat.whose),
                )
                if self.entries.is_vacant(holder.text):
                    self.outline.leave_empty(row)
                for entry in self.entries.read(holder.text):
                    self.outline.add(entry, row)

    def _is_grid(self, rows: Sequence[Unit]) -> bool:
        if self._has_forums_alone(rows):
            return True
        across, down = _titles(rows)
        is_crossed = any(
            self._are_forums(forums) and self._are_senders(senders)
            for forums, senders in ((across, down), (down, across))
        )
        cells = [each for row in rows[1:] for each in row.cells[1:]]
        return is_crossed and bool(down and cells) and all(map(self._is_seat, cells))

    def _has_forums_alone(self, rows: Sequence[Unit]) -> bool:
        """Whether every column is of a forum, and has nothing below it but who sits there."""
        cells = [each for row in rows[1:] for each in row.cells]
        is_filled = bool(cells) and all(map(self._is_seat, cells))
        return is_filled and self._are_forums(rows[0].cells)

    def _are_forums(self, titles: Sequence[Text]) -> bool:
        return all(self.is_forum(each.text) for each in titles)

    def _are_senders(self, titles: Sequence[Text]) -> bool:
        """Whether titles are parties or municipalities."""
        return all(self._party(each.text) or self.entries.place_of(each.text) for each in titles)

    def _is_seat(self, cell: Text) -> bool:
        is_empty = self.entries.is_vacant(cell.text) or self.entries.is_dash(cell.text)
        return is_empty or self.entries.is_entry(cell.text)

    def _seats(self, rows: Sequence[Unit]) -> Sequence[Seat]:
        if self._has_forums_alone(rows):
            return [
                Seat(forum=title, whose=None, holders=holders)
                for row in rows[1:]
                for title in rows[0].cells
                if (holders := row.columns.get(title.column))
            ]
        across, _ = _titles(rows)
        is_across = self._are_forums(across)
        return [
            Seat(
                forum=title if is_across else row.cells[0],
                whose=row.cells[0].text if is_across else title.text,
                holders=holders,
            )
            for row in rows[1:]
            for title in across
            if (holders := row.columns.get(title.column))
        ]

    def _party(self, text: str) -> str | None:
        token = party_token(text, self.entries.registry)
        return None if token is None else self.entries.scheme.letter(token)


def _titles(rows: Sequence[Unit]) -> tuple[Sequence[Text], Sequence[Text]]:
    """What stands over the columns, and in front of the rows."""
    return rows[0].cells[1:], [row.cells[0] for row in rows[1:]]
