"""The appointments of one document: shown in prose, told in sentences, listed beside a name."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kkr_graph.language.bodies import BodyReader
from kkr_graph.language.people import PeopleReader
from kkr_graph.language.sentences import sentences
from kkr_graph.minutes.personnel import Personnel, PersonnelReader
from kkr_graph.minutes.roles import RoleReader, ShownRole
from kkr_graph.minutes.structure import ItemBlock, Section
from kkr_graph.minutes.targets import TargetReader
from kkr_graph.minutes.titles import titled_body
from kkr_graph.model.extract import (
    Appointment,
    Attendance,
    AttendanceStatus,
    Document,
    Event,
    Item,
    Outcome,
    Role,
)
from kkr_graph.model.lexicon import Lexicon, SectionKind
from kkr_graph.model.names import clean, fold
from kkr_graph.model.text import TextLayer

_OWN_ROLES = frozenset({Role.CHAIR, Role.VICE_CHAIR, Role.OBSERVER})
_OFFICE_OF = re.compile(
    r"(?P<body>regionsråd|bestyrelse|nævn|kommission)s(?P<role>formand|næstformand)"
)
_OFFICE = re.compile(r"\b[^\W\d]+\b(?! (?:for|i|af) )")  # "formand", but not "formand for X"
_ADOPTED = frozenset({Outcome.APPROVED, Outcome.APPOINTED, Outcome.ENDORSED})


class AppointmentReader:
    """Reads the appointments of one document."""

    def __init__(
        self,
        layer: TextLayer,
        lexicon: Lexicon,
        bodies: BodyReader,
        people: PeopleReader,
        document: Document,
    ) -> None:
        self.layer = layer
        self.text = layer.reading.text
        self.lexicon = lexicon
        self.document = document
        self.roles = RoleReader(lexicon, bodies, people)
        self.bodies = bodies
        self.personnel = PersonnelReader(TargetReader(lexicon, bodies, document.body), people)

    def listed(self, members: Iterable[Attendance]) -> Iterator[Appointment]:
        """Roles in the meeting's own body, by the office beside a listed name: "X, formand"."""
        entries = tuple(members)
        named = Counter(entry.passage for entry in entries)
        for entry in entries:
            # a sentence that names several has the office of each beside the name, and not of all
            beside = entry.passage.quote if named[entry.passage] == 1 else entry.title or ""
            role = self._own_role(entry, beside)
            if role is not None and self.document.body is not None:
                yield Appointment(
                    passage=entry.passage,
                    person=entry.name,
                    party=entry.party,
                    municipality=entry.municipality,
                    body=self.document.body,
                    role=role,
                    event=Event.HOLDS,
                )

    def _own_role(self, entry: Attendance, beside: str) -> Role | None:
        """The role in the meeting's own body that stands with a listed name, if any."""
        if entry.status == AttendanceStatus.GUEST or entry.items is not None:
            return None
        words = [fold(match[0]) for match in _OFFICE.finditer(beside)]
        found = (self._role_here(word) for word in words)
        return next((role for role in found if role is not None), None)

    def _role_here(self, word: str) -> Role | None:
        """What "formand", "bestyrelsesmedlem", "regionsrådsformand" is in the meeting's own body."""
        role = self.lexicon.roles.get(word.removesuffix("en"))
        if role in _OWN_ROLES or (role is Role.MEMBER and word.startswith("bestyrelses")):
            return role
        own = _OFFICE_OF.fullmatch(word)
        if own is None or own["body"] not in fold(self.document.body or ""):
            return None
        return self.lexicon.roles.get(own["role"])

    def in_item(self, block: ItemBlock, item: Item) -> Iterator[Appointment]:
        """The appointments of an item. What is only recommended follows the decision."""
        title = self.text[block.title.start : block.title.end]
        self.personnel.start_item(self._titled_body(block), title)
        recommended = block.body(SectionKind.RECOMMENDATION)
        deciding = block.body(SectionKind.DECISION)
        found = [
            (self._is_in(end, recommended), appointment)
            for start, end in sentences(self.text, block.title.end, block.lines[-1].read_end)
            for appointment in self._in_sentence(
                start,
                end,
                item.number,
                decided=not deciding or self._is_in(end, (*deciding, *recommended)),
            )
        ]
        decided = [appointment for proposed, appointment in found if not proposed]
        for proposed, appointment in found:
            if not proposed:
                yield appointment
            elif not _decided_otherwise(appointment, decided):
                yield replace(appointment, certain=bool(_ADOPTED & set(item.outcomes)))

    def in_prose(self, start: int, end: int) -> Iterator[Appointment]:
        """The appointments of a notice that has no items."""
        self.personnel.start_item(None)
        for begin, stop in sentences(self.text, start, end):
            yield from self._in_sentence(begin, stop, None)

    def _titled_body(self, block: ItemBlock) -> str | None:
        """The body that an item's title names: "Udpegning til Havnerådet"."""
        title = self.text[block.title.start : block.title.end]
        body = titled_body(title, self.bodies, self.lexicon, self.document.body)
        return None if body is None else self._in_full(body, block)

    def _in_full(self, body: str, block: ItemBlock) -> str:
        """A body by the longer name that the item's own text gives it: "Hegnsynet for Solrød"."""
        longer = re.compile(
            rf"{re.escape(body)} (?:for|i) [A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ][\w-]+){{0,3}}"
        )
        match = longer.search(self.text, block.title.end, block.lines[-1].read_end)
        return body if match is None else match[0]

    def _in_sentence(
        self, start: int, end: int, item: str | None, *, decided: bool = True
    ) -> Iterator[Appointment]:
        sentence = self.text[start:end]
        seen: set[tuple[str, Role, str]] = set()
        if start == 0 or self.text[start - 1] == "\n":
            self.personnel.start_paragraph()
        for found in self.personnel.in_sentence(sentence, decided=decided):
            seen.add((fold(found.person.name), found.role, fold(found.body or "")))
            yield self._told(found, start, end, item)
        for shown in self.roles.find(sentence):
            if (fold(shown.person), shown.role, fold(shown.body)) not in seen:
                yield self._shown(shown, start, end, item)

    def _told(self, found: Personnel, start: int, end: int, item: str | None) -> Appointment:
        assert found.body is not None
        return Appointment(
            passage=self.layer.passage_read(start, end),
            person=clean(found.person.name),
            party=found.person.party,
            municipality=found.person.municipality,
            body=found.body,
            role=found.role,
            event=found.event,
            by=found.by,
            from_=found.from_,
            to=found.to,
            deputy_for=found.deputy_for,
            replaces=found.replaces,
            certain=found.certain,
            item=item,
        )

    def _shown(self, shown: ShownRole, start: int, end: int, item: str | None) -> Appointment:
        return Appointment(
            passage=self.layer.passage_read(start, end),
            person=clean(shown.person),
            party=None,
            municipality=None,
            body=clean(shown.body),
            role=shown.role,
            event=Event.HOLDS,
            by=shown.on_behalf_of,
            on_behalf_of=shown.on_behalf_of,
            item=item,
        )

    def _is_in(self, end: int, sections: Iterable[Section]) -> bool:
        """Whether what ends there stands in a section; it may begin in the section's heading."""
        return any(section.body.start < end <= section.body.end for section in sections)


def _decided_otherwise(proposed: Appointment, decided: Iterable[Appointment]) -> bool:
    """Whether the decision itself says who was appointed to the body."""
    return any(
        (fold(other.body), other.role) == (fold(proposed.body), proposed.role)
        for other in decided
        if other.event is not Event.LEFT
    )
