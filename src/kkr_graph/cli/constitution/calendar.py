"""``kkr-graph constitution calendar``: deadlines from the documents and by rule."""

from collections.abc import Mapping
from pathlib import Path

import click

from kkr_graph.cli.destination import STANDARD_OUTPUT, write_whole
from kkr_graph.cli.options import asks
from kkr_graph.store.opening import graph_at

_FORMS = ("table", "csv", "json", "ics")
_COLUMNS: Mapping[str, str] = {
    "day": "Dato",
    "body": "Organ",
    "what": "Hvad",
    "kind": "Efter",
    "basis": "Regel eller ordlyd",
    "remark": "Bemærkning",
}


@click.command(name="calendar", short_help="Vis frister og datoer, også som .ics til kalenderen.")
@click.option("--council", help="Kun et KKR's dage og de fælles, fx KKR Nordjylland.")
@click.option("--since", help="Kun dage fra og med en dag.")
@click.option("--until", help="Kun dage til og med en dag.")
@asks
@click.option(
    "--format", "form", type=click.Choice(_FORMS),
    help="Ellers efter filens endelse; en tabel i et vindue, JSON i et rør.",
)  # fmt: skip
@click.option("-o", "--output", default=STANDARD_OUTPUT, help="Filen, der skrives.")
def command(  # noqa: PLR0913 - click hands over one per option
    council: str | None,
    since: str | None,
    until: str | None,
    folder: Path,
    endpoint: str | None,
    form: str | None,
    output: str,
) -> None:
    """Vis de dage, dokumenterne nævner, og de frister, der følger af reglerne.

    En dag vises, som dokumentet skriver den. Valgforbund anmeldes senest tre arbejdsdage før det
    konstituerende møde; helligdage er ikke arbejdsdage. En .ics-fil åbnes i Outlook.

    \b
    Eksempel:
      kkr-graph constitution calendar --council "KKR Nordjylland" --since 2025-12-01
      kkr-graph constitution calendar --council "KKR Nordjylland" -o frister.ics
    """
    from kkr_graph.constitution.calendar.deadlines import read_calendar
    from kkr_graph.queries.days import required_day

    calendar = read_calendar(
        graph_at(folder, endpoint),
        council=council,
        since=required_day(since) if since else None,
        until=required_day(until) if until else None,
    )
    if form == "ics" or (form is None and Path(output).suffix.casefold() == ".ics"):
        from kkr_graph.constitution.calendar.ics import to_ics

        write_whole(to_ics(calendar), output)
    else:
        from kkr_graph.cli.output import write_answer
        from kkr_graph.cli.rows import to_answer

        write_answer(to_answer(_COLUMNS, calendar.deadlines), form=form, output=output)
    number = len(calendar.deadlines)
    click.echo(f"{number} {'dag' if number == 1 else 'dage'}.", err=True)
