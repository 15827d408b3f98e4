"""The filled-in sheet, read back as proposals.

Strict: a cell is used, is one of those that only help people, or is refused with its place. What
is a proposal must be certain, because it goes out again under somebody's name.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from kkr_graph.constitution.proposals import COLUMNS, Proposal
from kkr_graph.errors import QueryError, SourceError
from kkr_graph.model.cells import clean_text, guard_formula
from kkr_graph.overview.content import Coming, Overview
from kkr_graph.overview.form import (
    DEPUTY,
    FORUM,
    INPUTS,
    KEY,
    MUNICIPALITY,
    NAME,
    NOBODYS,
    PARTY,
    REMARK,
    SEAT,
    SHEET,
    FormRow,
    form_rows,
)
from kkr_graph.queries.names import Names

_NEEDED = (KEY, FORUM, SEAT, *INPUTS)
_MOST_ROWS = 20_000
_MOST_COLUMNS = 100
_HEADING_WITHIN = 30  # rows from the top
_LONGEST = 200  # characters
_LETTERS = 2  # more is a name and not a letter of a party
_AGAIN = "Hent et nyt ark med kkr-graph export overview, og udfyld det."
_TEXT = "Skriv det som almindelig tekst."


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """What was read. ``parties`` are those that the registry does not know, such as local lists."""

    proposals: tuple[Proposal, ...]
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What may be named: municipalities and parties, as people write them."""

    municipalities: Names
    parties: Names


def read_returned(
    content: bytes, name: str, overview: Overview, coming: Coming, known: Known
) -> Returned:
    """The proposals of a workbook that ``to_xlsx`` made and people filled in.

    The archive must have been found to be harmless.

    Raises:
        SourceError: the workbook cannot be read, or a cell is not as it must be.
    """
    sheet = _sheet(content, name)
    reading = _Reading(sheet, name, form_rows(overview, coming), known)
    proposals = tuple(reading.proposals())
    unknown = dict.fromkeys(each.party for each in proposals if each.party not in coming.parties)
    return Returned(proposals=proposals, parties=tuple(filter(None, unknown)))


def _sheet(content: bytes, name: str) -> Worksheet:
    try:
        book = load_workbook(BytesIO(content), keep_links=False)
    except (BadZipFile, InvalidFileException, KeyError, ValueError, TypeError) as error:
        raise SourceError(
            f"{name} kan ikke læses som et Excel-ark.", "Gem den i Excel som .xlsx, og prøv igen."
        ) from error
    if SHEET not in book.sheetnames:
        raise SourceError(f"{name} har intet ark, der hedder »{SHEET}«.", _AGAIN)
    sheet = book[SHEET]
    if sheet.max_row > _MOST_ROWS or sheet.max_column > _MOST_COLUMNS:
        raise SourceError(
            f"{name}, arket »{SHEET}« går ud over {_MOST_ROWS} rækker eller {_MOST_COLUMNS} kolonner.",
            "Slet det tomme uden for tabellen, og gem filen igen.",
        )
    return sheet


