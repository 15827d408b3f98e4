"""What a network of the site is about."""

from kkr_graph.network.views import View, ViewKind
from kkr_graph.vocab import FOAF, KKR
from kkr_graph.web.reading import Node

_KINDS = (
    (ViewKind.PERSON, (FOAF.Person,)),
    (ViewKind.FORUM, (KKR.ContactCouncil, KKR.Forum, KKR.MunicipalCouncil)),
    (ViewKind.MUNICIPALITY, (KKR.Municipality,)),
    (ViewKind.PARTY, (KKR.Party, KKR.ElectoralList)),
    (ViewKind.MEETING, (KKR.Meeting,)),
    (ViewKind.DECISION, (KKR.Decision,)),
)


def view_of(node: Node) -> View | None:
    """The network around a thing; None for what no network is about."""
    for kind, classes in _KINDS:
        if node.is_a(*classes):
            return View(kind=kind, focus=node.iri)
    return None
