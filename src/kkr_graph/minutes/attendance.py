"""Who was at the meeting, who was not, and who came as a guest: the lists that say so."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

from kkr_graph.language.parties import NO_PARTY
from kkr_graph.language.people import PeopleReader, Presented, items_under, without_joint
from kkr_graph.minutes.presence import without_away
from kkr_graph.model.extract import Attendance, AttendanceStatus, Unclaimed
from kkr_graph.model.lexicon import Lexicon
from kkr_graph.model.names import clean, fold
from kkr_graph.model.text import Line, TextLayer

_COUNT = re.compile(r"\s?\(\d{1,3}\)$")
_INLINE = re.compile(r"(?P<heading>[^:]{3,60}?)\s?:\s(?=\S)")
_INLINE_FROM = re.compile(
    r"(?P<heading>(?:der var )?(?:afbud|meldt afbud) fra|til ?stede var|i mødet deltog|mødet deltog)\s+(?=[A-ZÆØÅ])",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    r"\b(?:mødte|deltog|var|som|personlig)?\s*(?:som )?(?:stedfortræder|suppleant)\b(?! for)|\bi stedet\b(?! for)|\bsom (?:afløser|vikar|erstatning)\b"
)
_FROM_ELSEWHERE = re.compile(
    r"(?:fra|for) (?!bestyrelsen|rådet|udvalget)[^:.,]{2,60}? (?:deltog|deltager)(?: desuden| også)?:?\s+(?=\S)",
    re.IGNORECASE,
)
# "Til stede: Anna Holm. Afbud: Bo Lund", or two lists side by side
_INNER_HEADING = re.compile(
    r"(?:[.;]|\t)\s?(?P<heading>[^\W\d][^:.;,\t]{2,40}?)(?::\s|(?<=fra)\s(?=[A-ZÆØÅ]))"
)
# "... og Bo Lund. Desuden deltog Eva Skov. Fraværende med afbud var Ib Holm."
_SENTENCE = re.compile(
    r"(?:(?<=[^\W\d_][^\W\d_])|(?<=\)))\.\s+(?=(?P<sentence>[A-ZÆØÅ][^.\n]{3,300}))"
    r"(?P<heading>(?:[A-ZÆØÅ][a-zæøå]+(?: [a-zæøå]+){0,4}? (?:deltog|deltager|mødte|var|fra)(?: også| desuden)? (?=\S))?)"
)
_OFFICE_BEFORE = re.compile(r"\b(?:formanden|næstformanden),? $", re.IGNORECASE)
_ABSENT_TAIL = re.compile(
    r"\s?(?:\([^()]*\))?,? (?:(?:havde|har|er|var|blev)(?: indkaldt, men)? )?(?:\w+ )?(?:meldt afbud|meldt fra|sendt afbud|forhindret|fraværende|udeblev\w*|mødte ikke|deltog ikke(?! (?:under|i|ved))|indkaldt, men mødte ikke)\b"
)
_PRESENT_TAIL = re.compile(
    r"[^.;⟦]{0,40}?\b(?:deltog|deltager|var til stede) (?:kun )?(?:under|i|ved) (?:punkt|pkt|sag)"
)
_LEAD = re.compile(r"(?P<lead>(?:[^:.,]|\b(?:pkt|nr)\.){3,70}):(?:\s+|$)")
_PARTIAL = re.compile(
    r"\b(?:deltog ikke (?:under|i|ved)|deltog fra|forlod mødet|gik fra mødet|gik efter)\b",
    re.IGNORECASE,
)
_NEW_SENTENCE = re.compile(r"\.\s+(?=[A-ZÆØÅ][a-zæøå]* [a-zæøå])")
_NOBODY = frozenset(
    {"", "ingen", "ingen afbud", "intet", "ingen fraværende", "alle var til stede", "alle mødt"}
)
_TELLING = re.compile(
    r"(?<!\w)(?:har|havde|blev|er|var|vil|kan|skal|takkede|oplyste|orienterede|bemærkede|bød)\b"
)
_ATTENDING = re.compile(
    r"\b(?:afbud|fravær\w*|til ?stede|stedfortræder|suppleant|sted|deltog\w*|deltag\w*|mødt\w*|forlod|gik)\b",
    re.IGNORECASE,
)
_OF_MEMBERS = re.compile(
    r"(?:medlemmer|bestyrelsen|udvalget|rådet)\b(?! til ?stede)", re.IGNORECASE
)
_COLUMN_HEADS = frozenset(
    {"navn", "parti", "liste", "kommune", "titel", "funktion", "organisation", "deltog", "status"}
)
_ALSO = re.compile(
    r"(?:desuden|endvidere|derudover|også) (?:deltog|deltager|mødte)\s+(?=\S)", re.IGNORECASE
)
_COLUMN = re.compile(r"(?P<heading>[^:\t]{3,40})\t(?=\S)")  # the heading in a column of its own
_HEADING_WORDS = 5
_LABELLED = re.compile(r"(?P<label>[^:.,\d]{2,40}):\s+(?=\S)")
_IN_THEIR_PLACE = re.compile(
    r"\b[Ii] (?:hans|hendes|deres) sted\b|\b[Ii] stedet\b|\b(?<!som )(?<!som personlig )[Ss]tedfortræder(?:en)?\b[ ,:]*$|\b(?<!som )(?<!som personlig )[Ss]uppleant(?:en)?\b[ ,:]*$"
)
_PROSE = 160  # characters of a line with nobody in it: the list has ended


Group: TypeAlias = tuple[str | None, str | None]  # a party's letter or a municipality


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """A list of people under one heading; ``end`` is the index after its last line."""

    status: AttendanceStatus | None
    lines: tuple[Line, ...]
    start: int  # in the reading: after an inline heading
    heading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a list, at ``[start, end)`` of the reading, without its label."""

    start: int
    end: int
    status: AttendanceStatus
    group: Group | None = None  # that the label names
    title: str | None = None


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
        members: list[Attendance] = []  # in lists that do not say who came
        partly: list[Attendance] = []
        for roster in self._rosters(lines):
            taken.extend(roster.lines)
            if roster.status is not None:
                found, left = self._people(roster, roster.status)
                attendance.extend(found)
                unclaimed.extend(left)
                members.extend(found if _OF_MEMBERS.match(roster.heading) else ())
                partly.extend(self._partly(roster))
        known = {fold(entry.name) for entry in attendance}
        attendance.extend(entry for entry in partly if fold(entry.name) not in known)
        return Listed(
            attendance=tuple(_without_absent(attendance, members)),
            unclaimed=tuple(unclaimed),
            lines=tuple(taken),
        )

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

    def head(self, lines: Sequence[Line]) -> Sequence[Line]:
        """The lines above the first list; all of them where there is no list."""
        rosters = list(self._rosters(lines))
        peopled = (  # and not "Bestyrelsen" in the letterhead
            roster
            for roster in rosters
            if any(self.people.find(self.layer.read(line)) for line in roster.lines)
        )
        first = next(peopled, next(iter(rosters), None))
        return lines if first is None else lines[: lines.index(first.lines[0])]

    def first_end(self, lines: Sequence[Line]) -> int:
        """How many lines a list takes that the lines begin with; 0 where they begin otherwise."""
        found = self.heading(lines[0]) if lines else None
        return 0 if found is None else self._end(lines, 0, len(lines), found[1])

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
        elsewhere = _FROM_ELSEWHERE.match(text) or _ALSO.match(text)
        if elsewhere is not None:
            return AttendanceStatus.GUEST, elsewhere.end()
        inline = _INLINE.match(text) or _INLINE_FROM.match(text) or _COLUMN.match(text)
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
        if (
            self._opens(line)
            and len(text.split()) <= _HEADING_WORDS
            and not text.endswith((".", ","))
        ):
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
            if inline and (self._decides(text) or (nobody and _tells(text))):
                return i
            if self._opens(lines[i]) and paragraph and _tells(text):
                return i
        return end

    def _decides(self, text: str) -> bool:
        """Whether a line tells what was decided: "Bo Lund valgt som næstformand."."""
        lowered = text.lower()
        return text.endswith(".") and any(form.search(lowered) for _, form in self.lexicon.outcomes)

    def _is_prose(self, lines: Sequence[Line], i: int) -> bool:
        text = self.layer.read(lines[i])
        opens = self._opens(lines[i])
        return opens and (text.endswith((".", ":")) or len(text) > _PROSE or len(text.split()) > 6)

    def _opens(self, line: Line) -> bool:
        return line.read_start == 0 or self.layer.reading.text[line.read_start - 1] == "\n"

    def _is_group(self, text: str) -> bool:
        """A heading inside a list: a municipality or a party that the people below belong to."""
        return self._group(text) is not None

    def _group(self, text: str) -> Group | None:
        plain = text.strip(" :–-")
        place = self.people.registry.municipality(plain)
        if place is not None:
            return None, place.name
        if fold(plain) in NO_PARTY:
            return None, None
        party = self.people.registry.party_by_name(plain)
        return None if party is None else (party.letter, None)

    def _people(
        self, roster: Roster, status: AttendanceStatus
    ) -> tuple[list[Attendance], list[Unclaimed]]:
        people: list[Attendance] = []
        unclaimed: list[Unclaimed] = []
        entries = list(self._entries(roster, status))
        groups_below = self._groups_stand_below(entries)
        group: Group = (None, None)
        first = 0  # of the people since the last group
        only = items_under(roster.heading) or None  # "Gæster under punkt 3:"
        for entry in entries:
            text = self.layer.reading.text[entry.start : entry.end]
            places = self._places(text)
            found_group = self._group(text)
            if found_group is not None:
                if groups_below:
                    people[first:] = [_in_group(person, found_group) for person in people[first:]]
                else:
                    group = found_group
                first = len(people)
            elif places and len(people) >= len(places):  # a row of names above a row of places
                people[-len(places) :] = [
                    replace(person, municipality=place)
                    for person, place in zip(people[-len(places) :], places, strict=True)
                ]
            elif not self._tells_of_nobody(text):
                if entry.group is not None:
                    group = entry.group
                found = [_in_group(person, group) for person in self._attend(entry)]
                people.extend(replace(person, items=person.items or only) for person in found)
                if not found:
                    unclaimed.append(self._unread(entry, roster))
        return people, unclaimed

    def _partly(self, roster: Roster) -> Iterator[Attendance]:
        """People listed with what they missed: "Eva Skov (C), deltog fra punkt 2"."""
        for entry in self._entries(roster, AttendanceStatus.PRESENT):
            missed = _PARTIAL.search(self.layer.reading.text, entry.start, entry.end)
            if missed is not None and missed.start() > entry.start:
                yield from self._attend(replace(entry, end=missed.start()))

    def _tells_of_nobody(self, text: str) -> bool:
        """Nobody is listed: "Ingen", a dash, the heads of columns; or it is read elsewhere."""
        plain = fold(text.rstrip("."))
        cells = {fold(cell) for cell in text.split("\t")}
        return plain in _NOBODY or cells <= _COLUMN_HEADS or _PARTIAL.search(text) is not None

    def _groups_stand_below(self, entries: Sequence[Entry]) -> bool:
        """Whether places stand below the people: the list begins with a person, and ends so."""
        texts = [self.layer.reading.text[entry.start : entry.end] for entry in entries]
        return bool(texts) and self._is_group(texts[-1]) and not self._is_group(texts[0])

    def _unread(self, entry: Entry, roster: Roster) -> Unclaimed:
        return Unclaimed(
            passage=self.layer.passage_read(entry.start, entry.end),
            why=f"ingen person genkendt under {roster.heading.rstrip(' :')!r}",
        )

    def _entries(self, roster: Roster, status: AttendanceStatus) -> Iterator[Entry]:
        """The entries of a list, also where another list begins in mid-line."""
        text = self.layer.reading.text
        for begin, end in self._units(roster):
            start = begin
            for match in _inner_headings(text, begin, end):
                inner = self.lexicon.people_headings.get(
                    fold(match["heading"])
                ) or self._by_sentence(match)
                if match.re is _SENTENCE and _PARTIAL.search(match["sentence"]):
                    yield from self._labelled(Entry(start=start, end=match.start(), status=status))
                    start = match.end("sentence")
                elif inner is not None:
                    yield from self._labelled(Entry(start=start, end=match.start(), status=status))
                    start, status = match.end(), inner
            yield from self._labelled(Entry(start=start, end=end, status=status))

    def _by_sentence(self, match: re.Match[str]) -> AttendanceStatus | None:
        """The capacity that a sentence in a list begins with: "Desuden deltog"."""
        return self._by_pattern(match["heading"]) if match.re is _SENTENCE else None

    def _labelled(self, entry: Entry) -> Iterator[Entry]:
        """An entry without its label: a group ("Vejle:") or a role ("Formand:")."""
        label = _LABELLED.match(self.layer.reading.text, entry.start, entry.end)
        group = None if label is None else self._group(label["label"])
        named = label is not None and self.people.find(label["label"])  # "Chef Eva Skov: Deltog"
        if label is None or named or not (group or self.people.is_title(label["label"])):
            yield entry
        elif group is not None:
            yield replace(entry, start=label.end(), group=group)
        elif fold(label["label"]) in self.lexicon.roles:
            yield replace(entry, start=label.end(), title=label["label"])
        # else "Ordstyrer: ...": a task at the meeting, and no entry

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
        inline = roster.lines[:1] == tuple(lines[:1]) and not self._is_column(roster)
        for line, after in pairwise((*lines, None)):
            assert line is not None
            begin = max(line.read_start, roster.start) if begin is None else begin
            if after is None or not (
                self._goes_on(line, after) or (inline and self._joined(line, after))
            ):
                if text[begin : line.read_end].strip():
                    yield begin, line.read_end
                begin = None

    def _is_column(self, roster: Roster) -> bool:
        """Whether the heading stands in a column beside a list, and not before a sentence."""
        text = self.layer.reading.text
        first = text[roster.start : roster.lines[0].read_end]
        return text[roster.start - 1] == "\t" and len(self.people.find_listed(first)) <= 1

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

    def _attend(self, listed: Entry) -> Iterator[Attendance]:
        text = self.layer.reading.text
        offset = listed.start
        presented = self.people.find_listed(text[offset : listed.end])
        ends = [*(offset + person.start for person in presented), listed.end][1:]
        before: Attendance | None = None
        before_end = offset
        for person, end in zip(presented, ends, strict=True):
            stop = _entry_end(text, offset + person.end, end)
            title = person.title or listed.title
            office = _OFFICE_BEFORE.search(text, before_end, offset + person.start)
            begin = office.start() if office else offset + person.start
            entry = Attendance(
                passage=self.layer.passage_read(begin, stop),
                name=clean(person.name),
                party=person.party,
                municipality=person.municipality,
                status=_with_told(
                    _told_status(text[offset + person.end : end]), _status(person, listed)
                ),
                deputy_for=person.deputy_for,
                title=None if title is None else clean(title),
                organization=None if person.organization is None else clean(person.organization),
                items=person.items,
            )
            tail = text[offset + person.end : stop]
            lead = text[before_end : offset + person.start]
            if before is not None and (
                _IN_THEIR_PLACE.search(lead) or self._came_instead(person, tail)
            ):
                came = _told_status(text[offset + person.end : end]) is not AttendanceStatus.ABSENT
                entry = replace(
                    entry,
                    status=AttendanceStatus.PRESENT if came else AttendanceStatus.ABSENT,
                    deputy_for=before.name,
                    title=None,
                )
            before, before_end = entry, offset + person.end
            yield entry

    def _came_instead(self, person: Presented, tail: str) -> bool:
        role = self.lexicon.roles.get(fold(person.title or ""))
        return person.deputy_for is None and (role == "deputy" or _INSTEAD.search(tail) is not None)


