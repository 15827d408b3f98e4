"""``kkr-graph constitution seats-import``: an edited workbook back into the registry."""

from pathlib import Path

import click

from kkr_graph.errors import ConfigError


@click.command(
    name="seats-import", short_help="Læs et rettet regneark med pladsgrupper ind i registeret."
)
@click.argument(
    "workbook", metavar="FIL", type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
@click.option(
    "--data", type=click.Path(path_type=Path, file_okay=False), default=Path("data"),
    show_default=True, help="Datamappen med registry/seat_groups.csv.",
)  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Sig, hvad der ville ændres, og skriv intet.")
def command(workbook: Path, data: Path, *, dry_run: bool) -> None:
    """Læs et regneark fra seats-export ind i registry/seat_groups.csv.

    Hele arket prøves først: er en celle forkert, skrives intet. En gruppe, der er fjernet, nævnes ved
    sit id, for et id må aldrig bruges til noget andet.

    \b
    Eksempel:
      kkr-graph constitution seats-export -o pladser.xlsx
      kkr-graph constitution seats-import pladser.xlsx --dry-run
    """
    from kkr_graph.files import replace_file
    from kkr_graph.registry.entries import SEAT_GROUPS
    from kkr_graph.registry.importing import read_import

    folder = data / "registry"
    if not (folder / SEAT_GROUPS).is_file():
        raise ConfigError(
            f"Der er ingen {SEAT_GROUPS} i {folder}.",
            "Kopiér programmets egen data/registry til datamappen, eller vælg en anden med --data.",
        )
    found = read_import(workbook, folder)
    told = {"Nye": found.added, "Ændrede": found.changed, "Fjernede": found.removed}
    for heading, slugs in told.items():
        if slugs:
            click.echo(f"{heading}: {', '.join(slugs)}", err=True)
    if not any(told.values()):
        click.echo("Ingen pladsgrupper er ændret.", err=True)
    if dry_run:
        click.echo("Intet er skrevet.", err=True)
        return
    replace_file(folder / SEAT_GROUPS, found.table)
    click.echo(f"{folder / SEAT_GROUPS} er skrevet. Kør kkr-graph build.", err=True)
