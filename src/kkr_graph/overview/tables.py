"""The overview as tables: which columns, under which Danish headings, how wide."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Generic, TypeAlias, TypeVar

from kkr_graph.model import danish
from kkr_graph.model.cells import clean_text
from kkr_graph.overview.content import (
    Coming,
    DocumentRow,
    Gap,
    Overview,
    OverviewRow,
    Remark,
    SeatRow,
)
from kkr_graph.overview.gaps import find_gaps
from kkr_graph.queries.asking import Source
from kkr_graph.seats.holders import Certainty

Cell: TypeAlias = str | int | date | None
_Row = TypeVar("_Row")
NO_SOURCE_FOUND = "ingen kilde fundet"
UNDATED = date(2000, 1, 1)  # where no document has a date
_DOUBTS: Mapping[Certainty, tuple[str, str]] = {
    Certainty.NOMINATED: ("indstilling", "indstillinger"),
    Certainty.HYPOTHESIS: ("formodning", "formodninger"),
}


class Look(StrEnum):
    """How a row stands out."""

    PLAIN = "plain"
    OPENING = "opening"  # the first of a group of rows, such as a forum's
    DOUBTFUL = "doubtful"
    DOUBTFUL_OPENING = "doubtful-opening"


@dataclass(frozen=True, slots=True)
class Column(Generic[_Row]):
    """A column: its name for programs, its Danish heading, its width in characters."""

    name: str
    heading: str
    width: float
    value: Callable[[_Row], Cell]
    printed: bool = True
    is_input: bool = False  # for people to fill in


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Generic[_Row]):
    """A sheet's worth of rows; ``looks`` is as long as ``rows``."""

    name: str
    title: str
    note: str
    columns: tuple[Column[_Row], ...]
    rows: tuple[_Row, ...]
    looks: tuple[Look, ...]
    pinned: int = 1  # columns that stay when the sheet is scrolled

    def place_of(self, heading: str) -> int:
        """The number of the column under a heading."""
        return [column.heading for column in self.columns].index(heading)

    def records(self) -> tuple[tuple[Cell, ...], ...]:
        """The cells, row by row."""
        return tuple(tuple(column.value(row) for column in self.columns) for row in self.rows)


def _document(source: Source) -> str:
    """What it is called; the file beside it has a column of its own, or is the only name it has."""
    return source.name or source.document or NO_SOURCE_FOUND


