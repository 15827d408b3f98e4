"""From N-Quads to a graph that answers, beside rdflib and beside pyoxigraph alone."""

from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

from benchmarks.data import Data, load_bare, load_rdflib
from benchmarks.ratio import Ratio, measure
from benchmarks.runs import run
from tests.stores import swap_in


def rows(data: Data) -> Iterator[Ratio]:
    """Loading whole stores, each into an empty folder."""
    few = data.number > 100  # rdflib needs minutes then
    with TemporaryDirectory() as folder:
        number = count()

        def bare() -> None:
            target = Path(folder) / f"bare-{next(number)}"
            load_bare(data.quads, target)
            rmtree(target)

        ours = partial(swap_in, data.quads, Path(folder) / "ours")
        if not data.is_large:
            yield measure(
                "N-Quads to a store on disk that can be asked",
                ours,
                "rdflib in memory",
                partial(load_rdflib, data.quads),
                rounds=1 if few else 3,
                aim=20,
                warm=not few,
            )
        yield measure(
            "N-Quads to a store on disk that can be asked",
            ours,
            "bare pyoxigraph on disk, without the merge of the graphs",
            bare,
            rounds=1 if data.is_large else 3,
            aim=0.9,
            warm=not few,
        )


if __name__ == "__main__":
    run(rows)
