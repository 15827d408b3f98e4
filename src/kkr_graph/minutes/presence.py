"""Who came after all: what lists, apologies and sentences about deputies say together."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace

from kkr_graph.language.people import PeopleReader
from kkr_graph.language.sentences import sentences
from kkr_graph.minutes.clauses import ONE, mask_people
from kkr_graph.minutes.numbering import as_labelled
from kkr_graph.model.extract import Attendance, AttendanceStatus
from kkr_graph.model.names import clean, fold
from kkr_graph.model.text import TextLayer

_STANDS_IN = re.compile(
    rf"(?P<who>{ONE}),? (?:(?:deltog|deltager|mødte|var indkaldt|er indkaldt|indkaldt|deltog i mødet|var til stede) )?"
    rf"(?:som (?:personlig )?(?:stedfortræder|suppleant|substitut) for|i stedet for) (?P<other>{ONE})"
)
_PLACED = re.compile(r"\b(?:udpeg|vælg|valg|indstil|nominer|konstituer|beslut)\w*")


def stand_ins(layer: TextLayer, people: PeopleReader, end: int) -> Iterator[Attendance]:
    """Those whom the sentences before ``end`` of the reading have come in another's place."""
    for start, stop in sentences(layer.reading.text, 0, end):
        start = layer.reading.text.rfind("\t", start, stop) + 1 or start  # the last column
        sentence = layer.reading.text[start:stop]
        if _PLACED.search(sentence):
            continue
        clause = mask_people(sentence, people)
        for match in _STANDS_IN.finditer(clause.text):
            who, other = clause.person(match["who"]), clause.person(match["other"])
            yield Attendance(
                passage=layer.passage_read(start, stop),
                name=clean(who.name),
                party=who.party,
                municipality=who.municipality,
                status=AttendanceStatus.PRESENT,
                deputy_for=clean(other.name),
            )


def settle(
    listed: Sequence[Attendance], standing_in: Iterable[Attendance], numbers: Sequence[str]
) -> tuple[Attendance, ...]:
    """Everybody once: who is away from every item is away, and a deputy is for somebody."""
    entries = [_whole(_numbered(entry, numbers), numbers) for entry in listed]
    away = {fold(entry.name) for entry in entries if _is_away(entry)}
    present = {fold(entry.name) for entry in entries if _is_present(entry)}
    if away < present or any(
        _is_away(one) and not _is_away(two) for one, two in zip(entries, listed, strict=True)
    ):
        entries = without_away(entries, away)  # the first list is of all members
    for deputy in standing_in:
        at = next((i for i, entry in enumerate(entries) if _is_same(entry, deputy)), None)
        if at is None:
            entries.append(deputy)
        elif entries[at].deputy_for is None:
            entries[at] = replace(entries[at], deputy_for=deputy.deputy_for)
    return tuple(_once(entries))


def _once(entries: Iterable[Attendance]) -> Iterator[Attendance]:
    """Nobody as present for the same person twice: once in the list, once in a remark below."""
    seen: set[tuple[str, str]] = set()
    for entry in entries:
        key = (fold(entry.name), fold(entry.deputy_for or ""))
        if entry.deputy_for is None or key not in seen:
            yield entry
        if entry.deputy_for is not None:
            seen.add(key)


def without_away(entries: Sequence[Attendance], away: Container[str]) -> list[Attendance]:
    """Nobody as present who is away; an absence takes over what only the other list tells."""
    gone = {
        fold(entry.name): entry
        for entry in entries
        if _is_present(entry) and fold(entry.name) in away
    }
    kept = [entry for entry in entries if not (_is_present(entry) and fold(entry.name) in away)]
    return [_with_particulars(entry, gone.get(fold(entry.name))) for entry in kept]


def _with_particulars(entry: Attendance, other: Attendance | None) -> Attendance:
    if other is None or not _is_away(entry):
        return entry
    return replace(
        entry,
        party=entry.party or other.party,
        municipality=entry.municipality or other.municipality,
        title=entry.title or other.title,
        organization=entry.organization or other.organization,
    )


def _numbered(entry: Attendance, numbers: Sequence[str]) -> Attendance:
    """An entry with its items numbered as the headings are."""
    return entry if entry.items is None else replace(entry, items=as_labelled(entry.items, numbers))


def _whole(entry: Attendance, numbers: Sequence[str]) -> Attendance:
    """Away from all items of the paper is away from the meeting."""
    every = entry.items is not None and len(numbers) > 1 and set(numbers) <= set(entry.items)
    is_absent = entry.status is AttendanceStatus.ABSENT
    return replace(entry, items=None) if every and is_absent else entry


def _is_away(entry: Attendance) -> bool:
    return entry.status is AttendanceStatus.ABSENT and entry.items is None


def _is_present(entry: Attendance) -> bool:
    return (
        entry.status is AttendanceStatus.PRESENT
        and entry.items is None
        and entry.deputy_for is None
    )


def _is_same(entry: Attendance, deputy: Attendance) -> bool:
    return (
        fold(entry.name) == fold(deputy.name)
        and entry.status is AttendanceStatus.PRESENT
        and entry.items is None
    )
