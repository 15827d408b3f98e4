"""The entries of a list of people: a line each, unless a line goes on in the next."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kkr_graph.language.item_lists import items_ahead
from kkr_graph.language.presentation import DEPUTY_FOR
from kkr_graph.language.sentences import is_abbreviation, sentences
from kkr_graph.minutes.attendance.columns import Cell, Column, placed_cells
from kkr_graph.minutes.attendance.entry_lines import (
    IN_PLACE_OF_LAST,
    LETTER_AHEAD,
    EntryLines,
    tells_else,
)
from kkr_graph.minutes.attendance.groups import NO_GROUP, Group
from kkr_graph.minutes.attendance.houses import house_of
from kkr_graph.minutes.attendance.list_headings import (
    DEPUTIES,
    EMPLOYERS,
    IN_PLACE_OF,
    LABELLED,
    ListHeadingReader,
    came_in_place,
)
from kkr_graph.minutes.attendance.rosters import Roster
from kkr_graph.minutes.attendance.row_statuses import RowStatusReader
from kkr_graph.model.extract import AttendanceStatus, Role
from kkr_graph.model.lexicon import Lexicon, Phrase
from kkr_graph.model.names import fold
from kkr_graph.model.text import TextLayer

# "Til stede: Anna Holm. Afbud: Bo Lund", or two lists side by side
_INNER_HEADING = re.compile(
    r"(?:[.;|]|\t)\s?(?P<heading>[^\W\d][^:.;,\t]{2,40}?)(?::\s|(?<=fra)\s(?=[A-ZÆØÅ]))"
)
# "... Bo Lund (BL) Referent for fredag: Eva Skov": without a stop before it
_UNPARTED_HEADING = re.compile(
    r"(?<=[\w)]) (?P<heading>[A-ZÆØÅ][a-zæøå]+)(?: for [a-zæøå ]{2,20})?:\s"
)
# "... og Bo Lund. Desuden deltog Eva Skov. Fraværende med afbud var Ib Holm."
_SENTENCE = re.compile(
    r"(?:(?<=[^\W\d_][^\W\d_])|(?<=\)))(?<![Aa]dm)(?<![Kk]st)(?<![Kk]onst)\.\s+(?=(?P<sentence>[A-ZÆØÅ][^.\n]{3,300}))"
    r"(?P<heading>(?:[A-ZÆØÅ][a-zæøå]+(?: [a-zæøå]+){0,4}? (?:deltog|deltager|mødte|var|fra)(?: også| desuden)? (?=\S))?)"
)
# "... og Bo Lund, KL. Under punkt 4 deltog direktør Eva Skov."
_FOR_ITEM = re.compile(
    r"(?<=[\w)])\.\s+(?=(?P<sentence>(?:Under|Ved|Til) (?:behandlingen af )?(?:dagsorden|punkt|pkt|sag)[^\n]{3,300}))(?P<heading>)"
)
# over guests, but not where they sit for parties as those before them
_ALSO_CAME = re.compile(r"(?:Desuden|Endvidere|Derudover|Herudover|Tillige) (?:deltog|mødte|var)\b")
# the same where it begins an entry; "For Venstre deltog ..." lists who came
_FOR_SOMEBODY = re.compile(
    r"(?:For|I stedet for) (?P<other>(?:[a-zæøå.]+ )?[A-ZÆØÅ][^.,:]{3,60}?) (?:deltog|mødte|var|kom)\b"
)
# in a row of who was away: "Suppleant Eva Skov deltog"
_CAME_FOR_ROW = re.compile(
    r"(?:[Ss]uppl?\.|[Ss]uppleant(?:en)?|[Ss]tedf(?:\.|ortræder(?:en)?)):? (?P<who>[A-ZÆØÅ][^,;.]{3,50}) (?:deltog|deltager|mødte|kom)"
)


# at the meeting: "Ordstyrer: Bo Lund" is no entry
_TASKS = frozenset(
    {"ordstyrer", "mødeleder", "dirigent", "referent", "sekretær", "protokolfører", "mødesekretær"}
)
_PIECE = re.compile(r"[.,;(|\t]\s*")
# ahead of who did not come: "÷ Anna Holm"; and an empty box, which may be of either
_CROSSED_OUT = re.compile(r"\s*(?:[÷✗✘]|(?P<open>[☐▢□]|\[ ?\]|\( ?\)))\s*(?=\S)")
# "Odder Kommune: Anna Holm (A). Samsø Kommune: Bo Lund": a label before those from each place
_LABEL_WITHIN = re.compile(r"(?<=[.;,)])\s+(?P<label>[A-ZÆØÅ][^:.,;()\d\t]{1,40}):\s+(?=\S)")
_LABEL_CELL = re.compile(r"(?P<label>[^:.,\d\t]{2,40})\t(?=\S)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a list, at ``[start, end)`` of the reading, without its label."""

    start: int
    end: int
    status: AttendanceStatus
    group: Group | None = None  # that the label names
    title: str | None = None
    unsaid: bool = False  # a row of a table that tells no capacity
    deputy_for: str | None = None  # whom a heading says that they came for
    house: str | None = None  # where a heading says that they are from
    deputy_in_row: int | None = None  # who came for whom the row that begins there is of


