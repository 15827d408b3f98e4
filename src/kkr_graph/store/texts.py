"""The text of each document that was read, kept beside the graph, so that passages have surroundings.

The graph holds quotes with their positions. The positions count in the characters of these texts,
whatever the document's format, so whoever shows a passage need not read the document again.
"""

import os
import re
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_SHA256 = re.compile(r"[0-9a-f]{64}")
_SUFFIX = ".txt"


@dataclass(frozen=True, slots=True)
class KeptTexts:
    """The texts in a folder, by the hash of the document."""

    folder: Path

    def put(self, sha256: str, text: str) -> None:
        """Keep a text; where it cannot be kept, pages show the quotes alone."""
        path = self._path(sha256)
        if path is None:
            return
        beside = path.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(text.encode("utf-8"))
            beside.replace(path)

    def get(self, sha256: str) -> str | None:
        """The text, if it is there."""
        path = self._path(sha256)
        try:
            return path.read_bytes().decode("utf-8") if path else None
        except (OSError, UnicodeDecodeError):
            return None

    def __contains__(self, sha256: str) -> bool:
        path = self._path(sha256)
        return path is not None and path.is_file()

    @property
    def hashes(self) -> frozenset[str]:
        """The documents whose text is there."""
        return frozenset(
            entry.stem for entry in self.folder.glob(f"*{_SUFFIX}") if _SHA256.fullmatch(entry.stem)
        )

    def keep_only(self, hashes: Collection[str]) -> None:
        """Remove those of documents that are there no more."""
        with suppress(OSError):
            for entry in self.folder.iterdir():
                if entry.suffix != _SUFFIX or entry.stem not in hashes:
                    entry.unlink(missing_ok=True)

    def _path(self, sha256: str) -> Path | None:
        return self.folder / f"{sha256}{_SUFFIX}" if _SHA256.fullmatch(sha256) else None
