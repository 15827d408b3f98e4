"""Reading in another process: started with the first document that needs it, kept for the rest."""

import atexit
import json
import os
import subprocess
import sys
from threading import Lock, Timer
from typing import Any

from kkr_graph.errors import SourceError
from kkr_graph.model.text import LineKind
from kkr_graph.sources.formats import Format
from kkr_graph.sources.transcript import Entry, Transcript
from kkr_graph.sources.worker import SECONDS, gave_up, receive, send

_COMMAND = (sys.executable, "-P", "-m", "kkr_graph.sources.worker")
# one thread and plain XML for the libraries that would reserve memory for many
_SPARING = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "OPENPYXL_LXML": "False"}


class Child:
    """One process that reads documents, one after the other."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = os.getpid()
        self._lock = Lock()

    def read(self, form: Format, content: bytes, name: str) -> Transcript:
        """The text of a document.

        Raises:
            SourceError: It cannot be read, or reading it ended or hung the process.
        """
        with self._lock:
            answer = self._ask({"format": form, "name": name}, content)
        if answer is None:
            raise SourceError(*gave_up(name, self._seconds))
        if "error" in answer:
            raise SourceError(*answer["error"])
        entries = tuple(Entry(text, place) for text, place in answer["entries"])
        return Transcript(entries, LineKind(answer["lines"]))

    def _ask(self, request: dict[str, Any], content: bytes) -> dict[str, Any] | None:
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        watch = Timer(self._seconds, process.kill)
        watch.start()
        try:
            send(process.stdin, request, content)
            frame = receive(process.stdout)
        except OSError:  # it died while it was written to
            frame = None
        finally:
            watch.cancel()
        if frame is None:
            self.stop()
            return None
        answer: dict[str, Any] = json.loads(frame[1])
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        if self._owner != os.getpid():  # a fork has its parent's child, which is not its own
            self._process, self._owner = None, os.getpid()
        if self._process is not None and self._process.poll() is not None:
            self.stop()
        if self._process is None:
            self._process = subprocess.Popen(  # noqa: S603 - the interpreter and a module of ours
                _COMMAND,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=os.environ | _SPARING,
            )
        return self._process

    @property
    def process_id(self) -> int | None:
        """The process that reads, if one was started."""
        return None if self._process is None else self._process.pid

    def stop(self) -> None:
        """End the process; the next document starts another."""
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:  # what was still to be written has no reader any more
                    continue


_CHILD = Child()
atexit.register(_CHILD.stop)


def read_apart(form: Format, content: bytes, name: str) -> Transcript:
    """The text of a document, read in another process.

    Raises:
        SourceError: It cannot be read, or reading it ended or hung the process.
    """
    return _CHILD.read(form, content, name)
