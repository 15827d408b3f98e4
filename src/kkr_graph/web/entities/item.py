"""The page of an agenda item: what was recommended and decided, who spoke, what was mentioned."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kkr_graph.vocab import DCTERMS, KKR
from kkr_graph.web.entities.cells import Cells, item_label
from kkr_graph.web.entities.deciding import same_case_section, took_part_section
from kkr_graph.web.entities.findings import findings_section
from kkr_graph.web.entities.meeting import attendance_sections, in_agenda_order
from kkr_graph.web.entities.mentions import days_section, rules_section
from kkr_graph.web.entities.statements import statements_section
from kkr_graph.web.entities.tenures import Tenures
from kkr_graph.web.reading import Node
from kkr_graph.web.site import Site
from kkr_graph.web.view import (
    Cell,
    EntityPage,
    Passage,
    Piece,
    Section,
    plain,
)
from kkr_graph.web.wording import capitalised

_POSTS = (KKR.Tenure, KKR.Hypothesis)  # the acts that began or ended them are decided there, too


def item_page(site: Site, node: Node, _: date) -> EntityPage:
    """An agenda item."""
    return _Item(site=site, node=node).page()


@dataclass(frozen=True, kw_only=True)
class _Item:
    site: Site
    node: Node

    def page(self) -> EntityPage:
        decisions = self._of(KKR.decidedAt)
        return EntityPage(
            iri=self.node.iri,
            kind=f"Punkt {self.node.first(KKR.itemNumber)}",
            title=self.node.first(DCTERMS.title) or "uden titel",
            facts=tuple(self._facts),
            sections=(
                self._texts("indstilling", "Indstilling", self._of(KKR.putIn)),
                self._texts("beslutning", "Beslutning", decisions),
                self._appointed(decisions),
                took_part_section(self.site, decisions),
                statements_section(
                    self.site,
                    self.site.nodes.subjects(KKR.madeAt, self.node.iri),
                    without=("Møde", "Punkt"),
                ),
                *attendance_sections(self.site, list(self._of(KKR.scopeItem).values())),
                same_case_section(self.site, self.node),
                days_section(self.site, self._mentions(KKR.DateMention)),
                rules_section(self.site, self._mentions(KKR.SeatRule)),
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
            ("Kilde", self._cells.sources(self.site.nodes.proofs([self.node])[self.node.iri])),
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
                source=cells.source(proofs[node.iri], node.iri),
                tags=tuple(capitalised(cells.label(iri)) for iri in node.all(KKR.outcome)),
            )
            for node in nodes.values()
        )
        return Section(id=anchor, heading=heading, passages=passages)

    def _appointed(self, decisions: Mapping[str, Node]) -> Section:
        tenures = {
            iri: node
            for decision in decisions
            for iri, node in self.site.nodes.pointing(KKR.decidedIn, decision, *_POSTS).items()
        }
        told = Tenures(site=self.site, nodes=tenures, without="Besluttet")
        return told.section("udpegninger", "Udpegninger og valg")

    @cached_property
    def _mentioned(self) -> Mapping[str, Node]:
        return self._of(KKR.mentionedIn)

    def _mentions(self, kind: str) -> list[Node]:
        return [node for node in self._mentioned.values() if node.is_a(kind)]

    def _findings(self, decisions: Mapping[str, Node]) -> list[str]:
        focus = (self.node.iri, *decisions, *self._mentioned)
        pattern = "SELECT DISTINCT ?s WHERE {{ VALUES ?focus {{ {iris} }} ?s sh:focusNode ?focus }}"
        found = {row["s"].value for row in self.site.nodes.rows_of(pattern, focus)}
        return sorted(found)
