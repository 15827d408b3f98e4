"""What the pages are made from: one version of the graph, opened anew when it has been rebuilt."""

import json
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from kkr_graph.config import DEFAULT_BASE, Config
from kkr_graph.files import state_of
from kkr_graph.model.solutions import Row, Term
from kkr_graph.network.exploration import Explorer
from kkr_graph.network.facts import Facts
from kkr_graph.queries import NamedQuery, load_queries
from kkr_graph.queries.binding import bind
from kkr_graph.queries.builds import days_of_builds
from kkr_graph.queries.days import today
from kkr_graph.store import Graph
from kkr_graph.store.found import Finder, open_finder
from kkr_graph.store.free import FreeGraph
from kkr_graph.store.opening import graph_at
from kkr_graph.store.remote import RemoteGraph, connect
from kkr_graph.store.texts import KeptTexts
from kkr_graph.store.versions import version_of
from kkr_graph.vocab import FOAF, KKR
from kkr_graph.web.addresses import Addresses
from kkr_graph.web.entries import build_index
from kkr_graph.web.reading import Nodes, written
from kkr_graph.web.search import Index
from kkr_graph.web.texts import Texts

_BUILD = "id/build"
_MOST_KEPT = 200
_Made = TypeVar("_Made")
_COUNTED = (
    FOAF.Person, KKR.Forum, KKR.ContactCouncil, KKR.Municipality, KKR.Meeting, KKR.AgendaItem,
    KKR.Tenure, KKR.SourceDocument,
)  # fmt: skip


@dataclass(slots=True)
class _Held:
    """Something that is made once; whoever asks while it is being made waits for it."""

    lock: Any = field(default_factory=threading.RLock)
    made: tuple[Any, ...] = ()


class Site:
    """One version of the graph with what is read from it once."""

    def __init__(
        self,
        graph: Graph,
        *,
        texts: Texts,
        report: Path | None = None,
        words: Finder | None = None,
        data: Path | None = None,
    ) -> None:
        self.data = data
        self.words = words  # none on a server, whose texts are not here
        self.graph = graph
        self.texts = texts
        self.nodes = Nodes(graph)
        self._report = report
        self._kept: OrderedDict[Hashable, _Held] = OrderedDict()
        self._keeping = threading.Lock()

    @cached_property
    def queries(self) -> Mapping[str, NamedQuery]:
        """The named questions."""
        return load_queries()

    def rows(self, question: str, **values: Term) -> tuple[Row, ...]:
        """The bare rows of a named question; its values are terms, so no name is looked up."""
        return self.graph.select(bind(self.queries[question].sparql, values)).rows

    @cached_property
    def _builds(self) -> Mapping[str, date]:
        return days_of_builds(self.graph)

    @cached_property
    def addresses(self) -> Addresses:
        """The paths of the graph's IRIs; the build's own IRI tells what they begin with."""
        bases = (iri.removesuffix(_BUILD) for iri in self._builds if iri.endswith(_BUILD))
        return Addresses(min(bases, default=DEFAULT_BASE))

    @cached_property
    def data_through(self) -> date | None:
        """The latest day that the documents tell of."""
        return max(self._builds.values(), default=None)

    @property
    def day(self) -> date:
        """The day that pages are about unless another is asked for: the last that is known of."""
        return self.data_through or today()

    @property
    def index(self) -> Index:
        """Everything that can be found."""
        return self.kept("index", lambda: build_index(self.graph))

    @property
    def explorer(self) -> Explorer:
        """The networks of the graph, read when the first is asked for."""
        return self.kept("explorer", lambda: Explorer(Facts(self.graph)))

    @cached_property
    def totals(self) -> Mapping[str, int]:
        """How many things of each class there are."""
        classes = " ".join(written(iri) for iri in _COUNTED)
        rows = self.graph.select(
            "SELECT ?class (COUNT(DISTINCT ?s) AS ?n) WHERE { VALUES ?class { "
            + classes
            + " } ?s a ?class } GROUP BY ?class"
        ).rows
        return {row["class"].value: int(row["n"].value) for row in rows}

    @cached_property
    def bodies_with_posts(self) -> int:
        """How many bodies somebody has or had a post in; the registry knows many more."""
        rows = self.graph.select(
            "SELECT (COUNT(DISTINCT ?body) AS ?n) WHERE { ?t a kkr:Tenure ; org:organization ?body }"
        ).rows
        return int(rows[0]["n"].value) if rows else 0

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """What the electoral terms are called."""
        rows = self.graph.select(
            "SELECT DISTINCT ?label WHERE { ?t a kkr:ElectoralTerm ; skos:prefLabel ?label }"
        ).rows
        return tuple(sorted(row["label"].value for row in rows))

    def kept(self, what: Hashable, make: Callable[[], _Made]) -> _Made:
        """Something that takes long to make: the graph stays the same, so what is made does too.

        What there is one of, by a name, is kept for good; of what is told apart by more, the last asked for.
        """
        with self._keeping:
            held = self._kept.setdefault(what, _Held())
            self._kept.move_to_end(what)
            several = [each for each in self._kept if isinstance(each, tuple)]
            if len(several) > _MOST_KEPT:
                del self._kept[several[0]]
        with held.lock:
            if not held.made:
                held.made = (make(),)
        made: _Made = held.made[0]
        return made

    @cached_property
    def report(self) -> Mapping[str, Any]:
        """What the build told about itself; empty where it left nothing, as on a server."""
        try:
            told = json.loads(self._report.read_text(encoding="utf-8")) if self._report else {}
        except (OSError, ValueError):
            return {}
        return told if isinstance(told, dict) else {}


class Sites:
    """The graph of a folder or of a server; ``current()`` is what to answer a request from."""

    def __init__(
        self, folder: Path | None, endpoint: str | None, *, data: Path | None, seconds: float
    ) -> None:
        self._build = Config(out=folder or Path("build"))
        self.free: FreeGraph | RemoteGraph = (  # where free questions are asked
            FreeGraph(self._build.out, seconds=seconds) if endpoint is None else connect(endpoint)
        )
        self._endpoint = endpoint
        self._data = data
        kept = KeptTexts(self._build.texts) if endpoint is None else None
        self._texts = Texts(data, kept)
        self._lock = threading.Lock()
        self._opened: tuple[object, Site] | None = None

    @property
    def folders(self) -> Config | None:
        """Where the data and the graph lie; None over a server, or where the data is not known."""
        if self._endpoint is not None or self._data is None:
            return None
        return Config(data=self._data, out=self._build.out)

    def current(self) -> Site:
        """The graph as it is now: a build that has been swapped in is seen at once.

        Raises:
            StoreError: there is none, or it cannot be opened.
        """
        version = self._version()
        with self._lock:
            if self._opened is None or self._opened[0] != version:
                self._opened = None
                self._opened = (version, self._open())
            return self._opened[1]

    def _open(self) -> Site:
        graph = graph_at(self._build.out, self._endpoint)
        if self._endpoint is not None:
            return Site(graph, texts=self._texts, data=self._data)
        words = open_finder(self._build.out) if self._build.quads.is_file() else None
        return Site(
            graph, texts=self._texts, report=self._build.report, words=words, data=self._data
        )

    def _version(self) -> object:
        """What changes when the graph is built again, and when its report comes a moment later."""
        if self._endpoint is not None:
            return self._endpoint
        return version_of(self._build.out), state_of(self._build.report)
