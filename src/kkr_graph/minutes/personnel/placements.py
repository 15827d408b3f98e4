"""Who is put in a role by somebody: appointed, elected, nominated, proposed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from kkr_graph.language.period import only_day, read_period
from kkr_graph.language.presented import Presented
from kkr_graph.minutes.personnel import besides, body_phrases, others, principals
from kkr_graph.minutes.personnel.acts import Personnel, left_by, who_is
from kkr_graph.minutes.personnel.appointers import AppointerReader
from kkr_graph.minutes.personnel.besides import Beside
from kkr_graph.minutes.personnel.cast import Cast
from kkr_graph.minutes.personnel.certainty import is_decided
from kkr_graph.minutes.personnel.discourse import Discourse
from kkr_graph.minutes.personnel.groups import Group
from kkr_graph.minutes.personnel.predicates import RELATIVES, Predicate
from kkr_graph.minutes.personnel.targets import TargetReader
from kkr_graph.minutes.personnel.tokens import Kind
from kkr_graph.model.extract import CHAIRS, Event, Role
from kkr_graph.model.lexicon import Doing, Phrase, Voice
from kkr_graph.model.names import clean, fold

_EVENTS = {
    Doing.APPOINTED: Event.APPOINTED,
    Doing.ELECTED: Event.ELECTED,
    Doing.NOMINATED: Event.NOMINATED,
    Doing.PROPOSED: Event.APPOINTED,
    Doing.REPLACED: Event.APPOINTED,
}
_IN_THEIR_PLACE = re.compile(r"\bi (?:hans|hendes|deres|dennes) sted\b", re.IGNORECASE)
_AS_PROPOSED = re.compile(r"\bsom (?:indstillet|foreslået|anbefalet)\b")
_EXPECTED_TO = re.compile(
    r"\b(?:forvent(?:es|er)|vent(?:es|er)|agter|påtænker|planlægger)(?: [A-ZÆØÅ][\w-]*){0,4}"
    r"(?: (?:den|d\.) \d{1,2}\. \w+(?: \d{4})?| (?:på|ved|inden|til|efter|i|senest)(?: [\w-]+){1,4}?)?,? at $"
)
_POSTPONED = re.compile(r"\budsk\w+|\budsæt\w+|\budsat\b")
# "har udpeget X til at afløse Y": the second verb says into what
_TO_REPLACE = re.compile(r" ⟦[^⟧]*⟧,? til at (?:afløse|erstatte|efterfølge)\b")
# "X udtrådte, og der skal udpeges et nyt medlem": somebody else
_VACANT = re.compile(r"\b(?:og|samt|så|hvorfor) (?:derfor )?der\b|\b(?:skal|bør|må|kan) der\b")
_RELATIVE = re.compile(
    r"[^⟦]{0,60}?, (?:der|som) (?:[a-zæøå]+ ){0,2}(?:er|bliver|blev|var|har) (?:[a-zæøå]+ ){0,2}"
)
_LABELS_NEXT = re.compile(r" ?\((?:personlig )?(?:stedfortræder|suppleant): ?⟦", re.IGNORECASE)
_THEN = frozenset({"hvorefter", "hvorved", ";"})  # what is told in front is of another clause
_STRANDED = re.compile(r" (?:af|for|på|blandt|fra)(?=[,.;:)]|$| (?:og|men|har|er|skal|kan|får)\b)")
_ACTING = re.compile(r"konstitueret\b")
_NOT_IN_YET = re.compile(r"\bi stedet for (?:den |de )?(?:indstillede|foreslåede)\b")
# those who meet to elect a board: "Generalforsamlingen valgte X som formand"
_ASSEMBLY = re.compile(
    r"generalforsamling(?:en)?|repræsentantskab(?:et)?|årsmødet|delegeretmødet", re.IGNORECASE
)
# "Genvalg af X" is the whole sentence under "Valg til bestyrelsen"
_BARE_ELECTION = re.compile(
    r"(?:^|[.:,–-] ?| og |^[^⟦]{0,40} )(?:gen|ny)valg (?:af|til) $", re.IGNORECASE
)
_GROUP = re.compile(
    r"\b(?:\w*gruppe[nr]?|\w*gruppens?|\w*partiet|parterne|partierne)\b", re.IGNORECASE
)
_SUBJECT_OF = re.compile(
    r"(?:^|[,;] (?:(?:og|mens|men) )?|\b(?:og|mens|at) )(?P<who>[^,;⟦⟧]{2,60}?)(?: har)? ?$"
)
# "1. maj 2026 indtrådte X"
_DAY_AHEAD = re.compile(r"(?:^|: )(?:[Dd]en |[Pp]r\. )?\d{1,2}\. [a-zæøå]+ \d{4} $")


class PlacementReader:
    """Reads the verbs by which a body puts people in roles."""

    def __init__(self, targets: TargetReader, discourse: Discourse) -> None:
        self.targets = targets
        self.discourse = discourse
        self.appointers = AppointerReader(targets)

    def placing(self, cast: Cast) -> Iterator[Personnel]:
        """KKR udpegede X til Z; til Z blev X udpeget; som formand valgtes X."""
        part, verb = cast.part, cast.part.verb
        assert verb is not None
        assert verb.verb is not None
        voice, doing = verb.verb.voice, verb.verb.doing
        text = part.clause.text
        active = voice in (Voice.ACTIVE, Voice.INFINITIVE) or verb.perfect
        expected = _EXPECTED_TO.search(text, 0, verb.start) is not None
        approving = self.targets.lexicon.phrases[Phrase.APPROVING]
        postponed = verb.noun and _POSTPONED.search(text) is not None
        bare = self.discourse.electing and _BARE_ELECTION.search(text[: verb.end]) is not None
        if verb.noun and not (postponed or bare or approving.search(text)):
            return
        if self._tells_aside(part, active=active) or _TO_REPLACE.match(text, verb.end):
            return
        decided = self.discourse.resolved or is_decided(self.targets.lexicon, text, verb.start)
        if voice is Voice.INFINITIVE and not (expected or decided):
            return
        placed = _whom(cast, active=active)
        if doing is Doing.PROPOSED and not (
            besides.shared(part).stated or self.discourse.spoken or self.discourse.vacant
        ):
            return
        by = self.appointers.of(part) if active else self.appointers.agent(part)
        is_candidate = verb.lead.startswith(("peg", "har peg")) and by != self.targets.own
        if is_candidate and not self._is_of_group(part):
            return
        if doing is Doing.NOMINATED and active and self._is_of_group(part):
            doing, is_candidate = Doing.PROPOSED, True  # "Venstre indstiller X": whom a party wants
        if part.clause.text[verb.start : verb.end].endswith(" sig"):
            if not self.discourse.labelled:  # "Havnerådet: Bestyrelsen har konstitueret sig"
                self.targets.turn_to(by or self.targets.own)
            by = None
        by = None if is_candidate else by
        for found in self._place(cast, placed, _EVENTS[doing], by):
            yield replace(found, certain=found.certain and not (postponed or is_candidate))

    def _is_of_group(self, part: Predicate) -> bool:
        """Whether a party or its group points at somebody for a seat: "Venstres gruppe har peget på X"."""
        assert part.verb is not None
        subject = _SUBJECT_OF.search(part.clause.text[: part.verb.start])
        about = self.targets.is_titled or self.targets.is_near or self.discourse.spoken
        if subject is None or not (besides.shared(part).stated or about):
            return False
        party = self.targets.bodies.registry.party_by_name(subject["who"])
        return party is not None or _GROUP.search(subject["who"]) is not None

    def _tells_aside(self, part: Predicate, *, active: bool) -> bool:
        """Whether a verb that leads to no seat tells of a job, or who chose somebody before."""
        verb = part.verb
        if verb is None or besides.shared(part).stated:
            return False
        if any(token.title and token.body for token in part.tokens):
            return True  # "har udpeget formanden for Havnerådet X": to what, another part says
        text = part.clause.text
        acting = _ACTING.match(text, verb.start) is not None and not verb.lead
        if acting and not text[: verb.end].endswith(" sig"):
            return True  # "er konstitueret imens"
        if _STRANDED.match(text, verb.end):
            return True  # "den gruppe, som hun er valgt af"
        return active and part.opener in RELATIVES  # "den gruppe, som har valgt ham"

    def entering(self, cast: Cast) -> Iterator[Personnel]:
        """X indtræder i Z (i stedet for Y)."""
        part, own, behind = cast.part, cast.own, cast.behind
        subject = own[-1] if own else (behind[0] if behind else cast.inherited)
        if subject is None:
            return
        shared = besides.shared(part)
        chosen = self.discourse.just_placed(subject.people)
        if chosen is not None and not (shared.stated or others.old(part)) and _starts(part):
            yield replace(
                chosen, event=Event.APPOINTED, from_=_period(part)[0]
            )  # "X blev valgt. Hun tiltræder den ..."
            return
        if not (shared.stated or others.old(part) or self.targets.about):
            return
        if subject is cast.inherited:
            yield from self._place_inherited(part, subject, shared)
        else:
            deputies = [g for g in behind if g != subject and _is_deputy(part, g, cast.groups)]
            yield from self._place(cast, [subject, *deputies], Event.APPOINTED, None)

    def _place_inherited(
        self, part: Predicate, subject: Group, shared: Beside
    ) -> Iterator[Personnel]:
        starts, ends = read_period(part.clause.text)
        role = shared.role or Role.MEMBER
        old = others.old(part)
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
            yield left_by(results[-1], person)

    def _place(
        self, cast: Cast, placed: Sequence[Group], event: Event, by: str | None
    ) -> Iterator[Personnel]:
        part, groups = cast.part, cast.groups
        shared = besides.shared(part)
        earlier: Personnel | None = None  # who alone was placed right before
        results: list[Personnel] = []
        ends: list[int] = []  # where the group of each result ends in the text
        for group in placed:
            beside = besides.of_group(part, group, groups)
            if beside.office:
                continue
            for i, person in enumerate(group.people):
                if beside.role is None and _comes_again(person, group, placed):
                    continue  # "X og Y, sidstnævnte som suppleant"
                found = replace(self._placed(part, group, (beside, shared), i), event=event, by=by)
                if not (beside.body or shared.body):
                    found = self._without_body(part, found, (beside, shared))
                results.append(principals.with_earlier(part, group, found, earlier))
                ends.append(group.end)
            earlier = results[-1] if results and len(group.people) == 1 else None
        results = principals.of_only_member(part, results, self.discourse.alone_placed())
        if not any(found.role is Role.DEPUTY for found in results):
            self.discourse.group = tuple(found.person for found in results) or self.discourse.group
        enters = part.verb is not None and part.verb.kind is Kind.ENTER
        owner = others.owner(part) if enters else None
        named = others.old(part) or (() if owner is None else (owner,))  # "indtræder i Xs poster"
        meant = () if named or others.is_on_leave(part) else self.discourse.theirs_before(part)
        if len(meant) == len(results) == 1 and who_is(meant[0]) != who_is(results[0].person):
            results[0] = replace(results[0], replaces=clean(meant[0].name))
        places = [_in_whose_place(ends, part.clause.start_of(one)) for one in named if results]
        left = [left_by(results[at], one) for at, one in zip(places, named, strict=False)]
        for at, person in zip(places, named, strict=False):
            if ends.count(ends[at]) == 1:  # nobody beside the one who comes
                results[at] = replace(results[at], replaces=clean(person.name))
        yield from results
        yield from () if _NOT_IN_YET.search(part.clause.text) else left

    def _placed(
        self,
        part: Predicate,
        group: Group,
        said: tuple[Beside, Beside],
        i: int,
    ) -> Personnel:
        """One person of a group, by what stands beside it, or else in the whole part."""
        beside, shared = said
        stated = beside.stated or shared.stated
        role = self._respective(part, group, i) or beside.role or shared.role
        body = beside.body or shared.body
        principal = None
        if role is Role.DEPUTY:
            principal = principals.respective(part, group, i, self.discourse.group)
            principal = principal or principals.named(part, group)
        theirs = self.discourse.theirs(part)
        if theirs is not None and role is Role.DEPUTY:
            principal, body = theirs.person, body or theirs.body
        if principal is not None and body is None:
            body = self.discourse.placed.get(who_is(principal))
        if not stated and _IN_THEIR_PLACE.search(part.clause.text):
            role = self.discourse.last.role if self.discourse.last else role
        proposed = self._as_proposed(part, group.people[i], bare=not stated)
        if proposed is not None and body is None:
            role, body = role or proposed.role, proposed.body
        title = self._title(part, group.people[i], is_placed=body is not None)
        starts, ends = _period(part)
        if not stated:
            spoken = self.discourse.spoken
            title = title or self.discourse.titled_role or (spoken.role if spoken else None)
            title = title or self._as_before(body) or self._stood_for(group.people[i])
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

    def _title(self, part: Predicate, person: Presented, *, is_placed: bool) -> Role | None:
        """What an office with a name says somebody becomes; where a body is named, not what they lead already.

        "Til Z valgtes formand X og næstformand Y", but "KKR's formand X udpeges til Z".
        """
        ahead = [one for one in part.clause.people if _has_title_ahead(one)]
        alone = len({fold(one.title or "") for one in ahead}) == 1
        is_subject = part.verb is not None and part.clause.start_of(person) < part.verb.start
        leads = person in ahead and (alone or (is_subject and not _is_election(part)))
        elsewhere = is_placed and (leads or person.organization is not None)
        if elsewhere or _LABELS_NEXT.match(part.clause.text, part.clause.end_of(person)):
            return None
        return self.targets.titled(person)

    def _as_proposed(self, part: Predicate, person: Presented, *, bare: bool) -> Personnel | None:
        """What somebody was proposed for, where the part says no more, or that it is as proposed."""
        proposed = self.discourse.proposed.get(fold(person.name))
        if proposed is None:
            return None
        waits = bare and not proposed.certain
        return proposed if waits or _AS_PROPOSED.search(part.clause.text) else None

    def _stood_for(self, person: Presented) -> Role | None:
        """What somebody stood for who is then elected without a word of it."""
        told = self.discourse.within
        if (
            told is not None
            and who_is(told.person) == who_is(person)
            and told.event in (Event.APPOINTED, Event.ELECTED)
        ):
            return told.role  # "til næstformand blev foreslået X, der blev valgt"
        return self.discourse.stood.get(fold(person.name))

    def _as_before(self, body: str | None) -> Role | None:
        """What somebody is made who is named without a role: a representative like the last."""
        last = self.discourse.last
        same = last is not None and (body or self.targets.about) == last.body
        return Role.REPRESENTATIVE if same and last and last.role is Role.REPRESENTATIVE else None

    def _without_body(
        self, part: Predicate, found: Personnel, said: tuple[Beside, Beside]
    ) -> Personnel:
        """Where nothing says what body: that of who elects or gets somebody, or the meeting's own."""
        gets = part.verb is not None and part.verb.lead.startswith(("får", "fik", "har f"))
        if found.by and found.event is Event.APPOINTED and self._is_mere_council(found.body):
            return replace(found, body=None)
        elects = found.event is Event.ELECTED and self._chooses_its_own(found)
        if (gets or elects) and found.by:
            assembled = _ASSEMBLY.fullmatch(found.by) is not None
            return replace(found, body=self.targets.own if assembled else found.by)
        if elects and self._is_own_election(*said):
            return replace(found, body=self.targets.own)
        return found

    def _chooses_its_own(self, found: Personnel) -> bool:
        """Whether those whom somebody elects to nothing by name are elected to it: "Havnerådet valgte X"."""
        if self.targets.about is None:
            return True
        by = found.by or ""
        is_body = self.targets.seems_body(by) and not body_phrases.places_in_others(by)
        by_default = self.targets.about == self.targets.own or found.role in CHAIRS
        is_near = self.targets.is_near or self.targets.is_titled
        return is_body and by_default and not is_near

    def _is_mere_council(self, body: str | None) -> bool:
        """Whether the body spoken of is a council, to which others appoint nobody: "medlem af X Byråd"."""
        if body is None or body == self.targets.own or self.targets.is_titled:
            return False
        return body_phrases.has_council_for_last_word(body)

    def _is_own_election(self, beside: Beside, shared: Beside) -> bool:
        """Whether those elected to nothing by name are elected to the meeting's own body."""
        return beside.role is not None or shared.role is not None or self.discourse.on_election

    def _respective(self, part: Predicate, group: Group, i: int) -> Role | None:
        if not principals.is_respective(part):
            return None
        roles = [t.role for t in part.tokens[group.last + 1 :] if t.kind is Kind.ROLE]
        return roles[i] if len(roles) == len(group.people) else None


