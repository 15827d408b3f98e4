"""The tables under ``data/registry/elections``, read strictly."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from kkr_graph.constitution.calculation.election import (
    COLLECTIVE,
    Cooperation,
    Election,
    ListResult,
    RecordedDraw,
)
from kkr_graph.constitution.calculation.group import Alliance
from kkr_graph.constitution.calculation.lots import WHOLE, Draw
from kkr_graph.errors import ConfigError, RegistryError
from kkr_graph.model import danish
from kkr_graph.model.names import fold
from kkr_graph.model.registry import Registry
from kkr_graph.registry.row import Row
from kkr_graph.registry.table import read_table

ELECTIONS: Final = "elections.csv"
COOPERATIONS: Final = "cooperations.csv"
ALLIANCES: Final = "alliances.csv"
MAYORS: Final = "mayors.csv"
LOTS: Final = "lots.csv"

RESULT_COLUMNS: Final = ("kommunekode", "bogstav", "navn", "stemmer", "mandater", "kilde")
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    ELECTIONS: ("id", "navn", "dato", "kilde"),
    COOPERATIONS: ("valg", "kkr", "listesamarbejde", "kommunekode", "bogstav", "kilde"),
    ALLIANCES: ("valg", "område", "valgforbund", "listeforbund", "liste", "kilde"),
    MAYORS: ("valg", "kommunekode", "bogstav", "kilde"),
    LOTS: (
        "valg",
        "område",
        "beregning",
        "niveau",
        "plads",
        "mellem",
        "udtrukket",
        "dato",
        "kilde",
    ),
}
"""The tables beside those with results, which are named by the election's id."""

_LETTER = re.compile(r"[A-ZÆØÅ*]")
_WHOLE_NUMBER = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+")
_EVERYTHING = "hele området"


def read_election(
    folder: Path, slug: str, registry: Registry, lots: Path | None = None
) -> Election:
    """One election with its cooperations, alliances, mayors and drawings of lots.

    Args:
        folder: ``data/registry/elections``.
        slug: the election's id in ``elections.csv``; its results are in ``<id>.csv``.
        registry: the municipalities that may be named.
        lots: a file of drawings to use instead of ``lots.csv``.

    Raises:
        ConfigError: there is no such election.
        RegistryError: a table is missing or has a mistake; the message names the cell.
    """
    rows = _read(folder, ELECTIONS)
    found = next((row for row in rows if fold(row.slug()) == fold(slug)), None)
    if found is None:
        known = ", ".join(row.slug() for row in rows) or "ingen"
        raise ConfigError(
            f"Valget »{slug}« kendes ikke.", f"Vælg et af dem i {ELECTIONS}: {known}."
        )
    codes = {place.code for place in registry.municipalities}
    identifier = found.slug()
    return Election(
        slug=identifier,
        name=found.text("navn"),
        day=found.required_day("dato"),
        results=read_results(folder / f"{identifier}.csv", codes),
        cooperations=_cooperations(_of(_read(folder, COOPERATIONS), identifier), codes),
        alliances=_alliances(_of(_read(folder, ALLIANCES), identifier)),
        mayors=_mayors(_of(_read(folder, MAYORS), identifier), codes),
        draws=read_draws(folder, identifier, lots),
    )


def read_names(folder: Path) -> Mapping[str, str]:
    """The elections that there are: their ids with what they are called; none without a table.

    Raises:
        RegistryError: the table has a mistake.
    """
    rows = _read(folder, ELECTIONS) if (folder / ELECTIONS).is_file() else ()
    return {row.slug(): row.text("navn") for row in rows}


def read_results(path: Path, codes: Iterable[str]) -> tuple[ListResult, ...]:
    """The results of an election, one row for each list in each municipality.

    Raises:
        RegistryError: the file is missing or has a mistake; the message names the cell.
    """
    known = {code: code for code in codes}
    rows = read_table(path, RESULT_COLUMNS)
    results = tuple(_result(row, known) for row in rows)
    _check_once(rows, "bogstav", ((each.municipality, each.letter) for each in results))
    return results


def _read(folder: Path, name: str) -> tuple[Row, ...]:
    return read_table(folder / name, COLUMNS[name])


def read_draws(folder: Path, slug: str, lots: Path | None = None) -> tuple[RecordedDraw, ...]:
    """The recorded drawings of lots of an election, or those of typed pools.

    A folder without a table of them is one where none was drawn.

    Raises:
        RegistryError: the table has a mistake.
    """
    if lots is None and not (folder / LOTS).is_file():
        return ()
    return _draws(_of(_lots(folder, lots), slug))


