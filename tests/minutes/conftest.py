"""A reader with the project's own registry and lexicon: a test hands it a text."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kkr_graph.lookups import read_lexicon
from kkr_graph.minutes import parse_minutes
from kkr_graph.model.extract import Extract
from kkr_graph.model.lexicon import Lexicon
from kkr_graph.model.registry import Registry
from kkr_graph.registry import read_registry
from tests.text.layers import layer_of

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="session")
def registry() -> Registry:
    return read_registry(DATA / "registry")


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return read_lexicon(DATA / "curation" / "lookups")


@pytest.fixture(scope="session")
def read(registry: Registry, lexicon: Lexicon) -> Callable[[str], Extract]:
    """Reads a text as the document ``referat.txt``."""
    return lambda text: parse_minutes(layer_of(text), registry, lexicon)
