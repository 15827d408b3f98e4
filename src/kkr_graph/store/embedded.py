"""The graph on this machine, as it is asked: Oxigraph, on disk or in memory."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TypeVar

import pyoxigraph as ox

from kkr_graph.errors import QueryError, StoreError
from kkr_graph.model.solutions import Solutions
from kkr_graph.store.guard import Form, check_text, require_form
from kkr_graph.store.loading import load
from kkr_graph.store.mistakes import mistake
from kkr_graph.store.native import Native, columns_of, in_danish, rows_of, sorted_triples
from kkr_graph.store.stack import in_deep_stack
from kkr_graph.store.versions import UNREADABLE, is_there, open_current
from kkr_graph.vocab import PREFIXES

DEFAULT_SECONDS = 60.0
_Result = TypeVar("_Result")


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
    if is_there(folder):
        return EmbeddedGraph(open_current(folder), seconds=seconds)
    if quads.is_file():
        return EmbeddedGraph(_in_memory(quads), seconds=seconds)
    raise StoreError(
        f"Der er ingen graf i {build}.",
        "Kør kkr-graph build, eller vælg en anden mappe med --graph.",
    )


def _in_memory(quads: Path) -> ox.Store:
    store = ox.Store()
    try:
        load(quads, store)
    except (*UNREADABLE, SyntaxError) as error:
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
        from kkr_graph.store.rewriting import rewrite

        form = check_text(sparql, graphs=self.graphs)
        dataset = dataset or Dataset()
        self._check_known((*dataset.default, *dataset.named))
        try:
            ox.Store().query(sparql, prefixes=dict(PREFIXES))  # reads it, and has nothing to ask
            if rewritten and not dataset and (sooner := rewrite(sparql)) != sparql:
                require_form(sooner, form)
                return self._query(sooner)
        except SyntaxError as error:
            raise mistake(str(error), sparql) from error
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
        rows = tuple(islice(rows_of(answer), limit))
        truncated = limit is not None and next(answer, None) is not None
        return Solutions(columns=columns_of(answer), rows=rows, truncated=truncated)

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
        try:
            return in_deep_stack(question, self._seconds)
        except TimeoutError as error:
            raise QueryError(
                f"Spørgsmålet tog mere end {self._seconds:g} sekunder og blev opgivet.",
                "Gør det smallere, eller tilføj LIMIT.",
            ) from error
        except (*UNREADABLE, SyntaxError, ValueError) as error:
            raise in_danish(error, sparql) from error
