"""The parts of a sentence that say into what somebody is placed: role, body, period."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kkr_graph.language.bodies import BodyReader
from kkr_graph.language.presented import Presented
from kkr_graph.minutes import joints
from kkr_graph.model.extract import Role
from kkr_graph.model.lexicon import Lexicon, Phrase
from kkr_graph.model.names import clean, fold

_PUNCTUATION = re.compile(r"[.;:()⟦]|(?<!-),")  # "Kultur-, Fritids- og Idrætsudvalget" goes on
_CAPITALISED = re.compile(r"(?:^|[\s-])[A-ZÆØÅ][\w/’'&.-]*$")
_SAME = re.compile(
    r"(?:(?:samme|dette|denne|det pågældende) )?(?:forum(?:met)?|råd(?:et)?|udvalg(?:et)?|bestyrelse[n]?|styregruppe[n]?|gruppe[n]?|nævn(?:et)?"
    r"|byråd(?:et)?|kommunalbestyrelse[n]?|regionsråd(?:et)?|forening(?:en)?|selskab(?:et)?|netværk(?:et)?|organ(?:et)?|kreds(?:en)?|partnerskab(?:et)?|fond(?:en)?|klynge[n]?|kommission(?:en)?|komit[eé](?:en)?|alliance[n]?|panel(?:et)?|repræsentantskab(?:et)?|(?:arbejds|følge|projekt)gruppe[n]?|her|dette|denne)"
    r"|[a-zæøå]+(?:ens|ets) bestyrelse",
    re.IGNORECASE,
)
_BOARD = re.compile(r"^(?:[Bb]estyrelse[n]?\s+(?:(?:for|i|af)\s+)?|(?:den|det)\s+(?=[a-zæøå]))")
# "KL's bestyrelse", "KL-bestyrelsen"
_OF_BOARD = re.compile(r"(?<=[\w’'])(?:[’']s?|s) bestyrelse$|-bestyrelsen?$")
# "det kommende Erhvervshus Fyn"
_COMING = re.compile(r"^(?:den |det )?(?:kommende|fremtidige|ny[a-zæøå]*) (?=[A-ZÆØÅ])")
_SEATED_AT = re.compile(r" i [A-ZÆØÅ][\w-]+$")
_DESCRIBED = re.compile(
    r"^(?:den |det )?(?:[a-zæøå-]+ ){1,3}?(?:forening|organisation|selskab|virksomhed|netværk)(?:en|et)? (?=[A-ZÆØÅ])"
)
_TO_BODY = re.compile(
    r"[^⟦;]{0,70}?(?:^ ?|\b)(?:til|i|af|fra|for) (?=(?:bestyrelse|\w*(?:gruppen|udvalget|rådet|netværket|kredsen|nævnet|forummet)\b|samme |den |det )|[A-ZÆØÅ])"
)
_BODY_NOUN = (
    r"(?:den |det |dette |denne |samme )?(?:bestyrelsen?|repræsentantskabet|\w*(?:gruppen|udvalget|rådet|netværket|kredsen|nævnet|forummet|kommissionen"
    r"|klyngen|fonden|selskabet|foreningen|partnerskabet|komit[eé]en|forsamlingen|alliancen|styrelsen|hegnss?ynet))"
)
_NOUN = re.compile(
    r"[a-zæøå]+(?:udvalget|rådet|gruppen|netværket|kredsen|nævnet|forummet|forum|kommissionen|klyngen|panelet|styrelsen|huset|hegnss?ynet)"
)
_DEFINITE = re.compile(r"(?:met|et|en|n)$")
_DANGLING = re.compile(r"(?:\s+(?:og|samt|eller|hvor|for|i|af|til|med))+$")
# what there may be many of: nobody's own where none is named
_WHOSE_BOARD = re.compile(r"(?P<whose>[a-zæøå]+(?:en|et))s bestyrelse")
_COUNCILS = ("byråd", "kommunalbestyrels", "kommunalbestyrelse", "regionsråd")
# "den faglige klynge": a body that goes by what it is
_ADJECTIVAL = re.compile(
    r"[Dd]e[nt] (?!pågældende|nuværende|nye|ledige|samme|ene|anden|andet|øvrige|kommende|regionale|afgående)[a-zæøå]{4,}e (?:klynge|styregruppe|gruppe|råd|udvalg|kreds|nævn|forum|netværk|taskforce|panel)"
)
# "arbejdsgruppen for cykelruter": named by its theme, in small letters
_BY_THEME = re.compile(
    r"(?:\w*gruppen|taskforcen|(?:arbejds|under|opgave)udvalget|partnerskabet|netværket|samarbejdsforummet) (?:for|om)"
    r" (?!at\b|den\b|det\b|de\b|en\b|et\b|hans\b|hendes\b|deres\b|sin\b|sit\b|næste\b|første\b)[a-zæøå][\w-]{3,}(?: (?:og )?[a-zæøå][\w-]{2,}){0,4}"
)
_VERB = re.compile(r"\b(?:er|var|har|blev|består|skal|vil|kan|fra|om|ved|til)\b|\d")
_LONGEST_NAME = 8  # words
_MANY = (
    "partnerskab",
    "fond",
    "klynge",
    "kommission",
    "komite",
    "komité",
    "alliance",
    "panel",
    "repræsentantskab",
    "styregruppe",
    "arbejdsgruppe",
    "følgegruppe",
    "projektgruppe",
)
_LIST_OF = re.compile(
    r"\b(?:kandidat|stedfortræder|valg)liste\w*$|\bliste [A-ZÆØÅ]$", re.IGNORECASE
)
# who chose those behind the colon: "Gruppe A: X", "V: Y"
_GROUP = re.compile(
    r"(?:valg)?(?:gruppe|liste|forbund) (?:\d|[A-ZÆØÅ]\b).*|(?-i:[A-ZÆØÅ])(?:(?:, | og |/)(?-i:[A-ZÆØÅ]))*",
    re.IGNORECASE,
)
_COUNCIL = re.compile(r"kkr|råd|udvalg|kommission|nævn|netværk|forum|klynge|region")
_BOARDLESS = re.compile(r"kkr|byråd|kommunalbestyrelse|regionsråd|udvalg|kommission|nævn")
_ADMINISTRATION = re.compile(r"Region [A-ZÆØÅ]|.* Kommune$")  # has no chair, its council has
_OWN_ROLES = frozenset({Role.CHAIR, Role.VICE_CHAIR})


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


_PARLIAMENTS = frozenset({"folketinget", "europa parlamentet", "regeringen"})  # no seats of ours
_PLACED = re.compile(
    rf"(?P<lead>(?i:(?:ind )?i|til|af|for|fra|hos)) (?=(?:{_BODY_NOUN})(?!\w)|samme sted|samme |{_ADJECTIVAL.pattern}|[A-ZÆØÅ])"
)
_BY_NAME_ONLY = frozenset({"i", "for", "fra", "af", "hos"})


class TargetReader:
    """Reads targets. ``about`` is the body that the sentences before spoke of."""

    def __init__(self, lexicon: Lexicon, bodies: BodyReader, own: str | None) -> None:
        self.lexicon = lexicon
        self.bodies = bodies
        self.own = own  # the body whose document it is
        self.about: str | None = None
        self.is_titled = False  # the item's title says what it is about
        self.is_near = False  # this paragraph does, or a sentence that has it for its subject
        self.mentioned: list[str] = []  # in the item, the latest first
        words = "|".join(
            re.escape(word) for word in sorted(lexicon.roles, key=lambda word: (-len(word), word))
        )
        # "posten som næstformand", "ny formand", "Erhvervshus Fyns repræsentant"
        self.role_pattern = (
            r"(?:(?:posten|hvervet|pladsen) som )?(?:ny(?:t|e)? |kommunal(?:t)? |politisk |fælles |[A-ZÆØÅ][\w’' ]{1,60}?s |\w+ets |\w+ens )?"
            rf"(?P<role>(?i:{words}))(?:en|et)?\b"
        )
        self._as_role = re.compile(
            rf"(?:(?!,? (?:og|samt|mens) (?:som|til) )[^⟦.;]){{0,70}}?\b(?:som|til) {self.role_pattern}(?P<in> (?:i|for|af|til|på) )?"
        )
        self._role_in = re.compile(rf",? ?{self.role_pattern}(?P<in> (?:i|for|af) )")
        self._first = re.compile(
            rf"(?:Som|Til|som|til) (?:\d\. )?{self.role_pattern}(?P<in> (?:i|for|af) )?"
        )

    def turn_to(self, body: str | None) -> None:
        """Go on about a body; the next paragraph may be about the meeting's own again."""
        self.about, self.is_near = body, body is not None

    def place(self, text: str, at: int) -> Place | None:
        """The body named at ``at``, and where its phrase ends."""
        end = self._phrase_end(text, at, min(len(text), at + 200))
        end = at + len(_DANGLING.sub("", text[at:end]))
        name = self.body(text, at, end)
        if name is None or self._is_no_body(name):
            return None
        return Place(name, end)

    def placed_at(self, text: str, at: int) -> Place | None:
        """The body that a preposition at ``at`` leads to: "til Havnerådet", "i bestyrelsen for Z"."""
        match = _PLACED.match(text, at)
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
        return _SAME.fullmatch(phrase) is not None

    def names_body(self, phrase: str) -> bool:
        """Whether a label is a body's name and no more: "Havnerådet", and not "Sagsnr."."""
        words = fold(phrase).split()
        named = self.lexicon.organization_words.intersection(words) or any(
            word.endswith(self.lexicon.organization_endings) for word in words
        )
        tells = _VERB.search(phrase) or self.lexicon.phrases[Phrase.FINITE].search(phrase)
        known = self.bodies.known(phrase) is not None
        named = named and not self.is_electing(phrase)
        return known or bool(named and not tells and len(words) <= _LONGEST_NAME)

    def in_full(self, written: str) -> str:
        """A body as facts name it: without "bestyrelsen for", and by its long form."""
        plain = _OF_BOARD.sub("", _BOARD.sub("", written))
        return self.bodies.canonical(clean(plain))

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
            or fold(name).endswith(" kommune")
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
        place = _TO_BODY.match(rest)
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
        seated = role in _OWN_ROLES and not _ADMINISTRATION.match(self.own or "")
        own = self.own if seated else None
        return self.about if self.is_titled or self.is_near else own or self.about

    def body(self, text: str, at: int, end: int | None = None) -> str | None:
        """The body named at ``at``, up to where its phrase ends; pronouns lead to the last one."""
        phrase = text[at : self._phrase_end(text, at, len(text) if end is None else end)].strip()
        if _SAME.fullmatch(phrase):
            return self._same(phrase)
        if _NOUN.fullmatch(phrase):
            return self._referred(phrase)
        if _ADJECTIVAL.fullmatch(phrase):
            return clean(phrase)
        if _BY_THEME.fullmatch(phrase):
            return clean(phrase)
        if not re.search(r"[A-ZÆØÅ]", phrase) or re.match(r"(?:19|20)\d\d\b", phrase):
            return None
        plain = _COMING.sub("", _DESCRIBED.sub("", _BOARD.sub("", phrase)))
        return self._without_seat(_OF_BOARD.sub("", _DANGLING.sub("", plain))) or None

    def _without_seat(self, written: str) -> str:
        """A known body without the town that it is in: "Danmarks Erhvervsfremmebestyrelse i Silkeborg"."""
        seated = _SEATED_AT.sub("", written)
        known = seated != written and self.bodies.known(written) is None
        name = self.bodies.canonical(
            clean(seated if known and self.bodies.known(seated) is not None else written)
        )
        return self.in_own_full(name)

    def in_own_full(self, name: str) -> str:
        """The own body's whole name for the first words of it, or the last: "Ældrerådet"."""
        own = self.own or ""
        begins = fold(own).startswith(tuple(f"{fold(name)} {of} " for of in ("i", "for", "på")))
        noun = _DEFINITE.sub("", fold(name))  # "Handicaprådet" is "Lundby Handicapråd"
        ends = noun != fold(name) and fold(own).endswith(f" {noun}")
        return own if begins or ends else name

    def _phrase_end(self, text: str, at: int, limit: int) -> int:
        """Where the phrase of a body ends: at a word that is in no name, or at a verb behind it."""
        stop = _PUNCTUATION.search(text, at, limit)
        end = stop.start() if stop else limit
        word = self.lexicon.phrases[Phrase.ENDS_NAME].search(text, at + 1, end + 1)
        end = word.start() - 1 if word else end
        end = joints.first_of_two(text, at, end)
        for verb in self.lexicon.phrases[Phrase.FINITE].finditer(text, at + 1, end):
            if _CAPITALISED.search(text[at : verb.start() - 1]):
                return verb.start() - 1
        return end

    def _referred(self, noun: str) -> str | None:
        """The body that "forskningsudvalget" or "kontaktforum" means: one named in full."""
        stem = _DEFINITE.sub("", fold(noun))
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
        first = f"[{stem[:1]}{stem[:1].upper()}]" if stem in _MANY else stem[:1].upper()
        full = re.compile(
            rf"\b{first}{re.escape(stem[1:])}\w{{0,4}} (?:for|i|af) [A-ZÆØÅ][\w/-]*(?: (?:(?:og|for|i) )?[A-ZÆØÅ][\w/-]*){{0,4}}(?: og (?:om|op)egn\b)?"
        )
        match = full.search(self.bodies.text)
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

    def _same(self, phrase: str) -> str | None:
        """What "rådet" or "samme forum" means: the body so called that was named last."""
        owner = _WHOSE_BOARD.fullmatch(fold(phrase))  # "fondens bestyrelse": the fund's
        stem = _DEFINITE.sub("", owner["whose"] if owner else fold(phrase).split()[-1])
        titled = [self.about] if self.is_titled else []
        near = filter(None, (*titled, *self.mentioned, self.about, self.own))
        suits = next((name for name in near if _is_called(name, stem)), None)
        if suits is not None or stem in _MANY:
            return suits or self._written_out(stem)
        if stem in _COUNCILS:
            return self.in_own_full(phrase) if phrase[0].isupper() else None
        if stem.startswith("bestyrels") and not self.is_council:
            return self.own  # a company's own board
        if stem.startswith("bestyrels") and _BOARDLESS.search(fold(self.own or "")):
            return self.about
        return self.about or (None if _ADMINISTRATION.match(self.own or "") else self.own)

    @property
    def is_council(self) -> bool:
        """Whether the document's body is one that has no board: a council, a committee."""
        return _COUNCIL.search(fold(self.own or "kkr")) is not None


def _is_called(name: str, stem: str) -> bool:
    """Whether a name says of itself that it is a "råd" or a "netværk"."""
    return (
        not stem.startswith(("bestyrels", "her", "denn"))
        and len(stem) > 2
        and any(
            _DEFINITE.sub("", word).endswith(stem) or word.endswith((stem, f"{stem}e"))
            for word in fold(name).split()
        )
    )
