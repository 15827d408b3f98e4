"""What the network views say in Danish."""

from collections.abc import Mapping
from datetime import date

from kkr_graph.model.tenure import EndStatus
from kkr_graph.network.elements import EVENTS, Edge, EdgeKind, Network, NodeKind, Proof

ONE: Mapping[NodeKind, str] = {
    NodeKind.PERSON: "person",
    NodeKind.BODY: "organ",
    NodeKind.MUNICIPALITY: "kommune",
    NodeKind.PARTY: "parti",
    NodeKind.MEETING: "møde",
    NodeKind.DECISION: "beslutning",
}
MANY: Mapping[NodeKind, str] = {
    NodeKind.PERSON: "personer",
    NodeKind.BODY: "organer",
    NodeKind.MUNICIPALITY: "kommuner",
    NodeKind.PARTY: "partier",
    NodeKind.MEETING: "møder",
    NodeKind.DECISION: "beslutninger",
}
EDGES: Mapping[EdgeKind, str] = {
    EdgeKind.TENURE: "poster",
    EdgeKind.ATTENDANCE: "fremmøde",
    EdgeKind.STATEMENT: "indlæg",
    EdgeKind.PARTY: "parti",
    EdgeKind.MUNICIPALITY: "kommune",
    EdgeKind.MEETING: "mødets organ",
    EdgeKind.DECISION: "beslutning",
}
_END: Mapping[EndStatus, str] = {
    EndStatus.OPEN: "åben",
    EndStatus.ENDED: "afsluttet",
    EndStatus.UNKNOWN: "slutning ukendt",
}


def day(when: date) -> str:
    """``24.10.2025``."""
    return f"{when.day}.{when.month}.{when.year}"


def begins(edge: Edge) -> str:
    """From when: the day that a document states, or the day it was first seen."""
    if edge.kind in EVENTS:
        return day(edge.from_)
    return f"set fra {day(edge.from_)}" if edge.start is None else day(edge.start)


def ends(edge: Edge) -> str:
    """Until when, as far as that is known; of what happened more than once, the last day."""
    if edge.kind in EVENTS:
        last = edge.last_seen
        return "" if last is None or last == edge.from_ else day(last)
    if edge.end is not None:
        return day(edge.end)
    if edge.through != date.max:
        return day(edge.through)
    if edge.end_status is EndStatus.UNKNOWN and edge.last_seen is not None:
        return f"ukendt, sidst set {day(edge.last_seen)}"
    return "" if edge.end_status is None else _END[edge.end_status]


def end_status(edge: Edge) -> str:
    """What is known of the end, as a word."""
    return "" if edge.end_status is None else _END[edge.end_status]


def place(proof: Proof) -> str:
    """``referat.pdf, side 3, linje 71``."""
    page = f", side {proof.page}" if proof.page is not None else ""
    line = f", linje {proof.line}" if proof.line is not None else ""
    return f"{proof.document}{page}{line}"


def counts(network: Network) -> str:
    """``23 personer, 11 kommuner og 75 forbindelser``, kinds without any left out."""
    kinds = [node.kind for node in network.nodes]
    told = [counted(kinds.count(kind), ONE[kind], MANY[kind]) for kind in NodeKind if kind in kinds]
    return listed([*told, counted(len(network.edges), "forbindelse", "forbindelser")])


def counted(number: int, one: str, many: str) -> str:
    """``1 møde``, ``2 møder``."""
    return f"{number} {one if number == 1 else many}"


def listed(parts: list[str]) -> str:
    """``a, b og c``."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} og {parts[-1]}"
