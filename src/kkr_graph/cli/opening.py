"""Which graph a command asks: the one in a folder, or one on a server."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kkr_graph.store import Graph


def open_chosen(folder: Path, endpoint: str | None) -> "Graph":
    """The graph that the options name.

    Raises:
        StoreError: there is none, or the server does not answer.
    """
    if endpoint is not None:
        from kkr_graph.store.remote import connect

        return connect(endpoint)
    from kkr_graph.store.embedded import open_graph

    return open_graph(folder)
