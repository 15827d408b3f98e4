"""Positions: the same from run to run, and labels that can be read."""

import subprocess
import sys
from dataclasses import replace
from itertools import combinations
from math import hypot
from statistics import fmean

import pytest

from kkr_graph.network.elements import Edge, EdgeKind, Network, Node, NodeKind
from kkr_graph.network.layout import (
    Place,
    Spot,
    bows,
    label_lines,
    places,
    role_spots,
    written_roles,
)
from kkr_graph.network.projection import project
from kkr_graph.network.views import View, ViewKind
from tests.network.sample import COUNCIL, DAY, council_sample


def council() -> Network:
    return project(council_sample().graph, View(kind=ViewKind.FORUM, focus=COUNCIL))


def node(name: str) -> Node:
    return Node(id=name, kind=NodeKind.PERSON, label=name)


def edge(source: str, target: str, id_: str | None = None) -> Edge:
    return Edge(
        id=id_ or f"{source}-{target}",
        source=source,
        target=target,
        kind=EdgeKind.TENURE,
        role="medlem",
        from_=DAY,
    )


def network(*names: str, edges: tuple[Edge, ...] = ()) -> Network:
    return Network(title="Prøve", nodes=tuple(map(node, names)), edges=edges)


def overlap(one: Place, other: Place) -> bool:
    beside = one.right <= other.left or other.right <= one.left
    return not (beside or one.bottom <= other.top or other.bottom <= one.top)


def crowd(size: int) -> Network:
    """Everybody in one of five bodies, and some in two."""
    names = [f"Person nummer {at}" for at in range(size)]
    bodies = [f"Organ {at}" for at in range(5)]
    edges = [edge(name, bodies[at % 5]) for at, name in enumerate(names)]
    edges += [edge(name, bodies[(at + 1) % 5]) for at, name in enumerate(names) if at % 4 == 0]
    return network(*names, *bodies, edges=tuple(edges))


@pytest.mark.parametrize("drawn", [council(), crowd(145)], ids=["council", "150 nodes"])
def test_no_label_covers_another(drawn):
    where = places(drawn).values()
    assert not [pair for pair in combinations(where, 2) if overlap(*pair)]


def test_the_picture_is_the_same_in_another_process():
    code = (
        "from tests.network.test_layout import council, places;"
        "print(sorted((i, p.x, p.y) for i, p in places(council()).items()))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_groups_that_do_not_hang_together_stand_beside_each_other():
    drawn = network("a", "b", "c", "d", "e", edges=(edge("a", "b"), edge("c", "d")))
    where = places(drawn)
    assert set(where) == set("abcde")
    assert not [pair for pair in combinations(where.values(), 2) if overlap(*pair)]
    assert max(abs(place.x) for place in where.values()) < 300


@pytest.mark.parametrize("names", [(), ("alene",)], ids=["none", "one"])
def test_hardly_anything_can_be_placed(names):
    assert len(places(network(*names))) == len(names)


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        ("Anne Bo (A)", ("Anne Bo\u00a0(A)",)),
        ("Det Regionale Arbejdsmarkedsråd", ("Det Regionale", "Arbejdsmarkedsråd")),
        ("Danmarks Erhvervsfremmebestyrelse", ("Danmarks", "Erhvervsfremmebestyrelse")),
        ("", ("",)),
    ],
    ids=["letter stays", "balanced", "long word", "empty"],
)
def test_labels_are_broken_between_words(label, lines):
    assert label_lines(label) == lines


def test_a_role_is_written_where_it_covers_no_label():
    ends = {
        "a": Place(x=0, y=0, radius=14, lines=("a",)),
        "b": Place(x=1000, y=0, radius=14, lines=("b",)),
        "c": Place(x=500, y=-15, radius=14, lines=("Midt på stregen",)),
    }
    drawn = network("a", "b", "c", edges=(edge("a", "b"),))
    alone = role_spots(drawn, {name: ends[name] for name in "ab"})
    assert alone == {"a-b": Spot(along=0.5, is_free=True)}
    assert role_spots(drawn, ends)["a-b"].along != 0.5


def test_of_many_roles_the_commonest_is_not_written_at_every_edge():
    few = network("a", "b", edges=tuple(edge("a", "b", str(at)) for at in range(40)))
    chair = replace(edge("b", "a", "chair"), role="formand")
    spots = {each.id: Spot(along=0.5, is_free=True) for each in (*few.edges, chair)}
    assert len(written_roles(few, spots)) == 40
    assert len(written_roles(few, {**spots, "7": Spot(along=0.5, is_free=False)})) == 39
    many = replace(few, edges=(*few.edges, chair))
    assert written_roles(many, spots) == {"chair"}
    crowded = {**spots, "chair": Spot(along=0.5, is_free=False)}
    assert written_roles(many, crowded) == frozenset()


def test_edges_between_the_same_two_nodes_bow_apart():
    drawn = network("a", "b", edges=(edge("a", "b", "1"), edge("a", "b", "2"), edge("b", "a", "3")))
    assert sorted(bows(drawn).values()) == [-0.16, 0.0, 0.16]
    assert bows(network("a", "b", edges=(edge("a", "b"),))) == {"a-b": 0.0}


def test_a_chain_stands_in_a_row_from_the_one_in_focus():
    drawn = network(*"abcd", edges=(edge("d", "c"), edge("c", "b"), edge("a", "b")))
    where = places(replace(drawn, focus="d"))
    assert sorted("abcd", key=lambda name: where[name].x) == list("dcba")
    heights = [place.y for place in where.values()]
    assert max(heights) - min(heights) < 60


def test_of_many_nodes_those_that_are_tied_stand_nearer_and_none_on_another():
    many = crowd(270)
    where = places(many)

    def apart(one: str, other: str) -> float:
        return hypot(where[one].x - where[other].x, where[one].y - where[other].y)

    tied = [apart(each.source, each.target) for each in many.edges]
    any_two = [apart(one, other) for one, other in combinations(where, 2)]
    assert fmean(tied) < 0.6 * fmean(any_two)
    assert not any(overlap(where[one], where[other]) for one, other in combinations(where, 2))
