"""Where a document lists people, and in what capacity: the lists below headings, and their ends."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from kkr_graph.language.people import PeopleReader
from kkr_graph.minutes.attendance.columns import Column
from kkr_graph.minutes.attendance.list_headings import (
    ATTENDING,
    IN_PLACE_OF,
    LABELLED,
    NUMBERED,
    TELLING,
    ListHeadingReader,
    Mark,
    came_in_place,
)
from kkr_graph.minutes.structure.contents import heads_contents
from kkr_graph.model.extract import AttendanceStatus, Role
from kkr_graph.model.lexicon import Lexicon
from kkr_graph.model.names import fold
from kkr_graph.model.text import Line, TextLayer

# "Sag nr. 31   Spørgetid": in a list of contents
_ITEM_OF_CONTENTS = re.compile(
    r"(?:sag|punkt|pkt\.?)(?: nr\.?)?\s\d{1,3}[.:]?\s+(?=\S)", re.IGNORECASE
)
# "Udsendes til: ...", "Næste møde: ...": what follows is of something else
_ELSE = re.compile(
    r"(?:kopi|cc|udsend\w*|sendes|sendt|fordeling\w*|distribution\w*|til orientering|underskr\w*|bilag|vedlagt|sted|mødested|dato|tid|emne|næste møde|sagsnr|journalnr|j\.nr)\b[^:\n]{0,30}:|(?:næste møde|bemærkninger til dagsorden(?:en)?)\Z",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"^(?: ?\([^()]*\))+")
_TELLS_OF = re.compile(
    r" (?:deltog|deltager|mødte|kom|ankom|forlod|måtte|var|gik|blev|er|har|havde|tilstødte)\b"
)
# a sentence below those who were away, of somebody who came, if not for all of the meeting
_CAME = re.compile(
    r"\b(?:deltog|deltager|mødte|kom|ankom|stødte|tilstødte|tiltrådte|indtrådte|trådte|forlod|forladt|fratrådte|gik|(?:af)?logge(?:de|t)|udgik|(?:var|er) (?:til ?stede|med|inviteret|mødt|indkaldt|erstattet|repræsenteret))\b",
    re.IGNORECASE,
)
_SPOKE = re.compile(r"oplæg (?:ved|af|v/)|[^.:]{2,20} med deltagelse af", re.IGNORECASE)
_AWAY = re.compile(
    r"\b(?:afbud|fravær\w*|syg|sygdom|orlov|forhindret|ferie)\b(?! (?:under|ved) )", re.IGNORECASE
)
# what somebody did at the meeting: "Bo Lund begærede sagen i byrådet"
_ACTS = re.compile(
    r" (?:(?!mødte)\w{3,}ede|stemte|begærer|ønsker|foreslog|spurgte|undlod|tog|henviste|mente|støtter|fremlagde|stillede|fik|bad)\b"
)
# "Borgmesteren meddelte, at lokalplanen for Havvig By udgår."
_OFFICER_TOLD = re.compile(r"[A-ZÆØÅ][\w-]+ (?:\w+(?:ede|te)|foreslog|gav),? (?:at|om|til|det)\b")
# "- Bo Lund var indtrådt som midlertidigt medlem under Ib Dams orlov."
_TOLD_BELOW = re.compile(r"[–•*-] .{1,200}? (?:var|er|blev|deltog|deltager|har|havde) .{1,300}\.$")
_MEETS = re.compile(
    r"For (?!(?:sekretariatet|administrationen|forvaltningen|direktionen)\b)[^:.,]{2,60}? (?:deltog|deltager|mødte)\b"
)
_NOBODY_ELSE = re.compile(r"(?:ingen|ingen afbud|intet)\.?", re.IGNORECASE)
_OTHERS = re.compile(r"(?:(?:alle|de|\w+s) )?(?:øvrige|andre)\b", re.IGNORECASE)
_CAME_OR_NOT = frozenset({AttendanceStatus.PRESENT, AttendanceStatus.ABSENT})
_AWAY_OR_ALL = frozenset({AttendanceStatus.ABSENT, None})
_PROSE = 160  # characters of a line with nobody in it: the list has ended


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """A list of people under one heading; ``end`` is the index after its last line."""

    status: AttendanceStatus | None
    lines: tuple[Line, ...]
    start: int  # in the reading: after an inline heading
    heading: str
    columns: tuple[Column, ...] = ()  # where the heading stands over columns
    told_by_row: bool = False  # whether each row tells who came, and the heading does not


class RosterFinder:
    """Finds the lists of people of one document, and what heads them."""

    def __init__(self, layer: TextLayer, lexicon: Lexicon, people: PeopleReader) -> None:
        self.layer = layer
        self.lexicon = lexicon
        self.people = people
        self.headings = ListHeadingReader(layer, lexicon, people)

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
        found = self.headings.heading(lines[0]) if lines else None
        return 0 if found is None else self._end(lines, 0, len(lines), found[1])

    def find(self, lines: Sequence[Line]) -> Iterator[Roster]:
        """The lists among some lines that a heading is over, in order."""
        return self.rosters(lines, self.marks(lines))

    def marks(self, lines: Sequence[Line]) -> list[tuple[int, Mark]]:
        """Which of some lines head a list, and in what capacity."""
        found = [(i, mark) for i, line in enumerate(lines) if (mark := self.headings.heading(line))]
        heads = {i for i, (_, length) in found if self._stands_alone(lines[i], length)}
        marks = [  # "Fraværende:" right above "Forældrevalgte medlemmer:"
            (i, mark)
            for i, mark in self._without_senders(lines, found, heads)
            if not (i - 1 in heads and self.headings.heads_group(self.layer.read(lines[i])))
        ]
        marks = self._as_members(lines, list(self._without_standing(lines, marks)))
        return [*self._chairs_above(lines, marks), *marks]

    def _without_senders(
        self, lines: Sequence[Line], marks: Sequence[tuple[int, Mark]], heads: Container[int]
    ) -> Iterator[tuple[int, Mark]]:
        """The marks without "Fra Vejle Kommune: Bo Lund", where these are the groups of one list.

        The first of them stands right below the heading of the list; staff are no such group.
        """
        head: int | None = None  # of a list that has had no line of another kind
        for i, (status, length) in marks:
            follows = head is not None and (i == head + 1 or head not in heads)
            senders = follows and self.headings.heads_senders(lines[i])
            if senders and (status is AttendanceStatus.PRESENT or self._names_place(lines[i])):
                head = -1
                continue
            head = i if i in heads else None
            yield i, (status, length)

    def _names_place(self, line: Line) -> bool:
        """Whether a line tells of one municipality whose people it names."""
        label = LABELLED.match(self.layer.read(line))
        group = None if label is None else self.headings.group(label["label"])
        return group is not None and group.municipality is not None

    def _stands_alone(self, line: Line, length: int) -> bool:
        """Whether nobody stands behind a heading on its line."""
        return not self.layer.read(line)[length:].strip()

    def rosters(self, lines: Sequence[Line], marks: Sequence[tuple[int, Mark]]) -> Iterator[Roster]:
        """The lists below the lines that ``marks`` names, in order."""
        ends = [*(i for i, _ in marks), len(lines)][1:]
        for (i, (status, length)), end in zip(marks, ends, strict=True):
            heading = self.layer.read(lines[i])[:length]
            if fold(heading.rstrip(" :\t")) in self.lexicon.writer_headings:
                end = min(end, i + 2 if length == len(self.layer.read(lines[i])) else i + 1)
            stop = self._end(lines, i, end, length, status=status)
            yield Roster(
                status=status,
                lines=tuple(lines[i:stop]),
                start=lines[i].read_start + length,
                heading=heading,
                columns=self.headings.columns(lines[i]),
                told_by_row=self.headings.is_over_statuses(lines[i]),
            )

    def _without_standing(
        self, lines: Sequence[Line], marks: Sequence[tuple[int, Mark]]
    ) -> Iterator[tuple[int, Mark]]:
        """The marks without labels of deputies who need not have come: only below who is away."""
        above = None
        for i, (status, length) in marks:
            label = IN_PLACE_OF.match(self.layer.read(lines[i]))
            came = label is None or came_in_place(label["heading"])
            if came or above is AttendanceStatus.ABSENT:
                yield i, (status, length)
            above = status if label is None else above

    def _as_members(
        self, lines: Sequence[Line], marks: list[tuple[int, Mark]]
    ) -> list[tuple[int, Mark]]:
        """The marks, where one heads the other members: "Øvrige deltagere" below the chairs.

        It may stand below those who are away. Those others are guests only beside a list of members.
        """
        if not _has_present(marks):
            marks = [(i, self._for_a_party(lines[i], mark)) for i, mark in marks]
        nth = next((n for n, (_, mark) in enumerate(marks) if mark[0] not in _AWAY_OR_ALL), None)
        if nth is None or (nth and _has_present(marks)):
            return marks
        first, (status, length) = marks[nth]
        if status is not AttendanceStatus.GUEST or not self._heads_others(lines[first]):
            return marks
        end = marks[nth + 1][0] if nth + 1 < len(marks) else len(lines)
        stop = self._end(lines, first, end, length)
        below = [self.people.find(self.layer.read(line)) for line in lines[first:stop]]
        peopled = [found for found in below if found]
        of_parties = sum(any(one.party for one in found) for found in peopled)
        below_chairs = first > 0 and self._is_role_row(lines, first - 1)
        if not below_chairs and 2 * of_parties <= len(peopled):
            return marks
        return [*marks[:nth], (first, (AttendanceStatus.PRESENT, length)), *marks[nth + 1 :]]

    def _for_a_party(self, line: Line, mark: Mark) -> Mark:
        """A mark of those who meet, where sentences tell who came for each: "For kommunerne deltog X og Y"."""
        meets = _MEETS.match(self.layer.read(line)) is not None
        return (AttendanceStatus.PRESENT, mark[1]) if meets else mark

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
            and (lines[i + 1].gap <= self.layer.line_gap or self._heads_others(lines[i + 1]))
            and fold(label["label"]) in self.lexicon.roles
            and bool(self.people.find(text))
        )

    def _heads_others(self, line: Line) -> bool:
        return _OTHERS.match(self.layer.read(line)) is not None

    def _end(
        self,
        lines: Sequence[Line],
        first: int,
        end: int,
        length: int,
        *,
        status: AttendanceStatus | None = None,
    ) -> int:
        """Where a list ends: before prose that names nobody, or a gap after an inline list."""
        inline = length < lines[first].read_end - lines[first].read_start
        names = said = self.layer.read(lines[first])[length:].strip()
        for i in range(first + 1, end):
            if _NOBODY_ELSE.fullmatch(said):
                return i
            said = text = self.layer.read(lines[i])
            if self._begins_else(text):
                return i
            paragraph = self._is_paragraph(lines[i])
            nobody = not self.people.find(text)
            if nobody and self._begins_item(text):
                return i
            if inline and self._begins_other(text, status, names, apart=paragraph):
                return i
            if nobody and not self.headings.is_group(text) and self._is_prose(lines, i):
                return i
            if inline and (self._decides(text) or (nobody and _tells(text))):
                return i
            if self._tells_below(lines, first, i, status, inline=inline):
                return i
        return end

    def _tells_below(
        self,
        lines: Sequence[Line],
        first: int,
        i: int,
        status: AttendanceStatus | None,
        *,
        inline: bool,
    ) -> bool:
        """Whether a line below a list is a sentence, of what somebody did or of who came after all."""
        text = self.layer.read(lines[i])
        if self._tells_of_one(text, _ACTS):
            return True
        if not self._is_paragraph(lines[i]):
            return False
        close = not self._is_paragraph(lines[first + 1])  # the entries have no space above them
        if status is AttendanceStatus.ABSENT and close and _tells_who_came(text):
            return True
        if self._tells_of_one(text, _TELLS_OF) and self._is_listed(text, lines[first:i]):
            return True
        told = inline and self._tells_of_one(text, _TELLS_OF)
        return told or (self.headings.opens(lines[i]) and _tells(text))

    def _is_listed(self, text: str, above: Sequence[Line]) -> bool:
        """Whether a sentence begins with somebody whom the lines above it have already."""
        (name, *_) = (person.name for person in self.people.find(text))
        return text.endswith(".") and any(name in self.layer.read(line) for line in above)

    def _is_paragraph(self, line: Line) -> bool:
        """Whether a line has space above it."""
        return line.gap > self.layer.line_gap

    def _begins_item(self, text: str) -> bool:
        """Whether a line with nobody in it is an item; "2. næstformand" says who somebody is."""
        number = NUMBERED.match(text)
        is_role = number is not None and fold(text[number.end() :]) in self.lexicon.roles
        numbered = number is not None and not is_role
        return numbered or _ITEM_OF_CONTENTS.match(text) is not None

    def _begins_other(
        self, text: str, status: AttendanceStatus | None, names: str, *, apart: bool
    ) -> bool:
        """Whether a line below ``names`` is of others, or of nobody: a paragraph, or a label."""
        if _TOLD_BELOW.match(text):
            return True
        if status is AttendanceStatus.ABSENT:
            verb = _TELLS_OF.search(text) or _OFFICER_TOLD.match(text)
            tells = text.endswith(".") and verb is not None
            members = apart and (tells or self._labels_members(text) or not self.people.find(text))
            return members or self._begins_field(text) or self._begins_group(names, text)
        first = next(iter(self.people.find_listed(text)), None)  # "Anna Holm (A): Deltog"
        tells = first is not None and first.start == 0 and first.status in _CAME_OR_NOT
        return apart and (first is None or (tells and status is AttendanceStatus.GUEST))

    def _begins_group(self, names: str, text: str) -> bool:
        """Whether a line is of a group, "Ledelse: Anna Holm", below names that are of none."""
        label, before = LABELLED.match(text), LABELLED.match(names)
        named = before is None and bool(self.people.find(names))
        return named and label is not None and self.headings.is_group(label["label"])

    def _begins_field(self, text: str) -> bool:
        """Whether a line has a label of its own, as the list has: no place, and not "Stedfortræder"."""
        label = LABELLED.match(text)
        if label is None or self.people.find(label["label"]):
            return False
        of_group = self.headings.is_group(label["label"])
        of_group = of_group or self.headings.heads_group(f"{label['label']}:")
        role = self.lexicon.roles.get(fold(label["label"]))
        in_place = role is Role.DEPUTY or IN_PLACE_OF.match(text) is not None
        return not (of_group or in_place)

    def _labels_members(self, text: str) -> bool:
        """Whether a line is of a group or a chair: "Forældrerepræsentanter: Anna Holm"."""
        label = LABELLED.match(text)
        if label is None:
            return False
        role = self.lexicon.roles.get(fold(label["label"]))
        is_group = self.headings.heads_group(f"{label['label']}:")
        return is_group or (role is not None and role is not Role.DEPUTY)

    def _begins_else(self, text: str) -> bool:
        """Whether a line heads something else: the agenda, or a section of an item."""
        heading = fold(text.rstrip(" :"))
        known = heads_contents(text) or heading in self.lexicon.sections
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
        opens = self.headings.opens(lines[i])
        return opens and (text.endswith((".", ":")) or len(text) > _PROSE or len(text.split()) > 6)


def _tells(text: str) -> bool:
    """Whether a line tells of somebody, but not of who came: "Bo Lund takkede for samarbejdet."."""
    is_sentence = text.endswith(".") and TELLING.search(text) is not None
    return is_sentence and ATTENDING.search(text) is None


def _tells_who_came(text: str) -> bool:
    """Whether a line is a sentence of who came, and of nobody's absence from the meeting."""
    came = text.endswith(".") and _CAME.search(text) is not None
    return (came and _AWAY.search(text) is None) or _SPOKE.match(text) is not None


def _has_present(marks: Sequence[tuple[int, Mark]]) -> bool:
    """Whether one of some lists is of those who came."""
    return any(status is AttendanceStatus.PRESENT for _, (status, _) in marks)
