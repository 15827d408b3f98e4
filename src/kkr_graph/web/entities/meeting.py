"""The page of a meeting: who came, what was decided."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from kkr_graph.model.names import danish_sort_key
from kkr_graph.vocab import KKR, KKRC, SH, SKOS
from kkr_graph.web.entities.cells import Cells, day_cell, doubt, item_label
from kkr_graph.web.entities.findings import findings_section
from kkr_graph.web.reading import Node
from kkr_graph.web.site import Site
from kkr_graph.web.view import (
    EMPTY,
    Cell,
    EntityPage,
    Line,
    Look,
    Piece,
    Section,
    listed,
    plain,
    table,
)
from kkr_graph.web.wording import counted

_STATUSES = ((KKRC.present, "Til stede"), (KKRC.absent, "Afbud"), (KKRC.guest, "Gæster"))


def meeting_page(site: Site, node: Node, _: date) -> EntityPage:
    """A meeting."""
    documents = site.nodes.pointing(KKR.documents, node.iri).values()
    cells = Cells(site, (node, *documents))
    came = list(site.nodes.pointing(KKR.inMeeting, node.iri).values())
    items = in_agenda_order(site.nodes.pointing(KKR.ofMeeting, node.iri).values())
    return EntityPage(
        iri=node.iri,
        kind="Møde",
        title=node.first(SKOS.prefLabel) or "Møde",
        facts=tuple(
            (heading, cell)
            for heading, cell in (
                ("Dato", day_cell(node.day(KKR.meetingDate))),
                ("Holdt af", cells.things(node.all(KKR.heldBy))),
                (
                    "Dokument",
                    listed(cells.thing(each.iri, site.nodes.called(each)) for each in documents),
                ),
                ("Fremmøde", plain(_counts(came))),
            )
            if cell
        ),
        sections=(
            agenda_section(site, items),
            *attendance_sections(site, came),
            findings_section(site, site.nodes.subjects(SH.focusNode, node.iri)),
        ),
        network=site.addresses.network(node.iri),
    )


def in_agenda_order(items: Iterable[Node]) -> list[Node]:
    """Agenda items as they stood on the agenda."""
    return sorted(items, key=lambda item: (item.number(KKR.itemOrder), item.iri))


def _counts(came: Sequence[Node]) -> str:
    whole = [node for node in came if node.is_certain and not node.all(KKR.scopeItem)]
    present = sum(node.first(KKR.attendanceStatus) == KKRC.present for node in whole)
    absent = sum(node.first(KKR.attendanceStatus) == KKRC.absent for node in whole)
    return f"{present} til stede, {counted(absent, 'afbud', 'afbud')}" if present or absent else ""


def attendance_sections(site: Site, came: Sequence[Node]) -> tuple[Section, ...]:
    """Who was there, who was not, who was a guest."""
    cells = Cells(site, came)
    proofs = site.nodes.proofs(came)
    items = site.nodes.describe(iri for node in came for iri in node.all(KKR.scopeItem))
    headings = ("Person", "Parti", "Kommune", "Titel og organisation", "Bemærk", "Kilde")
    sections = []
    for status, heading in _STATUSES:
        of_status = [node for node in came if node.first(KKR.attendanceStatus) == status]
        of_status.sort(key=lambda node: danish_sort_key(cells.label(node.first(KKR.participant))))
        lines = [
            Line(
                cells=(
                    cells.thing(node.first(KKR.participant)),
                    cells.things(node.all(KKR.politicalAffiliation)),
                    cells.things(node.all(KKR.represents)),
                    plain(_title(node)),
                    listed(_remarks(cells, node, items)),
                    cells.source(proofs[node.iri], node.iri),
                ),
                doubt=doubt(node),
            )
            for node in of_status
        ]
        anchor = status.rpartition("/")[2]
        sections.append(Section(id=anchor, heading=heading, table=table(heading, headings, lines)))
    return tuple(sections)


def _title(node: Node) -> str:
    told = (node.first(KKR.title), node.first(KKR.organizationName))
    return ", ".join(part for part in told if part)


def _remarks(cells: Cells, node: Node, items: Mapping[str, Node]) -> list[Cell]:
    scope = [items[iri] for iri in node.all(KKR.scopeItem) if iri in items]
    stood_in_for = node.all(KKR.substituteForPerson)
    remarks: list[Cell] = [
        (Piece("ved\u00a0"), *cells.thing(item.iri, f"pkt.\u00a0{item.first(KKR.itemNumber)}"))
        for item in scope
    ]
    if stood_in_for:
        remarks.append((Piece("mødte for "), *cells.things(stood_in_for)))
    return remarks


def agenda_section(site: Site, items: Sequence[Node]) -> Section:
    """The items with what was decided on each."""
    decisions = decisions_of(site, items)
    cells = Cells(site, (*items, *decisions.values()))
    proofs = site.nodes.proofs((*items, *decisions.values()))
    heading = "Dagsorden og beslutninger"
    lines = []
    for item in items:
        decision = decisions.get(item.iri)
        told = decision or item
        lines.append(Line(cells=(
            cells.thing(item.iri, item_label(item)),
            cells.things(decision.all(KKR.outcome)) if decision else EMPTY,
            (Piece(decision.first(KKR.text), look=Look.LONG),) if decision else EMPTY,
            cells.source(proofs[told.iri], told.iri),
        )))  # fmt: skip
    headings = ("Punkt", "Udfald", "Beslutning", "Kilde")
    return Section(id="dagsorden", heading=heading, table=table(heading, headings, lines))


def decisions_of(site: Site, items: Iterable[Node]) -> dict[str, Node]:
    """What was decided on each item."""
    pattern = "SELECT DISTINCT ?s WHERE {{ VALUES ?item {{ {iris} }} ?s kkr:decidedAt ?item }}"
    found = site.nodes.rows_of(pattern, (item.iri for item in items))
    decisions = site.nodes.describe(row["s"].value for row in found)
    return {node.first(KKR.decidedAt): node for node in decisions.values()}
