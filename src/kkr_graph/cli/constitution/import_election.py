"""``kkr-graph constitution import-election``: the results of an election as others publish them."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kkr_graph.cli.destination import write_whole
from kkr_graph.errors import ConfigError

if TYPE_CHECKING:
    from kkr_graph.constitution.calculation.election import ListResult
    from kkr_graph.constitution.calculation.imports import Imported
    from kkr_graph.model.registry import Registry

_LAYOUTS = ("statbank", "valg")


@click.command(
    name="import-election",
    short_help="Læs et valgs resultater fra Danmarks Statistik eller valg.dk.",
)
@click.argument(
    "files",
    metavar="FIL...",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
)
@click.option(
    "--layout", type=click.Choice(_LAYOUTS), required=True,
    help="statbank: VALGK3 fra Statistikbanken som CSV. valg: en kommunes fil fra valg.dk.",
)  # fmt: skip
@click.option("--year", type=int, help="Valgåret, når filen fra Statistikbanken har flere.")
@click.option(
    "--municipality", help="Kommunen, når den ikke fremgår af navnet på en fil fra valg.dk."
)
@click.option("--source", required=True, help="Det, der skal stå som kilde i hver række.")
@click.option(
    "--data", type=click.Path(path_type=Path), default=Path("data"), show_default=True,
    help="Mappen med registret, som kommuner og partier er fra.",
)  # fmt: skip
@click.option("-o", "--output", required=True, help="Filen, der skrives, fx kv25.csv.")
def command(  # noqa: PLR0913 - click hands over one per option
    files: tuple[Path, ...],
    layout: str,
    year: int | None,
    municipality: str | None,
    source: str,
    data: Path,
    output: str,
) -> None:
    """Læs filer med et valgs resultater, og skriv dem, som data/registry/elections har dem.

    Hver række læses eller sættes til side ved navn; det, der ikke forstås, er en fejl med række og
    kolonne. Giv filerne fra valg.dk på én gang; det er én for hver kommune.

    \b
    Eksempel:
      kkr-graph constitution import-election VALGK3.csv --layout statbank --year 2021 \\
        --source "Danmarks Statistik, VALGK3" -o data/registry/elections/kv21.csv
    """
    from kkr_graph.config import Config
    from kkr_graph.constitution.calculation.imports import read_statbank, read_valg, to_csv
    from kkr_graph.registry import read_registry

    registry: Registry = read_registry(Config(data=data).registry)
    if municipality and len(files) > 1:
        raise ConfigError(
            "--municipality gælder én fil.", "Giv filerne navne med kommunen, som valg.dk gør."
        )
    read = [
        read_statbank(file, registry, year=year)
        if layout == "statbank"
        else read_valg(file, registry, municipality)
        for file in files
    ]
    results = [each for imported in read for each in imported.results]
    _check_once(results)
    write_whole(to_csv(results, source), output)
    places = len({each.municipality for each in results})
    click.echo(f"{output}: {len(results)} lister i {places} kommuner.", err=True)
    for line in _set_aside(read):
        click.echo(line, err=True)


def _check_once(results: "list[ListResult]") -> None:
    seen = set()
    for each in results:
        key = (each.municipality, each.letter)
        if key in seen:
            raise ConfigError(
                f"Liste {each.letter} i {each.municipality} er i flere af filerne.",
                "Giv hver kommunes fil én gang.",
            )
        seen.add(key)


def _set_aside(read: "list[Imported]") -> Iterator[str]:
    counts: dict[str, int] = {}
    for imported in read:
        for what, number in imported.set_aside.items():
            counts[what] = counts.get(what, 0) + number
    for what, number in sorted(counts.items()):
        yield f"Sat til side: {number} rækker med »{what}«."
