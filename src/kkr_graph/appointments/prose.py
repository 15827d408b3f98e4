"""Lists that are written out: headings of forums, labels, groups, and people line by line."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from kkr_graph.appointments.days import NO_DAYS, read_days
from kkr_graph.appointments.entries import Entry, EntryReader
from kkr_graph.appointments.headings import (
    Column,
    Group,
    HeadingReader,
    lead_length,
    without_genitive,
    without_lead,
)
from kkr_graph.appointments.outline import Outline, Row
from kkr_graph.appointments.particulars import ParticularReader
from kkr_graph.appointments.telling import TellingReader
from kkr_graph.appointments.titles import TitleReader, is_proper
from kkr_graph.appointments.units import Unit
from kkr_graph.language.dates import find_dates
from kkr_graph.language.period import only_day
from kkr_graph.language.seats import COUNT
from kkr_graph.model.extract import Event, Role
from kkr_graph.model.lexicon import ListPart, ListPattern
from kkr_graph.model.names import clean, fold
from kkr_graph.model.span import Passage

_LABEL = re.compile(r"(?P<label>[^:]{1,60}):(?!\d|//)\s*(?P<value>.*)", re.DOTALL)
# labels on one line, as in "Lovgrundlag: Havneloven. Formål: Havne."
_SEVERAL = re.compile(r"(?<=[.;])\s+(?=[A-ZÆØÅ][\w/ ]{2,30}:\s)")
_DEPUTY_OF = re.compile(
    r"(?:personlig )?(?:suppleant|stedfortræder|deputy|substitute) for (?P<whom>[^:]{3,80}):\s*(?P<who>.*)",
    re.IGNORECASE | re.DOTALL,
)
_MOVED = re.compile(r"(?P<when>(?:Udtrådt|Fratrådt|Indtrådt|Tiltrådt) [^:]{6,40}): (?P<who>.+)")
_SENTENCE = re.compile(
    r"(?<!\w)(?:er|har|kan|skal|består|ledes|sammensættes|udgøres|udpeger|udpeges|vælger|vælges|sidder)(?!\w)"
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
    gap: int = 0  # blank lines above


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
        self.titles = TitleReader(entries)
        self.particulars = ParticularReader(outline, entries, tell_rules)
        self.telling = TellingReader(headings, entries)
        self.tell_rules = tell_rules
        self.passage = passage
        self.lone: str | None = None  # the one member of the line before
        self.waiting: ListPart | None = None  # a label whose text stands on the next line
        self.is_titled = False  # ... and an office below the name
        self.is_below = False  # somebody stands on the line above
        self.is_skipping = False  # below a heading over what is not kept

    def start_table(self) -> None:
        """What comes next is no prose."""
        self.lone = self.waiting = None
        self.is_skipping = False

    def start_sent(self, sender: str) -> None:
        """Those below are members whom an organisation sends: "Danmarks Naturfredningsforening"."""
        self.start_table()
        name = clean(without_lead(sender)).strip(" :")
        self.outline.start_group(Group(role=Role.MEMBER, on_behalf_of=name), NO_DAYS)

    def read(self, unit: Unit) -> bool:
        """Read a line; False where nothing in it is understood."""
        said = Said(text=unit.text, passage=self.passage(unit.start, unit.end), gap=unit.gap)
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
        if self.is_skipping and (self._is_skipped(said) or self._is_marked(said, ListPart.NOTHING)):
            return True
        self.is_skipping = False
        if not self._beside(said):
            self.is_below = False
            return self._attempts(said)
        return True

    def _attempts(self, said: Said) -> bool:
        for attempt in (
            self._deputy_of,
            self._without_label,
            self._moved,
            self._label,
            self._dated_label,
            self._group,
            self._vacancy,
            self._rule,
            self._telling,
            self._people,
            self._lead_in,
        ):
            if attempt(said):
                return True
        return self._heading(said)

    def _is_skipped(self, said: Said) -> bool:
        """Whether a line below "Kontakt" goes on with it: it names people, or is no heading."""
        return not self._is_marked(said) and (
            bool(self.entries.find(said.text))
            or without_lead(said.text) != said.text
            or not said.text[:1].isupper()
            or "," in said.text
            or said.text.endswith(_PROSE_END)
            or (said.text.endswith(":") and self.headings.group(said.text) is None)
        )

    def _is_marked(self, said: Said, part: ListPart | None = None) -> bool:
        """Whether a line has a label of its own, so that it is not the text of the one before."""
        match = _LABEL.fullmatch(said.text)
        column = None if match is None else self.headings.column(match["label"])
        return column is not None and (part is None or column.part == part)

    # --- labels ---

    def _deputy_of(self, said: Said) -> bool:
        """``Stedfortræder for Anna Holm: Bo Lund``."""
        match = _DEPUTY_OF.fullmatch(without_lead(said.text))
        if match is None or self.outline.forum() is None:
            return False
        whom, found = self._whom(match["whom"]), self.entries.read(match["who"])
        if whom is None:
            return False
        if not match["who"]:  # the name stands on the next line
            self.outline.start_group(Group(role=Role.DEPUTY, is_one=True), NO_DAYS)
            self.lone = whom
            return True
        row = Row(passage=said.passage, role=Role.DEPUTY, deputy_for=whom)
        for entry in found:
            self.outline.add(entry, row)
        return bool(found) or self.entries.is_vacant(match["who"])

    def _whom(self, written: str) -> str | None:
        """Somebody by name, or who is the one of a role: "formanden", "medlemmet"."""
        named = self.entries.find(written)
        if named:
            return clean(named[0].name) if len(named) == 1 else None
        role = Role.MEMBER if fold(written) == "medlemmet" else self.headings.role(written)
        return None if role is None else self.outline.holder(role)

    def _without_label(self, said: Said) -> bool:
        """A line that tells of the forum in words of its own."""
        return self.particulars.tell_in_words(said.text, said.passage)

    def _moved(self, said: Said) -> bool:
        """``Udtrådt pr. 1. juni 2023: Anna Holm (A)``."""
        match = _MOVED.fullmatch(without_lead(said.text))
        if match is None or self.outline.forum() is None:
            return False
        days = read_days(match["when"], self.words)
        found = self.entries.read(match["who"])
        event = Event.LEFT if days.left else None
        row = Row(passage=said.passage, event=event, from_=days.from_, to=days.left)
        for entry in found if days != NO_DAYS else ():
            self.outline.add(entry, row)
        return bool(found) and days != NO_DAYS

    def _label(self, said: Said) -> bool:
        match = _LABEL.fullmatch(without_lead(said.text))
        if match is None:
            return self._bare_label(said)
        column = self.headings.column(match["label"]) or self._proposed(match)
        if column is None or self.entries.find(match["label"]):
            return False
        if column.part == ListPart.REPLACES and self.headings.is_former(match["label"]):
            self.is_skipping = not match["value"]
            return True
        return self._told(column, clean(match["value"]).rstrip(" ;"), said)

    def _proposed(self, labelled: re.Match[str]) -> Column | None:
        """``Foreslået: Anna Holm``: people, if anybody is named."""
        group = self.headings.group(f"{labelled['label']}:")
        if group is None or group.certain:
            return None
        if not self.entries.is_entry(labelled["value"], expected=True):
            return None
        return Column(part=ListPart.PERSON, role=group.role, is_proposed=True)

    def _dated_label(self, said: Said) -> bool:
        """``Udtrådt den 28. februar 2026: Anna Holm (A)``."""
        match = _LABEL.fullmatch(without_lead(said.text))
        day = None if match is None else only_day(match["label"])
        if match is None or day is None or self.outline.forum() is None:
            return False
        (found,) = find_dates(match["label"], 0, len(match["label"]))
        column = self.headings.column(match["label"][: found.start])
        part = None if column is None else column.part
        value = clean(match["value"])
        if part not in (ListPart.LEFT, ListPart.FROM) or not self.entries.is_entry(value):
            return False
        has_left = part is ListPart.LEFT
        row = Row(
            passage=said.passage,
            event=Event.LEFT if has_left else None,
            from_=None if has_left else day,
            to=day if has_left else None,
        )
        for entry in self.entries.read(value):
            self.outline.add(entry, row)
        return True

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
        if part in (ListPart.FORUM, ListPart.ORGANIZATION):
            if not value:
                return False
            self.outline.open(value, said.passage)
            self.lone = None
            return True
        if not value:
            self.waiting = part
            return True
        return self.particulars.tell(part, value, said.passage)

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
        is_ordered = without_lead(said.text)[:1].isdigit() or said.text[:1].isdigit()
        lone = self.lone if is_deputy and not (column.is_many or is_ordered) else None
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
        named = self.headings.members(clean(without_lead(text)).strip(" :"))
        if named is not None and (group is None or group.by is None):
            self._open_named(named, said)
        if group is None or self.outline.forum() is None:
            return False
        # "Bestyrelsesmedlemmer i Havnen A/S" may be a forum; a group is a word or two, or an act
        is_act = group.by is not None or group.event is not None or not group.certain
        is_word = text.rstrip().endswith(":") or self.headings.column(without_lead(text))
        if not is_act and not is_word and named is None:
            return False
        self.outline.start_group(group, read_days(text, self.words))
        if group.role != Role.DEPUTY:
            self.lone = None
        return True

    def _open_named(self, members: re.Match[str], said: Said) -> None:
        """The forum of ``Medlemmerne af KL's formandskab er:``, by a name that is one alone."""
        name = members["forum"] or without_genitive(members["owner"])
        forum = self.outline.forum()
        if name is None or (forum is not None and not is_proper(name)):
            return
        if forum is None or fold(name) not in fold(forum.name):
            self.outline.rename(name, said.passage)

    def _lead_in(self, said: Said) -> bool:
        """``Rådet består af 11 medlemmer, hvoraf borgmesteren er formand:`` and those below it."""
        text = said.text.rstrip()
        if not text.endswith(":") or not _SENTENCE.search(text) or self.outline.forum() is None:
            return False
        self.outline.start_group(Group(), NO_DAYS)
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
            return True  # a secretary
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
        self.is_below, self.is_titled = len(found) == 1, False
        members = [entry for entry in found if entry.role != Role.DEPUTY]
        if not waits and forum.group.role != Role.DEPUTY:
            self.lone = members[0].name if len(members) == 1 else None
        return True

    def _beside(self, said: Said) -> bool:
        """Below a name, close to it, the office and then the employer or the municipality."""
        if not self.is_below or said.gap or _LABEL.match(said.text):
            return False
        text = said.text
        if self.entries.find(text) or self.headings.group(text) is not None:
            return False
        is_employer = self.is_titled and not text.endswith(_PROSE_END)
        place = self.entries.place_of(text) if text.endswith("ommune") else None
        self.is_titled = self.entries.people.words.is_title(text)
        if place is not None:
            self.outline.place_last(place)
        return self.is_titled or is_employer or place is not None

    def _telling(self, said: Said) -> bool:
        """``I forummet sidder Anna Holm (A) som formand. Medlemmer er Bo Lund (V)``, and so on."""
        found = tuple(self.telling.read(said.text)) if said.text.endswith(".") else ()
        if not found or self.outline.forum() is None:
            return False
        for told in found:
            row = Row(passage=said.passage, role=told.role, event=told.event, by=told.by)
            self.outline.add(told.entry, row)
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
        seems = self.titles.seems(said.text) and self.headings.group(text) is None
        if seems:
            self.outline.head(said.text, said.passage)
            self.lone = None
            return True
        days = list(find_dates(text, 0, len(text)))
        dated = days and self.words.patterns[ListPattern.DATED].search(text) is not None
        return bool(dated) and not self.entries.find(text) and len(text) < _LONGEST_HEADING
