"""Sentences with the people in them masked, so that grammar can be matched around them.

"KKR Syd udpegede Anna Holm (A), Vejen, til Havnerådet" becomes "KKR Syd udpegede ⟦·____⟧ til
Havnerådet": as long as before, so that every position still holds.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kkr_graph.language.people import PeopleReader, Presented
from kkr_graph.model.names import fold

_FIRST_MARK = 0xE000  # private use: the n-th person is masked with the n-th character from here
ONE = r"⟦[\ue000-\uf8ff]_*⟧"
SOME = rf"{ONE}(?:(?:,? og|,? samt|,) {ONE})*"
_MARK = re.compile(r"⟦([\ue000-\uf8ff])_*⟧")
_PARTICULARS = re.compile(
    r"(?: ?\([^()\n]{1,40}\)){0,2}(?:,? (?P<place>[A-ZÆØÅ][\wæøåÆØÅ-]+(?: [Kk]ommune)?))?"
)
_PRONOUN = re.compile(r"(?<!\w)(?:Han|Hun|han|hun)(?!\w)")  # as long as the shortest mask
# an office in apposition: "Anna Holm (A), borgmester i Vejen Kommune, indtræder"
_APPOSITION = re.compile(
    r", (?P<title>[a-zæøå.-]+(?: [a-zæøå.-]+)?)(?: (?:i|for|fra|ved|hos) (?P<where>[A-ZÆØÅ][\w’'-]*(?: [A-ZÆØÅ][\w’'-]*| [Kk]ommune){0,3}))?(?=,|\.?$| og )"
)
_LED = re.compile(r"\b(?:[Ss]om|[Tt]il) (?:[a-zæøå]+ ){0,2}$")
_FROM = re.compile(r",? fra (?P<place>[A-ZÆØÅ][\wæøåÆØÅ-]+(?: [Kk]ommune)?)")


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence with its people masked."""

    text: str
    people: tuple[Presented, ...]

    def named_in(self, start: int, end: int) -> Iterator[Presented]:
        """The people whose masks stand in ``[start, end)``."""
        for match in _MARK.finditer(self.text, start, end):
            yield self.people[ord(match[1]) - _FIRST_MARK]

    def start_of(self, person: Presented) -> int:
        """Where a person's mask begins."""
        return self.text.index(f"⟦{chr(_FIRST_MARK + self.people.index(person))}")

    def end_of(self, person: Presented) -> int:
        """Where a person's mask ends."""
        return self.text.index("⟧", self.start_of(person)) + 1

    def person(self, masked: str) -> Presented:
        """The person behind one mask."""
        match = _MARK.search(masked)
        assert match is not None
        return self.people[ord(match[1]) - _FIRST_MARK]


@dataclass(frozen=True, slots=True)
class Followed:
    """Pronouns are followed: to the one person before them in the sentence, else to ``named``."""

    named: Presented | None = None  # the only person of the sentence before


def mask_people(sentence: str, reader: PeopleReader, pronouns: Followed | None = None) -> Clause:
    """The clause of a sentence: a mask covers title, name, party and municipality."""
    found = [
        (_start(sentence, person, reader), _stop(sentence, person, reader), person)
        for person in reader.find(sentence)
    ]
    if pronouns is not None:
        found = sorted([*found, *_followed(sentence, found, pronouns)], key=lambda one: one[0])
    parts: list[str] = []
    at = 0
    for i, (start, stop, _) in enumerate(found):
        parts.append(sentence[at:start])
        parts.append(f"⟦{chr(_FIRST_MARK + i)}{'_' * (stop - start - 3)}⟧")
        at = stop
    parts.append(sentence[at:])
    return Clause("".join(parts), tuple(person for _, _, person in found))


def _followed(
    sentence: str, found: Sequence[tuple[int, int, Presented]], pronouns: Followed
) -> Iterator[tuple[int, int, Presented]]:
    """Pronouns that can mean one person only, each with that person."""
    for match in _PRONOUN.finditer(sentence):
        before = {fold(person.name): person for start, _, person in found if start < match.start()}
        meant = pronouns.named if not before else next(iter(before.values()))
        if meant is not None and len(before) <= 1:
            yield match.start(), match.end(), meant


def _start(sentence: str, person: Presented, reader: PeopleReader) -> int:
    """Where a mask begins: "som medlem" before a name is no title."""
    led = _LED.search(sentence, max(0, person.start - 40), person.start)
    if person.title and reader.is_role(person.title) and led is not None:
        return person.end - len(person.name)
    return person.start


def _stop(sentence: str, person: Presented, reader: PeopleReader) -> int:
    """Where the particulars that belong to a name end."""
    match = _PARTICULARS.match(sentence, person.end)
    assert match is not None
    stop = _stop_at_place(sentence, person, reader, match)
    origin = _FROM.match(sentence, stop)
    if origin is not None and reader.registry.municipality(origin["place"]):
        stop = origin.end()
    apposition = _APPOSITION.match(sentence, stop)
    if (
        apposition is not None
        and reader.is_title(apposition["title"])
        and not reader.is_role(apposition["title"])
    ):
        return apposition.end()
    return stop


def _stop_at_place(
    sentence: str, person: Presented, reader: PeopleReader, match: re.Match[str]
) -> int:
    place = match["place"]
    if place is not None and reader.registry.municipality(place) is None:
        return (
            match.start("place")
            - len(sentence[person.end : match.start("place")])
            + len(sentence[person.end : match.start("place")].rstrip(" ,"))
        )
    return match.end()
