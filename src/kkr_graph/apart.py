"""Work that may hang, crash or grow is done in a process apart, which can be ended.

The process runs a module of ours. Requests go to its standard input, answers come from its
standard output, both in frames of a JSON line that tells the length of what follows.
"""

import json
import os
import subprocess
import sys
from collections.abc import Generator, Mapping
from threading import Lock, Timer
from typing import IO, Any, TypeAlias

Frame: TypeAlias = tuple[dict[str, Any], bytes]


class Process:
    """A process that is started with the first request, and anew after it was ended.

    One request is answered at a time: callers take turns.
    """

    def __init__(
        self, module: str, *arguments: str, environment: Mapping[str, str] | None = None
    ) -> None:
        self._command = (sys.executable, "-P", "-m", module, *arguments)
        self._environment = environment or {}
        self._process: subprocess.Popen[bytes] | None = None
        self._asked: subprocess.Popen[bytes] | None = None
        self._owner = os.getpid()
        self._lock = Lock()
        self._is_closed = False

    @property
    def process_id(self) -> int | None:
        """The process, if one was started."""
        return None if self._process is None else self._process.pid

    def ask(
        self, head: dict[str, Any], content: bytes = b"", *, seconds: float
    ) -> Generator[Frame, None, None]:
        """The frames of the answer; they end early where the process died or took too long."""
        with self._lock:
            process = self._asked = self._started()
        if process is None:
            return
        assert process.stdin is not None
        assert process.stdout is not None
        watch = Timer(seconds, process.kill)
        watch.start()
        try:
            send(process.stdin, head, content)
            while (frame := receive(process.stdout)) is not None:
                yield frame
        except OSError:  # it died while it was written to
            return
        finally:
            watch.cancel()
            self._let_go(process)

    def start(self) -> "subprocess.Popen[bytes] | None":
        """Have a process at hand, so that the next request need not wait for one; none once closed."""
        with self._lock:
            return self._started()

    def stop(self) -> None:
        """End the process; the next request starts another."""
        with self._lock:
            self._end()

    def close(self) -> None:
        """End the process, also where another thread waits for its answer; no other is started."""
        with self._lock:
            self._is_closed = True
            self._end()

    def _started(self) -> "subprocess.Popen[bytes] | None":
        if self._owner != os.getpid():  # a fork has its parent's child, which is not its own
            self._process, self._owner = None, os.getpid()
        if self._process is not None and self._process.poll() is not None:
            self._end()
        if self._process is None and not self._is_closed:
            self._process = subprocess.Popen(  # noqa: S603 - the interpreter and a module of ours
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=os.environ | self._environment,
            )
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        process.kill()
        process.wait()
        if process is not self._asked:  # else who asks it may be writing to it at this moment
            _close_pipes(process)

    def _let_go(self, process: "subprocess.Popen[bytes]") -> None:
        """The answer is no longer waited for."""
        with self._lock:
            self._asked = None
            if process is not self._process:
                _close_pipes(process)


def _close_pipes(process: "subprocess.Popen[bytes]") -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            try:
                pipe.close()
            except OSError:  # what was still to be written has no reader any more
                continue


# --- inside the process ----------------------------------------------------------------------


def own_streams() -> tuple[IO[bytes], IO[bytes]]:
    """Where requests come from and answers go; what a library prints goes elsewhere."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return sys.stdin.buffer, answers


def limit_memory(most: int) -> None:
    """Bound the address space, where the system can."""
    if sys.platform == "win32":
        return
    import resource

    for kind, wanted in ((resource.RLIMIT_AS, most), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(kind)
        limit = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        try:
            resource.setrlimit(kind, (limit, hard))
        except (ValueError, OSError):  # macOS refuses to limit the address space
            continue


def limit_time(seconds: int) -> None:
    """Bound the time of the processor from now on, where the system can."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    limit = int(used.ru_utime + used.ru_stime) + seconds
    resource.setrlimit(
        resource.RLIMIT_CPU, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard)
    )


# --- frames ----------------------------------------------------------------------------------


def send(pipe: IO[bytes], head: dict[str, Any], content: bytes = b"") -> None:
    """Write one frame."""
    pipe.write(json.dumps(head | {"length": len(content)}).encode("ascii") + b"\n")
    pipe.write(content)
    pipe.flush()


def receive(pipe: IO[bytes]) -> Frame | None:
    """Read one frame; None at the end."""
    line = pipe.readline()
    if not line.endswith(b"\n"):
        return None
    head = json.loads(line)
    content = pipe.read(head["length"])
    return (head, content) if len(content) == head["length"] else None
