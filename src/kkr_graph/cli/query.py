"""``kkr-graph query``: free SPARQL, read-only."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kkr_graph.cli.destination import STANDARD_OUTPUT, write_whole
from kkr_graph.cli.graphs import graph_at
from kkr_graph.cli.output import FORMS, write_answer
from kkr_graph.errors import QueryError

if TYPE_CHECKING:
    from kkr_graph.store import Graph

_STANDARD_INPUT = "-"
_MOST_ROWS = 10_000


@click.command(name="query", short_help="Stil et frit SPARQL-spørgsmål.")
@click.argument("file")
@click.option(
    "--graph", "folder", type=click.Path(path_type=Path), default=Path("build"),
    show_default=True, help="Mappen, som grafen ligger i.",
)  # fmt: skip
@click.option("--endpoint", help="En SPARQL-server i stedet for mappen.")
@click.option(
    "--format", "form", type=click.Choice(FORMS),
    help="Ellers en tabel i et vindue, JSON i et rør. CONSTRUCT giver altid N-Triples.",
)  # fmt: skip
@click.option(
    "--limit", type=click.IntRange(1, 1_000_000), default=_MOST_ROWS, show_default=True,
    help="Højst så mange rækker.",
)  # fmt: skip
@click.option("-o", "--output", default=STANDARD_OUTPUT, help="Filen, der skrives.")
def command(
    file: str, folder: Path, endpoint: str | None, form: str | None, limit: int, output: str
) -> None:
    """Stil et SPARQL-spørgsmål, der ligger i en fil, eller - for standard input.

    De sædvanlige præfikser (kkr:, kkrc:, org:, foaf:, skos: ...) behøver ikke at blive erklæret.
    Grafen kan kun læses: opdateringer, SERVICE og FROM afvises.

    \b
    Eksempel:
      kkr-graph query spoergsmaal.rq --format csv -o svar.csv
      echo "SELECT ?navn { ?p a foaf:Person ; foaf:name ?navn }" | kkr-graph query -
    """
    from kkr_graph.store.guard import Form, check_text

    sparql = _read(file)
    sought = check_text(sparql)
    graph = graph_at(folder, endpoint)
    if sought is Form.ASK:
        write_whole(_truth(graph.ask(sparql), form), output)
    elif sought is Form.SELECT:
        _select(graph, sparql, form=form, limit=limit, output=output)
    else:
        write_whole(graph.construct(sparql), output)


def _select(graph: "Graph", sparql: str, *, form: str | None, limit: int, output: str) -> None:
    from kkr_graph.queries import label_solutions

    solutions = graph.select(sparql, limit=limit)
    write_answer(label_solutions(graph, solutions), form=form, output=output)


def _read(file: str) -> str:
    try:
        raw = sys.stdin.buffer.read() if file == _STANDARD_INPUT else Path(file).read_bytes()
        return raw.decode("utf-8-sig")
    except OSError as error:
        raise QueryError(
            f"Filen {file!r} kan ikke læses: {error.strerror or error}.",
            "Angiv en fil med SPARQL, eller - og send spørgsmålet ind ad standard input.",
        ) from error
    except UnicodeDecodeError as error:
        raise QueryError(f"Filen {file!r} er ikke UTF-8.", "Gem den som UTF-8.") from error


def _truth(truth: bool, form: str | None) -> bytes:
    if form == "sparql-json":
        return (json.dumps({"head": {}, "boolean": truth}) + "\n").encode()
    as_word = form in ("table", "csv") or (form is None and sys.stdout.isatty())
    word = "ja" if truth else "nej"
    return f"{word if as_word else json.dumps(truth)}\n".encode()
