"""What the last build was made from and what it left, so that where nothing has changed nothing is done.

It is kept only where the next build would do the same: everything was read, and nobody was new.
"""

import hashlib
import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kkr_graph.cache.fingerprint import graph_fingerprint
from kkr_graph.cache.sealed import seal, unseal
from kkr_graph.config import Config
from kkr_graph.model.packed import pack, unpack
from kkr_graph.model.report import BuildReport
from kkr_graph.store.canonical import Written, digest_of
from kkr_graph.store.search import is_index_of
from kkr_graph.store.texts import KeptTexts
from kkr_graph.store.versions import is_whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Outputs:
    """The SHA-256 of each file that a build leaves, beside the store and the index."""

    graph: str
    report: str
    review: str
    appearances: str

    @classmethod
    def of(cls, config: Config, graph: str | None = None) -> "Outputs":
        """Those that lie there now; the quads need not be read by whoever has just written them.

        Raises:
            OSError: One is missing.
        """
        return cls(
            graph=graph or digest_of(config.quads),
            report=digest_of(config.report),
            review=digest_of(config.review),
            appearances=digest_of(config.appearances),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class LastBuild:
    """A build that came to its end."""

    inputs: str
    outputs: Outputs
    texts: tuple[str, ...]  # the hashes of the documents whose text is kept
    report: BuildReport


def inputs_of(config: Config, sources: Iterable[Path]) -> str:
    """A fingerprint of all that a graph is made from; also of a file that cannot be opened."""
    told = hashlib.sha256(graph_fingerprint(config).encode())
    curated = (config.ledger, config.judgements, config.silenced, config.forgotten)
    for path in (*curated, *sources):
        inside = path.relative_to(config.data).as_posix()
        try:
            told.update(f"{inside}\0{digest_of(path)}\n".encode())
        except OSError:
            told.update(f"{inside}\0\n".encode())
    return told.hexdigest()


def last_build(config: Config, inputs: str) -> LastBuild | None:
    """The last build, if it was made from the same, and all that it left is there and whole."""
    body = unseal(_path(config))
    try:
        last = None if body is None else unpack(LastBuild, json.loads(body))
        if last is None or last.inputs != inputs or last.outputs != Outputs.of(config):
            return None
    except (OSError, ValueError, RecursionError):
        return None
    is_there = (
        is_whole(config.store, last.outputs.graph)
        and is_index_of(config.search, last.outputs.graph)
        and all(sha256 in KeptTexts(config.texts) for sha256 in last.texts)
    )
    return last if is_there else None


def remember(config: Config, inputs: str, report: BuildReport, written: Written) -> None:
    """Keep what a build was made from and what it left; where it cannot be kept, the next one works."""
    with suppress(OSError):
        last = LastBuild(
            inputs=inputs,
            outputs=Outputs.of(config, written.sha256),
            texts=tuple(sorted(KeptTexts(config.texts).hashes)),
            report=report,
        )
        seal(_path(config), json.dumps(pack(last), ensure_ascii=False).encode())


def forget_last_build(config: Config) -> None:
    """Let nothing be told of an older build, whose report names people."""
    with suppress(OSError):
        _path(config).unlink(missing_ok=True)


def _path(config: Config) -> Path:
    return config.cache / "graph" / "last"
