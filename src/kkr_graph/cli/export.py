"""``kkr-graph export``: the appointment overview or the whole graph as a file."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kkr_graph.cli.destination import STANDARD_OUTPUT, write_whole
from kkr_graph.errors import ConfigError, StoreError, quoted
from kkr_graph.store.opening import graph_at

if TYPE_CHECKING:
    from kkr_graph.store import Graph

_FORMATS: Mapping[str, tuple[str, ...]] = {
    "overview": ("docx", "pdf", "xlsx", "html", "csv", "json"),
    "graph": ("nq", "ttl", "trig", "jsonld"),
}


@click.command(name="export", short_help="Skriv udpegningsoversigten eller grafen til en fil.")
@click.argument("what", metavar="overview|graph")
@click.option("-o", "--output", required=True, help="Filen, der skrives; - er standard output.")
@click.option("--format", "form", help="Ellers efter filens endelse.")
@click.option("--forum", help="Kun et forum, fx DEB; et KKR er med alt, hvad det udpeger til.")
@click.option("--term", help="Kun en valgperiode, fx KKR 2026-2030.")
@click.option(
    "--proposals", type=click.Path(path_type=Path),
    help="Tabellen med forslag til ledige pladser; kun overview.",
)  # fmt: skip
@click.option(
    "--graph", "folder", type=click.Path(path_type=Path), default=Path("build"),
    show_default=True, help="Mappen, som grafen ligger i.",
)  # fmt: skip
@click.option(
    "--data", type=click.Path(path_type=Path), default=Path("data"), show_default=True,
    help="Datamappen; curation/silenced.csv har det, der er lagt til side.",
)  # fmt: skip
@click.option("--endpoint", help="En SPARQL-server i stedet for mappen; kun overview.")
def command(  # noqa: PLR0913 - click hands over one per option
    what: str,
    output: str,
    form: str | None,
    forum: str | None,
    term: str | None,
    proposals: Path | None,
    folder: Path,
    data: Path,
    endpoint: str | None,
) -> None:
    """Skriv udpegningsoversigten (overview) eller hele grafen (graph) til en fil.

    Oversigten skrives som docx (Word), pdf, xlsx (Excel), html, csv eller json, grafen som nq, ttl,
    trig eller jsonld. Er --term en kommende periode, viser oversigten de pladser, der skal
    besættes, med tomme felter til forslag ved siden af dem, der har pladserne nu.

    \b
    Eksempel:
      kkr-graph export overview -o udpegningsoversigt.xlsx
      kkr-graph export overview --term "KKR 2026-2030" -o oversigt.docx
      kkr-graph export overview --forum DEB --term "KKR 2026-2030" -o deb.csv
      kkr-graph export graph -o graf.ttl
    """
    chosen = _format(what, form, output)
    if what == "overview":
        named = {"forum": forum, "term": term}
        asked = graph_at(folder, endpoint), data
        content, told = _overview(chosen, asked, named, proposals)
    elif forum or term or endpoint or proposals:
        raise ConfigError(
            "--forum, --term, --proposals og --endpoint gælder kun overview.",
            "Grafen skrives altid hel.",
        )
    else:
        content, told = _graph(chosen, folder)
    write_whole(content, output)
    click.echo(told if output == STANDARD_OUTPUT else f"{output}: {told}", err=True)


def _format(what: str, form: str | None, output: str) -> str:
    if what not in _FORMATS:
        raise ConfigError(f"{quoted(what)} kan ikke skrives.", "Vælg overview eller graph.")
    known = _FORMATS[what]
    chosen = (form or Path(output).suffix.removeprefix(".")).casefold()
    if chosen not in known:
        wrong = f"Formatet {quoted(chosen)} kendes ikke" if chosen else "Filen har ingen endelse"
        raise ConfigError(
            f"{wrong}; {what} kan skrives som {', '.join(known)}.",
            f"Giv filen en af de endelser, fx .{known[0]}, eller angiv --format {known[0]}.",
        )
    return chosen


def _overview(
    form: str,
    asked: "tuple[Graph, Path]",
    named: Mapping[str, str | None],
    proposals: Path | None,
) -> tuple[bytes, str]:
    from kkr_graph.config import Config
    from kkr_graph.constitution.proposals import read_proposals
    from kkr_graph.curation.silenced import read_silenced
    from kkr_graph.overview.coming import read_coming
    from kkr_graph.overview.files import FileFormat, to_file
    from kkr_graph.overview.reading import read_overview
    from kkr_graph.overview.tables import counted

    graph, data = asked
    forum, term = named["forum"], named["term"]
    silenced = read_silenced(Config(data=data).silenced)
    overview = read_overview(graph, forum=forum, term=term, silenced=silenced)
    coming = None
    if term or form == "xlsx":  # without a term, who reads wants to know who sits where now
        proposed = read_proposals(proposals) if proposals else ()
        coming = read_coming(graph, forum=forum, term=term, proposals=proposed)
    if proposals and coming is None:
        raise ConfigError(
            "Forslag gælder en valgperiode, der ikke er begyndt.",
            'Skriv perioden, f.eks. --term "KKR 2026-2030".',
        )
    return to_file(FileFormat(form), overview, coming), f"{counted(overview, coming)}."


def _graph(form: str, folder: Path) -> tuple[bytes, str]:
    from kkr_graph.cli.quads import to_format

    quads = folder / "graph.nq"
    try:
        nquads = quads.read_bytes()
    except OSError as error:
        raise StoreError(
            f"Der er ingen graf i {folder}.",
            "Kør kkr-graph build, eller vælg en anden mappe med --graph.",
        ) from error
    return to_format(nquads, form), f"{len(nquads.splitlines())} udsagn."
