"""Around a decision: who took part in it, and where else the same case was on the agenda."""

from collections.abc import Iterable

from kkr_graph.model.names import danish_sort_key
from kkr_graph.vocab import KKR
from kkr_graph.web.entities.cells import Cells, item_label
from kkr_graph.web.entities.meeting import decisions_of
from kkr_graph.web.reading import Node
from kkr_graph.web.site import Site
from kkr_graph.web.view import EMPTY, Line, Section, table

_ITEMS_SHOWN = 50
_COVERS_MORE = "Sagsnummeret dækker flere punkter på mødet, så punkterne her kan handle om andet."


def took_part_section(site: Site, decisions: Iterable[str]) -> Section:
    """The people who were there and not away for the item."""
    people = {
        iri for decision in decisions for iri in site.nodes.subjects(KKR.tookPartIn, decision)
    }
    ties = site.nodes.ties(people)
    cells = Cells(site, (), *people, *ties.all)
    heading = "Deltog i beslutningen"
    lines = [
        Line(cells=(
            cells.thing(iri),
            cells.things(ties.parties.get(iri, ())),
            cells.things(ties.municipalities.get(iri, ())),
        ))
        for iri in sorted(people, key=lambda iri: danish_sort_key(cells.label(iri)))
    ]  # fmt: skip
    return Section(
        id="deltog",
        heading=heading,
        note="Til stede, og ikke fraværende under punktet. Referatet siger ikke, hvad den enkelte mente.",
        table=table(heading, ("Person", "Parti", "Kommune"), lines),
        is_folded=True,
    )


def same_case_section(site: Site, item: Node) -> Section:
    """Items of other meetings with the same case number; a number may cover all of one meeting."""
    found: dict[str, Node] = {}
    for case in item.all(KKR.inCase):
        found |= site.nodes.pointing(KKR.inCase, case)
    own = item.first(KKR.ofMeeting)
    others = [node for node in found.values() if node.first(KKR.ofMeeting) != own]
    meetings = site.nodes.describe(node.first(KKR.ofMeeting) for node in others)

    def held(node: Node) -> tuple[str, int]:
        meeting = meetings.get(node.first(KKR.ofMeeting))
        return meeting.first(KKR.meetingDate) if meeting else "", -node.number(KKR.itemOrder)

    shown = sorted(others, key=held, reverse=True)[:_ITEMS_SHOWN]
    decided = decisions_of(site, shown)
    cells = Cells(site, (*shown, *decided.values()))
    heading = "Samme sag på andre møder"
    lines = [
        Line(cells=(
            cells.thing(node.first(KKR.ofMeeting)),
            cells.thing(node.iri, item_label(node)),
            cells.things(decided[node.iri].all(KKR.outcome)) if node.iri in decided else EMPTY,
        ))
        for node in shown
    ]  # fmt: skip
    return Section(
        id="sag",
        heading=heading,
        total=len(others),
        note=_COVERS_MORE if others and len(found) - len(others) > 1 else "",
        table=table(heading, ("Møde", "Punkt", "Udfald"), lines),
    )
