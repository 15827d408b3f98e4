"""What decides what a build makes of its documents: the program, its libraries, and the tables."""

import hashlib
import platform
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from kkr_graph.config import Config, packaged

_READERS = ("defusedxml", "openpyxl", "pypdfium2", "rapidfuzz")
_WRITERS = ("pyoxigraph", "pyshacl", "rdflib")


def reading_fingerprint(config: Config) -> str:
    """Of all that decides what one document says, but for the document itself.

    The whole program, since it is not known which of its lines decide that.
    """
    added = [(path, path.name) for path in (config.body_names,) if path.is_file()]
    tables = _told((), (*_all_of(config.registry), *_all_of(config.lookups), *added))
    return hashlib.sha256(f"{_program()}\0{tables}".encode()).hexdigest()


@cache  # what runs was read when it started, whatever becomes of its files
def _program() -> str:
    folder = Path(str(files("kkr_graph")))
    return _told(_READERS, _inside(folder, sorted(folder.rglob("*.py"))))


def graph_fingerprint(config: Config) -> str:
    """Of all that decides what is made of documents that were read, but for who is who."""
    ontology = _all_of(packaged("ontology", "ontology"))
    parts = (reading_fingerprint(config), config.base, _told(_WRITERS, ontology))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _told(libraries: Iterable[str], paths: Iterable[tuple[Path, str]]) -> str:
    told = hashlib.sha256(platform.python_version().encode())
    for library in libraries:
        told.update(f"{library} {version(library)}\n".encode())
    for path, name in paths:
        content = path.read_bytes()
        told.update(f"{name} {len(content)}\n".encode())
        told.update(content)
    return told.hexdigest()


def _all_of(folder: Path) -> Iterator[tuple[Path, str]]:
    yield from _inside(folder, sorted(path for path in folder.rglob("*") if path.is_file()))


def _inside(folder: Path, paths: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    yield from ((path, path.relative_to(folder).as_posix()) for path in paths)
