"""Who gets, has or leaves a role, as sentences tell it: one after another, each with the last in mind."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import TYPE_CHECKING

from kkr_graph.language.body_nouns import COMMON, either
from kkr_graph.language.people import PeopleReader
from kkr_graph.minutes.clauses import UNFOLLOWED, Clause, Followed, mask_people
from kkr_graph.minutes.personnel import besides, body_phrases
from kkr_graph.minutes.personnel.acts import Personnel, distinct
from kkr_graph.minutes.personnel.announcements import AnnouncementReader
from kkr_graph.minutes.personnel.appointers import AppointerReader
from kkr_graph.minutes.personnel.cast import Cast, antecedent
from kkr_graph.minutes.personnel.certainty import denied, is_certain, is_declined, was_before
from kkr_graph.minutes.personnel.departures import DepartureReader
from kkr_graph.minutes.personnel.discourse import Discourse
from kkr_graph.minutes.personnel.division import predicates
from kkr_graph.minutes.personnel.forum_lists import FOLLOW, ForumListReader
from kkr_graph.minutes.personnel.groups import Group, groups_of
from kkr_graph.minutes.personnel.holdings import HoldingReader
from kkr_graph.minutes.personnel.listings import ListingReader
from kkr_graph.minutes.personnel.placements import PlacementReader
from kkr_graph.minutes.personnel.predicates import RELATIVES, Predicate
from kkr_graph.minutes.personnel.successions import SuccessionReader
from kkr_graph.minutes.personnel.targets import TargetReader
from kkr_graph.minutes.personnel.titles import names_body
from kkr_graph.minutes.personnel.tokenizer import Tokenizer
from kkr_graph.minutes.personnel.tokens import Kind, Token
from kkr_graph.model.extract import Event, Role
from kkr_graph.model.lexicon import Doing, Phrase
from kkr_graph.model.names import fold

if TYPE_CHECKING:
    from kkr_graph.language.presented import Presented

_LACKS = re.compile(
    r"(?P<body>[A-ZÆØÅ][^,.;:()]{2,60}?) (?:(?:skal have|mangler|får|søger|har brug for|ønsker) (?:en|et|ny|nyt)\b|ønsker(?= ⟦))"
)
_BEFORE_WHERE = re.compile(
    r"(?:^|\b(?:i|til|af|for|fra|med|om|hos|på) )(?P<body>[A-ZÆØÅ][\w/-]*(?:(?: (?:for|og|i|af))? [A-ZÆØÅ][\w/-]*){0,5})(?: \([A-ZÆØÅ]+\))?,? hvor$"
)
_LABELLED = re.compile(r"[\s–—•*·▪◦-]*(?:\w{1,2}[.)] )?(?P<body>[A-ZÆØÅ][^:⟦\t]{2,80}): (?=\S)")
_ALONE = re.compile(r"(?:[a-zæøå]\)|[–—•*·▪◦-]) (?P<body>[A-ZÆØÅ][^:⟦\t.]{2,80})\.")
# a heading on a line of its own: "Det Grønne Råd (DGR)"
_HEADING = re.compile(r"(?P<body>[A-ZÆØÅ][^:⟦\t.]{2,80}?)(?: \([A-ZÆØÅ][\w -]{1,40}\))?")
_AND_WHERE = re.compile(  # "Det Regionale Beredskabsråd Vest"
    rf"(?:[A-ZÆØÅ][\w-]* )*[\w-]*(?:{either(*COMMON)})(?: [A-ZÆØÅ][\w-]*){{1,3}}"
)
_ELECTION_TO_BOARD = re.compile(
    r"\w*valg (?:til|i|af) (?:bestyrelsen|udvalget|rådet)", re.IGNORECASE
)
_OFFICES = re.compile(
    r"^region |(?:kommune|sekretariat|forvaltning|administration|direktion|afdeling)(?:et|en)?\b",
    re.IGNORECASE,
)
_ON_ELECTION = re.compile(
    r"\bvalg til (?:\w+ pladser|bestyrelsen)|\b[Pp]å valg (?:var|er)|\bvalg af (?:\w+ )?(?:bestyrelsesmedlem|medlem)"
)
_VACANT = re.compile(
    r"\b(?:overtage|besætte\w*|ledige?) (?:plads\w*|post\w*|hverv\w*|sæde\w*)|\b(?:pladsen|posten|hvervet)\b.*\b(?:ledig|vakant|ubesat|afgjort)"
)
_ASSEMBLED = re.compile(
    r"(?:(?:På|Ved) (?:[^⟦,.;]{0,40} )?(?:generalforsamlingen?|repræsentantskabsmødet?|bestyrelsesmødet?|årsmødet?|mødet?)|Generalforsamlingen|Repræsentantskabet|Årsmødet|Bestyrelsen) (?:i|for|af) (?=[A-ZÆØÅ])"
)
_STANDS = re.compile(
    r"\b(?:stille[rd]e? op|opstille[rd]e?|opstillet|foreslået|foreslog|foreslås|bragt i forslag|(?:er|var) kandidat\w*)\b"
)
_OF_ITSELF = re.compile(
    r" (?:mødes|samles|består|tæller|holder (?:\w+ )?møde|vælger (?:\w+ ){0,3}sin (?:egen )?(?:næst)?formand|har \w+ medlemmer|konstituerer sig|blev stiftet|er (?:et|en)\b)"
)


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
        self.discourse = Discourse()
        self.known: Mapping[str, Presented] = {}  # who is meant by a given name alone
        self.has_subject = False  # a sentence of the item was about a body, and not about people

    def start_item(self, about: str | None, title: str = "") -> None:
        """Begin an item, which its title may say to be about a body."""
        self.targets.about = about if about is None else self.targets.in_own_full(about)
        self.targets.mentioned = []
        shown = "" if title.isupper() else title  # in capitals nothing tells a name from a word
        tokens = self.tokenizer.read(mask_people(shown, self.people))
        roles = {token.role for token in tokens if token.role not in (None, Role.MEMBER)}
        self.targets.about = self.targets.about or next(
            (token.body for token in tokens if token.body), None
        )
        self.targets.is_titled = self.targets.about is not None
        self.targets.is_near = self.has_subject = False
        self.listings.start_item(title)
        self.forums.waiting, self.announcements.awaited = (), None
        self.discourse = Discourse(
            titled_role=roles.pop() if len(roles) == 1 and self._titles(roles) else None,
            titled=self.targets.is_titled,
            electing=self.listings.staffing is Event.ELECTED,
        )

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

    def in_sentence(self, sentence: str, *, decided: bool = True) -> Iterator[Personnel]:
        """What one sentence tells, each person, role and event once.

        ``decided`` says that it stands where the meeting's decision does.
        """
        clause = mask_people(
            sentence, self.people, Followed(self.discourse.meant(sentence), self.known)
        )
        named = tuple(self.forums.read(clause)) or tuple(self.announcements.read(clause))
        if named:
            yield from self._remembered(named)
            self.discourse.remember(sentence, clause)
            return
        self._turn_to_subject(clause)
        tokens = self.tokenizer.read(clause)
        if _ON_ELECTION.search(sentence):
            self.discourse.on_election = True
        for token in tokens:
            if token.kind is Kind.BODY and sentence[token.end : token.end + 1] == ":":
                self.targets.turn_to(token.body)  # "Der er nyt fra Z: ..."
        parts = tuple(predicates(clause, tokens))
        listed = self.listings.read(clause, tokens, self._lead_by(parts), decided=decided)
        mistaken = self.targets.lexicon.phrases[Phrase.MISTAKEN].search(clause.text)
        if clause.people and mistaken is None:
            told = listed or tuple(self._told(parts))
            if FOLLOW.search(clause.text):  # and nothing is told of the body before
                self.forums.waiting = tuple(distinct(told))
            else:
                yield from self._remembered(distinct(told))
            self.discourse.remember(sentence, clause)
        if mistaken is not None:
            self.targets.turn_to(next((t.body for t in tokens if t.body), self.targets.about))
        self._keep_subject(parts, tokens)

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
            self.targets.turn_to(next((t.body for t in tokens if t.body), self.targets.about))
        spoken = [t for t in tokens if t.kind is Kind.ROLE]
        if len(spoken) == 1 and spoken[0].role and _STANDS.search(parts[0].clause.text):
            for person in parts[0].clause.people:
                self.discourse.stood[fold(person.name)] = spoken[0].role
        self.discourse.had = spoken[0] if len(spoken) == 1 and spoken[0].body else None
        speaks = len(spoken) == 1 and not any(t.kind is Kind.PERSON for t in tokens)
        tells = parts[0].verb is None and spoken and spoken[0].body
        self.discourse.spoken = spoken[0] if tells or (speaks and spoken[0].new) else None
        fronted = next((t for t in tokens[:1] if t.kind is Kind.BODY and t.start == 0), None)
        if fronted is not None:  # "I Havnerådet må man undvære ..."
            self.targets.turn_to(fronted.body)

    def _turn_to_subject(self, clause: Clause) -> None:
        """Go on about the body that a sentence is about: "Z skal have ny formand", "Z mødes i maj"."""
        labelled = self._labelling(clause.text)
        self.discourse.labelled = labelled is not None
        body = self._lacking(clause.text) or labelled or self._assembled(clause.text)
        body = body or self._headed(clause.text)
        if body is None and not clause.people:
            body = self._subject(clause.text)
            body = body if not self.targets.is_titled or self._is_title_in_full(body) else None
        if body is not None and body != self.targets.own:
            self.targets.turn_to(body)
            self.has_subject = True

    def _lacking(self, sentence: str) -> str | None:
        """The body that lacks somebody: "Festugerådet skal have en ny formand"."""
        match = _LACKS.match(sentence)
        named = match is not None and self.targets.seems_body(match["body"])
        return self.targets.in_full(match["body"]) if match is not None and named else None

    def _assembled(self, sentence: str) -> str | None:
        """The body that meets or elects: "På generalforsamlingen i Z blev ...", "Repræsentantskabet for Z valgte"."""
        match = _ASSEMBLED.match(sentence)
        place = None if match is None else self.targets.place(sentence, match.end())
        return None if place is None or self.targets.is_pronoun(place.name) else place.name

    def _is_title_in_full(self, body: str | None) -> bool:
        """Whether a body is the title's by its own words: "Den politiske styregruppe"."""
        words, titled = fold(body or "").split(), fold(self.targets.about or "").split()
        return words[-1:] == titled[-1:] and len(words) > len(titled)

    def _labelling(self, sentence: str) -> str | None:
        """The body before a colon, or alone: "a) Havnerådet: Bestyrelsen udpegede X", "b) Havnerådet."."""
        match = _LABELLED.match(sentence) or _ALONE.fullmatch(sentence)
        named = match is not None and self.targets.names_body(match["body"])
        return self.targets.in_full(match["body"]) if match is not None and named else None

    def _headed(self, sentence: str) -> str | None:
        """The body that a line only names, where the item's title names none: its own heading."""
        match = None if self.discourse.titled else _HEADING.fullmatch(sentence)
        if match is None or body_phrases.has_council_for_last_word(match["body"]):
            return None
        if _ELECTION_TO_BOARD.fullmatch(match["body"]):
            return None
        name = match["body"]
        named = names_body(name, self.targets.lexicon) or _AND_WHERE.fullmatch(name) is not None
        named = named or self.targets.bodies.known(name) is not None
        other = _OFFICES.search(name) or name.startswith("Om ")  # "Om udvalget" heads what is told
        return self.targets.in_full(name) if named and not other else None

    def _subject(self, sentence: str) -> str | None:
        """The body of a sentence about itself: "Bestyrelsen for Z mødes fire gange om året"."""
        place = self.targets.place(sentence, 0) if sentence.endswith(".") else None
        if place is None or _OF_ITSELF.match(sentence, place.end) is None:
            return None
        named = not self.targets.is_pronoun(sentence[: place.end])
        return place.name if named and self.targets.seems_body(place.name) else None

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
                    if not (self.targets.is_titled and part.opener in _REASONS):
                        self.targets.turn_to(found.body)
                    self.discourse.within = found
                if i not in taken_back:
                    event = Event.NOMINATED if nominated else found.event
                    yield replace(found, event=event, certain=found.certain and certain)
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
        if at is not None:
            yield from self.targets.joined(part.clause.text, at.end, is_fronted=at.start == 0)

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
                yield from HoldingReader(self.targets, self.discourse).representing(cast)


def _subject_of(
    part: Predicate, earlier: Sequence[Predicate], before: Group | None
) -> Group | None:
    """Whom a part without a subject tells of: that of the part before, but for these.

    "X, der er borgmester, overtager": X. "..., at han trækker sig", where "han" may be anybody: nobody.
    """
    last = next(reversed(earlier), None)
    if last is not None and last.opener in RELATIVES and part.opener == ",":
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
