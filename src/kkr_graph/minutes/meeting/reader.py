"""Whose meeting a document is about, on which day, and what sort of document it is."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property

from kkr_graph.language.bodies import BodyReader
from kkr_graph.language.cases import CASE_NUMBER, labelled_case
from kkr_graph.language.dates import find_dates
from kkr_graph.language.people import PeopleReader
from kkr_graph.minutes.meeting.candidates import Candidate, best, best_of_all
from kkr_graph.minutes.meeting.front_lines import FRONT_LINES, LETTERHEAD_LINES, is_sentence
from kkr_graph.minutes.meeting.holder import AGENDA_OF, HolderReader
from kkr_graph.minutes.meeting.kinds import is_titled_meeting, kind_of
from kkr_graph.minutes.structure.blocks import Structure
from kkr_graph.model.extract import Document, DocumentKind
from kkr_graph.model.text import Line, TextLayer

_SENT = re.compile(
    r"\b(?:udsendt|udgivet|publiceret|offentliggjort|dateret|udskrevet|oprettet|sidst ændret|sendt ud|frist|godkendt den)\b",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"\b(?:mødedato|dato|mødetidspunkt|tidspunkt|tid|afholdt|mødet|\w+smøde(?=,? (?:\w+dag,? )?(?:den|d\.) ?\d))\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"\b(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)\b|\bkl\.", re.IGNORECASE
)
# when a meeting took place; "Dato:" on paper that names an hour elsewhere is when it was written
_AT_HOUR = re.compile(r"\bkl\.? ?\d", re.IGNORECASE)
_HOUR_LABEL = re.compile(r"(?:tid|tidspunkt|mødetid\w*|kl)\b", re.IGNORECASE)
_TO_COME = re.compile(r"\b(?:næste|kommende|fremtidige|mødeplan|mødedatoer)\b", re.IGNORECASE)
# a term, and no meeting: "gældende til den 30. juni 2026"
_UNTIL = re.compile(
    r"\b(?:gælde(?:r|nde) (?:til|fra|indtil)|indtil|frem til|senest|inden) (?:den |d\. )?$",
    re.IGNORECASE,
)
_MAIL_FROM = re.compile(r"(?:fra|afsender|from):\s*\S", re.IGNORECASE)
_OF_MEETINGS = frozenset({DocumentKind.MINUTES, DocumentKind.AGENDA})
_ALONE = re.compile(
    r"(?:[A-ZÆØÅ][\w -]{1,24}(?:,| [|·–]) )?(?:\w+dag )?(?:[Dd]en |[Dd]\. )?(?:\d[\d./-]{5,9}|\d{1,2}\. \w+ \d{4})"
)

_AGREED = re.compile(r"\b(?:indgået|underskrevet|aftalt)\b", re.IGNORECASE)
_COLUMNS = re.compile(r"\s+[|·–]\s+|\s{2,}|\t")
# whose day is the day it was sent
_SENT_ON_A_DAY = frozenset({DocumentKind.NEWS, DocumentKind.OTHER})

_BELOW_TITLE = 0.5  # more for "Dato:" below "Referat" than for that of the paper above
_TIMED = 2.0  # more for a day with the hour, where "Dato:" has none
_OF_MAIL = 0.0  # the meeting was before it was sent, or is to come
_HEADS_DECISIONS = 0.5  # below any day of the front


class MeetingReader:
    """Finds the particulars of the meeting that one document is about."""

    def __init__(
        self,
        layer: TextLayer,
        structure: Structure,
        bodies: BodyReader,
        people: PeopleReader,
        head: Sequence[Line],
    ) -> None:
        self.layer = layer
        self.head = head  # the lines above the first list of people
        self.front = head[:FRONT_LINES]
        self.structure = structure
        self.kind = kind_of(layer, structure, self.front)
        self.holder = HolderReader(layer, structure, bodies, people, self.front, self.kind)

    def document(self) -> Document:
        """The document's own particulars; None for what the text does not say."""
        stated = best(self._days())
        day = stated.value if stated is not None and isinstance(stated.value, date) else None
        body = best_of_all(self.holder.candidates(day))
        return Document(
            kind=self.kind,
            body=None if body is None else str(body.value),
            date=day,
            case=self._case(),
            sha256=self.layer.sha256,
            name=self.layer.name,
            body_passage=None if body is None else body.passage,
            date_passage=None if stated is None else stated.passage,
        )

    def _case(self) -> str | None:
        """The case of the whole document: stated on top, or shared by most items.

        Where the top has several it lists those of the items; a letter begins with its own.
        """
        top = (self.layer.read(line) for line in self.structure.front[:FRONT_LINES])
        labelled = dict.fromkeys(filter(None, map(labelled_case, top)))
        named = (CASE_NUMBER.search(self.layer.read(line)) for line in self.front)
        stated = list(labelled or dict.fromkeys(match[0] for match in named if match is not None))
        if stated:
            is_one = len(stated) == 1 or self.kind is DocumentKind.NEWS
            return stated[0] if is_one else None
        cases = [item.case for item in self.structure.items if item.case is not None]
        is_shared = len(set(cases)) == 1 and 2 * len(cases) > len(self.structure.items)
        return cases[0] if is_shared else None

    def _days(self) -> Iterator[Candidate]:
        for line in self.layer.furniture:
            for found in find_dates(self.layer.text, line.start, line.end):
                if found.day is not None:
                    yield Candidate(
                        weight=4.0,
                        value=found.day,
                        passage=self.layer.passage(found.start, found.end),
                    )
        if self.holder.agrees:
            yield from self._signed_days()
            return
        top = self.structure.front[:LETTERHEAD_LINES] if self.kind in _SENT_ON_A_DAY else ()
        below = 0.0
        for position, line in enumerate(top if len(self.head) < len(top) else self.front):
            yield from self._front_days(line, position, below)
            below = _BELOW_TITLE if is_titled_meeting(self.layer.read(line)) else below
        agenda = AGENDA_OF.search(self.layer.reading.text)
        if agenda is not None:
            yield from self._dated(agenda.end() - 5, agenda.end() + 40, 3.5)
        if (head := self.holder.decided) is not None:  # where the front names no day
            yield from self._dated(head.day_start, head.day_end, _HEADS_DECISIONS)

    def _signed_days(self) -> Iterator[Candidate]:
        """When an agreement was made: alone on a line, or where it says so; other days are of what it is about."""
        for line in self.structure.front:
            text = self.layer.read(line)
            if _ALONE.fullmatch(text) or _AGREED.search(text):
                yield from self._dated(line.read_start, line.read_end, 1.0)

    def _front_days(self, line: Line, position: int, below_title: float) -> Iterator[Candidate]:
        text = self.layer.read(line)
        sent = position < LETTERHEAD_LINES and re.match(r"(?:sendt|dato):", text, re.IGNORECASE)
        if sent and self.kind in _OF_MEETINGS and self._is_in_mail_head(position):
            if sent[0].lower().startswith("dato"):  # of a memo it may be the meeting's
                yield from self._dated(line.read_start, line.read_end, _OF_MAIL)
            return
        if self.kind in _SENT_ON_A_DAY and position < LETTERHEAD_LINES:
            alone = filter(None, map(_ALONE.fullmatch, (text, *_COLUMNS.split(text))))
            sent = sent or _SENT.search(text) or next(alone, None)
        if (_SENT.search(text) and not sent) or len(text) > 160:
            return
        if sent and self._is_of_paper(position):
            sent = None
        weight = (4.0 + below_title) * bool(sent) + 2.0 - position / FRONT_LINES
        weight += 2.0 * bool(_LABELLED.search(text)) + 2.0 * bool(_WEEKDAY.search(text))
        weight += 1.0 * is_titled_meeting(text) + 1.0 * (len(text) < 40)
        weight += _TIMED * (position in self._timed and self.kind in _OF_MEETINGS)
        # a page of news tells of the meeting below the day of its own
        weight -= 2.0 * (self.kind is DocumentKind.OTHER and is_sentence(text))
        yield from self._dated(line.read_start, line.read_end, weight)

    @cached_property
    def _timed(self) -> frozenset[int]:
        """Which lines of the front have a day with the hour of a meeting that is not to come."""
        found: set[int] = set()
        to_come = False
        for position, text in enumerate(map(self.layer.read, self.front)):
            dated = any(one.day is not None for one in find_dates(text, 0, len(text)))
            # "Kommende møder", and the days below
            to_come = _TO_COME.search(text) is not None or (to_come and dated)
            tells = is_sentence(text) or _SENT.search(text)
            if dated and _AT_HOUR.search(text) and not (to_come or tells):
                found.add(position)
        return frozenset(found)

    def _is_of_paper(self, position: int) -> bool:
        """Whether "Dato:" is when the paper was written: another day has the hour, and it no weekday."""
        if self.kind not in _OF_MEETINGS:
            return False
        below = self.layer.read(self.front[position + 1]) if position + 1 < len(self.front) else ""
        told = _WEEKDAY.search(self.layer.read(self.front[position])) or _HOUR_LABEL.match(below)
        return not told and bool(self._timed)

    def _is_in_mail_head(self, position: int) -> bool:
        """Whether a line stands right below or above whom a mail is from."""
        near = self.front[max(0, position - 2) : position + 3]
        return any(_MAIL_FROM.match(self.layer.read(line)) for line in near)

    def _dated(self, start: int, end: int, weight: float) -> Iterator[Candidate]:
        for found in find_dates(
            self.layer.reading.text, start, min(end, len(self.layer.reading.text))
        ):
            if found.day is not None and not _UNTIL.search(
                self.layer.reading.text, start, found.start
            ):
                passage = self.layer.passage_read(found.start, found.end)
                yield Candidate(weight=weight, value=found.day, passage=passage)
                return
