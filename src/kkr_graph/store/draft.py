"""The next version of the store, made aside and swapped in."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pyoxigraph as ox

from kkr_graph.errors import StoreError
from kkr_graph.files import replace_file
from kkr_graph.model.difference import Difference
from kkr_graph.store.loading import load
from kkr_graph.store.versions import POINTER, UNREADABLE, open_current


class Draft:
    """The next version of the store, which no reader sees before it is published."""

    def __init__(self, folder: Path, place: Path, store: ox.Store) -> None:
        self._folder = folder
        self._place = place
        self._store: ox.Store | None = store

    @classmethod
    def loaded(cls, quads: Path, folder: Path) -> "Draft":
        """A version with the quads of a file.

        Raises:
            StoreError: the quads cannot be read or the store cannot be written.
        """
        with _writing(folder):
            place = _free_place(folder)
            place.mkdir(parents=True)
            store = ox.Store(place)
            load(quads, store)
            return cls(folder, place, store)

    @classmethod
    def of_current(cls, folder: Path) -> "Draft":
        """A version as the current one, whose files it shares as long as neither changes.

        Raises:
            StoreError: there is no current one, or it cannot be copied.
        """
        with _writing(folder):
            place = _free_place(folder)
            open_current(folder).backup(place)
            return cls(folder, place, ox.Store(place))

    def __enter__(self) -> "Draft":
        return self

    def __exit__(self, *_: object) -> None:
        """Remove what was not published."""
        self._store = None
        if self._place.is_dir():
            shutil.rmtree(self._place, ignore_errors=True)

    @property
    def store(self) -> ox.Store:
        """The engine's own store, as the draft is now."""
        assert self._store is not None
        return self._store

    def change(self, difference: Difference) -> None:
        """Let quads go and come, in their graphs and in the merge of the graphs.

        Raises:
            StoreError: the store cannot be written.
        """
        with _writing(self._folder):
            gone, come = _quads(difference.gone), _quads(difference.come)
            for quad in gone:
                self.store.remove(quad)
            self.store.extend([*come, *(_in_merge(quad) for quad in come)])
            for quad in gone:
                if not any(self._saying(quad)):
                    self.store.remove(_in_merge(quad))
            for graph in {quad.graph_name for quad in gone}:
                if not any(True for _ in self.store.quads_for_pattern(None, None, None, graph)):
                    self.store.remove_graph(graph)

    def _saying(self, quad: ox.Quad) -> Iterator[bool]:
        """Whether each graph that says the same is a named one."""
        same = self.store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
        return (other.graph_name != ox.DefaultGraph() for other in same)

    def publish(self, digest: str) -> None:
        """Let readers see this version, of the quads with this SHA-256, instead of the one before.

        Raises:
            StoreError: the store cannot be written.
        """
        with _writing(self._folder):
            self.store.flush()
            self._store = None  # closes it, so that its folder may be renamed
            version = _free_place(self._folder, digest[:16])
            self._place.rename(version)
            replace_file(self._folder / POINTER, f"{version.name}\n".encode())
        _remove_others(version, self._folder)


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    try:
        yield
    except (*UNREADABLE, SyntaxError) as error:
        raise StoreError(
            f"Grafen kunne ikke lægges i {folder}: {error}",
            "Se efter, om der er plads på disken og skriveadgang, og kør kkr-graph build igen.",
        ) from error


def _free_place(folder: Path, name: str = "draft") -> Path:
    """A folder that is not there; the same content may be what is being read just now."""
    folder.mkdir(parents=True, exist_ok=True)
    names = (name if number == 1 else f"{name}-{number}" for number in count(1))
    return next(place for each in names if not (place := folder / each).exists())


def _quads(lines: Sequence[bytes]) -> list[ox.Quad]:
    return list(ox.parse(b"".join(lines), format=ox.RdfFormat.N_QUADS))


def _in_merge(quad: ox.Quad) -> ox.Quad:
    return ox.Quad(quad.subject, quad.predicate, quad.object)


def _remove_others(current: Path, folder: Path) -> None:
    for entry in folder.iterdir():
        if entry.is_dir() and entry != current:
            shutil.rmtree(entry, ignore_errors=True)  # on Windows a reader may hold it: next time
