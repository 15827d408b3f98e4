"""``kkr-graph view``: a network page, or the same network for another program."""

import sys
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kkr_graph.cli.destination import STANDARD_OUTPUT, write_whole
from kkr_graph.cli.options import asks
from kkr_graph.errors import ConfigError, QueryError
from kkr_graph.store.opening import graph_at

if TYPE_CHECKING:
    from kkr_graph.network.elements import Network
    from kkr_graph.network.exploration import Explorer
    from kkr_graph.network.picture import Picture
    from kkr_graph.network.subject import Subjects
    from kkr_graph.network.views import View

_FORMATS = ("html", "svg", "graphml", "gexf", "json", "txt")
_KINDS = ("person", "forum", "municipality", "party", "meeting")


@click.command(name="view", short_help="Skriv en netværksside til browseren.")
@click.argument("name", metavar="[NAVN]", required=False)
@click.option("--person", help="Netværket omkring en person.")
@click.option("--forum", help="Netværket omkring et forum eller et KKR.")
@click.option("--municipality", help="En kommune og de fora, den sidder i.")
@click.option("--party", help="Et parti og de fora, det sidder i.")
@click.option("--meeting", help="Et møde: KKR Nordjylland 24.10.2025.")
@click.option("--item", help="Sammen med --meeting: beslutningen på punktet, fx 3.9.")
@click.option("--from", "start", help="Sammen med --to: hvordan de to hænger sammen.")
@click.option("--to", "goal", help="Sammen med --from.")
@click.option("--affiliations", is_flag=True, help="Lad parti og kommune tælle med på vejen.")
@click.option(
    "--terms", nargs=2, help="To valgperioder: hvem er ny, genudpeget, fortsat og udgået."
)
@click.option("-o", "--output", help="Filen, der skrives; - er standard output.")
@click.option("--format", "form", type=click.Choice(_FORMATS), help="Ellers efter filens endelse.")
@click.option("--date", "day", help="Vis det, der gjaldt den dag.")
@click.option(
    "--limit", type=click.IntRange(2, 2000), default=150, show_default=True,
    help="Højst så mange navne.",
)  # fmt: skip
@asks
def command(  # noqa: PLR0913 - click hands over one per option
    name: str | None,
    item: str | None,
    start: str | None,
    goal: str | None,
    affiliations: bool,
    terms: tuple[str, str] | None,
    output: str | None,
    form: str | None,
    day: str | None,
    limit: int,
    folder: Path,
    endpoint: str | None,
    **kinds: str | None,
) -> None:
    """Skriv et netværk som en side, der kan åbnes i en browser uden internet.

    NAVN er en person, et forum, en kommune, et parti eller et møde, skrevet som man plejer.
    Uden navn vises alle poster.

    \b
    Eksempel:
      kkr-graph view "KKR Nordjylland" -o netvaerk.html
      kkr-graph view --forum DEB --date 24.10.2025 -o deb.svg
      kkr-graph view --from Frimand --to DEB --format txt
      kkr-graph view --forum "KKR Nordjylland" --terms "KKR 2022-2026" "KKR 2026-2030" -o nye.html
    """
    from kkr_graph.network.exploration import Explorer
    from kkr_graph.network.facts import Facts
    from kkr_graph.network.subject import Subjects
    from kkr_graph.queries.days import required_day, today

    chosen = _format(form, output)
    target = _target(output, chosen)
    when = None if day is None else required_day(day)
    graph = graph_at(folder, endpoint)
    subjects = Subjects(graph, now=today(), limit=limit)
    named = {kind: typed for kind, typed in kinds.items() if typed is not None}
    with _patience():
        if start is None and goal is None:
            view = _compared(_view(subjects, name, item, named), terms)
        else:
            _only_ends(name, item, named)
            view = _path(subjects, start, goal, day=when, affiliations=affiliations)
        explorer = Explorer(Facts(graph))
        picture = explorer.begin(view)
        network = picture.network
        _is_told(view, network, chosen)
        written = _written(explorer, picture, chosen, when).encode()
    write_whole(written, target)
    _tell(network, target)


def _patience() -> AbstractContextManager[object]:
    """A sign of life on a terminal: a large graph takes a few seconds."""
    if not sys.stderr.isatty():
        return nullcontext()
    from rich.console import Console

    return Console(stderr=True).status("Læser grafen og tegner netværket …")


