"""Who gets, has or leaves a role, as sentences tell it: one after another, each with the last in mind."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import TYPE_CHECKING

from kkr_graph.language.people import PeopleReader
from kkr_graph.minutes.clauses import UNFOLLOWED, Clause, Followed, mask_people
from kkr_graph.minutes.personnel import besides
from kkr_graph.minutes.personnel.acts import Personnel, distinct
from kkr_graph.minutes.personnel.announcements import AnnouncementReader
from kkr_graph.minutes.personnel.appointers import AppointerReader
from kkr_graph.minutes.personnel.cast import Cast, antecedent
from kkr_graph.minutes.personnel.certainty import denied, is_certain, is_declined, was_before
from kkr_graph.minutes.personnel.departures import DepartureReader
from kkr_graph.minutes.personnel.discourse import Discourse
from kkr_graph.minutes.personnel.division import predicates
from kkr_graph.minutes.personnel.empty_seats import EmptySeat, empty_seats, filled
from kkr_graph.minutes.personnel.forum_lists import FOLLOW, ForumListReader
from kkr_graph.minutes.personnel.groups import Group, groups_of
from kkr_graph.minutes.personnel.headlines import headlined
from kkr_graph.minutes.personnel.holdings import HoldingReader
from kkr_graph.minutes.personnel.listings import ListingReader
from kkr_graph.minutes.personnel.placements import PlacementReader
from kkr_graph.minutes.personnel.predicates import RELATIVES, Predicate
from kkr_graph.minutes.personnel.representations import representing
from kkr_graph.minutes.personnel.subjects import SubjectReader
from kkr_graph.minutes.personnel.successions import SuccessionReader
from kkr_graph.minutes.personnel.targets import TargetReader
from kkr_graph.minutes.personnel.tokenizer import Tokenizer
from kkr_graph.minutes.personnel.tokens import Kind, Token
from kkr_graph.minutes.structure.cells import Place
from kkr_graph.model.extract import Event, Role
from kkr_graph.model.lexicon import Doing, Phrase
from kkr_graph.model.names import fold

if TYPE_CHECKING:
    from kkr_graph.language.presented import Presented

_BEFORE_WHERE = re.compile(
    r"(?:^|\b(?:i|til|af|for|fra|med|om|hos|på) )(?P<body>[A-ZÆØÅ][\w/-]*(?:(?: (?:for|og|i|af))? [A-ZÆØÅ][\w/-]*){0,5})(?: \([A-ZÆØÅ]+\))?,? hvor$"
)
_ON_ELECTION = re.compile(
    r"\bvalg til (?:\w+ pladser|bestyrelsen)|\b[Pp]å valg (?:var|er)|\bvalg af (?:\w+ )?(?:bestyrelsesmedlem|medlem)"
)
_VACANT = re.compile(
    r"\b(?:overtage|besætte\w*|ledige?) (?:plads\w*|post\w*|hverv\w*|sæde\w*)|\b(?:plads|pladsen|posten|hvervet)\b.*\b(?:ledig|vakant|ubesat|afgjort)",
    re.IGNORECASE,
)
_HEADLINE = re.compile(r"[^(:\t\d]+ [^(:\t\d]+ [^(:\t\d]+")  # three words or more
_CHOICE_OF = re.compile(r"\b(?:udpegning|valg)(?:en|et)? af (?:en )?$", re.IGNORECASE)
_STANDS = re.compile(
    r"\b(?:stille[rd]e? op|opstille[rd]e?|opstillet|foreslået|foreslog|foreslås|bragt i forslag|(?:er|var) kandidat\w*)\b"
)
# "KKR besluttede:", and below it "- at udpege Anna Holm" and "- at udpege Bo Lund"
_RESOLVES = re.compile(
    r"\b(?:besluttede|besluttet|vedtog|vedtaget|enedes om|enige om)(?: følgende)?:?$"
)
_AT = re.compile(r"\W{0,3}(?:(?:\d{1,2}|[a-z])[.)] ?)?at ")
_PRONOUN = re.compile(r"(?:Han|Hun|De|Begge) ")
_REASONS = frozenset({"da", "fordi", "idet"})  # "da X er indtrådt i Z": the item is not about Z


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
        self.forums = ForumListReader(targets)
        self.announcements = AnnouncementReader(targets)
        self.appointers = AppointerReader(targets)
        self.subjects = SubjectReader(targets)
        self.discourse = Discourse()
        self.known: Mapping[str, Presented] = {}  # who is meant by a given name alone
        self.has_subject = False  # a sentence of the item was about a body, and not about people
        self.titled: str | None = None  # the body that the title of the item calls by its name

    def start_item(self, about: str | None, title: str = "") -> None:
        """Begin an item, which its title may say to be about a body."""
        self.targets.about = about if about is None else self.targets.in_own_full(about)
        self.targets.mentioned = []
        # in capitals nothing tells a name from a word, but a role is one in small letters too
        shown = title.lower() if title.isupper() else title
        tokens = self.tokenizer.read(mask_people(shown, self.people))
        roles = {token.role for token in tokens if token.role not in (None, Role.MEMBER)}
        tokens = () if title.isupper() else tokens
        self.targets.about = self.targets.about or next(
            (token.body for token in tokens if token.body), None
        )
        named = self.targets.about
        self.titled = named if named is not None and named[:1].isupper() else None
        self.targets.is_titled = named is not None
        self.targets.is_near = self.has_subject = False
        self.listings.start_item(title)
        self.forums.waiting, self.announcements.awaited = (), None
        self.discourse = Discourse(
            titled_role=roles.pop() if len(roles) == 1 and self._titles(roles) else None,
            titled=self.targets.is_titled,
            electing=self.listings.staffing is Event.ELECTED,
        )

    def start_section(self) -> None:
        """Begin a section of the item: it is about what the title says, whatever was told before."""
        if self.titled is not None:
            self.targets.about = self.titled
            self.targets.is_near = self.has_subject = False

    def suppose(self, body: str) -> None:
        """Where nothing else says what body is meant, the one whose seats the item tells of."""
        if self.targets.about is None:
            self.targets.turn_to(body)

    def _titles(self, roles: Set[Role | None]) -> bool:
        """Whether a title's role is that of its lines: "Valg af repræsentanter" is a theme."""
        return self.targets.is_titled or Role.REPRESENTATIVE not in roles

    def start_paragraph(self) -> None:
        """Begin a paragraph: a pronoun does not look back beyond it."""
        self.targets.is_near = self.has_subject
        self.discourse.start_paragraph()

    def in_sentence(
        self, sentence: str, *, decided: bool = True, places: Sequence[Place] = ()
    ) -> Iterator[Personnel]:
        """What one sentence tells, each person, role and event once.

        ``decided`` says that it stands where the meeting's decision does; the cells of a row of a
        table have ``places``.
        """
        empty = [*empty_seats(sentence)]
        yield from self._remembered(self._former(empty))
        sentence = filled(sentence, empty)
        clause = mask_people(
            sentence, self.people, Followed(self.discourse.meant(sentence), self.known)
        )
        named = tuple(self.forums.read(clause)) or tuple(self.announcements.read(clause))
        if named:
            yield from self._remembered(named)
            self.discourse.remember(sentence, clause)
            return
        self._turn_to_subject(clause)
        if _AT.match(sentence) is None:
            self.discourse.resolved = _RESOLVES.search(sentence) is not None
        self.discourse.goes_on = _PRONOUN.match(sentence) is not None
        if sentence.isupper() and _HEADLINE.fullmatch(sentence):
            return  # where nothing tells a name from a word, and the text below tells it
        tokens = self.tokenizer.read(clause)
        self._turn_to_lead(sentence, tokens)
        self._turn_to_headline(clause, tokens)
        parts = tuple(predicates(clause, tokens))
        listed = self.listings.read(
            clause,
            tokens,
            self._lead_by(parts),
            decided=decided,
            came=self.discourse.take_at_hand(),
            places=places,
        )
        if self.targets.lexicon.phrases[Phrase.MISTAKEN].search(clause.text):
            self._turn_to_named(tokens)
        elif clause.people:
            yield from self._now_or_below(clause, listed or tuple(self._told(parts)))
            self.discourse.remember(sentence, clause)
        self._keep_subject(parts, tokens)

    def _former(self, seats: Iterable[EmptySeat]) -> Iterator[Personnel]:
        """Who had the seats that are nobody's now, in the body of the list or the one spoken of."""
        listing = self.listings.open
        body = self.targets.about if listing is None or listing.body is None else listing.body
        for seat in seats:
            first = next(iter(self.people.find(seat.after)), None)
            if first is not None and seat.after.startswith((first.name, first.title or first.name)):
                role = Role.DEPUTY if seat.is_deputys else self._role_in_list(seat)
                yield Personnel(person=first, role=role, event=Event.LEFT, body=body)

    def _role_in_list(self, seat: EmptySeat) -> Role:
        """What the column of an empty seat holds, or the list."""
        listing = self.listings.open
        if listing is None:
            return Role.MEMBER
        return self.listings.role_at(listing, seat.column) or listing.role

    def _turn_to_lead(self, sentence: str, tokens: Sequence[Token]) -> None:
        """Go on about what leads a sentence: an election, or a body in "Der er nyt fra Z: ..."."""
        if _ON_ELECTION.search(sentence):
            self.discourse.on_election = True
        for token in tokens:
            if token.kind is Kind.BODY and sentence[token.end : token.end + 1] == ":":
                self.targets.turn_to(token.body)

    def _turn_to_headline(self, clause: Clause, tokens: Sequence[Token]) -> None:
        """Go on about the body of a headline, and in the paragraphs below: "Formandsskifte i Z"."""
        body = None if self.discourse.titled else headlined(clause, tokens)
        if body is not None:
            self.targets.turn_to(body)
            self.has_subject = self.discourse.headlined = self.discourse.below_headline = True

    def _turn_to_named(self, tokens: Sequence[Token]) -> None:
        self.targets.turn_to(next((t.body for t in tokens if t.body), self.targets.about))

    def _now_or_below(self, clause: Clause, told: Sequence[Personnel]) -> Iterator[Personnel]:
        """What a sentence tells; where the bodies follow, nothing yet, and nothing of the one before."""
        if FOLLOW.search(clause.text):
            self.forums.waiting = tuple(distinct(told))
        else:
            yield from self._remembered(distinct(told))

    def _remembered(self, told: Iterable[Personnel]) -> Iterator[Personnel]:
        for found in told:
            if found.body is not None and not self.discourse.knows(found):
                self.discourse.tell(found)
                yield found

    def _keep_subject(self, parts: Sequence[Predicate], tokens: Sequence[Token]) -> None:
        """What the next sentence may lean on: the one role spoken of, the body in front."""
        nobody = not any(t.kind is Kind.PERSON for t in tokens)
        self.discourse.vacant = nobody and _VACANT.search(parts[0].clause.text) is not None
        if self.discourse.vacant:
            self._turn_to_named(tokens)
        spoken = [t for t in tokens if t.kind is Kind.ROLE]
        if len(spoken) == 1 and spoken[0].role and _STANDS.search(parts[0].clause.text):
            for person in parts[0].clause.people:
                self.discourse.stood[fold(person.name)] = spoken[0].role
        self.discourse.had = spoken[0] if len(spoken) == 1 and spoken[0].body else None
        speaks = len(spoken) == 1 and not any(t.kind is Kind.PERSON for t in tokens)
        tells = parts[0].verb is None and spoken and spoken[0].body
        awaited = speaks and (spoken[0].new or self._is_of_choice(parts[0].clause, spoken[0]))
        self.discourse.spoken = spoken[0] if tells or awaited else None
        fronted = next((t for t in tokens[:1] if t.kind is Kind.BODY and t.start == 0), None)
        if fronted is not None:  # "I Havnerådet må man undvære ..."
            self.targets.turn_to(fronted.body)

    def _is_of_choice(self, clause: Clause, role: Token) -> bool:
        """Whether a role is what is to be filled: "Valget af formand for Z blev udsat"."""
        return _CHOICE_OF.search(clause.text, 0, role.start) is not None

    def _turn_to_subject(self, clause: Clause) -> None:
        """Go on about the body that a sentence is about: "Z skal have ny formand", "Z mødes i maj"."""
        self.discourse.labelled = self.subjects.labelling(clause.text) is not None
        body = self.subjects.named(clause.text, is_titled=self.discourse.titled)
        if body is None and not clause.people:
            body = self.subjects.telling_of_itself(clause.text)
        if body is not None and body != self.targets.own:
            self.targets.turn_to(body)
            self.has_subject = True
            if self.subjects.assembles(clause.text):
                self.targets.assembled = body

    def _lead_by(self, parts: Sequence[Predicate]) -> str | None:
        """Who appoints those that a sentence introduces: "KKR udpegede følgende:"."""
        verb = parts[0].verb
        return self.appointers.of(parts[0]) if verb is not None and verb.kind is Kind.DO else None

    def _told(self, parts: Sequence[Predicate]) -> Iterator[Personnel]:
        holdings = HoldingReader(self.targets, self.discourse)
        subject: Group | None = None
        taken_back = denied(parts)
        self.discourse.within = None
        for part in parts[:1]:
            yield from holdings.apposed(part)
        for i, part in enumerate(parts):
            cast = _cast(part, _subject_of(part, parts[:i], subject), is_first=i == 0)
            self._turn_to_place(part)
            nominated = self._is_nomination(part, parts[:i])
            certain = part.verb is None or is_certain(
                self.targets.lexicon, part, parts[:i], is_own_nomination=nominated
            )
            for found in self._in_part_and_beside(cast):
                if found.event is Event.LEFT:
                    self.discourse.leaver = found.person
                if found.body is not None:
                    if not self._is_by_the_way(part, found):
                        self.targets.turn_to(found.body)
                    self.discourse.within = found
                if i not in taken_back:
                    told = self._nominated(found) if nominated else found
                    yield replace(told, certain=found.certain and certain)
            if i not in taken_back:
                yield from holdings.second_roles(cast, certain=certain)
            if cast.groups:
                subject = cast.own[-1] if cast.own else cast.groups[-1]

    def _is_nomination(self, part: Predicate, earlier: Sequence[Predicate]) -> bool:
        """Whether the meeting nominates: "KKR indstiller, at X udpeges", and not its staff."""
        before = earlier[-1] if earlier else None
        if before is None or before.verb is None or part.verb is None or part.opener != "at":
            return False
        verb, placed = before.verb.verb, part.verb.verb
        nominates = verb is not None and verb.doing is Doing.NOMINATED
        places = placed is not None and placed.doing is Doing.APPOINTED
        return nominates and places and self.appointers.of(before) == self.targets.own is not None

    def _nominated(self, found: Personnel) -> Personnel:
        """Whom the meeting nominates, and does not place itself."""
        return replace(found, event=Event.NOMINATED, by=self.targets.own)

    def _in_part_and_beside(self, cast: Cast) -> Iterator[Personnel]:
        """What a part tells, of every body that it names side by side: "til Z og til W"."""
        for found in self._in_part(cast):
            yield found
            beside = (
                *besides.bodies_joined_to(cast.part, found.body),
                *self._joined_to(cast.part, found.body),
            )
            for body in dict.fromkeys(beside):
                yield replace(found, body=body)

    def _joined_to(self, part: Predicate, body: str | None) -> Iterator[str]:
        """The bodies that follow one without a preposition: "i Teknisk Udvalg, Havnerådet og Kystrådet"."""
        at = next((t for t in part.tokens if body is not None and t.body == body), None)
        holds = part.verb is not None and part.verb.kind is Kind.HOLD
        if at is not None and not (holds and part.clause.text.startswith(", til ", at.end)):
            yield from self.targets.joined(part.clause.text, at.end, is_fronted=at.start == 0)

    def _is_by_the_way(self, part: Predicate, found: Personnel) -> bool:
        """Whether a part only says what somebody is besides: "Hun er medlem af byrådet i Rebild"."""
        if found.event is not Event.HOLDS:
            return self.targets.is_titled and part.opener in _REASONS
        return part.opener in RELATIVES or self.discourse.goes_on or self.titled is not None

    def _turn_to_place(self, part: Predicate) -> None:
        """Go on about what "hvor" points to: "om Klimarådet, hvor X er observatør"."""
        inner = (t.end for t in part.tokens[: part.at] if t.kind is Kind.BREAK and t.lead == "hvor")
        behind = next(inner, part.start if part.opener == "hvor" else None)
        match = None if behind is None else _BEFORE_WHERE.search(part.clause.text[:behind].rstrip())
        if match is not None and self.targets.seems_body(match["body"]):
            self.targets.turn_to(self.targets.in_full(match["body"]))

    def _in_part(self, cast: Cast) -> Iterator[Personnel]:
        part, verb = cast.part, cast.part.verb
        if verb is None or part.opener == "om" or (part.negated and verb.kind is not Kind.LEAVE):
            return
        if is_declined(part) or was_before(part):
            return
        match verb.kind:
            case Kind.DO:
                assert verb.verb is not None
                if verb.verb.doing is Doing.REPLACED:
                    yield from SuccessionReader(self.targets, self.discourse).replacing(cast)
                else:
                    yield from PlacementReader(self.targets, self.discourse).placing(cast)
            case Kind.LEAVE:
                yield from DepartureReader(self.targets, self.discourse).leaving(cast)
            case Kind.ENTER:
                yield from PlacementReader(self.targets, self.discourse).entering(cast)
            case Kind.TAKE:
                yield from SuccessionReader(self.targets, self.discourse).taking_over(cast)
            case Kind.BECOME | Kind.HOLD:
                yield from HoldingReader(self.targets, self.discourse).being(cast)
            case Kind.PASS:
                yield from SuccessionReader(self.targets, self.discourse).passing(part)
            case _:
                yield from representing(cast)


def _subject_of(
    part: Predicate, earlier: Sequence[Predicate], before: Group | None
) -> Group | None:
    """Whom a part without a subject tells of: that of the part before, but for these.

    "X, der er borgmester, overtager": X. "..., at han trækker sig", where "han" may be anybody: nobody.
    """
    last = next(reversed(earlier), None)
    if last is not None and last.opener in RELATIVES and part.opener in (",", "men"):
        return antecedent(last)
    begins = 0 if last is None else last.end
    ends = part.end if part.verb is None else part.verb.end
    return None if UNFOLLOWED.search(part.clause.text, begins, ends + 5) else before


def _cast(part: Predicate, subject: Group | None, *, is_first: bool) -> Cast:
    """The people of a part; ``subject`` is that of the part before."""
    cast = Cast(part=part, groups=groups_of(part))
    if cast.own or is_first:
        return cast
    meant = antecedent(part) if part.opener in RELATIVES else subject
    return replace(cast, inherited=meant)
