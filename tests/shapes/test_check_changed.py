"""A look at what has changed finds what a look at everything does."""

from io import BytesIO

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kkr_graph.model.difference import Difference
from kkr_graph.model.finding import Checked
from kkr_graph.shapes import check_changed, check_rules, check_structure
from tests.shapes.test_shapes import INVALID, ONTOLOGY, VALID, example

CONCEPTS = ox.serialize(
    (
        ox.Quad(each.subject, each.predicate, each.object, ox.NamedNode("urn:g"))
        for each in ox.parse(path=ONTOLOGY / "concepts.ttl")
    ),
    format=ox.RdfFormat.N_QUADS,
)
LINES = sorted(set(example(*VALID, *INVALID).splitlines(keepends=True)))
SUBJECTS = sorted({line.split()[0] for line in LINES})
PARTS = {
    subject: [line for line in LINES if line.startswith(subject + b" ")] for subject in SUBJECTS
}


def whole(lines):
    """What a look at everything finds."""
    return check_rules(store_of(lines), check_structure(BytesIO(b"".join(sorted(lines)))))


def store_of(lines):
    store = ox.Store()
    quads = list(ox.parse(b"".join(lines), format=ox.RdfFormat.N_QUADS))
    store.extend([*quads, *(ox.Quad(q.subject, q.predicate, q.object) for q in quads)])
    return store


def moved(line, other):
    """A line that says the same of something else."""
    return other + line[line.index(b" ") :]


@st.composite
def graphs(draw):
    """Most of the examples: without some things, without some lines, with some said of others."""
    lines = set(LINES)
    for subject in draw(st.sets(st.sampled_from(SUBJECTS), max_size=12)):
        lines -= set(PARTS[subject])
    lines -= draw(st.sets(st.sampled_from(LINES), max_size=12))
    for line in draw(st.sets(st.sampled_from(LINES), max_size=3)):
        lines.add(moved(line, draw(st.sampled_from(SUBJECTS))))
    return lines | set((CONCEPTS or b"").splitlines(keepends=True))


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(before=graphs(), after=graphs())
def test_the_same_is_found(before, after):
    earlier = whole(before)
    change = Difference.between(before, after)
    found = check_changed(earlier, change, store_of(before), store_of(after))
    assert found == whole(after)


@pytest.mark.parametrize("file", INVALID, ids=lambda file: file.stem)
def test_what_breaks_a_shape_is_found_when_it_comes_and_forgotten_when_it_goes(file):
    concepts = (CONCEPTS or b"").splitlines(keepends=True)
    fine, broken = ({*example(*more).splitlines(keepends=True), *concepts} for more in ((), [file]))
    stores = [store_of(fine), store_of(broken)]
    found = check_changed(Checked(), Difference.between(fine, broken), *stores)
    assert found == whole(broken)
    assert {finding.code for finding in found.findings} == {file.stem}
    assert check_changed(found, Difference.between(broken, fine), *stores[::-1]) == Checked()
