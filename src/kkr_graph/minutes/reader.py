"""Puts together what is read from one document of minutes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kkr_graph.language.bodies import BodyReader
from kkr_graph.language.dates import find_dates
from kkr_graph.language.parties import decide_scheme, party_tokens
from kkr_graph.language.people import PeopleReader
from kkr_graph.language.sentences import sentences
from kkr_graph.minutes import concerns
from kkr_graph.minutes.appointments import AppointmentReader
from kkr_graph.minutes.attendance import Listed, RosterReader, merge_by_item
from kkr_graph.minutes.days import DayReader
from kkr_graph.minutes.guests import find_guests, to_statements
from kkr_graph.minutes.items import ItemReader, real_items
from kkr_graph.minutes.leftovers import Front, find_leftovers, passages_of
from kkr_graph.minutes.meeting import MeetingReader
from kkr_graph.minutes.partial import PartialReader
from kkr_graph.minutes.presence import settle, stand_ins
from kkr_graph.minutes.seats import SeatReader
from kkr_graph.minutes.statements import Said, StatementReader, offices_of
from kkr_graph.minutes.structure import ItemBlock, find_structure
from kkr_graph.minutes.told import told_present
from kkr_graph.model.extract import (
    Appointment,
    Attendance,
    BodyMention,
    DateMention,
    DocumentKind,
    Extract,
    Item,
    SeatRule,
)
from kkr_graph.model.lexicon import Lexicon
from kkr_graph.model.names import fold
from kkr_graph.model.registry import Registry
from kkr_graph.model.span import Passage
from kkr_graph.model.text import TextLayer


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
        self.blocks = real_items(self.structure.items)
        self.bodies = BodyReader(registry, self.text)
        scheme = decide_scheme(party_tokens(self.text), registry)
        self.people = PeopleReader(registry, lexicon, scheme)
        self.rosters = RosterReader(layer, lexicon, self.people)
        self.document = MeetingReader(
            layer, self.structure, self.bodies, self.rosters.head(self.structure.front)
        ).document()
        self.items = ItemReader(layer, lexicon, self.rosters, self.document.body)
        self.appointments = AppointmentReader(
            layer, lexicon, self.bodies, self.people, self.document
        )
        self.lexicon = lexicon

    def extract(self) -> Extract:
        """The whole document."""
        decided = self.document.kind == DocumentKind.MINUTES
        listed = self._listed()
        items = tuple(self.items.read(block, decided=decided) for block in self.blocks)
        shown = tuple(
            appointment
            for block, item in zip(self.blocks, items, strict=True)
            for appointment in self.appointments.in_item(block, item)
        )
        if not items:  # a notice in prose
            shown = tuple(self.appointments.in_prose(0, self._front_end()))
        numbers = [item.number for item in items]
        standing_in = stand_ins(self.layer, self.people, self._front_end() if items else 0)
        members = settle((*listed.attendance, *self._told(listed)), standing_in, numbers)
        said = tuple(self._said(shown, members))
        partial = PartialReader(self.layer, self.people, numbers)
        days, day_findings = concerns.check_days(self.layer, tuple(self._days()))
        deputies = tuple(concerns.unmarked_deputies(self.document, members, self._seats()))
        used = (*self._own_passages(), *passages_of((*members, *shown, *days)))
        front = self._front(listed, used, items)
        return Extract(
            document=self.document,
            attendance=(
                *members,
                *partial.read(self.blocks, self._front_end()),
                *find_guests(said, members, self.layer, self.registry, self.lexicon.roles),
            ),
            items=items,
            appointments=(
                *self.appointments.listed(members),
                *shown,
                *(inferred for _, inferred in deputies),
            ),
            statements=tuple(to_statements(said, self.layer)),
            dates=days,
            bodies=tuple(self._bodies()),
            seat_rules=tuple(self._seat_rules()),
            unclaimed=(
                *listed.unclaimed,
                *find_leftovers(self.layer, front, self._tells_something),
            ),
            warnings=(
                *concerns.unknown_meeting(self.document),
                *(finding for finding, _ in deputies),
                *concerns.contradicting_attendance(members),
                *day_findings,
                *concerns.impossible_days(self.layer),
                *concerns.contradicting_terms(self.layer, self.registry, self.blocks),
            ),
        )

    def _seat_rules(self) -> Iterator[SeatRule]:
        reader = SeatReader(self.layer, self.lexicon, self.bodies, self.document.body)
        yield from reader.in_items(self.blocks)
        if not self.blocks and self.document.kind is DocumentKind.NEWS:
            yield from reader.in_prose(self._front_end())

    def _listed(self) -> Listed:
        """The people of the front and, item by item, those listed under a decision."""
        front = self.rosters.read(self.structure.front)
        if not front.attendance:  # "1. Deltagere" is an item to some
            front = self.rosters.read_first(block.lines for block in self.blocks)
        below = [
            (block.number, self.rosters.read_apologies(section.body.lines))
            for block in self.blocks
            if (section := self.items.decision_section(block)) is not None
        ]
        return merge_by_item(front, below)

    def _told(self, listed: Listed) -> Iterator[Attendance]:
        """Who a notice, which has no lists, tells to have been there."""
        if self.document.kind is DocumentKind.NEWS and not (self.blocks or listed.attendance):
            yield from told_present(self.layer, self.people, self._front_end())

    def _said(
        self, shown: Sequence[Appointment], members: Sequence[Attendance]
    ) -> Iterator[tuple[str, Said]]:
        """Who speaks or comes under each item; a role shown in the item says on whose behalf."""
        offices = offices_of(members, self.lexicon)
        speech = StatementReader(self.bodies, self.people, self.text, offices)
        for block in self.blocks:
            roles = _represented(shown, block)
            for start, end in sentences(self.text, block.title.end, block.lines[-1].read_end):
                for said in speech.find(start, end, roles):
                    yield block.number, said

    def _own_passages(self) -> Iterator[Passage]:
        """Where the meeting's body and day stand."""
        own = (self.document.body_passage, self.document.date_passage)
        yield from (passage for passage in own if passage is not None)

    def _front(self, listed: Listed, used: Sequence[Passage], items: Sequence[Item]) -> Front:
        return Front(
            lines=tuple(line for line in self.structure.front if line not in listed.lines),
            used=tuple(used),
            titles=tuple(item.title for item in items),
            cover_end=listed.lines[0].start if listed.lines else None,
        )

    def _tells_something(self, text: str) -> bool:
        """Whether a text names a person or a day: then it must not go unread in silence."""
        return bool(self.people.find(text)) or any(find_dates(text, 0, len(text)))

    def _days(self) -> Iterator[DateMention]:
        """The days the document names, but for the one it is about."""
        reader = DayReader(self.layer, self.bodies)
        for mention in reader.in_prose(0, self._front_end()):
            if mention.date != self.document.date:
                yield mention
        yield from reader.in_items(self.blocks)

    def _front_end(self) -> int:
        """Where, in the reading, the items begin; its end where there are none."""
        return self.structure.front[-1].read_end if self.structure.front else 0

    def _bodies(self) -> Iterator[BodyMention]:
        """The bodies that the text gives an abbreviation, once each."""
        seen: set[tuple[str, str | None]] = set()
        for named in sorted(self.bodies.defined, key=lambda named: named.start):
            key = (fold(named.name), named.abbreviation)
            if key not in seen:
                seen.add(key)
                passage = self.layer.passage_read(named.start, named.end)
                yield BodyMention(passage=passage, name=named.name, abbreviation=named.abbreviation)

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
