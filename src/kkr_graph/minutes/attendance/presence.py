"""Who came after all: what lists, apologies and sentences about deputies say together."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import chain

from kkr_graph.language.people import PeopleReader
from kkr_graph.language.presented import Presented
from kkr_graph.language.sentences import sentences
from kkr_graph.minutes.attendance.attendees import is_deputy_word
from kkr_graph.minutes.clauses import ONE, SOME, mask_people
from kkr_graph.minutes.structure.item_numbers import as_labelled
from kkr_graph.model.extract import Attendance, AttendanceStatus
from kkr_graph.model.names import clean, fold
from kkr_graph.model.span import Passage
from kkr_graph.model.text import TextLayer

_GENITIVE = r"(?:s|'s|’s|'|’)?"
_CAME = r"(?:deltog|deltager|mødte|kom|var)(?: mødt| indkaldt| til ?stede)?"
_AS_DEPUTY = r"som (?:personlig )?(?:stedfortræder|suppleant|substitut|afløser)"
_STANDS_IN = tuple(
    re.compile(form.replace("WHO", f"(?P<who>{ONE})").replace("OTHER", f"(?P<other>{ONE})"))
    for form in (
        r"WHO,? (?:(?:deltog|deltager|mødte|var mødt|er mødt|var indkaldt|er indkaldt|indkaldt|indtrådte|deltog i mødet|var til stede) )?"
        rf"(?:{_AS_DEPUTY} for|i stedet for|på vegne af|(?<=mødte )for|(?<=deltog )for) OTHER",
        rf"WHO {_CAME} i OTHER{_GENITIVE} sted\b",
        rf"\b[Ii] OTHER{_GENITIVE} sted {_CAME} WHO",
        rf"WHO {_CAME} som OTHER{_GENITIVE} (?:personlige )?(?:stedfortræder|suppleant)",
        rf"\b[Ss]om OTHER{_GENITIVE} (?:personlige )?(?:stedfortræder|suppleant) {_CAME} WHO",
        rf"OTHER [–-] WHO {_CAME} {_AS_DEPUTY}\b(?! for )",
        rf"(?:\bFor|, for|\b[Ii] stedet for) OTHER {_CAME}(?: der)?(?: {_AS_DEPUTY})? WHO",
        rf"\b[Ss]om (?:personlig )?(?:stedfortræder|suppleant|afløser) for OTHER {_CAME} WHO",
        r"OTHER (?:var|blev|er) (?:erstattet|afløst|repræsenteret) (?:af|ved) WHO",
        r"WHO (?:afløste|erstattede) OTHER (?:på|i|ved) mødet\b",
    )
)
# "Anna Holm og Bo Lund havde meldt afbud", in a sentence of its own
_AWAY = re.compile(
    rf"(?P<who>{SOME}) (?:(?:havde|har) (?:meldt|sendt) (?:afbud|fra)\b(?! til (?!mødet))|(?:var|er|blev) (?:forhindret(?: i at (?:deltage|møde|komme)(?: i mødet)?)?|fraværende)\b(?! (?:under|i|ved|fra|til) ))"
)
# "Der var afbud fra Anna Holm og Bo Lund."
_APOLOGIES = re.compile(
    rf"(?:Der (?:var|er) (?:meldt )?)?[Aa]fbud fra (?P<who>{SOME})(?=\s*(?:[.;]|\Z))"
)
# "Til efterretning. Fraværende: Anna Holm", on the line of a decision
_MARKED = re.compile(rf"(?:Afbud|Fraværende(?: med afbud)?): (?P<who>{SOME})(?=\s*(?:[.;]|\Z))")
# "Alle medlemmer var til stede undtagen Anna Holm"
_ALL_BUT = re.compile(
    rf"(?:Alle|Samtlige|Hele)\b[^⟦.]{{0,60}}\b(?:til ?stede|mødt|mødte|deltog|fremmødt|fremmødte)\b[^⟦.]{{0,30}}\b(?:undtagen|undtaget|med undtagelse af|bortset fra|på nær) (?:[a-zæøå]+ )?(?P<who>{SOME})"
)
# "I hendes sted deltog Bo Lund", behind the one who was away
_INSTEAD = re.compile(
    rf"(?P<who>{ONE}),? {_CAME} i (?:hans|hendes) sted\b|\b[Ii] (?:hans|hendes) sted {_CAME} (?P<then>{ONE})"
)
_ONLY = re.compile(r"\bkun\b")
_PLACED = re.compile(r"\b(?:udpeg|vælg|valg|indstil|nominer|konstituer|beslut)\w*")


def stand_ins(layer: TextLayer, people: PeopleReader, begin: int, end: int) -> Iterator[Attendance]:
    """Those whom the sentences of a stretch of the reading have come in another's place."""
    away: Presented | None = None  # the only one of whom the sentence before tells
    for start, stop in sentences(layer.reading.text, begin, end):
        start = layer.reading.text.rfind("\t", start, stop) + 1 or start  # the last column
        sentence = layer.reading.text[start:stop]
        if _PLACED.search(sentence):
            continue
        clause = mask_people(sentence, people)
        gone = _AWAY.match(clause.text)
        named = () if gone is None else tuple(clause.named_in(*gone.span("who")))
        instead = _INSTEAD.search(clause.text)
        principal = named[0] if len(named) == 1 else away
        if instead is not None and principal is not None:
            came = clause.person(instead["who"] or instead["then"])
            yield _came_for(clean(principal.name), _away(layer.passage_read(start, stop), came))
        away = named[0] if len(named) == 1 else None
        for match in chain.from_iterable(form.finditer(clause.text) for form in _STANDS_IN):
            who, other = clause.person(match["who"]), clause.person(match["other"])
            yield _came_for(clean(other.name), _away(layer.passage_read(start, stop), who))


