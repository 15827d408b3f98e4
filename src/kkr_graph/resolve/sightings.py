"""A place where a document names somebody, as it is shown to a person who judges."""

from collections.abc import Callable
from typing import TypeAlias

from kkr_graph.model.extract import Document
from kkr_graph.model.names import on_one_line
from kkr_graph.model.review import Sighting
from kkr_graph.model.span import Passage

_LONGEST = 240  # characters of a quote

Locator: TypeAlias = Callable[[str, int], tuple[str, int]]
"""Where an offset of a document is, in the words of its readers (a page, a line, a row), and its line."""


def sighting(document: Document, passage: Passage, locate: Locator) -> Sighting:
    """A passage that names somebody, as it is shown to a person."""
    quote = on_one_line(passage.quote)
    place, line = locate(document.sha256, passage.start)
    return Sighting(
        document=document.name,
        body=document.body,
        day=document.date,
        place=place,
        line=line,
        sha256=document.sha256,
        quote=quote if len(quote) <= _LONGEST else f"{quote[: _LONGEST - 1]}…",
    )
