"""With whom somebody sits on a day: those who hold posts in the same bodies, and those on the same lists."""

from collections.abc import Iterable, Sequence
from datetime import date

from kkr_graph.model.names import danish_sort_key
from kkr_graph.vocab import KKR, ORG
from kkr_graph.web.addresses import with_query
from kkr_graph.web.entities.attendance import Came, by_body
from kkr_graph.web.entities.cells import Cells
from kkr_graph.web.reading import Node
from kkr_graph.web.site import Site
from kkr_graph.web.view import Line, Piece, Section, listed, table
from kkr_graph.web.wording import counted, day

_SHOWN = 40
_HOLDING = (
    "SELECT DISTINCT ?s ?o WHERE {{ VALUES ?o {{ {iris} }} ?post org:organization ?o ; a kkr:Tenure ; "
    'org:member ?s ; kkr:from ?from ; kkr:through ?through . FILTER(?from <= "{day}"^^xsd:date && '
    '?through >= "{day}"^^xsd:date) }}'
)
_LISTED = (
    "SELECT DISTINCT ?s ?o WHERE {{ VALUES ?o {{ {iris} }} ?came kkr:inMeeting ?o ; kkr:participant ?s ; "
    "kkr:attendanceStatus ?status . FILTER(?status IN (kkrc:present, kkrc:absent)) "
    "FILTER NOT EXISTS {{ ?came a kkr:Hypothesis }} FILTER NOT EXISTS {{ ?came kkr:scopeItem ?item }} }}"
)


def fellows_section(
    site: Site, person: str, posts: Iterable[Node], every: Sequence[Came], when: date
) -> Section:
    """The table, those with most in common first."""
    shared = _shared(site, person, posts, every, when)
    order = sorted(shared, key=lambda iri: -len(shared[iri]))
    cells = Cells(site, (), *shared, *(body for of in shared.values() for body, _ in of))
    order.sort(key=lambda iri: (-len(shared[iri]), danish_sort_key(cells.label(iri))))
    shown = order[:_SHOWN]
    ties = site.nodes.ties(shown)
    names = Cells(site, (), *ties.all)
    lines = [
        Line(cells=(
            cells.thing(iri),
            listed((*cells.thing(body), Piece(f" ({how})")) for body, how in sorted(shared[iri])),
            names.things(ties.parties.get(iri, ())),
            names.things(ties.municipalities.get(iri, ())),
        ))
        for iri in shown
    ]  # fmt: skip
    heading = f"Sidder sammen med pr. {day(when)}"
    total = counted(len(order), "person", "personer")
    path = with_query("/spoergsmaal/shared-forums", person=person)
    return Section(
        id="sammen",
        heading=heading,
        note="Samme forum på samme tid: begge har en post i det, eller begge står på den seneste "
        "deltagerliste, der har personen med.",
        table=table(heading, ("Person", "Fælles fora", "Parti", "Kommune"), lines),
        total=len(order),
        more=Piece(f"De første {_SHOWN} af {total} er vist. Se fælles poster over tid", path)
        if len(order) > _SHOWN
        else None,
    )


def _shared(
    site: Site, person: str, posts: Iterable[Node], every: Sequence[Came], when: date
) -> dict[str, list[tuple[str, str]]]:
    """Other people with the bodies they share, and what it rests on."""
    now = when.isoformat()
    bodies = {
        node.first(ORG.organization)
        for node in posts
        if node.is_certain and node.first(KKR.from_) <= now <= node.first(KKR.through)
    }
    latest = {of[-1].meeting: (body, of[-1].day) for body, of in by_body(every, when).items()}
    found: dict[str, dict[str, str]] = {}
    for row in site.nodes.rows_of(_LISTED, latest):
        body, held = latest[row["o"].value]
        found.setdefault(row["s"].value, {})[body] = f"deltagerliste {day(held)}"
    sparql = _HOLDING.replace("{day}", now)
    for row in site.nodes.rows_of(sparql, bodies):
        found.setdefault(row["s"].value, {})[row["o"].value] = "post"
    found.pop(person, None)
    return {iri: list(of.items()) for iri, of in found.items()}
