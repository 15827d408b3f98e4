"""``kkr-graph constitution vacancies``: what becomes of every seat at the change of term."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kkr_graph.cli.options import asks_and_writes
from kkr_graph.store.opening import graph_at

if TYPE_CHECKING:
    from kkr_graph.constitution.vacancies import Vacancies

_COLUMNS: Mapping[str, str] = {
    "forum": "Forum",
    "role": "Rolle",
    "group": "Pladsgruppe",
    "holder": "Indehaver",
    "party": "Parti",
    "municipality": "Kommune",
    "clock": "Følger",
    "seat": "Pladsen",
    "ends": "Til og med",
    "holder_fate": "Indehaveren",
    "limit": "Kan ikke genudpeges",
    "why": "Hvorfor",
    "known_from": "Kilde til valget",
    "acts": "Besættes af",
    "deadline": "Frist",
}
_SHOWN = ("role", "holder", "seat", "ends", "holder_fate", "why", "acts", "deadline")


@click.command(
    name="vacancies", short_help="Vis, hvad der sker med hver plads, når perioden skifter."
)
@click.option("--forum", help="Kun et forum eller et KKR, fx DEB.")
@click.option("--council", help="Kun poster, der angår et KKR, fx KKR Nordjylland.")
@click.option("--term", help="Perioden, der slutter; ellers den nuværende.")
@click.option(
    "--data", type=click.Path(path_type=Path, file_okay=False), default=Path("data"),
    show_default=True, help="Datamappen; registry/councillors.csv siger, hvem der er valgt.",
)  # fmt: skip
@asks_and_writes
def command(  # noqa: PLR0913 - click hands over one per option
    forum: str | None,
    council: str | None,
    term: str | None,
    data: Path,
    folder: Path,
    endpoint: str | None,
    form: str | None,
    output: str,
) -> None:
    """Vis for hver plads, nogen har nu, hvad der sker med den, når perioden skifter.

    Kommunalbestyrelsernes periode slutter den 31. december, KKR's ved det konstituerende møde. Hvem
    der er valgt, læses af referater fra den nye periode og af registry/councillors.csv. Det, ingen
    har sagt, er »ukendt« og aldrig tabt.

    \b
    Eksempel:
      kkr-graph constitution vacancies
      kkr-graph constitution vacancies --forum DEB --format csv -o udloeber.csv
    """
    from kkr_graph.config import Config
    from kkr_graph.constitution.vacancies import read_vacancies
    from kkr_graph.registry import read_registry
    from kkr_graph.registry.councillors import read_councillors

    registry = Config(data=data).registry
    vacancies = read_vacancies(
        graph_at(folder, endpoint),
        forum=forum,
        council=council,
        term=term,
        councillors=read_councillors(registry, read_registry(registry)),
    )
    _write(vacancies, form, output)
    click.echo(_summary(vacancies), err=True)


def _write(vacancies: "Vacancies", form: str | None, output: str) -> None:
    from kkr_graph.cli.rows import to_answer, write_sections

    printed = {name: _COLUMNS[name] for name in _SHOWN}
    sections = {
        forum: to_answer(
            printed, [row for row in vacancies.rows if row.forum == forum], cited=False
        )
        for forum in dict.fromkeys(row.forum for row in vacancies.rows)
    }
    write_sections(sections, to_answer(_COLUMNS, vacancies.rows), form=form, output=output)


def _summary(vacancies: "Vacancies") -> str:
    seats = Counter(row.seat for row in vacancies.rows)
    people = Counter(row.holder_fate for row in vacancies.rows)
    told = (
        ", ".join(f"{key} {number}" for key, number in each.items()) for each in (seats, people)
    )
    posts = "1 post" if len(vacancies.rows) == 1 else f"{len(vacancies.rows)} poster"
    where = ", ".join(part for part in (vacancies.body, vacancies.term) if part)
    if not vacancies.rows:
        return f"{where}: ingen kendte indehavere."
    return "{}: {}. Pladsen: {}. Indehaveren: {}.".format(where, posts, *told)
