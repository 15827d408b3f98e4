"""The page of a person: posts, meetings, decisions, statements."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kkr_graph.model.names import danish_sort_key
from kkr_graph.vocab import DCTERMS, FOAF, KKR, ORG, SKOS
from kkr_graph.web.addresses import PARTING, UNITING, with_query
from kkr_graph.web.entities.attendance import UNDATED, Came, by_body, came, rates
from kkr_graph.web.entities.cells import Cells, day_cell, doubt
from kkr_graph.web.entities.fellows import fellows_section
from kkr_graph.web.entities.namesakes import namesakes
from kkr_graph.web.entities.statements import statements_section
from kkr_graph.web.entities.tenures import Tenures
from kkr_graph.web.reading import Node, written
from kkr_graph.web.site import Site
from kkr_graph.web.view import (
    EMPTY,
    Cell,
    EntityPage,
    Line,
    Piece,
    Section,
    listed,
    plain,
    table,
)
from kkr_graph.web.wording import counted

SHOWN = 50  # meetings or decisions; the rest are one click away
_MEETINGS_AT_ONCE = 12  # whose decisions are asked for, until there are enough to show


def person_page(site: Site, node: Node, when: date, opened: str = "") -> EntityPage:
    """What the graph tells of somebody, on a day."""
    return _Person(site=site, node=node, opened=opened).page(when)


@dataclass(frozen=True, slots=True)
class _Decided:
    """A decision that somebody took part in, with where and when."""

    decision: str
    item: str
    meeting: str
    day: date
    position: int


_DECIDED = (
    "SELECT DISTINCT ?s ?decision ?item ?position WHERE {{ VALUES ?s {{ {iris} }} ?item kkr:ofMeeting ?s ; "
    "kkr:itemOrder ?position . ?decision kkr:decidedAt ?item . {person} kkr:tookPartIn ?decision }}"
)


def _decided(site: Site, person: str, every: Sequence[Came]) -> list[_Decided]:
    """The latest decisions, the latest meeting first and each meeting's in the order of its agenda."""
    days = {each.meeting: each.day for each in every}
    meetings = list(days)
    sparql = _DECIDED.replace("{person}", written(person))
    found: list[_Decided] = []
    for at in range(0, len(meetings), _MEETINGS_AT_ONCE):
        found += (
            _Decided(
                row["decision"].value,
                row["item"].value,
                row["s"].value,
                days[row["s"].value],
                int(row["position"].value),
            )
            for row in site.nodes.rows_of(sparql, meetings[at : at + _MEETINGS_AT_ONCE])
        )
        if len(found) >= SHOWN:
            break
    found.sort(key=lambda each: (-each.day.toordinal(), each.meeting, each.position))
    return found[:SHOWN]


def _day_cell(when: date) -> Cell:
    return day_cell(None if when == UNDATED else when)


