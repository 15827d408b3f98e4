"""The page of ``kkr-graph view``, served: the same page, with the way back to the facts."""

import html
import re
from datetime import date

from markupsafe import Markup

from kkr_graph.network.page import to_page
from kkr_graph.network.projection import project
from kkr_graph.network.views import View, ViewKind
from kkr_graph.vocab import FOAF, KKR
from kkr_graph.web.reading import Node
from kkr_graph.web.site import Site

_KINDS = (
    (ViewKind.PERSON, (FOAF.Person,)),
    (ViewKind.FORUM, (KKR.ContactCouncil, KKR.Forum, KKR.MunicipalCouncil)),
    (ViewKind.MUNICIPALITY, (KKR.Municipality,)),
    (ViewKind.PARTY, (KKR.Party, KKR.ElectoralList)),
    (ViewKind.MEETING, (KKR.Meeting,)),
    (ViewKind.DECISION, (KKR.Decision,)),
)
_POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')
_BEFORE = "<header>"


def view_of(node: Node) -> View | None:
    """The network around a thing; None for what no network is about."""
    for kind, classes in _KINDS:
        if node.is_a(*classes):
            return View(kind=kind, focus=node.iri)
    return None


def network_page(site: Site, view: View, day: date | None, *, back: str, name: str) -> str:
    """The page, with a link to the page of what it is about."""
    page = to_page(project(site.graph, view), day=day)
    way_back = Markup('<nav aria-label="Tilbage"><p><a href="{}">← {}</a></p></nav>\n')
    return page.replace(_BEFORE, f"{way_back.format(back, name)}{_BEFORE}", 1)


def policy_of(page: str) -> str:
    """The page's own policy, which knows its scripts by their hashes, for the answer's header."""
    found = _POLICY.search(page)
    assert found is not None, "the network page has no policy"
    return f"{html.unescape(found[1])}; frame-ancestors 'none'"
