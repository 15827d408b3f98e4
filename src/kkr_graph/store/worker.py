"""The process that free questions are asked in: ``python -m kkr_graph.store.worker FOLDER``.

A question can be made to take for ever, to fill the memory or to crash the engine. That ends this
process and no other. An answer is a frame that tells its form, frames with what it holds, and one
that says that it is whole.
"""

import io
import json
import sys
from collections.abc import Hashable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import pyoxigraph as ox

from kkr_graph.apart import Frame, limit_memory, limit_time, own_streams, receive, send
from kkr_graph.errors import KkrGraphError, QueryStopped
from kkr_graph.model.solutions import row_to_json
from kkr_graph.store.embedded import Dataset, EmbeddedGraph, open_graph
from kkr_graph.store.native import Native, columns_of, in_danish, rows_of, sorted_triples
from kkr_graph.store.stack import in_deep_stack
from kkr_graph.store.triples import TRIPLE_FORMS, write_triples
from kkr_graph.store.versions import version_of

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

MEMORY = 1_500_000_000  # bytes of address space
MOST_BYTES = 64 * 1024 * 1024  # of one answer
_ROWS_AT_ONCE = 500
_BYTES_AT_ONCE = 1024 * 1024
_RESULTS: Mapping[str, ox.QueryResultsFormat] = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}


def main() -> None:
    """Answer questions until there are no more."""
    limit_memory(MEMORY)
    requests, answers = own_streams()
    in_deep_stack(lambda: _work(Path(sys.argv[1]), requests, answers))


def _work(build: Path, requests: IO[bytes], answers: IO[bytes]) -> None:
    opened = _Opened(build)
    while (frame := receive(requests)) is not None:
        request, text = frame
        limit_time(request["seconds"])
        for head, content in _whole(opened, request, text.decode()):
            send(answers, head, content)


class _Opened:
    """The graph of a folder, opened anew when it was built again."""

    def __init__(self, build: Path) -> None:
        self._build = build
        self._version: Hashable = None
        self._graph: EmbeddedGraph | None = None

    def current(self) -> EmbeddedGraph:
        version = version_of(self._build)
        if self._graph is None or version != self._version:
            self._graph, self._version = open_graph(self._build), version
        return self._graph


def _whole(opened: _Opened, request: dict[str, Any], sparql: str) -> Iterator[Frame]:
    """The answer, or what is wrong."""
    sent = 0
    try:
        graph = opened.current()
        for frame in _answer(graph, request, sparql):
            sent += len(frame[1])
            if sent > MOST_BYTES:
                raise _TOO_LARGE
            yield frame
    except KkrGraphError as error:
        yield _told(error)
    except MemoryError:
        yield _told(too_much("det kræver for meget hukommelse"))
    except (SyntaxError, ValueError, OSError, RuntimeError) as error:
        yield _told(in_danish(error, sparql))


def _told(error: Exception) -> Frame:
    return {"part": "error", "kind": type(error).__name__, "told": error.args}, b""


def too_much(why: str) -> QueryStopped:
    """What is said of a question that was ended."""
    return QueryStopped(
        f"Spørgsmålet blev standset: {why}.", "Gør det smallere, eller tilføj LIMIT."
    )


_TOO_LARGE = too_much(f"svaret fylder over {MOST_BYTES // 1024**2} MB")


def _answer(graph: EmbeddedGraph, request: dict[str, Any], sparql: str) -> Iterator[Frame]:
    dataset = Dataset(default=tuple(request["default"]), named=tuple(request["named"]))
    answer = graph.ask_freely(sparql, dataset=dataset, rewritten=request["rewritten"])
    wanted = request["written"]
    if wanted:
        yield {"part": "bytes"}, b""
        yield from _in_pieces(_written(answer, wanted))
        yield {"part": "done"}, b""
    elif isinstance(answer, ox.QuerySolutions):
        yield from _rows(answer, request["limit"])
    elif isinstance(answer, ox.QueryBoolean):
        yield {"part": "truth", "truth": bool(answer)}, b""
        yield {"part": "done"}, b""
    else:
        yield {"part": "bytes"}, b""
        yield from _in_pieces(sorted_triples(answer))
        yield {"part": "done"}, b""


def _rows(answer: ox.QuerySolutions, limit: int) -> Iterator[Frame]:
    yield {"part": "columns", "columns": columns_of(answer)}, b""
    rows = map(row_to_json, islice(rows_of(answer), limit))
    while some := list(islice(rows, _ROWS_AT_ONCE)):
        yield {"part": "rows"}, json.dumps(some).encode()
    yield {"part": "done", "truncated": next(answer, None) is not None}, b""


def _written(answer: Native, form: str) -> bytes:
    if isinstance(answer, ox.QueryTriples):
        assert form in TRIPLE_FORMS
        return write_triples(sorted_triples(answer), form)
    written = _Bounded()
    answer.serialize(output=written, format=_RESULTS[form])
    return written.getvalue()


class _Bounded(io.BytesIO):
    """Bytes that may not become too many."""

    def write(self, content: "ReadableBuffer") -> int:
        if self.tell() > MOST_BYTES:
            raise _TOO_LARGE
        return super().write(content)


def _in_pieces(content: bytes) -> Iterator[Frame]:
    for at in range(0, len(content), _BYTES_AT_ONCE):
        yield {"part": "bytes"}, content[at : at + _BYTES_AT_ONCE]


if __name__ == "__main__":
    main()
