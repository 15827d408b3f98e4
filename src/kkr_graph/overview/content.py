"""The appointment overview as values: who sits where, which seats there are, what to look after."""

from dataclasses import dataclass
from datetime import date

from kkr_graph.queries.asking import Source
from kkr_graph.seats.holders import Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewRow:
    """Somebody in a role in a forum; what is not known is empty.

    ``starts`` and ``ends`` are as stated; ``period`` says the rest in Danish.
    """

    forum: str
    type: str
    legal_basis: str
    seat_group: str
    seats: int | None
    role: str
    holder: str
    party: str
    municipality: str
    represents: str
    starts: date | None
    ends: date | None
    period: str
    deputy: str
    decided_on: date | None
    item: str
    certainty: Certainty
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatRow:
    """The right to a number of seats in a forum in a term.

    ``to_fill`` is only given for a coming term, ``unknown`` only for one that has begun: a seat
    whose holder no document names is not therefore vacant.
    """

    forum: str
    term: str
    seats: int
    role: str
    nominated_by: str
    appointed_by: str
    election_form: str
    eligibility: str
    deputy_required: str
    legal_basis: str
    holders: str
    to_fill: int | None
    unknown: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something a person should look at: a finding, a hypothesis, a name tied to nobody."""

    grade: str
    what: str
    about: str
    source: Source
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A document that the overview rests on."""

    name: str
    kind: str
    meeting: str
    day: date | None
    passages: int
    cited: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """All of it. ``body`` and ``term`` say what it covers, in words for the title."""

    body: str
    term: str
    data_through: date | None
    rows: tuple[OverviewRow, ...]
    seats: tuple[SeatRow, ...]
    remarks: tuple[Remark, ...]
    documents: tuple[DocumentRow, ...]
