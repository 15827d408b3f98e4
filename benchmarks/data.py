"""What is measured on: generated minutes, and the graph that was built of them.

Both are kept in ``build/benchmarks`` from run to run, as long as what makes them is the same:
600 minutes take minutes to build.
"""

import hashlib
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from shutil import copytree, rmtree

import pyoxigraph as ox
import rdflib

from benchmarks.documents import write_documents
from kkr_graph.config import Config
from kkr_graph.pipeline import build_graph
from kkr_graph.registry import read_registry
from kkr_graph.store.embedded import EmbeddedGraph, open_graph

ROOT = Path(__file__).parents[1]
KEPT = ROOT / "build" / "benchmarks"
SMALL, MIDDLE, LARGE = 10, 600, 6000
_TOLD_OF = 500  # documents
_PATIENCE = 1800  # seconds: a self-join over thousands of meetings is to be measured, not given up
_KEPT_OF_A_BUILD = ("cache", "texts")  # what was read, and is read again where it has changed


@dataclass(frozen=True)
class Data:
    """A built graph of so many generated minutes, and other programs' copies of it, made once."""

    number: int
    config: Config

    @property
    def is_large(self) -> bool:
        """Whether there is more than rdflib can hold in a memory of usual size, or asks in minutes."""
        return self.number > MIDDLE

    @property
    def quads(self) -> Path:
        """The canonical copy, which every engine loads."""
        return self.config.quads

    @cached_property
    def size(self) -> int:
        """How many quads there are."""
        with self.quads.open("rb") as lines:
            return sum(1 for _ in lines)

    @cached_property
    def embedded(self) -> EmbeddedGraph:
        """The graph as the program opens it."""
        return open_graph(self.config.out, seconds=_PATIENCE)

    @cached_property
    def in_rdflib(self) -> rdflib.Dataset:
        """The graph in rdflib's memory."""
        return load_rdflib(self.quads)

    @cached_property
    def bare(self) -> Path:
        """A store on disk that pyoxigraph alone has made."""
        folder = self.config.out / "bare"
        if not folder.is_dir():
            load_bare(self.quads, folder)
        return folder


def load_rdflib(quads: Path) -> rdflib.Dataset:
    """N-Quads in rdflib's memory, all graphs as one."""
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(quads, format="nquads")
    return dataset


def load_bare(quads: Path, folder: Path) -> None:
    """N-Quads in a store on disk, by pyoxigraph's own means."""
    store = ox.Store(folder)
    store.bulk_load(path=quads, format=ox.RdfFormat.N_QUADS)
    store.optimize()
    store.flush()


def made(number: int, folder: Path = KEPT) -> Data:
    """The graph of so many minutes, kept from an earlier run or made now."""
    home = folder / str(number)
    config = Config(data=home / "data", out=home / "build")
    mark, wanted = home / "made-from", _digest()
    if mark.is_file() and mark.read_text(encoding="utf-8") == wanted and config.quads.is_file():
        return Data(number=number, config=config)
    print(f"Building a graph of {number} generated minutes in {home} ...", file=sys.stderr)
    _clear(home)
    copytree(ROOT / "data" / "curation", config.data / "curation")
    copytree(ROOT / "data" / "registry", config.data / "registry")
    header = config.ledger.read_text(encoding="utf-8").splitlines(keepends=True)[0]
    config.ledger.write_text(header, encoding="utf-8")
    write_documents(config.data / "minutes", read_registry(config.registry), number)
    build_graph(config, jobs=os.cpu_count() or 1, progress=_Told())
    mark.write_text(wanted, encoding="utf-8")
    return Data(number=number, config=config)


def _clear(home: Path) -> None:
    """Take away all but what was read, so that a build that was cut off is gone on with."""
    rmtree(home / "data", ignore_errors=True)
    for entry in (home / "build").glob("*"):
        if entry.is_dir() and entry.name not in _KEPT_OF_A_BUILD:
            rmtree(entry, ignore_errors=True)
        elif entry.is_file():
            entry.unlink()


class _Told:
    """Tells each step of a build with the time since its beginning: where one ends says why."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._step = ""

    def __call__(self, step: str, done: int, total: int) -> None:
        if step != self._step or done % _TOLD_OF == 0:
            self._step = step
            print(
                f"{time.monotonic() - self._began:7.0f} s  {peak_memory():6,} MB  "
                f"{step} {done}/{total}",
                file=sys.stderr,
                flush=True,
            )


def peak_memory() -> int:
    """The most megabytes that this process has had; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:  # on Windows
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // (1024 if sys.platform == "linux" else 1024**2)


def _digest() -> str:
    """Of all that the data is made from: generator, program, registry and lookups."""
    digest = hashlib.sha256()
    for path in sorted(_made_from()):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _made_from() -> Iterator[Path]:
    yield ROOT / "benchmarks" / "documents.py"
    for folder in ("data/registry", "data/curation/lookups", "ontology"):
        yield from (path for path in (ROOT / folder).rglob("*") if path.is_file())
    for folder in ("minutes", "language", "resolve", "rdf"):
        yield from (ROOT / "src" / "kkr_graph" / folder).rglob("*.py")


if __name__ == "__main__":
    for word in sys.argv[1:]:
        built = made(int(word))
        print(f"\n### {built.number:,} meetings, {built.size:,} quads")
