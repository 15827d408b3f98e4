"""Labels with the one they are for on the next line, as a page shows a list of terms: "Formand", "Anna Holm"."""

import re
from collections.abc import Iterator, Sequence

from kkr_graph.appointments.entries import EntryReader
from kkr_graph.appointments.headings import HeadingReader, without_lead
from kkr_graph.appointments.units import Text, Unit
from kkr_graph.model.lexicon import ListPart

_FEWEST = 2  # pairs, before a role above a name is not below the name before
_SEAT_FOR = re.compile(r"(?P<seat>(?:Personlig )?\w+) for [a-zæøå]")  # "Medlem for lejerne"


class DefinitionReader:
    """Finds such lists among lines."""

    def __init__(self, entries: EntryReader, headings: HeadingReader) -> None:
        self.entries = entries
        self.headings = headings

    def on_one_line(self, units: Sequence[Unit]) -> Iterator[Unit]:
        """The units of a document, where a label stands on the line of the one it is for."""
        at = 0
        while at < len(units):
            count = self._count(units, at)
            for label in range(at, at + 2 * count, 2):
                yield _joined(units[label], units[label + 1])
            at += 2 * count
            if not count:
                yield units[at]
                at += 1

    def _count(self, units: Sequence[Unit], at: int) -> int:
        """How many labels begin here, each with somebody below; none where a name stands above."""
        if at and self._is_filled(units[at - 1]):
            return 0
        end = at
        while end + 1 < len(units) and self._is_pair(units[end], units[end + 1]):
            end += 2
        if end > at and end < len(units) and not units[end].gap and self._is_filled(units[end]):
            end -= 2  # the last is over several
        count = (end - at) // 2
        return count if count >= _FEWEST else 0

    def _is_pair(self, label: Unit, below: Unit) -> bool:
        return self._is_label(label) and not below.gap and self._is_filled(below)

    def _is_label(self, unit: Unit) -> bool:
        """Whether a line is a role, for one, or what is not kept: "Sekretær"."""
        text = unit.text
        if not _is_plain(unit) or self.entries.find(text):
            return False
        seat = _SEAT_FOR.match(text)
        column = self.headings.column(seat["seat"] if seat else text)
        if column is None or column.part is ListPart.NOTHING:
            return column is not None and seat is None
        return column.part is ListPart.PERSON and column.role is not None and not column.is_many

    def _is_filled(self, unit: Unit) -> bool:
        """Whether a line is one who has a seat, or that nobody has."""
        text = unit.text
        if not _is_plain(unit):
            return False
        is_one = len(self.entries.find(text)) == 1 and self.entries.is_entry(text, expected=True)
        return is_one or self.entries.is_vacant(text)


def _is_plain(unit: Unit) -> bool:
    is_one = unit.table is None and len(unit.cells) == 1
    return is_one and ":" not in unit.text and without_lead(unit.text) == unit.text


def _joined(label: Unit, below: Unit) -> Unit:
    joined = f"{label.text}: {below.text}"
    cell = Text(start=label.start, end=below.end, text=joined, column=label.cells[0].column)
    return Unit(cells=(cell,), table=None, gap=label.gap, joined=joined)
