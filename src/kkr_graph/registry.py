"""The registry: tables that staff edit in Excel, read strictly into ``model.registry``."""

import csv
import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Final, TypeVar

from kkr_graph.errors import RegistryError
from kkr_graph.model.names import clean, fold
from kkr_graph.model.registry import (
    Body,
    BodyKind,
    Clock,
    Dated,
    ElectionForm,
    Municipality,
    Party,
    Region,
    Registry,
    SeatGroup,
    SeatRole,
    Term,
)

MUNICIPALITIES: Final = "municipalities.csv"
REGIONS: Final = "regions.csv"
PARTIES: Final = "parties.csv"
BODIES: Final = "bodies.csv"
TERMS: Final = "terms.csv"
CONSTITUENT_MEETINGS: Final = "constituent_meetings.csv"
SEAT_GROUPS: Final = "seat_groups.csv"

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    MUNICIPALITIES: (
        "kommunekode",
        "navn",
        "officielt_navn",
        "region_2007_2026",
        "region_fra_2027",
        "kkr",
        "kendte_varianter",
    ),
    REGIONS: ("id", "navn", "fra", "til", "kilde"),
    PARTIES: ("id", "bogstav", "navn", "pressebogstaver", "varianter", "fra", "til", "kilde"),
    BODIES: ("id", "navn", "type", "forkortelser", "varianter", "lovgrundlag", "kkr", "kilde"),
    TERMS: ("id", "ur", "navn", "fra", "til", "kilde"),
    CONSTITUENT_MEETINGS: ("periode", "kkr", "dato", "kilde"),
    SEAT_GROUPS: (
        "id",
        "organ",
        "periode",
        "pladser",
        "rolle",
        "indstiller",
        "udpeger",
        "valgform",
        "krav",
        "stedfortræder",
        "lovgrundlag",
        "kilde",
    ),
}
"""The tables and their columns, all of which must be there; the order is free."""

