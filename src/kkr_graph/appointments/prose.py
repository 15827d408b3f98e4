"""Lists that are written out: headings of forums, labels, groups, and people line by line."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from kkr_graph.appointments.days import NO_DAYS, read_days
from kkr_graph.appointments.entries import Entry
from kkr_graph.appointments.forum_lines import ForumLineReader
from kkr_graph.appointments.groups import GroupReader
from kkr_graph.appointments.headings import (
    Column,
    Group,
    lead_length,
    without_lead,
    without_years,
)
from kkr_graph.appointments.labels import LABEL, LabelReader
from kkr_graph.appointments.lines import Above, Said
from kkr_graph.appointments.outline import EVERYBODY, Outline, Row
from kkr_graph.appointments.particulars import ParticularReader
from kkr_graph.appointments.telling import TellingReader, Told
from kkr_graph.appointments.titles import TitleReader
from kkr_graph.appointments.units import Unit
from kkr_graph.language.dates import find_dates
from kkr_graph.language.letters import is_salutation
from kkr_graph.language.parties import party_heading, party_tokens
from kkr_graph.language.period import only_day
from kkr_graph.language.presented import Presented
from kkr_graph.model.extract import Event, Role
from kkr_graph.model.lexicon import ListPart, ListPattern
from kkr_graph.model.names import clean, fold
from kkr_graph.model.span import Passage

# labels on one line, as in "Lovgrundlag: Havneloven. Formål: Havne."
_SEVERAL = re.compile(r"(?:(?<=[.;])\s+|\s[–—-]\s)(?=[A-ZÆØÅ][\w/ ]{2,30}:\s)")
_FOOTNOTE = re.compile(r"\W?(?P<mark>[*†‡¹²³]{1,3}|\d{1,2}\))\s*")
# who steps in for a seat that is nobody's: "Vakant (stedfortræder: Bo Lund)"
_ITS_DEPUTY = re.compile(
    r"[(,;–-] ?(?:personlig )?(?:suppleant|stedfortræder|suppl\.|stedf\.|stf\.):? (?P<who>(?-i:[A-ZÆØÅ])[^;]*)$",
    re.IGNORECASE,
)
# below a name and an office, for how long: "Valgt for perioden 1. februar 2026 - 31. januar 2027"
_OF_HIS = re.compile(
    r"(?:gen)?(?:valgt|udpeget|beskikket) (?:for|fra|til|indtil|i perioden|den|pr\.) .*\d",
    re.IGNORECASE,
)
# in a footnote, about the one who has its mark
_ENTERED_AFTER = re.compile(
    r"(?:er )?(?:indtrådt|tiltrådt|indtrådte|tiltrådte|udpeget|valgt)\b[^,;]*\b(?:efter|i stedet for|som afløser for)\b",
    re.IGNORECASE,
)
_SET_APART = re.compile(r"\s*\([^()]*\)")  # "Byrådsmedlem (A)"
# no name: small letters but for the first, in the plural or the definite
_OF_SOME = re.compile(r"[A-ZÆØÅ][a-zæøå]*(?:e|er|et|en)(?: [a-zæøå]+){0,3} ?:")
_BRACKETED = re.compile(r"\([^():]+:[^()]*\)")
_OVER_EMPTY = re.compile(r"(?:ledige|ubesatte|vakante) (?:pladser|poster|hverv)", re.IGNORECASE)
_LONGEST_HEADING = 120
_PROSE_END = (".", ";", "!", "?")
_MOVED = re.compile(r"\b(?:ud|ind|til|fra)tr(?:ådt|ådte|æder) (?:af|i|fra) ", re.IGNORECASE)
_ARK = re.compile(r"(?:ark|sheet|tabel|table|side|page)\s*\d*", re.IGNORECASE)


class ProseReader:
    """Reads lines, one after the other, into the outline. ``read`` tells whether one was understood."""

    def __init__(
        self,
        outline: Outline,
        telling: TellingReader,
        forum_lines: ForumLineReader,
        tell_rules: Callable[[str, Passage], bool],
        passage: Callable[[int, int], Passage],
    ) -> None:
        self.outline = outline
        self.telling = telling
        self.forum_lines = forum_lines
        self.headings, self.entries = telling.headings, telling.entries
        self.words = self.entries.words
        self.titles = TitleReader(self.entries)
        self.tell_rules = tell_rules
        self.passage = passage
        self.above = Above()
        self.groups = GroupReader(outline, self.headings, self.entries, self.above)
        particulars = ParticularReader(outline, self.entries, tell_rules)
        self.labels = LabelReader(
            outline, self.groups, particulars, tell_rules, forum_lines.is_forum
        )

    @property
    def is_skipping(self) -> bool:
        """Whether what comes next stands below a heading over what is not kept."""
        return self.above.is_skipping

    def start_table(self) -> None:
        """What comes next is no prose."""
        self.above.forget()

    def start_sent(self, sender: str) -> None:
        """Those below are members whom an organisation sends: "Danmarks Naturfredningsforening"."""
        self.start_table()
        name = clean(without_lead(sender)).strip(" :")
        self.outline.start_group(Group(role=Role.MEMBER, on_behalf_of=name), NO_DAYS)

    def read(self, unit: Unit) -> bool:
        """Read a line; False where nothing in it is understood."""
        said = Said(
            text=unit.text,
            passage=self.passage(unit.start, unit.end),
            gap=unit.gap,
            column=unit.cells[0].column,
            is_row=unit.table is not None and len(unit.columns) > 1,
        )
        if _BRACKETED.fullmatch(said.text):
            said = replace(said, text=said.text[1:-1])  # "(Sekretær: Bo Lund)"
        pieces = _SEVERAL.split(unit.text)
        if len(pieces) > 1 and all(
            self.labels.is_marked(replace(said, text=each)) for each in pieces
        ):
            read = [self._read(replace(said, text=each)) for each in pieces]
            return all(read)
        return self._read(said)

    def _read(self, said: Said) -> bool:
        if self.is_contact(said.text):
            return True
        if is_salutation(said.text):
            self.above.forget()
            self.outline.pending = self.outline.current = None
            return True
        if self.above.waiting is not None and not self.labels.is_marked(said):
            part, self.above.waiting = self.above.waiting, None
            return self.labels.tell(Column(part=part), said.text, said)
        self.above.waiting = self.above.group = None
        if self._hangs(said):
            return True
        self.above.hanging = None
        if self.above.is_skipping and (
            self._is_skipped(said) or self.labels.is_marked(said, ListPart.NOTHING)
        ):
            return True
        self.above.is_skipping = False
        if self._beside(said):
            return True
        self.above.is_below = self.above.is_listing_people = False
        is_read = self._attempts(said)
        self.above.is_listing = self.above.is_listing_people or said.text.endswith(":")
        return is_read

    def _hangs(self, said: Said) -> bool:
        """Whether a line goes on with the people behind the label above, further in than it."""
        hanging = self.above.hanging
        if hanging is None or said.column <= hanging.column:
            return False
        if said.gap > 1 or (said.gap and said.column != hanging.below):
            return False
        if LABEL.match(said.text) or not self.entries.is_entry(said.text, expected=True):
            return False
        for entry in self.entries.read(said.text, lone=self.above.lone):
            self.outline.add(entry, replace(hanging.row, passage=said.passage))
            if entry.role is not Role.DEPUTY:
                self.above.lone = entry.name
        self.above.hanging = replace(hanging, below=said.column)
        return True

    def _attempts(self, said: Said) -> bool:
        for attempt in (
            self._footnote,
            self._empty_seat,
            self._post_line,
            self._forum_line,
            self.labels.read,
            self.groups.read,
            self._telling,
            self._vacancy,
            self._rule,
            self._people,
            self.groups.lead_in,
        ):
            if attempt(said):
                return True
        return self._heading(said)

    def is_contact(self, text: str) -> bool:
        """Whether a line is an address, a telephone number or the hours of an office."""
        plain = without_lead(text) if text[:1] in "-–—•*·▪◦" else text
        contact = self.words.patterns[ListPattern.CONTACT]
        return contact.search(plain) is not None and not self.entries.find(text)

    def _is_skipped(self, said: Said) -> bool:
        """Whether a line below "Kontakt" goes on with it: it names people, or is no heading."""
        return not self.labels.is_marked(said) and (
            bool(self.entries.find(said.text))
            or without_lead(said.text) != said.text
            or not said.text[:1].isupper()
            or "," in said.text
            or said.text.endswith(_PROSE_END)
            or (said.text.endswith(":") and self.headings.group(said.text) is None)
        )

    # --- seats, rules, people ---

    def _post_line(self, said: Said) -> bool:
        """``Formand for Havnerådet: Anna Holm (A)``."""
        led = self.forum_lines.post(said.text)
        if led is None:
            return False
        post, told = led
        self.outline.open(post.forum, said.passage)
        row = Row(passage=said.passage, role=post.role, event=post.event)
        self.outline.add_all(self.entries.read(told), row)
        self.above.lone = None
        return True

    def _forum_line(self, said: Said) -> bool:
        """``Havnerådet: Anna Holm (A), Bo Lund (V)``, or ``Havnerådet – Anna Holm (A)``."""
        parted = self.forum_lines.part(said.text)
        if parted is None:
            return False
        forum, told = parted
        self.outline.open(forum, said.passage)
        self.above.lone = None
        read = [self._told(replace(said, text=each)) for each in _SEVERAL.split(told)]
        return all(read)

    def _empty_seat(self, said: Said) -> bool:
        """``Havnerådet: suppleant``, below "Ledige pladser": a seat that nobody has."""
        name, _, told = without_lead(said.text).partition(":")
        named = self.headings.bodies.canonical(name.strip(" ."))
        if not self.above.is_over_empty or not self.forum_lines.is_forum(named):
            self.above.is_over_empty = False
            return False
        self.outline.open(named, said.passage)
        role = self.headings.role(told.partition(" for ")[0])  # "suppleant for Anna Holm"
        self.outline.leave_empty(Row(passage=said.passage, role=role))
        self.outline.current = None
        return True

    def _told(self, said: Said) -> bool:
        """Those in a forum, or in a group of it: "Udpeget af KKR: Anna Holm og Bo Lund"."""
        label, colon, behind = said.text.partition(": ")
        group = Said(text=f"{label}:", passage=said.passage)
        if self.labels.is_marked(said):
            self.outline.start_group(EVERYBODY, NO_DAYS)  # and no longer of whom some are
        elif colon and self.groups.read(group):
            said = replace(said, text=behind)
        return any(
            attempt(said) for attempt in (self.labels.read, self._vacancy, self._rule, self._people)
        )

    def _vacancy(self, said: Said) -> bool:
        plain = without_lead(said.text)
        if not self.entries.is_vacant(said.text) or self.outline.title() is None:
            return False
        self.outline.leave_empty(
            Row(passage=said.passage, role=self.headings.role(_ITS_DEPUTY.sub("", plain)))
        )
        row = Row(passage=said.passage, role=self.headings.role(plain))
        self.outline.add_all(self.entries.before_vacancy(plain), row)
        self.above.lone = None
        deputy = _ITS_DEPUTY.search(plain)
        if deputy is not None and self.entries.is_entry(deputy["who"]):
            row = Row(passage=said.passage, role=Role.DEPUTY)
            self.outline.add_all(self.entries.read(deputy["who"].removesuffix(")")), row)
        return True

    def _rule(self, said: Said) -> bool:
        if self.entries.is_entry(said.text):
            return False
        return self.tell_rules(said.text, said.passage)

    def _people(self, said: Said) -> bool:
        text = said.text
        is_listed = self.above.is_listing and not said.gap
        if self.above.is_elsewhere or not self.entries.is_entry(text, listed=is_listed):
            return False
        forum = self.outline.forum()
        if forum is None or self._is_of_other(text, forum.name):
            return False
        waits = forum.group.role == Role.DEPUTY and forum.group.is_one
        lone = self.above.lone if waits else None
        found = self.entries.read(text[lead_length(text) :], lone=self.above.lone)
        if not found:
            return True  # a secretary
        label = LABEL.fullmatch(text[lead_length(text) :])
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
        self.above.is_below, self.above.is_titled = len(found) == 1, False
        self.above.is_listing_people = True
        members = [entry for entry in found if entry.role != Role.DEPUTY]
        if not waits and forum.group.role != Role.DEPUTY:
            self.above.lone = members[0].name if len(members) == 1 else None
        return True

    def _is_of_other(self, text: str, forum: str) -> bool:
        """Whether a line says that somebody left or entered another forum of the list."""
        moved = _MOVED.search(text)
        other = None if moved is None else self.outline.opening(text[moved.end() :])
        return other is not None and fold(other.name) != fold(forum)

    def _beside(self, said: Said) -> bool:
        """Below a name, close to it, the office and then the employer or the municipality."""
        if not self.above.is_below or said.gap or LABEL.match(said.text):
            return False
        text = said.text
        if self.entries.find(text) or self.headings.group(text) is not None:
            return False
        is_employer = self.above.is_titled and not text.endswith(_PROSE_END)
        if is_employer and _OF_HIS.match(text):
            self.outline.date_last(read_days(text, self.words))
            return True
        office, employer = text.partition(",")[0], text.rpartition(", ")[2]
        place = self.entries.place_of(employer) if text.endswith("ommune") else None
        token = next(party_tokens(text), None)
        office = _SET_APART.sub("", office)
        self.above.is_titled = self.entries.people.words.is_title(office)
        is_told = self.above.is_titled or is_employer or place is not None
        if is_told:
            party = None if token is None else self.entries.scheme.letter(token)
            self.outline.tell_last(municipality=place, party=party)
        return is_told

    def _footnote(self, said: Said) -> bool:
        """``* Anna Holm er udtrådt den 31. marts 2026``, below a table with her row and a "*"."""
        note = _FOOTNOTE.match(said.text)
        found = self.entries.find(said.text) if note is not None else ()
        if note is not None and not found:
            return self._noted_without_name(note["mark"], said.text[note.end() :])
        if note is None or len(found) != 1:
            return False
        told = said.text[note.end() :]
        entered = _ENTERED_AFTER.match(told, 0, said.text.index(found[0].name) - note.end())
        if entered is not None:
            return self._succeeded(note["mark"], told, found[0], said)
        remarks = self.entries.remarks.read(told)
        if remarks.event is not Event.LEFT:
            return False
        return self.outline.note(note["mark"], found[0].name, remarks.period.left)

    def _noted_without_name(self, mark: str, told: str) -> bool:
        """``* Udtrådt pr. 30. april 2026``, of whoever in the forum has the mark."""
        remarks = self.entries.remarks.read(told)
        is_told = remarks.event is Event.LEFT or remarks.period != NO_DAYS
        return is_told and self.outline.note_marked(mark, remarks)

    def _succeeded(self, mark: str, told: str, before: Presented, said: Said) -> bool:
        """``1) Indtrådt den 1. april 2026 efter Bo Lund, der udtrådte den 31. marts 2026``."""
        ahead, _, behind = told.partition(before.name)
        gone = self.words.patterns[ListPattern.LEFT].search(behind)
        row = Row(
            passage=said.passage,
            to=None if gone is None else only_day(behind),
            party=before.party,
            municipality=before.municipality,
        )
        return self.outline.note_heir(mark, clean(before.name), only_day(ahead), row)

    def _telling(self, said: Said) -> bool:
        """``I forummet sidder Anna Holm (A) som formand. Medlemmer er Bo Lund (V)``, and so on."""
        self.above.is_elsewhere = False
        if not said.text.endswith(".") or not self.entries.find(said.text):
            return False
        forum = self.outline.title()
        read = tuple(self.telling.read(said.text, forum or "", said.passage))
        others = [other for sentence in read for other in sentence.others]
        if forum is None:  # of no forum by itself: "Udtrådt siden sidste udgave"
            return self._tell_of_any(others)
        entered = [
            self.outline.enter_elsewhere(body, told.entry, told.row) for body, told in others
        ]
        if not any(sentence.told for sentence in read) and not any(entered):
            self.above.is_elsewhere = any(sentence.is_elsewhere for sentence in read)
            return False
        for sentence in read:
            for told in sentence.told:
                self.outline.enter(told.entry, told.row)
            if not sentence.told:
                self.tell_rules(sentence.text, said.passage)
        return True

    def _tell_of_any(self, others: Sequence[tuple[str, Told]]) -> bool:
        """``I Havnerådet sidder Anna Holm (A)``, whether the forum was told of before or not."""
        for body, told in others:
            if not self.outline.enter_elsewhere(body, told.entry, told.row):
                self.outline.open(body, told.row.passage)
                self.outline.enter(told.entry, told.row)
                self.outline.current = None
        return bool(others)

    def _deputy(self, entry: Entry, lone: str | None, text: str) -> Entry:
        """A line "Anna Holm (A), personlig stedfortræder" is about the member above."""
        if entry.role == Role.DEPUTY and lone is None and entry.deputy_for is None:
            personal = re.search(r"\bpersonlig\b", text, re.IGNORECASE) is not None
            return replace(entry, deputy_for=self.above.lone if personal else None)
        return entry

    # --- headings ---

    def _is_of_some(self, text: str) -> bool:
        """``Erhvervslivet:``, ``Kommunale politikere:``, in a forum: where some of it come from."""
        is_some = self.outline.is_within() and _OF_SOME.fullmatch(text) is not None
        return is_some and not self.forum_lines.is_forum(text.rstrip(": "))

    def _heading(self, said: Said) -> bool:
        """Whether a line is a heading: short, no sentence, nobody in it."""
        text = clean(without_lead(said.text))
        is_over_posts = self.words.patterns[ListPattern.POSTS].search(text.strip(" :")) is not None
        if self.words.patterns[ListPattern.TITLE].search(text) and not is_over_posts:
            return not self.entries.is_entry(text)
        is_general = fold(without_years(text.strip(" :"))) in self.words.general
        if is_general or is_over_posts or _ARK.fullmatch(text):
            self.outline.pending, self.outline.current = None, None
            self.above.is_over_empty = _OVER_EMPTY.match(text) is not None
            return True
        party = party_heading(text.strip(" :"), self.entries.registry)
        if party is not None and not said.is_row:
            self.outline.start_party(party)
            self.above.lone = None
            return True
        if self._is_of_some(text):
            self.outline.start_group(EVERYBODY, NO_DAYS)
            self.above.lone = None
            return True
        seems = self.titles.seems(said.text) and not said.is_row
        seems = seems and self.headings.group(text) is None
        if seems:
            self.outline.head(said.text, said.passage)
            self.above.lone = None
            return True
        days = list(find_dates(text, 0, len(text)))
        dated = days and self.words.patterns[ListPattern.DATED].search(text) is not None
        return bool(dated) and not self.entries.find(text) and len(text) < _LONGEST_HEADING
