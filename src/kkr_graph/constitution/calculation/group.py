"""Lists, and the alliances that they stand in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from kkr_graph.errors import ConfigError
from kkr_graph.model.names import clean, danish_sort_key

DEEPEST = 3
"""valgforbund, listeforbund, liste."""

_HINT = "Skriv f.eks. »C+D+O«, og et listeforbund inden i et valgforbund som »(C+D)+O«."


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A list with its votes, or an alliance with its members."""

    name: str
    own: Fraction = Fraction(0)
    members: tuple["Group", ...] = ()

    @property
    def votes(self) -> Fraction:
        """The votes of the list, or of all lists in the alliance."""
        return sum((member.votes for member in self.members), self.own)

    def lists(self) -> Iterator["Group"]:
        """The list itself, or those in the alliance."""
        if not self.members:
            yield self
        for member in self.members:
            yield from member.lists()

    def adding(self, name: str, votes: int) -> "Group":
        """The same, with votes more for one list."""
        if not self.members:
            return replace(self, own=self.own + votes) if self.name == name else self
        return replace(self, members=tuple(each.adding(name, votes) for each in self.members))


@dataclass(frozen=True, slots=True)
class Alliance:
    """Who stand together: names of lists, and alliances between some of them."""

    members: tuple["str | Alliance", ...]

    @property
    def names(self) -> tuple[str, ...]:
        """All lists in it."""
        inner = ((each,) if isinstance(each, str) else each.names for each in self.members)
        return tuple(name for names in inner for name in names)

    def __str__(self) -> str:
        parts = (each if isinstance(each, str) else f"({each})" for each in self.members)
        return "+".join(parts)


def parse_alliance(written: str) -> Alliance:
    """An alliance as staff write it: ``C+D+O``, or ``(C+D)+O`` with one inside it.

    Raises:
        ConfigError: it is not of that form, deeper than the law allows, or names a list twice.
    """
    reader = _Reader(clean(written))
    alliance = reader.alliance(depth=2)
    if reader.rest:
        raise reader.wrong()
    if len(set(alliance.names)) < len(alliance.names):
        raise ConfigError(f"Valgforbundet »{written}« nævner en liste to gange.", _HINT)
    return alliance


@dataclass(slots=True)
class _Reader:
    """What is left to read of a written alliance."""

    rest: str

    def alliance(self, depth: int) -> Alliance:
        if depth > DEEPEST:
            raise ConfigError(
                "Valgforbund kan kun have listeforbund i sig, og listeforbund kun lister.", _HINT
            )
        members = [self._member(depth)]
        while self.rest.startswith("+"):
            self.rest = self.rest[1:].lstrip()
            members.append(self._member(depth))
        if len(members) < 2:
            raise self.wrong()
        return Alliance(tuple(members))

    def _member(self, depth: int) -> str | Alliance:
        if not self.rest.startswith("("):
            return self._name()
        self.rest = self.rest[1:].lstrip()
        inner = self.alliance(depth + 1)
        if not self.rest.startswith(")"):
            raise self.wrong()
        self.rest = self.rest[1:].lstrip()
        return inner

    def _name(self) -> str:
        end = min((at for mark in "+()" if (at := self.rest.find(mark)) >= 0), default=None)
        name = self.rest[:end].strip()
        if not name:
            raise self.wrong()
        self.rest = "" if end is None else self.rest[end:]
        return name

    def wrong(self) -> ConfigError:
        """The error for what is not an alliance."""
        at = f"ved »{self.rest}«" if self.rest else "ved slutningen"
        return ConfigError(f"Valgforbundet kan ikke læses {at}.", _HINT)


def pooled(lists: Sequence[Group], alliances: Sequence[Alliance]) -> tuple[Group, ...]:
    """The lists under the alliances that they stand in, in Danish order of their names.

    A list that an alliance names and that is not here, is left out of it: it did not stand, or is
    below the threshold.

    Raises:
        ConfigError: a list stands in two alliances.
    """
    by_name = {each.name: each for each in lists}
    named = [name for alliance in alliances for name in alliance.names]
    for name in named:
        if named.count(name) > 1:
            raise ConfigError(f"Listen »{name}« står i to valgforbund.", "Lad den stå i ét.")
    formed = [group for each in alliances if (group := _formed(each, by_name)) is not None]
    free = (each for each in lists if each.name not in named)
    return tuple(sorted((*formed, *free), key=lambda group: danish_sort_key(group.name)))


def _formed(alliance: Alliance, by_name: dict[str, Group]) -> Group | None:
    """The alliance with the lists that there are; of one list alone, that list."""
    members = [
        group
        for each in alliance.members
        if (group := by_name.get(each) if isinstance(each, str) else _formed(each, by_name))
    ]
    if len(members) < 2:
        return members[0] if members else None
    ordered = sorted(members, key=lambda group: danish_sort_key(group.name))
    name = "+".join(f"({each.name})" if each.members else each.name for each in ordered)
    return Group(name=name, members=tuple(ordered))
