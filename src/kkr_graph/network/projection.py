"""From the graph to a network: which nodes and edges a view shows, and which it leaves out."""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import chain

from kkr_graph.errors import QueryError
from kkr_graph.model.names import danish_sort_key, fold
from kkr_graph.network import ties, wording
from kkr_graph.network.elements import Edge, EdgeKind, Network, Node, NodeKind, Proof, in_order
from kkr_graph.network.facts import Facts
from kkr_graph.network.views import View, ViewKind, edges_of
from kkr_graph.store import Graph

_WORD = re.compile(r"\w+")


def project(graph: Graph, view: View) -> Network:
    """The network of a view, with the passages that prove each edge.

    Raises:
        QueryError: the focus is not in the graph.
    """
    facts = Facts(graph)
    known = _known(facts, view)
    edges = _sorted(edges_of(facts, view))
    known = _nameless(edges) | known
    tied = {end for edge in edges for end in (edge.source, edge.target)}
    nodes = [known[iri] for iri in sorted(tied | {view.focus}) if iri]
    kept = _nearest(nodes, edges, view)
    return Network(
        title=_title(view, known),
        nodes=in_order(_with_letters(facts, kept)),
        edges=tuple(sorted(_proven(facts, edges, {node.id for node in kept}), key=_reading(known))),
        focus=view.focus,
        left_out=len(nodes) - len(kept),
        rule=_rule(view, known),
        data_through=facts.data_through,
    )


def decision_of(graph: Graph, meeting: str, number: str) -> str:
    """The decision on an item of a meeting, by the item's number.

    Raises:
        QueryError: the meeting has no such item, or nothing was decided on it.
    """
    facts = Facts(graph)
    found = {
        facts.items[item].number: iri
        for iri, item in facts.decided_at.items()
        if item in facts.items and facts.items[item].meeting == meeting
    }
    if number not in found:
        raise QueryError(
            f"{facts.label(meeting)} har ingen beslutning under punkt {number}.",
            f"Punkter med en beslutning: {', '.join(sorted(found)) or 'ingen'}.",
        )
    return found[number]


def _sorted(edges: Iterable[Edge]) -> list[Edge]:
    """Each edge once, in an order that does not depend on how it was found."""
    return [edge for _, edge in sorted({edge.id: edge for edge in edges}.items())]


def _nameless(edges: Iterable[Edge]) -> dict[str, Node]:
    """A node for every end of an edge, called by its IRI: what has no name must still be seen."""
    ends: dict[str, NodeKind] = {}
    for edge in edges:
        ends.setdefault(edge.source, NodeKind.PERSON)
        ends.setdefault(edge.target, _TARGETS.get(edge.kind, NodeKind.BODY))
    return {
        iri: Node(id=iri, kind=kind, label=iri.rstrip("/").rpartition("/")[2])
        for iri, kind in ends.items()
    }


_TARGETS = {
    EdgeKind.PARTY: NodeKind.PARTY,
    EdgeKind.MUNICIPALITY: NodeKind.MUNICIPALITY,
    EdgeKind.DECISION: NodeKind.MEETING,
}


def _known(facts: Facts, view: View) -> dict[str, Node]:
    known = dict(facts.nodes)
    if view.kind is ViewKind.DECISION and view.focus in facts.decided_at:
        known[view.focus] = _decision_node(facts, view.focus)
    if view.focus and view.focus not in known:
        raise QueryError(
            f"{view.focus} findes ikke i grafen.", "Kør kkr-graph build, hvis dokumenterne er nye."
        )
    return known


def _decision_node(facts: Facts, iri: str) -> Node:
    item = facts.items[facts.decided_at[iri]]
    outcomes = sorted(facts.concept(outcome) for outcome in facts.outcomes.get(iri, ()))
    return Node(
        id=iri,
        kind=NodeKind.DECISION,
        label=f"Punkt {item.number}: {item.title}",
        notes=(("Møde", facts.label(item.meeting)), ("Udfald", wording.listed(outcomes)))
        if outcomes
        else (("Møde", facts.label(item.meeting)),),
    )


def _nearest(nodes: list[Node], edges: list[Edge], view: View) -> list[Node]:
    """The nodes that fit: fewest steps from the focus first, then most edges, then by name."""
    if len(nodes) <= view.limit:
        return nodes
    steps = _steps(view.focus, edges)
    degree = Counter(end for edge in edges for end in (edge.source, edge.target))
    far = len(nodes)

    def rank(node: Node) -> tuple[int, int, str, str]:
        label = danish_sort_key(node.label)
        return (steps.get(node.id, far), -degree[node.id], label, node.id)

    return sorted(nodes, key=rank)[: view.limit]


def _steps(focus: str, edges: Iterable[Edge]) -> Mapping[str, int]:
    """How many edges lie between the focus and each node that can be reached."""
    if not focus:
        return {}
    beside: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        beside[edge.source].add(edge.target)
        beside[edge.target].add(edge.source)
    steps, queue = {focus: 0}, deque([focus])
    while queue:
        here = queue.popleft()
        for there in beside[here] - steps.keys():
            steps[there] = steps[here] + 1
            queue.append(there)
    return steps


def _reading(known: Mapping[str, Node]) -> Callable[[Edge], tuple[int, str, str, date, str]]:
    """The order in which edges are read: posts first, then by who and where."""
    kinds = list(EdgeKind)

    def key(edge: Edge) -> tuple[int, str, str, date, str]:
        who, where = known[edge.source].label, known[edge.target].label
        alphabetic = danish_sort_key(who), danish_sort_key(where)
        return (kinds.index(edge.kind), *alphabetic, edge.from_, edge.id)

    return key


def _with_letters(facts: Facts, nodes: Iterable[Node]) -> Iterator[Node]:
    """People as Danes write them, ``Anne Hansen (A)``; parties with their letter likewise."""
    letters = {**ties.list_letters(facts), **facts.list_letters}
    for node in nodes:
        letter = letters.get(node.id)
        told = node.kind is NodeKind.PARTY and letter in _WORD.findall(node.label)
        yield node if letter is None or told else replace(node, label=f"{node.label} ({letter})")


def _proven(facts: Facts, edges: Iterable[Edge], kept: set[str]) -> Iterator[Edge]:
    drawn = [edge for edge in edges if edge.source in kept and edge.target in kept]
    proofs = facts.proofs({fact for edge in drawn for fact in edge.facts})
    for edge in drawn:
        of_edge = dict.fromkeys(chain.from_iterable(proofs.get(fact, ()) for fact in edge.facts))
        yield replace(edge, proofs=_telling_first(of_edge, facts.names_of(edge.target)))


def _telling_first(proofs: Iterable[Proof], names: Iterable[str]) -> tuple[Proof, ...]:
    """The passages that name what the edge leads to before those that only name who."""
    named = re.compile("|".join(rf"\b{re.escape(fold(name))}\b" for name in names) or "$^")
    return tuple(sorted(proofs, key=lambda proof: not named.search(fold(proof.quote))))


def _title(view: View, known: Mapping[str, Node]) -> str:
    if not view.focus:
        return "Netværk af poster"
    return f"Netværk for {known[view.focus].label}"


def _rule(view: View, known: Mapping[str, Node]) -> str:
    most = "med flest forbindelser"
    if not view.focus:
        return f"Der vises højst {view.limit} navne: dem {most}."
    near = f"dem med færrest led til {known[view.focus].label}, og blandt dem de navne {most}"
    return f"Der vises højst {view.limit} navne: {near}."
