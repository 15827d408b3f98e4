"""The appointments of one document: shown in prose, told in sentences, listed beside a name."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kkr_graph.language.bodies import BodyReader
from kkr_graph.language.people import PeopleReader
from kkr_graph.language.presented import Presented
from kkr_graph.language.seats import find_rules
from kkr_graph.language.sentences import sentences
from kkr_graph.minutes.acts import Personnel
from kkr_graph.minutes.personnel import PersonnelReader
from kkr_graph.minutes.roles import RoleReader, ShownRole
from kkr_graph.minutes.structure import ItemBlock, Section
from kkr_graph.minutes.targets import TargetReader
from kkr_graph.minutes.titles import is_staffing, titled_body
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
    r"(?P<body>regionsråd|bestyrelse|nævn|kommission|udvalg)s(?P<role>formand|næstformand)"
)
_CHAIR = re.compile(r"\b(?:formand|forperson)\b", re.IGNORECASE)
_OFFICE = re.compile(
    r"\b[^\W\d]+\b(?! (?:for|i|af) (?!(?:bestyrelsen|udvalget|rådet|nævnet|kommissionen|netværket)\b))"
)  # "formand", but not "formand for X"
_SENT_BY = re.compile(r"\budpeget af (?P<by>[A-ZÆØÅ][\w&/.-]*(?: [A-ZÆØÅ][\w&/.-]*){0,4})")
_CHOSEN = frozenset({Event.APPOINTED, Event.ELECTED})
# "Forslaget faldt med 3 stemmer for": what was proposed in the sentence before
_FELL = re.compile(
    r"(?:Forslaget|Ændringsforslaget|Dette) (?:faldt|bortfaldt|blev (?:ikke vedtaget|forkastet|nedstemt|stemt ned|afvist)|opnåede ikke|kunne ikke (?:vedtages|tiltrædes))\b"
)
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
        # one is the committee's own chair; several are chairs of committees elsewhere
        chairs = [entry for entry in entries if "udvalgsformand" in fold(_beside(entry)).split()]
        others = any(_CHAIR.search(_beside(entry)) for entry in entries)
        elsewhere = chairs if len(chairs) > 1 or others else []
        for entry in entries:
            # a sentence that names several has the office of each beside the name, and not of all
            beside = _beside(entry) if named[entry.passage] == 1 else entry.title or ""
            own = self.document.body
            beside = beside if own is None else _for_own(own).sub("", beside)
            role = self._own_role(entry, beside)
            if role is not None and self.document.body is not None and entry not in elsewhere:
                yield _listed(entry, self.document.body, role, Event.HOLDS)
            elif entry.status is AttendanceStatus.PRESENT and entry.items is None:
                yield from self._sent(entry, beside)

    def _sent(self, entry: Attendance, beside: str) -> Iterator[Appointment]:
        """A member by the act that stands with the name: "X (V), udpeget af KKR Nordjylland"."""
        match = _SENT_BY.search(beside)
        if match is not None and self.document.body is not None:
            by = self.bodies.canonical(clean(match["by"]))
            yield _listed(entry, self.document.body, Role.MEMBER, Event.APPOINTED, by)

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

    def know(self, members: Iterable[Attendance]) -> None:
        """Tell who was there: a given name that one of them has means that person."""
        given: dict[str, list[Attendance]] = {}
        for name, entry in {fold(entry.name): entry for entry in members}.items():
            given.setdefault(name.split()[0], []).append(entry)
        self.personnel.known = {
            first: Presented(name=people[0].name, start=0, end=0)
            for first, people in given.items()
            if len(people) == 1
        }

    def in_item(self, block: ItemBlock, item: Item) -> Iterator[Appointment]:
        """The appointments of an item. What is only recommended follows the decision."""
        title = self.text[block.title.start : block.title.end]
        self.personnel.start_item(self._titled_body(block), title)
        recommended = block.body(SectionKind.RECOMMENDATION)
        deciding = block.body(SectionKind.DECISION)
        wished = block.body(SectionKind.OPINION)
        ruled = self._ruled_body(block) if deciding else None
        found: list[tuple[bool, Appointment]] = []
        latest: list[tuple[bool, Appointment]] = []  # of the sentence before
        for start, end in sentences(self.text, block.title.end, block.lines[-1].read_end):
            if self._is_in(end, wished) or _heads(start, end, block.sections):
                continue
            in_decision = self._is_in(end, deciding)
            if ruled is not None and self._is_in(end, deciding[-1:]):
                self.personnel.suppose(ruled)
            proposed = self._is_in(end, recommended)
            decided = not deciding or in_decision or proposed
            if _FELL.match(self.text, start, end):
                found = [each for each in found if each[1].certain or each not in latest]
            told = self._in_sentence(start, end, item.number, decided=decided)
            latest = [(proposed, appointment) for appointment in told]
            found.extend(latest)
        yield from self._each_once(self._settled(found, item))

    def _settled(
        self, found: Sequence[tuple[bool, Appointment]], item: Item
    ) -> Iterator[Appointment]:
        """What was found in an item, each with whether it is only recommended, by its decision."""
        decided = [appointment for proposed, appointment in found if not proposed]
        done = {_act(appointment) for appointment in decided if appointment.certain}
        for proposed, appointment in found:
            if not proposed and not appointment.certain and _act(appointment) in done:
                continue  # "ønsker at udtræde", and the decision says that it is so
            if not appointment.certain and _goes_to_other(appointment, decided):
                continue  # one member's candidate, where another was chosen
            adopted = bool(_ADOPTED & set(item.outcomes))
            if not proposed:
                yield appointment
            elif appointment.event is Event.LEFT:  # who is chosen says nothing of who leaves
                yield replace(appointment, certain=appointment.certain or adopted)
            elif not _decided_otherwise(appointment, decided):
                yield replace(appointment, certain=adopted)

    def in_prose(self, start: int, end: int) -> Iterator[Appointment]:
        """The appointments of a notice that has no items."""
        self.personnel.start_item(None)
        found: list[Appointment] = []
        for begin, stop in sentences(self.text, start, end):
            found.extend(self._in_sentence(begin, stop, None))
        yield from self._each_once(found)

    def _each_once(self, told: Iterable[Appointment]) -> Iterator[Appointment]:
        """Everything once, with whom somebody replaces where the next sentence says it.

        "X blev valgt. Hun afløser Y" is one election.
        """
        kept: list[Appointment] = []
        for one in told:
            at = next((i for i, before in enumerate(kept) if _completes(one, before)), None)
            if at is None:
                kept.append(one)
            else:
                kept[at] = self._completed(kept[at], one)
        yield from _without_repeats(kept)

    def _completed(self, told: Appointment, more: Appointment) -> Appointment:
        between = self.layer.text[told.passage.end : more.passage.start]
        follows = told.passage.end <= more.passage.start and not between.strip()
        end = more.passage.end if follows else told.passage.end
        return replace(
            told,
            passage=self.layer.passage(told.passage.start, end),
            replaces=more.replaces,
            from_=told.from_ or more.from_,
            to=told.to or more.to,
        )

    def _titled_body(self, block: ItemBlock) -> str | None:
        """The body that an item's title names: "Udpegning til Havnerådet"."""
        title = self.text[block.title.start : block.title.end]
        body = titled_body(title, self.bodies, self.lexicon, self.document.body)
        return None if body is None else self._in_full(body, block)

    def _ruled_body(self, block: ItemBlock) -> str | None:
        """The one body that an item tells how many are placed in: "skal udpege to medlemmer til Z"."""
        if not is_staffing(self.text[block.title.start : block.title.end]):
            return None
        rules = find_rules(self.text, block.title.end, block.lines[-1].read_end)
        named = {self.bodies.canonical(rule.body) for rule in rules if rule.body is not None}
        return named.pop() if len(named) == 1 else None

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


