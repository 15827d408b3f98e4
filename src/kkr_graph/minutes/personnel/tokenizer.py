"""Reads sentences about roles into tokens."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kkr_graph.minutes.clauses import ONE, Clause
from kkr_graph.minutes.personnel.auxiliaries import with_auxiliaries
from kkr_graph.minutes.personnel.role_tokens import RoleTokenizer
from kkr_graph.minutes.personnel.targets import TargetReader
from kkr_graph.minutes.personnel.tokens import Kind, Token
from kkr_graph.model.extract import Role
from kkr_graph.model.lexicon import Doing, Lexicon, Phrase, VerbForm, Voice

_WORD = re.compile(rf"{ONE}|[^\W_][\w-]*|[,;:]")
_CANDIDATE = rf"(?:[a-zæøå.]+ )?{ONE}(?: \([^()⟦]*\))?"
# what places nobody, also whom a vote was between: "ved kampvalg mellem X og Y blev Y valgt"
_IDLE = re.compile(
    r"som (?:indstillet|foreslået|anført|nævnt|beskrevet|anbefalet)\b|i kraft af (?:(?:sin|sit) )?[\w-]+"
    rf"|(?:(?<=valg )|(?<=afstemning )|(?<=afstemningen )|(?<=lodtrækning )|(?<=lodtrækningen ))i?mellem {_CANDIDATE}(?:(?:,| og| samt) {_CANDIDATE})+",
    re.IGNORECASE,
)
_AUX = re.compile(
    r"(?:(?:er|bliver|blev) foreslået(?= (?:gen|ny)?(?:valgt|udpeget)\b)|er blevet|er blev|blev|bliver|blive|er|var|har|havde|forventes|ventes|foreslås|foresloges)(?![\w-])",
    re.IGNORECASE,
)
_LEAVES_WHAT = re.compile(r"(?:har )?(?:forla|forlo|fratræ|fratrå)\w+")
_THEIR = re.compile(r"\b(?i:som|en|hans|hendes|deres|sin) $")
_NOUN = re.compile(r" (?:for|til|af) ")  # "en afløser for"
_WHO = re.compile(r" (?:[a-zæøå.]+ ){0,2}⟦")  # ", som afløser Bo Lund"
_OF_PERSON = re.compile(r" (?:af|faldt på|faldt ud til) (?=(?:[a-zæøå.]+ ){0,2}⟦)")
_TO_PERSON = re.compile(rf"{_OF_PERSON.pattern}| til (?=⟦)")  # "genvalg til X"
# "at nedlægge", "at blive", "at gå": no clause of its own begins there
_INFINITIVE = re.compile(
    r" (?:(?!alle|denne|disse|begge|ingen|de|nogle|flere)[a-zæøå]+e|få|gå|stå)\b"
)
_CHOSE_TO = re.compile(r"(?<=valgt) at |(?<=valgte) at |(?<=vælger) at ")
_LETS = re.compile(r"\bla(?:de|der|dt) sig $|\blod sig $")
_TO_REPRESENT = re.compile(r"[Tt]il at repræsentere (?:[^⟦.,;]{1,40}? )?i ")
_ADJECTIVAL = re.compile(r"\bde[nt]? $", re.IGNORECASE)
_LEAVING = re.compile(r"(?:udtræden|fratræden|afgang|udtrædelse|fratrædelse) $")
_REFLEXIVE = re.compile(r" sig\b")
_JOIN = re.compile(r"(?:,|og|samt)(?![\w-])")
_BREAK = re.compile(
    r"(?:;|mens|men|hvor|hvorfra|hvorefter|hvortil|hvorved|idet|at|da|fordi|eftersom|når|hvis|så)(?![\w-])",
    re.IGNORECASE,
)
_NEWLY_CHOSEN = re.compile(
    r"(?<=s )(?:ny|gen)(?:valgte|udpegede) (?:bestyrelse|råd|udvalg|formand|næstformand|medlem)"
)
_RELATIVE = re.compile(r"(?:der|som|om)(?![\w-])")
_NOT = re.compile(r"(?:ikke|aldrig|ingen)(?![\w-])", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:som|til) (?:første |anden |ny(?:t|e)? |den |det |sin |sit )?(?:\d\. )?(?P<noun>(?!(?:hans|hendes|deres|dennes|afløser|efterfølger)\b)[a-zæøå][\wæøå-]{3,}|[A-ZÆØÅ][\w-]*[ -]ansvarlige?)(?![\w-])"
)
_NO_OFFICE = re.compile(
    r"(?:ledige?|pladsen|posten|ny|nye|næste|samme|bestyrelse|med|kandidat(?:er)?|resten|perioden|valgperioden|møde|efter|udgangen|slutningen|udløbet|afslutningen|begyndelsen|årsskiftet|sommerferien|jul)"
)
_MEETING = re.compile(r" (?:mødet|møderne|punktet|lokalet|salen|efter (?:p[ku]|sag))")
_BEFORE_OLD = re.compile(
    r"(?: (?:sin|sit|den|det|hendes|hans|deres|afgåede|afgående|hidtidige|tidligere|daværende|partifælle|partifællen|kollega|kollegaen"
    r"|formand|formanden|næstformand|medlem|medlemmet|borgmester|viceborgmester|rådmand|direktør),?){0,4} (?=⟦)"
)


class Tokenizer:
    """Reads clauses into tokens, in one pass."""

    def __init__(self, targets: TargetReader, lexicon: Lexicon) -> None:
        self.targets = targets
        self.lexicon = lexicon
        self.roles = RoleTokenizer(targets, lexicon)
        self._moves = tuple(
            (kind, lexicon.phrases[phrase])
            for kind, phrase in (
                (Kind.LEAVE, Phrase.LEAVES),
                (Kind.ENTER, Phrase.ENTERS),
                (Kind.TAKE, Phrase.TAKES_OVER),
                (Kind.REPRESENT, Phrase.REPRESENTS),
                (Kind.PASS, Phrase.PASSES_TO),
            )
        )

    def read(self, clause: Clause) -> tuple[Token, ...]:
        """The tokens of a clause; auxiliaries stand with their participle."""
        return tuple(with_auxiliaries(list(self._tokens(clause.text))))

    def _tokens(self, text: str) -> Iterator[Token]:
        at = 0
        while (word := _WORD.search(text, at)) is not None:
            token = self._at(text, word)
            if token is not None:
                self.targets.mention(filter(None, [token.body]))
                yield token
            at = max(word.end(), token.end if token is not None else 0)
            idle = _IDLE.match(text, word.start())
            if idle is not None:
                at = max(at, idle.end())

    def _at(self, text: str, word: re.Match[str]) -> Token | None:
        at = word.start()
        if text[at] == "⟦":
            return Token(kind=Kind.PERSON, start=at, end=word.end())
        if _IDLE.match(text, at):
            return None
        return (
            self._instead(text, at)
            or self._move(text, at)
            or self._representing(text, at)
            or self._pointing(text, at)
            or self._keeping(text, at)
            or _auxiliary(text, at)
            or self._doing(text, word)
            or self._state(text, at)
            or self.roles.read(text, at)
            or self._body_at(text, at)
            or self._office(text, at)
            or _separator(text, at)
        )

    def _instead(self, text: str, at: int) -> Token | None:
        match = self.lexicon.phrases[Phrase.INSTEAD].match(text, at)
        after = None if match is None else _BEFORE_OLD.match(text, match.end())
        if after is None:
            return None
        return Token(kind=Kind.INSTEAD, start=at, end=after.end())

    def _move(self, text: str, at: int) -> Token | None:
        for kind, pattern in self._moves:
            match = pattern.match(text, at)
            if match is not None and not (kind == Kind.LEAVE and _MEETING.match(text, match.end())):
                token = Token(kind=kind, start=at, end=match.end(), lead=match[0].casefold())
                return self._with_object(token, text)
        return None

    def _with_object(self, token: Token, text: str) -> Token:
        """What somebody leaves without a preposition: "forlader bestyrelsen"."""
        is_as = text.startswith(" som ", token.end)  # "fratræder som formand for Z"
        if is_as or not _LEAVES_WHAT.fullmatch(text[token.start : token.end]):
            return token
        place = self.targets.place(text, token.end + 1)
        return token if place is None else replace(token, body=place.name, end=place.end)

    def _doing(self, text: str, word: re.Match[str]) -> Token | None:
        noun = self._noun(text, word)
        if noun is not None:
            return noun
        verb = self.lexicon.verbs.get(word[0].casefold())
        if (
            verb is not None
            and _ADJECTIVAL.search(text[: word.start()])
            and word[0].endswith("ede")
        ):
            return None  # "i stedet for den indstillede X"
        if verb is not None and _NEWLY_CHOSEN.match(text, word.start()):
            return None  # "Havnens nyvalgte bestyrelse"
        if verb is not None and _CHOSE_TO.match(text, word.end()):
            return None  # "har valgt at nedlægge", "blev konstitueret imens"
        if verb is None or (
            verb.doing is Doing.REPLACED
            and word[0].endswith("er")
            and (_NOUN.match(text, word.end()) or _THEIR.search(text[: word.start()]))
            and not (_WHO.match(text, word.end()) and text.endswith(", som ", 0, word.start()))
        ):
            return None
        if verb.doing is Doing.REPLACED and _LETS.search(text[: word.start()]):
            verb = VerbForm(verb.doing, Voice.PASSIVE)
        reflexive = _REFLEXIVE.match(text, word.end())  # "konstituerede sig med"
        if reflexive is not None:
            verb = VerbForm(Doing.ELECTED, Voice.ACTIVE)
        end = reflexive.end() if reflexive else word.end()
        return Token(kind=Kind.DO, start=word.start(), end=end, verb=verb)

    def _noun(self, text: str, word: re.Match[str]) -> Token | None:
        """Udpegningen af X; valget faldt på X."""
        doing = self.lexicon.verb_nouns.get(word[0].casefold())
        again = word[0].casefold() in ("genvalg", "nyvalg")
        of = (
            None if doing is None else (_TO_PERSON if again else _OF_PERSON).match(text, word.end())
        )
        if doing is None or of is None:
            return None
        verb = VerbForm(doing, Voice.ACTIVE)
        return Token(kind=Kind.DO, start=word.start(), end=of.end(), verb=verb, noun=True)

    def _pointing(self, text: str, at: int) -> Token | None:
        """Udvalget pegede på X; rådet får X som formand."""
        match = self.lexicon.phrases[Phrase.PLACES].match(text, at)
        if match is None:
            return None
        verb = VerbForm(Doing.APPOINTED, Voice.ACTIVE)
        lead = match[0].casefold()
        return Token(kind=Kind.DO, start=at, end=match.end(), verb=verb, lead=lead)

    def _keeping(self, text: str, at: int) -> Token | None:
        """Longer than "er": "bliver siddende som", "beholder"."""
        match = self.lexicon.phrases[Phrase.HOLDS].match(text, at)
        if match is None or match[0].casefold() == "er":
            return None
        return Token(kind=Kind.HOLD, start=at, end=match.end(), lead=match[0].casefold())

    def _state(self, text: str, at: int) -> Token | None:
        for kind, phrase in ((Kind.HOLD, Phrase.HOLDS), (Kind.BECOME, Phrase.BECOMES)):
            match = self.lexicon.phrases[phrase].match(text, at)
            if match is not None:
                return Token(kind=kind, start=at, end=match.end(), lead=match[0].casefold())
        return None

    def _representing(self, text: str, at: int) -> Token | None:
        """Udpeget til at repræsentere KKR i Z: a representative."""
        match = _TO_REPRESENT.match(text, at)
        if match is None:
            return None
        place = self.targets.place(text, match.end())
        if place is None:
            return None
        return Token(
            kind=Kind.ROLE,
            start=at,
            end=place.end,
            role=Role.REPRESENTATIVE,
            lead="til",
            body=place.name,
        )

    def _body_at(self, text: str, at: int) -> Token | None:
        place = self.targets.placed_at(text, at)
        if place is None:
            return None
        left = _LEAVING.search(text[:at]) is not None  # "Xs udtræden af Z": the seat was in Z
        lead = "i" if left else place.lead
        return Token(kind=Kind.BODY, start=at, end=place.end, body=place.name, lead=lead)

    def _office(self, text: str, at: int) -> Token | None:
        match = _OFFICE.match(text, at)
        if match is None or _NO_OFFICE.match(match["noun"]) or match["noun"] in self.lexicon.verbs:
            return None
        if self._is_relative(text, at, match):
            return None
        return Token(kind=Kind.OFFICE, start=at, end=match.end())

    def _is_relative(self, text: str, at: int, match: re.Match[str]) -> bool:
        """Whether "som" leads a clause: "X, som fortsætter", and not "X, som ordstyrer"."""
        noun = match["noun"]
        is_title = noun in self.lexicon.titles or noun.endswith(self.lexicon.title_endings)
        behind = text[:at].rstrip()[-1:] in (",", "⟧") and match[0].startswith("som")
        return behind and not is_title and noun.endswith(("er", "ede", "te", "år", "or"))


def _auxiliary(text: str, at: int) -> Token | None:
    match = _AUX.match(text, at)
    if match is None:
        return None
    return Token(kind=Kind.AUX, start=at, end=match.end(), lead=match[0].casefold())


def _separator(text: str, at: int) -> Token | None:
    for kind, pattern in ((Kind.JOIN, _JOIN), (Kind.NOT, _NOT), (Kind.BREAK, _BREAK)):
        match = pattern.match(text, at)
        if match is not None and match[0] == "at" and _INFINITIVE.match(text, match.end()):
            return None
        if match is not None:
            return Token(kind=kind, start=at, end=match.end(), lead=match[0].casefold())
    match = _RELATIVE.match(text, at)
    if match is not None and text[:at].rstrip()[-1:] in (",", "⟧"):
        return Token(kind=Kind.BREAK, start=at, end=match.end(), lead=match[0])
    return None
