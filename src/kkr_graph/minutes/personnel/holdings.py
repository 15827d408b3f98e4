"""Who is or becomes what: the verbs of being, and roles in apposition."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kkr_graph.language.period import read_period
from kkr_graph.language.presented import Presented
from kkr_graph.minutes.personnel import besides, others, principals
from kkr_graph.minutes.personnel.acts import CHOSEN, Personnel, left_by, who_is
from kkr_graph.minutes.personnel.besides import Beside
from kkr_graph.minutes.personnel.cast import Cast
from kkr_graph.minutes.personnel.discourse import Discourse
from kkr_graph.minutes.personnel.groups import Group
from kkr_graph.minutes.personnel.predicates import Predicate
from kkr_graph.minutes.personnel.targets import TargetReader
from kkr_graph.minutes.personnel.tokens import Kind, Token
from kkr_graph.model.extract import CHAIRS, Event, Role
from kkr_graph.model.names import clean, fold

_ALSO = re.compile(r"^(?:Også|Ligeledes) ")  # in front of a role in apposition
_FROM = re.compile(r"^Fra (?P<place>[A-ZÆØÅ][\w-]+(?: Kommune)?) (?:er|bliver|blev) $")
_THEIR_CHAIR = re.compile(r"[a-zæøå]+(?:ets|ens) (?:næst)?formand$")
# "Formand for Z, skovrider X", and not "Formandskabet for Z deles mellem X og Y"
_ADJACENT = re.compile(r"[\s,:–-]*(?:(?<=, )[a-zæøå.-]+ )?")
_ELECTION = re.compile(r"\b(?:fred|kamp)svalg|\bkampvalg|\bafstemning", re.IGNORECASE)
_PRESENT = re.compile(r"\b(?:nuværende|siddende)\b")
_LINKS = re.compile(
    r"(?: (?:nu|også|allerede|fortsat|igen|herefter|dermed|derfor|fremover|samtidig|stadig|desuden|i dag|p\.t\.|fra \d{4}|både|såvel|vores|vor|ligeledes|i forvejen|ifølge vedtægten|i kraft af (?:(?:sin|sit) )?[a-zæøå-]+|i (?:sin )?egenskab af [a-zæøå-]+|som [a-zæøå-]+(?= født)|født|enstemmigt|selv|nuværende|den|det|en|[A-ZÆØÅ][\w’/-]*|\w+(?:ets|ens|nes)))*\s*"
)
_GOES_ON = ("forts", "sidder", "forbliver", "behold", "bevar", "bliver", "blev siddende", "har ")
_SUBJECT_BEHIND = re.compile(
    r" (?P<body>(?:bestyrelsen|udvalget|rådet|(?!af\b)[A-ZÆØÅ])[^⟦.;:]{0,60}?)(?: (?:derfor|herefter|nu|fremover|dermed|således|i dag|desuden))* af "
)
_BORN = re.compile(r"\bfødte?\b|\bi kraft af\b|\bi (?:sin )?egenskab af\b")
_BORN_AHEAD = re.compile(r"\bfødte? (?:formand|næstformand|medlem)[^⟦.;]*$", re.IGNORECASE)
_UP_TO_STOP = re.compile(r"[^.,;⟦]{0,30}")
_WITH = re.compile(r"\bmed $")
# "som medlem af" behind these says what somebody is: "var inhabil", "orienterede"
_ACTS = re.compile(
    r"\b(?:inhabil|orienterede|redegjorde|berettede|fortalte|i sin egenskab)\b[^.;]*$"
)
_THERE = re.compile(
    r" (?:også |fortsat )?(?:dér|der|sammesteds)(?=[,.;]| og | men |$)"
)  # "X fortsætter dér"
_JOINTS = ("", " og ", ", og ", " samt ")  # before the first of two in office, and between them
# "Næstformand X har bedt om at blive afløst på posten": of that the leaving is told
_ASKS_OUT = re.compile(
    r"\b(?:bedt|ønsket|anmodet|ønsker|beder|anmoder)\b[^.;]*\b(?:afløst|fritaget|fri|løst)\b[^.;]*\b(?:posten|hvervet|formandsposten|næstformandsposten|opgaven)\b"
)
_AND = re.compile(r",? og ")
# "er blevet formand i en forening": of a body that the document does not name
# "er formand for en forening", "er det medlem, som": of no body
_OF_SOME = re.compile(
    r" (?:i|for|af|ved) (?:en|et|flere|andre|nogle|sin|sit|deres)\b|, (?:som|der) (?:længst|har|er)\b"
)


class HoldingReader:
    """Reads who has a role, or comes to have it."""

    def __init__(self, targets: TargetReader, discourse: Discourse) -> None:
        self.targets = targets
        self.discourse = discourse

    def apposed(self, part: Predicate) -> Iterator[Personnel]:
        """Formand for udvalget, X, bød velkommen; mandatet for det nuværende medlem, X."""
        for i, token in enumerate(part.tokens[:-1]):
            at = i + 2 if part.tokens[i + 1].lead == "," else i + 1
            if token.kind is not Kind.ROLE or token.former or token.new or token.lead:
                continue
            follows = at < len(part.tokens) and part.tokens[at].kind is Kind.PERSON
            written = part.clause.text[token.start : token.end]
            present = _PRESENT.search(written) is not None
            first = _ALSO.sub("", written).split()[0]
            bare = fold(first) in self.targets.lexicon.roles and token.start == 0
            bare = bare or (part.verb is None and _THEIR_CHAIR.match(written) is not None)
            if not follows or not _ADJACENT.fullmatch(
                part.clause.text, token.end, part.tokens[at].start
            ):
                continue
            if present or (bare and token.body and not token.principal):
                mask = part.clause.text[part.tokens[at].start : part.tokens[at].end]
                yield Personnel(
                    person=part.clause.person(mask),
                    role=token.role or Role.MEMBER,
                    event=Event.HOLDS,
                    body=token.body or self.targets.about,
                    to=read_period(part.clause.text)[1] if present else None,
                )
        yield from self._acting_as(part)
        yield from self._titled_chair(part)

    def _acting_as(self, part: Predicate) -> Iterator[Personnel]:
        """X var inhabil som medlem af Z; X orienterede som formand for Z."""
        for i, token in enumerate(part.tokens[1:], 1):
            before = part.tokens[i - 1]
            gap = part.clause.text[before.end : token.start]
            leads = token.kind is Kind.ROLE and token.body and token.lead.casefold() == "som"
            if leads and before.kind is Kind.PERSON and _ACTS.search(gap):
                yield Personnel(
                    person=part.clause.person(part.clause.text[before.start : before.end]),
                    role=token.role or Role.MEMBER,
                    event=Event.HOLDS,
                    body=token.body,
                )

    def _titled_chair(self, part: Predicate) -> Iterator[Personnel]:
        """Formand X og næstformand Y orienterede: the chairs of the meeting's own body."""
        tells = part.verb is None or part.verb.kind in (Kind.HOLD, Kind.REPRESENT)
        if self.targets.own is None or not tells or _ASKS_OUT.search(part.clause.text):
            return
        at = 0
        for token in part.tokens:
            if token.kind is not Kind.PERSON or part.clause.text[at : token.start] not in _JOINTS:
                if token.kind is Kind.PERSON or token.kind is not Kind.JOIN:
                    return
                continue
            person = part.clause.person(part.clause.text[token.start : token.end])
            role = self.targets.titled(person)
            behind = part.clause.text[token.end : token.end + 8]
            elsewhere = person.organization or re.match(r",? (?:fra|for|i|af) ", behind)
            if role not in CHAIRS or elsewhere:
                return
            yield Personnel(person=person, role=role, event=Event.HOLDS, body=self.targets.own)
            at = token.end

    def being(self, cast: Cast) -> Iterator[Personnel]:
        """X er formand for Z; ny formand bliver X; X fortsætter i Z."""
        part = cast.part
        assert part.verb is not None
        if part.verb.lead.startswith("består"):
            yield from self._made_up_of(cast)
            return
        seat = self._fronted_seat(part)
        if seat is not None:
            yield from self._seated(part, seat)
            return
        fronted = any(t.kind is Kind.ROLE for t in part.tokens[: part.at])
        if not (cast.own or fronted) and len(cast.behind) > 1 and _each_has_role(cast):
            yield from self._being_each(cast)
            return
        subject, beside = _being_what(cast)
        if (
            beside is None
            and cast.subject is not None
            and _THERE.match(part.clause.text, part.verb.end)
        ):
            named = [t.body for t in part.tokens[: part.at] if t.body]
            body = named[-1] if named else self.targets.last_mentioned()
            subject, beside = cast.subject, Beside(body=body, stated=True)
        if subject is None or beside is None:
            return
        # "til stede var formand X, Y og Z": the office of one is the first one's alone
        sole = beside.role in CHAIRS
        for person in subject.people[:1] if sole else subject.people:
            found = self._being(part, subject, beside, self._from_place(part, subject, person))
            yield from _former(part, found)
            yield from _in_place_of(part, found)
            yield from _deputised(cast, found)

    def _fronted_seat(self, part: Predicate) -> str | None:
        """The body of "I Havnerådet sidder X og Y"."""
        ahead = part.tokens[: part.at]
        is_fronted = len(ahead) == 1 and ahead[0].lead.casefold().endswith("i")
        sits = part.verb is not None and part.verb.lead == "sidder"
        has_role = any(token.kind is Kind.ROLE for token in part.tokens)
        return ahead[0].body if sits and is_fronted and not has_role else None

    def _seated(self, part: Predicate, body: str) -> Iterator[Personnel]:
        """Those behind the verb, each with the office in brackets behind the name."""
        assert part.verb is not None
        for person in part.clause.named_in(part.verb.end, part.end):
            role = self.targets.titled(person) or Role.MEMBER
            yield Personnel(person=person, role=role, event=Event.HOLDS, body=body)

    def _from_place(self, part: Predicate, subject: Group, person: Presented) -> Presented:
        """Somebody with the municipality in front: "Fra Solrød er X nyt medlem af Z"."""
        ahead = _FROM.search(part.clause.text, 0, subject.start)
        place = ahead and self.targets.bodies.registry.municipality(ahead["place"])
        if not place or person.municipality is not None:
            return person
        return replace(person, municipality=place.name)

    def _made_up_of(self, cast: Cast) -> Iterator[Personnel]:
        """Bestyrelsen består herefter af X (formand), Y og Z."""
        part = cast.part
        assert part.verb is not None
        subject = part.clause.text[part.start if part.opener else 0 : part.verb.start].strip()
        behind = _SUBJECT_BEHIND.match(part.clause.text, part.verb.end)
        if behind is not None:  # "Ud over de nyvalgte består bestyrelsen af X og Y"
            subject = behind["body"]
        body = self.targets.body(subject, 0) if subject else None
        for person in part.clause.named_in(part.verb.end, part.end):
            yield Personnel(
                person=person,
                role=self.targets.titled(person) or Role.MEMBER,
                event=Event.HOLDS,
                body=body or self.targets.about,
            )

    def _being_each(self, cast: Cast) -> Iterator[Personnel]:
        """Indtil da er X formand og Y næstformand for Z."""
        shared = besides.shared(cast.part)
        for group in cast.behind:
            beside = besides.of_group(cast.part, group, cast.groups)
            body = beside.body or shared.body
            for person in group.people:
                yield self._being(cast.part, group, replace(beside, body=body), person)

    def _being(
        self, part: Predicate, subject: Group, beside: Beside, person: Presented
    ) -> Personnel:
        role = beside.role or Role.MEMBER
        theirs = self.discourse.theirs(part) if role is Role.DEPUTY else None
        principal = principals.named(part, subject)
        if principal == person:  # "er stedfortræder for ham": of whom was told before
            principal, theirs = None, self.discourse.within or self.discourse.last
        principal = principal or (None if theirs is None else theirs.person)
        body = beside.body or (theirs.body if theirs and principal else None)
        if principal is not None and body is None:
            body = self.discourse.placed.get(who_is(principal))
        becomes = beside.new or (part.verb is not None and part.verb.kind is Kind.BECOME)
        event = self._event_of_being(part, becomes=becomes, deputy=principal is not None)
        starts, ends = read_period(part.clause.text)
        return Personnel(
            person=person,
            role=role,
            event=Event.EX_OFFICIO if _is_born(part) else event,
            body=body or self.targets.unnamed(role),
            from_=starts if becomes else None,
            to=ends,
            deputy_for=None if principal is None else clean(principal.name),
        )

    def _event_of_being(self, part: Predicate, *, becomes: bool, deputy: bool) -> Event:
        """A verb of becoming tells of an appointment, or goes on with the election before it.

        "... valgte X til formand. Y blev næstformand"; "... udpegede X; suppleant for X er Y".
        """
        if part.verb is not None and part.verb.lead.endswith("genvalg"):
            return Event.ELECTED
        if becomes:
            within = self.discourse.within
            chosen = part.verb is not None and _ELECTION.search(
                part.clause.text, 0, part.verb.start
            )
            elected = (self.discourse.elects or chosen is not None) or (
                within is not None and within.event is Event.ELECTED
            )
            past = part.verb is not None and part.verb.lead == "blev"
            return Event.ELECTED if elected and past else Event.APPOINTED
        placed = self.discourse.within is not None and self.discourse.within.event in (
            Event.APPOINTED,
            Event.ELECTED,
        )
        return Event.APPOINTED if deputy and placed else Event.HOLDS

    def second_roles(self, cast: Cast, *, certain: bool) -> Iterator[Personnel]:
        """X er medlem af Y og formand for Z: the second role of the one person of a part."""
        part, groups = cast.part, cast.groups
        told = self.discourse.within
        single = len(groups) == 1 and len(groups[0].people) == 1
        if told is None or not single or part.negated or told.person != groups[0].people[0]:
            return
        roles = [token for token in part.tokens if token.kind is Kind.ROLE and not token.former]
        for before, token in pairwise(roles):
            joined = _AND.fullmatch(part.clause.text[before.end : token.start])
            if before.body and token.body and token.role is not None and joined:
                yield replace(
                    told,
                    role=token.role,
                    body=token.body,
                    replaces=None,
                    certain=certain,
                )