class EntryReader:
    """Divides the lists of one document into entries, one for each person or group."""

    def __init__(self, layer: TextLayer, lexicon: Lexicon, headings: ListHeadingReader) -> None:
        self.layer = layer
        self.lexicon = lexicon
        self.headings = headings
        self.crosses = headings.crosses
        self.people = headings.people
        self.rows = RowStatusReader(headings)
        self.lines = EntryLines(layer, lexicon, headings)

    def read(self, roster: Roster, status: AttendanceStatus) -> Iterator[Entry]:
        """The entries of a list, also where another list begins in mid-line."""
        if roster.columns and self.crosses.is_crossed(roster.lines[1:], roster.columns):
            yield from self._crossed(roster)
            return
        capacity = status
        in_place = IN_PLACE_OF.match(roster.heading)
        deputy_for = None if in_place is None else in_place["other"]
        house = house_of(roster.heading)
        units = list(self.lines.read(roster))
        unsaid = self.rows.left_open(roster, units)
        yield from (self._unsaid(*unit) for unit in units if unit in unsaid)
        units = [unit for unit in units if unit not in unsaid]
        told_by = self.headings.status_columns(roster.lines[0]) if roster.told_by_row else ()
        for begin, end in units:
            if roster.columns:
                yield from self._by_column(begin, end, roster.columns)
                continue
            status = capacity if self._is_row(roster, begin) else status
            deputy = self._deputy_cell(begin, end, told_by)
            end = end if deputy is None else deputy.start
            whole = Entry(start=begin, end=end, status=status, house=house, deputy_for=deputy_for)
            whole = self._without_sender(roster, whole)
            for part in self._parts(whole):
                status, house, deputy_for = part.status, part.house, None
                if part.start < part.end:
                    yield from (part,) if part.unsaid else self._by_place(part)
            if deputy is not None:
                yield deputy

    def _deputy_cell(self, begin: int, end: int, columns: Sequence[Column]) -> Entry | None:
        """Who stands in a column of deputies, in a row that tells itself who came.

        Beside somebody who came it is a standing deputy, of whom nothing is told.
        """
        if not any(column.deputies for column in columns):
            return None
        cells = tuple(placed_cells(self.layer, begin, end, columns))
        text = self.layer.reading.text
        told = {self.people.words.status(text[one.start : one.end]) for one in cells}
        deputy = next((one for one in cells if one.column.deputies), None)
        if deputy is None or not self.people.find(text[deputy.start : deputy.end]):
            return None
        came = AttendanceStatus.ABSENT in told
        return replace(
            self._unsaid(deputy.start, deputy.end),
            unsaid=not came,
            deputy_in_row=begin if came else None,
        )

    def _without_sender(self, roster: Roster, row: Entry) -> Entry:
        """A row without its first cell, where that says who sent somebody: below "Organisation"."""
        head = fold(roster.heading.split("\t")[0])
        text = self.layer.reading.text
        cell = text.find("\t", row.start, row.end)
        if head not in EMPLOYERS or cell < 0 or self.people.find(text[row.start : cell]):
            return row
        sender = text[row.start : cell].strip()
        group = self.headings.group(sender) or Group(sender=sender)
        return replace(row, start=cell + 1, group=group)

    def _parts(self, whole: Entry) -> Iterator[Entry]:
        """What an entry says under each of the headings in it; the list goes on as the last."""
        rest = replace(whole, start=self._behind_stand_in(whole))
        for match in _inner_headings(self.layer.reading.text, whole.start, whole.end):
            if match.start() < rest.start or IN_PLACE_OF_LAST.match(match["heading"]):
                continue
            begun = self._begun(match, rest)
            if begun is not None:
                yield replace(rest, end=match.start())
                rest = begun
        yield rest

    def _behind_stand_in(self, whole: Entry) -> int:
        """Where an entry begins behind a sentence of who came for whom, which is read elsewhere."""
        text = self.layer.reading.text
        told = _FOR_SOMEBODY.match(text, whole.start, whole.end)
        if told is None or not self.people.find(told["other"]):
            return whole.start
        _, end = next(iter(sentences(text, whole.start, whole.end)))
        return end

    def _begun(self, match: re.Match[str], rest: Entry) -> Entry | None:
        """What is left of an entry behind a heading in it; nothing where that is no heading."""
        if match.re is _FOR_ITEM:
            return self._came_for(match, rest) if items_ahead(match["sentence"]) else None
        passed = self._passed_over(match, rest.end)
        if passed is not None:
            return replace(rest, start=passed)
        if match.re is IN_PLACE_OF:
            # of members it may be a standing deputy
            came = rest.status is AttendanceStatus.ABSENT or came_in_place(match["heading"])
            if not came:
                return replace(rest, start=match.start(), unsaid=True)
            status: AttendanceStatus | None = AttendanceStatus.PRESENT
            other = match["other"]
        else:
            status = self.lexicon.people_headings.get(fold(match["heading"]))
            status, other = status or self._by_words(match), None
            came = rest.status is AttendanceStatus.PRESENT and match.re is _SENTENCE
            if came and _ALSO_CAME.match(match["heading"]) and self._are_members(match["sentence"]):
                status = AttendanceStatus.PRESENT
            if rest.status is AttendanceStatus.ABSENT and fold(match["heading"]) in DEPUTIES:
                status = AttendanceStatus.PRESENT  # "Afbud: Bo Lund og Ib Holm. Suppleanter: ..."
        if status is None:
            return None
        return replace(
            rest,
            start=match.end(),
            status=status,
            house=house_of(match["heading"]),
            deputy_for=other,
            unsaid=False,
            group=NO_GROUP if status is AttendanceStatus.GUEST else None,
        )

    def _came_for(self, match: re.Match[str], rest: Entry) -> Entry:
        """What is left of an entry from a sentence on that tells who came for an item."""
        are_members = self._are_members(match["sentence"])
        status = AttendanceStatus.PRESENT if are_members else AttendanceStatus.GUEST
        start = match.start("sentence")
        return replace(rest, start=start, status=status, house=None, unsaid=False, group=NO_GROUP)

    def _are_members(self, sentence: str) -> bool:
        """Whether everybody of a sentence sits for a party, and came as no guest for an item."""
        start, end = next(iter(sentences(sentence, 0, len(sentence))))
        people = self.people.find_listed(sentence[start:end])
        return bool(people) and all(one.party and not one.items for one in people)

    def _passed_over(self, match: re.Match[str], end: int) -> int | None:
        """Where what is read elsewhere ends, that a heading or a sentence in a list begins."""
        if match.re is _SENTENCE and tells_else(match["sentence"]):
            return match.end("sentence")
        if fold(match["heading"]) in self.lexicon.writer_headings:  # "Referent: Bo Lund"
            return _sentence_end(self.layer.reading.text, match.end(), end)
        return None

    def _is_row(self, roster: Roster, begin: int) -> bool:
        """Whether an entry is a row with cells, of which one may have a capacity of its own."""
        text = self.layer.reading.text
        line = next(line for line in roster.lines if line.read_start <= begin <= line.read_end)
        return "\t" in text[begin : line.read_end]

    def _by_column(self, begin: int, end: int, columns: Sequence[Column]) -> Iterator[Entry]:
        """The cells of a row, each in the capacity over its column."""
        group = None
        for cell in placed_cells(self.layer, begin, end, columns):
            text = self.layer.reading.text[cell.start : cell.end]
            if cell.status is not None:
                yield Entry(start=cell.start, end=cell.end, status=cell.status, group=group)
            elif cell.column.senders and not self.people.find(text):
                group = self.headings.group(text) or Group(sender=text)
            elif self._is_known(cell, text):
                yield Entry(start=cell.start, end=cell.end, status=AttendanceStatus.PRESENT)
            else:
                yield self._unsaid(cell.start, cell.end)

    def _is_known(self, cell: Cell, text: str) -> bool:
        """Whether a cell tells from where those of its row come, or for whom somebody came."""
        for_somebody = cell.column.deputies and DEPUTY_FOR.search(text) is not None
        return for_somebody or self.headings.group(text) is not None

    def _crossed(self, roster: Roster) -> Iterator[Entry]:
        """The rows of a table in which crosses tell who came, and what of them is not told."""
        text = self.layer.reading.text
        rows = tuple(self.crosses.rows(roster.lines[1:], roster.columns))
        # beside those who came too they are deputies, and did not come
        came = all(row.status is AttendanceStatus.ABSENT for row in rows if row.deputy)
        for row in rows:
            groups = [self.headings.group(text[start:end]) for start, end in row.rest]
            group = next((group for group in groups if group is not None), None)
            if row.status is None:
                yield self._unsaid(row.start, row.end)
            else:
                remarks = [text[start:end] for start, end in row.rest]
                entry = Entry(
                    start=row.start,
                    end=row.end,
                    status=row.status,
                    title=next(filter(self._is_office, remarks), None),
                    deputy_for=next(filter(None, map(_in_whose_place, remarks)), None),
                )
                for found in self._labelled(entry):
                    yield replace(found, group=found.group or group or NO_GROUP)
            for (start, end), named in zip(row.rest, groups, strict=True):
                told = self.crosses.told_by(text[start:end])  # "ferie" of who is away
                same = told is not None and told is row.status
                away = row.status is AttendanceStatus.ABSENT
                instead = _CAME_FOR_ROW.fullmatch(text, start, end) if away else None
                if instead is not None or (came and (start, end) == row.deputy):
                    who = (start, end) if instead is None else instead.span("who")
                    yield replace(self._unsaid(*who), unsaid=False, deputy_in_row=row.start)
                elif not (named or same or self._is_read_elsewhere(text[start:end])):
                    yield self._unsaid(start, end)

    def _is_office(self, remark: str) -> bool:
        """Whether a remark only says who somebody is: "Formand"."""
        return fold(remark) in self.lexicon.roles

    def _is_read_elsewhere(self, remark: str) -> bool:
        """Whether a remark is read with the row, or elsewhere."""
        return self._is_office(remark) or bool(_in_whose_place(remark)) or tells_else(remark)

    def _unsaid(self, start: int, end: int) -> Entry:
        return Entry(start=start, end=end, status=AttendanceStatus.PRESENT, unsaid=True)

    def _by_words(self, match: re.Match[str]) -> AttendanceStatus | None:
        """The capacity that words in a list tell: "Desuden deltog", "Afbud lørdag:"."""
        named = match.re is _INNER_HEADING and self.people.find(match["heading"])
        return None if named else self.headings.by_pattern(match["heading"])

    def _labelled(self, entry: Entry) -> Iterator[Entry]:
        """An entry without its label: a group ("Vejle:") or a role ("Formand:")."""
        text = self.layer.reading.text
        if LETTER_AHEAD.match(text[entry.start : entry.end]):
            yield from self._by_letter(entry)
            return
        crossed_out = _CROSSED_OUT.match(text, entry.start, entry.end)
        if crossed_out is not None and entry.status is AttendanceStatus.PRESENT:
            entry = replace(
                entry,
                start=crossed_out.end(),
                status=AttendanceStatus.ABSENT,
                unsaid=crossed_out["open"] is not None,
            )
        label = LABELLED.match(text, entry.start, entry.end) or self._label_cell(entry)
        group = None if label is None else self.headings.group(label["label"])
        named = label is not None and self.people.find(label["label"])  # "Chef Eva Skov: Deltog"
        is_role = label is not None and fold(label["label"]) in self.lexicon.roles
        if (
            label is None
            or named
            or not (group or is_role or self.people.words.is_title(label["label"]))
        ):
            of_others = label is not None and not named and label.re is LABELLED  # "PLO: ..."
            yield replace(entry, group=NO_GROUP) if of_others else entry
        elif group is not None:
            yield replace(entry, start=label.end(), group=group)
        elif is_role or fold(label["label"]) not in _TASKS:
            is_guest = self._is_staff(label["label"]) and entry.status is AttendanceStatus.PRESENT
            status = AttendanceStatus.GUEST if is_guest else entry.status
            yield replace(entry, start=label.end(), title=label["label"], status=status)

    def _by_place(self, entry: Entry) -> Iterator[Entry]:
        """Those behind each label, where an entry that begins with a place or a party has others."""
        text = self.layer.reading.text
        first = LABELLED.match(text, entry.start, entry.end)
        if first is not None and self.headings.is_group(first["label"]):
            for label in _LABEL_WITHIN.finditer(text, first.end(), entry.end):
                if text[label.start() - 1] in ".;" or self.headings.is_group(label["label"]):
                    yield from self._labelled(replace(entry, end=label.start()))
                    entry = replace(entry, start=label.start("label"))
        yield from self._labelled(entry)

    def _by_letter(self, entry: Entry) -> Iterator[Entry]:
        """Those behind each letter of a party, where the letters stand ahead of the names."""
        text = self.layer.reading.text[entry.start : entry.end]
        marks = list(LETTER_AHEAD.finditer(text))
        ends = [*(mark.start() for mark in marks[1:]), len(text)]
        for mark, end in zip(marks, ends, strict=True):
            start, stop = entry.start + mark.end(), entry.start + end
            yield replace(entry, start=start, end=stop, group=Group(party=mark["letter"]))

    def _is_staff(self, label: str) -> bool:
        return self.lexicon.phrases[Phrase.STAFF].fullmatch(label.lower()) is not None

    def _label_cell(self, entry: Entry) -> re.Match[str] | None:
        """The label of a row whose first column says that a deputy follows, or from where."""
        text = self.layer.reading.text
        cell = _LABEL_CELL.match(text, entry.start, entry.end)
        if cell is None or not self.people.find(text[cell.end() : entry.end]):
            return None
        is_deputy = self.lexicon.roles.get(fold(cell["label"])) == Role.DEPUTY
        return cell if is_deputy or self.headings.group(cell["label"]) else None


