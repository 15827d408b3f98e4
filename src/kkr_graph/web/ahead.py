"""Reading ahead: what the first reader after a build would wait for is made before anybody asks.

The pages that take seconds once are made in a thread beside the server, as if somebody had visited them,
each time the graph has been built again. What is being made when a reader asks for it is waited for and
not made twice.
"""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.routing import Match, Route

from kkr_graph.errors import KkrGraphError
from kkr_graph.queries import Kind
from kkr_graph.web.site import Site, Sites
from kkr_graph.web.surroundings import Surroundings, answering

PATHS: Final = (
    "/", "/netvaerk/poster", "/oversigt", "/konstituering", "/fund", "/tal",
)  # fmt: skip
"""The pages over the whole graph, those that most begin with first."""
_LONG = (Kind.COUNCIL, Kind.PARTY)  # whose pages count what stands in hundreds of documents
_LOOK = 2.0  # seconds between looks at whether the graph is another
_BREATH = 0.05  # seconds between pages, for whoever asks in between
_log = logging.getLogger(__name__)


@contextmanager
def reading_ahead(app: Starlette, *, every: float = _LOOK) -> Iterator[threading.Thread]:
    """While the block lasts, the graph that the application answers from is read ahead by a thread.

    It is left behind in the middle of a page if need be: it only reads.
    """
    ended = threading.Event()
    thread = threading.Thread(
        target=_follow, args=(app, ended, every), name="reading-ahead", daemon=True
    )
    thread.start()
    try:
        yield thread
    finally:
        ended.set()


def _follow(app: Starlette, ended: threading.Event, every: float) -> None:
    sites = app.state.sites
    assert isinstance(sites, Sites)
    read: Site | None = None
    while not ended.is_set():
        with suppress(KkrGraphError):  # there may be none just now: whoever asks is told so
            site = sites.current()
            if site is not read:
                read = site
                read_ahead(app, site, ended)
        ended.wait(every)


def read_ahead(app: Starlette, site: Site, ended: threading.Event) -> None:
    """Make what pages of this graph need, until it is done, or no longer wanted."""
    for path in _paths(site):
        if ended.wait(_BREATH):
            return
        try:
            _visit(app, path)
        except Exception:  # noqa: BLE001 - whoever asks for the page is told; the next is made all the same
            _log.debug("%s could not be read ahead", path, exc_info=True)


def _paths(site: Site) -> Iterator[str]:
    yield from PATHS
    site.nodes.read_ahead()
    for group in site.index.all_of(_LONG).groups:
        for entry in group.hits:
            yield site.addresses.path(entry.iri)


def _visit(app: Starlette, path: str) -> None:
    """What a request for the path makes; the answer goes nowhere."""
    scope = {
        "type": "http", "method": "GET", "path": path, "root_path": "", "query_string": b"",
        "headers": [(b"accept", b"text/html")], "app": app,
    }  # fmt: skip
    state = app.state
    for route in app.routes:
        match, found = route.matches(scope)
        if match is Match.FULL and isinstance(route, Route):
            with answering(Surroundings(writer=state.writer, sites=state.sites)):
                route.endpoint(Request({**scope, **found}))
            return
