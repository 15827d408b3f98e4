"""A workbook of seat groups taken into the registry: wholly, and only if every cell is right."""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from kkr_graph.errors import RegistryError
from kkr_graph.registry.entries import SEAT_GROUPS, read_registry
from kkr_graph.registry.workbook import from_workbook, rows_by_id, to_table


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatImport:
    """The table that a workbook makes, and which groups it adds, changes and takes away."""

    table: bytes
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]


def read_import(workbook: Path, folder: Path) -> SeatImport:
    """What a workbook would make of the seat groups of a registry folder; nothing is written.

    Raises:
        RegistryError: a cell is not as it must be; the message names the workbook and the row.
    """
    rows = from_workbook(workbook)
    with tempfile.TemporaryDirectory() as beside:
        trial = Path(beside)
        for table in folder.glob("*.csv"):
            shutil.copy(table, trial / table.name)
        (trial / SEAT_GROUPS).write_bytes(to_table(rows, keep_empty=True))
        try:
            read_registry(trial)
        except RegistryError as error:
            told = str(error).replace(SEAT_GROUPS, workbook.name)
            raise RegistryError(told, error.hint) from error
        after = rows_by_id(trial)
    before = rows_by_id(folder)
    return SeatImport(
        table=to_table(rows),
        added=tuple(slug for slug in after if slug not in before),
        changed=tuple(
            slug for slug in after if slug in before and after[slug].cells != before[slug].cells
        ),
        removed=tuple(slug for slug in before if slug not in after),
    )
