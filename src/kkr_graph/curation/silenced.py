"""The findings that somebody has looked at and set aside, until their value changes."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol, TypeVar

from kkr_graph.curation.tables import Row, append_rows, read_rows, remove_rows
from kkr_graph.errors import ConfigError
from kkr_graph.iri import digest
from kkr_graph.lock import one_hand
from kkr_graph.model.finding import topic_of

COLUMNS = ("key", "value", "by", "day", "reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """Somebody's word that a finding with this key and this value needs nothing done."""

    key: str
    value: str
    by: str
    day: date
    reason: str

    @property
    def id(self) -> str:
        """What the finding is called on lists."""
        return id_of(self)


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


def silence_id(key: str, value: str) -> str:
    """A finding in one word: the same as long as it is about the same and was found to be the same."""
    return digest(key, value)[:10]


def id_of(finding: Keyed) -> str:
    """What a finding is called on lists."""
    return silence_id(finding.key, finding.value)


def value_of(message: str) -> str:
    """What changes when what was found does."""
    return digest(message)[:8]


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


def alike(findings: Iterable[Found]) -> tuple[tuple[Found, ...], ...]:
    """Those that say the same together: several documents may tell of one thing.

    Of all bodies that the registry does not have the same is said.
    """
    groups: dict[str, list[Found]] = {}
    for each in findings:
        groups.setdefault(topic_of(each.key, each.value), []).append(each)
    return tuple(map(tuple, groups.values()))


def gone(findings: Iterable[Keyed], silenced: Sequence[Silence]) -> tuple[Silence, ...]:
    """The words for findings that there are no more, or that have changed since."""
    left = {(each.key, each.value) for each in findings}
    return tuple(each for each in silenced if (each.key, each.value) not in left)


def set_aside(path: Path, findings: Sequence[Keyed], *, by: str, day: date, reason: str) -> None:
    """Write down that a finding needs nothing done, in all the places that it is found in.

    Raises:
        ConfigError: It is set aside already, or it is not said by whom or why.
        RegistryError: The file has a mistake.
    """
    for what, written in (("et navn", by), ("en begrundelse", reason)):
        if not written.strip():
            raise ConfigError(
                f"der mangler {what}, så fundet er ikke lagt til side",
                "Skriv, hvem der har set på det, og hvorfor det kan blive stående; fra et script "
                "med --by og --reason.",
            )
    word = [_line(by), day.isoformat(), _line(reason)]
    with one_hand(path.parent):
        left, already = part(findings, read_silenced(path))
        for _, earlier in () if left else already:
            raise ConfigError(
                f"fundet {earlier.id} er allerede lagt til side af {earlier.by}: »{earlier.reason}«",
                "Der er intet at gøre.",
            )
        append_rows(path, COLUMNS, [[each.key, each.value, *word] for each in left])


def take_up(path: Path, finding_ids: Collection[str]) -> tuple[Silence, ...]:
    """Let a finding count again, in all the places that are named.

    Raises:
        ConfigError: It is not set aside.
        RegistryError: The file has a mistake.
    """
    with one_hand(path.parent):
        said = tuple(each for each in read_silenced(path) if each.id in finding_ids)
        if not said:
            raise ConfigError(
                f"der er ikke lagt noget til side, der hedder {', '.join(finding_ids)}",
                "Se, hvad der er, med: kkr-graph check --silenced",
            )
        pairs = [[each.key, each.value] for each in said]
        remove_rows(path, lambda cells: [cell.strip() for cell in cells[:2]] in pairs)
    return said


def _line(text: str) -> str:
    return " ".join(text.split())
