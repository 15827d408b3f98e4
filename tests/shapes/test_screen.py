"""The quick look before pySHACL must let nothing through that pySHACL would find."""

from io import BytesIO

import pyoxigraph as ox
import pyshacl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, SH, XSD

from kkr_graph.model.lines import SortedLines
from kkr_graph.shapes.nodes import SortedNodes, StoredNodes
from kkr_graph.shapes.screen import Screen
from kkr_graph.vocab import KKR, KKRC
from tests.shapes.test_shapes import INVALID, SHAPES, VALID, example

CORE = Graph()
CORE += (triple for triple in SHAPES if (triple[0], SH.sparql, None) not in SHAPES)
SCREEN = Screen(CORE)
LINES = example(*VALID).decode().splitlines()
STRANGE = (
    '""', '""@da', '"x"', '"x"@en', f'"0"^^<{XSD.integer}>', f'"-1"^^<{XSD.integer}>',
    f'"x"^^<{XSD.integer}>', f'"1999-01-01"^^<{XSD.date}>',
    f'"1999-01-01T00:00:00"^^<{XSD.dateTime}>', f"<{KKRC.chair}>", f"<{KKR.Tenure}>", "<urn:none>",
)  # fmt: skip


def sorted_nodes(nquads: bytes) -> SortedNodes:
    """The nodes of N-Quads, whose lines come in any order."""
    lines = sorted(line + b"\n" for line in nquads.splitlines())
    return SortedNodes(SortedLines(BytesIO(b"".join(lines))))


def broken(nquads: bytes) -> set[str]:
    """What pySHACL finds when it looks at every node."""
    data = Graph()
    text = "".join(f"{quad.triple} .\n" for quad in ox.parse(nquads, format=ox.RdfFormat.N_QUADS))
    data.parse(data=text, format="nt")
    _, report, _ = pyshacl.validate(data, shacl_graph=CORE, inplace=True)
    results = report.subjects(RDF.type, SH.ValidationResult)
    return {report.value(result, SH.focusNode).n3() for result in results}


CHANGES = st.lists(
    st.tuples(
        st.sampled_from(("remove", "replace", "add", "move")),
        st.integers(0, len(LINES) - 1),
        st.sampled_from(STRANGE),
        st.integers(0, len(LINES) - 1),
    ),
    min_size=1,
    max_size=6,
)


def changed(changes) -> bytes:
    """The valid examples with some lines gone, given another value, or said of something else."""
    lines = list(LINES)
    for change, place, strange, another in changes:
        at = place % len(lines)
        subject, predicate, rest = lines[at].split(" ", 2)
        graph = rest.rsplit(" ", 2)[1]
        match change:
            case "remove":
                del lines[at]
            case "replace":
                lines[at] = f"{subject} {predicate} {strange} {graph} ."
            case "add":
                lines.append(f"{subject} {predicate} {strange} {graph} .")
            case _:
                other = lines[another % len(lines)].split(" ", 1)[0]
                lines[at] = f"{other} {predicate} {rest}"
    return "\n".join(lines).encode()


def test_a_day_that_is_none_is_suspected():
    """Not held against pySHACL, which cannot compare it with another day."""
    at, line = next((at, line) for at, line in enumerate(LINES) if f"<{KKR.lastSeen}>" in line)
    subject, predicate, rest = line.split(" ", 2)
    spoiled = f'{subject} {predicate} "2025-02-30"^^<{XSD.date}> {rest.rsplit(" ", 2)[1]} .'
    lines = [*LINES[:at], spoiled, *LINES[at + 1 :]]
    assert subject in SCREEN.suspects(sorted_nodes("\n".join(lines).encode()))


@settings(max_examples=15, deadline=None)
@given(CHANGES)
def test_whatever_is_changed_what_pyshacl_finds_was_suspected(changes):
    nquads = changed(changes)
    assert broken(nquads) <= SCREEN.suspects(sorted_nodes(nquads))


@pytest.mark.parametrize("file", INVALID, ids=lambda file: file.stem)
def test_what_an_example_breaks_was_suspected_and_little_else(file):
    found, suspected = broken(example(file)), SCREEN.suspects(sorted_nodes(example(file)))
    assert found <= suspected
    assert len(suspected) <= len(found) + 2


@pytest.mark.parametrize("file", VALID, ids=lambda file: file.stem)
def test_where_nothing_is_wrong_nothing_is_suspected(file):
    assert SCREEN.suspects(sorted_nodes(example(file))) == set()


def test_a_constraint_that_the_screen_does_not_know_is_an_error():
    shapes = Graph()
    shape = URIRef("urn:shape")
    shapes.add((shape, RDF.type, SH.NodeShape))
    shapes.add((shape, SH.targetClass, URIRef(KKR.Tenure)))
    shapes.add((shape, SH.uniqueLang, Literal(True)))
    with pytest.raises(ValueError, match="uniqueLang"):
        Screen(shapes)


def test_of_a_node_only_what_shapes_look_at_is_asked_of_a_store(monkeypatch):
    quads = list(ox.parse(example(*VALID, *INVALID), format=ox.RdfFormat.N_QUADS))
    store = ox.Store()
    store.extend(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
    monkeypatch.setattr(StoredNodes, "said", None)  # all that is said, which of some is very much
    some = {str(quad.subject) for quad in quads}
    every = SCREEN.suspects(sorted_nodes(example(*VALID, *INVALID)))
    assert SCREEN.suspects_among(StoredNodes(store), some) == every & some
