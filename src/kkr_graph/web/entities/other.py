"""The page of anything that has no page of its own kind: all that is said, and what points here."""

from collections import defaultdict
from datetime import date

from kkr_graph.model.names import danish_sort_key
from kkr_graph.model.solutions import Term
from kkr_graph.vocab import KKR, ORG, PROV, RDF, XSD
from kkr_graph.web.entities.cells import Cells
from kkr_graph.web.entities.summary import in_words, summary
from kkr_graph.web.reading import Node, written
from kkr_graph.web.site import Site
from kkr_graph.web.view import Cell, EntityPage, Line, Section, listed, plain, table
from kkr_graph.web.wording import capitalised, term_label, written_day

_SHOWN = 100
_GENERAL = frozenset((ORG.Membership,))


def other_page(site: Site, node: Node, _: date) -> EntityPage:
    """Terms, seat groups, cases, tenures, findings, days and rules that a document mentions."""
    cells = Cells(site, [node])
    kinds = [term_label(iri) for iri in node.all(RDF.type) if iri not in _GENERAL]
    kind = capitalised(", ".join(kinds) or "Ting i grafen")
    title = in_words(site, cells, node)
    return EntityPage(
        iri=node.iri,
        kind=kind if title.casefold() != kind.casefold() else "",
        title=capitalised(title),
        facts=_facts(site, cells, node),
        sections=(_pointing(site, node),),
    )


def _facts(site: Site, cells: Cells, node: Node) -> tuple[tuple[str, Cell], ...]:
    facts = [
        (capitalised(term_label(name)), listed(_value(cells, term) for term in terms))
        for name, terms in node.values.items()
        if name not in (RDF.type, PROV.wasDerivedFrom)
    ]
    facts.sort(key=lambda fact: danish_sort_key(fact[0]))
    if node.is_a(KKR.Tenure, KKR.Hypothesis) or node.all(PROV.wasDerivedFrom):
        facts.append(("Kilde", cells.source(site.nodes.proofs([node])[node.iri])))
    return tuple(facts)


def _value(cells: Cells, term: Term) -> Cell:
    if term.is_iri:
        return cells.thing(term.value)
    if term.datatype == XSD.boolean:
        return plain("ja" if term.value == "true" else "nej")
    return plain(written_day(term.value) if term.datatype == XSD.date else term.value)


def _pointing(site: Site, node: Node) -> Section:
    """What points here, by the property that does."""
    rows = site.graph.select(
        "SELECT DISTINCT ?s ?p WHERE { ?s ?p " + written(node.iri) + " }", limit=_SHOWN
    )
    by_property: dict[str, list[str]] = defaultdict(list)
    for row in rows.rows:
        by_property[row["p"].value].append(row["s"].value)
    nodes = site.nodes.describe(iri for iris in by_property.values() for iri in iris)
    cells = Cells(site, nodes.values())
    heading = "Det henviser hertil"
    lines = [
        Line(cells=(plain(capitalised(term_label(name))), summary(site, cells, nodes[iri])))
        for name, iris in sorted(by_property.items(), key=lambda pair: danish_sort_key(pair[0]))
        for iri in sorted(iris, key=lambda iri: danish_sort_key(cells.label(iri)))
    ]
    return Section(
        id="henvisninger",
        heading=heading,
        note=f"Kun de første {_SHOWN} er vist." if rows.truncated else "",
        table=table(heading, ("Som", "Hvad"), lines),
    )
