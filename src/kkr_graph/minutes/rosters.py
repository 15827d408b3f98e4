"""Where a document lists people, and in what capacity: the headings of lists, and their ends."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from kkr_graph.language.parties import NO_PARTY
from kkr_graph.language.people import PeopleReader
from kkr_graph.minutes.columns import Column, cells_of, place_of
from kkr_graph.model.extract import AttendanceStatus
from kkr_graph.model.lexicon import Lexicon
from kkr_graph.model.names import fold
from kkr_graph.model.text import Line, TextLayer

_COUNT = re.compile(r"\s?\((?:\d{1,3}|bestyrelsen|medlemmer|udvalget|rådet)\)$", re.IGNORECASE)
_INLINE = re.compile(r"(?P<heading>[^:]{3,60}?)\s?:\s(?=\S)")
_INLINE_FROM = re.compile(
    r"(?P<heading>(?:der (?:var|er) )?(?:meldt )?afbud (?:(?:var|er) )?(?:meldt )?(?:fra|af)|til ?stede (?:fra [a-zæøå]+ )?var|i mødet deltog|mødet deltog)\s+(?=[A-ZÆØÅ])",
    re.IGNORECASE,
)
_FROM_ELSEWHERE = re.compile(
    r"(?:fra|for) (?!bestyrelsen|rådet|udvalget)[^:.,]{2,60}? (?:deltog|deltager)(?: desuden| også)?:?\s+(?=\S)",
    re.IGNORECASE,
)
_LEAD = re.compile(r"(?P<lead>(?:[^:.,]|\b(?:pkt|nr)\.){3,70}):(?:\s+|$)")
_TELLING = re.compile(
    r"(?<!\w)(?:har|havde|blev|er|var|vil|kan|skal|takkede|oplyste|orienterede|bemærkede|bød)\b"
)
_ATTENDING = re.compile(
    r"\b(?:afbud|fravær\w*|til ?stede|stedfortræder|suppleant|sted|deltog\w*|deltag\w*|mødt\w*|forlod|gik)\b",
    re.IGNORECASE,
)
_ALSO = re.compile(
    r"(?:(?:desuden|endvidere|derudover|også|tillige|herudover) (?:deltog|deltager|mødte)"
    r"|som (?:sekretær|referent|protokolfører|mødesekretær) (?:deltog|mødte|var|fungerede))\s+(?=\S)",
    re.IGNORECASE,
)
# "Afbud Anna Holm, Bo Lund": a heading right before a name
_BARE = re.compile(
    r"(?P<heading>Afbud|Fraværende|Til ?stede|Tilstede|Deltagere|Fremmødte?|Mødt|Gæster?)\s(?=[A-ZÆØÅ])"
)
_COLUMN = re.compile(r"(?P<heading>[^:\t]{3,40})\t(?=\S)")  # the heading in a column of its own
# Over those who came for somebody; of others in such a list nothing is said.
DEPUTIES = frozenset({"stedfortrædere", "suppleanter"})
_CONTENTS = frozenset(
    [
        *("dagsorden", "indhold", "indholdsfortegnelse", "oversigt over punkter", "næste møde"),
        *("sagsoversigt", "sagsliste", "punktoversigt", "dagsordensoversigt", "sager", "punkter"),
    ]
)
_NUMBERED = re.compile(r"\d{1,3}(?:\.\d{1,2})?[.)]? +(?=\S)")  # "1. Godkendelse af dagsorden"
# "Sag nr. 31   Spørgetid": in a list of contents
_ITEM_OF_CONTENTS = re.compile(
    r"(?:sag|punkt|pkt\.?)(?: nr\.?)?\s\d{1,3}[.:]?\s+(?=\S)", re.IGNORECASE
)
_HEADING_WORDS = 5
LABELLED = re.compile(r"(?P<label>[^:.,\d]{2,40}):\s+(?=\S)")
# Over columns that say who somebody is, or whether they came.
COLUMN_HEADS = frozenset(
    {
        *("navn", "medlem", "parti", "liste", "kommune", "titel", "funktion", "rolle"),
        *("organisation", "deltog", "status", "bemærkning", "bemærkninger", "fremmøde"),
    }
)
# "Udsendes til: ...", "Næste møde: ...": what follows is of something else
_ELSE = re.compile(
    r"(?:kopi|cc|udsend\w*|sendes|sendt|fordeling\w*|distribution\w*|til orientering|underskr\w*|bilag|vedlagt|sted|mødested|dato|tid|emne|næste møde|sagsnr|journalnr|j\.nr)\b[^:\n]{0,30}:",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"^(?: ?\([^()]*\))+")
_TELLS_OF = re.compile(
    r" (?:deltog|deltager|mødte|kom|ankom|forlod|måtte|var|gik|blev|er|har|havde|tilstødte)\b"
)
# what somebody did at the meeting: "Bo Lund begærede sagen i byrådet"
_ACTS = re.compile(
    r" (?:(?!mødte)\w{3,}ede|stemte|begærer|ønsker|foreslog|spurgte|undlod|tog|henviste|mente|støtter|fremlagde|stillede|fik|bad)\b"
)
_NOBODY_ELSE = re.compile(r"(?:ingen|ingen afbud|intet)\.?", re.IGNORECASE)
_PROSE = 160  # characters of a line with nobody in it: the list has ended


Mark: TypeAlias = tuple[AttendanceStatus | None, int]  # a heading: of whom, and how long it is
Group: TypeAlias = tuple[str | None, str | None]  # a party's letter or a municipality


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """A list of people under one heading; ``end`` is the index after its last line."""

    status: AttendanceStatus | None
    lines: tuple[Line, ...]
    start: int  # in the reading: after an inline heading
    heading: str
    columns: tuple[Column, ...] = ()  # where the heading stands over columns


class RosterFinder:
    """Finds the lists of people of one document, and what heads them."""

    def __init__(self, layer: TextLayer, lexicon: Lexicon, people: PeopleReader) -> None:
        self.layer = layer
        self.lexicon = lexicon
        self.people = people

    def head(self, lines: Sequence[Line]) -> Sequence[Line]:
        """The lines above the first list; all of them where there is no list."""
        rosters = list(self.find(lines))
        peopled = (  # and not "Bestyrelsen" in the letterhead
            roster
            for roster in rosters
            if any(self.people.find(self.layer.read(line)) for line in roster.lines)
        )
        first = next(peopled, next(iter(rosters), None))
        return lines if first is None else lines[: lines.index(first.lines[0])]

    def first_end(self, lines: Sequence[Line]) -> int:
        """How many lines a list takes that the lines begin with; 0 where they begin otherwise."""
        found = self.heading(lines[0]) if lines else None
        return 0 if found is None else self._end(lines, 0, len(lines), found[1])

    def heading(self, line: Line) -> Mark | None:
        """The capacity a line heads (None: a list of all), and how much of it is heading."""
        text = self.layer.read(line)
        return None if self.is_rest_of_row(text) else self._heading(line, text)

    def _heading(self, line: Line, text: str) -> Mark | None:
        # "bestyrelsen." alone on a line is the end of a sentence
        whole = "" if text.endswith(".") else fold(_COUNT.sub("", text.rstrip(" :")))
        if whole in self.lexicon.list_headings or whole in self.lexicon.writer_headings:
            return None, len(text)
        if whole in self.lexicon.people_headings or whole in DEPUTIES:
            return self.lexicon.people_headings.get(whole, AttendanceStatus.PRESENT), len(text)
        columns = self._columns(line)
        if columns:
            return next(one.status for one in columns if one.status), len(text)
        described = self._described(line, text)
        if described is not None:
            return described
        elsewhere = _FROM_ELSEWHERE.match(text) or _ALSO.match(text)
        if elsewhere is not None:
            return AttendanceStatus.GUEST, elsewhere.end()
        inline = self._inline(text)
        if inline is not None:
            return inline
        bare = _BARE.match(text)
        if bare is not None and self._begins_with_person(text[bare.end() :]):
            return self.lexicon.people_headings[fold(bare["heading"])], bare.end()
        return None

    def _inline(self, text: str) -> Mark | None:
        """A heading with a list behind it on its line: "Afbud: Anna Holm"."""
        sentence = _INLINE_FROM.match(text)
        inline = _INLINE.match(text) or sentence or _COLUMN.match(text)
        if inline is not None:
            named = _NUMBERED.sub("", _COUNT.sub("", inline["heading"]), count=1)
            if fold(named) in self.lexicon.writer_headings:
                return None, inline.end()
            status = self.lexicon.people_headings.get(fold(named))
            if status is None and inline is sentence:
                status = self.by_pattern(inline["heading"])
            if status is not None:
                return status, inline.end()
        return None

    def is_rest_of_row(self, text: str) -> bool:
        """Whether a line is the second of a table's row: "Vejle Kommune", and then "Afbud"."""
        first, *others = (cell.strip() for cell in text.split("\t"))
        told = any(fold(cell) in self.lexicon.status_words for cell in others)
        heads = self._column_status(first) is not None or fold(first) in COLUMN_HEADS
        counted = any(letter.isdigit() for letter in first)
        named = fold(first) in self.lexicon.status_words or bool(self.people.find(text))
        return told and not (heads or counted or named)

    def _begins_with_person(self, text: str) -> bool:
        return any(person.start == 0 for person in self.people.find(text)[:1])

    def _described(self, line: Line, text: str) -> tuple[AttendanceStatus, int] | None:
        """A heading in words of its own: "I generalforsamlingen deltog for kommunerne:"."""
        inline = _LEAD.match(text)
        if inline is not None and _says(inline["lead"]):
            return None  # "Sekretariatet kan oplyse følgende:"
        if inline is not None and not self.people.find(inline["lead"]):
            status = self.by_pattern(inline["lead"])
            return None if status is None else (status, inline.end())
        if (
            self._opens(line)
            and len(text.split()) <= _HEADING_WORDS
            and not text.endswith((".", ","))
        ):
            status = None if self.people.find(text) else self.by_pattern(text)
            # "3. Nyt fra direktionen" is an item, and no heading over guests
            is_item = text[0].isdigit() and status is AttendanceStatus.GUEST
            return None if status is None or is_item else (status, len(text))
        return None

    def by_pattern(self, heading: str) -> AttendanceStatus | None:
        """The capacity that the words of a heading tell, where it is none that we know whole."""
        lowered = heading.lower().strip(" :")
        return next(
            (status for status, form in self.lexicon.people_patterns if form.search(lowered)), None
        )

    def find(self, lines: Sequence[Line]) -> Iterator[Roster]:
        """The lists among some lines, in order."""
        found = [(i, mark) for i, line in enumerate(lines) if (mark := self.heading(line))]
        heads = {i for i, _ in found}
        marks = [  # "Fraværende:" right above "Forældrevalgte medlemmer:"
            (i, mark)
            for i, mark in found
            if not (i - 1 in heads and self._heads_group(self.layer.read(lines[i])))
        ]
        marks = [*self._chairs_above(lines, marks), *marks]
        ends = [*(i for i, _ in marks), len(lines)][1:]
        for (i, (status, length)), end in zip(marks, ends, strict=True):
            heading = self.layer.read(lines[i])[:length]
            if fold(heading.rstrip(" :\t")) in self.lexicon.writer_headings:
                end = min(end, i + 2 if length == len(self.layer.read(lines[i])) else i + 1)
            stop = self._end(lines, i, end, length)
            yield Roster(
                status=status,
                lines=tuple(lines[i:stop]),
                start=lines[i].read_start + length,
                heading=heading,
                columns=self._columns(lines[i]),
            )

    def _columns(self, line: Line) -> tuple[Column, ...]:
        """What a line heads column by column: "Deltagere" beside "Afbud"; nothing otherwise.

        Columns that say who somebody is may stand among them: "Navn", "Til stede", "Afbud".
        """
        cells = cells_of(self.layer, line.read_start, line.read_end)
        texts = [self.layer.reading.text[start:end].rstrip(" :") for start, end in cells]
        found = [self._column_status(text) for text in texts]
        others = [text for text, status in zip(texts, found, strict=True) if status is None]
        known = len(found) - len(others)
        told = {status for status in found if status is not None}
        if known < 2 or not {fold(text) for text in others} <= COLUMN_HEADS:
            return ()
        if others and len(told) == 1:  # "Deltagere", "Organisation", "Fremmøde": a list as others
            return ()
        return tuple(
            Column(status=status, start=place[0], end=place[1])
            for status, place in zip(
                found, (place_of(self.layer, *cell) for cell in cells), strict=True
            )
        )

    def _column_status(self, text: str) -> AttendanceStatus | None:
        status = self.lexicon.people_headings.get(fold(text))
        if status is not None or fold(text) in COLUMN_HEADS:
            return status
        short = len(text.split()) <= _HEADING_WORDS and not self.people.find(text)
        return self.by_pattern(text) if short else None

    def _chairs_above(
        self, lines: Sequence[Line], marks: Sequence[tuple[int, Mark]]
    ) -> Iterator[tuple[int, Mark]]:
        """Rows with a role and a name right above the first list of who came belong to it."""
        first, (status, _) = marks[0] if marks else (0, (None, 0))
        above = first
        while status == AttendanceStatus.PRESENT and above and self._is_role_row(lines, above - 1):
            above -= 1
        if above < first:
            yield above, (status, 0)

    def _is_role_row(self, lines: Sequence[Line], i: int) -> bool:
        """Whether a row like "Formand: Anna Holm" stands right above the next."""
        text = self.layer.read(lines[i])
        label = LABELLED.match(text)
        return (
            label is not None
            and lines[i + 1].gap <= self.layer.line_gap
            and fold(label["label"]) in self.lexicon.roles
            and bool(self.people.find(text))
        )

    def _end(self, lines: Sequence[Line], first: int, end: int, length: int) -> int:
        """Where a list ends: before prose that names nobody, or a gap after an inline list."""
        inline = length < lines[first].read_end - lines[first].read_start
        said = self.layer.read(lines[first])[length:].strip()
        for i in range(first + 1, end):
            if _NOBODY_ELSE.fullmatch(said):
                return i
            said = text = self.layer.read(lines[i])
            if self._begins_else(text):
                return i
            paragraph = lines[i].gap > self.layer.line_gap
            nobody = not self.people.find(text)
            if nobody and (_NUMBERED.match(text) or _ITEM_OF_CONTENTS.match(text)):
                return i
            if inline and paragraph and nobody:
                return i
            if nobody and not self.is_group(text) and self._is_prose(lines, i):
                return i
            if inline and (self._decides(text) or (nobody and _tells(text))):
                return i
            if self._tells_of_one(text, _ACTS) or (
                inline and paragraph and self._tells_of_one(text, _TELLS_OF)
            ):
                return i
            if self._opens(lines[i]) and paragraph and _tells(text):
                return i
        return end

    def _begins_else(self, text: str) -> bool:
        """Whether a line heads something else: the agenda, or a section of an item."""
        heading = fold(text.rstrip(" :"))
        known = heading in _CONTENTS or heading in self.lexicon.sections
        return known or _ELSE.match(text) is not None

    def _tells_of_one(self, text: str, form: re.Pattern[str]) -> bool:
        """Whether a line is a sentence of somebody: "Bo Lund deltog virtuelt."."""
        first = next(iter(self.people.find(text)), None)
        behind = "" if first is None else _BRACKETS.sub("", text[first.end :])
        return first is not None and first.start == 0 and form.match(behind) is not None

    def _decides(self, text: str) -> bool:
        """Whether a line tells what was decided: "Bo Lund valgt som næstformand."."""
        lowered = text.lower()
        return text.endswith(".") and any(form.search(lowered) for _, form in self.lexicon.outcomes)

    def _is_prose(self, lines: Sequence[Line], i: int) -> bool:
        text = self.layer.read(lines[i])
        opens = self._opens(lines[i])
        return opens and (text.endswith((".", ":")) or len(text) > _PROSE or len(text.split()) > 6)

    def _opens(self, line: Line) -> bool:
        return line.read_start == 0 or self.layer.reading.text[line.read_start - 1] == "\n"

    def is_group(self, text: str) -> bool:
        """A heading inside a list: a municipality, a party or whoever chose the people below."""
        return self.group(text) is not None

    def group(self, text: str) -> Group | None:
        """The municipality or party that a heading inside a list names."""
        plain = text.strip(" :–-")
        place = self.people.registry.municipality(plain)
        if place is not None:
            return None, place.name
        known = fold(plain) in NO_PARTY or fold(plain) in self.lexicon.group_headings
        if known or self._heads_group(text):
            return None, None
        party = self.people.registry.party_by_name(plain)
        return None if party is None else (party.letter, None)

    def _heads_group(self, text: str) -> bool:
        """Whether a line with a colon heads some of a list: "Fra det frie foreningsarbejde:"."""
        heading = fold(text.rstrip(" :"))
        named = text.endswith(":") and _TELLING.search(text) is None
        return named and any(form.fullmatch(heading) for form in self.lexicon.group_patterns)


def _tells(text: str) -> bool:
    """Whether a line tells of somebody, but not of who came: "Bo Lund takkede for samarbejdet."."""
    is_sentence = text.endswith(".") and _TELLING.search(text) is not None
    return is_sentence and _ATTENDING.search(text) is None


def _says(lead: str) -> bool:
    """Whether what stands before a colon tells something, and not of who came."""
    return _TELLING.search(lead) is not None and _ATTENDING.search(lead) is None
