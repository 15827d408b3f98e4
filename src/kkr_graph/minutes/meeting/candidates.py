"""What may be a meeting's body or day, and which of several is likeliest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from kkr_graph.model.names import fold
from kkr_graph.model.span import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Something that may be the meeting's body or day, and how much speaks for it."""

    weight: float
    value: str | date
    passage: Passage


def best_of_all(candidates: Iterator[Candidate]) -> Candidate | None:
    """The value for which most speaks: its best candidate, and what else points to it."""
    by_value: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        by_value.setdefault(fold(str(candidate.value)), []).append(candidate)
    likeliest = max(
        (max(same, key=_weight) for same in by_value.values()),
        key=lambda best: _weight(best) + _support(by_value[fold(str(best.value))]),
        default=None,
    )
    if likeliest is None:
        return None
    # "Samarbejdsudvalget" on every page is "Samarbejdsudvalget i Region Fyn" in the title
    whole = (
        same
        for name, same in by_value.items()
        if name.startswith(f"{fold(str(likeliest.value))} i ")
    )
    return max(chain.from_iterable(whole), key=_weight, default=likeliest)


def best(candidates: Iterator[Candidate]) -> Candidate | None:
    """The candidate for which most speaks."""
    return max(candidates, key=lambda candidate: candidate.weight, default=None)


def _weight(candidate: Candidate) -> float:
    return candidate.weight


def _support(same: Sequence[Candidate]) -> float:
    """What the candidates beyond the best add: half of the next best one."""
    weights = sorted((candidate.weight for candidate in same), reverse=True)
    return 0.5 * weights[1] if len(weights) > 1 else 0.0