def _lots(folder: Path, lots: Path | None) -> tuple[Row, ...]:
    return read_table(lots, COLUMNS[LOTS]) if lots else _read(folder, LOTS)


def _of(rows: Sequence[Row], slug: str) -> tuple[Row, ...]:
    return tuple(row for row in rows if row.text("valg") == slug)


def _result(row: Row, codes: Mapping[str, str]) -> ListResult:
    seats = row.optional("mandater")
    return ListResult(
        municipality=_code(row, codes),
        letter=_letter(row),
        name=row.text("navn"),
        votes=_number(row, "stemmer"),
        seats=None if seats is None else _number(row, "mandater"),
    )


def _code(row: Row, codes: Mapping[str, str]) -> str:
    return row.reference("kommunekode", codes, "municipalities.csv")


def _letter(row: Row) -> str:
    hint = f"Skriv listens bogstav; {COLLECTIVE} er alle lokale lister i ét tal."
    return row.matching("bogstav", _LETTER, "ét stort bogstav", hint)


def _number(row: Row, column: str) -> int:
    hint = "Skriv cifre alene, evt. med punktum mellem tusinder, som 11.207."
    written = row.matching(column, _WHOLE_NUMBER, "et helt tal", hint)
    return int(written.replace(".", ""))


def _check_once(rows: Sequence[Row], column: str, keys: Iterable[tuple[str, ...]]) -> None:
    seen: dict[tuple[str, ...], int] = {}
    for row, key in zip(rows, keys, strict=True):
        earlier = seen.setdefault(key, row.number)
        if earlier != row.number:
            raise RegistryError(
                f"{row.table}, række {row.number}, kolonnen »{column}«: »{', '.join(key)}« står "
                f"også i række {earlier}.",
                "Slet eller ret en af de to rækker.",
            )


def _cooperations(rows: Sequence[Row], codes: Iterable[str]) -> tuple[Cooperation, ...]:
    known = {code: code for code in codes}
    members: dict[tuple[str, str], set[tuple[str, str]]] = {}
    keys = []
    for row in rows:
        council, member = row.text("kkr"), (_code(row, known), _letter(row))
        members.setdefault((council, row.text("listesamarbejde")), set()).add(member)
        keys.append((council, *member))
    _check_once(rows, "bogstav", keys)
    return tuple(
        Cooperation(council=council, name=name, members=frozenset(each))
        for (council, name), each in sorted(members.items())
    )


def _alliances(rows: Sequence[Row]) -> Mapping[str, tuple[Alliance, ...]]:
    """By area: a list for each row, with the alliance and, inside that, the smaller alliance."""
    areas: dict[str, dict[str, dict[str, list[str]]]] = {}
    for row in rows:
        outer = areas.setdefault(row.text("område"), {}).setdefault(row.text("valgforbund"), {})
        outer.setdefault(row.optional("listeforbund") or "", []).append(row.text("liste"))
    _check_once(rows, "liste", ((row.text("område"), row.text("liste")) for row in rows))
    return {
        area: tuple(_alliance(inner) for inner in alliances.values())
        for area, alliances in areas.items()
    }


def _alliance(inner: Mapping[str, Sequence[str]]) -> Alliance:
    within = tuple(Alliance(tuple(lists)) for name, lists in inner.items() if name)
    return Alliance((*within, *inner.get("", ())))


def _mayors(rows: Sequence[Row], codes: Iterable[str]) -> Mapping[str, str]:
    known = {code: code for code in codes}
    _check_once(rows, "kommunekode", ((_code(row, known),) for row in rows))
    return {_code(row, known): _letter(row) for row in rows}


def _draws(rows: Sequence[Row]) -> tuple[RecordedDraw, ...]:
    return tuple(
        RecordedDraw(area=row.text("område"), calculation=row.text("beregning"), draw=_draw(row))
        for row in rows
    )


def _draw(row: Row) -> Draw:
    among, winner = frozenset(row.parts("mellem")), row.text("udtrukket")
    if winner not in among:
        hint = "Skriv en af de lister, der er trukket lod mellem."
        raise row.wrong("udtrukket", f"en af {', '.join(sorted(among))}", hint)
    level = row.text("niveau")
    day = row.required_day("dato")
    return Draw(
        level=WHOLE if level == _EVERYTHING else level,
        seat=_number(row, "plads"),
        among=among,
        winner=winner,
        source=f"lodtrækning {danish.day(day)}, {row.text('kilde')}",
    )