def _each_has_role(cast: Cast) -> bool:
    """Whether everybody behind the verb has a role right behind the name."""
    return all(
        any(t.kind is Kind.ROLE for t in cast.part.tokens[group.last + 1 : group.last + 3])
        for group in cast.behind
    )


def _former(part: Predicate, found: Personnel) -> Iterator[Personnel]:
    """Den hidtidige næstformand, X, bliver formand: the role that X leaves."""
    former = next((t for t in part.tokens[: part.at] if t.former), None)
    if former is not None and former.role is not None:
        yield Personnel(
            person=found.person,
            role=former.role,
            event=Event.LEFT,
            body=former.body or found.body,
        )


def _in_place_of(part: Predicate, found: Personnel) -> Iterator[Personnel]:
    """X er nyt medlem af Z efter Y: X comes, and Y has left."""
    old = others.old(part) if found.event in CHOSEN else ()
    if len(old) != 1:
        yield found
        return
    yield replace(found, replaces=clean(old[0].name))
    yield left_by(found, old[0])


def _deputised(cast: Cast, found: Personnel) -> Iterator[Personnel]:
    """Medlem er X med Y som stedfortræder."""
    for group in cast.behind:
        led = _WITH.search(cast.part.clause.text, 0, group.start)
        if led and besides.of_group(cast.part, group, cast.groups).role is Role.DEPUTY:
            for person in group.people:
                yield replace(
                    found, person=person, role=Role.DEPUTY, deputy_for=clean(found.person.name)
                )


