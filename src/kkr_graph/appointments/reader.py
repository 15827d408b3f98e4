"""Puts together what is read from one appointment list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from kkr_graph.appointments.bearers import BearerReader
from kkr_graph.appointments.beside import apart
from kkr_graph.appointments.broken_labels import with_whole_labels
from kkr_graph.appointments.cards import CardReader
from kkr_graph.appointments.definitions import DefinitionReader
from kkr_graph.appointments.document import DocumentReader
from kkr_graph.appointments.entries import EntryReader
from kkr_graph.appointments.facts import find_facts
from kkr_graph.appointments.forum_lines import ForumLineReader
from kkr_graph.appointments.grid import GridReader
from kkr_graph.appointments.groups import GroupReader
from kkr_graph.appointments.headings import HeadingReader, without_lead
from kkr_graph.appointments.heads import Head
from kkr_graph.appointments.legend import find_legend, with_legend
from kkr_graph.appointments.matrix import Matrix, MatrixReader, find_matrix
from kkr_graph.appointments.numbering import plainly_numbered
from kkr_graph.appointments.outline import Outline
from kkr_graph.appointments.posts import PostReader
from kkr_graph.appointments.prose import ProseReader
from kkr_graph.appointments.records import RecordReader
from kkr_graph.appointments.roles import ITSELF
from kkr_graph.appointments.rules import find_seat_rules
from kkr_graph.appointments.senders import SenderReader
from kkr_graph.appointments.surnames import lines_with_given_first
from kkr_graph.appointments.tables import TableReader
from kkr_graph.appointments.telling import TellingReader
from kkr_graph.appointments.units import Text, Unit, find_units
from kkr_graph.language.bodies import BodyReader
from kkr_graph.language.calendar import impossible_days
from kkr_graph.language.dates import find_dates
from kkr_graph.language.parties import decide_scheme, party_tokens
from kkr_graph.language.people import PeopleReader
from kkr_graph.language.seat_forms import COUNT
from kkr_graph.language.teller import TellerOf
from kkr_graph.model.extract import (
    BodyMention,
    DateMention,
    Document,
    Extract,
    Finding,
    SeatRule,
    Unclaimed,
)
from kkr_graph.model.lexicon import Lexicon, ListPart
from kkr_graph.model.names import clean, fold
from kkr_graph.model.registry import Registry
from kkr_graph.model.span import Passage
from kkr_graph.model.text import TextLayer

_WHY = "en linje, som hverken er et forum, en oplysning om det eller en, der sidder i det"
_FAR = 12  # lines below a name among which what somebody is must begin
_LETTERS = re.compile(r"[A-ZÆØÅ]{1,3}")
_SEATS = re.compile(rf"{COUNT} (?:medlem(?:mer)?|repræsentant(?:er)?|plads(?:er)?)", re.IGNORECASE)


def parse_list(
    layer: TextLayer, registry: Registry, lexicon: Lexicon, teller_of: TellerOf
) -> Extract:
    """Everything that a list says about forums and who sits in them, and what is left over."""
    return _ListReader(layer, registry, lexicon, teller_of).extract()


class _ListReader:
    """Reads one list: tables and prose by their own readers, into one outline."""

    def __init__(
        self, layer: TextLayer, registry: Registry, lexicon: Lexicon, teller_of: TellerOf
    ) -> None:
        self.layer = layer
        self.words = lexicon.lists
        self.bodies = BodyReader(registry, layer.reading.text)
        self.headings = HeadingReader(lexicon, self.bodies)
        found = find_units(layer, lexicon.given_names)
        named = tuple(lines_with_given_first(found, lexicon.given_names))
        numbered = plainly_numbered(named)
        whole = with_whole_labels(tuple(numbered), self.headings)
        parted = tuple(apart(tuple(whole), self.headings))
        self.units = tuple(RecordReader(self.headings).as_tables(parted))
        scheme = decide_scheme(self._letters(), registry)
        self.people = PeopleReader(registry, lexicon, scheme)
        self.entries = EntryReader(registry, lexicon, self.people, self.headings, scheme)
        self.entries.know(layer.reading.text)
        self.entries.persons.know(cell.text for unit in self.units for cell in unit.cells)
        self.entries.persons.know_above([unit.text for unit in self.units])
        self.units = tuple(DefinitionReader(self.entries, self.headings).on_one_line(self.units))
        self.units = tuple(CardReader(self.entries, self.headings).on_one_line(self.units))
        self.outline = Outline(self.bodies)
        self.rules: list[SeatRule] = []
        self.heads = DocumentReader(layer, self.units, lexicon, self.headings)
        self.document: Document = self.heads.document()
        telling = TellingReader(
            self.headings, self.entries, teller_of(self.bodies, self.people, self.document.body)
        )
        posts = PostReader(self.headings, self.entries, self.document.date)
        self.forum_lines = ForumLineReader(self.outline, posts, self.document.body)
        self.prose = ProseReader(
            self.outline, telling, self.forum_lines, self._tell_rules, layer.passage
        )
        self.bearers = BearerReader(
            self.outline, posts, self.prose.is_contact, layer.passage, self.document.body
        )
        facts = frozenset(row.start for row in find_facts(self.units, self.headings))
        self.tables = TableReader(self.prose, posts, is_plain=not layer.rows, facts=facts)
        senders = SenderReader(self.headings, self.entries)
        self.composing = senders.composing(self.units)
        self.senders = senders.find(self.units)
        self.grids = GridReader(
            self.outline, self.entries, self.forum_lines.is_forum, layer.passage
        )
        self.marks = with_legend(self.words.roles, (unit.text for unit in self.units))
        self.matrices = MatrixReader(self.outline, self.tables.seats, self.marks, layer.passage)

    def _letters(self) -> Iterator[str]:
        """What stands for parties: in brackets, between commas, in a column of parties."""
        text = "\n".join(unit.text for unit in self.units)
        yield from party_tokens(text)
        places: set[tuple[int | None, float]] = set()
        for unit in self.units:
            for cell in unit.cells:
                column = self.headings.column(cell.text)
                if column is not None and column.part == ListPart.PARTY:
                    places.add((unit.table, cell.column))
                elif (unit.table, cell.column) in places and _LETTERS.fullmatch(cell.text):
                    yield cell.text

    def extract(self) -> Extract:
        """The whole list."""
        left = tuple(self._read_all())
        return Extract(
            document=self.document,
            appointments=tuple(self.outline.appointments()),
            dates=tuple(self._days()),
            bodies=tuple(self._bodies()),
            seat_rules=tuple(self.rules),
            forums=tuple(self.outline.told(owner=self.document.body)),
            vacancies=tuple(self.outline.vacancies()),
            unclaimed=(*left, *self.tables.unclaimed),
            warnings=(*self._undated(), *impossible_days(self.layer)),
        )

    def _undated(self) -> Iterator[Finding]:
        """Seats without a day, in a list that does not say what day it holds for."""
        seats = tuple(self.outline.appointments())
        undated = sum(one.from_ is None and one.to is None for one in seats)
        if undated and self.document.date is None:
            yield Finding(
                code="list-undated",
                message=(
                    f"{self.layer.name}: Det fremgår ikke, hvilken dag listen gælder, og {undated} af "
                    f"{len(seats)} roller har ingen dag og kommer ikke med i svarene. Skriv dagen øverst, f.eks. »Opdateret den "
                    "1. marts 2026«."
                ),
            )

    # --- from top to bottom ---

    def _read_all(self) -> Iterator[Unclaimed]:
        at, table = 0, None
        while at < len(self.units):
            unit = self.units[at]
            head = self.tables.finder.head(unit)
            grid = self.grids.find(self.units, at)
            if grid:
                self.bearers.close()
                self.grids.read(grid)
                at += len(grid)
                continue
            matrix = self._matrix(at) if head is None else None
            if head is not None or matrix is not None:
                self.bearers.close()
            if matrix is not None:
                self.matrices.read(matrix)
                at += 1 + len(matrix.rows)
                continue
            at += 1
            if head is None:
                table = None
                read = self.bearers.read(unit, self.units[at : at + _FAR])
                if read is None:
                    yield from self._read_line(unit)
                elif not read and not self._is_own(unit):
                    yield self._unread(unit)
                continue
            below = self.tables.finder.head(self.units[at]) if at < len(self.units) else None
            if below is not None and below.table == head.table:
                head, at = head.over(below), at + 1
            rows = self.units[at : at + self.tables.finder.extent(head, self.units[at:])]
            self.tables.read(head, rows, goes_on=_is_same(table, head))
            at, table = at + len(rows), head

    def _matrix(self, at: int) -> Matrix | None:
        return find_matrix(self.units, at, self.headings, self.marks)

    def _read_line(self, unit: Unit) -> Iterator[Unclaimed]:
        lines = _told_beside(unit, self.headings, self.forum_lines) or self._parted(unit)
        if lines:
            first, *rest = lines
            self.outline.head(first.text, self.layer.passage(first.start, first.end))
            for line in rest:
                yield from self._read_line(line)
            return
        is_address = self.heads.is_address(unit, self.document.body)
        if unit.start in self.composing or is_address or self._explains(unit.text):
            return
        if unit.start in self.senders:
            self.prose.start_sent(unit.text)
            return
        for line in _grouped(unit, self.prose.groups) or (_labelled(unit, self.entries),):
            if not self.prose.read(line) and not self._is_own(line):
                yield self._unread(line)

    def _explains(self, line: str) -> bool:
        """Whether a line says what letters mean, and of nobody that they are that."""
        return bool(find_legend([line], self.words.roles)) and not self.people.find(line)

    def _parted(self, unit: Unit) -> tuple[Unit, ...]:
        """A body of the registry and what it heads of it: "RAR Fyn, stedfortrædere", "RAR Fyn, 2 medlemmer"."""
        name, comma, behind = (part.strip() for part in unit.text.partition(","))
        if unit.table is not None or not comma or self.bodies.known(without_lead(name)) is None:
            return ()
        whole = Text(start=unit.start, end=unit.end, text=name)
        if not behind or _SEATS.fullmatch(behind):
            return (_line(whole),)
        group = replace(whole, text=f"{behind}:")
        return () if self.headings.group(group.text) is None else (_line(whole), _line(group))

    def _unread(self, unit: Unit) -> Unclaimed:
        return Unclaimed(passage=self.layer.passage(unit.start, unit.end), why=_WHY)

    def _is_own(self, unit: Unit) -> bool:
        """Whether a line says whose list it is, or the day it holds for."""
        own = (self.document.body_passage, self.document.date_passage)
        return any(
            passage is not None and unit.start < passage.end and passage.start < unit.end
            for passage in own
        ) and not self.people.find(unit.text)

    def _tell_rules(self, text: str, passage: Passage) -> bool:
        """The rules about seats in a text; whether there are any."""
        found = tuple(find_seat_rules(text))
        forum = self.outline.opening(text) or self.outline.forum() if found else None
        for rule in found:
            self.rules.append(
                SeatRule(
                    passage=passage,
                    body=rule.body or (forum.name if forum and not rule.is_of_kind else None),
                    seats=rule.seats,
                    who=clean(rule.who),
                    appointed_by=_by_itself(
                        rule.appointed_by, None if forum is None else forum.name
                    ),
                    nominated_by=rule.nominated_by,
                )
            )
        return bool(found)

    # --- days and bodies ---

    def _days(self) -> Iterator[DateMention]:
        """The days that the list names, each once."""
        text = self.layer.reading.text
        seen = set()
        for found in find_dates(text, 0, len(text)):
            if found.day is not None and found.day not in seen:
                seen.add(found.day)
                yield DateMention(
                    passage=self.layer.passage_read(found.start, found.end),
                    date=found.day,
                    what=None,
                    body=None,
                    as_written=clean(text[found.start : found.end]),
                )

    def _bodies(self) -> Iterator[BodyMention]:
        """The bodies that the list gives an abbreviation, once each."""
        defined = (
            BodyMention(
                passage=self.layer.passage_read(named.start, named.end),
                name=named.name,
                abbreviation=named.abbreviation,
            )
            for named in self.bodies.defined
            if not self.entries.persons.is_named(named.name)
        )
        seen: set[str] = set()
        for mention in chain(self.outline.abbreviations, defined):
            short = fold(mention.abbreviation or "")
            if short not in seen:
                seen.add(short)
                yield mention


def _by_itself(by: str | None, forum: str | None) -> str | None:
    """Who places somebody in a forum; where that is "bestyrelsen", or "rådet" of a council, the forum."""
    if by is None or forum is None or " " in by:
        return by
    noun = re.sub(r"(?:met|et|en)$", "", fold(by))
    is_itself = fold(by) == "bestyrelsen" or (fold(by) in ITSELF and noun in fold(forum))
    return forum if is_itself else by


def _is_same(before: Head | None, head: Head) -> bool:
    """Whether the titles of a table are given again, as at the top of a page."""
    return before is not None and before.columns == head.columns


def _told_beside(
    unit: Unit, headings: HeadingReader, forum_lines: ForumLineReader
) -> tuple[Unit, ...]:
    """The lines of a row that has a forum in one cell and labels or people in the next; none of another."""
    columns = tuple(unit.columns.values())
    if len(columns) != 2 or headings.column(columns[0][0].text) is not None:
        return ()
    start, end = columns[0][0].start, columns[0][0].end
    name = Text(start=start, end=end, text=" ".join(cell.text for cell in columns[0]))
    beside = [cell.text for cell in columns[1]]
    is_labelled = unit.table is not None and any(map(headings.is_labelled, beside))
    if not is_labelled and not forum_lines.begins_row(name.text, beside):
        return ()
    return tuple(map(_line, (name, *columns[1])))


def _grouped(unit: Unit, groups: GroupReader) -> tuple[Unit, ...]:
    """The lines of a row of those in a forum, one below the other beside what they are: "Medlemmer"."""
    columns = tuple(unit.columns.values())
    if unit.table is None or len(columns) != 2 or len(columns[0]) != 1:
        return ()
    label, lines = columns[0][0], columns[1]
    column = groups.headings.column(label.text)
    heading = replace(label, text=f"{label.text.rstrip(': ')}:")
    if column is None and groups.heads_some(heading.text):
        lists = any(groups.entries.is_entry(line.text, expected=True) for line in lines)
        return tuple(map(_line, (heading, *lines))) if lists else ()
    is_group = column is None and groups.headings.group(heading.text) is not None
    is_of_people = column is not None and column.part is ListPart.PERSON
    is_over = len(lines) > 1 and (is_group or is_of_people)
    return tuple(map(_line, (heading, *lines))) if is_over else ()


def _line(text: Text) -> Unit:
    """A text of a row, to be read as a line."""
    return Unit(cells=(text,), table=None, joined=text.text)


def _labelled(unit: Unit, entries: EntryReader) -> Unit:
    """A row that has no titles above it: a label and what belongs to it, or one line."""
    if unit.table is None and len(unit.cells) < 2:
        return unit
    columns: Sequence[tuple[Text, ...]] = tuple(unit.columns.values())
    if len(columns) < 2:
        return unit
    label = " ".join(cell.text for cell in columns[0]).rstrip(": ")
    if entries.headings.column(label) is None and entries.office(label) is None:
        return unit
    value = "; ".join(cell.text for cells in columns[1:] for cell in cells)
    return Unit(cells=unit.cells, table=unit.table, gap=unit.gap, joined=f"{label}: {value}")
