"""Somebody as one place of a document presents them."""

import re
from dataclasses import dataclass

from kkr_graph.language.names import NAME
from kkr_graph.model.extract import AttendanceStatus

_WITH_LETTERS = re.compile(rf"(?P<name>{NAME}) ?\((?P<short>[A-ZÆØÅ]{{2,4}})\)")
_FEWEST_WITH_INITIALS = 3  # one or two may belong to a party of the same letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Presented:
    """Somebody as presented in one place. ``start`` and ``end`` count from the text's beginning."""

    name: str
    start: int
    end: int
    given: bool = False  # whether the name begins with a given name we know
    party: str | None = None
    municipality: str | None = None
    title: str | None = None
    organization: str | None = None
    status: AttendanceStatus | None = None
    deputy_for: str | None = None
    items: tuple[str, ...] | None = None  # "(punkt 3)"
    rest: tuple[str, ...] = ()  # particulars that could not be read


def gives_initials(text: str) -> bool:
    """Whether a text has people's own initials in brackets behind them, and not their parties."""
    found = [are_initials(match["short"], match["name"]) for match in _WITH_LETTERS.finditer(text)]
    return sum(found) >= _FEWEST_WITH_INITIALS and 2 * sum(found) > len(found)


def are_initials(short: str, name: str) -> bool:
    """Whether letters are the first ones of a name, of which those behind the first may be left out."""
    first, *others = (word[0] for word in re.split(r"[ -]+", name) if word)
    rest = iter(others)
    return short[:1] == first and all(letter in rest for letter in short[1:])
