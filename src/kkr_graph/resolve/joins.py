"""Whom the rules joined on grounds that deserve a person's look.

A rule joins where a name and a party, a municipality, an employer or a body agree and nothing
differs. That is right nearly always. It is worth a look where little agrees and the name is one that
many bear or the documents are those of other bodies, and where years lie between.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from kkr_graph.model import danish
from kkr_graph.model.identity import Mention, MentionKey
from kkr_graph.resolve.clusters import Cluster
from kkr_graph.resolve.doubts import Known
from kkr_graph.resolve.likeness import CommonNames

WORTH_A_LOOK = 40
"""The least points for which a person is asked."""

LONG_AWAY = 8  # years: two council terms, in which nobody of the name was met
_LONG = timedelta(days=LONG_AWAY * 365 + LONG_AWAY // 4)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Join:
    """Mentions that a rule took to mean somebody, and what speaks for a look, in Danish."""

    slug: str
    part: Cluster
    rest: Cluster
    reasons: tuple[str, ...]


def weak_joins(
    known: Iterable[Known],
    judged: Iterable[Cluster],
    births: Mapping[str, str],
    spoken_of: Collection[str],
    common: CommonNames,
) -> Iterator[Join]:
    """All of them.

    Args:
        known: Everybody with a slug.
        judged: What is one by judgement or by birth, and bundles of which the same is said.
        births: The references of the mentions that the newborn are born from, by slug.
        spoken_of: What judgements call their sides.
        common: The names that many bear.
    """
    of = {mention.key: cluster for cluster in judged for mention in cluster.mentions}
    for each in known:
        slug = each.person.slug
        own = list(dict.fromkeys(of[mention.key] for mention in each.cluster.mentions))
        if len(own) > 1 or _was_away(each.cluster.mentions):
            yield from _joined(_Person(slug, births.get(slug), spoken_of, own), common)


@dataclass(frozen=True, slots=True)
class _Person:
    """Somebody as made of parts that were one before the rules joined them."""

    slug: str
    birth: str | None  # the reference of the mention that somebody new is born from
    spoken_of: Collection[str]
    parts: Sequence[Cluster]

    def is_anchor(self, part: Cluster) -> bool:
        """Whether the person stands and falls with it: it has the address, or is born with it."""
        return bool(part.entries) or (self.birth is not None and self.birth in part.handles)

    def atoms(self) -> list[Cluster]:
        """The parts, bundles taken apart: nobody said that their mentions are one person."""
        return [
            atom
            for part in self.parts
            for atom in ([part] if self._is_judged(part) else _singly(part.mentions))
        ]

    def _is_judged(self, part: Cluster) -> bool:
        keys = (key for mention in part.mentions for key in mention.keys)
        return bool(part.entries) or any(key.reference in self.spoken_of for key in keys)


def _singly(mentions: Iterable[Mention]) -> list[Cluster]:
    return [Cluster(mentions=(mention,)) for mention in mentions]


def _joined(person: _Person, common: CommonNames) -> Iterator[Join]:
    returned = list(_returned(person))
    yield from returned
    far = {mention.key for join in returned for mention in join.part.mentions}
    near = [left for part in person.parts if (left := _without(part, far)) is not None]
    anchor = next((part for part in near if person.is_anchor(part)), None)
    if anchor is None:  # somebody of the ledger whom only others name now
        return
    home = Cluster.merged(each for each in near if each.profile == anchor.profile)
    others = [each for each in near if each.profile != anchor.profile]
    for unit in _units(home, others):
        more = [each for each in others if each.level > unit.level]
        rest = Cluster.merged((home, *more))
        points = list(_doubts(unit, rest, common))
        if sum(number for number, _ in points) >= WORTH_A_LOOK:
            reasons = tuple(reason for _, reason in points if reason)
            yield Join(slug=person.slug, part=unit, rest=rest, reasons=reasons)


def _without(part: Cluster, far: Collection[MentionKey]) -> Cluster | None:
    """What is left of a part; None where nothing is."""
    left = tuple(mention for mention in part.mentions if mention.key not in far)
    if len(left) == len(part.mentions):
        return part
    return Cluster(entries=part.entries, mentions=left) if left or part.entries else None


def _units(home: Cluster, others: Iterable[Cluster]) -> list[Cluster]:
    """Those of which the same is said are one question: in the person's own bodies, and elsewhere.

    Of whom the person's party and municipality are said, nothing is asked.
    """
    every = tuple(others)
    certain = [each for each in every if not each.seats.isdisjoint(home.seats)]
    bodies = home.bodies.union(*(each.bodies for each in certain))
    alike: dict[object, list[Cluster]] = {}
    for each in every:
        if each.seats.isdisjoint(home.seats):
            said = (each.names, each.seats, each.parties, each.municipalities, each.employers)
            alike.setdefault((said, each.bodies.isdisjoint(bodies)), []).append(each)
    return [Cluster.merged(each) for each in alike.values()]


# --- who was away for long ------------------------------------------------------------------


def _was_away(mentions: Iterable[Mention]) -> bool:
    days = sorted({mention.day for mention in mentions if mention.day})
    return any(later - earlier > _LONG for earlier, later in pairwise(days))


def _returned(person: _Person) -> Iterator[Join]:
    """Each time in which the name was met, years from the time of the anchor."""
    if not _was_away(mention for part in person.parts for mention in part.mentions):
        return
    atoms = person.atoms()
    anchor = next((atom for atom in atoms if person.is_anchor(atom)), None)
    if anchor is None or anchor.days is None:
        return
    runs = list(_runs([each for each in atoms if each.days]))
    for at, run in enumerate(runs):
        if anchor in run:
            continue
        elder, younger = (run, runs[at + 1]) if _end(run) < anchor.days[0] else (runs[at - 1], run)
        since, until = _end(elder), _begin(younger)
        years = (until - since).days * 4 // 1461
        rest = Cluster.merged(each for each in atoms if each not in run)
        reason = f"{years} år uden omtale imellem ({since.year} til {until.year})"
        yield Join(slug=person.slug, part=Cluster.merged(run), rest=rest, reasons=(reason,))


def _runs(own: Iterable[Cluster]) -> Iterator[list[Cluster]]:
    run: list[Cluster] = []
    until = date.min
    for each in sorted(own, key=_days):
        first, last = _days(each)
        if run and first - until > _LONG:
            yield run
            run = []
        run.append(each)
        until = max(until, last)
    if run:
        yield run


def _days(cluster: Cluster) -> tuple[date, date]:
    assert cluster.days is not None
    return cluster.days


def _begin(run: Iterable[Cluster]) -> date:
    return min(_days(each)[0] for each in run)


def _end(run: Iterable[Cluster]) -> date:
    return max(_days(each)[1] for each in run)


# --- of whom little agrees ------------------------------------------------------------------


def _doubts(part: Cluster, rest: Cluster, common: CommonNames) -> Iterator[tuple[int, str]]:
    """Points for a look, with the reason where no other list of reasons gives it."""
    yield _ground(part, rest)
    if part.bodies and rest.bodies:
        if part.bodies.isdisjoint(rest.bodies):
            yield 15, "nævnt i andre organers dokumenter"
        else:
            yield -15, ""
    if part.employers and rest.employers and part.employers.isdisjoint(rest.employers):
        yield 20, ""
    words = [name.split() for name in part.names]
    if any(each[-1] in common.surnames for each in words if each):
        yield 10, ""
        if any(each[0] in common.given for each in words if each):
            yield 5, ""
    day = _listed_twice(part, rest)
    if day is not None:
        yield 15, f"på deltagerlisten i to organer samme dag ({danish.day(day)})"


def _ground(part: Cluster, rest: Cluster) -> tuple[int, str]:
    """What the rule had besides the name, and what it lacked."""
    if not part.parties.isdisjoint(rest.parties):
        return 20, "kommunen står ikke begge steder"
    if not part.municipalities.isdisjoint(rest.municipalities):
        return 15, "partiet står ikke begge steder"
    if not part.employers.isdisjoint(rest.employers):
        return 5, ""
    return 20, "hverken parti, kommune eller organisation er fælles"


def _listed_twice(part: Cluster, rest: Cluster) -> date | None:
    """The first day on which two bodies had the name on their lists."""
    met = [_lists(part), _lists(rest)]
    both = sorted(day for day in met[0].keys() & met[1].keys() if met[0][day] != met[1][day])
    return both[0] if both else None


def _lists(cluster: Cluster) -> dict[date, set[str | None]]:
    """The bodies whose lists have the name, by day."""
    lists: dict[date, set[str | None]] = {}
    for each in cluster.mentions:
        if each.listed and each.day:
            lists.setdefault(each.day, set()).add(each.body)
    return lists