def _format(form: str | None, output: str | None) -> str:
    suffix = Path(output or "").suffix.removeprefix(".").casefold()
    if form is None and suffix and suffix not in _FORMATS:
        raise ConfigError(
            f"et netværk kan ikke skrives som .{suffix}",
            f"Vælg en fil, der ender på {', '.join(f'.{each}' for each in _FORMATS)}, eller angiv --format.",
        )
    return form or suffix or "html"


def _target(output: str | None, form: str) -> str:
    if output is None and form != "txt" and sys.stdout.isatty():
        raise QueryError("Angiv, hvor netværket skal skrives hen.", "Tilføj -o netvaerk.html.")
    return output or STANDARD_OUTPUT


def _view(
    subjects: "Subjects", name: str | None, item: str | None, named: dict[str, str]
) -> "View":
    from kkr_graph.network.views import ViewKind

    if len(named) + (name is not None) > 1:
        raise QueryError(
            "Et netværk handler om én ting ad gangen.",
            f"Angiv kun ét navn, eller kun én af {', '.join(f'--{kind}' for kind in _KINDS)}.",
        )
    if item is not None:
        if "meeting" not in named:
            raise QueryError("--item hører til et møde.", "Angiv også --meeting.")
        return subjects.of_item(named["meeting"], item)
    if name is not None:
        return subjects.of_any_kind(name)
    for kind, typed in named.items():
        return subjects.of_kind(ViewKind(kind), typed)
    return subjects.overview()


def _compared(view: "View", terms: tuple[str, str] | None) -> "View":
    from kkr_graph.network.views import ViewKind

    if terms is None:
        return view
    if view.kind not in (ViewKind.FORUM, ViewKind.OVERVIEW):
        raise QueryError(
            "Kun for et forum, et KKR eller alle kan to perioder sammenlignes.",
            'Angiv --forum, fx --forum "KKR Nordjylland" --terms "KKR 2022-2026" "KKR 2026-2030".',
        )
    return replace(view, kind=ViewKind.TERMS, terms=terms)


def _only_ends(name: str | None, item: str | None, named: dict[str, str]) -> None:
    if name is not None or item is not None or named:
        raise QueryError(
            "--from og --to siger allerede, hvad netværket handler om.",
            "Angiv kun dem, eller kun ét navn.",
        )


def _path(
    subjects: "Subjects",
    start: str | None,
    goal: str | None,
    *,
    day: date | None,
    affiliations: bool,
) -> "View":
    if start is None or goal is None:
        raise QueryError(
            "--from og --to hører sammen.", 'Angiv begge, fx --from "Frimand" --to "DEB".'
        )
    return subjects.path(start, goal, day=day, affiliations=affiliations)


def _is_told(view: "View", network: "Network", form: str) -> None:
    """Nothing is written where there is no path, and only a path can be told."""
    from kkr_graph.network.connection import no_path
    from kkr_graph.network.views import ViewKind

    if view.kind is ViewKind.PATH and not network.edges:
        raise no_path(view)
    if form == "txt" and view.kind is not ViewKind.PATH:
        raise ConfigError(
            "kun en vej mellem to navne kan skrives som tekst",
            "Angiv --from og --to, eller vælg en anden fil: .html, .svg, .graphml, .gexf, .json.",
        )


def _written(explorer: "Explorer", picture: "Picture", form: str, day: date | None) -> str:
    network = picture.network
    if form == "html":
        return _page(explorer, picture, day)
    if form == "txt":
        from kkr_graph.network.connection import to_text

        return to_text(network)
    if form == "svg":
        from kkr_graph.network.svg import to_svg

        return to_svg(_then(network, day))
    from kkr_graph.network import files

    writers = {"graphml": files.to_graphml, "gexf": files.to_gexf, "json": files.to_json}
    return writers[form](_then(network, day))


def _page(explorer: "Explorer", picture: "Picture", day: date | None) -> str:
    """A page that has in reserve what its readers may ask for."""
    from kkr_graph.network.data import Around
    from kkr_graph.network.page import page_of
    from kkr_graph.network.shown import State

    larger = explorer.with_reserve(picture)
    around = Around(relations=explorer.relations(larger.network.nodes))
    return page_of(larger, State(day=day), around)


def _then(network: "Network", day: date | None) -> "Network":
    return network if day is None else network.on(day)


def _tell(network: "Network", target: str) -> None:
    from kkr_graph.network import wording

    place = "" if target == STANDARD_OUTPUT else f"{target}: "
    click.echo(f"{place}{network.title}, {wording.counts(network)}.", err=True)
    if network.left_out:
        left_out = wording.counted(network.left_out, "navn", "navne")
        click.echo(f"{left_out} er udeladt. {network.rule}", err=True)
