"""Days and rules of seats that documents mention: of an item, or of the body that they are about."""

from collections.abc import Iterable

from kkr_graph.vocab import KKR
from kkr_graph.web.entities.cells import Cells, day_cell
from kkr_graph.web.reading import Node
from kkr_graph.web.site import Site
from kkr_graph.web.view import Line, Section, plain, table

_SHOWN = 100


def days_section(site: Site, days: Iterable[Node]) -> Section:
    """The days, the first first."""
    every = sorted(days, key=lambda node: (node.first(KKR.day), node.iri))
    shown = every[-_SHOWN:]
    cells, proofs = Cells(site, shown), site.nodes.proofs(shown)
    heading = "Datoer, der er nævnt"
    lines = [
        Line(cells=(
            day_cell(node.day(KKR.day)),
            plain(node.first(KKR.what)),
            cells.things(node.all(KKR.aboutBody)),
            plain(node.first(KKR.asWritten)),
            cells.source(proofs[node.iri], node.iri),
        ))
        for node in shown
    ]  # fmt: skip
    headings = ("Dato", "Hvad", "Om", "Som skrevet", "Kilde")
    return Section(
        id="datoer",
        heading=heading,
        note=f"De seneste {_SHOWN} er vist." if len(every) > _SHOWN else "",
        total=len(every),
        table=table(heading, headings, lines),
    )


def rules_section(site: Site, rules: Iterable[Node]) -> Section:
    """What documents say of how many seats there are, for whom, and who fills them."""
    shown = sorted(rules, key=lambda node: node.iri)
    cells, proofs = Cells(site, shown), site.nodes.proofs(shown)
    heading = "Regler for pladser"
    lines = [
        Line(cells=(
            cells.things(node.all(KKR.inBody)) or plain(node.first(KKR.bodyName)),
            plain(node.first(KKR.numberOfSeats)),
            plain(node.first(KKR.eligibility)),
            plain(node.first(KKR.appointedByName)),
            cells.source(proofs[node.iri], node.iri),
        ))
        for node in shown
    ]  # fmt: skip
    headings = ("Organ", "Pladser", "Hvem", "Udpeges af", "Kilde")
    return Section(
        id="pladsregler",
        heading=heading,
        note="Som dokumenterne siger dem.",
        table=table(heading, headings, lines),
    )