def _listed(
    entry: Attendance, body: str, role: Role, event: Event, by: str | None = None
) -> Appointment:
    """What a list of those who came says of somebody's role."""
    return Appointment(
        passage=entry.passage,
        person=entry.name,
        party=entry.party,
        municipality=entry.municipality,
        body=body,
        role=role,
        event=event,
        by=by,
    )


def _completes(one: Appointment, told: Appointment) -> bool:
    """Whether somebody who comes in another's place is one who was just told to come."""
    return (
        one.replaces is not None
        and told.replaces in (None, one.replaces)
        and one.event is Event.APPOINTED
        and told.event in _CHOSEN
        and (one.role, one.certain) == (told.role, told.certain)
        and (fold(one.person), fold(one.body)) == (fold(told.person), fold(told.body))
        and one.party in (None, told.party)
        and one.municipality in (None, told.municipality)
    )


def _without_repeats(told: Iterable[Appointment]) -> Iterator[Appointment]:
    """Without what is said again in the same words: "Næstformand blev X" below the election of X."""
    seen: set[tuple[object, ...]] = set()
    for one in told:
        key = (
            *_act(one), one.event, one.role, one.party, one.municipality,
            one.from_, one.to, one.deputy_for, one.replaces, one.certain,
        )  # fmt: skip
        if key not in seen:
            seen.add(key)
            yield one


def _act(appointment: Appointment) -> tuple[str, Event, str, Role | None]:
    """What is done to whom: whoever leaves a body leaves it in every role."""
    left = appointment.event is Event.LEFT
    event = Event.ELECTED if appointment.event is Event.APPOINTED else appointment.event
    role = None if left else appointment.role
    return fold(appointment.person), event, fold(appointment.body), role


def _decided_otherwise(proposed: Appointment, decided: Iterable[Appointment]) -> bool:
    """Whether the decision itself says who was appointed to the body, or as what the proposed was."""
    return any(
        fold(other.body) == fold(proposed.body)
        and (other.role is proposed.role or fold(other.person) == fold(proposed.person))
        for other in decided
        if other.event is not Event.LEFT
    )


def _goes_to_other(proposed: Appointment, decided: Iterable[Appointment]) -> bool:
    """Whether somebody else got the chair that somebody was proposed for."""
    to_a_chair = proposed.role in (Role.CHAIR, Role.VICE_CHAIR) and proposed.event in _CHOSEN
    return to_a_chair and any(
        other.certain
        and other.event in _CHOSEN
        and (fold(other.body), other.role) == (fold(proposed.body), proposed.role)
        for other in decided
    )


def _beside(entry: Attendance) -> str:
    """What is written with a listed name, and the label before it: "Formand: Anna Holm"."""
    quote, title = entry.passage.quote, entry.title or ""
    return quote if fold(title) in fold(quote) else f"{title}, {quote}"


def _for_own(body: str) -> re.Pattern[str]:
    """What says no more than that a role is in the own body: "formand for KKR Nordjylland"."""
    return re.compile(rf"(?<=\w) (?:for|i|af) {re.escape(body)}\b", re.IGNORECASE)


def _heads(start: int, end: int, sections: Iterable[Section]) -> bool:
    """Whether a sentence is no more than the heading of a section: "Beslutning i Havnerådet den 3/5"."""
    return any(
        section.heading.read_start <= start and end <= section.heading.read_end
        for section in sections
        if section.body.start >= section.heading.read_end
    )
