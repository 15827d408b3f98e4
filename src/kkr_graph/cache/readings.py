"""What was read from documents before, so that a build reads only those that are new.

An entry is named after all that decides what is read: the document's bytes and name, and a fingerprint
of the program, its readers, the registry and the lookups. It holds JSON below a checksum; an entry that
is damaged, or not what its type says, is as good as none. Nothing but time depends on the cache.
"""

import hashlib
import json
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from kkr_graph.cache.fingerprint import reading_fingerprint
from kkr_graph.cache.sealed import seal, unseal
from kkr_graph.config import Config
from kkr_graph.model.packed import pack, unpack
from kkr_graph.rdf import Reading

_SUFFIX = ".json"


class ReadingCache:
    """The readings that lie in a folder."""

    def __init__(self, folder: Path, fingerprint: str) -> None:
        self._folder = folder
        self._fingerprint = fingerprint

    @classmethod
    def of(cls, config: Config) -> "ReadingCache":
        """The cache of an output folder, for the program and the curation as they are now."""
        return cls(config.out / "cache", reading_fingerprint(config))

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
        body = unseal(self._path(key))
        try:
            return None if body is None else unpack(Reading, json.loads(body))
        except (ValueError, RecursionError):
            return None

    def put(self, key: str | None, reading: Reading) -> None:
        """Keep a reading; where it cannot be kept, it is read again next time."""
        if key is None:
            return
        body = json.dumps(pack(reading), ensure_ascii=False, separators=(",", ":")).encode()
        seal(self._path(key), body)

    def keep_only(self, keys: Collection[str | None]) -> None:
        """Remove what the last build did not use."""
        with suppress(OSError):
            for entry in self._folder.iterdir():
                if entry.is_file() and not (entry.suffix == _SUFFIX and entry.stem in keys):
                    entry.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}{_SUFFIX}"
