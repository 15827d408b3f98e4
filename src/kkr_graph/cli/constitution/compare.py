"""``kkr-graph constitution compare``: two terms, or two documents."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kkr_graph.cli.options import asks_and_writes
from kkr_graph.errors import ConfigError
from kkr_graph.store.opening import graph_at

if TYPE_CHECKING:
    from kkr_graph.constitution.comparison import Comparison

_COLUMNS: Mapping[str, str] = {
    "matter": "Hvad",
    "forum": "Forum",
    "subject": "Hvem",
    "change": "Ændring",
    "before": "Før",
    "after": "Nu",
    "document_before": "Kilde før",
    "quote_before": "Citat før",
    "document_after": "Kilde nu",
    "quote_after": "Citat nu",
}
_SHOWN = ("subject", "change", "before", "after", "quote_before", "quote_after")


@click.command(name="compare", short_help="Sammenlign to perioder, eller to dokumenter.")
@click.option("--from", "earlier", help="Den tidligere periode; ellers den før den senere.")
@click.option("--to", "later", help="Den senere periode; ellers den næste (eller nuværende).")
@click.option("--documents", nargs=2, metavar="A B", help="To dokumenter, fx udkast og referat.")
@click.option("--forum", help="Kun et forum eller et KKR, fx DEB.")
@click.option("--council", help="Kun det, der angår et KKR, fx KKR Nordjylland.")
@asks_and_writes
def command(  # noqa: PLR0913 - click hands over one per option
    earlier: str | None,
    later: str | None,
    documents: tuple[str, str] | None,
    forum: str | None,
    council: str | None,
    folder: Path,
    endpoint: str | None,
    form: str | None,
    output: str,
) -> None:
    """Sammenlign to valgperioder forum for forum, eller to dokumenter sætning for sætning.

    »Udgået« siges kun, når slutningen er oplyst, eller når alle pladser vides at være andres; ellers
    er det »ukendt«. Kommuner og partier uden nogen post i den senere periode står for sig.

    \b
    Eksempel:
      kkr-graph constitution compare
      kkr-graph constitution compare --from "KKR 2018-2022" --to "KKR 2022-2026" --format csv
      kkr-graph constitution compare --documents 2025-08-29 2025-10-24
    """
    from kkr_graph.constitution.comparison import compare_terms
    from kkr_graph.constitution.documents import compare_documents
    from kkr_graph.constitution.reading import Wanted

    if documents and (earlier or later or council):
        raise ConfigError(
            "--documents kan ikke bruges sammen med --from, --to og --council.",
            "Sammenlign enten to perioder eller to dokumenter.",
        )
    graph = graph_at(folder, endpoint)
    comparison = (
        compare_documents(graph, *documents, forum=forum)
        if documents
        else compare_terms(
            graph, earlier=earlier, later=later, wanted=Wanted(forum=forum, council=council)
        )
    )
    _write(comparison, form, output)
    click.echo(_summary(comparison), err=True)


def _write(comparison: "Comparison", form: str | None, output: str) -> None:
    from kkr_graph.cli.rows import to_answer, write_sections

    printed = {name: _COLUMNS[name] for name in _SHOWN}
    headings = {
        row: row.forum or f"Uden post i {comparison.later}: {row.matter}" for row in comparison.rows
    }
    sections = {
        heading: to_answer(
            printed, [row for row in comparison.rows if headings[row] == heading], cited=False
        )
        for heading in dict.fromkeys(headings.values())
    }
    whole = to_answer(_COLUMNS, comparison.rows, cited=False)
    write_sections(sections, whole, form=form, output=output)


def _summary(comparison: "Comparison") -> str:
    counts = Counter(row.change for row in comparison.rows)
    told = ", ".join(f"{change} {number}" for change, number in counts.items())
    return f"{comparison.earlier} → {comparison.later}: {told or 'ingen forskel'}."
