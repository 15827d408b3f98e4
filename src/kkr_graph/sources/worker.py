"""The process that documents are read in: ``python -m kkr_graph.sources.worker``.

A document can be made to exhaust a reader, or to crash it. That ends this process and no other.
Requests come on standard input, answers go to standard output, both in frames of a JSON line that
tells the length of what follows.
"""

import json
import os
import sys
from typing import IO, Any

from kkr_graph.errors import SourceError
from kkr_graph.sources.formats import Format, read_format

MEMORY = 1_500_000_000  # bytes of address space
SECONDS = 60  # for one document, of processor and of wall time
MOST_TEXT = 20_000_000  # characters; the longest minutes have a hundredth of that


def main() -> None:
    """Read documents until there are no more."""
    _limit_memory()
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no answer
    while (frame := receive(requests)) is not None:
        request, content = frame
        _limit_time()
        answer, is_fit = answer_request(request, content)
        send(answers, {}, json.dumps(answer).encode("ascii"))
        if not is_fit:
            return


def answer_request(request: dict[str, Any], content: bytes) -> tuple[dict[str, Any], bool]:
    """What to reply, and whether this process may read another document."""
    name = request["name"]
    try:
        transcript = read_format(Format(request["format"]), content, name)
        if sum(len(entry.text) for entry in transcript.entries) > MOST_TEXT:
            return {"error": too_large(name)}, True
    except SourceError as error:
        return {"error": error.args}, True
    except MemoryError:
        return {"error": too_large(name)}, False
    except Exception as error:  # noqa: BLE001 - what a reader makes of a hostile file is its own
        return {"error": damaged(name, type(error).__name__)}, True
    entries = [[entry.text, entry.place] for entry in transcript.entries]
    return {"lines": transcript.lines, "entries": entries}, True


def too_large(name: str) -> tuple[str, str]:
    """What is said of a document that takes more memory or time than any real one."""
    return (
        f"filen {name} er for stor eller for indviklet at læse",
        "Del dokumentet, eller gem det som ren tekst.",
    )


def gave_up(name: str, seconds: float) -> tuple[str, str]:
    """What is said of a document that ended the process, or took too long."""
    return (
        f"filen {name} kan ikke læses: læsningen brød sammen eller varede over {seconds:g} sekunder",
        "Åbn dokumentet i det program, det er skrevet i, og gem det igen eller som ren tekst.",
    )


def damaged(name: str, what: str) -> tuple[str, str]:
    """What is said of a document that a reader stumbles over."""
    return (
        f"filen {name} er beskadiget og kan ikke læses ({what})",
        "Åbn dokumentet i det program, det er skrevet i, og gem det igen.",
    )


# --- limits, where the system has them ------------------------------------------------------


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    import resource

    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(kind)
        limit = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(kind, (limit, hard))
        except (ValueError, OSError):  # macOS refuses to limit the address space
            continue


def _limit_time() -> None:
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    limit = int(used.ru_utime + used.ru_stime) + SECONDS
    resource.setrlimit(
        resource.RLIMIT_CPU, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard)
    )


# --- frames ---------------------------------------------------------------------------------


def send(pipe: IO[bytes], head: dict[str, Any], content: bytes) -> None:
    """Write one frame."""
    pipe.write(json.dumps(head | {"length": len(content)}).encode("ascii") + b"\n")
    pipe.write(content)
    pipe.flush()


def receive(pipe: IO[bytes]) -> tuple[dict[str, Any], bytes] | None:
    """Read one frame; None at the end."""
    line = pipe.readline()
    if not line.endswith(b"\n"):
        return None
    head = json.loads(line)
    content = pipe.read(head["length"])
    return (head, content) if len(content) == head["length"] else None


if __name__ == "__main__":
    main()
