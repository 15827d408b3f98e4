"""``kkr-graph build``: files to graph, and the report of what was read."""

import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kkr_graph.cli.options import changes_data
from kkr_graph.config import DEFAULT_BASE, Config
from kkr_graph.intake.wording import KIND, counts
from kkr_graph.model import danish
from kkr_graph.model.extract import Severity

if TYPE_CHECKING:
    from kkr_graph.model.finding import GraphFinding
    from kkr_graph.model.progress import Progress
    from kkr_graph.model.report import BuildReport, DocumentReport

_SEVERITIES = {
    Severity.VIOLATION: ("fejl", "fejl"),
    Severity.WARNING: ("advarsel", "advarsler"),
    Severity.INFO: ("oplysning", "oplysninger"),
}
_SHOWN = 10  # findings or names printed of one kind; `check` and report.json have them all
_MANY = 40  # documents read at once, beyond which those without a warning are only counted
_PATIENCE = 1.0  # seconds without a progress bar


@click.command(name="build", short_help="Byg vidensgrafen af dokumenterne i data/.")
@changes_data
@click.option(
    "--jobs", type=click.IntRange(1, 64), default=lambda: min(os.cpu_count() or 1, 64),
    show_default="alle processorer", help="Hvor mange processer der læser dokumenter.",
)  # fmt: skip
@click.option(
    "--no-cache", is_flag=True, help="Læs alle dokumenter forfra. Grafen bliver den samme."
)
@click.option("--locked", is_flag=True, help="Afvis personer, der ikke står i identities.csv.")
@click.option(
    "--base", default=DEFAULT_BASE, show_default=True,
    help="Det, som alle adresser i grafen begynder med.",
)  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="Rapportens form; den ligger også i report.json.",
)  # fmt: skip
def command(  # noqa: PLR0913 - click hands over one per option
    data: Path, out: Path, jobs: int, base: str, form: str, *, no_cache: bool, locked: bool
) -> None:
    """Byg vidensgrafen af alle dokumenter i datamappen, og vis, hvad der blev læst.

    Vist bliver de dokumenter, der er læst for første gang, og dem med en advarsel; er der mange nye,
    kun dem med en advarsel. Alle står i report.json.

    Et dokument, der ikke kan læses, nævnes i rapporten; de andre bygges. Afslutningskoden er 1,
    hvis et dokument ikke kunne læses, eller en regel er brudt, og ellers 0.

    \b
    Eksempel:
      kkr-graph build
      kkr-graph build --data mine-data --out min-graf --jobs 2
    """
    from kkr_graph.pipeline import build_graph

    config = Config(data=data, out=out, base=base)
    with progress_bar() as progress:
        report = build_graph(
            config, locked=locked, jobs=jobs, cached=not no_cache, progress=progress
        )
    if form == "json":
        import json

        click.echo(json.dumps(report.to_json(), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_lines(report, config)))
    if not report.is_fine:
        click.get_current_context().exit(1)


@contextmanager
def progress_bar() -> "Iterator[Progress | None]":
    """A bar on stderr, on a terminal only, and only when the build takes its time."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    bar = Bar(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task("", total=None)
    began = time.monotonic()

    def tell(step: str, done: int, total: int) -> None:
        bar.update(task, description=step, completed=done, total=total)
        if time.monotonic() - began > _PATIENCE:
            bar.start()

    try:
        yield tell
    finally:
        bar.stop()


# --- the report in Danish -------------------------------------------------------------------


def _lines(report: "BuildReport", config: Config) -> Iterator[str]:
    yield from _documents(report)
    for unread in report.unread:
        yield f"IKKE LÆST  {unread.problem}. {unread.hint}".rstrip()
    for duplicate in report.duplicates:
        yield f"SPRUNGET OVER  {duplicate.name} er allerede indlæst som {duplicate.same_as}."
    yield ""
    if not report.is_new:
        yield "Intet er ændret siden sidst: grafen er den samme, og der var intet at gøre."
    if not report.is_built:
        yield "Ingen af dokumenterne kunne læses. Grafen er ikke ændret."
        return
    yield from _summary(report, config)


def _documents(report: "BuildReport") -> Iterator[str]:
    """Those that were read anew, unless they are many, and those with a warning; of the others how many."""
    new = {each.name for each in report.documents} & set(report.anew)
    told = new if len(new) <= _MANY else set()
    left = [each for each in report.documents if each.name not in told]
    quiet = {each.name for each in left if not _serious(each.findings)}
    for document in report.documents:
        if document.name not in quiet:
            yield from _document(document)
    if fresh := len(quiet & new):
        yield f"{danish.counted(fresh, 'dokument', 'dokumenter')} er læst uden advarsler."
    if as_before := len(quiet - new):
        yield f"{danish.counted(as_before, 'dokument', 'dokumenter')} er som før."


def _document(document: "DocumentReport") -> Iterator[str]:
    day = document.date and danish.day(document.date)
    about = [KIND.get(document.kind, document.kind), document.body, day]
    yield f"{document.name}  ({', '.join(part for part in about if part)})"
    told = counts(document.counts)
    share = f"{100 * document.share:.1f}".replace(".", ",")
    told.append(f"ubrugt tekst: {danish.counted(document.unclaimed, 'tegn', 'tegn')} ({share} %)")
    yield f"    {' · '.join(told)}"
    yield from _findings(document.findings, "    ")


def _findings(findings: "Iterable[GraphFinding]", indent: str) -> Iterator[str]:
    """The findings that ask for something to be done; the others are only counted."""
    serious = _serious(findings)
    for finding in serious[:_SHOWN]:
        yield f"{indent}{_SEVERITIES[finding.severity][0]}: {finding.message}"
    if len(serious) > _SHOWN:
        yield f"{indent}... og {len(serious) - _SHOWN} mere: kkr-graph check"


def _serious(findings: "Iterable[GraphFinding]") -> "list[GraphFinding]":
    order = list(Severity)
    return sorted(
        (each for each in findings if each.severity != Severity.INFO and not each.set_aside),
        key=lambda finding: order.index(finding.severity),
    )


def _summary(report: "BuildReport", config: Config) -> Iterator[str]:
    yield from _findings(report.findings, "")
    yield f"Personer: {danish.whole(report.people)}{_newborn(report.new_people)}"
    yield (
        f"Poster: {danish.whole(report.tenures)}, og "
        f"{danish.counted(report.hypotheses, 'formodning', 'formodninger')}"
    )
    if report.questions:
        asked = danish.counted(report.questions, "spørgsmål", "spørgsmål")
        yield f"Til afgørelse: {asked} om, hvem der er hvem (kkr-graph review)"
    found = (
        danish.counted(n, *_SEVERITIES[Severity(kind)]) for kind, n in report.by_severity.items()
    )
    aside = f"; {report.set_aside} lagt til side" if report.set_aside else ""
    yield f"Fund: {', '.join(found)}{aside}"
    unread = f", {len(report.unread)} kunne ikke læses" if report.unread else ""
    yield f"Dokumenter: {len(report.documents)}{unread}"
    yield f"Grafen: {danish.whole(report.quads)} udsagn i {config.quads}"


def _newborn(names: tuple[str, ...]) -> str:
    if not names:
        return ""
    more = f" og {len(names) - _SHOWN} mere" if len(names) > _SHOWN else ""
    return f", heraf {len(names)} nye: {', '.join(names[:_SHOWN])}{more}"
