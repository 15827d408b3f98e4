"""Tables with a row for each person and a column for each forum, in which a cross says who sits there."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kkr_graph.appointments.headings import HeadingReader
from kkr_graph.appointments.heads import PEOPLE, Head
from kkr_graph.appointments.outline import Outline, Row
from kkr_graph.appointments.rows import MARKED, body_of
from kkr_graph.appointments.seats import SeatReader
from kkr_graph.appointments.units import Text, Unit, rows_below
from kkr_graph.model.extract import Role
from kkr_graph.model.lexicon import ListPart
from kkr_graph.model.names import fold
from kkr_graph.model.span import Passage

_FORUMS = 2  # columns of forums, below which a table is none of these
_BESIDE = frozenset({ListPart.PARTY, ListPart.MUNICIPALITY, ListPart.TITLE, ListPart.NOTHING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The titles of such a table, and its rows."""

    head: Head
    person: float
    forums: Mapping[float, Text]
    rows: Sequence[Unit]


def find_matrix(
    units: Sequence[Unit], at: int, headings: HeadingReader, roles: Mapping[str, Role]
) -> Matrix | None:
    """The table whose titles stand at a place, if two of its unknown columns or more hold crosses and roles.

    ``roles`` are those that words and letters stand for, in the list itself too.
    """
    first = units[at]
    if first.table is None:
        return None
    columns = {place: headings.column(cells[0].text) for place, cells in first.columns.items()}
    people = [place for place, column in columns.items() if column and column.part in PEOPLE]
    beside = {column.part for column in columns.values() if column} - PEOPLE
    if len(people) != 1 or not beside <= _BESIDE:
        return None
    rows = rows_below(units, at)
    forums = {
        place: first.columns[place][0]
        for place, each in columns.items()
        if each is None and _is_marked(rows, place, roles)
    }
    if len(forums) < _FORUMS:
        return None
    head = Head(columns=columns, table=first.table)
    return Matrix(head=head, person=people[0], forums=forums, rows=rows)


def _is_marked(rows: Sequence[Unit], place: float, roles: Mapping[str, Role]) -> bool:
    """Whether the cells of a column are crosses and roles."""
    cells = [cell.text for row in rows for cell in row.cells if cell.column == place]
    known = (fold(text) in MARKED or fold(text) in roles or text in "-–—" for text in cells)
    return bool(cells) and all(known)


class MatrixReader:
    """Reads them into the outline."""

    def __init__(
        self,
        outline: Outline,
        seats: SeatReader,
        roles: Mapping[str, Role],
        passage: Callable[[int, int], Passage],
    ) -> None:
        self.outline = outline
        self.seats = seats
        self.roles = roles
        self.passage = passage

    def read(self, matrix: Matrix) -> None:
        """Everybody in each forum whose column has a mark in the row."""
        for unit in matrix.rows:
            row = body_of(matrix.head, unit)
            values = self.seats.values(matrix.head, row)
            entries = self.seats.entries.read(row.text(matrix.person))
            for place, title in matrix.forums.items():
                mark = fold(row.text(place))
                if len(entries) != 1 or not mark or mark in "-–—":
                    continue
                self.outline.open(title.text, self.passage(title.start, title.end))
                seat = Row(passage=self.passage(row.start, row.end), role=self.roles.get(mark))
                self.outline.add(entries[0], self.seats.own(entries[0], entries, values, seat))