def _without_absent(
    attendance: Sequence[Attendance], members: Sequence[Attendance]
) -> Sequence[Attendance]:
    """Everybody, but no member as present who is listed as absent too."""
    absent = {
        fold(entry.name)
        for entry in attendance
        if entry.status == AttendanceStatus.ABSENT and entry.items is None
    }
    return without_away(attendance, absent & {fold(entry.name) for entry in members})


def _inner_headings(text: str, begin: int, end: int) -> Iterator[re.Match[str]]:
    """Where, in an entry, another list or a sentence may begin, in order."""
    found = [*_INNER_HEADING.finditer(text, begin, end), *_SENTENCE.finditer(text, begin, end)]
    yield from sorted(found, key=lambda match: match.start())


def _tells(text: str) -> bool:
    """Whether a line tells of somebody, but not of who came: "Bo Lund takkede for samarbejdet."."""
    is_sentence = text.endswith(".") and _TELLING.search(text) is not None
    return is_sentence and _ATTENDING.search(text) is None


def _told_status(tail: str) -> AttendanceStatus | None:
    """What the words behind a name say: "havde meldt afbud", "deltog under punkt 4"."""
    if _ABSENT_TAIL.match(tail):
        return AttendanceStatus.ABSENT
    return AttendanceStatus.PRESENT if _PRESENT_TAIL.match(tail) else None


