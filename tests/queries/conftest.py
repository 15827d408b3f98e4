from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest

from kkr_graph.queries import load_queries
from kkr_graph.queries.questions import understand
from kkr_graph.store.embedded import open_graph

FIXTURE = Path(__file__).with_name("fixture.trig")


@pytest.fixture(scope="session")
def graph(tmp_path_factory):
    """The fixture as it would lie in a build folder of which only the canonical copy is left."""
    folder = tmp_path_factory.mktemp("build")
    quads = sorted(f"{quad} .\n" for quad in ox.parse(path=str(FIXTURE)))
    (folder / "graph.nq").write_text("".join(quads), encoding="utf-8")
    return open_graph(folder)


@pytest.fixture(scope="session")
def queries():
    return load_queries()


@pytest.fixture
def now():
    """A day on which the fixture's people hold their posts."""
    return date(2025, 11, 1)


@pytest.fixture
def ask(graph, queries, now):
    """The question that a free text was understood as, and what it was asked with."""

    def asked(question):
        understood = understand(graph, queries, question, now=now)
        return understood.query.name, dict(understood.arguments)

    return asked


@pytest.fixture
def with_more(tmp_path):
    """The graph of the fixture with more in it."""

    def opened(more):
        quads = {f"{quad} .\n" for quad in ox.parse(path=str(FIXTURE))}
        quads |= {f"{quad} .\n" for quad in ox.parse(more, format=ox.RdfFormat.TRIG)}
        (tmp_path / "graph.nq").write_text("".join(sorted(quads)), encoding="utf-8")
        return open_graph(tmp_path)

    return opened
