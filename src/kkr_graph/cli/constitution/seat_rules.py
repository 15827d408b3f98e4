"""``kkr-graph constitution seat-rules``: what documents say of seats, beside the registry."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import click

from kkr_graph.cli.options import asks_and_writes
from kkr_graph.store.opening import graph_at

_COLUMNS: Mapping[str, str] = {
    "forum": "Forum",
    "seats": "Pladser",
    "role": "Rolle",
    "who": "Til hvem",
    "appointed_by": "Udpeges af",
    "standing": "Registeret",
    "groups": "Pladsgrupper",
}


@click.command(name="seat-rules", short_help="Hold dokumenternes pladsregler op mod registeret.")
@click.option("--forum", help="Kun et forum, fx Erhvervshus Nordjylland.")
@asks_and_writes
def command(
    forum: str | None, folder: Path, endpoint: str | None, form: str | None, output: str
) -> None:
    """Vis, hvad dokumenterne siger om pladser, og hvilke pladsgrupper i registeret det passer på.

    En regel, der stemmer med netop én gruppe i organ, antal, rolle og udpegende organ, er belæg for
    den. Resten er forslag, som intet ændrer: skriv dem selv i registry/seat_groups.csv.

    \b
    Eksempel:
      kkr-graph constitution seat-rules
      kkr-graph constitution seat-rules --forum "Erhvervshus Nordjylland" --format csv
    """
    from kkr_graph.cli.output import write_answer
    from kkr_graph.cli.rows import to_answer
    from kkr_graph.constitution.seat_rules import read_stated_rules

    rules = read_stated_rules(graph_at(folder, endpoint), forum=forum)
    write_answer(to_answer(_COLUMNS, rules), form=form, output=output)
    counts = Counter(rule.standing for rule in rules)
    told = ", ".join(f"{standing} {number}" for standing, number in counts.items())
    click.echo(f"{len(rules)} pladsregler{f': {told}' if told else ''}.", err=True)
