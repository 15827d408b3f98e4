"""Putting the graph on a SPARQL server by the Graph Store Protocol, one named graph at a time.

A graph is replaced as a whole, counted on the server, and noted in a file beside the build, so
that what was interrupted goes on where it stopped and what has not changed is not sent again.
"""

import hashlib
import json
import urllib.request
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit

import pyoxigraph as ox

from kkr_graph.errors import StoreError, quoted
from kkr_graph.store.credentials import HINT, Credentials, credentials_from
from kkr_graph.store.http import opener_for
from kkr_graph.store.remote import connect, is_web_address

SECONDS = 120
AT_ONCE = 20_000  # triples in one request
_NOTES = "published"
_TRIES = 3
# how the address of a graph store ends -> how that of its queries does
_QUERY_ADDRESSES: Mapping[str, str] = {
    "/sparql-graph-crud-auth": "/sparql",  # Virtuoso
    "/sparql-graph-crud": "/sparql",
    "/rdf-graphs/service": "",  # GraphDB, RDF4J
    "/sparql/gsp": "/sparql",  # Neptune
    "/store": "/query",  # Oxigraph
    "/data": "/query",  # Fuseki
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What was done: how many graphs were sent, left as they were, and taken away."""

    sent: int
    unchanged: int
    removed: int
    triples: int


Tell = Callable[[int, int, str], None]  # how many of how many are done, and which


def query_address(store: str) -> str:
    """Where a server is asked, from where its graph store is.

    Raises:
        StoreError: that cannot be told.
    """
    parts = urlsplit(store)
    path = parts.path.rstrip("/")
    for ending, query in _QUERY_ADDRESSES.items():
        if path.endswith(ending):
            return urlunsplit(parts._replace(path=path.removesuffix(ending) + query, query=""))
    raise StoreError(
        f"Af adressen {store} kan det ikke ses, hvor serveren spørges.", "Angiv den med --query."
    )


def publish(
    build: Path,
    store: "GraphStore",
    *,
    again: bool = False,
    at_once: int = AT_ONCE,
    tell: Tell = lambda _done, _all, _graph: None,
) -> Published:
    """Make the server hold the graphs of a build, and none that an earlier build put there.

    Args:
        build: the folder that ``kkr-graph build`` wrote.
        store: the server.
        again: also what was sent before and has not changed.
        at_once: triples in one request.
        tell: is told how far it is.

    Raises:
        StoreError: there is no graph, or the server does not take it.
    """
    graphs = _graphs_of(build / "graph.nq")
    notes = _Notes(build / _NOTES, store.address)
    sent = 0
    for done, (graph, triples) in enumerate(graphs.items()):
        tell(done, len(graphs), graph)
        digest = hashlib.sha256("".join(triples).encode()).hexdigest()
        if again or notes.digest(graph) != digest or store.count(graph) != len(triples):
            notes.forget(graph)
            store.replace(graph, triples, at_once)
            notes.keep(graph, digest)
            sent += 1
    gone = [graph for graph in notes.graphs if graph not in graphs]
    for graph in gone:
        store.remove(graph)
        notes.forget(graph)
    tell(len(graphs), len(graphs), "")
    return Published(
        sent=sent,
        unchanged=len(graphs) - sent,
        removed=len(gone),
        triples=sum(map(len, graphs.values())),
    )


def _graphs_of(quads: Path) -> dict[str, list[str]]:
    """The triples of each graph, sorted, as lines of N-Triples."""
    graphs: dict[str, list[str]] = defaultdict(list)
    try:
        for quad in ox.parse(path=quads, format=ox.RdfFormat.N_QUADS):
            assert isinstance(quad.graph_name, ox.NamedNode)  # the build writes no other
            graphs[quad.graph_name.value].append(f"{quad.triple} .\n")
    except (OSError, SyntaxError) as error:
        raise StoreError(
            f"Der er ingen graf at lægge op i {quads.parent} ({error}).",
            "Kør kkr-graph build, eller vælg en anden mappe med --graph.",
        ) from error
    return {graph: sorted(triples) for graph, triples in sorted(graphs.items())}


class _Notes:
    """What was put where, and found whole."""

    def __init__(self, folder: Path, address: str) -> None:
        self._file = folder / f"{hashlib.sha256(address.encode()).hexdigest()[:16]}.json"
        self._address = address
        self._digests: dict[str, str] = {}
        try:
            self._digests = dict(json.loads(self._file.read_text(encoding="utf-8"))["graphs"])
        except (OSError, ValueError, KeyError, TypeError):
            return  # nothing was put there, or nobody knows any more: everything is sent

    @property
    def graphs(self) -> tuple[str, ...]:
        return tuple(self._digests)

    def digest(self, graph: str) -> str:
        return self._digests.get(graph, "")

    def keep(self, graph: str, digest: str) -> None:
        self._digests[graph] = digest
        self._write()

    def forget(self, graph: str) -> None:
        if self._digests.pop(graph, None) is not None:
            self._write()

    def _write(self) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        told = {"endpoint": self._address, "graphs": dict(sorted(self._digests.items()))}
        beside = self._file.with_suffix(".new")
        beside.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
        beside.replace(self._file)


class GraphStore:
    """A server's named graphs, by the Graph Store Protocol, and its queries to count by."""

    def __init__(
        self,
        address: str,
        query: str | None = None,
        *,
        credentials: Credentials | None = None,
        seconds: int = SECONDS,
    ) -> None:
        """Nothing is sent yet.

        Raises:
            StoreError: the address is not one of a graph store.
        """
        if not is_web_address(address):
            raise StoreError(
                f"{quoted(address)} er ikke adressen på en SPARQL-servers grafer.",
                "Adressen begynder med http:// eller https://, fx http://localhost:7878/store.",
            )
        self.address = address
        self.query = query or query_address(address)
        self._seconds = seconds
        self._is_greeted = False
        credentials = credentials_from() if credentials is None else credentials
        self._opener = opener_for(address, credentials)
        self._asked = connect(self.query, seconds=seconds, credentials=credentials)

    def count(self, graph: str) -> int:
        """How many triples the server has in a graph."""
        rows = self._asked.select(
            f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
        ).rows
        return int(rows[0]["n"].value) if rows else 0

    def replace(self, graph: str, triples: Sequence[str], at_once: int) -> None:
        """Put all of a graph in place of what was there.

        Raises:
            StoreError: the server does not take it, or has another number of triples afterwards.
        """
        self._greet()
        for number, portion in enumerate(_portions(triples, at_once)):
            self._send("POST" if number else "PUT", graph, portion)
        found = self.count(graph)
        if found != len(triples):
            raise StoreError(
                f"Serveren har {found} udsagn i grafen {graph}, men fik {len(triples)}.",
                "Prøv igen; bliver det ved, så spørg den, der driver serveren.",
            )

    def remove(self, graph: str) -> None:
        """Take a graph away; one that is not there is no mistake."""
        self._send("DELETE", graph)

    def _greet(self) -> None:
        """Be asked for a password, where one is wanted, by a request with nothing in it.

        Some servers ask as soon as they see whose graph it is, and close the connection that a
        portion is still being sent on.
        """
        if not self._is_greeted:
            with suppress(StoreError):
                self._send_once("HEAD", "urn:kkr-graph:greeting", None)
            self._is_greeted = True

    def _send(self, method: str, graph: str, body: bytes | None = None) -> None:
        """Send a request, again where the connection breaks: done twice, each is as done once."""
        for _ in range(_TRIES - 1):
            try:
                return self._send_once(method, graph, body)
            except _BrokenError:
                continue
        return self._send_once(method, graph, body)

    def _send_once(self, method: str, graph: str, body: bytes | None) -> None:
        separator = "&" if urlsplit(self.address).query else "?"
        request = urllib.request.Request(  # noqa: S310 - the address was checked
            f"{self.address}{separator}graph={quote(graph, safe='')}", data=body, method=method
        )
        if body is not None:
            request.add_header("Content-Type", "application/n-triples")
        try:
            with self._opener.open(request, timeout=self._seconds) as response:
                response.read()
        except HTTPError as error:
            with error:
                if method == "DELETE" and error.code == 404:
                    return
                raise self._refused(error) from error
        except (OSError, HTTPException) as error:
            raise (_BrokenError if _is_broken(error) else StoreError)(
                f"Serveren {self.address} svarede ikke: {error}",
                "Se efter, om den kører, og kør kommandoen igen: den fortsætter, hvor den slap.",
            ) from error

    def _refused(self, error: HTTPError) -> StoreError:
        told = " ".join(error.read(500).decode(errors="replace").split())[:200]
        hint = HINT if error.code in (401, 403) else "Se efter, om adressen er serverens grafer."
        return StoreError(f"Serveren {self.address} afviser grafen ({error.code}): {told}", hint)


class _BrokenError(StoreError):
    """The connection was closed before there was an answer."""


def _is_broken(error: OSError | HTTPException) -> bool:
    """Whether a server that was reached went away, which may be well the next time."""
    cause = error.reason if isinstance(error, URLError) else error
    return isinstance(cause, ConnectionError | HTTPException) and not isinstance(
        cause, ConnectionRefusedError
    )


def _portions(triples: Sequence[str], at_once: int) -> Iterator[bytes]:
    for at in range(0, len(triples), at_once):
        yield "".join(triples[at : at + at_once]).encode()
