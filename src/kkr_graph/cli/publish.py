"""``kkr-graph publish``: the graph on a SPARQL server."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kkr_graph.model.danish import whole

if TYPE_CHECKING:
    from kkr_graph.store.publishing import Tell


@click.command(name="publish", short_help="Læg grafen på en SPARQL-server.")
@click.option(
    "--endpoint", required=True,
    help="Adressen på serverens grafer (Graph Store Protocol), fx http://localhost:7878/store.",
)  # fmt: skip
@click.option("--query", help="Adressen, som serveren spørges på, hvor den ikke kan gættes.")
@click.option(
    "--graph", "folder", type=click.Path(path_type=Path), default=Path("build"),
    show_default=True, help="Mappen, som grafen ligger i.",
)  # fmt: skip
@click.option("--again", is_flag=True, help="Send også det, der ikke er ændret siden sidst.")
def command(endpoint: str, query: str | None, folder: Path, again: bool) -> None:
    """Læg grafen på en SPARQL-server, en navngiven graf ad gangen.

    Hver graf erstattes som helhed og tælles bagefter. Det, der ikke er ændret siden sidst, sendes ikke
    igen, og en afbrudt kørsel fortsætter, hvor den slap. Navn og adgangskode tages fra omgivelserne:
    KKR_GRAPH_USER og KKR_GRAPH_PASSWORD, eller KKR_GRAPH_TOKEN.

    \b
    Eksempel:
      kkr-graph publish --endpoint http://localhost:7878/store
      kkr-graph publish --endpoint http://server:8890/sparql-graph-crud-auth
    """
    from kkr_graph.store.publishing import GraphStore, publish

    store = GraphStore(endpoint, query)
    with _progress() as tell:
        done = publish(folder, store, again=again, tell=tell)
    click.echo(
        f"{done.sent} grafer sendt, {done.unchanged} uændrede, {done.removed} fjernet; "
        f"serveren har {whole(done.triples)} udsagn. Spørg den med --endpoint {store.query}",
        err=True,
    )


@contextmanager
def _progress() -> Iterator["Tell"]:
    """A bar on a terminal, and nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _done, _all, _graph: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Lægger grafen op", total=None)
        yield lambda done, total, _: bar.update(task, completed=done, total=total)
