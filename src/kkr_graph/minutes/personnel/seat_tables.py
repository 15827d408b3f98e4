"""Tables with a row for each seat: "Forum", "Rolle", "Navn", below a sentence on who gets them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kkr_graph.language.presented import Presented
from kkr_graph.minutes.clauses import Clause
from kkr_graph.minutes.structure.cells import Place, columns_of
from kkr_graph.model.extract import Role
from kkr_graph.model.lexicon import ListPart
from kkr_graph.model.names import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatRow:
    """What a row says: the body and the role as written, and who is named, each with a role of the column."""

    body: str | None
    role: str | None
    people: tuple[tuple[Presented, Role | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatTable:
    """What the columns of a table hold; a column of people may be that of one role."""

    columns: tuple[ListPart | Role | None, ...]
    places: tuple[Place, ...]

    def row(self, clause: Clause, places: Sequence[Place]) -> SeatRow:
        """A row, of which the clause has the people; a body that looks like a name is nobody."""
        written, stands_in = clause.written, columns_of(places, self.places)
        cells = zip(stands_in, written.strip("\t").split("\t"), strict=True)
        texts = {self.columns[at]: cell.strip() for at, cell in cells}
        first = len(written) - len(written.lstrip("\t"))
        people: list[tuple[Presented, Role | None]] = []
        for person in clause.people:
            cell = written.count("\t", first, clause.start_of(person))
            column = self.columns[stands_in[cell]]
            if isinstance(column, Role):
                people.append((person, column))
            elif column is ListPart.PERSON:
                people.append((person, None))
        return SeatRow(
            body=texts.get(ListPart.FORUM), role=texts.get(ListPart.ROLE), people=tuple(people)
        )


def read_seats(
    cells: Sequence[str],
    places: Sequence[Place],
    parts: Mapping[str, ListPart],
    role_of: Callable[[str], Role | None],
) -> SeatTable | None:
    """The table below a head that has a column of bodies, and one of people."""
    columns = tuple(parts.get(fold(cell)) or role_of(cell) for cell in cells)
    has_people = ListPart.PERSON in columns or any(isinstance(each, Role) for each in columns)
    is_head = len(cells) == len(places) and ListPart.FORUM in columns and has_people
    return SeatTable(columns=columns, places=tuple(places)) if is_head else None
