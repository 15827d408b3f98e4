"""One build at a time in a folder: a lock that ends with the process that holds it."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from kkr_graph.errors import StoreError

_NAME = ".lock"
_FAR = 1 << 30  # on Windows a locked byte cannot be read: lock one that nobody reads


@contextmanager
def only_build(folder: Path) -> Iterator[None]:
    """Hold a folder, which is made if need be, for as long as the block runs.

    Raises:
        StoreError: Another build holds it, or the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / _NAME).open("a+b", buffering=0)
    except OSError as error:
        raise StoreError(
            f"grafen kan ikke skrives i {folder}: {error.strerror or error}",
            "Se efter, om der er plads på disken og skriveadgang, og luk filer, der er åbne.",
        ) from error
    with file:
        if not _take(file):
            raise StoreError(
                f"en anden bygning er i gang i {folder}{_holder(file)}",
                "Vent, til den er færdig, eller byg i en anden mappe med --out.",
            )
        file.truncate(0)
        file.write(f"{os.getpid()}\n".encode())
        yield


def _holder(file: BinaryIO) -> str:
    """Which process says that it holds the folder; for the reader alone, nothing depends on it."""
    number = b""
    with suppress(OSError):
        file.seek(0)
        number = file.read(20).strip()
    return f" (proces {number.decode()})" if number.isdigit() else ""


if sys.platform == "win32":  # pragma: no cover - the other system
    import msvcrt

    def _take(file: BinaryIO) -> bool:
        file.seek(_FAR)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _take(file: BinaryIO) -> bool:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a drive that knows no locks: better built than not
            return True
        return True
