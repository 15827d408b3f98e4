"""Who was away from some of the items: left early, came late, took no part in one."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kkr_graph.language.item_lists import item_numbers
from kkr_graph.language.people import PeopleReader
from kkr_graph.language.sentences import sentences
from kkr_graph.minutes.attendance.movements import Missed, Movement, movements
from kkr_graph.minutes.clauses import mask_people
from kkr_graph.minutes.structure.blocks import ItemBlock
from kkr_graph.minutes.structure.item_numbers import as_labelled
from kkr_graph.model.extract import Attendance, AttendanceStatus
from kkr_graph.model.names import clean
from kkr_graph.model.text import TextLayer

_GOES_ON = re.compile(r"(?:[,:(–-]|\b(?:og|samt|deltog|ikke|af|for|med)) ?$")  # in the next line


class PartialReader:
    """Reads sentences that take somebody out of single items."""

    def __init__(self, layer: TextLayer, people: PeopleReader, numbers: Sequence[str]) -> None:
        self.layer = layer
        self.text = layer.reading.text
        self.people = people
        self.numbers = tuple(numbers)  # of all items, in order

    def read(self, blocks: Sequence[ItemBlock], front_end: int) -> Iterator[Attendance]:
        """The absences from single items, told before the items or under them."""
        for start, end in sentences(self.text, 0, front_end):
            for begin, stop in pairwise(self._rows(start, end)):
                yield from self._in_sentence(begin, stop, None)
        for block in blocks:
            for start, end in sentences(self.text, block.told_at, block.lines[-1].read_end):
                told = self._in_sentence(start, end, block.number)
                yield from {(entry.name, entry.items): entry for entry in told}.values()

    def _rows(self, start: int, end: int) -> Sequence[int]:
        """The bounds of what is told of one after another: lines that begin with somebody."""
        named = {start + person.start for person in self.people.find(self.text[start:end])}
        begun = [
            line.read_start
            for line in self.layer.lines
            if start < line.read_start < end
            and line.read_start in named
            and not _GOES_ON.search(self.text, start, line.read_start)
        ]
        return (start, *begun, end)

    def _in_sentence(self, start: int, end: int, item: str | None) -> Iterator[Attendance]:
        clause = mask_people(self.text[start:end], self.people)
        for movement in movements(clause.text):
            missed = self._missed(movement, item)
            for person in clause.named_in(movement.start, movement.end) if missed else ():
                yield Attendance(
                    passage=self.layer.passage_read(start, end),
                    name=clean(person.name),
                    party=person.party,
                    municipality=person.municipality,
                    status=AttendanceStatus.ABSENT,
                    items=missed,
                )

    def _missed(self, movement: Movement, item: str | None) -> tuple[str, ...]:
        """The items that somebody missed, told under one of them; none where it is none of the paper."""
        named = tuple(filter(None, (item,)))
        if movement.items is not None:
            named = as_labelled(item_numbers(movement.items), self.numbers)
        if movement.missed is Missed.NAMED:
            return named
        at = [self.numbers.index(number) for number in named if number in self.numbers]
        if not at:
            return ()
        return {
            Missed.BEFORE: self.numbers[: at[0]],
            Missed.THROUGH: self.numbers[: at[-1] + 1],
            Missed.SINCE: self.numbers[at[0] :],
            Missed.AFTER: self.numbers[at[-1] + 1 :],
        }[movement.missed]
