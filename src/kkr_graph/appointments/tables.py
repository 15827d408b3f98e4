"""Lists that are tables: a row for each seat, under titles that say what a column holds."""

import re
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from kkr_graph.appointments.columns import ColumnReader
from kkr_graph.appointments.entries import Entry
from kkr_graph.appointments.headings import Column
from kkr_graph.appointments.heads import PEOPLE, Head
from kkr_graph.appointments.outline import EVERYBODY, Row
from kkr_graph.appointments.posts import PostReader
from kkr_graph.appointments.prose import ProseReader
from kkr_graph.appointments.registers import RegisterReader
from kkr_graph.appointments.rows import (
    MARKED,
    Body,
    RowMerger,
    as_unit,
    body_of,
    carried_down,
    named_down,
    only_text,
    placed_down,
    without_numbers,
)
from kkr_graph.appointments.seats import SeatReader
from kkr_graph.appointments.surnames import given_first, turned
from kkr_graph.appointments.table_finder import TableFinder
from kkr_graph.appointments.titles import names_forum
from kkr_graph.appointments.units import Text, Unit
from kkr_graph.language.dates import find_dates
from kkr_graph.language.deputies import IN_ORDER
from kkr_graph.model.extract import BodyMention, Event, Role, Unclaimed
from kkr_graph.model.lexicon import ListPart
from kkr_graph.model.names import fold

_UNREAD = "en celle, som hverken navngiver en person eller en ledig plads"
_BRACKETED = re.compile(r"\([^()]+\)")
_OF_SEATS = frozenset({ListPart.ROLE, ListPart.BY, ListPart.PERIOD, ListPart.FROM})
_BOTH = re.compile(r"^(?:begge|alle)\b", re.IGNORECASE)  # the member and the deputy of the row
_IN_ORDER = re.compile(rf"\b{IN_ORDER}", re.IGNORECASE)  # wherever a cell says it
_UNKNOWN_COLUMN = "en kolonne, hvis overskrift programmet ikke kender"


