"""Sorted lines of a file: where one stands, and all of them by pieces, of which none is held for long."""

from collections.abc import Iterator
from typing import IO

_NEAR = 4096  # bytes
_PIECE = 1024 * 1024  # bytes of lines that are held at a time


class SortedLines:
    """A file of sorted lines, which nobody changes meanwhile."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.size = file.seek(0, 2)

    def place(self, line: bytes, low: int = 0) -> int:
        """Where the first line that is not before ``line`` begins, from the beginning of one on.

        It is looked for nearby at first: lines that are looked for one after the other are neighbours.
        """
        high, width = self.size, _NEAR
        while low < high:
            middle = min((low + high) // 2, low + width)
            width *= 2
            begin = middle + len(self._line(middle)) if middle > low else low
            if begin >= high:  # the middle lies in the last line
                begin = low
            here = self._line(begin)
            if here < line:
                low = begin + len(here)
            else:
                high = begin
        return low

    def beginning_with(self, start: bytes) -> bytes:
        """All lines that begin like this."""
        self._file.seek(self.place(start))
        lines = []
        while (line := self._file.readline()).startswith(start):
            lines.append(line)
        return b"".join(lines)

    def pieces(self) -> Iterator[bytes]:
        """All lines, some at a time; others may be looked for meanwhile."""
        at = 0
        while at < self.size:
            self._file.seek(at)
            piece = b"".join(self._file.readlines(_PIECE))
            at += len(piece)
            yield piece

    def _line(self, at: int) -> bytes:
        """What is left of the line, from this place on."""
        self._file.seek(at)
        return self._file.readline()
