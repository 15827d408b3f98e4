"""Lists that are tables: a row for each seat, under titles that say what a column holds."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from kkr_graph.appointments.days import read_days
from kkr_graph.appointments.entries import Entry, EntryReader
from kkr_graph.appointments.headings import Column, HeadingReader
from kkr_graph.appointments.heads import PEOPLE, Head
from kkr_graph.appointments.outline import Outline, Row
from kkr_graph.appointments.prose import ProseReader
from kkr_graph.appointments.rows import Body, RowMerger, as_unit, body_of, only_text
from kkr_graph.appointments.units import Text, Unit
from kkr_graph.language.dates import find_dates
from kkr_graph.language.parties import party_token
from kkr_graph.language.period import only_day
from kkr_graph.model.extract import BodyMention, Event, Role, Unclaimed
from kkr_graph.model.lexicon import ListPart
from kkr_graph.model.names import clean, fold
from kkr_graph.model.span import Passage

_MARKED = frozenset({"x", "ja", "yes"})
_UNREAD = "en celle, som hverken navngiver en person eller en ledig plads"
_UNKNOWN_COLUMN = "en kolonne, hvis overskrift programmet ikke kender"


class TableReader:
    """Reads tables into the outline."""

    def __init__(
        self,
        outline: Outline,
        headings: HeadingReader,
        entries: EntryReader,
        prose: ProseReader,
        passage: Callable[[int, int], Passage],
        *,
        is_plain: bool,
    ) -> None:
        self.outline = outline
        self.headings = headings
        self.entries = entries
        self.merger = RowMerger(entries)
        self.prose = prose
        self.words = entries.words
        self.passage = passage
        self.is_plain = is_plain  # columns are counted in characters
        self.unclaimed: list[Unclaimed] = []

    # --- where tables are ---

    def head(self, unit: Unit) -> Head | None:
        """The titles of a table, if a row is nothing else."""
        columns = {
            place: self.headings.column(" ".join(cell.text for cell in cells))
            for place, cells in unit.columns.items()
        }
        known = [column for column in columns.values() if column is not None]
        parts = {column.part for column in known}
        is_head = (
            len(known) >= 2
            and 2 * len(known) > len(columns)
            and (parts & PEOPLE or ListPart.FORUM in parts)
            and not any(self.entries.find(cell.text) for cell in unit.cells)
        )
        return Head(columns=columns, table=unit.table) if is_head else None

    def extent(self, head: Head, units: Sequence[Unit]) -> int:
        """How many of the units below the titles are rows of the table."""
        for count, unit in enumerate(units):
            if self.head(unit) is not None or not self._belongs(head, units, count):
                return count
        return len(units)

    def _belongs(self, head: Head, units: Sequence[Unit], at: int) -> bool:
        unit = units[at]
        if head.table is not None or unit.table is not None:
            return unit.table == head.table
        if self.is_plain and unit.cells[0].column < min(head.columns):
            return False
        if self._is_labelled(unit):
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

    def _is_labelled(self, unit: Unit) -> bool:
        """Whether a line is "Formål:   ..." and no row, also where it is wide."""
        label, colon, _ = unit.cells[0].text.partition(":")
        return bool(colon) and self.headings.column(label) is not None

    # --- reading ---

    def read(self, head: Head, units: Sequence[Unit], *, goes_on: bool) -> None:
        """Read the rows below the titles; ``goes_on`` where the table was begun above."""
        is_skipped = self.prose.is_skipping  # "Kontakt" stands above
        self.prose.start_table()
        if is_skipped:
            return
        rows = [body_of(head, unit) for unit in units]
        if head.table is None:
            rows = list(self.merger.merged(head, rows))
        head = self._settled(head, rows)
        if ListPart.FORUM in head.parts() and not goes_on:
            self.outline.current = self.outline.pending = None
        is_grouped = self._is_grouped(head, rows)
        for row in rows:
            if len(row.cells) == 1 and self._single(head, row, is_grouped=is_grouped):
                continue
            self._row(head, row)

    def _settled(self, head: Head, rows: Sequence[Body]) -> Head:
        """The titles as the cells below them show them to be meant."""
        settled = {
            place: self._meant(head, place, column, rows) for place, column in head.columns.items()
        }
        if not any(column and column.part == ListPart.FORUM for column in settled.values()):
            settled |= self._unnamed_forums(replace(head, columns=settled), rows)
        forums = [
            place
            for place, column in settled.items()
            if column is not None and column.part == ListPart.FORUM
        ]
        settled |= {place: Column(part=ListPart.NOTHING) for place in forums[1:]}
        return replace(head, columns=settled)

    def _unnamed_forums(self, head: Head, rows: Sequence[Body]) -> dict[float, Column]:
        """A column left of the people whose title nobody knows: what else would it name?"""
        people = [place for place, each in head.columns.items() if each and each.part in PEOPLE]
        unknown = [
            place
            for place, column in head.columns.items()
            if column is None and people and place < min(people)
        ]
        named = [row.text(place) for place in unknown for row in rows if place in row.cells]
        seems = len(unknown) == 1 and bool(named) and not any(map(self.entries.find, named))
        has_letters = all(any(map(str.isalpha, name)) and len(name) > 3 for name in named)
        return {unknown[0]: Column(part=ListPart.FORUM)} if seems and has_letters else {}

    def _meant(
        self, head: Head, place: float, column: Column | None, rows: Sequence[Body]
    ) -> Column | None:
        values = [row.text(place) for row in rows if place in row.cells and len(row.cells) > 1]
        if column is None or not values:
            return column
        people = any(self.entries.find(value) for value in values)
        days = any(any(find_dates(value, 0, len(value))) for value in values)
        has_forum = ListPart.FORUM in head.parts()
        match column.part:
            case ListPart.PERSON if all(value.isdigit() for value in values):
                return Column(part=ListPart.NOTHING)  # "Heraf formand": a number
            case ListPart.FROM | ListPart.TO if people and not days:
                return Column(part=ListPart.PERSON)
            case ListPart.FORUM if days and not people and all(map(only_day, values)):
                return Column(part=ListPart.TO)
            case ListPart.PERSON if not people and not has_forum and column.role is None:
                vacant = any(self.entries.is_vacant(value) for value in values)
                return column if vacant else Column(part=ListPart.FORUM)
            case ListPart.ROLE if not has_forum and not any(map(self.headings.role, values)):
                return Column(part=ListPart.FORUM)
            case _:
                return column

    def _is_grouped(self, head: Head, rows: Sequence[Body]) -> bool:
        """Whether the forums are rows of their own: the first row is, and no column has them."""
        first = rows[0] if rows else None
        return (
            ListPart.FORUM not in head.parts()
            and first is not None
            and len(first.cells) == 1
            and not self._names_seat(only_text(first))
        )

    def _names_seat(self, text: str) -> bool:
        return self.entries.is_entry(text) or self.entries.is_vacant(text)

    # --- rows with one cell ---

    def _single(self, head: Head, row: Body, *, is_grouped: bool) -> bool:
        """A row with one cell heads the rows below it, or tells something of the forum."""
        (place,) = row.cells
        column, text = head.columns.get(place), only_text(row)
        if self._names_seat(text) and (column is None or column.part in PEOPLE):
            return False
        if self.headings.group(text) is not None or ":" in text or text.endswith("."):
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
        values = self._values(head, row)
        self._tell_forum(values, row)
        passage = self.passage(row.start, row.end)
        seat = self._seat(values, passage)
        members = [
            entry
            for place, column in head.columns.items()
            if column is not None and column.part in PEOPLE and column.role != Role.DEPUTY
            for entry in self._people(head, row, place, column, seat, values)
        ]
        for entry in members:
            self.outline.add(entry, self._own(entry, members, values, seat))
        self._deputies(head, row, members, seat)
        self._unknown(head, row)

    def _values(self, head: Head, row: Body) -> dict[ListPart, str]:
        values: dict[ListPart, str] = {}
        for place, column in head.columns.items():
            text = row.text(place)
            if column is None or not text or (column.part in PEOPLE and column.role):
                continue
            if not head.is_deputys(place):
                values.setdefault(column.part, text)
        return values

    def _tell_forum(self, values: Mapping[ListPart, str], row: Body) -> None:
        passage = self.passage(row.start, row.end)
        name, *told = values.get(ListPart.FORUM, "").split("; ")
        if name and not self.entries.is_dash(name):
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

    def _seat(self, values: Mapping[ListPart, str], passage: Passage) -> Row:
        """What the cells beside the names say."""
        remarks = "; ".join(
            values[part]
            for part in (ListPart.REMARKS, ListPart.ROLE, ListPart.TITLE)
            if part in values
        )
        said = self.entries.remarks(remarks)
        period = read_days(values.get(ListPart.PERIOD, ""), self.words)
        left = self._day(values, ListPart.LEFT) or said.period.left
        event = Event.LEFT if left else said.event
        if ListPart.NOMINATED_BY in values and ListPart.BY not in values and event is None:
            event = None if self._has_days(values) else Event.NOMINATED
        role = self._role(values.get(ListPart.ROLE, "")) or self.words.roles.get(
            fold(values.get(ListPart.REMARKS, ""))
        )
        by = values.get(ListPart.BY)
        return Row(
            passage=passage,
            role=role,
            event=event,
            by=by if by and not self.entries.is_dash(by) else said.by,
            from_=self._day(values, ListPart.FROM) or period.from_ or said.period.from_,
            to=left or self._day(values, ListPart.TO) or period.to or said.period.to,
            replaces=self._replaced(values, remarks),
            certain=said.certain,
        )

    def _role(self, written: str) -> Role | None:
        """The role in a cell; "Suppleant for Anna Holm" is one too."""
        deputy = re.match(r"(?P<role>\w+(?: \w+)?) for ", written)
        if deputy is not None and self.entries.find(written):
            return self.headings.role(deputy["role"])
        return self.headings.role(written) if written else None

    def _has_days(self, values: Mapping[ListPart, str]) -> bool:
        return bool(self._day(values, ListPart.FROM)) or ListPart.PERIOD in values

    def _day(self, values: Mapping[ListPart, str], part: ListPart) -> date | None:
        return only_day(values[part]) if part in values else None

    def _replaced(self, values: Mapping[ListPart, str], remarks: str) -> str | None:
        found = self.entries.find(values.get(ListPart.REPLACES, ""))
        return clean(found[0].name) if found else self.entries.replaced(remarks)

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
        text = row.text(place)
        if column.part == ListPart.GIVEN:
            return
        if column.part == ListPart.FAMILY and ListPart.GIVEN in values:
            text = f"{values[ListPart.GIVEN]} {text}"
        if not text or fold(text) in _MARKED or fold(text) in self.words.unchanged:
            return
        if self.entries.is_vacant(text) or self.entries.is_dash(text):
            role = seat.role or column.role
            if not self.entries.is_dash(text) or column.role is None:
                self.outline.leave_empty(replace(seat, role=role))
            return
        found = self.entries.read(text) if self._lists(text) else ()
        if not found:
            self._leave(row.cells[place], _UNREAD)
        for entry in found:
            yield replace(
                entry,
                role=entry.role or seat.role or column.role or self._mark(head, row),
                certain=entry.certain and not column.is_proposed,
            )

    def _lists(self, text: str) -> bool:
        return self.entries.is_entry(text, expected=True) and self.outline.forum() is not None

    def _mark(self, head: Head, row: Body) -> Role | None:
        """The role whose column has a cross in this row."""
        for place, column in head.columns.items():
            marked = fold(row.text(place)) in _MARKED
            if column is not None and column.role is not None and marked:
                return column.role
        return None

    def _own(
        self, entry: Entry, members: Sequence[Entry], values: Mapping[ListPart, str], seat: Row
    ) -> Row:
        """The seat of one of the people of a row, whose parties may stand line by line."""
        at = members.index(entry)
        party = _nth(values.get(ListPart.PARTY), at, len(members))
        place = _nth(values.get(ListPart.MUNICIPALITY), at, len(members))
        principal = None
        if seat.role == Role.DEPUTY and ListPart.ROLE in values:
            named = self.entries.find(values[ListPart.ROLE])
            principal = clean(named[0].name) if named else None
        return replace(
            seat,
            party=self._party(party),
            municipality=self.entries.place_of(place)
            or self.entries.place_of(values.get(ListPart.TITLE)),
            deputy_for=principal,
        )

    def _party(self, written: str | None) -> str | None:
        for piece in re.split(r"\s[-–]\s|[()/,]", written or ""):
            token = party_token(piece.strip(" ."), self.entries.registry)
            if token is not None:
                return self.entries.scheme.letter(token)
        return None

    def _deputies(self, head: Head, row: Body, members: Sequence[Entry], seat: Row) -> None:
        for place, column in head.columns.items():
            text = row.text(place)
            if column is None or column.role != Role.DEPUTY or not text:
                continue
            if self.entries.is_dash(text) or self.entries.is_vacant(text):
                continue
            found = self.entries.read(text) if self._lists(text) else ()
            if not found:
                self._leave(row.cells[place], _UNREAD)
            own = replace(seat, role=Role.DEPUTY, event=None, replaces=None, to=seat.to)
            if seat.event in (Event.LEFT, Event.EX_OFFICIO):
                own = replace(own, to=None)
            for at, entry in enumerate(found):
                principal = _principal(members, at, len(found))
                party, municipality = self._of_deputy(head, row, place, at, len(found))
                own = replace(own, party=party, municipality=municipality)
                self.outline.add(
                    replace(entry, role=Role.DEPUTY), replace(own, deputy_for=principal)
                )

    def _of_deputy(
        self, head: Head, row: Body, place: float, at: int, count: int
    ) -> tuple[str | None, str | None]:
        """The party and the municipality in the columns beside a deputy."""
        beside = {
            column.part: _nth(row.text(other), at, count)
            for other, column in head.columns.items()
            if column is not None and head.owner(other) == place
        }
        party = self._party(beside.get(ListPart.PARTY))
        return party, self.entries.place_of(beside.get(ListPart.MUNICIPALITY))

    # --- what is left over ---

    def _unknown(self, head: Head, row: Body) -> None:
        """A column that nobody knows is left over where it names somebody or a day."""
        for place, cells in row.cells.items():
            if head.columns.get(place) is None:
                text = row.text(place)
                if self.entries.find(text) or any(find_dates(text, 0, len(text))):
                    self._leave(cells, _UNKNOWN_COLUMN)

    def _leave(self, cells: Sequence[Text], why: str) -> None:
        passage = self.passage(cells[0].start, cells[0].end)
        self.unclaimed.append(Unclaimed(passage=passage, why=why))


def _principal(members: Sequence[Entry], at: int, deputies: int) -> str | None:
    """Whose deputy one of those in a cell is: the one member's, or the one on the same line."""
    if len(members) == deputies:
        return members[at].name
    return None


def _nth(text: str | None, at: int, count: int) -> str | None:
    pieces = [piece for piece in re.split(r"[,;/]\s*", text or "") if piece]
    return pieces[at] if count > 1 and len(pieces) == count else text
