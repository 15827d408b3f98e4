"""Things of the graph as pages read them: each is asked for once, since the graph does not change."""

import pytest

from kkr_graph.model.solutions import Solutions
from kkr_graph.store.embedded import EmbeddedGraph, open_graph
from kkr_graph.vocab import FOAF
from kkr_graph.web.reading import Nodes

ANNA, BO = (f"https://data.example.org/kkr/id/person/{name}" for name in ("anna-holm", "bo-lund"))
NOBODY = "https://data.example.org/kkr/id/person/findes-ikke"
PASSAGE = "https://data.example.org/kkr/id/evidence/b1"


class Asked(EmbeddedGraph):
    """A graph that remembers what it was asked."""

    questions: list[str]

    def select(self, sparql: str, *, limit: int | None = None) -> Solutions:
        self.questions.append(sparql)
        return super().select(sparql, limit=limit)


@pytest.fixture
def graph(build) -> Asked:
    asked = Asked(open_graph(build).store)
    asked.questions = []
    return asked


def test_a_thing_is_asked_for_once_whether_it_is_there_or_not(graph):
    nodes = Nodes(graph)
    first = nodes.describe([BO, ANNA, NOBODY])
    assert list(first) == [ANNA, BO]
    assert first[ANNA].first(FOAF.name) == "Anna Holm"
    asked = len(graph.questions)
    assert nodes.describe([NOBODY, ANNA, BO]) == first
    assert list(nodes.describe([BO])) == [BO]
    assert len(graph.questions) == asked


def test_a_passage_is_asked_for_once(graph):
    nodes = Nodes(graph)
    first = nodes.passages([PASSAGE])
    assert first[PASSAGE].quote
    asked = len(graph.questions)
    assert nodes.passages([PASSAGE]) == first
    assert len(graph.questions) == asked


def test_what_is_read_ahead_is_not_asked_for_again(graph):
    nodes = Nodes(graph)
    nodes.read_ahead()
    asked = len(graph.questions)
    assert nodes.ties([ANNA, BO]).parties[BO]
    assert len(graph.questions) == asked
