"""From the rows of the tables to the values of ``model.registry``, with every reference checked."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Final

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
from kkr_graph.registry.row import Row
from kkr_graph.registry.table import check_unique, read_table

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
        "genudpegning",
        "køn",
        "vederlag",
        "møder",
        "frist",
        "lovgrundlag",
        "kilde",
    ),
}
"""The tables and their columns, all of which must be there; the order is free."""

_REGION_COLUMNS = (  # the column says for which years it holds
    ("region_2007_2026", date(2007, 1, 1), date(2026, 12, 31)),
    ("region_fra_2027", date(2027, 1, 1), None),
)
_NEAR = timedelta(days=60)  # how far a constituent meeting may be from the start of its term
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
_CODE = re.compile(r"[0-9]{4}")
_LETTER = re.compile(r"[A-ZÆØÅ]")
_PRESS_LETTERS = re.compile(r"[A-ZÆØÅ]{1,4}")
_SEATS = re.compile(r"[1-9][0-9]{0,2}")


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


def _read(folder: Path, name: str) -> tuple[Row, ...]:
    return read_table(folder / name, COLUMNS[name])


def _read_regions(folder: Path) -> tuple[Region, ...]:
    rows = _read(folder, REGIONS)
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
    check_unique(rows, "id", ((region.slug,) for region in regions))
    check_unique(rows, "navn", ((region.name,) for region in regions))
    _check_order(rows, regions)
    return regions


def _read_bodies(folder: Path) -> tuple[Body, ...]:
    rows = _read(folder, BODIES)
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
    check_unique(rows, "id", ((body.slug,) for body in bodies))
    check_unique(rows, "navn", (body.names for body in bodies))
    return bodies


def _read_municipalities(
    folder: Path, regions: Sequence[Region], bodies: Sequence[Body]
) -> tuple[Municipality, ...]:
    rows = _read(folder, MUNICIPALITIES)
    councils = _councils(bodies)
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
    check_unique(rows, "kommunekode", ((place.code,) for place in places))
    check_unique(rows, "navn", (place.names for place in places))
    return places


def _councils(bodies: Sequence[Body]) -> Mapping[str, str]:
    """The slugs of the contact councils by name."""
    return {body.name: body.slug for body in bodies if body.kind == BodyKind.CONTACT_COUNCIL}


def _regions_of(row: Row, regions: Sequence[Region]) -> Iterator[Dated]:
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
    rows = _read(folder, PARTIES)
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
    check_unique(rows, "id", ((party.slug,) for party in parties))
    check_unique(rows, "navn", (party.names for party in parties))
    _check_order(rows, parties)
    _check_letters(rows, parties)
    return parties


def _press_letters(row: Row) -> tuple[str, ...]:
    column = "pressebogstaver"
    letters = row.parts(column)
    if not all(_PRESS_LETTERS.fullmatch(part) for part in letters):
        raise row.wrong(column, "store bogstaver", "Skriv f.eks. »DF« eller »R | RV«.")
    return letters


def _read_terms(folder: Path, bodies: Sequence[Body]) -> tuple[Term, ...]:
    rows = _read(folder, TERMS)
    terms = tuple(
        Term(
            slug=row.slug(),
            clock=row.choice("ur", _CLOCKS),
            name=row.text("navn"),
            from_=row.required_day("fra"),
            through=row.required_day("til"),
            source=row.text("kilde"),
        )
        for row in rows
    )
    check_unique(rows, "id", ((term.slug,) for term in terms))
    check_unique(rows, "navn", ((term.name,) for term in terms))
    _check_order(rows, terms)
    _check_clocks(rows, terms)
    return _with_starts(folder, terms, bodies)


def _with_starts(folder: Path, terms: Sequence[Term], bodies: Sequence[Body]) -> tuple[Term, ...]:
    """The terms with the constituent meetings that are known."""
    rows = _read(folder, CONSTITUENT_MEETINGS)
    kkr_terms = {term.name: term for term in terms if term.clock == Clock.KKR}
    councils = _councils(bodies)
    starts: dict[str, list[Dated]] = {term.slug: [] for term in terms}
    for row in rows:
        term = row.reference("periode", kkr_terms, TERMS)
        council = row.reference("kkr", councils, BODIES)
        starts[term.slug].append(Dated(slug=council, from_=_meeting_day(row, term)))
        row.text("kilde")
    check_unique(rows, "kkr", ((f"{row.cells['periode']}, {row.cells['kkr']}",) for row in rows))
    return tuple(replace(term, starts=tuple(starts[term.slug])) for term in terms)


def _meeting_day(row: Row, term: Term) -> date:
    """The day of a constituent meeting; a wrong year is easily written in January."""
    day = row.required_day("dato")
    if abs(day - term.from_) > _NEAR:
        expected = f"en dato nær {term.from_.isoformat()}, hvor {term.name} begynder"
        raise row.wrong("dato", expected, f"Kontrollér årstallet, eller ret »fra« i {TERMS}.")
    return day


def _read_seat_groups(
    folder: Path, bodies: Sequence[Body], terms: Sequence[Term]
) -> tuple[SeatGroup, ...]:
    rows = _read(folder, SEAT_GROUPS)
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
            reappointments=row.optional_number("genudpegning"),
            gender_rule=row.optional("køn"),
            remuneration=row.optional("vederlag"),
            meetings_a_year=row.optional_number("møder"),
            deadline=row.day("frist"),
            legal_basis=row.optional("lovgrundlag"),
            source=row.text("kilde"),
        )
        for row in rows
    )
    check_unique(rows, "id", ((group.slug,) for group in groups))
    return groups


# checks over a whole table


def _check_order(rows: Sequence[Row], entries: Sequence[Region | Party | Term]) -> None:
    for row, entry in zip(rows, entries, strict=True):
        if entry.from_ and entry.through and entry.through < entry.from_:
            expected = f"en dato, der ikke er før {entry.from_.isoformat()}"
            raise row.wrong("til", expected, "Byt om på »fra« og »til«, eller ret en af dem.")


def _check_letters(rows: Sequence[Row], parties: Sequence[Party]) -> None:
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


def _check_clocks(rows: Sequence[Row], terms: Sequence[Term]) -> None:
    for (_, one), (row, other) in combinations(zip(rows, terms, strict=True), 2):
        if one.clock == other.clock and _overlap(one, other):
            expected = f"en periode, der ikke overlapper {one.name}"
            raise row.wrong("fra", expected, "Ret »fra« eller »til« i en af de to perioder.")


def _overlap(one: Party | Term, other: Party | Term) -> bool:
    starts = max(one.from_ or date.min, other.from_ or date.min)
    return starts <= min(one.through or date.max, other.through or date.max)


def _code_hint(row: Row) -> str:
    written = row.cells["kommunekode"]
    if not re.fullmatch(r"[0-9]{3}", written):
        return "Find kommunekoden hos Danmarks Statistik."
    return (
        f"Skriv 0{written}. Excel fjerner nullet foran: formatér kolonnen som tekst, før du gemmer."
    )
