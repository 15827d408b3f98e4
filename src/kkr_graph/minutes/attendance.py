"""Who was at the meeting, who was not, and who came as a guest: the lists that say so."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kkr_graph.minutes.people import PeopleReader, Presented
from kkr_graph.model.extract import Attendance, AttendanceStatus, Unclaimed
from kkr_graph.model.lexicon import Lexicon
from kkr_graph.model.names import clean, fold
from kkr_graph.model.text import Line, TextLayer

_COUNT = re.compile(r"\s*\(\d{1,3}\)$")
_INLINE = re.compile(r"(?P<heading>[^:]{3,60}?)\s*:\s+(?=\S)")
_INLINE_FROM = re.compile(
    r"(?P<heading>(?:der var )?(?:afbud|meldt afbud) fra)\s+(?=[A-ZÆØÅ])", re.IGNORECASE
)
_INSTEAD = re.compile(
    r"\b(?:mødte|deltog|var|som|personlig)?\s*(?:som )?(?:stedfortræder|suppleant)\b(?! for)|\bi stedet\b(?! for)"
)
_FROM_ELSEWHERE = re.compile(
    r"(?:fra|for) (?!bestyrelsen|rådet|udvalget)[^:.,]{2,60}? (?:deltog|deltager)(?: desuden| også)?:?\s+(?=\S)",
    re.IGNORECASE,
)
_LEAD = re.compile(r"(?P<lead>[^:.,]{3,70}):(?:\s+|$)")
_PARTIAL = re.compile(
    r"\b(?:deltog ikke (?:under|i|ved)|deltog fra|forlod mødet|gik fra mødet|gik efter)\b",
    re.IGNORECASE,
)
_NEW_SENTENCE = re.compile(r"\.\s+(?=[A-ZÆØÅ][a-zæøå]* [a-zæøå])")
_TRAILING = re.compile(r"(?:[\s,;–-]|\.(?!\w)|\s(?:og|samt))+$")
_NOBODY = frozenset(
    {"ingen", "ingen afbud", "intet", "ingen fraværende", "alle var til stede", "alle mødt"}
)
_HEADING_WORDS = 5
_LABELLED = re.compile(r"(?P<label>[^:.,\d]{2,40}):\s+(?=\S)")
_IN_THEIR_PLACE = re.compile(
    r"\b[Ii] (?:hans|hendes|deres) sted\b|\b[Ii] stedet\b|\b[Ss]tedfortræder(?:en)?\b[ ,:]*$|\b[Ss]uppleant(?:en)?\b[ ,:]*$"
)
_PROSE = 160  # characters of a line with nobody in it: the list has ended


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """A list of people under one heading; ``end`` is the index after its last line."""

    status: AttendanceStatus | None
    lines: tuple[Line, ...]
    start: int  # in the reading: after an inline heading
    heading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What the rosters of a stretch of lines say."""

    attendance: tuple[Attendance, ...] = ()
    unclaimed: tuple[Unclaimed, ...] = ()
    lines: tuple[Line, ...] = ()  # the lines taken


