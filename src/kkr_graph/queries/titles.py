"""Titles as documents write them beside a name: ``Borgmester``, ``1. viceborgmester``, ``direktør``.

They are no roles in a body, and no list of them is complete. What somebody asks for is a word of one
of them, in whatever form: ``borgmestrene`` are whoever is called ``borgmester``.
"""

import re
from collections.abc import Iterator

from kkr_graph.errors import QueryError, UnknownName
from kkr_graph.model.names import fold
from kkr_graph.queries.phrasing import phrasing
from kkr_graph.store import Graph

_TITLES = "SELECT DISTINCT ?title WHERE { ?seen kkr:title ?title }"
_HELD = "SELECT DISTINCT ?role WHERE { ?held a kkr:Tenure ; org:role ?role }"
_ROLES = {"mayor": "borgmester", "deputy-mayor": "viceborgmester"}
_ENDINGS = ("erne", "ene", "en", "et", "er", "ne", "n", "e")
_SHORTEST = 3  # letters of a word without its ending


class Titles:
    """The titles that the documents of a graph give anybody."""

    def __init__(self, graph: Graph) -> None:
        given = (row["title"].value for row in graph.select(_TITLES).rows)
        held = (row["role"].value.rpartition("/")[2] for row in graph.select(_HELD).rows)
        self._words = [_in_words(title) for title in given]
        self._words += [_in_words(_ROLES[role]) for role in held if role in _ROLES]

    def find(self, typed: str) -> str:
        """The words to look for in titles.

        Raises:
            UntoldTitle: it is a title, and no document gives anybody it.
            NoTitle: no title has them.
        """
        for form in _forms(typed):
            if any(f" {form} " in words for words in self._words):
                return form
        if fold(typed) in phrasing().titles:
            raise UntoldTitle(typed)
        raise NoTitle(typed, ["nogen titel"])


class NoTitle(UnknownName):
    """What was taken for a title is none; in a question in Danish that says nothing."""


class UntoldTitle(QueryError):
    """A title that no document gives anybody: that is not to say that nobody has it."""

    def __init__(self, title: str) -> None:
        super().__init__(
            f"Ingen af de indlæste dokumenter siger, hvem der er {title}.",
            "Spørg »Hvilke titler er nævnt?«, eller søg efter kommunen: dens side viser, hvem der sidder hvor.",
        )


def _in_words(title: str) -> str:
    return f" {' '.join(re.sub(r'[.,;:()/]', ' ', title.casefold()).split())} "


def _forms(typed: str) -> Iterator[str]:
    """What was typed, as titles are written, and then without what makes it definite or many."""
    written = _in_words(typed).strip()
    if not written:
        return
    yield phrasing().titles.get(fold(typed), written)
    for ending in _ENDINGS:
        short = written.removesuffix(ending)
        if short != written and len(short) >= _SHORTEST:
            yield short
