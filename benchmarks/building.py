"""Building the graph: again, and with one document more, beside building from nothing."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from benchmarks.data import SMALL, Data
from benchmarks.ratio import Ratio, measure
from benchmarks.reading import read_all
from benchmarks.runs import run
from kkr_graph.config import Config
from kkr_graph.pipeline import build_graph


def rows(data: Data) -> Iterator[Ratio]:
    """On a copy; of a large graph nothing, since a build from nothing takes minutes."""
    if data.number > 10 * SMALL:
        return
    with TemporaryDirectory() as folder:
        config = Config(data=Path(folder) / "data", out=Path(folder) / "build")
        copytree(data.config.data, config.data)
        paths = sorted((config.data / "minutes").iterdir())
        cold = partial(build_graph, config, cached=False, jobs=2)
        yield measure(
            "reading alone", partial(read_all, paths, config),
            "reading, describing, checking and storing", partial(build_graph, config, cached=False),
            rounds=2,
        )  # fmt: skip
        yield measure(
            "building again", partial(build_graph, config), "from nothing", cold, rounds=2
        )
        more = config.data / "minutes" / "en-mere.txt"
        first = paths[0].read_text(encoding="utf-8")
        given = iter(range(1, 100))

        def one_more() -> None:
            more.write_text(f"{first}\n{next(given)}\n", encoding="utf-8")  # new every time
            build_graph(config)

        yield measure("building with one more", one_more, "from nothing", cold, rounds=2)


if __name__ == "__main__":
    run(rows)
