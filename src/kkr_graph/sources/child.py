"""Reading in another process: started with the first document that needs it, kept for the rest."""

import atexit
import json
from threading import Lock

from kkr_graph.apart import Process
from kkr_graph.errors import SourceError
from kkr_graph.model.text import LineKind
from kkr_graph.sources.formats import Format
from kkr_graph.sources.transcript import Entry, Transcript
from kkr_graph.sources.worker import SECONDS, gave_up

# one thread and plain XML for the libraries that would reserve memory for many
_SPARING = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "OPENPYXL_LXML": "False"}


class Child:
    """One process that reads documents, one after the other."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._process = Process("kkr_graph.sources.worker", environment=_SPARING)
        self._lock = Lock()

    def read(self, form: Format, content: bytes, name: str) -> Transcript:
        """The text of a document.

        Raises:
            SourceError: It cannot be read, or reading it ended or hung the process.
        """
        request = {"format": form, "name": name}
        with self._lock:
            frame = next(self._process.ask(request, content, seconds=self._seconds), None)
            if frame is None:
                self.stop()
                raise SourceError(*gave_up(name, self._seconds))
        answer = json.loads(frame[1])
        if "error" in answer:
            raise SourceError(*answer["error"])
        entries = tuple(
            Entry(text, place, row and (row[0], row[1]), tuple(columns), tuple(reached))
            for text, place, row, columns, reached in answer["entries"]
        )
        return Transcript(entries, LineKind(answer["lines"]))

    @property
    def process_id(self) -> int | None:
        """The process that reads, if one was started."""
        return self._process.process_id

    def stop(self) -> None:
        """End the process; the next document starts another."""
        self._process.stop()


_CHILD = Child()
atexit.register(_CHILD.stop)


def read_apart(form: Format, content: bytes, name: str) -> Transcript:
    """The text of a document, read in another process.

    Raises:
        SourceError: It cannot be read, or reading it ended or hung the process.
    """
    return _CHILD.read(form, content, name)
