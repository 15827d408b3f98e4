"""``graph/derived``: what follows from the facts, and what a person should look at."""

from collections.abc import Iterable, Iterator
from datetime import date

from pyoxigraph import Quad

from kkr_graph.model.extract import AttendanceStatus, DocumentKind, Severity
from kkr_graph.model.finding import GraphFinding
from kkr_graph.model.identity import mention_key
from kkr_graph.rdf.citations import Citations
from kkr_graph.rdf.findings import SourcedFinding
from kkr_graph.rdf.names import Names
from kkr_graph.rdf.places import Place
from kkr_graph.rdf.terms import Term, danish, day, describe, node, plain
from kkr_graph.vocab import KKR, PROV, SH

_SEVERITIES = {
    Severity.VIOLATION: SH.Violation,
    Severity.WARNING: SH.Warning,
    Severity.INFO: SH.Info,
}


def build_quads(places: Iterable[Place], names: Names) -> Iterator[Quad]:
    """The day up to which the graph knows."""
    yield from describe(
        names.minter.graph("derived"),
        names.minter.id("build"),
        (KKR.dataThrough, day(data_through(places))),
        types=(KKR.Build,),
    )


def data_through(places: Iterable[Place]) -> date | None:
    """The latest day that a document tells of; an agenda only foresees its own."""
    told = (place.extract.document for place in places)
    days = (each.date for each in told if each.kind != DocumentKind.AGENDA and each.date)
    return max(days, default=None)


def took_part_quads(place: Place, names: Names) -> Iterator[Quad]:
    """Who took part in which decision of a meeting, if this document tells of it."""
    if not place.tells:
        return
    graph, items = names.minter.graph("derived"), place.items
    for slug, presence in _presences(place, names).items():
        took_part = (
            (KKR.tookPartIn, node(placed.decision))
            for placed in items
            if placed.decision and presence.at(placed.item.number)
        )
        yield from describe(graph, names.minter.person(slug), *took_part)


class _Presence:
    """When one person was there: the whole meeting, some items, or all but some."""

    def __init__(self) -> None:
        self.whole: set[AttendanceStatus] = set()
        self.items: dict[str, set[AttendanceStatus]] = {}

    def at(self, number: str) -> bool:
        """Whether the person was present for an item, and nothing in the document denies it."""
        said = self.items.get(number, self.whole)
        return said == {AttendanceStatus.PRESENT}


def _presences(place: Place, names: Names) -> dict[str, _Presence]:
    """By person; who is only announced, or only a guest, takes no part in decisions."""
    found: dict[str, _Presence] = {}
    for entry in place.extract.attendance:
        slug = names.resolution.by_mention.get(mention_key(place.sha256, entry))
        if slug is None or not entry.certain or entry.status == AttendanceStatus.GUEST:
            continue
        presence = found.setdefault(slug, _Presence())
        if entry.items is None:
            presence.whole.add(entry.status)
        for number in entry.items or ():
            presence.items.setdefault(number, set()).add(entry.status)
    return found


def finding_quads(
    findings: Iterable[GraphFinding], names: Names, citations: Citations
) -> Iterator[Quad]:
    """What the reading and the checks found, each with what it is about and where it stands."""
    for finding in findings:
        yield from describe(
            names.minter.graph("derived"),
            names.minter.finding(finding.code, finding.key),
            (SH.resultSeverity, node(_SEVERITIES[finding.severity])),
            (KKR.findingCode, plain(finding.code)),
            (SH.resultMessage, danish(finding.message)),
            (SH.focusNode, node(finding.focus)),
            (KKR.findingKey, plain(finding.key)),
            *((PROV.wasDerivedFrom, node(iri)) for iri in finding.evidence),
            *_proof(finding, citations),
            types=(SH.ValidationResult,),
        )


def _proof(finding: GraphFinding, citations: Citations) -> tuple[tuple[str, Term | None], ...]:
    if not isinstance(finding, SourcedFinding):
        return ()
    beside = ((PROV.wasDerivedFrom, citations.cite(*each)) for each in finding.beside)
    return (*citations.prove(finding.sha256, finding.passage), *beside)
