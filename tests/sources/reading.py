"""Reading a file in the process of the tests, for what cannot hurt it."""

from kkr_graph.model.text import Source
from kkr_graph.sources.document import make_source
from kkr_graph.sources.formats import find_format, read_format


def read_here(content: bytes, name: str = "minutes/a") -> Source:
    return make_source(read_format(find_format(content, name), content, name), content, name)
