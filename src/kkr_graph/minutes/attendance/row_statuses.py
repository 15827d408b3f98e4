"""Which rows of a list tell who came, and which leave it open where the others do not."""

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from kkr_graph.language.item_lists import CAME_AT, PARTIAL, item_numbers
from kkr_graph.language.particulars import particulars
from kkr_graph.language.presentation import DEPUTY_FOR
from kkr_graph.minutes.attendance.columns import Column, placed_cells
from kkr_graph.minutes.attendance.list_headings import ListHeadingReader
from kkr_graph.minutes.attendance.rosters import Roster
from kkr_graph.model.extract import AttendanceStatus
from kkr_graph.model.lexicon import Phrase
from kkr_graph.model.names import fold

_CROSSES = frozenset({"x", "+"})
# "Online", "Deltog via Teams": beside empty cells it tells how somebody came, and not who
_HOW = re.compile(
    r"(?:(?:deltog|deltager|mødte?) )?(?:(?:via|på|over|pr\.?) )?(?:teams|zoom|skype|video|telefon|online|virtuelt|digitalt)",
    re.IGNORECASE,
)
Stretch: TypeAlias = tuple[int, int]  # ``[start, end)`` of the reading
_FEWEST = 2  # rows that tell it, before one that does not is open


class RowStatusReader:
    """Reads what the rows of one document's lists tell of who came."""

    def __init__(self, headings: ListHeadingReader) -> None:
        self.headings = headings
        self.layer = headings.layer
        self.people = headings.people
        self.staff = headings.lexicon.phrases[Phrase.STAFF]

    def left_open(self, roster: Roster, rows: Sequence[Stretch]) -> frozenset[Stretch]:
        """The rows of which nothing is told.

        Where the heading tells it, those only that say something else in the place where most tell it:
        "Bo Lund: På kursus" between "Anna Holm: Deltog" and "Eva Skov: Deltog".
        """
        texts = {row: self.layer.reading.text[slice(*row)] for row in rows}
        if roster.told_by_row:
            silent = {row for row, text in texts.items() if not self.tells(roster, text)}
            return frozenset(silent - self._unmarked(roster, rows))
        if roster.columns or roster.status is not AttendanceStatus.PRESENT:
            return frozenset()
        of_one = [row for row in rows if self._is_of_member(texts[row])]
        told = [row for row in of_one if self.people.words.status(_last(texts[row]))]
        came = sum(AttendanceStatus.PRESENT in self._statuses(texts[row]) for row in told)
        if came < _FEWEST or 2 * len(told) <= len(of_one):
            return frozenset()
        places = {_place(texts[row]) for row in told} - {None}
        return frozenset(
            row
            for row in of_one
            if _place(texts[row]) in places and not self.tells(roster, texts[row])
        )

    def _unmarked(self, roster: Roster, rows: Iterable[Stretch]) -> set[Stretch]:
        """The rows with nothing where others say that somebody was away: these came.

        Not where others say that somebody came; how they did is no more than a remark.
        """
        columns = self.headings.status_columns(roster.lines[0])
        said = {row: self._said(row, columns) for row in rows}
        told = {self.people.words.status(cell) for cell in said.values() if not _HOW.match(cell)}
        if AttendanceStatus.ABSENT not in told or AttendanceStatus.PRESENT in told:
            return set()
        return {row for row, cell in said.items() if not cell or self._is_office(cell)}

    def _is_office(self, cell: str) -> bool:
        """Whether a cell only says what somebody is: "Formand", "Borgmester"."""
        return fold(cell) in self.headings.lexicon.roles or self.people.words.is_title(cell)

    def _said(self, row: Stretch, columns: Sequence[Column]) -> str:
        """What a row has in the column that tells who came."""
        cells = placed_cells(self.layer, *row, columns) if columns else ()
        told = (cell for cell in cells if cell.status is not None)
        said = " ".join(self.layer.reading.text[cell.start : cell.end] for cell in told)
        return said.strip(" –—-")

    def tells(self, roster: Roster, row: str) -> bool:
        """Whether a row says of somebody that they came, or did not.

        A cross below "Fremmøde / Afbud" may be for either.
        """
        both = any(map(self.headings.names_both, roster.heading.split("\t")))
        open_ = _CROSSES - set(roster.heading.lower().split()) if both else frozenset()
        pieces = [piece for piece in particulars(row) if fold(piece) not in open_]
        told = any(map(self.people.words.status, pieces)) or any(map(_came_for, pieces))
        told = told or any(map(CAME_AT.fullmatch, pieces))
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
