"""Stores on disk, of quads that nothing has checked."""

from pathlib import Path

from kkr_graph.store.canonical import digest_of
from kkr_graph.store.draft import Draft


def swap_in(quads: Path, folder: Path) -> None:
    """Load N-Quads as a new version of the store in ``folder`` and let readers see it."""
    with Draft.loaded(quads, folder) as draft:
        draft.publish(digest_of(quads))
