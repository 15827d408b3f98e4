"""Election results as others publish them, as rows of the table that is kept here.

Two layouts are read. Statistics Denmark's StatBank table VALGK3, with a row for each number (OMRÅDE;
PARTI;STEMMER;TID;INDHOLD) or with one of the dimensions as columns; and the file that valg.dk lets
one save for a municipality, with a row for each candidate in each polling district. What is in
neither of them is refused with the row and column.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kkr_graph.constitution.calculation.election import COLLECTIVE, ListResult
from kkr_graph.constitution.calculation.records import RESULT_COLUMNS
from kkr_graph.errors import RegistryError
from kkr_graph.model.names import clean, fold
from kkr_graph.model.registry import Municipality, Registry

_AREA, _PARTY, _MEASURE, _TIME, _NUMBER = "område", "parti", "stemmer", "tid", "indhold"
_DIMENSIONS = (_AREA, _PARTY, _MEASURE, _TIME)
_VOTES, _SEATS = "stemmer", "mandater"
_MEASURES: Final[Mapping[str, str | None]] = {  # None is set aside by name
    "gyldige stemmer": _VOTES,
    "stemmer": _VOTES,
    "valgte mænd": _SEATS,
    "valgte kvinder": _SEATS,
    "personlige stemmer (i alt)": None,
    "personlige stemmer": None,
    "opstillede mænd": None,
    "opstillede kvinder": None,
}
_ELSEWHERE = ("hele landet", "i alt", "alle kommuner", "christiansø")
_COLLECTIVE_PARTY = "ikke reserverede bogstaver i alt"
_COLLECTIVE_NAME = "Lokale lister i alt"
_LETTERED = re.compile(r"(?P<letter>[A-ZÆØÅ])(?:\.|:)?\s+(?P<name>\S.*)")
_YEARS = re.compile(r"\s*\(\d{4}-(?:\d{4})?\)$")
_CODED = re.compile(r"(?P<code>\d{3,4})(?:\s+(?P<name>.+))?")
_WHOLE_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+")
_NOTHING = {"", "-", "..", "...", "."}

_STATIONS = (
    ("bogstavbetegnelse", "listenavn", "stemmetal"),
    ("partibogstav", "partinavn", "stemmetal"),
)
_STATION_OTHERS = {"afstemningsområde", "opstillingskreds", "navn"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What was read, and what was set aside by name with how many rows it had."""

    results: tuple[ListResult, ...]
    set_aside: Mapping[str, int]


def read_statbank(path: Path, registry: Registry, *, year: int | None = None) -> Imported:
    """The results of a StatBank table, long or wide.

    Raises:
        RegistryError: the file is not of the layout, or a cell is not understood.
    """
    sheet = _read(path)
    columns = _dimensions(sheet)
    gathered = _Gathered(sheet.name)
    for cell in _melted(sheet, columns):
        _take(cell, gathered, registry, year)
    return gathered.imported()


def read_valg(path: Path, registry: Registry, municipality: str | None = None) -> Imported:
    """The results of one municipality as valg.dk saves them, added up over polling districts.

    Raises:
        RegistryError: the file is not of the layout, or the municipality is not known.
    """
    sheet = _read(path)
    letter, name, votes = _station_columns(sheet)
    place = _place_of(path, registry, municipality)
    gathered = _Gathered(sheet.name)
    for row in sheet.rows:
        if not re.fullmatch(r"[A-ZÆØÅ]", row[letter]):
            if row[letter]:
                raise sheet.wrong(row, letter, "et listebogstav")
            gathered.set_aside["uden liste"] = gathered.set_aside.get("uden liste", 0) + 1
            continue
        key = (place.code, row[letter])
        gathered.name(key, row[name])
        gathered.add(key, _VOTES, _number(sheet, row, votes))
    return gathered.imported()


