"""What tells people of one name apart: the party and the municipality that they were met with."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from kkr_graph.model.names import danish_sort_key, fold, told_apart
from kkr_graph.model.solutions import Term
from kkr_graph.queries.binding import serialise
from kkr_graph.store import Graph

_SEPARATORS = re.compile(r"[(),;/]")
_BETWEEN = frozenset(("fra", "for", "kommune"))
_SEATS = """
SELECT DISTINCT ?person ?is_place ?label ?letter WHERE {{
  VALUES ?person {{ {people} }}
  ?fact kkr:participant|org:member ?person .
  {{ ?fact kkr:politicalAffiliation ?of BIND(false AS ?is_place) }} UNION
  {{ ?fact kkr:represents|kkr:fromMunicipality ?of . ?of a kkr:Municipality BIND(true AS ?is_place) }}
  ?of skos:prefLabel ?label
  OPTIONAL {{ ?of kkr:listLetter ?letter }}
}}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """The parties and municipalities of somebody, each as it is shown and as it may be written."""

    shown: tuple[str, ...] = ()  # "A", "Esbjerg"
    words: frozenset[str] = frozenset()  # folded

    def called(self, name: str) -> str:
        """The name with them."""
        return told_apart(name, *self.shown)


NO_SEAT = Seat()
Seats: TypeAlias = Callable[[Collection[str]], Mapping[str, Seat]]
"""Gives the seats of some people, by IRI; whoever has none may be left out."""


def no_seats(_: Collection[str]) -> Mapping[str, Seat]:
    """Where nobody is known to have one."""
    return {}


def seats_in(graph: Graph) -> Seats:
    """Those that a graph knows."""

    def seats(people: Collection[str]) -> Mapping[str, Seat]:
        written = " ".join(serialise(Term(value=iri, is_iri=True)) for iri in sorted(people))
        found: dict[str, list[tuple[str, str, str]]] = {}
        for row in graph.select(_SEATS.format(people=written)).rows:
            label = row["label"].value
            letter = row["letter"].value if "letter" in row else ""
            told = (row["is_place"].value, letter or label, label)
            found.setdefault(row["person"].value, []).append(told)
        return {iri: _seat(told) for iri, told in found.items()}

    return seats


def _seat(told: Iterable[tuple[str, str, str]]) -> Seat:
    parts = sorted(set(told), key=lambda each: (each[0], danish_sort_key(each[1])))
    shown = ["/".join(each[1] for each in parts if each[0] == which) for which in ("false", "true")]
    return Seat(
        shown=tuple(filter(None, shown)),
        words=frozenset(word for each in parts for said in each[1:] for word in fold(said).split()),
    )


def parted(typed: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Every way to take what was typed for a folded name with what is said of its bearer.

    As "Bo Lund (A)", "Bo Lund, Esbjerg" or "Bo Lund fra Esbjerg Kommune", the longest name first.
    """
    words = fold(_SEPARATORS.sub(" ", typed)).split()
    for end in range(len(words) - 1, 0, -1):
        said = frozenset(words[end:]) - _BETWEEN
        if said:
            yield " ".join(words[:end]), said
