"""A network as it is drawn: where its nodes stand, how its edges bow, what is written at them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kkr_graph.network.elements import Network
from kkr_graph.network.layout import Place, Spot, bows, places, role_spots, written_roles
from kkr_graph.network.neighbours import Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One relation of one node, asked for. A closed step keeps its room, and nothing is shown."""

    node: str
    relation: Relation
    is_open: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What a step shows: nodes and edges that came with it, and those that were there."""

    step: Step
    nodes: tuple[str, ...]
    edges: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A network with all that is computed before drawing.

    ``anchors`` says of nodes that came later around which other they stand, ``first_edges`` which
    edges were there before anything was asked for.
    """

    network: Network
    places: Mapping[str, Place]
    bent: Mapping[str, float]
    spots: Mapping[str, Spot]
    written: frozenset[str]
    first_edges: frozenset[str]
    anchors: Mapping[str, str] = field(default_factory=dict)
    parts: tuple[Part, ...] = ()

    @property
    def first_nodes(self) -> frozenset[str]:
        """The nodes that were there before anything was asked for."""
        return frozenset(node.id for node in self.network.nodes) - self.anchors.keys()


def pictured(network: Network) -> Picture:
    """A network, ready to be drawn."""
    where = places(network)
    spots = role_spots(network, where)
    return Picture(
        network=network,
        places=where,
        bent=bows(network),
        spots=spots,
        written=written_roles(network, spots),
        first_edges=frozenset(edge.id for edge in network.edges),
    )
