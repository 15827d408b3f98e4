"""Real SPARQL servers on the loopback interface, each in a folder of its own."""

import contextlib
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kkr_graph.store.credentials import Credentials
from kkr_graph.store.publishing import GraphStore
from kkr_graph.store.remote import RemoteGraph, connect

_VIRTUOSO = """\
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 2000
MaxMemPoolSize = 4000000000
DisableUnixSocket = 1
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 4
[SPARQL]
ResultSetMaxRows = 10000
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A server that runs: where its graphs are, and who may write them."""

    name: str
    store: str
    query: str
    guarded: str  # where queries need a password too
    credentials: Credentials

    def graph_store(self) -> GraphStore:
        return GraphStore(self.store, credentials=self.credentials)

    def graph(self) -> RemoteGraph:
        return connect(self.query, seconds=250)  # a machine with other work is slow


@contextmanager
def oxigraph(folder: Path) -> Iterator[Server]:
    """Oxigraph's own server, from the package of that name."""
    (port,) = _free_ports(1)
    program = Path(sys.executable).with_name("oxigraph")
    address = f"127.0.0.1:{port}"
    with _running([program, "serve", "--location", folder, "--bind", address], port):
        yield Server(
            name="oxigraph",
            store=f"http://{address}/store",
            query=f"http://{address}/query",
            guarded="",
            credentials=Credentials(),
        )


@contextmanager
def virtuoso(folder: Path, program: str) -> Iterator[Server]:
    """OpenLink Virtuoso, as Debian packs it."""
    sql, http = _free_ports(2)
    settings = folder / "virtuoso.ini"
    settings.write_text(_VIRTUOSO.format(folder=folder, sql=sql, http=http), encoding="utf-8")
    base = f"http://127.0.0.1:{http}"
    with _running([program, "+configfile", settings, "+foreground"], http):
        yield Server(
            name="virtuoso",
            store=f"{base}/sparql-graph-crud-auth",
            query=f"{base}/sparql",
            guarded=f"{base}/sparql-auth",
            credentials=Credentials(user="dba", password="dba"),
        )


def _free_ports(count: int) -> list[int]:
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


@contextmanager
def _running(command: Sequence[str | Path], port: int) -> Iterator[None]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(process, port)
        yield
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_for(process: subprocess.Popen[bytes], port: int) -> None:
    for _ in range(1200):  # two minutes or more: a machine with other work is slow
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        try:
            process.wait(timeout=0.1)
        except subprocess.TimeoutExpired:
            continue
        raise AssertionError(f"{process.args!r} ended with {process.returncode}")
    raise AssertionError(f"{process.args!r} does not listen")
