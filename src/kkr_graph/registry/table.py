"""Tables that staff edit in Excel, as rows."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from kkr_graph.errors import RegistryError
from kkr_graph.model.names import clean, fold
from kkr_graph.registry.row import Row


def read_table(path: Path, expected: Sequence[str]) -> tuple[Row, ...]:
    """The rows of a table with these columns, in any order; empty rows do not count.

    Between the cells stands ``;``, as Danish Excel writes it, or ``,``.
    """
    text = _read_text(path)
    heading = text.partition("\n")[0]
    delimiter = ";" if heading.count(";") >= heading.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        records = list(reader)
    except csv.Error as error:
        raise RegistryError(
            f"{path.name}, linje {reader.line_num}: anførselstegnene passer ikke sammen.",
            "Ret dem, eller åbn filen i Excel og gem den igen.",
        ) from error
    columns = _columns(path.name, records[0] if records else [], expected)
    rows = [_row(path.name, columns, at, cells) for at, cells in enumerate(records[1:], start=2)]
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


def _columns(name: str, heading: Sequence[str], expected: Sequence[str]) -> list[str]:
    """The headings, which must be those of the table; Excel may add nameless ones at the end."""
    found = [clean(cell).casefold() for cell in heading]
    while found and not found[-1]:
        found.pop()
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


def _row(name: str, columns: Sequence[str], number: int, cells: Sequence[str]) -> Row:
    values = [clean(cell) for cell in cells]
    if any(values[len(columns) :]):
        raise RegistryError(
            f"{name}, række {number}: der er flere celler end de {len(columns)} kolonner.",
            "Sæt tekst med semikolon eller komma i anførselstegn, eller ret rækken i Excel.",
        )
    padded = values + [""] * (len(columns) - len(values))  # some programs drop empty cells
    return Row(table=name, number=number, cells=dict(zip(columns, padded, strict=False)))


def check_unique(rows: Sequence[Row], column: str, names: Iterable[Iterable[str]]) -> None:
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
