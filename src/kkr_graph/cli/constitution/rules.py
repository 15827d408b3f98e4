"""``kkr-graph constitution rules``: appointments and proposals held against the rules."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kkr_graph.cli import EXIT_CHECK_FAILED
from kkr_graph.cli.options import asks_and_writes
from kkr_graph.model import danish
from kkr_graph.store.opening import graph_at

if TYPE_CHECKING:
    from kkr_graph.constitution.breach import Breach
    from kkr_graph.curation.silenced import Silence

_COLUMNS: Mapping[str, str] = {
    "severity": "Alvor",
    "rule": "Regel",
    "message": "Fund",
    "about": "Om",
    "legal_basis": "Hjemmel",
    "key": "Nøgle",
    "value": "Værdi",
}
_GRADES: Mapping[str, tuple[str, str]] = {
    "violation": ("overtrædelse", "overtrædelser"),
    "warning": ("advarsel", "advarsler"),
    "info": ("oplysning", "oplysninger"),
}


@click.command(name="rules", short_help="Hold udpegninger og forslag op mod reglerne.")
@click.option("--forum", help="Kun et forum eller et KKR, fx DEB.")
@click.option("--council", help="Kun pladser, der angår et KKR, fx KKR Nordjylland.")
@click.option("--term", help="Kun en valgperiode; ellers den nuværende og den næste.")
@click.option(
    "--date", "day", default="i dag", show_default=True, help="Dagen, frister holdes op mod."
)
@click.option(
    "--proposals", type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="En tabel med forslag, som også prøves.",
)  # fmt: skip
@click.option(
    "--data", type=click.Path(path_type=Path, file_okay=False), default=Path("data"),
    show_default=True, help="Datamappen; curation/silenced.csv har det, der er lagt til side.",
)  # fmt: skip
@click.option("--silenced", "show_silenced", is_flag=True, help="Vis det, der er lagt til side.")
@asks_and_writes
@click.pass_context
def command(  # noqa: PLR0913 - click hands over one per option
    context: click.Context,
    forum: str | None,
    council: str | None,
    term: str | None,
    day: str,
    proposals: Path | None,
    data: Path,
    folder: Path,
    endpoint: str | None,
    form: str | None,
    output: str,
    *,
    show_silenced: bool,
) -> None:
    """Hold udpegninger, indstillinger og forslag op mod reglerne.

    En regel, som oplysningerne ikke kan afgøre, siger »kan ikke afgøres« og gætter ikke. Et fund, der
    er lagt til side i curation/silenced.csv, kommer igen, når dets værdi ændrer sig. Slutkoden er 1,
    når der er en overtrædelse, der ikke er lagt til side.

    \b
    Eksempel:
      kkr-graph constitution rules
      kkr-graph constitution rules --forum DEB --date 2025-12-01 --format csv -o fund.csv
      kkr-graph constitution rules --silenced
    """
    from kkr_graph.config import Config
    from kkr_graph.constitution.proposals import read_proposals
    from kkr_graph.constitution.reading import Wanted
    from kkr_graph.constitution.rules import read_breaches
    from kkr_graph.curation.silenced import part, read_silenced
    from kkr_graph.queries.days import required_day

    config = Config(data=data)
    breaches = read_breaches(
        graph_at(folder, endpoint),
        day=required_day(day),
        wanted=Wanted(forum=forum, council=council, term=term),
        proposals=read_proposals(proposals) if proposals else (),
    )
    open_, aside = part(breaches, read_silenced(config.silenced))
    _write([breach for breach, _ in aside] if show_silenced else open_, aside, form, output)
    click.echo(_summary(open_, len(aside)), err=True)
    if any(breach.severity == "violation" for breach in open_):
        context.exit(EXIT_CHECK_FAILED)


def _write(
    shown: "Sequence[Breach]",
    aside: "Sequence[tuple[Breach, Silence]]",
    form: str | None,
    output: str,
) -> None:
    from kkr_graph.cli.destination import write_whole
    from kkr_graph.cli.output import form_for, write_answer
    from kkr_graph.cli.rows import to_answer

    if (form or form_for(output)) != "table":
        write_answer(to_answer(_COLUMNS, shown), form=form, output=output)
        return
    words = {breach.key: silence for breach, silence in aside}
    lines = (f"{line}\n" for line in _lines(shown, words))
    write_whole("".join(lines).encode(), output)


def _lines(shown: "Sequence[Breach]", words: "Mapping[str, Silence]") -> Iterator[str]:
    """The breaches under a heading for each grade, with where they stand and how to set them aside."""
    for grade in dict.fromkeys(breach.severity for breach in shown):
        group = [breach for breach in shown if breach.severity == grade]
        yield _counted(grade, len(group)).upper()
        for breach in group:
            yield f"  {breach.message}"
            yield f"      {breach.key} · {breach.value}"
            source = breach.source
            if source.document:
                place = ", ".join(part for part in (source.document, source.place) if part)
                yield f"      {place}" + (f": »{source.quote}«" if source.quote else "")
            if silence := words.get(breach.key):
                yield f"      Lagt til side af {silence.by} {danish.day(silence.day)}: {silence.reason}"
        yield ""


def _counted(grade: str, number: int) -> str:
    one, several = _GRADES[grade]
    return f"{number} {one if number == 1 else several}"


def _summary(open_: "Sequence[Breach]", aside: int) -> str:
    counts = (_counted(grade, sum(each.severity == grade for each in open_)) for grade in _GRADES)
    rest = f" {aside} er lagt til side." if aside else ""
    return f"{', '.join(counts)}.{rest}"
