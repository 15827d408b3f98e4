"""Sentences with the people in them masked, so that grammar can be matched around them.

"KKR Syd udpegede Anna Holm (A), Vejen, til Havnerådet" becomes "KKR Syd udpegede ⟦·____⟧ til
Havnerådet": as long as before, so that every position still holds.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kkr_graph.language.people import PeopleReader
from kkr_graph.language.presented import Presented
from kkr_graph.model.names import fold

_FIRST_MARK = 0xE000  # private use: the n-th person is masked with the n-th character from here
# marks have no case: to try that for each of them takes most of a pattern's making
ONE = r"⟦(?-i:[\ue000-\uf8ff])_*⟧"
# a comma is easily forgotten behind a bracket: "Anna Holm (A), Bo Lund (V) Eva Skov (F) og"
SOME = rf"{ONE}(?:(?:,? og|,? samt|,|(?<=⟧)) {ONE})*"
_MARK = re.compile(r"⟦([\ue000-\uf8ff])_*⟧")
_PARTICULARS = re.compile(
    r"(?: ?\((?!(?:fra|til|indtil|uden|pkt|punkt|sag|forlod|gik|mødte?|kom|ankom|deltog|deltager|var|ikke)\b)[^()\n]{1,40}\)){0,2}(?:,? (?P<place>[A-ZÆØÅ][\wæøåÆØÅ-]+(?: [Kk]ommune)?))?"
)
_PRONOUN = re.compile(r"(?<!\w)(?:[Hh]an|[Hh]un|ham|hende)(?!\w)")  # as long as the shortest mask
# "X er suppleant for ham": for somebody whom a sentence before named
_DEPUTY_AHEAD = re.compile(r"\b(?:[Ss]uppleant|[Ss]tedfortræder|[Ss]ubstitut)(?:en)? for $")
UNFOLLOWED = re.compile(r"(?<!\w)(?:han|hun)(?!\w)")  # a pronoun that may mean several
# "hvor Y afløser hende": not Y
_REPLACES_PRONOUN = re.compile(
    r"(?:afløser?|afløste|efterfølger?|efterfulgte|erstatte(?:r|de)?) (?:ham|hende)$"
)
_OF_WHOM = re.compile(r",? (?:som|der) [^.;]*, at $")
# an office in apposition: "Anna Holm (A), borgmester i Vejen Kommune, indtræder"
_LATTER = re.compile(r"\b(?:(?P<latter>sidstnævnte)|førstnævnte)\b")
_GIVEN = re.compile(r"(?<![\w-])[A-ZÆØÅ][\w-]{2,}(?![\w-])(?! [A-ZÆØÅ])")
_APPOSITION = re.compile(
    r", (?P<title>[A-ZÆØÅ]?[a-zæøå.-]+(?: [a-zæøå.-]+)?)(?: (?P<led>(?:i|for|fra|ved|hos|af) )?(?P<where>[A-ZÆØÅ][\w’'-]*(?: [A-ZÆØÅ][\w’'-]*| [Kk]ommune){0,3}(?: i [A-ZÆØÅ][\w-]+)?))?(?=,|\.?$| og | samt )"
)
# whose somebody is, before a verb: "direktør Bo Lund, Lunds Elteknik A/S, blev næstformand"
_COMPANY = re.compile(
    r",? [A-ZÆØÅ][\w&’'-]*(?: [A-ZÆØÅ&][\w&’'-]*){0,3} (?:A/S|ApS|I/S|P/S|K/S),?(?= (?:blev|bliver|er|var|valgtes|udpegedes|vælges|udpeges|indtræder|udtræder|afløser|fortsætter)\b)"
)
_TWO = 2
_LED = re.compile(r"\b(?:[Ss]om|[Tt]il) (?:[a-zæøå]+ ){0,2}$")
_FROM = re.compile(r",? fra (?P<place>[A-ZÆØÅ][\wæøåÆØÅ-]+(?: [Kk]ommune)?)")


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence with its people masked."""

    text: str
    people: tuple[Presented, ...]
    written: str  # the sentence as it stands

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
    known: Mapping[str, Presented] = field(default_factory=dict)  # by a given name that one has


