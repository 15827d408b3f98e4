"""Lists that are written out: headings of forums, labels, groups, and people line by line."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from kkr_graph.appointments.days import Period, read_days
from kkr_graph.appointments.entries import Entry, EntryReader
from kkr_graph.appointments.headings import Column, HeadingReader, lead_length, without_lead
from kkr_graph.appointments.outline import Outline, Row
from kkr_graph.appointments.units import Unit
from kkr_graph.language.dates import find_dates
from kkr_graph.language.period import only_day
from kkr_graph.language.seats import COUNT
from kkr_graph.model.extract import Role
from kkr_graph.model.lexicon import ListPart, ListPattern
from kkr_graph.model.names import clean, fold
from kkr_graph.model.span import Passage

_LABEL = re.compile(r"(?P<label>[^:]{1,60}):(?!\d|//)\s*(?P<value>.*)", re.DOTALL)
# labels on one line, as in "Lovgrundlag: Havneloven. Formål: Havne."
_SEVERAL = re.compile(r"(?<=[.;])\s+(?=[A-ZÆØÅ][\w/ ]{2,30}:\s)")
_DEPUTY_OF = re.compile(
    r"(?:personlig )?(?:suppleant|stedfortræder|deputy|substitute) for (?P<whom>[^:]{3,80}):\s*(?P<who>.+)",
    re.IGNORECASE | re.DOTALL,
)
_DURATION = re.compile(
    r"(?:funktions|valg|udpegnings|beskikkelses)?perioden?\b(?! for )", re.IGNORECASE
)
_LONGEST_HEADING = 120
_ON_A_LINE = frozenset(
    {ListPart.PURPOSE, ListPart.LEGAL_BASIS, ListPart.RULE, ListPart.PERIOD, ListPart.NOTHING}
)
_PROSE_END = (".", ";", "!", "?")
_COUNTED = re.compile(rf"{COUNT} [a-zæøå]", re.IGNORECASE)
_BULLET = re.compile(r"(?:[-–—•*·▪◦]\s+)*")
_ARK = re.compile(r"(?:ark|sheet|tabel|table|side|page)\s*\d*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A line as it is read: its text, and where it stands."""

    text: str
    passage: Passage


