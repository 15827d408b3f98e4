"""Who comes after whom: replaces, enters, takes over; and posts that pass on."""

import re
from collections.abc import Iterable, Iterator, Sequence

from kkr_graph.language.period import only_day, read_period
from kkr_graph.language.presented import Presented
from kkr_graph.minutes.personnel import besides, body_phrases, others
from kkr_graph.minutes.personnel.acts import Personnel
from kkr_graph.minutes.personnel.cast import Cast
from kkr_graph.minutes.personnel.discourse import Discourse
from kkr_graph.minutes.personnel.groups import Group
from kkr_graph.minutes.personnel.predicates import Predicate
from kkr_graph.minutes.personnel.targets import TargetReader
from kkr_graph.minutes.personnel.tokens import Kind, Token
from kkr_graph.model.extract import Event, Role
from kkr_graph.model.lexicon import Voice
from kkr_graph.model.names import clean

_SEAT = re.compile(r"\b(?:pladsen|sædet|mandatet)\b")
# what follows is of the one before, who left: not of whoever takes over
_RELATIVE = re.compile(r",? (?:der|som) (?=[a-zæøå])")
# of a council, a committee: there it is the chair, and of a company it may be the manager
_AT_HEAD = re.compile(r"⟧[^⟦]*\b(?:i spidsen for|som leder af) [^⟦,;]*$")
_IN_NAMED = re.compile(
    r" i (?P<body>[A-ZÆØÅ][\w/-]+(?: [A-ZÆØÅ][\w/-]+)+)(?=[.,;]|$| (?:fra|pr\.|den|med|og)\b)"
)


# "den post overtager X", "posten overtages af X": what was left in the sentence or the one before
_THAT_POST = re.compile(
    r"\b(?:(?:den|det|denne|dette) (?:\w+ )?(?:post|hverv|plads|sæde|rolle)|(?:posten|hvervet|pladsen|sædet|rollen)) $",
    re.IGNORECASE,
)


# "Her afløses hun af X": in the role that the sentence before gave her
_THERE = re.compile(
    r"(?:Her|Dér|Der|I (?:rådet|udvalget|forummet|nævnet|bestyrelsen)|På (?:den )?(?:posten|post)|Også her) (?=afløs|bliver|blev|er|efterfølg)"
)


