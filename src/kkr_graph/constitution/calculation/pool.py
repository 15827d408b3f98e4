"""Seats among groups that somebody types, as those of a council or percentages of the country."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from kkr_graph.constitution.calculation.election import AreaVotes, ListVotes
from kkr_graph.errors import ConfigError
from kkr_graph.model.names import clean, danish_sort_key

POOL = "pulje"
"""What stands for election and area, also in the file of drawings of lots."""

_ENTRY = re.compile(
    r"\s*(?P<name>[^=,;+()]+?)\s*=\s*"
    r"(?:(?P<grouped>\d{1,3}(?:\.\d{3})+)|(?P<whole>\d+)(?:[.,](?P<part>\d+))?)\s*(?:[,;\s]\s*|$)"
)
_HINT = "Skriv f.eks. »A=11, B=8« eller »A=28,4; V=21,2«."


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedPool:
    """Groups and their strength, in no election."""

    groups: tuple[tuple[str, Fraction], ...]

    def votes(self, mayors: Mapping[str, str]) -> AreaVotes:
        """The groups as lists; a pool has no mayors.

        Raises:
            ConfigError: mayors are told of.
        """
        if mayors:
            raise ConfigError("En pulje har ingen borgmestre.", "Fjern dem i scenariet.")
        return AreaVotes(
            area=POOL,
            election=", ".join(name for name, _ in self.groups),
            municipalities=0,
            lists=tuple(ListVotes(name=name, label=name, votes=own) for name, own in self.groups),
            mayors={},
        )


def parse_pool(written: str) -> TypedPool:
    """The pool that is meant by ``A=11, B=8``; decimals have a comma or a dot.

    Raises:
        ConfigError: it is not of that form, or names a group twice.
    """
    text, at, found = clean(written), 0, dict[str, Fraction]()
    while at < len(text):
        entry = _ENTRY.match(text, at)
        if entry is None:
            raise ConfigError(f"Puljen kan ikke læses ved »{text[at:]}«.", _HINT)
        if entry["name"] in found:
            raise ConfigError(f"Puljen nævner »{entry['name']}« to gange.", _HINT)
        found[entry["name"]] = _value(entry)
        at = entry.end()
    if not found:
        raise ConfigError("Puljen er tom.", _HINT)
    return TypedPool(groups=tuple(sorted(found.items(), key=lambda each: danish_sort_key(each[0]))))


def _value(entry: re.Match[str]) -> Fraction:
    if entry["grouped"]:
        return Fraction(entry["grouped"].replace(".", ""))
    return Fraction(f"{entry['whole']}.{entry['part'] or 0}")
