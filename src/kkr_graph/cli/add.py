"""``kkr-graph add``: documents put into the data folder and the graph, and taken back."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kkr_graph.cli.options import changes_data
from kkr_graph.config import Config
from kkr_graph.errors import ConfigError, SourceError
from kkr_graph.intake.wording import KIND, OUTCOME, counts
from kkr_graph.model import danish
from kkr_graph.model.danish import counted
from kkr_graph.model.names import on_one_line

if TYPE_CHECKING:
    from kkr_graph.intake.change import Change
    from kkr_graph.intake.plan import Chosen
    from kkr_graph.intake.preview import Doubtful, Preview
    from kkr_graph.model.report import BuildReport

_SHOWN = 12  # of what a preview lists of one sort; `kkr-graph read` shows all


@click.command(name="add", short_help="Indlæs dokumenter, eller fortryd en indlæsning.")
@click.argument("files", metavar="[FIL]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Spørg ikke; indlæs det, der kan læses.")
@click.option("--name", default="", metavar="NAVN", help="Hvad filen skal hedde i datamappen.")
@click.option(
    "--replace", is_flag=True, help="Lad dokumentet erstatte det, der er fra samme møde eller dag."
)
@click.option("--undo", is_flag=True, help="Fortryd den seneste indlæsning.")
@click.option("--list", "listed", is_flag=True, help="Vis, hvad der er indlæst på denne måde.")
@changes_data
def command(  # noqa: PLR0913 - click hands over one per option
    files: tuple[Path, ...],
    name: str,
    data: Path,
    out: Path,
    *,
    yes: bool,
    replace: bool,
    undo: bool,
    listed: bool,
) -> None:
    """Læs dokumenter, vis hvad der blev fundet og hvad der er tvivl om, og indlæs dem i grafen.

    Dokumentet kopieres til datamappen, og grafen bygges. Går noget galt, er intet ændret. Et dokument,
    der tages ud igen eller erstattes, ligger bagefter i removed/ i datamappen.

    \b
    Eksempel:
      kkr-graph add referat.docx
      kkr-graph add referat.docx liste.xlsx --yes
      kkr-graph add --undo
      kkr-graph add --list
    """
    config = Config(data=data, out=out)
    if sum((bool(files), undo, listed)) != 1:
        raise click.UsageError("Angiv filer, eller brug --undo eller --list.")
    if name and len(files) != 1:
        raise click.UsageError("--name gælder én fil.")
    if listed:
        _list(config)
    elif undo:
        _undo(config)
    else:
        _add(config, files, name=name, yes=yes, replace=replace)


def _add(config: Config, files: Sequence[Path], *, name: str, yes: bool, replace: bool) -> None:
    from kkr_graph.intake.plan import planned

    chosen = [each for path in files if (each := _look(config, path, name, replace))]
    for each in chosen:
        click.echo("\n".join(_preview(each.preview, replaces=each.replaces)))
        _refuse_guess(each, yes=yes)
    if chosen and (yes or _confirmed(len(chosen))):
        change = planned(config, chosen)
        report = changed(config, change)
        for addition in change.additions:
            click.echo(f"Indlæst: {config.data / addition.document}")
        tell_report(report)
        click.echo("Fortryd med: kkr-graph add --undo", err=True)
    elif chosen:
        click.echo("Intet er indlæst.", err=True)
    if len(chosen) < len(files):
        click.get_current_context().exit(1)


def _look(config: Config, path: Path, name: str, replace: bool) -> "Chosen | None":
    """What is shown of a file; None for one that cannot be added, which is told."""
    from kkr_graph.builder import read_addition
    from kkr_graph.intake.names import clean_name
    from kkr_graph.intake.plan import Chosen
    from kkr_graph.intake.preview import preview

    try:
        reading = read_addition(config, path)
    except SourceError as error:
        click.echo(f"IKKE LÆST  {error}. {error.hint}".rstrip())
        return None
    if reading.same_content:
        click.echo(f"SPRUNGET OVER  {path.name} er allerede indlæst som {reading.same_content}.")
        return None
    seen = preview(config, clean_name(path.name), reading)
    return Chosen(
        source=path,
        sha256=reading.extract.document.sha256,
        preview=seen,
        name=name,
        replaces=seen.same_meeting if replace else (),
    )


def _refuse_guess(chosen: "Chosen", *, yes: bool) -> None:
    seen = chosen.preview
    if yes and seen.renamed and not chosen.name and not chosen.replaces:
        raise ConfigError(
            f"der ligger allerede et andet dokument, der hedder {seen.name}",
            f"Giv det nye et navn med --name, som {seen.document.rpartition('/')[2]}, eller brug "
            "--replace, hvis det er en ny udgave.",
        )


def _confirmed(number: int) -> bool:
    what = "det" if number == 1 else f"de {number} dokumenter"
    try:
        answer: str = click.prompt(f"Skal {what} indlæses? (j/n)", default="n", show_default=False)
    except click.Abort:  # the end of the input is no yes
        return False
    return answer.strip().casefold() in ("j", "ja")


def changed(config: Config, change: "Change") -> "BuildReport":
    """Do it, and build."""
    import os

    from kkr_graph.builder import change_documents
    from kkr_graph.cli.build import progress_bar
    from kkr_graph.queries.days import today

    with progress_bar() as progress:
        return change_documents(
            config, change, day=today(), jobs=min(os.cpu_count() or 1, 64), progress=progress
        )


# --- what is there, and taking back ---------------------------------------------------------


def _list(config: Config) -> None:
    from kkr_graph.intake.journal import read_journal, standing

    added = standing(config, read_journal(config))
    for entry in added:
        click.echo(f"{danish.day(entry.day)}  {entry.document}")
    if not added:
        click.echo("Intet er indlæst med kkr-graph add eller fra websiderne.", err=True)


def _undo(config: Config) -> None:
    from kkr_graph.intake.change import undoing

    change = undoing(config)
    report = changed(config, change)
    tell_removed(config, change)
    for addition in change.additions:
        click.echo(f"Lagt tilbage: {config.data / addition.document}")
    tell_report(report)


def tell_removed(config: Config, change: "Change") -> None:
    """What was taken out, and where it lies now."""
    from kkr_graph.intake.journal import read_journal

    kept = {entry.document: entry.kept for entry in read_journal(config) if entry.kept}
    for document in change.removals:
        click.echo(f"Taget ud: {document} (ligger nu i {config.data / kept[document]})")


# --- in Danish ------------------------------------------------------------------------------


def _preview(seen: "Preview", *, replaces: Sequence[str]) -> Iterator[str]:
    day = danish.day(seen.date) if seen.date else ""
    about = ", ".join(filter(None, (KIND[seen.kind], seen.body, day)))
    yield f"{seen.name}  ({about})"
    yield f"    {' · '.join(counts(seen.counts)) or 'intet fundet'}"
    if seen.people:
        yield f"    {_people(seen)}"
    for item in seen.items[:_SHOWN]:
        outcomes = ", ".join(OUTCOME[outcome] for outcome in item.outcomes)
        yield f"    {item.number}  {item.title}{f'  ({outcomes})' if outcomes else ''}"
    yield from _more(len(seen.items))
    yield from _doubts("Se efter", seen.doubts)
    yield from _doubts("Ikke brugt tekst", seen.unclaimed)
    for document in seen.same_meeting:
        done = (
            "bliver erstattet" if document in replaces else "er der også; --replace erstatter det"
        )
        yield f"    Samme møde eller dag: {document} {done}"
    yield f"    Lægges i {seen.document if not replaces else seen.document.rpartition('/')[0]}"


def _people(seen: "Preview") -> str:
    new = seen.newcomers
    names = f": {', '.join(new[:_SHOWN])}{' …' if len(new) > _SHOWN else ''}" if new else ""
    return f"{counted(len(seen.people), 'person', 'personer')}, heraf {counted(len(new), 'nyt navn', 'nye navne')}{names}"


def _doubts(heading: str, doubts: "Sequence[Doubtful]") -> Iterator[str]:
    if doubts:
        yield f"    {heading} ({len(doubts)}):"
    for doubt in doubts[:_SHOWN]:
        yield f"      - {doubt.message}"
        if doubt.quote and doubt.quote not in doubt.message:
            yield f"        »{on_one_line(doubt.quote)[:200]}«"
    yield from _more(len(doubts))


def _more(number: int) -> Iterator[str]:
    if number > _SHOWN:
        yield f"      … og {number - _SHOWN} mere: kkr-graph read FIL"


def tell_report(report: "BuildReport") -> None:
    """The graph as it is now, in three lines."""
    new = f", heraf {len(report.new_people)} nye" if report.new_people else ""
    click.echo(f"Personer: {report.people}{new}")
    if report.questions:
        asked = counted(report.questions, "spørgsmål", "spørgsmål")
        click.echo(f"Til afgørelse: {asked} om, hvem der er hvem (kkr-graph review)")
    click.echo(f"Dokumenter: {len(report.documents)}")
