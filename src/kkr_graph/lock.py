"""One build at a time in a folder, and one hand at its files: locks that end with whoever holds them."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from kkr_graph.errors import ConfigError, StoreError

_NAME = ".lock"
_FAR = 1 << 30  # on Windows a locked byte cannot be read: lock one that nobody reads
_MOMENT = 0.02  # seconds, until it is looked again


@contextmanager
def only_build(folder: Path) -> Iterator[None]:
    """Hold a folder, which is made if need be, for as long as the block runs.

    Raises:
        StoreError: Another build holds it, or the folder cannot be written.
    """
    try:
        file = _opened(folder)
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


@contextmanager
def one_hand(folder: Path) -> Iterator[None]:
    """Hold the files of a folder for a moment, after whoever holds them now.

    Raises:
        ConfigError: The folder cannot be written.
    """
    try:
        file = _opened(folder)
    except OSError as error:
        raise ConfigError(
            f"der kan ikke skrives i {folder}: {error.strerror or error}",
            "Se efter, om der er plads på disken og skriveadgang til mappen.",
        ) from error
    with file:
        _wait_for(file)
        yield


def _opened(folder: Path) -> BinaryIO:
    folder.mkdir(parents=True, exist_ok=True)
    return (folder / _NAME).open("a+b", buffering=0)


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

    def _wait_for(file: BinaryIO) -> None:
        while not _take(file):
            time.sleep(_MOMENT)

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

    def _wait_for(file: BinaryIO) -> None:
        with suppress(OSError):  # a drive that knows no locks
            fcntl.flock(file.fileno(), fcntl.LOCK_EX)
