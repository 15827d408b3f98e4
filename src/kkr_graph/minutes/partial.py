"""Who was away from some of the items: left early, came late, took no part in one."""

import re
from collections.abc import Iterator, Sequence

from kkr_graph.language.people import ITEM_LIST, PeopleReader, Presented, item_numbers
from kkr_graph.language.sentences import sentences
from kkr_graph.minutes.clauses import ONE, mask_people
from kkr_graph.minutes.numbering import as_labelled
from kkr_graph.minutes.structure import ItemBlock
from kkr_graph.model.extract import Attendance, AttendanceStatus
from kkr_graph.model.names import clean
from kkr_graph.model.text import TextLayer

_NOT_UNDER = re.compile(
    rf"(?P<who>{ONE})[,:]? (?:[^⟦]{{0,60}} og )?(?:deltog|deltager|var) (?:derfor |dermed )?ikke (?:til stede )?(?:i behandlingen af |under (?:behandlingen af )?|ved (?:behandlingen af )?|i )?(?P<items>{ITEM_LIST})",
    re.IGNORECASE,
)
_CAME_LATE = re.compile(
    rf"(?P<who>{ONE}),? [^⟦]{{0,60}}?deltog fra (?:og med )?(?P<items>{ITEM_LIST})", re.IGNORECASE
)
_FROM_ITEM = re.compile(
    rf"(?P<who>{ONE})[^⟦\n;]{{0,50}}\(fra (?:og med )?(?P<items>{ITEM_LIST})\)", re.IGNORECASE
)
_TO_ITEM = re.compile(
    rf"(?P<who>{ONE})[^⟦\n;]{{0,50}}\((?:indtil|til)(?: og med)? (?P<items>{ITEM_LIST})\)",
    re.IGNORECASE,
)
_LEFT_EARLY = re.compile(
    rf"(?P<who>{ONE}),? (?:forlod|gik fra|gik) (?:mødet )?efter (?P<items>{ITEM_LIST})",
    re.IGNORECASE,
)
_NOT_IN_THIS = re.compile(
    rf"(?P<who>{ONE}),? (?:[^⟦.]{{0,60}} )?(?:deltog|deltager) ikke i (?:sagens |punktets )?(?:behandling(?:en)?(?: af (?:sagen|punktet))?|sagen|punktet|drøftelsen)\b"
    rf"|(?P<inhabil>{ONE}),? (?:[^⟦.]{{0,40}} )?(?:var|er|blev erklæret|erklærede sig) inhabil(?! i (?:et )?(?:punkt|sag|pkt))",
    re.IGNORECASE,
)


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
            yield from self._in_sentence(start, end, None)
        for block in blocks:
            for start, end in sentences(self.text, block.title.end, block.lines[-1].read_end):
                yield from self._in_sentence(start, end, block.number)

    def _in_sentence(self, start: int, end: int, item: str | None) -> Iterator[Attendance]:
        clause = mask_people(self.text[start:end], self.people)
        for pattern, missed in (
            (_NOT_UNDER, lambda listed: listed),
            (_CAME_LATE, self._before),
            (_LEFT_EARLY, self._after),
            (_FROM_ITEM, self._before),
            (_TO_ITEM, self._after),
        ):
            for match in pattern.finditer(clause.text):
                named = as_labelled(item_numbers(match["items"]), self.numbers)
                items = tuple(missed(named))
                yield from self._absent(clause.person(match["who"]), start, end, items)
        if item is not None:
            for match in _NOT_IN_THIS.finditer(clause.text):
                who = clause.person(match["who"] or match["inhabil"])
                yield from self._absent(who, start, end, (item,))

    def _before(self, listed: Sequence[str]) -> Sequence[str]:
        return (
            self.numbers[: self.numbers.index(listed[0])]
            if listed and listed[0] in self.numbers
            else ()
        )

    def _after(self, listed: Sequence[str]) -> Sequence[str]:
        return (
            self.numbers[self.numbers.index(listed[-1]) + 1 :]
            if listed and listed[-1] in self.numbers
            else ()
        )

    def _absent(
        self, person: Presented, start: int, end: int, items: tuple[str, ...]
    ) -> Iterator[Attendance]:
        if items:
            yield Attendance(
                passage=self.layer.passage_read(start, end),
                name=clean(person.name),
                party=person.party,
                municipality=person.municipality,
                status=AttendanceStatus.ABSENT,
                items=items,
            )