class SuccessionReader:
    """Reads the verbs by which one comes in another's place."""

    def __init__(self, targets: TargetReader, discourse: Discourse) -> None:
        self.targets = targets
        self.discourse = discourse

    def replacing(self, cast: Cast) -> Iterator[Personnel]:
        """X afløser Y som medlem af Z: X is in, Y is out. "Y afløses af X" is the same."""
        part, groups, behind = cast.part, cast.groups, cast.behind
        verb = part.verb
        assert verb is not None
        assert verb.verb is not None
        agent = others.agent(part)
        passive = verb.verb.voice is Voice.PASSIVE or (
            verb.verb.voice is Voice.PARTICIPLE and not verb.perfect
        )
        if passive:
            old = cast.subject or next(iter(behind), None)
            new = agent
            if old is None or new is None:
                return
            yield from self._succession(part, groups, old, [new], [old.people[-1]])
            return
        subject = cast.subject
        if not behind:
            return
        if not cast.own and _side_by_side(part, behind):  # "I Z afløser X Y"
            subject, behind = behind[0], behind[1:]
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
        beside, shared = besides.of_group(part, anchor, groups), besides.shared(part)
        held = _held_by(part, anchor)
        stated = beside.stated or shared.stated
        role = beside.role or shared.role or (None if held is None else held.role)
        there = self.discourse.had if _THERE.match(part.clause.text) else None
        if role is None and there is not None:
            role = there.role
        placed = None if stated or there else self.discourse.just_placed(new)
        if role is None:
            role = self.discourse.role_before(stated=stated) if placed is None else placed.role
        body = beside.body or shared.body or (None if held is None else held.body)
        if body and body_phrases.has_no_own_board(body) and _AT_HEAD.search(part.clause.text):
            role = beside.role or shared.role or Role.CHAIR
        body = body or self._place(part) or (None if there is None else there.body)
        body = body or (None if placed is None else placed.body)
        body = body or self.targets.unnamed(role)
        waits = placed is not None and placed.event is Event.NOMINATED
        certain = placed is None or placed.certain
        starts, ends = read_period(part.clause.text)
        if any(person in new for person in old):  # "til at afløse hende": whoever left before
            old = [self.discourse.leaver] if self.discourse.leaver else []
        for person in new:
            yield Personnel(
                person=person,
                role=role,
                event=Event.NOMINATED if waits else Event.APPOINTED,
                body=body,
                from_=starts,
                to=ends,
                replaces=clean(old[0].name) if len(old) == 1 else None,
                certain=certain,
            )
        for person in old:
            yield Personnel(person=person, role=role, event=Event.LEFT, body=body, certain=certain)

    def _place(self, part: Predicate) -> str | None:
        """What comes behind "i" is a body's name where somebody comes after somebody in it."""
        match = _IN_NAMED.search(part.clause.text, part.start, part.end + 60)
        if match is None or self.targets.bodies.registry.municipality(match["body"]):
            return None
        return self.targets.in_full(match["body"])

    def taking_over(self, cast: Cast) -> Iterator[Personnel]:
        """X overtager posten efter Y; X overtager Ys plads i Z; X overtager formandsposten."""
        part = cast.part
        if cast.behind and (left := self._left_post(part)) is not None:
            yield from self._in_post(part, left, cast.behind[0].people)
            return
        subject = cast.subject or next(iter(cast.behind), None)
        shared = besides.shared(part)
        owner = others.owner(part)
        old = list(others.old(part)) if owner is None else [owner]
        old = old or list(self.discourse.theirs_before(part)) or self._just_left(part)
        in_seat = shared.body is not None and _SEAT.search(part.clause.text, part.start) is not None
        if not old and shared.role is None and not in_seat:
            return
        new = [] if subject is None else list(subject.people)
        stated = shared.role is not None or shared.body is not None
        role = shared.role
        if role is None:
            role = self.discourse.role_before(stated=stated)
        body = _seat_taken(part) or shared.body or self.targets.unnamed(role)
        starts, ends = read_period(part.clause.text)
        for person in new:
            yield Personnel(
                person=person,
                role=role,
                event=Event.APPOINTED,
                body=body,
                from_=starts or only_day(_up_to_relative(part)),
                to=ends,
                replaces=clean(old[0].name) if len(old) == 1 else None,
            )
        for person in old:
            yield Personnel(person=person, role=role, event=Event.LEFT, body=body)

    def _left_post(self, part: Predicate) -> Personnel | None:
        """The leaving of "den post", before the verb: told in this sentence or the one before."""
        assert part.verb is not None
        told = self.discourse.within or self.discourse.last
        named = _THAT_POST.search(part.clause.text, 0, part.verb.start)
        return told if named and told is not None and told.event is Event.LEFT else None

    def _in_post(
        self, part: Predicate, left: Personnel, people: Iterable[Presented]
    ) -> Iterator[Personnel]:
        """Those who come in a post that was said to be left."""
        assert part.verb is not None
        starts, ends = read_period(part.clause.text[part.start :])
        for person in people:
            yield Personnel(
                person=person,
                role=left.role,
                event=Event.APPOINTED,
                body=left.body,
                from_=starts or only_day(part.clause.text[part.verb.start : part.end + 40]),
                to=ends,
                replaces=clean(left.person.name),
            )

    def _just_left(self, part: Predicate) -> list[Presented]:
        """Who leaves in the same breath: "X træder tilbage, og Y overtager"."""
        told = self.discourse.within
        bare = not any(t.role or t.body for t in part.tokens) and part.opener in (
            "og",
            "at",
            "hvorefter",
            "mens",
            ",",
        )
        left = told is not None and told.event is Event.LEFT
        return [told.person] if bare and left and told is not None else []

    def passing(self, part: Predicate) -> Iterator[Personnel]:
        """Formandsposten i Z overgår til X."""
        left = self._left_post(part)
        if left is not None and part.verb is not None:
            people = part.clause.named_in(part.verb.end, part.end)
            yield from self._in_post(part, left, people)
            return
        yield from self._passing_on(part)
        post = next((t for t in part.tokens[: part.at] if t.kind is Kind.ROLE), None)
        if post is None or post.role is None:
            return
        starts, ends = read_period(part.clause.text)
        body, role = post.body or self.targets.unnamed(post.role), post.role
        for token in part.tokens[part.at + 1 :]:
            role = token.role or role  # "... af X og næstformandsposten af Y"
            if token.kind is Kind.PERSON:
                yield Personnel(
                    person=part.person(token),
                    role=role,
                    event=Event.APPOINTED,
                    body=body,
                    from_=starts,
                    to=ends,
                )

    def _passing_on(self, part: Predicate) -> Iterator[Personnel]:
        """Ys plads i Z overtages af X; pladsen efter Y overtages af X."""
        owner = others.owner(part)
        old = others.old(part) if owner is None else (owner,)
        old = old or self.discourse.theirs_before(part)
        verb = part.verb
        if verb is None or len(old) != 1:
            return
        shared = besides.shared(part)
        role = shared.role or Role.MEMBER
        body = shared.body or self.targets.unnamed(role)
        for person in part.clause.named_in(verb.end, part.end):
            yield Personnel(
                person=person,
                role=role,
                event=Event.APPOINTED,
                body=body,
                from_=only_day(part.clause.text[verb.start : verb.end]),
                replaces=clean(old[0].name),
            )
        yield Personnel(person=old[0], role=role, event=Event.LEFT, body=body)


def _seat_taken(part: Predicate) -> str | None:
    """The body of the seat behind the verb: "efter Ys udtræden af byrådet overtager X hans plads i Z"."""
    behind = (t for t in part.tokens[part.at + 1 :] if t.kind is Kind.BODY and t.lead == "i")
    return next((token.body for token in behind), None)


def _up_to_relative(part: Predicate) -> str:
    """What a part says, up to what it says of another: "overtager pladsen efter Y, der udtræder den ..."."""
    return _RELATIVE.split(part.clause.text[part.start : part.end + 40])[0]


def _held_by(part: Predicate, old: Group) -> Token | None:
    """The role that stands before whom it is taken over from: "afløser den hidtidige formand for Z, Y"."""
    before = part.tokens[part.at + 1 : old.first]
    if before and before[-1].kind is Kind.JOIN and before[-1].lead == ",":
        before = before[:-1]
    nearest = before[-1] if before else None
    return nearest if nearest is not None and nearest.kind is Kind.ROLE else None


def _side_by_side(part: Predicate, behind: Sequence[Group]) -> bool:
    """Whether nothing stands between the first two behind a verb: its subject and its object."""
    return len(behind) > 1 and not part.clause.text[behind[0].end : behind[1].start].strip()