def to_csv(results: Sequence[ListResult], source: str) -> bytes:
    """The rows of ``data/registry/elections/<id>.csv``."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\n")
    writer.writerow(RESULT_COLUMNS)
    for each in sorted(results, key=lambda each: (each.municipality, each.letter)):
        seats = "" if each.seats is None else each.seats
        writer.writerow((each.municipality, each.letter, each.name, each.votes, seats, source))
    return stream.getvalue().encode("utf-8-sig")


# --- the file as it is ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    columns: tuple[str, ...]
    rows: tuple[_Row, ...]

    def wrong(self, row: _Row, column: str, expected: str) -> RegistryError:
        return RegistryError(
            f"{self.name}, række {row.number}, kolonnen »{column}«: der skulle stå {expected}, "
            f"men der står »{row[column]}«.",
            "Ret cellen, eller hent filen igen. Layoutene står i docs/how-to/constitution.md.",
        )


def _read(path: Path) -> _Sheet:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise RegistryError(
            f"{path} kan ikke åbnes: {error.strerror}.", "Kontrollér navnet, og luk filen i Excel."
        ) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")  # what StatBank writes from its own page
    lines = text.splitlines()
    delimiter = max(";\t,", key=(lines[0] if lines else "").count)
    records = list(csv.reader(lines, delimiter=delimiter))
    columns = tuple(clean(cell).casefold() for cell in records[0]) if records else ()
    if not any(columns) or len(set(columns)) < len(columns):
        raise RegistryError(
            f"{path.name} har ingen overskrifter i række 1, eller to ens.",
            "Gem tabellen som CSV med overskrifter i første række.",
        )
    rows = tuple(_rows(path.name, columns, records[1:]))
    return _Sheet(path.name, columns, rows)


def _rows(name: str, columns: Sequence[str], records: Sequence[Sequence[str]]) -> Iterator[_Row]:
    for number, record in enumerate(records, start=2):
        cells = [clean(cell) for cell in record]
        if not any(cells):
            continue
        if len(cells) != len(columns):
            raise RegistryError(
                f"{name}, række {number}: der er {len(cells)} celler, men {len(columns)} kolonner.",
                "Ret rækken, eller hent filen igen.",
            )
        yield _Row(number, dict(zip(columns, cells, strict=True)))


def _number(sheet: _Sheet, row: _Row, column: str) -> int:
    written = row[column]
    if written in _NOTHING:
        return 0
    if not _WHOLE_NUMBER.fullmatch(written):
        raise sheet.wrong(row, column, "et helt tal")
    return int(written.replace(".", ""))


# --- StatBank -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Cell:
    """One number with where it stands and what it is about."""

    sheet: _Sheet
    row: _Row
    column: str
    about: Mapping[str, str]

    def wrong(self, dimension: str, expected: str) -> RegistryError:
        """The error for what the number is about."""
        column = dimension if dimension in self.row.cells else self.column
        row = _Row(self.row.number, {column: self.about[dimension]})
        return self.sheet.wrong(row, column, expected)


def _dimensions(sheet: _Sheet) -> tuple[str, ...]:
    """The dimensions that have columns of their own; of the others one may be the headings."""
    present = tuple(name for name in _DIMENSIONS if name in sheet.columns)
    long = _NUMBER in sheet.columns
    enough = {_AREA, _PARTY} <= set(present) if long else _AREA in present
    if not enough:
        raise RegistryError(
            f"{sheet.name} ligner ikke VALGK3 fra Statistikbanken.",
            "Række 1 skal have OMRÅDE og PARTI, og INDHOLD eller år eller partier som kolonner.",
        )
    return present


def _melted(sheet: _Sheet, present: Sequence[str]) -> Iterator[_Cell]:
    """Every number with its dimensions, whether they are columns or headings."""
    valued = [name for name in sheet.columns if name not in present]
    missing = [name for name in _DIMENSIONS if name not in present]
    across = _across(valued, missing)
    for row in sheet.rows:
        about = {name: row[name] for name in present}
        for column in valued:
            headed = {} if column == _NUMBER else {across: column}
            yield _Cell(sheet, row, column, {**about, **headed})


def _across(headings: Sequence[str], missing: Sequence[str]) -> str:
    """Which dimension the headings are: years, what was counted, or else parties."""
    if _TIME in missing and all(re.fullmatch(r"\d{4}", each) for each in headings):
        return _TIME
    if _MEASURE in missing and all(each in _MEASURES for each in headings):
        return _MEASURE
    return _PARTY


def _take(cell: _Cell, gathered: "_Gathered", registry: Registry, year: int | None) -> None:
    area, party = cell.about[_AREA], cell.about.get(_PARTY)
    if party is None:
        raise cell.wrong(_AREA, "en række for hvert parti; PARTI mangler")
    measure = cell.about.get(_MEASURE, _VOTES)
    if not gathered.keeps(cell, measure, year):
        return
    if _is_elsewhere(area):
        gathered.set_aside[area] = gathered.set_aside.get(area, 0) + 1
        return
    place = _municipality(registry, area)
    if place is None:
        raise cell.wrong(_AREA, "en kommune")
    found = _party(registry, party)
    if found is None:
        raise cell.wrong(_PARTY, "et parti fra parties.csv, eller et bogstav og et navn")
    letter, name = found
    gathered.name((place.code, letter), name)
    kind = _MEASURES[measure.casefold()]
    assert kind is not None
    gathered.add((place.code, letter), kind, _number(cell.sheet, cell.row, cell.column))


def _is_elsewhere(area: str) -> bool:
    """Whether a row is about more than a municipality: the country, a region, a province."""
    name = area.split(maxsplit=1)[-1] if _CODED.fullmatch(area) else area
    word = name.casefold()
    return word in _ELSEWHERE or word.startswith(("region ", "landsdel "))


def _municipality(registry: Registry, written: str) -> Municipality | None:
    coded = _CODED.fullmatch(written)
    if coded is None:
        return registry.municipality(written)
    code = coded["code"].zfill(4)
    place = next((each for each in registry.municipalities if each.code == code), None)
    named = coded["name"] and registry.municipality(coded["name"])
    return place if not coded["name"] or named is place else None


def _party(registry: Registry, written: str) -> tuple[str, str] | None:
    """The letter and name of a party; local lists come as one number."""
    if fold(written) == _COLLECTIVE_PARTY:
        return COLLECTIVE, _COLLECTIVE_NAME
    lettered = _LETTERED.fullmatch(written)
    name = _YEARS.sub("", lettered["name"] if lettered else written)
    party = registry.party_by_name(name)
    if lettered:
        return lettered["letter"].upper(), party.name if party else name
    return (party.letter, party.name) if party else None


# --- what was gathered ----------------------------------------------------------------------


class _Gathered:
    """Numbers by municipality and letter while a file is read."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._names: dict[tuple[str, str], str] = {}
        self._numbers: dict[tuple[str, str, str], int] = {}
        self._years: set[str] = set()
        self.set_aside: dict[str, int] = {}

    def keeps(self, cell: _Cell, measure: str, year: int | None) -> bool:
        """Whether a number is one that is wanted; what is not is set aside by name."""
        when = cell.about.get(_TIME)
        if year is not None and when is not None and when != str(year):
            self._aside(when)
            return False
        if when is not None:
            self._years.add(when)
            if len(self._years) > 1:
                raise RegistryError(
                    f"{self._file} har flere valg: {', '.join(sorted(self._years))}.",
                    "Vælg et med --year.",
                )
        if measure.casefold() not in _MEASURES:
            raise cell.wrong(_MEASURE, f"et af ordene {', '.join(_MEASURES)}")
        if _MEASURES[measure.casefold()] is None:
            self._aside(measure)
            return False
        return True

    def _aside(self, what: str) -> None:
        self.set_aside[what] = self.set_aside.get(what, 0) + 1

    def name(self, key: tuple[str, str], name: str) -> None:
        """A list may have one name in a municipality."""
        earlier = self._names.setdefault(key, name)
        if fold(earlier) != fold(name):
            raise RegistryError(
                f"{self._file}: liste {key[1]} i {key[0]} hedder både »{earlier}« og »{name}«.",
                "Ret navnene, så en liste har ét navn.",
            )

    def add(self, key: tuple[str, str], kind: str, number: int) -> None:
        """Add a number to those of the same list and kind."""
        full = (*key, kind)
        self._numbers[full] = self._numbers.get(full, 0) + number

    def imported(self) -> Imported:
        """The lists that stood: those with votes or seats."""
        found = tuple(self._results())
        if not found:
            raise RegistryError(f"{self._file} har ingen stemmer.", "Kontrollér filen.")
        return Imported(results=found, set_aside=dict(sorted(self.set_aside.items())))

    def _results(self) -> Iterator[ListResult]:
        for (code, letter), name in sorted(self._names.items()):
            votes = self._numbers.get((code, letter, _VOTES), 0)
            seats = self._numbers.get((code, letter, _SEATS))
            if votes or seats:
                yield ListResult(
                    municipality=code, letter=letter, name=name, votes=votes, seats=seats
                )


# --- valg.dk --------------------------------------------------------------------------------


def _station_columns(sheet: _Sheet) -> tuple[str, str, str]:
    for needed in _STATIONS:
        others = set(sheet.columns) - set(needed)
        if set(needed) <= set(sheet.columns) and others <= _STATION_OTHERS:
            return needed
    raise RegistryError(
        f"{sheet.name} ligner ikke en fil fra valg.dk.",
        "Række 1 skal være Afstemningsområde;Bogstavbetegnelse;Listenavn;Navn;Stemmetal.",
    )


def _place_of(path: Path, registry: Registry, written: str | None) -> Municipality:
    """The municipality that is told, or the one in the file's name as valg.dk gives it."""
    words = [written] if written else path.stem.split("_")
    found = [place for word in words if (place := registry.municipality(word)) is not None]
    if len(found) != 1:
        raise RegistryError(
            f"{path.name}: det kan ikke ses, hvilken kommune filen er fra.",
            "Angiv den med --municipality, f.eks. --municipality Hjørring.",
        )
    return found[0]
