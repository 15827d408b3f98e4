"""Who leaves a role."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kkr_graph.language.dates import find_dates
from kkr_graph.language.period import only_day, read_period
from kkr_graph.language.presented import Presented
from kkr_graph.minutes.clauses import ONE
from kkr_graph.minutes.personnel import besides, principals
from kkr_graph.minutes.personnel.acts import Personnel, who_is
from kkr_graph.minutes.personnel.besides import Beside
from kkr_graph.minutes.personnel.cast import Cast
from kkr_graph.minutes.personnel.discourse import Discourse
from kkr_graph.minutes.personnel.forum_lists import FOLLOW
from kkr_graph.minutes.personnel.groups import Group
from kkr_graph.minutes.personnel.predicates import RELATIVES, Predicate
from kkr_graph.minutes.personnel.targets import TargetReader
from kkr_graph.minutes.personnel.tokens import Kind, Token
from kkr_graph.model.extract import CHAIRS, Event, Role
from kkr_graph.model.lexicon import Phrase
from kkr_graph.model.names import clean

_SEAT = re.compile(
    r"\b(?:posten|hvervet|pladsen|sædet|mandatet|si[nt] (?:plads|post|hverv|mandat|sæde)|(?:alle )?sine (?:poster|hverv))\b"
)
# "punkt 9 om Anna Holms grund udgår": the item does
_ITEM = re.compile(
    r"\b(?:dagsordens)?(?:punkt|pkt|sag)(?:et|en|er|erne)?\.? (?:nr\.? )?\d", re.IGNORECASE
)
# who comes instead has a clause of its own; what follows with "der" is still of the one who leaves
_OTHER_ACT = re.compile(rf",? (?:hvor|hvorefter|mens|hvorpå) (?:[a-zæøå]+ ){{0,2}}{ONE}")
# what one does with no job
_OF_SEATS = (
    "udtr",
    "er udtr",
    "har udtr",
    "genopstil",
    "modtog ikke",
    "modtager ikke",
    "ønske",
    "ikke ",
    "takke",
)
_OF_ITEMS = ("udgå", "udgik")
_MAY_BE_THE_ROOM = ("forla", "forlo", "gik", "gå")
# "har i mail af 2. februar 2026 bedt om at udtræde": when it was written, and not when they left
_LETTER = re.compile(
    r"\b(?:brev|e?-?mail|skrivelse|henvendelse|ansøgning|anmodning)(?:et|en)? (?:af|fra|dateret) (?:(?:den|d\.) )?\d{1,2}\.? [a-zæøå]+ \d{4}"
    r"|\b(?:har|havde) (?:(?:den|d\.) )?\d{1,2}\.? [a-zæøå]+ \d{4} (?:meddelt|oplyst|skrevet|anmodet|bedt|søgt|orienteret)\b"
)


class DepartureReader:
    """Reads the verbs by which people leave."""

    def __init__(self, targets: TargetReader, discourse: Discourse) -> None:
        self.targets = targets
        self.discourse = discourse

    def leaving(self, cast: Cast) -> Iterator[Personnel]:
        """X udtræder af Z den ...; "hvorfra X udtræder"; "her forlader X sin plads"."""
        part = cast.part
        assert part.verb is not None
        subject = cast.subject or next(iter(cast.behind), None)
        if subject is None or self._left_long_ago(part) or self._is_no_seat(part, part.verb):
            return
        if self._leaves_job(part, subject):
            return
        beside, shared = besides.of_group(part, subject, cast.groups), besides.shared(part)
        held = _held(part, beside.body or shared.body)
        listed = FOLLOW.search(part.clause.text) is not None
        stated = beside.stated or shared.stated or held is not None or listed
        if not (stated or self._leaves_what_is_known(part, subject)):
            return
        left: Personnel | None = None
        held_role, held_body = (None, None) if held is None else (held.role, held.body)
        for person in subject.people:
            role = beside.role or shared.role or held_role or self.targets.titled(person)
            role = role or self._role_spoken_of(person, beside, shared)
            starts, ends = read_period(_up_to_other_act(part))
            body = beside.body or shared.body or held_body or self.targets.about
            body = body or self._own_office(part, role)
            left = Personnel(
                person=person,
                role=role or Role.MEMBER,
                event=Event.LEFT,
                body=body,
                to=ends
                or starts
                or _day_in_front(part)
                or only_day(_LETTER.sub("", _up_to_other_act(part)[part.start :])),
                deputy_for=self._principal(part, subject, role),
            )
            yield left
        if left is not None:
            yield from _handed_on(part, left)

    def _principal(self, part: Predicate, subject: Group, role: Role | None) -> str | None:
        """Whose deputy somebody was: "udtrådte som stedfortræder for X"."""
        principal = principals.named(part, subject) if role is Role.DEPUTY else None
        return None if principal is None else clean(principal.name)

    def _is_no_seat(self, part: Predicate, verb: Token) -> bool:
        """Whether what is left is a job, a task, a party or politics, or what leaves is an item."""
        task = next(iter(part.tokens[part.at + 1 :]), None)
        is_next = task is not None and task.kind is Kind.OFFICE
        if is_next and part.clause.text.startswith(" som ", verb.end):
            return True  # "stopper som tovholder"
        elsewhere = self.targets.lexicon.phrases[Phrase.NO_SEAT]
        text = part.clause.text
        is_item = verb.lead.endswith(_OF_ITEMS) or verb.lead.startswith(_OF_ITEMS)
        return elsewhere.match(text, verb.end + 1) is not None or (
            is_item and _ITEM.search(text, 0, verb.start) is not None
        )

    def _leaves_job(self, part: Predicate, subject: Group) -> bool:
        """Whether staff leave their work: "Direktør X forlader selskabet den 31. august"."""
        staff = self.targets.lexicon.phrases[Phrase.STAFF]
        titled = all(staff.search(person.title or "") for person in subject.people)
        text = part.clause.text[part.start : part.end]
        return titled and not any(t.role for t in part.tokens) and "bestyrelse" not in text

    def _left_long_ago(self, part: Predicate) -> bool:
        """Whether a former holder is spoken of, who leaves something else, or left before."""
        roles = (token for token in part.tokens[: part.at] if token.kind is Kind.ROLE)
        gone = self.targets.lexicon.phrases[Phrase.LONG_GONE]
        return any(
            gone.search(part.clause.text, max(0, role.start - 14), role.end) for role in roles
        )

    def _leaves_what_is_known(self, part: Predicate, subject: Group) -> bool:
        """Whether "X stopper" can mean a seat and not a job: the seat was spoken of."""
        assert part.verb is not None
        seated = all(self.targets.titled(person) for person in subject.people)
        return (
            (seated and not part.verb.lead.startswith(_MAY_BE_THE_ROOM))
            or self.discourse.titled
            or self.discourse.headlined
            or self.discourse.labelled
            or self._is_other_than_told(subject)
            or (self.targets.is_near and self.discourse.last is not None)
            or part.opener in RELATIVES | {"hvorfra"}
            or _SEAT.search(part.clause.text, part.start) is not None
            or (self.targets.about is not None and part.verb.lead.startswith(_OF_SEATS))
            or any(who_is(person) in self.discourse.placed for person in subject.people)
        )

    def _role_spoken_of(self, person: Presented, beside: Beside, shared: Beside) -> Role | None:
        """The office that another was just told to get: "ny formand, efter at X trak sig"."""
        told = self.discourse.within
        bare = not (beside.body or shared.body)
        other = told is not None and who_is(told.person) != who_is(person)
        office = told is not None and told.role in CHAIRS
        return told.role if bare and other and office and told is not None else None

    def _is_other_than_told(self, subject: Group) -> bool:
        """Whether somebody else was just told to come: "X indtræder i Z, og Y udtræder"."""
        within = self.discourse.within
        known = set(map(who_is, subject.people))
        return within is not None and who_is(within.person) not in known

    def _own_office(self, part: Predicate, role: Role | None) -> str | None:
        """The meeting's own body, where somebody leaves a role in it; to leave a job is nothing."""
        on_board = (
            role is Role.MEMBER and not self.targets.is_council
        )  # "Bestyrelsesmedlem X fratræder"
        if role is None or on_board:
            return (
                self.targets.own if on_board or _SEAT.search(part.clause.text, part.start) else None
            )
        return self.targets.unnamed(role)


