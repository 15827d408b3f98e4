"""Documents put into the data folder and taken out of it, all of them or none."""

import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kkr_graph.config import Config
from kkr_graph.curation.ledger import read_ledger
from kkr_graph.errors import ConfigError, SourceError
from kkr_graph.files import replace_file
from kkr_graph.intake.journal import (
    Act,
    Entry,
    append_to_journal,
    journal_of,
    next_batch,
    present,
    read_journal,
    standing,
    taken_out,
)
from kkr_graph.intake.names import free_name, same
from kkr_graph.intake.staging import sha256_of
from kkr_graph.model.extract import DocumentKind

MINUTES, APPOINTMENTS = "minutes", "appointments"
REMOVED = "removed"  # below the data folder, by day; no build looks there


class NameTaken(ConfigError):
    """Another document has that name; ``free`` is one that none has."""

    @property
    def free(self) -> str:
        """A name that is free."""
        return str(self.args[2])


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """A file to be copied into the data folder, as it was when it was looked at."""

    source: Path
    sha256: str
    document: str  # its path in the data folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is to be done with the documents; nothing, to build what is there."""

    additions: tuple[Addition, ...] = ()
    removals: tuple[str, ...] = ()  # documents, by their paths in the data folder
    undoes: bool = False  # it takes a change back, so it is none to be taken back itself


def document_name(kind: DocumentKind, name: str) -> str:
    """Where a document of a kind lies in the data folder."""
    folder = APPOINTMENTS if kind is DocumentKind.APPOINTMENT_LIST else MINUTES
    return f"{folder}/{name}"


def free_document_name(
    config: Config,
    document: str,
    *,
    promised: Collection[str] = (),
    leaving: Collection[str] = (),
) -> str:
    """The same name, or the next that is free.

    Args:
        config: The folders.
        document: A path in the data folder.
        promised: Documents that are about to be put in, whose names are taken as well.
        leaving: Documents that are about to be taken out, whose names are free.
    """
    folder, _, name = document.rpartition("/")
    there = {f"{folder}/{each}" for each in _names_in(config.data / folder)} - set(leaving)
    taken = [each.removeprefix(f"{folder}/") for each in (*there, *promised)]
    return f"{folder}/{free_name(name, taken)}"


def _names_in(folder: Path) -> list[str]:
    with suppress(OSError):
        return [path.name for path in folder.iterdir()]
    return []


# --- taking back ----------------------------------------------------------------------------


def undoing(config: Config, batch: int | None = None) -> Change:
    """What takes a batch back, the latest that added something unless another is named.

    What it put in goes out, and what it took out or replaced comes back; under a free name where
    another document has got its own meanwhile.

    Raises:
        ConfigError: There is no such batch, or nothing is left of it.
        RegistryError: The journal has a mistake.
    """
    entries = read_journal(config)
    if batch is None:
        batch = next((entry.batch for entry in standing(config, entries)), None)
    removals = tuple(each.document for each in present(config, entries) if each.batch == batch)
    returning = [each for each in taken_out(config, entries) if each.batch == batch]
    if not removals and not returning:
        raise ConfigError(
            "der er ingen indlæsning at fortryde",
            "Se, hvad der er indlæst, med: kkr-graph add --list",
        )
    return Change(
        additions=tuple(_back(config, entry, removals) for entry in reversed(returning)),
        removals=removals,
        undoes=True,
    )


def _back(config: Config, entry: Entry, leaving: Collection[str]) -> Addition:
    return Addition(
        source=config.data / entry.kept,
        sha256=entry.sha256,
        document=free_document_name(config, entry.document, leaving=leaving),
    )


def to_forget(config: Config) -> frozenset[str]:
    """The people who were first met in a document that was taken out, now or before.

    Those whom another document names stay all the same: the build sees to that.
    """
    gone: set[str] = set()
    for entry in read_journal(config):
        is_gone = entry.act in (Act.REMOVED, Act.TAKEN_BACK)
        (gone.add if is_gone else gone.discard)(entry.sha256[:16])
    return frozenset(
        entry.slug
        for entry in read_ledger(config.ledger)
        if (entry.mention or "").partition(":")[0] in gone
    )


# --- doing it -------------------------------------------------------------------------------


