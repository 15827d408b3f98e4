"""The embedded store as an rdflib Dataset, for those who know rdflib."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

import pyoxigraph as ox
import rdflib
from oxrdflib import OxigraphStore
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result

from kkr_graph.errors import StoreError
from kkr_graph.store.embedded import open_graph
from kkr_graph.store.guard import check_text
from kkr_graph.vocab import PREFIXES


class ReadOnlyStore(OxigraphStore):
    """A store whose questions pass the gate, and which nothing changes.

    Questions run in the caller's own process: there is no limit to how long they take.
    """

    def __init__(self, store: ox.Store, graphs: frozenset[str]) -> None:
        super().__init__(store=store)
        self._graphs = graphs

    def query(
        self,
        query: Query | str,
        initNs: Mapping[str, Any],  # noqa: N803 - rdflib's name
        initBindings: Mapping[str, Any],  # noqa: N803
        queryGraph: str,  # noqa: N803
        **more: object,
    ) -> Result:
        """The answer to a question that neither changes anything nor reaches out.

        Raises:
            QueryError: it does.
        """
        if isinstance(query, str):
            check_text(query, graphs=self._graphs)
        # The engine's own default graph need not be said, and would go before FROM if it were.
        graph = "" if queryGraph == DATASET_DEFAULT_GRAPH_ID else queryGraph
        result: Result = super().query(query, initNs, initBindings, graph, **more)
        return result

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise StoreError("Grafen kan kun læses.", "Ret filerne i data/, og kør kkr-graph build.")

    add = addN = remove = update = remove_graph = _refuse  # noqa: N815 - rdflib's

    def add_graph(self, graph: rdflib.Graph) -> None:
        """Nothing: rdflib calls it when a graph is only named to be read."""


def open_dataset(build: Path) -> rdflib.Dataset:
    """The graph in a build folder; the default graph is the merge of the named graphs.

    Raises:
        StoreError: there is no graph, or it is damaged.
    """
    graph = open_graph(build)
    dataset = rdflib.Dataset(store=ReadOnlyStore(graph.store, graph.graphs))
    for prefix, iri in PREFIXES.items():
        dataset.bind(prefix, iri)
    return dataset
