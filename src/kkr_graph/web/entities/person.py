"""The page of a person: posts, meetings, decisions, statements."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kkr_graph.model.names import danish_sort_key
from kkr_graph.vocab import FOAF, KKR, KKRC, ORG, SKOS
from kkr_graph.web.addresses import with_query
from kkr_graph.web.entities.cells import Cells, day_cell, doubt
from kkr_graph.web.entities.tenures import Tenures
from kkr_graph.web.reading import Node, written
from kkr_graph.web.site import Site
from kkr_graph.web.view import (
    Cell,
    EntityPage,
    Line,
    Piece,
    Section,
    listed,
    plain,
    table,
)
from kkr_graph.web.wording import counted, day

SHOWN = 50  # meetings or decisions; the rest are one click away


def person_page(site: Site, node: Node, when: date) -> EntityPage:
    """What the graph tells of somebody, on a day."""
    return _Person(site=site, node=node).page(when)


@dataclass(frozen=True, slots=True)
class _Decided:
    """A decision that somebody took part in, with where and when."""

    decision: str
    item: str
    meeting: str
    day: date
    position: int


def _decided(site: Site, person: str) -> list[_Decided]:
    """The decisions, the latest meeting first and each meeting's in the order of its agenda."""
    rows = site.graph.select(
        "SELECT DISTINCT ?decision ?item ?meeting ?day ?position WHERE { "
        + written(person)
        + " kkr:tookPartIn ?decision . ?decision kkr:decidedAt ?item . "
        "?item kkr:ofMeeting ?meeting ; kkr:itemOrder ?position . ?meeting kkr:meetingDate ?day }"
    ).rows
    found = {
        _Decided(
            row["decision"].value,
            row["item"].value,
            row["meeting"].value,
            date.fromisoformat(row["day"].value),
            int(row["position"].value),
        )
        for row in rows
    }
    return sorted(found, key=lambda each: (-each.day.toordinal(), each.meeting, each.position))


