"""``kkr-graph serve``: the web application, on this machine alone."""

import contextlib
import socket
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kkr_graph.cli.options import asks
from kkr_graph.errors import ConfigError

if TYPE_CHECKING:
    from starlette.applications import Starlette

_HOST = "127.0.0.1"
_PORT = 8000
_TRIED = 20  # ports from the first, where none was asked for
_CONNECTIONS = 64  # far above one browser, far below what hurts


@click.command(name="serve", short_help="Åbn de lokale websider.")
@click.option(
    "--port", type=click.IntRange(1, 65535),
    help=f"Porten; ellers {_PORT} eller den næste ledige.",
)  # fmt: skip
@asks
@click.option(
    "--data", type=click.Path(path_type=Path), default=Path("data"), show_default=True,
    help="Mappen med dokumenterne, hvis tekst vises omkring en kilde.",
)  # fmt: skip
@click.option("--read-only", is_flag=True, help="Vis kun; ingen kan ændre noget fra siderne.")
def command(
    port: int | None, folder: Path, endpoint: str | None, data: Path, *, read_only: bool
) -> None:
    """Vis grafen som websider på denne maskine, til de stoppes med Ctrl+C.

    Siderne kan kun åbnes på denne maskine, og intet sendes herfra; med --endpoint spørges dog den
    server, der er angivet, og så kan intet ændres.

    \b
    Eksempel:
      kkr-graph serve
      kkr-graph serve --port 8080 --graph build
      kkr-graph serve --read-only
    """
    from kkr_graph.store.opening import graph_at
    from kkr_graph.web.ahead import reading_ahead
    from kkr_graph.web.app import create_app

    graph_at(folder, endpoint)  # a graph that is missing is told now, not in the browser
    app = create_app(None if endpoint else folder, endpoint, data=data, read_only=read_only)
    with listen(port) as listening:
        address = f"http://{_HOST}:{listening.getsockname()[1]}"
        click.echo(f"Siderne er på {address} (stop med Ctrl+C).", err=True)
        ahead = contextlib.nullcontext() if endpoint else reading_ahead(app)
        with ahead, contextlib.suppress(KeyboardInterrupt):
            _serve(app, listening)
    click.echo("Stoppet.", err=True)


def listen(port: int | None) -> socket.socket:
    """A socket on the loopback interface: on the port, or else on the first free one.

    Raises:
        ConfigError: the port is taken.
    """
    if port is not None:
        found = _bound(port)
        if found is None:
            raise ConfigError(
                f"Port {port} er optaget eller må ikke bruges.",
                "Stop det program, der bruger den, eller vælg en anden med --port.",
            )
        return found
    for candidate in range(_PORT, _PORT + _TRIED):
        if (found := _bound(candidate)) is not None:
            return found
    raise ConfigError(
        f"Portene {_PORT}-{_PORT + _TRIED - 1} er alle optaget.", "Vælg en anden med --port."
    )


def _bound(port: int) -> socket.socket | None:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows lets others listen beside us otherwise
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((_HOST, port))
        listening.listen()
    except OSError:
        listening.close()
        return None
    return listening


def _serve(app: "Starlette", listening: socket.socket) -> None:
    import uvicorn

    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        lifespan="off",
        proxy_headers=False,
        limit_concurrency=_CONNECTIONS,
        timeout_keep_alive=5,
    )
    uvicorn.Server(config).run(sockets=[listening])
