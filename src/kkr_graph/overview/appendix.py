"""The appendix of the paper: what is missing, forum by forum.

What staff should look at before the paper is sent out stands in the workbook and on the pages.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from kkr_graph.overview.content import Coming, Gap, Overview
from kkr_graph.overview.gaps import find_gaps
from kkr_graph.overview.paper import Chapter, Grid, Heading, Line, Told

_TOLD_ELSEWHERE = frozenset(("formål", "hjemmel", "sikker kilde", "periodens slutning"))
"""What readers see in the tables themselves, or cannot tell."""


def appendix(overview: Overview, coming: Coming | None) -> Chapter:
    """What neither documents nor registry say, as far as readers can help."""
    lines = tuple(_lines(find_gaps(overview, coming)))
    return Chapter(
        anchor="mangler",
        heading="Bilag: Hvad der mangler",
        text="" if lines else "Der mangler intet.",
        grids=(_grid(lines),) if lines else (),
    )


def _grid(lines: Sequence[Line]) -> Grid:
    return Grid(
        caption="Oplysninger, der mangler",
        description="Hvad hverken dokumenterne eller registret siger, forum for forum.",
        headings=(Heading("Forum", 26), Heading("Mangler", 18), Heading("Hos", 56)),
        lines=tuple(lines),
    )


def _lines(gaps: Iterable[Gap]) -> Iterator[Line]:
    for forum, own in groupby(gaps, lambda gap: gap.forum):
        for at, (what, about) in enumerate(_by_what(own).items()):
            cells = Told(text="" if at else forum), Told(text=what), Told(text="; ".join(about))
            yield Line(cells=cells, opens=at == 0)


def _by_what(gaps: Iterable[Gap]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for gap in gaps:
        for what in gap.what.split(", "):
            if what not in _TOLD_ELSEWHERE:
                found.setdefault(what, []).append(gap.about)
    return found
