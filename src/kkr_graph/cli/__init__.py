"""The command line: ``kkr-graph VERB``. Data to stdout, everything else to stderr.

Each verb lives in a module of its own that is imported when the verb is used, so that ``--help``
and a look-up do not pay for the libraries of the others.
"""

import os
import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from kkr_graph.cli.spoken import COMMAND, OPTIONS, speak_danish
from kkr_graph.errors import AmbiguousName, KkrGraphError

speak_danish()

# verb -> its one-line help; the module kkr_graph.cli.VERB holds `command`
VERBS: Mapping[str, str] = {
    "read": "Vis, hvad der læses af ét dokument.",
    "build": "Byg vidensgrafen af dokumenterne i data/.",
    "add": "Indlæs dokumenter, eller fortryd en indlæsning.",
    "remove": "Tag dokumenter ud af grafen, fx eksemplerne.",
    "ask": "Stil et af de navngivne spørgsmål, eller spørg på dansk.",
    "search": "Søg efter ord i navne, titler, beslutninger og citater.",
    "query": "Stil et frit SPARQL-spørgsmål.",
    "view": "Skriv en netværksside til browseren.",
    "export": "Skriv udpegningsoversigten eller grafen til en fil.",
    "check": "Vis fund: regler, der ikke er opfyldt, og steder at se efter.",
    "constitution": "Forbered det konstituerende møde: pladser, regler, sammenligning.",
    "review": "Afgør, om to navne er samme person.",
    "serve": "Åbn de lokale websider.",
    "person-data": "Vis alt, der er gemt om en person, med kilder.",
    "forget": "Slet det, der er gemt om en person.",
    "publish": "Læg grafen på en SPARQL-server.",
}

EXIT_CHECK_FAILED = 1
EXIT_WRONG_USE = 2
EXIT_DEFECT = 3


class LazyGroup(click.Group):
    """A group that imports a verb's module only when the verb is called.

    ``verbs`` has the one-line help of each verb; the module ``package.VERB`` holds its ``command``.
    """

    def __init__(self, *, verbs: Mapping[str, str], package: str, **settings: Any) -> None:  # noqa: ANN401 - click's own
        super().__init__(options_metavar=OPTIONS, subcommand_metavar=COMMAND, **settings)
        self.verbs = verbs
        self.package = package

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs, in the order in which they are used."""
        return list(self.verbs)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb's command, imported now."""
        if cmd_name not in self.verbs:
            return None
        command = import_module(f"{self.package}.{cmd_name.replace('-', '_')}").command
        assert isinstance(command, click.Command)
        command.options_metavar = OPTIONS
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of verbs, without importing any."""
        with formatter.section("Kommandoer"):
            formatter.write_dl(list(self.verbs.items()))


@click.group(
    cls=LazyGroup,
    verbs=VERBS,
    package=__name__,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="kkr-graph", prog_name="kkr-graph")
def group() -> None:
    """Referater og udpegningslister bliver til en vidensgraf, der kan spørges.

    I et vindue er svar tabeller; sendes de videre til et andet program, er de JSON. --format
    bestemmer selv formen.

    \b
    Eksempel:
      kkr-graph build
      kkr-graph ask "Hvem repræsenterer KKR Nordjylland i DEB?"
    """


def main() -> None:
    """Run the command line; every error of ours becomes one sentence and an exit code."""
    for stream in (sys.stdout, sys.stderr):  # Windows consoles are not UTF-8 by themselves
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        group(prog_name="kkr-graph")
    except KkrGraphError as error:
        click.echo(f"Fejl: {error}", err=True)
        if isinstance(error, AmbiguousName):
            for candidate in error.candidates:
                click.echo(f"  - {candidate}", err=True)
        if error.hint:
            click.echo(error.hint, err=True)
        sys.exit(EXIT_WRONG_USE)
    except Exception as defect:
        click.echo(
            f"Fejl i programmet ({type(defect).__name__}: {defect}). Grafen er ikke ændret. "
            "Sæt KKR_GRAPH_DEBUG=1 for at se detaljerne, og meld fejlen.",
            err=True,
        )
        if "KKR_GRAPH_DEBUG" in os.environ:
            raise
        sys.exit(EXIT_DEFECT)
