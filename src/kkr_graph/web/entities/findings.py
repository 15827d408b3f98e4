"""What the checks found about something, as a part of its page."""

from collections.abc import Iterable, Mapping

from kkr_graph.vocab import SH
from kkr_graph.web.entities.cells import Cells
from kkr_graph.web.reading import Node
from kkr_graph.web.site import Site
from kkr_graph.web.view import EMPTY, Cell, Line, Piece, Section, plain, table

# How a finding says in a terminal where it is settled; on the pages it is a link.
_SETTLED_BY_COMMAND = " Afgør det med kkr-graph review"
_SETTLED_HERE = Piece("Afgør det", href="/hvem-er-hvem")

GRADES = (SH.Violation, SH.Warning, SH.Info)


HEADINGS = ("Alvor", "Fund", "Kilde")


def finding_lines(site: Site, findings: Iterable[str]) -> Mapping[str, Line]:
    """A row for each finding, the most serious first."""
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
    return {
        node.iri: Line(cells=(
            plain(cells.label(node.first(SH.resultSeverity))),
            told(node.first(SH.resultMessage)),
            cells.source(proofs[node.iri], node.iri) if proofs[node.iri] else _about(site, node),
        ))
        for node in order
    }  # fmt: skip


def _about(site: Site, finding: Node) -> Cell:
    """Where to look at what has no passage to look at."""
    path = site.addresses.path(finding.first(SH.focusNode))
    return (Piece("Se det, fundet er om", path),) if path else EMPTY


def told(message: str) -> Cell:
    """What a finding says; where it names a command that a page can do as well, a link to that page."""
    said, command, _ = message.partition(_SETTLED_BY_COMMAND)
    return (Piece(f"{said} "), _SETTLED_HERE) if command else plain(message)


def findings_section(site: Site, findings: Iterable[str]) -> Section:
    """The findings, the most serious first."""
    heading = "Se efter"
    lines = list(finding_lines(site, findings).values())
    return Section(
        id="fund",
        heading=heading,
        note="Steder, hvor en regel ikke er opfyldt, eller hvor et menneske bør se efter.",
        table=table(heading, HEADINGS, lines),
    )
