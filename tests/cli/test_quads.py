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


_TEXT = 'se <https://w3id.org/kkr/ns#Meeting> .\n"og" <https://w3id.org/kkr/ns#x'


@pytest.mark.parametrize("suffix", ["ttl", "trig", "jsonld"])
def test_what_looks_like_a_name_in_a_text_is_left_as_it_is(suffix):
    texts = [
        ox.Literal(_TEXT),
        ox.Literal(_TEXT, language="da"),
        ox.Literal(_TEXT, datatype=ox.NamedNode("https://w3id.org/kkr/ns#Meeting")),
    ]
    thing, said = ox.NamedNode("https://e.dk/1"), ox.NamedNode("https://w3id.org/kkr/ns#text")
    quads = [ox.Quad(thing, said, text, ox.NamedNode("https://e.dk/g")) for text in texts]
    written = to_format(ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"", suffix)
    form = ox.RdfFormat.from_extension(suffix)
    assert form is not None
    assert {quad.object for quad in ox.parse(written, format=form)} == set(texts)


@pytest.mark.parametrize(
    "written",
    [
        r"\"q\" \\ \n\t\r\b\f",
        r"\u00e6\u0007",
        r"\U0001F600 \'",
        r"C:\\Users \\'",
        "æøå 😀",
        "\t\x7f",
    ],
)
def test_json_ld_has_every_text_as_it_was(written):
    quads = f'<https://e.dk/1> <https://e.dk/p> "{written}"@da <https://e.dk/g> .\n'.encode()
    [read] = ox.parse(to_format(quads, "jsonld"), format=ox.RdfFormat.JSON_LD)
    [said] = ox.parse(quads, format=ox.RdfFormat.N_QUADS)
    assert read == said


def test_json_ld_is_short_and_has_a_line_for_each_thing():
    lines = to_format(QUADS, "jsonld").decode().splitlines()
    anna = [
        line
        for line in lines
        if line.startswith('{"@id":"https://data.example.org/kkr/id/person/anna-holm"')
    ]
    assert anna
    assert all(line.startswith("{") and line.rstrip(",").endswith("}") for line in anna)
    assert any('"rdf:type":[{"@id":"foaf:Person"}]' in line for line in anna)
