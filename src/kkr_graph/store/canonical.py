"""``graph.nq``, the canonical copy: sorted lines, written from parts or from what was there before.

Neither holds the graph in memory: the parts are sorted by pieces that are merged, and of a file
that changes in some lines all between them is copied as it lies.
"""

import hashlib
import heapq
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import IO

from kkr_graph.model.difference import Difference
from kkr_graph.model.lines import SortedLines

_PIECE = 16 * 1024 * 1024  # bytes of lines that are sorted at a time
_COPIED = 1024 * 1024  # bytes that are copied at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file of quads as it was written."""

    sha256: str
    quads: int


class OtherContentError(ValueError):
    """The file is not the one that the difference was taken from."""


def digest_of(file: Path) -> str:
    """The SHA-256 of a file.

    Raises:
        OSError: It cannot be read.
    """
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def write_lines(parts: Iterable[bytes], target: Path) -> Written:
    """Write the lines of several parts sorted, each line once."""
    with ExitStack() as pieces, _Writer(target) as writer:
        files = [pieces.enter_context(piece) for piece in _sorted_pieces(parts)]
        for line, _ in groupby(heapq.merge(*files)):
            writer.write(line, 1)
        return writer.written()


def _sorted_pieces(parts: Iterable[bytes]) -> Iterator[IO[bytes]]:
    lines: list[bytes] = []
    held = 0
    for part in parts:
        lines += part.splitlines(keepends=True)
        held += len(part)
        if held >= _PIECE:
            yield _piece(lines)
            lines, held = [], 0
    yield _piece(lines)


def _piece(lines: list[bytes]) -> IO[bytes]:
    file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by who merges them
    file.writelines(sorted(lines))
    file.seek(0)
    return file


def write_changed(before: Path, difference: Difference, target: Path, quads: int) -> Written:
    """Write a file of so many quads anew as ``target``, with some lines gone and others come.

    Raises:
        OtherContentError: A line that is to go is not there, or one that is to come is.
    """
    with before.open("rb") as file, _Writer(target, quads) as writer:
        old = SortedLines(file)
        at = 0
        gone = frozenset(difference.gone)
        for line in sorted(difference.lines):
            place = old.place(line, at)
            writer.copy(file, at, place)
            is_there = file.read(len(line)) == line
            if is_there != (line in gone):
                raise OtherContentError(f"{before} has other lines than it had")
            at = place + len(line) if is_there else place
            if not is_there:
                writer.write(line, 0)
        writer.copy(file, at, old.size)
        return writer.written(len(difference.come) - len(difference.gone))


class _Writer:
    """Writes a file to the disk, and counts and hashes on the way."""

    def __init__(self, target: Path, quads: int = 0) -> None:
        self._file = target.open("wb")
        self._hash = hashlib.sha256()
        self._quads = quads

    def __enter__(self) -> "_Writer":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, content: bytes, quads: int) -> None:
        self._file.write(content)
        self._hash.update(content)
        self._quads += quads

    def copy(self, source: IO[bytes], start: int, end: int) -> None:
        """Write what stands in another file, by pieces; it is read on from the end."""
        source.seek(start)
        for at in range(start, end, _COPIED):
            self.write(source.read(min(_COPIED, end - at)), 0)

    def written(self, more: int = 0) -> Written:
        self._file.flush()
        os.fsync(self._file.fileno())
        return Written(sha256=self._hash.hexdigest(), quads=self._quads + more)
