"""``kkr-graph forget``: what is held of one person removed, but for the documents themselves."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kkr_graph.cli.options import changes_data
from kkr_graph.cli.person_data import trace_lines
from kkr_graph.config import Config

if TYPE_CHECKING:
    from kkr_graph.erasure.person import Person
    from kkr_graph.erasure.traces import Traces


@click.command(name="forget", short_help="Slet det, der er gemt om en person.")
@click.argument("name", metavar="NAVN")
@click.option("--yes", is_flag=True, help="Slet det. Ellers vises kun, hvad der ville ske.")
@changes_data
def command(name: str, data: Path, out: Path, *, yes: bool) -> None:
    """Slet det, der er gemt om en person, og byg grafen forfra. Uden --yes vises kun, hvad der ville ske.

    Identiteten, vurderinger, gemte kopier og alt, der er bygget, fjernes. Dokumenterne ændres ikke:
    så længe et af dem nævner navnet, gør grafen det også, og du får at vide hvor.

    \b
    Eksempel:
      kkr-graph forget "Anne Holm"
    """
    from kkr_graph.erasure.person import find_person
    from kkr_graph.erasure.traces import find_traces
    from kkr_graph.errors import ConfigError

    config = Config(data=data, out=out)
    person = find_person(config, name)
    before = find_traces(config, person)
    if before.is_empty and not person.slugs:
        raise ConfigError(
            f"der er intet gemt om {name}", "Skriv navnet, som det står i grafen eller dokumentet."
        )
    if yes:
        _forget(config, person)
    else:
        _tell(person, before)


def _tell(person: "Person", traces: "Traces") -> None:
    click.echo(f"{person.name}. Intet er slettet endnu.")
    click.echo("\n".join(trace_lines(traces)))
    click.echo()
    click.echo(
        "Slet med --yes. Så fjernes linjerne i data/curation, de gemte kopier og alt i mappen med "
        "grafen, og grafen bygges forfra. Dokumenterne ændres ikke: ret dem først, der nævner navnet."
    )
    _warn(person)


def _forget(config: Config, person: "Person") -> None:
    from kkr_graph.erasure.forgetting import forget

    day = datetime.now(UTC).astimezone().date()
    left = forget(config, person, day=day, jobs=os.cpu_count() or 1)
    if not left.documents:
        click.echo("Slettet. Intet dokument, bygget fil eller linje i data/curation har navnet.")
    else:
        click.echo(
            "Slettet er, hvad der kunne slettes. Navnet står stadig her, og derfor i grafen:"
        )
    told = list(trace_lines(left))
    if told:
        click.echo("\n".join(told))
    if left.documents:
        click.echo(
            "Åbn dokumentet, erstat navnet, fx med »[navn slettet]«, gem det, og kør kommandoen "
            "igen; er det filens eget navn, så giv filen et andet; eller tag dokumentet ud med "
            "kkr-graph remove. Om et offentligt referat må ændres, afgør arkivreglerne, ikke "
            "programmet."
        )
    click.echo(
        "Husk sikkerhedskopier, versionsstyring af datamappen, det, der er sendt videre, og en "
        "SPARQL-server, som grafen er lagt på (kkr-graph publish)."
    )


def _warn(person: "Person") -> None:
    if person.namesakes:
        click.echo(
            f"Samme navn har også: {', '.join(person.namesakes)}. De slettes ikke, og steder med "
            "navnet kan være om dem."
        )
