"""A file replaced in one step: a reader and a crash meet what stood there or what is new, never a part."""

import os
import time
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

_TRIES, _MOMENT = 10, 0.05  # Windows replaces no file that is open, and a reader is soon done


def replace_file(path: Path, content: bytes) -> None:
    """Write beside the file and move into its place.

    Raises:
        OSError: It cannot be written; a ``PermissionError`` where Windows lets another program hold it.
    """
    with replacing(path) as file:
        file.write(content)


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """The same for what is written bit by bit: where the block fails, the old file stays.

    Who may read a file stays as it was; of a new one the system decides.
    """
    beside = path.with_name(f".{path.name}.{os.urandom(4).hex()}")
    try:
        with beside.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            beside.chmod(path.stat().st_mode & 0o777)
        _move(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def _move(beside: Path, path: Path) -> None:
    for _ in range(_TRIES - 1):
        try:
            beside.replace(path)
        except PermissionError:
            time.sleep(_MOMENT)
        else:
            return
    beside.replace(path)


def state_of(path: Path) -> Hashable:
    """What changes when a file is replaced; None where there is none."""
    try:
        told = path.stat()
    except OSError:
        return None
    return told.st_mtime_ns, told.st_size, told.st_ino
