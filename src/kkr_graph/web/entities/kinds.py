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
from kkr_graph.web.entities.term import term_page
from kkr_graph.web.reading import Node
from kkr_graph.web.site import Site
from kkr_graph.web.view import EntityPage

Builder: TypeAlias = Callable[[Site, Node, date], EntityPage]
LongBuilder: TypeAlias = Callable[[Site, Node, date, str], EntityPage]

# pages with posts, of which there may be hundreds: the last argument is the section to show whole
_LONG: Mapping[str, LongBuilder] = {
    FOAF.Person: person_page,
    KKR.ContactCouncil: body_page,
    KKR.Forum: body_page,
    KKR.MunicipalCouncil: body_page,
    KKR.Municipality: municipality_page,
    KKR.Party: party_page,
    KKR.ElectoralList: party_page,
}
_PAGES: Mapping[str, Builder] = {
    KKR.Meeting: meeting_page,
    KKR.AgendaItem: item_page,
    KKR.ElectoralTerm: term_page,
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


def entity_page(site: Site, node: Node, when: date, *, opened: str = "") -> EntityPage:
    """The page, with the section of that id opened whole."""
    for kind, long_page in _LONG.items():
        if node.is_a(kind):
            return long_page(site, node, when, opened)
    make = next((page for kind, page in _PAGES.items() if node.is_a(kind)), other_page)
    return make(site, node, when)


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
