"""``kkr-graph constitution seats-export``: the seat groups as a workbook to edit."""

from pathlib import Path

import click

from kkr_graph.cli.destination import write_whole


@click.command(
    name="seats-export", short_help="Skriv pladsgrupperne til et regneark, der kan rettes."
)
@click.option("-o", "--output", required=True, help="Regnearket, fx pladser.xlsx.")
@click.option(
    "--data", type=click.Path(path_type=Path, file_okay=False), default=Path("data"),
    show_default=True, help="Datamappen med registry/seat_groups.csv.",
)  # fmt: skip
def command(output: str, data: Path) -> None:
    """Skriv registerets pladsgrupper til et regneark med filtre og valglister.

    Ret dem i Excel, og læs dem ind igen med seats-import. Datoer og foranstillede nuller overlever.

    \b
    Eksempel:
      kkr-graph constitution seats-export -o pladser.xlsx
    """
    from kkr_graph.config import Config
    from kkr_graph.registry.workbook import rows_by_id, to_workbook

    folder = Config(data=data).registry
    write_whole(to_workbook(folder), output)
    click.echo(f"{output}: {len(rows_by_id(folder))} pladsgrupper.", err=True)