class _Reading:
    """One sheet while it is read."""

    def __init__(self, sheet: Worksheet, name: str, seats: Sequence[FormRow], known: Known) -> None:
        self.sheet = sheet
        self.name = name
        self.seats = {seat.key: seat for seat in seats}
        self.known = known
        self.header, headings = self._headings()
        self.width = len(headings)
        self.columns = self._columns(headings)

    def proposals(self) -> Iterator[Proposal]:
        taken: dict[str, int] = {}
        for cells in self.sheet.iter_rows(min_row=self.header + 1):
            self._refuse_strays(cells)
            row = {heading: cells[at] for heading, at in self.columns.items()}
            told = {heading: self._text(row[heading], heading) for heading in INPUTS}
            if not any(told.values()):
                continue
            seat = self._seat(row)
            if seat.key in taken:
                raise self._wrong(
                    row[KEY],
                    KEY,
                    f"pladsen »{seat.key}« er allerede udfyldt i række {taken[seat.key]}",
                    "Slet en af de to rækker.",
                )
            taken[seat.key] = cells[0].row
            yield self._proposal(row, told, seat)

    def _proposal(
        self, row: Mapping[str, Cell], told: Mapping[str, str], seat: FormRow
    ) -> Proposal:
        if not any(char.isalpha() for char in told[NAME]):
            raise self._wrong(
                row[NAME], NAME, "der mangler et navn", "Skriv navnet, eller tøm rækkens felter."
            )
        return Proposal(
            seat=seat.key,
            name=told[NAME],
            party=self._party(row, told[PARTY]),
            municipality=self._municipality(row, told[MUNICIPALITY]),
            deputy=told[DEPUTY],
            remark=told[REMARK],
            source=f"{self.name}, række {row[NAME].row}",
        )

    def _municipality(self, row: Mapping[str, Cell], written: str) -> str:
        if written.casefold() == NOBODYS:
            return ""
        if not written:
            raise self._wrong(
                row[MUNICIPALITY], MUNICIPALITY, "der mangler en kommune",
                f"Vælg kommunen, eller »{NOBODYS}« for den, der ikke sidder for en kommune.",
            )  # fmt: skip
        found, hint = _exactly(self.known.municipalities, written)
        if found is None:
            raise self._wrong(
                row[MUNICIPALITY],
                MUNICIPALITY,
                f"»{written}« er ikke en kommune",
                hint or f"Vælg kommunen fra listen, eller »{NOBODYS}«.",
            )
        return found

    def _party(self, row: Mapping[str, Cell], written: str) -> str:
        """The party's own name; a name that is not in the registry may be a local list's."""
        found, _ = _exactly(self.known.parties, written) if written else ("", "")
        if found is None and len(written) <= _LETTERS:
            raise self._wrong(
                row[PARTY],
                PARTY,
                f"»{written}« kan ikke tydes som ét parti",
                "Skriv partiets navn helt ud.",
            )
        return written if found is None else found

    def _seat(self, row: Mapping[str, Cell]) -> FormRow:
        key = self._text(row[KEY], KEY)
        seat = self.seats.get(key)
        if seat is None:
            raise self._wrong(
                row[KEY], KEY,
                f"pladsen »{key}« er ikke en af dem, der skal besættes" if key
                else "der mangler et plads-id",
                f"Plads-id må ikke ændres. {_AGAIN}",
            )  # fmt: skip
        for heading, expected in ((FORUM, seat.forum), (SEAT, seat.seat)):
            if self._text(row[heading], heading) != clean_text(expected):
                raise self._wrong(
                    row[heading], heading, f"pladsen »{key}« er »{expected}«, men det står der ikke",
                    f"Kun de hvide felter må ændres. {_AGAIN}",
                )  # fmt: skip
        return seat

    def _text(self, cell: Cell, heading: str) -> str:
        if cell.value is None:
            return ""
        if cell.data_type == "f":
            raise self._wrong(cell, heading, "der står en formel", _TEXT)
        if not isinstance(cell.value, str) or cell.data_type == "e":
            raise self._wrong(cell, heading, f"»{cell.value}« er ikke tekst", _TEXT)
        text = clean_text(cell.value)
        if len(text) > _LONGEST and heading in (NAME, PARTY, MUNICIPALITY, DEPUTY):
            raise self._wrong(cell, heading, f"der står mere end {_LONGEST} tegn", "Forkort det.")
        return text

    def _refuse_strays(self, cells: Sequence[Cell]) -> None:
        """What stands in no column would be lost without a word."""
        for cell in cells[self.width :]:
            if cell.value is not None:
                raise self._wrong(
                    cell,
                    cell.column_letter,
                    f"»{cell.value}« står uden for tabellen",
                    f"Skriv det i »{REMARK}«, eller slet det.",
                )

    def _headings(self) -> tuple[int, list[str]]:
        for number in range(1, min(self.sheet.max_row, _HEADING_WITHIN) + 1):
            headings = self._heading_cells(number)
            if KEY in headings:
                return number, headings
        raise SourceError(f"{self.name}, arket »{SHEET}«: kolonnen »{KEY}« mangler.", _AGAIN)

    def _columns(self, headings: Sequence[str]) -> dict[str, int]:
        for heading in _NEEDED:
            if headings.count(heading) != 1:
                problem = "mangler" if heading not in headings else "står der to gange"
                raise SourceError(
                    f"{self.name}, arket »{SHEET}«: kolonnen »{heading}« {problem}.", _AGAIN
                )
        return {heading: headings.index(heading) for heading in _NEEDED}

    def _heading_cells(self, number: int) -> list[str]:
        texts = [str(cell.value or "").strip() for cell in self.sheet[number]]
        while texts and not texts[-1]:
            texts.pop()
        return texts

    def _wrong(self, cell: Cell, heading: str, problem: str, hint: str) -> SourceError:
        place = f"{self.name}, arket »{SHEET}«, række {cell.row}, kolonnen »{heading}«"
        return SourceError(f"{place}: {problem}.", hint)


def _exactly(names: Names, written: str) -> tuple[str | None, str]:
    """The label of what is called so, not of what only begins so; or a hint."""
    try:
        found = names.find(written)
    except QueryError as error:
        return None, error.hint
    return (found.label, "") if found.looseness == 0 else (None, f"Mente du {found.label}?")


def to_proposals_csv(proposals: Sequence[Proposal]) -> bytes:
    """The table that ``read_proposals`` reads; no name can be a formula where it is opened."""
    stream = StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for each in proposals:
        values = (
            each.seat, each.name, each.party, each.municipality, each.deputy, each.remark, each.source,
        )  # fmt: skip
        writer.writerow(guard_formula(value) for value in values)
    return ("\ufeff" + stream.getvalue()).encode()
