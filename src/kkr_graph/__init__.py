"""Danish council minutes to a knowledge graph.

``kkr_graph.ask("who-represents", forum="DEB")`` answers a question, ``network_of("Frimand")`` gives
a networkx graph, ``open_graph("build")`` an rdflib Dataset. Importing the package loads nothing,
so that ``kkr-graph --help`` stays quick.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kkr_graph.api import Rows, Thing, ask, network_of, open_graph
    from kkr_graph.errors import KkrGraphError

__all__ = ["KkrGraphError", "Rows", "Thing", "ask", "network_of", "open_graph"]


def __getattr__(name: str) -> object:
    """What is public, imported when it is used."""
    if name not in __all__:
        raise AttributeError(f"module 'kkr_graph' has no attribute {name!r}")
    module = "kkr_graph.errors" if name == "KkrGraphError" else "kkr_graph.api"
    return getattr(import_module(module), name)


def __dir__() -> list[str]:
    return sorted(__all__)