@contextmanager
def applied(config: Config, change: Change, *, day: date) -> Iterator[None]:
    """Do it, and take all of it back if the block fails: documents, journal and ledger.

    The caller holds the output folder, so that no build sees half of it.

    Raises:
        ConfigError: A document is not there, or was changed since it was looked at.
        NameTaken: Another document has the name.
        SourceError: A file cannot be moved.
    """
    with ExitStack() as taken_back:
        for path in (config.ledger, journal_of(config)):
            taken_back.callback(_restore, path, path.read_bytes() if path.is_file() else None)
        doing = _Doing(config, change, day, taken_back)
        entries = [
            *map(doing.take_out, change.removals),
            *map(doing.put_in, change.additions),
        ]
        if entries:
            append_to_journal(config, entries)
        yield
        taken_back.pop_all()  # it stands


def _restore(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    elif path.read_bytes() != content:
        replace_file(path, content)


class _Doing:
    """One change in the making; what was done so far can be taken back."""

    def __init__(self, config: Config, change: Change, day: date, taken_back: ExitStack) -> None:
        self._data = config.data
        self._batch = next_batch(read_journal(config))
        self._undoes = change.undoes
        self._day = day
        self._taken_back = taken_back

    def take_out(self, document: str) -> Entry:
        """Move a document to where those of the day are kept."""
        path = self._data / document
        if not path.is_file():
            raise ConfigError(
                f"{document} er der ikke længere", "Se, hvad der er indlæst, og prøv igen."
            )
        folder = self._data / REMOVED / self._day.isoformat() / Path(document).parent
        sha256 = sha256_of(path)
        with _told(document):
            folder.mkdir(parents=True, exist_ok=True)
            kept = folder / free_name(path.name, _names_in(folder))
            _move(path, kept)
        self._taken_back.callback(_move_back, kept, path, self._data)
        act = Act.TAKEN_BACK if self._undoes else Act.REMOVED
        return self._entry(act, document, sha256, kept.relative_to(self._data).as_posix())

    def put_in(self, addition: Addition) -> Entry:
        """Copy a file into the data folder."""
        path = self._data / addition.document
        _refuse_taken(path, addition.document)
        with _told(path.name):
            _copy_in(addition, path)
        self._taken_back.callback(path.unlink, missing_ok=True)
        if addition.source.is_relative_to(self._data / REMOVED):  # it is in use again
            with suppress(OSError):
                addition.source.unlink()
                self._taken_back.callback(shutil.copyfile, path, addition.source)
        act = Act.PUT_BACK if self._undoes else Act.ADDED
        return self._entry(act, addition.document, addition.sha256)

    def _entry(self, act: Act, document: str, sha256: str, kept: str = "") -> Entry:
        return Entry(
            batch=self._batch, day=self._day, act=act, document=document, sha256=sha256, kept=kept
        )


def _refuse_taken(path: Path, document: str) -> None:
    taken = _names_in(path.parent)
    if same(path.name) in map(same, taken):
        free = free_name(path.name, taken)
        raise NameTaken(
            f"der ligger allerede et andet dokument, der hedder {document}",
            f"Giv det nye et andet navn, som {free}.",
            free,
        )


def _copy_in(addition: Addition, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        shutil.copyfile(addition.source, beside)
        _flush(beside)
        if sha256_of(beside) != addition.sha256:
            raise ConfigError(
                f"{addition.source.name} er ændret, siden du så den", "Se den igennem igen."
            )
        _move(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def _move(source: Path, target: Path) -> None:
    """Move a file within a drive, never over another."""
    try:
        target.hardlink_to(source)
    except FileExistsError:
        raise
    except OSError:  # a drive without links
        with source.open("rb") as old, target.open("xb") as new:
            shutil.copyfileobj(old, new)
    source.unlink(missing_ok=True)


def _move_back(kept: Path, path: Path, data: Path) -> None:
    _move(kept, path)
    for folder in kept.parents:
        if folder == data or not folder.is_relative_to(data):
            return
        with suppress(OSError):  # not empty: it was there before
            folder.rmdir()


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


@contextmanager
def _told(name: str) -> Iterator[None]:
    """A file that cannot be moved is told as such."""
    try:
        yield
    except OSError as error:
        raise SourceError(
            f"filen {name} kan ikke lægges på plads ({error.strerror or error})",
            "Luk filen i andre programmer, se efter, om der er plads og skriveadgang, og prøv igen.",
        ) from error
