"""The building of what people add: in one go with the build, and as a process for the web.

``python -m kkr_graph.builder`` answers requests in frames, as ``apart`` has them, so that who shows
the graph never imports what makes it, and goes on answering meanwhile.
"""

import json
import os
from contextlib import suppress
from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import IO, Any

from kkr_graph.apart import own_streams, receive, send
from kkr_graph.config import Config
from kkr_graph.documents import read_among_others
from kkr_graph.errors import ConfigError, KkrGraphError, SourceError, StoreError
from kkr_graph.intake.change import Change, applied, to_forget
from kkr_graph.intake.child import told, unpack_change
from kkr_graph.intake.preview import Reading
from kkr_graph.intake.staging import sha256_of
from kkr_graph.lock import only_build
from kkr_graph.model.packed import pack
from kkr_graph.model.progress import Progress
from kkr_graph.model.report import BuildReport
from kkr_graph.pipeline import build_held
from kkr_graph.sources import find_sources
from kkr_graph.store.embedded import open_graph
from kkr_graph.store.versions import version_of

_BUILD = "id/build"  # how the IRI of the build ends, after the base
# by nearly every request: loaded before the first one comes, so that nobody waits for it
_NEEDED = ("kkr_graph.appointments", "kkr_graph.minutes", "kkr_graph.shapes")


def read_addition(config: Config, path: Path) -> Reading:
    """What a file says that may be added.

    Raises:
        SourceError: It cannot be read.
    """
    extract = read_among_others(path, config)
    return Reading(extract=extract, same_content=_same_content(config, extract.document.sha256))


def change_documents(
    config: Config, change: Change, *, day: date, jobs: int = 1, progress: Progress | None = None
) -> BuildReport:
    """Put documents in and take others out, and build the graph: all of it, or nothing.

    Raises:
        ConfigError: A document is there already, or none would be left.
        SourceError: A document cannot be read, or cannot be put in its place.
        KkrGraphError: The build failed. The graph and the data folder are as they were.
    """
    with only_build(config.out):
        config = _as_built(config)
        before = version_of(config.out)
        try:
            with applied(config, change, day=day):
                _refuse_copies(config, change)
                _refuse_emptiness(config)
                report = build_held(config, jobs=jobs, forget=to_forget(config), progress=progress)
                _require_read(change, report)
        except BaseException:
            if version_of(config.out) != before:  # it was swapped in all the same
                with suppress(KkrGraphError):
                    build_held(config, jobs=jobs)
            raise
    return report


def _as_built(config: Config) -> Config:
    """With the base that the graph has: another would give everything new addresses."""
    try:
        rows = open_graph(config.out).select("SELECT ?build WHERE { ?build a kkr:Build }").rows
    except StoreError:  # there is none yet
        return config
    bases = [row["build"].value.removesuffix(_BUILD) for row in rows]
    return replace(config, base=bases[0]) if bases else config


def _same_content(config: Config, sha256: str) -> str:
    paths = (path for path in find_sources(config.data) if sha256_of(path) == sha256)
    return next((path.relative_to(config.data).as_posix() for path in paths), "")


def _refuse_copies(config: Config, change: Change) -> None:
    """After the files are in place, so that two of one batch are told as well."""
    for addition in change.additions:
        for path in find_sources(config.data):
            name = path.relative_to(config.data).as_posix()
            if name != addition.document and sha256_of(path) == addition.sha256:
                raise ConfigError(
                    f"{addition.document} har samme indhold som {name}, der allerede er indlæst",
                    "Der er intet at gøre; dokumentet er der.",
                )


def _refuse_emptiness(config: Config) -> None:
    if not find_sources(config.data):
        raise ConfigError(
            "så er der ingen dokumenter tilbage, og uden dem er der ingen graf",
            "Læg et andet dokument ind først.",
        )


def _require_read(change: Change, report: BuildReport) -> None:
    documents = {addition.document for addition in change.additions}
    for unread in report.unread:
        if unread.name in documents or not report.is_built:
            raise SourceError(unread.problem, unread.hint)


# --- the process ----------------------------------------------------------------------------


def main() -> None:
    """Answer requests until there are no more."""
    requests, answers = own_streams()
    for module in _NEEDED:
        import_module(module)
    while (frame := receive(requests)) is not None:
        head, content = frame
        try:
            _answer(head, content, answers)
        except KkrGraphError as error:
            _send(answers, told(error))
        except Exception as defect:  # noqa: BLE001 - told to whoever asked, who goes on
            problem = f"der er en fejl i programmet ({type(defect).__name__}: {defect})"
            _send(answers, told(KkrGraphError(problem, "Intet er ændret. Meld fejlen.")))


def _answer(head: dict[str, Any], content: bytes, answers: IO[bytes]) -> None:
    config = Config(data=Path(head["data"]), out=Path(head["out"]), base=head["base"])
    if head["do"] == "read":
        reading = read_addition(config, Path(head["path"]))
        _send(answers, {}, json.dumps(pack(reading)).encode("ascii"))
        return

    def tell(step: str, done: int, total: int) -> None:
        _send(answers, {"step": step, "done": done, "total": total})

    report = change_documents(
        config,
        unpack_change(json.loads(content)),
        day=date.fromisoformat(head["day"]),
        jobs=os.cpu_count() or 1,
        progress=tell,
    )
    _send(answers, {}, json.dumps(report.to_json()).encode("ascii"))


def _send(answers: IO[bytes], head: dict[str, Any], content: bytes = b"") -> None:
    """Whoever asked may be gone; what was begun is brought to its end all the same."""
    with suppress(OSError):
        send(answers, head, content)


if __name__ == "__main__":
    main()
