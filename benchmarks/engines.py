"""Other engines that answer the same question, with a limit on how long they may take."""

import multiprocessing
import signal
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pyoxigraph as ox
import rdflib

from benchmarks.ratio import seconds
from kkr_graph.model.solutions import Row
from kkr_graph.vocab import PREFIXES, XSD

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

_NUMERIC = (XSD.integer, XSD.decimal)
_AT_ONCE = 0.1  # seconds
LIMIT = 60  # seconds for a question, after which an engine is given up, and its time counts as that

Rows: TypeAlias = set[tuple[tuple[str, str], ...]]


class _TooLong(BaseException):
    """The time is up; no Exception, which the engine would catch."""


class Bare:
    """Bare pyoxigraph on a store on disk, in a process that can be ended: the engine has no limit."""

    def __init__(self, store: Path) -> None:
        self._store = store
        self._child: BaseProcess | None = None
        self._pipe: Connection | None = None

    def timed(self, sparql: str, limit: float = LIMIT) -> tuple[float, Rows | None]:
        """Seconds and rows, or no rows where it was given up."""
        pipe = self._started()
        pipe.send(sparql)
        if pipe.poll(limit):
            took, rows = pipe.recv()
            return took, rows
        self.close()
        return float(limit), None

    def close(self) -> None:
        """End the process, whatever it does."""
        if self._child is not None:
            self._child.kill()
            self._child.join()
        self._child = self._pipe = None

    def _started(self) -> Connection:
        if self._pipe is None:
            context = multiprocessing.get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._child = context.Process(
                target=_answer_bare, args=(str(self._store), theirs), daemon=True
            )
            self._child.start()
            theirs.close()  # so that a process which dies ends the waiting for its answer
            self._pipe.recv()
        return self._pipe


def _answer_bare(store: str, pipe: Connection) -> None:
    graph = ox.Store.read_only(store)
    _rows_of_bare(graph, "SELECT * { ?s ?p ?o } LIMIT 1")
    pipe.send("ready")
    while True:
        sparql = pipe.recv()
        rows = _rows_of_bare(graph, sparql)
        pipe.send((brief(partial(_rows_of_bare, graph, sparql)), rows))


def _rows_of_bare(graph: ox.Store, sparql: str) -> Rows:
    answer = graph.query(sparql, prefixes=dict(PREFIXES), use_default_graph_as_union=True)
    assert isinstance(answer, ox.QuerySolutions)
    names = [variable.value for variable in answer.variables]
    return {
        tuple(
            sorted(
                (
                    name,
                    _plain(value.value, getattr(getattr(value, "datatype", None), "value", None)),
                )
                for name, value in zip(names, row, strict=True)
                if isinstance(value, ox.NamedNode | ox.Literal)
            )
        )
        for row in answer
    }


def brief(work: Callable[[], object]) -> float:
    """How long it takes; of what is over at once the least of several times, against chance."""
    took = seconds(work)
    return min(took, *(seconds(work) for _ in range(4))) if took < _AT_ONCE else took


def timed_rdflib(
    graph: rdflib.Graph, sparql: str, limit: float = LIMIT
) -> tuple[float, Rows | None]:
    """Rdflib in memory: seconds and rows, or no rows where it was given up."""
    found: list[Rows] = []
    took, _ = seconds_within(limit, lambda: found.append(_rows_of_rdflib(graph, sparql)))
    return took, found[0] if found else None


def _rows_of_rdflib(graph: rdflib.Graph, sparql: str) -> Rows:
    answer = graph.query(sparql, initNs=PREFIXES)
    return {
        tuple(
            (str(name), _plain(str(row[name]), getattr(row[name], "datatype", None)))
            for name in answer.vars or ()
            if row.get(name) is not None
        )
        for row in answer.bindings
    }


def seconds_within(limit: float, work: Callable[[], object]) -> tuple[float, str]:
    """How long some work takes, of which no more than the limit counts; and that it was given up."""
    began = time.perf_counter()
    try:
        with _at_most(limit):
            work()
    except _TooLong:
        return float(limit), f"given up after {limit:g} s"
    return time.perf_counter() - began, ""


@contextmanager
def _at_most(limit: float) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise _TooLong

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if not hasattr(signal, "SIGALRM"):  # on Windows it takes the time it takes
            yield
            return
        before = signal.signal(signal.SIGALRM, stop)
        signal.setitimer(signal.ITIMER_REAL, limit, 1)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)


def rows_of(found: tuple[Row, ...]) -> Rows:
    """The rows of our own answer, to be compared with theirs."""
    return {
        tuple((name, _plain(term.value, term.datatype)) for name, term in sorted(row.items()))
        for row in found
    }


def in_order(rows: Rows, columns: set[str]) -> Rows:
    """Rows of a few columns, whatever order an engine has them in."""
    return {tuple(sorted(pair for pair in row if pair[0] in columns)) for row in rows}


def _plain(value: str, datatype: str | None) -> str:
    """Numbers by value: engines write 3, 3.0 and 3.00 for the same."""
    numeric = datatype is not None and str(datatype) in _NUMERIC
    return f"{float(value):g}" if numeric else value
