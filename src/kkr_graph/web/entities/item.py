"""The page of an agenda item: what was recommended and decided, who spoke, what was mentioned."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kkr_graph.vocab import DCTERMS, KKR
from kkr_graph.web.entities.cells import Cells, day_cell, doubt, item_label
from kkr_graph.web.entities.findings import findings_section
from kkr_graph.web.entities.meeting import attendance_sections, in_agenda_order
from kkr_graph.web.entities.tenures import Tenures
from kkr_graph.web.reading import Node
from kkr_graph.web.site import Site
from kkr_graph.web.view import (
    Cell,
    EntityPage,
    Line,
    Passage,
    Piece,
    Section,
    plain,
    table,
)
from kkr_graph.web.wording import capitalised


def item_page(site: Site, node: Node, when: date) -> EntityPage:
    """An agenda item."""
    return _Item(site=site, node=node).page(when)


@dataclass(frozen=True, kw_only=True)
class _Item:
    site: Site
    node: Node

    def page(self, when: date) -> EntityPage:
        decisions = self._of(KKR.decidedAt)
        return EntityPage(
            iri=self.node.iri,
            kind=f"Punkt {self.node.first(KKR.itemNumber)}",
            title=self.node.first(DCTERMS.title) or "uden titel",
            facts=tuple(self._facts),
            sections=(
                self._texts("indstilling", "Indstilling", self._of(KKR.putIn)),
                self._texts("beslutning", "Beslutning", decisions),
                self._appointed(decisions, when),
                self._statements,
                *attendance_sections(self.site, list(self._of(KKR.scopeItem).values())),
                self._days,
                self._rules,
                findings_section(self.site, self._findings(decisions)),
            ),
            network=self.site.addresses.network(next(iter(decisions), "")),
            steps=tuple(self._steps),
        )

    def _of(self, predicate: str) -> Mapping[str, Node]:
        return self.site.nodes.pointing(predicate, self.node.iri)

    @cached_property
    def _cells(self) -> Cells:
        return Cells(self.site, [self.node])

    @property
    def _facts(self) -> Iterable[tuple[str, Cell]]:
        attached = self.node.number(KKR.attachments)
        facts = (
            ("Møde", self._cells.things(self.node.all(KKR.ofMeeting))),
            ("Sag", self._cells.things(self.node.all(KKR.inCase))),
            ("Sagsbehandler", plain(", ".join(self.node.all(KKR.caseworkerInitials)))),
            ("Bilag", plain(str(attached) if attached else "")),
            ("Kilde", self._cells.source(self.site.nodes.proofs([self.node])[self.node.iri])),
        )
        return ((heading, cell) for heading, cell in facts if cell)

    @property
    def _steps(self) -> Iterable[Piece]:
        """To the items before and after on the agenda."""
        meeting = self.node.first(KKR.ofMeeting)
        items = in_agenda_order(self.site.nodes.pointing(KKR.ofMeeting, meeting).values())
        here = [item.iri for item in items].index(self.node.iri) if items else 0
        if here > 0:
            yield self._step("← ", items[here - 1])
        if here + 1 < len(items):
            yield self._step("→ ", items[here + 1])

    def _step(self, arrow: str, item: Node) -> Piece:
        return Piece(arrow + item_label(item), self.site.addresses.path(item.iri))

    def _texts(self, anchor: str, heading: str, nodes: Mapping[str, Node]) -> Section:
        cells = Cells(self.site, nodes.values())
        proofs = self.site.nodes.proofs(nodes.values())
        passages = tuple(
            Passage(
                text=node.first(KKR.text),
                source=cells.source(proofs[node.iri]),
                tags=tuple(capitalised(cells.label(iri)) for iri in node.all(KKR.outcome)),
            )
            for node in nodes.values()
        )
        return Section(id=anchor, heading=heading, passages=passages)

    def _appointed(self, decisions: Mapping[str, Node], when: date) -> Section:
        tenures = {
            iri: node
            for decision in decisions
            for iri, node in self.site.nodes.pointing(KKR.decidedIn, decision).items()
        }
        everything = Tenures(site=self.site, nodes=tenures, without="Besluttet").sections(when)
        lines = [line for part in everything if part.table for line in part.table.lines]
        first = next((part.table for part in everything if part.table and part.table.lines), None)
        heading = "Udpegninger og valg"
        told = table(heading, first.headings, lines) if first else None
        return Section(id="udpegninger", heading=heading, table=told)

    @property
    def _statements(self) -> Section:
        said = self._of(KKR.madeAt)
        cells, proofs = Cells(self.site, said.values()), self.site.nodes.proofs(said.values())
        heading = "Orienteringer og oplæg"
        lines = [
            Line(
                cells=(
                    cells.thing(node.first(KKR.speaker)),
                    plain(cells.label(node.first(KKR.statementKind))),
                    cells.things(node.all(KKR.onBehalfOf)) or plain(node.first(KKR.onBehalfOfName)),
                    cells.source(proofs[node.iri]),
                ),
                doubt=doubt(node),
            )
            for node in said.values()
        ]
        headings = ("Person", "Art", "På vegne af", "Kilde")
        return Section(id="indlaeg", heading=heading, table=table(heading, headings, lines))

    @cached_property
    def _mentioned(self) -> Mapping[str, Node]:
        return self._of(KKR.mentionedIn)

    @property
    def _days(self) -> Section:
        days = [node for node in self._mentioned.values() if node.is_a(KKR.DateMention)]
        cells, proofs = Cells(self.site, days), self.site.nodes.proofs(days)
        heading = "Datoer, der er nævnt"
        lines = [
            Line(cells=(
                day_cell(node.day(KKR.day)),
                plain(node.first(KKR.what)),
                cells.things(node.all(KKR.aboutBody)),
                plain(node.first(KKR.asWritten)),
                cells.source(proofs[node.iri]),
            ))
            for node in sorted(days, key=lambda node: (node.first(KKR.day), node.iri))
        ]  # fmt: skip
        headings = ("Dato", "Hvad", "Om", "Som skrevet", "Kilde")
        return Section(id="datoer", heading=heading, table=table(heading, headings, lines))

    @property
    def _rules(self) -> Section:
        rules = [node for node in self._mentioned.values() if node.is_a(KKR.SeatRule)]
        cells, proofs = Cells(self.site, rules), self.site.nodes.proofs(rules)
        heading = "Regler for pladser"
        lines = [
            Line(cells=(
                cells.things(node.all(KKR.inBody)) or plain(node.first(KKR.bodyName)),
                plain(node.first(KKR.numberOfSeats)),
                plain(node.first(KKR.eligibility)),
                plain(node.first(KKR.appointedByName)),
                cells.source(proofs[node.iri]),
            ))
            for node in rules
        ]  # fmt: skip
        headings = ("Organ", "Pladser", "Hvem", "Udpeges af", "Kilde")
        return Section(id="pladsregler", heading=heading, table=table(heading, headings, lines))

    def _findings(self, decisions: Mapping[str, Node]) -> list[str]:
        focus = (self.node.iri, *decisions, *self._mentioned)
        pattern = "SELECT DISTINCT ?s WHERE {{ VALUES ?focus {{ {iris} }} ?s sh:focusNode ?focus }}"
        found = {row["s"].value for row in self.site.nodes.rows_of(pattern, focus)}
        return sorted(found)
