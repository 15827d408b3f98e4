"""Of which parts the last graph consists, and what was found in it, so that the next is made of the difference."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kkr_graph.cache.sealed import seal, unseal
from kkr_graph.config import Config
from kkr_graph.model.finding import Checked
from kkr_graph.model.packed import pack, unpack
from kkr_graph.store.canonical import Written


@dataclass(frozen=True, slots=True, kw_only=True)
class LastGraph:
    """A graph that was put in its place.

    ``parts`` has the names of its parts, by document, and ``new_bodies`` what was asked for while
    each was described. ``fingerprint`` is of what decides a graph besides its documents.
    """

    fingerprint: str
    written: Written
    parts: Mapping[str, str]
    new_bodies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    checked: Checked


def last_graph(config: Config, fingerprint: str) -> LastGraph | None:
    """The last graph, if the same program made it of the same registry and ontology."""
    body = unseal(_path(config))
    try:
        last = None if body is None else unpack(LastGraph, json.loads(body))
    except (ValueError, RecursionError):
        return None
    return last if last is not None and last.fingerprint == fingerprint else None


def remember_graph(config: Config, graph: LastGraph) -> None:
    """Keep what the graph consists of; where it cannot be kept, the next one is made whole."""
    seal(_path(config), json.dumps(pack(graph), ensure_ascii=False).encode())


def _path(config: Config) -> Path:
    return config.cache / "graph" / "parts"