def _inner_headings(text: str, begin: int, end: int) -> Iterator[re.Match[str]]:
    """Where, in an entry, another list or a sentence may begin, in order."""
    ended = (
        match
        for match in _SENTENCE.finditer(text, begin, end)
        if not is_abbreviation(text, match.start(), begin)  # "Niels Chr. Lund"
    )
    unparted = _UNPARTED_HEADING.finditer(text, begin, end)
    pieces = (begin, *(piece.end() for piece in _PIECE.finditer(text, begin, end)))
    placed = filter(None, (IN_PLACE_OF.match(text, start, end) for start in pieces))
    for_items = _FOR_ITEM.finditer(text, begin, end)
    found = [*_INNER_HEADING.finditer(text, begin, end), *unparted, *ended, *placed, *for_items]
    yield from sorted(found, key=lambda match: match.start())


def _sentence_end(text: str, start: int, end: int) -> int:
    """Where what stands behind a heading in mid-line ends: before the next sentence."""
    stop = text.find(". ", start, end)
    return end if stop < 0 else stop


def _in_whose_place(remark: str) -> str | None:
    """For whom somebody came, by a remark that says only that: "Stedfortræder for Bo Lund"."""
    told = DEPUTY_FOR.fullmatch(remark)
    return None if told is None else told["name"]
