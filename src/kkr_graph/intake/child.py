"""The builder, asked: reading and building happen in processes of their own."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Lock
from typing import Any, TypeAlias

from kkr_graph import errors
from kkr_graph.apart import Process
from kkr_graph.config import Config
from kkr_graph.errors import KkrGraphError, SourceError, StoreError
from kkr_graph.intake.change import Addition, Change, NameTaken
from kkr_graph.intake.preview import Reading
from kkr_graph.model.packed import unpack

Tell: TypeAlias = Callable[[str, int, int], None]

_MODULE = "kkr_graph.builder"
_READ_SECONDS = 90.0  # a reader is given 60
_BUILD_SECONDS = 6 * 3600.0


class Builder:
    """Reads documents and builds the graph of one data folder, without being in its way."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self._reader = Process(_MODULE)
        self._reading = Lock()
        self._ahead = Process(_MODULE)  # the next one to build

    def read(self, path: Path) -> Reading:
        """What one file says.

        Raises:
            KkrGraphError: It cannot be read, as the sentences say.
        """
        head = {"do": "read", "path": str(path), **self._folders()}
        self._ahead.start()  # while a person looks at what was read
        with self._reading:
            frame = next(self._reader.ask(head, seconds=_READ_SECONDS), None)
            if frame is None:
                self._reader.stop()
                raise SourceError(
                    f"filen {path.name} kan ikke læses: læsningen brød sammen eller varede for længe",
                    "Åbn dokumentet i det program, det er skrevet i, og gem det igen.",
                )
        _raise_told(frame[0])
        return unpack(Reading, json.loads(frame[1]))

    def change(self, change: Change, *, day: date, tell: Tell) -> dict[str, Any]:
        """Do it and build the graph; the report, as JSON values. All of it happens, or nothing.

        Raises:
            KkrGraphError: Nothing was changed, as the sentences say.
        """
        head = {"do": "change", "day": day.isoformat(), **self._folders()}
        process, self._ahead = self._ahead, Process(_MODULE)
        content = json.dumps(pack_change(change)).encode()
        try:
            for answer, body in process.ask(head, content, seconds=_BUILD_SECONDS):
                _raise_told(answer)
                if "step" in answer:
                    tell(answer["step"], answer["done"], answer["total"])
                else:
                    report: dict[str, Any] = json.loads(body)
                    return report
        finally:
            process.close()  # for good: who reads meanwhile may be about to have it started
        raise StoreError(
            "bygningen brød sammen", "Prøv igen, eller kør kkr-graph build for at se hvorfor."
        )

    def stop(self) -> None:
        """End the process that reads, and the one that waits to build."""
        self._reader.stop()
        self._ahead.stop()

    def _folders(self) -> dict[str, str]:
        config = self._config
        return {"data": str(config.data), "out": str(config.out), "base": config.base}


def pack_change(change: Change) -> dict[str, Any]:
    """The change as JSON values."""
    return {
        "additions": [[str(each.source), each.sha256, each.document] for each in change.additions],
        "removals": list(change.removals),
        "undoes": change.undoes,
    }


def unpack_change(values: dict[str, Any]) -> Change:
    """The change that was packed."""
    return Change(
        additions=tuple(
            Addition(source=Path(source), sha256=sha256, document=document)
            for source, sha256, document in values["additions"]
        ),
        removals=tuple(values["removals"]),
        undoes=values["undoes"],
    )


def told(error: KkrGraphError) -> dict[str, Any]:
    """The error as JSON values."""
    return {"error": type(error).__name__, "arguments": [str(each) for each in error.args]}


def _raise_told(answer: dict[str, Any]) -> None:
    """Raise here what was raised there."""
    if "error" not in answer:
        return
    kinds = {NameTaken.__name__: NameTaken, **vars(errors)}
    kind = kinds.get(answer["error"], KkrGraphError)
    assert issubclass(kind, KkrGraphError)
    raise kind(*answer["arguments"])
