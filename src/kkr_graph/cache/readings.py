"""What was read from documents before, so that a build reads only those that are new.

An entry is named after all that decides what is read: the document's bytes and name, and a fingerprint
of the program, its readers, the registry and the lookups. It holds JSON below a checksum; an entry that
is damaged, or not what its type says, is as good as none. Nothing but time depends on the cache.

The first line of an entry is what every build asks of every document. Then come the long parts, which
are made only while something is described, and not held: they would be most of the memory.
"""

import hashlib
import json
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Self

from kkr_graph.cache.fingerprint import reading_fingerprint
from kkr_graph.cache.sayings import Sayings
from kkr_graph.cache.sealed import seal, unseal
from kkr_graph.config import Config
from kkr_graph.errors import StoreError
from kkr_graph.model.extract import AgendaLine, Extract
from kkr_graph.model.identity import Mention
from kkr_graph.model.kept import LONG_PARTS, KeptExtract, without_long_parts
from kkr_graph.model.packed import pack, unpack
from kkr_graph.model.report import DocumentReport
from kkr_graph.rdf import Positions, Reading
from kkr_graph.resolve.mentions import mentions_of

_SUFFIX = ".json"
_OPEN = 16  # long parts that are held: of the document that is described, and of those beside it


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What was read from one document, and what every build asks of that."""

    reading: Reading
    mentions: tuple[Mention, ...]
    report: DocumentReport

    @classmethod
    def of(cls, reading: Reading) -> Self:
        """That of a document that has just been read."""
        return cls(
            reading=reading,
            mentions=tuple(mentions_of(reading.extract)),
            report=DocumentReport.of(reading.extract),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Short:
    """The first line of an entry."""

    extract: Extract
    agenda: tuple[AgendaLine, ...]
    positions: Positions
    mentions: tuple[str, ...]  # as sayings
    report: DocumentReport

    @classmethod
    def of(cls, account: Account, sayings: Sayings) -> Self:
        extract = account.reading.extract
        return cls(
            extract=without_long_parts(extract),
            agenda=extract.agenda,
            positions=account.reading.positions,
            mentions=sayings.packed(account.mentions),
            report=account.report,
        )


class ReadingCache:
    """The readings that lie in a folder."""

    def __init__(self, folder: Path, fingerprint: str) -> None:
        self._folder = folder
        self._fingerprint = fingerprint
        self._sayings = Sayings()

    @classmethod
    def of(cls, config: Config) -> "ReadingCache":
        """The cache of an output folder, for the program and the curation as they are now."""
        return cls(config.cache, reading_fingerprint(config))

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

    def get(self, key: str | None) -> Account | None:
        """The reading of this key, if a whole one is there; its long parts are made when asked for."""
        if key is None:
            return None
        path = self._path(key)
        body = unseal(path)
        try:
            return None if body is None else _account(path, body, self._sayings)
        except (ValueError, RecursionError):
            return None

    def put(self, key: str | None, account: Account) -> None:
        """Keep a reading; where it cannot be kept, it is read again next time."""
        if key is None:
            return
        extract = account.reading.extract
        parts = (
            _Short.of(account, self._sayings),
            *(getattr(extract, name) for name in LONG_PARTS),
        )
        lines = (
            json.dumps(pack(part), ensure_ascii=False, separators=(",", ":")) for part in parts
        )
        seal(self._path(key), "\n".join(lines).encode())

    def keep_only(self, keys: Collection[str | None]) -> None:
        """Remove what the last build did not use."""
        with suppress(OSError):
            for entry in self._folder.iterdir():
                if entry.is_file() and not (entry.suffix == _SUFFIX and entry.stem in keys):
                    entry.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}{_SUFFIX}"


def _account(path: Path, body: bytes, sayings: Sayings) -> Account:
    short = unpack(_Short, json.loads(body.partition(b"\n")[0]))
    extract = KeptExtract.of(short.extract, short.agenda, partial(_long_part, path))
    return Account(
        reading=Reading(extract=extract, positions=short.positions),
        mentions=sayings.unpacked(short.mentions, extract.document),
        report=short.report,
    )


@lru_cache(_OPEN)
def _long_part(path: Path, name: str) -> object:
    """A line of an entry that was whole a moment ago."""
    lines = (unseal(path) or b"").split(b"\n")
    try:
        packed = json.loads(lines[1 + list(LONG_PARTS).index(name)])
        return tuple(unpack(LONG_PARTS[name], each) for each in packed)
    except (ValueError, IndexError, RecursionError) as error:
        path.unlink(missing_ok=True)  # so that the next build reads the document anew
        raise StoreError(
            f"{path} er ændret, mens der blev bygget", "Byg igen: kkr-graph build"
        ) from error
