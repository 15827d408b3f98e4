"""What is shown of a text in which words were found: as much as shows them, and where they stand."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kkr_graph.model.names import on_one_line, spelt_out

SHORTEST_PART = 3  # characters: what an index of parts of words is made of
_AROUND = 60  # characters shown before what was found
_SHOWN = 200
_WORD = re.compile(r"\w+")
_spelt_out = lru_cache(1 << 14)(spelt_out)  # the texts that are found share most of their words


def words_of(typed: str) -> list[str]:
    """The words that are looked for, with Danish letters spelt out."""
    return _WORD.findall(spelt_out(typed))


def place_of(text: str, words: Sequence[str]) -> int:
    """Where the first of the words that stands in a text begins; -1 where none does."""
    found = (place for word in words if (place := _place(text, word)) >= 0)
    return min(found, default=-1)


def excerpt(text: str, words: Sequence[str]) -> str:
    """As much of a text as shows the first of the words, on one line."""
    line = on_one_line(text)
    at = max(place_of(line, words), 0)
    start = line.rfind(" ", 0, at - _AROUND) + 1 if at > _AROUND else 0
    piece = line[start : start + _SHOWN]
    return f"{'… ' if start else ''}{piece}{' …' if start + _SHOWN < len(line) else ''}"


def marked(text: str, typed: str) -> Iterator[tuple[str, bool]]:
    """A text in parts, with those words marked that hold what was typed."""
    words, done = words_of(typed), 0
    for match in _WORD.finditer(text):
        if any(word in _spelt_out(match[0]) for word in words):
            yield text[done : match.start()], False
            yield match[0], True
            done = match.end()
    yield text[done:], False


def _place(text: str, word: str) -> int:
    starts = (match.start() for match in _WORD.finditer(text) if word in _spelt_out(match[0]))
    return next(starts, -1)
