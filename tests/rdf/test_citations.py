"""Where evidence says that it stands."""

from array import array

import pytest
from pyoxigraph import Literal

from kkr_graph.iri import Minter
from kkr_graph.model.span import Passage
from kkr_graph.model.text import Place
from kkr_graph.rdf import Positions
from kkr_graph.rdf.citations import Citations
from kkr_graph.vocab import KKR

PLACES = (Place(0, "sidehoved"), Place(8, "afsnit 1"), Place(20, ""), Place(30, "ark A, række 2"))


@pytest.mark.parametrize(
    ("offset", "place"),
    [(0, "sidehoved"), (7, "sidehoved"), (8, "afsnit 1"), (25, None), (99, "ark A, række 2")],
)
def test_a_place_reaches_to_the_next(offset, place):
    assert Positions(array("L", [0]), places=PLACES).place(offset) == place


def test_evidence_tells_its_place_only_where_the_document_has_places():
    citations = Citations(Minter("https://example.org/"))
    citations.cite("a" * 64, Passage(9, 12, "Bo "))

    def told(positions):
        quads = citations.quads("a" * 64, positions)
        return [quad.object for quad in quads if quad.predicate.value == KKR.place]

    assert told(Positions(array("L", [0]), places=PLACES)) == [Literal("afsnit 1", language="da")]
    assert told(Positions(array("L", [0]))) == []