_REGION_COLUMNS = (  # the column says for which years it holds
    ("region_2007_2026", date(2007, 1, 1), date(2026, 12, 31)),
    ("region_fra_2027", date(2027, 1, 1), None),
)
_KINDS = {
    "kommunekontaktråd": BodyKind.CONTACT_COUNCIL,
    "bestyrelse": BodyKind.BOARD,
    "råd": BodyKind.COUNCIL,
    "udvalg": BodyKind.COMMITTEE,
    "netværk": BodyKind.NETWORK,
    "forening": BodyKind.ASSOCIATION,
    "myndighed": BodyKind.AUTHORITY,
}
_CLOCKS = {"kommunalbestyrelse": Clock.COUNCIL, "kkr": Clock.KKR}
_ROLES = {
    "formand": SeatRole.CHAIR,
    "næstformand": SeatRole.VICE_CHAIR,
    "medlem": SeatRole.MEMBER,
    "suppleant": SeatRole.DEPUTY,
    "observatør": SeatRole.OBSERVER,
    "repræsentant": SeatRole.REPRESENTATIVE,
    "født medlem": SeatRole.EX_OFFICIO_MEMBER,
    "supplerende medlem": SeatRole.SUPPLEMENTARY_MEMBER,
}
_FORMS = {
    "forholdstalsvalg": ElectionForm.PROPORTIONAL,
    "flertalsvalg": ElectionForm.MAJORITY,
}
_ANSWERS = {"ja": True, "nej": False}
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CODE = re.compile(r"\d{4}")
_LETTER = re.compile(r"[A-ZÆØÅ]")
_PRESS_LETTERS = re.compile(r"[A-ZÆØÅ]{1,4}")
_SEATS = re.compile(r"[1-9]\d{0,2}")
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DANISH_DAY = re.compile(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})")
_BETWEEN_PARTS = re.compile(r"[|;]")

Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One row of a table. Every cell is asked for by a method that says what it must be."""

    table: str
    number: int  # as Excel counts: the headings are row 1
    cells: Mapping[str, str]

    def wrong(self, column: str, expected: str, hint: str) -> RegistryError:
        """The error for a cell that is not as it must be."""
        found = self.cells[column]
        return RegistryError(
            f"{self.table}, række {self.number}, kolonnen »{column}«: der skulle stå {expected}, "
            + (f"men der står »{found}«." if found else "men cellen er tom."),
            hint,
        )

    def optional(self, column: str) -> str | None:
        """What stands in a cell that may be empty."""
        return self.cells[column] or None

    def text(self, column: str) -> str:
        """What stands in a cell that must be filled."""
        if not self.cells[column]:
            raise self.wrong(column, "en tekst", f"Udfyld »{column}«.")
        return self.cells[column]

    def parts(self, column: str) -> tuple[str, ...]:
        """The values of a cell that may have several, as ``A | B``."""
        parts = (part.strip() for part in _BETWEEN_PARTS.split(self.cells[column]))
        return tuple(part for part in parts if part)

    def matching(self, column: str, pattern: re.Pattern[str], expected: str, hint: str) -> str:
        """What stands in a cell of a fixed form."""
        if not pattern.fullmatch(self.cells[column]):
            raise self.wrong(column, expected, hint)
        return self.cells[column]

    def slug(self) -> str:
        """The identifier, which is part of addresses in the graph for good."""
        hint = "Skriv f.eks. »udvalg-oest«. Et id, der er i brug, må ikke ændres."
        return self.matching("id", _SLUG, "små bogstaver a-z, tal og bindestreger", hint)

    def day(self, column: str) -> date | None:
        """A day, or None for an empty cell."""
        return self.required_day(column) if self.cells[column] else None

    def required_day(self, column: str) -> date:
        """A day in a cell that must be filled."""
        written = self.cells[column]
        try:
            if _ISO_DAY.fullmatch(written):
                return date.fromisoformat(written)
        except ValueError:
            pass  # 2026-02-30 has the form of a day
        raise self.wrong(column, "en dato som 2026-01-31", _day_hint(written))

    def choice(self, column: str, meanings: Mapping[str, Meaning]) -> Meaning:
        """One of the words of a closed list."""
        word = self.cells[column].casefold()
        if word not in meanings:
            known = ", ".join(meanings)
            raise self.wrong(column, f"et af ordene {known}", _similar(word, meanings))
        return meanings[word]

    def optional_choice(self, column: str, meanings: Mapping[str, Meaning]) -> Meaning | None:
        """One of the words of a closed list, or None for an empty cell."""
        return self.choice(column, meanings) if self.cells[column] else None

    def reference(self, column: str, known: Mapping[str, Meaning], table: str) -> Meaning:
        """What another table has under the name in this cell."""
        name = self.cells[column]
        if name not in known:
            hint = f"{_similar(name, known)} Nye navne skal først stå i {table}.".strip()
            raise self.wrong(column, f"et navn fra {table}", hint)
        return known[name]

    def optional_reference(
        self, column: str, known: Mapping[str, Meaning], table: str
    ) -> Meaning | None:
        """What another table has under the name in this cell, or None for an empty cell."""
        return self.reference(column, known, table) if self.cells[column] else None


def read_registry(folder: Path) -> Registry:
    """The registry of a folder with all its tables.

    Raises:
        RegistryError: a table is missing or has a mistake; the message names the cell.
    """
    regions = _read_regions(folder)
    bodies = _read_bodies(folder)
    terms = _read_terms(folder, bodies)
    return Registry(
        municipalities=_read_municipalities(folder, regions, bodies),
        regions=regions,
        parties=_read_parties(folder),
        bodies=bodies,
        terms=terms,
        seat_groups=_read_seat_groups(folder, bodies, terms),
    )


def _read_regions(folder: Path) -> tuple[Region, ...]:
    rows = _read_table(folder, REGIONS)
    regions = tuple(
        Region(
            slug=row.slug(),
            name=row.text("navn"),
            from_=row.day("fra"),
            through=row.day("til"),
            source=row.text("kilde"),
        )
        for row in rows
    )
    _check_unique(rows, "id", ((region.slug,) for region in regions))
    _check_unique(rows, "navn", ((region.name,) for region in regions))
    _check_order(rows, regions)
    return regions


def _read_bodies(folder: Path) -> tuple[Body, ...]:
    rows = _read_table(folder, BODIES)
    councils = {
        row.cells["navn"]: row.slug()
        for row in rows
        if row.choice("type", _KINDS) == BodyKind.CONTACT_COUNCIL
    }
    bodies = tuple(
        Body(
            slug=row.slug(),
            name=row.text("navn"),
            kind=row.choice("type", _KINDS),
            abbreviations=row.parts("forkortelser"),
            aliases=row.parts("varianter"),
            legal_basis=row.optional("lovgrundlag"),
            area=row.optional_reference("kkr", councils, BODIES),
            source=row.text("kilde"),
        )
        for row in rows
    )
    _check_unique(rows, "id", ((body.slug,) for body in bodies))
    _check_unique(rows, "navn", (body.names for body in bodies))
    return bodies


def _read_municipalities(
    folder: Path, regions: Sequence[Region], bodies: Sequence[Body]
) -> tuple[Municipality, ...]:
    rows = _read_table(folder, MUNICIPALITIES)
    councils = {body.name: body.slug for body in bodies if body.kind == BodyKind.CONTACT_COUNCIL}
    places = tuple(
        Municipality(
            code=row.matching("kommunekode", _CODE, "fire cifre", _code_hint(row)),
            name=row.text("navn"),
            official_name=row.text("officielt_navn"),
            council=row.reference("kkr", councils, BODIES),
            regions=tuple(_regions_of(row, regions)),
            aliases=row.parts("kendte_varianter"),
        )
        for row in rows
    )
    _check_unique(rows, "kommunekode", ((place.code,) for place in places))
    _check_unique(rows, "navn", (place.names for place in places))
    return places


def _regions_of(row: _Row, regions: Sequence[Region]) -> Iterator[Dated]:
    """The dated ties of a municipality; a region that it stays in is one tie."""
    by_name = {region.name: region for region in regions}
    ties: dict[str, Dated] = {}
    for column, start, end in _REGION_COLUMNS:
        region = row.reference(column, by_name, REGIONS)
        if not _covers(region, start, end):
            hint = f"Vælg en anden region, eller ret datoerne i {REGIONS}."
            raise row.wrong(column, "en region, der findes i hele perioden", hint)
        earlier = ties.get(region.slug)
        first = start if earlier is None else earlier.from_
        ties[region.slug] = Dated(slug=region.slug, from_=first, through=end)
    return iter(ties.values())


def _covers(region: Region, start: date, end: date | None) -> bool:
    began = region.from_ is None or region.from_ <= start
    return began and (region.through is None or (end is not None and end <= region.through))


def _read_parties(folder: Path) -> tuple[Party, ...]:
    rows = _read_table(folder, PARTIES)
    parties = tuple(
        Party(
            slug=row.slug(),
            letter=row.matching("bogstav", _LETTER, "ét stort bogstav", "Skriv f.eks. »A«."),
            name=row.text("navn"),
            press_letters=_press_letters(row),
            aliases=row.parts("varianter"),
            from_=row.day("fra"),
            through=row.day("til"),
            source=row.text("kilde"),
        )
        for row in rows
    )
    _check_unique(rows, "id", ((party.slug,) for party in parties))
    _check_unique(rows, "navn", (party.names for party in parties))
    _check_order(rows, parties)
    _check_letters(rows, parties)
    return parties


def _press_letters(row: _Row) -> tuple[str, ...]:
    column = "pressebogstaver"
    letters = row.parts(column)
    if not all(_PRESS_LETTERS.fullmatch(part) for part in letters):
        raise row.wrong(column, "store bogstaver", "Skriv f.eks. »DF« eller »R | RV«.")
    return letters


def _read_terms(folder: Path, bodies: Sequence[Body]) -> tuple[Term, ...]:
    rows = _read_table(folder, TERMS)
    starts = _read_table(folder, CONSTITUENT_MEETINGS)
    councils = {body.name: body.slug for body in bodies if body.kind == BodyKind.CONTACT_COUNCIL}
    names = {row.text("navn"): row for row in rows if row.choice("ur", _CLOCKS) == Clock.KKR}
    meetings = [
        (
            row.reference("periode", names, TERMS).text("navn"),
            Dated(slug=row.reference("kkr", councils, BODIES), from_=row.required_day("dato")),
        )
        for row in starts
    ]
    _check_unique(starts, "kkr", ((f"{name} {tie.slug}",) for name, tie in meetings))
    for row in starts:
        row.text("kilde")
    terms = tuple(
        Term(
            slug=row.slug(),
            clock=row.choice("ur", _CLOCKS),
            name=row.text("navn"),
            from_=row.required_day("fra"),
            through=row.required_day("til"),
            starts=tuple(tie for name, tie in meetings if name == row.text("navn")),
            source=row.text("kilde"),
        )
        for row in rows
    )
    _check_unique(rows, "id", ((term.slug,) for term in terms))
    _check_unique(rows, "navn", ((term.name,) for term in terms))
    _check_order(rows, terms)
    _check_clocks(rows, terms)
    return terms


def _read_seat_groups(
    folder: Path, bodies: Sequence[Body], terms: Sequence[Term]
) -> tuple[SeatGroup, ...]:
    rows = _read_table(folder, SEAT_GROUPS)
    body_slugs = {body.name: body.slug for body in bodies}
    term_slugs = {term.name: term.slug for term in terms}
    groups = tuple(
        SeatGroup(
            slug=row.slug(),
            body=row.reference("organ", body_slugs, BODIES),
            term=row.reference("periode", term_slugs, TERMS),
            seats=int(row.matching("pladser", _SEATS, "et antal, mindst 1", "Skriv et helt tal.")),
            role=row.choice("rolle", _ROLES),
            nominating=row.optional_reference("indstiller", body_slugs, BODIES),
            appointing=row.optional_reference("udpeger", body_slugs, BODIES),
            election_form=row.optional_choice("valgform", _FORMS),
            eligibility=row.optional("krav"),
            requires_deputy=row.optional_choice("stedfortræder", _ANSWERS),
            legal_basis=row.optional("lovgrundlag"),
            source=row.text("kilde"),
        )
        for row in rows
    )
    _check_unique(rows, "id", ((group.slug,) for group in groups))
    return groups


# a table as rows


def _read_table(folder: Path, name: str) -> tuple[_Row, ...]:
    """The rows of a table, with ``;`` or ``,`` between the cells; empty rows do not count."""
    lines = _read_text(folder / name).splitlines(keepends=True)
    heading = lines[0] if lines else ""
    delimiter = ";" if heading.count(";") >= heading.count(",") else ","
    try:
        records = list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise RegistryError(
            f"{name} kan ikke læses som en tabel: {error}.",
            "Kontrollér anførselstegnene, eller åbn filen i Excel og gem den igen.",
        ) from error
    columns = _columns(name, records[0] if records else [])
    rows = (_row(name, columns, number, cells) for number, cells in enumerate(records[1:], start=2))
    return tuple(row for row in rows if any(row.cells.values()))


def _read_text(path: Path) -> str:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return file.read()
    except FileNotFoundError as error:
        raise RegistryError(
            f"{path.name} mangler i mappen {path.parent}.",
            "Hent filen fra programmets egen mappe data/registry.",
        ) from error
    except UnicodeDecodeError as error:
        raise RegistryError(
            f"{path.name} er ikke gemt som UTF-8.",
            "Gem den i Excel som »CSV UTF-8 (semikolonsepareret)«.",
        ) from error
    except OSError as error:
        raise RegistryError(
            f"{path.name} kan ikke åbnes: {error.strerror}.", "Luk filen i andre programmer."
        ) from error


def _columns(name: str, heading: Sequence[str]) -> list[str]:
    """The headings, which must be those of the table; Excel may add nameless ones at the end."""
    found = [clean(cell).casefold() for cell in heading]
    while found and not found[-1]:
        found.pop()
    expected = COLUMNS[name]
    hint = f"Række 1 skal have netop kolonnerne {', '.join(expected)}."
    for column in found:
        if column not in expected:
            raise RegistryError(f"{name} har en ukendt kolonne, »{column}«.", hint)
        if found.count(column) > 1:
            raise RegistryError(f"{name} har kolonnen »{column}« to gange.", hint)
    for column in expected:
        if column not in found:
            raise RegistryError(f"{name} mangler kolonnen »{column}«.", hint)
    return found


def _row(name: str, columns: Sequence[str], number: int, cells: Sequence[str]) -> _Row:
    values = [clean(cell) for cell in cells]
    if any(values[len(columns) :]):
        raise RegistryError(
            f"{name}, række {number}: der er flere celler end de {len(columns)} kolonner.",
            "Sæt tekst med semikolon eller komma i anførselstegn, eller ret rækken i Excel.",
        )
    padded = values + [""] * (len(columns) - len(values))  # some programs drop empty cells
    return _Row(table=name, number=number, cells=dict(zip(columns, padded, strict=False)))


# checks over a whole table


def _check_unique(rows: Sequence[_Row], column: str, names: Iterable[Iterable[str]]) -> None:
    """No two rows may share a name; a row may have the same one twice."""
    seen: dict[str, int] = {}
    for row, own in zip(rows, names, strict=True):
        for name in own:
            earlier = seen.setdefault(fold(name), row.number)
            if earlier != row.number:
                raise RegistryError(
                    f"{row.table}, række {row.number}, kolonnen »{column}«: »{name}« skulle være "
                    f"entydigt, men står også i række {earlier}.",
                    "Ret eller slet en af de to; varianter og forkortelser tæller med.",
                )


def _check_order(rows: Sequence[_Row], entries: Sequence[Region | Party | Term]) -> None:
    for row, entry in zip(rows, entries, strict=True):
        if entry.from_ and entry.through and entry.through < entry.from_:
            expected = f"en dato, der ikke er før {entry.from_.isoformat()}"
            raise row.wrong("til", expected, "Byt om på »fra« og »til«, eller ret en af dem.")


def _check_letters(rows: Sequence[_Row], parties: Sequence[Party]) -> None:
    """A letter may pass from one party to another, but belongs to one at a time."""
    for (_, one), (row, other) in combinations(zip(rows, parties, strict=True), 2):
        if not _overlap(one, other):
            continue
        hint = f"Bogstavet er i brug af {one.name}. Ret det, eller afgræns »fra« og »til«."
        if one.letter == other.letter:
            raise row.wrong("bogstav", "et bogstav, som intet andet parti har samtidig", hint)
        if set(one.press_letters) & set(other.press_letters):
            expected = "bogstaver, som intet andet parti har samtidig"
            raise row.wrong("pressebogstaver", expected, hint)


def _check_clocks(rows: Sequence[_Row], terms: Sequence[Term]) -> None:
    for (_, one), (row, other) in combinations(zip(rows, terms, strict=True), 2):
        if one.clock == other.clock and _overlap(one, other):
            expected = f"en periode, der ikke overlapper {one.name}"
            raise row.wrong("fra", expected, "Ret »fra« eller »til« i en af de to perioder.")


def _overlap(one: Party | Term, other: Party | Term) -> bool:
    starts = max(one.from_ or date.min, other.from_ or date.min)
    return starts <= min(one.through or date.max, other.through or date.max)


# advice


def _day_hint(written: str) -> str:
    danish = _DANISH_DAY.fullmatch(written)
    if danish is None:
        return "Skriv år, måned og dag med bindestreger imellem."
    day, month, year = danish.groups()
    return (
        f"Skriv {year}-{month.zfill(2)}-{day.zfill(2)}. Excel skriver datoer om: "
        "formatér kolonnen som tekst, før du gemmer."
    )


def _code_hint(row: _Row) -> str:
    written = row.cells["kommunekode"]
    if not re.fullmatch(r"\d{3}", written):
        return "Find kommunekoden hos Danmarks Statistik."
    return (
        f"Skriv 0{written}. Excel fjerner nullet foran: formatér kolonnen som tekst, før du gemmer."
    )


def _similar(written: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(written, list(known), n=1)
    return f"Mente du »{close[0]}«?" if close else "Vælg en værdi fra listen."
