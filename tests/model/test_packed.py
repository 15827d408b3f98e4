"""Records as JSON and back: the same value, and nothing else is taken for one."""

import json
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_graph.config import Config
from kkr_graph.documents import read_document
from kkr_graph.model.extract import Extract
from kkr_graph.model.packed import pack, unpack
from kkr_graph.rdf import Positions, Reading
from tests.pipeline.folder import OCTOBER, make

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda parts: st.lists(parts, max_size=4),
    max_leaves=8,
)


@pytest.fixture(scope="module")
def reading(tmp_path_factory):
    folder = make(tmp_path_factory.mktemp("packed"), {"a.txt": OCTOBER})
    extract = read_document(folder / "minutes" / "a.txt", Config(data=folder))
    return Reading(extract=extract, positions=Positions(array("L", [0, 8, 9]), (0,)))


def test_a_reading_comes_back_as_it_was(reading):
    assert unpack(Reading, json.loads(json.dumps(pack(reading)))) == reading


@given(st.data())
def test_a_reading_with_anything_put_in_is_refused_or_a_reading(reading, data):
    """What is read back never holds a value of a type that the record does not have."""
    packed = json.loads(json.dumps(pack(reading)))
    at = packed
    while isinstance(at, list) and at and data.draw(st.booleans()):
        inner = at[data.draw(st.integers(0, len(at) - 1))]
        if not isinstance(inner, list) or not inner:
            break
        at = inner
    at[data.draw(st.integers(0, len(at) - 1))] = data.draw(JSON)
    try:
        again = unpack(Reading, packed)
    except ValueError:
        return
    assert json.loads(json.dumps(pack(again))) == packed


@pytest.mark.parametrize("packed", [None, 1, "x", {}, [], [[]], [None] * 10])
def test_what_is_no_extract_is_refused(packed):
    with pytest.raises(ValueError, match=r"no|not"):
        unpack(Extract, packed)
