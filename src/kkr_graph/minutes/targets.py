"""The parts of a sentence that say into what somebody is placed: role, body, period."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kkr_graph.language.bodies import BodyReader
from kkr_graph.model.extract import Role
from kkr_graph.model.lexicon import Lexicon
from kkr_graph.model.names import clean, fold

_BODY_END = re.compile(
    r"[.,;:()⟦]|\s(?:(?:og|samt|til|med|af|ved|hos|fra|for) ⟦|(?:for (?:perioden|resten|en periode|tiden)|i (?:perioden|stedet|løbet)"
    r"|fra (?:den|d\.|og med|\d)|pr(?=\.)|den \d+|med (?:virkning|ret)|efter|som|blev|er|var|har|indtil|til og med|frem til|når|hvor|på vegne|på (?:\w+s )?(?:eget |næste |sit )*møde\w*"
    r"|ved|til|da|mens|for (?:KKR|Venstre|Socialdemokratiet|Konservative|SF|Enhedslisten|Radikale|Moderaterne)|og (?=[a-zæøå]+(?:es|ede|te|er) )|i (?:hans|hendes|deres|dennes) sted|og (?=(?:som )?(?:formand|næstformand|medlem|suppleant|observatør|repræsentant|stedfortræder)\b)|varetages|besættes|udfyldes|overtages|afløses|erstattes|efterfølges|fordi|hvis|idet|der|blandt|under|uden|sammen med|pga|grundet|på (?:det|den|sit|sin|de)|med (?:udgangen|øjeblikkelig|sin|sit)|ved (?:udgangen|årsskiftet)|(?:gen|ny)?udpeg\w*|indstill\w*|nominer\w*|vælges|består|fortsætter|overtager|afløser|udtræder|indtræder|kan|skal|vil|forventes|ventes|bliver|valgt\w*|genvalg\w*|og (?:til|som|med)|overgår|går|gik|overgik|med \d|og (?:blev|er)|valgtes|genvalgtes|overtog)\b)|$"
)
_FINITE = re.compile(  # a verb right behind the name: "Havnerådet trak ud", "Havnerådet gælder"
    r"(?<=\w) (?=(?:[a-zæøå]{2,}(?:er|år|ede)|trak|stod|lå|gav|fik|kom|tog|lod|sad|holdt|mødtes|mødes|samles|samledes)\b)"
)
_CAPITALISED = re.compile(r"(?:^|[\s-])[A-ZÆØÅ][\w/’'&.-]*$")
_SAME = re.compile(
    r"(?:(?:samme|dette|denne|det pågældende) )?(?:forum(?:met)?|råd(?:et)?|udvalg(?:et)?|bestyrelse[n]?|styregruppe[n]?|gruppe[n]?|nævn(?:et)?"
    r"|forening(?:en)?|selskab(?:et)?|netværk(?:et)?|organ(?:et)?|kreds(?:en)?|her|dette|denne)"
    r"|[a-zæøå]+(?:ens|ets) bestyrelse",
    re.IGNORECASE,
)
_BOARD = re.compile(r"^(?:[Bb]estyrelse[n]?\s+(?:(?:for|i|af)\s+)?|(?:den|det)\s+(?=[a-zæøå]))")
_DESCRIBED = re.compile(
    r"^(?:den |det )?(?:[a-zæøå-]+ ){1,3}?(?:forening|organisation|selskab|virksomhed|netværk)(?:en|et)? (?=[A-ZÆØÅ])"
)
_TO_BODY = re.compile(
    r"[^⟦;]{0,70}?(?:^ ?|\b)(?:til|i|af|fra|for) (?=(?:bestyrelse|\w*(?:gruppen|udvalget|rådet|netværket|kredsen|nævnet|forummet)\b|samme |den |det )|[A-ZÆØÅ])"
)
_BODY_NOUN = (
    r"(?:den |det |dette |denne |samme )?(?:bestyrelsen?|repræsentantskabet|\w*(?:gruppen|udvalget|rådet|netværket|kredsen|nævnet|forummet|kommissionen"
    r"|klyngen|fonden|selskabet|foreningen|partnerskabet|komit[eé]en|forsamlingen|alliancen|styrelsen))"
)
_NOUN = re.compile(
    r"[a-zæøå]+(?:udvalget|rådet|gruppen|netværket|kredsen|nævnet|forummet|forum|kommissionen|klyngen|panelet|styrelsen|huset)"
)
# "revisionsudvalget" is a name where nothing longer is given; "styregruppen" and "byrådet" are none
_COMPOUND = re.compile(
    r"(?!kommunal|region|styre|arbejds|følge|by|lokal|projekt)[a-zæøå]{4,}(?:udvalget|rådet|gruppen|nævnet|panelet)"
)
_DEFINITE = re.compile(r"(?:met|et|en|n)$")
_DANGLING = re.compile(r"(?:\s+(?:og|samt|eller|hvor|for|i|af|til|med))+$")
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
    rf"(?P<lead>(?i:(?:ind )?i|til|af|for|fra|hos)) (?=(?:{_BODY_NOUN})(?!\w)|samme sted|samme |[A-ZÆØÅ])"
)
_BY_NAME_ONLY = frozenset({"i", "for", "fra", "af", "hos"})


class TargetReader:
    """Reads targets. ``about`` is the body that the sentences before spoke of."""

    def __init__(self, lexicon: Lexicon, bodies: BodyReader, own: str | None) -> None:
        self.lexicon = lexicon
        self.bodies = bodies
        self.own = own  # the body whose document it is
        self.about: str | None = None
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
        self._respective = re.compile(
            rf"[^⟦.;]{{0,30}}?\bhenholdsvis (?P<first>(?i:{words}))(?:en|et)? og (?P<role>(?i:{words}))(?:en|et)?\b(?P<in> (?:i|for|af) )?"
        )
        self._role_in = re.compile(rf",? ?{self.role_pattern}(?P<in> (?:i|for|af) )")
        self._first = re.compile(
            rf"(?:Som|Til|som|til) (?:\d\. )?{self.role_pattern}(?P<in> (?:i|for|af) )?"
        )

    def place(self, text: str, at: int) -> Place | None:
        """The body named at ``at``, and where its phrase ends."""
        end = _phrase_end(text, at, min(len(text), at + 200))
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

    def _is_no_body(self, name: str) -> bool:
        return (
            fold(name) in _PARLIAMENTS
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

    def respectively(self, text: str, at: int) -> tuple[Target, ...]:
        """The two targets of "som henholdsvis formand og næstformand for Z"; none of anything else."""
        match = self._respective.match(text[at : at + 240])
        if match is None:
            return ()
        second = self._target(text, at, match)
        return replace(second, role=self.role(match["first"])), second

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
        return self.about or (self.own if role in _OWN_ROLES else None)

    def body(self, text: str, at: int, end: int | None = None) -> str | None:
        """The body named at ``at``, up to where its phrase ends; pronouns lead to the last one."""
        phrase = text[at : _phrase_end(text, at, len(text) if end is None else end)].strip()
        if _SAME.fullmatch(phrase):
            return self._same(phrase)
        if _NOUN.fullmatch(phrase):
            return self._referred(phrase)
        if not re.search(r"[A-ZÆØÅ]", phrase) or re.match(r"(?:19|20)\d\d\b", phrase):
            return None
        plain = _DANGLING.sub("", _DESCRIBED.sub("", _BOARD.sub("", phrase)))
        return self.bodies.canonical(clean(plain)) or None

    def _referred(self, noun: str) -> str | None:
        """The body that "forskningsudvalget" or "kontaktforum" means: one named in full."""
        stem = _DEFINITE.sub("", fold(noun))
        for name in filter(None, (self.about, self.own)):
            if stem in fold(name):
                return name
        full = re.compile(
            rf"\b{re.escape(stem[:1].upper() + stem[1:])}\w{{0,4}} (?:for|i|af) [A-ZÆØÅ][\w/-]*(?: (?:(?:og|for|i) )?[A-ZÆØÅ][\w/-]*){{0,4}}"
        )
        match = full.search(self.bodies.text)
        if match is not None:
            return self.bodies.canonical(match[0])
        named = self._named_as(stem)
        return named or (noun if _COMPOUND.fullmatch(noun) else None)

    def _named_as(self, stem: str) -> str | None:
        """The body whose name begins with the noun: "erhvervshuset" is "Erhvervshus Fyn"."""
        return next((name for name in self.mentioned if fold(name).startswith(f"{stem} ")), None)

    def mention(self, names: Iterable[str]) -> None:
        """Remember the bodies that a sentence of the item names, the latest first."""
        for name in names:
            self.mentioned = [name, *(other for other in self.mentioned if other != name)]

    def _same(self, phrase: str) -> str | None:
        """What "rådet" or "samme forum" means: the body spoken of, else the last one so named."""
        stem = _DEFINITE.sub("", fold(phrase).split()[-1])
        suits = (name for name in self.mentioned if _is_called(name, stem))
        return self.about or next(suits, None) or self.own


def _is_called(name: str, stem: str) -> bool:
    """Whether a name says of itself that it is a "råd" or a "netværk"."""
    return (
        not stem.startswith(("bestyrels", "her", "denn"))
        and len(stem) > 2
        and any(
            _DEFINITE.sub("", word).endswith(stem) or word.endswith(stem)
            for word in fold(name).split()
        )
    )


def _phrase_end(text: str, at: int, limit: int) -> int:
    """Where the phrase of a body ends: at a word that is in no name, or at a verb behind it."""
    stop = _BODY_END.search(text, at, limit)
    end = stop.start() if stop else limit
    for verb in _FINITE.finditer(text, at, end):
        if _CAPITALISED.search(text[at : verb.start()]):
            return verb.start()
    return end
