"""What the graph says of one tenure, participation, statement, meeting or item, as values."""

from dataclasses import dataclass
from datetime import date

from kkr_graph.model.tenure import EndStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class TenureFact:
    """Somebody's role in a body for a time, with the IRIs of what it touches."""

    iri: str
    person: str
    body: str
    role: str  # a concept
    from_: date
    through: date
    end_status: EndStatus | None
    start: date | None
    end: date | None
    last_seen: date | None
    represents: str | None
    party: str | None
    municipality: str | None
    decided_in: tuple[str, ...]
    substitute_for: str | None  # a person
    certain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipationFact:
    """Somebody present at, absent from or invited to a meeting, or one item of it."""

    iri: str
    person: str
    meeting: str
    status: str  # a concept
    party: str | None
    municipality: str | None
    title: str | None
    organization: str | None
    substitute_for: str | None  # a person
    items: tuple[str, ...]
    certain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFact:
    """Somebody briefing a meeting, on an item and perhaps on a body's behalf."""

    iri: str
    person: str
    item: str
    kind: str  # a concept
    on_behalf_of: str | None
    on_behalf_of_name: str | None
    certain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFact:
    """A meeting of a body on a day."""

    iri: str
    body: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFact:
    """An item of a meeting's agenda."""

    iri: str
    meeting: str
    number: str
    title: str