@dataclass(frozen=True, kw_only=True)
class _Person:
    site: Site
    node: Node
    opened: str

    def page(self, when: date) -> EntityPage:
        return EntityPage(
            iri=self.node.iri,
            kind="Person",
            title=self.node.first(FOAF.name) or "uden navn",
            facts=self._facts,
            sections=(
                *self._tenures.sections(when),
                self._lists(when),
                self._attendance(when),
                statements_section(
                    self.site,
                    self.site.nodes.subjects(KKR.speaker, self.node.iri),
                    without=("Person",),
                ),
                self._decisions,
                fellows_section(self.site, self.node.iri, self._held.values(), self._came, when),
            ),
            dated=True,
            network=self.site.addresses.network(self.node.iri),
            corrections=(
                Piece("Det er ikke den samme person", with_query(PARTING, person=self._slug)),
                Piece("Det er den samme person som …", with_query(UNITING, person=self._slug)),
            ),
        )

    @property
    def _slug(self) -> str:
        return self.node.iri.rpartition("/")[2]

    @cached_property
    def _held(self) -> Mapping[str, Node]:
        return self.site.nodes.pointing(ORG.member, self.node.iri)

    @cached_property
    def _tenures(self) -> Tenures:
        return Tenures(
            site=self.site,
            nodes=self._held,
            without="Person",
            page=self.node.iri,
            opened=self.opened,
        )

    @cached_property
    def _came(self) -> Sequence[Came]:
        return came(self.site, self.node.iri)

    @cached_property
    def _shown(self) -> Mapping[str, Node]:
        """The latest participations."""
        return self.site.nodes.describe(each.iri for each in self._came[:SHOWN])

    @cached_property
    def _cells(self) -> Cells:
        places = (iri for each in self._came for iri in (each.body, each.meeting) if iri)
        return Cells(self.site, (*self._shown.values(), *self._held.values()), *places)

    @property
    def _facts(self) -> tuple[tuple[str, Cell], ...]:
        others = ", ".join(sorted(self.node.all(SKOS.altLabel), key=danish_sort_key))
        ties = self.site.nodes.ties([self.node.iri])
        cells = Cells(self.site, (), *ties.all)
        facts = (
            ("Parti", cells.things(ties.parties.get(self.node.iri, ()))),
            ("Kommune", cells.things(ties.municipalities.get(self.node.iri, ()))),
            ("Titel", self._titles),
            ("Også skrevet", plain(others)),
            ("Andre af samme navn", namesakes(self.site, self.node)),
            ("Tidligere adresse", plain(", ".join(self._retired))),
        )
        return tuple((heading, cell) for heading, cell in facts if cell)

    @property
    def _retired(self) -> list[str]:
        """What the person's address was before two were found to be one; it leads here."""
        found = self.site.nodes.subjects(DCTERMS.isReplacedBy, self.node.iri)
        return [self.site.addresses.path(iri) for iri in found]

    @property
    def _titles(self) -> Cell:
        """What somebody is called where a document says it, the latest with its passage."""
        told = [node for node in self._shown.values() if node.first(KKR.title)]
        by_iri = {each.iri: each.day for each in self._came}
        latest = max(told, key=lambda node: (by_iri[node.iri], node.iri), default=None)
        if latest is None:
            return EMPTY
        words = (latest.first(KKR.title), latest.first(KKR.organizationName))
        source = self._cells.source(self.site.nodes.proofs([latest])[latest.iri], latest.iri)
        return (Piece(", ".join(part for part in words if part)), Piece(" ifølge "), *source)

    def _lists(self, when: date) -> Section:
        """The bodies whose lists name the person as a member, and where no tenure is known."""
        posts = {node.first(ORG.organization) for node in self._held.values() if node.is_certain}
        lines = [
            Line(cells=(
                self._cells.thing(body), day_cell(of[0].day), day_cell(of[-1].day),
                plain(str(len({each.meeting for each in of}))),
            ))
            for body, of in self._listed(when).items()
            if body not in posts
        ]  # fmt: skip
        heading = "På deltagerlister"
        return Section(
            id="deltagerlister",
            heading=heading,
            note="Fora, hvis referater fører personen som medlem, uden at en udpegning er fundet.",
            table=table(heading, ("Forum", "Først", "Senest", "Møder"), lines),
        )

    def _listed(self, when: date) -> Mapping[str, list[Came]]:
        return by_body(self._came, when)

    def _attendance(self, when: date) -> Section:
        heading = "Fremmøde"
        note, picture = rates(self._came, when, self._cells)
        shown = self._shown
        proofs = self.site.nodes.proofs(shown.values())
        items = self.site.nodes.describe(
            iri for node in shown.values() for iri in node.all(KKR.scopeItem)
        )
        lines = [
            Line(
                cells=(
                    _day_cell(each.day),
                    self._cells.thing(node.first(KKR.inMeeting)),
                    plain(self._cells.label(node.first(KKR.attendanceStatus))),
                    listed(self._remarks(node, items)),
                    self._cells.source(proofs[node.iri], node.iri),
                ),
                doubt=doubt(node),
            )
            for each in self._came[:SHOWN]
            if (node := shown.get(each.iri))
        ]
        return Section(
            id="fremmoede",
            heading=heading,
            note=note,
            picture=picture,
            total=len(self._came),
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
    def _decisions(self) -> Section:
        heading = "Beslutninger, personen deltog i"
        rows = _decided(self.site, self.node.iri, self._came)
        total = self._took_part_in
        shown = self.site.nodes.describe(row.decision for row in rows)
        cells = Cells(self.site, shown.values())
        proofs = self.site.nodes.proofs(shown.values())
        items = self.site.nodes.describe(row.item for row in rows)
        lines = [
            Line(cells=(
                _day_cell(row.day),
                cells.item(items[row.item]),
                cells.things(shown[row.decision].all(KKR.outcome)),
                cells.source(proofs[row.decision], row.decision),
            ))
            for row in rows
        ]  # fmt: skip
        return Section(
            id="beslutninger",
            heading=heading,
            total=total,
            note="Punkter, hvor personen var til stede. Referatet siger ikke, hvad den enkelte mente.",
            table=table(heading, ("Dato", "Punkt", "Udfald", "Kilde"), lines),
            more=self._more("decisions-of-person", total),
        )

    @cached_property
    def _took_part_in(self) -> int:
        rows = self.site.graph.select(
            "SELECT (COUNT(DISTINCT ?decision) AS ?n) WHERE { "
            + written(self.node.iri)
            + " kkr:tookPartIn ?decision }"
        ).rows
        return int(rows[0]["n"].value) if rows else 0

    def _more(self, question: str, total: int) -> Piece | None:
        if total <= SHOWN:
            return None
        path = with_query(f"/spoergsmaal/{question}", person=self.node.iri)
        return Piece(
            f"De seneste {SHOWN} er vist. Se alle {counted(total, 'række', 'rækker')}", path
        )