# The printed columns of every sheet add up to the same, so that all are printed in one size.
_OVERVIEW: tuple[Column[OverviewRow], ...] = (
    Column("forum", "Forum", 28, lambda row: row.forum),
    Column("role", "Rolle", 13, lambda row: row.role),
    Column("holder", "Navn", 19.5, lambda row: row.name),
    Column("party", "Parti", 15, lambda row: row.party),
    Column("municipality", "Kommune", 14, lambda row: row.municipality),
    Column("represents", "Repræsenterer", 14, lambda row: row.represents),
    Column("period", "Periode", 18.5, lambda row: row.period),
    Column("deputy", "Stedfortræder", 15, lambda row: row.deputy),
    Column("decided_on", "Besluttet", 10.5, lambda row: row.decided_on),
    Column("item", "Punkt", 7.5, lambda row: f"pkt. {row.item}" if row.item else None),
    Column("certainty", "Status", 10, lambda row: row.certainty.value),
    Column("document", "Kilde", 14.5, lambda row: _document(row.source)),
    Column("place", "Sted i kilden", 14.5, lambda row: row.source.place),
    Column("starts", "Fra", 10.5, lambda row: row.starts, printed=False),
    Column("ends", "Til", 10.5, lambda row: row.ends, printed=False),
    Column("quote", "Citat", 100, lambda row: row.source.quote, printed=False),
    Column("file", "Fil", 45, lambda row: row.source.document, printed=False),
    Column("type", "Forumtype", 18, lambda row: row.type, printed=False),
    Column("purpose", "Formål", 70, lambda row: row.purpose, printed=False),
    Column("legal_basis", "Hjemmel", 50, lambda row: row.legal_basis, printed=False),
    Column("seat_group", "Pladsgruppe", 90, lambda row: row.seat_group, printed=False),
    Column("seats", "Pladser", 9, lambda row: row.seats, printed=False),
)
_SEATS: tuple[Column[SeatRow], ...] = (
    Column("forum", "Forum", 28, lambda row: row.forum),
    Column("term", "Valgperiode", 19, lambda row: row.term),
    Column("seats", "Pladser", 8.5, lambda row: row.seats),
    Column("role", "Rolle", 13, lambda row: row.role),
    Column("nominated_by", "Indstilles af", 17, lambda row: row.nominated_by),
    Column("appointed_by", "Udpeges af", 17, lambda row: row.appointed_by),
    Column("eligibility", "Krav", 33, lambda row: row.eligibility),
    Column("deputy_required", "Stedfortræder", 14, lambda row: row.deputy_required),
    Column("holders", "Kendte indehavere", 24.5, lambda row: row.holders),
    Column("to_fill", "Skal besættes", 9.5, lambda row: row.to_fill),
    Column("unknown", "Uden kendt indehaver", 10.5, lambda row: row.unknown),
    Column("election_form", "Valgform", 14, lambda row: row.election_form, printed=False),
    Column("legal_basis", "Hjemmel", 30, lambda row: row.legal_basis, printed=False),
)
_REMARKS: tuple[Column[Remark], ...] = (
    Column("grade", "Art", 14, lambda row: row.grade),
    Column("what", "Hvad", 92, lambda row: row.what),
    Column("about", "Om", 34, lambda row: row.about),
    Column("document", "Kilde", 29, lambda row: _document(row.source)),
    Column("place", "Sted i kilden", 25, lambda row: row.source.place),
    Column("quote", "Citat", 50, lambda row: row.source.quote, printed=False),
    Column("file", "Fil", 30, lambda row: row.source.document, printed=False),
)
_GAPS: tuple[Column[Gap], ...] = (
    Column("forum", "Forum", 44, lambda row: row.forum),
    Column("what", "Mangler", 50, lambda row: row.what),
    Column("about", "Om", 100, lambda row: row.about),
)
_DOCUMENTS: tuple[Column[DocumentRow], ...] = (
    Column("name", "Dokument", 70, lambda row: row.name),
    Column("kind", "Type", 22, lambda row: row.kind),
    Column("meeting", "Møde", 54, lambda row: row.meeting),
    Column("day", "Dato", 14, lambda row: row.day),
    Column("passages", "Steder, der er brugt", 17, lambda row: row.passages),
    Column("cited", "Rækker i oversigten", 17, lambda row: row.cited),
)


def to_tables(overview: Overview, coming: Coming | None = None) -> tuple[Table[Any], ...]:
    """The five tables, in the order of their sheets."""
    return (
        appointments(overview),
        Table(
            name="Pladser",
            title="Pladser",
            note="Pladser i området, og pladser andre steder, som KKR udpeger eller indstiller "
            "til. »Skal besættes« gælder en kommende valgperiode; en plads uden kendt indehaver er "
            "ikke nødvendigvis ledig.",
            columns=_SEATS,
            rows=overview.seats,
            looks=_openings(overview.seats, lambda row: row.forum),
        ),
        _gaps_table(find_gaps(overview, coming)),
        remarks_table(overview.remarks),
        Table(
            name="Kilder",
            title="Kilder",
            note="De dokumenter, som oversigten bygger på.",
            columns=_DOCUMENTS,
            rows=overview.documents,
            looks=(Look.PLAIN,) * len(overview.documents),
        ),
    )