def _with_told(told: AttendanceStatus | None, status: AttendanceStatus) -> AttendanceStatus:
    """What the words behind a name say; that a guest "deltog" makes no member of them."""
    stays = told is AttendanceStatus.PRESENT and status is AttendanceStatus.GUEST
    return status if told is None or stays else told


def _status(person: Presented, listed: Entry) -> AttendanceStatus:
    if person.deputy_for:
        return AttendanceStatus.PRESENT
    is_guest = listed.status is AttendanceStatus.GUEST
    if is_guest and person.status is AttendanceStatus.PRESENT:
        return listed.status
    return person.status or listed.status


def _in_group(person: Attendance, group: Group) -> Attendance:
    """Somebody with the party or municipality of the group, unless the entry says another."""
    party, municipality = group
    return replace(
        person, party=person.party or party, municipality=person.municipality or municipality
    )


def _entry_end(text: str, start: int, end: int) -> int:
    """Where an entry ends: without the separator, and before a new sentence."""
    sentence = _NEW_SENTENCE.search(text, start, end)
    rest = text[start : sentence.start() if sentence else end]
    return start + len(without_joint(rest))


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
        attendance=tuple(without_away((*front.attendance, *merged), away)),
        unclaimed=(*front.unclaimed, *(left for _, listed in below for left in listed.unclaimed)),
        lines=(*front.lines, *(line for _, listed in below for line in listed.lines)),
    )
