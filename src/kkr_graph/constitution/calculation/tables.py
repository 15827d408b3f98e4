"""The calculation as flat rows for tables and files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from kkr_graph.constitution.calculation import wording
from kkr_graph.constitution.calculation.allocation import Quotient
from kkr_graph.constitution.calculation.calculation import Calculation, Kind, ResultRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultLine:
    """One list's result, ready to print; a number that nobody knows is None."""

    name: str
    label: str
    named: str
    alliance: str
    votes: str
    percent: str
    mayors: int | None
    seats: str
    members: str
    picks: str
    to_next: int | None
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotientLine:
    """One quotient, ready to print."""

    rank: int
    level: str
    name: str
    divisor: int
    quotient: str
    exact: str
    seat: int | None
    remark: str


RESULTS: Final[Mapping[str, str]] = {
    "name": "Liste",
    "label": "Navn",
    "alliance": "Valgforbund",
    "votes": "Stemmer",
    "percent": "Procent",
    "mayors": "Borgmestre",
    "seats": "Pladser",
    "members": "Medlemmer i alt",
    "picks": "Vælger som nr.",
    "to_next": "Stemmer til næste plads",
    "remark": "Bemærkning",
}
QUOTIENTS: Final[Mapping[str, str]] = {
    "rank": "Rang",
    "level": "Hvor",
    "name": "Liste",
    "divisor": "Delt med",
    "quotient": "Kvotient",
    "exact": "Præcis",
    "seat": "Plads",
    "remark": "Bemærkning",
}


def result_lines(calculation: Calculation) -> tuple[ResultLine, ...]:
    """One line for each list, in Danish order; those below the threshold last."""
    return tuple(_result(row, calculation) for row in calculation.rows)


def result_columns(calculation: Calculation, *, narrow: bool = False) -> Mapping[str, str]:
    """The columns that say something here; ``narrow`` has letter and name in one."""
    members = calculation.settings.kind is Kind.MEMBERS
    left_out = {"picks", "alliance"} if members else {"mayors", "members"}
    columns = {name: heading for name, heading in RESULTS.items() if name not in left_out}
    if not narrow:
        return columns
    del columns["name"], columns["label"]
    return {"named": RESULTS["name"], **columns}


def _result(row: ResultRow, calculation: Calculation) -> ResultLine:
    members = calculation.settings.kind is Kind.MEMBERS
    more = wording.seats(row) if not row.mayors else _with(row)
    label = row.label if row.label != row.name else ""
    return ResultLine(
        name=row.name,
        label=label,
        named=f"{row.name} {label}".strip(),
        alliance=" › ".join(row.alliances),
        votes=wording.count(row.votes),
        percent=wording.decimal(row.percent),
        mayors=row.mayors if members else None,
        seats="" if row.barred else wording.seats(row),
        members=more if members and (row.members or not row.barred) else "",
        picks=", ".join(map(str, row.picks)),
        to_next=row.to_next,
        remark=row.barred or _roles(row, calculation) or ("lodtrækning" if row.in_lots else ""),
    )


def _with(row: ResultRow) -> str:
    return f"{row.members}–{row.members + 1}" if row.in_lots else str(row.members)


def _roles(row: ResultRow, calculation: Calculation) -> str:
    """The offices that a list is entitled to, where lots do not decide their order."""
    if calculation.settings.kind is not Kind.CHAIR:
        return ""
    doubtful = {
        tie.seat + at for tie in calculation.ties for at in range(tie.contested) if tie.order
    }
    return ", ".join(
        wording.role(calculation, seat) if seat not in doubtful else "afhænger af lodtrækning"
        for seat in row.picks
    )


def quotient_lines(calculation: Calculation) -> tuple[QuotientLine, ...]:
    """Every quotient, the largest first, the contest between all before those inside alliances."""
    levels = calculation.allocation.levels
    return tuple(_quotient(each) for level in levels for each in level.quotients)


def telling_quotients(calculation: Calculation) -> tuple[QuotientLine, ...]:
    """The quotients that took a seat, and the next of each list, which did not."""
    return tuple(_quotient(each) for each in _telling(calculation))


def _telling(calculation: Calculation) -> Iterator[Quotient]:
    for level in calculation.allocation.levels:
        for each in level.quotients:
            if each.order <= len(level.taken(each.group)) + 1:
                yield each


def _quotient(each: Quotient) -> QuotientLine:
    return QuotientLine(
        rank=each.rank,
        level=wording.level(each.level),
        name=each.group,
        divisor=each.divisor,
        quotient=wording.decimal(each.value),
        exact=wording.exact(each.value),
        seat=each.seat,
        remark="lodtrækning" if each.tied else "",
    )
