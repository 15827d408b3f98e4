"""What questions about one thing cost in a graph ten times as large."""

from collections.abc import Iterator
from functools import partial

from benchmarks.asking import bound
from benchmarks.data import Data, made
from benchmarks.ratio import Ratio, seconds, together
from benchmarks.runs import run

ROUNDS = 5
_OF_ONE_THING = ("attendance", "case", "chairs", "decisions-of-meeting", "evidence", "people")


def rows(data: Data) -> Iterator[Ratio]:
    """Against a graph of a tenth of the meetings; 1 is the same, and 0.67 one and a half times as dear."""
    smaller = made(data.number // 10)
    large, small = dict(bound(data.embedded)), dict(bound(smaller.embedded))
    pairs = []
    for name in _OF_ONE_THING:
        mine, theirs = large[name][0], small[name][0]
        data.embedded.select(mine), smaller.embedded.select(theirs)
        pairs.append(
            [
                (
                    seconds(partial(data.embedded.select, mine)),
                    seconds(partial(smaller.embedded.select, theirs)),
                )
                for _ in range(ROUNDS)
            ]
        )
    yield together(
        f"{len(_OF_ONE_THING)} questions about one person, meeting, case or council",
        f"the same on {smaller.number} meetings", pairs, aim=0.67,
    )  # fmt: skip


if __name__ == "__main__":
    run(rows)
