"""What the checks found about something, as a part of its page."""

from collections.abc import Iterable

from kkr_graph.vocab import SH
from kkr_graph.web.entities.cells import Cells
from kkr_graph.web.site import Site
from kkr_graph.web.view import EMPTY, Line, Section, plain, table

GRADES = (SH.Violation, SH.Warning, SH.Info)


def findings_section(site: Site, findings: Iterable[str]) -> Section:
    """The findings, the most serious first."""
    nodes = site.nodes.describe(findings)
    cells = Cells(site, nodes.values())
    proofs = site.nodes.proofs(nodes.values())
    order = sorted(
        nodes.values(),
        key=lambda node: (
            GRADES.index(node.first(SH.resultSeverity)),
            node.first(SH.resultMessage),
        ),
    )
    heading = "Se efter"
    lines = [
        Line(cells=(
            plain(cells.label(node.first(SH.resultSeverity))),
            plain(node.first(SH.resultMessage)),
            cells.source(proofs[node.iri]) if proofs[node.iri] else EMPTY,
        ))
        for node in order
    ]  # fmt: skip
    return Section(
        id="fund",
        heading=heading,
        note="Steder, hvor en regel ikke er opfyldt, eller hvor et menneske bør se efter.",
        table=table(heading, ("Alvor", "Fund", "Kilde"), lines),
    )
