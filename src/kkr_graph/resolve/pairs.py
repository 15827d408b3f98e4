"""The pairs that a person should look at: found by blocks, ordered by a score.

Whoever the rules left open, and namesakes, are always asked about. Others are asked about where
the names are alike and something beyond them agrees. Only those who share a municipality, an
organisation or a body, and begin or end alike, are compared, so that the work grows with the
people and not with their square.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from kkr_graph.iri import digest
from kkr_graph.model.identity import Doubt, Pair
from kkr_graph.resolve.clusters import Apart, Cluster
from kkr_graph.resolve.doubts import Known
from kkr_graph.resolve.joins import Join
from kkr_graph.resolve.likeness import CommonNames, plain
from kkr_graph.resolve.scripts import latin_lookalike
from kkr_graph.resolve.weighing import (
    ASKED_FROM,
    Weight,
    are_contemporary,
    best_likeness,
    weigh,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    """Two sides of a pair, by the handles that a judgement writes."""

    candidate: str
    subjects: tuple[str, ...]

    @property
    def key(self) -> frozenset[str]:
        return frozenset((self.candidate, *self.subjects))


def find_pairs(
    known: Sequence[Known],
    open_: Iterable[Cluster],
    doubts: Iterable[Doubt],
    apart: Apart,
    common: CommonNames,
) -> tuple[Pair, ...]:
    """Every question for a person, the likeliest first.

    Those whose surname would have changed come after the others, and those looked at in vain last.

    Args:
        known: Everybody with a slug, first-born first.
        open_: The mentions that mean nobody yet, those of which the same is said together.
        doubts: What the rules left for a person.
        apart: What has been judged.
        common: The names that many bear.
    """
    people = {each.person.slug: each.cluster for each in known}
    asked: dict[frozenset[str], tuple[bool, Pair]] = {}
    of_doubts = _of_doubts(people, open_, doubts)
    for question, left, right in (*of_doubts, *_alike(known, apart, common)):
        alike = best_likeness(left, right, common)
        pair = _pair(
            question, weigh(left, right, alike, common), unsure=apart.is_unsure(left, right)
        )
        asked.setdefault(question.key, (alike is not None and alike.is_renamed, pair))
    return tuple(pair for _, pair in sorted(asked.values(), key=_order))


def joined_pairs(joins: Iterable[Join], common: CommonNames) -> tuple[Pair, ...]:
    """The questions whether a rule was right to join, those who are least alike first."""
    pairs = (_joined(join, common) for join in joins)
    return tuple(sorted(pairs, key=lambda each: (each.score, each.candidate, each.subjects)))


def _joined(join: Join, common: CommonNames) -> Pair:
    references = tuple(sorted(mention.key.reference for mention in join.part.mentions))
    weight = weigh(join.rest, join.part, best_likeness(join.rest, join.part, common), common)
    pair = _pair(_Question(candidate=join.slug, subjects=references), weight, unsure=False)
    return replace(pair, reasons=(*join.reasons, *weight.reasons), joined=True)


def _order(asked: tuple[bool, Pair]) -> tuple[object, ...]:
    is_renamed, pair = asked
    return (pair.unsure, is_renamed, -pair.score, pair.candidate, pair.subjects)


def _pair(question: _Question, weight: Weight, *, unsure: bool) -> Pair:
    first = min(question.subjects)
    return Pair(
        id=digest(*sorted((question.candidate, first)))[:10],
        candidate=question.candidate,
        subjects=question.subjects,
        score=weight.score,
        reasons=weight.reasons,
        unsure=unsure,
    )


# --- what the rules left --------------------------------------------------------------------


def _of_doubts(
    people: Mapping[str, Cluster], open_: Iterable[Cluster], doubts: Iterable[Doubt]
) -> Iterator[tuple[_Question, Cluster, Cluster]]:
    candidates: dict[str, tuple[str, ...]] = {}
    for doubt in doubts:
        if doubt.person is None:
            candidates[doubt.subject] = doubt.candidates
            continue
        for slug in doubt.candidates:
            question = _Question(candidate=slug, subjects=(doubt.person,))
            yield question, people[slug], people[doubt.person]
    for cluster in open_:
        subjects = tuple(sorted(mention.key.reference for mention in cluster.mentions))
        for slug in candidates.get(subjects[0], ()):
            yield _Question(candidate=slug, subjects=subjects), people[slug], cluster


# --- who has a name alike -------------------------------------------------------------------


def _alike(
    known: Sequence[Known], apart: Apart, common: CommonNames
) -> Iterator[tuple[_Question, Cluster, Cluster]]:
    for elder, younger in _compared(known):
        left, right = elder.cluster, younger.cluster
        if apart.is_denied(left, right) or not _is_worth_asking(left, right, common):
            continue
        question = _Question(candidate=elder.person.slug, subjects=(younger.person.slug,))
        yield question, left, right


def _is_worth_asking(left: Cluster, right: Cluster, common: CommonNames) -> bool:
    alike = best_likeness(left, right, common)
    if alike is None or not left.names.isdisjoint(right.names):  # namesakes are a doubt
        return False
    if alike.is_renamed and left.seats.isdisjoint(right.seats) and not _follows(left, right):
        return False
    return weigh(left, right, alike, common).score >= ASKED_FROM


def _follows(left: Cluster, right: Cluster) -> bool:
    """Whether the one is met after the other, from the same municipality, in one body's documents."""
    is_of_both = not left.municipalities.isdisjoint(right.municipalities)
    is_in_both = not left.bodies.isdisjoint(right.bodies)
    return is_of_both and is_in_both and not are_contemporary(left, right)


def _compared(known: Sequence[Known]) -> Iterator[tuple[Known, Known]]:
    """Each two of a block once, the first-born first."""
    rank = {each.person.slug: place for place, each in enumerate(known)}
    seen: set[tuple[int, int]] = set()
    for block in _blocks(known):
        for one, other in combinations(block, 2):
            first, second = sorted((rank[one.person.slug], rank[other.person.slug]))
            if (first, second) not in seen:
                seen.add((first, second))
                yield known[first], known[second]


def _blocks(known: Sequence[Known]) -> Iterator[Sequence[Known]]:
    blocks: dict[tuple[str, ...], list[Known]] = {}
    bodies: dict[tuple[str, ...], tuple[list[Known], list[Known]]] = {}
    for each in known:
        ends = {end for name in each.cluster.names for end in _ends(name)}
        for context, end in product(_contexts(each.cluster), sorted(ends)):
            blocks.setdefault((*context, *end), []).append(each)
        placed = bool(each.cluster.municipalities)
        for body, end in product(sorted(each.cluster.bodies), sorted(ends)):
            bodies.setdefault((body, *end), ([], []))[placed].append(each)
    yield from blocks.values()
    # in one body only those are compared of whom one has no municipality: it would tell more
    for unplaced, placed_ in bodies.values():
        yield unplaced
        yield from ((one, other) for one, other in product(unplaced, placed_))


def _contexts(cluster: Cluster) -> Iterator[tuple[str, str]]:
    yield from (("kommune", name) for name in sorted(cluster.municipalities))
    yield from (("organisation", name) for name in sorted(cluster.employers))


def _ends(name: str) -> Iterator[tuple[str, str]]:
    """How the name begins and how it ends, in letters that slips rarely touch."""
    words = plain(latin_lookalike(name)).split()
    if words:
        yield "begynder", words[0][0]
        yield "ender", words[-1]