def told_apologies(
    layer: TextLayer, people: PeopleReader, spans: Iterable[tuple[int, int]]
) -> Iterator[Attendance]:
    """Those from whom sentences in these spans of the reading say that there were apologies."""
    for start, end in spans:
        for begin, stop in sentences(layer.reading.text, start, end):
            clause = mask_people(layer.reading.text[begin:stop], people)
            match = _APOLOGIES.match(clause.text)
            named = () if match is None else clause.named_in(*match.span("who"))
            yield from _each_away(layer.passage_read(begin, stop), named)


def _each_away(passage: Passage, named: Iterable[Presented]) -> Iterator[Attendance]:
    """Everybody of whom there were apologies; "stedfortræder Bo Lund" behind one of them came."""
    last: Attendance | None = None
    for who in named:
        away = _away(passage, who)
        if last is not None and is_deputy_word(who.title):
            yield _came_for(last.name, away)
        else:
            last = away
            yield away


def _came_for(member: str, deputy: Attendance) -> Attendance:
    return replace(deputy, status=AttendanceStatus.PRESENT, deputy_for=member)


def _away(passage: Passage, who: Presented) -> Attendance:
    return Attendance(
        passage=passage,
        name=clean(who.name),
        party=who.party,
        municipality=who.municipality,
        status=AttendanceStatus.ABSENT,
    )


def represented(
    entries: Sequence[Attendance], standing_in: Iterable[Attendance], people: PeopleReader
) -> Iterator[Attendance]:
    """Who was away by no more than that somebody came instead: "Anna Holm for Bo Lund".

    A list may have the deputy, and a sentence (``standing_in``) for whom she came.
    """
    surnames = {fold(entry.name).split()[-1] for entry in entries}
    told: set[str] = set()
    for deputy in (*entries, *standing_in):
        other = fold(deputy.deputy_for or "")
        if not other or deputy.items is not None or other.split()[-1] in surnames or other in told:
            continue
        for who in people.find(deputy.passage.quote):
            if fold(who.name) == other:
                told.add(other)
                away = _away(deputy.passage, who)
                yield replace(away, title=who.title, organization=who.organization)


