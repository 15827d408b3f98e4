"""``kkr-graph read``: what is read from one document."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kkr_graph.cli.destination import form_of_output
from kkr_graph.config import Config

if TYPE_CHECKING:
    from kkr_graph.model.extract import Extract


@click.command(name="read")
@click.argument("file", metavar="FIL", type=click.Path(path_type=Path))
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    default=Path("data"),
    show_default=True,
    help="Datamappen med register og opslag. Findes de ikke, bruges programmets egne.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "text"]),
    help="table i et vindue, json ellers; text er teksten, som positionerne tæller i.",
)
def command(file: Path, data: Path, form: str | None) -> None:
    """Vis, hvad der læses af dokumentet FIL.

    Hver oplysning har sin plads i teksten (`span`) og ordene, den bygger på (`quote`). Det, der ikke
    kunne bruges, står under `unclaimed`; det, et menneske bør se på, under `warnings`.

    \b
    Eksempel:
      kkr-graph read data/minutes/referat.txt
      kkr-graph read data/minutes/referat.txt --format json
    """
    from kkr_graph.documents import read_document, read_text

    form = form or form_of_output()
    config = Config(data=data)
    if form == "text":
        click.echo(read_text(file, config).text, nl=False)
        return
    extract = read_document(file, config)
    if form == "json":
        from kkr_graph.model.extract import to_json

        click.echo(json.dumps(to_json(extract), ensure_ascii=False, indent=2))
    else:
        _write_tables(extract)


def _write_tables(extract: "Extract") -> None:
    """The extract as a person reads it: a heading and a table for each sort of fact."""
    from kkr_graph.cli.extract_tables import write_tables

    write_tables(extract)
