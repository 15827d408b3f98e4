"""Free questions to the graph in a folder, each in a process that can be ended.

A few run at a time, a few more wait, and the rest are told to come again, so that no question
keeps others from being answered.
"""

import atexit
import json
import math
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from threading import BoundedSemaphore, Lock
from typing import Any, Self, TypeAlias

from kkr_graph.apart import Frame, Process
from kkr_graph.errors import (
    KkrGraphError,
    QueryError,
    QueryMistake,
    QueryStopped,
    StoreBusy,
    StoreError,
)
from kkr_graph.model.solutions import Row, Solutions, row_from_json
from kkr_graph.store.embedded import Dataset
from kkr_graph.store.guard import form_of
from kkr_graph.store.worker import too_much

SECONDS = 10.0
RUNNING = 2
WAITING = 4
MOST_ROWS = 10_000

# rows of a SELECT, the truth of an ASK, or sorted N-Triples
FreeAnswer: TypeAlias = Solutions | bool | bytes
_ERRORS = {error.__name__: error for error in (QueryError, QueryMistake, QueryStopped, StoreError)}
_EVERYTHING = Dataset()


class FreeGraph:
    """A graph that anybody may ask anything."""

    def __init__(
        self,
        build: Path,
        *,
        seconds: float = SECONDS,
        rewritten: bool = True,
        running: int = RUNNING,
        waiting: int = WAITING,
    ) -> None:
        """Nothing is started yet.

        Args:
            build: the folder that ``kkr-graph build`` wrote.
            seconds: how long one question may take.
            rewritten: whether questions are written so that the engine answers them sooner.
            running: how many are asked at a time.
            waiting: how many more may wait for their turn.
        """
        self._build = build
        self._seconds = seconds
        self._rewritten = rewritten
        self._most = running + waiting
        self._turns = BoundedSemaphore(running)
        self._lock = Lock()
        self._present = 0
        self._idle: list[Process] = []
        self._busy: list[Process] = []
        self._is_closed = False
        atexit.register(self.close)

    def answer(
        self, sparql: str, *, limit: int = MOST_ROWS, dataset: Dataset = _EVERYTHING
    ) -> FreeAnswer:
        """The answer to a question of any form.

        Args:
            sparql: the question.
            limit: at most so many rows; ``truncated`` says that there were more.
            dataset: the graphs to ask, where that is not all.

        Raises:
            QueryStopped: it took too long or too much.
            QueryError: the text is no question, is refused, or cannot be read.
            StoreBusy: others are asking; it may be asked again.
            StoreError: the graph cannot be read.
        """
        first, *rest = self._frames(sparql, dataset, limit=limit)
        match first[0]["part"]:
            case "truth":
                return bool(first[0]["truth"])
            case "columns":
                rows = tuple(_rows(rest))
                columns, truncated = tuple(first[0]["columns"]), rest[-1][0]["truncated"]
                return Solutions(columns=columns, rows=rows, truncated=truncated)
            case _:
                return b"".join(content for _, content in rest)

    def written(self, sparql: str, form: str, *, dataset: Dataset = _EVERYTHING) -> bytes:
        """The whole answer as a file: json, xml, csv or tsv for rows and truth; ttl, nt or jsonld.

        Raises as ``answer`` does; what is too large is refused, never cut.
        """
        frames = self._frames(sparql, dataset, written=form)
        return b"".join(content for _, content in frames)

    def warm(self) -> None:
        """Have a process ready for the next question."""
        with self._lock:
            if not (self._idle or self._busy or self._is_closed):
                self._idle.append(self._started())

    def close(self) -> None:
        """End all processes, and the questions that are being asked; no more can be."""
        with self._lock:
            self._is_closed = True
            for process in (*self._idle, *self._busy):
                process.close()
            self._idle.clear()
        atexit.unregister(self.close)

    def __enter__(self) -> Self:
        """The graph, whose processes end with the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """End all processes."""
        self.close()

    def _frames(self, sparql: str, dataset: Dataset, **request: int | str) -> Sequence[Frame]:
        """All frames of a whole answer."""
        form_of(sparql)  # what is no question costs no process
        head: dict[str, Any] = {
            "limit": MOST_ROWS,
            "written": "",
            "rewritten": self._rewritten,
            "default": dataset.default,
            "named": dataset.named,
            "seconds": math.ceil(self._seconds) + 1,
            **request,
        }
        with self._turn(), self._process() as process:
            began = time.monotonic()
            with closing(process.ask(head, sparql.encode(), seconds=self._seconds)) as frames:
                answer = list(_until_last(frames))
            last = answer[-1][0] if answer else {"part": "died"}
            if last["part"] == "error":
                raise _ERRORS.get(last["kind"], QueryError)(*last["told"])
            if last["part"] != "done":
                raise self._stopped(time.monotonic() - began)
            return answer

    def _stopped(self, took: float) -> QueryStopped:
        if took >= self._seconds:
            return too_much(f"det tog mere end {self._seconds:g} sekunder")
        return too_much("det krævede for meget hukommelse eller fik databasen til at bryde sammen")

    @contextmanager
    def _turn(self) -> Iterator[None]:
        with self._lock:
            if self._present >= self._most:
                raise _busy()
            self._present += 1
        try:
            if not self._turns.acquire(timeout=self._seconds):
                raise _busy()
            try:
                yield
            finally:
                self._turns.release()
        finally:
            with self._lock:
                self._present -= 1

    @contextmanager
    def _process(self) -> Iterator[Process]:
        """A process for one question; after an error another takes its place."""
        with self._lock:
            if self._is_closed:
                raise StoreError("Databasen er lukket.", "Start programmet igen.")
            process = self._idle.pop() if self._idle else self._started()
            self._busy.append(process)
        try:
            yield process
        except (KkrGraphError, OSError):
            process.stop()
            process.start()
            raise
        finally:
            with self._lock:
                self._busy.remove(process)
                self._idle.append(process)

    def _started(self) -> Process:
        process = Process("kkr_graph.store.worker", str(self._build))
        process.start()
        return process


def _until_last(frames: Iterator[Frame]) -> Iterator[Frame]:
    for frame in frames:
        yield frame
        if frame[0]["part"] in ("done", "error"):
            return


def _rows(frames: Sequence[Frame]) -> Iterator[Row]:
    for head, content in frames:
        if head["part"] == "rows":
            yield from map(row_from_json, json.loads(content))


def _busy() -> StoreBusy:
    return StoreBusy("Databasen er optaget af andre spørgsmål.", "Prøv igen om nogle sekunder.")