def _starts(part: Predicate) -> bool:
    """Whether somebody only begins on a day: "tiltræder den 1. juni 2026"."""
    assert part.verb is not None
    return "tilt" in part.verb.lead and _period(part)[0] is not None


def _is_election(part: Predicate) -> bool:
    verb = None if part.verb is None else part.verb.verb
    return verb is not None and verb.doing is Doing.ELECTED


def _has_title_ahead(person: Presented) -> bool:
    return person.title is not None and person.start < person.end - len(person.name)


def _is_deputy(part: Predicate, group: Group, groups: Sequence[Group]) -> bool:
    """Whether those behind a verb come as deputies: "X indtræder i Z med Y som stedfortræder"."""
    return besides.of_group(part, group, groups).role is Role.DEPUTY


def _period(part: Predicate) -> tuple[date | None, date | None]:
    """From when until when somebody is placed; who enters does so on the day in front of it too."""
    starts, ends = read_period(part.clause.text)
    if starts is None and part.verb is not None and part.verb.kind is Kind.ENTER:
        ahead = _DAY_AHEAD.search(part.clause.text, 0, part.start)
        begin = part.start if ahead is None else ahead.start()
        starts = only_day(part.clause.text[begin : part.end + 40])
    return starts, ends


def _in_whose_place(ends: Sequence[int], old: int) -> int:
    """Which of those placed comes in somebody's place: the last before "i stedet for", or the first."""
    before = [i for i, end in enumerate(ends) if end <= old]
    return before[-1] if before else 0