class TableReader:
    """Reads tables into the outline."""

    def __init__(
        self,
        prose: ProseReader,
        posts: PostReader,
        *,
        is_plain: bool,
        facts: Container[int],
    ) -> None:
        self.finder = TableFinder(prose.headings, prose.entries, is_plain=is_plain, facts=facts)
        self.prose = prose
        self.outline, self.passage = prose.outline, prose.passage
        self.headings, self.entries = prose.headings, prose.entries
        self.words = self.entries.words
        self.columns = ColumnReader(self.headings, self.entries)
        self.seats = SeatReader(self.headings, self.entries)
        self.merger = RowMerger(self.entries)
        self.registers = RegisterReader(self.outline, self.seats, posts, self.passage)
        self.settled: Head | None = None  # the titles of the table before
        self.municipality: str | None = None  # of all in a table of forums, by its heading
        self.unclaimed: list[Unclaimed] = []

    def read(self, head: Head, units: Sequence[Unit], *, goes_on: bool) -> None:
        """Read the rows below the titles; ``goes_on`` where the table was begun above."""
        # below "Kontakt", unless it has what is told of seats alone: the sheet may be called "Pladser"
        is_skipped = self.prose.is_skipping and not head.parts() & _OF_SEATS
        if not goes_on:
            self.outline.section = self.prose.above.group or EVERYBODY
        self.prose.start_table()
        if is_skipped:
            return
        bodies = [body_of(head, unit) for unit in without_numbers(head, units)]
        rows = list(carried_down(head, bodies))
        rows = list(given_first(head, rows, self.entries.persons.given_names))
        if head.table is None:
            rows = list(self.merger.merged(head, rows))
        register = self.registers.find(head, rows)
        if register is not None:
            self.unclaimed += self.registers.read(register, rows)
            return
        if not goes_on or self.settled is None:
            self.settled = self.columns.settled(head, rows, self.outline.naming())
        head = self.settled
        rows = list(placed_down(head, rows))
        if self._is_led_by_names(head):
            rows = list(named_down(head, rows))
        if ListPart.FORUM in head.parts() and not goes_on:
            self.municipality = self.entries.place_of(self.outline.title())
            self.outline.current = self.outline.pending = None
        self._rows(head, rows)
        if ListPart.FORUM not in head.parts():
            self.outline.section = EVERYBODY

    def _rows(self, head: Head, rows: Sequence[Body]) -> None:
        is_grouped = self.merger.is_grouped(head, rows)
        for row, below in zip_longest(rows, rows[1:]):
            if self._heads_forums(head, row, below):
                continue
            if len(row.cells) == 1 and self._single(head, row, is_grouped=is_grouped):
                continue
            if len(row.cells) == 1 and self._begins_forum(head, row, below):
                self.outline.head(only_text(row), self.passage(row.start, row.end))
                continue
            self._row(head, row)

    def _heads_forums(self, head: Head, row: Body, below: Body | None) -> bool:
        """A row of an act above the row of another forum: "Udpeget af KKR", of all below it."""
        place = head.place(ListPart.FORUM)
        if place is None or below is None or len(row.cells) > 1 or len(below.cells) < 2:
            return False
        group, forum = self.headings.group(only_text(row)), below.text(place)
        goes_on = fold(forum) in ("", fold(self.outline.title() or ""))
        if group is None or not group.is_act or goes_on:
            return False
        self.outline.section = group
        return True

    def _begins_forum(self, head: Head, row: Body, below: Body | None) -> bool:
        """Whether a row among people is the name of another forum, and those below it are of that."""
        (place,) = row.cells
        column = head.columns.get(place)
        among = column is not None and column.part in PEOPLE and place == min(head.columns)
        if not among or ListPart.FORUM in head.parts() or below is None:
            return False
        return names_forum(only_text(row)) and self.finder.names_seat(below.text(place))

    def _is_led_by_names(self, head: Head) -> bool:
        """Whether a name comes first and the forum, below "Hverv", behind it."""
        name, forum = head.place(ListPart.PERSON), head.place(ListPart.FORUM)
        return name is not None and forum is not None and name < forum

    # --- rows with one cell ---

    def _single(self, head: Head, row: Body, *, is_grouped: bool) -> bool:
        """A row with one cell heads the rows below it, or tells something of the forum."""
        (place,) = row.cells
        column, text = head.columns.get(place), only_text(row)
        if self.headings.is_labelled(text) and self.prose.read(as_unit(row, text)):
            return True  # "Kontaktperson: Anna Holm"
        if self.finder.names_seat(text) and (column is None or column.part in PEOPLE):
            return False
        is_general = fold(text) in self.words.general  # "Noter", below the rows
        if is_general or self.headings.group(text) or ":" in text or text.endswith("."):
            if not self.prose.read(as_unit(row, text)):
                self._leave(row.cells[place], _UNREAD)
            return True
        is_forum = column is not None and column.part == ListPart.FORUM
        if is_forum or is_grouped:
            self.outline.head(text, self.passage(row.start, row.end))
            return True
        return False

    # --- whole rows ---

    def _row(self, head: Head, row: Body) -> None:
        values = self.seats.values(head, row)
        self._tell_forum(head, values, row)
        told = self._tell_more(head, row)
        passage = self.passage(row.start, row.end)
        if self.seats.is_staffs(values):
            return
        leaver = self._leaver(values, row)
        if leaver is not None:  # and what is told of her is told of nobody else in the row
            values = {part: text for part, text in values.items() if part != ListPart.REMARKS}
            self.outline.add(leaver, Row(passage=passage))
        seat = replace(
            self.seats.seat(values, passage),
            municipality=self._municipality(head),
        )
        if seat.role is Role.DEPUTY and "personlig" in fold(values.get(ListPart.ROLE, "")):
            seat = replace(seat, deputy_for=self.outline.last_member())
        members = [
            entry
            for place, column in head.columns.items()
            if column is not None and column.part in PEOPLE and column.role != Role.DEPUTY
            for entry in self._people(head, row, place, column, seat, values)
        ]
        for entry in members:
            self.outline.add(entry, self.seats.own(entry, members, values, seat))
        self._deputies(head, row, members, seat, values)
        self._unknown(head, row, told)

    def _leaver(self, values: Mapping[ListPart, str], row: Body) -> Entry | None:
        """Who a remark says has left, where the row is of others: "Bo Lund (V) udtrådte den 31. maj 2026"."""
        remark = values.get(ListPart.REMARKS, "")
        told = self.entries.read(remark) if self.entries.remarks.read(remark).period.left else ()
        if len(told) != 1 or not remark.startswith(told[0].name):
            return None
        named = sum(text.text.count(told[0].name) for cell in row.cells.values() for text in cell)
        return told[0] if named == 1 else None

    def _municipality(self, head: Head) -> str | None:
        """Where those in a table are from, below "Ballerup Kommune"; else their rows tell it."""
        told = {ListPart.MUNICIPALITY, ListPart.BY} & head.parts()
        return None if told or ListPart.FORUM not in head.parts() else self.municipality

    def _tell_forum(self, head: Head, values: Mapping[ListPart, str], row: Body) -> None:
        passage = self.passage(row.start, row.end)
        place = head.place(ListPart.FORUM)
        name, told = self._parted(() if place is None else row.things(place))
        if _BRACKETED.fullmatch(name):
            self.outline.call(name, passage)
        elif name and not self.entries.is_dash(name):
            self.outline.open(name, passage)
        for line in told:
            self.prose.read(as_unit(row, line))
        forum = self.outline.forum()
        if forum is None:
            return
        purpose, legal = values.get(ListPart.PURPOSE), values.get(ListPart.LEGAL_BASIS)
        if purpose and not self.entries.is_dash(purpose):
            forum.purpose = forum.purpose or (purpose, passage)
        if legal and not self.entries.is_dash(legal):
            forum.legal_basis = forum.legal_basis or (legal, passage)
        if ListPart.RULE in values:
            self.prose.tell_rules(values[ListPart.RULE], passage)
        short = values.get(ListPart.ABBREVIATION)
        if short and not self.entries.is_dash(short):
            mention = BodyMention(passage=passage, name=forum.name, abbreviation=short)
            if all(fold(each.name) != fold(forum.name) for each in self.outline.abbreviations):
                self.outline.abbreviations.append(mention)

    def _tell_more(self, head: Head, row: Body) -> Collection[float]:
        """The columns without a known title that have labels in their cells: "Formål: ..."."""
        told = []
        for place in row.cells:
            text = row.text(place)
            is_label = head.columns.get(place) is None and self.headings.is_labelled(text)
            if is_label and self.outline.forum() is not None:
                told += [place] if self.prose.read(as_unit(row, text)) else []
        return told

    def _parted(self, things: Sequence[str]) -> tuple[str, list[str]]:
        """The name of a forum in a cell, over its lines, and what is told of it below."""
        if things and self._tells_of_forum(things[0]):
            return "", list(things)
        name, *lines = things or ("",)
        while lines and self._is_of_name(lines[0]):
            name = f"{name} {lines.pop(0)}"
        return name, lines

    def _tells_of_forum(self, line: str) -> bool:
        """Whether a line of the cell goes on about the forum above: "Hjemmel: ...", "Periode 2026-2029"."""
        head = self.headings.column(line.split(" ", 1)[0])
        is_period = head is not None and head.part is ListPart.PERIOD
        return self.headings.is_labelled(line) or (is_period and any(map(str.isdigit, line)))

    def _is_of_name(self, line: str) -> bool:
        is_told = ":" in line or "§" in line or line.endswith(".") or line[:1].isdigit()
        return not is_told and not self.entries.find(line)

    def _people(
        self,
        head: Head,
        row: Body,
        place: float,
        column: Column,
        seat: Row,
        values: Mapping[ListPart, str],
    ) -> Iterator[Entry]:
        """Those in one cell; an empty seat is told, and what is neither is left over."""
        text = _name_in(row.text(place), column, values)
        if not text or fold(text) in MARKED or fold(text) in self.words.unchanged:
            return
        if self.entries.is_vacant(text) or self.entries.is_dash(text):
            role = seat.role or column.role
            if not self.entries.is_dash(text) or column.role is None:
                self.outline.leave_empty(replace(seat, role=role))
            for entry in self.entries.before_vacancy(text):
                yield replace(entry, role=role)
            return
        found = self.entries.read(text) if self._lists(text) else ()
        if not found:
            self._leave(row.cells[place], _UNREAD)
        for piece in text.split("; "):
            if self.entries.is_vacant(piece):
                self.outline.leave_empty(replace(seat, role=seat.role or column.role))
        for entry in found:
            yield replace(
                entry,
                role=entry.role or seat.role or column.role or self.seats.mark(head, row),
                by=entry.by or column.by,
                certain=entry.certain and not column.is_proposed,
            )

    def _lists(self, text: str) -> bool:
        return self.entries.is_entry(text, expected=True) and self.outline.forum() is not None

    def _deputies(
        self,
        head: Head,
        row: Body,
        members: Sequence[Entry],
        seat: Row,
        values: Mapping[ListPart, str],
    ) -> None:
        for place, column in head.columns.items():
            text = row.text(place)
            if column is None or column.role != Role.DEPUTY or not text:
                continue
            if self.entries.is_dash(text):
                continue
            if self.entries.is_vacant(text):
                empty = replace(seat, role=Role.DEPUTY)
                self.outline.leave_empty(empty)
                for entry in self.entries.before_vacancy(text):
                    self.outline.add(
                        replace(entry, role=Role.DEPUTY), _seat_of_deputy(seat, values)
                    )
                continue
            found = self.entries.read(text) if self._lists(text) else ()
            if not found:
                self._leave(row.cells[place], _UNREAD)
            own = _seat_of_deputy(seat, values)
            principals = self._principals(text, column, found, members)
            for at, (entry, principal) in enumerate(zip(found, principals, strict=True)):
                if head.has_members():
                    party, municipality = self.seats.of_deputy(head, row, place, at, len(found))
                    own = replace(own, party=party, municipality=municipality)
                else:  # a table of deputies alone, each with her party and whose deputy she is
                    own = self.seats.own(entry, found, values, own)
                    principal = own.deputy_for
                self.outline.add(
                    replace(entry, role=Role.DEPUTY), replace(own, deputy_for=principal)
                )

    def _principals(
        self, text: str, column: Column, found: Sequence[Entry], members: Sequence[Entry]
    ) -> list[str | None]:
        """Whose deputy each of those in a cell is: the one member's, or the one's on the same line."""
        lines = self._lines(text)
        count = max(len(found), len(lines))
        if column.is_shared or _IN_ORDER.search(text) or len(members) != count:
            return [None] * len(found)
        own = (
            lines.index(each.name) if each.name in lines else at for at, each in enumerate(found)
        )
        return [members[at].name for at in own]

    def _lines(self, text: str) -> tuple[str | None, ...]:
        """Who stands on each line of a cell; None where a line says that there is nobody."""
        pieces = text.split("; ")
        read = [self.entries.read(piece) for piece in pieces]
        empty = [self.entries.is_dash(each) or self.entries.is_vacant(each) for each in pieces]
        if any(len(found) + none != 1 for found, none in zip(read, empty, strict=True)):
            return ()
        return tuple(found[0].name if found else None for found in read)

    # --- what is left over ---

    def _unknown(self, head: Head, row: Body, told: Collection[float]) -> None:
        """A column that nobody knows is left over where it names somebody or a day."""
        for place, cells in row.cells.items():
            if head.columns.get(place) is None and place not in told:
                text = row.text(place)
                if self.entries.find(text) or any(find_dates(text, 0, len(text))):
                    self._leave(cells, _UNKNOWN_COLUMN)

    def _leave(self, cells: Sequence[Text], why: str) -> None:
        passage = self.passage(cells[0].start, cells[0].end)
        self.unclaimed.append(Unclaimed(passage=passage, why=why))


def _seat_of_deputy(seat: Row, values: Mapping[ListPart, str]) -> Row:
    """The seat of a member as her deputy has it: what is told of "begge" is of the deputy too."""
    if _BOTH.search(values.get(ListPart.REMARKS, "")):
        return replace(seat, role=Role.DEPUTY, replaces=None)
    to = None if seat.event in (Event.LEFT, Event.EX_OFFICIO) else seat.to
    return replace(seat, role=Role.DEPUTY, event=None, replaces=None, to=to)


def _name_in(text: str, column: Column, values: Mapping[ListPart, str]) -> str:
    """The text of a cell, with the given name before the family name."""
    match column.part:
        case ListPart.GIVEN:
            return ""  # it stands with the family name
        case ListPart.FAMILY if ListPart.GIVEN in values:
            return f"{values[ListPart.GIVEN]} {text}"
        case ListPart.FAMILY:
            return turned(text)
        case _:
            return text
