"""Tables with a row for each seat: "Forum", "Rolle", "Navn", below a sentence on who gets them."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kkr_graph.language.presented import Presented
from kkr_graph.minutes.clauses import Clause
from kkr_graph.minutes.personnel.acts import Personnel
from kkr_graph.minutes.personnel.labels import LabelReader
from kkr_graph.minutes.personnel.open_lists import Listing
from kkr_graph.minutes.personnel.rows import TableRow
from kkr_graph.minutes.personnel.targets import TargetReader
from kkr_graph.minutes.structure.cells import Place
from kkr_graph.model.extract import Role
from kkr_graph.model.lexicon import ListPart
from kkr_graph.model.names import fold

# a body may be called whatever has capitals: "Femern Belt Development"
_IN_CAPITALS = re.compile(r"[A-ZÆØÅ][\w&/-]*(?: (?:(?:og|for|i|af|på|den|det) )?[A-ZÆØÅ][\w&/-]*)*")


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
        row = TableRow.below(self.places, clause, places)
        texts = {self.columns[at]: text for at, text in row.texts().items()}
        people: list[tuple[Presented, Role | None]] = []
        for at, person in row.people():
            column = self.columns[at]
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


class SeatRows:
    """Reads the rows of one such table; in its body, or in that of a row above, people are listed."""

    def __init__(self, table: SeatTable, targets: TargetReader, labels: LabelReader) -> None:
        self.table = table
        self.targets = targets
        self.labels = labels
        self.body: str | None = None  # of the row, up to one that names another
        self.above: Presented | None = None  # the entry before

    def read(
        self, clause: Clause, places: Sequence[Place], listing: Listing
    ) -> Iterator[Personnel]:
        """Those whom a row names, in its body or in that of a row above."""
        row = self.table.row(clause, places)
        named = row.body is None or _IN_CAPITALS.fullmatch(row.body) is not None
        if not (named or self.targets.seems_body(row.body or "")):
            return  # "I alt 3", or a sentence
        if row.body:
            self.body, self.above = self.targets.bodies.canonical(row.body), None
        said = None if row.role is None else self.labels.role(row.role)
        is_personal = row.role is not None and "personlig" in row.role.casefold()
        if row.role is not None and said is None:
            return  # "Udtræder": a role that nobody knows gives no seat
        for person, role in row.people:
            role = role or said or Role.MEMBER
            principal = self.above if is_personal or len(row.people) > 1 else None
            placed = replace(listing, body=self.body)
            yield placed.enlisted(person, role, principal, self.targets)
            self.above = self.above if role is Role.DEPUTY else person
