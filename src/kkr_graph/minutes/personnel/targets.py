"""The parts of a sentence that say into what somebody is placed: role, body, period."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from kkr_graph.language.bodies import BodyReader
from kkr_graph.language.body_nouns import THEMES
from kkr_graph.language.presented import Presented
from kkr_graph.minutes.personnel import body_phrases, joints
from kkr_graph.minutes.personnel.body_phrases import Wording
from kkr_graph.model.extract import CHAIRS, Role
from kkr_graph.model.lexicon import Lexicon, Phrase, any_word
from kkr_graph.model.names import clean, fold

_PUNCTUATION = re.compile(r"[.;:()⟦]|(?<!-),")  # "Kultur-, Fritids- og Idrætsudvalget" goes on
_THEMES = re.compile(THEMES)
_CAPITALISED = re.compile(r"(?:^|[\s-])[A-ZÆØÅ][\w/’'&.-]*$")
# "orienterede som formand for Havnerådet om taksterne": of what, as in the name of no body but groups
_ABOUT = re.compile(
    r"(?<!gruppen )(?<!netværket )(?<!netværk )(?<!partnerskabet )(?<!partnerskab )(?<!alliancen )(?<!samarbejdet )(?<!udvalget )"
    r"(?<!taskforcen )(?<!panelet )\bom (?=[a-zæøå])"
)
_SEATED_AT = re.compile(r" i [A-ZÆØÅ][\w-]+$")
_VERB = re.compile(r"\b(?:er|var|har|blev|består|skal|vil|kan|fra|om|ved|til)\b|\d")
_LONGEST_NAME = 8  # words
_LIST_OF = re.compile(
    r"\b(?:kandidat|stedfortræder|valg)liste\w*$|\bliste [A-ZÆØÅ]$", re.IGNORECASE
)
# who chose those behind the colon: "Gruppe A: X", "V: Y"
_GROUP = re.compile(
    r"(?:valg)?(?:gruppe|liste|forbund) (?:\d|[A-ZÆØÅ]\b).*|(?-i:[A-ZÆØÅ])(?:(?:, | og |/)(?-i:[A-ZÆØÅ]))*",
    re.IGNORECASE,
)
_ADMINISTRATION = re.compile(r"Region [A-ZÆØÅ]|.* Kommune$")  # has no chair, its council has
# sends people to others: its council has seats, and it none
_SENDS = re.compile(r"Region [A-ZÆØÅ]\w+|[A-ZÆØÅ][\w-]+ Kommune")
_IS_NONE = re.compile(r"^(?:19|20)\d\d\b|\bmødet?$")
_MUNICIPALITY = re.compile(r"(?:(?! i ).)+ [Kk]ommune")  # and not "Ældrerådet i Vejle Kommune"
_PARLIAMENTS = frozenset({"folketinget", "europa parlamentet", "regeringen"})  # no seats of ours
_ALL_OF = re.compile(r"(?:kommunerne|regionerne|borgmestrene)\b")  # "formand for kommunerne i Y"
_DESCRIBED = re.compile(r"(?:(?!(?:i|for|af|på|ved|til|hos|om)\b)[a-zæøå-]+ )+(?=[A-ZÆØÅ])")
_BY_NAME_ONLY = frozenset({"i", "for", "fra", "af", "hos"})


def _in_capitals(stem: str) -> re.Pattern[str]:
    """A name that ends in a noun: "Den Administrative Styregruppe på Socialområdet"."""
    noun = f"{stem[:1].upper()}{re.escape(stem[1:])}"
    return re.compile(
        rf"\bDe[nt] (?:[A-ZÆØÅ][\w-]+ ){{1,3}}{noun}(?!\w)(?: (?:for|på|i) [A-ZÆØÅ][\w-]*(?: [A-ZÆØÅ][\w-]*)*)?"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A role in a body; ``stated`` is False where both are only carried over."""

    role: Role
    body: str | None
    stated: bool
    named: bool = False  # the body is: not carried over, and not the meeting's own


