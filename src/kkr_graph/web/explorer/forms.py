"""The questions that a network answers, as forms: around a name, between two, between two terms."""

from collections.abc import Mapping
from dataclasses import dataclass

from kkr_graph.network.views import View, ViewKind
from kkr_graph.queries import Kind
from kkr_graph.web.constitution.form import NEXT, Form
from kkr_graph.web.site import Site

HOME = "/netvaerk"
AROUND, BETWEEN, TERMS, POSTS = (
    f"{HOME}/omkring", f"{HOME}/sammenhaeng", f"{HOME}/perioder", f"{HOME}/poster",
)  # fmt: skip
_YES = "ja"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A form as it was filled in, and the view that it means, once it is clear."""

    form: Form
    path: str
    button: str
    view: View | None = None


def around(site: Site, values: Mapping[str, str]) -> Asked:
    """The form for the network around a name; its view has the IRI alone, whatever it is."""
    form = Form(site, AROUND, values)
    found = form.anything("navn", "Person, forum, kommune, parti eller møde")
    view = None if found is None else View(kind=ViewKind.OVERVIEW, focus=found.iri)
    return Asked(form=form, path=AROUND, button="Vis netværket", view=view)


def between(site: Site, values: Mapping[str, str]) -> Asked:
    """The form for how two hang together."""
    form = Form(site, BETWEEN, values)
    start = form.anything("fra", "Hvem eller hvad")
    goal = form.anything("til", "Og hvem eller hvad")
    day = form.day("den", "Den dag (kan stå tom)")
    counted = form.pick(
        "med", "Samme parti eller kommune", [("", "Tæller ikke"), (_YES, "Tæller også")]
    )
    if start is not None and goal is not None and start.iri == goal.iri:
        form.wrong("til", "Det er den samme.", "Skriv et andet navn.")
    view = None
    if start is not None and goal is not None and not form.is_wrong:
        view = View(
            kind=ViewKind.PATH, focus=start.iri, other=goal.iri, day=day,
            affiliations=counted == _YES,
        )  # fmt: skip
    return Asked(form=form, path=BETWEEN, button="Find vejen", view=view)


def terms(site: Site, values: Mapping[str, str]) -> Asked:
    """The form for two terms compared; the next one and the one before where none are chosen."""
    form = Form(site, TERMS, values)
    body = form.thing("forum", "Forum eller KKR (kan stå tomt)", Kind.FORUM)
    earlier = form.term("foer", "Den tidligere periode", "den før")
    later = form.term("efter", "Den senere periode", NEXT)
    view = None
    if not form.is_wrong:
        chosen = tuple(term.label if term else "" for term in (earlier, later))
        view = View(
            kind=ViewKind.TERMS, focus=body.iri if body else "", terms=(chosen[0], chosen[1])
        )
    return Asked(form=form, path=TERMS, button="Sammenlign", view=view)