@dataclass(frozen=True, kw_only=True)
class _Person:
    site: Site
    node: Node

    def page(self, when: date) -> EntityPage:
        return EntityPage(
            iri=self.node.iri,
            kind="Person",
            title=self.node.first(FOAF.name) or "uden navn",
            facts=self._facts,
            sections=(
                *self._tenures.sections(when),
                self._lists(when),
                self._attendance,
                self._statements,
                self._decisions,
            ),
            dated=True,
            network=self.site.addresses.network(self.node.iri),
        )

    @cached_property
    def _held(self) -> Mapping[str, Node]:
        return self.site.nodes.pointing(ORG.member, self.node.iri)

    @cached_property
    def _tenures(self) -> Tenures:
        return Tenures(site=self.site, nodes=self._held, without="Person")

    @cached_property
    def _participations(self) -> Mapping[str, Node]:
        return self.site.nodes.pointing(KKR.participant, self.node.iri)

    @cached_property
    def _came(self) -> Sequence[Node]:
        """Participations, the latest first."""
        found = self._participations.values()
        return sorted(found, key=lambda node: (self._day_of(node), node.iri), reverse=True)

    @cached_property
    def _meetings(self) -> Mapping[str, Node]:
        met = (node.first(KKR.inMeeting) for node in self._participations.values())
        return self.site.nodes.describe(met)

    def _day_of(self, participation: Node) -> date:
        meeting = self._meetings.get(participation.first(KKR.inMeeting))
        return (meeting.day(KKR.meetingDate) if meeting else None) or date.min

    @cached_property
    def _cells(self) -> Cells:
        return Cells(self.site, (*self._came, *self._meetings.values(), *self._held.values()))

    @property
    def _facts(self) -> tuple[tuple[str, Cell], ...]:
        others = ", ".join(sorted(self.node.all(SKOS.altLabel), key=danish_sort_key))
        known = (*self._came, *self._held.values())
        guest = next((node for node in self._came if node.first(KKR.title)), None)
        title = ""
        if guest:
            told = (guest.first(KKR.title), guest.first(KKR.organizationName))
            title = ", ".join(part for part in told if part)
        facts = (
            ("Parti", self._all_of(known, KKR.politicalAffiliation)),
            ("Kommune", self._municipalities),
            ("Titel", plain(title)),
            ("Også skrevet", plain(others)),
        )
        return tuple((heading, cell) for heading, cell in facts if cell)

    def _all_of(self, nodes: Iterable[Node], predicate: str) -> Cell:
        return self._cells.things({iri for node in nodes for iri in node.all(predicate)})

    @property
    def _municipalities(self) -> Cell:
        came = {iri for node in self._came for iri in node.all(KKR.represents)}
        held = {iri for node in self._held.values() for iri in node.all(KKR.fromMunicipality)}
        return self._cells.things(came | held)

    def _lists(self, when: date) -> Section:
        """The bodies whose lists name the person as a member, and where no tenure is known."""
        posts = {node.first(ORG.organization) for node in self._held.values() if node.is_certain}
        seen: dict[str, list[date]] = {}
        for node in self._came:
            meeting = self._meetings.get(node.first(KKR.inMeeting))
            member = node.first(KKR.attendanceStatus) in (KKRC.present, KKRC.absent)
            body = meeting.first(KKR.heldBy) if meeting else ""
            if member and node.is_certain and body not in posts and self._day_of(node) <= when:
                seen.setdefault(body, []).append(self._day_of(node))
        lines = [
            Line(cells=(
                self._cells.thing(body), day_cell(min(days)), day_cell(max(days)),
                plain(str(len(set(days)))),
            ))
            for body, days in seen.items()
        ]  # fmt: skip
        heading = "På deltagerlister"
        return Section(
            id="deltagerlister",
            heading=heading,
            note="Fora, hvis referater fører personen som medlem, uden at en udpegning er fundet.",
            table=table(heading, ("Forum", "Først", "Senest", "Møder"), lines),
        )

    @property
    def _attendance(self) -> Section:
        heading = "Fremmøde"
        shown = self._came[:SHOWN]
        proofs = self.site.nodes.proofs(shown)
        items = self.site.nodes.describe(iri for node in shown for iri in node.all(KKR.scopeItem))
        lines = [
            Line(
                cells=(
                    day_cell(self._day_of(node)),
                    self._cells.thing(node.first(KKR.inMeeting)),
                    plain(self._cells.label(node.first(KKR.attendanceStatus))),
                    listed(self._remarks(node, items)),
                    self._cells.source(proofs[node.iri]),
                ),
                doubt=doubt(node),
            )
            for node in shown
        ]
        return Section(
            id="fremmoede",
            heading=heading,
            table=table(heading, ("Dato", "Møde", "Fremmøde", "Bemærk", "Kilde"), lines),
            more=self._more("attendance", len(self._came)),
        )

    def _remarks(self, node: Node, items: Mapping[str, Node]) -> Iterator[Cell]:
        for iri in node.all(KKR.scopeItem):
            number = items[iri].first(KKR.itemNumber) if iri in items else ""
            yield (Piece("kun "), *self._cells.thing(iri, f"pkt. {number}"))
        if node.all(KKR.substituteForPerson):
            yield (Piece("mødte for "), *self._cells.things(node.all(KKR.substituteForPerson)))

    @cached_property
    def _statements(self) -> Section:
        heading = "Orienteringer og oplæg"
        said = self.site.nodes.pointing(KKR.speaker, self.node.iri)
        items = self.site.nodes.describe(node.first(KKR.madeAt) for node in said.values())
        proofs = self.site.nodes.proofs(said.values())
        cells = Cells(self.site, (*said.values(), *items.values()))
        nothing = Node("", {})
        lines = [
            Line(
                cells=(
                    cells.thing(items.get(node.first(KKR.madeAt), nothing).first(KKR.ofMeeting)),
                    cells.item(items.get(node.first(KKR.madeAt), nothing)),
                    plain(cells.label(node.first(KKR.statementKind))),
                    cells.things(node.all(KKR.onBehalfOf)) or plain(node.first(KKR.onBehalfOfName)),
                    cells.source(proofs[node.iri]),
                ),
                doubt=doubt(node),
            )
            for node in said.values()
        ]
        headings = ("Møde", "Punkt", "Art", "På vegne af", "Kilde")
        return Section(id="indlaeg", heading=heading, table=table(heading, headings, lines))

    @cached_property
    def _decisions(self) -> Section:
        heading = "Beslutninger, personen deltog i"
        rows = _decided(self.site, self.node.iri)
        shown = self.site.nodes.describe(row.decision for row in rows[:SHOWN])
        cells = Cells(self.site, shown.values(), *(row.meeting for row in rows[:SHOWN]))
        proofs = self.site.nodes.proofs(shown.values())
        items = self.site.nodes.describe(row.item for row in rows[:SHOWN])
        lines = [
            Line(cells=(
                plain(day(row.day)),
                cells.item(items[row.item]),
                cells.things(shown[row.decision].all(KKR.outcome)),
                cells.source(proofs[row.decision]),
            ))
            for row in rows[:SHOWN]
        ]  # fmt: skip
        return Section(
            id="beslutninger",
            heading=heading,
            note="Punkter, hvor personen var til stede. Referatet siger ikke, hvad den enkelte mente.",
            table=table(heading, ("Dato", "Punkt", "Udfald", "Kilde"), lines),
            more=self._more("decisions-of-person", len(rows)),
        )

    def _more(self, question: str, total: int) -> Piece | None:
        if total <= SHOWN:
            return None
        path = with_query(f"/spoergsmaal/{question}", person=self.node.iri)
        return Piece(
            f"De seneste {SHOWN} er vist. Se alle {counted(total, 'række', 'rækker')}", path
        )
