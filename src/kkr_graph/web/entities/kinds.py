"""Which page a thing of the graph has, by its class."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeAlias

from kkr_graph.vocab import DCTERMS, FOAF, KKR, PROV
from kkr_graph.web.entities.document import document_page, evidence_page
from kkr_graph.web.entities.item import item_page
from kkr_graph.web.entities.meeting import meeting_page
from kkr_graph.web.entities.organisations import body_page, municipality_page, party_page
from kkr_graph.web.entities.other import other_page
from kkr_graph.web.entities.person import person_page
from kkr_graph.web.reading import Node
from kkr_graph.web.site import Site
from kkr_graph.web.view import EntityPage

Builder: TypeAlias = Callable[[Site, Node, date], EntityPage]

_PAGES: Mapping[str, Builder] = {
    FOAF.Person: person_page,
    KKR.ContactCouncil: body_page,
    KKR.Forum: body_page,
    KKR.MunicipalCouncil: body_page,
    KKR.Municipality: municipality_page,
    KKR.Party: party_page,
    KKR.ElectoralList: party_page,
    KKR.Meeting: meeting_page,
    KKR.AgendaItem: item_page,
    KKR.Evidence: evidence_page,
    KKR.SourceDocument: document_page,
}
# what is shown on the page of something else: the property that leads there, and the place on it
_PART_OF: Mapping[str, tuple[str, str]] = {
    KKR.Decision: (KKR.decidedAt, "beslutning"),
    KKR.Recommendation: (KKR.putIn, "indstilling"),
    KKR.Statement: (KKR.madeAt, "indlaeg"),
    KKR.Participation: (KKR.inMeeting, ""),
    KKR.TextLayer: (PROV.wasDerivedFrom, ""),
}


def page_of(node: Node) -> Builder:
    """What makes the page."""
    return next((page for kind, page in _PAGES.items() if node.is_a(kind)), other_page)


def elsewhere(node: Node) -> tuple[str, str]:
    """The IRI and the anchor of the page that shows it; empty where it has its own.

    Somebody who was found to be somebody else is shown there.
    """
    if node.first(DCTERMS.isReplacedBy):
        return node.first(DCTERMS.isReplacedBy), ""
    for kind, (predicate, anchor) in _PART_OF.items():
        if node.is_a(kind) and node.first(predicate):
            return node.first(predicate), anchor
    return "", ""
