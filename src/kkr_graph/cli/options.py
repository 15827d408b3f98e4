"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import click

from kkr_graph.cli.destination import STANDARD_OUTPUT

_Decorator: TypeAlias = Callable[[Callable[..., Any]], Callable[..., Any]]

_ASKING: tuple[_Decorator, ...] = (
    click.option(
        "--graph", "folder", type=click.Path(path_type=Path), default=Path("build"),
        show_default=True, help="Mappen, som grafen ligger i.",
    ),
    click.option("--endpoint", help="En SPARQL-server i stedet for mappen."),
)  # fmt: skip
_WRITING: tuple[_Decorator, ...] = (
    click.option(
        "--format", "form", type=click.Choice(("table", "csv", "json")),
        help="Ellers en tabel i et vindue, JSON i et rør.",
    ),
    click.option("-o", "--output", default=STANDARD_OUTPUT, help="Filen, der skrives."),
)  # fmt: skip

_CHANGING: tuple[_Decorator, ...] = (
    click.option(
        "--data", type=click.Path(path_type=Path), default=Path("data"), show_default=True,
        help="Mappen med minutes/, appointments/ og curation/.",
    ),
    click.option(
        "--out", "--graph", "out", type=click.Path(path_type=Path), default=Path("build"),
        show_default=True, help="Mappen, som grafen ligger i.",
    ),
)  # fmt: skip


def asks(command: Callable[..., Any]) -> Callable[..., Any]:
    """Which graph is asked."""
    return _with(command, _ASKING)


def asks_and_writes(command: Callable[..., Any]) -> Callable[..., Any]:
    """Which graph is asked, and in which form the rows are written where."""
    return _with(command, (*_ASKING, *_WRITING))


def changes_data(command: Callable[..., Any]) -> Callable[..., Any]:
    """Which documents are changed, and where the graph of them is built."""
    return _with(command, _CHANGING)


def _with(command: Callable[..., Any], options: tuple[_Decorator, ...]) -> Callable[..., Any]:
    for option in reversed(options):
        command = option(command)
    return command
