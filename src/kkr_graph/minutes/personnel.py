"""Who gets, has or leaves a role, as sentences tell it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import TypeAlias

from kkr_graph.language.people import PeopleReader, Presented
from kkr_graph.language.period import only_day, read_period
from kkr_graph.minutes.clauses import Clause, Followed, mask_people
from kkr_graph.minutes.listings import Listed, ListingReader
from kkr_graph.minutes.predicates import Beside, Group, Predicate, leads_into, predicates
from kkr_graph.minutes.targets import TargetReader
from kkr_graph.minutes.tokens import Kind, Token, Tokenizer
from kkr_graph.model.extract import Event, Role
from kkr_graph.model.lexicon import Doing, Phrase, Voice
from kkr_graph.model.names import clean, fold

_EVENTS = {
    Doing.APPOINTED: Event.APPOINTED,
    Doing.ELECTED: Event.ELECTED,
    Doing.NOMINATED: Event.NOMINATED,
    Doing.PROPOSED: Event.APPOINTED,
    Doing.REPLACED: Event.APPOINTED,
}
_OWN_BODY = re.compile(
    r"(?:(?:lokal|by|kommunal)?(?:udvalget|bestyrelsen|rådet|byrådet|forummet|netværket|nævnet|kredsen|styregruppen|gruppen|mødet|forsamlingen))",
    re.IGNORECASE,
)
_NOBODY = frozenset(
    {
        "følgende",
        "der",
        "det",
        "de",
        "herefter",
        "derefter",
        "samtidig",
        "endvidere",
        "her",
        "begge",
        "den",
    }
)
_SUBJECT_BEFORE = re.compile(
    r"(?P<who>[A-ZÆØÅ][\w’'&/-]*(?: (?:for )?[A-ZÆØÅ][\w’'&/-]*){0,5}) (?:har )?$"
)
_SUBJECT_AFTER = re.compile(
    r" (?P<who>(?:[A-ZÆØÅ][\w’'&/-]*|udvalget|bestyrelsen|rådet|byrådet)(?: [A-ZÆØÅ][\w’'&/-]*){0,4}) "
)
_IN_THEIR_PLACE = re.compile(r"\bi (?:hans|hendes|deres|dennes) sted\b", re.IGNORECASE)
_THEIRS = re.compile(
    r"\b(?:hans|hendes|vedkommendes) (?:personlige? )?(?:suppleant|stedfortræder)", re.IGNORECASE
)
_WITH_DEPUTY = re.compile(r"\bmed $")
_SEAT = re.compile(
    r"\b(?:posten|hvervet|pladsen|sædet|mandatet|si[nt] (?:plads|post|hverv|mandat|sæde)|(?:alle )?sine (?:poster|hverv))\b"
)
_AS_PROPOSED = re.compile(r"\bsom (?:indstillet|foreslået|anbefalet)\b")
_EXPECTED_TO = re.compile(r"\b(?:forventes|ventes|agter|påtænker|planlægger),? at $")
_LONG_GONE = re.compile(r"\b(?:tidligere|forhenværende|fhv\.|eks-)", re.IGNORECASE)
# what is no seat: "trådte ud af kommunalpolitik", "er stoppet i politik", "forlod partiet"
_ELSEWHERE = re.compile(
    r" (?:(?:af|fra|i|som|ud af|sin|sit) )?(?:\w*politik(?:ken)?|\w*parti(?:et)?|folketinget|kommunen|arbejdsmarkedet|direktør\w*|job(?:bet)?|stilling(?:en)?)\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(r"\b(?:nuværende|siddende)\b")
_LACKS = re.compile(
    r"(?P<body>[A-ZÆØÅ][^,.;:()]{2,60}?) (?:skal have|mangler|får|søger|har brug for) (?:en|et|ny|nyt)\b"
)
_SUCCESSOR = re.compile(r"\b(?:hans|hendes) (?:efterfølger|afløser)\b")
_TAKEN_BACK = re.compile(
    r", men (?:[^,.]{0,40} )?(?:trak (?:sit|sig)|trækker|takkede nej|frafaldt|opnåede ikke|blev ikke|fik ikke|ønskede ikke)\b"
)
_DECLINED = re.compile(r"\b(?:nej til|undlod|undlader|afstår fra|afstod fra) at $")
# between "er" and the role: "er i dag fortsat formand", but not "blev hædret for sine år som formand"
_LINKS = re.compile(
    r"(?: (?:nu|også|fortsat|igen|herefter|dermed|derfor|fremover|samtidig|stadig|desuden|i dag|p\.t\.|fra \d{4}|både|såvel|ligeledes|i forvejen|ifølge vedtægten|født|enstemmigt|selv|nuværende|den|det|en|[A-ZÆØÅ][\w’/-]*|\w+(?:ets|ens|nes)))*\s*"
)
_AND = re.compile(r",? og ")
_RESPECTIVE = re.compile(r"\bhenholdsvis\b")
_RELATIVES = frozenset({"der", "som"})
_COORDINATING = frozenset(
    {",", "og", "samt", "mens", "men", ";", "hvor", "hvorfra", "da", "fordi", "idet"}
)
_DECIDED_INFINITIVE_END = re.compile(r",? at $")


@dataclass(frozen=True, slots=True, kw_only=True)
class Personnel:
    """One change or holding of a role, as one sentence tells it."""

    person: Presented
    role: Role
    event: Event
    body: str | None
    by: str | None = None
    from_: date | None = None
    to: date | None = None
    deputy_for: str | None = None
    replaces: str | None = None
    certain: bool = True


Who: TypeAlias = tuple[str, str | None, str | None]  # folded name, party, municipality


class PersonnelReader:
    """Reads the sentences of one document, item by item, in order.

    A sentence may lean on the one before: "Hun er formand for forummet", "... som hans
    stedfortræder". Pronouns are followed only where one person can be meant.
    """

    def __init__(self, targets: TargetReader, people: PeopleReader) -> None:
        self.targets = targets
        self.people = people
        self.tokenizer = Tokenizer(targets, targets.lexicon)
        self.listings = ListingReader(targets)
        self.last: Personnel | None = None  # the latest in the item
        self.within: Personnel | None = None  # the latest in the sentence
        self.spoken: Token | None = None  # the role that the sentence before spoke of
        self.titled_role: Role | None = None  # the one role that the title names
        self.titled = False  # the title says which body the item is about
        self.named: Presented | None = None  # the only person of the sentence before
        self.placed: dict[Who, str | None] = {}  # in the item: who is in which body
        self.proposed: dict[str, Personnel] = {}  # in the item, by folded name

    def start_item(self, about: str | None, title: str = "") -> None:
        """Begin an item, which its title may say to be about a body."""
        self.targets.about = about
        self.targets.mentioned = []
        shown = "" if title.isupper() else title  # in capitals nothing tells a name from a word
        tokens = self.tokenizer.read(mask_people(shown, self.people))
        roles = {token.role for token in tokens if token.role not in (None, Role.MEMBER)}
        self.titled_role = roles.pop() if len(roles) == 1 else None
        self.targets.about = about or next((token.body for token in tokens if token.body), None)
        self.titled = self.targets.about is not None
        self.listings.start_item(title)
        self.last = self.named = None
        self.placed, self.proposed = {}, {}

    def start_paragraph(self) -> None:
        """Begin a paragraph: a pronoun does not look back beyond it."""
        self.named = self.spoken = None

    def in_sentence(self, sentence: str, *, decided: bool = True) -> Iterator[Personnel]:
        """What one sentence tells, each person, role and event once.

        ``decided`` says that it stands where the meeting's decision does.
        """
        self.targets.about = self._subject_of(sentence) or self.targets.about
        clause = mask_people(sentence, self.people, Followed(self.named))
        tokens = self.tokenizer.read(clause)
        self.targets.mention(token.body for token in tokens if token.body)
        parts = tuple(predicates(clause, tokens))
        listed = self.listings.read(clause, tokens, self._lead_by(parts), decided=decided)
        if clause.people:
            told = tuple(map(_listed, listed)) if listed else tuple(self._told(parts))
            for found in _once(told):
                if found.body is not None and not self._is_known(found):
                    self.placed[_who(found.person)] = found.body
                    self.proposed[fold(found.person.name)] = found
                    self.last = found
                    yield found
            self._remember(clause)
        spoken = [t for t in tokens if t.kind is Kind.ROLE and t.body]
        self.spoken = spoken[0] if len(spoken) == 1 and parts[0].verb is None else None
        fronted = next((t for t in tokens[:1] if t.kind is Kind.BODY and t.start == 0), None)
        if fronted is not None:  # "I Havnerådet må man undvære ..."
            self.targets.about = fronted.body

    def _subject_of(self, sentence: str) -> str | None:
        """The body that lacks somebody: "Festugerådet skal have en ny formand"."""
        match = _LACKS.match(sentence)
        if match is None or not self.targets.seems_body(match["body"]):
            return None
        return self.targets.bodies.canonical(match["body"])

    def _remember(self, clause: Clause) -> None:
        people = {fold(person.name): person for person in clause.people}
        self.named = next(iter(people.values())) if len(people) == 1 else None

    def _is_known(self, found: Personnel) -> bool:
        """Whether the sentence before said the same: "X blev valgt. Hun afløser Y"."""
        last = self.last
        return (
            last is not None
            and found.replaces is not None
            and _who(found.person) == _who(last.person)
            and (found.body, found.role) == (last.body, last.role)
            and found.event is Event.APPOINTED
            and last.event in (Event.ELECTED, Event.APPOINTED)
        )

    def _lead_by(self, parts: Sequence[Predicate]) -> str | None:
        """Who appoints those that a sentence introduces: "KKR udpegede følgende:"."""
        verb = parts[0].verb
        return self._by(parts[0]) if verb is not None and verb.kind is Kind.DO else None

    def _told(self, parts: Sequence[Predicate]) -> Iterator[Personnel]:
        subject: Group | None = None
        denied = _denied(parts)
        self.within = None
        for part in parts[:1]:
            yield from self._apposed(part)
        for i, part in enumerate(parts):
            groups = part.groups()
            own = [group for group in groups if group.first < part.at]
            inherited = None
            if not own and i:
                inherited = self._antecedent(part) if part.opener in _RELATIVES else subject
            before = parts[i - 1] if i else None
            for found in self._in_part(part, groups, inherited, before):
                if found.body is not None:
                    self.targets.about = found.body
                    self.within = found
                if i not in denied:
                    yield replace(
                        found, certain=found.certain and self._is_certain(part, parts[:i])
                    )
            if i not in denied:
                yield from self._second_roles(part, groups, parts[:i])
            if groups:
                subject = own[-1] if own else groups[-1]

    def _apposed(self, part: Predicate) -> Iterator[Personnel]:
        """Formand for udvalget, X, bød velkommen; mandatet for det nuværende medlem, X."""
        for i, token in enumerate(part.tokens[:-1]):
            at = i + 2 if part.tokens[i + 1].lead == "," else i + 1
            if token.kind is not Kind.ROLE or token.former or token.new or token.lead:
                continue
            follows = at < len(part.tokens) and part.tokens[at].kind is Kind.PERSON
            written = part.clause.text[token.start : token.end]
            present = _PRESENT.search(written) is not None
            bare = fold(written.split()[0]) in self.targets.lexicon.roles and token.start == 0
            if follows and (present or (bare and token.body and not token.principal)):
                mask = part.clause.text[part.tokens[at].start : part.tokens[at].end]
                yield Personnel(
                    person=part.clause.person(mask),
                    role=token.role or Role.MEMBER,
                    event=Event.HOLDS,
                    body=token.body or self.targets.about,
                    to=read_period(part.clause.text)[1] if present else None,
                )
        yield from self._titled_chair(part)

    def _titled_chair(self, part: Predicate) -> Iterator[Personnel]:
        """Formand X orienterede: the chair of the meeting's own body."""
        first = part.tokens[0] if part.tokens else None
        if first is None or first.kind is not Kind.PERSON or first.start > 0:
            return
        person = part.clause.person(part.clause.text[first.start : first.end])
        role = self._titled(person)
        behind = part.clause.text[first.end : first.end + 8]
        elsewhere = person.organization or re.match(r",? (?:fra|for|i|af) ", behind)
        if role in (Role.CHAIR, Role.VICE_CHAIR) and not elsewhere and self.targets.own:
            yield Personnel(person=person, role=role, event=Event.HOLDS, body=self.targets.own)

    def _role_before(self, *, stated: bool) -> Role:
        """What is taken over where nothing is said of it: the role that was told last."""
        last = self.within or self.last
        return Role.MEMBER if stated or last is None else last.role

    def _second_roles(
        self, part: Predicate, groups: Sequence[Group], earlier: Sequence[Predicate]
    ) -> Iterator[Personnel]:
        """X er medlem af Y og formand for Z: the second role of the one person of a part."""
        told = self.within
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
                    certain=self._is_certain(part, earlier),
                )

    def _antecedent(self, part: Predicate) -> Group | None:
        """Whom "der" and "som" mean: the last person before them."""
        people = tuple(part.clause.named_in(0, part.start))
        if not people:
            return None
        return Group(people=people[-1:], first=-1, last=-1, start=0, end=0)

    def _in_part(
        self,
        part: Predicate,
        groups: Sequence[Group],
        inherited: Group | None,
        before: Predicate | None,
    ) -> Iterator[Personnel]:
        verb = part.verb
        if verb is None or part.opener == "om" or (part.negated and verb.kind is not Kind.LEAVE):
            return
        if _DECLINED.search(part.clause.text, 0, verb.start):
            return
        match verb.kind:
            case Kind.DO:
                assert verb.verb is not None
                if verb.verb.doing is Doing.REPLACED:
                    yield from self._replacing(part, groups, inherited)
                else:
                    yield from self._placing(part, groups, inherited)
            case Kind.LEAVE:
                yield from self._leaving(part, groups, inherited)
            case Kind.ENTER:
                yield from self._entering(part, groups, inherited)
            case Kind.TAKE:
                yield from self._taking_over(part, groups, inherited)
            case Kind.BECOME | Kind.HOLD:
                yield from self._being(part, groups, inherited)
            case Kind.PASS:
                yield from self._passing(part)
            case _:
                yield from self._representing(part, groups, inherited)

    # What verbs say

    def _placing(
        self, part: Predicate, groups: Sequence[Group], inherited: Group | None
    ) -> Iterator[Personnel]:
        """KKR udpegede X til Z; til Z blev X udpeget; som formand valgtes X."""
        verb = part.verb
        assert verb is not None
        assert verb.verb is not None
        voice, doing = verb.verb.voice, verb.verb.doing
        text = part.clause.text
        active = voice in (Voice.ACTIVE, Voice.INFINITIVE) or verb.perfect
        expected = _EXPECTED_TO.search(text, 0, verb.start) is not None
        if voice is Voice.INFINITIVE and not (expected or self._is_decided(text, verb.start)):
            return
        placed = [g for g in groups if g.first > part.begins] if active else list(groups)
        if not placed and not active and inherited is not None and part.opener in _RELATIVES:
            placed = [inherited]
        if doing is Doing.PROPOSED and not self._shared(part).stated:
            return
        by = self._by(part) if active else None
        if part.clause.text[verb.start : verb.end].endswith(" sig"):
            self.targets.about, by = by or self.targets.own, None
        yield from self._place(part, placed, groups, _EVENTS[doing], by)

    def _place(
        self,
        part: Predicate,
        placed: Sequence[Group],
        groups: Sequence[Group],
        event: Event,
        by: str | None,
    ) -> Iterator[Personnel]:
        shared = self._shared(part)
        earlier: Presented | None = None
        results: list[Personnel] = []
        for group in placed:
            beside = part.beside(group, groups)
            if beside.office:
                continue
            named = beside.body or shared.body
            for i, person in enumerate(group.people):
                found = replace(self._placed(part, group, (beside, shared), i), event=event, by=by)
                if event is Event.ELECTED and self.targets.about is None and not named and by:
                    found = replace(found, body=by)
                deputy_for = found.deputy_for
                if found.role is Role.DEPUTY and deputy_for is None and self._is_with(part, group):
                    deputy_for = None if earlier is None else clean(earlier.name)
                results.append(replace(found, person=person, deputy_for=deputy_for))
            earlier = group.people[0] if len(group.people) == 1 else None
        old = part.old() or self._theirs_before(part)
        if len(old) == 1 and len(results) == 1:
            results[0] = replace(results[0], replaces=clean(old[0].name))
        yield from results
        if results:
            for person in part.old():
                yield _left(results[-1], person)

    def _theirs_before(self, part: Predicate) -> tuple[Presented, ...]:
        """Whose successor "hendes efterfølger" is: the one who left in the sentence before."""
        left = self.last is not None and self.last.event is Event.LEFT
        if not left or self.last is None or not _SUCCESSOR.search(part.clause.text):
            return ()
        return (self.last.person,)

    def _placed(
        self,
        part: Predicate,
        group: Group,
        said: tuple[Beside, Beside],
        i: int,
    ) -> Personnel:
        """One person of a group, by what stands beside it, or else in the whole part."""
        beside, shared = said
        role = self._respective(part, group, i) or beside.role or shared.role
        principal = part.principal(group) if role is Role.DEPUTY else None
        body = beside.body or shared.body
        theirs = self._theirs(part)
        if theirs is not None and role is Role.DEPUTY:
            principal, body = theirs.person, body or theirs.body
        if principal is not None and body is None:
            body = self.placed.get(_who(principal))
        if not beside.stated and not shared.stated and _IN_THEIR_PLACE.search(part.clause.text):
            role = self.last.role if self.last else role
        as_proposed = self.proposed.get(fold(group.people[i].name))
        if as_proposed is not None and body is None and _AS_PROPOSED.search(part.clause.text):
            role, body = role or as_proposed.role, as_proposed.body
        title = self._titled(group.people[i])
        starts, ends = read_period(part.clause.text)
        if not (beside.stated or shared.stated):
            spoken = self.spoken
            title = title or self.titled_role or (spoken.role if spoken else None)
            body = body or (spoken.body if spoken else None)
        role = role or title or Role.MEMBER
        return Personnel(
            person=group.people[i],
            role=role,
            event=Event.APPOINTED,
            body=body or self.targets.unnamed(role),
            from_=starts,
            to=ends,
            deputy_for=None if principal is None else clean(principal.name),
        )

    def _titled(self, person: Presented) -> Role | None:
        """A role written as a title: "formand Anna Holm"."""
        return self.targets.lexicon.roles.get(fold(person.title or ""))

    def _shared(self, part: Predicate) -> Beside:
        """The role and body that all people of a part share: in front of them, or at its end."""
        roles = [t for t in part.tokens if t.kind is Kind.ROLE and not t.former]
        leaves = part.verb is not None and part.verb.kind is Kind.LEAVE
        bodies = [
            t.body for t in part.tokens if t.body and not t.former and (leaves or leads_into(t))
        ]
        first = next((i for i, t in enumerate(part.tokens) if t.kind is Kind.PERSON), 0)
        fronted = [t for t in part.tokens[:first] if t.kind is Kind.ROLE and not t.former]
        role = fronted[0] if fronted else (roles[0] if len(roles) == 1 else None)
        shares = role is not None and (bool(fronted) or len(part.groups()) == 1)
        return Beside(
            role=role.role if role is not None and shares else None,
            body=bodies[0] if bodies else None,
            stated=bool(roles or bodies),
        )

    def _respective(self, part: Predicate, group: Group, i: int) -> Role | None:
        if not _RESPECTIVE.search(part.clause.text):
            return None
        roles = [t.role for t in part.tokens[group.last + 1 :] if t.kind is Kind.ROLE]
        return roles[i] if len(roles) == len(group.people) else None

    def _theirs(self, part: Predicate) -> Personnel | None:
        """Whose deputy "hans stedfortræder" is."""
        return self.last if _THEIRS.search(part.clause.text) else None

    def _is_with(self, part: Predicate, group: Group) -> bool:
        return _WITH_DEPUTY.search(part.clause.text[: group.start]) is not None

    def _replacing(
        self, part: Predicate, groups: Sequence[Group], inherited: Group | None
    ) -> Iterator[Personnel]:
        """X afløser Y som medlem af Z: X is in, Y is out. "Y afløses af X" is the same."""
        verb = part.verb
        assert verb is not None
        assert verb.verb is not None
        own = [group for group in groups if group.first < part.at]
        behind = [group for group in groups if group.first > part.at]
        agent = part.agent()
        passive = verb.verb.voice is Voice.PASSIVE or (
            verb.verb.voice is Voice.PARTICIPLE and not verb.perfect
        )
        if passive:
            old = own[-1] if own else (inherited or next(iter(behind), None))
            new = agent
            if old is None or new is None:
                return
            yield from self._succession(part, groups, old, [new], [old.people[-1]])
            return
        subject = own[-1] if own else inherited
        if not behind:
            return
        people = [] if subject is None else list(subject.people)
        yield from self._succession(part, groups, behind[0], people, list(behind[0].people))

    def _succession(
        self,
        part: Predicate,
        groups: Sequence[Group],
        anchor: Group,
        new: Sequence[Presented],
        old: Sequence[Presented],
    ) -> Iterator[Personnel]:
        beside, shared = part.beside(anchor, groups), self._shared(part)
        stated = beside.stated or shared.stated
        role = beside.role or shared.role
        if role is None:
            role = self._role_before(stated=stated)
        body = beside.body or shared.body or self.targets.unnamed(role)
        starts, ends = read_period(part.clause.text)
        for person in new:
            yield Personnel(
                person=person,
                role=role,
                event=Event.APPOINTED,
                body=body,
                from_=starts,
                to=ends,
                replaces=clean(old[0].name) if len(old) == 1 else None,
            )
        for person in old:
            yield Personnel(person=person, role=role, event=Event.LEFT, body=body)

    def _leaving(
        self, part: Predicate, groups: Sequence[Group], inherited: Group | None
    ) -> Iterator[Personnel]:
        """X udtræder af Z den ...; "hvorfra X udtræder"; "her forlader X sin plads"."""
        assert part.verb is not None
        text = part.clause.text
        own = [group for group in groups if group.first < part.at]
        behind = [group for group in groups if group.first > part.at]
        subject = own[-1] if own else (behind[0] if behind and not inherited else inherited)
        if subject is None or self._left_long_ago(part) or _ELSEWHERE.match(text, part.verb.end):
            return
        beside, shared = part.beside(subject, groups), self._shared(part)
        if not (beside.stated or shared.stated or self._leaves_what_is_known(part, subject)):
            return
        for person in subject.people:
            role = beside.role or shared.role or self._titled(person)
            starts, ends = read_period(part.clause.text)
            yield Personnel(
                person=person,
                role=role or Role.MEMBER,
                event=Event.LEFT,
                body=beside.body
                or shared.body
                or self.targets.about
                or self._own_office(part, role),
                to=ends or starts or only_day(part.clause.text[part.start :]),
            )

    def _left_long_ago(self, part: Predicate) -> bool:
        """Whether a former holder is spoken of, who leaves something else, or left before."""
        roles = (token for token in part.tokens[: part.at] if token.kind is Kind.ROLE)
        return any(
            _LONG_GONE.search(part.clause.text, max(0, role.start - 14), role.end) for role in roles
        )

    def _leaves_what_is_known(self, part: Predicate, subject: Group) -> bool:
        """Whether "X stopper" can mean a seat and not a job: the seat was spoken of."""
        return (
            self.titled
            or part.opener in _RELATIVES | {"hvorfra"}
            or _SEAT.search(part.clause.text, part.start) is not None
            or any(_who(person) in self.placed for person in subject.people)
        )

    def _own_office(self, part: Predicate, role: Role | None) -> str | None:
        """The meeting's own body, where somebody leaves a role in it; to leave a job is nothing."""
        return self.targets.unnamed(role) if role is not None else None

    def _entering(
        self, part: Predicate, groups: Sequence[Group], inherited: Group | None
    ) -> Iterator[Personnel]:
        """X indtræder i Z (i stedet for Y)."""
        own = [group for group in groups if group.first < part.at]
        behind = [group for group in groups if group.first > part.at]
        subject = own[-1] if own else (behind[0] if behind else inherited)
        if subject is None:
            return
        shared = self._shared(part)
        if not (shared.stated or part.old() or self.targets.about):
            return
        if subject is inherited:
            part_groups: Sequence[Group] = ()
            yield from self._place_inherited(part, subject, shared)
        else:
            part_groups = groups
            yield from self._place(part, [subject], part_groups, Event.APPOINTED, None)

    def _place_inherited(
        self, part: Predicate, subject: Group, shared: Beside
    ) -> Iterator[Personnel]:
        starts, ends = read_period(part.clause.text)
        role = shared.role or Role.MEMBER
        old = part.old()
        results = [
            Personnel(
                person=person,
                role=role,
                event=Event.APPOINTED,
                body=shared.body or self.targets.unnamed(role),
                from_=starts,
                to=ends,
                replaces=clean(old[0].name) if len(old) == 1 else None,
            )
            for person in subject.people
        ]
        yield from results
        for person in old:
            yield _left(results[-1], person)

    def _taking_over(
        self, part: Predicate, groups: Sequence[Group], inherited: Group | None
    ) -> Iterator[Personnel]:
        """X overtager posten efter Y; X overtager Ys plads i Z; X overtager formandsposten."""
        own = [group for group in groups if group.first < part.at]
        behind = [group for group in groups if group.first > part.at]
        subject = own[-1] if own else (inherited or (behind[0] if behind else None))
        shared = self._shared(part)
        owner = part.owner()
        old = list(part.old()) if owner is None else [owner]
        if not old and shared.role is None:
            return
        new = [] if subject is None else list(subject.people)
        stated = shared.role is not None or shared.body is not None
        role = shared.role
        if role is None:
            role = self._role_before(stated=stated)
        body = shared.body or self.targets.unnamed(role)
        starts, ends = read_period(part.clause.text)
        for person in new:
            yield Personnel(
                person=person,
                role=role,
                event=Event.APPOINTED,
                body=body,
                from_=starts or only_day(part.clause.text[part.start : part.end + 40]),
                to=ends,
                replaces=clean(old[0].name) if len(old) == 1 else None,
            )
        for person in old:
            yield Personnel(person=person, role=role, event=Event.LEFT, body=body)

    def _being(
        self, part: Predicate, groups: Sequence[Group], inherited: Group | None
    ) -> Iterator[Personnel]:
        """X er formand for Z; ny formand bliver X; X fortsætter i Z."""
        verb = part.verb
        assert verb is not None
        subject, beside = self._being_what(part, groups, inherited)
        if subject is None or beside is None:
            return
        becomes = verb.kind is Kind.BECOME or beside.new
        former = next((t for t in part.tokens[: part.at] if t.former), None)
        # "til stede var formand X, Y og Z": the office of one is the first one's alone
        sole = beside.role in (Role.CHAIR, Role.VICE_CHAIR)
        for person in subject.people[:1] if sole else subject.people:
            role = beside.role or Role.MEMBER
            theirs = self._theirs(part)
            principal = part.principal(subject) or (
                theirs.person if theirs is not None and role is Role.DEPUTY else None
            )
            body = beside.body or (theirs.body if theirs and principal else None)
            if principal is not None and body is None:
                body = self.placed.get(_who(principal))
            body = body or self.targets.unnamed(role)
            if former is not None and former.role is not None:
                yield Personnel(
                    person=person, role=former.role, event=Event.LEFT, body=former.body or body
                )
            yield Personnel(
                person=person,
                role=role,
                event=self._event_of_being(part, becomes=becomes, deputy=principal is not None),
                body=body,
                from_=read_period(part.clause.text)[0] if becomes else None,
                deputy_for=None if principal is None else clean(principal.name),
            )

    def _event_of_being(self, part: Predicate, *, becomes: bool, deputy: bool) -> Event:
        """A verb of becoming tells of an appointment, or goes on with the election before it.

        "... valgte X til formand. Y blev næstformand"; "... udpegede X; suppleant for X er Y".
        """
        if becomes:
            elected = self.last is not None and self.last.event is Event.ELECTED
            past = part.verb is not None and part.verb.lead == "blev"
            return Event.ELECTED if elected and past else Event.APPOINTED
        placed = self.within is not None and self.within.event in (Event.APPOINTED, Event.ELECTED)
        return Event.APPOINTED if deputy and placed else Event.HOLDS

    def _being_what(
        self, part: Predicate, groups: Sequence[Group], inherited: Group | None
    ) -> tuple[Group | None, Beside | None]:
        """Who is what: subject in front and role behind, or the other way round."""
        assert part.verb is not None
        behind = [t for t in part.tokens[part.at + 1 :] if t.kind in (Kind.ROLE, Kind.BODY)]
        front = [t for t in part.tokens[: part.at] if t.kind is Kind.ROLE]
        own = [group for group in groups if group.last < part.at]
        after = [group for group in groups if group.first > part.at]
        subject = own[-1] if own else inherited
        nothing: tuple[None, None] = (None, None)
        if front and not own and after and not front[0].former and after[0].first == part.at + 1:
            return after[0], _as_beside(front, part)
        goes_on = part.verb.lead.startswith(("forts", "sidder", "forbliver"))
        if subject is not None and not behind and goes_on and front and not front[0].former:
            return subject, _as_beside(front, part)  # "hans suppleant, X, fortsætter"
        if subject is None or not behind:
            return nothing
        nearest = part.tokens[part.at + 1]
        gap = part.clause.text[part.verb.end : nearest.start]
        is_role = nearest.kind is Kind.ROLE and not nearest.former and _LINKS.fullmatch(gap)
        if not (is_role or (goes_on and behind[0].kind is Kind.BODY)):
            return nothing
        return subject, _as_beside(behind, part)

    def _passing(self, part: Predicate) -> Iterator[Personnel]:
        """Formandsposten i Z overgår til X."""
        yield from self._passing_on(part)
        posts = [t for t in part.tokens[: part.at] if t.kind is Kind.ROLE]
        if posts and part.verb is not None and posts[0].role is not None:
            starts, ends = read_period(part.clause.text)
            for person in part.clause.named_in(part.verb.end, part.end):
                yield Personnel(
                    person=person,
                    role=posts[0].role,
                    event=Event.APPOINTED,
                    body=posts[0].body or self.targets.unnamed(posts[0].role),
                    from_=starts,
                    to=ends,
                )

    def _passing_on(self, part: Predicate) -> Iterator[Personnel]:
        """Ys plads i Z overtages af X; pladsen efter Y overtages af X."""
        owner = part.owner()
        old = part.old() if owner is None else (owner,)
        verb = part.verb
        if verb is None or len(old) != 1:
            return
        shared = self._shared(part)
        role = shared.role or Role.MEMBER
        body = shared.body or self.targets.unnamed(role)
        for person in part.clause.named_in(verb.end, part.end):
            yield Personnel(
                person=person,
                role=role,
                event=Event.APPOINTED,
                body=body,
                replaces=clean(old[0].name),
            )
        yield Personnel(person=old[0], role=role, event=Event.LEFT, body=body)

    def _representing(
        self, part: Predicate, groups: Sequence[Group], inherited: Group | None
    ) -> Iterator[Personnel]:
        """X og Y repræsenterer Z i W."""
        own = [group for group in groups if group.first < part.at]
        subject = own[-1] if own else inherited
        body = next((t for t in part.tokens[part.at + 1 :] if t.kind is Kind.BODY), None)
        verb = part.verb
        if verb is not None and part.clause.text[verb.start : verb.end].endswith(("es", "et")):
            people = tuple(part.clause.named_in(verb.end, part.end))
            subject = Group(people=people, first=-1, last=-1, start=0, end=0) if people else None
        if subject is not None and body is not None and body.lead.endswith("i"):
            for person in subject.people:
                yield Personnel(
                    person=person, role=Role.REPRESENTATIVE, event=Event.HOLDS, body=body.body
                )

    # Certainty, and who appoints

    def _is_certain(self, part: Predicate, earlier: Sequence[Predicate]) -> bool:
        """What is expected, proposed, wished or conditional is no fact.

        A part is governed by the one before where it depends on it: "Det ventes, at X vælges".
        """
        assert part.verb is not None
        begins, opener = part.start, part.opener
        for before in reversed(earlier):
            if opener in _COORDINATING:
                break
            if opener == "at" and before.proposes:
                return False
            begins, opener = before.start, before.opener
        else:
            begins = part.reason
        uncertain = self.targets.lexicon.phrases[Phrase.UNCERTAIN]
        return uncertain.search(part.clause.text, begins, part.verb.end) is None

    def _is_decided(self, text: str, verb: int) -> bool:
        """Whether "at udpege X" tells what was done: "besluttede at", but not "forslaget om at"."""
        lead = _DECIDED_INFINITIVE_END.search(text, 0, verb)
        if lead is None:
            return False
        deciding = self.targets.lexicon.phrases[Phrase.DECIDING]
        return any(match.end() >= lead.start() - 12 for match in deciding.finditer(text, 0, verb))

    def _by(self, part: Predicate) -> str | None:
        """Who appoints: the capitalised words beside the verb."""
        text, verb = part.clause.text, part.verb
        assert verb is not None
        begins = part.tokens[part.begins]
        lead = part.tokens[part.begins - 1] if part.begins else None
        is_target = lead is not None and lead.kind in (Kind.ROLE, Kind.BODY)
        before = None if is_target else _SUBJECT_BEFORE.search(text[: begins.start])
        named = before or _SUBJECT_AFTER.match(text, begins.end)
        return None if named is None else self._appointer(named["who"])

    def _appointer(self, written: str) -> str | None:
        """The appointing body; "udvalget", "rådet" and the like are the meeting's own."""
        name = written.strip()
        if fold(name) in _NOBODY:
            return None
        is_own = _OWN_BODY.fullmatch(name) is not None
        return self.targets.own if is_own else self.targets.bodies.canonical(name)


