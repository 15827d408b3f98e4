"""A view, and what a reader asked to see more of: the same steps give the same picture.

A step asks for one relation of one node, at most 40 nodes at a time; asking again brings the next.
What stood in the picture stays where it stood, so a picture depends on the steps and their order.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import repeat
from math import ceil

from kkr_graph.errors import QueryError
from kkr_graph.network.elements import Edge, EdgeKind, Network, Node, NodeKind
from kkr_graph.network.facts import Facts
from kkr_graph.network.growth import grown
from kkr_graph.network.layout import further_bows, role_spots, written_roles
from kkr_graph.network.neighbours import Neighbours, Relation, other_end
from kkr_graph.network.picture import Part, Picture, Step, pictured
from kkr_graph.network.projection import decision_node, letters_of, projected, proven, with_letters
from kkr_graph.network.views import View

AT_ONCE = 40
MOST_STEPS = 60
"""More than anybody clicks, and few enough for a server to compute."""
_RESERVED = 150
_MANY = frozenset({NodeKind.DECISION})  # not kept in reserve: too many, and told on other pages


class Explorer:
    """Makes pictures of one graph."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._neighbours = Neighbours(facts)

    def begin(self, view: View) -> Picture:
        """The view, before anything is asked for.

        Raises:
            QueryError: what it is about is not in the graph.
        """
        return pictured(projected(self._facts, view))

    def relations(self, nodes: Iterable[Node]) -> Mapping[str, Mapping[Relation, int]]:
        """What can be asked for, and how many nodes each would show in all."""
        return self._neighbours.counts(node.id for node in nodes)

    def expand(self, picture: Picture, step: Step) -> Picture:
        """The picture with at most 40 more nodes, around the one that they stand next to.

        Raises:
            QueryError: the node is not in the picture.
        """
        here = {node.id for node in picture.network.nodes}
        if step.node not in here:
            raise QueryError(
                "Det, der skulle udvides, er ikke i netværket.",
                "Adressen er skrevet forkert. Åbn netværket igen fra siden om navnet.",
            )
        return self._proven(self._grown(picture, step), picture.network)

    def with_reserve(self, picture: Picture, most: int = _RESERVED) -> Picture:
        """The picture with what a page in a file can show on request, nearest first.

        The reserve stands at places of its own, so that nothing needs to be computed later.
        """
        larger = picture
        for step in self._near(picture.network):
            if len(larger.anchors) < most:
                larger = self._grown(larger, step)
        return replace(self._proven(larger, picture.network), parts=picture.parts)

    def _near(self, network: Network) -> Iterator[Step]:
        """Everything that can be asked for, beginning in the middle of the picture."""
        degree = Counter(end for edge in network.edges for end in (edge.source, edge.target))

        def rank(node: Node) -> tuple[bool, int, str]:
            return (node.id != network.focus, -degree[node.id], node.id)

        for node in sorted(network.nodes, key=rank):
            for relation, others in self._neighbours.relations(node.id).items():
                if relation.other not in _MANY:
                    step = Step(node=node.id, relation=relation)
                    yield from repeat(step, ceil(len(others) / AT_ONCE))

    def _proven(self, picture: Picture, before: Network) -> Picture:
        """The picture with proofs and places of words for the edges that were not there before."""
        known = {node.id: node for node in picture.network.nodes}
        added = picture.network.edges[len(before.edges) :]
        edges = proven(self._facts, added, known)
        network = replace(picture.network, edges=edges)
        spots = role_spots(network, picture.places)
        return replace(
            picture,
            network=replace(network, edges=(*before.edges, *edges)),
            spots={**picture.spots, **spots},
            written=picture.written | written_roles(network, spots),
        )

    def _grown(self, picture: Picture, step: Step) -> Picture:
        here = {node.id for node in picture.network.nodes}
        asked = self._neighbours.edges(step.node, step.relation)
        others = {other_end(edge, step.node) for edge in asked}
        nodes = self._nodes(_newest(asked, step.node, others - here))
        new = {node.id for node in nodes}
        edges = self._edges(picture, asked, new)
        drawn = {edge.id for edge in (*picture.network.edges, *edges)}
        part = Part(
            step=step,
            nodes=tuple(sorted((others & here) | new)),
            edges=tuple(edge.id for edge in asked if edge.id in drawn),
        )
        return _with(picture, nodes, edges, part)

    @cached_property
    def _letters(self) -> Mapping[str, str]:
        return letters_of(self._facts)

    def _nodes(self, iris: Iterable[str]) -> tuple[Node, ...]:
        facts = self._facts
        known = (
            facts.nodes[iri] if iri in facts.nodes else decision_node(facts, iri) for iri in iris
        )
        return with_letters(self._letters, known)

    def _edges(self, picture: Picture, asked: Iterable[Edge], new: set[str]) -> tuple[Edge, ...]:
        """The edges of the step, and the posts among what is then shown.

        Not every meeting's every participant: whoever wants those asks for them.
        """
        here = {node.id for node in picture.network.nodes} | new
        drawn = {edge.id for edge in picture.network.edges}
        posts = (
            edge
            for iri in new
            for edge in self._neighbours.near(iri)
            if edge.kind is EdgeKind.TENURE
        )
        found = {
            edge.id: edge
            for edge in (*asked, *posts)
            if edge.id not in drawn and {edge.source, edge.target} <= here
        }
        return tuple(edge for _, edge in sorted(found.items()))


def _with(
    picture: Picture, nodes: tuple[Node, ...], edges: tuple[Edge, ...], part: Part
) -> Picture:
    network = replace(
        picture.network,
        nodes=(*picture.network.nodes, *nodes),
        edges=(*picture.network.edges, *edges),
    )
    where = {**picture.places, **grown(picture.places, part.step.node, nodes)}
    return replace(
        picture,
        network=network,
        places=where,
        bent={**picture.bent, **further_bows(picture.bent, picture.network.edges, edges)},
        anchors={**picture.anchors, **{node.id: part.step.node for node in nodes}},
        parts=(*picture.parts, part),
    )


def _newest(edges: Iterable[Edge], node: str, new: set[str]) -> list[str]:
    """The next that are to be shown: those with the latest tie first."""
    latest: dict[str, int] = {}
    for edge in edges:
        day = (edge.last_seen or edge.from_).toordinal()
        other = other_end(edge, node)
        latest[other] = max(day, latest.get(other, day))
    return sorted(new, key=lambda iri: (-latest[iri], iri))[:AT_ONCE]
