"""Which part of a picture is shown, and where it stands: what script/shown.js says, for files."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from kkr_graph.network.elements import Edge, Network
from kkr_graph.network.layout import Place
from kkr_graph.network.picture import Part, Picture, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What a reader chose to see. ``kinds`` are hidden, as ``node:party``, ``edge:attendance``."""

    day: date | None = None
    kinds: frozenset[str] = frozenset()
    steps: tuple[Step, ...] = ()
    folded: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    pinned: Mapping[str, tuple[int, int]] = field(default_factory=dict)


def shown(picture: Picture, state: State) -> Picture:
    """The part of the picture that a state shows, each node where it then stands."""
    network = picture.network
    present = _present(picture, state)
    there = _ties(picture, state, present)
    away = _folded_away(network, state, there)
    kind_of = {node.id: node.kind for node in network.nodes}
    edges = tuple(
        edge
        for edge in there
        if _passes(edge, state)
        and away.isdisjoint((edge.source, edge.target))
        and state.kinds.isdisjoint(f"node:{kind_of[end]}" for end in (edge.source, edge.target))
    )
    tied = {end for edge in edges for end in (edge.source, edge.target)}
    ever = {end for edge in network.edges for end in (edge.source, edge.target)}
    wanted = tied | {network.focus, *state.pinned} | (kind_of.keys() - ever)
    nodes = tuple(
        node
        for node in network.nodes
        if node.id in present & wanted - away and f"node:{node.kind}" not in state.kinds
    )
    return replace(
        picture,
        network=replace(network, nodes=nodes, edges=edges),
        places={node.id: _place(picture, state, node.id) for node in nodes},
    )


def _open(picture: Picture, state: State) -> Iterable[Part]:
    return (part for part, step in zip(picture.parts, state.steps, strict=False) if step.is_open)


def _present(picture: Picture, state: State) -> frozenset[str]:
    brought = {iri for part in _open(picture, state) for iri in part.nodes}
    return (picture.first_nodes | brought) - state.hidden


def _ties(picture: Picture, state: State, present: frozenset[str]) -> list[Edge]:
    asked = picture.first_edges | {iri for part in _open(picture, state) for iri in part.edges}
    first = picture.first_nodes
    return [
        edge
        for edge in picture.network.edges
        if {edge.source, edge.target} <= present
        and (edge.id in asked or not {edge.source, edge.target} <= first)
    ]


def _passes(edge: Edge, state: State) -> bool:
    return (
        f"edge:{edge.kind}" not in state.kinds
        and not ("guess" in state.kinds and not edge.certain)
        and (state.day is None or edge.holds_on(state.day))
    )


def _folded_away(network: Network, state: State, edges: Iterable[Edge]) -> frozenset[str]:
    """The nodes that hang on a folded one alone."""
    beside: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        beside[edge.source].add(edge.target)
        beside[edge.target].add(edge.source)
    kept = {network.focus, *state.pinned, *state.folded}
    return frozenset(
        other
        for iri in state.folded
        for other in beside[iri]
        if len(beside[other]) == 1 and other not in kept
    )


def _place(picture: Picture, state: State, iri: str) -> Place:
    place = picture.places[iri]
    x, y = _point(picture, state, iri)
    return replace(place, x=x, y=y)


def _point(picture: Picture, state: State, iri: str) -> tuple[float, float]:
    """Where a reader put it, else where it was computed; later ones move with their anchor."""
    if iri in state.pinned:
        return state.pinned[iri]
    place, anchor = picture.places[iri], picture.anchors.get(iri)
    if anchor is None:
        return place.x, place.y
    x, y = _point(picture, state, anchor)
    return place.x + x - picture.places[anchor].x, place.y + y - picture.places[anchor].y
