"""The appointment overview as values: who sits where, which seats there are, what to look after."""

from dataclasses import dataclass
from datetime import date

from kkr_graph.constitution.board import Board, SeatState
from kkr_graph.constitution.proposals import Proposal
from kkr_graph.model import danish
from kkr_graph.queries.asking import Source
from kkr_graph.seats.holders import Certainty
from kkr_graph.seats.scope import Forum

VACANT_SEAT = "ledig plads"
OPEN_STATES = frozenset((SeatState.VACANT, SeatState.NOMINATED, SeatState.PROPOSED))
"""The states of a seat that is to be filled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewRow:
    """Somebody in a role in a forum; what is not known is empty.

    A seat that a list shows as vacant has no ``holder``. ``starts`` and ``ends`` are as stated; ``period``
    says the rest in Danish. ``is_former`` says that a post was last shown in a term that is over, so
    that nobody knows who has it now; ``is_to_begin``, that it begins after all that documents tell of.
    """

    forum: str
    type: str
    purpose: str
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
    is_former: bool = False
    is_to_begin: bool = False
    is_deputy: bool = False
    person: str = ""  # the IRI, which tells two of one name apart

    @property
    def has_seat(self) -> bool:
        """Whether somebody is known to sit on a seat now; a deputy does not."""
        is_held = not (self.is_former or self.is_to_begin)
        return self.certainty == Certainty.CERTAIN and is_held and not self.is_deputy

    @property
    def name(self) -> str:
        """Who it is, or that nobody is."""
        return self.holder or VACANT_SEAT

    @property
    def decided(self) -> str:
        """``24.10.2025, pkt. 3.9``: the meeting that decided, and its item."""
        day = danish.day(self.decided_on) if self.decided_on else ""
        return ", ".join(filter(None, (day, f"pkt. {self.item}" if self.item else "")))


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatRow:
    """The right to a number of seats in a forum in a term; ``group`` is the registry's name of it.

    ``to_fill`` is only given for a coming term, ``unknown`` only for one that has begun: a seat
    whose holder no document names is not therefore vacant.
    """

    forum: str
    group: str
    term: str
    seats: int
    role: str
    is_by_office: bool
    nominated_by: str
    appointed_by: str
    election_form: str
    eligibility: str
    deputy_required: str
    legal_basis: str
    reappointments: int | None
    gender_rule: str
    remuneration: str
    meetings: int | None
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
    """All of it. ``body`` and ``term`` say what it covers, in words for the title.

    ``fora`` are the bodies of the registry, in the order of a printed list.
    """

    body: str
    term: str
    data_through: date | None
    fora: tuple[Forum, ...]
    rows: tuple[OverviewRow, ...]
    seats: tuple[SeatRow, ...]
    remarks: tuple[Remark, ...]
    documents: tuple[DocumentRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """A term that has not begun: its seats, beside those who hold them now.

    ``councils`` are the contact councils that have not begun it, where others have; ``proposals`` are those on the board; ``municipalities`` and ``parties`` are what one may choose
    among.
    """

    board: Board
    present: tuple[OverviewRow, ...]
    councils: tuple[str, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    municipalities: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()

    @property
    def term(self) -> str:
        """``KKR 2026-2030``, or ``KKR 2026-2030 for KKR Nordjylland`` where others have begun it."""
        return (
            f"{self.board.term} for {danish.listed(self.councils)}"
            if self.councils
            else self.board.term
        )

    @property
    def open_seats(self) -> int:
        """How many seats are to be filled."""
        return sum(row.state in OPEN_STATES for row in self.board.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something about a forum that nobody has said."""

    forum: str
    what: str
    about: str
