"""``kkr-graph query``: free SPARQL, read-only."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kkr_graph.cli.destination import STANDARD_OUTPUT, write_whole
from kkr_graph.cli.options import asks
from kkr_graph.cli.output import FORMS, write_answer
from kkr_graph.errors import QueryError, quoted
from kkr_graph.store.opening import graph_at

if TYPE_CHECKING:
    from kkr_graph.store.free import FreeAnswer

_STANDARD_INPUT = "-"
_MOST_ROWS = 10_000
_SECONDS = 10


@click.command(name="query", short_help="Stil et frit SPARQL-spørgsmål.")
@click.argument("file", metavar="FIL")
@asks
@click.option(
    "--format", "form", type=click.Choice(FORMS),
    help="Ellers en tabel i et vindue, JSON i et rør. CONSTRUCT giver altid N-Triples.",
)  # fmt: skip
@click.option(
    "--limit", type=click.IntRange(1, 1_000_000), default=_MOST_ROWS, show_default=True,
    help="Højst så mange rækker.",
)  # fmt: skip
@click.option(
    "--seconds", type=click.IntRange(1, 3600), default=_SECONDS, show_default=True,
    help="Så længe må spørgsmålet vare.",
)  # fmt: skip
@click.option(
    "--no-rewrite", is_flag=True,
    help="Stil spørgsmålet, som det er skrevet; ellers flyttes OPTIONAL sidst, hvor svaret er det samme.",
)  # fmt: skip
@click.option("-o", "--output", default=STANDARD_OUTPUT, help="Filen, der skrives.")
def command(
    file: str, folder: Path, endpoint: str | None, form: str | None, output: str, **bounds: int
) -> None:
    """Stil et SPARQL-spørgsmål, der ligger i en fil, eller - for standard input.

    De sædvanlige præfikser (kkr:, kkrc:, org:, foaf:, skos: ...) behøver ikke at blive erklæret.
    Grafen kan kun læses: opdateringer og SERVICE afvises, og FROM kan kun nævne grafens egne grafer.
    Et spørgsmål, der varer for længe eller kræver for megen hukommelse, standses.

    \b
    Eksempel:
      kkr-graph query spoergsmaal.rq --format csv -o svar.csv
      echo "SELECT ?navn { ?p a foaf:Person ; foaf:name ?navn }" | kkr-graph query -
    """
    from kkr_graph.model.solutions import Solutions
    from kkr_graph.queries import label_solutions

    sparql = _read(file)
    graph = graph_at(folder, endpoint)
    if endpoint is None:
        answer = _ask_apart(folder, sparql, **bounds)
    else:
        answer = _ask_server(endpoint, sparql, **bounds)
    if isinstance(answer, Solutions):
        write_answer(label_solutions(graph, answer), form=form, output=output)
    elif isinstance(answer, bool):
        write_whole(_truth(answer, form), output)
    else:
        write_whole(answer, output)


def _ask_apart(
    folder: Path, sparql: str, *, limit: int, seconds: int, no_rewrite: int
) -> "FreeAnswer":
    from kkr_graph.store.free import FreeGraph

    with FreeGraph(folder, seconds=seconds, rewritten=not no_rewrite) as free:
        return free.answer(sparql, limit=limit)


def _ask_server(
    endpoint: str, sparql: str, *, limit: int, seconds: int, no_rewrite: int
) -> "FreeAnswer":
    """A server plans by itself; what is sent to it is the question as it was written."""
    from kkr_graph.store.remote import connect

    return connect(endpoint, seconds=seconds).answer(sparql, limit=limit)


def _read(file: str) -> str:
    try:
        raw = sys.stdin.buffer.read() if file == _STANDARD_INPUT else Path(file).read_bytes()
        return raw.decode("utf-8-sig")
    except OSError as error:
        raise QueryError(
            f"Filen {quoted(file)} kan ikke læses: {error.strerror or error}.",
            "Angiv en fil med SPARQL, eller - og send spørgsmålet ind ad standard input.",
        ) from error
    except UnicodeDecodeError as error:
        raise QueryError(f"Filen {quoted(file)} er ikke UTF-8.", "Gem den som UTF-8.") from error


def _truth(truth: bool, form: str | None) -> bytes:
    if form == "sparql-json":
        return (json.dumps({"head": {}, "boolean": truth}) + "\n").encode()
    as_word = form in ("table", "csv") or (form is None and sys.stdout.isatty())
    word = "ja" if truth else "nej"
    return f"{word if as_word else json.dumps(truth)}\n".encode()
