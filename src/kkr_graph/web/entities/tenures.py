"""Who holds which role: what holds on a day, what held before, what is only supposed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kkr_graph.model.names import danish_sort_key
from kkr_graph.model.tenure import FOREVER
from kkr_graph.seats.holders import Certainty
from kkr_graph.vocab import KKR, KKRC, ORG, SCHEMA
from kkr_graph.web.entities.cells import Cells, day_cell, doubt, quiet
from kkr_graph.web.entities.disagreements import STATED_DAYS, disagreements, disagreements_section
from kkr_graph.web.entities.history import history_section
from kkr_graph.web.reading import Node, Proof
from kkr_graph.web.site import Site
from kkr_graph.web.view import EMPTY, Cell, Line, Piece, Section, listed, table
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
_NOMINATED = (
    "SELECT DISTINCT ?s WHERE {{ VALUES ?s {{ {iris} }} "
    "{{ ?s kkr:decidedIn/kkr:outcome kkrc:nominated }} UNION {{ ?act a kkr:Nomination ; prov:generated ?s }} }}"
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
        begun = [node for node in certain if _from(node) <= when]
        now = [node for node in begun if is_held(node, when)]
        before = [node for node in begun if not is_held(node, when)]
        coming = [node for node in certain if _from(node) > when]
        doubts = ((node, self._doubt(node)) for node in self.nodes.values())
        return (
            self._section("gaelder", f"Poster pr. {day(when)}", now, when),
            self._disagreements,
            history_section(self.site, doubts, self._cells, when, without=self.without),
            self._section("kommer", "Begynder senere", coming, when),
            self._section("tidligere", "Tidligere poster", before, when),
            self._section(
                "formodninger",
                "Formodninger",
                supposed,
                when,
                note="Indstillet, ventet, foreslået eller udledt. Dokumenterne siger ikke sikkert, at "
                "nogen har posten.",
            ),
        )

    def section(self, anchor: str, heading: str, when: date = _FIRST_DAY) -> Section:
        """All of them in one table, whenever they are held; a page that is dated tells its day."""
        return self._section(anchor, heading, list(self.nodes.values()), when)

    @property
    def _disagreements(self) -> Section:
        days = self.site.nodes.describe(
            iri for node in self.nodes.values() for which in STATED_DAYS for iri in node.all(which)
        )
        found = tuple(disagreements(self.nodes.values(), days))
        proofs = self._told({side.iri: side for each in found for side in each.sides})
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
        return Line(cells=tuple(shown), doubt=self._doubt(node))

    def _doubt(self, node: Node) -> str:
        """As in the overview: what a meeting has nominated is more than supposed."""
        return Certainty.NOMINATED if node.iri in self._nominated else doubt(node)

    @cached_property
    def _nominated(self) -> frozenset[str]:
        supposed = (iri for iri, node in self.nodes.items() if not node.is_certain)
        return frozenset(row["s"].value for row in self.site.nodes.rows_of(_NOMINATED, supposed))

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


def is_held(node: Node, when: date) -> bool:
    """Whether somebody has the post on the day, and it has become no other of the same person's by then."""
    again = node.day(KKR.heldAgain)
    is_another = again is not None and again <= when
    return _from(node) <= when <= _through(node) and not is_another


def begins(node: Node) -> Cell:
    """The day that a document states, or the day it was first seen."""
    if node.first(SCHEMA.startDate):
        return _days(node, SCHEMA.startDate)
    seen = node.day(KKR.from_)
    return quiet(f"set fra {day(seen)}") if seen else EMPTY


def ends(node: Node) -> Cell:
    """The day that a document states; else what is known of it."""
    if node.first(SCHEMA.endDate):
        return _days(node, SCHEMA.endDate)
    through, seen = node.day(KKR.through), node.day(KKR.lastSeen)
    if through and through != FOREVER:
        return day_cell(through)
    if node.first(KKR.endStatus) == KKRC.open:
        return quiet("ingen slutdato")
    return quiet(f"ukendt, sidst set {day(seen)}" if seen else "ukendt")


def _days(node: Node, predicate: str) -> Cell:
    """The day, or all of them where sources disagree by some days."""
    told = node.all(predicate)
    days = listed(day_cell(date.fromisoformat(each)) for each in told)
    return days if len(told) == 1 else (*days, *quiet(" kilderne er uenige"))
