"""What the network views say in Danish."""

from collections.abc import Mapping

from kkr_graph.constitution.change import Change
from kkr_graph.model.danish import counted as counted  # what the templates say with, too
from kkr_graph.model.danish import day as day
from kkr_graph.model.danish import listed as listed
from kkr_graph.model.tenure import FOREVER, EndStatus
from kkr_graph.network.elements import EVENTS, Edge, EdgeKind, Network, NodeKind, Proof
from kkr_graph.queries.sources import place_in_words, with_file

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
CHANGES: Mapping[Change, str] = {
    Change.NEW: "ny",
    Change.AGAIN: "genudpeget",
    Change.AGAIN_OTHER_PARTY: "genudpeget, andet parti",
    Change.STAYS: "fortsætter",
    Change.STAYS_OTHER_PARTY: "fortsætter, andet parti",
    Change.GONE: "udgået",
    Change.UNKNOWN: "uvist, om stadig i posten",
}
_PERSON, _BODY = NodeKind.PERSON, NodeKind.BODY
RELATIONS: Mapping[tuple[NodeKind, EdgeKind, NodeKind], str] = {
    (_PERSON, EdgeKind.TENURE, _BODY): "poster i organer",
    (_PERSON, EdgeKind.ATTENDANCE, _BODY): "til møder i organer",
    (_PERSON, EdgeKind.ATTENDANCE, NodeKind.MEETING): "møder",
    (_PERSON, EdgeKind.STATEMENT, NodeKind.MEETING): "indlæg på møder",
    (_PERSON, EdgeKind.STATEMENT, _BODY): "indlæg på vegne af",
    (_PERSON, EdgeKind.STATEMENT, NodeKind.MUNICIPALITY): "indlæg på kommunens vegne",
    (NodeKind.MUNICIPALITY, EdgeKind.STATEMENT, _PERSON): "indlæg på kommunens vegne",
    (_PERSON, EdgeKind.DECISION, NodeKind.DECISION): "beslutninger",
    (_PERSON, EdgeKind.PARTY, NodeKind.PARTY): "parti",
    (_PERSON, EdgeKind.MUNICIPALITY, NodeKind.MUNICIPALITY): "kommune",
    (_BODY, EdgeKind.TENURE, _PERSON): "udpeget hertil",
    (_BODY, EdgeKind.ATTENDANCE, _PERSON): "mødedeltagere",
    (_BODY, EdgeKind.STATEMENT, _PERSON): "indlæg på organets vegne",
    (_BODY, EdgeKind.MEETING, NodeKind.MEETING): "møder",
    (NodeKind.MUNICIPALITY, EdgeKind.MUNICIPALITY, _PERSON): "personer herfra",
    (NodeKind.PARTY, EdgeKind.PARTY, _PERSON): "valgt for partiet",
    (NodeKind.MEETING, EdgeKind.ATTENDANCE, _PERSON): "deltagere og afbud",
    (NodeKind.MEETING, EdgeKind.STATEMENT, _PERSON): "indlæg",
    (NodeKind.MEETING, EdgeKind.MEETING, _BODY): "mødets organ",
    (NodeKind.MEETING, EdgeKind.DECISION, NodeKind.DECISION): "beslutninger",
    (NodeKind.DECISION, EdgeKind.DECISION, _PERSON): "deltog i beslutningen",
    (NodeKind.DECISION, EdgeKind.DECISION, NodeKind.MEETING): "mødet",
}
_END: Mapping[EndStatus, str] = {
    EndStatus.OPEN: "ingen slutdato",
    EndStatus.ENDED: "slutning oplyst",
    EndStatus.UNKNOWN: "slutning ukendt",
}


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
    if edge.through != FOREVER:
        return day(edge.through)
    if edge.end_status is EndStatus.UNKNOWN and edge.last_seen is not None:
        return f"ukendt, sidst set {day(edge.last_seen)}"
    return "" if edge.end_status is None else _END[edge.end_status]


def end_status(edge: Edge) -> str:
    """What is known of the end, as a word."""
    return "" if edge.end_status is None else _END[edge.end_status]


def place(proof: Proof) -> str:
    """``referat 24.10.2025 (referat.pdf), side 3, linje 71``, or ``..., ark Medlemmer, række 8``."""
    called = with_file(proof.name, proof.document)
    return ", ".join(filter(None, (called, place_in_words(proof.page, proof.line, proof.where))))


def relation(kind: NodeKind, edge: EdgeKind, other: NodeKind) -> str:
    """What to call the nodes that stand in a relation to one of a kind."""
    return RELATIONS.get((kind, edge, other), f"{EDGES[edge]}: {MANY[other]}")


def counts(network: Network) -> str:
    """``23 personer, 11 kommuner og 75 forbindelser``, kinds without any left out."""
    kinds = [node.kind for node in network.nodes]
    told = [counted(kinds.count(kind), ONE[kind], MANY[kind]) for kind in NodeKind if kind in kinds]
    return listed([*told, counted(len(network.edges), "forbindelse", "forbindelser")])
