"""From the graph to a network: which nodes and edges a view shows, and which it leaves out."""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Mapping
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
    return projected(Facts(graph), view)


def projected(facts: Facts, view: View) -> Network:
    """The network of a view of what has been read from a graph.

    Raises:
        QueryError: the focus is not in the graph.
    """
    known = _known(facts, view)
    edges = _sorted(edges_of(facts, view))
    known = _nameless(edges) | known
    tied = {end for edge in edges for end in (edge.source, edge.target)}
    nodes = [known[iri] for iri in sorted({*tied, *view.ends})]
    kept = _nearest(nodes, edges, view)
    kept_iris = {node.id for node in kept}
    return Network(
        title=_title(view, known),
        nodes=with_letters(letters_of(facts), kept),
        edges=proven(
            facts, (edge for edge in edges if {edge.source, edge.target} <= kept_iris), known
        ),
        focus=view.focus,
        left_out=len(nodes) - len(kept),
        rule=_rule(view, known),
        data_through=facts.data_through,
        terms=facts.terms,
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
    for iri in view.ends:
        if iri in facts.decided_at:
            known[iri] = decision_node(facts, iri)
        if iri not in known:
            raise QueryError(
                f"{iri} findes ikke i grafen.", "Kør kkr-graph build, hvis dokumenterne er nye."
            )
    return known


def decision_node(facts: Facts, iri: str) -> Node:
    """A decision as a node, called by its item."""
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


def letters_of(facts: Facts) -> Mapping[str, str]:
    """The list letters of people and parties."""
    return {**ties.list_letters(facts), **facts.list_letters}


def with_letters(letters: Mapping[str, str], nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Nodes in order, people as Danes write them: ``Anne Hansen (A)``; parties likewise."""
    return in_order(_lettered(node, letters.get(node.id)) for node in nodes)


def _lettered(node: Node, letter: str | None) -> Node:
    told = node.kind is NodeKind.PARTY and letter in _WORD.findall(node.label)
    return node if letter is None or told else replace(node, label=f"{node.label} ({letter})")


def proven(facts: Facts, edges: Iterable[Edge], known: Mapping[str, Node]) -> tuple[Edge, ...]:
    """Edges in the order in which they are read, with the passages that prove them."""
    drawn = list(edges)
    proofs = facts.proofs({fact for edge in drawn for fact in edge.facts})
    told = (
        replace(
            edge,
            proofs=_telling_first(
                dict.fromkeys(chain.from_iterable(proofs.get(fact, ()) for fact in edge.facts)),
                facts.names_of(edge.target),
            ),
        )
        for edge in drawn
    )
    return tuple(sorted(told, key=_reading(known)))


def _telling_first(proofs: Iterable[Proof], names: Iterable[str]) -> tuple[Proof, ...]:
    """The passages that name what the edge leads to before those that only name who."""
    named = re.compile("|".join(rf"\b{re.escape(fold(name))}\b" for name in names) or "$^")
    return tuple(sorted(proofs, key=lambda proof: not named.search(fold(proof.quote))))


def _title(view: View, known: Mapping[str, Node]) -> str:
    if view.kind is ViewKind.TERMS:
        of = f" for {known[view.focus].label}" if view.focus else ""
        return (
            f"Før og efter{of}: {' og '.join(view.terms)}"
            if all(view.terms)
            else f"Før og efter{of}"
        )
    if not view.focus:
        return "Netværk af poster"
    if view.kind is ViewKind.PATH:
        return f"Hvordan hænger {known[view.focus].label} og {known[view.other].label} sammen?"
    focus = known[view.focus]
    whole = f"{focus.label} Kommune" if focus.kind is NodeKind.MUNICIPALITY else focus.label
    return f"Netværk for {whole}"


def _rule(view: View, known: Mapping[str, Node]) -> str:
    most = "med flest forbindelser"
    if not view.focus:
        return f"Der vises højst {view.limit} navne: dem {most}."
    near = f"dem med færrest led til {known[view.focus].label}, og blandt dem de navne {most}"
    return f"Der vises højst {view.limit} navne: {near}."
