"""The seats of a coming term in their groups: what the registry says of each, and its rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from kkr_graph.constitution.board import BoardRow
from kkr_graph.model.danish import capitalised, counted
from kkr_graph.overview.content import Coming, Overview, SeatRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingGroup:
    """The seats of one kind in a forum in a coming term, one row of the board for each."""

    about: SeatRow
    rows: tuple[BoardRow, ...]

    @property
    def forum(self) -> str:
        """The body that the seats are in."""
        return self.about.forum

    @property
    def is_filled_by_somebody(self) -> bool:
        """Whether it is known who fills the seats; an office does by itself."""
        return bool(self.about.appointed_by or self.about.nominated_by)

    def seat_label(self, row: BoardRow) -> str:
        """``Medlem 2 af 3``: which of the group's seats a row is."""
        role = capitalised(self.about.role)
        number = self.rows.index(row) + 1
        return f"{role} {number} af {len(self.rows)}" if len(self.rows) > 1 else role

    def named(self, number: int) -> str:
        """``2 pladser: medlem (kommunale politiske repræsentanter)``."""
        rule = f" ({self.about.eligibility})" if self.about.eligibility else ""
        return f"{counted(number, 'plads', 'pladser')}: {self.about.role}{rule}"


def coming_groups(overview: Overview, coming: Coming) -> Iterator[ComingGroup]:
    """In the order of the board."""
    about = {row.group: row for row in overview.seats}
    for name, rows in groupby(coming.board.rows, key=_group):
        yield ComingGroup(about=about[name], rows=tuple(rows))


def _group(row: BoardRow) -> str:
    return row.seat.partition(":")[0]