class ProseReader:
    """Reads lines, one after the other, into the outline. ``read`` tells whether one was understood."""

    def __init__(
        self,
        outline: Outline,
        headings: HeadingReader,
        entries: EntryReader,
        tell_rules: Callable[[str, Passage], bool],
        passage: Callable[[int, int], Passage],
    ) -> None:
        self.outline = outline
        self.headings = headings
        self.entries = entries
        self.words = entries.words
        self.tell_rules = tell_rules
        self.passage = passage
        self.lone: str | None = None  # the one member of the line before
        self.waiting: ListPart | None = None  # a label whose text stands on the next line
        self.is_skipping = False  # below a heading over what is not kept

    def start_table(self) -> None:
        """What comes next is no prose."""
        self.lone = self.waiting = None
        self.is_skipping = False

    def read(self, unit: Unit) -> bool:
        """Read a line; False where nothing in it is understood."""
        said = Said(text=unit.text, passage=self.passage(unit.start, unit.end))
        pieces = _SEVERAL.split(unit.text)
        if len(pieces) > 1 and all(self._is_marked(replace(said, text=each)) for each in pieces):
            read = [self._read(replace(said, text=each)) for each in pieces]
            return all(read)
        return self._read(said)

    def _read(self, said: Said) -> bool:
        if self.waiting is not None and not self._is_marked(said):
            part, self.waiting = self.waiting, None
            return self._told(Column(part=part), said.text, said)
        self.waiting = None
        if self.is_skipping and self._is_skipped(said):
            return True
        self.is_skipping = False
        for attempt in (
            self._deputy_of,
            self._label,
            self._duration,
            self._group,
            self._vacancy,
            self._rule,
            self._people,
        ):
            if attempt(said):
                return True
        return self._heading(said)

    def _is_skipped(self, said: Said) -> bool:
        """Whether a line below "Kontakt" goes on with it: it names people, or is no heading."""
        return not self._is_marked(said) and (
            bool(self.entries.find(said.text)) or not said.text[:1].isupper() or "," in said.text
        )

    def _is_marked(self, said: Said) -> bool:
        """Whether a line has a label of its own, so that it is not the text of the one before."""
        match = _LABEL.fullmatch(said.text)
        return match is not None and self.headings.column(match["label"]) is not None

    # --- labels ---

    def _deputy_of(self, said: Said) -> bool:
        """``Stedfortræder for Anna Holm: Bo Lund``."""
        match = _DEPUTY_OF.fullmatch(without_lead(said.text))
        if match is None or self.outline.forum() is None:
            return False
        whom, found = self.entries.find(match["whom"]), self.entries.read(match["who"])
        if len(whom) != 1:
            return False
        row = Row(passage=said.passage, role=Role.DEPUTY, deputy_for=clean(whom[0].name))
        for entry in found:
            self.outline.add(entry, row)
        return bool(found) or self.entries.is_vacant(match["who"])

    def _duration(self, said: Said) -> bool:
        """``Funktionsperioden løber fra 1. februar 2022 til 31. januar 2026``."""
        days = read_days(said.text, self.words)
        forum = self.outline.forum() if _DURATION.match(said.text) else None
        if forum is None or (days.from_ is None and days.to is None):
            return False
        forum.period = days
        return True

    def _label(self, said: Said) -> bool:
        match = _LABEL.fullmatch(without_lead(said.text))
        if match is None:
            return self._bare_label(said)
        column = self.headings.column(match["label"])
        if column is None or self.entries.find(match["label"]):
            return False
        return self._told(column, clean(match["value"]), said)

    def _bare_label(self, said: Said) -> bool:
        """A label on a line of its own, without a colon: what it is for follows."""
        column = self.headings.column(without_lead(said.text))
        if column is None or column.part not in _ON_A_LINE:
            return False
        if column.part == ListPart.NOTHING:
            self.is_skipping = True
        else:
            self.waiting = column.part
        return True

    def _told(self, column: Column, value: str, said: Said) -> bool:
        part = column.part
        if part in (ListPart.NOTHING, ListPart.DATE):
            return True
        is_about_people = not value or bool(self.entries.find(value))
        if part in (ListPart.FROM, ListPart.TO) and is_about_people:
            column = Column(part=ListPart.PERSON, is_many=True)  # "Udpeget: Anna Holm"
            part = ListPart.PERSON
        if part == ListPart.PERSON:
            return self._labelled_people(column, value, said)
        if part == ListPart.FORUM:
            if not value:
                return False
            self.outline.open(value, said.passage)
            self.lone = None
            return True
        if not value:
            self.waiting = part
            return True
        return self._of_forum(part, value, said)

    def _of_forum(self, part: ListPart, value: str, said: Said) -> bool:
        forum = self.outline.forum()
        if forum is None:
            return part == ListPart.PERIOD
        forum.is_told = True
        if self.entries.is_dash(value):
            return True
        match part:
            case ListPart.PURPOSE:
                forum.purpose = forum.purpose or (value, said.passage)
            case ListPart.LEGAL_BASIS:
                forum.legal_basis = forum.legal_basis or (value, said.passage)
            case ListPart.RULE:
                return self.tell_rules(value, said.passage) or not self.entries.find(value)
            case ListPart.PERIOD | ListPart.FROM | ListPart.TO:
                forum.period = self._period(part, value, forum.period)
            case ListPart.BY:
                forum.group = replace(forum.group, by=value)
            case ListPart.ABBREVIATION | ListPart.NOMINATED_BY | ListPart.ROLE:
                return True
            case _:
                return not self.entries.find(value)
        return True

    def _period(self, part: ListPart, value: str, before: Period) -> Period:
        whole = read_days(value, self.words)
        match part:
            case _ if whole.from_ is not None and whole.to is not None:
                return whole
            case ListPart.FROM:
                return replace(before, from_=only_day(value))
            case ListPart.TO:
                return replace(before, to=only_day(value))
            case _:
                return whole

    def _labelled_people(self, column: Column, value: str, said: Said) -> bool:
        """``Medlemmer: Anna Holm (A), Bo Lund (V)``; without a value, the lines below."""
        if not value and column.role is None:
            return self.outline.forum() is not None
        if not value:
            return self._group(replace(said, text=f"{said.text.rstrip(': ')}:"))
        if self.outline.forum() is None:
            return False
        if self.entries.is_dash(value) and column.role == Role.DEPUTY:
            return True
        if self.entries.is_vacant(value) or self.entries.is_dash(value):
            self.outline.leave_empty(Row(passage=said.passage, role=column.role))
            return True
        if not self.entries.is_entry(value, expected=True):
            return self.tell_rules(value, said.passage)
        is_deputy = column.role == Role.DEPUTY
        lone = self.lone if is_deputy and not column.is_many else None
        found = self.entries.read(value, lone=lone)
        label = said.text.partition(":")[0]
        row = Row(
            passage=said.passage,
            role=column.role,
            event=self.headings.event(label),
            by=self.headings.by(label),
            certain=not column.is_proposed,
        )
        for entry in found:
            alone = lone if len(found) == 1 and entry.name != lone else None
            self.outline.add(entry, replace(row, deputy_for=alone))
        if not is_deputy:
            self.lone = found[0].name if len(found) == 1 else None
        return True

    # --- groups, seats, rules, people ---

    def _group(self, said: Said) -> bool:
        text = said.text
        if self.entries.find(text) or self.entries.is_vacant(text):
            return False
        if _COUNTED.match(_BULLET.sub("", text, count=1)) and not text.rstrip().endswith(":"):
            return False  # "2 medlemmer, der udpeges af KKR" is a rule
        group = self.headings.group(text)
        if group is None or self.outline.forum() is None:
            return False
        # "Bestyrelsesmedlemmer i Havnen A/S" may be a forum; a group is a word or two, or an act
        is_act = group.by is not None or group.event is not None or not group.certain
        is_word = text.rstrip().endswith(":") or self.headings.column(without_lead(text))
        if not is_act and not is_word:
            return False
        self.outline.start_group(group, read_days(text, self.words))
        if group.role != Role.DEPUTY:
            self.lone = None
        return True

    def _vacancy(self, said: Said) -> bool:
        if not self.entries.is_vacant(said.text) or self.outline.forum() is None:
            return False
        self.outline.leave_empty(
            Row(passage=said.passage, role=self.headings.role(without_lead(said.text)))
        )
        self.lone = None
        return True

    def _rule(self, said: Said) -> bool:
        if self.entries.is_entry(said.text):
            return False
        return self.tell_rules(said.text, said.passage)

    def _people(self, said: Said) -> bool:
        text = said.text
        if not self.entries.is_entry(text):
            return False
        forum = self.outline.forum()
        if forum is None:
            return False
        waits = forum.group.role == Role.DEPUTY and forum.group.is_one
        lone = self.lone if waits else None
        found = self.entries.read(text[lead_length(text) :], lone=self.lone)
        if not found:
            return False
        label = _LABEL.fullmatch(text[lead_length(text) :])
        is_named = label is None or bool(self.entries.find(label["label"]))
        group = None if label is None or is_named else self.headings.group(label["label"])
        row = Row(
            passage=said.passage,
            deputy_for=lone,
            by=None if group is None else group.by,
            role=None if group is None else group.role,
            event=None if group is None else group.event,
        )
        for entry in found:
            self.outline.add(self._deputy(entry, lone, text), row)
        members = [entry for entry in found if entry.role != Role.DEPUTY]
        if not waits and forum.group.role != Role.DEPUTY:
            self.lone = members[0].name if len(members) == 1 else None
        return True

    def _deputy(self, entry: Entry, lone: str | None, text: str) -> Entry:
        """A line "Anna Holm (A), personlig stedfortræder" is about the member above."""
        if entry.role == Role.DEPUTY and lone is None and entry.deputy_for is None:
            personal = re.search(r"\bpersonlig\b", text, re.IGNORECASE) is not None
            return replace(entry, deputy_for=self.lone if personal else None)
        return entry

    # --- headings ---

    def _heading(self, said: Said) -> bool:
        """Whether a line is a heading: short, no sentence, nobody in it."""
        text = clean(without_lead(said.text))
        if self.words.patterns[ListPattern.TITLE].search(text):
            return not self.entries.is_entry(text)
        if fold(text.strip(" :")) in self.words.general or _ARK.fullmatch(text):
            self.outline.pending, self.outline.current = None, None
            return True
        seems = (
            0 < len(text) <= _LONGEST_HEADING
            and (text[:1].isupper() or text[:1].isdigit() or said.text[:1].isdigit())
            and not text.endswith(_PROSE_END)
            and ":" not in text.rstrip(": ")
            and self.headings.group(text) is None
            and not self.entries.is_entry(text)
            and not any(find_dates(text, 0, len(text)))
            and "@" not in text
        )
        if seems:
            self.outline.head(said.text, said.passage)
            self.lone = None
            return True
        days = list(find_dates(text, 0, len(text)))
        dated = days and self.words.patterns[ListPattern.DATED].search(text) is not None
        return bool(dated) and not self.entries.find(text) and len(text) < _LONGEST_HEADING
