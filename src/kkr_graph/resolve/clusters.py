"""What is known to be one person before any rule is tried, and what may be one by the rules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import chain
from typing import Self

from kkr_graph.model.identity import LedgerEntry, Mention
from kkr_graph.model.names import fold

# Three council terms of four years: somebody may sit out two terms and come back. Beyond that a
# namesake, as a daughter or a grandson with the same party and municipality, is as likely.
YEARS_APART = 12
_TIME_APART = timedelta(days=YEARS_APART * 365 + YEARS_APART // 4)

FULL, OFFICIAL, PARTIAL, EMPLOYED, BARE = 4, 3, 2, 1, 0


@dataclass(frozen=True, kw_only=True, eq=False)
class Cluster:
    """Entries of the ledger and mentions that mean one person, with all that is said of it."""

    entries: tuple[LedgerEntry, ...] = ()
    mentions: tuple[Mention, ...] = ()

    @classmethod
    def merged(cls, clusters: Iterable[Self]) -> Self:
        """All of them as one person."""
        parts = tuple(clusters)
        return cls(
            entries=tuple(chain.from_iterable(part.entries for part in parts)),
            mentions=tuple(chain.from_iterable(part.mentions for part in parts)),
        )

    @cached_property
    def handles(self) -> frozenset[str]:
        """What judgements call the members: slugs, and references of mentions."""
        slugs = (entry.slug for entry in self.entries)
        return frozenset((*slugs, *(mention.key.reference for mention in self.mentions)))

    @cached_property
    def names(self) -> frozenset[str]:
        """The folded names."""
        keys = chain.from_iterable(mention.keys for mention in self.mentions)
        return frozenset((*(fold(entry.name) for entry in self.entries), *(k.folded for k in keys)))

    @cached_property
    def seats(self) -> frozenset[tuple[str, str]]:
        """Party and municipality where both stand together."""
        return frozenset(pair for pair in self._stated if all(pair))

    @cached_property
    def parties(self) -> frozenset[str]:
        """Every party that is stated."""
        return frozenset(party for party, _ in self._stated if party)

    @cached_property
    def municipalities(self) -> frozenset[str]:
        """Every municipality that is stated."""
        return frozenset(place for _, place in self._stated if place)

    @cached_property
    def _stated(self) -> frozenset[tuple[str, str]]:
        known = ((entry.party or "", entry.municipality or "") for entry in self.entries)
        keys = (mention.key for mention in self.mentions)
        return frozenset((*known, *((key.party, key.municipality) for key in keys)))

    @cached_property
    def employers(self) -> frozenset[str]:
        """The organisations, folded, of whoever is named without a party: an official has none."""
        of_entries = (entry.organization for entry in self.entries if not entry.party)
        of_mentions = (each.organization for each in self.mentions if not each.key.party)
        return frozenset(fold(name) for name in (*of_entries, *of_mentions) if name)

    @cached_property
    def bodies(self) -> frozenset[str]:
        """The bodies in whose documents the person was met, folded."""
        of_entries = (entry.body for entry in self.entries)
        of_mentions = (mention.body for mention in self.mentions)
        return frozenset(fold(name) for name in (*of_entries, *of_mentions) if name)

    @cached_property
    def profile(self) -> tuple[object, ...]:
        """All that is said but when: of two with one profile exactly the same is said."""
        return (
            self.names,
            self.seats,
            self.parties,
            self.municipalities,
            self.employers,
            self.bodies,
        )

    @cached_property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day; None where no member has a day."""
        days = [entry.since for entry in self.entries if entry.since]
        days += [mention.day for mention in self.mentions if mention.day]
        return (min(days), max(days)) if days else None

    @cached_property
    def level(self) -> tuple[int, bool]:
        """How much is known of the person: the more, the earlier it is settled.

        A mention without a day comes after those with one, since it could bridge any time. A
        line that somebody wrote into the ledger by hand, without a day, holds for all times.
        """
        by_hand = any(entry.mention is None for entry in self.entries)
        return self._told, by_hand or self.days is not None

    @property
    def _told(self) -> int:
        if self.seats:
            return FULL
        if self.municipalities and self.employers and not self.parties:
            return OFFICIAL
        if self.parties or self.municipalities:
            return PARTIAL
        return EMPLOYED if self.employers else BARE

    @property
    def is_bare(self) -> bool:
        """Whether nothing is known but the name, and where it was met."""
        return self.level[0] == BARE


def could_be(left: Cluster, right: Cluster) -> bool:
    """Whether name and time allow that both are one person."""
    return not left.names.isdisjoint(right.names) and could_be_in_time(left, right)


def could_be_in_time(left: Cluster, right: Cluster) -> bool:
    """Whether both are met close enough in time for one working life."""
    return _is_plausible(left.days, right.days)


def are_days_in_time(left: date | None, right: date | None) -> bool:
    """Whether two days are close enough for one working life."""
    return _is_plausible((left, left) if left else None, (right, right) if right else None)


def is_evident(left: Cluster, right: Cluster) -> bool:
    """Whether something beyond the name says that both are one person, and nothing speaks against.

    The name alone is never enough: there is more than one Jens Jensen.
    """
    return could_be(left, right) and _agree(left, right)


def _agree(left: Cluster, right: Cluster) -> bool:
    if left.seats and right.seats:
        return not left.seats.isdisjoint(right.seats)
    is_placed = [each.level[0] >= PARTIAL for each in (left, right)]
    if all(is_placed):
        places = (left.municipalities, right.municipalities)
        return _share((left.parties, right.parties), places) and not _are_colleagues(left, right)
    if any(is_placed):
        return False
    if left.employers and right.employers:
        return not left.employers.isdisjoint(right.employers)
    return not left.bodies.isdisjoint(right.bodies)


def _are_colleagues(left: Cluster, right: Cluster) -> bool:
    """Whether one is a politician and the other an official, who may share a municipality."""
    for one, other in ((left, right), (right, left)):
        if one.level[0] == OFFICIAL and other.parties:
            return one.employers.isdisjoint(other.employers)
    return False


def _share(*pairs: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Whether at least one pair has something in common, and no stated pair differs."""
    stated = [not left.isdisjoint(right) for left, right in pairs if left and right]
    return bool(stated) and all(stated)


def _is_plausible(left: tuple[date, date] | None, right: tuple[date, date] | None) -> bool:
    if left is None or right is None:
        return True
    return max(left[0], right[0]) - min(left[1], right[1]) <= _TIME_APART


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """Which handles somebody has judged not to be joined: for certain, or as unsure."""

    denied: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unsure: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def between(self, left: Cluster, right: Cluster) -> bool:
        """Whether no rule may join the two."""
        return self.is_denied(left, right) or _touch(self.unsure, left, right)

    def is_denied(self, left: Cluster, right: Cluster) -> bool:
        """Whether somebody has judged that the two are different people."""
        return _touch(self.denied, left, right)

    def is_unsure(self, left: Cluster, right: Cluster) -> bool:
        """Whether somebody has looked at the two and could not tell."""
        return _touch(self.unsure, left, right)

    def concerns(self, cluster: Cluster) -> bool:
        """Whether any such judgement is about this cluster."""
        if not (self.denied or self.unsure):
            return False
        return any(handle in self.denied or handle in self.unsure for handle in cluster.handles)


def _touch(pairs: Mapping[str, frozenset[str]], left: Cluster, right: Cluster) -> bool:
    return bool(pairs) and any(
        handle in pairs and not pairs[handle].isdisjoint(right.handles) for handle in left.handles
    )
