"""What reading one document yields. The JSON form is ``kkr-graph read``'s output."""

from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from kkr_graph.model.span import Passage


class DocumentKind(StrEnum):
    """What sort of document was read."""

    MINUTES = "minutes"
    AGENDA = "agenda"
    APPOINTMENT_LIST = "appointment_list"
    NEWS = "news"
    OTHER = "other"


class AttendanceStatus(StrEnum):
    """In what capacity, if at all, somebody was at a meeting."""

    PRESENT = "present"
    ABSENT = "absent"
    GUEST = "guest"


class Outcome(StrEnum):
    """What a meeting did with an item; one decision may have several."""

    APPROVED = "approved"
    NOTED = "noted"
    DISCUSSED = "discussed"
    ENDORSED = "endorsed"
    POSTPONED = "postponed"
    REJECTED = "rejected"
    FORWARDED = "forwarded"
    APPOINTED = "appointed"
    NOMINATED = "nominated"
    ELECTED = "elected"
    WITHDRAWN = "withdrawn"
    NONE = "none"


class Role(StrEnum):
    """What somebody is in a body."""

    CHAIR = "chair"
    VICE_CHAIR = "vice-chair"
    MEMBER = "member"
    DEPUTY = "deputy"
    OBSERVER = "observer"
    REPRESENTATIVE = "representative"


CHAIRS = frozenset({Role.CHAIR, Role.VICE_CHAIR})  # of each of which a body has one


class Event(StrEnum):
    """How a document says that somebody has, gets or leaves a role."""

    APPOINTED = "appointed"
    NOMINATED = "nominated"
    ELECTED = "elected"
    LEFT = "left"
    HOLDS = "holds"
    EX_OFFICIO = "ex-officio"


class StatementKind(StrEnum):
    """Whether somebody briefed the meeting or gave a presentation."""

    BRIEFING = "briefing"
    PRESENTATION = "presentation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Anything read from a document, with the passage that proves it."""

    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The document itself. ``body`` and ``date`` are None where the text does not say."""

    kind: DocumentKind
    body: str | None
    date: date | None
    case: str | None
    sha256: str
    name: str
    body_passage: Passage | None = None
    date_passage: Passage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(Fact):
    """One person's presence or absence; ``items`` is None for the whole meeting."""

    name: str
    party: str | None
    municipality: str | None
    status: AttendanceStatus
    deputy_for: str | None = None
    title: str | None = None
    organization: str | None = None
    items: tuple[str, ...] | None = None
    certain: bool = True  # False: announced beforehand, not recorded as having come


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Fact):
    """One agenda item. The fact's passage is its heading.

    Where the document gives its items no numbers, they are counted (``numbered`` is False), so that each can be
    pointed at; the JSON form, which says what the text says, has null instead.
    """

    number: str
    title: str
    case: str | None
    initials: tuple[str, ...]
    recommendation: str | None
    decision: str | None
    outcomes: tuple[Outcome, ...]
    attachments: int
    recommendation_passage: Passage | None = None
    decision_passage: Passage | None = None
    numbered: bool = True

    @property
    def is_decided(self) -> bool:
        """Whether the document records a decision, be it only remarks."""
        return bool(self.decision) or any(outcome != Outcome.NONE for outcome in self.outcomes)


class AgendaLine(NamedTuple):
    """The least that is to be known of an item."""

    number: str
    is_decided: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment(Fact):
    """Somebody has, gets or leaves a role in a body.

    ``certain`` is False for what is expected, proposed or inferred.
    """

    person: str
    party: str | None
    municipality: str | None
    body: str
    role: Role
    event: Event
    by: str | None = None
    from_: date | None = None
    to: date | None = None
    deputy_for: str | None = None
    replaces: str | None = None
    certain: bool = True
    item: str | None = None
    on_behalf_of: str | None = None  # whose representative, as "KKR Nordjyllands repræsentant i"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Fact):
    """Somebody briefed the meeting or presented to it; not ``certain`` when only announced."""

    person: str
    item: str
    on_behalf_of: str | None
    kind: StatementKind
    certain: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention(Fact):
    """A day the text names; ``suspect`` holds a warning's code when the day cannot be right."""

    date: date
    what: str | None
    body: str | None
    as_written: str
    suspect: str | None = None
    item: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyMention(Fact):
    """A body the text names, with the abbreviation the text gives it."""

    name: str
    abbreviation: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatRule(Fact):
    """How many seats somebody fills in a body: a rule, never an appointment."""

    body: str | None
    seats: int
    who: str
    appointed_by: str | None
    nominated_by: str | None = None
    item: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Forum(Fact):
    """A forum that an appointment list has, with what the list says of it."""

    name: str
    purpose: str | None = None
    legal_basis: str | None = None
    purpose_passage: Passage | None = None
    legal_basis_passage: Passage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vacancy(Fact):
    """A seat that a list shows to be nobody's: "Vakant", "N.N.". Never an appointment."""

    body: str
    role: Role
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclaimed(Fact):
    """Text in scope that was neither used nor ignored by name."""

    why: str


class Severity(StrEnum):
    """How much a finding matters, as SHACL grades it."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that a person should look at; ``message`` is Danish."""

    code: str
    message: str
    passage: Passage | None = None
    severity: Severity = Severity.WARNING


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """All that was read from one document, in the order of the text."""

    document: Document
    attendance: tuple[Attendance, ...] = ()
    items: tuple[Item, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    statements: tuple[Statement, ...] = ()
    dates: tuple[DateMention, ...] = ()
    bodies: tuple[BodyMention, ...] = ()
    seat_rules: tuple[SeatRule, ...] = ()
    forums: tuple[Forum, ...] = ()
    vacancies: tuple[Vacancy, ...] = ()
    unclaimed: tuple[Unclaimed, ...] = ()
    warnings: tuple[Finding, ...] = ()

    @property
    def agenda(self) -> tuple[AgendaLine, ...]:
        """What is asked of the items of every document."""
        return tuple(AgendaLine(item.number, item.is_decided) for item in self.items)


Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json] | None"


def to_json(extract: Extract) -> dict[str, Json]:
    """The extract as JSON values: every fact with its ``span`` and ``quote``."""
    told = {part.name: _value(getattr(extract, part.name)) for part in fields(extract)}
    if any(not item.numbered for item in extract.items):
        return {name: _without_numbers(value) for name, value in told.items()}
    return told


_POINTERS = ("number", "item", "items")  # that lead to an item by its number


def _without_numbers(value: Json) -> Json:
    """Facts of a document whose items have no numbers, without those that they were counted by."""
    match value:
        case list():
            return [_without_numbers(each) for each in value]
        case dict():
            return {key: None if key in _POINTERS else each for key, each in value.items()}
        case _:
            return value


def _value(value: object) -> Json:
    match value:
        case None | bool() | int() | str():
            return value
        case date():
            return value.isoformat()
        case tuple():
            return [_value(part) for part in value]
        case Document() | Fact() | Finding():
            return _record(value)
        case _:
            raise TypeError(f"no JSON form for {type(value).__name__}")


def _record(record: Document | Fact | Finding) -> dict[str, Json]:
    plain: dict[str, Json] = {}
    passages: dict[str, Json] = {}
    for part in fields(record):
        value = getattr(record, part.name)
        if part.name.endswith("passage"):
            prefix = part.name.removesuffix("passage")
            passages[f"{prefix}span"] = None if value is None else [value.start, value.end]
            passages[f"{prefix}quote"] = None if value is None else value.quote
        elif part.name != "numbered":  # null for a number says it
            plain[part.name.rstrip("_")] = _value(value)
    return plain | passages
