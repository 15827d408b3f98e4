"""Where a command writes its file: whole or not at all."""

import sys
from pathlib import Path

import click

from kkr_graph.errors import ConfigError
from kkr_graph.files import replace_file

STANDARD_OUTPUT = "-"


def form_of_output() -> str:
    """A table for whoever looks, JSON for another program; told to somebody who sees neither coming."""
    if sys.stdout.isatty():
        return "table"
    if sys.stderr.isatty():
        click.echo(
            "Svaret er JSON, fordi det sendes videre; --format table giver tabellen.", err=True
        )
    return "json"


def write_whole(content: bytes, file: str) -> None:
    """Replace a file in one step; ``-`` is the standard output.

    Raises:
        ConfigError: it cannot be written, as when it is open in Excel.
    """
    if file == STANDARD_OUTPUT:
        sys.stdout.buffer.write(content)
        return
    target = Path(file)
    try:
        replace_file(target, content)
    except OSError as error:
        raise _unwritable(target, error) from error


def _unwritable(target: Path, error: OSError) -> ConfigError:
    if isinstance(error, PermissionError):  # so Windows answers when another program holds it
        return ConfigError(
            f"{target} kan ikke skrives: filen er åben i et andet program, eller mappen er "
            "skrivebeskyttet.",
            "Luk filen i Excel og prøv igen, eller vælg et andet sted med -o.",
        )
    if not target.parent.is_dir():
        return ConfigError(
            f"Mappen {target.parent} findes ikke.", "Opret den, eller vælg en anden med -o."
        )
    return ConfigError(
        f"{target} kan ikke skrives: {error.strerror or error}.",
        "Se efter, om der er plads på disken, eller vælg et andet sted med -o.",
    )
