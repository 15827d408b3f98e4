"""The graph in other formats says the same, in the same bytes."""

import os
import subprocess
import sys

import pyoxigraph as ox
import pytest

from kkr_graph.cli.quads import to_format
from kkr_graph.config import packaged

SAMPLE = packaged("ontology", "ontology") / "examples" / "ground.trig"
QUADS = ox.serialize(ox.parse(path=SAMPLE), format=ox.RdfFormat.N_QUADS) or b""
FORMATS = {"trig": ox.RdfFormat.TRIG, "jsonld": ox.RdfFormat.JSON_LD}


def statements(content, form):
    return {str(quad) for quad in ox.parse(content, format=form)}


@pytest.mark.parametrize("suffix", sorted(FORMATS))
def test_every_quad_is_there(suffix):
    written = to_format(QUADS, suffix)
    assert statements(written, FORMATS[suffix]) == statements(QUADS, ox.RdfFormat.N_QUADS)


def test_turtle_has_every_triple_once():
    twice = QUADS + QUADS.replace(b"/graph/derived>", b"/graph/andet>")
    read = list(ox.parse(to_format(twice, "ttl"), format=ox.RdfFormat.TURTLE))
    expected = {
        (quad.subject, quad.predicate, quad.object)
        for quad in ox.parse(QUADS, format=ox.RdfFormat.N_QUADS)
    }
    assert {(quad.subject, quad.predicate, quad.object) for quad in read} == expected
    assert len(read) == len(expected)


@pytest.mark.parametrize("suffix", ["ttl", "trig", "jsonld"])
def test_another_order_and_another_run_give_the_same_bytes(suffix):
    mixed = b"".join(reversed(QUADS.splitlines(keepends=True)))
    program = (
        "import sys; from kkr_graph.cli.quads import to_format; "
        f"sys.stdout.buffer.write(to_format(sys.stdin.buffer.read(), {suffix!r}))"
    )
    again = subprocess.run(
        [sys.executable, "-c", program],
        input=mixed,
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "7"},
    )
    assert again.stdout == to_format(QUADS, suffix)


def test_turtle_is_short_and_begins_with_what_a_thing_is():
    written = to_format(QUADS, "ttl").decode()
    assert "@prefix kkr: <https://w3id.org/kkr/ns#> .\n" in written
    assert "/id/person/anna-holm> a foaf:Person ;" in written


def test_an_empty_graph_can_be_written():
    for suffix in ("nq", "ttl", "trig", "jsonld"):
        assert b"kkr:build" not in to_format(b"", suffix)


def test_nquads_are_copied():
    assert to_format(QUADS, "nq") == QUADS