def _listed(entry: Listed) -> Personnel:
    return Personnel(
        person=entry.person,
        role=entry.role,
        event=entry.event,
        body=entry.body,
        by=entry.by,
        deputy_for=entry.deputy_for,
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


def _denied(parts: Sequence[Predicate]) -> frozenset[int]:
    """The parts that a following "men ... ikke" takes back."""
    return frozenset(
        i
        for i, part in enumerate(parts)
        if (part.verb is not None and _TAKEN_BACK.search(part.clause.text, part.verb.end))
        or any(after.opener == "men" and after.negated for after in parts[i + 1 : i + 2])
    )


def _once(told: Sequence[Personnel]) -> Iterator[Personnel]:
    """Each person, event, role and body once; who left, left once, on the day that is given."""
    kept: dict[tuple[object, ...], Personnel] = {}
    for found in told:
        left = found.event is Event.LEFT
        key = (_who(found.person), found.event) + (() if left else (found.role, found.body))
        before = kept.get(key)
        if before is None:
            kept[key] = found
        elif left and before.to is None:
            kept[key] = replace(before, to=found.to)
    yield from kept.values()


def _left(placed: Personnel, person: Presented) -> Personnel:
    """The one in whose place somebody was placed."""
    return replace(
        placed,
        person=person,
        event=Event.LEFT,
        by=None,
        from_=None,
        to=None,
        deputy_for=None,
        replaces=None,
    )


def _who(person: Presented) -> Who:
    return fold(person.name), person.party, person.municipality
