"""People whom a list has by their initials, where the paper tells elsewhere whose they are."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import chain

from kkr_graph.language.names import NAME
from kkr_graph.language.people import PeopleReader
from kkr_graph.language.presented import are_initials
from kkr_graph.minutes.attendance.entries import Entry
from kkr_graph.model.extract import Attendance
from kkr_graph.model.names import clean, fold
from kkr_graph.model.text import TextLayer

_SHORT = r"[A-ZÆØÅ]{2,5}"
# "Anna Holm (AH)", "Anna Holm – AH", "Anna Holm, AH", or in a column of its own
_EXPLAINED = re.compile(
    rf"(?P<name>{NAME})(?: ?\((?P<bracket>{_SHORT})\)|(?:,? [–-] |, |: ?|\t)(?P<behind>{_SHORT})(?=[\s,;.(]|\Z))"
    rf"|(?:(?<=[\n\t,;] )|(?<=[\n\t(])|\A)(?P<ahead>{_SHORT})(?::|\t| [=–-]) ?(?P<whose>{NAME})"
)
_ALONE = re.compile(rf"{_SHORT}(?:(?:\s*[,;/&]\s*|\s+og\s+|\s+){_SHORT})*\.?")
_ONE = re.compile(_SHORT)


class InitialsReader:
    """Reads the initials in the lists of one document."""

    def __init__(self, layer: TextLayer, people: PeopleReader) -> None:
        self.layer = layer
        self.people = people

    def read(self, entry: Entry) -> Iterator[Attendance]:
        """Those of an entry with nothing but initials; nobody where one of them is unknown."""
        text = self.layer.reading.text
        if _ALONE.fullmatch(text, entry.start, entry.end) is None:
            return
        found = list(_ONE.finditer(text, entry.start, entry.end))
        if not all(self.whose.get(match[0]) for match in found):
            return
        for match in found:
            yield Attendance(
                passage=self.layer.passage_read(*match.span()),
                name=self.whose[match[0]],
                party=None,
                municipality=None,
                status=entry.status,
            )

    @cached_property
    def whose(self) -> Mapping[str, str]:
        """The name that initials stand for; an empty one where they stand for several."""
        found: dict[str, str] = {}
        for match in _EXPLAINED.finditer(self.layer.reading.text):
            short = match["bracket"] or match["behind"] or match["ahead"]
            name = _named(match["name"] or match["whose"], short)
            if name is not None and self.people.words.is_person(name):
                before = found.setdefault(short, clean(name))
                found[short] = before if fold(before) == fold(name) else ""
        return found


def _named(written: str, short: str) -> str | None:
    """The part of what stands before initials that has them: no "Formand" before the name."""
    words = written.split()
    names = [words[first:] for first in range(len(words) - 1)]
    whole = (" ".join(name) for name in names if _has_initials(name, short.casefold()))
    shortened = (name for name in map(" ".join, names) if are_initials(short, name))
    return next(chain(whole, shortened), None)


def _has_initials(words: list[str], short: str) -> bool:
    """Whether initials are the beginnings of all the words in order: "AH" or "AnHo"."""
    if not words:
        return not short
    return any(
        words[0].casefold().startswith(short[:count]) and _has_initials(words[1:], short[count:])
        for count in range(1, len(short) + 1)
    )