def _is_born(part: Predicate) -> bool:
    """Whether somebody has the seat by office: "er født medlem af", "Født medlem er"."""
    assert part.verb is not None
    text = part.clause.text
    if _BORN_AHEAD.search(text, 0, part.verb.start):
        return True
    behind = _UP_TO_STOP.match(text, part.end)  # "er medlem i kraft af sit embede"
    return _BORN.search(text, part.verb.end, behind.end() if behind else part.end) is not None


def _being_what(cast: Cast) -> tuple[Group | None, Beside | None]:
    """Who is what: subject in front and role behind, or the other way round."""
    part, own, after = cast.part, cast.own, cast.behind
    assert part.verb is not None
    behind = [
        token
        for i, token in enumerate(part.tokens)
        if i > part.at and token.kind in (Kind.ROLE, Kind.BODY) and not _is_of_another(part, i)
    ]
    front = [t for t in part.tokens[: part.at] if t.kind is Kind.ROLE]
    subject = cast.subject
    nothing: tuple[None, None] = (None, None)
    if front and not own and after and not front[0].former and after[0].first == part.at + 1:
        return after[0], _as_beside(front, part)
    goes_on = part.verb.kind is Kind.HOLD and part.verb.lead.startswith(_GOES_ON)
    close = not own and after and behind and after[0].first == part.at + 1
    if close and (_is_born(part) or _is_inverted(part, after[0])):
        return after[0], _as_beside(behind, part)  # "Som borgmester er X født formand for Z"
    if subject is not None and not behind and goes_on and front and not front[0].former:
        return subject, _as_beside(front, part)  # "hans suppleant, X, fortsætter"
    if subject is None or not behind:
        return nothing
    following = part.tokens[part.at + 1 :]
    nearest = next((t for t in following if t.kind is not Kind.OFFICE), following[0])
    gap = part.clause.text[part.verb.end : nearest.start]
    is_role = nearest.kind is Kind.ROLE and not nearest.former and _LINKS.fullmatch(gap)
    if nearest.body is None and _OF_SOME.match(part.clause.text, nearest.end):
        return nothing
    if not (is_role or (goes_on and behind[0].kind is Kind.BODY)):
        return nothing
    return subject, _as_beside(behind, part)


