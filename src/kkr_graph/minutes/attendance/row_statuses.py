"""Which rows of a list tell who came, and which leave it open where the others do not."""

import re
from collections.abc import Sequence

from kkr_graph.language.item_lists import PARTIAL, item_numbers
from kkr_graph.language.particulars import particulars
from kkr_graph.language.presentation import DEPUTY_FOR
from kkr_graph.minutes.attendance.list_headings import ListHeadingReader
from kkr_graph.minutes.attendance.rosters import Roster
from kkr_graph.model.extract import AttendanceStatus
from kkr_graph.model.lexicon import Phrase
from kkr_graph.model.names import fold

_CROSSES = frozenset({"x", "+"})
_FEWEST = 2  # rows that tell it, before one that does not is open


class RowStatusReader:
    """Reads what the rows of one document's lists tell of who came."""

    def __init__(self, headings: ListHeadingReader) -> None:
        self.headings = headings
        self.people = headings.people
        self.staff = headings.lexicon.phrases[Phrase.STAFF]

    def left_open(self, roster: Roster, rows: Sequence[str]) -> frozenset[str]:
        """The rows of which nothing is told.

        Where the heading tells it, those only that say something else in the place where most tell it:
        "Bo Lund: På kursus" between "Anna Holm: Deltog" and "Eva Skov: Deltog".
        """
        if roster.told_by_row:
            return frozenset(row for row in rows if not self.tells(roster, row))
        if roster.columns or roster.status is not AttendanceStatus.PRESENT:
            return frozenset()
        of_one = [row for row in rows if self._is_of_member(row)]
        told = [row for row in of_one if self.people.words.status(_last(row))]
        came = sum(AttendanceStatus.PRESENT in self._statuses(row) for row in told)
        if came < _FEWEST or 2 * len(told) <= len(of_one):
            return frozenset()
        places = {_place(row) for row in told} - {None}
        return frozenset(
            row for row in of_one if _place(row) in places and not self.tells(roster, row)
        )

    def tells(self, roster: Roster, row: str) -> bool:
        """Whether a row says of somebody that they came, or did not.

        A cross below "Fremmøde / Afbud" may be for either.
        """
        both = any(map(self.headings.names_both, roster.heading.split("\t")))
        open_ = _CROSSES - set(roster.heading.lower().split()) if both else frozenset()
        pieces = [piece for piece in particulars(row) if fold(piece) not in open_]
        told = any(map(self.people.words.status, pieces)) or any(map(_came_for, pieces))
        said = not both and any(self._statuses(row))  # "Bo Lund deltog"
        said = said or DEPUTY_FOR.match(_last(row)) is not None  # "Deltog for Bo Lund"
        return told or said or PARTIAL.search(row) is not None

    def _statuses(self, row: str) -> list[AttendanceStatus | None]:
        return [one.status for one in self.people.find_listed(row)]

    def _is_of_member(self, row: str) -> bool:
        """Whether a row is of one person, or of one and who came for them, and of no staff."""
        first = next(iter(self.people.find_listed(row)), None)
        if first is None or first.start or first.deputy_for:
            return False
        is_staff = first.party is None and self.staff.search(first.title or "") is not None
        return not (is_staff or first.status is AttendanceStatus.GUEST)


def _last(row: str) -> str:
    """What stands last in a row, behind a colon or in the last cell."""
    return re.split(r":\s|\t", row)[-1].strip()


def _place(row: str) -> tuple[int, int] | None:
    """In which cell of how a row ends; nothing where it is no more than a name."""
    cells, colons = row.count("\t"), row.count(": ")
    return (cells, colons) if cells or colons else None


def _came_for(piece: str) -> bool:
    """Whether a cell says for which items somebody came: "Deltog i pkt. 4"."""
    return piece.lower().startswith("delt") and bool(item_numbers(piece))
