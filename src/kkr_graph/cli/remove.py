"""``kkr-graph remove``: documents taken out of the data folder and the graph."""

from pathlib import Path

import click

from kkr_graph.cli.add import changed, tell_removed, tell_report
from kkr_graph.cli.options import changes_data
from kkr_graph.config import Config
from kkr_graph.errors import ConfigError


@click.command(name="remove", short_help="Tag dokumenter ud af grafen, fx eksemplerne.")
@click.argument("documents", metavar="[DOKUMENT]...", nargs=-1)
@click.option("--samples", is_flag=True, help="Tag de eksempler ud, der følger med programmet.")
@changes_data
def command(documents: tuple[str, ...], data: Path, out: Path, *, samples: bool) -> None:
    """Tag dokumenter ud af datamappen, og byg grafen uden dem. De gemmes i removed/ i datamappen.

    DOKUMENT er navnet i datamappen, som minutes/referat.docx. Går noget galt, er intet ændret.

    \b
    Eksempel:
      kkr-graph remove minutes/referat.docx
      kkr-graph remove --samples
    """
    from kkr_graph.intake.change import Change
    from kkr_graph.intake.samples import sample_documents

    config = Config(data=data, out=out)
    if bool(documents) == samples:
        raise click.UsageError("Angiv dokumenter, eller brug --samples.")
    wanted = sample_documents(config) if samples else _named(config, documents)
    if not wanted:
        raise ConfigError(f"der er ingen eksempler i {data}", "De er allerede taget ud.")
    change = Change(removals=wanted)
    report = changed(config, change)
    tell_removed(config, change)
    tell_report(report)


def _named(config: Config, documents: tuple[str, ...]) -> tuple[str, ...]:
    """The documents by their paths in the data folder, also where the folder was typed as well."""
    inside = (
        path.relative_to(config.data) if (path := Path(typed)).is_relative_to(config.data) else path
        for typed in documents
    )
    return tuple(dict.fromkeys(path.as_posix() for path in inside))
