"""The quads of the parts of a graph, as lines: of each document, and of what all have in common."""

import zlib
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from kkr_graph.cache.sealed import seal, unseal
from kkr_graph.config import Config

_SUFFIX = ".part"
_LEVEL = 1  # the lines of a document are so alike that the quickest is good enough


class PartCache:
    """The parts that lie in a folder, each under a name that says all that decides its lines."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @classmethod
    def of(cls, config: Config) -> "PartCache":
        """The parts that the last build left."""
        return cls(config.cache / "graph")

    def get(self, name: str) -> bytes | None:
        """The lines of this name, if they are there whole."""
        body = unseal(self._path(name))
        try:
            return None if body is None else zlib.decompress(body)
        except zlib.error:
            return None

    def put(self, name: str, lines: bytes) -> None:
        """Keep lines; where they cannot be kept, they are made again."""
        seal(self._path(name), zlib.compress(lines, _LEVEL))

    def __contains__(self, name: str) -> bool:
        return self._path(name).is_file()

    def keep_only(self, names: Collection[str]) -> None:
        """Remove what the graph does not consist of any more."""
        with suppress(OSError):
            for entry in self._folder.iterdir():
                if entry.suffix == _SUFFIX and entry.stem not in names:
                    entry.unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}{_SUFFIX}"
