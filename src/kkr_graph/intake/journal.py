"""What was added and taken out through the program: one line for each document, never changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from kkr_graph.config import Config
from kkr_graph.curation.tables import Row, append_rows, read_rows
from kkr_graph.intake.staging import sha256_of

COLUMNS = ("batch", "day", "act", "document", "sha256", "kept")


class Act(StrEnum):
    """What was done with a document."""

    ADDED = "added"
    REMOVED = "removed"
    TAKEN_BACK = "taken-back"  # the undoing of an addition
    PUT_BACK = "put-back"  # the undoing of a removal


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One document of a batch, by its path in the data folder; ``kept`` is where it went."""

    batch: int
    day: date
    act: Act
    document: str
    sha256: str
    kept: str = ""


def read_journal(config: Config) -> tuple[Entry, ...]:
    """All of it, in order; nothing where nothing was added.

    Raises:
        RegistryError: A line has a mistake.
    """
    path = journal_of(config)
    return tuple(_entry(row) for row in read_rows(path, COLUMNS)) if path.is_file() else ()


def append_to_journal(config: Config, entries: Sequence[Entry]) -> None:
    """Write down what was done."""
    append_rows(journal_of(config), COLUMNS, map(_cells, entries))


def journal_of(config: Config) -> Path:
    """The file; it lies with the documents, since it says where they came from."""
    return config.data / "intake.csv"


def next_batch(entries: Sequence[Entry]) -> int:
    """The number of what is done next."""
    return max((entry.batch for entry in entries), default=0) + 1


def standing(config: Config, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The additions whose documents are there still, as they were; the latest first."""
    return tuple(entry for entry in present(config, entries) if entry.act is Act.ADDED)


def present(config: Config, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """What was put in, also again, and is there still, as it was; the latest first."""
    last = {entry.document: entry for entry in entries}
    return tuple(
        entry
        for entry in reversed(entries)
        if not entry.kept and last[entry.document] is entry and _is_there(config, entry)
    )


def taken_out(config: Config, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """What was taken out and is kept still, so that it can be put back; the latest first."""
    last = {entry.kept: entry for entry in entries}
    return tuple(
        entry
        for entry in reversed(entries)
        if entry.kept and last[entry.kept] is entry and (config.data / entry.kept).is_file()
    )


def _is_there(config: Config, entry: Entry) -> bool:
    path = config.data / entry.document
    return path.is_file() and sha256_of(path) == entry.sha256


def _entry(row: Row) -> Entry:
    batch, act = row.required("batch"), row.required("act")
    row.required("day")
    day = row.day("day")
    assert day is not None
    if not (batch.isascii() and batch.isdigit()):
        raise row.mistake(f"»{batch}« i kolonnen batch er ikke et tal")
    if act not in tuple(Act):
        raise row.mistake(f"»{act}« i kolonnen act er ikke et af ordene {', '.join(Act)}")
    return Entry(
        batch=int(batch),
        day=day,
        act=Act(act),
        document=row.required("document"),
        sha256=row.required("sha256"),
        kept=row.text("kept") or "",
    )


def _cells(entry: Entry) -> list[str]:
    return [str(getattr(entry, column)) for column in COLUMNS]
