"""Tables of who came in which a cross says it: below "Til stede", or below "Afbud".

That somebody was away who was there is the worst that minutes can be misread to say. So a cross
tells only what it stands below: by its place, with no other heading as near. A row without one, with
two that contradict each other, or with one that may be another row's, tells nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kkr_graph.language.people import PeopleReader
from kkr_graph.minutes.attendance.columns import Column
from kkr_graph.minutes.structure.cells import cells_of, place_of
from kkr_graph.model.extract import AttendanceStatus
from kkr_graph.model.lexicon import Lexicon
from kkr_graph.model.names import fold
from kkr_graph.model.text import Line, TextLayer

_CROSS = re.compile(r"\(?[xX✓✔√☒☑●•*+]\)?(?:[ ,(].{0,40})?")
_YES = re.compile(r"[Jj]a(?:[ ,(].{0,40})?")
_NO = re.compile(r"[Nn]ej")
_PARTLY = re.compile(r"(?:fra|til|indtil|kl\.?|delvist?)\b.{0,40}", re.IGNORECASE)
_NEAR = 3  # characters beside a heading where a cross may still stand for it


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of such a table: who, at ``[start, end)`` of the reading, and what it tells of them.

    Nothing is told where ``status`` is None. What stands behind the cross is ``rest``.
    """

    start: int
    end: int
    status: AttendanceStatus | None
    rest: tuple[tuple[int, int], ...] = ()
    deputy: tuple[int, int] | None = None  # of those in the rest, in a column of deputies


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    """A cell, and the column that it stands below; None where that cannot be told."""

    start: int
    end: int
    text: str
    at: int | None


class CrossReader:
    """Reads the tables of one document in which crosses tell who came."""

    def __init__(self, layer: TextLayer, lexicon: Lexicon, people: PeopleReader) -> None:
        self.layer = layer
        self.lexicon = lexicon
        self.people = people

    def is_crossed(self, lines: Sequence[Line], columns: Sequence[Column]) -> bool:
        """Whether a row of these lines has a cross below a heading that tells a capacity."""
        told = [
            cell
            for line in lines
            for cell in self._cells(line, columns)
            if cell.at and columns[cell.at].status
        ]
        if {column.status for column in columns} <= {None, AttendanceStatus.PRESENT}:
            words = any(self._begins_with_word(cell.text) for cell in told)
            return not words and any(_CROSS.fullmatch(cell.text) for cell in told)
        return any(_CROSS.fullmatch(cell.text) or _YES.fullmatch(cell.text) for cell in told)

    def _begins_with_word(self, text: str) -> bool:
        """Whether a cell says itself what it tells: "Afbud, i stedet: Bo Lund", "Ja"."""
        return (
            _CROSS.fullmatch(text) is None
            and self.told_by(re.split(r"[,;(:]", text)[0]) is not None
        )

    def told_by(self, word: str) -> AttendanceStatus | None:
        """The capacity that a word beside a name tells, as a reason for being away does."""
        return self.lexicon.status_words.get(fold(word))

    def rows(self, lines: Sequence[Line], columns: Sequence[Column]) -> Iterator[Row]:
        """The rows of a table, each of as many lines as it takes."""
        taken: list[list[_Cell]] = []
        is_broken = False  # a name ends in a hyphen, alone on its line
        for line in lines:
            cells = self._cells(line, columns)
            if taken and (is_broken or not self._begins_row(cells)):
                taken[-1].extend(cells)
            else:
                taken.append(list(cells))
            is_broken = len(cells) == 1 and self.layer.raw(line).endswith("-")
        yield from (self._row(cells, columns) for cells in taken)

    def _cells(self, line: Line, columns: Sequence[Column]) -> tuple[_Cell, ...]:
        text = self.layer.reading.text
        return tuple(
            _Cell(
                start=start,
                end=end,
                text=text[start:end],
                at=0
                if start == line.read_start and place[0] <= columns[0].end
                else _below(place, columns),
            )
            for start, end in cells_of(self.layer, line.read_start, line.read_end)
            for place in (place_of(self.layer, start, end),)
        )

    def _begins_row(self, cells: Sequence[_Cell]) -> bool:
        """Whether a line begins a row, and is not the rest of the one above.

        A line with a name cell and a cross is a row of its own, also where we cannot read the name.
        """
        crossed = any(_CROSS.fullmatch(cell.text) for cell in cells[1:])
        if cells[0].at != 0:  # "Vejle Kommune" stands once, and the name in the second column
            return crossed and bool(self.people.find(cells[0].text))
        return crossed or any(self.people.find(cell.text) for cell in cells)

    def _row(self, cells: Sequence[_Cell], columns: Sequence[Column]) -> Row:
        said = {
            i: tell
            for i, cell in enumerate(cells)
            if i and (tell := self._told(cell, columns)) is not None
        }
        first = min(said, default=len(cells))
        told = {status for tell in said.values() for status in tell}
        alone = told.pop() if len(told) == 1 and all(said.values()) else None
        deputies = (
            (cell.start, cell.end)
            for i, cell in enumerate(cells)
            if i > first and cell.at is not None and columns[cell.at].deputies
        )
        return Row(
            deputy=next(deputies, None),
            start=cells[0].start,
            end=cells[first - 1].end,
            status=alone if said else _unless_crossed(columns),
            rest=tuple(
                (cell.start, cell.end)
                for i, cell in enumerate(cells)
                if i > first and i not in said
            ),
        )

    def _told(self, cell: _Cell, columns: Sequence[Column]) -> tuple[AttendanceStatus, ...] | None:
        """What a cell tells of who came; () for a cross of which that cannot be said; None: nothing."""
        below = None if cell.at is None else columns[cell.at].status
        cross = _CROSS.fullmatch(cell.text) or _YES.fullmatch(cell.text)
        if cell.at == 0:
            return None
        if below is None:
            return () if cross else None
        if cross or (below is AttendanceStatus.PRESENT and _PARTLY.fullmatch(cell.text)):
            return (below,)
        if _NO.fullmatch(cell.text):
            return (AttendanceStatus.ABSENT,) if below is AttendanceStatus.PRESENT else ()
        word = self.told_by(cell.text)
        return None if word is None else (word,)


def _unless_crossed(columns: Sequence[Column]) -> AttendanceStatus | None:
    """Of whom a row without a cross is: of the members, where crosses say who of them was away."""
    first, *others = columns
    told = {column.status for column in others} - {None}
    if first.status is None and told == {AttendanceStatus.ABSENT}:  # "Navn", "Parti", "Afbud"
        return AttendanceStatus.PRESENT
    return None if first.status in told else first.status


def _below(place: tuple[int, int], columns: Sequence[Column]) -> int | None:
    """The column below whose heading a cell stands, with no other heading about as near."""
    ranked = sorted((_beside(place, column), i) for i, column in enumerate(columns))
    (nearest, at), second = ranked[0], ranked[1][0]
    return at if nearest <= _NEAR and 2 * nearest < second else None


def _beside(place: tuple[int, int], column: Column) -> int:
    """How many characters, or tabs, lie between a cell and the span of a heading."""
    return max(0, column.start - place[1], place[0] - column.end)