def told_away(
    layer: TextLayer, people: PeopleReader, start: int, end: int, listed: Iterable[Attendance]
) -> Iterator[Attendance]:
    """Those whom sentences of the reading say to have sent apologies, and no list has."""
    listed = tuple(listed)
    known = {fold(entry.name) for entry in listed}
    away = {fold(entry.name) for entry in listed if is_away(entry)}
    for begin, stop in sentences(layer.reading.text, start, end):
        clause = mask_people(layer.reading.text[begin:stop], people)
        excepted = _ALL_BUT.match(clause.text)
        told = (form.match(clause.text) for form in (_APOLOGIES, _AWAY, _MARKED))
        match = excepted or next(filter(None, told), None)
        named = () if match is None else clause.named_in(*match.span("who"))
        for entry in _each_away(layer.passage_read(begin, stop), named):
            if fold(entry.name) not in (away if excepted else known):
                yield entry


def only_tells_away(paragraph: str, people: PeopleReader) -> bool:
    """Whether a paragraph is one sentence of who was away: "Anna Holm og Bo Lund var fraværende."."""
    told = mask_people(paragraph, people).text.rstrip(". ")
    return any(form.fullmatch(told) for form in (_AWAY, _APOLOGIES, _MARKED))


def away_throughout(
    partly: Iterable[Attendance], listed: Iterable[Attendance], numbers: Sequence[str]
) -> Iterator[Attendance]:
    """Those told under every item to be away from it, and whom no list has as away."""
    known = {fold(entry.name) for entry in listed if is_away(entry)}
    told: dict[str, list[Attendance]] = {}
    for entry in partly:
        told.setdefault(fold(entry.name), []).append(entry)
    for name, entries in told.items():
        missed = {number for entry in entries for number in entry.items or ()}
        if name not in known and len(entries) > 1 and missed >= set(numbers):
            yield replace(entries[0], items=tuple(numbers))


def missed_the_rest(members: Iterable[Attendance], numbers: Sequence[str]) -> Iterator[Attendance]:
    """What those missed whom a list has as there for some items only: "deltog kun i punkt 1-4"."""
    for entry in members:
        is_member = entry.status is AttendanceStatus.PRESENT
        came = set(entry.items or ()) if is_member and _ONLY.search(entry.passage.quote) else set()
        rest = tuple(number for number in numbers if number not in came)
        if rest and came and came <= set(numbers):
            yield Attendance(
                passage=entry.passage,
                name=entry.name,
                party=entry.party,
                municipality=entry.municipality,
                status=AttendanceStatus.ABSENT,
                items=rest,
            )


def without_known_away(
    partly: Iterable[Attendance], members: Iterable[Attendance]
) -> Iterator[Attendance]:
    """Absences from items, without those of people who were away from the whole meeting."""
    away = {fold(entry.name) for entry in members if is_away(entry)}
    yield from (entry for entry in partly if fold(entry.name) not in away)


def told_once(entries: Iterable[Attendance]) -> Iterator[Attendance]:
    """Nobody twice as away from the same items: the first, with what the others tell of them."""
    told: dict[tuple[str, tuple[str, ...] | None], Attendance] = {}
    for nth, entry in enumerate(entries):
        is_partly = entry.status is AttendanceStatus.ABSENT and entry.items is not None
        key = (fold(entry.name), entry.items) if is_partly else (str(nth), None)
        told[key] = _with_told_of(told[key], entry) if key in told else entry
    yield from told.values()


def settle(
    listed: Sequence[Attendance], standing_in: Iterable[Attendance], numbers: Sequence[str]
) -> tuple[Attendance, ...]:
    """Everybody once: who is away from every item is away, and a deputy is for somebody."""
    entries = [_whole(_numbered(entry, numbers), numbers) for entry in listed]
    away = {fold(entry.name) for entry in entries if is_away(entry)}
    present = {fold(entry.name) for entry in entries if is_present(entry)}
    if _lists_all_members(present, away) or any(
        is_away(one) and not is_away(two) for one, two in zip(entries, listed, strict=True)
    ):
        entries = without_away(entries, away)  # the first list is of all members
    again = [entry for entry in entries if _is_listed_twice(entry, entries)]
    entries = [entry for entry in entries if entry not in again]
    for deputy in (*again, *standing_in):
        at = next((i for i, entry in enumerate(entries) if _is_same(entry, deputy)), None)
        if at is None:
            entries.append(deputy)
        elif entries[at].deputy_for is None:
            entries[at] = replace(entries[at], deputy_for=deputy.deputy_for)
    return tuple(_once(entries))


