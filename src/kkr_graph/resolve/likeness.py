"""How alike two names are, and in what way: never enough to join two, enough to ask.

Names here are folded (see ``model.names.fold``). A likeness is a number of points and the reason
for it in Danish; the ways are tried from the closest to the loosest.
"""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz.distance import OSA

from kkr_graph.resolve.scripts import foreign_letters, latin_lookalike

# What is written for a letter that a keyboard, a form or a file could not take.
_SPELLINGS = (("æ", "ae"), ("ä", "ae"), ("oe", "o"), ("ø", "o"), ("ö", "o"), ("å", "a"))
_REMEMBERED = 1 << 16  # names: each is compared with many
_LONG = 8  # letters, from which on two of them may differ


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonNames:
    """Names that many bear, folded: to share one says little, to differ by a letter as well."""

    given: frozenset[str] = field(default_factory=frozenset)
    surnames: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """What two names have in common. ``is_renamed``: one of the surnames is another, as after a marriage."""

    points: int
    reason: str
    is_renamed: bool = False


def likeness(left: str, right: str, common: CommonNames) -> Likeness | None:
    """How alike two folded names are; None where nothing makes them one person's."""
    if left == right:
        return Likeness(points=50, reason="samme navn")
    whole = _same_letters(left, right)
    if whole is not None:
        return whole
    one, other = left.split(), right.split()
    if not one or not other:
        return None
    ways: tuple[Callable[[], Likeness | None], ...] = (
        lambda: _shortened(one, other),
        lambda: _cut_short(one, other),
        lambda: _misspelt(one, other, common),
        lambda: _renamed(one, other),
    )
    return next((found for way in ways if (found := way()) is not None), None)


@lru_cache(_REMEMBERED)
def plain(folded: str) -> str:
    """The name in letters that every keyboard has, and without accents."""
    text = folded
    for letter, written in _SPELLINGS:
        text = text.replace(letter, written)
    marked = unicodedata.normalize("NFD", text)
    return "".join(char for char in marked if not unicodedata.combining(char))


def _same_letters(left: str, right: str) -> Likeness | None:
    seen = [latin_lookalike(name) for name in (left, right)]
    foreign = "".join((*foreign_letters(left), *foreign_letters(right)))
    if foreign and plain(seen[0]) == plain(seen[1]):
        shown = ", ".join(f"»{char}«" for char in foreign)
        return Likeness(points=50, reason=f"samme navn med bogstaver fra et andet alfabet: {shown}")
    if plain(left) == plain(right):
        return Likeness(points=48, reason="samme navn, skrevet med andre bogstaver")
    if left.replace(" ", "") == right.replace(" ", ""):
        return Likeness(points=46, reason="samme navn, delt anderledes")
    return None


# --- shorter forms --------------------------------------------------------------------------


def _shortened(one: Sequence[str], other: Sequence[str]) -> Likeness | None:
    """One name with initials for names of the other, or without some in the middle."""
    short, long = sorted((one, other), key=lambda words: (len(words), len("".join(words))))
    if len(short) < 2 or short[-1] != long[-1] or not _stands_for(short[0], long[0]):
        return None
    middle = _matched(short[1:-1], long[1:-1])
    if middle is None:
        return None
    pairs = [(short[0], long[0]), *middle]
    initials = [(a, b) for a, b in pairs if a != b]
    bonus = 6 if any(a == b for a, b in middle) else 0
    if not initials:
        left_out = _left_out(long[1:-1], [b for _, b in middle])
        return Likeness(points=42, reason=f"samme navn med et navn mere: »{_title(left_out)}«")
    told = ", ".join(f"»{a.upper()}.« og »{_title(b)}«" for a, b in map(_by_length, initials))
    points = 34 if short[0] != long[0] else 42
    return Likeness(points=points + bonus, reason=f"forbogstav for et navn: {told}")


def _cut_short(one: Sequence[str], other: Sequence[str]) -> Likeness | None:
    """One name is the beginning of the other, with a surname in it."""
    short, long = sorted((one, other), key=len)
    if len(short) < 2 or len(short) == len(long) or list(long[: len(short)]) != list(short):
        return None
    left_out = _title(" ".join(long[len(short) :]))
    return Likeness(points=38, reason=f"samme navn uden det sidste efternavn: »{left_out}«")


def _stands_for(one: str, other: str) -> bool:
    """Whether two words are equal, or one is the initial of the other."""
    return one == other or (one[0] == other[0] and 1 in (len(one), len(other)))


def _matched(short: Sequence[str], long: Sequence[str]) -> list[tuple[str, str]] | None:
    """Each word of the one with the word of the other that it stands for, in order."""
    matched: list[tuple[str, str]] = []
    rest = iter(long)
    for word in short:
        partner = next((each for each in rest if _stands_for(word, each)), None)
        if partner is None:
            return None
        matched.append((word, partner))
    return matched


def _left_out(words: Sequence[str], used: Sequence[str]) -> str:
    rest = list(words)
    for word in used:
        rest.remove(word)
    return " ".join(rest)


# --- slips of the pen -----------------------------------------------------------------------


def _misspelt(one: Sequence[str], other: Sequence[str], common: CommonNames) -> Likeness | None:
    """As many names, with a letter or two that differ, are left out or have changed places."""
    if len(one) != len(other):
        return None
    slips = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    distances = [_distance(a, b) for a, b in slips]
    if not slips or len(one) < 2 or None in distances or len(slips) > 2:
        return None
    total = sum(distance or 0 for distance in distances)
    shown = ", ".join(f"»{_title(a)}« og »{_title(b)}«" for a, b in slips)
    letters = "ét bogstav" if total == 1 else f"{total} bogstaver"
    points, reason = 46 - 6 * total, f"{letters} til forskel: {shown}"
    if any(_are_both_common(a, b, common) for a, b in slips):
        return Likeness(points=points - 14, reason=f"{reason} (begge er almindelige navne)")
    return Likeness(points=points, reason=reason)


def _distance(one: str, other: str) -> int | None:
    """How many letters differ, if few enough of the word for a slip."""
    shortest = min(len(one), len(other))
    allowed = 0 if shortest < 3 else 1 if shortest < _LONG else 2
    distance = OSA.distance(one, other, score_cutoff=allowed)
    return distance if distance <= allowed else None


def _are_both_common(one: str, other: str, common: CommonNames) -> bool:
    return any({one, other} <= names for names in (common.given, common.surnames))


# --- other surnames -------------------------------------------------------------------------


def _renamed(one: Sequence[str], other: Sequence[str]) -> Likeness | None:
    """The same given name, with a surname of both kept: the given name alone is that of many."""
    if min(len(one), len(other)) < 2 or one[0] != other[0] or len(one[0]) < 2:
        return None
    kept = [word for word in one[1:] if word in other[1:] and len(word) > 1]
    if not kept:
        return None
    reason = f"samme fornavn og et fælles efternavn: »{_title(' '.join(kept))}«"
    return Likeness(points=34, reason=reason, is_renamed=True)


def _title(words: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in words.split())


def _by_length(pair: tuple[str, str]) -> tuple[str, str]:
    short, long = sorted(pair, key=len)
    return short, long
