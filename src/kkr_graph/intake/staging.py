"""Documents that wait for a person to confirm them: below the output folder, outside the data."""

import hashlib
import re
import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from kkr_graph.config import Config
from kkr_graph.errors import ConfigError, StoreError
from kkr_graph.intake.names import clean_name
from kkr_graph.iri import digest
from kkr_graph.model.names import danish_sort_key

_ID = re.compile(r"[0-9a-f]{16}")
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """A file that waits. ``id`` is made of its name and its content."""

    id: str
    path: Path

    @property
    def name(self) -> str:
        """What it will be called."""
        return self.path.name

    @property
    def sha256(self) -> str:
        """Of its content."""
        return sha256_of(self.path)


def stage(config: Config, sent: str, content: IO[bytes]) -> Staged:
    """Keep a file for a preview; the same file under the same name is kept once.

    Raises:
        StoreError: It cannot be written.
    """
    name, folder = clean_name(sent), _folder(config)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        beside = Path(tempfile.mkdtemp(dir=folder, prefix=".new-"))
        try:
            sha256 = _copy(content, beside / name)
            home = folder / digest(sha256, name)
            _keep(beside, home)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise StoreError(
            f"filen {name} kan ikke gemmes i {folder}: {error.strerror or error}",
            "Se efter, om der er plads på disken og skriveadgang.",
        ) from error
    return Staged(id=home.name, path=home / name)


def _keep(beside: Path, home: Path) -> None:
    try:
        beside.rename(home)
    except OSError:
        if not home.is_dir():  # else the same was sent before, or just now
            raise


def _copy(content: IO[bytes], path: Path) -> str:
    told = hashlib.sha256()
    with path.open("xb") as file:
        while chunk := content.read(_CHUNK):
            told.update(chunk)
            file.write(chunk)
    return told.hexdigest()


def list_staged(config: Config) -> tuple[Staged, ...]:
    """What waits, by name."""
    with suppress(OSError):
        found = [_found(home) for home in _folder(config).iterdir() if _ID.fullmatch(home.name)]
        waiting = [staged for staged in found if staged is not None]
        return tuple(sorted(waiting, key=lambda each: (danish_sort_key(each.name), each.id)))
    return ()


def find_staged(config: Config, staged_id: str) -> Staged:
    """One that waits.

    Raises:
        ConfigError: There is none of that id.
    """
    home = _folder(config) / staged_id
    staged = _found(home) if _ID.fullmatch(staged_id) and home.is_dir() else None
    if staged is None:
        raise ConfigError(
            "dokumentet venter ikke længere på at blive bekræftet",
            "Det er bekræftet eller fjernet. Læg det ind igen, hvis det mangler.",
        )
    return staged


def _found(home: Path) -> Staged | None:
    files = [path for path in home.iterdir() if path.is_file()]
    return Staged(id=home.name, path=files[0]) if len(files) == 1 else None


def discard(staged: Staged) -> None:
    """Keep it no longer."""
    shutil.rmtree(staged.path.parent, ignore_errors=True)


def sha256_of(path: Path) -> str:
    """The hash of a file's content."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _folder(config: Config) -> Path:
    return config.out / "intake"
