"""The ledger of people: identifiers frozen at birth, one line each, in the order of birth."""

import re
from collections.abc import Collection, Sequence
from pathlib import Path

from kkr_graph.curation.tables import Row, append_rows, read_rows, remove_rows
from kkr_graph.errors import ConfigError
from kkr_graph.model.identity import LedgerEntry

COLUMNS = ("slug", "name", "municipality", "party", "organization", "body", "since", "mention")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def read_ledger(path: Path) -> tuple[LedgerEntry, ...]:
    """Everybody in the ledger, in the order of birth.

    Raises:
        ConfigError: There is no such file.
        RegistryError: A line of it has a mistake.
    """
    if not path.is_file():
        raise ConfigError(
            f"Filen {path} med personernes faste identiteter mangler, så der bygges ikke: "
            "uden den ville alle personer få nye adresser, og gamle links ville pege forkert.",
            "Hent filen frem igen. Begynder du et nyt datasæt, så opret den som en tom fil med "
            f"netop denne ene linje: {','.join(COLUMNS)}",
        )
    entries: dict[str, LedgerEntry] = {}
    for row in read_rows(path, COLUMNS):
        entry = _entry(row)
        if entry.slug in entries:
            raise row.mistake(f"identiteten {entry.slug} står der allerede")
        entries[entry.slug] = entry
    return tuple(entries.values())


def append_to_ledger(path: Path, newborn: Sequence[LedgerEntry]) -> None:
    """Add people at the end; the file is replaced in one step, or not touched at all.

    Raises:
        ConfigError: A slug was taken since the ledger was read, as by another build.
    """
    if not newborn:
        return
    before = read_ledger(path)
    taken = {entry.slug for entry in before}.intersection(entry.slug for entry in newborn)
    if taken:
        raise ConfigError(
            f"{path} er ændret, mens der blev bygget: {min(taken)} er taget i brug.",
            "Byg igen.",
        )
    append_rows(path, COLUMNS, map(_cells, newborn))


def remove_from_ledger(path: Path, slugs: Collection[str]) -> None:
    """Take people out again whom only what is taken back has made: a judgement, or a document."""
    if slugs:
        remove_rows(path, lambda cells: cells[0].strip() in slugs)


def _entry(row: Row) -> LedgerEntry:
    slug = row.required("slug")
    if not _SLUG.fullmatch(slug):
        raise row.mistake(f"»{slug}« er ikke en identitet som lene-hansen eller lene-hansen-2")
    return LedgerEntry(
        slug=slug,
        name=row.required("name"),
        municipality=row.text("municipality"),
        party=row.text("party"),
        organization=row.text("organization"),
        body=row.text("body"),
        since=row.day("since"),
        mention=row.text("mention"),
    )


def _cells(entry: LedgerEntry) -> list[str]:
    values = (getattr(entry, column) for column in COLUMNS)
    return ["" if value is None else str(value) for value in values]
