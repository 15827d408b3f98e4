"""Who was at the meeting, who was not, and who came as a guest: the lists that say so."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace

from kkr_graph.errors import quoted
from kkr_graph.language.item_lists import PARTIAL, items_ahead, items_labelled, items_under
from kkr_graph.language.people import PeopleReader
from kkr_graph.minutes.attendance.attendees import AttendeeReader
from kkr_graph.minutes.attendance.entries import Entry, EntryReader
from kkr_graph.minutes.attendance.groups import NO_GROUP
from kkr_graph.minutes.attendance.initials import InitialsReader
from kkr_graph.minutes.attendance.list_headings import (
    COLUMN_HEADS,
    DEPUTIES,
    names_employers,
)
from kkr_graph.minutes.attendance.listed import (
    Listed,
    as_deputies,
    without_absent,
    without_shortened,
)
from kkr_graph.minutes.attendance.officials import OfficialReader
from kkr_graph.minutes.attendance.presence import is_present, stand_ins
from kkr_graph.minutes.attendance.remarks import RemarkReader
from kkr_graph.minutes.attendance.rosters import Roster, RosterFinder
from kkr_graph.minutes.attendance.row_cells import is_cell, with_cell
from kkr_graph.minutes.attendance.unheaded import UnheadedFinder
from kkr_graph.model.extract import Attendance, AttendanceStatus, Role, Unclaimed
from kkr_graph.model.lexicon import Lexicon
from kkr_graph.model.names import clean, fold
from kkr_graph.model.text import Line, TextLayer

_NOBODY = frozenset(
    [
        *("", "ingen", "ingen afbud", "intet", "ingen fraværende", "alle var til stede"),
        *("alle mødt", "vakant", "ubesat"),
    ]
)
_COUNTED = re.compile(r"\d{1,3}(?: ud)? af(?: de)? \d{1,3}(?: \w+)?")  # "7 af 9 medlemmer"
_OF_MEMBERS = re.compile(
    r"(?:medlemmer|bestyrelsen|udvalget|rådet)\b(?! til ?stede)", re.IGNORECASE
)
# a heading below a decision begins so; "Valgt blev følgende, der deltager i ..." lists whom it chose
_BEGINS_WITH_COMING = re.compile(r"(?:til ?stede|fremmødt|mødedeltager|deltager)", re.IGNORECASE)
_LED_BY = re.compile(r"(?:Mødeleder|Mødeledelse)(?::\s*|\t)(?=\S)")
# a line of its own below who was away: "- i stedet deltog Bo Lund"
_CAME_FOR_ABOVE = re.compile(
    r"[\s•*–-]*(?:i stedet|i (?:hans|hendes|deres) sted|som (?:\w+ )?(?:stedfortræder|suppleant|afløser|vikar)) (?:deltog|deltager|mødte|kom)\b",
    re.IGNORECASE,
)
# behind who came for somebody in the same row
_CAME_INSTEAD = re.compile(
    r"(?: \([^()]*\))? (?:deltog|deltager|mødte|kom)(?: i stedet| som (?:stedfortræder|suppleant))?[.)]?"
)
_BRACKETED = re.compile(r"\([^()]*\)")


class RosterReader:
    """Reads the lists of people of one document."""

    def __init__(self, layer: TextLayer, lexicon: Lexicon, people: PeopleReader) -> None:
        self.layer = layer
        self.lexicon = lexicon
        self.people = people
        self.finder = RosterFinder(layer, lexicon, people)
        self.unheaded = UnheadedFinder(self.finder)
        self.headings = self.finder.headings
        self.entries = EntryReader(layer, lexicon, self.headings)
        self.attendees = AttendeeReader(layer, lexicon, people)
        self.remarks = RemarkReader(layer, self.attendees)
        self.initials = InitialsReader(layer, people)
        self.officials = OfficialReader(layer, people)

    def read(self, lines: Sequence[Line]) -> Listed:
        """Everybody listed in a stretch of lines."""
        return self._read(lines, self.finder.find(lines))

    def read_front(self, lines: Sequence[Line]) -> Listed:
        """Everybody listed at the head of minutes, also where no heading says who came."""
        headed = tuple(self.finder.find(lines))
        listed = self._read(lines, headed)
        came = [roster for roster in headed if roster.status is AttendanceStatus.PRESENT]
        if any(is_present(one) and _stands_in(one, came) for one in listed.attendance):
            return listed
        unheaded = tuple(self.unheaded.find(lines))
        return self._read(lines, (*unheaded, *headed), unheaded) if unheaded else listed

    def _read(
        self, lines: Sequence[Line], rosters: Iterable[Roster], of_members: Container[Roster] = ()
    ) -> Listed:
        attendance: list[Attendance] = []
        unclaimed: list[Unclaimed] = []
        taken: list[Line] = []
        members: list[Attendance] = []  # in lists that do not say who came
        partly: list[Attendance] = []
        listed = [
            (roster, tuple(self.entries.read(roster, roster.status)) if roster.status else ())
            for roster in rosters
        ]
        one_each = self._stand_alone([entry for _, entries in listed for entry in entries])
        for roster, entries in listed:
            taken.extend(roster.lines)
            if roster.status is not None:
                found, left = self._people(roster, entries, one_each=one_each)
                found = list(self.officials.without_staff(found))
                attendance.extend(found)
                unclaimed.extend(left)
                all_members = roster in of_members or _OF_MEMBERS.match(roster.heading)
                members.extend(found if all_members else ())
                present = self.entries.read(roster, AttendanceStatus.PRESENT)
                partly.extend(self.remarks.missing(roster, present))
        known = {fold(entry.name) for entry in attendance}
        attendance.extend(entry for entry in partly if fold(entry.name) not in known)
        attendance.extend(self._led_by(lines, attendance))
        return Listed(
            attendance=tuple(without_shortened(without_absent(attendance, members))),
            unclaimed=tuple(unclaimed),
            lines=tuple(taken),
        )

    def _led_by(
        self, lines: Sequence[Line], listed: Sequence[Attendance]
    ) -> tuple[Attendance, ...]:
        """Who led the meeting, where the lists do not have them: "Mødeleder: Anna Holm"."""
        known = {fold(entry.name) for entry in listed}
        for line in lines if listed else ():
            label = _LED_BY.match(self.layer.read(line))
            if label is not None:
                entry = Entry(
                    start=line.read_start + label.end(),
                    end=line.read_end,
                    status=AttendanceStatus.PRESENT,
                )
                return tuple(
                    led for led in self.attendees.read(entry) if fold(led.name) not in known
                )
        return ()

    def read_as(self, status: AttendanceStatus, heading: str, lines: Sequence[Line]) -> Listed:
        """Everybody of lines below a heading that stands elsewhere; nothing unless all are names."""
        listed = self.read(lines)
        if listed.attendance or not lines:
            return listed
        roster = Roster(
            status=status, lines=tuple(lines[:1]), start=lines[0].read_start, heading=heading
        )
        found, _ = self._people(roster, tuple(self.entries.read(roster, status)))
        return Listed(attendance=tuple(found), lines=roster.lines if found else ())

    def read_apologies(self, lines: Sequence[Line]) -> Listed:
        """The people listed below a decision; a heading there counts only with people under it."""
        listed = self.read(lines)
        return listed if listed.attendance else Listed()

    def lines_of_turnout(self, lines: Sequence[Line]) -> tuple[Line, ...]:
        """The lines among some that list who came or did not; "Medlemmer" may be whom it elected."""
        told = (
            one
            for one in self.finder.find(lines)
            if one.status is AttendanceStatus.ABSENT or _BEGINS_WITH_COMING.match(one.heading)
        )
        return tuple(line for roster in told for line in roster.lines)

    def read_first(self, stretches: Iterable[Sequence[Line]]) -> Listed:
        """The first stretch of lines that lists people as present; nothing when none does."""
        for lines in stretches:
            listed = self.read(lines)
            if any(entry.status == AttendanceStatus.PRESENT for entry in listed.attendance):
                return listed
        return Listed()

    def _people(
        self, roster: Roster, entries: Sequence[Entry], *, one_each: bool = False
    ) -> tuple[list[Attendance], list[Unclaimed]]:
        people: list[Attendance] = []
        unclaimed: list[Unclaimed] = []
        groups_below = self._groups_stand_below(entries)
        group = NO_GROUP
        senders = False  # whether a line above the people says who sent them
        first = 0  # of the people since the last group
        begun = 0  # where the last entry with people begins
        of_members = _OF_MEMBERS.match(roster.heading) is not None
        only = items_under(roster.heading.rstrip()) or None  # "Gæster under punkt 3:"
        alone = names_employers(roster.heading) or self._stand_alone(entries, also=one_each)
        for entry in map(self.remarks.without_latecomer, entries):
            text = self.layer.reading.text[entry.start : entry.end]
            if self._is_undecided(entry, of_members=of_members):
                unclaimed.append(self._undecided(entry, roster))
                continue
            group = entry.group or group  # "no party" is a group too
            places = self._places(text)
            found_group = self.headings.group(text)
            if found_group is not None:
                if groups_below:
                    people[first:] = map(found_group.of, people[first:])
                else:
                    group = found_group
                first = len(people)
            elif places and len(people) >= len(places):  # a row of names above a row of places
                people[-len(places) :] = _from_places(people[-len(places) :], places)
            elif people and is_cell(text, self.people):
                row = self.layer.passage_read(begun, entry.end)
                people[-1] = replace(with_cell(people[-1], text, self.people), passage=row)
            elif not self._tells_of_nobody(text) and not self._is_of_staff(text, entry):
                found = self._listed(entry, people, alone) or list(self.initials.read(entry))
                if found := _known_to_have_come(found, roster):
                    begun = entry.start
                    people.extend(map(group.of, self._with_told(found, entry, only)))
                elif (senders or not people) and (of := self.headings.sender(text, beside=senders)):
                    group, senders = of, True
                else:
                    group = NO_GROUP if senders else group  # who sent those below is not known
                    unclaimed.append(self._unread(entry, roster))
        return people, unclaimed

    def _with_told(
        self, found: Iterable[Attendance], entry: Entry, only: tuple[str, ...] | None
    ) -> Iterator[Attendance]:
        """Those of an entry with its house, and the items that it, or else the heading, says they came for."""
        text = self.layer.reading.text[entry.start : entry.end]
        labelled = items_labelled(text) if entry.status is AttendanceStatus.GUEST else ()
        told = labelled or items_ahead(text) or only
        for person in found:
            # below "Deltagere under punkt 3" who has no party is there for no more than that
            is_guest = only is not None and person.party is None and is_present(person)
            status = AttendanceStatus.GUEST if is_guest else person.status
            of_house = _of_house(person, entry.house)
            yield replace(of_house, items=person.items or told, status=status)

    def _is_undecided(self, entry: Entry, *, of_members: bool) -> bool:
        """Whether an entry does not say in what capacity somebody was there, or whether throughout."""
        standing = of_members and self._may_stand_by(entry)
        return entry.unsaid or standing or self.remarks.is_for_a_time(entry)

    def _listed(
        self, entry: Entry, above: Sequence[Attendance], alone: bool
    ) -> Sequence[Attendance]:
        """The people of an entry, below others of the same list."""
        found = self._with_stand_in(entry, list(self.attendees.read(entry)))
        if not any(one.deputy_for for one in found):
            found = list(self._stood_in(entry)) or found
        if alone:
            found = self._with_firm(entry, found)
        if entry.deputy_for is not None:
            found = [replace(one, deputy_for=entry.deputy_for) for one in found]
        if entry.deputy_in_row is not None:
            row = self.layer.passage_read(entry.deputy_in_row, entry.end)
            away = [one for one in above[-1:] if one.passage.start >= row.start]
            return list(as_deputies(found, away)) if away and len(found) == 1 else []
        if self._is_deputies_of_absent(entry):
            return list(as_deputies(found, above))
        if entry.status is AttendanceStatus.ABSENT and _CAME_FOR_ABOVE.match(
            self.layer.reading.text, entry.start, entry.end
        ):
            return list(as_deputies(found, above[-1:]))
        return [*self._away_by_deputy(entry, found), *found]

    def _with_stand_in(self, entry: Entry, found: list[Attendance]) -> list[Attendance]:
        """A row of somebody who was away with who came: "Bo Lund (V), Vejle: Afbud – Eva Skov deltog"."""
        if [one.status for one in found] != [AttendanceStatus.ABSENT, AttendanceStatus.PRESENT]:
            return found
        away, came = found
        text = self.layer.reading.text[entry.start : entry.end]
        if came.deputy_for or _CAME_INSTEAD.fullmatch(text.rpartition(came.name)[2]) is None:
            return found
        return [away, replace(came, deputy_for=away.name)]

    def _stood_in(self, entry: Entry) -> Iterator[Attendance]:
        """Who came, of an entry among those away that tells only that: "Bo Lund mødte for Eva Skov"."""
        text = self.layer.reading.text[entry.start : entry.end]
        came = tuple(stand_ins(self.layer, self.people, entry.start, entry.end))
        named = {fold(person.name) for person in self.people.find(text)}
        told = {fold(name) for one in came for name in (one.name, one.deputy_for or "")}
        if entry.status is AttendanceStatus.ABSENT and named == told:
            yield from came

    def _away_by_deputy(self, entry: Entry, found: Sequence[Attendance]) -> Iterator[Attendance]:
        """Who was away, of whom a list of those tells only who came: "Bo Lund deltog i stedet for X"."""
        if entry.status is not AttendanceStatus.ABSENT or len(found) != 1:
            return
        other = fold(found[0].deputy_for or "")
        for person in self.people.find(self.layer.reading.text[entry.start : entry.end]):
            if fold(person.name) == other:
                yield replace(
                    found[0],
                    name=clean(person.name),
                    party=person.party,
                    municipality=person.municipality,
                    status=AttendanceStatus.ABSENT,
                    deputy_for=None,
                    title=person.title,
                    organization=person.organization,
                )

    def _stand_alone(self, entries: Sequence[Entry], *, also: bool = False) -> bool:
        """Whether most entries of a list present one person each, or a column says from where.

        Where as many present two, it is so if those of the other lists do (``also``).
        """
        text = self.layer.reading.text
        written = [text[one.start : one.end] for one in entries]
        if any(names_employers(line) for line in written[:1]):
            return True
        counts = [len(self.people.find_listed(line)) for line in written]
        single, more = counts.count(1), sum(count > 1 for count in counts)
        in_rows = also or all("\t" in line for line in written)
        return single > more or (single == more and in_rows)

    def _with_firm(self, entry: Entry, found: list[Attendance]) -> list[Attendance]:
        """Who stands alone in an entry, where a firm of two words was taken for somebody too."""
        if len(found) != 2:
            return found
        text = self.layer.reading.text[entry.start : entry.end]
        person, firm = found
        bare = not (firm.party or firm.municipality or firm.deputy_for)
        behind = _set_behind(text, firm)
        named = any(map(self.people.words.is_given, person.name.split()))
        if not (bare and behind and named) or self.people.words.begins_given(firm.name):
            return found
        return [
            replace(
                person,
                passage=self.layer.passage_read(entry.start, entry.end),
                organization=person.organization or firm.name,
                title=person.title or firm.title,
                status=person.status if person.status is not entry.status else firm.status,
            )
        ]

    def _may_stand_by(self, entry: Entry) -> bool:
        """Whether an entry in a list of members is labelled "Suppleanter", who need not have come."""
        role = self.lexicon.roles.get(fold(entry.title or ""))
        came = PARTIAL.search(self.layer.reading.text, entry.start, entry.end)
        return entry.status is AttendanceStatus.PRESENT and role is Role.DEPUTY and not came

    def _is_deputies_of_absent(self, entry: Entry) -> bool:
        """Whether an entry in a list of those away is labelled "Stedfortræder"."""
        role = self.lexicon.roles.get(fold(entry.title or ""))
        return entry.status is AttendanceStatus.ABSENT and role == Role.DEPUTY

    def _is_of_staff(self, text: str, entry: Entry) -> bool:
        """Whether an entry is a sentence of staff, who are no members: it is read elsewhere."""
        return entry.status is not AttendanceStatus.GUEST and self.officials.tells(text)

    def _tells_of_nobody(self, text: str) -> bool:
        """Nobody is listed: "Ingen", a dash, the heads of columns; or it is read elsewhere."""
        plain = fold(text.rstrip("."))
        if _COUNTED.fullmatch(plain):
            return True
        cells = {fold(cell) for cell in text.split("\t")}
        told = PARTIAL.search(_BRACKETED.sub("", text)) is not None
        return plain in _NOBODY or cells <= COLUMN_HEADS or told

    def _groups_stand_below(self, entries: Sequence[Entry]) -> bool:
        """Whether places stand below the people: the list begins with a person, and ends so."""
        texts = [self.layer.reading.text[entry.start : entry.end] for entry in entries]
        return (
            bool(texts)
            and self.headings.is_group(texts[-1])
            and not self.headings.is_group(texts[0])
        )

    def _unread(self, entry: Entry, roster: Roster) -> Unclaimed:
        return Unclaimed(
            passage=self.layer.passage_read(entry.start, entry.end),
            why=f"ingen person genkendt under {quoted(roster.heading.rstrip(' :'))}",
        )

    def _undecided(self, entry: Entry, roster: Roster) -> Unclaimed:
        heads = quoted(roster.heading.rstrip(" :").replace("\t", ", ") or "uden overskrift")
        return Unclaimed(
            passage=self.layer.passage_read(entry.start, entry.end),
            why=f"rækken siger ikke entydigt, hvad der gælder, i tabellen {heads}",
        )

    def _places(self, text: str) -> tuple[str, ...]:
        """The municipalities of a row that has one in every column; empty for any other row."""
        found = [self.people.registry.municipality(cell) for cell in text.split("\t")]
        names = tuple(place.name for place in found if place is not None)
        return names if len(names) == len(found) > 1 else ()


def _of_house(person: Attendance, house: str | None) -> Attendance:
    """Somebody with the organisation of the heading, unless the entry says another, or who sent them."""
    is_sent = person.party is not None or person.municipality is not None
    return person if is_sent else replace(person, organization=person.organization or house)


def _known_to_have_come(found: Sequence[Attendance], roster: Roster) -> Sequence[Attendance]:
    """Those of an entry, but of deputies only who came for somebody."""
    of_deputies = fold(roster.heading.rstrip(" :")) in DEPUTIES
    return [person for person in found if person.deputy_for] if of_deputies else found


def _from_places(people: Iterable[Attendance], places: Iterable[str]) -> list[Attendance]:
    """The people of a row, each from the place below."""
    return [
        replace(person, municipality=place) for person, place in zip(people, places, strict=True)
    ]


def _stands_in(person: Attendance, rosters: Iterable[Roster]) -> bool:
    """Whether one of some lists has somebody, and not only a sentence below another."""
    return any(
        roster.lines[0].start <= person.passage.start < roster.lines[-1].end for roster in rosters
    )


def _set_behind(text: str, firm: Attendance) -> bool:
    """Whether a firm ends an entry, before a role, or fills a cell: "Bo Lund, Havn Vest, formand"."""
    role = rf"(?:, {re.escape(firm.title)})?" if firm.title else ""
    name = re.escape(firm.name)
    return re.search(rf"(?:, {name}{role}[ .]*\Z|\t{name}{role}(?=\t|\Z))", text) is not None