def _gaps_table(gaps: tuple[Gap, ...]) -> Table[Gap]:
    return Table(
        name="Mangler",
        title="Oplysninger, der mangler",
        note="Hvad hverken dokumenterne eller registret siger, forum for forum.",
        columns=_GAPS,
        rows=gaps,
        looks=_openings(gaps, lambda row: row.forum),
    )


def appointments(overview: Overview) -> Table[OverviewRow]:
    """The table of who sits where."""
    return Table(
        name="Udpegninger",
        title="Udpegningsoversigt",
        note=f"{counted(overview)}. Tomme felter: det siger kilderne ikke. Datoer, citater, "
        "hjemmel og pladser står i kolonnerne til højre, som ikke udskrives.",
        columns=_OVERVIEW,
        rows=overview.rows,
        looks=_appointment_looks(overview.rows),
        pinned=3,
    )


def counted(overview: Overview, coming: Coming | None = None) -> str:
    """``20 rækker i 4 fora, heraf 1 formodning og 2 fra forrige periode``: what is shown, in numbers."""
    open_ = danish.counted(coming.open_seats, "plads", "pladser") if coming else ""
    to_fill = f"{open_} i {coming.term} skal besættes" if coming else ""
    if to_fill and not overview.rows:
        return f"{to_fill}; ingen poster i perioden er kendt endnu"
    fora = len({row.forum for row in overview.rows})
    certainties = Counter(row.certainty for row in overview.rows)
    former = sum(row.is_former for row in overview.rows)
    rows = danish.counted(len(overview.rows), "række", "rækker")
    doubtful = [
        danish.counted(certainties[kind], *words)
        for kind, words in _DOUBTS.items()
        if certainties[kind]
    ]
    parts = (
        f"{' og '.join(doubtful)} (kursiv)" if doubtful else "",
        f"{danish.whole(former)} fra forrige periode" if former else "",
    )
    told = " og ".join(filter(None, parts))
    some = f", heraf {told}" if told else ""
    if vacant := certainties[Certainty.VACANT]:
        some += f"; {danish.counted(vacant, 'plads', 'pladser')} står som {'ledig' if vacant == 1 else 'ledige'}"
    shown = f"{rows} i {danish.counted(fora, 'forum', 'fora')}{some}"
    return f"{shown}; {to_fill}" if to_fill else shown


def remarks_table(remarks: tuple[Remark, ...]) -> Table[Remark]:
    """The table of what a person should look at."""
    return Table(
        name="Se efter",
        title="Se efter",
        note="Fund, formodninger og navne, der ikke er knyttet til nogen person.",
        columns=_REMARKS,
        rows=remarks,
        looks=_openings(remarks, lambda row: row.grade),
    )


def _openings(rows: Sequence[_Row], group: Callable[[_Row], str]) -> tuple[Look, ...]:
    """The first row of each group opens it."""
    before: list[str | None] = [None, *(group(row) for row in rows)]
    return tuple(
        Look.PLAIN if group(row) == last else Look.OPENING
        for row, last in zip(rows, before, strict=False)
    )


_DOUBTFUL: Mapping[Look, Look] = {
    Look.PLAIN: Look.DOUBTFUL,
    Look.OPENING: Look.DOUBTFUL_OPENING,
}


def _appointment_looks(rows: Sequence[OverviewRow]) -> tuple[Look, ...]:
    opening = _openings(rows, lambda row: row.forum)
    return tuple(
        _DOUBTFUL[look] if row.certainty.is_doubtful else look
        for row, look in zip(rows, opening, strict=True)
    )


def titled(title: str, overview: Overview) -> str:
    """The title and whom it is about."""
    return clean_text(f"{title} – {overview.body}" if overview.body else title)


def subtitle(overview: Overview) -> str:
    """The term, and the day up to which the data reaches."""
    day = overview.data_through
    through = f"Data til og med {danish.day(day)}" if day else "Data uden dato"
    return clean_text(" · ".join(part for part in (overview.term, through) if part))
