"""The graph on this machine: Oxigraph on disk, built aside and swapped in.

A version of the store is a folder; the file ``CURRENT`` names the one that is read. Readers see
the old version or the new one, never half of either. Beside the named graphs a version holds
their merge as the default graph: the engine's own union of graphs answers twice when two
documents say the same.
"""

import hashlib
import os
import re
import shutil
import threading
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TypeAlias, TypeVar

import pyoxigraph as ox

from kkr_graph.errors import QueryError, StoreError
from kkr_graph.model.solutions import Row, Solutions, Term, literal
from kkr_graph.store.guard import Form, check_text, require_form
from kkr_graph.store.rewriting import rewrite
from kkr_graph.vocab import PREFIXES

DEFAULT_SECONDS = 60.0
_POINTER = "CURRENT"
_STACK = 64 * 1024 * 1024  # the parser and the planner recurse; small thread stacks overflow
_PLACE = re.compile(r"error at (\d+):(\d+)")
_UNREADABLE = (OSError, RuntimeError)  # the engine's own "Corruption" is a RuntimeError
_starting = threading.Lock()  # threading.stack_size is one setting for the whole process
_Result = TypeVar("_Result")
Native: TypeAlias = "ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """The graphs that a question is asked of, where that is not everything.

    As in the protocol: with either given, the default graph is the merge of ``default``, and
    ``GRAPH`` sees ``named`` alone.
    """

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.default or self.named)


def swap_in(quads: Path, folder: Path) -> None:
    """Load N-Quads as a new version of the store in ``folder`` and let readers see it.

    Raises:
        StoreError: the quads cannot be read or the store cannot be written.
    """
    try:
        version = _new_version(quads, folder)
        _load(quads, ox.Store(version))
        _point_at(version.name, folder)
    except (*_UNREADABLE, SyntaxError) as error:
        raise StoreError(
            f"Grafen kunne ikke lægges i {folder}: {error}",
            "Se efter, om der er plads på disken og skriveadgang, og kør kkr-graph build igen.",
        ) from error
    _remove_others(version, folder)


def _new_version(quads: Path, folder: Path) -> Path:
    digest = _digest(quads)
    number = 1
    while True:  # the same content may be what is being read just now
        version = folder / (digest if number == 1 else f"{digest}-{number}")
        try:
            version.mkdir(parents=True)
        except FileExistsError:
            number += 1
        else:
            return version


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()[:16]


def _load(quads: Path, store: ox.Store) -> None:
    store.bulk_load(path=quads, format=ox.RdfFormat.N_QUADS)
    store.bulk_extend(_merged(quads))
    store.optimize()
    store.flush()


def _merged(quads: Path) -> Iterator[ox.Quad]:
    for quad in ox.parse(path=quads, format=ox.RdfFormat.N_QUADS):
        yield ox.Quad(quad.subject, quad.predicate, quad.object)


def _point_at(version: str, folder: Path) -> None:
    beside = folder / f"{_POINTER}.{version}"
    with beside.open("w", encoding="utf-8") as stream:
        stream.write(version + "\n")
        stream.flush()
        os.fsync(stream.fileno())
    beside.replace(folder / _POINTER)


def _remove_others(current: Path, folder: Path) -> None:
    for entry in folder.iterdir():
        if entry.is_dir() and entry != current:
            shutil.rmtree(entry, ignore_errors=True)  # on Windows a reader may hold it: next time


def open_graph(build: Path = Path("build"), *, seconds: float = DEFAULT_SECONDS) -> "EmbeddedGraph":
    """Open the graph in a build folder for reading.

    Where only the canonical copy ``graph.nq`` is left, it is read into memory.

    Args:
        build: the folder that ``kkr-graph build`` wrote.
        seconds: how long one question may take.

    Raises:
        StoreError: there is no graph, or it is damaged.
    """
    folder, quads = build / "store", build / "graph.nq"
    if (folder / _POINTER).is_file():
        return EmbeddedGraph(_open_current(folder), seconds=seconds)
    if quads.is_file():
        return EmbeddedGraph(_in_memory(quads), seconds=seconds)
    raise StoreError(
        f"Der er ingen graf i {build}.",
        "Kør kkr-graph build, eller vælg en anden mappe med --graph.",
    )


def _open_current(folder: Path) -> ox.Store:
    version = _current(folder)
    while True:
        try:
            return ox.Store.read_only(str(folder / version))
        except _UNREADABLE as error:
            newest = _current(folder)  # swapped away between reading the pointer and opening
            if newest == version:
                raise _damaged(folder, error) from error
            version = newest


def _current(folder: Path) -> str:
    try:
        version = (folder / _POINTER).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise _damaged(folder, error) from error
    if not version or not (folder / version).is_dir() or Path(version).name != version:
        raise _damaged(folder, "pegepinden CURRENT viser ikke på en version")
    return version


def _damaged(folder: Path, why: object) -> StoreError:
    return StoreError(
        f"Grafen i {folder} er beskadiget ({why}).", "Kør kkr-graph build for at bygge den igen."
    )


def version_of(build: Path) -> Hashable:
    """What changes when the graph in a build folder is built again; None where there is none."""
    for file in (build / "store" / _POINTER, build / "graph.nq"):
        try:
            told = file.stat()
        except OSError:
            continue
        return file.name, told.st_mtime_ns, told.st_size, told.st_ino
    return None


def _in_memory(quads: Path) -> ox.Store:
    store = ox.Store()
    try:
        _load(quads, store)
    except (*_UNREADABLE, SyntaxError) as error:
        raise StoreError(
            f"{quads} kan ikke læses som N-Quads: {error}",
            "Kør kkr-graph build for at skrive den igen.",
        ) from error
    return store


class EmbeddedGraph:
    """A read-only graph on this machine."""

    def __init__(self, store: ox.Store, *, seconds: float = DEFAULT_SECONDS) -> None:
        self._store = store
        self._seconds = seconds

    def select(self, sparql: str, *, limit: int | None = None) -> Solutions:
        """The rows of a SELECT, at most ``limit``; ``truncated`` where there were more.

        Raises:
            QueryError: the text is no SELECT, is refused, or takes too long.
            StoreError: the store cannot be read.
        """
        require_form(sparql, Form.SELECT)
        return self._in_time(sparql, lambda: self._select(sparql, limit))

    def ask(self, sparql: str) -> bool:
        """The answer to an ASK; raises as ``select`` does."""
        require_form(sparql, Form.ASK)
        return self._in_time(sparql, lambda: bool(self._query(sparql)))

    def construct(self, sparql: str) -> bytes:
        """The triples of a CONSTRUCT or DESCRIBE as sorted N-Triples; raises as ``select`` does."""
        require_form(sparql, Form.CONSTRUCT, Form.DESCRIBE)
        return self._in_time(sparql, lambda: self._construct(sparql))

    @property
    def store(self) -> ox.Store:
        """The engine's own store, for what else reads it."""
        return self._store

    @cached_property
    def graphs(self) -> frozenset[str]:
        """The IRIs of the named graphs."""
        names = self._store.named_graphs()
        return frozenset(name.value for name in names if isinstance(name, ox.NamedNode))

    def ask_freely(
        self, sparql: str, *, dataset: Dataset | None = None, rewritten: bool = True
    ) -> Native:
        """What the engine answers to any question, as it goes on answering.

        Only for a process that can be ended, and in a thread with a deep stack: there is no limit.

        Raises:
            QueryError: the text is no question, is refused, or cannot be read.
        """
        form = check_text(sparql, graphs=self.graphs)
        dataset = dataset or Dataset()
        self._check_known((*dataset.default, *dataset.named))
        try:
            ox.Store().query(sparql, prefixes=dict(PREFIXES))  # reads it, and has nothing to ask
            if rewritten and not dataset and (sooner := rewrite(sparql)) != sparql:
                require_form(sooner, form)
                return self._query(sooner)
        except SyntaxError as error:
            raise _syntax_error(str(error), sparql) from error
        except QueryError:  # too long, now that it is written out
            pass
        return self._query_in(sparql, dataset)

    def _check_known(self, wanted: Sequence[str]) -> None:
        unknown = sorted(set(wanted) - self.graphs)
        if unknown:
            raise QueryError(
                f"<{unknown[0][:200]}> er ikke en af grafens egne grafer.",
                "Se dem med SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }.",
            )

    def _query_in(self, sparql: str, dataset: Dataset) -> Native:
        if not dataset:
            return self._query(sparql)
        return self._store.query(
            sparql,
            prefixes=dict(PREFIXES),
            default_graph=[ox.NamedNode(iri) for iri in dataset.default],
            named_graphs=[ox.NamedNode(iri) for iri in dataset.named],
        )

    def _select(self, sparql: str, limit: int | None) -> Solutions:
        answer = self._query(sparql)
        assert isinstance(answer, ox.QuerySolutions)
        names = columns_of(answer)
        rows = tuple(row_of(names, solution) for solution in islice(answer, limit))
        truncated = limit is not None and next(answer, None) is not None
        return Solutions(columns=names, rows=rows, truncated=truncated)

    def _construct(self, sparql: str) -> bytes:
        answer = self._query(sparql)
        assert isinstance(answer, ox.QueryTriples)
        return sorted_triples(answer)

    def _query(self, sparql: str) -> Native:
        return self._store.query(sparql, prefixes=dict(PREFIXES))

    def _in_time(self, sparql: str, question: Callable[[], _Result]) -> _Result:
        """Ask in a thread with a deep stack, and stop waiting when the time is up.

        The engine has no time limit of its own: the abandoned thread goes on until the process
        ends. What anybody may ask is asked in a process of its own, ``kkr_graph.store.free``.
        """
        results: list[_Result | Exception] = []

        def work() -> None:
            try:
                results.append(question())
            except (*_UNREADABLE, SyntaxError, ValueError) as error:
                results.append(error)

        in_deep_stack(work).join(self._seconds)
        if not results:
            raise QueryError(
                f"Spørgsmålet tog mere end {self._seconds:g} sekunder og blev opgivet.",
                "Gør det smallere, eller tilføj LIMIT.",
            )
        if isinstance(results[0], Exception):
            raise in_danish(results[0], sparql) from results[0]
        return results[0]


