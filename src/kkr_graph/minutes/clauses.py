"""Sentences with the people in them masked, so that grammar can be matched around them.

"KKR Syd udpegede Anna Holm (A), Vejen, til Havnerådet" becomes "KKR Syd udpegede ⟦·____⟧ til
Havnerådet": as long as before, so that every position still holds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kkr_graph.language.people import PeopleReader, Presented

_FIRST_MARK = 0xE000  # private use: the n-th person is masked with the n-th character from here
ONE = r"⟦[\ue000-\uf8ff]_*⟧"
SOME = rf"{ONE}(?:(?:,? og|,? samt|,) {ONE})*"
_MARK = re.compile(r"⟦([\ue000-\uf8ff])_*⟧")
_PARTICULARS = re.compile(
    r"(?: ?\([^()\n]{1,40}\)){0,2}(?:,? (?P<place>[A-ZÆØÅ][\wæøåÆØÅ-]+(?: [Kk]ommune)?))?"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence with its people masked."""

    text: str
    people: tuple[Presented, ...]

    def named_in(self, start: int, end: int) -> Iterator[Presented]:
        """The people whose masks stand in ``[start, end)``."""
        for match in _MARK.finditer(self.text, start, end):
            yield self.people[ord(match[1]) - _FIRST_MARK]

    def person(self, masked: str) -> Presented:
        """The person behind one mask."""
        match = _MARK.search(masked)
        assert match is not None
        return self.people[ord(match[1]) - _FIRST_MARK]


def mask_people(sentence: str, reader: PeopleReader) -> Clause:
    """The clause of a sentence: a mask covers title, name, party and municipality."""
    people = reader.find(sentence)
    parts: list[str] = []
    at = 0
    for i, person in enumerate(people):
        stop = _stop(sentence, person, reader)
        parts.append(sentence[at : person.start])
        parts.append(f"⟦{chr(_FIRST_MARK + i)}{'_' * (stop - person.start - 3)}⟧")
        at = stop
    parts.append(sentence[at:])
    return Clause("".join(parts), people)


def _stop(sentence: str, person: Presented, reader: PeopleReader) -> int:
    """Where the particulars that belong to a name end."""
    match = _PARTICULARS.match(sentence, person.end)
    assert match is not None
    place = match["place"]
    if place is not None and reader.registry.municipality(place) is None:
        return (
            match.start("place")
            - len(sentence[person.end : match.start("place")])
            + len(sentence[person.end : match.start("place")].rstrip(" ,"))
        )
    return match.end()