def _whom(cast: Cast, *, active: bool) -> list[Group]:
    """Whom a verb places: those behind it, or in the passive all, or whom the part before told of."""
    part, verb = cast.part, cast.part.verb
    assert verb is not None
    placed = [g for g in cast.groups if g.first > part.begins] if active else _told_of(cast)
    if placed or active or cast.inherited is None:
        return placed
    text = part.clause.text
    vacant = _VACANT.search(text, text.rfind("⟧", 0, verb.start) + 1, verb.start) is not None
    goes_on = part.opener in RELATIVES | {"og", "samt"} and not vacant
    return [cast.inherited] if goes_on else []


def _told_of(cast: Cast) -> list[Group]:
    """Whom a verb in the passive is about: "X takkede Y, der er udpeget" tells of Y alone."""
    verb, own = cast.part.verb, cast.own
    assert verb is not None
    text = cast.part.clause.text
    begins = max((t.end for t in cast.part.tokens[: cast.part.at] if t.lead in _THEN), default=0)
    if begins and any(group.start > begins for group in own):
        return [group for group in cast.groups if group.start > begins]
    is_relative = bool(own) and _RELATIVE.fullmatch(text, own[-1].end, verb.start) is not None
    return [own[-1]] if is_relative else list(cast.groups)


def _comes_again(person: Presented, group: Group, placed: Sequence[Group]) -> bool:
    return any(person in other.people for other in placed if other.first > group.first)
