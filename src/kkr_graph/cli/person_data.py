"""``kkr-graph person-data``: all that is held of one person, to be handed out on request."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kkr_graph.cli.destination import STANDARD_OUTPUT, write_whole
from kkr_graph.cli.options import changes_data
from kkr_graph.config import Config

if TYPE_CHECKING:
    from kkr_graph.erasure.account import Account
    from kkr_graph.erasure.traces import Place, Traces


@click.command(name="person-data", short_help="Vis alt, der er gemt om en person, med kilder.")
@click.argument("name", metavar="NAVN")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="json har også hvert udsagn i grafen.",
)  # fmt: skip
@click.option(
    "-o", "--output", default=STANDARD_OUTPUT, help="Filen, der skrives; ellers standard output."
)
@changes_data
def command(name: str, form: str, output: str, data: Path, out: Path) -> None:
    """Vis alt, der er gemt om en person: i grafen, i kurateringen og i dokumenterne, med kilder.

    NAVN er navnet eller personens identitet, som lene-hansen-2, hvis flere hedder det samme.

    \b
    Eksempel:
      kkr-graph person-data "Anne Holm"
      kkr-graph person-data "Anne Holm" --format json -o indsigt.json
    """
    from kkr_graph.erasure.account import account_of
    from kkr_graph.erasure.person import find_person

    config = Config(data=data, out=out)
    account = account_of(config, find_person(config, name))
    if form == "json":
        told = json.dumps(account.to_json(), ensure_ascii=False, indent=2) + "\n"
    else:
        told = "".join(f"{line}\n" for line in _lines(account))
    write_whole(told.encode(), output)


def _lines(account: "Account") -> Iterator[str]:
    from kkr_graph.model.names import on_one_line

    person = account.person
    yield person.name
    if person.slugs:
        yield f"  identitet: {', '.join(person.slugs)}"
    others = [each for each in person.names if each != person.name]
    if others:
        yield f"  også skrevet: {', '.join(others)}"
    if person.namesakes:
        yield f"  samme navn har også: {', '.join(person.namesakes)}. Steder med navnet kan være om dem."
    for answer in account.answers:
        yield ""
        yield answer.title
        for row in answer.rows:
            yield "  " + "; ".join(
                f"{heading}: {on_one_line(text)}" for heading, text in row.items()
            )
    yield ""
    yield f"Grafen har {len(account.statements)} udsagn, der nævner personen (se dem med --format json)."
    yield ""
    yield from trace_lines(account.traces)


def trace_lines(traces: "Traces") -> Iterator[str]:
    """Where the files name somebody, in Danish."""
    places = (f"{each.document}, {_where(each)}: »{each.quote}«" for each in traces.documents)
    parts: tuple[tuple[str, Iterable[str]], ...] = (
        ("Dokumenter, der nævner navnet", places),
        ("data/curation/identities.csv", traces.ledger),
        ("data/curation/judgements.csv", traces.judgements),
        ("data/curation/silenced.csv", traces.silenced),
        ("data/curation/body_names.csv", traces.body_names),
        ("data/intake.csv, om dokumenter, der ikke er der mere", traces.intake),
        ("Dokumenter, der er taget ud og gemt til en fortrydelse", traces.removed),
        ("Dokumenter, der venter på at blive bekræftet", traces.waiting),
        ("Filer i mappen med grafen, som bygningen ikke laver; se selv efter", traces.outputs),
        ("Dokumenter, der ikke kunne læses; se selv efter", traces.unsearched),
    )
    for heading, lines in parts:
        found = list(lines)
        if found:
            yield f"{heading}:"
            yield from (f"  {line}" for line in found)


def _where(place: "Place") -> str:
    if place.line is None:
        return "hen over et linjeskift"
    return f"linje {place.line}" if place.line else "filens eget navn"
