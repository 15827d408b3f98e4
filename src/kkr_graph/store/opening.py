"""Which graph is asked: the one in a folder, or one on a server; only what that needs is loaded."""

from pathlib import Path

from kkr_graph.store import Graph


def graph_at(folder: Path, endpoint: str | None) -> Graph:
    """The graph on the server if there is one, else the graph that was built in the folder.

    Raises:
        StoreError: there is no graph in the folder, or the address is not one of a server.
    """
    if endpoint is not None:
        from kkr_graph.store.remote import connect

        return connect(endpoint)
    from kkr_graph.store.embedded import open_graph

    return open_graph(folder)
