"""From what somebody chose, after looking at previews, to a change."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kkr_graph.config import Config
from kkr_graph.intake.change import Addition, Change, document_name, free_document_name
from kkr_graph.intake.names import clean_name
from kkr_graph.intake.preview import Preview


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A file that is to be added. Without a ``name`` it gets the one it has, or the next free."""

    source: Path
    sha256: str
    preview: Preview
    name: str = ""
    replaces: tuple[str, ...] = ()  # documents that leave for it


def planned(config: Config, chosen: Sequence[Chosen]) -> Change:
    """The change that adds them all. A name that was typed is kept, also where it is taken."""
    removals = tuple(dict.fromkeys(document for each in chosen for document in each.replaces))
    promised: list[str] = []
    for each in chosen:
        wanted = document_name(each.preview.kind, clean_name(each.name or each.preview.name))
        promised.append(
            wanted
            if each.name
            else free_document_name(config, wanted, promised=promised, leaving=removals)
        )
    additions = tuple(
        Addition(source=each.source, sha256=each.sha256, document=document)
        for each, document in zip(chosen, promised, strict=True)
    )
    return Change(additions=additions, removals=removals)
