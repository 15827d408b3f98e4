"""Organisations that send members to one council, and are no forums themselves."""

import re
from collections.abc import Sequence

from kkr_graph.appointments.entries import EntryReader
from kkr_graph.appointments.headings import HeadingReader, lead_length, without_lead
from kkr_graph.appointments.units import Unit
from kkr_graph.model.extract import Role
from kkr_graph.model.names import fold

# nobody is appointed to a municipal council: below "Medlemmer" it is who sends them
_ELECTED = re.compile(
    r"(?:[A-ZÆØÅ][\w-]+ )?(?:Byråd(?:et)?|Kommunalbestyrelsen?|Regionsråd(?:et)?)"
)
# what may as well be the next forum of the list
_MAY_BE_FORUM = re.compile(
    r"\w*(?:råd|udvalg|nævn|forum|kommission|bestyrelse|komit[eé])(?:et|met|en|n)?\b", re.IGNORECASE
)
# "Rådet består af medlemmer fra:", "Følgende organisationer er repræsenteret:": who sends them is below
_COMPOSED = re.compile(
    r"(?:\b(?:medlem(?:mer)?|repræsentant(?:er)?|deltagere?)\b[^:]{0,60} (?:fra|for|af)(?: følgende(?: \w+)?)?"
    r"|\b(?:organisationer|foreninger|myndigheder|parter|interessenter)\b[^:]{0,40}):",
    re.IGNORECASE,
)
_LONGEST = 100  # characters of an organisation
_FEWEST = 2  # organisations


class SenderReader:
    """Finds where they stand."""

    def __init__(self, headings: HeadingReader, entries: EntryReader) -> None:
        self.headings = headings
        self.entries = entries
        self.told: frozenset[str] = frozenset()  # organisations that a line has listed

    def composing(self, units: Sequence[Unit]) -> frozenset[int]:
        """Where organisations begin that a line only lists: "Rådet består af medlemmer fra:"."""
        found: set[int] = set()
        for at, unit in enumerate(units):
            if _COMPOSED.search(unit.text) and unit.text.rstrip().endswith(":"):
                listed = self._listed(units[at + 1 :])
                found.update(each.start for each in listed)
                self.told |= {fold(without_lead(each.text)) for each in listed}
        return frozenset(found)

    def _listed(self, units: Sequence[Unit]) -> Sequence[Unit]:
        """The lines of one list: alike in bullets, close together, and nobody among them."""
        first = units[0] if units else None
        if first is None or not self._is_listed(first):
            return ()
        count = 1
        for unit in units[1:]:
            is_alike = _is_bulleted(unit) == _is_bulleted(first) and unit.gap <= _gap(units)
            if not is_alike or not self._is_listed(unit):
                break
            count += 1
        end = units[count] if count < len(units) else None
        # without space, or bullets that end, the last line may be the heading of what comes next
        is_open = end is not None and not _is_bulleted(first) and end.gap <= _gap(units)
        return units[: count - 1] if is_open else units[:count]

    def _is_listed(self, unit: Unit) -> bool:
        text = unit.text
        return (
            unit.table is None
            and len(text) <= _LONGEST
            and ":" not in text
            and not self._is_somebody(text)
            and self.headings.group(text) is None
            and self.headings.column(text) is None
        )

    def _is_somebody(self, text: str) -> bool:
        """Whether a line is of a person or an empty seat; "Kystens Venner" has but the form of a name."""
        return self.entries.is_vacant(text) or any(
            person.party or person.title or self.entries.persons.is_known(person.name)
            for person in self.entries.find(text)
        )

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
            is_told = fold(without_lead(unit.text)) in self.told
            is_other = starts and not is_told and _MAY_BE_FORUM.search(unit.text)
            if is_other or below is None or not self._names_seat(below):
                break
            starts.append(unit.start)
        return starts

    def _names_seat(self, unit: Unit) -> bool:
        return self.entries.is_entry(unit.text) or self.entries.is_vacant(unit.text)


def _is_bulleted(unit: Unit) -> bool:
    return lead_length(unit.text) > 0


def _gap(units: Sequence[Unit]) -> int:
    """The space between the lines of a list, by its first two."""
    return units[1].gap if len(units) > 1 else 0