def _is_inverted(part: Predicate, subject: Group) -> bool:
    """Whether when, where or from where stands in front: "Nu er X nyt medlem af Z"."""
    assert part.verb is not None
    role = next(iter(part.tokens[subject.last + 1 :]), None)
    placed = [token.kind for token in part.tokens[: part.at]] in ([], [Kind.BODY])  # "I Z er X"
    if role is None or role.kind is not Kind.ROLE or role.former or not placed:
        return False
    gap = part.clause.text[subject.end : role.start]
    ahead = part.clause.text[: part.verb.start].rsplit(", ", 1)[-1].strip()
    return bool(ahead) and _LINKS.fullmatch(gap) is not None


def _is_of_another(part: Predicate, i: int) -> bool:
    """Whether a role is that of whom the subject sits with: "sidder i Z med Y som stedfortræder"."""
    before = part.tokens[i - 1]
    return (
        before.kind is Kind.PERSON
        and i - 1 > part.at
        and _WITH.search(part.clause.text, 0, before.start) is not None
    )


def _as_beside(tokens: Sequence[Token], part: Predicate) -> Beside:
    role = next((t for t in tokens if t.kind is Kind.ROLE), None)
    body = role.body if role is not None and role.body else None
    if body is None:
        body = next((t.body for t in (*tokens, *part.tokens) if t.body), None)
    return Beside(
        role=None if role is None else role.role,
        body=body,
        new=role is not None and role.new,
        stated=True,
    )
