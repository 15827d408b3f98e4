"""Puts together what is read from one document of minutes."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from kkr_graph.language.bodies import BodyReader, Named
from kkr_graph.language.calendar import impossible_days
from kkr_graph.language.dates import find_dates
from kkr_graph.language.parties import decide_scheme, party_tokens
from kkr_graph.language.people import PeopleReader
from kkr_graph.language.presented import gives_initials
from kkr_graph.language.sentences import sentences
from kkr_graph.minutes import concerns
from kkr_graph.minutes.attendance.listed import Listed
from kkr_graph.minutes.attendance.offices import OfficeReader
from kkr_graph.minutes.attendance.presence import (
    missed_the_rest,
    told_once,
    without_known_away,
)
from kkr_graph.minutes.attendance.reader import RosterReader
from kkr_graph.minutes.days import DayReader
from kkr_graph.minutes.guests import find_guests, to_statements
from kkr_graph.minutes.items import ItemReader, real_items
from kkr_graph.minutes.leftovers import Front, find_leftovers, passages_of
from kkr_graph.minutes.meeting.front_lines import owner_in
from kkr_graph.minutes.meeting.kinds import is_agreement, is_sent
from kkr_graph.minutes.meeting.reader import MeetingReader
from kkr_graph.minutes.personnel.appointments import AppointmentReader
from kkr_graph.minutes.personnel.body_phrases import is_office_in
from kkr_graph.minutes.seats import SeatReader
from kkr_graph.minutes.statements import Said, StatementReader, offices_of
from kkr_graph.minutes.structure.blocks import ItemBlock, Structure
from kkr_graph.minutes.structure.reader import find_structure
from kkr_graph.minutes.turnout import TurnoutReader
from kkr_graph.model.extract import (
    CHAIRS,
    Appointment,
    Attendance,
    BodyMention,
    DateMention,
    DocumentKind,
    Extract,
    Item,
    SeatRule,
    Unclaimed,
)
from kkr_graph.model.lexicon import Lexicon
from kkr_graph.model.names import fold
from kkr_graph.model.registry import Registry
from kkr_graph.model.span import Passage
from kkr_graph.model.text import TextLayer

_OF_MEETINGS = (DocumentKind.MINUTES, DocumentKind.AGENDA)
# "Til 2: Anna Holm holdt et oplæg", below a table of all items
_ABOUT = re.compile(r"(?:Til|Ad|Vedr\.) (?:punkt |pkt\. )?(?P<number>\d{1,2}(?:\.\d{1,2})?)[:.] ")


def parse_minutes(layer: TextLayer, registry: Registry, lexicon: Lexicon) -> Extract:
    """Everything that a text layer says about a meeting, with positions and what is left over."""
    return _DocumentReader(layer, registry, lexicon).extract()


class _DocumentReader:
    """Reads one document: each part by its own reader, all on the same layer."""

    def __init__(self, layer: TextLayer, registry: Registry, lexicon: Lexicon) -> None:
        self.layer = layer
        self.text = layer.reading.text
        self.registry = registry
        self.structure = find_structure(layer, lexicon)
        self.agrees = is_agreement(layer, self.structure)
        if self.agrees or is_sent(
            layer, self.structure
        ):  # its numbered parts were dealt with at no meeting
            self.structure = Structure(front=layer.lines, items=())
        self.blocks = real_items(self.structure.items)
        self.bodies = BodyReader(registry, self.text)
        scheme = decide_scheme(party_tokens(self.text), registry)
        self.people = PeopleReader(
            registry, lexicon, scheme, gives_initials=gives_initials(self.text)
        )
        self.rosters = RosterReader(layer, lexicon, self.people)
        self.document = MeetingReader(
            layer,
            self.structure,
            self.bodies,
            self.people,
            self.rosters.finder.head(self.structure.front),
        ).document()
        self.items = ItemReader(layer, lexicon, self.rosters, self.document.body, self.blocks)
        self.appointments = AppointmentReader(
            layer, lexicon, self.bodies, self.people, self.document
        )
        body = self.document.body
        self.offices = OfficeReader(lexicon, self.bodies, body, owner_in(body or ""))
        self.lexicon = lexicon

    def extract(self) -> Extract:
        """The whole document."""
        decided = self.document.kind == DocumentKind.MINUTES
        turnout = TurnoutReader(self.items, self.document, self.structure, self.blocks)
        listed = turnout.listed()
        self.appointments.know(listed.attendance)
        items = tuple(self.items.read(block, decided=decided) for block in self.blocks)
        shown = self._shown(items)
        numbers = [item.number for item in items]
        came = turnout.read(listed, numbers)
        members, partly = came.members, came.partly
        said = tuple(self._said(shown, members))
        days, day_findings = concerns.check_days(self.layer, tuple(self._days()))
        deputies = tuple(concerns.unmarked_deputies(self.document, members, self._seats()))
        held = tuple(self._held(members))
        rules = tuple(self._seat_rules())
        used = (
            *self._own_passages(),
            *passages_of((*members, *came.standing_in, *partly, *held, *shown, *days, *rules)),
        )
        bodies = (one.body for one in (*held, *shown))
        front = self._front(listed, used, (*(item.title for item in items), *bodies), items)
        guests = tuple(
            find_guests(said, members, partly, self.layer, self.registry, self._is_of_others)
        )
        speaks_for = self._speaks_for(held, (*guests, *members))
        return Extract(
            document=self.document,
            attendance=(
                *told_once((*members, *without_known_away(partly, members))),
                *missed_the_rest(members, numbers),
                *guests,
            ),
            items=items,
            appointments=(
                *held,
                *shown,
                *self.appointments.signed((*held, *shown)),
                *(inferred for _, inferred in deputies),
            ),
            statements=tuple(to_statements(said, self.layer, speaks_for)),
            dates=days,
            bodies=tuple(self._bodies({fold(one.name) for one in members})),
            seat_rules=rules,
            unclaimed=(
                *(left for left in listed.unclaimed if not any(_has(left, one) for one in held)),
                *find_leftovers(self.layer, self.lexicon, front, self._tells_something),
            ),
            warnings=(
                *concerns.unknown_meeting(
                    self.document, is_letter=front.is_all and not members and bool(shown)
                ),
                *concerns.broken_paragraphs(self.layer),
                *concerns.unnumbered_items(self.document, self.structure),
                *concerns.placed_nobody(items, shown),
                *(finding for finding, _ in deputies),
                *concerns.contradicting_attendance(members),
                *day_findings,
                *impossible_days(self.layer),
                *concerns.contradicting_terms(self.layer, self.registry, self.blocks),
            ),
        )

    def _held(self, members: Sequence[Attendance]) -> Iterator[Appointment]:
        """The offices of those listed, beside their names or on a line of their own."""
        beside = tuple(self.offices.read(members))
        yield from beside
        known = {(fold(one.person), one.role) for one in beside}
        for one in self.offices.labelled(self.layer, self.structure.front, members):
            if (fold(one.person), one.role) not in known:
                yield one

    def _shown(self, items: Sequence[Item]) -> Sequence[Appointment]:
        """Who is told to get, have or leave a role: above the items and in them, or in a notice."""
        if not items:
            told = self.appointments.in_prose(
                0, self.structure.front_end, is_agreed_only=self.agrees
            )
            return tuple(told)
        shown = tuple(
            appointment
            for block, item in zip(self.blocks, items, strict=True)
            for appointment in self.appointments.in_item(
                block, item, self.rosters.lines_of_turnout(block.lines)
            )
        )
        if self.document.kind is DocumentKind.NEWS:
            return (*self.appointments.in_prose(0, self.structure.front_end), *shown)
        return (*self.appointments.in_front(self.structure.front_end, shown), *shown)

    def _seat_rules(self) -> Iterator[SeatRule]:
        reader = SeatReader(self.layer, self.lexicon, self.bodies, self.document.body)
        yield from reader.in_items(self.blocks)
        told = reader.in_prose(self.structure.front_end)
        if self.document.kind is DocumentKind.NEWS:
            yield from told
        elif self.blocks:
            return
        elif self.document.kind is DocumentKind.OTHER:  # how many there are is told of much else
            yield from (rule for rule in told if rule.appointed_by is not None)

    def _said(
        self, shown: Sequence[Appointment], members: Sequence[Attendance]
    ) -> Iterator[tuple[str, Said]]:
        """Who speaks or comes under each item; a role shown in the item says on whose behalf."""
        numbers = {block.number for block in self.blocks}
        offices = offices_of(members, self.lexicon)
        came = {fold(one.name) for one in members}
        initials = {
            short: name for short, name in self.rosters.initials.whose.items() if fold(name) in came
        }
        speech = StatementReader(self.bodies, self.people, self.text, offices, initials)
        for block in self.blocks:
            roles = _represented(shown, block)
            speech.start_item()
            for start, end in sentences(self.text, block.told_at, block.lines[-1].read_end):
                about = _ABOUT.match(self.text, start, end)
                told = about["number"] if about is not None else block.number
                number = told if told in numbers else block.number
                for said in speech.find(start, end, roles):
                    yield number, said

    def _speaks_for(
        self, held: Iterable[Appointment], attendance: Iterable[Attendance]
    ) -> Mapping[str, str]:
        """Folded names to whom people speak for: the body they lead here, or where they are from."""
        leads = {fold(one.person): one.body for one in held if one.role in CHAIRS}
        sent = {
            fold(one.name): self.bodies.canonical(one.organization)
            for one in attendance
            if one.organization is not None
        }
        return {**sent, **leads}

    def _own_passages(self) -> Iterator[Passage]:
        """Where the meeting's body and day stand."""
        own = (self.document.body_passage, self.document.date_passage)
        yield from (passage for passage in own if passage is not None)

    def _front(
        self,
        listed: Listed,
        used: Sequence[Passage],
        titles: Sequence[str],
        items: Sequence[Item],
    ) -> Front:
        return Front(
            lines=tuple(line for line in self.structure.front if line not in listed.lines),
            used=tuple(used),
            titles=tuple(titles),
            cover_end=listed.lines[0].start if listed.lines else None,
            is_all=not items and self.document.kind not in _OF_MEETINGS,
        )

    def _is_of_others(self, office: str) -> bool:
        """Whether an office is no role here: "Direktør", and not "formand" or "KKR-formand"."""
        is_role = fold(office) in self.lexicon.roles
        return not is_role and not is_office_in(office, self.document.body or "")

    def _tells_something(self, text: str) -> bool:
        """Whether a text names a person or a day: then it must not go unread in silence."""
        return bool(self.people.find(text)) or any(find_dates(text, 0, len(text)))

    def _days(self) -> Iterator[DateMention]:
        """The days the document names, but for the one it is about."""
        reader = DayReader(self.layer, self.bodies)
        for mention in reader.in_prose(0, self.structure.front_end):
            if mention.date != self.document.date:
                yield mention
        yield from reader.in_items(self.blocks)

    def _bodies(self, people: Container[str]) -> Iterator[BodyMention]:
        """The bodies that the text gives an abbreviation, once each; "Anna Holm (AH)" is none."""
        seen: set[tuple[str, str | None]] = set()
        for named in sorted(self.bodies.defined, key=lambda named: named.start):
            key = (fold(named.name), named.abbreviation)
            if key not in seen and key[0] not in people and not self._is_person(named):
                seen.add(key)
                passage = self.layer.passage_read(named.start, named.end)
                yield BodyMention(passage=passage, name=named.name, abbreviation=named.abbreviation)

    def _is_person(self, named: Named) -> bool:
        """Whether what is given an abbreviation is somebody with initials, or of a party."""
        begin = self.text.rfind("\n", 0, named.start) + 1
        return any(
            begin + one.start <= named.start < begin + one.end and (one.given or one.party)
            for one in self.people.find(self.text[begin : named.end])
        )

    def _seats(self) -> int | None:
        """How many seats the registry gives the meeting's body on its day."""
        if self.document.body is None or self.document.date is None:
            return None
        return concerns.seats_on(self.registry, self.document.body, self.document.date)


def _represented(shown: Iterable[Appointment], block: ItemBlock) -> Mapping[str, str]:
    """Folded names to the body that an item shows them to speak for."""
    return {
        fold(role.person): role.body for role in shown if role.item == block.number and role.certain
    }


def _has(left: Unclaimed, told: Appointment) -> bool:
    """Whether a passage that a list did not claim tells of an office."""
    return left.passage.start <= told.passage.start < left.passage.end
