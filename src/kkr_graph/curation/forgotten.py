"""Tombstones: identities that were erased, without a name, so that nobody is given them again."""

from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path

from kkr_graph.curation.tables import append_rows, read_rows, remove_rows
from kkr_graph.iri import tombstone

COLUMNS = ("identity", "day")


def read_forgotten(path: Path) -> frozenset[str]:
    """All of them; none where there is no file.

    Raises:
        RegistryError: A line of it has a mistake.
    """
    if not path.is_file():
        return frozenset()
    return frozenset(row.required("identity") for row in read_rows(path, COLUMNS))


def bury(path: Path, slugs: Iterable[str], *, day: date) -> None:
    """Write down that nobody is to be given these slugs again."""
    known = read_forgotten(path)
    new = [stone for slug in slugs if (stone := tombstone(slug)) not in known]
    if new:
        append_rows(path, COLUMNS, [[stone, day.isoformat()] for stone in new])


def unearth(path: Path, slugs: Collection[str]) -> None:
    """Take tombstones away again of those who were not erased after all."""
    stones = {tombstone(slug) for slug in slugs}
    if stones & read_forgotten(path):
        remove_rows(path, lambda cells: cells[0].strip() in stones)
