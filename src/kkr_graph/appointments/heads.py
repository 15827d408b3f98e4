"""The titles of a table: what each of its columns holds."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kkr_graph.appointments.headings import Column
from kkr_graph.model.extract import Role
from kkr_graph.model.lexicon import ListPart

PEOPLE = frozenset({ListPart.PERSON, ListPart.GIVEN, ListPart.FAMILY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The titles of a table, by where their columns begin."""

    columns: Mapping[float, Column | None]
    table: int | None

    def parts(self) -> set[ListPart]:
        """What the table holds."""
        return {column.part for column in self.columns.values() if column is not None}

    def has_members(self) -> bool:
        """Whether a column holds people who are no deputies."""
        return any(
            column is not None and column.part in PEOPLE and column.role is not Role.DEPUTY
            for column in self.columns.values()
        )

    def part_at(self, place: float) -> ListPart | None:
        """What the column there holds."""
        column = self.columns.get(place)
        return None if column is None else column.part

    def place(self, part: ListPart) -> float | None:
        """The first column that holds a part."""
        places = (at for at, each in self.columns.items() if each is not None and each.part == part)
        return next(places, None)

    def over(self, below: "Head") -> "Head":
        """Titles above titles: "Stedfortrædere" over "Navn" and "Kommune"."""
        columns = {place: column for place, column in self.columns.items() if column is not None}
        for place, column in below.columns.items():
            above = max((each for each in columns if each <= place), default=None)
            upper = None if above is None else self.columns.get(above)
            if column is not None and column.part == ListPart.PERSON and upper is not None:
                column = upper if upper.part == ListPart.PERSON else column
            columns |= {} if column is None else {place: column}
        return replace(self, columns=columns)

    def owner(self, place: float) -> float | None:
        """The column of people that a column of parties or municipalities belongs to."""
        column = self.columns[place]
        if column is not None and column.of_deputy:
            return self._deputies_before(place)
        same = [at for at, each in self.columns.items() if each == column]
        people = [
            at
            for at, each in self.columns.items()
            if each is not None and each.part in PEOPLE and at < place
        ]
        return max(people, default=None) if len(same) > 1 else None

    def _deputies_before(self, place: float) -> float | None:
        """The nearest column of deputies before another."""
        places = (
            at
            for at, each in self.columns.items()
            if each is not None and each.part in PEOPLE and each.role is Role.DEPUTY and at < place
        )
        return max(places, default=None)

    def is_deputys(self, place: float) -> bool:
        """Whether a column tells of the deputies beside it."""
        told = self.columns[place]
        if told is not None and told.of_deputy:
            return True
        owner = self.owner(place)
        column = None if owner is None else self.columns[owner]
        return column is not None and column.role == Role.DEPUTY

    def nearest(self, place: float) -> float:
        """The column that a cell stands in."""
        if self.table is not None:
            return place
        return min(self.columns, key=lambda begins: (abs(begins - place), begins))
