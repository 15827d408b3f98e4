"""Who told of what at which item: the same table on the pages of a person, a body and an item."""

from collections.abc import Sequence

from kkr_graph.vocab import KKR
from kkr_graph.web.entities.cells import Cells, doubt
from kkr_graph.web.reading import Node
from kkr_graph.web.site import Site
from kkr_graph.web.view import Cell, Line, Section, plain, table

_HEADINGS = ("Person", "Møde", "Punkt", "Art", "På vegne af", "Kilde")
_SHOWN = 50
_NOTHING = Node("", {})
_HELD = (
    "SELECT DISTINCT ?s ?day ?position WHERE {{ VALUES ?s {{ {iris} }} ?s kkr:madeAt ?item . "
    "?item kkr:ofMeeting ?meeting ; kkr:itemOrder ?position . ?meeting kkr:meetingDate ?day }}"
)


def statements_section(site: Site, said: Sequence[str], *, without: tuple[str, ...]) -> Section:
    """The statements, the latest meeting first; without the columns that the page itself says."""
    held = {
        row["s"].value: (row["day"].value, -int(row["position"].value))
        for row in site.nodes.rows_of(_HELD, said)
    }
    order = sorted(said, key=lambda iri: (held.get(iri, ("", 0)), iri), reverse=True)[:_SHOWN]
    nodes = site.nodes.describe(order)
    shown = [nodes[iri] for iri in order]
    items = site.nodes.describe(node.first(KKR.madeAt) for node in shown)
    proofs = site.nodes.proofs(shown)
    cells = Cells(site, (*shown, *items.values()))
    lines = []
    for node in shown:
        item = items.get(node.first(KKR.madeAt), _NOTHING)
        told: dict[str, Cell] = {
            "Person": cells.thing(node.first(KKR.speaker)),
            "Møde": cells.thing(item.first(KKR.ofMeeting)),
            "Punkt": cells.item(item),
            "Art": plain(cells.label(node.first(KKR.statementKind))),
            "På vegne af": cells.things(node.all(KKR.onBehalfOf))
            or plain(node.first(KKR.onBehalfOfName)),
            "Kilde": cells.source(proofs[node.iri], node.iri),
        }
        kept = tuple(told[name] for name in _HEADINGS if name not in without)
        lines.append(Line(cells=kept, doubt=doubt(node)))
    heading = "Orienteringer og oplæg"
    cut = f"De seneste {_SHOWN} er vist." if len(said) > _SHOWN else ""
    headings = [name for name in _HEADINGS if name not in without]
    return Section(
        id="indlaeg",
        heading=heading,
        note=cut,
        total=len(said),
        table=table(heading, headings, lines),
    )
