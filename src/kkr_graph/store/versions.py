"""Versions of the store on disk, and which of them is read; ``draft`` makes the next one.

A version of the store is a folder; the file ``CURRENT`` names the one that is read. Readers see
the old version or the new one, never half of either. Beside the named graphs a version holds
their merge as the default graph: the engine's own union of graphs answers twice when two
documents say the same.
"""

from collections.abc import Hashable
from pathlib import Path

import pyoxigraph as ox

from kkr_graph.errors import StoreError
from kkr_graph.files import state_of

UNREADABLE = (OSError, RuntimeError)
"""What the engine raises where a store cannot be read; its own "Corruption" is a RuntimeError."""

POINTER = "CURRENT"


def is_there(folder: Path) -> bool:
    """Whether a version was ever swapped in."""
    return (folder / POINTER).is_file()


def open_current(folder: Path) -> ox.Store:
    """The version that is read now.

    Raises:
        StoreError: it is damaged.
    """
    version = _current(folder)
    while True:
        try:
            return ox.Store.read_only(str(folder / version))
        except UNREADABLE as error:
            newest = _current(folder)  # swapped away between reading the pointer and opening
            if newest == version:
                raise _damaged(folder, error) from error
            version = newest


def _current(folder: Path) -> str:
    version = _pointed_at(folder)
    while not version or not (folder / version).is_dir() or Path(version).name != version:
        newest = _pointed_at(folder)  # swapped away between reading the pointer and looking
        if newest == version:
            raise _damaged(folder, "pegepinden CURRENT viser ikke på en version")
        version = newest
    return version


def _pointed_at(folder: Path) -> str:
    try:
        return (folder / POINTER).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise _damaged(folder, error) from error


def _damaged(folder: Path, why: object) -> StoreError:
    return StoreError(
        f"Grafen i {folder} er beskadiget ({why}).", "Kør kkr-graph build for at bygge den igen."
    )


def is_whole(folder: Path, digest: str) -> bool:
    """Whether the store in ``folder`` was loaded from the quads of this SHA-256, and can be read."""
    try:
        version = _current(folder)
        return version.startswith(digest[:16]) and bool(ox.Store.read_only(str(folder / version)))
    except (StoreError, *UNREADABLE):
        return False


def version_of(build: Path) -> Hashable:
    """What changes when the graph in a build folder is built again; None where there is none."""
    for file in (build / "store" / POINTER, build / "graph.nq"):
        if (state := state_of(file)) is not None:
            return file.name, state
    return None
