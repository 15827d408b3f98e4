"""What if: the same election under other alliances, mayors or rules. Never part of the graph."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol, TypeVar

from kkr_graph.constitution.calculation.calculation import (
    Calculation,
    ResultRow,
    Settings,
    calculate,
)
from kkr_graph.constitution.calculation.composition import CapRule
from kkr_graph.constitution.calculation.election import (
    Area,
    AreaVotes,
    Election,
    votes_in,
)
from kkr_graph.constitution.calculation.group import Alliance, parse_alliance
from kkr_graph.constitution.calculation.lots import Draw
from kkr_graph.constitution.calculation.method import Method
from kkr_graph.errors import ConfigError
from kkr_graph.model.registry import Registry

_Word = TypeVar("_Word", bound=StrEnum)
_TABLE = "scenarie"
_KEYS = ("navn", "valgforbund", "metode", "pladser", "loft", "borgmestre")
_HINT = "Se eksemplet i docs/how-to/constitution.md."


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """What is otherwise than recorded; None is as recorded. ``mayors`` are letters by code."""

    name: str
    alliances: tuple[Alliance, ...] | None = None
    method: Method | None = None
    seats: int | None = None
    cap_rule: CapRule | None = None
    mayors: Mapping[str, str] = field(default_factory=dict)

    def settings(self, recorded: Settings) -> Settings:
        """The rules of the calculation in this scenario."""
        return replace(
            recorded,
            alliances=recorded.alliances if self.alliances is None else self.alliances,
            method=self.method or recorded.method,
            seats=recorded.seats if self.seats is None else self.seats,
            cap_rule=self.cap_rule or recorded.cap_rule,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One list: what it has as recorded, and in each scenario; None where it is not in one."""

    name: str
    label: str
    recorded: ResultRow | None
    supposed: tuple[ResultRow | None, ...]

    @property
    def changes(self) -> tuple[int, ...]:
        """How many seats more each scenario gives."""
        now = self.recorded.members if self.recorded else 0
        return tuple((row.members if row else 0) - now for row in self.supposed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The recorded calculation beside what it would be."""

    recorded: Calculation
    supposed: tuple[tuple[str, Calculation], ...]

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Every list of any of them, in the order of the recorded one."""
        tables = [
            {row.name: row for row in each.rows}
            for each in (self.recorded, *(each for _, each in self.supposed))
        ]
        names = dict.fromkeys(name for table in tables for name in table)
        return tuple(_difference(name, tables) for name in names)


def _difference(name: str, tables: Sequence[Mapping[str, ResultRow]]) -> Difference:
    recorded, *supposed = (table.get(name) for table in tables)
    label = next(table[name].label for table in tables if name in table)
    return Difference(name=name, label=label, recorded=recorded, supposed=tuple(supposed))


class Votes(Protocol):
    """Where a calculation gets its votes from."""

    def votes(self, mayors: Mapping[str, str]) -> AreaVotes:
        """The votes; ``mayors`` are letters by code, instead of those recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectionVotes:
    """The votes of an election in an area."""

    election: Election
    area: Area
    registry: Registry

    def votes(self, mayors: Mapping[str, str]) -> AreaVotes:
        """The votes as recorded, with other mayors where told."""
        election = replace(self.election, mayors={**self.election.mayors, **mayors})
        return votes_in(election, self.area, self.registry)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Votes and rules, which may be varied; ``draws`` are the lots that were recorded."""

    source: Votes
    settings: Settings
    draws: tuple[Draw, ...] = ()

    def calculate(self, scenario: Scenario | None = None) -> Calculation:
        """The calculation as recorded, or in a scenario.

        Raises:
            ConfigError: the scenario names what is not there.
        """
        if scenario is None:
            return calculate(self.source.votes({}), self.settings, self.draws)
        votes = self.source.votes(scenario.mayors)
        return calculate(votes, scenario.settings(self.settings), self.draws)

    def compare(self, scenarios: Sequence[Scenario]) -> Comparison:
        """The calculation as recorded beside each scenario."""
        return Comparison(
            recorded=self.calculate(),
            supposed=tuple((each.name, self.calculate(each)) for each in scenarios),
        )


def read_scenarios(path: Path, registry: Registry) -> tuple[Scenario, ...]:
    """The scenarios of a file; its form is in docs/how-to/constitution.md.

    Raises:
        ConfigError: the file cannot be read, or something in it is not understood.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path} kan ikke åbnes: {error.strerror}.", _HINT) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path.name} kan ikke læses: {error}.", _HINT) from error
    found = tables.pop(_TABLE, None)
    if tables or not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise ConfigError(f"{path.name} skal bestå af afsnit, der hedder [[{_TABLE}]].", _HINT)
    return tuple(
        _Entry(f"{path.name}, scenarie {number}", each).scenario(registry)
        for number, each in enumerate(found, start=1)
    )


@dataclass(frozen=True, slots=True)
class _Entry:
    """One scenario as it is written."""

    where: str
    values: Mapping[str, Any]

    def scenario(self, registry: Registry) -> Scenario:
        for key in self.values:
            if key not in _KEYS:
                raise self._wrong(key, f"en af nøglerne {', '.join(_KEYS)}")
        alliances = self._typed("valgforbund", list)
        return Scenario(
            name=self._typed("navn", str) or self.where,
            alliances=None if alliances is None else tuple(map(parse_alliance, alliances)),
            method=self._choice("metode", Method),
            seats=self._seats(),
            cap_rule=self._choice("loft", CapRule),
            mayors=dict(self._mayors(registry)),
        )

    def _seats(self) -> int | None:
        seats: int | None = self._typed("pladser", int)
        if seats is not None and seats < 1:
            raise self._wrong("pladser", "et tal over nul")
        return seats

    def _choice(self, key: str, words: type[_Word]) -> _Word | None:
        written = self._typed(key, str)
        if written is None:
            return None
        try:
            return words(written)
        except ValueError as error:
            raise self._wrong(key, f"et af ordene {', '.join(words)}") from error

    def _typed(self, key: str, kind: type[Any]) -> Any:  # noqa: ANN401 - what TOML holds
        value = self.values.get(key)
        if value is not None and (not isinstance(value, kind) or isinstance(value, bool)):
            raise self._wrong(key, _WORDS[kind])
        if kind is list and not all(isinstance(each, str) for each in value or ()):
            raise self._wrong(key, _WORDS[kind])
        return value

    def _mayors(self, registry: Registry) -> Iterator[tuple[str, str]]:
        for written, letter in (self._typed("borgmestre", dict) or {}).items():
            place = registry.municipality(written)
            if place is None or not isinstance(letter, str):
                raise self._wrong("borgmestre", 'kommuner og bogstaver som Hjørring = "V"')
            yield place.code, letter

    def _wrong(self, key: str, expected: str) -> ConfigError:
        found = f", men der står »{self.values[key]}«" if key in self.values else ""
        return ConfigError(f"{self.where}, »{key}«: der skulle stå {expected}{found}.", _HINT)


_WORDS = {str: "en tekst", int: "et helt tal", list: 'tekster som ["C+D+O"]', dict: "en tabel"}
