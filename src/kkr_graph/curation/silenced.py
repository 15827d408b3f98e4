"""The findings that somebody has looked at and set aside, until their value changes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol, TypeVar

from kkr_graph.curation.tables import Row, read_rows

COLUMNS = ("key", "value", "by", "day", "reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """Somebody's word that a finding with this key and this value needs nothing done."""

    key: str
    value: str
    by: str
    day: date
    reason: str


class Keyed(Protocol):
    """A finding: ``key`` is what it is about, ``value`` changes when what was found does."""

    @property
    def key(self) -> str:
        """What it is about."""
        ...

    @property
    def value(self) -> str:
        """What was found."""
        ...


Found = TypeVar("Found", bound=Keyed)


def read_silenced(path: Path) -> tuple[Silence, ...]:
    """All of them, in the order of the file; none where there is no file.

    Raises:
        RegistryError: A line of it has a mistake.
    """
    return tuple(_silence(row) for row in read_rows(path, COLUMNS)) if path.is_file() else ()


def _silence(row: Row) -> Silence:
    row.required("day")
    day = row.day("day")
    assert day is not None
    return Silence(
        key=row.required("key"),
        value=row.required("value"),
        by=row.required("by"),
        day=day,
        reason=row.required("reason"),
    )


def part(
    findings: Iterable[Found], silenced: Sequence[Silence]
) -> tuple[tuple[Found, ...], tuple[tuple[Found, Silence], ...]]:
    """The findings that are open, and those that are set aside with the word for it."""
    words: Mapping[tuple[str, str], Silence] = {(each.key, each.value): each for each in silenced}
    known = tuple(findings)
    return (
        tuple(each for each in known if (each.key, each.value) not in words),
        tuple(
            (each, words[each.key, each.value]) for each in known if (each.key, each.value) in words
        ),
    )
