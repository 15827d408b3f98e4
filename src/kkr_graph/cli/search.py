"""``kkr-graph search``: names, titles, decisions and cited passages by their words."""

from contextlib import closing
from pathlib import Path

import click

from kkr_graph.cli.destination import STANDARD_OUTPUT
from kkr_graph.cli.output import FORMS, write_answer

_KINDS = (
    "person", "organ", "kommune", "parti", "punkt", "beslutning", "indstilling", "dokument",
    "citat",
)  # fmt: skip


@click.command(name="search", short_help="Søg efter ord i navne, titler, beslutninger og citater.")
@click.argument("text", nargs=-1, required=True)
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
    indstillinger og de steder i dokumenterne, der beviser noget.

    \b
    Eksempel:
      kkr-graph search frimand
      kkr-graph search erhverv --kind organ --format csv -o organer.csv
    """
    from kkr_graph.model.solutions import Term
    from kkr_graph.queries import Answer, Column
    from kkr_graph.store.search import Kind, open_index

    with closing(open_index(folder)) as index:
        hits = index.find(" ".join(text), kinds=map(Kind, kinds), limit=limit + 1)
    rows = tuple(
        {
            "kind": Term(value=hit.kind.value),
            "thing": Term(value=hit.iri, is_iri=True),
            **({"excerpt": Term(value=hit.excerpt)} if hit.excerpt else {}),
        }
        for hit in hits[:limit]
    )
    answer = Answer(
        title="Søgning",
        columns=(Column("kind", "Slags"), Column("thing", "Navn"), Column("excerpt", "Tekst")),
        rows=rows,
        labels={hit.iri: hit.label for hit in hits},
        truncated=len(hits) > limit,
    )
    write_answer(answer, form=form, output=output)
