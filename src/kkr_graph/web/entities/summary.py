"""One line about any fact: ``formand i KKR Nordjylland``, ``til stede ved mødet``."""

from kkr_graph.vocab import DCTERMS, KKR, ORG, PREFIXES, RDF, SH
from kkr_graph.web.entities.cells import Cells, item_label
from kkr_graph.web.reading import Node
from kkr_graph.web.site import Site
from kkr_graph.web.view import Cell, Piece, plain
from kkr_graph.web.wording import term_label, written_day

_TEXTS = (SH.resultMessage, KKR.text, DCTERMS.title, KKR.what, KKR.asWritten, KKR.nameAsWritten)


def summary(site: Site, cells: Cells, fact: Node) -> Cell:
    """What a fact says, with links to what it is about."""
    if fact.first(ORG.member):
        return _of_person(cells, fact, ORG.member, ORG.organization)
    if fact.first(KKR.participant):
        return (
            *cells.thing(fact.first(KKR.participant)),
            Piece(f", {cells.label(fact.first(KKR.attendanceStatus))}, "),
            *cells.thing(fact.first(KKR.inMeeting)),
        )
    if fact.first(KKR.concernsPerson):
        return _of_person(cells, fact, KKR.concernsPerson, KKR.inBody)
    if fact.is_a(KKR.VacantSeat):
        return (
            Piece(f"{term_label(KKR.VacantSeat)}: {cells.label(fact.first(ORG.role))} i "),
            *cells.thing(fact.first(KKR.inBody)),
        )
    if fact.first(KKR.speaker):
        return (
            *cells.thing(fact.first(KKR.speaker)),
            Piece(f", {cells.label(fact.first(KKR.statementKind))}"),
        )
    return _other(site, cells, fact)


def _of_person(cells: Cells, fact: Node, person: str, body: str) -> Cell:
    """``Bo Lund, formand i KKR Nordjylland``."""
    return (
        *cells.thing(fact.first(person)),
        Piece(f", {cells.label(fact.first(ORG.role))} i "),
        *cells.thing(fact.first(body)),
    )


def in_words(site: Site, cells: Cells, fact: Node) -> str:
    """The same as text."""
    return "".join(piece.text for piece in summary(site, cells, fact))


def _other(site: Site, cells: Cells, fact: Node) -> Cell:
    if fact.is_a(KKR.AgendaItem):
        meeting = cells.things(fact.all(KKR.ofMeeting))
        return (*cells.thing(fact.iri, item_label(fact)), Piece(", "), *meeting)
    day = fact.first(KKR.day)
    told = (fact.first(name) for name in _TEXTS)
    text = ": ".join(part for part in (written_day(day), next(filter(None, told), "")) if part)
    return (Piece(text, site.addresses.path(fact.iri)),) if text else _named(site, cells, fact)


def _named(site: Site, cells: Cells, fact: Node) -> Cell:
    label = cells.label(fact.iri)
    is_number = fact.is_a(KKR.Case)  # and that is what it is called
    if label == fact.iri.rpartition("/")[2] and not is_number:  # a hash: say what it is
        classes = [iri for iri in fact.all(RDF.type) if iri.startswith(PREFIXES["kkr"])]
        label = term_label(classes[0]) if classes else label
    path = site.addresses.path(fact.iri)
    return (Piece(label, path),) if path else plain(label)