def in_deep_stack(work: Callable[[], None]) -> threading.Thread:
    """Start work in a thread whose stack the engine does not overflow."""
    thread = threading.Thread(target=work, daemon=True)
    with _starting:
        before = threading.stack_size(_STACK)
        try:
            thread.start()
        finally:
            threading.stack_size(before)
    return thread


def in_danish(error: Exception, sparql: str) -> Exception:
    """What the engine complains of, as one of our errors."""
    if isinstance(error, SyntaxError):
        return _syntax_error(str(error), sparql)
    if isinstance(error, OSError) or "Corruption" in str(error):
        return StoreError(
            f"Grafen kan ikke læses: {error}", "Kør kkr-graph build for at bygge den igen."
        )
    return QueryError(f"Spørgsmålet kan ikke besvares: {error}", "Prøv at omskrive det.")


def _syntax_error(message: str, sparql: str) -> QueryError:
    """The engine's parse error in Danish, with line and column where it says so."""
    place = _PLACE.search(message)
    if place is None:
        return QueryError("SPARQL-spørgsmålet kan ikke læses.", message[:200])
    line, column = int(place[1]), int(place[2])
    text = "".join(sparql.split("\n")[line - 1 : line]).strip()
    return QueryError(
        f"SPARQL-spørgsmålet kan ikke læses ved linje {line}, tegn {column}: »{text[:80]}«.",
        "Se efter en manglende parentes, et manglende punktum eller et ukendt præfiks dér eller "
        "lige før.",
    )


def columns_of(answer: ox.QuerySolutions) -> tuple[str, ...]:
    """The names of the columns."""
    return tuple(variable.value for variable in answer.variables)


def row_of(columns: tuple[str, ...], solution: ox.QuerySolution) -> Row:
    """One solution as a row."""
    return {name: _term(value) for name in columns if (value := solution[name]) is not None}


def sorted_triples(answer: ox.QueryTriples) -> bytes:
    """Triples as sorted N-Triples, each once."""
    written = answer.serialize(format=ox.RdfFormat.N_TRIPLES)
    assert isinstance(written, bytes)
    return b"".join(sorted(set(written.splitlines(keepends=True))))


def _term(value: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Term:
    match value:
        case ox.NamedNode():
            return Term(value=value.value, is_iri=True)
        case ox.BlankNode():
            return Term(value=value.value, is_blank=True)
        case ox.Literal():
            return literal(value.value, value.datatype.value, value.language)
        case _:
            return Term(value=str(value))
