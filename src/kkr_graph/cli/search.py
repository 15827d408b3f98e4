"""``kkr-graph search``: names, titles, decisions and cited passages by their words."""

from pathlib import Path

import click

from kkr_graph.cli.destination import STANDARD_OUTPUT
from kkr_graph.cli.output import FORMS, write_answer

_KINDS = (
    "person", "organ", "kommune", "parti", "punkt", "beslutning", "indstilling", "dokument",
    "citat", "tekst",
)  # fmt: skip


@click.command(name="search", short_help="Søg efter ord i navne, titler, beslutninger og citater.")
@click.argument("text", metavar="ORD...", nargs=-1, required=True)
@click.option("--kind", "kinds", type=click.Choice(_KINDS), multiple=True, help="Kun den slags.")
@click.option(
    "--limit", type=click.IntRange(1, 1000), default=50, show_default=True,
    help="Højst så mange.",
)  # fmt: skip
@click.option(
    "--graph", "folder", type=click.Path(path_type=Path), default=Path("build"),
    show_default=True, help="Mappen, som grafen ligger i.",
)  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice(FORMS),
    help="Ellers en tabel i et vindue, JSON i et rør.",
)  # fmt: skip
@click.option("-o", "--output", default=STANDARD_OUTPUT, help="Filen, der skrives.")
def command(
    text: tuple[str, ...],
    kinds: tuple[str, ...],
    folder: Path,
    form: str | None,
    output: str,
    limit: int,
) -> None:
    """Søg efter ord: det, der har dem alle, eller begyndelsen af dem, og så det, der har dem inde i ord.

    Århus og Aarhus, Søren og Soeren er det samme. Det gælder navne, titler, beslutninger,
    indstillinger, de steder i dokumenterne, der beviser noget, og til sidst al deres tekst.

    \b
    Eksempel:
      kkr-graph search frimand
      kkr-graph search erhverv --kind organ --format csv -o organer.csv
      kkr-graph search kollektiv trafik --kind tekst
    """
    from kkr_graph.model.solutions import Term
    from kkr_graph.queries import Answer, Column
    from kkr_graph.store.found import find_everywhere
    from kkr_graph.vocab import XSD

    found = find_everywhere(folder, " ".join(text), kinds=kinds, limit=limit + 1)
    rows = tuple(
        {
            "kind": Term(value=each.kind),
            "thing": Term(value=each.iri, is_iri=True),
            **({"line": Term(value=str(each.line), datatype=XSD.integer)} if each.line else {}),
            **({"excerpt": Term(value=each.excerpt)} if each.excerpt else {}),
        }
        for each in found[:limit]
    )
    answer = Answer(
        title="Søgning",
        columns=(
            Column("kind", "Slags"),
            Column("thing", "Navn"),
            Column("line", "Linje"),
            Column("excerpt", "Tekst"),
        ),
        rows=rows,
        labels={each.iri: each.label for each in found},
        truncated=len(found) > limit,
    )
    write_answer(answer, form=form, output=output)
