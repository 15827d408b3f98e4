"""The page of anything that has no page of its own kind: all that is said, and what points here."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from kkr_graph.model.names import danish_sort_key
from kkr_graph.model.solutions import Term
from kkr_graph.model.tenure import FOREVER
from kkr_graph.vocab import KKR, ORG, PROV, RDF, SCHEMA, SH, XSD
from kkr_graph.web.entities.cells import Cells
from kkr_graph.web.entities.summary import in_words, summary
from kkr_graph.web.reading import Node, written
from kkr_graph.web.site import Site
from kkr_graph.web.view import EMPTY, Cell, EntityPage, Line, Piece, Section, listed, plain, table
from kkr_graph.web.wording import capitalised, term_label, written_day

_SHOWN = 100
_GENERAL = frozenset((ORG.Membership, PROV.Activity))
_FIRST = (
    ORG.member, KKR.concernsPerson, ORG.role, ORG.organization, KKR.inBody, KKR.represents,
    KKR.politicalAffiliation, KKR.fromMunicipality, KKR.substituteForPerson, KKR.substituteFor,
    SCHEMA.startDate, SCHEMA.endDate, KKR.from_, KKR.through, KKR.lastSeen, KKR.endStatus,
)  # fmt: skip
_DERIVED = {KKR.from_: SCHEMA.startDate, KKR.through: SCHEMA.endDate}  # where it is stated: that


def other_page(site: Site, node: Node, _: date) -> EntityPage:
    """Terms, seat groups, cases, tenures, findings, days and rules that a document mentions."""
    cells = Cells(site, [node])
    kind = capitalised(_kind(node) or "Ting i grafen")
    title = in_words(site, cells, node)
    return EntityPage(
        iri=node.iri,
        kind=kind if title.casefold() != kind.casefold() else "",
        title=capitalised(title),
        facts=tuple(_facts(site, cells, node, title)),
        sections=(_pointing(site, node),),
    )


def _kind(node: Node) -> str:
    """What it is, as exactly as its classes say."""
    classes = [iri for iri in node.all(RDF.type) if iri not in _GENERAL]
    exact = [iri for iri in classes if iri != KKR.PersonnelAct or len(classes) == 1]
    return ", ".join(term_label(iri) for iri in exact)


def _facts(site: Site, cells: Cells, node: Node, title: str) -> Iterator[tuple[str, Cell]]:
    """Whom and what it is about, and from when to when, before the rest by name."""
    linked = _in_words(site, cells, node)
    for name in sorted(node.values, key=_place):
        terms = [term for term in node.values[name] if term.value != title]
        if terms and not _goes_without_saying(node, name):
            told = listed(_value(cells, term, linked) for term in terms)
            yield capitalised(term_label(name)), told
    if node.is_a(KKR.Tenure, KKR.Hypothesis) or node.all(PROV.wasDerivedFrom):
        yield "Kilde", cells.sources(site.nodes.proofs([node])[node.iri])
    if node.is_a(SH.ValidationResult):
        yield "Se også", (Piece("Alt, der skal ses efter", "/fund"),)


def _place(name: str) -> tuple[int, str]:
    at = _FIRST.index(name) if name in _FIRST else len(_FIRST)
    return at, danish_sort_key(term_label(name))


def _goes_without_saying(node: Node, name: str) -> bool:
    """Sources stand last, a key is for programs, and a derived day beside the one that is stated says nothing more."""
    if name in _DERIVED:
        return bool(node.first(_DERIVED[name])) or node.day(name) == FOREVER
    return name in (RDF.type, PROV.wasDerivedFrom, KKR.findingKey)


def _in_words(site: Site, cells: Cells, node: Node) -> Mapping[str, str]:
    """What the things are that it points at and that have no name."""
    pointed = {term.value for terms in node.values.values() for term in terms if term.is_iri}
    nameless = site.nodes.describe(iri for iri in pointed if cells.label(iri) == term_label(iri))
    within = Cells(site, nameless.values())
    return {iri: in_words(site, within, told) for iri, told in nameless.items()}


def _value(cells: Cells, term: Term, linked: Mapping[str, str]) -> Cell:
    if term.is_iri:
        return cells.thing(term.value, linked.get(term.value, ""))
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
    proofs = site.nodes.proofs(nodes.values())
    heading = "Det henviser hertil"
    lines = [
        Line(
            cells=(
                plain(capitalised(term_label(name))),
                _leading_there(site, nodes[iri], summary(site, cells, nodes[iri])),
                cells.source(proofs[iri], iri) if proofs[iri] else EMPTY,
            )
        )
        for name, iris in sorted(by_property.items(), key=lambda pair: danish_sort_key(pair[0]))
        for iri in sorted(iris, key=lambda iri: _order(cells, nodes[iri]))
    ]
    return Section(
        id="henvisninger",
        heading=heading,
        note=f"Kun de første {_SHOWN} er vist." if rows.truncated else "",
        table=table(heading, ("Som", "Hvad", "Kilde"), lines),
    )


def _leading_there(site: Site, node: Node, said: Cell) -> Cell:
    """What a thing says, with a link to its own page: two acts of one person read alike."""
    path = site.addresses.path(node.iri)
    if not path or path in (piece.href for piece in said):
        return said
    return (Piece(capitalised(_kind(node)), path), Piece(": "), *said)


def _order(cells: Cells, node: Node) -> tuple[str, int, str]:
    """Items by meeting and agenda, the rest by name."""
    return (
        node.first(KKR.ofMeeting), node.number(KKR.itemOrder), danish_sort_key(cells.label(node.iri)),
    )  # fmt: skip
