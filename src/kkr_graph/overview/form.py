"""The sheet with blank cells that goes out to be filled in, and comes back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kkr_graph.constitution.board import BoardRow, SeatState
from kkr_graph.constitution.proposals import Proposal, of_seat
from kkr_graph.overview.content import OPEN_STATES, Coming, Overview
from kkr_graph.overview.groups import coming_groups
from kkr_graph.overview.tables import Column, Look, Table

SHEET = "Skal besættes"
NOBODYS = "ingen"
"""The municipality of somebody who does not sit for one, such as for a business organisation."""
FORUM, SEAT, KEY = "Forum", "Plads", "Plads-id"
NAME, PARTY, MUNICIPALITY, DEPUTY, REMARK = (
    "Navn", "Parti", "Kommune", "Stedfortræder", "Bemærkning",
)  # fmt: skip
INPUTS = (NAME, PARTY, MUNICIPALITY, DEPUTY, REMARK)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRow:
    """A seat that is to be filled; ``seat`` is what tells people which one in its group it is."""

    key: str
    forum: str
    seat: str
    eligibility: str
    appointed_by: str
    deadline: date | None
    state: str
    before: str
    opens: bool
    proposal: Proposal  # without a name where there is none

    @property
    def municipality(self) -> str:
        """What stands in the cell: that there is none is said, too."""
        return self.proposal.municipality or (NOBODYS if self.proposal.name else "")


def form_rows(overview: Overview, coming: Coming) -> tuple[FormRow, ...]:
    """The seats that somebody may be proposed for, in the order of the board."""
    return tuple(_rows(overview, coming))


def _rows(overview: Overview, coming: Coming) -> Iterator[FormRow]:
    for group in coming_groups(overview, coming):
        if group.about.is_by_office:
            continue
        open_ = [row for row in group.rows if _may_be_filled(row)]
        for row in open_:
            yield FormRow(
                key=row.seat,
                forum=row.forum,
                seat=group.seat_label(row),
                eligibility=row.eligibility,
                appointed_by=row.appointed_by,
                deadline=row.deadline,
                state=_state(row, coming),
                before=row.before,
                opens=row is open_[0],
                proposal=of_seat(coming.proposals, row.seat) or Proposal(seat=row.seat, name=""),
            )


def _may_be_filled(row: BoardRow) -> bool:
    return row.state in OPEN_STATES or row.state == SeatState.UNKNOWN


def _state(row: BoardRow, coming: Coming) -> str:
    """What documents know of the seat; who is proposed in a table stands in the cells."""
    known = "" if of_seat(coming.proposals, row.seat) else row.holder
    return f"{row.state.value}: {known}" if known else row.state.value


_COLUMNS: tuple[Column[FormRow], ...] = (
    Column("forum", FORUM, 28, lambda row: row.forum),
    Column("seat", SEAT, 13, lambda row: row.seat),
    Column("eligibility", "Krav", 29, lambda row: row.eligibility),
    Column("appointed_by", "Udpeges af", 14, lambda row: row.appointed_by),
    Column("deadline", "Frist", 10.5, lambda row: row.deadline),
    Column("state", "Tilstand", 9.5, lambda row: row.state),
    Column("before", "Repræsentant nu", 18, lambda row: row.before),
    Column("name", NAME, 19, lambda row: row.proposal.name, is_input=True),
    Column("party", PARTY, 14, lambda row: row.proposal.party, is_input=True),
    Column("municipality", MUNICIPALITY, 13, lambda row: row.municipality, is_input=True),
    Column("deputy", DEPUTY, 15, lambda row: row.proposal.deputy, is_input=True),
    Column("remark", REMARK, 11, lambda row: row.proposal.remark, is_input=True),
    Column("key", KEY, 44, lambda row: row.key, printed=False),
)


def form_table(overview: Overview, coming: Coming) -> Table[FormRow]:
    """The sheet's table; what may be chosen in a column stands in ``choices``."""
    rows = form_rows(overview, coming)
    return Table(
        name=SHEET,
        title=f"Pladser, der skal besættes i {coming.term}",
        note="Udfyld de hvide felter, og lad de andre stå. Kommunen er »ingen« for den, der ikke "
        "sidder for en kommune.",
        columns=_COLUMNS,
        rows=rows,
        looks=tuple(Look.OPENING if row.opens else Look.PLAIN for row in rows),
        pinned=2,
    )


def choices(coming: Coming) -> dict[str, tuple[str, ...]]:
    """What may be chosen, by the column's heading."""
    return {PARTY: coming.parties, MUNICIPALITY: (*coming.municipalities, NOBODYS)}
