"""What was read from documents before, so that a build reads only those that are new.

An entry is named after all that decides what is read: the document's bytes and name, and a fingerprint
of the program, its readers, the registry and the lookups. It holds JSON below a checksum; an entry that
is damaged, or not what its type says, is as good as none. Nothing but time depends on the cache.
"""

import hashlib
import json
import os
import platform
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from kkr_graph.config import Config
from kkr_graph.model.packed import pack, unpack
from kkr_graph.rdf import Reading

_READERS = ("defusedxml", "openpyxl", "pypdfium2", "rapidfuzz")
_SUFFIX = ".json"


class ReadingCache:
    """The readings that lie in a folder."""

    def __init__(self, folder: Path, fingerprint: str) -> None:
        self._folder = folder
        self._fingerprint = fingerprint

    @classmethod
    def of(cls, config: Config) -> "ReadingCache":
        """The cache of an output folder, for the program and the curation as they are now."""
        return cls(config.out / "cache", _fingerprint(config))

    def key(self, path: Path, name: str) -> str | None:
        """What a reading of this file is called; None where the file cannot be opened."""
        try:
            with path.open("rb") as stream:
                content = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError:
            return None
        return hashlib.sha256(f"{self._fingerprint}\0{content}\0{name}".encode()).hexdigest()

    def __contains__(self, key: str | None) -> bool:
        return key is not None and self._path(key).is_file()

    def get(self, key: str | None) -> Reading | None:
        """The reading of this key, if a whole one is there."""
        if key is None:
            return None
        try:
            checksum, _, body = self._path(key).read_bytes().partition(b"\n")
            if hashlib.sha256(body).hexdigest().encode() != checksum:
                return None
            return unpack(Reading, json.loads(body))
        except (OSError, ValueError, RecursionError):
            return None

    def put(self, key: str | None, reading: Reading) -> None:
        """Keep a reading; where it cannot be kept, it is read again next time."""
        if key is None:
            return
        body = json.dumps(pack(reading), ensure_ascii=False, separators=(",", ":")).encode()
        beside = self._path(key).with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
            beside.replace(self._path(key))

    def keep_only(self, keys: Collection[str | None]) -> None:
        """Remove what the last build did not use."""
        with suppress(OSError):
            for entry in self._folder.iterdir():
                if entry.suffix != _SUFFIX or entry.stem not in keys:
                    entry.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}{_SUFFIX}"


def _fingerprint(config: Config) -> str:
    """Of the whole program, since it is not known which of its lines decide what is read."""
    told = hashlib.sha256(platform.python_version().encode())
    for reader in _READERS:
        told.update(f"{reader} {version(reader)}\n".encode())
    for path, name in _decisive(config):
        content = path.read_bytes()
        told.update(f"{name} {len(content)}\n".encode())
        told.update(content)
    return told.hexdigest()


def _decisive(config: Config) -> Iterator[tuple[Path, str]]:
    program = Path(str(files("kkr_graph")))
    yield from _inside(program, sorted(program.rglob("*.py")))
    for folder in (config.registry, config.lookups):
        yield from _inside(folder, sorted(path for path in folder.rglob("*") if path.is_file()))


def _inside(folder: Path, paths: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    yield from ((path, path.relative_to(folder).as_posix()) for path in paths)