def _lists_all_members(present: Set[str], away: Set[str]) -> bool:
    """Whether those away stand in the list of those present too: it is of all members."""
    return away < present or 2 * len(away & present) >= len(away) > 1


def _once(entries: Iterable[Attendance]) -> Iterator[Attendance]:
    """Nobody twice as present for the same person, or as away: once in the list, once in a remark.

    Two who are present may have one name; not where of the second no more is said than that.
    """
    seen: set[tuple[str, str, AttendanceStatus]] = set()
    for entry in entries:
        key = (fold(entry.name), fold(entry.deputy_for or ""), entry.status)
        once = entry.deputy_for is not None or is_away(entry)
        if key not in seen or not (once or (is_present(entry) and _is_bare(entry))):
            yield entry
        if once or is_present(entry):
            seen.add(key)


def _is_bare(entry: Attendance) -> bool:
    return not (entry.party or entry.municipality or entry.title or entry.organization)


def without_away(entries: Sequence[Attendance], away: Container[str]) -> list[Attendance]:
    """Nobody as present who is away; an absence takes over what only the other list tells."""
    gone = {
        fold(entry.name): entry
        for entry in entries
        if is_present(entry) and fold(entry.name) in away
    }
    kept = [entry for entry in entries if not (is_present(entry) and fold(entry.name) in away)]
    return [_with_particulars(entry, gone.get(fold(entry.name))) for entry in kept]


def _with_particulars(entry: Attendance, other: Attendance | None) -> Attendance:
    if other is None or not is_away(entry):
        return entry
    return _with_told_of(entry, other)


def _with_told_of(entry: Attendance, other: Attendance) -> Attendance:
    """An entry with what another tells of the same person, where it says nothing itself."""
    return replace(
        entry,
        party=entry.party or other.party,
        municipality=entry.municipality or other.municipality,
        title=entry.title or other.title,
        organization=entry.organization or other.organization,
    )


def with_row(partly: Attendance, members: Iterable[Attendance]) -> Attendance:
    """An absence from items with what the row that tells of it says of the person beside it."""
    row = (
        one
        for one in members
        if fold(one.name) == fold(partly.name)
        and one.passage.start < partly.passage.end
        and partly.passage.start < one.passage.end
    )
    return _with_told_of(partly, next(row, partly))


def _numbered(entry: Attendance, numbers: Sequence[str]) -> Attendance:
    """An entry with its items numbered as the headings are."""
    return entry if entry.items is None else replace(entry, items=as_labelled(entry.items, numbers))


def _whole(entry: Attendance, numbers: Sequence[str]) -> Attendance:
    """Away from all items of the paper is away from the meeting."""
    every = entry.items is not None and len(numbers) > 1 and set(numbers) <= set(entry.items)
    is_absent = entry.status is AttendanceStatus.ABSENT
    return replace(entry, items=None) if every and is_absent else entry


def is_away(entry: Attendance) -> bool:
    """Whether somebody was away from the whole meeting."""
    return entry.status is AttendanceStatus.ABSENT and entry.items is None


def is_present(entry: Attendance) -> bool:
    """Whether somebody was there throughout, and in nobody's place."""
    return (
        entry.status is AttendanceStatus.PRESENT
        and entry.items is None
        and entry.deputy_for is None
    )


def _is_listed_twice(deputy: Attendance, entries: Sequence[Attendance]) -> bool:
    """Whether somebody told to be a deputy stands in the list of those present too."""
    return deputy.deputy_for is not None and any(
        entry.deputy_for is None and _is_same(entry, deputy) for entry in entries
    )


def _is_same(entry: Attendance, deputy: Attendance) -> bool:
    return (
        fold(entry.name) == fold(deputy.name)
        and entry.status is AttendanceStatus.PRESENT
        and entry.items is None
    )
