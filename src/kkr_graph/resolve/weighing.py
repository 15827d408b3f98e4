"""What speaks for and against that two are one person, as points with their reasons in Danish.

The sum orders the review list and nothing else: no two are joined by it, however high.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from kkr_graph.resolve.clusters import YEARS_APART, Cluster, could_be_in_time
from kkr_graph.resolve.likeness import CommonNames, Likeness, likeness

ASKED_FROM = 40
"""The least score with which two who do not bear the same name are worth a person's time."""

_SOON = timedelta(days=4 * 366)  # a council term


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """The score of a pair, from 0 to 100, and the reasons, those that weigh most first."""

    score: int
    reasons: tuple[str, ...]


def best_likeness(left: Cluster, right: Cluster, common: CommonNames) -> Likeness | None:
    """The closest that any of the names of two people come."""
    pairs = product(sorted(left.names), sorted(right.names))
    found = [each for a, b in pairs if (each := likeness(a, b, common)) is not None]
    return max(found, key=lambda each: (each.points, each.reason), default=None)


def weigh(left: Cluster, right: Cluster, alike: Likeness | None, common: CommonNames) -> Weight:
    """How likely two are one person, by name and by what is said of them."""
    name = (alike.points, alike.reason) if alike else (0, "navnene ligner ikke hinanden")
    points = [*_context(left, right), *_time(left, right, alike), *_against(left, right, common)]
    weighed = sorted(points, key=lambda point: -abs(point[0]))  # stable
    total = name[0] + sum(number for number, _ in weighed)
    return Weight(
        score=max(0, min(100, total)),
        reasons=(name[1], *(reason for _, reason in weighed)),
    )


def _context(left: Cluster, right: Cluster) -> Iterator[tuple[int, str]]:
    stated = (
        ("kommune", left.municipalities, right.municipalities, 20, -25),
        ("parti", left.parties, right.parties, 12, -12),
        ("organisation", left.employers, right.employers, 15, -10),
    )
    for what, one, other, shared, differing in stated:
        both = sorted(one & other)
        if both:
            yield shared, f"samme {what} ({', '.join(both)})"
        elif one and other:
            different = "forskelligt" if what == "parti" else "forskellig"
            told = f"{'/'.join(sorted(one))} og {'/'.join(sorted(other))}"
            yield differing, f"{different} {what} ({told})"
    if _is_named_beside(left, right) or _is_named_beside(right, left):
        yield 15, "nævnt uden andet end navnet i et dokument, der har den anden på deltagerlisten"
    elif not left.bodies.isdisjoint(right.bodies):
        yield 6, "nævnt i samme organs dokumenter"


def _time(left: Cluster, right: Cluster, alike: Likeness | None) -> Iterator[tuple[int, str]]:
    if left.days is None or right.days is None:
        return
    if not could_be_in_time(left, right):
        yield -20, f"mere end {YEARS_APART} år imellem"
    elif alike is not None and alike.is_renamed:
        if are_contemporary(left, right):
            yield -15, "begge navne bruges i samme periode"
        else:
            yield 6, "det ene navn afløser det andet"
    elif _gap(left.days, right.days) <= _SOON:
        yield 4, "nævnt i samme periode"


def _surnames(cluster: Cluster) -> set[str]:
    return {words[-1] for name in cluster.names if (words := name.split())}


def _against(left: Cluster, right: Cluster, common: CommonNames) -> Iterator[tuple[int, str]]:
    shared = _surnames(left) & _surnames(right)
    often = sorted(shared & common.surnames)
    if often:
        shown = "/".join(name.capitalize() for name in often)
        yield -8, f"almindeligt efternavn ({shown})"
    if are_listed_together(left, right):
        yield -35, "står begge på deltagerlisten i ét dokument"


def _is_named_beside(bare: Cluster, other: Cluster) -> bool:
    """Whether somebody with nothing but a name stands in the text of the other's document."""
    listed = {each.key.sha256 for each in other.mentions if each.listed}
    unlisted = {each.key.sha256 for each in bare.mentions if not each.listed}
    return bare.is_bare and not listed.isdisjoint(unlisted)


def are_listed_together(left: Cluster, right: Cluster) -> bool:
    """Whether one document has both on its attendance list, which names nobody twice."""
    documents = [
        {each.key.sha256 for each in cluster.mentions if each.listed} for cluster in (left, right)
    ]
    return not documents[0].isdisjoint(documents[1])


def are_seen_apart(left: Cluster, right: Cluster) -> bool:
    """Whether one attendance list has both, each with another party and another municipality."""
    differ = (
        bool(one) and bool(other) and one.isdisjoint(other)
        for one, other in (
            (left.parties, right.parties),
            (left.municipalities, right.municipalities),
        )
    )
    return all(differ) and are_listed_together(left, right)


def are_contemporary(left: Cluster, right: Cluster) -> bool:
    """Whether both are met in the same time: neither was over when the other began."""
    if left.days is None or right.days is None:
        return False
    return _gap(left.days, right.days) <= timedelta(0)


def _gap(left: tuple[date, date], right: tuple[date, date]) -> timedelta:
    return max(left[0], right[0]) - min(left[1], right[1])
