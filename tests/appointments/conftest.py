"""A reader of lists with the project's own registry and lexicon: a test hands it a text."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kkr_graph.appointments import is_list, parse_list
from kkr_graph.lookups import read_lexicon
from kkr_graph.minutes import SentenceTeller
from kkr_graph.model.extract import Extract
from kkr_graph.registry import read_registry
from kkr_graph.text import lay_out
from tests.sources.reading import read_here

DATA = Path(__file__).parents[2] / "data"
REGISTRY = read_registry(DATA / "registry")
LEXICON = read_lexicon(DATA / "curation" / "lookups")


@pytest.fixture(scope="session")
def read() -> Callable[[str | bytes], Extract]:
    """Reads a text, or the bytes of a file, as a list."""
    return lambda content: parse_list(lay_out(_source(content)), REGISTRY, LEXICON, SentenceTeller)


@pytest.fixture(scope="session")
def seems_list() -> Callable[[str | bytes], bool]:
    """Whether a text, or the bytes of a file, is taken for a list."""
    return lambda content: is_list(lay_out(_source(content)), REGISTRY, LEXICON)


def _source(content):
    return read_here(content.encode() if isinstance(content, str) else content, "appointments/a")
