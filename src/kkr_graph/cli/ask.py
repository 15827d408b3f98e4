"""``kkr-graph ask``: a named question, or a question in Danish."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kkr_graph.cli.destination import STANDARD_OUTPUT
from kkr_graph.cli.options import asks
from kkr_graph.cli.output import FORMS, READ_BY_PEOPLE, form_for, write_answer
from kkr_graph.errors import AmbiguousName, QueryError
from kkr_graph.store.opening import graph_at

if TYPE_CHECKING:
    from kkr_graph.queries import Answer, NamedQuery
    from kkr_graph.store import Graph

_MOST_COUNTED = 50


@click.command(name="ask", short_help="Stil et af de navngivne spørgsmål, eller spørg på dansk.")
@click.argument("question", metavar="[SPØRGSMÅL]", required=False)
@click.option("--list", "listed", is_flag=True, help="Vis alle spørgsmål.")
@click.option("--forum", help="Et forum eller KKR, fx DEB eller Erhvervshus Nord.")
@click.option("--other-forum", help="Et andet forum.")
@click.option("--council", help="Et KKR, fx KKR Nordjylland.")
@click.option("--person", help="En person, fx Frimand.")
@click.option("--other", help="En anden person.")
@click.option("--absent", help="Den, som nogen mødte for.")
@click.option("--before", help="Dem, der var der før en person.")
@click.option("--municipality", help="En kommune, fx aalborg.")
@click.option("--other-municipality", help="En anden kommune.")
@click.option("--party", help="Et parti, fx Venstre eller V.")
@click.option("--meeting", help='Et møde, fx "KKR Nordjylland 24.10.2025".')
@click.option("--case", help="Et sagsnummer.")
@click.option("--term", help="En valgperiode.")
@click.option("--other-term", help="En anden valgperiode.")
@click.option("--title", help="En titel, som dokumenterne skriver, fx borgmester.")
@click.option("--role", help="En rolle, fx formand.")
@click.option("--outcome", help="Et udfald, fx udsat.")
@click.option("--status", help="til stede, afbud eller gæst.")
@click.option("--date", help="En dag: 2025-10-24, 24.10.2025 eller i dag.")
@click.option("--since", help="Fra og med en dag.")
@click.option("--until", help="Til og med en dag.")
@click.option("--text", help="Ord, der søges efter.")
@click.option("--at-least", help="Mindst så mange.")
@asks
@click.option(
    "--format", "form", type=click.Choice(FORMS),
    help="Ellers en tabel i et vindue, JSON i et rør.",
)  # fmt: skip
@click.option("-o", "--output", default=STANDARD_OUTPUT, help="Filen, der skrives.")
def command(
    question: str | None,
    listed: bool,
    folder: Path,
    endpoint: str | None,
    form: str | None,
    output: str,
    **options: str | None,
) -> None:
    """Stil et spørgsmål til grafen.

    SPØRGSMÅL er navnet på et spørgsmål eller et spørgsmål på dansk. Navne skrives, som man plejer:
    passer et på flere, vises de, og der gættes ikke.

    \b
    Eksempel:
      kkr-graph ask --list
      kkr-graph ask who-represents --forum DEB
      kkr-graph ask "Hvem er formand for BRN?"
      kkr-graph ask attendance --meeting "KKR Nordjylland 24.10.2025" --format csv -o moede.csv
    """
    from kkr_graph.queries import load_queries, run_query
    from kkr_graph.queries.meaning import meant_by
    from kkr_graph.queries.sources import called_as_on_pages

    queries = load_queries()
    if question is None or listed:
        write_answer(_all(queries), form=form, output=output)
        return
    graph = graph_at(folder, endpoint)
    given = {name: value for name, value in options.items() if value is not None}
    try:
        query, arguments = meant_by(question, graph, queries, given)
    except QueryError as error:
        raise _with_places(error, queries, question, None if endpoint else folder) from error
    answer = run_query(graph, query, arguments)
    _tell(query, answer)
    form = form or form_for(output)
    told = called_as_on_pages(graph, answer) if form in READ_BY_PEOPLE else answer
    if form == "table":  # a page leaves the same columns out; a file has them
        told = replace(told, columns=tuple(c for c in told.columns if c.name not in query.more))
    write_answer(told, form=form, output=output)
    if not answer.rows:
        _tell_why(graph, query, arguments)


def _tell_why(graph: "Graph", query: "NamedQuery", arguments: Mapping[str, str]) -> None:
    """Why there is nothing, and how far the documents reach."""
    from kkr_graph.model import danish
    from kkr_graph.queries.builds import data_through
    from kkr_graph.queries.days import today
    from kkr_graph.queries.emptiness import why_empty

    through = data_through(graph)
    reach = [f"Dokumenterne rækker til og med {danish.day(through)}."] if through else []
    for reason in (*why_empty(graph, query, arguments, now=today()), *reach):
        click.echo(reason, err=True)


def _with_places(
    error: QueryError, queries: Mapping[str, "NamedQuery"], question: str, folder: Path | None
) -> QueryError:
    """The same error; where its words stand somewhere, with how to see that."""
    from kkr_graph.queries.suggestions import words_to_search
    from kkr_graph.store.found import find_everywhere

    words = words_to_search(queries, question)
    if folder is None or not words or isinstance(error, AmbiguousName) or question in queries:
        return error
    places = len(find_everywhere(folder, words, limit=_MOST_COUNTED))
    if not places:
        return error
    many = f"mindst {places}" if places == _MOST_COUNTED else str(places)
    seen = f"Søg i stedet: kkr-graph search {words} finder {many}."
    return QueryError(str(error), f"{error.hint}\n{seen}")


def _tell(query: "NamedQuery", answer: "Answer") -> None:
    """Which question was answered, with what: a name may have been short for something."""
    arguments = " ".join(
        f'--{name.replace("_", "-")} "{label}"' for name, label in answer.arguments.items()
    )
    click.echo(f"{query.title}  ({f'{query.name} {arguments}'.strip()})", err=True)


def _all(queries: Mapping[str, "NamedQuery"]) -> "Answer":
    from kkr_graph.model.solutions import Term
    from kkr_graph.queries import Answer, Column

    columns = (
        Column("name", "Navn"),
        Column("title", "Spørgsmål"),
        Column("parameters", "Afgrænses med"),
    )
    rows = tuple(
        {
            "name": Term(value=query.name),
            "title": Term(value=query.title),
            "parameters": Term(value=_options(query)),
        }
        for query in queries.values()
    )
    return Answer(title="Spørgsmål", columns=columns, rows=rows, labels={})


def _options(query: "NamedQuery") -> str:
    """The options as one writes them; those in brackets may be left out."""
    names = ((f"--{each.name.replace('_', '-')}", each.required) for each in query.parameters)
    return " ".join(name if required else f"[{name}]" for name, required in names)
