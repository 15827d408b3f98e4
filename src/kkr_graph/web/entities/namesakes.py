"""Others of the same name, so that whoever was led to one of them finds the one that was meant."""

from kkr_graph.model.solutions import Term
from kkr_graph.queries.binding import serialise
from kkr_graph.vocab import FOAF
from kkr_graph.web.entities.cells import Cells
from kkr_graph.web.reading import Node
from kkr_graph.web.site import Site
from kkr_graph.web.view import Cell, Look, Piece, listed

_BEARERS = (
    "SELECT DISTINCT ?s WHERE { { ?s foaf:name NAME } UNION { ?s skos:altLabel NAME . "
    "?s a foaf:Person } }"
)


def namesakes(site: Site, person: Node) -> Cell:
    """Links to everybody who bears the person's name, each with party and municipality."""
    others = namesakes_of(site, person)
    ties = site.nodes.ties(others)
    cells = Cells(site, (), *others, *ties.all)
    return listed(
        (*cells.thing(iri), Piece(told, look=Look.QUIET))
        for iri in others
        for told in [_told(cells, (*ties.parties.get(iri, ()), *ties.municipalities.get(iri, ())))]
    )


def namesakes_of(site: Site, person: Node) -> list[str]:
    """Their IRIs, sorted."""
    name = person.first(FOAF.name)
    if not name:
        return []
    rows = site.graph.select(_BEARERS.replace("NAME", serialise(Term(value=name)))).rows
    return sorted({row["s"].value for row in rows} - {person.iri})


def _told(cells: Cells, ties: tuple[str, ...]) -> str:
    told = ", ".join(map(cells.label, ties))
    return f" ({told})" if told else ""
