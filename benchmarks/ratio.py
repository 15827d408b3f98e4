"""Two ways of doing the same, measured in turn: how many times faster one is than the other."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """How long one took as a multiple of the other, once for each round."""

    what: str
    against: str
    rounds: Sequence[float]

    def __str__(self) -> str:
        low, high = min(self.rounds), max(self.rounds)
        middle = f"{median(self.rounds):.3g}"
        return f"| {self.what} | {self.against} | {middle} | {low:.3g}–{high:.3g} | {len(self.rounds)} |"


def measure(
    what: str,
    ours: Callable[[], object],
    against: str,
    theirs: Callable[[], object],
    *,
    rounds: int,
) -> Ratio:
    """Take turns, so that whatever else the machine does meets both; the first round is thrown away."""
    pairs = [(_seconds(ours), _seconds(theirs)) for _ in range(rounds + 1)][1:]
    return Ratio(what=what, against=against, rounds=[mine / other for mine, other in pairs])


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
