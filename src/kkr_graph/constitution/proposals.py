"""Who is proposed for which seat: a table that staff fill in, never a part of the graph.

A proposal is not a fact until a meeting has decided it and the minutes say so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kkr_graph.registry.row import Row
from kkr_graph.registry.table import check_unique, read_table

COLUMNS: Final = ("plads", "navn", "parti", "kommune", "stedfortræder", "bemærkning", "kilde")
"""The columns of the table; ``plads`` is what the board and the overview call a seat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Somebody proposed for a seat. ``source`` says where: a file and a row of it."""

    seat: str
    name: str
    party: str = ""
    municipality: str = ""
    deputy: str = ""
    remark: str = ""
    source: str = ""


def read_proposals(path: Path) -> tuple[Proposal, ...]:
    """The proposals of a table, in its order.

    Raises:
        RegistryError: a cell is not as it must be, or a seat stands there twice.
    """
    rows = read_table(path, COLUMNS)
    check_unique(rows, "plads", ((row.text("plads"),) for row in rows))
    return tuple(_proposal(row) for row in rows)


def _proposal(row: Row) -> Proposal:
    return Proposal(
        seat=row.text("plads"),
        name=row.text("navn"),
        party=row.optional("parti") or "",
        municipality=row.optional("kommune") or "",
        deputy=row.optional("stedfortræder") or "",
        remark=row.optional("bemærkning") or "",
        source=row.optional("kilde") or f"{row.table}, række {row.number}",
    )


def of_seat(proposals: Sequence[Proposal], seat: str) -> Proposal | None:
    """The proposal for a seat."""
    return next((each for each in proposals if each.seat == seat), None)
