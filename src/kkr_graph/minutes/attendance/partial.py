"""Who was away from some of the items: left early, came late, took no part in one."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kkr_graph.language.item_lists import EXCEPT, ITEM_LIST, item_numbers
from kkr_graph.language.people import PeopleReader
from kkr_graph.language.sentences import sentences
from kkr_graph.minutes.clauses import ONE, SOME, Clause, mask_people
from kkr_graph.minutes.structure.blocks import ItemBlock
from kkr_graph.minutes.structure.item_numbers import as_labelled
from kkr_graph.model.extract import Attendance, AttendanceStatus
from kkr_graph.model.names import clean
from kkr_graph.model.text import TextLayer

_GOES_ON = re.compile(r"(?:[,:(–-]|\b(?:og|samt|deltog|ikke|af|for|med)) ?$")  # in the next line
# What may stand between somebody and the verb: no other person, and not the next row of a table.
_NEAR = r"[^⟦\n]{0,60}?"
_WAS_THERE = r"(?:deltog|deltager|deltaget|var med|(?:var )?til ?stede|mødt|ja)(?: kun)?,?"
_TREATED = r"(?:behandling(?:en)? af )?"
_DISQUALIFIED = r"[^⟦.]{0,40}\binhabil"
_WHY = r"(?:(?:på grund af|grundet|pga\.|som følge af) [a-zæøå]+|af [a-zæøå]+ (?:grunde|årsager)|som inhabil)"
_AT = r"(?:,? (?:ca\. )?kl\. ?[\d.:]+)?"
_MEETING = r"(?: (?:til |i |fra |af )?mødet)?"
_ROOM = r"(?:lokalet|mødelokalet|salen|byrådssalen)"
_ARRIVED = r"(?:ankom|ankommet|mødte?(?: op)?|kom(?: til)?(?: ?stede)?|stødte til|tilstødte|tiltrådte(?= mødet)|indtrådte(?= i mødet)|trådte ind|loggede på)"
_LEFT = r"(?:forlod|gik fra|gik|måtte gå|måtte forlade|udgik (?:af|fra)|fratrådte|udtrådte af|har forladt|havde forladt|logge(?:de|t) af)"
_NOT_UNDER = re.compile(
    rf"(?P<who>{SOME})(?:[,:]?|, (?-i:[A-ZÆØÅ]{{1,3}}),| [–-](?: [^⟦\n–-]{{2,40}} [–-])?) \(?(?:[^⟦]{{0,60}} og )?(?:(?:deltog|deltager|var) (?:derfor |dermed |{_WHY} )?ikke (?:til stede |med )?|var (?:derfor |dermed )?(?:fraværende |forhindret (?:i at deltage )?))(?:i behandling(?:en)? af |under {_TREATED}|ved {_TREATED}|i )?(?P<items>{ITEM_LIST})",
    re.IGNORECASE,
)
_CAME_LATE = re.compile(
    rf"(?P<who>{SOME})(?:[,:]? |,?\t){_NEAR}(?:\b{_WAS_THERE} (?:først )?fra (?:og med )?(?:kl\. ?[\d.:]+,? [–-] )?{_TREATED}|{_ARRIVED}{_MEETING}{_AT},? \(?(?:først )?(?:(?:under|ved|til|fra|i|før|inden|da) )?{_TREATED})(?P<items>{ITEM_LIST})",
    re.IGNORECASE,
)
# in brackets, behind a comma or a dash, or in a cell of its own
_FROM_ITEM = re.compile(
    rf"(?P<who>{ONE})[^⟦\n;]{{0,50}}(?:\((?:[^()⟦\n]{{1,20}} )?|\t|(?<!\tja), | [–-] )fra (?:og med )?{_TREATED}(?P<items>{ITEM_LIST})(?:\)|$)",
    re.IGNORECASE,
)
_TO_ITEM = re.compile(
    rf"(?P<who>{ONE})[^⟦\n;]{{0,50}}(?:\((?:[^()⟦\n]{{1,20}} )?|\t|(?<!\tja), | [–-] )(?:indtil|til)(?: og med)? (?P<items>{ITEM_LIST})(?:\)|$)",
    re.IGNORECASE,
)
_NOT_UNDER_CELL = re.compile(  # "Anna Holm", a cross, and in the next cell "Fraværende under sag 3"
    rf"(?P<who>{ONE})[^⟦\n;]{{0,50}}(?:\t(?:(?:deltog|var) ikke|(?:var )?fraværende|ikke til stede|inhabil)|\b{_WAS_THERE} {EXCEPT}) (?:i |under |ved )?{_TREATED}(?P<items>{ITEM_LIST})",
    re.IGNORECASE,
)
_STAYED_TO = re.compile(  # "deltog indtil punkt 4", "Ja, til og med punkt 4"
    rf"(?P<who>{SOME})(?:[,:]? |,?\t){_NEAR}\b{_WAS_THERE}(?: i mødet)? (?:(?:indtil|frem til)(?: og med)?|til og med) {_TREATED}(?P<items>{ITEM_LIST})",
    re.IGNORECASE,
)
# the people behind what is told of them: "Mødt kl. 16 og deltog fra punkt 3: Anna Holm"
_CAME_LATE_AHEAD = re.compile(
    rf"(?:mødt|mødte|ankom|ankommet|deltog|deltager)\b[^⟦\n:]{{0,40}}?\bfra (?:og med )?{_TREATED}(?P<items>{ITEM_LIST}):\s*(?P<who>{SOME})",
    re.IGNORECASE,
)
_LEFT_EARLY_AHEAD = re.compile(
    rf"(?:forlod|gik|gået|deltog|deltager)\b[^⟦\n:]{{0,40}}?\b(?:efter|indtil|til og med) {_TREATED}(?P<items>{ITEM_LIST}):\s*(?P<who>{SOME})",
    re.IGNORECASE,
)
_NOT_IMPARTIAL = re.compile(
    rf"(?P<who>{SOME}),? (?:var|er|blev erklæret|erklærede sig|meldte sig) inhabile? (?:i |under |ved |for så vidt angår )?(?:forhold til )?{_TREATED}(?P<items>{ITEM_LIST})",
    re.IGNORECASE,
)
# "om Anna Holm er inhabil", "fandt ikke, at": it may be that nobody was
_DOUBTED = re.compile(r"\b(?:ikke|hverken|om|hvorvidt)\b[^.]*\binhabil", re.IGNORECASE)
_AWAY_FROM = re.compile(
    rf"(?P<who>{SOME}),? (?:(?:var )?fraværende|deltog ikke|var ikke (?:med|til ?stede)) fra (?:og med )?{_TREATED}(?P<items>{ITEM_LIST})",
    re.IGNORECASE,
)
_NOT_AT = re.compile(  # "Eva Skov - indtil kl. 12 (pkt. 6-8 uden deltagelse)"
    rf"(?P<who>{ONE})[^⟦\n;]{{0,60}}\((?P<not>(?:uden deltagelse|deltog ikke|ikke|undtagen|på nær|bortset fra|fraværende) (?:i |under |ved |fra )?)?(?P<items>{ITEM_LIST})(?(not)| uden deltagelse)\)",
    re.IGNORECASE,
)
_LEFT_EARLY = re.compile(
    rf"(?P<who>{SOME})(?:,| [–-]|, [A-ZÆØÅ]{{1,3}},|(?:\t[^⟦\t\n]{{1,30}}){{0,3}}(?=\t))?[ \t]\(?(?:der |som )?{_LEFT}{_MEETING}{_AT},? \(?(?:efter|under|ved|i forlængelse af|da) {_TREATED}(?P<items>{ITEM_LIST})(?!{_DISQUALIFIED})",
    re.IGNORECASE,
)
# "Efter punkt 5 forlod Bo Lund mødet", "Kl. 18 forlod Bo Lund mødet efter punkt 5"
_LEFT_THEN = re.compile(
    rf"\bEfter {_TREATED}(?P<items>{ITEM_LIST}) (?:forlod|gik) (?P<who>{SOME})", re.IGNORECASE
)
# "Fra punkt 3 deltog Bo Lund", "Ved punkt 1-2 deltog Bo Lund ikke", "Under punkt 1 var Bo Lund fraværende"
_THEN_CAME = re.compile(
    rf"\AFra (?:og med )?{_TREATED}(?P<items>{ITEM_LIST}),? (?:deltog|var) (?P<who>{SOME})(?! ikke\b)",
    re.IGNORECASE,
)
_THEN_NOT = re.compile(
    rf"\A(?:Under|Ved|I|Til) {_TREATED}(?P<items>{ITEM_LIST}),? (?:deltog (?P<who>{SOME}) ikke|var (?P<away>{SOME}) (?:fraværende|forhindret|inhabil|ikke til ?stede))\b",
    re.IGNORECASE,
)
_THEN_AWAY = re.compile(
    rf"\AFra (?:og med )?{_TREATED}(?P<items>{ITEM_LIST}),? (?:deltog|var) (?P<who>{SOME}) ikke\b",
    re.IGNORECASE,
)
_LEFT_INVERTED = re.compile(
    rf"\bforlod (?P<who>{SOME}) mødet,? \(?efter {_TREATED}(?P<items>{ITEM_LIST})", re.IGNORECASE
)
_OUT_DURING = re.compile(  # out of the room, or disqualified: back when the item is done
    rf"(?P<who>{SOME}),? (?:der |som )?(?:forlod|måtte forlade) (?:{_ROOM}|(?P<meeting>mødet)) (?:under|ved) {_TREATED}(?P<items>{ITEM_LIST})(?(meeting)(?={_DISQUALIFIED}))",
    re.IGNORECASE,
)
_LEFT_BEFORE = re.compile(  # "måtte forlade mødet før punkt 5"
    rf"(?P<who>{SOME}),? \(?(?:der |som )?{_LEFT}{_MEETING}{_AT},? (?:før|inden) {_TREATED}(?P<items>{ITEM_LIST})",
    re.IGNORECASE,
)
# under the item that it is of: "forlod mødet kl. 18 inden behandlingen af punktet"
_LEFT_BEFORE_THIS = re.compile(
    rf"(?P<who>{SOME}),? (?:forlod|måtte forlade|gik fra) mødet(?: kl\. [\d.:]+)?,? (?:før|inden) (?:behandlingen af )?(?:dette |denne )?(?:punktet|punkt|sagen|sag)\b(?! (?:nr|\d))",
    re.IGNORECASE,
)
# the item under which a sentence stands: "under punktet", "i sagens behandling"
_IN_THIS = r"(?:i|under|ved) (?:sagens |punktets )?(?:behandling(?:en)?(?: af (?:sagen|punktet|dette punkt))?|(?:dette |denne )?(?:sagen|punktet|punkt|sag|drøftelsen))\b(?! (?:nr|\d|[IVX]))"
_NOT_THERE = r"(?:(?:deltog|deltager) ikke|(?:var |)(?:forhindret i at deltage|fraværende)|afstod fra at deltage|var ikke til ?stede)"
_NOT_IN_THIS = re.compile(
    rf"(?P<who>{SOME}),? (?:[^⟦.]{{0,60}} )?{_NOT_THERE} {_IN_THIS}"
    rf"|(?P<left>{SOME}),? (?:[^⟦.]{{0,40}} )?(?:forlod|havde forladt) (?:{_ROOM}|mødet) {_IN_THIS}"
    rf"|\b(?:deltog (?P<then>{SOME}) ikke|var (?P<away>{SOME}) (?:fraværende|ikke til ?stede)|forlod (?P<out>{SOME}) (?:{_ROOM}|mødet)) {_IN_THIS}"
    rf"|\A(?:inhabile?|(?:fraværende|ej til ?stede|ikke til ?stede) {_IN_THIS}): (?P<label>{SOME})"
    rf"|(?P<inhabil>{SOME}),? (?!(?:[^⟦.]{{0,40}} )?ikke )(?:[^⟦.]{{0,40}} )?(?:var|er|blev erklæret|erklærede sig|meldte sig) inhabil(?:e)?(?! i (?:et |en )?(?:punkt|sag|pkt)(?!\w))",
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
        is_doubted = _DOUBTED.search(clause.text) is not None
        for pattern, missed in (
            (_NOT_UNDER, lambda listed: listed),
            (_NOT_AT, lambda listed: listed),
            (_NOT_UNDER_CELL, lambda listed: listed),
            (_NOT_IMPARTIAL, lambda listed: listed),
            (_CAME_LATE, self._before),
            (_CAME_LATE_AHEAD, self._before),
            (_OUT_DURING, lambda listed: listed),
            (_LEFT_EARLY, self._after),
            (_LEFT_EARLY_AHEAD, self._after),
            (_STAYED_TO, self._after),
            (_LEFT_THEN, self._after),
            (_LEFT_INVERTED, self._after),
            (_THEN_CAME, self._before),
            (_THEN_NOT, lambda listed: listed),
            (_THEN_AWAY, self._since),
            (_AWAY_FROM, self._since),
            (_LEFT_BEFORE, self._since),
            (_FROM_ITEM, self._before),
            (_TO_ITEM, self._after),
        ):
            if is_doubted and pattern is _NOT_IMPARTIAL:
                continue
            for match in pattern.finditer(clause.text):
                named = as_labelled(item_numbers(match["items"]), self.numbers)
                items = tuple(missed(named))
                yield from self._absent(clause, _meant(clause, match), start, end, items)
        if item is not None:
            for match in _NOT_IN_THIS.finditer(clause.text):
                told = next(name for name, found in match.groupdict().items() if found)
                if is_doubted and told == "inhabil":
                    continue
                yield from self._absent(clause, match.span(told), start, end, (item,))
            for match in _LEFT_BEFORE_THIS.finditer(clause.text):
                items = tuple(self._since((item,)))
                yield from self._absent(clause, match.span("who"), start, end, items)

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

    def _since(self, listed: Sequence[str]) -> Sequence[str]:
        return (
            self.numbers[self.numbers.index(listed[0]) :]
            if listed and listed[0] in self.numbers
            else ()
        )

    def _absent(
        self, clause: Clause, who: tuple[int, int], start: int, end: int, items: tuple[str, ...]
    ) -> Iterator[Attendance]:
        for person in clause.named_in(*who) if items else ():
            yield Attendance(
                passage=self.layer.passage_read(start, end),
                name=clean(person.name),
                party=person.party,
                municipality=person.municipality,
                status=AttendanceStatus.ABSENT,
                items=items,
            )


def _meant(clause: Clause, match: re.Match[str]) -> tuple[int, int]:
    """Of whom it is told: the last only, before brackets or in a list without an "og"."""
    start, end = next(match.span(name) for name in ("who", "away") if match.groupdict().get(name))
    bracketed = clause.text[end:].lstrip(" ,").startswith("(")
    last = clause.text.rindex("⟦", start, end)
    listed = clause.text.endswith("⟧, ", start, last)
    return (last, end) if bracketed or listed else (start, end)
