"""Builders of an overview's values; the people are made up."""

from datetime import date
from typing import Any

from kkr_graph.constitution.board import Board, BoardRow, SeatState
from kkr_graph.overview.content import (
    Coming,
    DocumentRow,
    Overview,
    OverviewRow,
    Remark,
    SeatRow,
)
from kkr_graph.queries.asking import Source
from kkr_graph.seats.holders import Certainty
from kkr_graph.seats.scope import Forum

DAY = date(2025, 10, 24)
SOURCE = Source(document="referat.txt", page=3, line=71, quote="Ærø udpegede Åse Øst.")


def row(holder: str = "Åse Øst", forum: str = "Danmarks Fælles Råd", **fields: Any) -> OverviewRow:
    defaults: dict[str, Any] = {
        "type": "bestyrelse",
        "purpose": "",
        "legal_basis": "lov om råd § 1",
        "seat_group": "politikere",
        "seats": 3,
        "role": "medlem",
        "party": "Venstre",
        "municipality": "Læsø",
        "represents": "KKR Nordjylland",
        "starts": date(2022, 1, 1),
        "ends": None,
        "period": "slut ukendt, senest set 24.10.2025",
        "deputy": "",
        "decided_on": DAY,
        "item": "3.9",
        "certainty": Certainty.CERTAIN,
        "source": SOURCE,
    }
    return OverviewRow(holder=holder, forum=forum, **(defaults | fields))


def seat(forum: str = "Danmarks Fælles Råd", **fields: Any) -> SeatRow:
    defaults: dict[str, Any] = {
        "term": "KKR 2026-2030",
        "group": "raadet-2026",
        "seats": 3,
        "role": "medlem",
        "is_by_office": False,
        "nominated_by": "",
        "appointed_by": "KKR Nordjylland",
        "election_form": "flertalsvalg",
        "eligibility": "medlem af en kommunalbestyrelse",
        "deputy_required": "ja",
        "legal_basis": "lov om råd § 1",
        "reappointments": None,
        "gender_rule": "",
        "remuneration": "",
        "meetings": None,
        "holders": "Åse Øst",
        "to_fill": 2,
        "unknown": None,
    }
    return SeatRow(forum=forum, **(defaults | fields))


def remark(what: str = "Datoen ser forkert ud.", **fields: Any) -> Remark:
    defaults: dict[str, Any] = {
        "grade": "advarsel",
        "about": "referat.txt",
        "source": SOURCE,
        "code": "date-out-of-sequence",
    }
    return Remark(what=what, **(defaults | fields))


def overview(*rows: OverviewRow, **fields: Any) -> Overview:
    defaults: dict[str, Any] = {
        "body": "KKR Nordjylland",
        "term": "KKR 2022-2026",
        "data_through": DAY,
        "fora": (
            Forum(
                label="Danmarks Fælles Råd",
                kind="bestyrelse",
                purpose="at råde",
                legal_basis="lov om råd § 1",
            ),
        ),
        "seats": (),
        "remarks": (),
        "documents": (
            DocumentRow(
                name="referat.txt",
                kind="referat",
                meeting="KKR Nordjylland 24.10.2025",
                day=DAY,
                passages=4,
                cited=1,
            ),
        ),
    }
    return Overview(rows=rows, **(defaults | fields))


def board_row(number: int, forum: str = "Danmarks Fælles Råd", **fields: Any) -> BoardRow:
    """A seat of the group that ``seat()`` describes."""
    defaults: dict[str, Any] = {
        "seat": f"raadet-2026:{number}",
        "term": "KKR 2026-2030",
        "group": "Danmarks Fælles Råd: 3 pladser",
        "role": "medlem",
        "seats": 3,
        "state": SeatState.VACANT,
        "appointed_by": "KKR Nordjylland",
        "eligibility": "medlem af en kommunalbestyrelse",
        "acts": "KKR Nordjylland",
        "deadline": date(2026, 1, 23),
    }
    return BoardRow(forum=forum, **(defaults | fields))


def coming(*rows: BoardRow, **fields: Any) -> Coming:
    return Coming(
        board=Board(body="KKR Nordjylland", term="KKR 2026-2030", day=DAY, rows=rows),
        municipalities=("Læsø", "Aalborg"),
        parties=("Radikale Venstre", "Venstre"),
        **({"present": ()} | fields),
    )
