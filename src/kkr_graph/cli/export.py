"""``kkr-graph export``: the appointment overview or the whole graph as a file."""

from collections.abc import Mapping
from pathlib import Path

import click

from kkr_graph.cli.destination import STANDARD_OUTPUT, write_whole
from kkr_graph.cli.graphs import graph_at
from kkr_graph.errors import ConfigError, StoreError

_FORMATS: Mapping[str, tuple[str, ...]] = {
    "overview": ("xlsx", "csv", "json"),
    "graph": ("nq", "ttl", "trig", "jsonld"),
}


@click.command(name="export", short_help="Skriv udpegningsoversigten eller grafen til en fil.")
@click.argument("what", metavar="overview|graph")
@click.option("-o", "--output", required=True, help="Filen, der skrives; - er standard output.")
@click.option("--format", "form", help="Ellers efter filens endelse.")
@click.option("--forum", help="Kun et forum eller et KKR, fx DEB.")
@click.option("--term", help="Kun en valgperiode, fx KKR 2026-2030.")
@click.option(
    "--graph", "folder", type=click.Path(path_type=Path), default=Path("build"),
    show_default=True, help="Mappen, som grafen ligger i.",
)  # fmt: skip
@click.option("--endpoint", help="En SPARQL-server i stedet for mappen; kun overview.")
def command(  # noqa: PLR0913 - click hands over one per option
    what: str,
    output: str,
    form: str | None,
    forum: str | None,
    term: str | None,
    folder: Path,
    endpoint: str | None,
) -> None:
    """Skriv udpegningsoversigten (overview) eller hele grafen (graph) til en fil.

    Oversigten skrives som xlsx, csv eller json, grafen som nq, ttl, trig eller jsonld.

    \b
    Eksempel:
      kkr-graph export overview -o udpegningsoversigt.xlsx
      kkr-graph export overview --forum DEB --term "KKR 2026-2030" -o deb.csv
      kkr-graph export graph -o graf.ttl
    """
    chosen = _format(what, form, output)
    if what == "overview":
        content, told = _overview(chosen, folder, endpoint, {"forum": forum, "term": term})
    elif forum or term or endpoint:
        raise ConfigError(
            "--forum, --term og --endpoint gælder kun overview.", "Grafen skrives altid hel."
        )
    else:
        content, told = _graph(chosen, folder)
    write_whole(content, output)
    click.echo(told if output == STANDARD_OUTPUT else f"{output}: {told}", err=True)


def _format(what: str, form: str | None, output: str) -> str:
    if what not in _FORMATS:
        raise ConfigError(f"{what!r} kan ikke skrives.", "Vælg overview eller graph.")
    known = _FORMATS[what]
    chosen = (form or Path(output).suffix.removeprefix(".")).casefold()
    if chosen not in known:
        wrong = f"Formatet {chosen!r} kendes ikke" if chosen else "Filen har ingen endelse"
        raise ConfigError(
            f"{wrong}; {what} kan skrives som {', '.join(known)}.",
            f"Giv filen en af de endelser, fx .{known[0]}, eller angiv --format {known[0]}.",
        )
    return chosen


def _overview(
    form: str, folder: Path, endpoint: str | None, named: Mapping[str, str | None]
) -> tuple[bytes, str]:
    from kkr_graph.overview.reading import read_overview
    from kkr_graph.overview.sheet import to_xlsx
    from kkr_graph.overview.tables import appointments, counted
    from kkr_graph.overview.text import to_csv, to_json

    overview = read_overview(graph_at(folder, endpoint), forum=named["forum"], term=named["term"])
    match form:
        case "xlsx":
            content = to_xlsx(overview)
        case "csv":
            content = to_csv(appointments(overview))
        case _:
            content = to_json(overview.rows)
    return content, f"{counted(overview)}."


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
