"""What the scripts of a page read: nodes, edges and parts as JSON, beside the rows of the tables."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from kkr_graph.model.names import danish_sort_key
from kkr_graph.network import wording
from kkr_graph.network.appearance import EDGES, NODES, NodeLook, dashes_of, width_of
from kkr_graph.network.elements import EVENTS, Edge, Node, Proof
from kkr_graph.network.neighbours import Relation
from kkr_graph.network.picture import Part, Picture

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
Relations: TypeAlias = Mapping[str, Mapping[Relation, int]]


def nowhere(_: str) -> str:
    """No page about anything, as in a file."""
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What a page knows besides the picture: what can be asked for, and where pages are."""

    relations: Relations = field(default_factory=dict)
    link: Callable[[str], str] = nowhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of a table, with the key that it is sorted by."""

    text: str
    key: str


def node_json(picture: Picture, node: Node, around: Around) -> dict[str, Json]:
    """A node as the drawing, the tables and the details need it."""
    place = picture.places[node.id]
    box = (place.left - place.x, place.top - place.y, place.right - place.x, place.bottom - place.y)
    told: dict[str, Json] = {
        "label": node.label,
        "size": place.radius,
        "x": place.x,
        "y": place.y,
        "kind": node.kind.value,
        "focus": node.id == picture.network.focus,
        "lines": list(place.lines),
        "box": list(box),
        "notes": [list(note) for note in node.notes],
        "href": around.link(node.id),
        "cells": _cells_json(node_cells(node)),
    }
    if node.id in picture.anchors:
        told |= {"later": True, "anchor": picture.anchors[node.id]}
    return told


def edges_json(
    picture: Picture, edges: Iterable[Edge], around: Around
) -> Iterator[tuple[Edge, dict[str, Json]]]:
    """Edges as the drawing, the tables and the details need them."""
    label = {node.id: node.label for node in picture.network.nodes}
    for edge in edges:
        cells = _cells_json(edge_cells(edge, label))
        yield edge, _edge_json(picture, edge, around) | {"cells": cells}


def _edge_json(picture: Picture, edge: Edge, around: Around) -> dict[str, Json]:
    look, bow = EDGES[edge.kind], picture.bent[edge.id]
    told: dict[str, Json] = {
        "id": edge.id,
        "arrows": "",
        "color": look.colour,
        "width": width_of(edge),
        "dashes": list(dashes_of(edge)) or False,
        "kind": edge.kind.value,
        "role": edge.role,
        "event": edge.kind in EVENTS,
        "certain": edge.certain,
        "first": edge.from_.isoformat(),
        "last": edge.through.isoformat(),
        "begins": wording.begins(edge),
        "ends": wording.ends(edge),
        "status": wording.end_status(edge),
        "notes": [list(note) for note in edge.notes],
        "proofs": [_proof_json(each, around) for each in edge.proofs],
        "spot": picture.spots[edge.id].along if edge.id in picture.spots else None,
        "written": edge.id in picture.written,
    }
    if bow:
        kind = "curvedCW" if bow > 0 else "curvedCCW"
        told["smooth"] = {"enabled": True, "type": kind, "roundness": abs(bow)}
    if edge.id not in picture.first_edges:
        told["later"] = True
    return told


def part_json(picture: Picture, part: Part) -> dict[str, Json]:
    """What one step shows, and where what came with it stands."""
    own = [iri for iri in part.nodes if picture.anchors.get(iri) == part.step.node]
    return {
        "node": part.step.node,
        "relation": str(part.step.relation),
        "brought": list(part.nodes),
        "ties": list(part.edges),
        "places": {
            iri: {"x": picture.places[iri].x, "y": picture.places[iri].y, "anchor": part.step.node}
            for iri in own
        },
    }


def further_json(before: Picture, picture: Picture, around: Around) -> dict[str, Json]:
    """What the last step added to the picture before it, for a page that is open already."""
    known = {node.id for node in before.network.nodes}
    drawn = {edge.id for edge in before.network.edges}
    new = [node for node in picture.network.nodes if node.id not in known]
    nodes: list[Json] = [{"id": node.id, **node_json(picture, node, around)} for node in new]
    edges: list[Json] = [
        {"from": edge.source, "to": edge.target, **told}
        for edge, told in edges_json(
            picture, (edge for edge in picture.network.edges if edge.id not in drawn), around
        )
    ]
    return {
        "nodes": nodes,
        "edges": edges,
        "relations": relations_json(around.relations, (node.id for node in new)),
        **part_json(picture, picture.parts[-1]),
    }


def relations_json(relations: Relations, iris: Iterable[str]) -> dict[str, Json]:
    """What can be asked for, with how many there are."""
    return {
        iri: {str(relation): number for relation, number in relations[iri].items()}
        for iri in iris
        if iri in relations
    }


def relation_words() -> dict[str, str]:
    """What each relation of each kind of node is called."""
    return {
        f"{kind}-{Relation(edge=edge, other=other)}": word
        for (kind, edge, other), word in wording.RELATIONS.items()
    }


def looks_json() -> dict[str, Json]:
    """How the kinds of nodes look."""
    return {kind.value: _look_json(look) for kind, look in NODES.items()}


def _look_json(look: NodeLook) -> dict[str, Json]:
    return {
        "letter": look.letter,
        "colour": look.colour,
        "outline": [list(point) for point in look.outline],
    }


def _proof_json(proof: Proof, around: Around) -> dict[str, Json]:
    href = around.link(proof.evidence) if proof.evidence else ""
    return {"place": wording.place(proof), "quote": proof.quote, "href": href}


def edge_cells(edge: Edge, label: Mapping[str, str]) -> tuple[Cell, ...]:
    """The row of an edge: who, what, where, from when, until when, and where it stands."""
    source = wording.place(edge.proofs[0]) if edge.proofs else "ingen kilde fundet"
    return (
        _text_cell(label[edge.source]),
        _text_cell(edge.role),
        _text_cell(label[edge.target]),
        Cell(text=wording.begins(edge), key=(edge.start or edge.from_).isoformat()),
        Cell(text=wording.ends(edge), key=(edge.end or edge.through).isoformat()),
        _text_cell(source),
    )


def node_cells(node: Node) -> tuple[Cell, ...]:
    """The row of a node: its name and what it is."""
    return (_text_cell(node.label), _text_cell(wording.ONE[node.kind]))


def _text_cell(text: str) -> Cell:
    return Cell(text=text, key=danish_sort_key(text))


def _cells_json(cells: Iterable[Cell]) -> list[Json]:
    return [[cell.text, cell.key] for cell in cells]
