"""Who holds which role: what holds on a day, what held before, what is only supposed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kkr_graph.model.names import danish_sort_key
from kkr_graph.model.tenure import FOREVER
from kkr_graph.vocab import KKR, KKRC, ORG, SCHEMA
from kkr_graph.web.entities.cells import Cells, day_cell, doubt, quiet
from kkr_graph.web.entities.disagreements import disagreements, disagreements_section
from kkr_graph.web.entities.history import history_section
from kkr_graph.web.reading import Node, Proof
from kkr_graph.web.site import Site
from kkr_graph.web.view import EMPTY, Cell, Line, Piece, Section, listed, plain, table
from kkr_graph.web.wording import day, whole, written_day

_HEADINGS = (
    "Person", "Forum", "Rolle", "På vegne af", "Parti", "Kommune", "Fra", "Til", "Besluttet", "Kilde",
)  # fmt: skip
_NAMED = (
    ORG.member, ORG.organization, ORG.role, KKR.represents, KKR.politicalAffiliation,
    KKR.fromMunicipality, KKR.substituteForPerson,
)  # fmt: skip
_SHOWN = 50  # posts in one table of a page; the rest are one click away
_FIRST_DAY = date.min
_LISTED = (
    "SELECT DISTINCT ?e WHERE {{ VALUES ?e {{ {iris} }} "
    "?came prov:wasDerivedFrom ?e ; kkr:inMeeting ?meeting }}"
)


_DECIDED = (
    "SELECT DISTINCT ?s ?item ?number ?day WHERE {{ VALUES ?s {{ {iris} }} ?s kkr:decidedAt ?item . "
    "?item kkr:itemNumber ?number ; kkr:ofMeeting ?meeting . ?meeting kkr:meetingDate ?day }}"
)


@dataclass(frozen=True, slots=True)
class _At:
    """The item at which something was decided, and the day of its meeting."""

    item: str
    number: str
    day: str


@dataclass(frozen=True, kw_only=True)
class Tenures:
    """Some tenures and suppositions of tenures, on a page where one column goes without saying.

    Args:
        site: the graph.
        nodes: the tenures by IRI.
        without: the heading of the column that the page itself says.
        page: what the page is about, so that it can lead to all of a long table; none is short without it.
        opened: the section that all is asked of.
    """

    site: Site
    nodes: Mapping[str, Node]
    without: str = ""
    page: str = ""
    opened: str = ""

    def sections(self, when: date) -> tuple[Section, ...]:
        """What holds on the day, what sources differ in, the history, what comes, was or is supposed."""
        certain = [node for node in self.nodes.values() if node.is_certain]
        supposed = [node for node in self.nodes.values() if not node.is_certain]
        again = {node.iri for node in certain if _is_held_again(node, certain, when)}
        begun = [node for node in certain if _from(node) <= when]
        now = [node for node in begun if when <= _through(node) and node.iri not in again]
        before = [node for node in begun if when > _through(node) or node.iri in again]
        coming = [node for node in certain if _from(node) > when]
        return (
            self._section("gaelder", f"Poster pr. {day(when)}", now, when),
            self._disagreements,
            history_section(
                self.site, self.nodes.values(), self._cells, when, without=self.without
            ),
            self._section("kommer", "Begynder senere", coming, when),
            self._section("tidligere", "Tidligere poster", before, when),
            self._section(
                "formodninger",
                "Formodninger",
                supposed,
                when,
                note="Ventet, foreslået eller udledt. Dokumenterne siger det ikke sikkert.",
            ),
        )

    def section(self, anchor: str, heading: str, when: date = _FIRST_DAY) -> Section:
        """All of them in one table, whenever they are held; a page that is dated tells its day."""
        return self._section(anchor, heading, list(self.nodes.values()), when)

    @property
    def _disagreements(self) -> Section:
        found = tuple(disagreements(self.nodes.values()))
        proofs = self._told({node.iri: node for each in found for node in (each.one, each.other)})
        return disagreements_section(found, self._cells, proofs, self.without)

    def _section(
        self, anchor: str, heading: str, tenures: Sequence[Node], when: date, note: str = ""
    ) -> Section:
        order = sorted(tenures, key=self._order)
        shown = order if not self.page or anchor == self.opened else order[:_SHOWN]
        told, items = self._told({node.iri: node for node in shown}), self._items(shown)
        lines = [self._line(node, told[node.iri], items) for node in shown]
        headings = [heading for heading in _HEADINGS if heading != self.without]
        return Section(
            id=anchor,
            heading=heading,
            note=note,
            total=len(order),
            table=table(heading, headings, lines),
            more=self._all_of(anchor, len(order), when) if len(shown) < len(order) else None,
        )

    def _all_of(self, anchor: str, number: int, when: date) -> Piece:
        path = self.site.addresses.path(self.page, alle=anchor, dato=when.isoformat())
        return Piece(f"De første {_SHOWN} er vist. Vis alle {whole(number)}", f"{path}#{anchor}")

    def _order(self, node: Node) -> tuple[str, str, str, date]:
        label = self._cells.label
        forum, person = label(node.first(ORG.organization)), label(node.first(ORG.member))
        role = label(node.first(ORG.role))
        return danish_sort_key(forum), danish_sort_key(role), danish_sort_key(person), _from(node)

    def _line(self, node: Node, proofs: Sequence[Proof], items: Mapping[str, _At]) -> Line:
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
            "Besluttet": self._decided(node, items),
            "Kilde": cells.source(proofs, node.iri),
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

    def _decided(self, node: Node, items: Mapping[str, _At]) -> Cell:
        return listed(
            (*self._cells.thing(at.item, f"pkt. {at.number}"), *quiet(f" {at.day}"))
            for decision in node.all(KKR.decidedIn)
            if (at := items.get(decision))
        )

    def _told(self, nodes: Mapping[str, Node]) -> Mapping[str, Sequence[Proof]]:
        """Sentences before entries of attendance lists, which only name the person."""
        proofs = self.site.nodes.proofs(nodes.values())
        passages = [proof.iri for of in proofs.values() for proof in of]
        listed = {row["e"].value for row in self.site.nodes.rows_of(_LISTED, passages)}
        return {
            iri: sorted(of, key=lambda proof: proof.iri in listed) for iri, of in proofs.items()
        }

    @cached_property
    def _cells(self) -> Cells:
        named = (iri for node in self.nodes.values() for name in _NAMED for iri in node.all(name))
        return Cells(self.site, (), *named)

    def _items(self, tenures: Sequence[Node]) -> Mapping[str, _At]:
        """Where decisions were made."""
        decisions = (iri for node in tenures for iri in node.all(KKR.decidedIn))
        return {
            row["s"].value: _At(
                row["item"].value, row["number"].value, written_day(row["day"].value)
            )
            for row in self.site.nodes.rows_of(_DECIDED, decisions)
        }


def _from(node: Node) -> date:
    return node.day(KKR.from_) or _FIRST_DAY


def _through(node: Node) -> date:
    return node.day(KKR.through) or FOREVER


def _is_held_again(node: Node, others: Sequence[Node], when: date) -> bool:
    """Whether a post whose end nobody tells has become a new term of it by then.

    A deputy may be that of two people; the same is asked by the questions about posts.
    """
    seen = node.day(KKR.lastSeen)
    if seen is None or node.first(KKR.endStatus) != KKRC.end_unknown:
        return False
    return node.first(ORG.role) != KKRC.deputy and any(
        _post(other) == _post(node) and seen < begun <= when
        for other in others
        if (begun := other.day(SCHEMA.startDate))
    )


def _post(node: Node) -> tuple[str, ...]:
    return tuple(node.first(name) for name in (ORG.member, ORG.organization, ORG.role))


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
    if through and through != FOREVER:
        return day_cell(through)
    if node.first(KKR.endStatus) == KKRC.open:
        return plain("ingen slutdato")
    return quiet(f"ukendt, sidst set {day(seen)}" if seen else "ukendt")
