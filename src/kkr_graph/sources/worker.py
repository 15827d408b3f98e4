"""The process that documents are read in: ``python -m kkr_graph.sources.worker``.

A document can be made to exhaust a reader, or to crash it. That ends this process and no other.
"""

import json
from typing import Any

from kkr_graph.apart import limit_memory, limit_time, own_streams, receive, send
from kkr_graph.errors import SourceError
from kkr_graph.sources.advice import FETCH_AGAIN
from kkr_graph.sources.formats import Format, read_format

MEMORY = 1_500_000_000  # bytes of address space
SECONDS = 60  # for one document, of processor and of wall time
MOST_TEXT = 20_000_000  # characters; the longest minutes have a hundredth of that


def main() -> None:
    """Read documents until there are no more."""
    limit_memory(MEMORY)
    requests, answers = own_streams()
    while (frame := receive(requests)) is not None:
        request, content = frame
        limit_time(SECONDS)
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
    entries = [
        [entry.text, entry.place, entry.row, entry.columns, entry.reached]
        for entry in transcript.entries
    ]
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
        FETCH_AGAIN,
    )


if __name__ == "__main__":
    main()
