"""The forums of a list as they are found, and who sits in each."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import IntEnum

from kkr_graph.appointments.days import NO_DAYS, Period
from kkr_graph.appointments.entries import Entry
from kkr_graph.appointments.forum_names import in_full, level_in
from kkr_graph.appointments.headings import Group
from kkr_graph.appointments.posts import Post
from kkr_graph.appointments.remarks import Remarks
from kkr_graph.language.bodies import BodyReader
from kkr_graph.model.extract import Appointment, BodyMention, Event, Forum, Role, Vacancy
from kkr_graph.model.names import fold
from kkr_graph.model.span import Passage

EVERYBODY = Group()
# "Havnerådet vælger to medlemmer": to another forum, of which is spoken
_ACTS = re.compile(r" (?:udpeger|vælger|indstiller|beskikker|udnævner|besætter)\b")
_ABOUT = re.compile(
    r"^(?:Ad|Vedr\.?) (?:[A-ZÆØÅ]?\d[\d.]*|[A-ZÆØÅ])[.:)]? "
)  # "Ad B1: Handicaprådet består af"


class Naming(IntEnum):
    """How far the forum that is spoken of is known, above a table."""

    NONE = 0
    BEFORE = 1  # people sit in it already
    NEW = 2  # it is named, and nobody sits in it yet
    TOLD = 3  # ... and something is told of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a line or a row says of a seat, beside its entry."""

    passage: Passage
    role: Role | None = None
    event: Event | None = None
    by: str | None = None
    from_: date | None = None
    to: date | None = None
    party: str | None = None
    municipality: str | None = None
    deputy_for: str | None = None
    replaces: str | None = None
    certain: bool = True


@dataclass(slots=True)
class OpenForum:
    """A forum while its part of the list is read."""

    name: str
    passage: Passage
    purpose: tuple[str, Passage] | None = None
    legal_basis: tuple[str, Passage] | None = None
    period: Period = NO_DAYS
    group: Group = EVERYBODY
    group_days: Period = NO_DAYS
    appointments: list[Appointment] = field(default_factory=list)
    vacancies: list[Vacancy] = field(default_factory=list)
    is_told: bool = False  # something stands below the heading
    since_group: int = 0  # entries below the heading of the last group


