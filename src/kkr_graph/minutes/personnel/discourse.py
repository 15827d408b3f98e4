"""What the sentences before have told, for those that lean on it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kkr_graph.language.presented import Presented
from kkr_graph.minutes.clauses import Clause
from kkr_graph.minutes.personnel.acts import Personnel, Who, who_is
from kkr_graph.minutes.personnel.predicates import Predicate
from kkr_graph.minutes.personnel.tokens import Token
from kkr_graph.model.extract import Event, Role
from kkr_graph.model.names import fold

THEIRS = re.compile(
    r"\b(?:hans|hendes|vedkommendes) (?:personlige? )?(?:suppleant|stedfortræder)"
    r"|\b(?:suppleant|stedfortræder)(?:en)? (?P<of>for (?:ham|hende)\b)",
    re.IGNORECASE,
)
# behind "Medlem er X", of whom alone it is then
_DEPUTY_IS = re.compile(r"(?:Personlig )?(?:[Ss]uppleant|[Ss]tedfortræder)(?:en)? er ")
_SUCCESSOR = re.compile(
    r"\b(?:hans|hendes|dennes) (?:efterfølger|afløser|sted|plads(?:er)?|poste?(?:r)?)\b|\bi stedet\b(?! for)",
    re.IGNORECASE,
)


# what only the one does who has just been placed
_COMES = re.compile(
    r"(?:Han|Hun) (?:tiltræder|tiltrådte|indtræder|afløser|efterfølger|overtager)\b"
)
_PLACES = frozenset({Event.APPOINTED, Event.ELECTED, Event.NOMINATED})
_SHE_OR_HE = re.compile(r"(?<!\w)(?:(?P<she>hun|hende)|han|ham)(?!\w)", re.IGNORECASE)


def _pronouns(sentence: str) -> set[str]:
    """Which of "han" and "hun" a sentence has, in whatever case."""
    return {"hun" if match["she"] else "han" for match in _SHE_OR_HE.finditer(sentence)}


@dataclass(slots=True, kw_only=True)
class Discourse:
    """What an item has told so far. A new item begins a new one."""

    titled_role: Role | None = None  # the one role that the title names
    titled: bool = False  # the title says which body the item is about
    headlined: bool = False  # a headline says in which body somebody comes or goes
    below_headline: bool = False  # it stands right above
    last: Personnel | None = None  # the latest in the item
    within: Personnel | None = None  # the latest in the sentence
    came: Personnel | None = None  # the latest who was placed
    at_hand: Personnel | None = None  # the same, where the sentence before told it
    spoken: Token | None = None  # the role that the sentence before spoke of
    had: Token | None = None  # the one role in a body that the sentence before gave somebody
    named: Presented | None = None  # the only person of the sentence before
    contrast: tuple[str, Presented] | None = None  # beside "hun", the one whom "han" means
    people: dict[str, Presented] = field(default_factory=dict)  # of the paragraph, by folded name
    leaver: Presented | None = None  # who left last
    labelled: bool = False  # the sentence begins with the name of a body and a colon
    resolved: bool = False  # the sentence before says that what is listed below it was decided
    goes_on: bool = False  # the sentence begins with "Han" or "Hun"
    vacant: bool = False  # the sentence before spoke of a seat to be filled
    on_election: bool = False  # "der var valg til tre pladser", "på valg var"
    electing: bool = False  # the title says that somebody is to be elected
    elects: bool = False  # somebody was elected
    placed: dict[Who, str | None] = field(default_factory=dict)  # who is in which body
    group: tuple[Presented, ...] = ()  # those placed last, side by side, and not as deputies
    stood: dict[str, Role] = field(default_factory=dict)  # for what, by folded name
    proposed: dict[str, Personnel] = field(default_factory=dict)  # by folded name
    left: set[tuple[str, str | None]] = field(default_factory=set)  # who has left which body

    def start_paragraph(self) -> None:
        """Begin a paragraph: a pronoun looks back beyond it only where one person was named there."""
        self.named = next(iter(self.people.values())) if len(self.people) == 1 else None
        self.people, self.contrast = {}, None
        self.spoken = self.spoken if self.below_headline else None
        self.below_headline = False

    def meant(self, sentence: str) -> Presented | None:
        """Whom a sentence's "han" or "hun" can mean: one person only.

        "Hun afløses af Y. Han ...": Y, who is not the woman of the sentence before; "X valgtes i stedet
        for Y. Hun tiltræder ...": X, who came.
        """
        said = _pronouns(sentence)
        if self.contrast is not None and said and self.contrast[0] not in said:
            return self.contrast[1]
        alone = self.at_hand is not None and self.group == (self.at_hand.person,)
        if self.named is None and alone and self.at_hand is not None and _COMES.match(sentence):
            return self.at_hand.person
        return self.named

    def remember(self, sentence: str, clause: Clause) -> None:
        """Keep whom a pronoun in the next sentence can mean."""
        people = {fold(person.name): person for person in clause.people}
        said, before = _pronouns(sentence), self.named
        beside = [one for one in people.values() if before is None or one.name != before.name]
        told = before is not None and len(said) == 1 and len(beside) == len(people) - 1 == 1
        self.contrast = (said.pop(), beside[0]) if told else None
        self.named = next(iter(people.values())) if len(people) == 1 else None
        self.people.update(people)

    def tell(self, found: Personnel) -> None:
        """Keep what a sentence told."""
        self.placed[who_is(found.person)] = found.body
        self.proposed[fold(found.person.name)] = found
        self.last = found
        if found.event is Event.LEFT:
            self.leaver = found.person
        if found.event in _PLACES:
            self.came = self.at_hand = found
        self.elects = self.elects or found.event is Event.ELECTED
        if found.event is Event.LEFT and found.certain:
            self.left.add((fold(found.person.name), found.body))

    def take_at_hand(self) -> Personnel | None:
        """Who was placed by the sentence before; the one that asks is the next."""
        placed, self.at_hand = self.at_hand, None
        return placed

    def knows(self, found: Personnel) -> bool:
        """Whether it was told before that somebody left: "X blev valgt i stedet for Y. Y udtræder"."""
        left = found.event is Event.LEFT
        return left and (fold(found.person.name), found.body) in self.left

    def role_before(self, *, stated: bool) -> Role:
        """What is taken over where nothing is said of it: the role that was told last."""
        last = self.within or self.last
        return Role.MEMBER if stated or last is None else last.role

    def just_placed(self, people: Sequence[Presented]) -> Personnel | None:
        """What one who comes in another's place was said to become: "X vælges til Z. X afløser Y"."""
        if len(people) != 1:
            return None
        name = fold(people[0].name)
        here = self.within if self.within and fold(self.within.person.name) == name else None
        told = here or self.proposed.get(name)
        return None if told is None or told.event not in _PLACES else told

    def theirs(self, part: Predicate) -> Personnel | None:
        """Whose deputy "hans stedfortræder" is."""
        said = THEIRS.search(part.clause.text)
        if said is None:
            return self._of_one_before() if _DEPUTY_IS.match(part.clause.text) else None
        told = self.within or self._nearer() or self._last_placed()
        left = told is not None and told.event is Event.LEFT
        if not (said["of"] or left) or self.came is None:
            return told
        beside = len(self.group) > 1 and self.came.person in self.group  # then it may be another
        return None if beside else self.came

    def alone_placed(self) -> Personnel | None:
        """Who alone was placed by the part before of the same sentence."""
        told = self.within
        return told if told is not None and self.group == (told.person,) else None

    def _last_placed(self) -> Personnel | None:
        """The latest in the item; for what somebody is besides, in what the same was placed before."""
        last, came = self.last, self.came
        besides = last is not None and last.event is Event.HOLDS
        same = last is not None and came is not None and who_is(last.person) == who_is(came.person)
        return came if besides and same else last

    def _of_one_before(self) -> Personnel | None:
        """The only person of the sentence before, who was said to be a member."""
        told = self.last
        sits = told is not None and told.role is Role.MEMBER and told.event is not Event.LEFT
        return told if told is not None and sits and self.named == told.person else None

    def _nearer(self) -> Personnel | None:
        """The only person of the sentence before, where it told of no role: "X holder orlov"."""
        if self.named is None or (
            self.last and fold(self.last.person.name) == fold(self.named.name)
        ):
            return None
        body = self.placed.get(who_is(self.named))
        return Personnel(person=self.named, role=Role.MEMBER, event=Event.HOLDS, body=body)

    def theirs_before(self, part: Predicate) -> tuple[Presented, ...]:
        """Whose successor "hendes efterfølger" is: the one who left in the sentence before."""
        if self.leaver is None:
            return ()
        return (
            (self.leaver,) if _SUCCESSOR.search(part.clause.text, max(0, part.start - 30)) else ()
        )