def mask_people(sentence: str, reader: PeopleReader, pronouns: Followed | None = None) -> Clause:
    """The clause of a sentence: a mask covers title, name, party and municipality."""
    people = reader.find(sentence)
    ends = [*(person.start for person in people), len(sentence)][1:]
    found = [
        (_start(sentence, person, reader), _stop(sentence, person, reader, end), person)
        for person, end in zip(people, ends, strict=False)
    ]
    if pronouns is not None:
        found = sorted([*found, *_given(sentence, found, pronouns)], key=lambda one: one[0])
        found = sorted([*found, *_followed(sentence, found, pronouns)], key=lambda one: one[0])
    parts: list[str] = []
    at = 0
    for i, (start, stop, _) in enumerate(found):
        parts.append(sentence[at:start])
        parts.append(f"⟦{chr(_FIRST_MARK + i)}{'_' * (stop - start - 3)}⟧")
        at = stop
    parts.append(sentence[at:])
    return Clause("".join(parts), tuple(person for _, _, person in found), sentence)


def _followed(
    sentence: str, found: Sequence[tuple[int, int, Presented]], pronouns: Followed
) -> Iterator[tuple[int, int, Presented]]:
    """Pronouns that can mean one person only, each with that person."""
    for match in _LATTER.finditer(sentence):
        earlier = [person for start, _, person in found if start < match.start()]
        if len(earlier) > 1:
            yield match.start(), match.end(), earlier[-1 if match["latter"] else -2]
    for match in _PRONOUN.finditer(sentence):
        so_far = [one for one in found if one[0] < match.start()]
        before = {fold(person.name): person for _, _, person in so_far}
        meant = pronouns.named if not before else next(iter(before.values()))
        if len(before) > 1:  # "Y, som meddelte, at han trækker sig": of whom the clause tells
            _, stop, last = so_far[-1]
            meant = last if _OF_WHOM.match(sentence, stop, match.start()) else None
            if len(before) == _TWO and _REPLACES_PRONOUN.search(sentence, 0, match.end()):
                meant = next(one for name, one in before.items() if name != fold(last.name))
        follows = any(0 < start - match.end() <= 3 for start, _, _ in found)
        if before and not follows and _DEPUTY_AHEAD.search(sentence, 0, match.start()):
            meant = _principal(list(before.values()), pronouns.named)
        if meant is not None:
            yield match.start(), match.end(), meant


def _principal(before: Sequence[Presented], named: Presented | None) -> Presented | None:
    """Whose deputy the last of some is who is told to be "suppleant for ham": another's."""
    *others, last = before
    if others:
        return others[0] if len(others) == 1 else None
    return None if named is None or fold(named.name) == fold(last.name) else named


def _given(
    sentence: str, found: Sequence[tuple[int, int, Presented]], pronouns: Followed
) -> Iterator[tuple[int, int, Presented]]:
    """Given names that one person at the meeting has, each with that person."""
    if not pronouns.known:
        return
    for match in _GIVEN.finditer(sentence):
        person = pronouns.known.get(fold(match[0]))
        inside = any(start < match.end() and match.start() < stop for start, stop, _ in found)
        if person is not None and not inside:
            yield match.start(), match.end(), person


def _start(sentence: str, person: Presented, reader: PeopleReader) -> int:
    """Where a mask begins: "som medlem" before a name is no title."""
    led = _LED.search(sentence, max(0, person.start - 40), person.start)
    if person.title and reader.words.is_role(person.title) and led is not None:
        return person.end - len(person.name)
    return person.start


def _stop(sentence: str, person: Presented, reader: PeopleReader, end: int) -> int:
    """Where the particulars that belong to a name end, before the next one at ``end``."""
    match = _PARTICULARS.match(sentence, person.end)
    assert match is not None
    stop = _stop_at_place(sentence, person, reader, match)
    origin = _FROM.match(sentence, stop)
    if origin is not None and reader.registry.municipality(origin["place"]):
        stop = origin.end()
    company = _COMPANY.match(sentence, stop)
    if company is not None:
        return company.end()
    apposition = _APPOSITION.match(sentence, stop)
    if (
        apposition is None
        or apposition.end() > end
        or not reader.words.is_title(apposition["title"])
    ):
        return stop
    # "formand Fyns Fiskere" is of those, and who is "formand for Havnerådet" the sentence tells
    elsewhere = apposition["where"] is not None and apposition["led"] is None
    is_told = reader.words.is_role(apposition["title"]) and not elsewhere
    return stop if is_told else apposition.end()


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