class RosterReader:
    """Reads the lists of people of one document."""

    def __init__(self, layer: TextLayer, lexicon: Lexicon, people: PeopleReader) -> None:
        self.layer = layer
        self.lexicon = lexicon
        self.people = people

    def read(self, lines: Sequence[Line]) -> Listed:
        """Everybody listed in a stretch of lines."""
        attendance: list[Attendance] = []
        unclaimed: list[Unclaimed] = []
        taken: list[Line] = []
        for roster in self._rosters(lines):
            taken.extend(roster.lines)
            if roster.status is not None:
                found, left = self._people(roster, roster.status)
                attendance.extend(found)
                unclaimed.extend(left)
        return Listed(attendance=tuple(attendance), unclaimed=tuple(unclaimed), lines=tuple(taken))

    def read_apologies(self, lines: Sequence[Line]) -> Listed:
        """The people listed below a decision; a heading there counts only with people under it."""
        listed = self.read(lines)
        return listed if listed.attendance else Listed()

    def read_first(self, stretches: Iterable[Sequence[Line]]) -> Listed:
        """The first stretch of lines that lists people as present; nothing when none does."""
        for lines in stretches:
            listed = self.read(lines)
            if any(entry.status == AttendanceStatus.PRESENT for entry in listed.attendance):
                return listed
        return Listed()

    def heading(self, line: Line) -> tuple[AttendanceStatus | None, int] | None:
        """The capacity a line heads (None: a list of all), and how much of it is heading."""
        text = self.layer.read(line)
        whole = fold(_COUNT.sub("", text.rstrip(" :")))
        if whole in self.lexicon.list_headings:
            return None, len(text)
        if whole in self.lexicon.people_headings:
            return self.lexicon.people_headings[whole], len(text)
        described = self._described(line, text)
        if described is not None:
            return described
        elsewhere = _FROM_ELSEWHERE.match(text)
        if elsewhere is not None:
            return AttendanceStatus.GUEST, elsewhere.end()
        inline = _INLINE.match(text) or _INLINE_FROM.match(text)
        if inline is not None:
            status = self.lexicon.people_headings.get(fold(_COUNT.sub("", inline["heading"])))
            if status is not None:
                return status, inline.end()
        return None

    def _described(self, line: Line, text: str) -> tuple[AttendanceStatus, int] | None:
        """A heading in words of its own: "I generalforsamlingen deltog for kommunerne:"."""
        inline = _LEAD.match(text)
        if inline is not None and not self.people.find(inline["lead"]):
            status = self._by_pattern(inline["lead"])
            return None if status is None else (status, inline.end())
        opens = line.read_start == 0 or self.layer.reading.text[line.read_start - 1] == "\n"
        if opens and len(text.split()) <= _HEADING_WORDS and not text.endswith((".", ",")):
            status = None if self.people.find(text) else self._by_pattern(text)
            return None if status is None else (status, len(text))
        return None

    def _by_pattern(self, heading: str) -> AttendanceStatus | None:
        lowered = heading.lower().strip(" :")
        return next(
            (status for status, form in self.lexicon.people_patterns if form.search(lowered)), None
        )

    def _rosters(self, lines: Sequence[Line]) -> Iterator[Roster]:
        marks = [(i, found) for i, line in enumerate(lines) if (found := self.heading(line))]
        ends = [*(i for i, _ in marks), len(lines)][1:]
        for (i, (status, length)), end in zip(marks, ends, strict=True):
            stop = self._end(lines, i, end, length)
            yield Roster(
                status=status,
                lines=tuple(lines[i:stop]),
                start=lines[i].read_start + length,
                heading=self.layer.read(lines[i])[:length],
            )

    def _end(self, lines: Sequence[Line], first: int, end: int, length: int) -> int:
        """Where a list ends: before prose that names nobody, or a gap after an inline list."""
        inline = length < lines[first].read_end - lines[first].read_start
        for i in range(first + 1, end):
            text = self.layer.read(lines[i])
            paragraph = lines[i].gap > self.layer.line_gap
            nobody = not self.people.find(text)
            if inline and paragraph and nobody:
                return i
            if nobody and not self._is_group(text) and self._is_prose(lines, i):
                return i
        return end

    def _is_prose(self, lines: Sequence[Line], i: int) -> bool:
        text = self.layer.read(lines[i])
        opens = self.layer.reading.text[lines[i].read_start - 1] == "\n"
        return opens and (text.endswith((".", ":")) or len(text) > _PROSE or len(text.split()) > 6)

    def _is_group(self, text: str) -> bool:
        """A heading inside a list: a municipality or a party that the people below belong to."""
        return self._group(text) is not None

    def _group(self, text: str) -> tuple[str | None, str | None] | None:
        plain = text.strip(" :–-")
        place = self.people.registry.municipality(plain)
        if place is not None:
            return None, place.name
        party = self.people.registry.party_by_name(plain)
        return None if party is None else (party.letter, None)

    def _people(
        self, roster: Roster, status: AttendanceStatus
    ) -> tuple[list[Attendance], list[Unclaimed]]:
        people: list[Attendance] = []
        unclaimed: list[Unclaimed] = []
        group: tuple[str | None, str | None] = (None, None)
        for start, end in self._units(roster):
            text = self.layer.reading.text[start:end]
            labelled = _LABELLED.match(text)
            if labelled is not None and self._group(labelled["label"]) is not None:
                text, start = text[labelled.end() :], start + labelled.end()
                group = self._group(labelled["label"]) or group
            elif labelled is not None and self.people.is_title(labelled["label"]):
                break  # "Ordstyrer: ..." is no entry, and what follows is no list
            found_group = self._group(text)
            if found_group is not None:
                group = found_group
                continue
            if _PARTIAL.search(text):
                continue  # read apart: who was away from single items
            places = self._places(text)
            if places and len(people) >= len(places):  # a row of names above a row of places
                people[-len(places) :] = [
                    replace(person, municipality=place)
                    for person, place in zip(people[-len(places) :], places, strict=True)
                ]
                continue
            if fold(text) in _NOBODY:
                continue
            presented = self.people.find_listed(text)
            if not presented:
                passage = self.layer.passage_read(start, end)
                unclaimed.append(
                    Unclaimed(
                        passage=passage,
                        why=f"ingen person genkendt under {roster.heading.rstrip(' :')!r}",
                    )
                )
            people.extend(self._attend(presented, (start, end), status, group))
        return people, unclaimed

    def _places(self, text: str) -> tuple[str, ...]:
        """The municipalities of a row that has one in every column; empty for any other row."""
        found = [self.people.registry.municipality(cell) for cell in text.split("\t")]
        names = tuple(place.name for place in found if place is not None)
        return names if len(names) == len(found) > 1 else ()

    def _units(self, roster: Roster) -> Iterator[tuple[int, int]]:
        """The entries of a list: a line each, unless a line goes on in the next."""
        text = self.layer.reading.text
        begin: int | None = None
        lines = [line for line in roster.lines if line.read_end > roster.start]
        inline = roster.lines[:1] == tuple(lines[:1])  # "Til stede: A, B og" goes on as prose
        for line, after in pairwise((*lines, None)):
            assert line is not None
            begin = max(line.read_start, roster.start) if begin is None else begin
            if after is None or not (
                self._goes_on(line, after) or (inline and self._joined(line, after))
            ):
                if text[begin : line.read_end].strip():
                    yield begin, line.read_end
                begin = None

    def _goes_on(self, line: Line, after: Line) -> bool:
        """Whether an entry continues on the next line."""
        joined = self._joined(line, after)
        text, following = self.layer.read(line), self.layer.read(after)
        if text.endswith((",", " og", " samt")) or line.read_end == after.read_start:
            return after.gap <= self.layer.line_gap
        open_name = not self._is_group(following) and not self._starts_person(following)
        return joined and (following[:1].islower() or following[:1] == "(" or open_name)

    def _joined(self, line: Line, after: Line) -> bool:
        return self.layer.reading.text[line.read_end : after.read_start] != "\n"

    def _starts_person(self, text: str) -> bool:
        presented = self.people.find(text)
        return bool(presented) and presented[0].start <= 4

    def _attend(
        self,
        presented: Sequence[Presented],
        unit: tuple[int, int],
        status: AttendanceStatus,
        group: tuple[str | None, str | None],
    ) -> Iterator[Attendance]:
        text = self.layer.reading.text
        offset = unit[0]
        ends = [*(offset + person.start for person in presented), unit[1]][1:]
        before: Attendance | None = None
        before_end = offset
        for person, end in zip(presented, ends, strict=True):
            stop = _entry_end(text, offset + person.end, end)
            entry = Attendance(
                passage=self.layer.passage_read(offset + person.start, stop),
                name=clean(person.name),
                party=person.party or group[0],
                municipality=person.municipality or group[1],
                status=AttendanceStatus.PRESENT if person.deputy_for else person.status or status,
                deputy_for=person.deputy_for,
                title=None if person.title is None else clean(person.title),
                organization=None if person.organization is None else clean(person.organization),
                items=person.items,
            )
            tail = text[offset + person.end : stop]
            lead = text[before_end : offset + person.start]
            if before is not None and (
                _IN_THEIR_PLACE.search(lead) or self._came_instead(person, tail)
            ):
                entry = replace(
                    entry, status=AttendanceStatus.PRESENT, deputy_for=before.name, title=None
                )
            before, before_end = entry, offset + person.end
            yield entry

    def _came_instead(self, person: Presented, tail: str) -> bool:
        role = self.lexicon.roles.get(fold(person.title or ""))
        return person.deputy_for is None and (role == "deputy" or _INSTEAD.search(tail) is not None)


