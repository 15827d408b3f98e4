"""Where the tables of a list are: rows that are nothing but titles, and the rows below them."""

from collections.abc import Container, Mapping, Sequence

from kkr_graph.appointments.entries import EntryReader
from kkr_graph.appointments.facts import OF_FORUM
from kkr_graph.appointments.headings import Column, HeadingReader
from kkr_graph.appointments.heads import PEOPLE, Head
from kkr_graph.appointments.units import Unit
from kkr_graph.model.extract import Role
from kkr_graph.model.lexicon import ListPart

_MOST_ABOVE = 5  # rows over the titles of a table that tell of its forum
_OF_SEAT = frozenset({ListPart.ROLE, ListPart.TITLE, ListPart.REMARKS})


class TableFinder:
    """Finds the titles of tables, and where the tables end."""

    def __init__(
        self,
        headings: HeadingReader,
        entries: EntryReader,
        *,
        is_plain: bool,
        facts: Container[int],
    ) -> None:
        self.headings = headings
        self.entries = entries
        self.facts = facts  # where rows begin that tell of one forum
        self.is_plain = is_plain  # columns are counted in characters

    def head(self, unit: Unit) -> Head | None:
        """The titles of a table, if a row is nothing else."""
        if unit.start in self.facts:
            return None
        columns = self._columns(unit)
        known = [column for column in columns.values() if column is not None]
        parts = {column.part for column in known}
        is_head = (
            len(known) >= 2
            and 2 * len(known) > len(columns)
            and (parts & PEOPLE or parts & {ListPart.FORUM, ListPart.ORGANIZATION})
            and not any(self.entries.find(cell.text) for cell in unit.cells)
            and not _tells_of_label(unit)
        )
        return Head(columns=columns, table=unit.table) if is_head else None

    def _columns(self, unit: Unit) -> Mapping[float, Column | None]:
        """What each column holds; "Valgt af Byrådet", beside their deputies, is over those who were."""
        titles = {
            place: " ".join(cell.text for cell in cells) for place, cells in unit.columns.items()
        }
        columns = {place: self.headings.column(title) for place, title in titles.items()}
        people = [each for each in columns.values() if each is not None and each.part in PEOPLE]
        if not people or any(each.role is not Role.DEPUTY for each in people):
            return columns
        groups = {place: self.headings.group(title) for place, title in titles.items()}
        return columns | {
            place: Column(part=ListPart.PERSON, by=group.by)
            for place, group in groups.items()
            if columns[place] is None and group is not None and group.by is not None
        }

    def extent(self, head: Head, units: Sequence[Unit]) -> int:
        """How many of the units below the titles are rows of the table."""
        for count, unit in enumerate(units):
            is_over = self._heads_next(head, units, count)
            if is_over or self._begins(head, unit) or not self._belongs(head, units, count):
                return count
        return len(units)

    def _begins(self, head: Head, unit: Unit) -> bool:
        """Whether a row is the titles of another table; "Medlem | Født medlem" is of a seat where roles stand."""
        titles = self.head(unit)
        if titles is None:
            return False
        known = {place for place, column in titles.columns.items() if column is not None}
        said = {place for place in known if head.part_at(place) in _OF_SEAT}
        return unit.table != head.table or said != known

    def _heads_next(self, head: Head, units: Sequence[Unit], at: int) -> bool:
        """Whether a row is the name of the next table: its titles stand below, or what is told of its forum."""
        for unit in units[at : at + _MOST_ABOVE]:
            is_below = unit is not units[at]
            if self._begins(head, unit) or (is_below and self._tells_of_forum(unit)):
                return is_below
            if len(unit.cells) > 1 or self.names_seat(unit.text):
                return False
        return False

    def _belongs(self, head: Head, units: Sequence[Unit], at: int) -> bool:
        unit = units[at]
        if head.table is not None or unit.table is not None:
            return unit.table == head.table
        if self.is_plain and unit.cells[0].column < min(head.columns):
            return False
        if self._is_below_other(head, unit):
            return True  # "Suppleant: Anna Holm", below the members
        others = {cell.column for cell in unit.cells[1:]}
        if self._is_labelled(unit) and not (others and others <= set(head.columns)):
            return False
        if len(unit.cells) > 1:
            return True
        if unit.text.endswith(".") or len(unit.text) > 100 or ":" in unit.text.rstrip(": "):
            return False
        after = units[at + 1] if at + 1 < len(units) else None
        if after is None:
            return unit.gap == 0
        is_row = after.table is None and self.head(after) is None and len(after.cells) > 1
        return is_row and not self._is_labelled(after)

    def _is_below_other(self, head: Head, unit: Unit) -> bool:
        """Whether a line begins right below a title that is not the first."""
        column = unit.cells[0].column
        return self.is_plain and column > min(head.columns) and column in head.columns

    def _is_labelled(self, unit: Unit) -> bool:
        """Whether a line is "Formål:   ..." and no row, also where it is wide; "Forbrugervalgte:" heads rows."""
        heads_rows = len(unit.cells) == 1 and unit.text.endswith(":")
        if heads_rows and self.headings.group(unit.text) is not None:
            return False
        return self.headings.is_labelled(unit.cells[0].text)

    def _tells_of_forum(self, unit: Unit) -> bool:
        """Whether a row of a marked table is "Formål | At følge havnen": a label, and one cell beside it."""
        if unit.table is None or len(unit.columns) != 2:
            return False
        column = self.headings.column(unit.cells[0].text)
        return column is not None and column.part in OF_FORUM

    def names_seat(self, text: str) -> bool:
        """Whether a text is somebody, or a seat that nobody has."""
        return self.entries.is_entry(text) or self.entries.is_vacant(text)


def _tells_of_label(unit: Unit) -> bool:
    """Whether a row is "Forum:  Teatrets bestyrelse", and not "Medlemmer:  Stedfortrædere:"."""
    first, *others = (cell.text.endswith(":") for cell in unit.cells)
    return first and not all(others)
