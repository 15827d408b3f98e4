"""The appendices of the paper: what is missing, and what somebody should look at."""

from collections.abc import Iterable, Iterator, Sequence

from kkr_graph.overview.content import Coming, Gap, Overview, Remark
from kkr_graph.overview.gaps import find_gaps
from kkr_graph.overview.notes import Notes
from kkr_graph.overview.paper import Chapter, Grid, Heading, Line, Told, without_empty_columns


def appendices(overview: Overview, coming: Coming | None, notes: Notes) -> Iterator[Chapter]:
    """The two of them; ``notes`` are numbered on."""
    gaps = find_gaps(overview, coming)
    yield Chapter(
        anchor="mangler",
        heading="Bilag 1: Hvad der mangler",
        text="" if gaps else "Der mangler intet.",
        grids=(_gap_grid(gaps),) if gaps else (),
    )
    remarks = overview.remarks
    yield Chapter(
        anchor="se-efter",
        heading="Bilag 2: Hvad der bør ses efter",
        text="" if remarks else "Der er intet at se efter.",
        grids=(_remark_grid(remarks, notes),) if remarks else (),
    )


def _gap_grid(gaps: Sequence[Gap]) -> Grid:
    before = [None, *(gap.forum for gap in gaps)]
    return Grid(
        caption="Oplysninger, der mangler",
        description="Hvad hverken dokumenterne eller registret siger, forum for forum.",
        headings=(Heading("Forum", 28), Heading("Mangler", 30), Heading("Om", 42)),
        lines=tuple(
            Line(
                cells=(Told(text=gap.forum), Told(text=gap.what), Told(text=gap.about)),
                opens=gap.forum != last,
            )
            for gap, last in zip(gaps, before, strict=False)
        ),
    )


def _remark_grid(remarks: Iterable[Remark], notes: Notes) -> Grid:
    return without_empty_columns(
        Grid(
            caption="Fund, formodninger og ukendte navne",
            description="Det, et menneske bør se på, med henvisning til kilden.",
            headings=(Heading("Art", 12), Heading("Hvad", 66), Heading("Om", 22)),
            lines=tuple(
                Line(
                    cells=(
                        Told(text=remark.grade),
                        Told(text=remark.what, notes=notes.of(remark.source)),
                        Told(text=remark.about),
                    )
                )
                for remark in remarks
            ),
        )
    )
