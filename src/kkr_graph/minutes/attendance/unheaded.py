"""Lists of who came under no heading that says so: rows that tell it themselves, and groups of a board.

"Anna Holm: Deltog" above "Bo Lund: Afbud" needs no heading, and where "Forældrerepræsentanter: ..."
and "Medarbejderrepræsentanter: ..." stand at the head of minutes, they are who the minutes are of.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from kkr_graph.language.item_lists import PARTIAL
from kkr_graph.language.particulars import particulars
from kkr_graph.language.presented import Presented
from kkr_graph.minutes.attendance.list_headings import TELLING, Mark
from kkr_graph.minutes.attendance.rosters import Roster, RosterFinder
from kkr_graph.model.extract import CHAIRS, AttendanceStatus, Role
from kkr_graph.model.lexicon import Phrase
from kkr_graph.model.names import fold
from kkr_graph.model.text import Line

# "Anna Holm: Deltog", "Anna Holm (A) – afbud"; "Anna Holm deltog ..." is a sentence
_SET_OFF = re.compile(r"\s?(?:[:,;\t(|]|[–—-] |\Z)")
_BRACKETS = re.compile(r"^(?:\s?\([^()]*\))+")
_BULLET = re.compile(r"[\s•*–-]*|\d{1,2}[.)]\s*")
_OPEN = frozenset({"ja", "nej", "x", "+", "÷", "✓"})  # of a vote, for all we know
_CAME_OR_NOT = frozenset({AttendanceStatus.PRESENT, AttendanceStatus.ABSENT})
_MARKED_AWAY = frozenset({AttendanceStatus.ABSENT, None})
_FEWEST = 2  # rows that tell who came, or groups
_FEWEST_UNMARKED = 3  # rows of which only those away are marked
_LABEL = re.compile(r"(?P<label>[^:\t,.]{3,60}?)(?:\s?\(\d{1,2}\))?(?P<ends>\s?:\s*|\t\s*|\Z)")
_OF_MEETING = re.compile(r"(?:fra|for)\b")  # "Fra forvaltningen" is a heading of its own
_OF_ELSE = re.compile(
    r"\b(?:underskr\w*|på valg|valg|kandidat\w*|opstil\w*|kopi|udsend\w*|fordel\w*|udtræd\w*|udtrådt\w*|afgåe\w*|tidligere"
    r"|næste|indkald\w*|foresl\w*|indstil\w*|udpeg\w*|afstem\w*)\b",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"(?:\w+s )?[\w-]*ledelsen?")


class UnheadedFinder:
    """Finds such lists in the front of one document, beside those with a heading."""

    def __init__(self, finder: RosterFinder) -> None:
        self.finder = finder
        self.layer = finder.layer
        self.lexicon = finder.lexicon
        self.headings = finder.headings
        self.people = finder.people
        self.staff = self.lexicon.phrases[Phrase.STAFF]

    def find(self, lines: Sequence[Line]) -> Iterator[Roster]:
        """The lists among some lines that no heading is over, in order; rows before groups."""
        headed = self.finder.marks(lines)
        taken = {
            line.read_start
            for roster in self.finder.rosters(lines, headed)
            if roster.status is not None
            for line in roster.lines
        }
        runs = [
            tuple(run)
            for is_free, run in groupby(
                lines, lambda line: line.read_start not in taken and self._may_be_of_run(line)
            )
            if is_free
        ]
        yield from tuple(self._of_rows(lines, runs)) or self._of_groups(lines, headed, taken)

    def _may_be_of_run(self, line: Line) -> bool:
        text = self.layer.read(line)
        return self._person_of_row(text) is not None or self.headings.is_group(text)

    def _of_rows(self, lines: Sequence[Line], runs: Sequence[tuple[Line, ...]]) -> Iterator[Roster]:
        """The lists that lines below each other are, if enough of them tell who came."""
        found = [run for run in map(self._from_first_row, runs) if any(self._tell(run))]
        told = [status for run in found for status in self._tell(run)]
        sure = [status for status in told if status in _CAME_OR_NOT]
        by_row = len(sure) >= _FEWEST and 2 * len(sure) > len(told)
        for run in found:
            tell = self._tell(run)
            away_only = len(tell) >= _FEWEST_UNMARKED and set(tell) == _MARKED_AWAY
            away_only = away_only and not self._is_of_else(lines, run[0])
            if by_row or away_only:
                yield Roster(
                    status=AttendanceStatus.PRESENT,
                    lines=run,
                    start=run[0].read_start,
                    heading="",
                    told_by_row=by_row,
                )

    def _from_first_row(self, run: tuple[Line, ...]) -> tuple[Line, ...]:
        first = next((i for i, line in enumerate(run) if self._is_row(line)), len(run))
        return run[first:]

    def _tell(self, run: Sequence[Line]) -> list[AttendanceStatus | None]:
        """What each row of a list tells."""
        return [self._told(self.layer.read(line)) for line in run if self._is_row(line)]

    def _is_row(self, line: Line) -> bool:
        return self._person_of_row(self.layer.read(line)) is not None

    def _person_of_row(self, text: str) -> Presented | None:
        """Of whom a line is that begins with somebody, behind no more than an office or a sender."""
        first = next(iter(self.people.find_listed(text)), None)
        if first is None or not self._is_set_off(text, first.end):
            return None
        ahead = text[: first.start].strip(" \t:,")
        led = (
            _BULLET.fullmatch(ahead) is not None
            or fold(ahead) in self.lexicon.roles
            or self.people.words.is_title(ahead)
            or self.headings.is_group(ahead)
        )
        return first if led else None

    def _is_set_off(self, text: str, end: int) -> bool:
        """Whether behind a name stands what is said of them, or nothing, or no more than "deltog"."""
        behind = _BRACKETS.sub("", text[end:])
        told = self.people.words.status(behind.strip())
        return told is not None or _SET_OFF.match(behind) is not None

    def _told(self, row: str) -> AttendanceStatus | None:
        """What a row tells of who came; nothing where it is a word that may be a vote."""
        first = self._person_of_row(row)
        behind = row[first.end :] if first is not None else ""
        if PARTIAL.search(behind):
            return AttendanceStatus.PRESENT
        words = (piece for piece in particulars(behind) if fold(piece) not in _OPEN)
        return next(filter(None, map(self.people.words.status, words)), None)

    def _of_groups(
        self, lines: Sequence[Line], headed: Sequence[tuple[int, Mark]], taken: set[int]
    ) -> Iterator[Roster]:
        """The groups of a board, where there are several, and their leaders as guests."""
        groups = {
            i: mark
            for i, line in enumerate(lines)
            if line.read_start not in taken and (mark := self._group(line)) is not None
        }
        kept = [(i, mark) for i, mark in headed if i not in groups]
        found = [
            roster
            for roster in self.finder.rosters(lines, sorted((*kept, *groups.items())))
            if lines.index(roster.lines[0]) in groups and self._names_people(roster)
        ]
        of_members = [
            roster
            for roster in found
            if roster.heading and roster.status is AttendanceStatus.PRESENT
        ]
        first = of_members[0].lines[0] if of_members else None
        if len(of_members) >= _FEWEST and first and not self._is_of_else(lines, first):
            yield from found

    def _is_of_else(self, lines: Sequence[Line], first: Line) -> bool:
        """Whether the line above a list tells that it is of those to elect, who signed, or the like."""
        at = lines.index(first)
        return at > 0 and _OF_ELSE.search(self.layer.read(lines[at - 1])) is not None

    def _group(self, line: Line) -> Mark | None:
        """In which capacity the group came that a line is the label of."""
        text = self.layer.read(line)
        match = _LABEL.match(text)
        if match is None or TELLING.search(text) or text.endswith((".", ";")):
            return None
        label = fold(match["label"])
        role = self.lexicon.roles.get(label)
        if role in CHAIRS and match["ends"]:
            return AttendanceStatus.PRESENT, 0
        if role is Role.DEPUTY:  # who need not have come
            return None, match.end()
        if _LEADERS.fullmatch(label) or (match["ends"] and self.staff.fullmatch(label)):
            return AttendanceStatus.GUEST, match.end()
        is_group = label in self.lexicon.group_headings or any(
            form.fullmatch(label) for form in self.lexicon.group_patterns
        )
        known = is_group and not _OF_MEETING.match(label) and not self.people.find(match["label"])
        return (AttendanceStatus.PRESENT, match.end()) if known else None

    def _names_people(self, roster: Roster) -> bool:
        text = self.layer.reading.text[roster.start : roster.lines[-1].read_end]
        return bool(self.people.find_listed(text))
