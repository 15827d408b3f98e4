"""``kkr-graph constitution proposals``: the filled-in sheet, read back."""

from pathlib import Path

import click

from kkr_graph.cli.destination import STANDARD_OUTPUT, write_whole
from kkr_graph.cli.options import asks
from kkr_graph.errors import ConfigError
from kkr_graph.store.opening import graph_at


@click.command(
    name="proposals", short_help="Læs det udfyldte Excel-ark, og skriv forslagene som tabel."
)
@click.argument("file", metavar="FIL", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("-o", "--output", required=True, help="Tabellen, der skrives; - er standard output.")
@click.option("--forum", help="Forummet, som arket blev hentet for.")
@click.option("--term", help="Valgperioden, som arket blev hentet for; ellers den næste.")
@asks
def command(
    file: Path,
    output: str,
    forum: str | None,
    term: str | None,
    folder: Path,
    endpoint: str | None,
) -> None:
    """Læs arket »Skal besættes«, som det er udfyldt, og skriv forslagene som en tabel.

    Intet gættes: en celle, der ikke er, som den skal være, afvises med ark, række og kolonne. Tomme
    rækker springes over. Et forslag er ikke en oplysning i grafen; det vises på tavlen.

    \b
    Eksempel:
      kkr-graph export overview --term "KKR 2026-2030" -o oversigt.xlsx
      kkr-graph constitution proposals oversigt.xlsx -o proposals.csv
      kkr-graph constitution board --proposals proposals.csv
    """
    from kkr_graph.overview.coming import read_coming
    from kkr_graph.overview.reading import read_overview
    from kkr_graph.overview.returned import Known, read_returned, to_proposals_csv
    from kkr_graph.queries.named import Kind
    from kkr_graph.queries.names import names_of
    from kkr_graph.sources.archive import open_archive

    content = file.read_bytes()
    open_archive(content, file.name)  # before anything is made of it
    graph = graph_at(folder, endpoint)
    coming = read_coming(graph, forum=forum, term=term)
    if coming is None:
        raise ConfigError(
            f"Ifølge dokumenterne er {term or 'den sidste periode i registret'} begyndt, og forslag "
            "gælder en periode, der ikke er begyndt.",
            "Skriv en senere periode med --term. Hvor langt dokumenterne rækker for hvert KKR, viser "
            "kkr-graph ask data-through.",
        )
    known = Known(
        municipalities=names_of(graph, Kind.MUNICIPALITY), parties=names_of(graph, Kind.PARTY)
    )
    overview = read_overview(graph, forum=forum, term=coming.board.term)
    returned = read_returned(content, file.name, overview, coming, known)
    write_whole(to_proposals_csv(returned.proposals), output)
    number = len(returned.proposals)
    told = f"{number} {'forslag' if number else 'forslag; ingen rækker er udfyldt'}"
    click.echo(told if output == STANDARD_OUTPUT else f"{output}: {told}.", err=True)
    for party in returned.parties:
        click.echo(f"Ikke i registret, regnet for en lokalliste: {party}.", err=True)
