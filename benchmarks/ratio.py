"""Two ways of doing the same, measured in turn: how many times as fast one is as the other."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import geometric_mean, median

HEADER = (
    "| what | against | times as fast | spread | rounds | aim | |\n|---|---|---|---|---|---|---|"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """How many times as fast one was as the other, once for each round; ``aim`` is the least wanted.

    ``note`` says what else is to be known, such as what stopped at a limit.
    """

    what: str
    against: str
    rounds: Sequence[float]
    aim: float | None = None
    note: str = ""

    @property
    def middle(self) -> float:
        """The median of the rounds."""
        return median(self.rounds)

    def __str__(self) -> str:
        low, high = min(self.rounds), max(self.rounds)
        aim = "" if self.aim is None else f"{self.aim:g}"
        missed = self.aim is not None and self.middle < self.aim
        told = "; ".join(part for part in ("not reached" if missed else "", self.note) if part)
        cells = (
            self.what, self.against, f"{self.middle:.3g}", f"{low:.3g}–{high:.3g}",
            str(len(self.rounds)), aim, told,
        )  # fmt: skip
        return f"| {' | '.join(cells)} |"


@dataclass(frozen=True, slots=True, kw_only=True)
class Took:
    """How many seconds something took, once for each round; a row of the same table.

    ``aim`` is the most wanted.
    """

    what: str
    rounds: Sequence[float]
    aim: float

    def __str__(self) -> str:
        middle, low, high = median(self.rounds), min(self.rounds), max(self.rounds)
        told = "" if middle <= self.aim else "not reached"
        return (
            f"| {self.what} | – | {1000 * middle:.0f} ms | {1000 * low:.0f}–{1000 * high:.0f} ms "
            f"| {len(self.rounds)} | {1000 * self.aim:.0f} ms | {told} |"
        )


def measure(
    what: str,
    ours: Callable[[], object],
    against: str,
    theirs: Callable[[], object],
    *,
    rounds: int,
    aim: float | None = None,
    warm: bool = True,
) -> Ratio:
    """Take turns, so that whatever else the machine does meets both.

    The first round is thrown away; ``warm`` is false for work so long that it warms itself.
    """
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(rounds + warm)][warm:]
    return Ratio(
        what=what, against=against, rounds=[other / mine for mine, other in pairs], aim=aim
    )


def together(
    what: str,
    against: str,
    pairs: Iterable[Sequence[tuple[float, float]]],
    *,
    aim: float | None = None,
    note: str = "",
) -> Ratio:
    """Many small measurements as one: the geometric mean over them, for each round.

    Args:
        what: what was measured.
        against: what it was measured against.
        pairs: for each of the small ones, for each round, our seconds and theirs.
        aim: the least wanted.
        note: what else is to be known.
    """
    rounds = zip(*pairs, strict=True)
    means = [geometric_mean([other / mine for mine, other in each]) for each in rounds]
    return Ratio(what=what, against=against, rounds=means, aim=aim, note=note)


def seconds(work: Callable[[], object]) -> float:
    """How long some work takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
