"""Who holds which role: what holds on a day, what held before, what is only supposed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kkr_graph.model.names import danish_sort_key
from kkr_graph.vocab import KKR, KKRC, ORG, SCHEMA
from kkr_graph.web.entities.cells import Cells, day_cell, doubt, quiet
from kkr_graph.web.reading import Node, Proof
from kkr_graph.web.site import Site
from kkr_graph.web.view import EMPTY, Cell, Line, Piece, Section, listed, plain, table
from kkr_graph.web.wording import OPEN_END, day

_HEADINGS = (
    "Person", "Forum", "Rolle", "På vegne af", "Parti", "Kommune", "Fra", "Til", "Besluttet", "Kilde",
)  # fmt: skip
_FIRST_DAY = date.min
_LISTED = (
    "SELECT DISTINCT ?e WHERE {{ VALUES ?e {{ {iris} }} "
    "?came prov:wasDerivedFrom ?e ; kkr:inMeeting ?meeting }}"
)


@dataclass(frozen=True, kw_only=True)
class Tenures:
    """Some tenures and suppositions of tenures, on a page where one column goes without saying.

    Args:
        site: the graph.
        nodes: the tenures by IRI.
        without: the heading of the column that the page itself says.
    """

    site: Site
    nodes: Mapping[str, Node]
    without: str = ""

    def sections(self, when: date) -> tuple[Section, ...]:
        """What holds on the day, what comes, what held before, what is supposed."""
        certain = [node for node in self.nodes.values() if node.is_certain]
        supposed = [node for node in self.nodes.values() if not node.is_certain]
        now = [node for node in certain if _from(node) <= when <= _through(node)]
        before = [node for node in certain if _through(node) < when]
        coming = [node for node in certain if _from(node) > when]
        return (
            self._section("gaelder", f"Poster pr. {day(when)}", now),
            self._section("kommer", "Begynder senere", coming),
            self._section("tidligere", "Tidligere poster", before),
            self._section(
                "formodninger",
                "Formodninger",
                supposed,
                note="Ventet, foreslået eller udledt. Dokumenterne siger det ikke sikkert.",
            ),
        )

    def _section(
        self, anchor: str, heading: str, tenures: Sequence[Node], note: str = ""
    ) -> Section:
        lines = [self._line(node) for node in sorted(tenures, key=self._order)]
        headings = [heading for heading in _HEADINGS if heading != self.without]
        return Section(id=anchor, heading=heading, note=note, table=table(heading, headings, lines))

    def _order(self, node: Node) -> tuple[str, str, str, date]:
        label = self._cells.label
        forum, person = label(node.first(ORG.organization)), label(node.first(ORG.member))
        role = label(node.first(ORG.role))
        return danish_sort_key(forum), danish_sort_key(role), danish_sort_key(person), _from(node)

    def _line(self, node: Node) -> Line:
        cells = self._cells
        told: dict[str, Cell] = {
            "Person": cells.thing(node.first(ORG.member)),
            "Forum": cells.thing(node.first(ORG.organization)),
            "Rolle": self._role(node),
            "På vegne af": cells.things(node.all(KKR.represents)),
            "Parti": cells.things(node.all(KKR.politicalAffiliation)),
            "Kommune": cells.things(node.all(KKR.fromMunicipality)),
            "Fra": begins(node),
            "Til": ends(node),
            "Besluttet": self._decided(node),
            "Kilde": cells.source(self._telling(node)),
        }
        shown = (told[heading] for heading in _HEADINGS if heading != self.without)
        return Line(cells=tuple(shown), doubt=doubt(node))

    def _role(self, node: Node) -> Cell:
        role = (
            Piece(
                self._cells.label(node.first(ORG.role)),
                "" if node.is_certain else self.site.addresses.path(node.iri),
            ),
        )
        stood_in_for = node.all(KKR.substituteForPerson)
        return (*role, Piece(" for "), *self._cells.things(stood_in_for)) if stood_in_for else role

    def _decided(self, node: Node) -> Cell:
        return listed(
            self._cells.thing(item.iri, f"pkt. {item.first(KKR.itemNumber)}")
            + self._meeting_day(item)
            for decision in node.all(KKR.decidedIn)
            if (item := self._item_of.get(decision))
        )

    def _meeting_day(self, item: Node) -> Cell:
        held = self._meetings.get(item.first(KKR.ofMeeting))
        when = held.day(KKR.meetingDate) if held else None
        return quiet(f" {day(when)}") if when else EMPTY

    def _telling(self, node: Node) -> Sequence[Proof]:
        """Sentences before entries of attendance lists, which only name the person."""
        listed = self._entries
        return sorted(self._proofs[node.iri], key=lambda proof: proof.iri in listed)

    @cached_property
    def _entries(self) -> frozenset[str]:
        passages = (proof.iri for proofs in self._proofs.values() for proof in proofs)
        return frozenset(row["e"].value for row in self.site.nodes.rows_of(_LISTED, passages))

    @cached_property
    def _cells(self) -> Cells:
        return Cells(self.site, self.nodes.values())

    @cached_property
    def _proofs(self) -> Mapping[str, Sequence[Proof]]:
        return self.site.nodes.proofs(self.nodes.values())

    @cached_property
    def _item_of(self) -> Mapping[str, Node]:
        """Decisions with their agenda items."""
        decisions = self.site.nodes.describe(
            iri for node in self.nodes.values() for iri in node.all(KKR.decidedIn)
        )
        items = self.site.nodes.describe(node.first(KKR.decidedAt) for node in decisions.values())
        return {
            iri: items[node.first(KKR.decidedAt)]
            for iri, node in decisions.items()
            if node.first(KKR.decidedAt) in items
        }

    @cached_property
    def _meetings(self) -> Mapping[str, Node]:
        return self.site.nodes.describe(
            item.first(KKR.ofMeeting) for item in self._item_of.values()
        )


def _from(node: Node) -> date:
    return node.day(KKR.from_) or _FIRST_DAY


def _through(node: Node) -> date:
    return node.day(KKR.through) or OPEN_END


def begins(node: Node) -> Cell:
    """The day that a document states, or the day it was first seen."""
    stated = node.day(SCHEMA.startDate)
    if stated:
        return day_cell(stated)
    seen = node.day(KKR.from_)
    return quiet(f"set fra {day(seen)}") if seen else EMPTY


def ends(node: Node) -> Cell:
    """The day that a document states; else what is known of it."""
    stated = node.day(SCHEMA.endDate)
    if stated:
        return day_cell(stated)
    through, seen = node.day(KKR.through), node.day(KKR.lastSeen)
    if through and through != OPEN_END:
        return day_cell(through)
    if node.first(KKR.endStatus) == KKRC.open:
        return plain("åben")
    return quiet(f"ukendt, sidst set {day(seen)}" if seen else "ukendt")