@dataclass(frozen=True, slots=True)
class Place:
    """A body named in a sentence; ``end`` is where its phrase ends."""

    name: str
    end: int
    lead: str = ""  # the preposition before it


class TargetReader:
    """Reads targets. ``about`` is the body that the sentences before spoke of."""

    def __init__(self, lexicon: Lexicon, bodies: BodyReader, own: str | None) -> None:
        self.lexicon = lexicon
        self.bodies = bodies
        self.own = own  # the body whose document it is
        self.about: str | None = None
        self.is_titled = False  # the item's title says what it is about
        self.is_near = False  # this paragraph does, or a sentence that has it for its subject
        self.assembled: str | None = None  # whose assembly is told of, where it is that body
        self.mentioned: list[str] = []  # in the item, the latest first
        words = any_word(lexicon.roles)
        # "posten som næstformand", "ny formand", "Erhvervshus Fyns repræsentant"
        self.role_pattern = (
            r"(?:(?:posten|hvervet|pladsen) som )?(?:ny(?:t|e)? |kommunal(?:t)? |politisk |fælles |[A-ZÆØÅ][\w’' ]{1,60}?s |\w+ets |\w+ens )?"
            rf"(?P<role>(?i:{words}))(?:en|et)?\b"
        )
        self._as_role = re.compile(
            rf"(?:(?!,? (?:og|samt|mens) (?:som|til) )[^⟦.;]){{0,70}}?\b(?:som|til) {self.role_pattern}(?P<in> (?:i|for|af|til|på) )?"
        )
        self._role_in = re.compile(rf",? ?{self.role_pattern}(?P<in> (?:i|for|af) )")
        # "medlem af og formand for Havnerådet": the body stands behind the second role
        self._and_role = re.compile(rf"og (?:som )?(?:(?i:{words}))(?:en|et)? (?:i|for|af) ")
        self._first = re.compile(
            rf"(?:Som|Til|som|til) (?:\d\. )?{self.role_pattern}(?P<in> (?:i|for|af) )?"
        )

    def turn_to(self, body: str | None) -> None:
        """Go on about a body; the next paragraph may be about the meeting's own again."""
        self.about, self.is_near = body, body is not None
        self.assembled = self.assembled if self.assembled == body else None

    def begin_with_own(self) -> None:
        """Where nothing else is said, a notice is of its sender's seats: "Bo Lund fortsætter som medlem".

        Not of a council's, to which others elect, and an administration has none.
        """
        own = self.own or ""
        if self.about is None and not (
            _ADMINISTRATION.match(own) or body_phrases.places_in_others(own)
        ):
            self.about = self.own

    def place(self, text: str, at: int) -> Place | None:
        """The body named at ``at``, and where its phrase ends."""
        end = self._phrase_end(text, at, min(len(text), at + 200))
        end = at + len(body_phrases.without_end(text[at:end]))
        name = self.body(text, at, end)
        if name is None or self._is_no_body(name):
            return None
        return Place(name, end)

    def placed_at(self, text: str, at: int) -> Place | None:
        """The body that a preposition at ``at`` leads to: "til Havnerådet", "i bestyrelsen for Z"."""
        match = body_phrases.PLACED.match(text, at)
        if match is None:
            return None
        here = re.match(r"samme sted\b", text[match.end() :])
        if here is not None:
            return (
                None
                if self.about is None
                else Place(self.about, match.end() + here.end(), match["lead"])
            )
        place = self.place(text, match.end())
        if place is None:
            return None
        written = text[match.end() : place.end]
        lead = match["lead"].lower()
        if lead in _BY_NAME_ONLY and not (written[:1].islower() or self.seems_body(written)):
            return None
        return replace(place, lead=lead)

    def joined(self, text: str, at: int, *, is_fronted: bool) -> Iterator[str]:
        """The bodies that go on behind one at ``at``: ", Havnerådet og bestyrelsen for Z"."""
        while (start := joints.behind(text, at)) is not None:
            place = self.place(text, start)
            if place is None or not joints.is_body(text[start : place.end]):
                return
            if not (is_fronted or joints.ends(text, place.end)):
                return
            yield place.name
            at = place.end

    def seems_body(self, written: str) -> bool:
        """Whether a capitalised phrase is a body by its words, and not a place or a theme."""
        plain = clean(written)
        words = fold(plain).split()
        return bool(
            self.bodies.known(plain) is not None
            or self.bodies.canonical(plain) != plain
            or (plain.isupper() and len(plain) > 1)
            or self.lexicon.organization_words.intersection(words)
            or any(word.endswith(self.lexicon.organization_endings) for word in words)
        )

    def titled(self, person: Presented) -> Role | None:
        """A role written as a title: "formand Anna Holm"."""
        return self.lexicon.roles.get(fold(person.title or ""))

    def is_pronoun(self, phrase: str) -> bool:
        """Whether a phrase points back to a body: "rådet", "dette forum", and not "Havnerådet"."""
        return body_phrases.points_back(phrase)

    def names_body(self, phrase: str) -> bool:
        """Whether a label is a body's name and no more: "Havnerådet", and not "Sagsnr."."""
        words = fold(phrase).split()
        named = self.lexicon.organization_words.intersection(words) or any(
            word.endswith(self.lexicon.organization_endings) for word in words
        )
        tells = _VERB.search(phrase) or self.lexicon.phrases[Phrase.FINITE].search(phrase)
        known = self.bodies.known(phrase) is not None
        named = named and not (self.is_electing(phrase) or body_phrases.is_bare(phrase))
        return known or bool(named and not tells and len(words) <= _LONGEST_NAME)

    def in_full(self, written: str) -> str:
        """A body as facts name it: without "bestyrelsen for", and by its long form."""
        name = body_phrases.without_board(body_phrases.without_list(written))
        return self.in_own_full(self.bodies.canonical(clean(name)))

    def is_party(self, name: str) -> bool:
        """Whether a phrase is a party or its list: "Venstre", "Enhedslistens kandidatliste"."""
        return (
            self.bodies.registry.party_by_name(name) is not None
            or _LIST_OF.search(name) is not None
        )

    def is_electing(self, label: str) -> bool:
        """Whether a label is who chose those behind it: "Gruppe A", "V", "Venstre"."""
        return self.is_party(label) or _GROUP.fullmatch(label) is not None

    def _is_no_body(self, name: str) -> bool:
        return (
            self.is_party(name)
            or fold(name) in _PARLIAMENTS
            or _ALL_OF.match(name) is not None
            or _SENDS.fullmatch(name) is not None
            or _MUNICIPALITY.fullmatch(name) is not None
            or self.bodies.registry.municipality(name) is not None
        )

    def role(self, written: str) -> Role:
        """The role that a word of the lexicon means."""
        return self.lexicon.roles[fold(written)]

    def after(self, text: str, at: int) -> Target:
        """The target named at ``at``: "som formand for Z", "til Z"."""
        rest = text[at : at + 240]
        match = self._as_role.match(rest) or self._role_in.match(rest)
        if match is not None:
            return self._target(text, at, match)
        place = body_phrases.LED_TO.match(rest)
        body = None if place is None else self.body(text, at + place.end())
        if body is not None:
            return Target(role=Role.MEMBER, body=body, stated=True, named=True)
        return Target(role=Role.MEMBER, body=self.about, stated=False)

    def first(self, text: str, before: int) -> Target | None:
        """The target in front of a verb: "Som medlem af Z udpegede KKR ...", "Til Z blev ..."."""
        match = max(
            self._first.finditer(text, 0, before), key=lambda match: match.start(), default=None
        )
        if match is not None:
            return self._target(text, 0, match)
        place = re.match(r"(?:Til|I) (?=bestyrelsen|[A-ZÆØÅ])", text[:before])
        body = None if place is None else self.body(text, place.end())
        return None if body is None else Target(role=Role.MEMBER, body=body, stated=True)

    def _target(self, text: str, at: int, match: re.Match[str]) -> Target:
        role = self.role(match["role"])
        body = self.body(text, at + match.end()) if match["in"] else None
        named = body is not None
        return Target(role=role, body=body or self.unnamed(role), stated=True, named=named)

    def unnamed(self, role: Role) -> str | None:
        """A chair of nothing in particular is the meeting's own, unless a body is at hand."""
        seated = role in CHAIRS and not _ADMINISTRATION.match(self.own or "")
        own = self.own if seated else None
        meant = self.about if self.is_titled or self.is_near else own or self.about
        return None if _SENDS.fullmatch(meant or "") else meant

    def own_for(self, role: Role) -> str | None:
        """The document's own body, where it may have chosen its own: a council is elected by others."""
        by_others = role not in CHAIRS and body_phrases.places_in_others(self.own or "")
        return None if by_others else self.own

    def body(self, text: str, at: int, end: int | None = None) -> str | None:
        """The body named at ``at``, up to where its phrase ends; pronouns lead to the last one."""
        other = self._and_role.match(text, at)
        at = at if other is None else other.end()
        stop = self._phrase_end(text, at, len(text) if end is None else end)
        phrase = body_phrases.without_end(text[at:stop].strip())
        match body_phrases.wording_of(phrase):
            case Wording.POINTS_BACK:
                return self._same(phrase)
            case Wording.OF_ITS_KIND:
                return self._referred(phrase)
            case Wording.DESCRIBED:
                return clean(phrase)
            case Wording.OTHER:
                return self._named(phrase)

    def _named(self, phrase: str) -> str | None:
        """The body that a phrase with a capital names; a year begins none, and none is a meeting."""
        if not re.search(r"[A-ZÆØÅ]", phrase) or _IS_NONE.search(phrase):
            return None
        return self._without_seat(self._undescribed(body_phrases.bare(phrase))) or None

    def _undescribed(self, written: str) -> str:
        """A known body without what it is said to be: "den fynske platform Erhvervshus Fyn"."""
        described = _DESCRIBED.match(written)
        name = written if described is None else written[described.end() :]
        return name if self.bodies.known(name) is not None else written

    def _without_seat(self, written: str) -> str:
        """A known body without the town that it is in: "Danmarks Erhvervsfremmebestyrelse i Silkeborg"."""
        seated = _SEATED_AT.sub("", written)
        known = seated != written and self.bodies.known(written) is None
        name = self.bodies.canonical(
            clean(seated if known and self.bodies.known(seated) is not None else written)
        )
        return self.in_own_full(name)

    def in_own_full(self, name: str) -> str:
        """The own body's whole name for the first words of it, or the last."""
        return body_phrases.in_own_full(name, self.own or "")

    def _phrase_end(self, text: str, at: int, limit: int) -> int:
        """Where the phrase of a body ends: at a word that is in no name, or at a verb behind it."""
        themes = _THEMES.match(text, at, limit)
        stop = _PUNCTUATION.search(text, at if themes is None else themes.end(), limit)
        end = stop.start() if stop else limit
        word = self.lexicon.phrases[Phrase.ENDS_NAME].search(text, at + 1, end + 1)
        end = word.start() - 1 if word else end
        end = joints.first_of_two(text, at, end)
        behind = chain(
            self.lexicon.phrases[Phrase.FINITE].finditer(text, at + 1, end),
            _ABOUT.finditer(text, at + 1, end),
        )
        stops = (word.start() - 1 for word in behind)
        return min((stop for stop in stops if _CAPITALISED.search(text[at:stop])), default=end)

    def _referred(self, noun: str) -> str | None:
        """The body that "forskningsudvalget" or "kontaktforum" means: one named in full."""
        stem = body_phrases.stem_of(noun)
        for name in filter(None, (self.about, self.own)):
            if stem in fold(name):
                return name
        full = self._written_out(stem)
        if full is not None:
            return full
        named = self._named_as(stem)
        return named or (
            noun if self.lexicon.phrases[Phrase.NAMED_BY_TASK].fullmatch(noun) else None
        )

    def _written_out(self, stem: str) -> str | None:
        """The body that the document calls "Styregruppen for ..." somewhere."""
        many = body_phrases.is_of_many(stem)
        first = f"[{stem[:1]}{stem[:1].upper()}]" if many else stem[:1].upper()
        full = re.compile(
            rf"\b{first}{re.escape(stem[1:])}\w{{0,4}} (?:for|i|af) [A-ZÆØÅ][\w/-]*(?: (?:(?:og|for|i) )?[A-ZÆØÅ][\w/-]*){{0,4}}(?: og (?:om|op)egn\b)?"
        )
        match = full.search(self.bodies.text) or _in_capitals(stem).search(self.bodies.text)
        return None if match is None else self.bodies.canonical(match[0])

    def _named_as(self, stem: str) -> str | None:
        """The body whose name begins with the noun: "erhvervshuset" is "Erhvervshus Fyn"."""
        return next((name for name in self.mentioned if fold(name).startswith(f"{stem} ")), None)

    def mention(self, names: Iterable[str]) -> None:
        """Remember the bodies that a sentence of the item names, the latest first."""
        for name in names:
            self.mentioned = [name, *(other for other in self.mentioned if other != name)]

    def last_mentioned(self) -> str | None:
        """The body that was named last."""
        return next(iter(self.mentioned), self.about)

    def so_called(self, phrase: str) -> str | None:
        """The body named last that is called what a phrase points to: "rådet" is a "råd"."""
        name = self._same(phrase)
        stem = body_phrases.stem_of_pointer(phrase)
        return name if name is not None and body_phrases.is_called(name, stem) else None

    def _same(self, phrase: str) -> str | None:
        """What "rådet" or "samme forum" means: the body so called that was named last."""
        stem = body_phrases.stem_of_pointer(phrase)
        titled = [self.about] if self.is_titled else []
        near = filter(None, (*titled, *self.mentioned, self.about, self.own))
        suits = next((name for name in near if body_phrases.is_called(name, stem)), None)
        if suits is not None:
            return suits
        if body_phrases.is_of_its_board(phrase) and not self.is_council:
            return self._written_out(stem) or self.own  # "museets bestyrelse", in its own news
        if body_phrases.is_of_many(stem):
            return self._written_out(stem)
        if body_phrases.is_council(stem):
            own = phrase[0].isupper() or _ADMINISTRATION.match(self.own or "")
            return self.in_own_full(phrase) if own else None
        if body_phrases.is_board(stem):
            return self._board()
        return self._at_hand()

    def _board(self) -> str | None:
        """Whose "bestyrelsen" is: a company's own, and never a council's."""
        if self.assembled is not None:
            return self.assembled
        if not self.is_council:
            return self.own
        own_never = body_phrases.has_never_a_board(self.own or "")
        named = self.about if own_never else self._at_hand()
        if named is None or not body_phrases.has_never_a_board(named):
            return named
        administers = _ADMINISTRATION.match(self.own or "") is not None
        return None if own_never or administers else self.own

    @property
    def is_about_boardless(self) -> bool:
        """Whether the body that is spoken of is a committee or the like, which has no board."""
        return self.about is not None and body_phrases.has_never_a_board(self.about)

    @property
    def is_council(self) -> bool:
        """Whether the document's body is one that has no board: a council, a committee."""
        return body_phrases.has_no_own_board(self.own or "kkr")

    def _at_hand(self) -> str | None:
        """The body that is spoken of, or the document's own."""
        return self.about or (None if _ADMINISTRATION.match(self.own or "") else self.own)