def _entry_end(text: str, start: int, end: int) -> int:
    """Where an entry ends: without the separator, and before a new sentence."""
    sentence = _NEW_SENTENCE.search(text, start, end)
    rest = text[start : sentence.start() if sentence else end]
    return start + len(_TRAILING.sub("", rest))


def merge_by_item(front: Listed, below: Sequence[tuple[str, Listed]]) -> Listed:
    """The people of the front with those listed item by item.

    Some systems repeat the apologies under every decision: who is listed under every item that has a
    list is away from the whole meeting, others only from their items.
    """
    listing = {number for number, listed in below if listed.attendance}
    known = {(fold(entry.name), entry.status) for entry in front.attendance}
    entries: dict[tuple[str, AttendanceStatus], Attendance] = {}
    items: dict[tuple[str, AttendanceStatus], list[str]] = {}
    for number, listed in below:
        for entry in listed.attendance:
            key = (fold(entry.name), entry.status)
            entries.setdefault(key, entry)
            if number not in items.setdefault(key, []):
                items[key].append(number)
    merged = tuple(
        entry if len(items[key]) == len(listing) > 1 else replace(entry, items=tuple(items[key]))
        for key, entry in entries.items()
        if key not in known
    )
    away = {
        fold(entry.name)
        for entry in merged
        if entry.items is None and entry.status == AttendanceStatus.ABSENT
    }
    return Listed(
        # a list of all members says nothing of who came
        attendance=(
            *(entry for entry in front.attendance if fold(entry.name) not in away),
            *merged,
        ),
        unclaimed=(*front.unclaimed, *(left for _, listed in below for left in listed.unclaimed)),
        lines=(*front.lines, *(line for _, listed in below for line in listed.lines)),
    )
