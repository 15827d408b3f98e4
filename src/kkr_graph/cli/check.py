"""``kkr-graph check``: what the checks of the documents and of the graph found."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kkr_graph.cli import EXIT_CHECK_FAILED
from kkr_graph.cli.destination import STANDARD_OUTPUT, form_of_output, write_whole
from kkr_graph.cli.options import asks
from kkr_graph.errors import ConfigError
from kkr_graph.store.opening import graph_at

if TYPE_CHECKING:
    from kkr_graph.curation.silenced import Silence
    from kkr_graph.overview.findings import Finding

_SEVERITIES = ("violation", "warning", "info")
_FORMATS = ("table", "csv", "json")


@click.command(
    name="check", short_help="Vis fund: regler, der ikke er opfyldt, og steder at se efter."
)
@click.option(
    "--severity", "severities", type=click.Choice(_SEVERITIES), multiple=True,
    help="Vis kun overtrædelser (violation), advarsler (warning) eller oplysninger (info).",
)  # fmt: skip
@click.option(
    "--data", type=click.Path(path_type=Path, file_okay=False), default=Path("data"),
    show_default=True, help="Datamappen; curation/silenced.csv har det, der er lagt til side.",
)  # fmt: skip
@click.option("--silenced", "show_silenced", is_flag=True, help="Vis det, der er lagt til side.")
@click.option("--set-aside", "to_silence", metavar="ID", help="Læg et fund til side.")
@click.option(
    "--take-up", "to_take_up", metavar="ID", help="Lad et fund, der er lagt til side, tælle igen."
)
@click.option("--by", default="", metavar="NAVN", help="Hvem der lægger fundet til side.")
@click.option("--reason", default="", metavar="TEKST", help="Hvorfor det kan blive stående.")
@click.option("--strict", is_flag=True, help="Lad også en advarsel give slutkode 1.")
@click.option(
    "--format", "form", type=click.Choice(_FORMATS),
    help="Ellers table i en terminal og json videre til et andet program.",
)  # fmt: skip
@asks
@click.pass_context
def command(  # noqa: PLR0913 - click hands over one per option
    context: click.Context,
    severities: tuple[str, ...],
    form: str | None,
    folder: Path,
    endpoint: str | None,
    data: Path,
    to_silence: str | None,
    to_take_up: str | None,
    by: str,
    reason: str,
    *,
    show_silenced: bool,
    strict: bool,
) -> None:
    """Vis de regler, grafen ikke opfylder, og de steder, et menneske bør se efter.

    Slutkoden er 1, når der er mindst én overtrædelse, ellers 0; også når --severity ikke viser den.
    Et fund, der er lagt til side i curation/silenced.csv, tæller ikke, og kommer igen, når det
    ændrer sig.

    \b
    Eksempel:
      kkr-graph check
      kkr-graph check --severity violation --severity warning
      kkr-graph check --format csv > fund.csv
      kkr-graph check --set-aside 1f0c2d9a4b --by "Ea Holm" --reason "Dokumentet skriver 2025"
      kkr-graph check --silenced
      kkr-graph check --take-up 1f0c2d9a4b
    """
    from kkr_graph.config import Config
    from kkr_graph.curation.silenced import alike, gone, part, read_silenced
    from kkr_graph.overview.findings import Grade, read_findings
    from kkr_graph.queries.asking import Questions

    silenced_file = Config(data=data).silenced
    every = read_findings(Questions(graph_at(folder, endpoint)))
    if to_take_up:
        _take_up(silenced_file, every, to_take_up)
        return
    if to_silence:
        _set_aside(silenced_file, every, to_silence, by=by, reason=reason)
        return
    silenced = read_silenced(silenced_file)
    found, aside = part(every, silenced)
    listed = [finding for finding, _ in aside] if show_silenced else found
    shown = [each for each in listed if each.grade in (severities or _SEVERITIES)]
    write_whole(_written(shown, form), STANDARD_OUTPUT)
    for each in gone(every, silenced):
        click.echo(_gone(each), err=True)
    rest = f" {len(alike([finding for finding, _ in aside]))} er lagt til side." if aside else ""
    click.echo(_summary(found, hidden=len(alike(listed)) - len(alike(shown))) + rest, err=True)
    failing = {Grade.VIOLATION, Grade.WARNING} if strict else {Grade.VIOLATION}
    if any(each.grade in failing for each in found):
        context.exit(EXIT_CHECK_FAILED)


def _set_aside(
    path: Path, found: "Sequence[Finding]", finding_id: str, *, by: str, reason: str
) -> None:
    from kkr_graph.curation.silenced import set_aside
    from kkr_graph.overview.findings import message_of
    from kkr_graph.queries.days import today

    same = _same(found, finding_id)
    if not same:
        raise ConfigError(
            f"der er intet fund, der hedder {finding_id}; det findes måske ikke længere",
            "Se fundene, med id forrest, med: kkr-graph check",
        )
    set_aside(path, same, by=by, day=today(), reason=reason)
    click.echo(f"Lagt til side: {message_of(same)}")


def _take_up(path: Path, found: "Sequence[Finding]", finding_id: str) -> None:
    from kkr_graph.curation.silenced import take_up

    said, *_ = take_up(path, {finding_id, *(each.id for each in _same(found, finding_id))})
    click.echo(f"Tæller igen: {said.key} (lagt til side af {said.by}: {said.reason})")


def _same(found: "Sequence[Finding]", finding_id: str) -> "tuple[Finding, ...]":
    """The finding of that name, in all the documents that say it."""
    from kkr_graph.curation.silenced import alike

    groups = (group for group in alike(found) if any(each.id == finding_id for each in group))
    return next(groups, ())


def _gone(said: "Silence") -> str:
    return (
        f"Passer ikke længere på noget fund: {said.id} {said.key} ({said.by}: {said.reason}). "
        f"Fjern linjen med: kkr-graph check --take-up {said.id}"
    )


def _written(findings: "Sequence[Finding]", form: str | None) -> bytes:
    from kkr_graph.overview.remarks import to_remarks
    from kkr_graph.overview.tables import remarks_table
    from kkr_graph.overview.text import to_csv, to_json

    match form or form_of_output():
        case "csv":
            return to_csv(remarks_table(to_remarks(findings)))
        case "json":
            return to_json(findings)
        case _:
            return "".join(f"{line}\n" for line in _lines(findings)).encode()


def _lines(findings: "Sequence[Finding]") -> Iterator[str]:
    """The findings under a heading for each grade; what several documents say is one."""
    from kkr_graph.curation.silenced import alike

    grades = list(dict.fromkeys(finding.grade for finding in findings))
    for grade in grades:
        told = alike(finding for finding in findings if finding.grade == grade)
        yield grade.counted(len(told)).upper()
        for same in told:
            yield from _entry(*same)
        yield ""


def _entry(*same: "Finding") -> Iterator[str]:
    from kkr_graph.model.cells import clean_text
    from kkr_graph.overview.findings import message_of, places_of

    yield f"  {same[0].id}  {clean_text(message_of(same))}"
    for source in places_of(same):
        place = ", ".join(part for part in (clean_text(source.document), source.place) if part)
        yield f"      {place}: »{clean_text(source.quote)}«"


def _summary(found: "Sequence[Finding]", *, hidden: int) -> str:
    from kkr_graph.curation.silenced import alike
    from kkr_graph.overview.findings import Grade

    if not found:
        return "Ingen fund."
    told = [same[0].grade for same in alike(found)]
    counts = ((grade, told.count(grade)) for grade in Grade)
    summed = ", ".join(grade.counted(number) for grade, number in counts)
    return f"{summed}." + (f" {hidden} er ikke vist." if hidden else "")