def _up_to_other_act(part: Predicate) -> str:
    """The clause without what it says of another behind it: "X udtræder af Z, hvor Y indtræder den 1. maj"."""
    assert part.verb is not None
    other = _OTHER_ACT.search(part.clause.text, part.verb.end)
    return part.clause.text if other is None else part.clause.text[: other.start()]


def _day_in_front(part: Predicate) -> date | None:
    """The day with which a sentence begins: "Den 31. marts 2026 nedlægger X"."""
    front = part.clause.text[: part.start].strip()
    found = next(find_dates(front, 0, len(front)), None)
    whole = found is not None and (found.start, found.end) == (0, len(front))
    return found.day if found is not None and whole else None


def _held(part: Predicate, body: str | None) -> Token | None:
    """The role in "den hidtidige formand, X, takkede af", where it is not one in another body."""
    former = (t for t in part.tokens[: part.at] if t.kind is Kind.ROLE and t.former)
    held = next(former, None)
    elsewhere = held is not None and None not in (held.body, body) and held.body != body
    return None if elsewhere else held


def _handed_on(part: Predicate, left: Personnel) -> Iterator[Personnel]:
    """X afgiver sin plads i Z til Y: Y comes in the place of X."""
    assert part.verb is not None
    for token in part.tokens[part.at + 1 :]:
        led = part.clause.text[: token.start].endswith(" til ")
        if (
            token.kind is Kind.PERSON
            and led
            and part.verb.lead.startswith(("afg", "overl", "gi", "gav"))
        ):
            person = part.clause.person(part.clause.text[token.start : token.end])
            replaces = clean(left.person.name)
            yield replace(left, person=person, event=Event.APPOINTED, to=None, replaces=replaces)
