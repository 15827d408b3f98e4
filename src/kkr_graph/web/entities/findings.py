"""What the checks found about something, as a part of its page."""

from collections.abc import Iterable, Mapping, Sequence

from kkr_graph.model.finding import NEW_BODY, new_bodies_words
from kkr_graph.vocab import KKR, SH
from kkr_graph.web.entities.cells import Cells
from kkr_graph.web.reading import Node, Proof, written
from kkr_graph.web.site import Site
from kkr_graph.web.view import EMPTY, Cell, Line, Piece, Section, plain, table

# How a finding says in a terminal where it is settled; on the pages it is a link.
_SETTLED_BY_COMMAND = " Afgør det med kkr-graph review"
_SETTLED_HERE = Piece("Afgør det", href="/hvem-er-hvem")

GRADES = (SH.Violation, SH.Warning, SH.Info)


_SOURCES_SHOWN = 5

HEADINGS = ("Alvor", "Fund", "Kilde")


def finding_lines(site: Site, findings: Iterable[str]) -> Mapping[str, Line]:
    """A row for each finding, the most serious first; what several documents say is one.

    So are the bodies that the registry does not have, which come last.
    """
    nodes = site.nodes.describe(findings)
    cells = Cells(site, nodes.values())
    proofs = site.nodes.proofs(nodes.values())
    order = sorted(
        nodes.values(),
        key=lambda node: (
            GRADES.index(node.first(SH.resultSeverity)),
            _is_new_body(node),
            node.first(SH.resultMessage),
        ),
    )
    same: dict[str, list[Node]] = {}
    for node in order:
        said = NEW_BODY if _is_new_body(node) else node.first(SH.resultMessage)
        same.setdefault(said, []).append(node)
    return {
        told_alike[0].iri: Line(cells=(
            plain(cells.label(told_alike[0].first(SH.resultSeverity))),
            _new_bodies(cells, told_alike) if message == NEW_BODY else told(message),
            _sources(cells, [each for node in told_alike for each in proofs[node.iri]])
            or _about(site, told_alike[0]),
        ))
        for message, told_alike in same.items()
    }  # fmt: skip


def _is_new_body(finding: Node) -> bool:
    return finding.first(KKR.findingCode) == NEW_BODY


def _new_bodies(cells: Cells, findings: Sequence[Node]) -> Cell:
    """The bodies that the registry does not have, each with the way to its page."""
    bodies = {finding.first(SH.focusNode) for finding in findings}
    before, after = new_bodies_words(len(bodies))
    return (*plain(before), *cells.things(bodies), *plain(after))


def _sources(cells: Cells, proofs: Sequence[Proof]) -> Cell:
    """The first places that say it, with their words; the question of findings has all."""
    rest = len(proofs) - _SOURCES_SHOWN
    more = (Piece(f" og {rest} til", "/spoergsmaal/findings"),) if rest > 0 else EMPTY
    return (*cells.quoted(proofs[:_SOURCES_SHOWN]), *more) if proofs else EMPTY


def _about(site: Site, finding: Node) -> Cell:
    """Where to look at what has no passage to look at."""
    path = site.addresses.path(finding.first(SH.focusNode))
    return (Piece("Se det, fundet er om", path),) if path else EMPTY


def told(message: str) -> Cell:
    """What a finding says; where it names a command that a page can do as well, a link to that page."""
    said, command, _ = message.partition(_SETTLED_BY_COMMAND)
    return (Piece(f"{said} "), _SETTLED_HERE) if command else plain(message)


def body_findings(site: Site, body: str) -> Section:
    """What was found about a body and the posts in it; what sources disagree on has a section of its own."""
    rows = site.graph.select(
        "SELECT DISTINCT ?finding WHERE { "
        f"{{ ?finding sh:focusNode {written(body)} }} UNION "
        f"{{ ?post org:organization {written(body)} . ?finding sh:focusNode ?post }} "
        'FILTER NOT EXISTS { ?finding kkr:findingCode "sources-disagree" } }'
    ).rows
    return findings_section(site, (row["finding"].value for row in rows))


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