class Outline:
    """Collects forums; headings wait until something stands below them."""

    def __init__(self, bodies: BodyReader) -> None:
        self.bodies = bodies
        self.forums: list[OpenForum] = []
        self.current: OpenForum | None = None
        self.pending: tuple[str, Passage] | None = None
        self.grouped: tuple[Group, Period] | None = None  # a group below the heading that waits
        self.abbreviations: list[BodyMention] = []
        self.section = EVERYBODY  # what stands over a table of several forums says of all
        self.party: str | None = None  # of those below "Venstre (V)", in a forum or in several
        self.is_party_within = False

    # --- forums ---

    def head(self, text: str, passage: Passage) -> None:
        """A heading: the name of a forum, if something is said below it before the next."""
        self.pending, self.grouped = (text, passage), None
        self.current = None
        self._leave_party()

    def start_party(self, letter: str) -> None:
        """Those below are of a party: some of a forum, or those of several that stand below it."""
        is_of_several = self.party is not None and not self.is_party_within
        self.party, self.is_party_within = letter, self.title() is not None and not is_of_several
        if is_of_several:
            self.pending = self.current = None

    def _leave_party(self) -> None:
        """The next forum: a party within the one before is over."""
        if self.is_party_within:
            self.party, self.is_party_within = None, False

    def open(self, text: str, passage: Passage) -> OpenForum:
        """The forum of this name; one that was there before goes on."""
        name = self._name(text, passage)
        was_named = self.pending is not None  # and a party below the heading is within it
        grouped, self.grouped, self.pending = self.grouped, None, None
        known = self._told_before(name)
        level, before = level_in(text), None if known is None else level_in(known.passage.quote)
        if level and before and fold(level) != fold(before):
            name = f"{name} ({level})"
            known = self._told_before(name)
        if known is None:
            known = OpenForum(name, passage)
            self.forums.append(known)
        known.is_told = True
        if known is not self.current:
            known.group, known.group_days = grouped or (self.section, NO_DAYS)
            if not was_named:
                self._leave_party()
        self.current = known
        return known

    def _told_before(self, name: str) -> OpenForum | None:
        return next((each for each in self.forums if fold(each.name) == fold(name)), None)

    def enter_elsewhere(self, body: str, entry: Entry, row: Row) -> bool:
        """The same of a forum told before, which a sentence below another names; False where none is."""
        known = self._told_before(self._explained(body))
        if known is None:
            return False
        spoken_of, waiting = self.current, self.pending
        self.current, self.pending = known, None
        self.enter(entry, row)
        self.current, self.pending = spoken_of, waiting
        return True

    def rename(self, text: str, passage: Passage) -> None:
        """The forum that a line names; a heading with half of the name is the same one."""
        half = self.current
        if half is None or half.appointments or not fold(text).endswith(f" {fold(half.name)}"):
            self.open(text, passage)
        else:
            half.name = self._name(text, passage)

    def opening(self, text: str) -> OpenForum | None:
        """The forum told before, with whose name a sentence begins: "Havnerådet har 4 medlemmer"."""
        folded = f"{fold(_ABOUT.sub('', text))} ".replace(":", " ", 1)
        named = [
            each
            for each in self.forums
            if folded.startswith(f"{fold(each.name)} ")
            and not _ACTS.match(folded, len(fold(each.name)))
        ]
        return max(named, key=lambda each: len(each.name), default=None)

    def call(self, bracketed: str, passage: Passage) -> None:
        """An abbreviation in brackets, on the line below the name of its forum."""
        forum = self.forum()
        if forum is not None:
            self._name(f"{forum.name} {bracketed}", passage)

    def forum(self) -> OpenForum | None:
        """The forum that is spoken of; a heading above makes one."""
        if self.pending is not None:
            return self.open(*self.pending)
        return self.current

    def title(self) -> str | None:
        """The name of the forum that is spoken of, also where its heading waits."""
        if self.pending is not None:
            return in_full(self.pending[0])[1]
        return None if self.current is None else self.current.name

    def is_within(self) -> bool:
        """Whether something stands below the heading, so that a line may be of some of the forum."""
        return self.naming() in (Naming.TOLD, Naming.BEFORE)

    def is_headed_by(self, owner: str | None) -> bool:
        """Whether the heading above is whose list it is, and so no forum."""
        title = self.title()
        return owner is not None and title is not None and fold(owner) in fold(title)

    def naming(self) -> Naming:
        """How far the forum that is spoken of is known."""
        if self.pending is not None:
            return Naming.NEW
        if self.current is None:
            return Naming.NONE
        is_filled = self.current.appointments or self.current.vacancies
        return Naming.BEFORE if is_filled else Naming.TOLD

    def _name(self, text: str, passage: Passage) -> str:
        """The name in full, without number, and the abbreviation kept."""
        short, name = in_full(text)
        if short is not None:
            mention = BodyMention(passage=passage, name=name, abbreviation=short)
            if all(fold(each.name) != fold(name) for each in self.abbreviations):
                self.abbreviations.append(mention)
            return name
        return self._explained(name)

    def _explained(self, short: str) -> str:
        """The name that the list itself gives an abbreviation."""
        told = {fold(each.abbreviation or ""): each.name for each in self.bodies.defined}
        told |= {fold(each.abbreviation or ""): each.name for each in self.abbreviations}
        return told.get(fold(short), short)

    # --- what is said of the forum ---

    def start_group(self, group: Group, days: Period) -> None:
        """Those below are of a group, until the next."""
        forum = self.current
        if self.pending is not None:
            self.grouped = _part(self.grouped or (EVERYBODY, NO_DAYS), group, days, directly=True)
        elif forum is not None:
            above, directly = (forum.group, forum.group_days), forum.since_group == 0
            forum.group, forum.group_days = _part(above, group, days, directly=directly)
            forum.since_group = 0

    # --- seats ---

    def add(self, entry: Entry, row: Row) -> Appointment | None:
        """Somebody in the forum that is spoken of; None where no forum is."""
        forum = self.forum()
        if forum is None:
            return None
        group = forum.group
        days = entry.period
        role = entry.role or row.role or group.role or Role.MEMBER
        event = row.event or entry.event or group.event or Event.HOLDS
        is_no_member = role == Role.DEPUTY or (role, group.role) == (Role.OBSERVER, Role.MEMBER)
        if is_no_member and event == group.event == Event.EX_OFFICIO:
            event = Event.HOLDS  # "Borgmesteren er født medlem", and no deputy or observer is
        left = days.left
        if left is not None:
            event = Event.LEFT
        appointment = Appointment(
            passage=row.passage,
            person=entry.name,
            party=entry.party or row.party or self.party,
            municipality=entry.municipality or row.municipality,
            body=forum.name,
            role=role,
            event=event,
            by=row.by or entry.by or group.by,
            from_=days.from_ or row.from_ or forum.group_days.from_,
            to=left or days.to or row.to or forum.group_days.to,
            deputy_for=entry.deputy_for or row.deputy_for,
            replaces=entry.replaces or row.replaces,
            certain=entry.certain and row.certain and group.certain,
            on_behalf_of=group.on_behalf_of,
        )
        forum.appointments.append(appointment)
        forum.since_group += 1
        if group.is_one and entry.role in (None, group.role):
            forum.group = replace(group, role=None, is_one=False)
        return appointment

    def add_all(self, entries: Iterable[Entry], row: Row) -> None:
        """The same of several of whom one line tells."""
        for entry in entries:
            self.add(entry, row)

    def enter(self, entry: Entry, row: Row) -> None:
        """Somebody of whom a sentence tells: who is listed above entered on its day, in that role."""
        forum = self.forum()
        if forum is None:
            return
        for at, one in enumerate(forum.appointments):
            is_told = row.event is Event.APPOINTED and one.event in (Event.HOLDS, Event.ELECTED)
            is_certain = row.certain and entry.certain  # and no proposal
            if is_told and is_certain and fold(one.person) == fold(entry.name):
                since, before = one.from_ or row.from_, one.replaces or entry.replaces
                forum.appointments[at] = replace(one, from_=since, replaces=before)
                return
        heirs = [one for one in forum.appointments if fold(one.replaces or "") == fold(entry.name)]
        if row.event is Event.LEFT and heirs:
            entry = replace(entry, role=heirs[0].role)
        self.add(entry, row)

    def add_post(self, entry: Entry, post: Post, row: Row) -> None:
        """What somebody is in a forum that only this line speaks of; not what is over."""
        if post.is_over:
            return
        self.open(post.forum, row.passage)
        seat = replace(
            entry,
            role=post.role,
            event=post.event,
            by=post.by,
            period=post.period if post.period != NO_DAYS else entry.period,
            deputy_for=post.deputy_for,
            certain=entry.certain and post.certain,
        )
        self.add(seat, row)
        self.current = None

    def holder(self, role: Role) -> str | None:
        """Who has a role in the forum that is spoken of, if it is one."""
        forum = self.forum()
        found = [one.person for one in forum.appointments if one.role == role] if forum else []
        return found[0] if len(found) == 1 else None

    def last_member(self) -> str | None:
        """Who was added last to the forum that is spoken of, and is no deputy."""
        forum = self.forum()
        members = forum.appointments if forum is not None else ()
        return next((one.person for one in reversed(members) if one.role != Role.DEPUTY), None)

    def appointed_by(self, by: str) -> None:
        """Those of the group above, by whom a line below them says they were appointed."""
        forum = self.current
        if forum is not None and forum.since_group:
            above = forum.appointments[-forum.since_group :]
            told = (replace(one, by=one.by or by) for one in above)
            forum.appointments[-forum.since_group :] = told

    def note(self, mark: str, person: str, left: date | None) -> bool:
        """A footnote, "* Anna Holm er udtrådt": whether a row of hers has its mark."""
        found = False
        for forum in self.forums:
            for at, one in enumerate(forum.appointments):
                if fold(one.person) == fold(person) and mark in one.passage.quote[1:]:
                    to = left or one.to
                    forum.appointments[at] = replace(one, event=Event.LEFT, to=to)
                    found = True
        return found

    def note_marked(self, mark: str, remarks: Remarks) -> bool:
        """A footnote without a name: what it says of those in the forum whose rows have its mark."""
        forum, found = self.current, False
        for at, one in enumerate(forum.appointments if forum is not None else ()):
            if forum is not None and mark in one.passage.quote[1:]:
                days = remarks.period
                forum.appointments[at] = replace(
                    one,
                    event=Event.LEFT if remarks.event is Event.LEFT else one.event,
                    from_=one.from_ or days.from_,
                    to=days.left or days.to or one.to,
                    certain=one.certain and remarks.certain,
                )
                found = True
        return found

    def note_heir(self, mark: str, before: str, since: date | None, row: Row) -> bool:
        """A footnote, "1) Indtrådt efter Bo Lund": who has its mark has his seat, and he has left it."""
        noted = [
            (forum, at)
            for forum in self.forums
            for at, one in enumerate(forum.appointments)
            if re.search(rf"(?<!\d){re.escape(mark)}$", one.passage.quote.rstrip())
        ]
        if len(noted) != 1:
            return False
        ((forum, at),) = noted
        heir = forum.appointments[at]
        forum.appointments[at] = replace(heir, from_=heir.from_ or since, replaces=before)
        left = Appointment(
            passage=row.passage,
            person=before,
            party=row.party,
            municipality=row.municipality,
            body=forum.name,
            role=heir.role,
            event=Event.LEFT,
            to=row.to,
        )
        forum.appointments.append(left)
        return True

    def tell_last(self, *, municipality: str | None, party: str | None) -> None:
        """Where whom was added last is from, and of what party, where nothing was said of it."""
        forum = self.forum()
        if forum is not None and forum.appointments:
            last = forum.appointments[-1]
            forum.appointments[-1] = replace(
                last,
                municipality=last.municipality or municipality,
                party=last.party or party,
            )

    def date_last(self, days: Period) -> None:
        """The days of whom was added last, as a line below the name has them."""
        forum = self.forum()
        if forum is not None and forum.appointments:
            last = forum.appointments[-1]
            since, until = last.from_ or days.from_, last.to or days.to
            forum.appointments[-1] = replace(last, from_=since, to=until)

    def leave_empty(self, row: Row) -> None:
        """A seat that is nobody's."""
        forum = self.forum()
        if forum is not None:
            role = row.role or forum.group.role or Role.MEMBER
            by = row.by or forum.group.by
            forum.vacancies.append(Vacancy(passage=row.passage, body=forum.name, role=role, by=by))
            forum.since_group += 1

    # --- the whole ---

    def appointments(self) -> Iterator[Appointment]:
        """All seats that somebody has, each once, with the days of the forum's own period."""
        seen: set[Appointment] = set()
        for forum in self.forums:
            period = _whole_period(forum)
            for one in forum.appointments:
                dated = _with_period(one, period)
                alike = replace(dated, passage=Passage(0, 0, ""))
                if alike not in seen:
                    seen.add(alike)
                    yield dated

    def vacancies(self) -> Iterator[Vacancy]:
        """All seats that nobody has."""
        for forum in self.forums:
            yield from forum.vacancies

    def told(self, *, owner: str | None) -> Iterator[Forum]:
        """The forums of the list; whose list it is, or a municipality, is one only where somebody sits in it."""
        for forum in self.forums:
            is_empty = not (forum.appointments or forum.vacancies or forum.purpose)
            name = fold(forum.name)
            if is_empty and (name == fold(owner or "") or name.endswith(" kommune")):
                continue
            purpose, legal = forum.purpose, forum.legal_basis
            yield Forum(
                passage=forum.passage,
                name=forum.name,
                purpose=purpose[0] if purpose else None,
                legal_basis=legal[0] if legal else None,
                purpose_passage=purpose[1] if purpose else None,
                legal_basis_passage=legal[1] if legal else None,
            )


def _part(
    above: tuple[Group, Period], group: Group, days: Period, *, directly: bool
) -> tuple[Group, Period]:
    """A group below another, and its days: a part without its own has those of the whole."""
    whole, since = above
    group = group.below(whole, directly=directly)
    return group, since if group.is_part and days == NO_DAYS else days


def _whole_period(forum: OpenForum) -> Period:
    """The forum's own period; a day below the last of the people holds for all of them."""
    if forum.period == NO_DAYS and forum.since_group == 0 and forum.appointments:
        return forum.group_days
    return forum.period


def _with_period(one: Appointment, period: Period) -> Appointment:
    if one.from_ is None and one.to is None:
        return replace(one, from_=period.from_, to=period.to)
    if one.from_ is None and one.event == Event.LEFT:
        return replace(one, from_=period.from_) if _before(period.from_, one.to) else one
    if one.to is None and _before(one.from_, period.to):
        return replace(one, to=period.to)
    return one


def _before(first: date | None, last: date | None) -> bool:
    return first is not None and last is not None and first <= last
