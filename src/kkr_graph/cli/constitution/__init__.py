"""``kkr-graph constitution``: the seats of the coming term, before the constituent meeting."""

from collections.abc import Mapping

import click

from kkr_graph.cli import LazyGroup

# verb -> its one-line help; the module kkr_graph.cli.constitution.VERB holds `command`
VERBS: Mapping[str, str] = {
    "board": "Vis hver plads: hvem har den, hvem skal handle, og inden hvilken dag.",
    "proposals": "Læs det udfyldte Excel-ark, og skriv forslagene som tabel.",
    "vacancies": "Vis, hvad der sker med hver plads, når perioden skifter.",
    "rules": "Hold udpegninger og forslag op mod reglerne.",
    "compare": "Sammenlign to perioder, eller to dokumenter.",
    "seats-export": "Skriv pladsgrupperne til et regneark, der kan rettes.",
    "seats-import": "Læs et rettet regneark med pladsgrupper ind i registeret.",
    "seat-rules": "Hold dokumenternes pladsregler op mod registeret.",
    "seats": "Beregn, hvem der har ret til pladser, med alle kvotienter.",
    "import-election": "Læs et valgs resultater fra Danmarks Statistik eller valg.dk.",
    "calendar": "Vis frister og datoer, også som .ics til kalenderen.",
}


@click.group(
    name="constitution",
    cls=LazyGroup,
    verbs=VERBS,
    package=__name__,
    short_help="Forbered det konstituerende møde: pladser, regler, sammenligning.",
)
def command() -> None:
    """Forbered det konstituerende møde: pladser, regler, sammenligning.

    \b
    Eksempel:
      kkr-graph constitution board --forum "Erhvervshus Nordjylland"
    """
