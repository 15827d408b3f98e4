"""Organisations that head those whom they send to one council, and are no forums themselves."""

import re
from collections.abc import Sequence

from kkr_graph.appointments.entries import EntryReader
from kkr_graph.appointments.headings import HeadingReader
from kkr_graph.appointments.units import Unit
from kkr_graph.model.extract import Role

# nobody is appointed to a municipal council: below "Medlemmer" it is who sends them
_ELECTED = re.compile(
    r"(?:[A-ZÆØÅ][\w-]+ )?(?:Byråd(?:et)?|Kommunalbestyrelsen?|Regionsråd(?:et)?)"
)
# what may as well be the next forum of the list
_MAY_BE_FORUM = re.compile(
    r"\w*(?:råd|udvalg|nævn|forum|kommission|bestyrelse|komit[eé])(?:et|met|en|n)?\b", re.IGNORECASE
)
_FEWEST = 2  # organisations


class SenderReader:
    """Finds those headings."""

    def __init__(self, headings: HeadingReader, entries: EntryReader) -> None:
        self.headings = headings
        self.entries = entries

    def find(self, units: Sequence[Unit]) -> frozenset[int]:
        """Where such units begin: "Medlemmer", then "Byrådet" and its own, then others and theirs."""
        found: set[int] = set()
        for at, unit in enumerate(units[:-1]):
            if self._heads_members(unit) and _ELECTED.fullmatch(units[at + 1].text):
                starts = self._from(units[at + 1 :])
                found.update(starts if len(starts) >= _FEWEST else ())
        return frozenset(found)

    def _heads_members(self, unit: Unit) -> bool:
        group = self.headings.group(unit.text)
        is_plain = group is not None and group.role is Role.MEMBER and group.by is None
        return is_plain and not self.entries.find(unit.text)

    def _from(self, units: Sequence[Unit]) -> list[int]:
        starts: list[int] = []
        for unit, below in zip(units, (*units[1:], None), strict=True):
            if self._names_seat(unit):
                continue
            is_other = starts and _MAY_BE_FORUM.search(unit.text)
            if is_other or below is None or not self._names_seat(below):
                break
            starts.append(unit.start)
        return starts

    def _names_seat(self, unit: Unit) -> bool:
        return self.entries.is_entry(unit.text) or self.entries.is_vacant(unit.text)
